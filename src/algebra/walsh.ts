/** The Walsh–Hadamard transform: the Fourier transform of (ℤ/2)^r. */

/**
 * Replaces v by its transform, v̂(m) = Σ_g v(g) (−1)^{|m ∧ g|}, in place; the length must be 2^r. Exact on integers as
 * long as Σ|v| < 2⁵³. Growth: r · 2^r additions.
 */
export const walshHadamard = (values: Float64Array): void => {
  for (let half = 1; half < values.length; half *= 2)
    for (let start = 0; start < values.length; start += 2 * half)
      for (let i = start; i < start + half; i++) {
        const [x, y] = [values[i]!, values[i + half]!];
        values[i] = x + y;
        values[i + half] = x - y;
      }
};

/** The number of ones among the binary digits of a nonnegative integer below 2³¹. */
export const bitCount = (m: number): number => {
  let count = 0;
  for (let rest = m; rest !== 0; rest &= rest - 1) count++;
  return count;
};
