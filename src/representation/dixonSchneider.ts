/**
 * The character table of a listed group modulo a prime (Dixon, "High speed computation of group characters", Numer.
 * Math. 10, 1967; Schneider, "Dixon's character table algorithm revisited", J. Symbolic Comput. 9, 1990).
 *
 * For a conjugacy class C, (T_C f)(x) = Σ_{c ∈ C} f(cx) is an operator on class functions. All T_C commute, and an
 * irreducible character χ is an eigenvector of each, with eigenvalue ω_χ(C) = |C| χ(C)/χ(1). If p ≡ 1 modulo the
 * exponent of G and p does not divide |G|, this stays true modulo p, the characters stay independent (orthogonality),
 * and their values are images of sums of roots of unity. So the characters modulo p are the lines into which class
 * functions split under all T_C. Modulo p > 2√|G| a degree is determined by its square.
 *
 * Schneider's improvements: a subspace in echelon form needs only the values of T_C f at its pivot classes; classes are
 * tried cheapest first; a class that is a Galois conjugate of one tried before splits nothing further.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { isPrime, smallGcd } from '../algebra/integer.ts';
import { type PrimeField, primeField, primeFieldLimit, type Residue, rootOfUnityModulo } from '../algebra/residue.ts';
import type { Element } from '../group/group.ts';
import type { ConjugacyClasses } from '../group/listing.ts';
import { declined, type Problem } from '../group/notation.ts';
import type { Permutation } from '../group/permutation.ts';
import { abelianCharacters, isAbelian } from './abelianCharacters.ts';
import { type ClassPowers, classPowers, galoisOrbit } from './classPowers.ts';
import { addMultipleModulo, eigenspaces, type ModularVector, type Subspace, wholeSpace } from './modularEigenspaces.ts';

/** Groups with more conjugacy classes than this are declined. */
export const classLimit = 1200;

export interface ModularCharacterTable {
  readonly prime: number;
  /** The residue that stands for e^{2πi/rootOrder}; `rootOrder` is a multiple of the exponent of the group. */
  readonly root: Residue;
  readonly rootOrder: number;
  /** `rows[i][k]` = χ_i on class k modulo p. Ordered by degree, then by residues; the trivial character is first. */
  readonly rows: readonly (readonly Residue[])[];
  readonly degrees: readonly number[];
}

/** Further conditions on the prime. */
export interface PrimeCondition {
  /** p is above this. */
  readonly above?: number;
  /** p ≡ 1 modulo this, as well as modulo the exponent of the group. */
  readonly modulus?: number;
}

/**
 * The least prime p < 2³¹ with p ≡ 1 modulo the exponent e (and `modulus`), p > 2√order (and `above`), p not dividing
 * the order; undefined if there is none.
 */
export const dixonPrime = (order: number, exponent: number, condition: PrimeCondition = {}): number | undefined => {
  const modulus = condition.modulus ?? 1;
  const step = (exponent / smallGcd(exponent, modulus)) * modulus;
  const bound = Math.max(Math.floor(2 * Math.sqrt(order)), condition.above ?? 0);
  for (let p = 1 + step * Math.max(1, Math.ceil(bound / step)); p < primeFieldLimit; p += step)
    if (p > bound && p * p > 4 * order && isPrime(p) && order % p !== 0) return p;
  return undefined;
};

/**
 * The elements of a class, as the orbit of its representative under conjugation. An element is ranked by its images of
 * the base points of the stabiliser chain, so conjugates met before are computed at these only.
 * Growth: |C| elements; memory also one byte for each element of the group.
 */
const membersOf = <G extends string>(classes: ConjugacyClasses<G>, k: number): readonly Element<G>[] => {
  const { group, size, rank } = classes.listing;
  const { base } = group.chain();
  const start = classes.representatives[k]!;
  const seen = new Uint8Array(size);
  seen[rank(start)] = 1;
  const members: Element<G>[] = [start];
  const moves = group.generators.map((s) => ({ s, inverse: group.inverse(s) }));
  const partial = Uint32Array.from(start);
  for (let at = 0; at < members.length; at++) {
    const x = members[at]!;
    for (const { s, inverse } of moves) {
      for (const point of base) partial[point] = s[x[inverse[point]!]!]!;
      const index = rank(partial as Permutation as Element<G>);
      if (seen[index] === 1) continue;
      seen[index] = 1;
      const conjugate = new Uint32Array(x.length);
      for (let point = 0; point < conjugate.length; point++) conjugate[point] = s[x[inverse[point]!]!]!;
      members.push(conjugate as Permutation as Element<G>);
    }
  }
  return members;
};

/**
 * For class l with representative x, `counts[k]` = the number of c in class C with cx in class k: a column of the class
 * matrix of C, and class structure constants of the group. Products are computed at base points only, as above.
 */
const classMatrixColumn = <G extends string>(
  classes: ConjugacyClasses<G>,
  members: readonly Element<G>[],
  l: number,
): ModularVector => {
  const counts = new Float64Array(classes.sizes.length);
  const { base } = classes.listing.group.chain();
  const x = classes.representatives[l]!;
  const product = Uint32Array.from(x);
  for (const member of members) {
    for (const point of base) product[point] = member[x[point]!]!;
    const k = classes.classOf(product as Permutation as Element<G>);
    counts[k] = counts[k]! + 1;
  }
  return counts;
};

