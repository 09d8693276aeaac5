/**
 * Groups small enough to list: every element has a number (its rank in the stabiliser chain), and conjugacy classes
 * are orbits of numbers.
 */
import { type Element, type FiniteGroup, pointCount } from './group.ts';
import { inversePermutation } from './permutation.ts';

/** Groups with more elements than this, or on more points than this, are not listed. */
export const listingLimit = 5_000_000;
export const pointLimit = 2000;

/** The same in words, for messages. */
export const listingLimitInWords =
  'listing takes at most 5000000 elements, on at most 2000 points, and at most 32 points beyond a million elements';
/** Images of points under all elements together; it bounds the memory of class representatives. */
const imageLimit = 5e7;
/** Groups with more elements than `manyElements` are listed on few points only: Z2^20 has a million classes, on 40. */
const manyElements = 1_000_000;
const fewPoints = 32;

export interface Listing<G extends string> {
  readonly group: FiniteGroup<G>;
  readonly size: number;
  readonly rank: (g: Element<G>) => number;
  readonly unrank: (index: number) => Element<G>;
}

/** The listing, or undefined when the group has more than `limit` elements or exceeds the limits above. Rank 0: identity. */
export const listGroup = <G extends string>(
  group: FiniteGroup<G>,
  limit: number = listingLimit,
): Listing<G> | undefined => {
  const points = pointCount(group.shape);
  if (group.order > BigInt(limit) || points > pointLimit || Number(group.order) * points > imageLimit) return undefined;
  if (group.order > BigInt(manyElements) && points > fewPoints) return undefined;
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
 * Growth: |G| · generators conjugates, computed and ranked at base points; memory 4|G| bytes, and two bytes for each
 * image of a point under the elements of a class. Order of the classes: by least rank.
 */
export const conjugacyClasses = <G extends string>(listing: Listing<G>): ConjugacyClasses<G> => {
  const known = conjugacyOf.get(listing.group) as ConjugacyClasses<G> | undefined;
  if (known !== undefined) return known;
  const { size, rank, unrank, group } = listing;
  // An element is ranked by its images of base points: conjugates met before are computed at these only.
  const { base, takeRank } = group.chain();
  const points = pointCount(group.shape);
  const moves = group.generators.map((s) => {
    const inverse = inversePermutation(s);
    return { s, inverse, beforeBase: base.map((point) => inverse[point]!) };
  });
  const classOfRank = new Int32Array(size).fill(-1);
  const representatives: Element<G>[] = [];
  const sizes: number[] = [];
  const images = new Uint32Array(base.length);
  const x = new Uint16Array(points);
  // Elements whose conjugates are still to be computed, `points` images each.
  let waiting = new Uint16Array(1024 * points);
  for (let start = 0; start < size; start++) {
    if (classOfRank[start] !== -1) continue;
    const label = representatives.length;
    representatives.push(unrank(start));
    classOfRank[start] = label;
    waiting.set(representatives[label]!);
    let count = 1;
    for (let end = points; end > 0; ) {
      end -= points;
      for (let point = 0; point < points; point++) x[point] = waiting[end + point]!;
      for (const { s, inverse, beforeBase } of moves) {
        for (let i = 0; i < images.length; i++) images[i] = s[x[beforeBase[i]!]!]!;
        const at = takeRank(images);
        if (classOfRank[at] !== -1) continue;
        classOfRank[at] = label;
        count++;
        if (end === waiting.length) {
          const wider = new Uint16Array(2 * end);
          wider.set(waiting);
          waiting = wider;
        }
        for (let point = 0; point < points; point++) waiting[end + point] = s[x[inverse[point]!]!]!;
        end += points;
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
