/**
 * Lower bounds on AC_wk and AC_st in Coq, *welch*, *tree*, *code*, *generation* and *pigeonhole*: proved for all functions, and where every
 * irreducible occurs in the class by the theorem that what is weak on the class is weak on all functions.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../../algebra/rational.ts';
import type { ExactEvidence, WeakBoundEvidence } from '../../certificate/evidence.ts';
import { box } from './box.ts';
import { code } from './code.ts';
import { exactLower } from './exactLower.ts';
import { linearProgramme } from './linearProgramme.ts';
import { commuting, type Order, orderAtLeast } from './orders.ts';
import { integer, type Proof } from './syntax.ts';
import { tree } from './tree.ts';
import { rootProof } from './underForms.ts';
import {
  type Declined,
  degreesText,
  functionsText,
  type Polynomials,
  rootText,
  type Side,
  valueText,
} from './world.ts';

const fraction = ({ numerator, denominator }: Rational): string => `${integer(numerator)} ${integer(denominator)}`;

/** Elements that a group needs so that fewer than `value` contradict Welch's bound; undefined if no group does. */
const ordersEnough = (value: bigint, { numerator: p, denominator: q }: Rational): bigint | undefined => {
  const slope = q - (value - 1n) * p;
  return slope <= 0n ? undefined : ((value - 1n) * (q - p)) / slope + 1n;
};

/** As many elements as the bound needs are shown to be in the group. Where no group has enough, Coq refuses it. */
const welch = ({ world, weights, value }: Side, epsilon: Rational): E.Either<Declined, Proof> =>
  E.map(
    ({ proof: order, count }: Order): Proof => ({
      definitions: [],
      term: `@welch_order_sound R ${world.points} generators ${weights} ${fraction(epsilon)} ${value} ${count}\n    (${order.term}) _`,
      theorems: ['orders.welch_order_sound', ...order.theorems],
    }),
  )(orderAtLeast(world, ordersEnough(value, epsilon) ?? 1n));

/** The quotients of the elements generate the group. */
const generation = ({ world, weights, value }: Side, prime: number, epsilon: Rational): E.Either<Declined, Proof> => {
  const { points, generators } = world;
  if (!commuting(generators))
    return value === 3n
      ? E.right({
          definitions: [],
          term: `@noncommuting_sound R ${points} generators ${weights} ${fraction(epsilon)} _`,
          theorems: ['generationBound.noncommuting_sound'],
        })
      : E.left('the bound by generation is proved in Coq for groups that are not abelian only where it is 3');
  if (value < 2n) return E.left('the bound by generation is proved in Coq from 2 on');
  return E.map(
    ({ proof: order, count }: Order): Proof => ({
      definitions: [],
      term: `@elementary_sound R ${points} generators ${weights} ${prime} ${value - 2n} ${count} ${fraction(epsilon)}\n    (${order.term}) _`,
      theorems: ['generationBound.elementary_sound', ...order.theorems],
    }),
  )(orderAtLeast(world, BigInt(prime) ** (value - 2n) + 1n));
};

/** The bound on all functions, whatever the class. */
const onAllFunctions = (side: Side, evidence: WeakBoundEvidence, epsilon: Rational): E.Either<Declined, Proof> => {
  const { world } = side;
  switch (evidence.kind) {
    case 'welch':
      return welch(side, epsilon);
    case 'generation':
      return generation(side, evidence.prime, epsilon);
    case 'tree':
      return tree(side, evidence, epsilon, (from) => welch({ ...side, value: from }, epsilon));
    case 'code':
      return code(side, evidence, epsilon, (from) =>
        (ordersEnough(from, epsilon) ?? world.order + 1n) <= world.order
          ? welch({ ...side, value: from }, epsilon)
          : generation({ ...side, value: from }, 2, epsilon),
      );
    case 'pigeonhole':
      return box(side, epsilon);
    default:
      return E.left(`a lower bound by evidence of the kind "${evidence.kind}" is not proved in Coq`);
  }
};

/** From all functions to a class of which `exact` shows that every irreducible occurs: AC_ex = |G|. */
const onClass = (
  side: Side<Polynomials>,
  exact: ExactEvidence | undefined,
  epsilon: Rational,
  bound: Proof,
  proved: string | undefined,
): E.Either<Declined, Proof> => {
  const { world, functions, weights, value, name } = side;
  if (exact === undefined) return E.left('it rests on no claim that AC_ex = |G|');
  const whole: Side<Polynomials> = { ...side, weights: 'signed', value: world.order, name: `${name}_exact` };
  const order = E.isRight(world.listed)
    ? `@listed_order ${world.points} generators ${world.listed.right.rounds} ${world.order} _`
    : 'leqnn _';
  const { forms } = world;
  const theorem = forms === undefined ? 'transport.occurring_sound' : 'traceTransport.occurring_under_sound';
  const place =
    forms === undefined
      ? `R ${world.points} generators ${functions.dimension}`
      : `R ${rootText(forms)} ${forms.dimension} ${world.points} generators modulus vectors`;
  const premises = forms === undefined ? '_' : `(proj1 ${rootProof(forms)}) _`;
  return E.map(
    (proof: Proof): Proof => ({
      definitions: [...proof.definitions, ...bound.definitions],
      term: `@${theorem.replace(/.*\./, '')} ${place} ${degreesText(functions.degrees)} ${weights} ${fraction(epsilon)} ${valueText(whole)} ${value} ${premises}\n    (${order})\n    (${proof.term})\n    (${bound.term})`,
      theorems: [theorem, ...proof.theorems, ...bound.theorems],
    }),
  )(proved === undefined ? exactLower(whole, exact) : E.right({ definitions: [], term: proved, theorems: [] }));
};

/** A lower bound on AC_wk; `exact` is the evidence of the claim it refers to, AC_ex = |G|, and `proved` the term that proves it. */
export const weakLower = (
  side: Side,
  evidence: WeakBoundEvidence,
  exact: ExactEvidence | undefined,
  epsilon: Rational,
  proved?: string,
): E.Either<Declined, Proof> => {
  if (evidence.kind === 'linear-programme') return linearProgramme(side, evidence, epsilon);
  const { functions } = side;
  const bound = onAllFunctions(side, evidence, epsilon);
  return functions.kind === 'all'
    ? bound
    : E.chain((proof: Proof) => onClass({ ...side, functions }, exact, epsilon, proof, proved))(bound);
};

/** A lower bound on AC_st: one on AC_wk at the same ε. */
export const strongLower = (
  side: Side,
  evidence: WeakBoundEvidence,
  exact: ExactEvidence | undefined,
  epsilon: Rational,
  proved?: string,
): E.Either<Declined, Proof> => {
  const { world, functions, weights, value } = side;
  return E.map(
    (proof: Proof): Proof => ({
      definitions: proof.definitions,
      term: `@below_strong_sound R ${world.points} generators ${functionsText(world, functions)} ${weights} ${fraction(epsilon)} ${value}\n    (${proof.term})`,
      theorems: ['nearness.below_strong_sound', ...proof.theorems],
    }),
  )(weakLower(side, evidence, exact, epsilon, proved));
};
