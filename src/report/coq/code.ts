/** *code* in Coq (MATHEMATICS.md 3.26): groups (ℤ/2)^r, on all functions. */
import * as E from 'fp-ts/lib/Either.js';
import { overCommonDenominator, type Rational } from '../../algebra/rational.ts';
import type { WeakBoundEvidence } from '../../certificate/evidence.ts';
import { krawtchoukSum } from '../../check/code.ts';
import { type Order, orderAtLeast } from './orders.ts';
import { definition, integer, list, type Proof } from './syntax.ts';
import type { Declined, Side } from './world.ts';

/** `fewer` is a proof that fewer than `from` elements are not enough. */
export const code = (
  side: Side,
  { from, polynomials }: Extract<WeakBoundEvidence, { readonly kind: 'code' }>,
  epsilon: Rational,
  fewer: (from: bigint) => E.Either<Declined, Proof>,
): E.Either<Declined, Proof> => {
  const { world, name, weights, value } = side;
  if (weights !== 'uniform') return E.left('the code bound is for uniform weights');
  // Only the sizes below the value: evidence may show more.
  const rows = polynomials.slice(0, Math.max(0, Number(value) - from)).map((coefficients, i) => {
    const { numerators, denominator } = overCommonDenominator(coefficients);
    const greatest = krawtchoukSum(from + i, [denominator, ...numerators], 0n);
    return {
      text: `(${integer(denominator)}, ${list(numerators.map(integer), '    ')})`,
      enough: greatest < 0n ? 1n : greatest / denominator + 1n,
    };
  });
  const most = rows.reduce((max, { enough }) => (enough > max ? enough : max), 1n);
  return E.chain(({ proof: order, count }: Order) =>
    E.map(
      (low: Proof): Proof => ({
        definitions: [
          ...low.definitions,
          definition(`${name}_code`, 'seq (Z * seq Z)', list(rows.map(({ text }) => text))),
        ],
        term: `@code_sound R ${world.points} generators ${count} ${integer(epsilon.numerator)} ${integer(epsilon.denominator)} ${from} ${name}_code ${value}\n    (${order.term})\n    (${low.term}) _`,
        theorems: ['codeBound.code_sound', ...order.theorems, ...low.theorems],
      }),
    )(fewer(BigInt(from))),
  )(orderAtLeast(world, most));
};
