/** All eigenvectors of a symmetric matrix, by Jacobi's rotations. */

const sweeps = 60;

/** Orthonormal eigenvectors in rows, in no particular order; the matrix, given by rows, is overwritten. Growth: 10 n³. */
export const eigenvectorsOf = (a: readonly Float64Array[]): readonly Float64Array[] => {
  const n = a.length;
  const vectors = a.map((_, i) => new Float64Array(n).fill(1, i, i + 1));
  const rotateRows = (rows: readonly Float64Array[], p: number, q: number, c: number, s: number): void => {
    const [x, y] = [rows[p]!, rows[q]!];
    for (let k = 0; k < n; k++) {
      const [u, v] = [x[k]!, y[k]!];
      x[k] = c * u - s * v;
      y[k] = s * u + c * v;
    }
  };
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let off = 0;
    let all = 0;
    for (let p = 0; p < n; p++) {
      for (let q = 0; q < n; q++) all += a[p]![q]! ** 2;
      for (let q = p + 1; q < n; q++) {
        const x = a[p]![q]!;
        off += x * x;
        if (x === 0) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * x);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(1, theta));
        const c = 1 / Math.hypot(1, t);
        const s = c * t;
        rotateRows(a, p, q, c, s);
        for (const row of a) {
          const [u, v] = [row[p]!, row[q]!];
          row[p] = c * u - s * v;
          row[q] = s * u + c * v;
        }
        rotateRows(vectors, p, q, c, s);
      }
    }
    if (off <= 1e-30 * all) break;
  }
  return vectors;
};
