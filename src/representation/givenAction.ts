/**
 * Actions of groups with listed generators, given by what the generators do: `@images:h;h'` by permutations, maybe
 * signed, of other points; `@matrices:N:M;M'` by real matrices over ℚ(e^{2πi/N}). That the images define a
 * homomorphism is checked, and whether it is injective.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { FiniteGroup } from '../group/group.ts';
import { pointCount } from '../group/group.ts';
import { homomorphismByImages } from '../group/homomorphism.ts';
import { type Problem, parsePermutations } from '../group/notation.ts';
import { actionOnVectors, type MatrixAction } from './matrixAction.ts';
import { orbitOfBasis, parseMatricesText, standardBasis } from './matrixOrbit.ts';
import type { MonomialAction } from './monomialAction.ts';

export interface GivenAction<G extends string> {
  /** The canonical text after `@`. */
  readonly name: string;
  readonly action: MonomialAction<G> | MatrixAction<G>;
  readonly faithful: boolean;
}

/** Reads what follows `@images:`. */
export const imagesAction = <G extends string>(
  group: FiniteGroup<G>,
  text: string,
): E.Either<Problem, GivenAction<G>> => {
  const written = parsePermutations('@images:', text.split(';'));
  if (E.isLeft(written)) return written;
  const { shape, permutations } = written.right;
  const found = homomorphismByImages(group, { points: pointCount(shape), permutations });
  if (E.isLeft(found)) return found;
  const { image, isInjective } = found.right;
  const action: MonomialAction<G> = { kind: shape.kind, dimension: shape.degree, image };
  return E.right({ name: `images:${written.right.text}`, action, faithful: isInjective });
};

/** Reads what follows `@matrices:`. */
export const matricesAction = <G extends string>(
  group: FiniteGroup<G>,
  text: string,
): E.Either<Problem, GivenAction<G>> => {
  const written = parseMatricesText(text);
  if (E.isLeft(written)) return written;
  const orbit = orbitOfBasis(written.right);
  if (E.isLeft(orbit)) return orbit;
  const { vectors, permutations } = orbit.right;
  const found = homomorphismByImages(group, { points: vectors.length, permutations });
  if (E.isLeft(found)) return found;
  const { field, dimension } = written.right;
  const action = actionOnVectors<G>({ field, vectors, basis: standardBasis(dimension), permute: found.right.image });
  return E.right({ name: `matrices:${written.right.text}`, action, faithful: found.right.isInjective });
};
