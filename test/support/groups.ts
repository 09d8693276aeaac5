/** Groups for tests: a table of every family with published facts, arbitrary elements, and enumeration by brute force. */
import { fc } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import type { Element, FiniteGroup } from '../../src/group/group.ts';
import { parseGroup } from '../../src/group/notation.ts';
import { compose, identityPermutation, type Permutation } from '../../src/group/permutation.ts';
import { type Instance, parseInstance } from '../../src/representation/action.ts';
import { right } from './unwrap.ts';

/** What holds of a group read from a text, computed under its fresh tag; a failure to read it fails the test. */
export const withGroup = <R>(text: string, use: <G extends string>(group: FiniteGroup<G>) => R): R =>
  right(parseGroup<R>(text, (group) => E.right(use(group))));

export const withInstance = <R>(text: string, use: <G extends string>(instance: Instance<G>) => R): R =>
  right(parseInstance<R>(text, (instance) => E.right(use(instance))));

/** A uniform element from one arbitrary integer below the order, read as digits of the chain's mixed radix. */
export const elementsOf = <G extends string>(group: FiniteGroup<G>): fc.Arbitrary<Element<G>> =>
  fc.bigInt({ min: 0n, max: group.order - 1n }).map((index) => {
    let rest = index;
    return group.chain().sample((k) => {
      const digit = rest % BigInt(k);
      rest /= BigInt(k);
      return Number(digit);
    }) as Element<G>;
  });

/** Products of generators. */
export const wordsOf = <G extends string>(group: FiniteGroup<G>, maxLength = 12): fc.Arbitrary<Element<G>> =>
  group.generators.length === 0
    ? fc.constant(group.empty)
    : fc
        .array(fc.nat(group.generators.length - 1), { maxLength })
        .map((word) => word.reduce((g, letter) => group.concat(g, group.generators[letter]!), group.empty));

/** A permutation of n points. */
export const permutationOf = (n: number): fc.Arbitrary<Permutation> =>
  fc
    .shuffledSubarray(
      Array.from({ length: n }, (_, i) => i),
      { minLength: n, maxLength: n },
    )
    .map((images) => Uint32Array.from(images));

const keyOf = (g: Permutation): string => Array.prototype.join.call(g, ',');

/** Every product of the generators, by closure: knows nothing of stabiliser chains. */
export const closureOf = (degree: number, generators: readonly Permutation[]): ReadonlyMap<string, Permutation> => {
  const identity = identityPermutation(degree);
  const found = new Map([[keyOf(identity), identity]]);
  for (const g of found.values())
    for (const s of generators) {
      const product = compose(s, g);
      const key = keyOf(product);
      if (!found.has(key)) found.set(key, product);
    }
  return found;
};

export const isInClosure = (closure: ReadonlyMap<string, Permutation>, g: Permutation): boolean =>
  closure.has(keyOf(g));

export interface GroupFacts {
  readonly notation: string;
  readonly order: bigint;
  /** The number of conjugacy classes; left out for groups too large to list. */
  readonly classes?: number;
  /** The order of the centre. */
  readonly centre?: number;
}

/** Published orders, class numbers and centres. */
export const groupFacts: readonly GroupFacts[] = [
  { notation: 'S1', order: 1n, classes: 1, centre: 1 },
  { notation: 'S2', order: 2n, classes: 2, centre: 2 },
  { notation: 'S4', order: 24n, classes: 5, centre: 1 },
  { notation: 'A1', order: 1n, classes: 1, centre: 1 },
  { notation: 'A2', order: 1n, classes: 1, centre: 1 },
  { notation: 'A3', order: 3n, classes: 3, centre: 3 },
  { notation: 'A5', order: 60n, classes: 5, centre: 1 },
  { notation: 'C1', order: 1n, classes: 1, centre: 1 },
  { notation: 'C2', order: 2n, classes: 2, centre: 2 },
  { notation: 'C12', order: 12n, classes: 12, centre: 12 },
  { notation: 'D3', order: 6n, classes: 3, centre: 1 },
  { notation: 'D5', order: 10n, classes: 4, centre: 1 },
  { notation: 'D8', order: 16n, classes: 7, centre: 2 },
  { notation: 'Z2^1', order: 2n, classes: 2, centre: 2 },
  { notation: 'Z2^4', order: 16n, classes: 16, centre: 16 },
  { notation: 'B1', order: 2n, classes: 2, centre: 2 },
  { notation: 'B2', order: 8n, classes: 5, centre: 2 },
  { notation: 'B3', order: 48n, classes: 10, centre: 2 },
  { notation: 'Q8', order: 8n, classes: 5, centre: 2 },
  { notation: 'T', order: 12n, classes: 4, centre: 1 },
  { notation: 'Th', order: 24n, classes: 8, centre: 2 },
  { notation: 'Td', order: 24n, classes: 5, centre: 1 },
  { notation: 'O', order: 24n, classes: 5, centre: 1 },
  { notation: 'Oh', order: 48n, classes: 10, centre: 2 },
  { notation: 'I', order: 60n, classes: 5, centre: 1 },
  { notation: 'Ih', order: 120n, classes: 10, centre: 2 },
  { notation: 'TxI', order: 720n, classes: 20, centre: 1 },
  { notation: 'M11', order: 7920n, classes: 10, centre: 1 },
  { notation: 'PSL(2,2)', order: 6n, classes: 3, centre: 1 },
  { notation: 'PSL(2,7)', order: 168n, classes: 6, centre: 1 },
  { notation: 'S3xC4', order: 24n, classes: 12, centre: 4 },
  { notation: 'Z2^2xS3', order: 24n, classes: 12, centre: 4 },
  { notation: 'Q8xC3', order: 24n, classes: 15, centre: 6 },
  { notation: 'S3xB2xA4', order: 576n, classes: 60, centre: 2 },
  { notation: 'perm:()', order: 1n, classes: 1, centre: 1 },
  // The Frobenius group of order 20, AGL(1, 5).
  { notation: 'perm:(1,2,3,4,5);(2,3,5,4)', order: 20n, classes: 5, centre: 1 },
  // Two commuting transpositions and an intransitive copy of S3.
  { notation: 'perm:(1,2);(3,4);(5,6,7);(5,6)', order: 24n, classes: 12, centre: 4 },
  // Rotations of the cube: signed permutations of determinant one, isomorphic to S4.
  { notation: 'perm:[2,-1,3];[2,3,1]', order: 24n, classes: 5, centre: 1 },
  { notation: 'rubik', order: 43_252_003_274_489_856_000n },
];

export interface GroupInstance<G extends string> {
  readonly facts: GroupFacts;
  readonly group: FiniteGroup<G>;
  readonly elements: fc.Arbitrary<Element<G>>;
}

/** An instance with its tag hidden: it can only be handed to a law that is generic in the group. */
export type SomeGroup = (law: <G extends string>(instance: GroupInstance<G>) => void) => void;

export const everyGroup: readonly SomeGroup[] = groupFacts.map(
  (facts): SomeGroup =>
    (law) =>
      withGroup(facts.notation, (group) => law({ facts, group, elements: elementsOf(group) })),
);
