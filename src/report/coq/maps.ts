/**
 * Claims about AC_ex on maps of the space to itself in Coq (MATHEMATICS.md 2.17): by orbits of monomials in one component,
 * and by subgroups.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { ExactEvidence } from '../../certificate/evidence.ts';
import type { Permutation } from '../../group/permutation.ts';
import type { FunctionClass } from '../../representation/functionClass.ts';
import { mapBasis } from './monomialBasis.ts';
import { nameOrbit, orbitProof, subgroupProof } from './signedBasis.ts';
import type { Proof, Weighted } from './syntax.ts';
import { subgroupOf } from './words.ts';
import { type Declined, degreesOf, degreesText, readAll, readScheme, type Side, type World } from './world.ts';

/** Maps of the space of so many dimensions to itself, with monomials of these degrees. */
export interface Maps {
  readonly dimension: number;
  readonly degrees: readonly number[];
}

/** undefined for other classes, and where they cannot be stated. */
export const mapsIn = ({ dimension, forms }: World, functions: FunctionClass): Maps | undefined =>
  functions.kind !== 'maps' || forms !== undefined || E.isLeft(dimension)
    ? undefined
    : { dimension: dimension.right, degrees: degreesOf(functions.from) };

type MapsSide = Omit<Side, 'functions'> & { readonly functions: Maps };

export const mapsText = ({ points }: World, { dimension, degrees }: Maps): string =>
  `(maps R ${dimension} ${points} ${degreesText(degrees)})`;

/** Whatever the evidence, by a monomial in one component with an orbit that is long enough. */
export const mapsLower = (side: MapsSide): E.Either<Declined, Proof> => {
  const basis = mapBasis(side.functions);
  const long = basis.names().find((name) => {
    const orbit = nameOrbit(basis.step, side.world.generators, name);
    return orbit !== undefined && orbit.size === orbit.names.length && BigInt(orbit.size) >= side.value;
  });
  return long === undefined
    ? E.left('on maps a lower bound is proved in Coq by the orbit of a monomial in one component, and none is so long')
    : orbitProof(side, basis, long);
};

/** Generators of the subgroup that the evidence gives: one, or a uniform scheme whose elements are one. */
const subgroupIn = (world: World, evidence: ExactEvidence): E.Either<Declined, readonly Permutation[]> => {
  switch (evidence.kind) {
    case 'two-sided':
      return subgroupIn(world, evidence.upper);
    case 'subgroup':
      return readAll(world, evidence.generators);
    case 'scheme':
      return E.chain(({ items }: { readonly items: Weighted }) =>
        E.fromNullable('on maps a scheme is stated in Coq if its elements are a subgroup, with equal weights')(
          subgroupOf(items),
        ),
      )(readScheme(world, evidence.scheme));
    default:
      return E.left(`on maps an upper bound by evidence of the kind "${evidence.kind}" is not proved in Coq`);
  }
};

export const mapsUpper = (side: MapsSide, evidence: ExactEvidence): E.Either<Declined, Proof> =>
  E.chain((generators: readonly Permutation[]) => subgroupProof(side, mapBasis(side.functions), generators))(
    subgroupIn(side.world, evidence),
  );
