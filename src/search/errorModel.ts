/**
 * How far the plain average of some group elements is from symmetric, in floating point: what the optimiser knows of a
 * group and a function class. Models guide the search; whether a scheme is good enough is decided by `check` alone.
 *
 * A *part* stands for Σ π(g) over a few elements g that come and go together, π running over the nontrivial irreducibles
 * of the class (or over modules made of them). The optimiser keeps the running sum A_π of the parts it has chosen and
 * exchanges one part for another, which costs far less than summing again.
 */
import type { Element } from '../group/group.ts';

/** The sum of the parts of a scheme, with what it costs to change it counted in `steps`. */
export interface RunningSum<Part> {
  /** Adds weight · part. */
  readonly add: (part: Part, weight: number) => void;
  /** The error of the current sum, max ‖A_π / size‖². */
  readonly error: () => number;
  /**
   * A smooth bound on the error from above where the model has one, (Σ_π Σ_j σ_j(A_π / size)^{2m})^{1/m} for a power
   * m = 2^sharpness; else the error itself.
   */
  readonly energy: () => number;
  /** The energy after `removed` is exchanged for `added`, or ∞ as soon as it is seen to be above `limit`. */
  readonly trial: (removed: Part, added: Part, limit: number) => number;
  /** Makes the last trial, which must have been finite, the current sum. */
  readonly keep: () => void;
  readonly sharpen: (sharpness: number) => void;
  /**
   * The gradient: how fast the energy grows with the weight of each part, up to a common positive factor; of the sum
   * without `removed` if that is given. Absent where a trial costs no more.
   */
  readonly gradient?: (parts: readonly Part[], removed?: Part) => Float64Array;
  /** The same for Σ_π tr cosh(θ|A_π|), the pessimistic estimator of `derandomised.ts`. */
  readonly pressure?: (parts: readonly Part[], theta: number) => Float64Array;
  /** Multiplications spent so far, about. */
  readonly steps: () => number;
}

export interface ErrorModel<G extends string, Part> {
  readonly part: (elements: readonly Element<G>[]) => Part;
  /** part([gh]) from part([g]) and part([h]), where that is cheaper, and its cost. */
  readonly times?: (g: Part, h: Part) => Part;
  readonly timesCost?: number;
  /** The empty sum, to be divided by `size`. */
  readonly running: (size: number) => RunningSum<Part>;
  /** Numbers in memory per part. */
  readonly partSize: number;
  /** Steps to make the part of one element. */
  readonly partCost: number;
  /** Whether ranking candidates by the gradient first is worth it: a trial costs many times more. */
  readonly ranked: boolean;
}

/** max ‖ω̂(π)‖² for the plain average, from scratch. */
export const errorOf = <G extends string, Part>(
  model: ErrorModel<G, Part>,
  elements: readonly Element<G>[],
): number => {
  const sum = model.running(elements.length);
  for (const g of elements) sum.add(model.part([g]), 1);
  return sum.error();
};
