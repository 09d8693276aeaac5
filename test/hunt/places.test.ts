/** Where a search looks: the data of GAP against known counts, ranges, and the order. */
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { conjugacyClasses, listGroup } from '../../src/group/listing.ts';
import { cyclesOf } from '../../src/group/permutation.ts';
import { smallGroups } from '../../src/hunt/data/smallGroups.ts';
import { transitiveGroups } from '../../src/hunt/data/transitiveGroups.ts';
import { comparePlaces, parsePlaces } from '../../src/hunt/places.ts';
import { type Instance, parseInstance } from '../../src/representation/action.ts';
import { left, right } from '../support/unwrap.ts';

const notations = (list: string): readonly string[] => right(parsePlaces(list, '0')).map(({ notation }) => notation);

/** How many elements there are of each cycle type: the same for conjugate subgroups. */
const cycleTypes = (
  notation: string,
): { readonly order: bigint; readonly types: string; readonly transitive: boolean } =>
  right(
    parseInstance(notation, <G extends string>({ group, action }: Instance<G>) => {
      const { representatives, sizes } = conjugacyClasses(listGroup(group)!);
      const count = new Map<string, number>();
      representatives.forEach((g, i) => {
        const type = cyclesOf(g)
          .map((cycle) => cycle.length)
          .sort((a, b) => a - b)
          .join(' ');
        count.set(type, (count.get(type) ?? 0) + sizes[i]!);
      });
      const reached = new Set([0]);
      for (const point of reached) for (const g of group.generators) reached.add((g as ArrayLike<number>)[point]!);
      return E.right({
        order: group.order,
        types: [...count]
          .map(([type, n]) => `${type}: ${n}`)
          .sort()
          .join(', '),
        transitive: reached.size === action.dimension,
      });
    }),
  );

describe('the transitive groups of degree up to 7', () => {
  test('are as many as known: OEIS A002106', () => {
    const counts = [1, 2, 3, 4, 5, 6, 7].map((n) => transitiveGroups.filter(([degree]) => degree === n).length);
    expect(counts).toEqual([1, 1, 2, 5, 5, 16, 7]);
  });

  test.each(transitiveGroups.map((row) => [`T${row[0]},${row[1]}`, row] as const))(
    '%s is transitive, of its order',
    (_, row) => {
      const { order, transitive } = cycleTypes(row[3]);
      expect(transitive).toBe(true);
      expect(order).toBe(BigInt(row[2]));
    },
  );

  test('are different: no two of a degree have the same numbers of cycle types', () => {
    // Of degree up to 7 these numbers tell transitive groups apart.
    const seen = transitiveGroups.map(([degree, , , notation]) => `${degree} ${cycleTypes(notation).types}`);
    expect(new Set(seen).size).toBe(transitiveGroups.length);
  });
});

describe('the groups of order up to 31', () => {
  test('are as many as known: OEIS A000001', () => {
    const counts = Array.from({ length: 31 }, (_, i) => smallGroups.filter(([order]) => order === i + 1).length);
    expect(counts).toEqual([
      1, 1, 1, 2, 1, 2, 1, 5, 2, 2, 1, 5, 1, 2, 1, 14, 1, 5, 1, 5, 2, 2, 1, 15, 2, 2, 5, 4, 1, 4, 1,
    ]);
    expect(smallGroups.length).toBe(93);
  });

  test.each(smallGroups.map((row) => [`SmallGroup(${row[0]},${row[1]})`, row] as const))(
    '%s has its order',
    (_, row) => {
      expect(cycleTypes(row[2]).order).toBe(BigInt(row[0]));
    },
  );

  test('are not isomorphic: orders and square roots of words in two elements tell them apart', () => {
    const invariant = (notation: string): string =>
      right(
        parseInstance(notation, <G extends string>({ group }: Instance<G>) => {
          const listing = listGroup(group)!;
          const elements = Array.from({ length: listing.size }, (_, i) => listing.unrank(i));
          const orderOf = (g: ArrayLike<number>): number =>
            cyclesOf(Uint32Array.from(g)).reduce((order, { length }) => {
              let m = order;
              while (m % length !== 0) m += order;
              return m;
            }, 1);
          // Of each element its order and the number of its square roots.
          const roots = new Map<number, number>();
          for (const g of elements) {
            const square = listing.rank(group.concat(g, g));
            roots.set(square, (roots.get(square) ?? 0) + 1);
          }
          const orders = elements.map((g, i) => `${orderOf(g)}/${roots.get(i) ?? 0}`);
          // For each pair of orders and the order of the product, how often; commuting pairs apart.
          const count = new Map<string, number>();
          elements.forEach((g, i) => {
            elements.forEach((h, j) => {
              const gh = group.concat(g, h);
              const words = [
                gh,
                group.concat(g, gh),
                group.concat(gh, group.concat(g, h)),
                group.concat(group.concat(h, h), gh),
              ];
              const orderOfWords = words.map((word) => orders[listing.rank(word)]).join(' ');
              const key = `${orders[i]} ${orders[j]} ${orderOfWords} ${group.equals(gh, group.concat(h, g))}`;
              count.set(key, (count.get(key) ?? 0) + 1);
            });
          });
          return E.right([...count].sort().join(';'));
        }),
      );
    const seen = smallGroups.map(([, , notation]) => invariant(notation));
    const again = smallGroups.filter((_, i) => seen.indexOf(seen[i]!) < i);
    expect(again).toEqual([]);
  });
});

