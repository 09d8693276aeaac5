/**
 * What a certificate is about, in the terms of the Coq theory: a group of permutations of points, polynomials in d
 * coordinates of given degrees or all functions on the group, and elements as images of points.
 */
import * as E from 'fp-ts/lib/Either.js';
import { overCommonDenominator } from '../../algebra/rational.ts';
import type { Weights } from '../../averaging/scheme.ts';
import type { SchemeData, TableData, TableReference } from '../../certificate/evidence.ts';
import { type Permutation, shorten } from '../../group/permutation.ts';
import { type Instance, isMonomialAction } from '../../representation/action.ts';
import type { FunctionClass } from '../../representation/functionClass.ts';
import { type ClassAlgebra, classAlgebra, classSteps } from './classAlgebra.ts';
import { listPoints, type PointGroup } from './listing.ts';
import { monomialCount, tracesAt } from './monomials.ts';
import { type RealCharacters, realCharacters } from './realCharacters.ts';
import { definition, list, numbers, type Weighted } from './syntax.ts';

/** Why a claim, or a certificate, is not stated in Coq: one line. */
export type Declined = string;

/** Groups with more elements are not listed. */
export const orderLimit = 50_000;
/** Steps that one proof may take, each about a quarter of a microsecond in Coq: less than a minute together. */
const stepLimit = 1.5e8;

/** Right if Coq can take so many steps. */
export const afford = (steps: number, what: string): E.Either<Declined, undefined> =>
  steps <= stepLimit
    ? E.right(undefined)
    : E.left(`${what} takes ${steps.toExponential(1)} steps in Coq; the limit is ${stepLimit.toExponential(1)}`);

export interface World {
  readonly points: number;
  readonly generators: readonly Permutation[];
  readonly order: bigint;
  /** Left for groups that are not listed, with the reason. */
  readonly listed: E.Either<Declined, PointGroup>;
  /** Coordinates of the polynomials; undefined where only functions on the group can be stated. */
  readonly dimension: number | undefined;
  /** The element written so, as it moves the points. */
  readonly read: (text: string) => E.Either<Declined, Permutation>;
  readonly definitions: readonly string[];
  /** The classes of the listed group; made when first asked for. */
  readonly classes: (group: PointGroup) => ClassAlgebra;
  /** The character tables of the certificate. */
  readonly tables: readonly TableData[];
}

/** The functions of a claim: all, or polynomials in so many coordinates whose monomials have these degrees. */
export interface Polynomials {
  readonly kind: 'polynomials';
  readonly dimension: number;
  readonly degrees: readonly number[];
}
export type Functions = { readonly kind: 'all' } | Polynomials;

/** One side of a claim: what is stated, and the name its definitions begin with. */
export interface Side<F extends Functions = Functions> {
  readonly world: World;
  readonly functions: F;
  readonly weights: Weights;
  readonly value: bigint;
  readonly name: string;
}

/** Right if Coq can go through the whole multiplication table. */
export const affordTable = ({ points, elements }: PointGroup): E.Either<Declined, undefined> =>
  afford(elements.length ** 2 * points ** 2, 'going through the multiplication table');

/** Right if Coq can move so many monomials in so many coordinates. */
export const affordMoves = (moves: number, dimension: number, what: string): E.Either<Declined, undefined> =>
  afford(moves * dimension ** 2, what);

export const functionsIn = (world: World, functions: FunctionClass): E.Either<Declined, Functions> => {
  if (functions.kind === 'all') return E.right({ kind: 'all' });
  if (functions.kind !== 'linear' && functions.kind !== 'polynomials')
    return E.left(`functions of the kind "${functions.kind}" are not stated in Coq; linear, poly:K and all are`);
  if (world.dimension === undefined)
    return E.left(
      'polynomials are stated in Coq for faithful actions by permutations of the coordinates, with or without signs',
    );
  return E.right({
    kind: 'polynomials',
    dimension: world.dimension,
    degrees: functions.kind === 'linear' ? [1] : Array.from({ length: functions.degree + 1 }, (_, j) => j),
  });
};

/** The list of degrees in Coq. */
export const degreesText = (degrees: readonly number[]): string =>
  degrees.length === 1 && degrees[0] === 1 ? numbers(degrees) : `(iota 0 ${degrees.length})`;

/** The class of functions in Coq. */
export const functionsText = (world: World, functions: Functions): string =>
  functions.kind === 'all'
    ? '(all_functions R G)'
    : `(polynomials R ${functions.dimension} ${world.points} ${degreesText(functions.degrees)})`;

/** `R 5 generators 12`: the field, the points, the generators, the rounds that list the group. */
export const placeText = ({ world: { points } }: Side, { rounds }: { readonly rounds: number }): string =>
  `R ${points} generators ${rounds}`;

/** The same, the coordinates and the degrees. */
export const polynomialPlace = (side: Side<Polynomials>, group: PointGroup): string =>
  `${placeText(side, group)} ${side.functions.dimension} ${degreesText(side.functions.degrees)}`;

