/**
 * Spaces of any size on which group elements act by operators that are cheap to apply: nothing is summed up; the average
 * is applied to vectors, and the error is ‖E_ω − P‖² by the Lanczos process.
 *
 * Most trials are rejected long before: a unit vector v with ‖(E_ω − P)v‖² above the limit is a proof, and the vectors
 * that rejected lately are tried first, at two applications each.
 */
import type { RunningSum } from './errorModel.ts';
import { greatestEigenpair } from './lanczos.ts';

/** An orthogonal operator. */
export interface Operator {
  /** to += weight · (operator) from. */
  readonly add: (weight: number, from: Float64Array, to: Float64Array) => void;
  /** to += weight · (transposed operator) from. */
  readonly addBack: (weight: number, from: Float64Array, to: Float64Array) => void;
  /** Steps to apply it. */
  readonly cost: number;
}

export interface Space {
  readonly size: number;
  /** Signs of an invariant vector, if there is one; then it spans the invariants. */
  readonly invariant: ArrayLike<number> | undefined;
}

/** For each element its operator on each space. */
export type OperatorPart = readonly (readonly Operator[])[];

const trialSteps = 24;
const errorSteps = 48;
/** Numbers in the bases of Krylov spaces: of large spaces fewer vectors are taken. */
const basisNumbers = 1.6e7;
/** Vectors kept to reject trials by. */
const screenCount = 10;

interface Screen {
  readonly space: number;
  readonly vector: Float64Array;
  /** Σ ρ(g) · vector over the current scheme. */
  readonly image: Float64Array;
}

/** Takes the invariant component away. */
const deflate = (invariant: ArrayLike<number> | undefined, v: Float64Array): void => {
  if (invariant === undefined) return;
  let mean = 0;
  for (let i = 0; i < v.length; i++) mean += invariant[i]! * v[i]!;
  mean /= v.length;
  for (let i = 0; i < v.length; i++) v[i]! -= mean * invariant[i]!;
};

/** Growth: `error` costs 48 · (2 · elements + 48) · dimension, a rejected trial down to 2 · (size of one space). */
export const operatorSum = (spaces: readonly Space[], size: number): RunningSum<OperatorPart> => {
  interface Term {
    readonly part: OperatorPart;
    readonly weight: number;
  }
  let terms: readonly Term[] = [];
  let proposed: readonly Term[] = [];
  let screens: Screen[] = [];
  /** The top vector of each module in the last full evaluation. */
  const tops = spaces.map(() => undefined as Float64Array | undefined);
  let steps = 0;
  let current: number | undefined;

  const costOfPart = (part: OperatorPart, m: number): number =>
    part.reduce((sum, operators) => sum + operators[m]!.cost, 0);
  const costOf = (list: readonly Term[], m: number): number =>
    list.reduce((sum, { part }) => sum + costOfPart(part, m), 0);
  const applyTo = (list: readonly Term[], m: number, from: Float64Array, to: Float64Array): void => {
    for (const { part, weight } of list)
      for (const operators of part) {
        operators[m]!.add(weight, from, to);
        steps += operators[m]!.cost;
      }
  };
  const evaluate = (list: readonly Term[], m: number, lanczosSteps: number, limit: number): number => {
    const { size: n, invariant } = spaces[m]!;
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
        for (const { part, weight } of list) for (const operators of part) operators[m]!.addBack(weight, middle, to);
        const scale = 1 / (size * size);
        for (let i = 0; i < n; i++) to[i]! *= scale;
        deflate(invariant, to);
      },
      Math.max(8, Math.min(lanczosSteps, Math.floor(basisNumbers / n))),
      start,
      { limit, precision: 1e-5 },
    );
    steps += 4 * pair.applications * n * pair.applications + 2 * pair.applications * costOf(list, m);
    if (pair.value > limit) {
      // Remember it, with its image under the current scheme.
      const image = new Float64Array(n);
      deflate(invariant, pair.vector);
      applyTo(terms, m, pair.vector, image);
      screens = [{ space: m, vector: pair.vector, image }, ...screens.slice(0, screenCount - 1)];
    } else tops[m] = pair.vector;
    return pair.value;
  };
  const worstOf = (list: readonly Term[], lanczosSteps: number, limit: number): number => {
    let worst = 0;
    for (let m = 0; m < spaces.length && worst <= limit; m++)
      worst = Math.max(worst, evaluate(list, m, lanczosSteps, limit));
    return worst;
  };
  const screened = (removed: OperatorPart, added: OperatorPart, limit: number): boolean => {
    for (let at = 0; at < screens.length; at++) {
      const { space, vector, image } = screens[at]!;
      const moved = image.slice();
      for (const operators of removed) operators[space]!.add(-1, vector, moved);
      for (const operators of added) operators[space]!.add(1, vector, moved);
      steps += 4 * vector.length + costOfPart(removed, space) + costOfPart(added, space);
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
      screens = screens.map(({ space, vector }) => {
        const image = new Float64Array(vector.length);
        applyTo(terms, space, vector, image);
        return { space, vector, image };
      });
    },
  };
};
