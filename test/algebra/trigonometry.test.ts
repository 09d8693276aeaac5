/** The table of cosines within its stated error, and exact signs of real parts. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { absolute, floorSquareRoot, integers } from '../../src/algebra/integer.ts';
import { cyclotomicPolynomial, polynomialRing } from '../../src/algebra/polynomial.ts';
import { circleTable, signOfRealPart } from '../../src/algebra/trigonometry.ts';
import { smallInteger } from '../support/numbers.ts';
import { fixed } from '../support/seed.ts';

describe('circleTable', () => {
  const sizes = [...Array.from({ length: 64 }, (_, i) => i + 1), 97, 100, 128, 255, 360, 1000, 1024, 4096, 9973];

  test('64 bits are within the error of 256 bits', () => {
    for (const n of sizes) {
      const [coarse, fine] = [circleTable(n, 64), circleTable(n, 256)];
      const allowed = (coarse.error << 192n) + fine.error;
      expect([coarse.cosine.length, coarse.sine.length, coarse.bits]).toEqual([n, n, 64]);
      for (let j = 0; j < n; j++) {
        expect(absolute((coarse.cosine[j]! << 192n) - fine.cosine[j]!) <= allowed).toBe(true);
        expect(absolute((coarse.sine[j]! << 192n) - fine.sine[j]!) <= allowed).toBe(true);
      }
    }
  });

  test('agrees with Math.cos and Math.sin', () => {
    for (const n of [...sizes, 65_536]) {
      const { cosine, sine } = circleTable(n, 64);
      for (let j = 0; j < n; j++) {
        expect(Math.abs(Number(cosine[j]!) / 2 ** 64 - Math.cos((2 * Math.PI * j) / n))).toBeLessThan(1e-14);
        expect(Math.abs(Number(sine[j]!) / 2 ** 64 - Math.sin((2 * Math.PI * j) / n))).toBeLessThan(1e-14);
      }
    }
  });

  test.each([64, 65, 100, 128, 256, 1000, 2048])('is right about the angles with square roots, to %i bits', (bits) => {
    const one = 1n << BigInt(bits);
    /** ⌊2^bits √a⌋ */
    const root = (a: bigint): bigint => floorSquareRoot((a * one) << BigInt(bits));
    const close = (value: bigint, exact: bigint): void => {
      // The exact side is itself rounded down, twice at most.
      expect(absolute(value - exact) <= 3n).toBe(true);
    };
    const at = (j: number, n: number) => {
      const { cosine, sine } = circleTable(n, bits);
      return { cos: cosine[j]!, sin: sine[j]! };
    };
    close(at(0, 1).cos, one);
    close(at(1, 2).cos, -one);
    close(at(1, 4).sin, one);
    close(at(1, 4).cos, 0n);
    close(at(1, 3).cos, -one / 2n);
    close(at(1, 3).sin, root(3n) / 2n);
    close(at(1, 8).cos, root(2n) / 2n);
    close(at(11, 12).sin, -one / 2n);
    close(at(1, 12).cos, root(3n) / 2n);
    close(at(1, 5).cos, (root(5n) - one) / 4n);
    close(at(2, 5).cos, -(root(5n) + one) / 4n);
    close(at(7, 24).sin, (floorSquareRoot(6n * one * one) + floorSquareRoot(2n * one * one)) / 4n);
  });

  test('stays on the circle and is symmetric, within the error', () => {
    for (const n of [7, 60, 1001]) {
      const { cosine, sine, error } = circleTable(n, 128);
      const one = 1n << 128n;
      for (let j = 1; j < n; j++) {
        expect(absolute(cosine[j]! * cosine[j]! + sine[j]! * sine[j]! - one * one) <= 4n * error * one).toBe(true);
        expect(absolute(cosine[j]! - cosine[n - j]!) <= 2n * error).toBe(true);
        expect(absolute(sine[j]! + sine[n - j]!) <= 2n * error).toBe(true);
      }
    }
  });
});

