/** The bases of polynomials and of polynomial maps that signed permutations permute up to sign: monomials. */
import { monomialCount, monomialsOf, moveMonomial } from './monomials.ts';
import type { SignedBasis } from './signedBasis.ts';

interface Degrees {
  readonly dimension: number;
  readonly degrees: readonly number[];
}

const all = ({ dimension, degrees }: Degrees): readonly (readonly number[])[] =>
  degrees.flatMap((degree) => monomialsOf(dimension, degree));

/** The name of a monomial: its exponents. */
export const monomialBasis = ({ dimension, degrees }: Degrees): SignedBasis => ({
  step: (g, exponents) => {
    const moved = moveMonomial(g, exponents);
    return { name: moved.exponents, negative: moved.negative };
  },
  names: () => all({ dimension, degrees }),
  count: monomialCount(dimension, degrees),
  dimension,
  degrees,
  file: 'monomialBasis',
  theorem: 'monomial',
});

/** The name of a map with a monomial in one component: the component, then the exponents. */
export const mapBasis = ({ dimension, degrees }: Degrees): SignedBasis => ({
  step: (g, [component, ...exponents]) => {
    const point = g[component!]!;
    const moved = moveMonomial(g, exponents);
    return { name: [point % dimension, ...moved.exponents], negative: moved.negative !== point >= dimension };
  },
  names: () => Array.from({ length: dimension }, (_, j) => all({ dimension, degrees }).map((a) => [j, ...a])).flat(),
  count: dimension * monomialCount(dimension, degrees),
  dimension,
  degrees,
  file: 'maps',
  theorem: 'map',
});
