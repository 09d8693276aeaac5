/** Orders and transitivity against the published ones, computed from the generators alone. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { factorial } from '../../src/algebra/integer.ts';
import { pointCount } from '../../src/group/group.ts';
import { compose, cyclesOf } from '../../src/group/permutation.ts';
import { stabiliserChain } from '../../src/group/stabiliserChain.ts';
import { elementsOf, withGroup } from '../support/groups.ts';
import { fixed } from '../support/seed.ts';
import { right } from '../support/unwrap.ts';

/** The order of the group generated, and of the pointwise stabilisers of its first 1, 2, … points. */
const stabiliserOrders = (text: string, depth: number): readonly bigint[] =>
  withGroup(text, (group) => {
    const prefix = Array.from({ length: depth }, (_, i) => i);
    const chain = stabiliserChain(pointCount(group.shape), group.generators, prefix);
    return [0, ...prefix.map((i) => i + 1)].map(chain.stabiliserOrder);
  });

describe('sporadic groups', () => {
  test.each([
    ['M11', 7920n],
    ['M12', 95_040n],
    ['M22', 443_520n],
    ['M23', 10_200_960n],
    ['M24', 244_823_040n],
    ['rubik', 43_252_003_274_489_856_000n],
  ])('the order of %s is %i', (name, order) => {
    withGroup(name, (group) => {
      expect(group.order).toBe(order);
      expect(stabiliserChain(pointCount(group.shape), group.generators).order).toBe(order);
    });
  });

  test('the order of the cube group is 8! 3⁷ 12! 2¹¹ / 2', () => {
    expect(withGroup('rubik', (group) => group.order)).toBe((factorial(8) * 3n ** 7n * factorial(12) * 2n ** 11n) / 2n);
  });

  // k-fold transitive on n points: the stabiliser of i points has index n − i in that of i − 1 points.
  test.each([
    ['M24', 24, 5, 48n],
    ['M23', 23, 4, 48n],
    ['M22', 22, 3, 48n],
    ['M12', 12, 5, 1n],
    ['M11', 11, 4, 1n],
  ] as const)('%s on %i points is %i-fold transitive, and %i elements fix that many', (name, points, fold, rest) => {
    const orders = stabiliserOrders(name, fold);
    for (let i = 0; i < fold; i++) expect(orders[i]).toBe(orders[i + 1]! * BigInt(points - i));
    expect(orders[fold]).toBe(rest);
  });

  test('the chain of point stabilisers M24 > M23 > M22 > PSL(3,4), and M12 > M11', () => {
    expect(stabiliserOrders('M24', 3)).toEqual([244_823_040n, 10_200_960n, 443_520n, 20_160n]);
    expect(stabiliserOrders('M12', 1)).toEqual([95_040n, 7920n]);
  });

  test('M24 is not 6-fold transitive: beyond the octad through five points the orbits are 3 and 16', () => {
    withGroup('M24', (group) => {
      const five = stabiliserChain(24, group.generators, [0, 1, 2, 3, 4]);
      const lengths: number[] = [];
      const seen = new Set([0, 1, 2, 3, 4]);
      for (let point = 5; point < 24; point++) {
        if (seen.has(point)) continue;
        const orbit = new Set([...five.elements(5)].map((g) => g[point]!));
        for (const image of orbit) seen.add(image);
        lengths.push(orbit.size);
      }
      expect(lengths.sort((a, b) => a - b)).toEqual([3, 16]);
    });
  });

  test('element orders are those of the ATLAS', () => {
    const orderOf = (cycles: readonly (readonly number[])[]): number => {
      const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
      return cycles.reduce((order, { length }) => (order * length) / gcd(order, length), 1);
    };
    for (const [name, orders] of [
      ['M11', [1, 2, 3, 4, 5, 6, 8, 11]],
      ['M12', [1, 2, 3, 4, 5, 6, 8, 10, 11]],
      ['M22', [1, 2, 3, 4, 5, 6, 7, 8, 11]],
      ['M23', [1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 23]],
      ['M24', [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 14, 15, 21, 23]],
      ['PSL(2,11)', [1, 2, 3, 5, 6, 11]],
    ] as const)
      withGroup(name, (group) => {
        const found = new Set<number>([1]);
        for (const g of fc.sample(elementsOf(group), fixed(1500))) found.add(orderOf(cyclesOf(g)));
        expect([...found].sort((a, b) => a - b)).toEqual(orders);
      });
  });
});

