/** The proofs about exact averaging: evidence for AC_ex, and for the threshold. Only for certificates that were accepted. */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { binomial, smallGcd } from '../algebra/integer.ts';
import { overCommonDenominator } from '../algebra/rational.ts';
import type { Claim } from '../certificate/certificate.ts';
import type { ExactEvidence, TableReference } from '../certificate/evidence.ts';
import { checkExact } from '../check/exact.ts';
import { orbitLength } from '../check/orbit.ts';
import { readElements, type Subject } from '../check/subject.ts';
import { pointCount } from '../group/group.ts';
import { stabiliserChainWithin } from '../group/stabiliserChain.ts';
import { isMonomialAction, isNaturalAction } from '../representation/action.ts';
import {
  describeFunctionClass,
  type FunctionClass,
  isPolynomialClass,
  polynomials,
} from '../representation/functionClass.ts';
import { monomialCount, monomialLimit } from '../representation/module.ts';
import {
  explainDimension,
  explainExhaustion,
  explainLinearProgramme,
  explainOrbit,
  explainRank,
} from './explainLower.ts';
import { tableInWords } from './explainTables.ts';
import {
  listLimit,
  plural,
  showElements,
  showFactors,
  showFraction,
  showInteger,
  showList,
  showSchemeData,
  showTable,
} from './explainText.ts';

type ExactClaim = Extract<Claim, { readonly quantity: 'AC_ex' }>;
type ThresholdClaim = Extract<Claim, { readonly quantity: 'threshold' }>;
type Kind<K extends ExactEvidence['kind']> = Extract<ExactEvidence, { readonly kind: K }>;
type Paragraphs = readonly string[];

const everything = (order: bigint): string =>
  `Hence all ω(g) are equal, and an exact scheme uses all ${showInteger(order)} elements. The average over the whole group is exact, so AC_ex = ${showInteger(order)}.`;

const explainFreeOrbit = <G extends string>(subject: Subject<G>, { factors }: Kind<'free-orbit'>): Paragraphs => {
  const { order } = subject.instance.group;
  const degree = factors.reduce((sum, factor) => sum + Math.max(...factor), 0);
  const keys = factors.map((factor) => [...factor].sort((a, b) => a - b).join(','));
  const monomial = factors.every((factor) => factor.length === 1);
  const distinct = new Set(keys).size === keys.length;
  const shared = [...new Set(keys)]
    .map((key) => keys.flatMap((other, i) => (other === key ? [`x_${i + 1}`] : [])))
    .filter((variables) => variables.length > 1);
  const why = distinct
    ? `its exponents at the ${plural(factors.length, 'coordinate')} are pairwise different, so an element that fixes it moves no coordinate`
    : `the coordinates with equal exponents are ${shared
        .slice(0, 4)
        .map((variables) => `{${showList(variables)}}`)
        .join(
          ', ',
        )}${shared.length > 4 ? `, … (${shared.length} sets)` : ''}; an element that fixes it permutes within ` +
      'these sets, and the checker goes through the elements that do and finds only those that move no coordinate';
  const signs =
    subject.instance.action.kind === 'signed'
      ? ' Coordinates that can change sign have an even and an odd exponent in their factor, whose parts E + O and E − O are independent, so signs are told apart as well.'
      : '';
  return [
    '**Idea** (MATHEMATICS.md 2.3, *free orbit*). If the translates g·f of one function f in F are linearly independent, then E_ω f = Σ ω(g) g·f can be invariant only if all ω(g) are equal.',
    `**The witness** is f = ${showFactors(factors)}, of degree ${degree}. ${monomial ? 'No element but the identity fixes this monomial' : 'Its translates are independent'}: ${why}.${signs} ` +
      `So it has ${showInteger(order)} different translates${monomial ? `, which are different monomials${signs === '' ? '' : ' up to sign'} and therefore independent` : ''}.`,
    everything(order),
    '**The checker verifies** that the degree is within the class, that factors are equal or share no exponent, and the statement about fixing elements, with a stabiliser chain. Nothing is taken from the literature.',
  ];
};

