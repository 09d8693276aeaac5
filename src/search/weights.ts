/**
 * The best weights for given elements: max ‖ω̂(π)‖² is a convex function of ω, and so is the energy of a model that has
 * one. Its minimum is found by gradient descent, for ever higher powers m; the caller rounds the weights to rationals.
 */
import type { Element } from '../group/group.ts';
import type { ErrorModel } from './errorModel.ts';

export interface WeightsFound {
  /** One for each element; they sum to 1. */
  readonly weights: readonly number[];
  /** max ‖ω̂(π)‖² for them. */
  readonly error: number;
}

const sharpnesses = [2, 3, 4, 5, 6];
const iterations = 120;

const normalised = (weights: readonly number[]): readonly number[] => {
  const sum = weights.reduce((total, w) => total + w, 0);
  return weights.map((w) => w / sum);
};

/**
 * Weights that sum to 1, nonnegative unless `signed`; never worse than equal ones. Probability weights by the
 * exponentiated gradient (weights that tend to 0 may be left out by the caller), signed ones by the gradient along Σω = 1;
 * steps that do not descend are halved. Models without a gradient give equal weights. Growth: about 600 energies and
 * gradients.
 */
export const optimiseWeights = <G extends string, Part>(
  model: ErrorModel<G, Part>,
  elements: readonly Element<G>[],
  signed = false,
): WeightsFound => {
  const parts = elements.map((g) => model.part([g]));
  const sumOf = (weights: readonly number[], sharpness: number) => {
    const sum = model.running(1);
    sum.sharpen(sharpness);
    parts.forEach((part, i) => {
      sum.add(part, weights[i]!);
    });
    return sum;
  };
  let weights: readonly number[] = elements.map(() => 1 / elements.length);
  let best: WeightsFound = { weights, error: sumOf(weights, sharpnesses[0]!).error() };
  for (const sharpness of sharpnesses) {
    let sum = sumOf(weights, sharpness);
    let energy = sum.energy();
    let step = 0.2;
    for (let i = 0; i < iterations && step > 1e-9; i++) {
      const gradient = sum.gradient?.(parts);
      if (gradient === undefined) return best;
      const mean = gradient.reduce((total, x) => total + x, 0) / gradient.length;
      const greatest = gradient.reduce((most, x) => Math.max(most, Math.abs(x - mean)), 0);
      if (greatest === 0) break;
      const slopes = Array.from(gradient, (x) => (x - mean) / greatest);
      const next = normalised(
        weights.map((w, j) => (signed ? w - (step * slopes[j]!) / weights.length : w * Math.exp(-step * slopes[j]!))),
      );
      const nextSum = sumOf(next, sharpness);
      const nextEnergy = nextSum.energy();
      if (nextEnergy >= energy) {
        step /= 2;
        continue;
      }
      [weights, sum, energy] = [next, nextSum, nextEnergy];
      step *= 1.3;
    }
    const error = sum.error();
    if (error < best.error) best = { weights, error };
  }
  return best;
};
