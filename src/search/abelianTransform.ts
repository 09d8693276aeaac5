/**
 * The Fourier transform of a product of cyclic groups, for search: in floating point. Elements and characters are
 * numbered alike, x ↦ x_1 + n_1 (x_2 + n_2 (x_3 + …)), and χ_c(x) = e^{2πi Σ c_j x_j / n_j}.
 */
import { walshHadamard } from '../algebra/walsh.ts';

export interface AbelianTransform {
  readonly size: number;
  /** (re + i·im)(x) ← Re Σ_c (re + i·im)(c) χ_c(x), in re; im is destroyed. Growth: size · log(size). */
  readonly synthesise: (re: Float64Array, im: Float64Array) => void;
  /** Steps for one `synthesise`, about. */
  readonly cost: number;
  /** (re + i·im)(c) += weight · χ_c(x) for every c. Growth: size. */
  readonly addCharacters: (x: number, weight: number, re: Float64Array, im: Float64Array) => void;
}

/** Radix-2 transform in place, e^{+2πi/n}; the length is a power of two. */
const powerOfTwoTransform = (length: number): ((re: Float64Array, im: Float64Array) => void) => {
  // Those of the stage of `half` from place `half` on: read in order.
  const cosine = new Float64Array(length);
  const sine = new Float64Array(length);
  for (let half = 1; half < length; half *= 2)
    for (let k = 0; k < half; k++) {
      cosine[half + k] = Math.cos((Math.PI * k) / half);
      sine[half + k] = Math.sin((Math.PI * k) / half);
    }
  const reversed = new Uint32Array(length);
  for (let i = 1, j = 0; i < length; i++) {
    let bit = length >> 1;
    for (; (j & bit) !== 0; bit >>= 1) j ^= bit;
    j ^= bit;
    reversed[i] = j;
  }
  return (re, im) => {
    for (let i = 0; i < length; i++) {
      const j = reversed[i]!;
      if (j <= i) continue;
      const [x, y] = [re[i]!, im[i]!];
      re[i] = re[j]!;
      im[i] = im[j]!;
      re[j] = x;
      im[j] = y;
    }
    for (let half = 1; half < length; half *= 2) {
      for (let start = 0; start < length; start += 2 * half)
        for (let k = 0; k < half; k++) {
          const c = cosine[half + k]!;
          const s = sine[half + k]!;
          const a = start + k;
          const b = a + half;
          const x = re[b]! * c - im[b]! * s;
          const y = re[b]! * s + im[b]! * c;
          re[b] = re[a]! - x;
          im[b] = im[a]! - y;
          re[a]! += x;
          im[a]! += y;
        }
    }
  };
};

/** Any length, e^{+2πi/n}: Bluestein's chirps, three transforms of a power of two. */
const chirpTransform = (n: number): ((re: Float64Array, im: Float64Array) => void) => {
  let length = 1;
  while (length < 2 * n) length *= 2;
  const transform = powerOfTwoTransform(length);
  // k² modulo 2n, so that the angle stays exact.
  const angle = (k: number): number => (Math.PI * ((k * k) % (2 * n))) / n;
  const cosine = Float64Array.from({ length: n }, (_, k) => Math.cos(angle(k)));
  const sine = Float64Array.from({ length: n }, (_, k) => Math.sin(angle(k)));
  const kernelRe = new Float64Array(length);
  const kernelIm = new Float64Array(length);
  for (let k = 0; k < n; k++) {
    for (const at of k === 0 ? [0] : [k, length - k]) {
      kernelRe[at] = cosine[k]!;
      kernelIm[at] = -sine[k]!;
    }
  }
  transform(kernelRe, kernelIm);
  const a = new Float64Array(length);
  const b = new Float64Array(length);
  return (re, im) => {
    a.fill(0);
    b.fill(0);
    for (let k = 0; k < n; k++) {
      a[k] = re[k]! * cosine[k]! - im[k]! * sine[k]!;
      b[k] = re[k]! * sine[k]! + im[k]! * cosine[k]!;
    }
    transform(a, b);
    for (let k = 0; k < length; k++) {
      const x = a[k]! * kernelRe[k]! - b[k]! * kernelIm[k]!;
      // Conjugated, so that the same transform inverts.
      b[k] = -(a[k]! * kernelIm[k]! + b[k]! * kernelRe[k]!);
      a[k] = x;
    }
    transform(a, b);
    for (let k = 0; k < n; k++) {
      const [x, y] = [a[k]! / length, -b[k]! / length];
      re[k] = x * cosine[k]! - y * sine[k]!;
      im[k] = x * sine[k]! + y * cosine[k]!;
    }
  };
};

const signTransform = (rank: number): AbelianTransform => {
  const size = 2 ** rank;
  const signs = new Float64Array(size);
  return {
    size,
    cost: 3 * size * rank,
    synthesise: (re) => walshHadamard(re),
    addCharacters: (x, weight, re) => {
      signs[0] = weight;
      for (let bit = 0, half = 1; bit < rank; bit++, half *= 2) {
        const sign = ((x >> bit) & 1) === 1 ? -1 : 1;
        for (let c = 0; c < half; c++) signs[c + half] = sign * signs[c]!;
      }
      for (let c = 0; c < size; c++) re[c]! += signs[c]!;
    },
  };
};

/** The transform for these orders. */
export const abelianTransform = (orders: readonly number[]): AbelianTransform => {
  if (orders.every((n) => n === 2)) return signTransform(orders.length);
  const size = orders.reduce((product, n) => product * n, 1);
  const transforms = orders.map((n) => chirpTransform(n));
  const charRe = new Float64Array(size);
  const charIm = new Float64Array(size);
  const circles = orders.map((n) => ({
    cosine: Float64Array.from({ length: n }, (_, k) => Math.cos((2 * Math.PI * k) / n)),
    sine: Float64Array.from({ length: n }, (_, k) => Math.sin((2 * Math.PI * k) / n)),
  }));
  return {
    size,
    // Two transforms of at most four times the length for each axis.
    cost: orders.reduce((sum, n) => sum + 40 * size * Math.log2(4 * n), 0),
    synthesise: (re, im) => {
      let stride = 1;
      orders.forEach((n, axis) => {
        const [lineRe, lineIm] = [new Float64Array(n), new Float64Array(n)];
        for (let start = 0; start < size; start++) {
          if (Math.floor(start / stride) % n !== 0) continue;
          for (let k = 0; k < n; k++) [lineRe[k], lineIm[k]] = [re[start + k * stride]!, im[start + k * stride]!];
          transforms[axis]!(lineRe, lineIm);
          for (let k = 0; k < n; k++) [re[start + k * stride], im[start + k * stride]] = [lineRe[k]!, lineIm[k]!];
        }
        stride *= n;
      });
    },
    addCharacters: (x, weight, re, im) => {
      charRe[0] = weight;
      charIm[0] = 0;
      let [stride, rest] = [1, x];
      for (const [axis, n] of orders.entries()) {
        const { cosine, sine } = circles[axis]!;
        const digit = rest % n;
        rest = Math.floor(rest / n);
        for (let k = 1; k < n; k++) {
          const angle = (k * digit) % n;
          const c = cosine[angle]!;
          const s = sine[angle]!;
          for (let i = 0; i < stride; i++) {
            charRe[i + k * stride] = charRe[i]! * c - charIm[i]! * s;
            charIm[i + k * stride] = charRe[i]! * s + charIm[i]! * c;
          }
        }
        stride *= n;
      }
      for (let c = 0; c < size; c++) {
        re[c]! += charRe[c]!;
        im[c]! += charIm[c]!;
      }
    },
  };
};
