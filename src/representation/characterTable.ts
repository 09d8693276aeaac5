/**
 * Exact character tables: values in a cyclotomic field ℚ(ζ_N) as small as the whole table allows (N = 1 when all
 * characters are rational).
 *
 * Not tested here: that a table belongs to a group, beyond how it was made. Groups with equal tables need not be
 * isomorphic (D_4 and Q_8; MATHEMATICS.md 2.3).
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Cyclotomic, type CyclotomicField, cyclotomicField } from '../algebra/cyclotomic.ts';
import { primeFactors, smallGcd } from '../algebra/integer.ts';
import { cyclotomicPolynomial } from '../algebra/polynomial.ts';
import { type PrimeField, primeField } from '../algebra/residue.ts';
import type { ConjugacyClasses } from '../group/listing.ts';
import { declined, type Problem } from '../group/notation.ts';
import { abelianCharacters, isAbelian } from './abelianCharacters.ts';
import { type ClassPowers, classConductors, classPowers, commonConductor } from './classPowers.ts';
import { classLimit, type ModularCharacterTable, modularCharacterTable } from './dixonSchneider.ts';
import { symmetricCharacterTable } from './murnaghanNakayama.ts';

/**
 * Laws: Σ_k classSizes[k] χ(k) conj(ψ(k)) is `order` if χ = ψ and 0 otherwise; Σ_χ χ(k) conj(χ(l)) is
 * order / classSizes[k] if k = l and 0 otherwise. Class 0 is that of the identity.
 */
export interface CharacterTable {
  readonly order: bigint;
  readonly classSizes: readonly bigint[];
  /** ℚ(ζ_N); its conductor N is that of the table. */
  readonly field: CyclotomicField;
  /** `rows[i][k]` = χ_i on class k. */
  readonly rows: readonly (readonly Cyclotomic[])[];
}

/** An integer combination Σ c_s ζ_n^s as its nonzero coefficients. */
type Combination = ReadonlyMap<number, bigint>;

const collect = (terms: Iterable<readonly [number, bigint]>): Combination => {
  const sum = new Map<number, bigint>();
  for (const [s, c] of terms) sum.set(s, (sum.get(s) ?? 0n) + c);
  return sum;
};

/** Integer coefficients on few elements of the power basis of a field. */
type Sparse = readonly (readonly [number, bigint])[];

/**
 * ζ_N^e on the power basis 1, ζ_N, … of ℚ(ζ_N). Let R be the product of the primes that divide N, and N = R·m. As
 * Φ_N(x) = Φ_R(x^m), only ζ_R^q has to be reduced, for e = qm + r with 0 ≤ r < m: in doubles, as its coefficients are
 * small, which is checked. Growth: O(R · φ(R)).
 */
const rootsOf = (conductor: number): ((exponent: number) => Sparse) => {
  const radical = primeFactors(conductor).reduce((product, q) => product * q, 1);
  const m = conductor / radical;
  const phi = cyclotomicPolynomial(radical).map(Number);
  const degree = phi.length - 1;
  const support = phi.flatMap((a, i) => (a === 0 || i === degree ? [] : [[i - degree, a] as const]));
  return (exponent) => {
    const q = Math.floor(exponent / m);
    const rest = new Float64Array(Math.max(q + 1, degree));
    rest[q] = 1;
    for (let top = q; top >= degree; top--) {
      const lead = rest[top]!;
      if (lead === 0) continue;
      // Fewer than 2¹⁷ such terms, with |a| < 2¹⁰, are added in one place: exact below 2⁵³.
      if (Math.abs(lead) > 2 ** 26) throw new Error('rootsOf: the coefficients of a root of unity are not small');
      for (const [shift, a] of support) rest[top + shift]! -= lead * a;
    }
    const terms: [number, bigint][] = [];
    for (let i = 0; i < degree; i++) if (rest[i] !== 0) terms.push([i * m + (exponent % m), BigInt(rest[i]!)]);
    return terms;
  };
};

/** The values of characters at the roots of unity of a field, shared among equal combinations. */
const valuesIn = (field: CyclotomicField): ((combination: Combination, n: number) => Cyclotomic) => {
  const roots = new Map<number, Sparse>();
  const values = new Map<string, Cyclotomic>();
  const reduced = rootsOf(field.conductor);
  const rootOf = (exponent: number): Sparse => {
    const root = roots.get(exponent) ?? reduced(exponent);
    roots.set(exponent, root);
    return root;
  };
  return (combination, n) => {
    const stride = field.conductor / n;
    const terms = [...combination].filter(([, c]) => c !== 0n).map(([s, c]) => [s * stride, c] as const);
    terms.sort((a, b) => a[0] - b[0]);
    const key = terms.join(';');
    const known = values.get(key);
    if (known !== undefined) return known;
    const numerators = field.zero.numerators.map(() => 0n);
    for (const [s, c] of terms) for (const [i, x] of rootOf(s)) numerators[i] = numerators[i]! + c * x;
    const value: Cyclotomic = { numerators, denominator: 1n };
    values.set(key, value);
    return value;
  };
};

