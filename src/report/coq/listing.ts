/** A group of permutations of points, listed from its generators as the Coq theory lists it: by rounds. */
import type { Permutation } from '../../group/permutation.ts';

export interface PointGroup {
  readonly points: number;
  readonly generators: readonly Permutation[];
  readonly elements: readonly Permutation[];
  /** The place of an element in `elements`, or undefined. */
  readonly find: (g: Permutation) => number | undefined;
  /** Rounds of multiplication by generators after which nothing new appears. */
  readonly rounds: number;
}

const key = (g: Permutation): string => String.fromCharCode(...Array.from(g));

/** First s, then t: the product of permutations in the theory. */
export const then = (s: Permutation, t: Permutation): Permutation =>
  Uint16Array.from({ length: s.length }, (_, i) => t[s[i]!]!);

/** undefined when there are more than `limit` elements. */
export const listPoints = (
  points: number,
  generators: readonly Permutation[],
  limit: number,
): PointGroup | undefined => {
  const identity = Uint16Array.from({ length: points }, (_, i) => i);
  const place = new Map<string, number>([[key(identity), 0]]);
  const elements: Permutation[] = [identity];
  let rounds = 0;
  for (let start = 0; start < elements.length; rounds++) {
    const end = elements.length;
    for (let i = start; i < end; i++)
      for (const s of generators) {
        const product = then(elements[i]!, s);
        const name = key(product);
        if (place.has(name)) continue;
        if (elements.length === limit) return undefined;
        place.set(name, elements.length);
        elements.push(product);
      }
    start = end;
  }
  return { points, generators, elements, find: (g) => place.get(key(g)), rounds };
};
