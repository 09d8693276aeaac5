/**
 * Actions by matrices over a cyclotomic field, given by a finite set of vectors that the group permutes: ρ(g) is the
 * linear map that does to the vectors what g does to their numbers.
 */
import * as O from 'fp-ts/lib/Option.js';
import { type Cyclotomic, type CyclotomicField, cyclotomicField } from '../algebra/cyclotomic.ts';
import {
  equalMatrices,
  type FieldMatrix,
  fromColumns,
  identityMatrix,
  inverseOfMatrix,
  productOfMatrices,
} from '../algebra/fieldMatrix.ts';
import type { Element } from '../group/group.ts';
import type { Permutation } from '../group/permutation.ts';
import { type GoldenNumber, icosahedronVertices } from '../group/polyhedral.ts';

/**
 * A real linear representation on ℝ^dimension: `image(g)` is the matrix ρ(g), with real entries in the field.
 *
 * Laws: ρ(gh) = ρ(g)ρ(h). The matrices need not be orthogonal: a finite group leaves some inner product invariant, and
 * what is computed from them here are characters, which do not depend on the basis.
 */
export interface MatrixAction<G extends string> {
  readonly kind: 'matrix';
  readonly dimension: number;
  readonly field: CyclotomicField;
  readonly image: (g: Element<G>) => FieldMatrix<Cyclotomic>;
  /** The vectors that it is made from. */
  readonly given: PermutedVectors<G>;
}

/** Products of integers in the characteristic polynomial of one element, about. */
export const stepsPerSpectrum = (dimension: number, field: CyclotomicField): number =>
  dimension ** 4 * field.zero.numerators.length ** 2;

/** Vectors numbered as the points that g permutes. */
export interface PermutedVectors<G extends string> {
  readonly field: CyclotomicField;
  readonly vectors: readonly (readonly Cyclotomic[])[];
  /** Vectors with these numbers form a basis. */
  readonly basis: readonly number[];
  /** That v_i ↦ v_{permute(g)[i]} is linear is not checked. */
  readonly permute: (g: Element<G>) => Permutation;
}

/** ρ(g) maps the basis B to its images B', so it is B' B⁻¹ as matrices of columns. */
export const actionOnVectors = <G extends string>(given: PermutedVectors<G>): MatrixAction<G> => {
  const { field, vectors, basis, permute } = given;
  const columns = fromColumns(basis.map((i) => vectors[i]!));
  const isStandard = equalMatrices(field, columns, identityMatrix(field, basis.length));
  const inverse = isStandard ? O.none : inverseOfMatrix(field, columns);
  if (O.isNone(inverse) && !isStandard) throw new Error('the vectors given as a basis are dependent');
  return {
    kind: 'matrix',
    dimension: basis.length,
    field,
    given,
    image: (g) => {
      const image = permute(g);
      const moved = fromColumns(basis.map((i) => vectors[image[i]!]!));
      return O.isNone(inverse) ? moved : productOfMatrices(field, moved, inverse.value);
    },
  };
};

/**
 * I and Ih on ℝ³, which they move with the icosahedron: over ℚ(ζ), ζ = e^{2πi/5}, where φ = (1 + √5)/2 = 1 + ζ + ζ⁴.
 */
export const icosahedralAction = <G extends string>(): MatrixAction<G> => {
  const field = cyclotomicField(5);
  const golden = field.add(field.one, field.add(field.root(1), field.root(4)));
  const exact = ([a, b]: GoldenNumber): Cyclotomic =>
    field.add(field.fromInteger(BigInt(a)), field.mul(field.fromInteger(BigInt(b)), golden));
  return actionOnVectors({
    field,
    vectors: icosahedronVertices.map((v) => v.map(exact)),
    // (0, 1, φ), (φ, 0, 1), (1, φ, 0)
    basis: [0, 1, 2],
    permute: (g) => g,
  });
};
