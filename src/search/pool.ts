/** The parts a search chooses from: all orbits of a symmetry in a small group, a random sample of them in a large one. */
import type { Element, FiniteGroup } from '../group/group.ts';
import { listGroup } from '../group/listing.ts';
import type { ErrorModel } from './errorModel.ts';
import type { RandomBelow } from './random.ts';
import { randomElement } from './randomElement.ts';
import { orbitOf, type Symmetry } from './symmetry.ts';

/** Elements exchanged together, and their part. */
export interface Bundle<G extends string, Part> {
  readonly elements: readonly Element<G>[];
  readonly part: Part;
}

export interface Pool<G extends string, Part> {
  /** Bundles by their number of elements. */
  readonly byLength: ReadonlyMap<number, readonly Bundle<G, Part>[]>;
  /** Whether every element of the group is in it. */
  readonly complete: boolean;
  /** Steps it took to make. */
  readonly steps: number;
}

/** Numbers in memory for all parts of a pool, about. */
const memory = 6e6;
/** Pools have at least this many elements, and twice as many as a scheme, if that many fit. */
const leastElements = 48;
const mostMemory = 2e7;
/** Groups up to this order are listed. */
const listed = 60_000;
/** Elements drawn and prepared one by one where products are cheaper; the others are products of two of them. */
const factors = 32;

/**
 * Growth: one part per bundle; `allowance` bounds the steps for it (but for the least number of bundles). Orbits of more
 * than `longest` elements are left out.
 */
export const makePool = <G extends string, Part>(
  group: FiniteGroup<G>,
  model: ErrorModel<G, Part>,
  symmetry: Symmetry<G>,
  longest: number,
  allowance: number,
  below: RandomBelow,
): Pool<G, Part> => {
  const byLength = new Map<number, Bundle<G, Part>[]>();
  let steps = 0;
  const put = (elements: readonly Element<G>[], part: Part = model.part(elements)): void => {
    const same = byLength.get(elements.length) ?? [];
    same.push({ elements, part });
    byLength.set(elements.length, same);
  };
  const free = symmetry.maps.length === 0;
  /** Steps for an element of an orbit besides its part. */
  const overhead = 200 + 60 * group.empty.length * symmetry.maps.length;
  const least = Math.max(leastElements, Math.min(2 * longest, Math.floor(mostMemory / model.partSize)));
  const affordable = Math.min(memory / model.partSize, allowance / model.partCost);
  const order = group.order <= BigInt(listed) ? Number(group.order) : Number.POSITIVE_INFINITY;
  // Under a symmetry most parts stand for several elements.
  const listing = order <= Math.max(least, affordable * (free ? 1 : 2)) ? listGroup(group, listed) : undefined;
  if (listing !== undefined) {
    const seen = new Uint8Array(listing.size);
    for (let i = 0; i < listing.size; i++) {
      if (seen[i] === 1) continue;
      const orbit = orbitOf(group, symmetry, listing.unrank(i), longest);
      if (orbit === undefined) continue;
      for (const g of orbit) seen[listing.rank(g)] = 1;
      put(orbit);
      steps += orbit.length * (model.partCost + overhead);
    }
    return { byLength, complete: true, steps };
  }
  const { times, timesCost = 0 } = model;
  if (free && times !== undefined) {
    const count = Math.max(least, Math.floor(Math.min(memory / model.partSize, allowance / timesCost, 4000)));
    const singles = Array.from({ length: Math.min(factors, count) }, () => {
      const g = randomElement(group, below);
      return { g, part: model.part([g]) };
    });
    for (const { g, part } of singles) put([g], part);
    for (let i = singles.length; i < count; i++) {
      const [x, y] = [singles[below(singles.length)]!, singles[below(singles.length)]!];
      put([group.concat(x.g, y.g)], times(x.part, y.part));
    }
    return { byLength, complete: false, steps: singles.length * model.partCost + count * timesCost };
  }
  const count = Math.max(least, Math.floor(Math.min(affordable, 4000)));
  for (const g of symmetry.special) {
    const orbit = orbitOf(group, symmetry, g, longest);
    if (orbit !== undefined) put(orbit);
  }
  for (let i = 0, made = 0; i < 2 * count && made < count; i++) {
    const orbit = orbitOf(group, symmetry, randomElement(group, below), longest);
    if (orbit === undefined) continue;
    put(orbit);
    made += orbit.length;
    steps += orbit.length * (model.partCost + overhead);
  }
  return { byLength, complete: false, steps };
};
