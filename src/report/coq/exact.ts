/** AC_ex in Coq: which theorem proves which side of a claim, from which data (`proofs/instances/exactness.v`). */
import * as E from 'fp-ts/lib/Either.js';
import { overCommonDenominator } from '../../algebra/rational.ts';
import type { Weights } from '../../averaging/scheme.ts';
import type { ExactEvidence, OneSidedEvidence } from '../../certificate/evidence.ts';
import { isEven, type Permutation } from '../../group/permutation.ts';
import { groupAlgebra, inverseOf, support } from './groupAlgebra.ts';
import { listPoints, then } from './listing.ts';
import { definition, integer, list, type Proof, type Terms, terms, type Weighted, weighted } from './syntax.ts';
import {
  type Declined,
  degreesText,
  type Functions,
  monomialCount,
  orderLimit,
  readScheme,
  traces,
  type World,
} from './world.ts';

type Polynomials = Extract<Functions, { readonly kind: 'polynomials' }>;

/** A claim's side: what is stated, and the name its definitions begin with. */
export interface Side {
  readonly world: World;
  readonly functions: Functions;
  readonly weights: Weights;
  readonly value: bigint;
  readonly name: string;
}

/** Steps of moving a monomial (times coordinates) that one proof may take: about a minute in Coq. */
const moveLimit = 4e7;
/** Groups whose multiplication table is gone through: about a minute in Coq. */
export const tableLimit = 2000;

const beyond = (steps: number, what: string): Declined =>
  `${what} takes ${steps.toExponential(1)} steps in Coq; the limit is ${moveLimit.toExponential(0)}`;

export const beyondTable = (order: number): Declined =>
  `the group has ${order} elements, and Coq goes through its multiplication table; the limit is ${tableLimit}`;

/** `R 5 generators 10`: the field, the points, the generators, the rounds. */
const place = ({ world: { group } }: Side): string => `R ${group.points} generators ${group.rounds}`;
const polynomialPlace = (side: Side, { dimension, degrees }: Polynomials): string =>
  `${place(side)} ${dimension} ${degreesText(degrees)}`;

/** The product Π_i Σ_{a ∈ A_i} x_i^a, written out. */
const expand = (factors: readonly (readonly number[])[]): Terms =>
  factors
    .reduce<readonly (readonly number[])[]>((sums, factor) => sums.flatMap((a) => factor.map((e) => [...a, e])), [[]])
    .map((exponents) => [exponents, 1n] as const);

/** One even and one odd exponent of a set are enough, and one where no sign can change. */
const reduce = (factor: readonly number[], signed: boolean): readonly number[] => {
  const least = (parity: number): number =>
    Math.min(...factor.filter((e) => e % 2 === parity), Number.POSITIVE_INFINITY);
  const both = [least(0), least(1)].filter(Number.isFinite).sort((a, b) => a - b);
  return signed ? both : both.slice(0, 1);
};

/** The polynomial of free-orbit evidence: its translates are orthogonal. */
export const freePolynomial = (
  world: World,
  dimension: number,
  factors: readonly (readonly number[])[],
): E.Either<Declined, Terms> => {
  const signed = world.group.points === 2 * dimension;
  const reduced = factors.map((factor) => reduce(factor, signed));
  const size = reduced.reduce((product, factor) => product * factor.length, 1);
  const steps = size * world.order * dimension;
  return steps > moveLimit ? E.left(beyond(steps, 'moving the polynomial')) : E.right(expand(reduced));
};

const freeOrbit = (
  side: Side,
  functions: Polynomials,
  factors: readonly (readonly number[])[],
): E.Either<Declined, Proof> => {
  const polynomial = freePolynomial(side.world, functions.dimension, factors);
  if (E.isLeft(polynomial)) return polynomial;
  const name = `${side.name}_polynomial`;
  return E.right({
    definitions: [definition(name, 'seq (seq nat * Z)', terms(polynomial.right))],
    term: `@free_pairing_sound ${polynomialPlace(side, functions)} ${side.weights} (diagonal [:: ${name}]) ${side.value} _`,
    theorems: ['exactness.free_pairing_sound'],
  });
};

const traceList = (coefficients: readonly (readonly [degree: number, z: bigint])[]): string =>
  list(coefficients.map(([degree, z]) => `(${degree}, ${integer(z)})`));

const traceSteps = ({ world }: Side, { dimension, degrees }: Polynomials): number =>
  monomialCount(dimension, degrees) * world.order * dimension;

const annihilator = (
  side: Side,
  functions: Polynomials,
  { coefficients }: Extract<ExactEvidence, { readonly kind: 'annihilator' }>,
): E.Either<Declined, Proof> => {
  const { numerators } = overCommonDenominator(coefficients);
  const used = numerators.flatMap((z, degree) => (z === 0n ? [] : [[degree, z] as const]));
  const steps = traceSteps(side, { ...functions, degrees: used.map(([degree]) => degree) });
  if (steps > moveLimit) return E.left(beyond(steps, 'the traces on the monomials'));
  const name = `${side.name}_coefficients`;
  return E.right({
    definitions: [definition(name, 'seq (nat * Z)', traceList(used))],
    term: `@free_pairing_sound ${polynomialPlace(side, functions)} ${side.weights} (traces ${functions.dimension} ${name}) ${side.value} _`,
    theorems: ['exactness.free_pairing_sound'],
  });
};

