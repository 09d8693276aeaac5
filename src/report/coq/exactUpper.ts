/** Upper bounds on AC_ex in Coq: which theorem of `proofs/instances` proves them, from which data. */
import * as E from 'fp-ts/lib/Either.js';
import type { ExactEvidence } from '../../certificate/evidence.ts';
import { inversePermutation, isEven, type Permutation } from '../../group/permutation.ts';
import { groupAlgebra, support } from './groupAlgebra.ts';
import { followedBy, listPoints } from './listing.ts';
import { monomialCount, traces } from './monomials.ts';
import { definition, integer, list, numbers, type Proof, type Weighted, weighted } from './syntax.ts';
import {
  affordMoves,
  affordTable,
  type Declined,
  degreesText,
  orderLimit,
  type Polynomials,
  placeText,
  polynomialPlace,
  readScheme,
  type Side,
  type World,
} from './world.ts';

/** The average over the whole group. */
const wholeGroup = (side: Side): Proof => {
  const { world, functions, weights, value } = side;
  if (E.isRight(world.listed)) {
    const group = world.listed.right;
    return functions.kind === 'all'
      ? {
          definitions: [],
          term: `@all_order_sound ${placeText(side, group)} ${weights} ${value} _`,
          theorems: ['exactness.all_order_sound'],
        }
      : {
          definitions: [],
          term: `@order_sound ${polynomialPlace({ ...side, functions }, group)} ${weights} ${value} _ _`,
          theorems: ['exactness.order_sound'],
        };
  }
  return functions.kind === 'all'
    ? {
        definitions: [],
        term: `@all_whole_sound R ${world.points} generators ${weights}`,
        theorems: ['wholeGroup.all_whole_sound'],
      }
    : {
        definitions: [],
        term: `@whole_sound R ${world.points} generators ${functions.dimension} ${degreesText(functions.degrees)} ${weights} _`,
        theorems: ['wholeGroup.whole_sound'],
      };
};

/** Right if Coq can average every monomial over so many elements and move the averages by the generators. */
export const affordAverages = ({ world, functions }: Side<Polynomials>, size: number): E.Either<Declined, undefined> =>
  affordMoves(
    monomialCount(functions.dimension, functions.degrees) * size * (1 + world.generators.length),
    functions.dimension,
    'averaging every monomial',
  );

/** A scheme as a list in Coq, with as many elements as `size`. */
const exactList = (
  side: Side<Polynomials>,
  size: number,
  definitions: readonly string[],
  items: string,
  total: bigint,
): E.Either<Declined, Proof> => {
  const { world, weights, value } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  return E.map(
    (): Proof => ({
      definitions,
      term: `@exact_list_sound ${polynomialPlace(side, group)} ${weights} ${items} ${integer(total)} ${value} _`,
      theorems: ['exactness.exact_list_sound'],
    }),
  )(affordAverages(side, size));
};

const scheme = (side: Side<Polynomials>, items: Weighted, total: bigint): E.Either<Declined, Proof> => {
  const name = `${side.name}_scheme`;
  return exactList(side, items.length, [definition(name, 'seq (seq nat * Z)', weighted(items))], name, total);
};

const subgroup = (side: Side<Polynomials>, generators: readonly Permutation[]): E.Either<Declined, Proof> => {
  const { points } = side.world;
  const listed = listPoints(points, generators, orderLimit);
  if (listed === undefined) return E.left(`the subgroup has more than ${orderLimit} elements`);
  const name = `${side.name}_subgroup`;
  const size = listed.elements.length;
  return exactList(
    side,
    size,
    [definition(name, 'seq (seq nat)', list(generators.map(numbers)))],
    `(uniform_weights (elements ${points} ${name} ${listed.rounds}))`,
    BigInt(size),
  );
};

/** Whether the determinant of a (signed) permutation of the coordinates is 1. */
const isRotation = (dimension: number, g: Permutation): boolean => {
  const minus = Array.from(g).filter((point, i) => i < dimension && point >= dimension).length;
  const coordinates = Uint32Array.from({ length: dimension }, (_, i) => g[i]! % dimension);
  return isEven(coordinates) === (minus % 2 === 0);
};

