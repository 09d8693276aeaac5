/** Elements of a group as products of its generators, for proofs that do not list the group. */
import * as E from 'fp-ts/lib/Either.js';
import { inversePermutation, type Permutation } from '../../group/permutation.ts';
import { followedBy, listPoints } from './listing.ts';
import type { Weighted } from './syntax.ts';
import type { Declined } from './world.ts';

const key = (g: Permutation): string => Array.from(g).join();

/** Elements that are kept on either side when a word for an element is sought. */
const wordLimit = 100_000;

/** Elements at the ends of words in the letters, with the last letter of each; in order of the words' lengths. */
interface Ball {
  readonly letters: readonly Permutation[];
  readonly from: Map<string, { readonly element: Permutation; readonly before: string; readonly letter: number }>;
  frontier: readonly string[];
}

const ballAt = (start: Permutation, letters: readonly Permutation[]): Ball => ({
  letters,
  from: new Map([[key(start), { element: start, before: '', letter: -1 }]]),
  frontier: [key(start)],
});

const grow = (ball: Ball): void => {
  const next: string[] = [];
  for (const place of ball.frontier)
    ball.letters.forEach((s, letter) => {
      const element = followedBy(ball.from.get(place)!.element, s);
      const text = key(element);
      if (ball.from.has(text)) return;
      ball.from.set(text, { element, before: place, letter });
      next.push(text);
    });
  ball.frontier = next;
};

/** The letters that lead to a place, the last one first. */
const lettersBack = ({ from }: Ball, place: string): readonly number[] => {
  const letters: number[] = [];
  for (let at = from.get(place)!; at.letter >= 0; at = from.get(at.before)!) letters.push(at.letter);
  return letters;
};

/** An element as a word in the generators and (numbered after them) their inverses; undefined if none is found. */
const wordFor = (generators: readonly Permutation[], target: Permutation): readonly number[] | undefined => {
  const inverses = generators.map(inversePermutation);
  const n = generators.length;
  const identity = Uint16Array.from({ length: target.length }, (_, i) => i);
  const forward = ballAt(identity, [...generators, ...inverses]);
  // From the target by inverse letters: the word for the way back is that way reversed, with inverse letters.
  const backward = ballAt(target, [...inverses, ...generators]);
  const meeting = (): string | undefined =>
    [...forward.frontier, ...backward.frontier].find((place) => forward.from.has(place) && backward.from.has(place));
  let place = meeting();
  while (place === undefined) {
    const smaller = forward.from.size <= backward.from.size ? forward : backward;
    if (smaller.from.size > wordLimit || smaller.frontier.length === 0) return undefined;
    grow(smaller);
    place = meeting();
  }
  return [...[...lettersBack(forward, place)].reverse(), ...lettersBack(backward, place)].map(
    (letter) => letter % (2 * n),
  );
};

/** Elements as products for Coq: pairs of places in the generators, their inverses, and the products before. */
export const productsFor = (
  generators: readonly Permutation[],
  elements: readonly Permutation[],
): E.Either<Declined, readonly (readonly [number, number])[]> => {
  const operations: (readonly [number, number])[] = [];
  for (const element of elements) {
    const word = wordFor(generators, element);
    if (word === undefined) return E.left(`an element was not found as a short product of the generators`);
    if (word.length < 2) continue;
    word.slice(1).reduce((place, letter) => {
      operations.push([place, letter]);
      return 2 * generators.length + operations.length - 1;
    }, word[0]!);
  }
  return E.right(operations);
};

/** Few generators of the elements of a uniform scheme, if they are a subgroup. */
export const subgroupOf = (items: Weighted): readonly Permutation[] | undefined => {
  if (items.length === 0 || items.some(([, weight]) => weight !== items[0]![1])) return undefined;
  const points = items[0]![0].length;
  const members = new Set(items.map(([g]) => key(g)));
  if (members.size !== items.length) return undefined;
  const generators: Permutation[] = [];
  let reached = listPoints(points, generators, items.length)!;
  for (const [g] of items) {
    if (reached.find(g) !== undefined) continue;
    generators.push(g);
    const larger = listPoints(points, generators, items.length);
    if (larger === undefined) return undefined;
    reached = larger;
  }
  return reached.elements.length === items.length ? generators : undefined;
};