/**
 * Rewrites a combination of n-th roots of unity, whose value is known to lie in ℚ(ζ_N), as one of N-th roots, N | n.
 *
 * One prime q | n/N at a time, m = n/q. If q | m, then 1, ζ_n, …, ζ_n^{q−1} is a basis over ℚ(ζ_m): the value is the
 * part with exponents divisible by q. Otherwise ζ_n^s is a power of ζ_q times a power of ζ_m, and if the value is
 * Σ_a ζ_q^a β_a and lies in ℚ(ζ_m), then β_1 = … = β_{q−1} and the value is β_0 − β_1.
 */
const descend = (combination: Combination, n: number, conductor: number): Combination => {
  let [terms, from] = [combination, n];
  for (const q of primeFactors(n / conductor))
    while ((from / conductor) % q === 0) {
      const m = from / q;
      const first = m % q;
      const kept: [number, bigint][] = [];
      for (const [s, c] of terms) {
        if (s % q === 0) kept.push([s / q, c]);
        else if (s % q === first) kept.push([((((s - m) / q) % m) + m) % m, -c]);
      }
      terms = collect(kept);
      from = m;
    }
  return terms;
};

/** Σ_t values[t] powers[1]^{st} for s = 0 … n − 1, where powers[i] is the i-th power of a root of unity of order n. */
const fourierTransform = (field: PrimeField, values: Float64Array, powers: Float64Array): Float64Array => {
  const n = values.length;
  const q = n === 1 ? 1 : primeFactors(n)[0]!;
  if (q === 1) return values;
  const m = n / q;
  const transformed = new Float64Array(n);
  const part = new Float64Array(m);
  const step = powers.filter((_, i) => i % q === 0);
  for (let a = 0; a < q; a++) {
    for (let t = 0; t < m; t++) part[t] = values[q * t + a]!;
    const ofPart = fourierTransform(field, part, step);
    for (let s = 0; s < n; s++)
      transformed[s] = field.add(transformed[s]!, field.mul(powers[(s * a) % n]!, ofPart[s % m]!));
  }
  return transformed;
};

const exactSizes = <G extends string>(classes: ConjugacyClasses<G>) => ({
  order: BigInt(classes.listing.size),
  classSizes: classes.sizes.map(BigInt),
});

/**
 * Dixon's lifting. If g has order o, the multiplicity of ζ_o^s as an eigenvalue of g in the representation with
 * character χ is (1/o) Σ_t χ(g^t) ζ_o^{−st}, an integer between 0 and χ(1) < p: its residue tells it. Where all
 * characters are rational, χ(g) is an integer and |χ(g)| ≤ χ(1) < p/2: its residue tells it too. Rows stay in order.
 * Growth, for r classes: r steps per rational class, and r transforms of O(o · sum of the prime factors of o) for few
 * of the others: the classes of one cyclic subgroup share them.
 */
export const liftTable = <G extends string>(
  classes: ConjugacyClasses<G>,
  modular: ModularCharacterTable,
): CharacterTable => {
  const found = primeField(modular.prime);
  if (O.isNone(found)) throw new Error('liftTable: the modulus is not a prime below 2^31');
  const modulo = found.value;
  const powers = classPowers(classes);
  const conductors = classConductors(powers);
  const field = cyclotomicField(commonConductor(powers));
  const valueAt = valuesIn(field);
  const eigenvaluesAt = multiplicitiesAt(modulo, powers, modular);
  const rows = modular.rows.map((row, i) => {
    const eigenvalues = new Map<number, Combination>();
    return powers.sources.map(({ source, exponent }, k) => {
      if (conductors[k] === 1) {
        const integer = row[k]! > modular.prime / 2 ? row[k]! - modular.prime : row[k]!;
        if (Math.abs(integer) > modular.degrees[i]!) throw new Error(notCharacter);
        return valueAt(new Map([[0, BigInt(integer)]]), 1);
      }
      const ofSource = eigenvalues.get(source) ?? eigenvaluesAt(source, i);
      eigenvalues.set(source, ofSource);
      // Class k holds g^exponent for the source g: its eigenvalues are the powers of those of g.
      const order = powers.orders[k]!;
      const shift = exponent / (powers.orders[source]! / order);
      const combination = collect([...ofSource].map(([s, x]) => [(s * shift) % order, x]));
      return valueAt(descend(combination, order, conductors[k]!), conductors[k]!);
    });
  });
  return { ...exactSizes(classes), field, rows };
};

const notCharacter = 'liftTable: the row is not a character modulo the prime';

