/** The laws of a totally ordered ring. */
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { everyOrder, type OrderInstance } from '../support/rings.ts';
import { fixed } from '../support/seed.ts';

const orderLaws = <A>({ name, ring, elements }: OrderInstance<A>): void => {
  const { compare, equals, add, mul, sub, zero, one } = ring;
  describe(name, () => {
    test.prop([elements, elements], fixed(300))('is total, antisymmetric and agrees with equality', (a, b) => {
      expect(compare(a, b) + compare(b, a)).toBe(0);
      expect(compare(a, b) === 0).toBe(equals(a, b));
      expect(compare(a, a)).toBe(0);
      expect(compare(a, b)).toBe(compare(sub(a, b), zero));
    });
    test.prop([elements, elements, elements], fixed(300))('is transitive', (a, b, c) => {
      const [least, middle, greatest] = [a, b, c].sort(compare) as [A, A, A];
      expect(compare(least, middle)).toBeLessThanOrEqual(0);
      expect(compare(middle, greatest)).toBeLessThanOrEqual(0);
      expect(compare(least, greatest)).toBeLessThanOrEqual(0);
    });
    test.prop([elements, elements, elements], fixed(300))('respects sums and products', (a, b, c) => {
      expect(compare(add(a, c), add(b, c))).toBe(compare(a, b));
      expect(compare(mul(a, c), mul(b, c))).toBe(compare(a, b) * compare(c, zero) + 0);
      expect(compare(mul(a, a), zero)).toBeGreaterThanOrEqual(0);
      expect(compare(add(a, one), a)).toBe(1);
    });
  });
};

describe('order', () => {
  for (const some of everyOrder) some(orderLaws);
});
