/** Prime fields: which moduli are refused, arithmetic against BigInt, roots of unity. */
import { fc, test } from '@fast-check/vitest';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect } from 'vitest';
import { divisors } from '../../src/algebra/integer.ts';
import { primeField, rootOfUnityModulo } from '../../src/algebra/residue.ts';
import { anyInteger } from '../support/numbers.ts';
import { fixed } from '../support/seed.ts';
import { some } from '../support/unwrap.ts';

const primes = [2, 3, 101, 67_108_859, 67_108_879, 268_435_399, 2_147_483_629, 2_147_483_647];

describe('primeField', () => {
  test.each([
    0,
    1,
    -1,
    -7,
    4,
    9,
    91,
    561,
    2047,
    2.5,
    7.000001,
    2 ** 31,
    2 ** 31 + 11,
    4_294_967_291,
    2_147_483_641,
    2 ** 53 + 1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ])('refuses %d', (p) => {
    expect(O.isNone(primeField(p))).toBe(true);
  });

  describe.each(primes)('GF(%i)', (p) => {
    const field = some(primeField(p));
    const modulus = BigInt(p);
    const reduce = (n: bigint): number => Number(((n % modulus) + modulus) % modulus);
    const residue = fc.oneof(fc.nat(p - 1), fc.integer({ min: Math.max(0, p - 3), max: p - 1 }));

    test.prop([residue, residue, fc.nat(200)], fixed(1000))('agrees with BigInt arithmetic', (a, b, e) => {
      const [x, y] = [BigInt(a), BigInt(b)];
      expect(field.add(a, b)).toBe(reduce(x + y));
      expect(field.sub(a, b)).toBe(reduce(x - y));
      expect(field.mul(a, b)).toBe(reduce(x * y));
      expect(field.negate(a)).toBe(reduce(-x));
      expect(field.power(a, e)).toBe(reduce(x ** BigInt(e)));
    });

    test.prop([residue, residue], fixed(200))('results are residues: integers from 0 to p − 1', (a, b) => {
      for (const c of [field.add(a, b), field.sub(a, b), field.mul(a, b), field.negate(a), field.reciprocal(a)]) {
        expect(Number.isInteger(c) && c >= 0 && c < p).toBe(true);
        expect(Object.is(c, -0)).toBe(false);
      }
    });

    test.prop([anyInteger], fixed(200))('fromInteger reduces', (n) => {
      expect(field.fromInteger(n)).toBe(reduce(n));
    });

    test.prop([residue], fixed(100))('the reciprocal of a nonzero residue is its inverse', (a) => {
      fc.pre(a !== 0);
      expect(field.mul(a, field.reciprocal(a))).toBe(1);
      expect(field.inverse(a)).toEqual(O.some(field.reciprocal(a)));
    });

    test('the reciprocal of 0 is 0', () => {
      expect(field.reciprocal(0)).toBe(0);
    });
  });
});

describe('rootOfUnityModulo', () => {
  test.each([2, 3, 7, 61, 101, 1009])('modulo %i a root of order n exists exactly when n divides p − 1', (p) => {
    const field = some(primeField(p));
    for (let n = 1; n <= 2 * p && n < 250; n++) {
      const root = rootOfUnityModulo(field, n);
      expect(O.isSome(root)).toBe((p - 1) % n === 0);
      if (O.isNone(root)) continue;
      const order = divisors(n).find((d) => field.power(root.value, d) === 1);
      expect(order).toBe(n);
    }
  });
  test('of large order modulo a large prime', () => {
    const field = some(primeField(2_147_483_647));
    for (const n of [2, 3, 7, 9, 11, 31, 151, 331, 2_147_483_646]) {
      const root = some(rootOfUnityModulo(field, n));
      expect(field.power(root, n)).toBe(1);
      for (const q of [2, 3, 7, 11, 31, 151, 331]) if (n % q === 0) expect(field.power(root, n / q)).not.toBe(1);
    }
    expect(O.isNone(rootOfUnityModulo(field, 4))).toBe(true);
    expect(O.isNone(rootOfUnityModulo(field, 5))).toBe(true);
  });
});
