/** The laws of a finite group of permutations, its listing and its conjugacy classes, over every family. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { type Element, pointCount } from '../../src/group/group.ts';
import { conjugacyClasses, listGroup, listingLimit } from '../../src/group/listing.ts';
import { identityPermutation } from '../../src/group/permutation.ts';
import { everyGroup, type GroupInstance, wordsOf } from '../support/groups.ts';
import { fixed } from '../support/seed.ts';
import { right } from '../support/unwrap.ts';

const groupLaws = <G extends string>({ facts, group, elements }: GroupInstance<G>): void => {
  const { concat, empty, inverse, equals } = group;
  const agree = (g: Element<G>, h: Element<G>): void => expect(group.show(g)).toBe(group.show(h));

  test.prop([elements, elements, elements], fixed())('associativity, identity and inverses', (g, h, k) => {
    agree(concat(concat(g, h), k), concat(g, concat(h, k)));
    agree(concat(g, empty), g);
    agree(concat(empty, g), g);
    agree(concat(g, inverse(g)), empty);
    agree(concat(inverse(g), g), empty);
    agree(inverse(concat(g, h)), concat(inverse(h), inverse(g)));
  });

  test.prop([elements, elements], fixed())('a product is the composition of functions: (gh)(i) = g(h(i))', (g, h) => {
    const product = concat(g, h);
    for (let i = 0; i < h.length; i++) expect(product[i]).toBe(g[h[i]!]);
  });

  test('the identity fixes every point, and every generator belongs', () => {
    expect(equals(empty, identityPermutation(pointCount(group.shape)) as Element<G>)).toBe(true);
    expect(group.contains(empty)).toBe(true);
    for (const s of group.generators) expect(group.contains(s)).toBe(true);
  });

  test.prop([wordsOf(group), wordsOf(group), elements], fixed())('membership is closed', (g, h, k) => {
    for (const x of [g, concat(g, h), inverse(g), k, concat(k, g), inverse(k)]) {
      expect(group.contains(x)).toBe(true);
      expect(group.chain().contains(x)).toBe(true);
    }
  });

  test.prop([elements], fixed())('what is shown is read back, and shows equal exactly for equal elements', (g) => {
    agree(right(group.parse(group.show(g))), g);
    expect(equals(right(group.parse(group.show(g))), g)).toBe(true);
    expect(group.show(g) === group.show(empty)).toBe(equals(g, empty));
  });

  test('the order is the published one, and that of the chain built from the generators', () => {
    expect(group.order).toBe(facts.order);
    expect(group.chain().order).toBe(facts.order);
  });

  test('a power of every generator is the identity, with exponent dividing the order', () => {
    for (const s of group.generators) {
      let [power, exponent] = [s, 1n];
      while (!equals(power, empty)) [power, exponent] = [concat(power, s), exponent + 1n];
      expect(group.order % exponent).toBe(0n);
    }
  });
};

const listingLaws = <G extends string>({ group, facts, elements }: GroupInstance<G>): void => {
  const listing = listGroup(group);
  if (listing === undefined) {
    test('is too large to be listed', () => {
      expect(group.order).toBeGreaterThan(BigInt(listingLimit));
    });
    return;
  }
  const all = Array.from({ length: listing.size }, (_, i) => listing.unrank(i));

  test('unrank and rank are inverse bijections, the identity first', () => {
    expect(all.length).toBe(Number(facts.order));
    expect(listing.rank(group.empty)).toBe(0);
    expect(all.map(listing.rank)).toEqual(all.map((_, i) => i));
    expect(new Set(all.map(group.show)).size).toBe(all.length);
    expect(all.every(group.contains)).toBe(true);
  });

  test('the chain enumerates the same elements', () => {
    const enumerated = [...group.chain().elements()].map((g) => listing.rank(g as Element<G>));
    expect(enumerated[0]).toBe(0);
    expect(new Set(enumerated).size).toBe(all.length);
  });

  const classes = conjugacyClasses(listing);
  const { classOf, classOfRank, representatives, sizes, inverseClass } = classes;

  test('the conjugacy classes partition the group', () => {
    expect(representatives.length).toBe(facts.classes);
    const counted = new Array<number>(sizes.length).fill(0);
    for (const label of classOfRank) counted[label]!++;
    expect(counted).toEqual(sizes);
    expect(representatives.map(classOf)).toEqual(representatives.map((_, label) => label));
    expect(sizes[0]).toBe(1);
    expect(classOf(group.empty)).toBe(0);
  });

  test('the class equation: sizes divide the order and sum to it, classes of one element are the centre', () => {
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(listing.size);
    for (const size of sizes) expect(listing.size % size).toBe(0);
    expect(sizes.filter((size) => size === 1).length).toBe(facts.centre);
  });

  test('the size of a class is the index of a centraliser, counted', () => {
    representatives.forEach((g, label) => {
      const commuting = all.filter((x) => group.equals(group.concat(g, x), group.concat(x, g))).length;
      expect(sizes[label]! * commuting).toBe(listing.size);
    });
  });

  test.prop([elements, elements], fixed())('conjugates share a class; inverses are in the inverse class', (g, x) => {
    expect(classOf(group.concat(group.concat(x, g), group.inverse(x)))).toBe(classOf(g));
    expect(inverseClass[classOf(g)]).toBe(classOf(group.inverse(g)));
    expect(inverseClass[inverseClass[classOf(g)]!]).toBe(classOf(g));
  });

  test.prop([fc.nat(listing.size - 1)], fixed(20))('a limit below the order refuses', (below) => {
    expect(listGroup(group, below)).toBeUndefined();
    expect(listGroup(group, listing.size)?.size).toBe(listing.size);
  });
};

describe('group', () => {
  for (const some of everyGroup)
    some((instance) =>
      describe(instance.group.notation, () => {
        groupLaws(instance);
        listingLaws(instance);
      }),
    );
});
