/** Small exact linear algebra for tests, written apart from src: determinants, and signs of minors. */

export type IntegerMatrix = readonly (readonly bigint[])[];

/** The determinant by expansion along the first row: nothing to get wrong, for sizes up to 6. */
export const determinant = (a: IntegerMatrix): bigint =>
  a.length === 0
    ? 1n
    : a[0]!.reduce((sum, x, j) => {
        if (x === 0n) return sum;
        const minor = a.slice(1).map((row) => row.filter((_, column) => column !== j));
        return sum + (j % 2 === 0 ? x : -x) * determinant(minor);
      }, 0n);

/** The rows and columns whose numbers are in `kept`. */
export const principal = (a: IntegerMatrix, kept: readonly number[]): IntegerMatrix =>
  kept.map((i) => kept.map((j) => a[i]![j]!));

/** Sylvester: every principal minor, not only the leading ones, is nonnegative. */
export const hasNonnegativeMinors = (a: IntegerMatrix): boolean => {
  for (let subset = 1; subset < 2 ** a.length; subset++) {
    const kept = a.map((_, i) => i).filter((i) => (subset >> i) & 1);
    if (determinant(principal(a, kept)) < 0n) return false;
  }
  return true;
};

/** Sylvester: every leading minor is positive; by elimination without exchanges, in integers. */
export const isPositiveDefiniteExactly = (a: IntegerMatrix): boolean => {
  const work = a.map((row) => [...row]);
  let previous = 1n;
  for (let k = 0; k < work.length; k++) {
    const pivot = work[k]![k]!;
    if (pivot <= 0n) return false;
    for (let i = k + 1; i < work.length; i++)
      for (let j = k + 1; j < work.length; j++)
        work[i]![j] = (work[i]![j]! * pivot - work[i]![k]! * work[k]![j]!) / previous;
    previous = pivot;
  }
  return true;
};

/** BᵀB. */
export const gram = (b: IntegerMatrix, size: number): IntegerMatrix =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => b.reduce((sum, row) => sum + row[i]! * row[j]!, 0n)),
  );

export const outer = (v: readonly bigint[]): IntegerMatrix => v.map((x) => v.map((y) => x * y));

/** s·a − t·b */
export const combine = (s: bigint, a: IntegerMatrix, t: bigint, b: IntegerMatrix): IntegerMatrix =>
  a.map((row, i) => row.map((x, j) => s * x - t * b[i]![j]!));

export const identity = (size: number): IntegerMatrix =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1n : 0n)));

export const quadratic = (a: IntegerMatrix, x: readonly bigint[]): bigint =>
  a.reduce((sum, row, i) => sum + row.reduce((inner, value, j) => inner + x[i]! * value * x[j]!, 0n), 0n);
