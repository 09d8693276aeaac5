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
import type { FunctionClass, PolynomialClass } from '../../representation/functionClass.ts';
import { type ClassAlgebra, classAlgebra, classSteps } from './classAlgebra.ts';
import { type Forms, formTraces, linearForms, type Numeral } from './linearForms.ts';
import { listPoints, type PointGroup } from './listing.ts';
import { monomialCount, tracesAt } from './monomials.ts';
import { type RealCharacters, realCharacters } from './realCharacters.ts';
import { definition, integer, list, numbers, type Weighted } from './syntax.ts';

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
  /** Coordinates of the polynomials; left where only functions on the group can be stated, with the reason. */
  readonly dimension: E.Either<Declined, number>;
  /** Where coordinates are not permuted up to sign: the form of every point. */
  readonly forms: Forms | undefined;
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
  /** The K of the class pointwise:K that is isometric to these polynomials, the linear functions, if it is in question. */
  readonly pointwise?: number;
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

/** Right if Coq can go through the whole multiplication table, so many times. */
export const affordTable = ({ points, elements }: PointGroup, times = 1): E.Either<Declined, undefined> =>
  afford(
    times * elements.length ** 2 * points ** 2,
    `going through the multiplication table${times === 1 ? '' : ` ${times} times`}`,
  );

/** Right if Coq can move so many monomials in so many coordinates. */
export const affordMoves = (moves: number, dimension: number, what: string): E.Either<Declined, undefined> =>
  afford(moves * dimension ** 2, what);

/** The degrees of the monomials of a class of polynomials. */
export const degreesOf = (functions: PolynomialClass): readonly number[] =>
  functions.kind === 'linear' ? [1] : Array.from({ length: functions.degree + 1 }, (_, j) => j);

export const functionsIn = (world: World, functions: FunctionClass): E.Either<Declined, Functions> => {
  if (functions.kind === 'all') return E.right({ kind: 'all' });
  if (functions.kind === 'maps')
    return E.left('maps are stated in Coq in claims about AC_ex, for signed permutations of the coordinates');
  if (E.isLeft(world.dimension)) return world.dimension;
  const dimension = world.dimension.right;
  if (functions.kind === 'pointwise' && (functions.degree === 0 || world.points !== dimension))
    return E.left('pointwise:K is stated in Coq for K ≥ 1 and permutations of the coordinates without signs');
  return E.right({
    kind: 'polynomials',
    dimension,
    ...(functions.kind === 'pointwise' ? { pointwise: functions.degree } : {}),
    degrees: functions.kind === 'polynomials' ? degreesOf(functions) : [1],
  });
};

/** The list of degrees in Coq. */
export const degreesText = (degrees: readonly number[]): string =>
  degrees.length === 1 && degrees[0] === 1 ? numbers(degrees) : `(iota 0 ${degrees.length})`;

/** The class of functions in Coq. */
export const functionsText = (world: World, functions: Functions): string =>
  functions.kind === 'all'
    ? '(all_functions R G)'
    : world.forms === undefined
      ? `(polynomials R ${functions.dimension} ${world.points} ${degreesText(functions.degrees)})`
      : `(${classUnder(world, world.forms, degreesText(functions.degrees))})`;

/** c in Coq; 0 where all numbers are integers. */
export const rootText = ({ field }: Forms): string => (field.root === undefined ? '(0%R : R)' : 'c');

/** Polynomials of these degrees under the forms. */
export const classUnder = ({ points }: World, forms: Forms, degrees: string): string =>
  `polynomials_under ${rootText(forms)} ${forms.dimension} ${points} G vectors ${degrees}`;

export const numeral = (x: Numeral): string => (x.length === 0 ? '[::]' : `[:: ${x.map(integer).join('; ')}]`);

const formDefinitions = ({ field, vectors }: Forms): readonly string[] => [
  definition('modulus', 'seq Z', numeral(field.modulus)),
  definition('vectors', 'seq (seq (seq Z))', list(vectors.map((form) => list(form.map(numeral), '    ')))),
];

