/**
 * Signed permutation modules: N basis vectors that the group permutes up to sign. The monomials of bounded degree under
 * a monomial action split into such modules, one per orbit; so does the regular representation.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Element, FiniteGroup } from '../group/group.ts';
import { listGroup, pointLimit } from '../group/listing.ts';
import { declined, type Problem } from '../group/notation.ts';
import { shorten } from '../group/permutation.ts';
import { type Instance, isMonomialAction, type MonomialAction } from './action.ts';
import type { ActionClass, FunctionClass } from './functionClass.ts';

/** What g does to the basis: b_i ↦ sign[i] · b_{target[i]}. */
export interface SignedPermutation {
  readonly target: ArrayLike<number>;
  readonly sign: ArrayLike<number>;
}

/** A transitive signed permutation module. */
export interface TransitiveModule<G extends string> {
  /** A basis vector it was generated from, for reports. */
  readonly label: string;
  readonly size: number;
  readonly apply: (g: Element<G>) => SignedPermutation;
  /**
   * Signs s with Σ s_i b_i invariant, or undefined if no nonzero vector is: then −b_i lies in the orbit of b_i. As the
   * module is transitive the invariants have dimension 1 or 0.
   */
  readonly invariant: ArrayLike<number> | undefined;
}

/** Basis vectors considered by one call are at most this many. */
export const monomialLimit = 400_000;

/** The exponent vectors in `dimension` variables of total degree at most `degree`. */
const exponentVectors = (dimension: number, degree: number): Iterable<readonly number[]> => {
  // In lexicographic order: the next vectors have the same start, and their next nonzero exponent as late as possible.
  const current = new Array<number>(dimension).fill(0);
  function* from(position: number, left: number): Generator<readonly number[]> {
    yield [...current];
    for (let next = dimension - 1; left > 0 && next >= position; next--) {
      for (let exponent = 1; exponent <= left; exponent++) {
        current[next] = exponent;
        yield* from(next + 1, left - exponent);
      }
      current[next] = 0;
    }
  }
  return from(0, degree);
};

/** x_1ᵉ … x_dᵉ. */
const powersOfCoordinates = (dimension: number, exponent: number): readonly (readonly number[])[] =>
  Array.from({ length: dimension }, (_, i) => Array.from({ length: dimension }, (_, j) => (i === j ? exponent : 0)));

/**
 * Vectors that span the class, up to sign permuted: exponents of monomials, for maps followed by the number of a basis
 * vector of V. On the points ±e_i the monomials 1, x_i, x_i² span the functions (`functionClass.ts`), and isomorphic
 * copies are allowed: under permutations without signs x_i stands for the indicator of point i.
 */
function* spanningVectors(dimension: number, functions: ActionClass): Generator<readonly number[]> {
  switch (functions.kind) {
    case 'linear':
      yield* powersOfCoordinates(dimension, 1);
      return;
    case 'polynomials':
      yield* exponentVectors(dimension, functions.degree);
      return;
    case 'pointwise':
      yield new Array<number>(dimension).fill(0);
      for (let exponent = 1; exponent <= Math.min(functions.degree, 2); exponent++)
        yield* powersOfCoordinates(dimension, exponent);
      return;
    case 'maps':
      for (const exponents of spanningVectors(dimension, functions.from))
        for (let value = 0; value < dimension; value++) yield [...exponents, value];
  }
}

/**
 * The number of vectors that `monomialModules` considers: C(d + k, k) monomials of degree at most k; d for `linear`; 1,
 * d + 1 or 2d + 1 for `pointwise`; and d times as many for maps. Infinite above 10¹⁵.
 */
export const monomialCount = (dimension: number, functions: ActionClass): number => {
  if (functions.kind === 'linear') return dimension;
  if (functions.kind === 'pointwise') return 1 + Math.min(functions.degree, 2) * dimension;
  if (functions.kind === 'maps') return dimension * monomialCount(dimension, functions.from);
  const k = functions.degree;
  let count = 1;
  for (let i = 1; i <= Math.min(k, dimension); i++) {
    count = (count * (k + dimension - i + 1)) / i;
    if (count > 1e15) return Number.POSITIVE_INFINITY;
  }
  return count;
};

/**
 * Renames exponents to 0, 1, 2, … by size, keeping parities apart when signs matter. Renaming exponents injectively
 * commutes with permuting variables (and, with parities kept, with sign changes), so monomials with equal patterns
 * generate isomorphic modules (MATHEMATICS.md 2.13); and so do their products with one and the same vector of V.
 */
const patternOf = (exponents: readonly number[], signed: boolean): readonly number[] => {
  const values = [...new Set(exponents)].sort((a, b) => a - b);
  const name = new Map<number, number>();
  let next = 0;
  for (const value of values) {
    if (signed && next % 2 !== value % 2) next++;
    name.set(value, next++);
  }
  return exponents.map((value) => name.get(value)!);
};

