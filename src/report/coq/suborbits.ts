/**
 * Lower bounds on AC_same in Coq (MATHEMATICS.md 5.8): the orbits of pairs of points, from one pair of each. Groups are
 * not listed.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../../algebra/rational.ts';
import { nameOrbit, type Step } from './signedBasis.ts';
import { integer, list, numbers, type Proof } from './syntax.ts';
import { type Declined, degreesText, type Side, type World } from './world.ts';

/** Pairs of coordinates are gone through for each orbit of pairs: about d³ steps, or more in small orbits. */
const coordinateLimit = 100;

/** Tuples of points, which have no signs. */
const step: Step = (g, tuple) => ({ name: tuple.map((i) => g[i]!), negative: false });

/** One point of each orbit, one pair of each orbit of different points, the least suborbit length, and the rounds. */
interface Suborbits {
  readonly bases: readonly number[];
  readonly seeds: readonly (readonly [number, number])[];
  readonly shortest: number;
  readonly rounds: number;
}

const suborbitsOf = ({ generators, points }: World): Suborbits => {
  const bases: number[] = [];
  const seeds: (readonly [number, number])[] = [];
  const seen = new Set<number>();
  let [shortest, most] = [Number.POSITIVE_INFINITY, 1];
  for (let i = 0; i < points; i++) {
    if (seen.has(i)) continue;
    bases.push(i);
    const orbit = nameOrbit(step, generators, [i])!;
    most = Math.max(most, orbit.rounds);
    const others = new Set(orbit.names.map(([j]) => j!));
    for (const j of others) seen.add(j);
    others.delete(i);
    for (const j of others) {
      seeds.push([i, j]);
      const pairs = nameOrbit(step, generators, [i, j])!;
      most = Math.max(most, pairs.rounds);
      const suborbit = pairs.names.filter(([first]) => first === i).map(([, second]) => second!);
      shortest = Math.min(shortest, suborbit.length);
      for (const k of suborbit) others.delete(k);
    }
  }
  return { bases, seeds, shortest, rounds: most };
};

export const suborbits = ({ world, functions, weights, value }: Side, epsilon: Rational): E.Either<Declined, Proof> => {
  if (functions.kind === 'all' || functions.dimension !== world.points)
    return E.left('suborbits are for polynomials, of actions that permute the coordinates without signs');
  const { dimension, degrees } = functions;
  if (dimension > coordinateLimit)
    return E.left(`${dimension} coordinates; suborbits are stated in Coq for at most ${coordinateLimit}`);
  const { bases, seeds, shortest, rounds } = suborbitsOf(world);
  const pairs = list(seeds.map(([i, j]) => `(${i}, ${j})`));
  const tail = `${integer(epsilon.numerator)} ${integer(epsilon.denominator)} _`;
  const place = `R generators ${rounds} ${dimension} ${degreesText(degrees)} ${weights}`;
  return shortest === dimension - 1 && value === BigInt(dimension)
    ? E.right({
        definitions: [],
        term: `@doubly_transitive_sound ${place} ${pairs} ${tail}`,
        theorems: ['suborbits.doubly_transitive_sound'],
      })
    : E.right({
        definitions: [],
        term: `@suborbits_sound ${place} ${numbers(bases)} ${pairs} ${value} ${tail}`,
        theorems: ['suborbits.suborbits_sound'],
      });
};
