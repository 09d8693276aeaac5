/** Upper bounds on AC_ex in Coq: which theorem of `proofs/instances` proves them, from which data. */
import * as E from 'fp-ts/lib/Either.js';
import type { ExactEvidence } from '../../certificate/evidence.ts';
import { inversePermutation, isEven, type Permutation } from '../../group/permutation.ts';
import type { ClassAlgebra } from './classAlgebra.ts';
import { support } from './groupAlgebra.ts';
import type { Forms } from './linearForms.ts';
import { followedBy, listPoints, type PointGroup } from './listing.ts';
import { monomialBasis } from './monomialBasis.ts';
import { monomialCount } from './monomials.ts';
import { kernel } from './reflections.ts';
import { subgroupProof } from './signedBasis.ts';
import { definition, integer, list, numbers, type Proof, type Weighted, weighted } from './syntax.ts';
import { absentUnder, exactUpperUnder, schemeUnder } from './underForms.ts';
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
  realTraces,
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
export const affordAverages = (
  { world, functions }: Side<Polynomials>,
  size: number,
): E.Either<Declined, undefined> => {
  const { dimension, degrees } = functions;
  const moves = degrees.reduce((sum, degree) => {
    const monomials = monomialCount(dimension, [degree]);
    return sum + monomials * (size + Math.min(size, monomials) * world.generators.length);
  }, 0);
  return affordMoves(moves, dimension, 'averaging every monomial');
};

/** The first that is affordable. */
const either = (
  first: E.Either<Declined, Proof>,
  second: () => E.Either<Declined, Proof>,
): E.Either<Declined, Proof> => (E.isRight(first) ? first : second());

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
  theorem: 'characterSum.scheme_sum_sound' | 'characterSum.subgroup_sum_sound' | 'classScheme.class_scheme_sound',
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
      term: `@${theorem.replace(/.*\./, '')} ${placeText(side, group)} ${name}_classes ${functions.dimension} ${degreesText(functions.degrees)} ${weights}\n    ${data} ${value} _`,
      theorems: [theorem],
    }),
  )(affordClasses(side, algebra, pairs));
};

/** Weights that are the same on conjugate elements, one for each class. */
const classScheme = (side: Side<Polynomials>, weightOf: readonly bigint[]): E.Either<Declined, Proof> => {
  const name = `${side.name}_weights`;
  const definitions = [definition(name, 'seq Z', list(weightOf.map(integer)))];
  return byCharacters(side, Number(side.world.order), definitions, 'classScheme.class_scheme_sound', name);
};

