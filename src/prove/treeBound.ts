/** Polynomials for the tree bound (MATHEMATICS.md 3.5), by linear programmes on a grid, rounded and verified exactly. */
import { approximate, type Rational, rational } from '../algebra/rational.ts';
import { welchBound } from '../averaging/bounds.ts';
import type { Subject } from '../check/subject.ts';
import { excludesSize } from '../check/tree.ts';
import { type ExcludedSizes, excludedSizes } from './excludedSizes.ts';
import type { LinearSolver } from './linearSolver.ts';

const limits = { degree: 9, elements: 400 } as const;
const gridPoints = 160;

/** p_i(x)/qⁱ for i = 0 … k. */
const scaledWalks = (n: number, k: number, x: number): readonly number[] => {
  const q = n - 1;
  const values = [1, (x - n) / q];
  for (let i = 2; i <= k; i++)
    values.push(((x - 2 * q) / q) * values[i - 1]! - (i === 2 ? (q + 1) / q : 1) * values[i - 2]!);
  return values.slice(0, k + 1);
};

/** The f with least f(n²) of degree k, as coefficients of p_i/qⁱ, slightly below 0 on the interval; or undefined. */
const solve = (
  n: number,
  k: number,
  epsilon: number,
  solver: LinearSolver,
): { readonly value: number; readonly scaled: readonly number[] } | undefined => {
  const end = n * n * epsilon;
  const rows = Array.from({ length: gridPoints + 1 }, (_, j) => {
    const x = (end * (1 - Math.cos((Math.PI * j) / gridPoints))) / 2;
    return { coefficients: scaledWalks(n, k, x).slice(1), most: -1.0002 };
  });
  const top = scaledWalks(n, k, n * n);
  const solution = solver.solve({
    maximise: false,
    objective: top.slice(1),
    rows,
    variables: rows[0]!.coefficients.map(() => ({ least: 0 })),
  });
  return solution.status === 'optimal' ? { value: 1 + solution.objective, scaled: solution.values } : undefined;
};

/** Rounded to the nearest multiple of 2^-40 of a power of q, never below 0. */
const rounded = (n: number, scaled: readonly number[]): readonly Rational[] =>
  scaled.map((x, i) =>
    rational(BigInt(Math.max(0, Math.round(x * 2 ** 40))), 2n ** 40n * BigInt(n - 1) ** BigInt(i + 1)),
  );

/**
 * As many sizes as can be excluded from Welch's bound on; undefined if none. `subject` is about a class in which every
 * irreducible occurs. Growth: a linear programme of at most 9 variables for each degree tried and each size.
 */
export const findTreeBound = <G extends string>(
  subject: Subject<G>,
  epsilon: Rational,
  solver: LinearSolver,
): ExcludedSizes | undefined => {
  const { order } = subject.instance.group;
  const welch = welchBound(order, epsilon);
  if (welch > BigInt(limits.elements) || epsilon.numerator <= 0n || epsilon.numerator >= epsilon.denominator)
    return undefined;
  const target = Number(order < 2n ** 1000n ? order : 2n ** 1000n);
  // Larger sizes do not get along with a lower degree.
  let degree = 1;
  const polynomialFor = (n: number): readonly Rational[] | undefined => {
    for (let k = degree; k <= limits.degree && n > 1; k++) {
      const solved = solve(n, k, approximate(epsilon), solver);
      if (solved === undefined || solved.value > target * (1 - 1e-7)) continue;
      const coefficients = rounded(n, solved.scaled);
      if (!excludesSize(BigInt(n), coefficients, epsilon, order)) continue;
      degree = k;
      return coefficients;
    }
    return undefined;
  };
  return excludedSizes(Number(welch), Math.min(limits.elements, target - 1), polynomialFor);
};
