/**
 * Integers: the ring ℤ over `bigint`, and the few facts of elementary number theory the rest needs.
 * Functions on `number` are for small parameters (degrees, conductors); everything that can grow is `bigint`.
 */
import type { ExactRing } from './field.ts';

/** The ring ℤ. */
export const integers: ExactRing<bigint> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  zero: 0n,
  one: 1n,
  equals: (a, b) => a === b,
  fromInteger: (n) => n,
};

export const absolute = (a: bigint): bigint => (a < 0n ? -a : a);

/** The nonnegative greatest common divisor; `gcd(0n, 0n)` is `0n`. */
export const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [absolute(a), absolute(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

export const lcm = (a: bigint, b: bigint): bigint =>
  a === 0n || b === 0n ? 0n : absolute(a / gcd(a, b)) * absolute(b);

/** ⌊a / b⌋ for b > 0 (`bigint` division truncates towards zero instead). */
export const floorDivide = (a: bigint, b: bigint): bigint => (a >= 0n || a % b === 0n ? a / b : a / b - 1n);

/** ⌈a / b⌉ for b > 0. */
export const ceilDivide = (a: bigint, b: bigint): bigint => -floorDivide(-a, b);

/** ⌊√a⌋ for a ≥ 0, by Newton's iteration from above. */
export const floorSquareRoot = (a: bigint): bigint => {
  if (a < 2n) return a;
  let x = 1n << BigInt((a.toString(16).length * 4) / 2 + 1);
  for (;;) {
    const next = (x + a / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
};

export const factorial = (n: number): bigint => {
  let result = 1n;
  for (let i = 2n; i <= BigInt(n); i++) result *= i;
  return result;
};

/** The binomial coefficient; `0n` when k < 0 or k > n. */
export const binomial = (n: number, k: number): bigint => {
  if (k < 0 || k > n) return 0n;
  let result = 1n;
  for (let i = 1; i <= Math.min(k, n - k); i++) result = (result * BigInt(n - i + 1)) / BigInt(i);
  return result;
};

/** The distinct prime factors of n ≥ 1, ascending, by trial division: O(√n). */
export const primeFactors = (n: number): readonly number[] => {
  const factors: number[] = [];
  let rest = n;
  for (let p = 2; p * p <= rest; p++) {
    if (rest % p !== 0) continue;
    factors.push(p);
    while (rest % p === 0) rest /= p;
  }
  if (rest > 1) factors.push(rest);
  return factors;
};

/** Primality by trial division: O(√n), meant for n < 2³². */
export const isPrime = (n: number): boolean => n >= 2 && primeFactors(n)[0] === n;

/** Euler's φ. */
export const totient = (n: number): number => primeFactors(n).reduce((phi, p) => (phi / p) * (p - 1), n);

/** All positive divisors of n ≥ 1, ascending: O(n). */
export const divisors = (n: number): readonly number[] => {
  const found: number[] = [];
  for (let d = 1; d <= n; d++) if (n % d === 0) found.push(d);
  return found;
};

/** The greatest common divisor of small nonnegative integers. */
export const smallGcd = (a: number, b: number): number => (b === 0 ? a : smallGcd(b, a % b));
