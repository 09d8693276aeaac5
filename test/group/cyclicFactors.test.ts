/** Coordinates of abelian groups: an isomorphism onto a product of cyclic groups, or no answer. */
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { cyclicFactors } from '../../src/group/cyclicFactors.ts';
import { elementsOf, withGroup } from '../support/groups.ts';
import { fixed } from '../support/seed.ts';

describe.each([
  ['C1', [1]],
  ['C12', [12]],
  ['Z2^4', [2, 2, 2, 2]],
  ['C4xC6', [4, 6]],
  ['Z2^2xC3', [2, 2, 3]],
  ['C3xZ2^2', [3, 2, 2]],
  ['C2xC2xZ2^1xC5', [2, 2, 2, 5]],
] as const)('%s', (name, orders) => {
  withGroup(name, (group) => {
    const factors = cyclicFactors(group)!;
    const coordinatesOf = (g: typeof group.empty): readonly number[] => factors.coordinates(g);

    test('is the product of cyclic groups of these orders', () => {
      expect(factors.orders).toEqual(orders);
      expect(BigInt(orders.reduce<number>((product, n) => product * n, 1))).toBe(group.order);
    });

    test.prop([elementsOf(group), elementsOf(group)], fixed())('coordinates add under products', (g, h) => {
      const [a, b] = [coordinatesOf(g), coordinatesOf(h)];
      expect(coordinatesOf(group.concat(g, h))).toEqual(orders.map((n, i) => (a[i]! + b[i]!) % n));
    });

    test('different elements have different coordinates', () => {
      const all = [...group.chain().elements()].map((g) => {
        if (!group.contains(g)) throw new Error('the chain lists members');
        return coordinatesOf(g).join();
      });
      expect(BigInt(new Set(all).size)).toBe(group.order);
    });
  });
});

test.each(['S3', 'A4', 'D3', 'B2', 'Q8', 'S3xC4', 'C4xQ8', 'PSL(2,7)'])('%s has none', (name) => {
  expect(withGroup(name, (group) => cyclicFactors(group)?.orders)).toBeUndefined();
});
