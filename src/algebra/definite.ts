/**
 * Is a symmetric matrix positive semidefinite? (MATHEMATICS.md 3.8.) Two answers: an exact one for integer matrices of
 * moderate size, and a floating-point one for large matrices whose "yes" is a theorem and whose "no" means only "not
 * shown".
 */

/**
 * Exact decision for a symmetric integer matrix, row-major, by fraction-free (Bareiss) LDLᵀ with diagonal pivoting.
 *
 * After eliminating pivots with positive minors, the diagonal of the Schur complement has the sign of the entries
 * kept here. The matrix is positive semidefinite iff no diagonal entry of a Schur complement is negative and every
 * zero diagonal entry has a zero row. Growth: O(size³) products of integers of O(size · log) bits.
 */
export const isPositiveSemidefinite = (size: number, matrix: readonly bigint[]): boolean => {
  let entries = Array.from({ length: size }, (_, i) => matrix.slice(i * size, (i + 1) * size));
  let previous = 1n;
  while (entries.length > 0) {
    const m = entries.length;
    let pivot = -1;
    for (let i = 0; i < m; i++) {
      const diagonal = entries[i]![i]!;
      if (diagonal < 0n) return false;
      if (diagonal === 0n && entries[i]!.some((x) => x !== 0n)) return false;
      if (diagonal > 0n && pivot < 0) pivot = i;
    }
    if (pivot < 0) return true;
    const row = entries[pivot]!;
    const head = row[pivot]!;
    const kept = Array.from({ length: m }, (_, i) => i).filter((i) => i !== pivot && entries[i]![i] !== 0n);
    const current = entries;
    const divisor = previous;
    entries = kept.map((i) => kept.map((j) => (head * current[i]![j]! - row[i]! * row[j]!) / divisor));
    previous = head;
  }
  return true;
};

/** The unit roundoff of IEEE double precision, 2⁻⁵³. */
export const unitRoundoff = 2 ** -53;

/** Largest size for which the bound of `provesPositiveDefinite` is stated. */
export const choleskySizeLimit = 1 << 14;

/**
 * True only if the symmetric matrix A of doubles (row-major, exactly these doubles; the lower triangle is read) is
 * positive definite.
 *
 * Method (Rump, "Verification of positive definiteness", BIT 46, 2006; Higham, "Accuracy and Stability of Numerical
 * Algorithms", 2nd ed., Theorem 10.3). Let A' be A with c subtracted from the diagonal, in floating point. If
 * Cholesky's algorithm runs to completion on A', its factor satisfies RᵀR = A' + Δ with |Δ| ≤ γ |Rᵀ||R|, γ = (n+1)u/(1
 * − (n+1)u), and Σ_k r_ki² ≤ a'_ii / (1 − γ). By Cauchy–Schwarz |Δ_ij| ≤ γ/(1 − γ) · √(a'_ii a'_jj), a rank-one bound,
 * so ‖Δ‖₂ ≤ γ/(1 − γ) · tr A'. As RᵀR is positive semidefinite, A' ≽ −(γ/(1 − γ) · tr A) I. The computed a'_ii is at
 * most a_ii − 2c + u · tr A, and we take c = 1.01 (n + 2) u · t with t the computed trace. For n ≤ 2¹⁴, γ/(1 − γ) · tr
 * A and u · tr A + γ/(1 − γ) · tr A are both below 2c − c/2 (the computed trace is within a factor 1 ± 2⁻³⁸ of the
 * true one). So A ≽ A' + (2c − u tr A) I ≻ 0. Underflow: with all diagonal entries at least 2⁻⁴⁰⁰ (tested), products
 * that underflow change an entry by less than 2⁻¹⁰⁷⁴, which the half c left over absorbs.
 *
 * False means only that this did not show it. Growth: n³/3 multiplications.
 */
export const provesPositiveDefinite = (n: number, matrix: Float64Array): boolean => {
  if (n > choleskySizeLimit) return false;
  let trace = 0;
  for (let i = 0; i < n; i++) {
    const diagonal = matrix[i * n + i]!;
    if (!(diagonal >= 2 ** -400 && diagonal <= 2 ** 400)) return false;
    trace += diagonal;
  }
  const shift = 2 * 1.01 * (n + 2) * unitRoundoff * trace;
  // Row-oriented: row i of the lower factor L, one inner product of two contiguous rows per entry.
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const rowI = i * n;
    for (let j = 0; j < i; j++) {
      const rowJ = j * n;
      let sum = matrix[rowI + j]!;
      for (let k = 0; k < j; k++) sum -= factor[rowI + k]! * factor[rowJ + k]!;
      factor[rowI + j] = sum / factor[rowJ + j]!;
    }
    let rest = matrix[rowI + i]! - shift;
    for (let k = 0; k < i; k++) rest -= factor[rowI + k]! * factor[rowI + k]!;
    if (!(rest > 0)) return false;
    factor[rowI + i] = Math.sqrt(rest);
  }
  return true;
};
