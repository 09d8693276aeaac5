/** Lower bounds on AC_ex in Coq: which theorem of `proofs/instances` proves them, from which data. */
import * as E from 'fp-ts/lib/Either.js';
import { overCommonDenominator } from '../../algebra/rational.ts';
import type { ExactEvidence } from '../../certificate/evidence.ts';
import { exhaustion } from './exhaustion.ts';
import { inverseOf } from './groupAlgebra.ts';
import { linearProgramme } from './linearProgramme.ts';
import { monomialBasis } from './monomialBasis.ts';
import { monomialCount } from './monomials.ts';
import { rank, rankOfAll } from './rank.ts';
import { orbitProof } from './signedBasis.ts';
import { definition, integer, list, numbers, type Proof, type Terms, terms } from './syntax.ts';
import { placeUnder } from './underForms.ts';
import {
  affordClasses,
  affordMoves,
  type Declined,
  degreesText,
  type Polynomials,
  placeText,
  polynomialPlace,
  realTraces,
  type Side,
  valueText,
  type World,
} from './world.ts';

type Factors = readonly (readonly number[])[];

/** The product Π_i Σ_{a ∈ A_i} x_i^a, written out. */
const expand = (factors: Factors): Terms =>
  factors
    .reduce<Factors>((sums, factor) => sums.flatMap((a) => factor.map((e) => [...a, e])), [[]])
    .map((exponents) => [exponents, 1n] as const);

/** One even and one odd exponent of a set are enough, and any one where no sign can change. */
const reduce = (factor: readonly number[], signed: boolean): readonly number[] => {
  const least = (parity: number): number => Math.min(...factor.filter((e) => e % 2 === parity));
  const both = [least(0), least(1)].filter(Number.isFinite).sort((a, b) => a - b);
  return signed ? both : both.slice(0, 1);
};

const reduceFactors = ({ points }: World, factors: Factors): Factors =>
  factors.map((factor) => reduce(factor, points !== factors.length));

/** The polynomial of free-orbit evidence, reduced: its translates are even orthogonal. */
const freePolynomial = (world: World, factors: Factors, order: number): E.Either<Declined, Terms> => {
  const reduced = reduceFactors(world, factors);
  const size = reduced.reduce((product, factor) => product * factor.length, 1);
  return E.map(() => expand(reduced))(affordMoves(size * order, factors.length, 'moving the polynomial'));
};

/** Different exponents, which only the identity of a group of permutations fixes; undefined if they are not. */
const distinctExponents = (world: World, factors: Factors): readonly number[] | undefined => {
  const exponents = reduceFactors(world, factors).map((factor) => factor[0]!);
  const natural = world.forms === undefined && world.points === factors.length;
  return natural && new Set(exponents).size === exponents.length ? exponents : undefined;
};

/** The orbit of each coordinate, up to signs, by its least member. */
const coordinateClasses = ({ generators }: World, dimension: number): readonly number[] => {
  const classes = Array.from({ length: dimension }, (_, i) => i);
  for (let changed = true; changed; ) {
    changed = false;
    for (const s of generators)
      classes.forEach((name, i) => {
        const j = s[i]! % dimension;
        const least = Math.min(name, classes[j]!);
        changed ||= classes[i] !== least || classes[j] !== least;
        classes[i] = least;
        classes[j] = least;
      });
  }
  return classes;
};

/** Two exponents for each coordinate, equal or of both parities, different from those of others in its orbit. */
const exponentPairs = (
  world: World,
  classes: readonly number[],
  factors: Factors,
): readonly (readonly number[])[] | undefined => {
  const reduced = reduceFactors(world, factors);
  const all = reduced.flatMap((exponents, i) => exponents.map((e) => `${classes[i]!}:${e}`));
  return new Set(all).size === all.length
    ? [reduced.map((exponents) => exponents[0]!), reduced.map((exponents) => exponents.at(-1)!)]
    : undefined;
};

