/** Lower bounds by an orbit of a monomial and upper bounds by a subgroup in Coq, for groups that are not listed. */
import * as E from 'fp-ts/lib/Either.js';
import type { Permutation } from '../../group/permutation.ts';
import { listPoints } from './listing.ts';
import { monomialCount, monomials, moveMonomial } from './monomials.ts';
import { nameOrbit, productsFor, representatives, type Step } from './signedBasis.ts';
import { definition, list, numbers, type Proof } from './syntax.ts';
import { affordMoves, type Declined, degreesText, orderLimit, type Polynomials, type Side } from './world.ts';

const step: Step = (g, name) => {
  const { exponents, negative } = moveMonomial(g, name);
  return { name: exponents, negative };
};

/** The orbit of a monomial, at least half of which is not the whole group. */
export const monomialOrbit = (side: Side<Polynomials>, exponents: readonly number[]): E.Either<Declined, Proof> => {
  const { world, functions, weights, value } = side;
  const orbit = nameOrbit(step, world.generators, exponents);
  if (orbit === undefined) return E.left('the orbit of the monomial is too long');
  return E.map(
    (): Proof => ({
      definitions: [],
      term: `@monomial_orbit_sound R ${functions.dimension} ${world.points} generators ${orbit.rounds} ${degreesText(functions.degrees)} ${weights} ${numbers(exponents)} ${value} _`,
      theorems: ['monomialBasis.monomial_orbit_sound'],
    }),
  )(affordMoves(2 * orbit.size * world.generators.length, functions.dimension, 'moving the monomial'));
};

/** A subgroup with the same orbits of monomials. */
export const monomialSubgroup = (
  side: Side<Polynomials>,
  generators: readonly Permutation[],
): E.Either<Declined, Proof> => {
  const { world, functions, weights, value, name } = side;
  const { dimension, degrees } = functions;
  const listed = listPoints(world.points, generators, orderLimit);
  if (listed === undefined) return E.left(`the subgroup has more than ${orderLimit} elements`);
  const count = monomialCount(dimension, degrees);
  const affordable = affordMoves(
    4 * count * (world.generators.length + generators.length),
    dimension,
    'moving every monomial by the generators',
  );
  if (E.isLeft(affordable)) return affordable;
  const found = representatives(
    step,
    generators,
    degrees.flatMap((degree) => monomials(dimension, degree)),
  );
  if (found === undefined) return E.left('the orbit of a monomial is too long');
  return E.map(
    (operations: readonly (readonly [number, number])[]): Proof => ({
      definitions: [
        definition(`${name}_subgroup`, 'seq (seq nat)', list(generators.map(numbers))),
        definition(`${name}_products`, 'seq (nat * nat)', list(operations.map(([p, q]) => `(${p}, ${q})`))),
        definition(`${name}_representatives`, 'seq (seq nat)', list(found.names.map(numbers))),
      ],
      term: `@monomial_subgroup_sound R ${dimension} ${world.points} generators ${found.rounds} ${degreesText(degrees)} ${weights} ${name}_subgroup\n    ${name}_products ${listed.rounds} ${name}_representatives ${value} _`,
      theorems: ['monomialBasis.monomial_subgroup_sound'],
    }),
  )(productsFor(world.generators, generators));
};
