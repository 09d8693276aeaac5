/**
 * Upper bounds on AC_wk and AC_st in Coq (`proofs/instances/nearness.v`, `squares.v`). A scheme ω is within ε if ε − ω̃*ω is
 * a sum of squares in the group algebra, but for a weight z that is exact on the class, and has a kernel where its error is
 * exactly ε.
 */
import * as E from 'fp-ts/lib/Either.js';
import { approximate, type Rational } from '../../algebra/rational.ts';
import type { SchemeData, WeakBoundEvidence, WeakEvidence } from '../../certificate/evidence.ts';
import { groupAlgebra } from './groupAlgebra.ts';
import { exactText, readGroupScheme, withExactWeights } from './groupScheme.ts';
import { momentBound } from './moments.ts';
import { nearOnMonomials } from './monomialBlocks.ts';
import { hasSigns, nearBySigns } from './signs.ts';
import { errorForm, findSquares, type GroupWeights } from './sumOfSquares.ts';
import { definition, integer, type Proof, weighted } from './syntax.ts';
import { euclideanUnder, nearUnder } from './underForms.ts';
import {
  affordTable,
  type Declined,
  degreesText,
  functionsText,
  listWeights,
  placeText,
  polynomialPlace,
  type Side,
} from './world.ts';

/** Groups whose multiplication table is too much: on the monomials of the class, else by moments. */
const withoutTable = (
  side: Side,
  data: SchemeData,
  epsilon: Rational,
  declined: E.Left<Declined>,
): E.Either<Declined, Proof> => {
  const { world, functions } = side;
  if (world.forms !== undefined && functions.kind === 'polynomials') return declined;
  const bySigns = hasSigns(world) ? nearBySigns(side, data, epsilon) : declined;
  if (E.isRight(bySigns)) return bySigns;
  const onMonomials = functions.kind === 'all' ? bySigns : nearOnMonomials({ ...side, functions }, data, epsilon);
  if (E.isRight(onMonomials) || E.isLeft(world.listed)) return onMonomials;
  const scheme = readGroupScheme(side, world.listed.right, data);
  return E.isLeft(scheme)
    ? scheme
    : momentBound(side, world.listed.right, scheme.right.items, scheme.right.weights.denominator, epsilon);
};

const near = (side: Side, evidence: WeakEvidence, epsilon: Rational): E.Either<Declined, Proof> => {
  const { world, functions, name, weights } = side;
  if (evidence.kind === 'existence')
    return E.left('evidence of the kind "existence" is an argument by probability, which is not proved in Coq');
  const table = E.chainFirst(affordTable)(world.listed);
  if (E.isLeft(table)) return withoutTable(side, evidence.scheme, epsilon, table);
  const group = table.right;
  const scheme = readGroupScheme(side, group, evidence.scheme);
  if (E.isLeft(scheme)) return scheme;
  const { items, weights: used } = scheme.right;
  if (functions.kind === 'polynomials' && world.forms !== undefined)
    return nearUnder({ ...side, functions }, world.forms, group, epsilon, { items, total: used.denominator }, used);
  const algebra = groupAlgebra(group);
  const form = errorForm(algebra, epsilon.numerator, epsilon.denominator, used);
  const found = withExactWeights(side, group, used, (exact) => {
    const squares = findSquares(algebra, form, exact.weights, approximate(epsilon));
    return squares && { exact, ...squares };
  });
  if (E.isLeft(found)) return found;
  const { exact, root, kernel } = found.right;
  const listed = (suffix: string, { numerators }: GroupWeights): string =>
    definition(`${name}_${suffix}`, 'seq (seq nat * Z)', weighted(listWeights(group, numerators)));
  const [p, q] = [integer(epsilon.numerator), integer(epsilon.denominator)];
  const theorem = `${kernel === undefined ? 'near' : 'near_kernel'}${functions.kind === 'all' ? '_all' : ''}_sound`;
  const place = functions.kind === 'all' ? placeText(side, group) : polynomialPlace({ ...side, functions }, group);
  const last = kernel === undefined ? '' : ` ${name}_kernel ${integer(kernel.denominator)}`;
  return E.right({
    definitions: [
      definition(`${name}_scheme`, 'seq (seq nat * Z)', weighted(items)),
      listed('root', root),
      ...(exact.constant ? [] : [listed('exact', exact.weights)]),
      ...(kernel === undefined ? [] : [listed('kernel', kernel)]),
    ],
    term: `@${theorem} ${place} ${weights}
    ${name}_scheme ${integer(used.denominator)} ${p} ${q} ${name}_root ${integer(root.denominator)} ${exactText(side, exact)}${last} ${side.value} _`,
    theorems: [`${kernel === undefined ? 'nearness' : 'squares'}.${theorem}`],
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
  // Not reduced: the theorem divides p/q by 2 as p/(2q).
  const proof = near(side, weak, { ...epsilon, denominator: 2n * epsilon.denominator });
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
