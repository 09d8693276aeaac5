/** *tree* in Coq (MATHEMATICS.md 3.5): polynomials of any degree, on all functions. */
import * as E from 'fp-ts/lib/Either.js';
import { isNonpositiveOn } from '../../algebra/bernstein.ts';
import { overCommonDenominator, type Rational } from '../../algebra/rational.ts';
import type { WeakBoundEvidence } from '../../certificate/evidence.ts';
import { walkPolynomials } from '../../check/tree.ts';
import { nonpositive, type SquareTerm } from './nonpositive.ts';
import { type Order, orderAtLeast } from './orders.ts';
import { definition, integer, list, type Proof } from './syntax.ts';
import type { Declined, Side } from './world.ts';

const termText = ({ coefficient, x, end, root }: SquareTerm): string =>
  `(${integer(coefficient)}, ${x}, ${end}, [:: ${root.map(integer).join('; ')}])`;

interface Row {
  readonly text: string;
  /** The least order that the polynomial excludes. */
  readonly enough: bigint;
}

/** f = p_0 + Σ f_i p_i for n elements, with the reason why it is at most 0 on [0, n²ε]. */
const row = (
  n: bigint,
  coefficients: readonly Rational[],
  { numerator: p, denominator: q }: Rational,
): Row | undefined => {
  const { numerators, denominator } = overCommonDenominator(coefficients);
  const multiples = [denominator, ...numerators];
  const polynomials = walkPolynomials(n, numerators.length);
  const f = multiples.map((_, j) => multiples.reduce((sum, c, i) => sum + c * (polynomials[i]![j] ?? 0n), 0n));
  while (f.length > 1 && f.at(-1) === 0n) f.pop();
  const e = n * n * p;
  const found = nonpositive(f, e, q);
  // What is not nonpositive is written too, without a reason: Coq refuses it.
  if (found === undefined && isNonpositiveOn(f, { numerator: e, denominator: q })) return undefined;
  const { scale, terms } = found ?? { scale: 1n, terms: [] };
  const value = f.reduceRight((sum, c) => sum * n * n + c, 0n);
  return {
    text: `(${integer(denominator)}, ${list(numerators.map(integer))}, ${integer(scale)},\n    ${list(terms.map(termText), '    ')})`,
    enough: value < 0n ? 1n : value / denominator + 1n,
  };
};

/** `fewer` is a proof that fewer than `from` elements are not enough. */
export const tree = (
  side: Side,
  { from, polynomials }: Extract<WeakBoundEvidence, { readonly kind: 'tree' }>,
  epsilon: Rational,
  fewer: (from: bigint) => E.Either<Declined, Proof>,
): E.Either<Declined, Proof> => {
  const { world, name, weights, value } = side;
  if (weights !== 'uniform') return E.left('the tree bound is for uniform weights');
  // Only the sizes below the value: evidence may show more.
  const used = polynomials.slice(0, Math.max(0, Number(value) - from));
  const rows: Row[] = [];
  for (const [i, coefficients] of used.entries()) {
    const made = row(BigInt(from + i), coefficients, epsilon);
    if (made === undefined)
      return E.left(`that the polynomial for ${from + i} elements is not positive was not written as a sum of squares`);
    rows.push(made);
  }
  const most = rows.reduce((max, { enough }) => (enough > max ? enough : max), 1n);
  return E.chain(({ proof: order, count }: Order) =>
    E.map(
      (low: Proof): Proof => ({
        definitions: [
          ...low.definitions,
          definition(
            `${name}_tree`,
            'seq (Z * seq Z * Z * seq (Z * bool * bool * seq Z))',
            list(rows.map(({ text }) => text)),
          ),
        ],
        term: `@tree_sound R ${world.points} generators ${count} ${integer(epsilon.numerator)} ${integer(epsilon.denominator)} ${from} ${name}_tree ${value}\n    (${order.term})\n    (${low.term}) _`,
        theorems: ['treeBound.tree_sound', ...order.theorems, ...low.theorems],
      }),
    )(fewer(BigInt(from))),
  )(orderAtLeast(world, most));
};
