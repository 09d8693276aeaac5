/**
 * The proofs of bounds on AC_ex between 1 and |G|: orbits, ranks, Delsarte's linear programme, exhaustion, and the upper
 * bound that counts equations. Only for certificates that were accepted.
 */
import { binomial, ceilDivide, lcm } from '../algebra/integer.ts';
import { overCommonDenominator, type Rational, rational } from '../algebra/rational.ts';
import { signOfRealPart } from '../algebra/trigonometry.ts';
import type { ExactEvidence, TableReference } from '../certificate/evidence.ts';
import { classOrders, eigenvalueMultiplicities } from '../check/characterValues.ts';
import { checkExact } from '../check/exact.ts';
import { rootForTable } from '../check/occurrence.ts';
import type { Subject } from '../check/subject.ts';
import { isTrivialRow, type VerifiedTable } from '../check/verifiedTable.ts';
import { isMonomialAction, isNaturalAction } from '../representation/action.ts';
import { characterConductor } from '../representation/classCharacter.ts';
import { degreesWhere, occurrenceIn, tableInWords, verifiedTable } from './explainTables.ts';
import {
  listLimit,
  plural,
  showDegrees,
  showFraction,
  showInteger,
  showList,
  showMonomial,
  showTable,
} from './explainText.ts';

type Kind<K extends ExactEvidence['kind']> = Extract<ExactEvidence, { readonly kind: K }>;
type Paragraphs = readonly string[];

/** The lower bound that the checker takes from evidence. */
const leastOf = <G extends string>(subject: Subject<G>, evidence: ExactEvidence): bigint | undefined => {
  const checked = checkExact(subject, evidence);
  return checked._tag === 'Left' ? undefined : checked.right.least?.value;
};

/** At most `most` of the translates of a monomial, signs forgotten. */
const translates = <G extends string>(
  { instance }: Subject<G>,
  exponents: readonly number[],
  most: number,
): readonly (readonly number[])[] => {
  const { action, group } = instance;
  if (!isMonomialAction(action)) return [];
  const d = action.dimension;
  const images = group.generators.map(action.image);
  const found = new Map([[exponents.join(), exponents]]);
  const queue = [exponents];
  for (let current = queue.shift(); current !== undefined && found.size < most; current = queue.shift())
    for (const image of images) {
      const moved = new Array<number>(d).fill(0);
      current.forEach((e, i) => {
        moved[image[i]! % d] = e;
      });
      if (found.has(moved.join()) || found.size >= most) continue;
      found.set(moved.join(), moved);
      queue.push(moved);
    }
  return [...found.values()];
};

export const explainOrbit = <G extends string>(subject: Subject<G>, evidence: Kind<'orbit'>): Paragraphs => {
  const { exponents } = evidence;
  const { instance, functions } = subject;
  const size = leastOf(subject, evidence);
  const n = size === undefined ? 'N' : showInteger(size);
  const signed = instance.action.kind === 'signed' ? ' up to sign' : '';
  const shown = translates(subject, exponents, listLimit).map(showMonomial);
  const more = size === undefined || size > BigInt(shown.length);
  const degree = exponents.reduce((sum, a) => sum + a, 0);
  const onPoints =
    functions.kind === 'pointwise'
      ? instance.action.kind === 'permutation'
        ? ' (as a function on the points: 1 at one point, 0 at the others)'
        : ' (as a function on the points ±e_i: 1 and −1 at one pair, 0 at the others)'
      : '';
  const { name } = instance.group.family;
  const counted =
    isNaturalAction(instance) && (name === 'S' || name === 'A')
      ? 'the count of the translates: where all permutations act (or the even ones, two exponents being equal) every arrangement of the exponents is reached, n! / Π m_i! of them if the exponents occur m_1, m_2, … times'
      : 'the translates, found one after the other with the generators of the group, and that no monomial is reached with two different signs, so that the sum is invariant';
  return [
    '**Idea** (MATHEMATICS.md 2.15, *orbit*). Let b be a monomial in F with N translates' +
      `${signed}, whose sum v${signed === '' ? '' : ', with suitable signs,'} is invariant. In the span of the translates the invariants are the multiples of v, so the invariant part of b is ±v/N, and **all N monomials occur in it**. For an exact scheme it equals E_ω b = Σ ω(g) g·b, and each element contributes one monomial only: an element with ω(g) ≠ 0 is needed for each, whatever the signs of the weights.`,
    `**The monomial** is b = ${showMonomial(exponents)}, of degree ${degree}${onPoints}. It has **${n}** ${size === 1n ? 'translate' : 'translates'}${signed}: ${showList(shown)}${more ? ', …' : ''}. So at least ${n} ${size === 1n ? 'element is' : 'elements are'} needed.`,
    `**The checker verifies** that b is in the class, and ${counted}.`,
  ];
};