/** The value of a claim in Coq: where the group is not listed, its order has no numeral. */
export const valueText = ({ world: { listed, order }, value }: Side): string =>
  E.isLeft(listed) && value === order ? '#|G|' : `${value}`;

/** Cycles of more points are not written out. */
const writtenPoints = 500;

/**
 * Whether the group is generated by `rotation N` of proofs/instances/orders.v, one generator that moves 0 to 1, 1 to 2, …
 * and the last point to 0, and is so long that it is not written out.
 */
export const isRotation = (points: number, generators: readonly Permutation[]): boolean =>
  points > writtenPoints &&
  generators.length === 1 &&
  generators.every((g) => Array.from(g).every((point, i) => point === (i + 1) % points));

export const worldOf = <G extends string>(instance: Instance<G>, tables: readonly TableData[] = []): World => {
  const { group, action, faithful } = instance;
  const monomial = isMonomialAction(action) && faithful ? action : undefined;
  const image = (g: Parameters<typeof group.show>[0]): Permutation => (monomial === undefined ? g : monomial.image(g));
  const generators = group.generators.map(image);
  const points = image(group.empty).length;
  const tooLarge = (): Declined =>
    `${shorten(group.notation)} has ${group.order} elements, and they would have to be listed; the limit is ${orderLimit}`;
  const listing = afford(Number(group.order) * generators.length * points ** 2, 'listing the group');
  const listed: E.Either<Declined, PointGroup> =
    group.order > BigInt(orderLimit)
      ? E.left(tooLarge())
      : E.chain(() => E.fromNullable(tooLarge())(listPoints(points, generators, orderLimit)))(listing);
  let classes: ClassAlgebra | undefined;
  return {
    points,
    generators,
    order: group.order,
    listed,
    classes: (members) => {
      classes ??= classAlgebra(members, generators);
      return classes;
    },
    tables,
    dimension: monomial?.dimension,
    read: (text) => {
      const element = group.parse(text);
      return E.isLeft(element) ? element : E.right(image(element.right));
    },
    definitions: [
      ...(isRotation(points, generators) ? ['(* rotation N moves 0 to 1, 1 to 2, ..., N - 1 to 0: orders.v. *)'] : []),
      definition(
        'generators',
        'seq (seq nat)',
        isRotation(points, generators) ? `[:: rotation ${points}]` : list(generators.map(numbers)),
      ),
      `Definition G := group_of ${points} generators.`,
    ],
  };
};

/** A scheme of the evidence: its elements with integer weights over their sum. */
export const readScheme = (
  { read }: World,
  { elements, weights }: SchemeData,
): E.Either<Declined, { readonly items: Weighted; readonly total: bigint }> => {
  const integers =
    weights === undefined
      ? { numerators: elements.map(() => 1n), denominator: BigInt(elements.length) }
      : overCommonDenominator(weights);
  const items: (readonly [Permutation, bigint])[] = [];
  for (const [i, text] of elements.entries()) {
    const element = read(text);
    if (E.isLeft(element)) return element;
    items.push([element.right, integers.numerators[i] ?? 0n]);
  }
  return E.right({ items, total: integers.denominator });
};

/** Integers on the listed group as a list of the elements where they are not 0. */
export const listWeights = ({ elements }: PointGroup, numerators: readonly bigint[]): Weighted =>
  elements.flatMap((g, i) => (numerators[i] === 0n ? [] : [[g, numerators[i]!] as const]));

/** A listed group with its classes, and the characters of a table of the certificate. */
export const tableWorld = (
  world: World,
  reference: TableReference,
): E.Either<
  Declined,
  { readonly group: PointGroup; readonly algebra: ClassAlgebra; readonly characters: RealCharacters }
> => {
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const table = typeof reference === 'number' ? world.tables[reference] : reference;
  if (table === undefined) return E.left(`there is no table ${reference} in the certificate`);
  const algebra = world.classes(group);
  const characters = realCharacters(table, algebra, (text) => {
    const g = world.read(text);
    return E.isLeft(g) ? undefined : g.right;
  });
  return characters === undefined
    ? E.left('the values of the character table were not found in floating point')
    : E.right({ group, algebra, characters });
};

/** Right if Coq can take a few sums of class functions, the traces of the representatives, and `more` products. */
export const affordClasses = (
  { world: { points, generators }, functions }: Side,
  algebra: ClassAlgebra,
  more = 0,
): E.Either<Declined, undefined> => {
  const table = (5 * classSteps(algebra) + algebra.order * generators.length + more) * points ** 2;
  const traces =
    functions.kind === 'all'
      ? 0
      : monomialCount(functions.dimension, functions.degrees) *
        algebra.representatives.length *
        functions.dimension ** 2;
  return E.chain(() => afford(traces, 'taking traces on the monomials'))(afford(table, 'adding up class functions'));
};

/** The traces of the representatives on the class of functions. */
export const traceValues = ({ functions }: Side, { representatives }: ClassAlgebra): readonly bigint[] =>
  functions.kind === 'all'
    ? representatives.map((_, c) => (c === 0 ? 1n : 0n))
    : Array.from(tracesAt(representatives, functions.dimension, functions.degrees), BigInt);
