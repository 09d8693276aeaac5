/**
 * Small dense matrices over an exact ring or field, as lists of rows: products, inverses, characteristic polynomials.
 * (`matrix.ts` has the faster integer matrices over one denominator.)
 */
import * as O from 'fp-ts/lib/Option.js';
import { type ExactField, type ExactRing, sumOf } from './field.ts';

export type FieldMatrix<A> = readonly (readonly A[])[];

export const identityMatrix = <A>(ring: ExactRing<A>, size: number): FieldMatrix<A> =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? ring.one : ring.zero)));

const innerProduct = <A>(ring: ExactRing<A>, row: readonly A[], column: readonly A[]): A =>
  sumOf(
    ring,
    row.map((x, k) => ring.mul(x, column[k]!)),
  );

/** The matrix whose columns are the vectors of a list. */
export const fromColumns = <A>(columns: readonly (readonly A[])[]): FieldMatrix<A> =>
  columns[0]!.map((_, i) => columns.map((column) => column[i]!));

/** A · v. */
export const applyMatrix = <A>(ring: ExactRing<A>, a: FieldMatrix<A>, v: readonly A[]): readonly A[] =>
  a.map((row) => innerProduct(ring, row, v));

/** The product of an r × m and an m × c matrix, m ≥ 1. Growth: r · m · c products of entries. */
export const productOfMatrices = <A>(ring: ExactRing<A>, a: FieldMatrix<A>, b: FieldMatrix<A>): FieldMatrix<A> => {
  const columns = fromColumns(b);
  return a.map((row) => columns.map((column) => innerProduct(ring, row, column)));
};

export const equalMatrices = <A>(ring: ExactRing<A>, a: FieldMatrix<A>, b: FieldMatrix<A>): boolean =>
  a.length === b.length && a.every((row, i) => row.every((x, j) => ring.equals(x, b[i]![j]!)));

/** The inverse of a square matrix by elimination; `none` if it is singular. Growth: m³ products. */
export const inverseOfMatrix = <A>(field: ExactField<A>, a: FieldMatrix<A>): O.Option<FieldMatrix<A>> => {
  const size = a.length;
  const identity = identityMatrix(field, size);
  const work = a.map((row, i) => [...row, ...identity[i]!]);
  for (let column = 0; column < size; column++) {
    const pivot = work.findIndex((row, i) => i >= column && !field.equals(row[column]!, field.zero));
    if (pivot < 0) return O.none;
    [work[column], work[pivot]] = [work[pivot]!, work[column]!];
    const scale = field.inverse(work[column]![column]!);
    if (O.isNone(scale)) return O.none;
    work[column] = work[column]!.map((x) => field.mul(x, scale.value));
    for (let i = 0; i < size; i++) {
      const factor = work[i]![column]!;
      if (i === column || field.equals(factor, field.zero)) continue;
      work[i] = work[i]!.map((x, j) => field.sub(x, field.mul(factor, work[column]![j]!)));
    }
  }
  return O.some(work.map((row) => row.slice(size)));
};

/**
 * The coefficients of det(1 − tA), constant first, without divisions (Berkowitz, Inform. Process. Lett. 18, 1984): for
 * A with first entry a, rest R of the first row, rest C of the first column and remaining block M,
 * det(1 − tA) = (1 − at − RC t² − RMC t³ − …) det(1 − tM), cut off after t^m. Growth: m⁴ products.
 */
export const reversedCharacteristicPolynomial = <A>(ring: ExactRing<A>, a: FieldMatrix<A>): readonly A[] => {
  const negate = (x: A): A => ring.sub(ring.zero, x);
  const size = a.length;
  if (size === 0) return [ring.one];
  const row = a[0]!.slice(1);
  const block = a.slice(1).map((entries) => entries.slice(1));
  let column: readonly A[] = a.slice(1).map((entries) => entries[0]!);
  const factor = [ring.one, negate(a[0]![0]!)];
  while (factor.length <= size) {
    factor.push(negate(innerProduct(ring, row, column)));
    column = applyMatrix(ring, block, column);
  }
  const rest = reversedCharacteristicPolynomial(ring, block);
  return factor.map((_, degree) =>
    sumOf(
      ring,
      rest.slice(0, degree + 1).map((x, i) => ring.mul(x, factor[degree - i]!)),
    ),
  );
};