describe('signOfRealPart', () => {
  const on = (n: number, coefficients: Readonly<Record<number, bigint | number>>): readonly bigint[] =>
    Array.from({ length: n }, (_, j) => BigInt(coefficients[j] ?? 0));

  test.each([
    ['nothing', on(5, {})],
    ['1 + 2 cos(2π/3)', on(3, { 0: 1, 1: 2 })],
    ['the same, from the other root', on(3, { 0: 1, 2: 2 })],
    ['10⁶⁰ of that', on(3, { 0: 10n ** 60n, 1: 2n * 10n ** 60n })],
    ['1 − 2 cos(2π/6)', on(6, { 0: 1, 1: -2 })],
    ['cos(2π/4)', on(4, { 1: 1 })],
    ['i − i and only an imaginary part', on(12, { 3: 5, 1: 1, 11: -1 })],
    ['the golden ratio: 1 + 2 cos 72° + 2 cos 144°', on(5, { 0: 1, 1: 2, 2: 2 })],
    ['2 cos 36° − 2 cos 72° − 1', on(10, { 0: -1, 1: 2, 2: -2 })],
    ['cos 36° cos 72° = 1/4, as cos 108° + cos 36° − 1/2', on(10, { 0: -1, 3: 2, 1: 2 })],
    ['all fifteenth roots', on(15, Object.fromEntries(Array.from({ length: 15 }, (_, j) => [j, 1])))],
    ['cos π/7 − cos 2π/7 + cos 3π/7 − 1/2', on(14, { 0: -1, 1: 2, 2: -2, 3: 2 })],
    ['Morrie: 8 cos 20° cos 40° cos 80° − 1, as 2 cos 20° + 2 cos 100° + 2 cos 140°', on(18, { 1: 2, 5: 2, 7: 2 })],
  ] as const)('%s is exactly zero, and 10⁻³⁰ of 1 more or less is not', (_, c) => {
    expect(signOfRealPart(c)).toBe(0);
    const scaled = c.map((a) => a * 10n ** 30n);
    expect(signOfRealPart(scaled.with(0, scaled[0]! + 1n))).toBe(1);
    expect(signOfRealPart(scaled.with(0, scaled[0]! - 1n))).toBe(-1);
  });

  test('Fibonacci: F_{k+1} − F_k φ = (−1/φ)^k alternates in sign, though it is as small as 10⁻²⁰⁸', () => {
    let [previous, next] = [0n, 1n];
    for (let k = 0; k <= 1000; k++) {
      if (k < 50 || k % 97 === 0 || k >= 998)
        expect(signOfRealPart(on(10, { 0: next, 1: -2n * previous }))).toBe(k % 2 === 0 ? 1 : -1);
      [previous, next] = [next, previous + next];
    }
  });

  test('Pell: p² − 2q² = ±1 gives p − q√2 the same sign', () => {
    let [p, q] = [1n, 0n];
    for (let k = 0; k < 300; k++) {
      expect(signOfRealPart(on(8, { 0: p, 1: -2n * q }))).toBe(k % 2 === 0 ? 1 : -1);
      [p, q] = [p + 2n * q, p + q];
    }
  });

  const combination = fc
    .integer({ min: 1, max: 40 })
    .chain((n) => fc.array(smallInteger, { minLength: n, maxLength: n }));

  test.prop([combination], fixed(400))('agrees with doubles where they are clear; negation and reflection', (c) => {
    const n = c.length;
    const value = c.reduce((sum, a, j) => sum + Number(a) * Math.cos((2 * Math.PI * j) / n), 0);
    const sign = signOfRealPart(c);
    if (Math.abs(value) > 1e-9) expect(sign).toBe(Math.sign(value));
    expect(signOfRealPart(c.map((a) => -a)) + sign).toBe(0);
    expect(signOfRealPart(c.map((_, j) => c[(n - j) % n]!))).toBe(sign);
    // The same sum written over 2n-th and 3n-th roots.
    for (const m of [2, 3])
      expect(signOfRealPart(Array.from({ length: m * n }, (_, j) => (j % m === 0 ? c[j / m]! : 0n)))).toBe(sign);
  });

  test.prop([fc.integer({ min: 2, max: 40 }), fc.array(smallInteger, { maxLength: 30 }), fc.nat(40)], fixed(200))(
    'multiples of Φ_n and sums with vanishing real part are zero',
    (n, factor, at) => {
      const ring = polynomialRing(integers);
      const c = new Array<bigint>(n).fill(0n);
      ring.mul(cyclotomicPolynomial(n), factor).forEach((a, i) => {
        c[i % n] = c[i % n]! + a;
      });
      const j = at % n;
      // ζʲ − ζ⁻ʲ is imaginary.
      c[j] = c[j]! + 7n;
      c[(n - j) % n] = c[(n - j) % n]! - 7n;
      expect(signOfRealPart(c)).toBe(0);
    },
  );

  test.prop(
    [fc.integer({ min: 3, max: 24 }).chain((n) => fc.array(smallInteger, { minLength: n, maxLength: n }))],
    fixed(200),
  )('the square of a real number is positive unless the number is zero', (half) => {
    const n = half.length;
    const c = half.map((a, j) => a + half[(n - j) % n]!);
    const square = new Array<bigint>(n).fill(0n);
    c.forEach((a, i) => {
      c.forEach((b, j) => {
        square[(i + j) % n] = square[(i + j) % n]! + a * b;
      });
    });
    expect(signOfRealPart(square)).toBe(signOfRealPart(c) === 0 ? 0 : 1);
  });
});
