/** Random monomials of bounded degree, in shapes that tend to reveal mistakes, and how sums of them are shown. */
import fc from 'fast-check';
import { firstOf } from './outcome.ts';

/** Π x_i^e over its pairs [i, e], e ≥ 1, i ascending from 0. */
export type Monomial = readonly (readonly [number, number])[];

/** Collects pairs in order, leaving out what would exceed the degree. */
const collect = (pairs: readonly (readonly [number, number])[], degree: number): Monomial => {
  const exponents = new Map<number, number>();
  let left = degree;
  for (const [i, wanted] of pairs) {
    const e = Math.min(wanted, left);
    left -= e;
    if (e > 0) exponents.set(i, (exponents.get(i) ?? 0) + e);
  }
  return [...exponents].sort((a, b) => a[0] - b[0]);
};

/**
 * Monomials of degree at most `degree` (exactly 1 if `linear`) in d variables: products of a few variables, powers of
 * one, scattered exponents, and staircases x_a x_b² x_c³ …, the shapes with the smallest stabilisers.
 */
export const monomialArbitrary = (d: number, degree: number, linear: boolean): fc.Arbitrary<Monomial> => {
  const variable = fc.nat(d - 1);
  if (linear) return variable.map((i) => [[i, 1] as const]);
  if (degree === 0) return fc.constant([]);
  const few = fc.array(variable, { maxLength: Math.min(degree, 8) });
  const power = fc.tuple(variable, fc.integer({ min: 1, max: degree }));
  const scattered = fc.array(fc.tuple(variable, fc.integer({ min: 1, max: Math.max(1, Math.min(degree, d)) })), {
    maxLength: Math.min(d, 12),
  });
  const order = fc.shuffledSubarray(
    Array.from({ length: d }, (_, i) => i),
    { minLength: d, maxLength: d },
  );
  return fc.oneof(
    few.map((variables) =>
      collect(
        variables.map((i) => [i, 1] as const),
        degree,
      ),
    ),
    power.map((pair) => collect([pair], degree)),
    scattered.map((pairs) => collect(pairs, degree)),
    order.map((variables) =>
      collect(
        variables.map((i, e) => [i, e] as const),
        degree,
      ),
    ),
  );
};

export const showMonomial = (monomial: Monomial): string =>
  monomial.map(([i, e]) => (e === 1 ? `x_${i + 1}` : `x_${i + 1}^${e}`)).join(' ');

interface ShownTerm {
  readonly coefficient: bigint | number;
  /** Empty for the constant 1. */
  readonly text: string;
}

const showTerm = ({ coefficient, text }: ShownTerm, first: boolean): string => {
  const negative = coefficient < 0;
  const size = negative ? -coefficient : coefficient;
  const body = text === '' ? `${size}` : size === 1 || size === 1n ? text : `${size} ${text}`;
  return first ? `${negative ? '−' : ''}${body}` : `${negative ? '−' : '+'} ${body}`;
};

/** `3 x_1 x_2^2 − x_3`; long sums are cut after twelve terms, saying so. */
export const showSum = (terms: readonly ShownTerm[]): string =>
  terms.length === 0
    ? '0'
    : firstOf(
        terms.map((term, i) => showTerm(term, i === 0)),
        12,
        ' ',
      );
