/**
 * The truth about small groups by brute force, in doubles and apart from src: groups as multiplication tables, function
 * classes as ideals of the regular representation, errors of schemes as eigenvalues. Only notation is read by src.
 */
import type { Permutation } from '../../src/group/permutation.ts';
import type { Instance } from '../../src/representation/action.ts';
import { planeMatrix, signedImage } from './actions.ts';
import { closureOf, withInstance } from './groups.ts';
import { right } from './unwrap.ts';

/** A square matrix, row by row. */
export type Dense = readonly Float64Array[];

const zeros = (n: number): Float64Array[] => Array.from({ length: n }, () => new Float64Array(n));

const product = (a: Dense, b: Dense): Dense =>
  a.map((row) => {
    const out = new Float64Array(b[0]!.length);
    row.forEach((x, k) => {
      if (x === 0) return;
      const other = b[k]!;
      for (let j = 0; j < out.length; j++) out[j]! += x * other[j]!;
    });
    return out;
  });

/** The greatest eigenvalue of a symmetric positive semidefinite matrix: the Rayleigh quotient of a vector times A^(2^30). */
export const greatestOf = (a: Dense): number => {
  const n = a.length;
  let power = a;
  for (let step = 0; step < 30; step++) {
    const norm = Math.sqrt(power.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 0), 0));
    if (norm < 1e-150) return 0;
    const scaled = power.map((row) => row.map((x) => x / norm));
    power = product(scaled, scaled);
  }
  // The longest column is as good a vector as any.
  let best = 0;
  for (let j = 0; j < n; j++) {
    const v = power.map((row) => row[j]!);
    const square = v.reduce((s, x) => s + x * x, 0);
    if (square < 1e-30) continue;
    const image = a.map((row) => row.reduce((s, x, k) => s + x * v[k]!, 0));
    best = Math.max(best, image.reduce((s, x, i) => s + x * v[i]!, 0) / square);
  }
  return best;
};

/** All eigenvalues, ascending, and orthonormal eigenvectors in rows: Jacobi's rotations. */
export const eigenOf = (symmetric: Dense): { readonly values: readonly number[]; readonly vectors: Dense } => {
  const n = symmetric.length;
  const a = symmetric.map((row) => Float64Array.from(row));
  const v = zeros(n);
  for (let i = 0; i < n; i++) v[i]![i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const apq = a[p]![q]!;
        off += apq * apq;
        if (Math.abs(apq) < 1e-15) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(1, theta));
        const c = 1 / Math.hypot(1, t);
        const s = c * t;
        for (let k = 0; k < n; k++) {
          const [x, y] = [a[k]![p]!, a[k]![q]!];
          a[k]![p] = c * x - s * y;
          a[k]![q] = s * x + c * y;
        }
        for (let k = 0; k < n; k++) {
          const [x, y] = [a[p]![k]!, a[q]![k]!];
          a[p]![k] = c * x - s * y;
          a[q]![k] = s * x + c * y;
          const [vx, vy] = [v[p]![k]!, v[q]![k]!];
          v[p]![k] = c * vx - s * vy;
          v[q]![k] = s * vx + c * vy;
        }
      }
    if (off < 1e-22) break;
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[i]![i]! - a[j]![j]!);
  return { values: order.map((i) => a[i]![i]!), vectors: order.map((i) => v[i]!) };
};

/** A scheme as numbers: weights on the numbered elements of the group. */
export type Weighting = Float64Array;

export interface SmallGroup {
  readonly order: number;
  /** The number of the product of two elements; the identity is 0. */
  readonly times: (g: number, h: number) => number;
  readonly inverse: (g: number) => number;
  /** The number of an element as written; undefined if it is not one. */
  readonly indexOf: (text: string) => number | undefined;
  /** The determinant of ρ(g). */
  readonly determinant: (g: number) => number;
  /** The subgroup that some elements generate. */
  readonly generated: (elements: readonly number[]) => readonly number[];
  /** The dimension of the space of matrix entries of Sym^0 … Sym^k: Σ d_π² over the irreducibles that occur. */
  readonly rank: (functions: string) => number;
  /** The least k for which the rank is |G|. */
  readonly threshold: () => number;
  /** max ‖ω̂(π)‖² over the nontrivial irreducibles of the class. */
  readonly error: (functions: string, weights: Weighting) => number;
}