const explainAnnihilator = <G extends string>(
  subject: Subject<G>,
  { coefficients }: Kind<'annihilator'>,
): Paragraphs => {
  const { instance } = subject;
  const d = instance.action.dimension;
  const terms = coefficients.flatMap((a, j) => (a.numerator === 0n ? [] : [`a_${j} = ${showFraction(a)}`]));
  const { numerators, denominator } = overCommonDenominator(coefficients);
  const atIdentity = numerators.reduce((sum, a, j) => sum + a * binomial(d + j - 1, j), 0n);
  return [
    '**Idea** (MATHEMATICS.md 2.3, *annihilator*). Suppose Σ_j a_j χ_{Sym^j}(g) = 0 for every g ≠ e, but not at e. Taking traces of ρ(x)ρ(h)E_ω = ρ(x)E_ω in each symmetric power shows that Σ_g ω(g) χ_{Sym^j}(xg) does not depend on x; the combination of these is a nonzero multiple of ω(x⁻¹), so ω is constant.',
    `**The data:** ${showList(terms)}, the other coefficients being 0. At the identity χ_{Sym^j}(e) = C(${d} + j − 1, j), and the combination is ${showFraction({ numerator: atIdentity, denominator })} ≠ 0.`,
    '**The checker verifies** the zeros at every conjugacy class other than e (under a plane action: for every order of a rotation and for reflections), by Molien’s formula Σ_j χ_{Sym^j}(g) t^j = 1/det(1 − tρ(g)). No irreducible representation is needed.',
    everything(instance.group.order),
  ];
};

/** What is told of a table where only the degrees of its characters matter. */
interface TableFacts {
  readonly prime: number;
  /** In the order of the rows; 0 where the identity is not found. */
  readonly dimensions: readonly number[];
}

const factsOf = <G extends string>(subject: Subject<G>, reference: TableReference): TableFacts => {
  if (typeof reference === 'number') {
    const table = subject.tables[reference];
    return { prime: table?.field.prime ?? 0, dimensions: table?.degrees ?? [] };
  }
  const identity = reference.classes.findIndex((text) => text === '()' || /^\[1(,\d+)*\]$/.test(text));
  return { prime: reference.prime, dimensions: reference.rows.map((row) => row[identity] ?? 0) };
};

/** d_π against the first degree, grouped; the trivial representation is left in. */
const degreeTable = ({ dimensions }: TableFacts, degrees: readonly number[]): string => {
  const rows = new Map<string, { dimension: number; degree: number; count: number }>();
  dimensions.forEach((dimension, i) => {
    const key = `${degrees[i]}/${dimension}`;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { dimension, degree: degrees[i]!, count: 1 });
    else known.count++;
  });
  const sorted = [...rows.values()].sort((a, b) => a.degree - b.degree || a.dimension - b.dimension);
  const shown = sorted.length <= listLimit ? sorted : [...sorted.slice(0, listLimit - 1), sorted.at(-1)!];
  const text = showTable(
    ['occurs in degree', 'd_π', 'how many'],
    shown.map(({ dimension, degree, count }) => [`${degree}`, dimension === 0 ? '?' : `${dimension}`, `${count}`]),
  );
  return sorted.length <= listLimit
    ? text
    : `${text}\n\n(${listLimit} of ${sorted.length} rows; the last is the greatest degree.)`;
};

const explainMultiplicities = <G extends string>(
  subject: Subject<G>,
  { table, degrees }: Kind<'multiplicities'>,
  conclusion: string,
): Paragraphs => {
  const greatest = degrees.reduce((most, degree) => Math.max(most, degree), 0);
  const facts = factsOf(subject, table);
  const given = typeof table === 'number' ? `${tableInWords(table)}, ` : '';
  return [
    '**Idea** (MATHEMATICS.md 2.2, 2.3, *multiplicities*). ω is exact iff ω̂(π) = 0 for every nontrivial irreducible π that occurs in F. If all of them occur, Fourier inversion leaves only ω = 1/|G|; if one is missing, fewer elements are enough.',
    `**The data** is ${given}the character table modulo the prime ${facts.prime}, with ${plural(facts.dimensions.length, 'irreducible character')}, and for each a degree j in which it occurs in Sym^j; the greatest is ${greatest}.`,
    degreeTable(facts, degrees),
    '**The checker verifies** that the table belongs to this very group (its rows multiply like the class sums, so that the table of D4 is refused for Q8), and computes each multiplicity ⟨χ, χ_{Sym^j}⟩ modulo the prime from Molien’s formula; a nonzero residue proves occurrence.',
    conclusion,
  ];
};

