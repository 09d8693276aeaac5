/**
 * Lower bounds on AC_wk and AC_st in Coq, *welch*, *tree* and *generation*: on all functions, from a free orbit, or where
 * every irreducible occurs.
 */
import * as E from 'fp-ts/lib/Either.js';
import { overCommonDenominator, type Rational } from '../../algebra/rational.ts';
import type { ExactEvidence, WeakBoundEvidence } from '../../certificate/evidence.ts';
import type { Permutation } from '../../group/permutation.ts';
import { distinctExponents, freePolynomial } from './exactLower.ts';
import { squareRoot } from './groupAlgebra.ts';
import { linearProgramme } from './linearProgramme.ts';
import { followedBy, roundsBeyond } from './listing.ts';
import { definition, integer, list, numbers, type Proof, type Terms, terms } from './syntax.ts';
import { placeUnder } from './underForms.ts';
import {
  affordClasses,
  type Declined,
  degreesText,
  functionsText,
  type Polynomials,
  placeText,
  polynomialPlace,
  realTraces,
  type Side,
} from './world.ts';

const fraction = ({ numerator, denominator }: Rational): string => `${integer(numerator)} ${integer(denominator)}`;

/** Elements that a group needs so that fewer than `value` contradict the bound; undefined if no group does. */
const ordersEnough = (value: bigint, { numerator: p, denominator: q }: Rational): bigint | undefined => {
  const slope = q - (value - 1n) * p;
  return slope <= 0n ? undefined : ((value - 1n) * (q - p)) / slope + 1n;
};

/** Groups that are not listed: some elements show that the group is large enough. */
const withoutListing = (side: Side, exact: ExactEvidence | undefined, epsilon: Rational): E.Either<Declined, Proof> => {
  const { world, functions, weights, value } = side;
  const enough = ordersEnough(value, epsilon);
  if (enough === undefined || enough > 10_000n)
    return E.left('the bound needs the order of a group that is not listed');
  const rounds = roundsBeyond(world.points, world.generators, Number(enough));
  const last = `${fraction(epsilon)} ${value} ${enough} _`;
  if (functions.kind === 'all')
    return E.right({
      definitions: [],
      term: `@welch_whole_sound ${placeText(side, { rounds })} ${weights} ${last}`,
      theorems: ['wholeGroup.welch_whole_sound'],
    });
  const exponents = exact?.kind === 'free-orbit' ? distinctExponents(world, exact.factors) : undefined;
  return exponents === undefined
    ? E.left('on a group that is not listed, the bound is proved in Coq from a monomial with different exponents')
    : E.right({
        definitions: [],
        term: `@welch_distinct_sound ${placeText(side, { rounds })} ${degreesText(functions.degrees)} ${weights}\n    ${numbers(exponents)} ${last}`,
        theorems: ['wholeGroup.welch_distinct_sound'],
      });
};

/** Bits of the rounded inverse square root. */
const rootBits = 40;

/** The traces of the class have an inverse square root for convolution. */
const everyIrreducible = (side: Side<Polynomials>, epsilon: Rational): E.Either<Declined, Proof> => {
  const { world, functions, weights, value, name } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const { dimension, degrees } = functions;
  const classes = world.classes(group);
  const affordable = affordClasses(side, classes);
  if (E.isLeft(affordable)) return affordable;
  const found = squareRoot(classes.convolution(), realTraces(side, classes));
  if (found === undefined)
    return E.left('the traces of the class have no square root that was found in floating point');
  const greatest = found.inverseRoot.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const scale = 2 ** (rootBits - Math.ceil(Math.log2(greatest)));
  const numerators = Array.from(found.inverseRoot, (x) => BigInt(Math.round(x * scale)));
  const definitions = [
    definition(`${name}_classes`, 'seq (seq nat)', list(classes.representatives.map(numbers))),
    definition(`${name}_root`, 'seq Z', list(numerators.map(integer))),
  ];
  const last = `${name}_root ${fraction(epsilon)} ${value} _`;
  return E.right(
    world.forms === undefined
      ? {
          definitions,
          term: `@welch_dominant_sound ${placeText(side, group)} ${name}_classes ${dimension} ${degreesText(degrees)} ${weights}\n    ${last}`,
          theorems: ['welchBound.welch_dominant_sound'],
        }
      : {
          definitions,
          term: `@welch_traces_sound ${placeUnder(side, world.forms, group)} ${weights}\n    ${last}`,
          theorems: ['traceBounds.welch_traces_sound'],
        },
  );
};

/** Listed elements that a group of exponent p must have more than. */
const countLimit = 20_000n;