/** Groups of any size, where the exponents are different. */
const wholeOrbit = ({ world, functions, weights }: Side<Polynomials>, factors: Factors): Proof | undefined => {
  const degrees = degreesText(functions.degrees);
  const distinct = distinctExponents(world, factors);
  if (distinct !== undefined)
    return {
      definitions: [],
      term: `@distinct_sound R ${world.points} generators ${degrees} ${weights} ${numbers(distinct)} _`,
      theorems: ['wholeGroup.distinct_sound'],
    };
  const classes = coordinateClasses(world, functions.dimension);
  const pairs = exponentPairs(world, classes, factors);
  return pairs === undefined
    ? undefined
    : {
        definitions: [],
        term: `@factors_sound R ${functions.dimension} ${world.points} generators ${degrees} ${[classes, ...pairs].map(numbers).join(' ')} _ ${weights}`,
        theorems: ['freeFactors.factors_sound'],
      };
};

const freeOrbit = (side: Side<Polynomials>, factors: Factors): E.Either<Declined, Proof> => {
  const { world, weights, value, name } = side;
  if (E.isLeft(world.listed)) {
    const proof = wholeOrbit(side, factors);
    return proof === undefined || value !== world.order ? world.listed : E.right(proof);
  }
  const group = world.listed.right;
  return E.map((polynomial: Terms) => ({
    definitions: [definition(`${name}_polynomial`, 'seq (seq nat * Z)', terms(polynomial))],
    term: `@free_pairing_sound ${polynomialPlace(side, group)} ${weights} (diagonal [:: ${name}_polynomial]) ${value} _`,
    theorems: ['exactness.free_pairing_sound'],
  }))(freePolynomial(world, factors, group.elements.length));
};

/** Right if Coq can take the traces of all elements on the monomials of these degrees. */
const affordTraces = (order: number, dimension: number, degrees: readonly number[]) =>
  affordMoves(monomialCount(dimension, degrees) * order, dimension, 'taking traces on the monomials');

/** The traces on the monomials of each degree, with a coefficient, as pairs of polynomials in Coq. */
const traceList = (coefficients: readonly (readonly [degree: number, z: bigint])[]): string =>
  list(coefficients.map(([degree, z]) => `(${degree}, ${integer(z)})`));

const annihilator = (
  side: Side<Polynomials>,
  { coefficients }: Extract<ExactEvidence, { readonly kind: 'annihilator' }>,
): E.Either<Declined, Proof> => {
  const { world, functions, weights, value, name } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const { dimension } = functions;
  const used = overCommonDenominator(coefficients).numerators.flatMap((z, degree) =>
    z === 0n ? [] : [[degree, z] as const],
  );
  const degrees = used.map(([degree]) => degree);
  return E.map(
    (): Proof => ({
      definitions: [definition(`${name}_coefficients`, 'seq (nat * Z)', traceList(used))],
      term: `@free_pairing_sound ${polynomialPlace(side, group)} ${weights} (traces ${dimension} ${name}_coefficients) ${value} _`,
      theorems: ['exactness.free_pairing_sound'],
    }),
  )(affordTraces(group.elements.length, dimension, degrees));
};

/** Bits of the rounded inverse. */
const inverseBits = 40;

/** Every irreducible occurs: the sum of all traces of the class has an inverse for convolution. */
const everyIrreducible = (side: Side<Polynomials>): E.Either<Declined, Proof> => {
  const { world, functions, weights, value, name } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const { dimension, degrees } = functions;
  const algebra = world.classes(group);
  const affordable = affordClasses(side, algebra);
  if (E.isLeft(affordable)) return affordable;
  const found = inverseOf(algebra.convolution(), realTraces(side, algebra));
  if (found === undefined) return E.left('the traces of the class have no inverse that was found in floating point');
  const greatest = found.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = 2 ** (inverseBits - Math.ceil(Math.log2(greatest)));
  const numerators = Array.from(found, (x) => BigInt(Math.round(x * scale)));
  const definitions = [
    definition(`${name}_classes`, 'seq (seq nat)', list(algebra.representatives.map(numbers))),
    definition(`${name}_inverse`, 'seq Z', list(numerators.map(integer))),
  ];
  return E.right(
    world.forms === undefined
      ? {
          definitions,
          term: `@every_irreducible_sound ${placeText(side, group)} ${name}_classes ${dimension} ${degreesText(degrees)} ${weights}\n    ${name}_inverse ${value} _`,
          theorems: ['characterSum.every_irreducible_sound'],
        }
      : {
          definitions,
          term: `@every_trace_sound ${placeUnder(side, world.forms, group)} ${weights}\n    ${name}_inverse ${value} _`,
          theorems: ['traceExact.every_trace_sound'],
        },
  );
};

