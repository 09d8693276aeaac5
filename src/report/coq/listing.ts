/** A group of permutations of points, listed from its generators as the Coq theory lists it: by rounds. */
import type { Permutation } from '../../group/permutation.ts';

export interface PointGroup {
  readonly points: number;
  readonly elements: readonly Permutation[];
  /** The place of an element in `elements`, or undefined. */
  readonly find: (g: Permutation) => number | undefined;
  /** Rounds of multiplication by generators after which nothing new appears. */
  readonly rounds: number;
}

const key = (g: Permutation): string => String.fromCharCode(...Array.from(g));

/** First s, then t: the product of permutations in the theory. */
export const followedBy = (s: Permutation, t: Permutation): Permutation =>
  Uint16Array.from({ length: s.length }, (_, i) => t[s[i]!]!);

/** The elements that a number of rounds reaches, up to the first round with more than `limit` of them. */
const explore = (points: number, generators: readonly Permutation[], limit: number) => {
  const identity = Uint16Array.from({ length: points }, (_, i) => i);
  const place = new Map<string, number>([[key(identity), 0]]);
  const elements: Permutation[] = [identity];
  let rounds = 0;
  let start = 0;
  while (start < elements.length && elements.length <= limit) {
    const end = elements.length;
    for (let i = start; i < end; i++)
      for (const s of generators) {
        const product = followedBy(elements[i]!, s);
        const name = key(product);
        if (place.has(name)) continue;
        place.set(name, elements.length);
        elements.push(product);
      }
    start = end;
    rounds++;
  }
  return { elements, place, rounds, start, complete: start === elements.length };
};

/** undefined when there are more than `limit` elements. */
export const listPoints = (
  points: number,
  generators: readonly Permutation[],
  limit: number,
): PointGroup | undefined => {
  const { elements, place, rounds, complete } = explore(points, generators, limit);
  return complete && elements.length <= limit
    ? { points, elements, find: (g) => place.get(key(g)), rounds }
    : undefined;
};

/** Rounds that reach more than `count` elements, where the group has so many, and the products that they take. */
export const roundsBeyond = (
  points: number,
  generators: readonly Permutation[],
  count: number,
): { readonly rounds: number; readonly products: number } => {
  const { rounds, start } = explore(points, generators, count);
  return { rounds, products: start * generators.length };
};
