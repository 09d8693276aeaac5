/**
 * What a certificate is about, in the terms of the Coq theory: a group of permutations of points, polynomials in d
 * coordinates of given degrees or all functions on the group, and elements as images of points.
 */
import * as E from 'fp-ts/lib/Either.js';
import { overCommonDenominator } from '../../algebra/rational.ts';
import type { SchemeData } from '../../certificate/evidence.ts';
import { type Permutation, shorten } from '../../group/permutation.ts';
import { type Instance, isMonomialAction } from '../../representation/action.ts';
import type { FunctionClass } from '../../representation/functionClass.ts';
import { listPoints, type PointGroup } from './listing.ts';
import { definition, list, numbers, type Terms, type Weighted } from './syntax.ts';

/** Why a claim, or a certificate, is not stated in Coq: one line. */
export type Declined = string;

/** Groups with more elements are declined. */
export const orderLimit = 50_000;

export interface World {
  readonly group: PointGroup;
  readonly order: number;
  /** Coordinates of the polynomials; undefined where only functions on the group can be stated. */
  readonly dimension: number | undefined;
  /** The element written so, as it moves the points. */
  readonly read: (text: string) => E.Either<Declined, Permutation>;
  readonly definitions: readonly string[];
}

/** The functions of a claim. `dimension` and `degrees` are those of polynomials. */
export type Functions =
  | { readonly kind: 'all' }
  | { readonly kind: 'polynomials'; readonly dimension: number; readonly degrees: readonly number[] };

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
  degrees[0] === 0 ? `(iota 0 ${degrees.length})` : numbers(degrees);

/** The class of functions in Coq. */
export const functionsText = (world: World, functions: Functions): string =>
  functions.kind === 'all'
    ? '(all_functions R G)'
    : `(polynomials R ${functions.dimension} ${world.group.points} ${degreesText(functions.degrees)})`;

export const worldOf = <G extends string>(instance: Instance<G>): E.Either<Declined, World> => {
  const { group, action, faithful } = instance;
  if (group.order > BigInt(orderLimit))
    return E.left(
      `${shorten(group.notation)} has ${group.order} elements; Coq lists the group, and the limit is ${orderLimit}`,
    );
  const monomial = isMonomialAction(action) && faithful ? action : undefined;
  const image = (g: Parameters<typeof group.show>[0]): Permutation => (monomial === undefined ? g : monomial.image(g));
  const points = image(group.empty).length;
  const listed = listPoints(points, group.generators.map(image), orderLimit);
  if (listed === undefined) return E.left(`${shorten(group.notation)} has more than ${orderLimit} elements`);
  return E.right({
    group: listed,
    order: listed.elements.length,
    dimension: monomial?.dimension,
    read: (text) => {
      const element = group.parse(text);
      return E.isLeft(element) ? element : E.right(image(element.right));
    },
    definitions: [
      definition('generators', 'seq (seq nat)', list(listed.generators.map(numbers))),
      `Definition G := group_of ${points} generators.`,
    ],
  });
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

/** Where g moves the monomial with these exponents, and whether its sign changes. */
export const moveMonomial = (
  dimension: number,
  g: Permutation,
  exponents: readonly number[],
): { readonly exponents: readonly number[]; readonly negative: boolean } => {
  const moved = new Array<number>(dimension).fill(0);
  let negative = false;
  exponents.forEach((e, i) => {
    const point = g[i]!;
    moved[point % dimension]! += e;
    if (point >= dimension && e % 2 === 1) negative = !negative;
  });
  return { exponents: moved, negative };
};

/** All sequences of `dimension` exponents with this sum. */
export const monomials = (dimension: number, sum: number): readonly (readonly number[])[] => {
  if (dimension === 0) return sum === 0 ? [[]] : [];
  if (dimension === 1) return [[sum]];
  return Array.from({ length: sum + 1 }, (_, first) => first).flatMap((first) =>
    monomials(dimension - 1, sum - first).map((rest) => [first, ...rest]),
  );
};

/** How many monomials have one of these degrees. */
export const monomialCount = (dimension: number, degrees: readonly number[]): number =>
  degrees.reduce((count, degree) => {
    let binomial = 1;
    for (let i = 1; i < dimension; i++) binomial = (binomial * (degree + i)) / i;
    return count + Math.round(binomial);
  }, 0);

/** The traces of all elements on the monomials of these degrees, together. */
export const traces = (world: World, dimension: number, degrees: readonly number[]): Float64Array => {
  const all = degrees.flatMap((degree) => monomials(dimension, degree));
  return Float64Array.from(world.group.elements, (g) => {
    let trace = 0;
    for (const exponents of all) {
      const moved = moveMonomial(dimension, g, exponents);
      if (moved.exponents.every((e, i) => e === exponents[i])) trace += moved.negative ? -1 : 1;
    }
    return trace;
  });
};

export const degreeOfTerms = (polynomial: Terms): number =>
  polynomial.reduce((greatest, [exponents]) => Math.max(greatest, exponents.reduce((sum, e) => sum + e, 0)), 0);