const build = <G extends string>(instance: Instance<G>): SmallGroup => {
  const { group, action } = instance;
  const points = group.empty.length;
  const elements = [...closureOf(points, group.generators).values()];
  const order = elements.length;
  const keyOf = (g: Permutation): string => Array.prototype.join.call(g, ',');
  const place = new Map(elements.map((g, i) => [keyOf(g), i]));
  const table = elements.map((g) =>
    Uint16Array.from(elements, (h) => place.get(keyOf(Array.from({ length: points }, (_, i) => g[h[i]!]!)))!),
  );
  const times = (g: number, h: number): number => table[g]![h]!;
  const inverses = table.map((row) => row.indexOf(0));
  const matrices: readonly (readonly (readonly number[])[])[] = elements.map((g) => {
    if (action.kind === 'plane') return planeMatrix(action, g as typeof group.empty);
    const images = signedImage(action, g as typeof group.empty);
    return images.map((_, row) => images.map(({ to, sign }) => (to === row ? sign : 0)));
  });
  const trace = matrices.map((m) => m.reduce((sum, row, i) => sum + row[i]!, 0));
  const determinantOf = (matrix: readonly (readonly number[])[]): number => {
    const a = matrix.map((row) => [...row]);
    let value = 1;
    for (let i = 0; i < a.length; i++) {
      let pivot = i;
      for (let r = i; r < a.length; r++) if (Math.abs(a[r]![i]!) > Math.abs(a[pivot]![i]!)) pivot = r;
      if (Math.abs(a[pivot]![i]!) < 1e-9) return 0;
      if (pivot !== i) {
        [a[i], a[pivot]] = [a[pivot]!, a[i]!];
        value = -value;
      }
      value *= a[i]![i]!;
      for (let r = i + 1; r < a.length; r++) {
        const factor = a[r]![i]! / a[i]![i]!;
        for (let c = i; c < a.length; c++) a[r]![c]! -= factor * a[i]![c]!;
      }
    }
    return value;
  };
  const determinants = matrices.map(determinantOf);

  /** χ of the symmetric powers by Newton's identities j h_j = Σ p_i h_{j−i}, p_i the trace of gⁱ. */
  const symmetric: number[][] = elements.map(() => [1]);
  const powers: number[][] = elements.map(() => [0]);
  const symmetricCharacter = (g: number, k: number): number => {
    const [h, p] = [symmetric[g]!, powers[g]!];
    while (h.length <= k) {
      const j = h.length;
      p.push(j === 1 ? g : times(p[j - 1]!, g));
      let sum = 0;
      for (let i = 1; i <= j; i++) sum += trace[p[i]!]! * h[j - i]!;
      const value = sum / j;
      h.push(action.kind === 'plane' ? value : Math.round(value));
    }
    return h[k]!;
  };

  interface Ideal {
    readonly rank: number;
    /** The projection onto the ideal without the constants. */
    readonly projection: Dense;
  }
  const ideals = new Map<string, Ideal>();
  const idealOfKernel = (kernel: Dense): Ideal => {
    const { values, vectors } = eigenOf(kernel);
    const projection = zeros(order);
    let rank = 0;
    values.forEach((value, e) => {
      if (value < 1e-7) return;
      rank++;
      const v = vectors[e]!;
      for (let i = 0; i < order; i++) for (let j = 0; j < order; j++) projection[i]![j]! += v[i]! * v[j]!;
    });
    // Constants lie in the ideal iff the projection fixes them.
    const fixed = projection[0]!.reduce((sum, x) => sum + x, 0) > 0.5;
    if (fixed) for (const row of projection) for (let j = 0; j < order; j++) row[j]! -= 1 / order;
    return { rank, projection };
  };
  /** Greatest degree at which the ideal can still grow: from there on it is everything. */
  let full: number | undefined;
  const idealOf = (functions: string): Ideal => {
    const k = functions.startsWith('poly:') ? Number(functions.slice(5)) : undefined;
    const key = functions === 'all' || (k !== undefined && full !== undefined && k >= full) ? 'all' : functions;
    const known = ideals.get(key);
    if (known !== undefined) return known;
    const kernel = zeros(order);
    const degrees = key === 'linear' ? [1] : Array.from({ length: (k ?? 0) + 1 }, (_, j) => j);
    for (let g = 0; g < order; g++)
      for (let h = 0; h < order; h++) {
        const x = times(inverses[g]!, h);
        kernel[g]![h] =
          key === 'all'
            ? g === h
              ? 1
              : 0
            : degrees.reduce((sum, j) => sum + symmetricCharacter(x, j) / symmetricCharacter(0, j), 0);
      }
    const ideal = idealOfKernel(kernel);
    ideals.set(key, ideal);
    return ideal;
  };
  const threshold = (): number => {
    if (full !== undefined) return full;
    for (let k = 0; k < order; k++)
      if (idealOf(`poly:${k}`).rank === order) {
        full = k;
        return k;
      }
    throw new Error('the threshold is at most |G| − 1');
  };
  const rank = (functions: string): number => {
    if (functions.startsWith('poly:')) threshold();
    return idealOf(functions).rank;
  };
  const error = (functions: string, weights: Weighting): number => {
    if (functions.startsWith('poly:')) threshold();
    const { projection } = idealOf(functions);
    // (E v)(x) = Σ ω(g) v(g⁻¹x): column y of E is Σ ω(g) δ_{gy}.
    const average = zeros(order);
    weights.forEach((weight, g) => {
      if (weight !== 0) for (let y = 0; y < order; y++) average[times(g, y)]![y]! += weight;
    });
    const restricted = product(average, projection);
    const gram = zeros(order);
    for (let i = 0; i < order; i++)
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let x = 0; x < order; x++) sum += restricted[x]![i]! * restricted[x]![j]!;
        gram[i]![j] = sum;
        gram[j]![i] = sum;
      }
    return greatestOf(gram);
  };
  return {
    order,
    times,
    inverse: (g) => inverses[g]!,
    indexOf: (text) => {
      const parsed = group.parse(text);
      return parsed._tag === 'Left' ? undefined : place.get(keyOf(right(parsed)));
    },
    determinant: (g) => determinants[g]!,
    generated: (seeds) => {
      const found = new Set([0]);
      for (const g of found) for (const s of seeds) found.add(times(s, g));
      return [...found];
    },
    rank,
    threshold,
    error,
  };
};

