/** The formulas of MATHEMATICS.md 3.3 and 3.5, against logarithms of sixty digits and against known sets. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { rational } from '../../src/algebra/rational.ts';
import { existenceInequality, welchBound } from '../../src/averaging/bounds.ts';
import { fixed } from '../support/seed.ts';

const scale = 10n ** 60n;

/** ln(p/q) in units of 10⁻⁶⁰, by ln x = 2 artanh((x − 1)/(x + 1)) after halving; the error is far below 10⁻⁵⁰. */
const logarithm = (p: bigint, q: bigint): bigint => {
  const series = (a: bigint, b: bigint): bigint => {
    const z = ((a - b) * scale) / (a + b);
    const square = (z * z) / scale;
    let sum = 0n;
    let term = z;
    for (let k = 1n; term !== 0n; k += 2n) {
      sum += term / k;
      term = (term * square) / scale;
    }
    return 2n * sum;
  };
  const ln2 = series(2n, 1n);
  let [a, b, twos] = [p, q, 0n];
  for (; a > 2n * b; twos++) b *= 2n;
  for (; b > 2n * a; twos--) a *= 2n;
  return series(a, b) + twos * ln2;
};

/** 2b · (n KL(t) − ln 2D) in units of 10⁻⁶⁰, t = a/b. */
const excess = (n: bigint, a: bigint, b: bigint, sum: bigint): bigint =>
  n * ((b + a) * logarithm(b + a, b) + (b - a) * logarithm(b - a, b)) - 2n * b * logarithm(2n * sum, 1n);

describe('the existence inequality says n · KL(t) > ln 2D', () => {
  test.prop(
    [
      fc.bigInt({ min: 1n, max: 400n }),
      fc.bigInt({ min: 2n, max: 40n }),
      fc.bigInt({ min: 1n, max: 39n }),
      fc.oneof(fc.bigInt({ min: 1n, max: 100n }), fc.bigInt({ min: 1n, max: 10n ** 40n })),
    ],
    fixed(300),
  )('as logarithms of sixty digits have it', (n, b, a, sum) => {
    fc.pre(a < b);
    const difference = excess(n, a, b, sum);
    fc.pre(difference > 10n ** 20n || difference < -(10n ** 20n));
    expect(existenceInequality(n, rational(a, b), sum)).toBe(difference > 0n);
  });

  test.prop(
    [fc.bigInt({ min: 1n, max: 60n }), fc.bigInt({ min: 2n, max: 12n }), fc.bigInt({ min: 1n, max: 50n })],
    fixed(60),
  )('the least such n is where the logarithms change sign', (sum, b, a) => {
    fc.pre(a < b);
    let n = 1n;
    while (!existenceInequality(n, rational(a, b), sum)) n++;
    expect(excess(n, a, b, sum)).toBeGreaterThan(0n);
    expect(n === 1n || excess(n - 1n, a, b, sum) <= 0n).toBe(true);
  });

  test('more elements, a larger root or fewer dimensions never hurt', () => {
    for (let n = 1n; n < 60n; n += 7n)
      for (let a = 1n; a < 9n; a++)
        for (const sum of [1n, 5n, 75n])
          if (existenceInequality(n, rational(a, 10n), sum)) {
            expect(existenceInequality(n + 1n, rational(a, 10n), sum)).toBe(true);
            expect(existenceInequality(n, rational(a + 1n, 10n), sum)).toBe(true);
            expect(sum === 1n || existenceInequality(n, rational(a, 10n), sum - 1n)).toBe(true);
          }
  });

  test('roots outside (0, 1) show nothing', () => {
    for (const root of [rational(0n), rational(1n), rational(3n, 2n), rational(-1n, 2n)])
      expect(existenceInequality(1000n, root, 5n)).toBe(false);
  });

  test('with no nontrivial irreducible any element will do, and none will not', () => {
    expect(existenceInequality(1n, rational(0n), 0n)).toBe(true);
    expect(existenceInequality(0n, rational(1n, 2n), 0n)).toBe(false);
    expect(existenceInequality(0n, rational(1n, 2n), 3n)).toBe(false);
  });

  test('it is sharper than matrix Bernstein: n ≥ (8/3) ln(2D)/t² is always enough', () => {
    for (const sum of [1, 5, 75, 5000])
      for (const b of [2, 3, 5, 9]) {
        const n = Math.ceil((8 / 3) * Math.log(2 * sum) * b * b);
        expect(existenceInequality(BigInt(n), rational(1n, BigInt(b)), BigInt(sum))).toBe(true);
      }
  });
});

describe('the Welch bound', () => {
  test.each([
    ['the Fano plane in ℤ/7', 7n, 3n, 1n],
    ['the biplane in ℤ/11', 11n, 5n, 2n],
    ['the plane of order 3 in ℤ/13', 13n, 4n, 1n],
    ['the plane of order 4 in ℤ/21', 21n, 5n, 1n],
    ['the plane of order 5 in ℤ/31', 31n, 6n, 1n],
  ])('is attained by %s', (_, v, n, lambda) => {
    const epsilon = rational(n - lambda, n * n);
    expect(welchBound(v, epsilon)).toBe(n);
    // Any smaller ε needs one more.
    expect(welchBound(v, rational((n - lambda) * 10n ** 30n - 1n, n * n * 10n ** 30n))).toBe(n + 1n);
  });

  test('is |G| at ε = 0 and 1 from ε = 1 on', () => {
    for (const order of [1n, 2n, 24n, 10n ** 60n]) {
      expect(welchBound(order, rational(0n))).toBe(order);
      expect(welchBound(order, rational(1n))).toBe(1n);
      expect(welchBound(order, rational(10n ** 9n))).toBe(1n);
    }
  });

  test('is |G| exactly for ε < 1/(|G| − 1)²', () => {
    for (const order of [2n, 3n, 24n, 720n]) {
      const edge = (order - 1n) ** 2n;
      expect(welchBound(order, rational(1n, edge))).toBe(order - 1n);
      expect(welchBound(order, rational(10n ** 20n - 1n, edge * 10n ** 20n))).toBe(order);
    }
  });

  test.prop([fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 999n })], fixed(100))(
    'is the least n with n (1 + ε(|G| − 1)) ≥ |G|',
    (order, thousandths) => {
      const n = welchBound(order, rational(thousandths, 1000n));
      const holds = (size: bigint): boolean => size * (1000n + thousandths * (order - 1n)) >= order * 1000n;
      expect([holds(n), n >= 1n, holds(n - 1n)]).toEqual([true, true, false]);
    },
  );
});