const rowsInWords = (rows: readonly number[]): string =>
  `${rows.length === 1 ? 'row' : 'rows'} ${showList(rows.map(String))}`;

/** Which irreducibles are in the class, by degree. */
const occurrenceInWords = <G extends string>(subject: Subject<G>, table: VerifiedTable<G>): string => {
  const occurrence = occurrenceIn(subject, table);
  const inside = degreesWhere(table, occurrence, (what) => what === 'occurs');
  const outside = degreesWhere(table, occurrence, (what) => what !== 'occurs');
  const list = (degrees: readonly number[]): string => (degrees.length === 0 ? 'none' : showDegrees(degrees));
  return `Nontrivial irreducibles shown to occur in F have the degrees ${list(inside)}; those not shown to: ${list(outside)}.`;
};

export const explainRank = <G extends string>(subject: Subject<G>, evidence: Kind<'rank'>): Paragraphs => {
  const { table: reference, rows } = evidence;
  const table = verifiedTable(subject, reference);
  const degrees = table === undefined ? [] : rows.map((i) => table.degrees[i]!);
  const sum = degrees.reduce((all, d) => all + d * d, 0);
  const squares = degrees.length <= listLimit ? ` = ${degrees.map((d) => `${d}²`).join(' + ')}` : '';
  return [
    '**Idea** (MATHEMATICS.md 2.5, *rank*). Take a set J of irreducibles such that every constituent of the products π ⊗ π̄′, π and π′ in J, is trivial or occurs in F. Write the entries of all matrices π(g), π in J, into one vector v(g), of length Σ d_π². The entries of v(g) v(g)^H are matrix entries of those products, and an exact scheme gives them the same mean as the whole group does. So Σ ω(g) v(g) v(g)^H is the Gram matrix of Σ d_π² functions that are independent by Schur’s orthogonality, and has full rank; but it is a sum of matrices of rank one, one for each element with ω(g) ≠ 0.',
    `**The data.** J consists of ${rowsInWords(rows)} of ${tableInWords(reference)}, of ${degrees.length === 1 ? 'degree' : 'degrees'} ${showDegrees(degrees)}. ${table === undefined ? '' : occurrenceInWords(subject, table)} The bound is Σ d_π²${squares} = **${sum}**.`,
    `**The checker verifies** which irreducibles occur in F, by multiplicities modulo the prime that are not 0; and for ${plural(rows.length ** 2, 'product')} π ⊗ π̄′ that the multiplicity of each irreducible not shown to occur is 0 modulo the prime. A multiplicity in such a product is at most the least of the three degrees, which is below the prime, so it is 0.`,
  ];
};

/** The order of the root of unity that a linear programme fixes: one for the action and for the elements. */
const orderOfRoot = <G extends string>(subject: Subject<G>, table: VerifiedTable<G>): number =>
  Number(
    classOrders(table).reduce((all, o) => lcm(all, BigInt(o)), BigInt(characterConductor(subject.instance.action))),
  );

interface Combination {
  /** φ off e: the least value, whether it is exactly 0, and at how many classes it is taken. */
  readonly least: number;
  readonly isZero: boolean;
  readonly times: number;
}

/** The values of φ = Re Σ c_π χ_π off e; undefined where there is only e. */
const combinationOf = <G extends string>(
  subject: Subject<G>,
  table: VerifiedTable<G>,
  multipliers: readonly Rational[],
): Combination | undefined => {
  const { numerators: c, denominator } = overCommonDenominator(multipliers);
  const orders = classOrders(table);
  const order = orderOfRoot(subject, table);
  const root = rootForTable(table, order);
  if (root._tag === 'Left') return undefined;
  const values = orders.slice(1).map((o, i) => {
    const multiplicities = eigenvalueMultiplicities(table, i + 1, o, root.right, order);
    const exact = Array.from({ length: o }, (_, s) =>
      multiplicities.reduce((sum, row, j) => (row[s] === 0 ? sum : sum + c[j]! * BigInt(row[s]!)), 0n),
    );
    if (signOfRealPart(exact) === 0) return 0;
    const scale = Number(denominator);
    return exact.reduce((sum, x, s) => sum + (Number(x) / scale) * Math.cos((2 * Math.PI * s) / o), 0);
  });
  if (values.length === 0) return undefined;
  const least = Math.min(...values);
  return { least, isZero: least === 0, times: values.filter((x) => Math.abs(x - least) < 1e-9).length };
};

