/** Monomials as the Coq theory moves them: exponents, with a sign where coordinates change theirs. */
import type { Permutation } from '../../group/permutation.ts';
import type { PointGroup } from './listing.ts';

/** Where g moves the monomial with these exponents, and whether its sign changes. */
export const moveMonomial = (
  g: Permutation,
  exponents: readonly number[],
): { readonly exponents: readonly number[]; readonly negative: boolean } => {
  const dimension = exponents.length;
  const moved = new Array<number>(dimension).fill(0);
  let negative = false;
  exponents.forEach((e, i) => {
    const point = g[i]!;
    moved[point % dimension]! += e;
    if (point >= dimension && e % 2 === 1) negative = !negative;
  });
  return { exponents: moved, negative };
};

/** All sequences of `dimension` exponents with this sum. */
export const monomials = (dimension: number, sum: number): readonly (readonly number[])[] => {
  if (dimension === 0) return sum === 0 ? [[]] : [];
  if (dimension === 1) return [[sum]];
  return Array.from({ length: sum + 1 }, (_, first) => first).flatMap((first) =>
    monomials(dimension - 1, sum - first).map((rest) => [first, ...rest]),
  );
};

/** How many monomials have one of these degrees. */
export const monomialCount = (dimension: number, degrees: readonly number[]): number =>
  degrees.reduce((count, degree) => {
    let binomial = 1;
    for (let i = 1; i < dimension; i++) binomial = (binomial * (degree + i)) / i;
    return count + Math.round(binomial);
  }, 0);

/** The traces of elements on the monomials of these degrees, together. */
export const tracesAt = (
  elements: readonly Permutation[],
  dimension: number,
  degrees: readonly number[],
): Float64Array => {
  const all = degrees.flatMap((degree) => monomials(dimension, degree));
  return Float64Array.from(elements, (g) => {
    let trace = 0;
    for (const exponents of all) {
      const moved = moveMonomial(g, exponents);
      if (moved.exponents.every((e, i) => e === exponents[i])) trace += moved.negative ? -1 : 1;
    }
    return trace;
  });
};

/** The traces of all elements. */
export const traces = (group: PointGroup, dimension: number, degrees: readonly number[]): Float64Array =>
  tracesAt(group.elements, dimension, degrees);
