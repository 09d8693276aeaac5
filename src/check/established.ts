/**
 * What evidence proves, and when that implies a claim. Every check returns an `Established`; only `implies` looks at
 * the claim. So no check can be talked into a claim it does not prove.
 */
import { type Rational, rationals, showRational } from '../algebra/rational.ts';
import type { Weights } from '../averaging/scheme.ts';
import { type Claim, epsilonOf, type Quantity } from '../certificate/certificate.ts';

/** least ≤ quantity for `leastFor` weights, and quantity ≤ most for `mostFor` weights. */
export interface Established {
  readonly quantity: Quantity;
  /** For AC_wk and AC_st: the ε at which it holds. */
  readonly epsilon?: Rational;
  readonly least?: { readonly value: bigint; readonly for: Weights };
  readonly most?: { readonly value: bigint; readonly for: Weights };
}

/** Uniform schemes are probabilities, probabilities are signed schemes. */
export const generality: Readonly<Record<Weights, number>> = { uniform: 0, probability: 1, signed: 2 };

/** AC_ex(F) = |G| for all weights: uniform weights on G reach it and signed weights need it (MATHEMATICS.md 2.2). */
export const everyElement = (order: bigint): Established => ({
  quantity: 'AC_ex',
  least: { value: order, for: 'signed' },
  most: { value: order, for: 'uniform' },
});

/**
 * AC_ex ≥ value. The uniform scheme on G is exact, so AC_ex ≤ |G| always; it is said where the bounds meet, and so are
 * signed weights: with probability weights every element is needed iff with signed ones (MATHEMATICS.md 2.2).
 */
export const exactAtLeast = (value: bigint, weights: 'probability' | 'signed', order: bigint): Established =>
  value >= order ? everyElement(order) : { quantity: 'AC_ex', least: { value, for: weights } };

/** An upper bound. An upper bound for one kind of weights is one for every more general kind. */
export const atMost = (quantity: Quantity, value: bigint, weights: Weights, epsilon?: Rational): Established => ({
  quantity,
  most: { value, for: weights },
  ...(epsilon === undefined ? {} : { epsilon }),
});

/** Digits for messages; long numbers by their length. */
const brief = (n: bigint): string => {
  const digits = `${n}`;
  return digits.length <= 60 ? digits : `a number of ${digits.length} digits`;
};

/**
 * Whether a lower bound for some weights is one for others. A lower bound on a size passes to less general weights. A
 * lower bound k on the threshold says that AC_ex(Sym^{≤k−1}) < |G|, so it passes to more general weights, and from
 * signed to probability weights, for which AC_ex < |G| means the same (MATHEMATICS.md 2.2); not to uniform ones.
 */
const lowerBoundPasses = (quantity: Quantity, from: Weights, to: Weights): boolean =>
  quantity === 'threshold' ? from === 'uniform' || to !== 'uniform' : generality[from] >= generality[to];

/** Why the claim does not follow; undefined if it does. */
export const whyNotImplied = (established: Established, claim: Claim): string | undefined => {
  if (established.quantity !== claim.quantity)
    return `the evidence is about ${established.quantity}, the claim about ${claim.quantity}`;
  const epsilon = epsilonOf(claim);
  if (
    (epsilon === undefined) !== (established.epsilon === undefined) ||
    (epsilon !== undefined && established.epsilon !== undefined && !rationals.equals(epsilon, established.epsilon))
  )
    return `the evidence holds for another ε than ${epsilon === undefined ? 'none' : showRational(epsilon).slice(0, 60)}`;
  if (claim.relation !== '>=') {
    const { most } = established;
    if (most === undefined) return 'the evidence gives no upper bound';
    if (generality[most.for] > generality[claim.weights])
      return `the upper bound is for ${most.for} weights, the claim for ${claim.weights} ones`;
    if (most.value > claim.value)
      return `the evidence proves only at most ${brief(most.value)}, not ${brief(claim.value)}`;
  }
  if (claim.relation !== '<=') {
    const { least } = established;
    if (least === undefined) return 'the evidence gives no lower bound';
    if (!lowerBoundPasses(established.quantity, least.for, claim.weights))
      return `the lower bound is for ${least.for} weights, the claim for ${claim.weights} ones`;
    if (least.value < claim.value)
      return `the evidence proves only at least ${brief(least.value)}, not ${brief(claim.value)}`;
  }
  return undefined;
};
