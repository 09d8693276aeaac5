/** The laws of a field with decidable equality, over every instance. */
import { fc, test } from '@fast-check/vitest';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect } from 'vitest';
import { powerIn } from '../../src/algebra/field.ts';
import { everyField, type FieldInstance } from '../support/rings.ts';
import { fixed } from '../support/seed.ts';
import { some as present } from '../support/unwrap.ts';

const fieldLaws = <A>({ name, ring: field, elements, characteristic }: FieldInstance<A>): void => {
  const { mul, zero, one, equals, inverse } = field;
  describe(name, () => {
    test('zero has no inverse', () => {
      expect(O.isNone(inverse(zero))).toBe(true);
    });
    test.prop([elements], fixed())('everything else has one, on both sides', (a) => {
      fc.pre(!equals(a, zero));
      const b = present(inverse(a));
      expect(equals(mul(a, b), one)).toBe(true);
      expect(equals(mul(b, a), one)).toBe(true);
      expect(equals(present(inverse(b)), a)).toBe(true);
    });
    test.prop([elements, elements], fixed())('a product is zero only if a factor is', (a, b) => {
      expect(equals(mul(a, b), zero)).toBe(equals(a, zero) || equals(b, zero));
    });
    if (characteristic > 0n)
      test.prop([elements], fixed())('Fermat: a to the p is a', (a) => {
        expect(equals(powerIn(field, a, characteristic), a)).toBe(true);
      });
  });
};

describe('field', () => {
  for (const some of everyField) some(fieldLaws);
});
