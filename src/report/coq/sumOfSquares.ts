/**
 * Forms in the group algebra as sums of squares (`proofs/instances/squares.v`, `nearness.v`). A form a is not negative on a
 * class if a + z + k − b̃b is dominated by its value at the identity, for a weight z that is exact on the class and the
 * projection k onto the kernel of a + z, if that is not 0. The root b is found in floating point and rounded. The kernel of
 * a rational form is rational: it too is found in floating point, and read as fractions. What Coq decides afterwards is
 * decided here first, with integers.
 */
import { type GroupAlgebra, squareRoot } from './groupAlgebra.ts';

/** Numerators, one for each element, over one denominator. */
export interface GroupWeights {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

export interface Squares {
  readonly root: GroupWeights;
  /** undefined where there is none. */
  readonly kernel: GroupWeights | undefined;
}

/** Σ_g x(g) y(hg), for every h. */
const cross = (
  { order, quotient, inverse }: GroupAlgebra,
  x: readonly bigint[],
  y: readonly bigint[],
): readonly bigint[] => {
  const used = x.flatMap((z, g) => (z === 0n ? [] : [g]));
  return Array.from({ length: order }, (_, h) => {
    let sum = 0n;
    for (const g of used) sum += x[g]! * y[quotient[h * order + inverse[g]!]!]!;
    return sum;
  });
};

/** Σ_g x(g) x(hg), for every h. */
const correlation = (algebra: GroupAlgebra, x: readonly bigint[]): readonly bigint[] => cross(algebra, x, x);

const absolute = (z: bigint): bigint => (z < 0n ? -z : z);

/** x + y. */
export const sumOf = (x: GroupWeights, y: GroupWeights): GroupWeights => ({
  numerators: x.numerators.map((value, g) => value * y.denominator + y.numerators[g]! * x.denominator),
  denominator: x.denominator * y.denominator,
});

/** ε − w̃w at every h, for ε = p/q. */
export const errorForm = (algebra: GroupAlgebra, p: bigint, q: bigint, w: GroupWeights): GroupWeights => {
  const square = w.denominator * w.denominator;
  return {
    numerators: correlation(algebra, w.numerators).map((value, h) => (h === 0 ? p * square : 0n) - q * value),
    denominator: q * square,
  };
};

/** The weights 1/|G|. */
export const uniformWeights = ({ order }: GroupAlgebra): GroupWeights => ({
  numerators: Array.from({ length: order }, () => 1n),
  denominator: BigInt(order),
});

/** What Coq evaluates: a − b̃b at 1 against all others. */
const dominated = (algebra: GroupAlgebra, a: GroupWeights, b: GroupWeights): boolean => {
  const squares = correlation(algebra, b.numerators);
  const scale = b.denominator * b.denominator;
  let others = 0n;
  let first = 0n;
  for (let h = 0; h < algebra.order; h++) {
    const remainder = scale * a.numerators[h]! - a.denominator * squares[h]!;
    if (h === 0) first = remainder;
    else others += absolute(remainder);
  }
  return others <= first;
};

/** How much of `room` is left to the remainder, and bits of the rounded root, tried one after another. */
const roundings = [
  { left: 2 ** -6, bits: 20 },
  { left: 2 ** -10, bits: 26 },
  { left: 2 ** -16, bits: 34 },
  { left: 2 ** -24, bits: 42 },
  { left: 2 ** -30, bits: 48 },
] as const;

const zero = ({ order }: GroupAlgebra): GroupWeights => ({
  numerators: Array.from({ length: order }, () => 0n),
  denominator: 1n,
});

/** b with a − b̃b dominated at 1; undefined if none was found. */
export const findRoot = (algebra: GroupAlgebra, a: GroupWeights, room: number): GroupWeights | undefined => {
  if (dominated(algebra, a, zero(algebra))) return zero(algebra);
  const values = Float64Array.from(a.numerators, (value) => Number(value) / Number(a.denominator));
  for (const { left, bits } of roundings) {
    const found = squareRoot(
      algebra,
      values.map((value, h) => (h === 0 ? value - room * left : value)),
    );
    if (found === undefined) continue;
    const scale = 2 ** bits;
    const root: GroupWeights = {
      numerators: Array.from(found.root, (x) => BigInt(Math.round(x * scale))),
      denominator: BigInt(scale),
    };
    if (dominated(algebra, a, root)) return root;
  }
  return undefined;
};

const greatestDenominator = 1_000_000;

/** The least denominator, up to a limit, with which all values are fractions within the tolerance. */
const commonDenominator = (values: Float64Array, tolerance: number): number | undefined => {
  let denominator = 1;
  for (const value of values) {
    // The continued fraction of the value times what was found before.
    let [before, now] = [0, 1];
    let rest = Math.abs(value * denominator);
    while (
      Math.abs(value * denominator * now - Math.round(value * denominator * now)) >
      tolerance * denominator * now
    ) {
      rest = 1 / (rest - Math.floor(rest));
      [before, now] = [now, before + now * Math.floor(rest)];
      if (!(now * denominator <= greatestDenominator)) return undefined;
    }
    denominator *= now;
  }
  return denominator;
};

const squaringLimit = 26;

/** The projection onto the kernel of a positive semidefinite form, if it is not 0; checked exactly. */
const findKernel = (algebra: GroupAlgebra, a: GroupWeights): GroupWeights | undefined => {
  const { order, inverse, convolve } = algebra;
  const values = Float64Array.from(a.numerators, (value) => Number(value) / Number(a.denominator));
  const bound = values.reduce((sum, value) => sum + Math.abs(value), 0);
  // The powers of 1 − a / bound tend to the projection.
  let power: Float64Array = values.map((value, h) => (h === 0 ? 1 : 0) - value / bound);
  for (let i = 0; ; i++) {
    const product = convolve(power, power);
    const square = product.map((value, h) => (value + product[inverse[h]!]!) / 2);
    const change = square.reduce((sum, value, h) => sum + Math.abs(value - power[h]!), 0);
    power = square;
    if (change < 1e-7) break;
    if (i === squaringLimit || !Number.isFinite(change)) return undefined;
  }
  const square = convolve(power, power);
  const cube = convolve(square, power);
  const projection = square.map((value, h) => 3 * value - 2 * cube[h]!);
  const denominator = commonDenominator(projection, 1e-9);
  if (denominator === undefined) return undefined;
  const [numerators, scale] = [Array.from(projection, (x) => BigInt(Math.round(x * denominator))), BigInt(denominator)];
  const idempotent = cross(algebra, numerators, numerators).every((value, h) => value === scale * numerators[h]!);
  const symmetric = numerators.every((value, g) => value === numerators[inverse[g]!]);
  const inside = cross(algebra, numerators, a.numerators).every((value) => value === 0n);
  const some = numerators.some((value) => value !== 0n);
  return order > 1 && some && idempotent && symmetric && inside ? { numerators, denominator: scale } : undefined;
};

/**
 * A root, and a kernel where it needs one, that show that the form a + z is not negative; `room` is what the value at the
 * identity is measured with, such as ε. Growth: a hundred convolutions or so, |G|² steps each.
 */
export const findSquares = (
  algebra: GroupAlgebra,
  form: GroupWeights,
  z: GroupWeights,
  room: number,
): Squares | undefined => {
  const a = sumOf(form, z);
  const plain = findRoot(algebra, a, room);
  if (plain !== undefined) return { root: plain, kernel: undefined };
  const kernel = findKernel(algebra, a);
  if (kernel === undefined) return undefined;
  const root = findRoot(algebra, sumOf(a, kernel), room);
  return root === undefined ? undefined : { root, kernel };
};