/** `R 5 generators 12`: the field, the points, the generators, the rounds that list the group. */
export const placeText = ({ world: { points } }: Side, { rounds }: { readonly rounds: number }): string =>
  `R ${points} generators ${rounds}`;

/** The same, the coordinates and the degrees. */
export const polynomialPlace = (side: Side<Polynomials>, group: PointGroup): string =>
  `${placeText(side, group)} ${side.functions.dimension} ${degreesText(side.functions.degrees)}`;

/** Greater values are not written in unary. */
export const valueLimit = 100_000n;

/** The value of a claim in Coq: where the group is not listed, its order has no numeral, and a great half of it neither. */
export const valueText = ({ world: { listed, order }, value }: Pick<Side, 'world' | 'value'>): string =>
  E.isRight(listed)
    ? `${value}`
    : value === order
      ? '#|G|'
      : value > valueLimit && 2n * value === order
        ? '#|G|./2'
        : `${value}`;

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
  const made = monomial === undefined ? linearForms(instance) : undefined;
  const forms = made !== undefined && E.isRight(made) ? made.right : undefined;
  const image = (g: Parameters<typeof group.show>[0]): Permutation => monomial?.image(g) ?? forms?.image(g) ?? g;
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
    dimension: made === undefined ? E.right(action.dimension) : E.map(({ dimension }: Forms) => dimension)(made),
    forms,
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
      ...(forms === undefined ? [] : formDefinitions(forms)),
    ],
  };
};

/** Elements of the evidence. */
export const readAll = ({ read }: World, texts: readonly string[]): E.Either<Declined, readonly Permutation[]> => {
  const elements: Permutation[] = [];
  for (const text of texts) {
    const g = read(text);
    if (E.isLeft(g)) return g;
    elements.push(g.right);
  }
  return E.right(elements);
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
  {
    readonly group: PointGroup;
    readonly algebra: ClassAlgebra;
    readonly characters: RealCharacters;
    readonly table: TableData;
  }
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
    : E.right({ group, algebra, characters, table });
};

/** Right if Coq can take a few sums of class functions, the traces of the representatives, and `more` products. */
export const affordClasses = (
  { world: { points, generators, forms }, functions }: Side,
  algebra: ClassAlgebra,
  more = 0,
): E.Either<Declined, undefined> => {
  // Where every class is one element, the table of the classes takes no products.
  const sums = algebra.representatives.length === algebra.order ? 1 : 5;
  const table = (sums * classSteps(algebra) + algebra.order * generators.length + more) * points ** 2;
  const traces =
    functions.kind === 'all'
      ? 0
      : forms !== undefined
        ? expansionSteps(forms, functions.degrees) * algebra.representatives.length
        : monomialCount(functions.dimension, functions.degrees) *
          algebra.representatives.length *
          functions.dimension ** 2;
  return E.chain(() => afford(traces, 'taking traces on the monomials'))(afford(table, 'adding up class functions'));
};

/** Steps of multiplying out the images of all monomials under one element. */
const expansionSteps = ({ field, dimension }: Forms, degrees: readonly number[]): number => {
  if (dimension === 2) return 5 * Math.max(...degrees) * (field.modulus.length ** 2 + 8);
  let steps = 0;
  for (let k = 0; k <= Math.max(...degrees); k++)
    steps += monomialCount(dimension, [k]) * monomialCount(dimension, [k + 1]);
  return 2 * steps * dimension * (field.modulus.length ** 2 + 8);
};

/** The traces of the representatives in floating point. */
export const realTraces = (side: Side, algebra: ClassAlgebra): Float64Array => {
  const { functions, world } = side;
  return functions.kind === 'polynomials' && world.forms !== undefined
    ? formTraces(world.forms, algebra.representatives, functions.degrees)
    : Float64Array.from(traceValues(side, algebra), Number);
};

/** The traces of the representatives on the class of functions, where they are integers. */
export const traceValues = ({ functions }: Side, { representatives }: ClassAlgebra): readonly bigint[] =>
  functions.kind === 'all'
    ? representatives.map((_, c) => (c === 0 ? 1n : 0n))
    : Array.from(tracesAt(representatives, functions.dimension, functions.degrees), BigInt);