/** Bits of the rounded inverse. */
const inverseBits = 40;

/** Every irreducible occurs: the sum of all traces of the class has an inverse for convolution. */
const everyIrreducible = (side: Side, functions: Polynomials): E.Either<Declined, Proof> => {
  const { world } = side;
  if (world.order > tableLimit) return E.left(beyondTable(world.order));
  const steps = traceSteps(side, functions);
  if (steps > moveLimit) return E.left(beyond(steps, 'the traces on the monomials'));
  const character = traces(world, functions.dimension, functions.degrees);
  const inverse = inverseOf(groupAlgebra(world.group), character);
  if (inverse === undefined) return E.left('the traces of the class have no inverse that was found in floating point');
  const greatest = inverse.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = 2 ** (inverseBits - Math.ceil(Math.log2(greatest)));
  const items: Weighted = world.group.elements.flatMap((g, i) => {
    const z = BigInt(Math.round(inverse[i]! * scale));
    return z === 0n ? [] : [[g, z] as const];
  });
  return E.right({
    definitions: [definition(`${side.name}_inverse`, 'seq (seq nat * Z)', weighted(items))],
    term: `@dominant_pairing_sound ${polynomialPlace(side, functions)} ${side.weights} (traces ${functions.dimension} ${traceList(functions.degrees.map((degree) => [degree, 1n]))}) ${side.name}_inverse ${side.value} _`,
    theorems: ['exactness.dominant_pairing_sound'],
  });
};

/** A lower bound. */
export const exactLower = (side: Side, evidence: ExactEvidence | OneSidedEvidence): E.Either<Declined, Proof> => {
  const { functions, world, value } = side;
  if (evidence.kind === 'two-sided') return exactLower(side, evidence.lower);
  if (functions.kind === 'all')
    return E.right({
      definitions: [],
      term: `@regular_sound ${place(side)} ${side.weights} ${value} _`,
      theorems: ['exactness.regular_sound'],
    });
  switch (evidence.kind) {
    case 'free-orbit':
      return freeOrbit(side, functions, evidence.factors);
    case 'annihilator':
      return annihilator(side, functions, evidence);
    default:
      return value === BigInt(world.order)
        ? everyIrreducible(side, functions)
        : E.left(`a lower bound below |G| by evidence of the kind "${evidence.kind}" is not proved in Coq yet`);
  }
};

const wholeGroup = (side: Side): Proof => ({
  definitions: [],
  term:
    side.functions.kind === 'all'
      ? `@all_order_sound ${place(side)} ${side.weights} ${side.value} _`
      : `@order_sound ${polynomialPlace(side, side.functions)} ${side.weights} ${side.value} _ _`,
  theorems: [side.functions.kind === 'all' ? 'exactness.all_order_sound' : 'exactness.order_sound'],
});

/** Averages of all monomials over `size` elements, and their moves by the generators. */
const averageSteps = ({ world }: Side, { dimension, degrees }: Polynomials, size: number): number =>
  monomialCount(dimension, degrees) * size * (1 + world.group.generators.length) * dimension;

const exactList = (
  side: Side,
  functions: Polynomials,
  size: number,
  definitions: readonly string[],
  items: string,
  total: bigint,
): E.Either<Declined, Proof> => {
  const steps = averageSteps(side, functions, size);
  return steps > moveLimit
    ? E.left(beyond(steps, 'averaging every monomial'))
    : E.right({
        definitions,
        term: `@exact_list_sound ${polynomialPlace(side, functions)} ${side.weights} ${items} ${integer(total)} ${side.value} _`,
        theorems: ['exactness.exact_list_sound'],
      });
};

const subgroup = (
  side: Side,
  functions: Polynomials,
  generators: readonly Permutation[],
): E.Either<Declined, Proof> => {
  const { points } = side.world.group;
  const listed = listPoints(points, generators, orderLimit);
  if (listed === undefined) return E.left(`the subgroup has more than ${orderLimit} elements`);
  const name = `${side.name}_subgroup`;
  const size = listed.elements.length;
  return exactList(
    side,
    functions,
    size,
    [definition(name, 'seq (seq nat)', list(generators.map((g) => `[:: ${Array.from(g).join('; ')}]`)))],
    `(uniform_weights (elements ${points} ${name} ${listed.rounds}))`,
    BigInt(size),
  );
};

/** The determinant of a (signed) permutation of the coordinates. */
const isRotation = (dimension: number, g: Permutation): boolean => {
  const minus = Array.from(g).filter((point, i) => i < dimension && point >= dimension).length;
  const coordinates = Uint32Array.from({ length: dimension }, (_, i) => g[i]! % dimension);
  return isEven(coordinates) === (minus % 2 === 0);
};

