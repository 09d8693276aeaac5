/**
 * Classes with a basis that the group permutes up to sign, in Coq (MATHEMATICS.md 2.5, 2.13, 2.15): orbits of its members
 * under generators. The group itself is not listed.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Permutation } from '../../group/permutation.ts';
import { listPoints } from './listing.ts';
import { definition, list, numbers, type Proof } from './syntax.ts';
import { productsFor } from './words.ts';
import { affordMoves, type Declined, degreesText, orderLimit, type Side, valueText } from './world.ts';

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

/** A class with such a basis. */
export interface SignedBasis {
  readonly step: Step;
  /** All names, and how many. */
  readonly names: () => readonly Name[];
  readonly count: number;
  readonly dimension: number;
  readonly degrees: readonly number[];
  /** Its theorems are NAME_orbit_sound and NAME_subgroup_sound in this file of `proofs/instances`. */
  readonly file: string;
  readonly theorem: string;
}

type Place = Pick<Side, 'world' | 'weights' | 'value' | 'name'>;

/** Right if the value is written as a numeral: these bounds are about numbers, not about |G|. */
const numeral = (side: Place): E.Either<Declined, undefined> =>
  valueText(side) === `${side.value}`
    ? E.right(undefined)
    : E.left('the value is |G| or half of it, and the bound by orbits is about a number');

const placeOf = ({ world, weights }: Place, { dimension, degrees }: SignedBasis, rounds: number): string =>
  `R ${dimension} ${world.points} generators ${rounds} ${degreesText(degrees)} ${weights}`;

/** AC_ex is at least the length of an orbit without opposite members. */
export const orbitProof = (side: Place, basis: SignedBasis, name: Name): E.Either<Declined, Proof> => {
  const { generators } = side.world;
  const stated = numeral(side);
  if (E.isLeft(stated)) return stated;
  const orbit = nameOrbit(basis.step, generators, name);
  if (orbit === undefined) return E.left(`the orbit has more than ${orbitLimit} members`);
  return E.map(
    (): Proof => ({
      definitions: [],
      term: `@${basis.theorem}_orbit_sound ${placeOf(side, basis, orbit.rounds)} ${numbers(name)} ${side.value} _`,
      theorems: [`${basis.file}.${basis.theorem}_orbit_sound`],
    }),
  )(affordMoves(2 * orbit.size * generators.length, basis.dimension, 'moving the monomial'));
};

/** A subgroup with the same orbits is exact. */
export const subgroupProof = (
  side: Place,
  basis: SignedBasis,
  generators: readonly Permutation[],
): E.Either<Declined, Proof> => {
  const { world, value, name } = side;
  const stated = numeral(side);
  if (E.isLeft(stated)) return stated;
  const listed = listPoints(world.points, generators, orderLimit);
  if (listed === undefined) return E.left(`the subgroup has more than ${orderLimit} elements`);
  const affordable = affordMoves(
    4 * basis.count * (world.generators.length + generators.length),
    basis.dimension,
    'moving every monomial by the generators',
  );
  if (E.isLeft(affordable)) return affordable;
  const found = representatives(basis.step, generators, basis.names());
  if (found === undefined) return E.left(`an orbit has more than ${orbitLimit} members`);
  return E.map(
    (operations: readonly (readonly [number, number])[]): Proof => ({
      definitions: [
        definition(`${name}_subgroup`, 'seq (seq nat)', list(generators.map(numbers))),
        definition(`${name}_products`, 'seq (nat * nat)', list(operations.map(([p, q]) => `(${p}, ${q})`))),
        definition(`${name}_representatives`, 'seq (seq nat)', list(found.names.map(numbers))),
      ],
      term: `@${basis.theorem}_subgroup_sound ${placeOf(side, basis, found.rounds)} ${name}_subgroup\n    ${name}_products ${listed.rounds} ${name}_representatives ${value} _`,
      theorems: [`${basis.file}.${basis.theorem}_subgroup_sound`],
    }),
  )(productsFor(world.generators, generators));
};
