/**
 * The point of a cone, or of a subspace, that is nearest to a target, in floating point: non-negative least squares by
 * the active-set method of Lawson and Hanson ("Solving Least Squares Problems", 1974, chapter 23).
 */

export interface NearestPoint {
  /** Independent columns that the point is a combination of, in the cone with positive coefficients. */
  readonly active: readonly number[];
  readonly coefficients: readonly number[];
  /** The target minus the point: no column of the cone has a positive product with it, no column of a subspace another than 0. */
  readonly residual: Float64Array;
}

const tolerance = 1e-9;

export const dot = (x: Float64Array, y: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
};

/** The coefficients of the nearest point in the span of independent columns: Gram's equations by Gauss's elimination. */
const leastSquares = (columns: readonly Float64Array[], target: Float64Array): readonly number[] => {
  const size = columns.length;
  const rows = columns.map((a) => [...columns.map((b) => dot(a, b)), dot(a, target)]);
  rows.forEach((row, at) => {
    for (let i = at + 1; i < size; i++) {
      const factor = rows[i]![at]! / row[at]!;
      for (let j = at; j <= size; j++) rows[i]![j]! -= factor * row[j]!;
    }
  });
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let rest = rows[i]![size]!;
    for (let j = i + 1; j < size; j++) rest -= rows[i]![j]! * solution[j]!;
    solution[i] = rest / rows[i]![i]!;
  }
  return solution;
};

/**
 * The nearest point of the cone of the chosen columns, or of their span. Growth: the steps are about as many as there
 * are active columns, each taking their number cubed and the product of columns and height.
 */
export const nearestPoint = (
  columns: readonly Float64Array[],
  target: Float64Array,
  chosen: readonly number[],
  inSpan: boolean,
): NearestPoint => {
  let active: number[] = [];
  let coefficients: readonly number[] = [];
  let residual = target;
  const scale = Math.sqrt(dot(target, target));
  // A bound that is never reached but by rounding: then the point is not the nearest, and whoever asked will find out.
  for (let step = 0; step < 3 * (chosen.length + target.length); step++) {
    let best = -1;
    let greatest = tolerance * scale;
    for (const j of chosen) {
      if (active.includes(j)) continue;
      const product = dot(columns[j]!, residual);
      const gain = inSpan ? Math.abs(product) : product;
      if (gain > greatest) [best, greatest] = [j, gain];
    }
    if (best < 0) break;
    let reached = [...coefficients, 0];
    active = [...active, best];
    for (;;) {
      const next = leastSquares(
        active.map((j) => columns[j]!),
        target,
      );
      if (inSpan || next.every((x) => x > tolerance)) {
        reached = [...next];
        break;
      }
      const part = next.reduce(
        (least, x, i) => (x <= tolerance ? Math.min(least, reached[i]! / (reached[i]! - x)) : least),
        1,
      );
      const moved = next.map((x, i) => reached[i]! + part * (x - reached[i]!));
      const kept = moved.map((x, i) => next[i]! > tolerance || x > tolerance);
      active = active.filter((_, i) => kept[i]!);
      reached = moved.filter((_, i) => kept[i]!);
    }
    coefficients = reached;
    residual = Float64Array.from(target);
    active.forEach((j, at) => {
      const column = columns[j]!;
      for (let i = 0; i < residual.length; i++) residual[i]! -= reached[at]! * column[i]!;
    });
  }
  return { active, coefficients, residual };
};
