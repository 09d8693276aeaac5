/** The greatest eigenvalue of a symmetric operator, estimated by the Lanczos process. For search only: nothing is proved. */

const dot = (x: Float64Array, y: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
};

/** The number of eigenvalues of a symmetric tridiagonal matrix below x (Sturm). */
const countBelow = (diagonal: readonly number[], off: readonly number[], x: number): number => {
  let count = 0;
  let q = 1;
  for (let i = 0; i < diagonal.length; i++) {
    const square = i === 0 ? 0 : off[i - 1]! * off[i - 1]!;
    q = diagonal[i]! - x - (square === 0 ? 0 : square / (q === 0 ? 1e-300 : q));
    if (q < 0) count++;
  }
  return count;
};

const greatestOfTridiagonal = (diagonal: readonly number[], off: readonly number[]): number => {
  let low = Math.min(...diagonal);
  let high = diagonal.reduce(
    (most, d, i) => Math.max(most, d + Math.abs(off[i - 1] ?? 0) + Math.abs(off[i] ?? 0)),
    low,
  );
  for (let step = 0; step < 60 && high - low > 1e-12 * Math.max(1, Math.abs(high)); step++) {
    const middle = (low + high) / 2;
    if (countBelow(diagonal, off, middle) < diagonal.length) low = middle;
    else high = middle;
  }
  return high;
};

/**
 * The greatest eigenvalue on the Krylov space of a fixed start vector, with full reorthogonalisation; never above the
 * true one by more than rounding. Growth: steps · (one application + steps · size).
 */
export const greatestEigenvalue = (
  size: number,
  apply: (from: Float64Array, to: Float64Array) => void,
  steps: number,
): number => {
  const basis: Float64Array[] = [];
  // A fixed vector without symmetry: the start is the same in every run.
  let vector = Float64Array.from({ length: size }, (_, i) => Math.sin(12.9898 * (i + 1)) + 0.31 * Math.cos(78.233 * i));
  const diagonal: number[] = [];
  const off: number[] = [];
  let norm = Math.sqrt(dot(vector, vector));
  for (let step = 0; step < Math.min(steps, size) && norm > 1e-12; step++) {
    const unit = vector.map((x) => x / norm);
    if (step > 0) off.push(norm);
    basis.push(unit);
    const image = new Float64Array(size);
    apply(unit, image);
    diagonal.push(dot(unit, image));
    for (let pass = 0; pass < 2; pass++)
      for (const previous of basis) {
        const overlap = dot(previous, image);
        for (let i = 0; i < size; i++) image[i]! -= overlap * previous[i]!;
      }
    vector = image;
    norm = Math.sqrt(dot(vector, vector));
  }
  return greatestOfTridiagonal(diagonal, off);
};