/** T_C on the basis of a subspace, from the columns at its pivots. */
const restrict = (
  field: PrimeField,
  space: Subspace,
  column: (l: number) => ModularVector,
): readonly ModularVector[] => {
  const d = space.basis.length;
  const addMultiple = addMultipleModulo(field.prime);
  const matrix = Array.from({ length: d }, () => new Float64Array(d));
  space.pivots.forEach((pivot, j) => {
    const images = new Float64Array(d);
    const values = new Float64Array(d);
    column(pivot).forEach((count, k) => {
      if (count === 0) return;
      for (let i = 0; i < d; i++) values[i] = space.basis[i]![k]!;
      addMultiple(images, 0, values, count % field.prime);
    });
    images.forEach((image, i) => {
      matrix[i]![j] = image;
    });
  });
  return matrix;
};

/** The lines spanned by the characters, one vector each. */
const splitClassFunctions = <G extends string>(
  classes: ConjugacyClasses<G>,
  powers: ClassPowers,
  field: PrimeField,
): readonly ModularVector[] => {
  const { sizes } = classes;
  // Small classes are cheap; elements with many Galois conjugates have characters with many values.
  const orbits = sizes.map((_, k) => galoisOrbit(powers, k));
  const price = sizes.map((size, k) => size / orbits[k]!.length);
  const candidates = sizes.map((_, k) => k).filter((k) => k > 0 && orbits[k]![0] === k);
  candidates.sort((a, b) => price[a]! - price[b]! || a - b);
  let spaces: readonly Subspace[] = [wholeSpace(sizes.length)];
  for (const k of candidates) {
    if (spaces.length === sizes.length) break;
    const members = membersOf(classes, k);
    const columns = new Map<number, ModularVector>();
    const column = (l: number): ModularVector => {
      const known = columns.get(l) ?? classMatrixColumn(classes, members, l);
      columns.set(l, known);
      return known;
    };
    spaces = spaces.flatMap((space) =>
      space.basis.length === 1 ? [space] : eigenspaces(field, space, restrict(field, space, column)),
    );
  }
  if (spaces.length !== sizes.length)
    throw new Error('splitClassFunctions: class sums did not separate the characters');
  return spaces.map(({ basis }) => basis[0]!);
};

/** The character on a line: v/v(1) = χ/χ(1), and |G|/χ(1)² = Σ_x (χ/χ(1))(x) (χ/χ(1))(x⁻¹) determines χ(1). */
const characterOn = <G extends string>(
  classes: ConjugacyClasses<G>,
  field: PrimeField,
  line: ModularVector,
): { readonly degree: number; readonly row: readonly Residue[] } => {
  const { sizes, inverseClass, listing } = classes;
  const p = field.prime;
  const scale = field.reciprocal(line[0]!);
  const normalised = Array.from(line, (x) => field.mul(x, scale));
  const norm = sizes.reduce(
    (sum, size, k) => field.add(sum, field.mul(size % p, field.mul(normalised[k]!, normalised[inverseClass[k]!]!))),
    0,
  );
  const order = listing.size;
  for (let degree = 1; degree * degree <= order; degree++)
    if (order % degree === 0 && field.mul(norm, field.mul(degree % p, degree % p)) === order % p)
      return { degree, row: normalised.map((x) => field.mul(x, degree)) };
  throw new Error('characterOn: no degree fits, so this is not the line of a character');
};

const compareRows = (a: readonly Residue[], b: readonly Residue[]): number => {
  const at = a.findIndex((x, k) => x !== b[k]);
  return at < 0 ? 0 : a[at]! - b[at]!;
};

/**
 * The irreducible characters modulo a prime. Declines groups with more than `classLimit` classes, and conditions that
 * no prime below 2³¹ meets. Growth: the columns needed, |C| products of elements each, at most r per class C used;
 * linear algebra of O(r³) operations per class used, for r classes. Abelian groups: O(|G|²).
 */
export const modularCharacterTable = <G extends string>(
  classes: ConjugacyClasses<G>,
  condition: PrimeCondition = {},
): E.Either<Problem, ModularCharacterTable> => {
  const { listing, sizes } = classes;
  if (sizes.length > classLimit)
    return declined(`${listing.group.notation} has ${sizes.length} conjugacy classes; the limit is ${classLimit}`);
  const powers = classPowers(classes);
  const prime = dixonPrime(listing.size, powers.exponent, condition);
  const field = prime === undefined ? O.none : primeField(prime);
  if (O.isNone(field)) return declined('no suitable prime below 2^31 for the characters');
  const p = field.value.prime;
  const modulus = condition.modulus ?? 1;
  const rootOrder = (powers.exponent / smallGcd(powers.exponent, modulus)) * modulus;
  const root = O.toUndefined(rootOfUnityModulo(field.value, rootOrder));
  if (root === undefined) throw new Error('modularCharacterTable: no root of unity');
  const found = isAbelian(classes)
    ? abelianCharacters(classes, powers.exponent).map((exponents) => ({
        degree: 1,
        row: Array.from(exponents, (a) => field.value.power(root, a * (rootOrder / powers.exponent))),
      }))
    : splitClassFunctions(classes, powers, field.value).map((line) => characterOn(classes, field.value, line));
  const sorted = found.sort((a, b) => a.degree - b.degree || compareRows(a.row, b.row));
  const degrees = sorted.map(({ degree }) => degree);
  if (degrees.reduce((sum, degree) => sum + degree * degree, 0) !== listing.size)
    throw new Error('modularCharacterTable: the squares of the degrees do not add up to the order');
  return E.right({ prime: p, root, rootOrder, rows: sorted.map(({ row }) => row), degrees });
};
