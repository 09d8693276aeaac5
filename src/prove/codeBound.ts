/**
 * Polynomials for the linear programme of codes (MATHEMATICS.md 3.26): solved in floating point, rounded to as few digits as
 * do, and verified exactly.
 */
import { approximate, type Rational, rational } from '../algebra/rational.ts';
import { elementaryTwoRank, excludesLength, firstLength, possibleWeights } from '../check/code.ts';
import type { Subject } from '../check/subject.ts';
import { type ExcludedSizes, excludedSizes } from './excludedSizes.ts';
import type { LinearSolver } from './linearSolver.ts';

const limits = { elements: 300, order: 2n ** 40n } as const;
/** Significant bits of the coefficients; the first that do are taken. */
const precisions = [5, 8, 12, 20, 30, 45] as const;

/** K_i(w)/C(n, i) for even i from 2 to n. */
const evenRatios = (n: number, w: number): readonly number[] => {
  const ratios = [1, (n - 2 * w) / n];
  for (let i = 1; i < n; i++) ratios.push(((n - 2 * w) * ratios[i]! - i * ratios[i - 1]!) / (n - i));
  return ratios.filter((_, i) => i >= 2 && i % 2 === 0);
};

/**
 * f_i C(n, i) for even i, with the least sum. Odd i are not needed: the weights allowed are symmetric about n/2, and so the
 * mean of f(w) and f(n − w) does as well as f; for it, weights up to n/2 suffice.
 */
const solve = (n: number, epsilon: Rational, solver: LinearSolver): readonly number[] | undefined => {
  const weights = possibleWeights(n, epsilon)
    .map(Number)
    .filter((w) => 2 * w <= n);
  const variables = Array.from({ length: Math.floor(n / 2) }, () => ({ least: 0 }));
  const solution = solver.solve({
    maximise: false,
    objective: variables.map(() => 1),
    rows: weights.map((w) => ({ coefficients: evenRatios(n, w), most: -1 })),
    variables,
  });
  return solution.status === 'optimal' ? solution.values : undefined;
};

/** x rounded to so many significant bits, for x > 0 in the range of normal doubles. */
const significant = (x: number, bits: number): { readonly mantissa: bigint; readonly exponent: number } => {
  const exponent = Math.floor(Math.log2(x)) - bits + 1;
  return { mantissa: BigInt(Math.round(x / 2 ** exponent)), exponent };
};

/** f_1, f_2, … from f_i C(n, i) for even i, the last of them not 0. */
const rounded = (n: number, scaled: readonly number[], bits: number): readonly Rational[] => {
  const coefficients: Rational[] = [];
  let binomial = 1;
  for (let i = 1; i <= n; i++) {
    binomial *= (n - i + 1) / i;
    const x = i % 2 === 0 ? scaled[i / 2 - 1]! / binomial : 0;
    const { mantissa, exponent } = x > 0 ? significant(x, bits) : { mantissa: 0n, exponent: 0 };
    coefficients.push(rational(mantissa << BigInt(Math.max(0, exponent)), 1n << BigInt(Math.max(0, -exponent))));
  }
  while (coefficients.at(-1)?.numerator === 0n) coefficients.pop();
  return coefficients;
};

/** An f that excludes n elements, if there is one that floating point finds. */
const polynomialFor = (
  n: number,
  epsilon: Rational,
  order: bigint,
  solver: LinearSolver,
): readonly Rational[] | undefined => {
  const scaled = solve(n, epsilon, solver)?.map((x) => (x > 1e-9 ? x : 0));
  if (scaled === undefined) return undefined;
  const sum = scaled.reduce((a, b) => a + b, 0);
  // 1 + Σ must stay below the order, and f below 0 on the weights: half of the room for each.
  const room = sum === 0 ? 1 : (Number(order) - 1) / sum;
  if (room <= 1) return undefined;
  const lift = Math.min(2, Math.sqrt(room));
  for (const bits of precisions) {
    const coefficients = rounded(
      n,
      scaled.map((x) => x * lift),
      bits,
    );
    if (excludesLength(n, coefficients, epsilon, order)) return coefficients;
  }
  return undefined;
};

/**
 * As many sizes as can be excluded from `firstLength` on; undefined if none, or if the group is not (ℤ/2)^r. `subject` is
 * about a class in which every irreducible occurs. Growth: a linear programme of n/2 variables and √ε·n/2 rows for each size.
 */
export const findCodeBound = <G extends string>(
  subject: Subject<G>,
  epsilon: Rational,
  solver: LinearSolver,
): ExcludedSizes | undefined => {
  const { group } = subject.instance;
  const rank = group.order <= limits.order ? elementaryTwoRank(group) : undefined;
  if (rank === undefined || approximate(epsilon) < 0 || epsilon.numerator >= epsilon.denominator) return undefined;
  const first = firstLength(rank, group.order, epsilon);
  if (first > BigInt(limits.elements)) return undefined;
  const last = group.order > BigInt(limits.elements) ? limits.elements : Number(group.order) - 1;
  return excludedSizes(Number(first), last, (n) => polynomialFor(n, epsilon, group.order, solver));
};