/** The multipliers, equal ones of equal degree together; those that are 0 are counted only. */
const multiplierTable = <G extends string>(
  subject: Subject<G>,
  table: VerifiedTable<G>,
  multipliers: readonly Rational[],
): string => {
  const occurrence = occurrenceIn(subject, table, orderOfRoot(subject, table));
  const groups = new Map<string, { readonly cells: readonly string[]; count: number }>();
  let zeros = 0;
  multipliers.forEach((c, i) => {
    if (c.numerator === 0n) {
      zeros++;
      return;
    }
    const where = isTrivialRow(table.rows[i]!)
      ? 'the trivial one'
      : occurrence[i] === 'occurs'
        ? 'occurs in F'
        : 'not shown to occur';
    const cells = [`${table.degrees[i]}`, where, showFraction(c)];
    const known = groups.get(cells.join());
    if (known === undefined) groups.set(cells.join(), { cells, count: 1 });
    else known.count++;
  });
  const rows = [...groups.values()].map(({ cells, count }) => [...cells, `${count}`]);
  const cut =
    rows.length > listLimit ? `\n\n(The first ${listLimit} of ${rows.length} different combinations are shown.)` : '';
  const rest =
    zeros === 0
      ? ''
      : `\n\n(${zeros === 1 ? 'The other irreducible has' : `The other ${zeros} irreducibles have`} multiplier 0.)`;
  return `${showTable(['d_π', 'π', 'c_π', 'how many'], rows.slice(0, listLimit), [1])}${cut}${rest}`;
};

/** The proof of a lower bound by the linear programme: on AC_ex, or with ε on AC_wk. */
export const explainLinearProgramme = <G extends string>(
  subject: Subject<G>,
  { table: reference, multipliers }: { readonly table: TableReference; readonly multipliers: readonly Rational[] },
  epsilon?: Rational,
): Paragraphs => {
  const idea =
    `**Idea** (Delsarte; MATHEMATICS.md ${epsilon === undefined ? '2.5' : '2.5 and 3.5'}, *linear programme*). Give every irreducible a multiplier c_π, not positive unless π is trivial or occurs in F, so that φ = Re Σ c_π χ_π is nowhere negative off e. Look at S = Σ ω(s) ω(t) φ(s⁻¹t), over all s and t, for probability weights. The terms with s = t are φ(e) Σ ω(s)², at least φ(e)/size, and the other terms are not negative: S ≥ φ(e)/size. On the other hand S = Σ_π c_π ‖ω̂(π)‖_F², where the trivial π contributes c_1, ` +
    (epsilon === undefined
      ? 'those that occur in F contribute 0 because ω is exact, and the others at most 0: S ≤ c_1. So size ≥ φ(e)/c_1.'
      : 'those that occur in F at most ε d_π max(c_π, 0) because ‖ω̂(π)‖² ≤ ε, and the others at most 0. So size ≥ φ(e)/(c_1 + ε Σ d_π max(c_π, 0)).');
  const table = verifiedTable(subject, reference);
  if (table === undefined) return [idea];
  const { numerators: c, denominator } = overCommonDenominator(multipliers);
  const trivial = table.rows.findIndex(isTrivialRow);
  const atIdentity = rational(
    c.reduce((sum, x, i) => sum + x * BigInt(table.degrees[i]!), 0n),
    denominator,
  );
  const constant = rational(c[trivial]!, denominator);
  const positive = rational(
    c.reduce((sum, x, i) => (i === trivial || x <= 0n ? sum : sum + x * BigInt(table.degrees[i]!)), 0n),
    denominator,
  );
  const limit =
    epsilon === undefined
      ? constant
      : rational(
          constant.numerator * positive.denominator * epsilon.denominator +
            epsilon.numerator * positive.numerator * constant.denominator,
          constant.denominator * positive.denominator * epsilon.denominator,
        );
  const bound = rational(atIdentity.numerator * limit.denominator, atIdentity.denominator * limit.numerator);
  const values = combinationOf(subject, table, multipliers);
  const off =
    values === undefined
      ? ''
      : ` Off e the least value of φ is ${values.isZero ? '0' : `about ${values.least.toPrecision(4)}`}, at ${values.times} of the ${plural(table.degrees.length - 1, 'other conjugacy class', 'other conjugacy classes')}.`;
  const divisor =
    epsilon === undefined
      ? `c_1 = ${showFraction(constant)}`
      : `c_1 + ε Σ d_π max(c_π, 0) = ${showFraction(constant)} + ${showFraction(epsilon)} · ${showFraction(positive)} = ${showFraction(limit)}`;
  const whole = bound.denominator === 1n ? '' : ', and a size is a whole number, so at least';
  const least = ceilDivide(bound.numerator, bound.denominator);
  return [
    idea,
    `**The multipliers** belong to the rows of ${tableInWords(reference)}:`,
    multiplierTable(subject, table, multipliers),
    `**The numbers.** φ(e) = Σ c_π d_π = ${showFraction(atIdentity)} and ${divisor}.${off} The bound is ${showFraction(bound)}${whole === '' ? '' : `${whole} ${showInteger(least)}`}.`,
    '**The checker verifies** that each π with a positive multiplier occurs in F (a multiplicity that is not 0 modulo the prime), and the sign of φ at every class: the eigenvalues of π(g) are roots of unity whose multiplicities, integers from 0 to d_π, are read off the table modulo the prime, so that φ(g) is a rational combination of roots of unity, and its sign is decided exactly. How the multipliers were found, by a solver in floating point, does not matter.',
  ];
};

