import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { inversePermutation, type Permutation } from '../../../src/group/permutation.ts';
import { followedBy } from '../../../src/report/coq/listing.ts';
import { mapBasis, monomialBasis } from '../../../src/report/coq/monomialBasis.ts';
import { nameOrbit } from '../../../src/report/coq/signedBasis.ts';
import { productsFor, subgroupOf } from '../../../src/report/coq/words.ts';
import { parseInstance } from '../../../src/representation/action.ts';
import { right } from '../../support/unwrap.ts';

interface Read {
  readonly generators: readonly Permutation[];
  readonly elements: readonly Permutation[];
}

/** Generators of a group, and elements of it in its notation. */
const read = (notation: string, ...texts: readonly string[]): Read =>
  right(
    parseInstance<Read>(notation, ({ group }) =>
      E.right({ generators: group.generators, elements: texts.map((text) => right(group.parse(text))) }),
    ),
  );

/** The members that operations make, as Coq makes them. */
const products = (generators: readonly Permutation[], operations: readonly (readonly [number, number])[]) => {
  const made = [...generators, ...generators.map(inversePermutation)];
  for (const [p, q] of operations) made.push(followedBy(made[p]!, made[q]!));
  return made;
};

describe('elements as products of generators', () => {
  test.each([
    ['S4', ['(1,3)', '(2,4,3)']],
    ['M12', ['(1,2,3,4,5,6,7,8,9,10,11)', '(1,12)(2,11)(3,6)(4,8)(5,9)(7,10)']],
    ['B3', ['[1,2,-3]', '[-3,1,2]']],
  ])('%s', (notation, texts) => {
    const { generators, elements } = read(notation, ...texts);
    const made = products(generators, right(productsFor(generators, elements))).map((g) => Array.from(g).join());
    for (const g of elements) expect(made).toContain(Array.from(g).join());
  });

  test('elements that are not in the group are not found', () => {
    const { elements } = read('S4', '(1,2)');
    const { generators } = read('A4');
    expect(productsFor(generators, elements)._tag).toBe('Left');
  });
});

describe('schemes whose elements are a subgroup', () => {
  const items = (weights: readonly bigint[], ...texts: readonly string[]) =>
    read('S4', ...texts).elements.map((g, i) => [g, weights[i % weights.length]!] as const);

  test('generators of it', () => {
    expect(subgroupOf(items([1n], '()', '(1,2)(3,4)', '(1,3)(2,4)', '(1,4)(2,3)'))?.length).toBe(2);
    expect(subgroupOf(items([2n], '()'))).toEqual([]);
  });

  test('none for other sets, unequal weights, or an element twice', () => {
    expect(subgroupOf(items([1n], '()', '(1,2)', '(1,3)'))).toBeUndefined();
    expect(subgroupOf(items([1n], '(1,2)', '(1,3)'))).toBeUndefined();
    expect(subgroupOf(items([1n, 2n], '()', '(1,2)'))).toBeUndefined();
    expect(subgroupOf(items([1n], '()', '()'))).toBeUndefined();
  });
});

describe('orbits of names', () => {
  const places = { dimension: 3, degrees: [1] };

  test('x_1x_2² has six translates under S_3; x_1 both signs under B_3', () => {
    const { generators } = read('S3');
    expect(nameOrbit(monomialBasis({ dimension: 3, degrees: [3] }).step, generators, [1, 2, 0])?.size).toBe(6);
    const signed = read('B3').generators;
    const orbit = nameOrbit(monomialBasis(places).step, signed, [1, 0, 0])!;
    expect([orbit.names.length, orbit.size]).toEqual([3, 6]);
  });

  test('x_1 in component 1 and in component 2: orbits of 3 and 6; no signs of x_i in component i under B_3', () => {
    const { generators } = read('S3');
    expect(nameOrbit(mapBasis(places).step, generators, [0, 1, 0, 0])?.size).toBe(3);
    expect(nameOrbit(mapBasis(places).step, generators, [1, 1, 0, 0])?.size).toBe(6);
    expect(nameOrbit(mapBasis(places).step, read('B3').generators, [0, 1, 0, 0])?.size).toBe(3);
    expect(nameOrbit(mapBasis(places).step, read('B3').generators, [1, 1, 0, 0])?.size).toBe(12);
  });
});