const orbit = (side: Side<Polynomials>, exponents: readonly number[]): E.Either<Declined, Proof> => {
  const { world, functions, weights, value } = side;
  // An orbit that is much shorter than the list of the group is gone through without it.
  if (E.isLeft(world.listed) || 2n * value <= world.order) return orbitProof(side, monomialBasis(functions), exponents);
  const group = world.listed.right;
  return E.map(
    (): Proof => ({
      definitions: [],
      term: `@orbit_terms_sound ${polynomialPlace(side, group)} ${weights} ${numbers(exponents)} ${value} _`,
      theorems: ['orbitBound.orbit_terms_sound'],
    }),
  )(affordMoves(group.elements.length, functions.dimension, 'moving the monomial'));
};

/** A uniform exact scheme gives each of these monomials a coefficient z/n in its own average. */
const divisibility = (
  side: Side<Polynomials>,
  monomials: readonly (readonly number[])[],
): E.Either<Declined, Proof> => {
  const { world, functions, weights, value } = side;
  if (E.isLeft(world.listed)) return world.listed;
  if (weights !== 'uniform') return E.left('divisibility is for uniform weights');
  const group = world.listed.right;
  return E.map(
    (): Proof => ({
      definitions: [],
      term: `@divisors_sound ${polynomialPlace(side, group)} ${list(monomials.map(numbers))} ${value} _`,
      theorems: ['divisibility.divisors_sound'],
    }),
  )(affordMoves(monomials.length * group.elements.length, functions.dimension, 'moving the monomials'));
};

/** Evidence about monomials, which are moved to monomials. */
const aboutMonomials: ReadonlySet<ExactEvidence['kind']> = new Set([
  'free-orbit',
  'annihilator',
  'divisibility',
  'orbit',
]);

const onPolynomials = (side: Side<Polynomials>, evidence: ExactEvidence): E.Either<Declined, Proof> => {
  if (side.world.forms !== undefined && aboutMonomials.has(evidence.kind))
    return side.value === side.world.order ? everyIrreducible(side) : rankOfAll(side);
  switch (evidence.kind) {
    case 'two-sided':
      return onPolynomials(side, evidence.lower);
    case 'free-orbit':
      return freeOrbit(side, evidence.factors);
    case 'annihilator':
      return annihilator(side, evidence);
    case 'divisibility':
      return divisibility(side, evidence.monomials);
    case 'orbit':
      return orbit(side, evidence.exponents);
    case 'linear-programme':
      return linearProgramme(side, evidence);
    case 'exhaustion':
      return exhaustion(side);
    case 'rank':
      return rank(side, evidence);
    default:
      return side.value === side.world.order
        ? everyIrreducible(side)
        : E.left(`a lower bound below |G| by evidence of the kind "${evidence.kind}" is not proved in Coq`);
  }
};

export const exactLower = (side: Side, evidence: ExactEvidence): E.Either<Declined, Proof> => {
  const { functions, world, weights } = side;
  if (functions.kind === 'polynomials') return onPolynomials({ ...side, functions }, evidence);
  if (E.isRight(world.listed))
    return E.right({
      definitions: [],
      term: `@regular_sound ${placeText(side, world.listed.right)} ${weights} ${valueText(side)} _`,
      theorems: ['exactness.regular_sound'],
    });
  return side.value === world.order
    ? E.right({
        definitions: [],
        term: `@all_free_sound R ${world.points} generators ${weights}`,
        theorems: ['wholeGroup.all_free_sound'],
      })
    : world.listed;
};
