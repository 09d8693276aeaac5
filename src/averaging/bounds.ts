/**
 * The bounds of the theorems as formulas: existence by concentration (MATHEMATICS.md 3.3) and Welch's bound (3.5).
 * All exact integer arithmetic.
 */
import { ceilDivide } from '../algebra/integer.ts';
import type { Rational } from '../algebra/rational.ts';

/**
 * Whether n · KL(t) > ln(2D) for t = a/b in (0, 1), where KL(t) = ½[(1+t)ln(1+t) + (1−t)ln(1−t)], as the equivalent
 * integer inequality (b+a)^{(b+a)n} · (b−a)^{(b−a)n} > (2D)^{2b} · b^{2bn}. It proves that some n elements have
 * ‖ω̂(π)‖ ≤ t for irreducibles whose dimensions sum to D (3.3). For D = 0 there is nothing to show and it is true.
 * Growth: integers of about 2bn log₂(2b) bits; bound n and b before calling.
 */
export const existenceInequality = (n: bigint, t: Rational, sumOfDegrees: bigint): boolean => {
  const { numerator: a, denominator: b } = t;
  if (sumOfDegrees === 0n) return n >= 1n;
  if (a <= 0n || a >= b) return false;
  const left = ((b + a) ** (b + a) * (b - a) ** (b - a)) ** n;
  return left > (2n * sumOfDegrees) ** (2n * b) * b ** (2n * b * n);
};

/** Welch: AC_wk(all, ε) ≥ ⌈|G| / (1 + ε(|G| − 1))⌉, for signed weights too (3.5). */
export const welchBound = (order: bigint, epsilon: Rational): bigint =>
  ceilDivide(order * epsilon.denominator, epsilon.denominator + epsilon.numerator * (order - 1n));
