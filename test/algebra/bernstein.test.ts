import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { isNonpositiveOn } from '../../src/algebra/bernstein.ts';
import { rational } from '../../src/algebra/rational.ts';

const at = (f: readonly bigint[], n: bigint, d: bigint): bigint =>
  // d^k f(n/d)
  f.reduce((sum, c, j) => sum + c * n ** BigInt(j) * d ** BigInt(f.length - 1 - j), 0n);

const coefficients = fc.array(fc.bigInt({ min: -20n, max: 20n }), { minLength: 1, maxLength: 7 });

describe('isNonpositiveOn', () => {
  test.prop([coefficients, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })], { seed: 1, numRuns: 2000 })(
    'is refuted by no positive value',
    (f, p, q) => {
      const end = rational(BigInt(p), BigInt(q));
      const values = Array.from({ length: 65 }, (_, i) => at(f, BigInt(i) * end.numerator, 64n * end.denominator));
      if (isNonpositiveOn(f, end)) expect(values.every((x) => x <= 0n)).toBe(true);
      else if (f.length <= 2) expect(values.some((x) => x > 0n)).toBe(true);
    },
  );
  test('sees −1 − (x − 3)²', () => {
    expect(isNonpositiveOn([-10n, 6n, -1n], rational(7n))).toBe(true);
  });
  test('does not settle −(x − 1)² at a double root that bisection never meets', () => {
    expect(isNonpositiveOn([-1n, 2n, -1n], rational(3n))).toBe(false);
  });
  test('at the single point 0', () => {
    expect(isNonpositiveOn([0n, 5n], rational(0n))).toBe(true);
    expect(isNonpositiveOn([1n, -5n], rational(0n))).toBe(false);
  });
});
