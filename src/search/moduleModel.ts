/**
 * Signed permutation modules of any size: nothing is summed up; the average is applied to vectors by permuting them, and
 * the error is ‖E_ω − P‖² by the Lanczos process.
 *
 * Most trials are rejected long before: a unit vector v with ‖(E_ω − P)v‖² above the limit is a proof, and the vectors
 * that rejected lately are tried first, at two permutations each.
 */
import type { SignedPermutation, TransitiveModule } from '../representation/module.ts';
import type { ErrorModel, RunningSum } from './errorModel.ts';
import { greatestEigenpair } from './lanczos.ts';

/** For each element its action on each module. */
export type ModulePart = readonly (readonly SignedPermutation[])[];

const trialSteps = 24;
const errorSteps = 48;
/** Vectors kept to reject trials by. */
const screenCount = 10;

interface Screen {
  readonly module: number;
  readonly vector: Float64Array;
  /** Σ ρ(g) · vector over the current scheme. */
  readonly image: Float64Array;
}

const permute = (move: SignedPermutation, weight: number, from: Float64Array, to: Float64Array): void => {
  const { target, sign } = move;
  for (let i = 0; i < from.length; i++) to[target[i]!]! += weight * sign[i]! * from[i]!;
};

const permuteBack = (move: SignedPermutation, weight: number, from: Float64Array, to: Float64Array): void => {
  const { target, sign } = move;
  for (let i = 0; i < from.length; i++) to[i]! += weight * sign[i]! * from[target[i]!]!;
};

/** Takes the invariant component away. */
const deflate = (invariant: ArrayLike<number> | undefined, v: Float64Array): void => {
  if (invariant === undefined) return;
  let mean = 0;
  for (let i = 0; i < v.length; i++) mean += invariant[i]! * v[i]!;
  mean /= v.length;
  for (let i = 0; i < v.length; i++) v[i]! -= mean * invariant[i]!;
};

/** Growth: `error` costs 48 · (2 · elements + 48) · dimension, a rejected trial down to 2 · (size of one module). */
const moduleSum = <G extends string>(modules: readonly TransitiveModule<G>[], size: number): RunningSum<ModulePart> => {
  interface Term {
    readonly part: ModulePart;
    readonly weight: number;
  }
  let terms: readonly Term[] = [];
  let proposed: readonly Term[] = [];
  let screens: Screen[] = [];
  /** The top vector of each module in the last full evaluation. */
  const tops = modules.map(() => undefined as Float64Array | undefined);
  let steps = 0;
  let current: number | undefined;

  const applyTo = (list: readonly Term[], m: number, from: Float64Array, to: Float64Array): void => {
    for (const { part, weight } of list)
      for (const moves of part) {
        permute(moves[m]!, weight, from, to);
        steps += 3 * from.length;
      }
  };
  const evaluate = (list: readonly Term[], m: number, lanczosSteps: number, limit: number): number => {
    const { size: n, invariant } = modules[m]!;
    if (n === 1 && invariant !== undefined) return 0;
    const middle = new Float64Array(n);
    const top = tops[m];
    const start = top?.map((x, i) => x + 0.02 * Math.sin(12.9898 * (i + 1)) * Math.sqrt(2 / n));
    const pair = greatestEigenpair(
      n,
      (from, to) => {
        middle.fill(0);
        applyTo(list, m, from, middle);
        deflate(invariant, middle);
        for (const { part, weight } of list) for (const moves of part) permuteBack(moves[m]!, weight, middle, to);
        const scale = 1 / (size * size);
        for (let i = 0; i < n; i++) to[i]! *= scale;
        deflate(invariant, to);
      },
      lanczosSteps,
      start,
      { limit, precision: 1e-5 },
    );
    steps += 4 * pair.applications * n * (list.length + pair.applications);
    if (pair.value > limit) {
      // Remember it, with its image under the current scheme.
      const image = new Float64Array(n);
      deflate(invariant, pair.vector);
      applyTo(terms, m, pair.vector, image);
      screens = [{ module: m, vector: pair.vector, image }, ...screens.slice(0, screenCount - 1)];
    } else tops[m] = pair.vector;
    return pair.value;
  };
  const worstOf = (list: readonly Term[], lanczosSteps: number, limit: number): number => {
    let worst = 0;
    for (let m = 0; m < modules.length && worst <= limit; m++)
      worst = Math.max(worst, evaluate(list, m, lanczosSteps, limit));
    return worst;
  };
  const screened = (removed: ModulePart, added: ModulePart, limit: number): boolean => {
    for (let at = 0; at < screens.length; at++) {
      const { module, vector, image } = screens[at]!;
      const moved = image.slice();
      for (const moves of removed) permute(moves[module]!, -1, vector, moved);
      for (const moves of added) permute(moves[module]!, 1, vector, moved);
      steps += 3 * vector.length * (removed.length + added.length + 2);
      let square = 0;
      for (let i = 0; i < moved.length; i++) square += moved[i]! * moved[i]!;
      if (square / (size * size) <= limit) continue;
      if (at > 0) [screens[at - 1], screens[at]] = [screens[at]!, screens[at - 1]!];
      return true;
    }
    return false;
  };
  return {
    steps: () => steps,
    sharpen: () => undefined,
    add: (part, weight) => {
      terms = [...terms, { part, weight }];
      screens = [];
      current = undefined;
    },
    error: () => worstOf(terms, errorSteps, Number.POSITIVE_INFINITY),
    energy: () => {
      current ??= worstOf(terms, trialSteps, Number.POSITIVE_INFINITY);
      return current;
    },
    trial: (removed, added, limit) => {
      if (screened(removed, added, limit)) return Number.POSITIVE_INFINITY;
      const at = terms.findIndex(({ part }) => part === removed);
      proposed = terms.map((term, i) => (i === at ? { part: added, weight: term.weight } : term));
      const value = worstOf(proposed, trialSteps, limit);
      if (value > limit) return Number.POSITIVE_INFINITY;
      current = value;
      return value;
    },
    keep: () => {
      terms = proposed;
      screens = screens.map(({ module, vector }) => {
        const image = new Float64Array(vector.length);
        applyTo(terms, module, vector, image);
        return { module, vector, image };
      });
    },
  };
};

/** ‖E_ω − P‖² on each module. */
export const moduleModel = <G extends string>(modules: readonly TransitiveModule<G>[]): ErrorModel<G, ModulePart> => {
  const dimension = modules.reduce((sum, { size }) => sum + size, 0);
  const compose = (g: SignedPermutation, h: SignedPermutation): SignedPermutation => {
    const target = new Uint32Array(h.target.length);
    const sign = new Int8Array(h.target.length);
    for (let i = 0; i < target.length; i++) {
      target[i] = g.target[h.target[i]!]!;
      sign[i] = h.sign[i]! * g.sign[h.target[i]!]!;
    }
    return { target, sign };
  };
  return {
    part: (elements) => elements.map((g) => modules.map((module) => module.apply(g))),
    times: ([g], [h]) => [g!.map((move, m) => compose(move, h![m]!))],
    timesCost: 6 * dimension,
    running: (size) => moduleSum(modules, size),
    partSize: dimension,
    // A basis vector is found by its text.
    partCost: 2000 * dimension,
    ranked: false,
  };
};
