/**
 * Running sums of dense blocks: one real matrix A_π per irreducible, all in one array. The energy is (Σ_π tr
 * (A_πᵀA_π)^m)^{1/m}: matrix powers by squaring, no eigenvalues. A trial gives up at the first blocks that exceed the
 * limit, and those are tried first the next time.
 */
import { commutingProduct, gram, greatestOfSymmetric, squareSum, timesSymmetric } from './dense.ts';
import type { RunningSum } from './errorModel.ts';

/** π(g) for all π, one after the other, each column by column. */
export type BlockPart = Float64Array;

/** Blocks at least this large are first tried on one vector. */
const probedFrom = 14;

/** Growth: a trial costs at most Σ d_π³ (sharpness + 1)/2, an addition Σ d_π², `gradient` Σ d_π³ · 4 + parts · Σ d_π². */
export const blockSum = (dimensions: readonly number[], size: number): RunningSum<BlockPart> => {
  const count = dimensions.length;
  const offsets = dimensions.map((_, b) => dimensions.slice(0, b).reduce((sum, n) => sum + n * n, 0));
  const total = dimensions.reduce((sum, n) => sum + n * n, 0);
  const widest = Math.max(1, ...dimensions) ** 2;
  const scratch = Array.from({ length: 4 }, () => new Float64Array(widest));
  let [p, q] = [scratch[0]!, scratch[1]!];
  let sums: Float64Array = new Float64Array(total);
  let other: Float64Array = new Float64Array(total);
  let values = new Float64Array(count);
  let otherValues = new Float64Array(count);
  let fresh = false;
  let sharpness = 3;
  let steps = 0;
  /** Blocks, those that rejected a trial lately first. */
  const order = dimensions.map((_, b) => b).sort((a, b) => dimensions[b]! - dimensions[a]!);
  /** Vectors that nearly attain the norm of a block in trials rejected before. */
  const probes = dimensions.map(() => undefined as Float64Array | undefined);
  const scale = 1 / (size * size);

  /** tr (AᵀA)^m; leaves (AᵀA)^{m/2} in p. */
  const traceOf = (a: Float64Array, b: number): number => {
    const n = dimensions[b]!;
    const at = offsets[b]!;
    if (n === 1) {
      steps += 40;
      return (a[at]! * a[at]! * scale) ** (2 ** sharpness);
    }
    gram(a, at, n, scale, p);
    for (let e = 1; e < sharpness; e++) {
      commutingProduct(p, p, n, q);
      [p, q] = [q, p];
    }
    steps += (n * n * n * sharpness) / 2 + 6 * n * n + 40;
    return squareSum(p, n * n);
  };
  const refresh = (): void => {
    if (fresh) return;
    for (let b = 0; b < count; b++) values[b] = traceOf(sums, b);
    fresh = true;
  };
  const toEnergy = (trace: number): number => trace ** (1 / 2 ** sharpness);

  /** (‖Av‖²)^m for the block's probe v, which is at most tr (AᵀA)^m. */
  const probed = (b: number, removed: BlockPart, added: BlockPart): number => {
    const v = probes[b];
    if (v === undefined) return 0;
    const n = dimensions[b]!;
    const image = q;
    image.fill(0, 0, n);
    for (let j = 0, at = offsets[b]!; j < n; j++, at += n)
      for (let i = 0; i < n; i++) image[i]! += v[j]! * (sums[at + i]! - removed[at + i]! + added[at + i]!);
    steps += 3 * n * n;
    return (squareSum(image, n) * scale) ** (2 ** sharpness);
  };
  /** After `traceOf`: the longest column of (AᵀA)^{m/2} is nearly the top singular vector. */
  const remember = (b: number): void => {
    const n = dimensions[b]!;
    let longest = 0;
    let column = 0;
    for (let j = 0; j < n; j++) {
      const square = squareSum(p.subarray(j * n, (j + 1) * n), n);
      if (square > longest) [longest, column] = [square, j];
    }
    if (longest > 0) probes[b] = p.slice(column * n, (column + 1) * n).map((x) => x / Math.sqrt(longest));
  };
  const forward = (at: number): void => {
    if (at === 0) return;
    const [b] = order.splice(at, 1);
    order.splice(at >> 1, 0, b!);
  };

  /** Σ_π ⟨gradients[π], part_π⟩ for each part. */
  const paired = (gradients: Float64Array, parts: readonly BlockPart[]): Float64Array => {
    steps += parts.length * total;
    return Float64Array.from(parts, (part) => {
      let sum = 0;
      for (let i = 0; i < total; i++) sum += gradients[i]! * part[i]!;
      return sum;
    });
  };
  const add = (part: BlockPart, weight: number): void => {
    for (let i = 0; i < total; i++) sums[i]! += weight * part[i]!;
    steps += total;
    fresh = false;
  };

  return {
    add,
    steps: () => steps,
    energy: () => {
      refresh();
      return toEnergy(values.reduce((sum, x) => sum + x, 0));
    },
    error: () => {
      refresh();
      // ‖A_π‖² is at most the energy of the block: blocks of less than the worst norm found need no eigenvalues.
      const byEnergy = dimensions.map((_, b) => b).sort((a, b) => values[b]! - values[a]!);
      let worst = 0;
      for (const b of byEnergy) {
        const n = dimensions[b]!;
        if (toEnergy(values[b]!) <= worst) break;
        gram(sums, offsets[b]!, n, scale, p);
        worst = Math.max(worst, greatestOfSymmetric(p, n));
        steps += 2 * n * n * n;
      }
      return worst;
    },
    trial: (removed, added, limit) => {
      const bound = limit ** (2 ** sharpness);
      steps += 150;
      for (let at = 0; at < count; at++) {
        const b = order[at]!;
        if (dimensions[b]! >= probedFrom && probed(b, removed, added) > bound) {
          forward(at);
          return Number.POSITIVE_INFINITY;
        }
      }
      let trace = 0;
      for (let at = 0; at < count; at++) {
        const b = order[at]!;
        const n = dimensions[b]!;
        const end = offsets[b]! + n * n;
        for (let i = offsets[b]!; i < end; i++) other[i] = sums[i]! - removed[i]! + added[i]!;
        otherValues[b] = traceOf(other, b);
        trace += otherValues[b]!;
        if (trace > bound) {
          if (n >= probedFrom) remember(b);
          forward(at);
          return Number.POSITIVE_INFINITY;
        }
      }
      return toEnergy(trace);
    },
    keep: () => {
      [sums, other] = [other, sums];
      [values, otherValues] = [otherValues, values];
      fresh = true;
    },
    sharpen: (next) => {
      if (next !== sharpness) fresh = false;
      sharpness = next;
    },
    gradient: (parts, removed) => {
      // The derivative of tr (AᵀA)^m is 2m A(AᵀA)^{m−1}, and m − 1 = 1 + 2 + … + m/2.
      const gradients = new Float64Array(total);
      if (removed === undefined) other.set(sums);
      else for (let i = 0; i < total; i++) other[i] = sums[i]! - removed[i]!;
      dimensions.forEach((n, b) => {
        let [power, product, spare] = [scratch[1]!, scratch[2]!, scratch[3]!];
        gram(other, offsets[b]!, n, scale, power);
        product.set(power);
        for (let e = 1; e < sharpness; e++) {
          commutingProduct(power, power, n, spare);
          [power, spare] = [spare, power];
          commutingProduct(product, power, n, spare);
          [product, spare] = [spare, product];
        }
        timesSymmetric(other, offsets[b]!, product, n, gradients);
        steps += (sharpness + 1) * n * n * n;
      });
      [p, q] = [scratch[0]!, scratch[1]!];
      return paired(gradients, parts);
    },
    pressure: (parts, theta) => {
      // The derivative of tr cosh(θ|A|) is θ A sinh(θ√X)/√X with X = AᵀA: Taylor's series for θ/2^s, then doubling.
      const gradients = new Float64Array(total);
      dimensions.forEach((n, b) => {
        let [x, cosh, sinh, spare] = [scratch[0]!, scratch[1]!, scratch[2]!, scratch[3]!];
        gram(sums, offsets[b]!, n, 1, x);
        let square = 0;
        for (let i = 0; i < n; i++) square += x[i * n + i]!;
        const doublings = Math.max(0, Math.ceil(Math.log2(theta * Math.sqrt(square) + 1e-9)));
        const h = theta / 2 ** doublings;
        commutingProduct(x, x, n, spare);
        for (let i = 0; i < n * n; i++) {
          const one = i % (n + 1) === 0 ? 1 : 0;
          cosh[i] = one + h ** 2 * (x[i]! / 2 + (h ** 2 * spare[i]!) / 24);
          sinh[i] = h * (one + h ** 2 * (x[i]! / 6 + (h ** 2 * spare[i]!) / 120));
        }
        for (let s = 0; s < doublings; s++) {
          commutingProduct(sinh, cosh, n, spare);
          [sinh, spare] = [spare, sinh];
          commutingProduct(cosh, cosh, n, spare);
          [cosh, spare] = [spare, cosh];
          for (let i = 0; i < n * n; i++) {
            sinh[i]! *= 2;
            cosh[i] = 2 * cosh[i]! - (i % (n + 1) === 0 ? 1 : 0);
          }
        }
        timesSymmetric(sums, offsets[b]!, sinh, n, gradients);
        steps += (2 + doublings) * n * n * n;
      });
      return paired(gradients, parts);
    },
  };
};
