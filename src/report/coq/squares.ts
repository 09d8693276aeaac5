/**
 * Sums of squares in the group algebra: a square root b of ε − ω̃*ω + z is found in floating point and rounded, and what
 * is left over must be dominated by its value at the identity, which is decided exactly.
 */
import type { Rational } from '../../algebra/rational.ts';
import { type GroupAlgebra, squareRoot } from './groupAlgebra.ts';

/** Numerators, one for each element, over one denominator. */
export interface GroupWeights {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

/** Σ_g x(g) x(hg), for every h. */
const correlation = ({ order, quotient, inverse }: GroupAlgebra, x: readonly bigint[]): readonly bigint[] => {
  const used = x.flatMap((z, g) => (z === 0n ? [] : [g]));
  return Array.from({ length: order }, (_, h) => {
    let sum = 0n;
    for (const g of used) sum += x[g]! * x[quotient[h * order + inverse[g]!]!]!;
    return sum;
  });
};

const absolute = (z: bigint): bigint => (z < 0n ? -z : z);

/** What Coq evaluates: the remainder at 1 against all others. */
const dominated = (
  algebra: GroupAlgebra,
  epsilon: Rational,
  scheme: readonly bigint[],
  total: bigint,
  z: GroupWeights,
  b: GroupWeights,
): boolean => {
  const squares = correlation(algebra, b.numerators);
  const [p, q] = [epsilon.numerator, epsilon.denominator];
  const [ww, bb] = [total * total, b.denominator * b.denominator];
  let others = 0n;
  let first = 0n;
  for (let h = 0; h < algebra.order; h++) {
    const remainder =
      (h === 0 ? p * ww * bb * z.denominator : 0n) +
      q * ww * bb * z.numerators[h]! -
      q * z.denominator * bb * scheme[h]! -
      q * z.denominator * ww * squares[h]!;
    if (h === 0) first = remainder;
    else others += absolute(remainder);
  }
  return others <= first;
};

/** How much of ε is left to the remainder, and bits of the rounded root, tried one after another. */
const roundings = [
  { left: 2 ** -6, bits: 20 },
  { left: 2 ** -10, bits: 26 },
  { left: 2 ** -16, bits: 34 },
  { left: 2 ** -24, bits: 42 },
  { left: 2 ** -30, bits: 48 },
] as const;

/** b with ε − ω̃*ω + z − b̃*b dominated at 1; undefined if none was found. */
export const findRoot = (
  algebra: GroupAlgebra,
  epsilon: Rational,
  scheme: GroupWeights,
  z: GroupWeights,
): GroupWeights | undefined => {
  const correlated = correlation(algebra, scheme.numerators);
  const total = Number(scheme.denominator) ** 2;
  const bound = Number(epsilon.numerator) / Number(epsilon.denominator);
  for (const { left, bits } of roundings) {
    const a = Float64Array.from(
      correlated,
      (value, h) =>
        (h === 0 ? bound * (1 - left) : 0) + Number(z.numerators[h]!) / Number(z.denominator) - Number(value) / total,
    );
    const found = squareRoot(algebra, a);
    if (found === undefined) continue;
    const scale = 2 ** bits;
    const root: GroupWeights = {
      numerators: Array.from(found.root, (x) => BigInt(Math.round(x * scale))),
      denominator: BigInt(scale),
    };
    if (dominated(algebra, epsilon, correlated, scheme.denominator, z, root)) return root;
  }
  return undefined;
};
