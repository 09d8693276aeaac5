/**
 * Averaging schemes ω : G → ℚ with Σ ω(g) = 1 (MATHEMATICS.md §1), stored as integers over one denominator.
 */
import * as E from 'fp-ts/lib/Either.js';
import { overCommonDenominator, type Rational, showRational } from '../algebra/rational.ts';
import type { Element, FiniteGroup } from '../group/group.ts';

/** Which weights a claim is about; every uniform scheme is a probability, every probability is signed. */
export type Weights = 'uniform' | 'probability' | 'signed';

/**
 * ω(g) = Σ weights[i] / total over the i with elements[i] = g.
 *
 * Laws: Σ weights = total > 0. A `uniform` scheme has all weights 1 and may repeat elements; its size counts them with
 * multiplicity. Other schemes list distinct elements with nonzero weights.
 */
export interface Scheme<G extends string> {
  readonly kind: Weights;
  readonly elements: readonly Element<G>[];
  readonly weights: readonly bigint[];
  readonly total: bigint;
}

/** The plain average of a nonempty list of elements. */
export const uniformScheme = <G extends string>(elements: readonly Element<G>[]): Scheme<G> => ({
  kind: 'uniform',
  elements,
  weights: elements.map(() => 1n),
  total: BigInt(elements.length),
});

/** A scheme with the given weights, or what is wrong with them. */
export const weightedScheme = <G extends string>(
  group: FiniteGroup<G>,
  elements: readonly Element<G>[],
  weights: readonly Rational[],
): E.Either<string, Scheme<G>> => {
  if (elements.length !== weights.length)
    return E.left(`there are ${elements.length} elements but ${weights.length} weights`);
  if (weights.some((weight) => weight.numerator === 0n)) return E.left('a weight is zero; leave such elements out');
  const distinct = new Set(elements.map(group.show));
  if (distinct.size !== elements.length) return E.left('an element is listed twice; add its weights');
  const { numerators, denominator } = overCommonDenominator(weights);
  const sum = numerators.reduce((total, weight) => total + weight, 0n);
  if (sum !== denominator) return E.left(`the weights sum to ${showRational({ numerator: sum, denominator })}, not 1`);
  const kind = numerators.every((weight) => weight > 0n) ? 'probability' : 'signed';
  return E.right({ kind, elements, weights: numerators, total: denominator });
};

/** The number of elements used, with multiplicity for uniform schemes. */
export const schemeSize = <G extends string>(scheme: Scheme<G>): number => scheme.elements.length;

/** Σ |weights|, the scale of rounding errors. */
export const totalVariation = <G extends string>(scheme: Scheme<G>): bigint =>
  scheme.weights.reduce((sum, weight) => sum + (weight < 0n ? -weight : weight), 0n);