/** What is lacking where fewer elements than the group has are enough. */
const whatIsMissing = <G extends string>(subject: Subject<G>, most: bigint): string => {
  const { group } = subject.instance;
  if (most >= group.order) return '';
  const { family } = group;
  const natural = family.name === 'S' && isNaturalAction(subject.instance) && isPolynomialClass(subject.functions);
  const degree = natural ? (family.parameter * (family.parameter - 1)) / 2 : 0;
  const sign = natural
    ? ` For ${group.notation} one missing representation is the sign: it occurs first in degree ${degree}, with Vandermonde's determinant Π (x_i − x_j) (MATHEMATICS.md 2.4).`
    : '';
  const threshold =
    subject.instance.faithful && isPolynomialClass(subject.functions) ? ': the class is below the threshold' : '';
  return `**What is missing:** ${showInteger(most)} is less than |G| = ${showInteger(group.order)}, so by MATHEMATICS.md 2.2 some irreducible representation does not occur in F${threshold}, and the average has more freedom than the uniform one on the whole group.${sign}`;
};

/** How the checker decides whether a scheme is exact. */
const methodOf = <G extends string>({ instance, functions }: Subject<G>): 'harmonics' | 'monomials' | 'characters' => {
  const { action } = instance;
  if (action.kind === 'plane' && isPolynomialClass(functions)) return 'harmonics';
  if (!isMonomialAction(action) || functions.kind === 'all') return 'characters';
  const count = monomialCount(action.dimension, functions);
  return count <= monomialLimit && count * action.dimension <= 20 * monomialLimit ? 'monomials' : 'characters';
};

const whatMonomialsAre = (functions: FunctionClass): string =>
  functions.kind === 'maps'
    ? 'monomials times basis vectors'
    : functions.kind === 'pointwise'
      ? 'monomials (as functions on the points)'
      : 'monomials';

const explainScheme = <G extends string>(subject: Subject<G>, { scheme }: Kind<'scheme'>): Paragraphs => {
  const method = methodOf(subject);
  const monomials = whatMonomialsAre(subject.functions);
  const size = scheme.elements.length;
  const each = scheme.weights !== undefined ? '' : size === 1 ? ', with weight 1' : `, each with weight 1/${size}`;
  const compared = {
    harmonics: 'is compared with the projection P onto the invariants on each harmonic z^m',
    monomials: `is compared with the projection P onto the invariants, on each orbit of ${monomials}`,
    characters:
      'is compared with the projection P onto the invariants by its size: in an invariant inner product E_ω − P and P are orthogonal, so ‖E_ω‖_F² = ‖E_ω − P‖_F² + dim F^G, and ω is exact if and only if ‖E_ω‖_F² = Σ ω(s) ω(t) χ_F(s⁻¹t) is the dimension of the invariants (MATHEMATICS.md 2.16)',
  }[method];
  const verified = {
    harmonics:
      'E_ω z^m = A z^m + B z̄^m for each degree m of the class: A and B, sums of weights times roots of unity, must be 0 where nothing is invariant, decided exactly',
    monomials: `E_ω = P entry by entry in exact integers: on an orbit of N ${monomials} every E_ω b_i must be the invariant part of b_i, ±1/N times the signed sum of the orbit, or 0 where nothing is invariant`,
    characters:
      'that equality exactly: it computes the character χ_F of the class at every conjugacy class (integers, or cyclotomic numbers), and in which class each product s⁻¹t lies',
  }[method];
  return [
    `**Idea.** A scheme of ${plural(scheme.elements.length, 'element')} is given, and E_ω ${compared}.`,
    `**The scheme:** ${showSchemeData(scheme)}${each}.`,
    `**The checker verifies** ${verified}.`,
  ];
};

