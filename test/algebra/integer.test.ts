/** Elementary number theory against the definitions. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  absolute,
  binomial,
  ceilDivide,
  divisors,
  factorial,
  floorDivide,
  floorSquareRoot,
  gcd,
  isPrime,
  lcm,
  primeFactors,
  smallGcd,
  totient,
} from '../../src/algebra/integer.ts';
import { anyInteger } from '../support/numbers.ts';
import { fixed } from '../support/seed.ts';

const positive = fc.oneof(fc.bigInt({ min: 1n, max: 12n }), fc.bigInt({ min: 1n, max: 10n ** 25n }));
const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);

describe('division', () => {
  test.prop([anyInteger, positive], fixed(1000))('the floor is the greatest integer at most a / b', (a, b) => {
    const q = floorDivide(a, b);
    expect(q * b <= a && a < (q + 1n) * b).toBe(true);
  });
  test.prop([anyInteger, positive], fixed(1000))('the ceiling is the least integer at least a / b', (a, b) => {
    const q = ceilDivide(a, b);
    expect((q - 1n) * b < a && a <= q * b).toBe(true);
  });
});

describe('floorSquareRoot', () => {
  const isFloorOfRoot = (r: bigint, a: bigint): boolean => r >= 0n && r * r <= a && a < (r + 1n) * (r + 1n);
  test('of every integer below 2000', () => {
    for (let a = 0n; a < 2000n; a++) expect(isFloorOfRoot(floorSquareRoot(a), a)).toBe(true);
  });
  test.prop([fc.bigInt({ min: 0n, max: 1n << 400n })], fixed(500))('of large integers', (a) => {
    expect(isFloorOfRoot(floorSquareRoot(a), a)).toBe(true);
  });
  test.prop([fc.bigInt({ min: 2n, max: 1n << 300n })], fixed(500))('of squares and their neighbours', (r) => {
    expect(floorSquareRoot(r * r)).toBe(r);
    expect(floorSquareRoot(r * r - 1n)).toBe(r - 1n);
    expect(floorSquareRoot(r * r + 2n * r)).toBe(r);
  });
  test('of powers of two, where the first guess is closest', () => {
    for (let e = 0n; e < 300n; e++) {
      expect(floorSquareRoot(1n << (2n * e))).toBe(1n << e);
      expect(isFloorOfRoot(floorSquareRoot((1n << e) - 1n), (1n << e) - 1n)).toBe(true);
    }
  });
});

describe('greatest common divisor', () => {
  test.prop([anyInteger, anyInteger, anyInteger], fixed(300))('divides, absorbs factors and fits lcm', (a, b, c) => {
    const d = gcd(a, b);
    expect(d >= 0n).toBe(true);
    if (d === 0n) expect([a, b]).toEqual([0n, 0n]);
    else expect([a % d, b % d, gcd(a / d, b / d)]).toEqual([0n, 0n, 1n]);
    expect(gcd(a * c, b * c)).toBe(d * absolute(c));
    expect(lcm(a, b) * d).toBe(absolute(a * b));
  });
  test.prop([fc.nat(10_000), fc.nat(10_000)], fixed(200))('agrees on small numbers', (a, b) => {
    expect(BigInt(smallGcd(a, b))).toBe(gcd(BigInt(a), BigInt(b)));
  });
});

describe('primes and divisors', () => {
  test('the primes below 100, and pseudoprimes that are not', () => {
    expect([0, ...upTo(99)].filter(isPrime)).toEqual([
      2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
    ]);
    for (const n of [341, 561, 1105, 2047, 46_341 * 46_341, 2_147_483_649, 4_294_967_297])
      expect(isPrime(n)).toBe(false);
    for (const p of [2_147_483_629, 2_147_483_647, 4_294_967_291]) expect(isPrime(p)).toBe(true);
  });
  test.prop([fc.integer({ min: 1, max: 1_000_000 })], fixed(200))('prime factors are the primes that divide', (n) => {
    const primes = primeFactors(n);
    expect(primes.every((p) => isPrime(p) && n % p === 0)).toBe(true);
    expect([...primes].sort((p, q) => p - q)).toEqual(primes);
    let rest = n;
    for (const p of primes) while (rest % p === 0) rest /= p;
    expect(rest).toBe(1);
  });
  test('Σ φ(d) over the divisors of n is n; φ(n) counts the units', () => {
    for (const n of upTo(200)) {
      expect(divisors(n)).toEqual(upTo(n).filter((d) => n % d === 0));
      expect(divisors(n).reduce((sum, d) => sum + totient(d), 0)).toBe(n);
      expect(totient(n)).toBe(upTo(n).filter((k) => smallGcd(k, n) === 1).length);
    }
  });
});

describe('factorials and binomial coefficients', () => {
  test('the factorials of 0, 1, 5, 20', () => {
    expect([0, 1, 5, 20].map(factorial)).toEqual([1n, 1n, 120n, 2_432_902_008_176_640_000n]);
  });
  test('Pascal: the first forty rows, zero outside', () => {
    for (let n = 1; n < 40; n++)
      for (let k = -1; k <= n + 1; k++) {
        expect(binomial(n, k)).toBe(binomial(n - 1, k - 1) + binomial(n - 1, k));
        expect(binomial(n, k)).toBe(k < 0 || k > n ? 0n : factorial(n) / (factorial(k) * factorial(n - k)));
      }
  });
});