/** Generators of the elements of determinant 1 (Schreier's, for 1 and one element r of determinant −1). */
const rotationGenerators = ({ generators }: World, dimension: number): readonly Permutation[] => {
  const r = generators.find((s) => !isRotation(dimension, s));
  if (r === undefined) return generators;
  const back = inversePermutation(r);
  return generators
    .flatMap((s) =>
      isRotation(dimension, s) ? [s, followedBy(followedBy(r, s), back)] : [followedBy(s, back), followedBy(r, s)],
    )
    .filter((s) => Array.from(s).some((point, i) => point !== i));
};

const readAll = ({ read }: World, texts: readonly string[]): E.Either<Declined, readonly Permutation[]> => {
  const elements: Permutation[] = [];
  for (const text of texts) {
    const g = read(text);
    if (E.isLeft(g)) return g;
    elements.push(g.right);
  }
  return E.right(elements);
};

const onPolynomials = (side: Side<Polynomials>, evidence: ExactEvidence): E.Either<Declined, Proof> => {
  const { functions, world } = side;
  switch (evidence.kind) {
    case 'two-sided':
      return onPolynomials(side, evidence.upper);
    case 'scheme':
      return E.chain(({ items, total }: { items: Weighted; total: bigint }) => scheme(side, items, total))(
        readScheme(world, evidence.scheme),
      );
    case 'subgroup':
      return E.chain((generators: readonly Permutation[]) => subgroup(side, generators))(
        readAll(world, evidence.generators),
      );
    case 'reflections':
      return subgroup(side, rotationGenerators(world, functions.dimension));
    default:
      return side.value >= world.order
        ? E.right(wholeGroup(side))
        : E.left(`an upper bound below |G| by evidence of the kind "${evidence.kind}" is not proved in Coq`);
  }
};

export const exactUpper = (side: Side, evidence: ExactEvidence): E.Either<Declined, Proof> =>
  side.functions.kind === 'all'
    ? E.right(wholeGroup(side))
    : onPolynomials({ ...side, functions: side.functions }, evidence);

/** A proof of an upper bound, and the bound. */
interface Bounded {
  readonly proof: Proof;
  readonly size: bigint;
}

/** A scheme of fewer than |G| elements from the irreducibles that do not occur (MATHEMATICS.md 2.6). */
const fromAbsentIrreducibles = (side: Side<Polynomials>): E.Either<Declined, Bounded> => {
  const { world, functions } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const size = group.elements.length;
  const affordable = E.chain(() => affordTable(group))(affordAverages(side, size));
  if (E.isLeft(affordable)) return affordable;
  const present = support(groupAlgebra(group), traces(group, functions.dimension, functions.degrees));
  if (present === undefined) return E.left('the irreducibles that occur were not told apart in floating point');
  const order = BigInt(size);
  const trivial = present.reduce((sum, z) => sum + z, 0n) === 0n ? 1n : 0n;
  const absent = present.map((z, i) => (i === 0 ? order : 0n) - z - trivial);
  const most = -absent.reduce((least, z) => (z < least ? z : least), 0n);
  if (most <= 0n) return E.left('every irreducible occurs one degree below');
  const items: Weighted = group.elements.flatMap((g, i) =>
    absent[i] === -most ? [] : [[g, most + absent[i]!] as const],
  );
  const value = BigInt(items.length);
  return E.map((proof: Proof) => ({ proof, size: value }))(scheme({ ...side, value }, items, order * most));
};

/** The size of the scheme that evidence gives. */
const sizeOf = ({ world }: Side, evidence: ExactEvidence): bigint | undefined => {
  switch (evidence.kind) {
    case 'scheme':
      return BigInt(evidence.scheme.elements.length);
    case 'reflections':
      return world.order / 2n;
    case 'subgroup': {
      const generators = readAll(world, evidence.generators);
      if (E.isLeft(generators)) return undefined;
      const listed = listPoints(world.points, generators.right, orderLimit);
      return listed === undefined ? undefined : BigInt(listed.elements.length);
    }
    default:
      return undefined;
  }
};

/** AC_ex < |G|: by the evidence, or by whatever scheme. */
export const fewer = (side: Side<Polynomials>, evidence: ExactEvidence | undefined): E.Either<Declined, Bounded> => {
  const size = evidence === undefined ? undefined : sizeOf(side, evidence);
  return evidence === undefined || size === undefined
    ? fromAbsentIrreducibles(side)
    : E.map((proof: Proof) => ({ proof, size }))(onPolynomials({ ...side, value: size }, evidence));
};