const explainSubgroup = <G extends string>(subject: Subject<G>, { generators }: Kind<'subgroup'>): Paragraphs => {
  const { group } = subject.instance;
  const read = readElements(subject, generators);
  const chain = read._tag === 'Right' ? stabiliserChainWithin(4e9, pointCount(group.shape), read.right) : O.none;
  const order = O.isSome(chain) ? chain.value.order : undefined;
  const size =
    order === undefined
      ? ''
      : order === group.order
        ? ` It is the whole group, of ${plural(order, 'element')}.`
        : ` It has ${plural(order, 'element')}, index ${showInteger(group.order / order)} in the group.`;
  const counting =
    methodOf(subject) === 'monomials'
      ? `, orbit of ${whatMonomialsAre(subject.functions)} by orbit, that H fixes no more combinations than G does, by counting the orbits of H without a conflict of signs`
      : ' that the mean over H of the character of the class, the dimension of the H-invariants, is the mean over G (MATHEMATICS.md 2.16)';
  return [
    '**Idea.** The plain average over a subgroup H is the projection onto the H-invariants. If every H-invariant function in F is already G-invariant, this is the projection onto the G-invariants, so the scheme is exact.',
    generators.length === 0
      ? '**The subgroup** is the trivial one: its single element is the identity.'
      : `**The subgroup** is generated by ${showElements(generators)}.${size}`,
    `**The checker verifies**${counting}; and computes the order of H by a stabiliser chain.`,
  ];
};

const explainReflections = <G extends string>(subject: Subject<G>, evidence: Kind<'reflections'>): Paragraphs => {
  const { reflections } = evidence;
  const { order } = subject.instance.group;
  const n = reflections.length;
  return [
    '**Idea** (MATHEMATICS.md 2.4). A polynomial f with g·f = det ρ(g) f changes sign under each reflection, so it vanishes on its mirror and is divisible by the linear form that defines the mirror. With N mirrors a nonzero f has degree at least N. In lower degree the determinant does not occur, and then the average over the elements of determinant 1, half of the group, is exact.',
    `**The data:** ${plural(n, 'mirror')}, of the reflections ${showElements(reflections)}; ${n} is more than the degree of the class. The half of the group has ${showInteger(order / 2n)} elements.`,
    '**The checker verifies** that these are different reflections in the group.',
  ];
};

const explainHarmonics = <G extends string>(subject: Subject<G>): Paragraphs => {
  const { action, group } = subject.instance;
  const n = action.kind === 'plane' ? action.turns : 0;
  const k =
    subject.functions.kind === 'polynomials' ? subject.functions.degree : subject.functions.kind === 'linear' ? 1 : n;
  const dihedral = group.family.name === 'D';
  const half = Math.floor(n / 2);
  const complete = k >= (dihedral ? n : half);
  const checked = checkExact(subject, { kind: 'harmonics' });
  const most = checked._tag === 'Right' && checked.right.most !== undefined ? checked.right.most.value : undefined;
  const idea = dihedral
    ? `The irreducibles of this group occur with Re z^m and Im z^m for 1 ≤ m ≤ ${half}, and the determinant with Im z^${n}, in degree ${n} and no lower, as it vanishes on ${n} mirrors.`
    : `The characters of the rotations are z ↦ ζ^m; z^m and z̄^m carry ±m, so Sym^{≤k} has those with |m| ≤ k, and all of them iff k ≥ ⌊${n}/2⌋ = ${half}.`;
  const missing = dihedral
    ? `The determinant is missing in degrees up to ${k}, and the average over the ${n} rotations is exact.`
    : `Characters ±m with ${k} < m ≤ ${half} are missing. Take such an m, of order e = n/gcd(m, n), for example m = ${half} with e = ${n / smallGcd(n, half)}: adding a multiple of Re ζ^{m·turn} to the uniform weights keeps the scheme exact and makes the weights vanish where it is least.`;
  return [
    `**Idea.** Plane polynomials are sums of |z|^{2i} Re z^m and |z|^{2i} Im z^m of degree 2i + m. ${idea}`,
    complete
      ? `Here k = ${k} is enough for every irreducible. ${everything(group.order)}`
      : `Here k = ${k} is not enough. ${missing}${most === undefined ? '' : ` So AC_ex ≤ ${showInteger(most)}.`}`,
    '**The checker verifies** only the degree: the decomposition into harmonics is classical and proved in its source.',
  ];
};

