/** The greatest eigenvalue of a symmetric operator and its vector, by the Lanczos process. For search only: nothing is proved. */
import { greatestOfTridiagonal } from './dense.ts';

const dot = (x: Float64Array, y: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
};

/** An eigenvector of a symmetric tridiagonal matrix for a value just above its greatest eigenvalue: inverse iteration. */
const vectorOfTridiagonal = (diagonal: readonly number[], off: readonly number[], value: number): Float64Array => {
  const n = diagonal.length;
  const shift = value + 1e-10 * Math.max(1e-3, Math.abs(value));
  const x = new Float64Array(n).fill(1);
  // shift − T is positive definite: elimination needs no pivoting.
  const pivots = new Float64Array(n);
  for (let i = 0; i < n; i++) pivots[i] = shift - diagonal[i]! - (i === 0 ? 0 : off[i - 1]! ** 2 / pivots[i - 1]!);
  for (let round = 0; round < 3; round++) {
    for (let i = 1; i < n; i++) x[i]! += (off[i - 1]! / pivots[i - 1]!) * x[i - 1]!;
    for (let i = n - 1; i >= 0; i--) x[i] = (x[i]! + (i + 1 < n ? off[i]! * x[i + 1]! : 0)) / pivots[i]!;
    const norm = Math.sqrt(dot(x, x));
    for (let i = 0; i < n; i++) x[i]! /= norm;
  }
  return x;
};

/** A fixed vector without symmetry: the start is the same in every run. */
export const genericVector = (size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => Math.sin(12.9898 * (i + 1)) + 0.31 * Math.cos(78.233 * i));

export interface Eigenpair {
  readonly value: number;
  readonly vector: Float64Array;
  /** Applications of the operator. */
  readonly applications: number;
}

/**
 * The greatest eigenvalue on the Krylov space of the start vector, with full reorthogonalisation; never above the true
 * one by more than rounding. Stops early once it is seen to be above `limit`. Growth: steps · (one application + steps ·
 * size).
 */
export const greatestEigenpair = (
  size: number,
  apply: (from: Float64Array, to: Float64Array) => void,
  steps: number,
  start: Float64Array = genericVector(size),
  { limit = Number.POSITIVE_INFINITY, precision = 0 }: { readonly limit?: number; readonly precision?: number } = {},
): Eigenpair => {
  const basis: Float64Array[] = [];
  let vector = start;
  const diagonal: number[] = [];
  const off: number[] = [];
  let norm = Math.sqrt(dot(vector, vector));
  let value = 0;
  for (let step = 0; step < Math.min(steps, size) && norm > 1e-12; step++) {
    const unit = vector.map((x) => x / norm);
    if (step > 0) off.push(norm);
    basis.push(unit);
    const image = new Float64Array(size);
    apply(unit, image);
    diagonal.push(dot(unit, image));
    if (limit < Number.POSITIVE_INFINITY && step % 3 === 2) {
      value = greatestOfTridiagonal(diagonal, off, diagonal.length);
      if (value > limit) break;
    }
    for (let pass = 0; pass < 2; pass++)
      for (const previous of basis) {
        const overlap = dot(previous, image);
        for (let i = 0; i < size; i++) image[i]! -= overlap * previous[i]!;
      }
    vector = image;
    norm = Math.sqrt(dot(vector, vector));
    if (precision === 0) continue;
    value = greatestOfTridiagonal(diagonal, off, diagonal.length);
    if (norm * Math.abs(vectorOfTridiagonal(diagonal, off, value).at(-1)!) <= precision * Math.abs(value)) break;
  }
  const count = diagonal.length;
  const top = new Float64Array(size);
  if (count === 0) return { value: 0, vector: top, applications: 0 };
  value = greatestOfTridiagonal(diagonal, off, count);
  const coefficients = vectorOfTridiagonal(diagonal, off, value);
  basis.forEach((unit, k) => {
    for (let i = 0; i < size; i++) top[i]! += coefficients[k]! * unit[i]!;
  });
  return { value, vector: top, applications: count };
};
