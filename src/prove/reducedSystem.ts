/** Row reduction in floating point, for programmes that a solver likes. Nothing here is exact. */

export interface ReducedSystem {
  /** Rows [A | b] in reduced echelon form, up to the order of the columns. */
  readonly rows: readonly Float64Array[];
  /** The pivot column of each row. */
  readonly pivots: readonly number[];
}

/** Pivots below this share of the greatest entry count as zero: the systems here are projections, far from singular. */
const tolerance = 1e-7;

/**
 * The reduced system of A y = b, by Gauss–Jordan elimination with complete pivoting; undefined if it is inconsistent.
 * Growth: rows · columns · rank.
 */
export const reduceSystem = (matrix: readonly ArrayLike<number>[], right: number): ReducedSystem | undefined => {
  const width = matrix[0]?.length ?? 0;
  const work = matrix.map((row) => {
    const extended = new Float64Array(width + 1);
    extended.set(row as Float64Array);
    extended[width] = right;
    return extended;
  });
  let greatest = 0;
  for (const row of work) for (let j = 0; j < width; j++) greatest = Math.max(greatest, Math.abs(row[j]!));
  const pivots: number[] = [];
  for (;;) {
    const at = pivots.length;
    let [bestRow, bestColumn, best] = [-1, -1, tolerance * greatest];
    for (let i = at; i < work.length; i++) {
      const row = work[i]!;
      for (let j = 0; j < width; j++)
        if (Math.abs(row[j]!) > best) [bestRow, bestColumn, best] = [i, j, Math.abs(row[j]!)];
    }
    if (bestRow < 0) break;
    [work[at], work[bestRow]] = [work[bestRow]!, work[at]!];
    const pivotRow = work[at]!;
    const scale = 1 / pivotRow[bestColumn]!;
    for (let j = 0; j <= width; j++) pivotRow[j] = pivotRow[j]! * scale;
    for (let i = 0; i < work.length; i++) {
      const factor = work[i]![bestColumn]!;
      if (i === at || factor === 0) continue;
      const row = work[i]!;
      for (let j = 0; j <= width; j++) row[j] = row[j]! - factor * pivotRow[j]!;
      row[bestColumn] = 0;
    }
    pivots.push(bestColumn);
  }
  for (let i = pivots.length; i < work.length; i++)
    if (Math.abs(work[i]![width]!) > 1e-6 * Math.abs(right)) return undefined;
  const rows = work.slice(0, pivots.length);
  for (const row of rows) for (let j = 0; j <= width; j++) if (Math.abs(row[j]!) < 1e-10) row[j] = 0;
  return { rows, pivots };
};
