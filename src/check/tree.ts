/**
 * Evidence *tree* (Alon and Boppana in Nozaki's linear-programming form; MATHEMATICS.md 3.5): a lower bound on AC_wk for
 * uniform weights and a class in which every irreducible occurs.
 *
 * Let n elements be given, q = n − 1, and X = n² ω̃*ω, the convolution operator on functions on G that counts the pairs
 * s_i⁻¹s_j. With p_0 = 1, p_1 = x − n, p_2 = (x − 2q)p_1 − q(q+1)p_0, p_{i+1} = (x − 2q)p_i − q²p_{i−1}, the entries of
 * p_i(X) count walks of length 2i without backtracking in an n-regular bipartite graph, so its diagonal is nonnegative.
 * Let f = p_0 + Σ f_i p_i with f_i ≥ 0 and f ≤ 0 on [0, n²ε]. X has the eigenvalue n² once, on constants, and if ω is
 * within ε all others lie in [0, n²ε]. By traces |G| ≤ tr f(X) ≤ f(n²). So |G| > f(n²) excludes n elements.
 * The evidence has such an f for each n from `from` on; smaller n are excluded by Welch's bound.
 */
import * as E from 'fp-ts/lib/Either.js';
import { isNonpositiveOn } from '../algebra/bernstein.ts';
import { denominatorFits, overCommonDenominator, type Rational } from '../algebra/rational.ts';
import { welchBound } from '../averaging/bounds.ts';
import type { Established } from './established.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, denominatorBits, type Subject } from './subject.ts';

const limits = { degree: 30, elements: 100_000, sizes: 2000 } as const;

/** Coefficients of p_0 … p_k for n elements, lowest degree first. */
export const walkPolynomials = (n: bigint, k: number): readonly (readonly bigint[])[] => {
  const q = n - 1n;
  const step = (p: readonly bigint[], before: readonly bigint[], factor: bigint): readonly bigint[] =>
    Array.from(
      { length: p.length + 1 },
      (_, i) => (p[i - 1] ?? 0n) - 2n * q * (p[i] ?? 0n) - factor * (before[i] ?? 0n),
    );
  const polynomials: (readonly bigint[])[] = [[1n], [-n, 1n]];
  for (let i = 2; i <= k; i++)
    polynomials.push(step(polynomials[i - 1]!, polynomials[i - 2]!, i === 2 ? q * (q + 1n) : q * q));
  return polynomials.slice(0, k + 1);
};

/** Σ c_i p_i, by coefficients. */
const combination = (c: readonly bigint[], polynomials: readonly (readonly bigint[])[]): readonly bigint[] =>
  Array.from({ length: c.length }, (_, j) => c.reduce((sum, x, i) => sum + x * (polynomials[i]![j] ?? 0n), 0n));

/** Whether f = p_0 + Σ f_i p_i shows that no n elements are within ε, for a group of this order. */
export const excludesSize = (
  n: bigint,
  coefficients: readonly Rational[],
  epsilon: Rational,
  order: bigint,
): boolean => {
  const { numerators, denominator } = overCommonDenominator(coefficients);
  if (numerators.some((x) => x < 0n)) return false;
  const f = combination([denominator, ...numerators], walkPolynomials(n, coefficients.length));
  const end = n * n;
  const value = f.reduceRight((sum, x) => sum * end + x, 0n);
  return (
    order * denominator > value &&
    isNonpositiveOn(f, { numerator: end * epsilon.numerator, denominator: epsilon.denominator })
  );
};

/** The caller has shown that every irreducible occurs. */
export const checkTree = <G extends string>(
  subject: Subject<G>,
  from: number,
  polynomials: readonly (readonly Rational[])[],
  epsilon: Rational,
): E.Either<Refusal, Established> => {
  const { order } = subject.instance.group;
  const last = from + polynomials.length - 1;
  if (polynomials.length > limits.sizes || last > limits.elements || polynomials.some((f) => f.length > limits.degree))
    return declined('work-limit', `at most ${limits.sizes} polynomials of degree at most ${limits.degree} are checked`);
  if (from < 1 || BigInt(from) > welchBound(order, epsilon))
    return rejected('tree-fails', `sizes below ${from} are not excluded by Welch's bound`);
  for (const [i, coefficients] of polynomials.entries()) {
    const n = from + i;
    if (!denominatorFits(coefficients, denominatorBits))
      return declined('work-limit', `the coefficients for ${n} elements have too many digits`);
    const affordable = afford(subject, 1e6 * (1 + coefficients.length) ** 2, 'the polynomials of the tree bound');
    if (E.isLeft(affordable)) return affordable;
    if (!excludesSize(BigInt(n), coefficients, epsilon, order))
      return rejected('tree-fails', `the polynomial for ${n} elements does not exclude them`);
  }
  return E.right({ quantity: 'AC_wk', epsilon, least: { value: BigInt(last + 1), for: 'uniform' } });
};