const keyOf = (vector: ArrayLike<number>): string => Array.prototype.join.call(vector, ',');

/**
 * The module generated by x^a, or by x^a ⊗ e_j where `start` goes on after the d exponents with j. Growth: size · d ·
 * generators.
 */
export const monomialModule = <G extends string>(
  group: FiniteGroup<G>,
  action: MonomialAction<G>,
  start: readonly number[],
): TransitiveModule<G> => orbitModule(group, action, start, new Set());

const labelOf = (start: readonly number[], dimension: number): string => {
  const monomial = `x^(${start.slice(0, dimension).join(',')})`;
  return start.length === dimension ? monomial : `${monomial} e_${start[dimension]! + 1}`;
};

const orbitModule = <G extends string>(
  group: FiniteGroup<G>,
  action: MonomialAction<G>,
  start: readonly number[],
  seen: Set<string>,
): TransitiveModule<G> => {
  const d = action.dimension;
  const move = (image: ArrayLike<number>, vector: ArrayLike<number>): { moved: Uint32Array; sign: number } => {
    const moved = new Uint32Array(vector.length);
    let sign = 1;
    for (let i = 0; i < d; i++) {
      const target = image[i]!;
      if (target >= d) {
        moved[target - d] = vector[i]!;
        if (vector[i]! % 2 === 1) sign = -sign;
      } else moved[target] = vector[i]!;
    }
    if (vector.length > d) {
      const target = image[vector[d]!]!;
      moved[d] = target % d;
      if (target >= d) sign = -sign;
    }
    return { moved, sign };
  };
  const vectors: ArrayLike<number>[] = [start];
  const indexOf = new Map([[keyOf(start), 0]]);
  const signs = [1];
  let invariant = true;
  const images = group.generators.map(action.image);
  for (let at = 0; at < vectors.length; at++)
    for (const image of images) {
      const { moved, sign } = move(image, vectors[at]!);
      const key = keyOf(moved);
      const known = indexOf.get(key);
      if (known === undefined) {
        indexOf.set(key, vectors.length);
        vectors.push(moved);
        signs.push(signs[at]! * sign);
      } else if (signs[known] !== signs[at]! * sign) invariant = false;
    }
  for (const key of indexOf.keys()) seen.add(key);
  const size = vectors.length;
  return {
    label: labelOf(start, d),
    size,
    apply: (g) => {
      const image = action.image(g);
      const target = new Uint32Array(size);
      const sign = new Int8Array(size);
      for (let i = 0; i < size; i++) {
        const moved = move(image, vectors[i]!);
        target[i] = indexOf.get(keyOf(moved.moved))!;
        sign[i] = moved.sign;
      }
      return { target, sign };
    },
    invariant: invariant ? signs : undefined,
  };
};

/**
 * The modules generated by the monomials of a class, for maps by their products with the basis vectors of V; one for
 * each orbit up to the isomorphisms of `patternOf`. Every irreducible of the class occurs in one of them and nothing
 * else does. Declines actions that permute no monomials and classes of more than `monomialLimit` vectors. Growth:
 * (number of vectors) · d · generators.
 */
export const monomialModules = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
): E.Either<Problem, readonly TransitiveModule<G>[]> => {
  const { action, group } = instance;
  if (!isMonomialAction(action) || functions.kind === 'all')
    return declined(
      'monomials are permuted only under an action that permutes coordinates, up to sign, and not for all functions',
    );
  const d = action.dimension;
  const count = monomialCount(d, functions);
  if (count * d > monomialLimit * 20 || count > monomialLimit)
    return declined(
      `there are ${count < 1e15 ? count : 'more than 10^15'} monomials in ${d} variables; the limit is ${monomialLimit}`,
    );
  const seen = new Set<string>();
  const modules: TransitiveModule<G>[] = [];
  for (const vector of spanningVectors(d, functions)) {
    const pattern = [...patternOf(vector.slice(0, d), action.kind === 'signed'), ...vector.slice(d)];
    if (!seen.has(keyOf(pattern))) modules.push(orbitModule(group, action, pattern, seen));
  }
  return E.right(modules);
};

/** The regular representation: the group permuting itself by left multiplication. Declines above `limit` elements. */
export const regularModule = <G extends string>(
  group: FiniteGroup<G>,
  limit: number,
): E.Either<Problem, TransitiveModule<G>> => {
  const listing = listGroup(group, limit);
  if (listing === undefined)
    return declined(
      `the regular representation of ${shorten(group.notation)} has more than ${limit} dimensions, or ${pointLimit} points to list`,
    );
  const elements = Array.from({ length: listing.size }, (_, i) => listing.unrank(i));
  const ones = new Int8Array(listing.size).fill(1);
  return E.right({
    label: 'regular representation',
    size: listing.size,
    apply: (g) => ({ target: Uint32Array.from(elements, (x) => listing.rank(group.concat(g, x))), sign: ones }),
    invariant: ones,
  });
};
