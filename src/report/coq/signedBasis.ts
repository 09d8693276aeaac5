/**
 * Classes with a basis that the group permutes up to sign, in Coq (MATHEMATICS.md 2.5, 2.13, 2.15): orbits of its members
 * under generators. The group itself is not listed.
 */
import * as E from 'fp-ts/lib/Either.js';
import { inversePermutation, type Permutation } from '../../group/permutation.ts';
import { followedBy } from './listing.ts';
import type { Declined } from './world.ts';

/** A member of the basis: its name, and what an element does with it. */
export type Name = readonly number[];
export interface Moved {
  readonly name: Name;
  readonly negative: boolean;
}
export type Step = (g: Permutation, name: Name) => Moved;

/** Longer orbits are not gone through. */
const orbitLimit = 50_000;

export interface NameOrbit {
  /** The names, without signs. */
  readonly names: readonly Name[];
  /** Members with signs: as many, or twice as many. */
  readonly size: number;
  readonly rounds: number;
}

const key = (name: Name): string => name.join();

/** undefined for orbits that are too long. */
export const nameOrbit = (step: Step, generators: readonly Permutation[], start: Name): NameOrbit | undefined => {
  const seen = new Map<string, Name>([[`0:${key(start)}`, start]]);
  let [found, rounds] = [[{ name: start, negative: false }] as readonly Moved[], 0];
  while (found.length > 0) {
    const next: Moved[] = [];
    for (const { name, negative } of found)
      for (const s of generators) {
        const moved = step(s, name);
        const sign = negative !== moved.negative;
        const text = `${sign ? 1 : 0}:${key(moved.name)}`;
        if (seen.has(text)) continue;
        seen.set(text, moved.name);
        next.push({ name: moved.name, negative: sign });
      }
    if (seen.size > orbitLimit) return undefined;
    found = next;
    rounds++;
  }
  const names = new Map([...seen.values()].map((name) => [key(name), name]));
  return { names: [...names.values()], size: seen.size, rounds };
};

/** One name of each orbit, and the rounds that find the longest. */
export interface Representatives {
  readonly names: readonly Name[];
  readonly rounds: number;
}

export const representatives = (
  step: Step,
  generators: readonly Permutation[],
  basis: readonly Name[],
): Representatives | undefined => {
  const seen = new Set<string>();
  const names: Name[] = [];
  let rounds = 1;
  for (const name of basis) {
    if (seen.has(key(name))) continue;
    const orbit = nameOrbit(step, generators, name);
    if (orbit === undefined) return undefined;
    for (const other of orbit.names) seen.add(key(other));
    names.push(name);
    rounds = Math.max(rounds, orbit.rounds);
  }
  return { names, rounds };
};

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
  from: new Map([[key(Array.from(start)), { element: start, before: '', letter: -1 }]]),
  frontier: [key(Array.from(start))],
});

const grow = (ball: Ball): void => {
  const next: string[] = [];
  for (const place of ball.frontier)
    ball.letters.forEach((s, letter) => {
      const element = followedBy(ball.from.get(place)!.element, s);
      const text = key(Array.from(element));
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
