/**
 * Dense matrices of integers over one common denominator: entry (i, j) is `numerators[i * columns + j] / denominator`.
 * Fractions are never reduced inside a loop.
 */
import type { ExactRing } from './field.ts';
import { absolute, gcd } from './integer.ts';
import type { PrimeField, Residue } from './residue.ts';

export interface RationalMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

/** Divides numerators and denominator by their greatest common divisor; the denominator becomes positive. */
export const reduceMatrix = (a: RationalMatrix): RationalMatrix => {
  let divisor = absolute(a.denominator);
  for (const x of a.numerators) if (divisor !== 1n) divisor = gcd(divisor, x);
  if (a.denominator < 0n) divisor = -divisor;
  return { ...a, numerators: a.numerators.map((x) => x / divisor), denominator: a.denominator / divisor };
};

const linearCombination = (a: RationalMatrix, b: RationalMatrix, sign: bigint): RationalMatrix =>
  reduceMatrix({
    ...a,
    numerators: a.numerators.map((x, i) => x * b.denominator + sign * b.numerators[i]! * a.denominator),
    denominator: a.denominator * b.denominator,
  });

/** The product of an r × m and an m × c matrix. Growth: r · m · c products of entries. */
export const multiplyMatrices = (a: RationalMatrix, b: RationalMatrix): RationalMatrix => {
  const numerators = new Array<bigint>(a.rows * b.columns).fill(0n);
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < a.columns; k++) {
      const x = a.numerators[i * a.columns + k]!;
      if (x === 0n) continue;
      for (let j = 0; j < b.columns; j++)
        numerators[i * b.columns + j] = numerators[i * b.columns + j]! + x * b.numerators[k * b.columns + j]!;
    }
  return reduceMatrix({ rows: a.rows, columns: b.columns, numerators, denominator: a.denominator * b.denominator });
};

export const transpose = (a: RationalMatrix): RationalMatrix => ({
  rows: a.columns,
  columns: a.rows,
  numerators: Array.from({ length: a.rows * a.columns }, (_, at) => {
    const [i, j] = [Math.floor(at / a.rows), at % a.rows];
    return a.numerators[j * a.columns + i]!;
  }),
  denominator: a.denominator,
});

export const scalarMatrix = (size: number, n: bigint): RationalMatrix => ({
  rows: size,
  columns: size,
  numerators: Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? n : 0n)),
  denominator: 1n,
});

/** The (noncommutative) ring of m × m rational matrices; `mul` does not commute for m > 1. */
export const matrixRing = (size: number): ExactRing<RationalMatrix> => ({
  add: (a, b) => linearCombination(a, b, 1n),
  sub: (a, b) => linearCombination(a, b, -1n),
  mul: multiplyMatrices,
  zero: scalarMatrix(size, 0n),
  one: scalarMatrix(size, 1n),
  equals: (a, b) =>
    a.numerators.length === b.numerators.length &&
    a.numerators.every((x, i) => x * b.denominator === b.numerators[i]! * a.denominator),
  fromInteger: (n) => scalarMatrix(size, n),
});

/**
 * The reduced row echelon form over a prime field, in place of a copy, with its pivot columns (their number is the
 * rank). Growth: O(rows · columns · rank).
 */
export const echelonModulo = (
  field: PrimeField,
  matrix: readonly (readonly Residue[])[],
): { readonly rows: readonly (readonly Residue[])[]; readonly pivots: readonly number[] } => {
  const work = matrix.map((row) => [...row]);
  const pivots: number[] = [];
  const columns = work[0]?.length ?? 0;
  for (let column = 0; column < columns && pivots.length < work.length; column++) {
    const at = pivots.length;
    const found = work.findIndex((row, i) => i >= at && row[column] !== 0);
    if (found < 0) continue;
    [work[at], work[found]] = [work[found]!, work[at]!];
    const scale = field.reciprocal(work[at]![column]!);
    const pivotRow = work[at]!.map((x) => field.mul(x, scale));
    work[at] = pivotRow;
    for (let i = 0; i < work.length; i++) {
      const factor = work[i]![column]!;
      if (i === at || factor === 0) continue;
      const row = work[i]!;
      for (let j = column; j < columns; j++) row[j] = field.sub(row[j]!, field.mul(factor, pivotRow[j]!));
    }
    pivots.push(column);
  }
  return { rows: work.slice(0, pivots.length), pivots };
};

/** A basis of {x : matrix · x = 0} over a prime field, one vector per free column. */
export const kernelModulo = (
  field: PrimeField,
  matrix: readonly (readonly Residue[])[],
  columns: number,
): readonly (readonly Residue[])[] => {
  const { rows, pivots } = echelonModulo(field, matrix);
  const isPivot = new Set(pivots);
  const free = Array.from({ length: columns }, (_, j) => j).filter((j) => !isPivot.has(j));
  return free.map((j) => {
    const vector = new Array<Residue>(columns).fill(0);
    vector[j] = 1;
    pivots.forEach((pivot, i) => {
      vector[pivot] = field.negate(rows[i]![j]!);
    });
    return vector;
  });
};