/** On all functions the quotients of the elements generate the group. */
const generation = (
  { world, functions, weights, value }: Side,
  prime: number,
  epsilon: Rational,
): E.Either<Declined, Proof> => {
  const { points, generators } = world;
  if (functions.kind !== 'all') return E.left('the bound by generation is proved in Coq on all functions only');
  const same = (g: Permutation, h: Permutation): boolean => Array.from(g).every((point, i) => point === h[i]);
  const commute = generators.every((s) => generators.every((t) => same(followedBy(s, t), followedBy(t, s))));
  if (!commute)
    return value === 3n
      ? E.right({
          definitions: [],
          term: `@noncommuting_sound R ${points} generators ${weights} ${fraction(epsilon)} _`,
          theorems: ['generationBound.noncommuting_sound'],
        })
      : E.left('the bound by generation is proved in Coq for groups that are not abelian only where it is 3');
  const count = value < 2n ? countLimit : BigInt(prime) ** (value - 2n);
  if (count >= countLimit)
    return E.left(`more than ${countLimit} elements would have to be listed for the bound by generation`);
  const rounds = roundsBeyond(points, generators, Number(count));
  return E.right({
    definitions: [],
    term: `@elementary_sound R ${points} generators ${weights} ${rounds} ${prime} ${value - 2n} ${fraction(epsilon)} _`,
    theorems: ['generationBound.elementary_sound'],
  });
};

/** Of degree at most 2, on all functions or from a free orbit. */
const tree = (
  side: Side,
  { from, polynomials }: Extract<WeakBoundEvidence, { readonly kind: 'tree' }>,
  exact: ExactEvidence | undefined,
  epsilon: Rational,
): E.Either<Declined, Proof> => {
  const { world, functions, name, weights, value } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  if (weights !== 'uniform') return E.left('the tree bound is for uniform weights');
  // Only the sizes below the value: evidence may show more.
  const used = polynomials.slice(0, Math.max(0, Number(value) - from));
  if (used.some((f) => f.length > 2))
    return E.left('the tree bound is proved in Coq for polynomials of degree at most 2');
  const rows = used.map((f) => {
    const { numerators, denominator } = overCommonDenominator(f);
    return `(${[denominator, numerators[0] ?? 0n, numerators[1] ?? 0n].map(integer).join(', ')})`;
  });
  const definitions = [definition(`${name}_tree`, 'seq (Z * Z * Z)', list(rows))];
  const last = `${fraction(epsilon)} ${from} ${name}_tree ${value}`;
  if (functions.kind === 'all')
    return E.right({
      definitions,
      term: `@tree_all_sound ${placeText(side, group)} ${last} _`,
      theorems: ['treeBound.tree_all_sound'],
    });
  if (exact?.kind !== 'free-orbit' || world.forms !== undefined)
    return E.left('on polynomials the tree bound is proved in Coq from a free orbit only');
  const order = group.elements.length;
  return E.map(
    (polynomial: Terms): Proof => ({
      definitions: [...definitions, definition(`${name}_polynomial`, 'seq (seq nat * Z)', terms(polynomial))],
      term: `@tree_sound ${polynomialPlace({ ...side, functions }, group)} [:: ${name}_polynomial] ${last} ${order} _`,
      theorems: ['treeBound.tree_sound'],
    }),
  )(freePolynomial(world, exact.factors, order));
};

/** A lower bound on AC_wk; `exact` is the evidence of the claim it refers to, AC_ex = |G|. */
export const weakLower = (
  side: Side,
  evidence: WeakBoundEvidence,
  exact: ExactEvidence | undefined,
  epsilon: Rational,
): E.Either<Declined, Proof> => {
  const { world, functions, name, weights, value } = side;
  if (evidence.kind === 'linear-programme') return linearProgramme(side, evidence, epsilon);
  if (evidence.kind === 'generation') return generation(side, evidence.prime, epsilon);
  if (evidence.kind === 'tree') return tree(side, evidence, exact, epsilon);
  if (evidence.kind !== 'welch')
    return E.left(`a lower bound by evidence of the kind "${evidence.kind}" is not proved in Coq`);
  if (E.isLeft(world.listed)) return withoutListing(side, exact, epsilon);
  const group = world.listed.right;
  if (functions.kind === 'all')
    return E.right({
      definitions: [],
      term: `@welch_all_sound ${placeText(side, group)} ${weights} ${fraction(epsilon)} ${value} _`,
      theorems: ['nearness.welch_all_sound'],
    });
  if (exact?.kind !== 'free-orbit' || world.forms !== undefined)
    return everyIrreducible({ ...side, functions }, epsilon);
  const order = group.elements.length;
  const polynomial = freePolynomial(world, exact.factors, order);
  return E.isLeft(polynomial)
    ? polynomial
    : E.right({
        definitions: [definition(`${name}_polynomial`, 'seq (seq nat * Z)', terms(polynomial.right))],
        term: `@welch_sound ${polynomialPlace({ ...side, functions }, group)} [:: ${name}_polynomial] ${weights} ${fraction(epsilon)} ${value} ${order} _`,
        theorems: ['nearness.welch_sound'],
      });
};

/** A lower bound on AC_st: one on AC_wk at the same ε. */
export const strongLower = (
  side: Side,
  evidence: WeakBoundEvidence,
  exact: ExactEvidence | undefined,
  epsilon: Rational,
): E.Either<Declined, Proof> => {
  const { world, functions, weights, value } = side;
  return E.map(
    (proof: Proof): Proof => ({
      definitions: proof.definitions,
      term: `@below_strong_sound R ${world.points} generators ${functionsText(world, functions)} ${weights} ${fraction(epsilon)} ${value}\n    (${proof.term})`,
      theorems: ['nearness.below_strong_sound', ...proof.theorems],
    }),
  )(weakLower(side, evidence, exact, epsilon));
};