describe('classical families', () => {
  test.each([2, 3, 5, 7, 11, 13, 17, 23, 31, 101])('PSL(2,%i) has order p(p² − 1)/gcd(2, p − 1)', (p) => {
    const order = (BigInt(p) * (BigInt(p) ** 2n - 1n)) / (p === 2 ? 1n : 2n);
    withGroup(`PSL(2,${p})`, (group) => {
      expect(group.order).toBe(order);
      expect(group.shape.degree).toBe(p + 1);
    });
  });

  test('PSL(2,p) is 2-fold transitive on the projective line; two points are fixed by (p − 1)/2', () => {
    for (const p of [5, 7, 11, 13]) {
      const [whole, one, two] = stabiliserOrders(`PSL(2,${p})`, 2);
      expect([whole! / one!, one! / two!, two]).toEqual([BigInt(p + 1), BigInt(p), BigInt((p - 1) / 2)]);
    }
  });

  test.each([1, 2, 3, 4, 7, 10, 15])('the generators of S, A and B on %i points generate n!, n!/2 and 2ⁿ n!', (n) => {
    const generated = (text: string): bigint =>
      withGroup(text, (group) => stabiliserChain(pointCount(group.shape), group.generators).order);
    expect(generated(`S${n}`)).toBe(factorial(n));
    expect(generated(`A${n}`)).toBe(n < 2 ? 1n : factorial(n) / 2n);
    expect(generated(`B${n}`)).toBe(2n ** BigInt(n) * factorial(n));
    expect(generated(`Z2^${n}`)).toBe(2n ** BigInt(n));
    expect(generated(`C${n}`)).toBe(BigInt(n));
    if (n >= 3) expect(generated(`D${n}`)).toBe(2n * BigInt(n));
  });

  test('two generators suffice for S10: a transposition and a long cycle', () => {
    const order = withGroup('perm:(1,2);(1,2,3,4,5,6,7,8,9,10)', (group) => group.order);
    expect(order).toBe(3_628_800n);
    // A transposition and a cycle that do not connect the points evenly give a wreath product instead.
    expect(withGroup('perm:(1,3);(1,2,3,4)', (group) => group.order)).toBe(8n);
  });

  test('orders multiply in products', () => {
    for (const [text, order] of [
      ['S3xC4', 24n],
      ['Z2^2xS3', 24n],
      ['M11xPSL(2,7)xQ8', 7920n * 168n * 8n],
      ['C2xC2xC2xC2xC2xC2xC2xC2xC2xC2', 1024n],
    ] as const)
      withGroup(text, (group) => {
        expect(group.order).toBe(order);
        expect(group.chain().order).toBe(order);
      });
  });
});

describe('the quaternion group', () => {
  test('has one involution, −1, and six elements of order four; D4 has five involutions', () => {
    const squaresToOne = (text: string): number =>
      withGroup(
        text,
        (group) =>
          [...group.chain().elements()].filter(
            (g) => compose(g, g).toString() === Uint32Array.from(g).sort().toString(),
          ).length - 1,
      );
    expect(squaresToOne('Q8')).toBe(1);
    expect(squaresToOne('D4')).toBe(5);
    withGroup('Q8', (group) => {
      const [i, j] = group.generators;
      const { concat, show } = group;
      const minusOne = '[-1,-2,-3,-4]';
      expect([show(concat(i!, i!)), show(concat(j!, j!))]).toEqual([minusOne, minusOne]);
      // ij = k = −ji.
      const k = concat(i!, j!);
      expect(show(concat(k, k))).toBe(minusOne);
      expect(show(concat(concat(j!, i!), right(group.parse(minusOne))))).toBe(show(k));
    });
  });
});