const inversePoints = (g: Permutation): Permutation => {
  const inverse = new Uint16Array(g.length);
  for (let i = 0; i < g.length; i++) inverse[g[i]!] = i;
  return inverse;
};

/** Generators of the elements of determinant 1 (Schreier's, for 1 and one element r of determinant −1). */
const rotationGenerators = ({ group }: World, dimension: number): readonly Permutation[] => {
  const r = group.generators.find((s) => !isRotation(dimension, s));
  if (r === undefined) return group.generators;
  const back = inversePoints(r);
  return group.generators.flatMap((s) =>
    isRotation(dimension, s) ? [s, then(then(r, s), back)] : [then(s, back), then(r, s)],
  );
};

/** A scheme of fewer than |G| elements from an irreducible that does not occur (MATHEMATICS.md 2.6). */
const fromAbsentIrreducible = (side: Side, functions: Polynomials): E.Either<Declined, Proof> => {
  const { world } = side;
  if (world.order > tableLimit) return E.left(beyondTable(world.order));
  const steps = averageSteps(side, functions, world.order);
  if (steps > moveLimit) return E.left(beyond(steps, 'averaging every monomial'));
  const present = support(groupAlgebra(world.group), traces(world, functions.dimension, functions.degrees));
  if (present === undefined) return E.left('the irreducibles that occur were not told apart in floating point');
  const order = BigInt(world.order);
  const trivial = present.reduce((sum, z) => sum + z, 0n) === 0n ? 1n : 0n;
  const absent = present.map((z, i) => (i === 0 ? order : 0n) - z - trivial);
  const most = -absent.reduce((least, z) => (z < least ? z : least), 0n);
  if (most <= 0n) return E.left('no irreducible is absent one degree below');
  const items: Weighted = world.group.elements.flatMap((g, i) =>
    absent[i] === -most ? [] : [[g, most + absent[i]!] as const],
  );
  const name = `${side.name}_scheme`;
  return exactList(
    { ...side, value: BigInt(items.length) },
    functions,
    items.length,
    [definition(name, 'seq (seq nat * Z)', weighted(items))],
    name,
    order * most,
  );
};

/** An upper bound. */
export const exactUpper = (side: Side, evidence: ExactEvidence | OneSidedEvidence): E.Either<Declined, Proof> => {
  const { functions, world, value } = side;
  if (evidence.kind === 'two-sided') return exactUpper(side, evidence.upper);
  if (functions.kind === 'all') return E.right(wholeGroup(side));
  switch (evidence.kind) {
    case 'scheme': {
      const scheme = readScheme(world, evidence.scheme);
      if (E.isLeft(scheme)) return scheme;
      const name = `${side.name}_scheme`;
      const { items, total } = scheme.right;
      const definitions = [definition(name, 'seq (seq nat * Z)', weighted(items))];
      return exactList(side, functions, items.length, definitions, name, total);
    }
    case 'subgroup': {
      const generators: Permutation[] = [];
      for (const text of evidence.generators) {
        const g = world.read(text);
        if (E.isLeft(g)) return g;
        generators.push(g.right);
      }
      return subgroup(side, functions, generators);
    }
    case 'reflections':
      return subgroup(side, functions, rotationGenerators(world, functions.dimension));
    default:
      return value >= BigInt(world.order)
        ? E.right(wholeGroup(side))
        : E.left(`an upper bound below |G| by evidence of the kind "${evidence.kind}" is not proved in Coq yet`);
  }
};

/** AC_ex < |G|, by whatever scheme; its size is at most `size`. */
export const fewer = (
  side: Side,
  evidence: ExactEvidence | undefined,
): E.Either<Declined, { readonly proof: Proof; readonly size: bigint }> => {
  const { functions } = side;
  if (functions.kind === 'all') return E.left('thresholds are about polynomials');
  const sizeOf = (proof: Proof): bigint => BigInt(/ (\d+) _$/.exec(proof.term)?.[1] ?? '0');
  const listedSize = (): number | undefined => {
    switch (evidence?.kind) {
      case 'scheme':
        return evidence.scheme.elements.length;
      case 'reflections':
        return side.world.order / 2;
      case 'subgroup': {
        const generators = evidence.generators.flatMap((text) => {
          const g = side.world.read(text);
          return E.isLeft(g) ? [] : [g.right];
        });
        return listPoints(side.world.group.points, generators, orderLimit)?.elements.length;
      }
      default:
        return undefined;
    }
  };
  const size = listedSize();
  const proof =
    evidence === undefined || size === undefined
      ? fromAbsentIrreducible(side, functions)
      : exactUpper({ ...side, value: BigInt(size) }, evidence);
  return E.isLeft(proof) ? proof : E.right({ proof: proof.right, size: sizeOf(proof.right) });
};