describe('lists', () => {
  test.each([
    ['S3..S5', ['S3', 'S4', 'S5']],
    ['S3..5', ['S3', 'S4', 'S5']],
    ['PSL(2,2)..PSL(2,8)', ['PSL(2,2)', 'PSL(2,3)', 'PSL(2,5)', 'PSL(2,7)']],
    ['C2..C3xS2..S3', ['C2xS2', 'C3xS2', 'C2xS3', 'C3xS3']],
    ['D3..D4@plane,C3@plane', ['C3@plane', 'D3@plane', 'D4@plane']],
    ['order:6@regular', ['perm:(1,2,3,4,5)@regular', '']],
    ['perm:(1,2,3);(1,2),S2,S2', ['S2', 'perm:(1,2,3);(1,2)']],
    ['S3,Z2^1', ['S3', 'Z2^1']],
    ['transitive:4', ['C4', 'perm:(1,2)(3,4);(1,4)(2,3)', 'D4', 'A4', 'S4']],
  ])('%s', (list, expected) => {
    if (list.startsWith('order:')) expect(notations(list).every((text) => text.endsWith('@regular'))).toBe(true);
    else expect(notations(list)).toEqual(expected);
  });

  test.each([
    ['', 'empty part'],
    ['S3,,S4', 'empty part'],
    ['transitive:1..8', '1 to 7'],
    ['order:5..2', '1 to 31'],
    ['S5..S3', 'not a range'],
    ['S3..A5', 'not a range'],
    ['S3..S5@nowhere', 'no action'],
    ['random:7', 'such as random:7:200'],
    ['small:7', 'unknown list'],
    ['X3', 'unknown group'],
  ])('%s is refused', (list, message) => {
    expect(left(parsePlaces(list, '0')).message).toContain(message);
  });

  test('random subgroups are the same for the same seed', () => {
    const list = (seed: string) => right(parsePlaces('random:6:40', seed)).map(({ notation }) => notation);
    expect(list('a')).toEqual(list('a'));
    expect(list('a')).not.toEqual(list('b'));
    expect(list('a').length).toBeGreaterThan(20);
  });

  test('are in a total order: kind of action, order of the group, dimension, notation', () => {
    const places = right(parsePlaces('D3..D5@plane,transitive:1..5,Z2^1..Z2^3,Ih@space,order:1..8,S3@regular', '0'));
    for (let i = 1; i < places.length; i++) expect(comparePlaces(places[i - 1]!, places[i]!)).toBeLessThan(0);
    const kinds = places.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('permutation')).toBeLessThan(kinds.indexOf('signed'));
    expect(kinds.lastIndexOf('signed')).toBeLessThan(kinds.indexOf('plane'));
    expect(kinds.lastIndexOf('plane')).toBeLessThan(kinds.indexOf('matrix'));
  });
});
