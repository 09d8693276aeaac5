/**
 * Functions on a listed group in floating point: square roots and inverses for convolution. Whatever is found here is
 * rounded and checked exactly afterwards, here and by Coq.
 */
import { inversePermutation } from '../../group/permutation.ts';
import { followedBy, type PointGroup } from './listing.ts';

/** Functions on a group, or class functions by their values on the classes; the first place is that of the identity. */
export interface Convolution {
  readonly order: number;
  /** How many elements have each place. */
  readonly sizes: ArrayLike<number>;
  /** The place of the inverses. */
  readonly inverse: ArrayLike<number>;
  /** (x * y)(h) = Σ_u x(h u⁻¹) y(u). */
  readonly convolve: (x: Float64Array, y: Float64Array) => Float64Array;
}

export interface GroupAlgebra extends Convolution {
  /** quotient[h · order + u] is the place of h u⁻¹. */
  readonly quotient: Uint16Array;
}

export const groupAlgebra = (group: PointGroup): GroupAlgebra => {
  const { elements, find } = group;
  const order = elements.length;
  const inverse = Uint16Array.from(elements, (g) => find(inversePermutation(g))!);
  const quotient = new Uint16Array(order * order);
  for (let u = 0; u < order; u++) {
    const back = elements[inverse[u]!]!;
    for (let h = 0; h < order; h++) quotient[h * order + u] = find(followedBy(elements[h]!, back))!;
  }
  const convolve = (x: Float64Array, y: Float64Array): Float64Array => {
    const product = new Float64Array(order);
    for (let h = 0; h < order; h++) {
      let sum = 0;
      for (let u = 0, at = h * order; u < order; u++, at++) sum += x[quotient[at]!]! * y[u]!;
      product[h] = sum;
    }
    return product;
  };
  return { order, sizes: new Uint8Array(order).fill(1), quotient, inverse, convolve };
};

const l1 = ({ sizes }: Convolution, x: Float64Array): number =>
  x.reduce((sum, value, i) => sum + Math.abs(value) * sizes[i]!, 0);
const map2 = (x: Float64Array, y: Float64Array, f: (a: number, b: number) => number): Float64Array =>
  Float64Array.from(x, (value, i) => f(value, y[i]!));

const unit = ({ sizes }: Convolution): Float64Array => {
  const delta = new Float64Array(sizes.length);
  delta[0] = 1;
  return delta;
};

/** x(g) and x(g⁻¹) made equal. */
const symmetric = ({ inverse }: Convolution, x: Float64Array): Float64Array =>
  Float64Array.from(x, (value, i) => (value + x[inverse[i]!]!) / 2);

const iterationLimit = 60;

/**
 * The square root and its inverse of a positive definite symmetric a (Newton, Schulz), or undefined if they were not
 * found: a is then not positive definite, or too nearly so.
 */
export const squareRoot = (
  algebra: Convolution,
  a: Float64Array,
): { readonly root: Float64Array; readonly inverseRoot: Float64Array } | undefined => {
  const { convolve } = algebra;
  const scale = l1(algebra, a);
  const delta = unit(algebra);
  let y: Float64Array = symmetric(algebra, a).map((value) => value / scale);
  let z: Float64Array = delta;
  for (let i = 0; i < iterationLimit; i++) {
    const step = map2(delta, convolve(z, y), (one, product) => (3 * one - product) / 2);
    const next = symmetric(algebra, convolve(y, step));
    z = symmetric(algebra, convolve(step, z));
    const change = l1(
      algebra,
      map2(next, y, (p, q) => p - q),
    );
    y = next;
    if (!Number.isFinite(change)) return undefined;
    if (change < 1e-10 * l1(algebra, y)) {
      const factor = Math.sqrt(scale);
      return { root: y.map((value) => value * factor), inverseRoot: z.map((value) => value / factor) };
    }
  }
  return undefined;
};

/** The inverse for convolution, or undefined if it was not found. */
export const inverseOf = (algebra: Convolution, a: Float64Array): Float64Array | undefined => {
  const { inverse, convolve } = algebra;
  const delta = unit(algebra);
  const size = l1(algebra, a);
  let x: Float64Array = Float64Array.from(a, (_, i) => a[inverse[i]!]! / (size * size));
  for (let i = 0; i < 2 * iterationLimit; i++) {
    const error = map2(delta, convolve(a, x), (one, product) => one - product);
    if (l1(algebra, error) < 1e-7) return x;
    x = convolve(
      x,
      map2(delta, error, (one, rest) => one + rest),
    );
    if (!Number.isFinite(l1(algebra, x))) return undefined;
  }
  return undefined;
};

/** The projection onto the irreducibles that occur in a central χ of nonnegative multiplicities, times the order. */
export const realSupport = (algebra: Convolution, chi: Float64Array): Float64Array => {
  const { order, sizes, convolve } = algebra;
  const delta = unit(algebra);
  // An orthonormal basis of the span of χ, χ*χ, …, and the projection of δ onto it.
  const basis: Float64Array[] = [];
  const dot = (x: Float64Array, y: Float64Array): number =>
    x.reduce((sum, value, i) => sum + value * y[i]! * sizes[i]!, 0);
  let next: Float64Array = chi;
  for (;;) {
    const before = Math.sqrt(dot(next, next));
    for (let pass = 0; pass < 2; pass++)
      for (const b of basis) {
        const c = dot(next, b);
        next = map2(next, b, (x, y) => x - c * y);
      }
    const norm = Math.sqrt(dot(next, next));
    if (norm < 1e-9 * before || basis.length > order) break;
    const normed = next.map((value) => value / norm);
    basis.push(normed);
    next = convolve(chi, normed);
  }
  const projection = new Float64Array(delta.length);
  for (const b of basis) {
    const c = dot(delta, b);
    for (let i = 0; i < delta.length; i++) projection[i]! += c * b[i]!;
  }
  return projection.map((value) => value * order);
};

/** The same where it has integer values; undefined if they do not come out. */
export const support = (algebra: Convolution, chi: Float64Array): bigint[] | undefined => {
  const { inverse } = algebra;
  const scaled = realSupport(algebra, chi);
  if (scaled.some((value) => Math.abs(value - Math.round(value)) > 1e-3)) return undefined;
  const rounded = Array.from(scaled, (value) => BigInt(Math.round(value)));
  return rounded.every((value, i) => value === rounded[inverse[i]!]) ? rounded : undefined;
};