const scheme = (side: Side<Polynomials>, items: Weighted, total: bigint): E.Either<Declined, Proof> => {
  const name = `${side.name}_scheme`;
  const definitions = [definition(name, 'seq (seq nat * Z)', weighted(items))];
  return either(
    byCharacters(side, items.length ** 2, definitions, 'characterSum.scheme_sum_sound', `${name} ${integer(total)}`),
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
  return either(
    byCharacters(side, size, definitions, 'characterSum.subgroup_sum_sound', `${name} ${listed.rounds}`),
    () =>
      exactList(
        side,
        size,
        definitions,
        `(uniform_weights (elements ${points} ${name} ${listed.rounds}))`,
        BigInt(size),
      ),
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

interface Absent {
  readonly group: PointGroup;
  readonly algebra: ClassAlgebra;
  /** |G| times the projection onto the nontrivial irreducibles that do not occur, at representatives of the classes. */
  readonly absent: readonly bigint[];
}

const absentIrreducibles = (side: Side<Polynomials>): E.Either<Declined, Absent> => {
  const { world } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const algebra = world.classes(group);
  const affordable = affordClasses(side, algebra);
  if (E.isLeft(affordable)) return affordable;
  const present = support(algebra.convolution(), realTraces(side, algebra));
  if (present === undefined) return E.left('the irreducibles that occur were not told apart in floating point');
  const trivial = present.reduce((sum, z, c) => sum + z * BigInt(algebra.sizes[c]!), 0n) === 0n ? 1n : 0n;
  const order = BigInt(algebra.order);
  return E.right({ group, algebra, absent: present.map((z, c) => (c === 0 ? order : 0n) - z - trivial) });
};

/** A subgroup with the same orbits of monomials as the group. */
const equalOrbits = (side: Side<Polynomials>, generators: readonly Permutation[]): E.Either<Declined, Proof> =>
  subgroupProof(side, monomialBasis(side.functions), generators);

/** So many elements fewer than |G| as the irreducibles that do not occur have matrix entries. */
const equations = (side: Side<Polynomials>, { group, algebra, absent }: Absent): Proof => {
  const { functions, weights, value, name } = side;
  return {
    definitions: [
      definition(`${name}_classes`, 'seq (seq nat)', list(algebra.representatives.map(numbers))),
      definition(`${name}_absent`, 'seq Z', list(absent.map(integer))),
    ],
    term: `@dimension_sound ${placeText(side, group)} ${name}_classes ${functions.dimension} ${degreesText(functions.degrees)} ${weights}\n    ${name}_absent ${value} _`,
    theorems: ['dimension.dimension_sound'],
  };
};

const dimension = (side: Side<Polynomials>): E.Either<Declined, Proof> =>
  side.weights === 'uniform'
    ? E.left('the number of equations bounds no uniform scheme')
    : E.map((absent: Absent) => equations(side, absent))(absentIrreducibles(side));

const onPolynomials = (side: Side<Polynomials>, evidence: ExactEvidence): E.Either<Declined, Proof> => {
  const { functions, world } = side;
  if (world.forms !== undefined) return exactUpperUnder(side, world.forms, evidence);
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
    case 'dimension':
      return dimension(side);
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

/** Fewer than |G| elements where some irreducibles do not occur: a scheme for uniform weights (MATHEMATICS.md 2.6). */
const fromAbsentIrreducibles = (side: Side<Polynomials>): E.Either<Declined, Bounded> =>
  E.chain((found: Absent): E.Either<Declined, Bounded> => {
    const { algebra, absent } = found;
    const most = -absent.reduce((least, z) => (z < least ? z : least), 0n);
    if (most <= 0n) return E.left('every irreducible occurs one degree below');
    if (side.weights !== 'uniform') {
      const size = BigInt(algebra.order) - absent[0]!;
      return E.right({ proof: equations({ ...side, value: size }, found), size });
    }
    // The weights most + z, over |G| · most; a plain average only if those that are not 0 are equal.
    const weights = absent.map((z) => most + z);
    if (new Set(weights.filter((z) => z !== 0n)).size > 1)
      return E.left('no plain average of fewer elements was found one degree below');
    const size = BigInt(algebra.sizes.reduce((sum, n, c) => (weights[c] === 0n ? sum : sum + n), 0));
    return E.map((proof: Proof) => ({ proof, size }))(
      classScheme(
        { ...side, value: size },
        weights.map((z) => (z === 0n ? 0n : 1n)),
      ),
    );
  })(absentIrreducibles(side));

/** The elements that an even number of the chosen generators multiply to, if the group has a subgroup of these. */
const evenElements = ({ generators }: World, { elements, find }: PointGroup, chosen: number): Weighted | undefined => {
  const parity = new Int8Array(elements.length).fill(-1);
  parity[0] = 0;
  for (const [at, g] of elements.entries())
    for (const [i, s] of generators.entries()) {
      const next = find(followedBy(g, s))!;
      const value = parity[at]! ^ ((chosen >> i) & 1);
      if (parity[next] === -1) parity[next] = value;
      else if (parity[next] !== value) return undefined;
    }
  return elements.filter((_, i) => parity[i] === 0).map((g) => [g, 1n] as const);
};

/** A subgroup of index 2 with the mean of the traces: that is exact (MATHEMATICS.md 2.16). */
const fromIndexTwo = (side: Side<Polynomials>, forms: Forms): E.Either<Declined, Bounded> => {
  const { world } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const algebra = world.classes(group);
  const traces = realTraces(side, algebra);
  const mean = traces.reduce((sum, x, c) => sum + x * algebra.sizes[c]!, 0) / algebra.order;
  for (let chosen = 1; chosen < 2 ** world.generators.length; chosen++) {
    const items = evenElements(world, group, chosen);
    if (items === undefined) continue;
    const sum = items.reduce((total, [g]) => total + traces[algebra.classOf(g)!]!, 0);
    if (Math.abs(sum / items.length - mean) > 1e-6) continue;
    const size = BigInt(items.length);
    return E.map((proof: Proof) => ({ proof, size }))(schemeUnder({ ...side, value: size }, forms, items, size));
  }
  return E.left('no subgroup of index 2 is exact one degree below');
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
  if (evidence === undefined || size === undefined) {
    const { forms } = side.world;
    if (forms === undefined) return fromAbsentIrreducibles(side);
    return E.alt(() => absentUnder(side, forms))(fromIndexTwo(side, forms));
  }
  return E.map((proof: Proof) => ({ proof, size }))(onPolynomials({ ...side, value: size }, evidence));
};
