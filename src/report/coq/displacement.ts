/**
 * Evidence *displacement* in Coq (`proofs/instances/squares.v`, MATHEMATICS.md 3.20): a scheme ω is strong within ε if, for
 * every h in the group, 2ε less the square of ω − h·ω is a sum of squares in the group algebra, but for a weight that is exact
 * on the class. One of h and h⁻¹ is enough.
 */
import * as E from 'fp-ts/lib/Either.js';
import { approximate, type Rational } from '../../algebra/rational.ts';
import type { DisplacementTest } from '../../certificate/evidence.ts';
import { type GroupAlgebra, groupAlgebra } from './groupAlgebra.ts';
import { type ExactWeights, exactText, readGroupScheme, withExactWeights } from './groupScheme.ts';
import { errorForm, findSquares, type GroupWeights, type Squares } from './sumOfSquares.ts';
import { definition, integer, list, numbers, type Proof, weighted } from './syntax.ts';
import { affordTable, type Declined, listWeights, placeText, polynomialPlace, type Side } from './world.ts';

/** ω − h·ω. */
const displaced = (
  { order, quotient }: GroupAlgebra,
  { numerators, denominator }: GroupWeights,
  h: number,
): GroupWeights => ({
  numerators: Array.from({ length: order }, (_, g) => numerators[g]! - numerators[quotient[g * order + h]!]!),
  denominator,
});

interface Root extends Squares {
  readonly h: number;
}

const findRoots = (
  algebra: GroupAlgebra,
  epsilon: Rational,
  weights: GroupWeights,
  exact: ExactWeights,
): readonly Root[] | undefined => {
  const roots: Root[] = [];
  for (let h = 0; h < algebra.order; h++) {
    if (algebra.inverse[h]! < h) continue;
    const form = errorForm(algebra, 2n * epsilon.numerator, epsilon.denominator, displaced(algebra, weights, h));
    const squares = findSquares(algebra, form, exact.weights, 2 * approximate(epsilon));
    if (squares === undefined) return undefined;
    roots.push({ h, ...squares });
  }
  return roots;
};

/** An upper bound on AC_st. */
export const displacementUpper = (
  side: Side,
  { scheme: data }: DisplacementTest,
  epsilon: Rational,
): E.Either<Declined, Proof> => {
  const { world, functions, name, weights } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const affordable = affordTable(group, group.elements.length);
  if (E.isLeft(affordable)) return affordable;
  const scheme = readGroupScheme(side, group, data);
  if (E.isLeft(scheme)) return scheme;
  const { items, weights: used } = scheme.right;
  const algebra = groupAlgebra(group);
  // ‖ω − h·ω‖₁ is at most twice ‖ω‖₁.
  const twice = { ...used, numerators: used.numerators.map((z) => 2n * z) };
  const found = withExactWeights(side, group, twice, (exact) => {
    const roots = findRoots(algebra, epsilon, used, exact);
    return roots && { exact, roots };
  });
  if (E.isLeft(found)) return found;
  const { exact, roots } = found.right;
  const listed = ({ numerators, denominator }: GroupWeights): string =>
    `(${weighted(listWeights(group, numerators))}, ${integer(denominator)})`;
  const none = `([::], ${integer(1n)})`;
  const rootTexts = roots.map(
    ({ h, root, kernel }) =>
      `(${numbers(group.elements[h]!)}, ${listed(root)}, ${kernel === undefined ? none : listed(kernel)})`,
  );
  const [p, q] = [integer(epsilon.numerator), integer(epsilon.denominator)];
  const place = functions.kind === 'all' ? placeText(side, group) : polynomialPlace({ ...side, functions }, group);
  const theorem = functions.kind === 'all' ? 'displacements_all_sound' : 'displacements_sound';
  return E.right({
    definitions: [
      definition(`${name}_scheme`, 'seq (seq nat * Z)', weighted(items)),
      definition(`${name}_roots`, 'seq displacement', list(rootTexts)),
      ...(exact.constant
        ? []
        : [definition(`${name}_exact`, 'seq (seq nat * Z)', weighted(listWeights(group, exact.weights.numerators)))]),
    ],
    term: `@${theorem} ${place} ${weights}
    ${name}_scheme ${integer(used.denominator)} ${p} ${q} ${exactText(side, exact)} ${name}_roots ${side.value} _`,
    theorems: [`squares.${theorem}`],
  });
};