/** The multiplicities of the eigenvalues at class k in representation i, as the sum of the eigenvalues. */
const multiplicitiesAt = (
  modulo: PrimeField,
  powers: ClassPowers,
  { root, rootOrder, rows, degrees }: ModularCharacterTable,
): ((k: number, i: number) => Combination) => {
  const prepared = new Map<number, { readonly cycle: Int32Array; readonly roots: Float64Array }>();
  const prepare = (k: number) => {
    const order = powers.orders[k]!;
    const inverseRoot = modulo.reciprocal(modulo.power(root, rootOrder / order));
    const roots = new Float64Array(order).fill(1);
    for (let s = 1; s < order; s++) roots[s] = modulo.mul(roots[s - 1]!, inverseRoot);
    const ready = { cycle: Int32Array.from(roots, (_, t) => powers.power(k, t)), roots };
    prepared.set(k, ready);
    return ready;
  };
  return (k, i) => {
    const { cycle, roots } = prepared.get(k) ?? prepare(k);
    const order = cycle.length;
    const scale = modulo.reciprocal(order % modulo.prime);
    const values = Float64Array.from(cycle, (at) => rows[i]![at]!);
    const multiplicities = fourierTransform(modulo, values, roots).map((x) => modulo.mul(x, scale));
    if (multiplicities.reduce((sum, x) => sum + x, 0) !== degrees[i]) throw new Error(notCharacter);
    return new Map([...multiplicities].flatMap((x, s) => (x === 0 ? [] : [[s, BigInt(x)] as const])));
  };
};

/** Exact tables over ℚ(ζ_N) with N above this are declined: every value is a list of φ(N) integers. */
export const conductorLimit = 10_000;

/**
 * The table of a listed group: modulo a prime, then lifted; directly if the group is abelian. Declines what
 * `modularCharacterTable` declines, and conductors above `conductorLimit` (PSL(2,41), for example).
 */
export const characterTable = <G extends string>(classes: ConjugacyClasses<G>): E.Either<Problem, CharacterTable> => {
  const { group } = classes.listing;
  if (classes.sizes.length > classLimit)
    return declined(`${group.notation} has ${classes.sizes.length} conjugacy classes; the limit is ${classLimit}`);
  const conductor = commonConductor(classPowers(classes));
  if (conductor > conductorLimit)
    return declined(
      `the characters of ${group.notation} need ${conductor}-th roots of unity; the limit is ${conductorLimit}`,
    );
  if (isAbelian(classes)) return E.right(abelianCharacterTable(classes));
  return E.map((modular: ModularCharacterTable) => liftTable(classes, modular))(modularCharacterTable(classes));
};

/** The table of an abelian group, without a prime; the trivial character is first. */
export const abelianCharacterTable = <G extends string>(classes: ConjugacyClasses<G>): CharacterTable => {
  const powers = classPowers(classes);
  const conductors = classConductors(powers);
  const field = cyclotomicField(commonConductor(powers));
  const valueAt = valuesIn(field);
  const rows = abelianCharacters(classes, powers.exponent).map((exponents) =>
    Array.from(exponents, (a, k) => {
      const order = powers.orders[k]!;
      return valueAt(descend(new Map([[a / (powers.exponent / order), 1n]]), order, conductors[k]!), conductors[k]!);
    }),
  );
  return { ...exactSizes(classes), field, rows };
};

/**
 * The table of S_n by Murnaghan and Nakayama, over ℚ. Rows: the partitions of n in the order of `partitions`, trivial
 * character first. Classes: the same list from its end, so that the identity (1, …, 1) comes first.
 */
export const symmetricGroupTable = (n: number): CharacterTable => {
  const { classSizes, rows } = symmetricCharacterTable(n);
  const field = cyclotomicField(1);
  return {
    order: classSizes.reduce((sum, size) => sum + size, 0n),
    classSizes: [...classSizes].reverse(),
    field,
    rows: rows.map((row) => row.map((value): Cyclotomic => ({ numerators: [value], denominator: 1n })).reverse()),
  };
};

/**
 * The inclusion ℚ(ζ_n) → ℚ(ζ_N), n | N, for algebraic integers: these have denominator 1 over the power basis. Images
 * are shared where arguments are.
 */
const inclusion = (from: CyclotomicField, to: CyclotomicField): ((a: Cyclotomic) => Cyclotomic) => {
  const valueAt = valuesIn(to);
  const known = new Map<Cyclotomic, Cyclotomic>();
  return (a) => {
    const terms = a.numerators.map((c, i) => [i, c] as const);
    const image = known.get(a) ?? valueAt(collect(terms), from.conductor);
    known.set(a, image);
    return image;
  };
};

/**
 * The table of G × H from those of G and H: class (k, l) is number k · (classes of H) + l, and χ ⊗ ψ likewise. The
 * order of the classes is not that of `conjugacyClasses` of the product.
 */
export const productTable = (g: CharacterTable, h: CharacterTable): CharacterTable => {
  const [a, b] = [g.field.conductor, h.field.conductor];
  const field = cyclotomicField((a / smallGcd(a, b)) * b);
  const [includeG, includeH] = [inclusion(g.field, field), inclusion(h.field, field)];
  const rowsOfH = h.rows.map((row) => row.map(includeH));
  return {
    order: g.order * h.order,
    classSizes: g.classSizes.flatMap((size) => h.classSizes.map((other) => size * other)),
    field,
    rows: g.rows.flatMap((row) => {
      const included = row.map(includeG);
      return rowsOfH.map((other) => included.flatMap((x) => other.map((y) => field.mul(x, y))));
    }),
  };
};

/** The degrees of the characters, in the order of the rows. */
export const degreesOf = (table: CharacterTable): readonly bigint[] => table.rows.map((row) => row[0]!.numerators[0]!);