const known = new Map<string, SmallGroup>();

/** The group of a notation, for orders up to a few dozen; remembered. */
export const smallGroup = (notation: string): SmallGroup => {
  const found = known.get(notation) ?? withInstance(notation, build);
  known.set(notation, found);
  return found;
};

/** The plain average of elements, counted with multiplicity. */
export const uniformOn = (group: SmallGroup, elements: readonly number[]): Weighting => {
  const weights = new Float64Array(group.order);
  for (const g of elements) weights[g]! += 1 / elements.length;
  return weights;
};

/**
 * max ‖(1 − π(h)) ω̂(π)‖²/2 over all h and the nontrivial irreducibles π of the class, from the definition: the least ε at
 * which the weighting is strong.
 */
export const displacementOf = (group: SmallGroup, functions: string, weights: Weighting): number => {
  let worst = 0;
  for (let h = 0; h < group.order; h++) {
    const moved = weights.slice();
    weights.forEach((weight, g) => {
      moved[group.times(h, g)]! -= weight;
    });
    worst = Math.max(worst, group.error(functions, moved) / 2);
  }
  return worst;
};

/** A seeded linear congruential generator: integers below a bound. */
export const pseudoRandom = (seed: number): ((below: number) => number) => {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 18_446_744_073_709_551_616n;
    return Number((state >> 33n) % BigInt(below));
  };
};
