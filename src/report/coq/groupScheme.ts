/** A scheme on a listed group, and the weights z that are exact on a class of functions, up to which forms are compared. */
import * as E from 'fp-ts/lib/Either.js';
import type { SchemeData } from '../../certificate/evidence.ts';
import { affordAverages } from './exactUpper.ts';
import { groupAlgebra, support } from './groupAlgebra.ts';
import type { PointGroup } from './listing.ts';
import { type GroupWeights, uniformWeights } from './sumOfSquares.ts';
import { integer, type Weighted } from './syntax.ts';
import { type Declined, type Polynomials, readScheme, type Side, traceValues } from './world.ts';

export interface GroupScheme {
  readonly items: Weighted;
  readonly weights: GroupWeights;
}

export const readGroupScheme = (
  { world }: Side,
  group: PointGroup,
  scheme: SchemeData,
): E.Either<Declined, GroupScheme> => {
  const read = readScheme(world, scheme);
  if (E.isLeft(read)) return read;
  const { items, total } = read.right;
  const numerators = new Array<bigint>(group.elements.length).fill(0n);
  for (const [g, weight] of items) {
    const place = group.find(g);
    if (place === undefined) return E.left('an element of the scheme is not in the group');
    numerators[place]! += weight;
  }
  return E.right({ items, weights: { numerators, denominator: total } });
};

/** At least ‖ω‖₁²: more than the square of ω is worth at any irreducible. */
const largestSquare = ({ numerators, denominator }: GroupWeights): bigint => {
  const total = numerators.reduce((sum, z) => sum + (z < 0n ? -z : z), 0n);
  return (total * total - 1n) / (denominator * denominator) + 1n;
};

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

export interface ExactWeights {
  readonly weights: GroupWeights;
  /** They are 1/|G|: in Coq a constant, without a list. */
  readonly constant: boolean;
}

/**
 * The first result there is with exact weights: with 1/|G| on all functions, then with those that leave out the
 * irreducibles that the class does not contain, whatever the square of `scheme` is there.
 */
export const withExactWeights = <T>(
  { functions, ...side }: Side,
  group: PointGroup,
  scheme: GroupWeights,
  attempt: (exact: ExactWeights) => T | undefined,
): E.Either<Declined, T> => {
  const everywhere = attempt({ weights: uniformWeights(groupAlgebra(group)), constant: true });
  if (everywhere !== undefined) return E.right(everywhere);
  const none = E.left('no sum of squares was found: the error of the scheme is nearly ε, or greater');
  if (functions.kind === 'all') return none;
  const affordable = affordAverages({ ...side, functions }, group.elements.length);
  if (E.isLeft(affordable)) return affordable;
  const absent = absentWeights({ ...side, functions }, group);
  if (absent === undefined) return E.left('the irreducibles that occur were not told apart in floating point');
  const factor = largestSquare(scheme);
  const weights = { ...absent, numerators: absent.numerators.map((z) => factor * z) };
  const inClass = attempt({ weights, constant: false });
  return inClass === undefined ? none : E.right(inClass);
};

/** c, z and the denominator as the theorems take them; without z on all functions. */
export const exactText = ({ functions, name }: Side, { weights, constant }: ExactWeights): string =>
  [
    integer(constant ? 1n : 0n),
    ...(functions.kind === 'all' ? [] : [constant ? '[::]' : `${name}_exact`]),
    integer(weights.denominator),
  ].join(' ');
