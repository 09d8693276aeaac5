/**
 * Groups small enough to list: every element has a number (its rank in the stabiliser chain), and conjugacy classes
 * are orbits of numbers.
 */
import { type Element, type FiniteGroup, pointCount } from './group.ts';
import { inversePermutation, type Permutation } from './permutation.ts';

/** Groups with more elements than this, or on more points than this, are not listed. */
export const listingLimit = 1_000_000;
export const pointLimit = 2000;
/** Images of points under all elements together; it bounds the memory of class representatives. */
const imageLimit = 5e7;

export interface Listing<G extends string> {
  readonly group: FiniteGroup<G>;
  readonly size: number;
  readonly rank: (g: Element<G>) => number;
  readonly unrank: (index: number) => Element<G>;
}

/** The listing, or undefined when the group has more than `limit` elements. Rank 0 is the identity. */
export const listGroup = <G extends string>(
  group: FiniteGroup<G>,
  limit: number = listingLimit,
): Listing<G> | undefined => {
  const points = pointCount(group.shape);
  if (group.order > BigInt(limit) || points > pointLimit || Number(group.order) * points > imageLimit) return undefined;
  const chain = group.chain();
  return { group, size: Number(group.order), rank: chain.rank, unrank: (index) => chain.unrank(index) as Element<G> };
};

export interface ConjugacyClasses<G extends string> {
  readonly listing: Listing<G>;
  readonly representatives: readonly Element<G>[];
  readonly sizes: readonly number[];
  /** The class of an element; the identity is alone in class 0. */
  readonly classOf: (g: Element<G>) => number;
  readonly classOfRank: Int32Array;
  /** The class of the inverses of a class. */
  readonly inverseClass: readonly number[];
}

const conjugacyOf = new WeakMap<object, unknown>();

/**
 * The conjugacy classes of a listed group, as orbits under conjugation by the generators; remembered per group.
 * Growth: |G| · generators products; memory 4|G| bytes. Order of the classes: by least rank.
 */
export const conjugacyClasses = <G extends string>(listing: Listing<G>): ConjugacyClasses<G> => {
  const known = conjugacyOf.get(listing.group) as ConjugacyClasses<G> | undefined;
  if (known !== undefined) return known;
  const { size, rank, unrank, group } = listing;
  const moves = group.generators.map((s) => ({ s, inverse: inversePermutation(s) }));
  // An element is ranked by its images of base points: conjugates met before are computed at these only.
  const { base } = group.chain();
  const partial = Uint32Array.from(group.empty as Permutation);
  const classOfRank = new Int32Array(size).fill(-1);
  const representatives: Element<G>[] = [];
  const sizes: number[] = [];
  for (let start = 0; start < size; start++) {
    if (classOfRank[start] !== -1) continue;
    const label = representatives.length;
    representatives.push(unrank(start));
    classOfRank[start] = label;
    const queue: Permutation[] = [representatives[label]!];
    let count = 0;
    for (let x = queue.pop(); x !== undefined; x = queue.pop()) {
      count++;
      for (const { s, inverse } of moves) {
        for (const point of base) partial[point] = s[x[inverse[point]!]!]!;
        const at = rank(partial as Permutation as Element<G>);
        if (classOfRank[at] !== -1) continue;
        classOfRank[at] = label;
        const conjugate = new Uint32Array(x.length);
        for (let point = 0; point < conjugate.length; point++) conjugate[point] = s[x[inverse[point]!]!]!;
        queue.push(conjugate);
      }
    }
    sizes.push(count);
  }
  const classOf = (g: Element<G>): number => classOfRank[rank(g)]!;
  const classes: ConjugacyClasses<G> = {
    listing,
    representatives,
    sizes,
    classOf,
    classOfRank,
    inverseClass: representatives.map((g) => classOf(group.inverse(g))),
  };
  conjugacyOf.set(listing.group, classes);
  return classes;
};
