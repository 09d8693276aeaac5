/**
 * Cosines and sines of rational angles to any precision (MATHEMATICS.md 3.13), with a proved error, and the sign of a
 * real part decided by them. Everything is integer arithmetic on fixed-point numbers: the integer X stands for X /
 * 2^bits.
 */
import { isZeroCombination } from './cyclotomic.ts';
import { absolute } from './integer.ts';

export interface CircleTable {
  readonly bits: number;
  /** |cosine[j] − 2^bits · cos(2πj/n)| ≤ error, and the same for sine. */
  readonly cosine: readonly bigint[];
  readonly sine: readonly bigint[];
  readonly error: bigint;
}

/** arctan(1/m) · 2^bits, with an error of less than 2.1 units per term of its series. */
const arctanOfReciprocal = (m: bigint, bits: number): bigint => {
  let power = (1n << BigInt(bits)) / m;
  let total = power;
  for (let k = 1n; power !== 0n; k++) {
    power /= m * m;
    total += (k % 2n === 0n ? power : -power) / (2n * k + 1n);
  }
  return total;
};

/**
 * cos(2πj/n) and sin(2πj/n) for j = 0 … n − 1 with `error` = 1 unit of 2^-bits, for bits ≥ 64 and n < 2²⁰.
 *
 * Error, in units of 2^-w for w = bits + guard, complex numbers by modulus. Machin's formula gives π within 9w + 60
 * (each of the at most w/4 terms truncates by less than 2.1), so the angle 2π/(8n) < 0.79 is within 3w + 20. The Taylor
 * series of its exponential has fewer than w + 2 terms, each truncating by less than 2, amplified by at most
 * e^0.79 < 2.21: together E₀ < 8w + 40. Three squarings give E ≤ 8E₀ + 14 < 2⁶(w + 6) for e^{2πi/n}: a product of
 * numbers of modulus 1 with errors a and b has error a + b + 2, up to a factor 1 + 2^-bits. So after n products the
 * error is below 2⁷ n (w + 6) < 2^{guard − 2}, and rounding the guard bits away adds at most half a unit.
 */
export const circleTable = (n: number, bits: number): CircleTable => {
  const guard = 16 + BigInt(n).toString(2).length + BigInt(bits).toString(2).length;
  const w = BigInt(bits + guard);
  const one = 1n << w;
  const pi = 4n * (4n * arctanOfReciprocal(5n, bits + guard) - arctanOfReciprocal(239n, bits + guard));
  const angle = pi / BigInt(4 * n);
  let cosine = one;
  let sine = 0n;
  for (let term = (one * angle) >> w, k = 1n; term !== 0n; k++, term = ((term * angle) >> w) / k) {
    const signed = (k >> 1n) % 2n === 0n ? term : -term;
    if (k % 2n === 0n) cosine += signed;
    else sine += signed;
  }
  for (let squaring = 0; squaring < 3; squaring++)
    [cosine, sine] = [(cosine * cosine - sine * sine) >> w, (2n * cosine * sine) >> w];
  const round = (x: bigint): bigint => (x + (1n << BigInt(guard - 1))) >> BigInt(guard);
  const cosines: bigint[] = [];
  const sines: bigint[] = [];
  let [x, y] = [one, 0n];
  for (let j = 0; j < n; j++) {
    cosines.push(round(x));
    sines.push(round(y));
    [x, y] = [(x * cosine - y * sine) >> w, (x * sine + y * cosine) >> w];
  }
  return { bits, cosine: cosines, sine: sines, error: 1n };
};

/**
 * The sign of Re Σ c_j ζʲ for ζ = e^{2πi/n}, n = c.length: exact, whatever the c_j.
 *
 * The real part is half the combination c_j + c_{−j}; if that vanishes (an exact test modulo Φ_n) the sign is 0,
 * otherwise precision doubles until the interval excludes 0, which must happen.
 */
export const signOfRealPart = (c: readonly bigint[]): -1 | 0 | 1 => {
  const n = c.length;
  const weight = c.reduce((sum, a) => sum + absolute(a), 0n);
  let provedNonzero = false;
  for (let bits = 64; ; bits *= 2) {
    const table = circleTable(n, bits);
    const value = c.reduce((sum, a, j) => (a === 0n ? sum : sum + a * table.cosine[j]!), 0n);
    const slack = weight * table.error;
    if (value > slack) return 1;
    if (value < -slack) return -1;
    if (!provedNonzero && isZeroCombination(c.map((a, j) => a + c[(n - j) % n]!))) return 0;
    provedNonzero = true;
  }
};
