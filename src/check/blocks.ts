/**
 * Evidence *blocks* for S_d (MATHEMATICS.md 3.4, 3.10): ‖ω̂(λ)‖² ≤ ε for every nontrivial irreducible λ, one by
 * one, in Young's orthogonal form. It covers every function class, since no other irreducibles exist.
 *
 * Error. Let W be the total weight, M̃ the computed sum of weights times computed matrices. Each matrix is within
 * 7.2 L u √n of the exact one in Frobenius norm (L the longest word, n the dimension), products with integer weights
 * and the sum of m terms add at most (m + 1) u relative to Σ|w| · 1.01 √n. So M̃ is within
 * δ = 1.01 u √n V (7.2 L + m + 2) of M = Wω̂(λ) in Frobenius norm, V = Σ|w|.
 * Hence ‖M‖² ≤ ε W² follows from ‖M̃‖² ≤ τ with τ = εW² − 2δ√ε W − δ², because (√τ + δ)² ≤ τ + 2δ√ε W + δ² = εW².
 * The computed Gram matrix of M̃ is within γ_n ‖M̃‖_F² of M̃ᵀM̃ in norm (γ_n ≤ 1.01 n u). So it is enough that the
 * matrix
 * (τ − 1.01 n u ‖M̃‖_F²) I − fl(M̃ᵀM̃) is positive definite, which `provesPositiveDefinite` decides. The scalars are
 * computed with a few roundings, covered by taking twice every correction; the diagonal subtraction rounds by at most
 * u(τ + ‖M̃‖_F²), covered by n ≥ 1 in the same doubling.
 */
import * as E from 'fp-ts/lib/Either.js';
import { provesPositiveDefinite, unitRoundoff } from '../algebra/definite.ts';
import { approximate, type Rational } from '../algebra/rational.ts';
import { type Scheme, schemeSize, totalVariation } from '../averaging/scheme.ts';
import { partitions } from '../representation/partition.ts';
import {
  reducedWord,
  type YoungRepresentation,
  youngMatrix,
  youngRepresentation,
} from '../representation/youngOrthogonal.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, type Subject } from './subject.ts';

const degreeLimit = 10;

/** M̃, column by column, for M = Wω̂(λ). Growth: elements · (longest word) · dimension². */
export const blockSum = <G extends string>(representation: YoungRepresentation, scheme: Scheme<G>): Float64Array => {
  const n = representation.dimension;
  const sum = new Float64Array(n * n);
  scheme.elements.forEach((g, s) => {
    const weight = Number(scheme.weights[s]);
    const matrix = youngMatrix(representation, g);
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * matrix[i]!;
  });
  return sum;
};

/** δ, for words of at most `longest` letters. */
export const blockError = <G extends string>(n: number, scheme: Scheme<G>, longest: number): number =>
  1.01 * unitRoundoff * Math.sqrt(n) * Number(totalVariation(scheme)) * (7.2 * longest + schemeSize(scheme) + 2);

/** A lower bound for εW². */
export const blockBound = <G extends string>(scheme: Scheme<G>, epsilon: Rational): number =>
  approximate(epsilon) * Number(scheme.total) * Number(scheme.total) * (1 - 16 * unitRoundoff);

/**
 * Whether ‖M‖² ≤ `bound` is shown for every n × n matrix M within `error` of the given one in Frobenius norm. Growth: n³.
 */
export const provesNorm = (n: number, sum: Float64Array, error: number, bound: number): boolean => {
  let frobenius = 0;
  for (const x of sum) frobenius += x * x;
  const delta = 2 * error;
  const tau =
    bound -
    2 * (2 * delta * Math.sqrt(bound) + delta * delta) -
    4 * 1.01 * (n + 2) * unitRoundoff * (frobenius + bound);
  if (!(tau > 0)) return false;
  // τI − M̃ᵀM̃ with contiguous columns.
  const gap = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let product = 0;
      for (let k = 0; k < n; k++) product += sum[i * n + k]! * sum[j * n + k]!;
      gap[i * n + j] = (i === j ? tau : 0) - product;
      gap[j * n + i] = gap[i * n + j]!;
    }
  return provesPositiveDefinite(n, gap);
};

/** The nontrivial irreducibles of the subject's S_d, and the length of the longest word of the scheme. */
export const blocksOf = <G extends string>(
  subject: Subject<G>,
  scheme: Scheme<G>,
): E.Either<Refusal, { readonly shapes: readonly (readonly number[])[]; readonly longest: number }> => {
  const { family } = subject.instance.group;
  if (family.name !== 'S')
    return rejected('evidence-not-applicable', 'blocks are evidence for the symmetric groups S_d');
  const d = family.parameter;
  if (d > degreeLimit) return declined('group-limit', `blocks go up to S${degreeLimit}`);
  if (totalVariation(scheme) >= 2n ** 40n)
    return declined('work-limit', 'the weights have too many digits for floating-point blocks');
  return E.right({
    shapes: partitions(d).filter((partition) => partition.length > 1),
    longest: scheme.elements.reduce((most, g) => Math.max(most, reducedWord(g).length), 0),
  });
};

export const checkBlocks = <G extends string>(
  subject: Subject<G>,
  scheme: Scheme<G>,
  epsilon: Rational,
): E.Either<Refusal, undefined> => {
  const blocks = blocksOf(subject, scheme);
  if (E.isLeft(blocks)) return blocks;
  const { shapes, longest } = blocks.right;
  for (const partition of shapes) {
    const representation = youngRepresentation(partition);
    const n = representation.dimension;
    const affordable = afford(subject, 2 * n * n * (schemeSize(scheme) * (longest + 2) + n), 'the blocks');
    if (E.isLeft(affordable)) return affordable;
    const sum = blockSum(representation, scheme);
    if (!provesNorm(n, sum, blockError(n, scheme, longest), blockBound(scheme, epsilon)))
      return rejected(
        'error-not-bounded',
        `the error is not shown to be at most ε on the irreducible (${partition.join(',')})`,
      );
  }
  return E.right(undefined);
};
