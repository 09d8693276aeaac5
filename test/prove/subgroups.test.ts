import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { conjugacyClasses, listGroup } from '../../src/group/listing.ts';
import { isIdentity } from '../../src/group/permutation.ts';
import { stabiliserChain } from '../../src/group/stabiliserChain.ts';
import { classicalGroups } from '../../src/prove/classicalGroups.ts';
import { type CountedSubgroup, subgroupClasses } from '../../src/prove/subgroupClasses.ts';
import { candidateSubgroups } from '../../src/prove/subgroups.ts';
import { type Pair, symmetryOrbits } from '../../src/prove/symmetricSystem.ts';
import { doubleCosets } from '../../src/prove/symmetries.ts';
import { parseInstance } from '../../src/representation/action.ts';

/** The orders of the proper subgroups found, ascending. */
const ordersIn = (notation: string): readonly number[] => {
  let orders: readonly number[] = [];
  parseInstance(notation, (instance) => {
    const classes = conjugacyClasses(listGroup(instance.group)!);
    const found = subgroupClasses(instance, classes, 'seed');
    for (const { generators, chain, size, counts } of found) {
      expect(stabiliserChain(chain.degree, generators).order).toBe(BigInt(size));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(size);
      expect(counts[0]).toBe(1);
    }
    orders = found.map(({ size }) => size);
    return E.right(undefined);
  });
  return orders;
};

describe('subgroups of listed groups', () => {
  // The numbers of classes of subgroups are classical: 11 in S4, 19 in S5, 56 in S6, 9 in A5, 15 in PSL(2,7), with
  // the group itself. In PSL(2,7) two classes of order 4 and two of orders 12 and 24 have equal distributions.
  it('finds every class of subgroups of S4, S5 and A5', () => {
    expect(ordersIn('S4')).toEqual([1, 2, 2, 3, 4, 4, 4, 6, 8, 12]);
    expect(ordersIn('S5')).toEqual([1, 2, 2, 3, 4, 4, 4, 5, 6, 6, 6, 8, 10, 12, 12, 20, 24, 60]);
    expect(ordersIn('A5')).toEqual([1, 2, 3, 4, 5, 6, 10, 12]);
    expect(ordersIn('PSL(2,7)')).toEqual([1, 2, 3, 4, 4, 6, 7, 8, 12, 21, 24]);
  });

  it('finds the multiply transitive subgroups of S6 and S7', () => {
    const inS6 = ordersIn('S6');
    expect(inS6.length).toBeGreaterThanOrEqual(50);
    // S5 and PGL(2,5) differ in their distributions, and so do A5 and PSL(2,5).
    expect(inS6.filter((order) => order === 120)).toHaveLength(2);
    expect(inS6.filter((order) => order === 60)).toHaveLength(2);
    const inS7 = ordersIn('S7');
    for (const order of [7, 14, 21, 42, 168, 2520]) expect(inS7).toContain(order);
    expect(inS7.length).toBeGreaterThanOrEqual(85);
  });

  it('gives the same subgroups for the same seed', () => {
    expect(ordersIn('B3')).toEqual(ordersIn('B3'));
  });

  it('counts double cosets by class distributions', () => {
    parseInstance('S5', (instance) => {
      const classes = conjugacyClasses(listGroup(instance.group)!);
      const found = subgroupClasses(instance, classes, 'seed');
      const { empty } = instance.group;
      const counted = (left: CountedSubgroup<string>, right: CountedSubgroup<string>): number => {
        const pairs = [
          ...left.generators.map((a) => [a, empty]),
          ...right.generators.map((b) => [empty, b]),
        ] as unknown as Pair<typeof instance.group.notation>[];
        return symmetryOrbits(classes, pairs, 1000)!.sizes.length;
      };
      for (const left of found)
        for (const right of found.slice(5, 9))
          expect(doubleCosets(classes, left, right)).toBe(
            counted(left as unknown as CountedSubgroup<string>, right as unknown as CountedSubgroup<string>),
          );
      return E.right(undefined);
    });
  });
});

describe('subgroups of groups too large to list', () => {
  it('knows classical transitive groups', () => {
    const orders = (n: number): readonly bigint[] =>
      classicalGroups(n).map((generators) => stabiliserChain(n, generators).order);
    expect(orders(5)).toEqual(expect.arrayContaining([5n, 10n, 20n]));
    expect(orders(8)).toEqual(expect.arrayContaining([56n, 168n, 336n, 1344n]));
    expect(orders(11)).toEqual(expect.arrayContaining([55n, 110n, 7920n]));
    expect(orders(16)).toEqual(expect.arrayContaining([240n, 960n, 322560n]));
    for (const n of [4, 9, 12, 32])
      for (const generators of classicalGroups(n)) for (const g of generators) expect(g).toHaveLength(n);
  });

  it('offers proper subgroups, smallest first', () => {
    parseInstance('S20', (instance) => {
      const found = candidateSubgroups(instance, 'seed');
      expect(found.map(({ chain }) => chain.order)).toContain(instance.group.order / 2n);
      expect(found.map(({ chain }) => chain.order)).toContain(6840n);
      found.forEach(({ chain }, i) => {
        expect(chain.order < instance.group.order).toBe(true);
        if (i > 0) expect(chain.order >= found[i - 1]!.chain.order).toBe(true);
      });
      expect(found[0]!.generators.every(isIdentity)).toBe(false);
      return E.right(undefined);
    });
  });
});