const explainDivisibility = <G extends string>(
  subject: Subject<G>,
  monomials: readonly (readonly number[])[],
): Paragraphs => {
  const lengths = monomials.map((exponents) => {
    const length = orbitLength(subject, exponents);
    return E.isLeft(length) ? undefined : length.right;
  });
  return [
    '**Idea** (MATHEMATICS.md 5.9, *divisibility*). An exact average sends a monomial b with N translates to their mean, up to signs. A plain average of n elements gives each translate a coefficient that is an integer divided by n; it must be ±1/N, so N divides n.',
    `The monomials and their orbits here:\n\n${monomials
      .slice(0, listLimit)
      .map(
        (exponents, i) =>
          `- exponents ${exponents.slice(0, 40).join(', ')}${exponents.length > 40 ? ', …' : ''}: N = ${lengths[i] === undefined ? 'unknown' : showInteger(lengths[i])}`,
      )
      .join('\n')}`,
    'So n is a multiple of each N and of their least common multiple. This is about uniform weights only: elements counted with multiplicity.',
  ];
};

/** The proof that evidence gives on the subject's class. */
export const explainExactEvidence = <G extends string>(subject: Subject<G>, evidence: ExactEvidence): Paragraphs => {
  const { order } = subject.instance.group;
  switch (evidence.kind) {
    case 'regular':
      return [
        '**Idea** (MATHEMATICS.md 2.3, *free orbit*). The function that is 1 at e and 0 elsewhere has as translates the indicators of the single elements, which are independent. E_ω of it is invariant only if all ω(g) are equal.',
        everything(order),
      ];
    case 'free-orbit':
      return explainFreeOrbit(subject, evidence);
    case 'divisibility':
      return explainDivisibility(subject, evidence.monomials);
    case 'annihilator':
      return explainAnnihilator(subject, evidence);
    case 'multiplicities':
      return explainMultiplicities(
        subject,
        evidence,
        `All are in the class (${describeFunctionClass(subject.functions)}). ${everything(order)}`,
      );
    case 'harmonics':
      return explainHarmonics(subject);
    case 'scheme':
      return explainScheme(subject, evidence);
    case 'subgroup':
      return explainSubgroup(subject, evidence);
    case 'reflections':
      return explainReflections(subject, evidence);
    case 'orbit':
      return explainOrbit(subject, evidence);
    case 'rank':
      return explainRank(subject, evidence);
    case 'linear-programme':
      return explainLinearProgramme(subject, evidence);
    case 'exhaustion':
      return explainExhaustion(subject, evidence);
    case 'dimension':
      return explainDimension(subject, evidence);
    case 'two-sided':
      return [
        'The value is proved from both sides: a lower bound, and an upper bound that meets it.',
        '#### From below',
        ...explainExactEvidence(subject, evidence.lower),
        '#### From above',
        ...explainExactEvidence(subject, evidence.upper),
      ];
  }
};

export const explainExact = <G extends string>(subject: Subject<G>, claim: ExactClaim): Paragraphs => {
  const missing = claim.relation === '>=' ? '' : whatIsMissing(subject, claim.value);
  return [...explainExactEvidence(subject, claim.evidence), ...(missing === '' ? [] : [missing])];
};

export const explainThreshold = <G extends string>(subject: Subject<G>, claim: ThresholdClaim): Paragraphs => {
  const { evidence, value } = claim;
  if (evidence.kind === 'multiplicities')
    return explainMultiplicities(
      subject,
      evidence,
      `Some irreducible of degree ${value} in this list is shown to occur in no lower degree (all lower multiplicities are 0 modulo the prime, which is larger than they could be), so k* = ${value}.`,
    );
  if (evidence.kind === 'harmonics') return explainHarmonics(subject);
  const below = polynomials(Math.max(0, Number(value) - 1));
  return [
    evidence.missed === undefined
      ? `The threshold is at most ${value} if degree ${value} needs every element.`
      : `The threshold is ${value} if degree ${value} needs every element and degree ${Number(value) - 1} does not.`,
    `#### Degree ${value} needs every element`,
    ...explainExactEvidence(subject, evidence.attained),
    ...(evidence.missed === undefined
      ? []
      : [
          `#### Degree ${Number(value) - 1} does not`,
          ...explainExactEvidence({ ...subject, functions: below }, evidence.missed),
        ]),
  ];
};