export const explainExhaustion = <G extends string>(subject: Subject<G>, evidence: Kind<'exhaustion'>): Paragraphs => {
  const { size, weights } = evidence;
  const order = Number(subject.instance.group.order);
  const sets = Array.from({ length: Math.max(0, size - 1) }, (_, j) => binomial(order - 1, j)).reduce(
    (sum, x) => sum + x,
    0n,
  );
  return [
    `**Idea** (MATHEMATICS.md 2.18, *exhaustion*). Exactness is a system of linear equations for the numbers ω(g). A smallest exact scheme can be moved so that it uses e, and its columns of the system are linearly independent, for otherwise a relation between them could be used to bring one more weight to 0. Independent columns determine the weights. So it is enough to try the sets of elements that contain e: on none of them may the equations have a solution${weights === 'probability' ? ' with nonnegative weights' : ''}.`,
    `**The numbers.** The group has ${plural(order, 'element')}. There are at most ${showInteger(sets)} sets of fewer than ${size} elements that contain e, and none carries an exact scheme with ${weights} weights; so at least **${size}** are needed.`,
    '**The checker** does this search itself, in integers; the evidence is only the number. It goes through the sets of independent columns, and leaves out those that contain a set on which the equations already have a solution that is not allowed.',
  ];
};

export const explainDimension = <G extends string>(subject: Subject<G>, evidence: Kind<'dimension'>): Paragraphs => {
  const table = verifiedTable(subject, evidence.table);
  const occurrence = table === undefined ? [] : occurrenceIn(subject, table);
  const counted = table === undefined ? [] : degreesWhere(table, occurrence, (what) => what !== 'absent');
  const left = table === undefined ? [] : degreesWhere(table, occurrence, (what) => what === 'absent');
  const equations = counted.reduce((sum, d) => sum + d * d, 1);
  return [
    '**Idea** (MATHEMATICS.md 2.14, *dimension*). ω is exact if and only if Σ ω(g) = 1 and ω̂(π) = 0 for every nontrivial irreducible π in F: at most 1 + Σ d_π² linear equations for the numbers ω(g). The nonnegative solutions form a polytope, not empty because the plain average over the group is one of them, and at a vertex of it no more weights differ from 0 than there are equations. **No scheme is given**, and the weights of a vertex may be irrational.',
    `**The numbers** come from ${tableInWords(evidence.table)}. Counted are irreducibles of degrees ${counted.length === 0 ? 'none' : showDegrees(counted)}: 1 + Σ d_π² = **${equations}**. ${left.length === 0 ? 'None is left out' : `Left out are those of degrees ${showDegrees(left)}, which do not occur in F`}.`,
    '**The checker verifies** that what is left out does not occur in F: its multiplicity in every summand of the class is 0 modulo the prime, and too small to be another multiple of the prime.',
  ];
};
