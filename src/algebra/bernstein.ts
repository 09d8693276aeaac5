/** Signs of a polynomial on an interval, by Bernstein's form and bisection, in exact integers. */
import { binomial } from './integer.ts';
import type { Rational } from './rational.ts';

/** Intervals are halved this often; a polynomial that touches 0 inside is not settled by any number of halvings. */
const depthLimit = 40;
const intervalLimit = 2000;

/**
 * True only if the polynomial with these integer coefficients (lowest degree first) is at most 0 on [0, end], end ≥ 0.
 *
 * On [0, 1] a polynomial of degree k is Σ_i b_i C(k, i) tⁱ(1 − t)^{k−i}: a mean of the b_i, so b_i ≤ 0 for all i is
 * enough, and b_0, b_k are values. Where some b_i > 0, both halves are tried (de Casteljau). False means that a value is
 * positive, or that this was not settled. Growth: O(k²) per interval; few intervals unless the polynomial nearly
 * touches 0.
 */
export const isNonpositiveOn = (coefficients: readonly bigint[], end: Rational): boolean => {
  const k = coefficients.length - 1;
  // With t = x/end: c_j x^j = c_j end^j t^j; times denominator^k everything is an integer.
  const scaled = coefficients.map((c, j) => c * end.numerator ** BigInt(j) * end.denominator ** BigInt(k - j));
  // b_i = Σ_j C(i, j)/C(k, j) c_j; times k!·… is avoided by the common multiple Π C(k, j).
  const multiple = Array.from({ length: k + 1 }, (_, j) => binomial(k, j)).reduce((a, b) => a * b, 1n);
  const bernstein = Array.from({ length: k + 1 }, (_, i) =>
    scaled.reduce((sum, c, j) => sum + (binomial(i, j) * multiple * c) / binomial(k, j), 0n),
  );
  let left = intervalLimit;
  const settle = (b: readonly bigint[], depth: number): boolean => {
    if (b.every((x) => x <= 0n)) return true;
    if (b[0]! > 0n || b[k]! > 0n || depth === depthLimit || left-- <= 0) return false;
    // De Casteljau at 1/2, times 2^k: row r holds sums of neighbours, weighted to a common scale.
    const [lower, upper] = [[b[0]! << BigInt(k)], [b[k]! << BigInt(k)]];
    let row = [...b];
    for (let r = 1; r <= k; r++) {
      row = row.slice(1).map((x, i) => x + row[i]!);
      lower.push(row[0]! << BigInt(k - r));
      upper.unshift(row[row.length - 1]! << BigInt(k - r));
    }
    return settle(lower, depth + 1) && settle(upper, depth + 1);
  };
  return settle(bernstein, 0);
};
