/**
 * Upper bounds on AC_wk and AC_st in Coq (`proofs/instances/nearness.v`). A scheme ω is within ε if ε − ω̃*ω is a sum of
 * squares in the group algebra, but for a weight z that is exact on the class. Here a square root b is found in floating
 * point and rounded; what is left over must be dominated by its value at the identity, which is checked exactly.
 */
import * as E from 'fp-ts/lib/Either.js';
import { halved, type Rational } from '../../algebra/rational.ts';
import type { WeakBoundEvidence, WeakEvidence } from '../../certificate/evidence.ts';
import { affordAverages } from './exactUpper.ts';
import { groupAlgebra, support } from './groupAlgebra.ts';
import type { PointGroup } from './listing.ts';
import { findRoot, type GroupWeights } from './squares.ts';
import { definition, integer, type Proof, type Weighted, weighted } from './syntax.ts';
import { euclideanUnder, nearUnder } from './underForms.ts';
import {
  affordTable,
  type Declined,
  degreesText,
  functionsText,
  listWeights,
  type Polynomials,
  placeText,
  polynomialPlace,
  readScheme,
  type Side,
  traceValues,
} from './world.ts';

interface Squares {
  readonly root: GroupWeights;
  /** The exact weight z, or undefined for the constant 1/|G|. */
  readonly z: GroupWeights | undefined;
}

/** The projection onto the trivial irreducible and those that do not occur, over |G|. */
const absentWeights = (side: Side<Polynomials>, group: PointGroup): GroupWeights | undefined => {
  const algebra = side.world.classes(group);
  const present = support(algebra.convolution(), Float64Array.from(traceValues(side, algebra), Number));
  if (present === undefined) return undefined;
  const order = BigInt(algebra.order);
  const trivial = present.reduce((sum, z, c) => sum + z * BigInt(algebra.sizes[c]!), 0n) === 0n ? 0n : 1n;
  const values = present.map((z, c) => (c === 0 ? order : 0n) - z + trivial);
  return { numerators: group.elements.map((g) => values[algebra.classOf(g)!]!), denominator: order };
};

const squaresOf = (
  { functions, ...side }: Side,
  group: PointGroup,
  epsilon: Rational,
  scheme: GroupWeights,
): E.Either<Declined, Squares> => {
  const algebra = groupAlgebra(group);
  const constant: GroupWeights = {
    numerators: Array.from({ length: algebra.order }, () => 1n),
    denominator: BigInt(algebra.order),
  };
  const everywhere = findRoot(algebra, epsilon, scheme, constant);
  if (everywhere !== undefined) return E.right({ root: everywhere, z: undefined });
  const none = E.left('no sum of squares was found: the error of the scheme is ε, nearly ε, or greater');
  if (functions.kind === 'all') return none;
  const affordable = affordAverages({ ...side, functions }, algebra.order);
  if (E.isLeft(affordable)) return affordable;
  const z = absentWeights({ ...side, functions }, group);
  if (z === undefined) return E.left('the irreducibles that occur were not told apart in floating point');
  const root = findRoot(algebra, epsilon, scheme, z);
  return root === undefined ? none : E.right({ root, z });
};

/** A scheme as a weight for every element. */
const spreadScheme = (
  group: PointGroup,
  { items, total }: { readonly items: Weighted; readonly total: bigint },
): E.Either<Declined, GroupWeights> => {
  const numerators = new Array<bigint>(group.elements.length).fill(0n);
  for (const [g, weight] of items) {
    const place = group.find(g);
    if (place === undefined) return E.left('an element of the scheme is not in the group');
    numerators[place]! += weight;
  }
  return E.right({ numerators, denominator: total });
};

const near = (side: Side, evidence: WeakEvidence, epsilon: Rational): E.Either<Declined, Proof> => {
  const { world, functions, name, weights } = side;
  if (evidence.kind === 'existence')
    return E.left('evidence of the kind "existence" is an argument by probability, which is not proved in Coq');
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const affordable = affordTable(group);
  if (E.isLeft(affordable)) return affordable;
  const read = readScheme(world, evidence.scheme);
  if (E.isLeft(read)) return read;
  const { items, total } = read.right;
  const scheme = spreadScheme(group, read.right);
  if (E.isLeft(scheme)) return scheme;
  if (functions.kind === 'polynomials' && world.forms !== undefined)
    return nearUnder({ ...side, functions }, world.forms, group, epsilon, read.right, scheme.right);
  const squares = squaresOf(side, group, epsilon, scheme.right);
  if (E.isLeft(squares)) return squares;
  const { root, z } = squares.right;
  const listed = (suffix: string, values: readonly bigint[]): string =>
    definition(`${name}_${suffix}`, 'seq (seq nat * Z)', weighted(listWeights(group, values)));
  const definitions = [
    definition(`${name}_scheme`, 'seq (seq nat * Z)', weighted(items)),
    listed('root', root.numerators),
    ...(z === undefined ? [] : [listed('exact', z.numerators)]),
  ];
  const [p, q] = [integer(epsilon.numerator), integer(epsilon.denominator)];
  const shared = `${weights}\n    ${name}_scheme ${integer(total)} ${p} ${q} ${name}_root ${integer(root.denominator)}`;
  const last = `${integer(BigInt(group.elements.length))} ${side.value} _`;
  const exact = z === undefined ? `${integer(1n)} [::]` : `${integer(0n)} ${name}_exact`;
  return functions.kind === 'all'
    ? E.right({
        definitions,
        term: `@near_all_sound ${placeText(side, group)} ${shared} ${integer(1n)} ${last}`,
        theorems: ['nearness.near_all_sound'],
      })
    : E.right({
        definitions,
        term: `@near_sound ${polynomialPlace({ ...side, functions }, group)} ${shared} ${exact} ${last}`,
        theorems: ['nearness.near_sound'],
      });
};

/** An upper bound on AC_wk. */
export const weakUpper = (side: Side, evidence: WeakBoundEvidence, epsilon: Rational): E.Either<Declined, Proof> => {
  switch (evidence.kind) {
    case 'existence':
    case 'gram':
    case 'blocks':
    case 'abelian':
    case 'plane':
    case 'moments':
      return near(side, evidence, epsilon);
    default:
      return E.left(`evidence of the kind "${evidence.kind}" proves no upper bound`);
  }
};

/** An upper bound on AC_st at ε, from AC_wk at ε/2. */
export const strongUpper = (side: Side, weak: WeakEvidence, epsilon: Rational): E.Either<Declined, Proof> => {
  const { world, functions, weights, value } = side;
  const proof = near(side, weak, halved(epsilon));
  if (E.isLeft(proof)) return proof;
  const euclidean =
    functions.kind === 'all'
      ? '(functions_euclidean R G)'
      : world.forms !== undefined
        ? euclideanUnder(world, world.forms, functions.degrees)
        : `(@polynomials_euclidean R ${functions.dimension} ${world.points} generators _ _ ${degreesText(functions.degrees)})`;
  const [p, q] = [integer(epsilon.numerator), integer(epsilon.denominator)];
  return E.right({
    definitions: proof.right.definitions,
    term: `@strong_sound R ${world.points} generators ${functionsText(world, functions)} _ ${weights} ${p} ${q} ${value}\n    ${euclidean} _\n    (${proof.right.term})`,
    theorems: ['nearness.strong_sound', ...proof.right.theorems],
  });
};
