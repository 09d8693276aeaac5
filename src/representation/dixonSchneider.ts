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
import type { ConjugacyClasses } from '../group/listing.ts';
import { declined, type Problem } from '../group/notation.ts';
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

/** The images of the base points of the stabiliser chain under the elements of a class, one element after the other. */
const baseImagesOf = <G extends string>(
  { listing, sizes, classOfRank }: ConjugacyClasses<G>,
  k: number,
): Uint32Array => {
  const { base } = listing.group.chain();
  const images = new Uint32Array(sizes[k]! * base.length);
  let at = 0;
  for (let index = 0; at < images.length; index++) {
    if (classOfRank[index] !== k) continue;
    const g = listing.unrank(index);
    for (const point of base) images[at++] = g[point]!;
  }
  return images;
};

/**
 * For class l with representative x, `counts[k]` = the number of c in class C with cx in class k: a column of the class
 * matrix of C, and class structure constants of the group. As cx and xc are conjugate, and an element is ranked by its
 * images of base points, the images of these under c are all it takes. Growth: |C| images of the base and ranks.
 */
const classMatrixColumn = <G extends string>(
  { listing, representatives, classOfRank, sizes }: ConjugacyClasses<G>,
  baseImages: Uint32Array,
  l: number,
): ModularVector => {
  const counts = new Float64Array(sizes.length);
  const { base, takeRank } = listing.group.chain();
  const x = representatives[l]!;
  const product = new Uint32Array(base.length);
  for (let at = 0; at < baseImages.length; ) {
    for (let i = 0; i < product.length; i++) product[i] = x[baseImages[at++]!]!;
    const k = classOfRank[takeRank(product)]!;
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
    const baseImages = baseImagesOf(classes, k);
    const columns = new Map<number, ModularVector>();
    const column = (l: number): ModularVector => {
      const known = columns.get(l) ?? classMatrixColumn(classes, baseImages, l);
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
 * no prime below 2³¹ meets. Growth, for r classes: for each class C used, |G| steps to find its members, |C| ranks for
 * each column of its matrix that is needed (r for the first, few for the later ones), and O(r³) operations modulo p.
 * How many classes it takes depends on the group: one or two where a small class separates the characters, at most one
 * for each Galois orbit of classes. Abelian groups: O(|G|²).
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
