/** Cyclotomic fields in their complex embedding, and exact tests for zero. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  type Cyclotomic,
  type CyclotomicField,
  cyclotomicField,
  isZeroCombination,
} from '../../src/algebra/cyclotomic.ts';
import { powerIn, sumOf } from '../../src/algebra/field.ts';
import { divisors, integers, isPrime, primeFactors, smallGcd, totient } from '../../src/algebra/integer.ts';
import { cyclotomicPolynomial, polynomialRing } from '../../src/algebra/polynomial.ts';
import { rational } from '../../src/algebra/rational.ts';
import { smallInteger, smallRational } from '../support/numbers.ts';
import { fixed } from '../support/seed.ts';

const conductors = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 24, 30];
const combination = (n: number): fc.Arbitrary<bigint[]> => fc.array(smallInteger, { minLength: n, maxLength: n });

/** The value at ζ = e^{2πi/n}, in doubles. */
const embed = ({ conductor }: CyclotomicField, a: Cyclotomic): readonly [number, number] => {
  let [re, im] = [0, 0];
  a.numerators.forEach((x, k) => {
    re += (Number(x) * Math.cos((2 * Math.PI * k) / conductor)) / Number(a.denominator);
    im += (Number(x) * Math.sin((2 * Math.PI * k) / conductor)) / Number(a.denominator);
  });
  return [re, im];
};

const element = (field: CyclotomicField): fc.Arbitrary<Cyclotomic> =>
  fc.array(smallRational, { minLength: field.conductor, maxLength: field.conductor }).map((values) =>
    sumOf(
      field,
      values.map((value, k) => field.mul(field.fromRational(value), field.root(k))),
    ),
  );

describe.each(conductors)('the field of %i-th roots of unity', (n) => {
  const field = cyclotomicField(n);
  const { mul, add, one, zero, equals, root, conjugate, fromRational, fromInteger } = field;
  const near = (a: Cyclotomic, [re, im]: readonly [number, number]): void => {
    const [x, y] = embed(field, a);
    expect(Math.abs(x - re)).toBeLessThan(1e-9);
    expect(Math.abs(y - im)).toBeLessThan(1e-9);
  };

  test('root(k) is e^{2πik/n}, and has order n / gcd(k, n)', () => {
    for (let k = -n; k <= 2 * n; k++) {
      near(root(k), [Math.cos((2 * Math.PI * k) / n), Math.sin((2 * Math.PI * k) / n)]);
      const order = divisors(n).find((d) => equals(powerIn(field, root(k), BigInt(d)), one));
      expect(order).toBe(n / smallGcd(Math.abs(k), n));
      expect(equals(root(k), root(k + n))).toBe(true);
    }
  });

  test('the primitive roots sum to μ(n), all roots to 0, and Π (1 − ζᵏ) for 0 < k < n is n', () => {
    const all = Array.from({ length: n }, (_, k) => k);
    const primes = primeFactors(n);
    const mobius = primes.reduce((product, p) => product * p, 1) === n ? (-1) ** primes.length : 0;
    const primitive = all.filter((k) => smallGcd(k, n) === 1);
    expect(primitive.length).toBe(totient(n));
    expect(equals(sumOf(field, primitive.map(root)), fromInteger(BigInt(mobius)))).toBe(true);
    expect(equals(sumOf(field, all.map(root)), n === 1 ? one : zero)).toBe(true);
    const product = all.slice(1).reduce((total, k) => mul(total, field.sub(one, root(k))), one);
    expect(equals(product, fromInteger(BigInt(n)))).toBe(true);
  });

  test.prop([element(field), element(field)], fixed(60))('the embedding in ℂ is a homomorphism', (a, b) => {
    const [[x, y], [u, v]] = [embed(field, a), embed(field, b)];
    near(add(a, b), [x + u, y + v]);
    near(mul(a, b), [x * u - y * v, x * v + y * u]);
    near(conjugate(a), [x, -y]);
  });

  test.prop([element(field), element(field), smallRational, fc.integer({ min: -50, max: 50 })], fixed(60))(
    'conjugation is an automorphism of order two that fixes ℚ and inverts roots of unity',
    (a, b, q, k) => {
      expect(equals(conjugate(conjugate(a)), a)).toBe(true);
      expect(equals(conjugate(add(a, b)), add(conjugate(a), conjugate(b)))).toBe(true);
      expect(equals(conjugate(mul(a, b)), mul(conjugate(a), conjugate(b)))).toBe(true);
      expect(equals(conjugate(fromRational(q)), fromRational(q))).toBe(true);
      expect(equals(conjugate(root(k)), root(-k))).toBe(true);
    },
  );
});

