/** Upper bounds on AC_ex in Coq: which theorem of `proofs/instances` proves them, from which data. */
import * as E from 'fp-ts/lib/Either.js';
import type { ExactEvidence } from '../../certificate/evidence.ts';
import { inversePermutation, isEven, type Permutation } from '../../group/permutation.ts';
import { support } from './groupAlgebra.ts';
import { followedBy, listPoints } from './listing.ts';
import { monomialBasis } from './monomialBasis.ts';
import { monomialCount } from './monomials.ts';
import { kernel } from './reflections.ts';
import { subgroupProof } from './signedBasis.ts';
import { definition, integer, list, numbers, type Proof, type Weighted, weighted } from './syntax.ts';
import { subgroupOf } from './words.ts';
import {
  affordClasses,
  affordMoves,
  type Declined,
  degreesText,
  orderLimit,
  type Polynomials,
  placeText,
  polynomialPlace,
  readAll,
  readScheme,
  type Side,
  traceValues,
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

/** By the traces of representatives [2.16], after `pairs` more products. */
const byCharacters = (
  side: Side<Polynomials>,
  pairs: number,
  definitions: readonly string[],
  theorem: string,
  data: string,
): E.Either<Declined, Proof> => {
  const { world, functions, weights, value, name } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const algebra = world.classes(group);
  return E.map(
    (): Proof => ({
      definitions: [
        definition(`${name}_classes`, 'seq (seq nat)', list(algebra.representatives.map(numbers))),
        ...definitions,
      ],
      term: `@${theorem} ${placeText(side, group)} ${name}_classes ${functions.dimension} ${degreesText(functions.degrees)} ${weights}\n    ${data} ${value} _`,
      theorems: [`characterSum.${theorem}`],
    }),
  )(affordClasses(side, algebra, pairs));
};

/** The first that is affordable. */
const either = (
  first: E.Either<Declined, Proof>,
  second: () => E.Either<Declined, Proof>,
): E.Either<Declined, Proof> => (E.isRight(first) ? first : second());

const scheme = (side: Side<Polynomials>, items: Weighted, total: bigint): E.Either<Declined, Proof> => {
  const name = `${side.name}_scheme`;
  const definitions = [definition(name, 'seq (seq nat * Z)', weighted(items))];
  return either(
    byCharacters(side, items.length ** 2, definitions, 'scheme_sum_sound', `${name} ${integer(total)}`),
    () => exactList(side, items.length, definitions, name, total),
  );
};

const subgroup = (side: Side<Polynomials>, generators: readonly Permutation[]): E.Either<Declined, Proof> => {
  const { points } = side.world;
  const listed = listPoints(points, generators, orderLimit);
  if (listed === undefined) return E.left(`the subgroup has more than ${orderLimit} elements`);
  const name = `${side.name}_subgroup`;
  const size = listed.elements.length;
  const definitions = [definition(name, 'seq (seq nat)', list(generators.map(numbers)))];
  return either(byCharacters(side, size, definitions, 'subgroup_sum_sound', `${name} ${listed.rounds}`), () =>
    exactList(side, size, definitions, `(uniform_weights (elements ${points} ${name} ${listed.rounds}))`, BigInt(size)),
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

/** A subgroup with the same orbits of monomials as the group. */
const equalOrbits = (side: Side<Polynomials>, generators: readonly Permutation[]): E.Either<Declined, Proof> =>
  subgroupProof(side, monomialBasis(side.functions), generators);

const onPolynomials = (side: Side<Polynomials>, evidence: ExactEvidence): E.Either<Declined, Proof> => {
  const { functions, world } = side;
  if (E.isLeft(world.listed) && side.value === world.order) return E.right(wholeGroup(side));
  switch (evidence.kind) {
    case 'two-sided':
      return onPolynomials(side, evidence.upper);
    case 'scheme':
      return E.chain(({ items, total }: { items: Weighted; total: bigint }) => {
        const listed = scheme(side, items, total);
        if (E.isRight(listed)) return listed;
        const generators = subgroupOf(items);
        return generators === undefined ? listed : either(equalOrbits(side, generators), () => listed);
      })(readScheme(world, evidence.scheme));
    case 'subgroup':
      return E.chain((generators: readonly Permutation[]) => {
        const listed = subgroup(side, generators);
        return either(listed, () => either(kernel(side), () => equalOrbits(side, generators)));
      })(readAll(world, evidence.generators));
    case 'reflections':
      return E.isLeft(world.listed)
        ? kernel(side)
        : either(subgroup(side, rotationGenerators(world, functions.dimension)), () => kernel(side));
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
  const { world } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const size = group.elements.length;
  const algebra = world.classes(group);
  const affordable = affordClasses(side, algebra);
  if (E.isLeft(affordable)) return affordable;
  const present = support(algebra.convolution(), Float64Array.from(traceValues(side, algebra), Number));
  if (present === undefined) return E.left('the irreducibles that occur were not told apart in floating point');
  const order = BigInt(size);
  const trivial = present.reduce((sum, z, c) => sum + z * BigInt(algebra.sizes[c]!), 0n) === 0n ? 1n : 0n;
  const absent = present.map((z, c) => (c === 0 ? order : 0n) - z - trivial);
  const most = -absent.reduce((least, z) => (z < least ? z : least), 0n);
  if (most <= 0n) return E.left('every irreducible occurs one degree below');
  const items: Weighted = group.elements.flatMap((g) => {
    const z = absent[algebra.classOf(g)!]!;
    return z === -most ? [] : [[g, most + z] as const];
  });
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
