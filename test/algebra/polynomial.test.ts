/** Polynomials, power series, and the cyclotomic polynomials against the published ones. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { divisors, integers, isPrime, totient } from '../../src/algebra/integer.ts';
import {
  cyclotomicPolynomial,
  evaluate,
  type Polynomial,
  polynomialRing,
  reciprocalSeries,
} from '../../src/algebra/polynomial.ts';
import { smallInteger } from '../support/numbers.ts';
import { fixed } from '../support/seed.ts';

const ring = polynomialRing(integers);
const polynomial: fc.Arbitrary<Polynomial<bigint>> = fc
  .array(smallInteger, { maxLength: 7 })
  .map((coefficients) => ring.add(coefficients, ring.zero));
const conductors = Array.from({ length: 130 }, (_, i) => i + 1);

describe('polynomials over the integers', () => {
  test.prop([polynomial, polynomial, smallInteger], fixed(300))('evaluation is a homomorphism', (f, g, x) => {
    const at = (h: Polynomial<bigint>): bigint => evaluate(integers, h, x);
    expect(at(ring.add(f, g))).toBe(at(f) + at(g));
    expect(at(ring.sub(f, g))).toBe(at(f) - at(g));
    expect(at(ring.mul(f, g))).toBe(at(f) * at(g));
  });
  test.prop([polynomial, polynomial], fixed(300))('degrees add, and there are no trailing zeros', (f, g) => {
    const product = ring.mul(f, g);
    expect(product.length).toBe(f.length === 0 || g.length === 0 ? 0 : f.length + g.length - 1);
    for (const h of [product, ring.add(f, g), ring.sub(f, g), ring.sub(f, f)]) expect(h.at(-1)).not.toBe(0n);
  });
});

describe('reciprocalSeries', () => {
  test.prop([fc.array(smallInteger, { maxLength: 6 }), fc.nat(20)], fixed(300))(
    'times f is 1 up to the degree',
    (tail, degree) => {
      const f = [1n, ...tail];
      const series = reciprocalSeries(integers, f, degree);
      expect(series.length).toBe(degree + 1);
      const product = ring.mul(series, f);
      expect(Array.from({ length: degree + 1 }, (_, i) => product[i] ?? 0n)).toEqual([
        1n,
        ...new Array<bigint>(degree).fill(0n),
      ]);
    },
  );
  test('1/(1 − t) is geometric and 1/(1 − t − t²) is Fibonacci', () => {
    expect(reciprocalSeries(integers, [1n, -1n], 5)).toEqual([1n, 1n, 1n, 1n, 1n, 1n]);
    expect(reciprocalSeries(integers, [1n, -1n, -1n], 9)).toEqual([1n, 1n, 2n, 3n, 5n, 8n, 13n, 21n, 34n, 55n]);
  });
});

describe('cyclotomic polynomials', () => {
  test.each([
    [1, [-1n, 1n]],
    [2, [1n, 1n]],
    [3, [1n, 1n, 1n]],
    [4, [1n, 0n, 1n]],
    [5, [1n, 1n, 1n, 1n, 1n]],
    [6, [1n, -1n, 1n]],
    [8, [1n, 0n, 0n, 0n, 1n]],
    [9, [1n, 0n, 0n, 1n, 0n, 0n, 1n]],
    [10, [1n, -1n, 1n, -1n, 1n]],
    [12, [1n, 0n, -1n, 0n, 1n]],
    [15, [1n, -1n, 0n, 1n, -1n, 1n, 0n, -1n, 1n]],
    [20, [1n, 0n, -1n, 0n, 1n, 0n, -1n, 0n, 1n]],
    [30, [1n, 1n, 0n, -1n, -1n, -1n, 0n, 1n, 1n]],
  ] as const)('Φ_%i', (n, coefficients) => {
    expect(cyclotomicPolynomial(n)).toEqual(coefficients);
  });

  test('Φ_105, the first with a coefficient that is not −1, 0 or 1 (Migotti 1883): −2 at degrees 7 and 41', () => {
    const phi = cyclotomicPolynomial(105);
    // OEIS A160338 and textbooks: the first half; the whole is a palindrome.
    const half = [1, 1, 1, 0, 0, -1, -1, -2, -1, -1, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, -1, 0, -1, 0, -1].map(BigInt);
    expect(phi).toEqual([...half, ...half.slice(0, -1).reverse()]);
    expect(phi.flatMap((a, i) => (a === -2n ? [i] : []))).toEqual([7, 41]);
    for (let n = 1; n < 105; n++) expect(cyclotomicPolynomial(n).every((a) => a >= -1n && a <= 1n)).toBe(true);
  });

  test('Π Φ_d over the divisors d of n is tⁿ − 1', () => {
    for (const n of conductors) {
      const product = divisors(n).map(cyclotomicPolynomial).reduce(ring.mul, ring.one);
      expect(product).toEqual([-1n, ...new Array<bigint>(n - 1).fill(0n), 1n]);
    }
  });

  test('is monic of degree φ(n); its value at 1 is p for a power of a prime p, and 1 for other n > 1', () => {
    for (const n of conductors) {
      const phi = cyclotomicPolynomial(n);
      expect(phi.length - 1).toBe(totient(n));
      expect(phi.at(-1)).toBe(1n);
      const primes = divisors(n).filter(isPrime);
      const value = n === 1 ? 0n : primes.length === 1 ? BigInt(primes[0]!) : 1n;
      expect(evaluate(integers, phi, 1n)).toBe(value);
    }
  });
});