describe('identities between real numbers', () => {
  test('√5 = ζ − ζ² − ζ³ + ζ⁴ for fifth roots, √2 and √3 from eighth and twelfth roots', () => {
    const fifth = cyclotomicField(5);
    const root5 = [1, -1, -1, 1].reduce(
      (sum, sign, k) => fifth.add(sum, fifth.mul(fifth.fromInteger(BigInt(sign)), fifth.root(k + 1))),
      fifth.zero,
    );
    expect(fifth.equals(fifth.mul(root5, root5), fifth.fromInteger(5n))).toBe(true);
    // The golden ratio: g² = g + 1 and 1/g = g − 1.
    const golden = fifth.mul(fifth.fromRational(rational(1n, 2n)), fifth.add(fifth.one, root5));
    expect(fifth.equals(fifth.mul(golden, golden), fifth.add(golden, fifth.one))).toBe(true);
    expect(fifth.inverse(golden)).toEqual({ _tag: 'Some', value: fifth.sub(golden, fifth.one) });
    for (const [n, square] of [
      [8, 2n],
      [12, 3n],
    ] as const) {
      const field = cyclotomicField(n);
      const root = field.add(field.root(1), field.root(-1));
      expect(field.equals(field.mul(root, root), field.fromInteger(square))).toBe(true);
    }
  });

  test('Gauss: the square of the quadratic Gauss sum of a prime p is (−1)^{(p−1)/2} p', () => {
    for (const p of [3, 5, 7, 11, 13, 17, 19, 23]) {
      const field = cyclotomicField(p);
      const sum = sumOf(
        field,
        Array.from({ length: p }, (_, k) => field.root(k * k)),
      );
      const square = field.fromInteger(BigInt(p % 4 === 1 ? p : -p));
      expect(field.equals(field.mul(sum, sum), square)).toBe(true);
    }
  });
});

describe('isZeroCombination', () => {
  const size = fc.integer({ min: 1, max: 60 });
  test.prop([size.chain((n) => combination(n))], fixed(300))('agrees with the field', (c) => {
    const field = cyclotomicField(c.length);
    const value = sumOf(
      field,
      c.map((a, k) => field.mul(field.fromInteger(a), field.root(k))),
    );
    expect(isZeroCombination(c)).toBe(field.equals(value, field.zero));
  });

  test.prop(
    [size.chain((n) => fc.tuple(fc.constant(n), fc.array(smallInteger, { maxLength: 40 }))), fc.nat(59)],
    fixed(300),
  )('every multiple of Φ_n vanishes, and stops vanishing when one coefficient changes', ([n, factor], at) => {
    const ring = polynomialRing(integers);
    const c = new Array<bigint>(n).fill(0n);
    ring.mul(cyclotomicPolynomial(n), factor).forEach((a, i) => {
      c[i % n] = c[i % n]! + a;
    });
    expect(isZeroCombination(c)).toBe(true);
    expect(isZeroCombination(c.map((a, i) => (i === at % n ? a + 1n : a)))).toBe(false);
  });

  test('de Bruijn: rotated sums over the p-th roots, for the primes p dividing n, vanish', () => {
    for (const n of [30, 36, 105])
      for (const p of divisors(n).filter(isPrime))
        for (let shift = 0; shift < n; shift++) {
          const c = new Array<bigint>(n).fill(0n);
          for (let k = 0; k < p; k++) c[(shift + (k * n) / p) % n] = 1n;
          expect(isZeroCombination(c)).toBe(true);
          c[shift] = 2n;
          expect(isZeroCombination(c)).toBe(false);
        }
  });
});
