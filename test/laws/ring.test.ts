/** The laws of a ring with a homomorphism from the integers, over every instance, commutative or not. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { powerIn, sumOf } from '../../src/algebra/field.ts';
import { everyRing, type RingInstance } from '../support/rings.ts';
import { fixed } from '../support/seed.ts';

const ringLaws = <A>({ name, ring, elements, characteristic }: RingInstance<A>): void => {
  const { add, sub, mul, zero, one, equals, fromInteger } = ring;
  const agree = (a: A, b: A): void => {
    if (!equals(a, b)) expect(a).toEqual(b);
    expect(equals(a, b)).toBe(true);
  };
  const integer = fc.bigInt({ min: -1000n, max: 1000n });
  describe(name, () => {
    test('zero is not one', () => {
      expect(equals(zero, one)).toBe(false);
    });
    test.prop([elements, elements, elements], fixed())('addition is a commutative group', (a, b, c) => {
      agree(add(add(a, b), c), add(a, add(b, c)));
      agree(add(a, b), add(b, a));
      agree(add(a, zero), a);
      agree(add(a, sub(zero, a)), zero);
      agree(sub(a, b), add(a, sub(zero, b)));
    });
    test.prop([elements, elements, elements], fixed())('multiplication is a monoid', (a, b, c) => {
      agree(mul(mul(a, b), c), mul(a, mul(b, c)));
      agree(mul(one, a), a);
      agree(mul(a, one), a);
    });
    test.prop([elements, elements, elements], fixed())('multiplication distributes on both sides', (a, b, c) => {
      agree(mul(a, add(b, c)), add(mul(a, b), mul(a, c)));
      agree(mul(add(a, b), c), add(mul(a, c), mul(b, c)));
      agree(mul(a, sub(b, c)), sub(mul(a, b), mul(a, c)));
      agree(mul(a, zero), zero);
      agree(mul(zero, a), zero);
    });
    test.prop([integer, integer, elements], fixed())('fromInteger is the homomorphism from Z', (m, n, a) => {
      agree(fromInteger(0n), zero);
      agree(fromInteger(1n), one);
      agree(fromInteger(m + n), add(fromInteger(m), fromInteger(n)));
      agree(fromInteger(m * n), mul(fromInteger(m), fromInteger(n)));
      agree(mul(fromInteger(m), a), mul(a, fromInteger(m)));
      agree(fromInteger(characteristic), zero);
    });
    test.prop([integer], fixed())('an integer is zero exactly when the characteristic divides it', (m) => {
      const divides = characteristic === 0n ? m === 0n : m % characteristic === 0n;
      expect(equals(fromInteger(m), zero)).toBe(divides);
    });
    test.prop([fc.array(elements, { maxLength: 6 }), elements], fixed())('sumOf is iterated addition', (terms, a) => {
      agree(sumOf(ring, []), zero);
      agree(sumOf(ring, [...terms, a]), add(sumOf(ring, terms), a));
      agree(sumOf(ring, new Array<A>(7).fill(a)), mul(fromInteger(7n), a));
    });
    test.prop([elements, fc.bigInt({ min: 0n, max: 4n }), fc.bigInt({ min: 0n, max: 4n })], fixed(50))(
      'powers add and multiply their exponents',
      (a, m, n) => {
        agree(powerIn(ring, a, 0n), one);
        agree(powerIn(ring, a, 1n), a);
        agree(powerIn(ring, a, m + n), mul(powerIn(ring, a, m), powerIn(ring, a, n)));
        agree(powerIn(ring, powerIn(ring, a, m), 2n), powerIn(ring, a, 2n * m));
      },
    );
  });
};

describe('ring', () => {
  for (const some of everyRing) some(ringLaws);
});
