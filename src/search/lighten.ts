/**
 * Fewer elements by other weights than equal ones: schemes whose plain average misses ε by a little are given the best
 * weights (`weights.ts`), which are rounded to fractions with as small a denominator as will do.
 */
import { type Rational, rational } from '../algebra/rational.ts';
import type { Element, FiniteGroup } from '../group/group.ts';
import type { ErrorModel } from './errorModel.ts';
import { optimiseWeights } from './weights.ts';

export interface Lightening<G extends string, Part> {
  readonly group: FiniteGroup<G>;
  readonly model: ErrorModel<G, Part>;
  readonly target: number;
  readonly minimize: boolean;
  readonly progress: (phase: string) => void;
  readonly propose: (scheme: {
    readonly elements: readonly Element<G>[];
    readonly weights: readonly Rational[];
  }) => void;
}

const denominators = [12, 30, 60, 120, 360, 1000, 3600, 10_000, 100_000];
/** Weights below this are left out, and the others optimised again. */
const negligible = 1e-3;
/** Elementary steps for all weights together, of `optimiseWeights` with about this many evaluations. */
const steps = { quick: 5e8, thorough: 1e10 } as const;
const evaluations = 700;

const errorOfWeights = <G extends string, Part>(
  model: ErrorModel<G, Part>,
  parts: readonly Part[],
  weights: readonly number[],
): number => {
  const sum = model.running(1);
  parts.forEach((part, i) => {
    sum.add(part, weights[i]!);
  });
  return sum.error();
};

/** Positive integers with sum `denominator` near weights · denominator, by the greatest remainders; undefined if one is 0. */
const rounded = (weights: readonly number[], denominator: number): readonly number[] | undefined => {
  const floors = weights.map((weight) => Math.floor(weight * denominator));
  const rest = denominator - floors.reduce((sum, n) => sum + n, 0);
  const order = weights.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b);
  function remainder(i: number): number {
    return weights[i]! * denominator - floors[i]!;
  }
  for (const i of order.slice(0, rest)) floors[i]!++;
  return floors.every((n) => n > 0) ? floors : undefined;
};

/** The elements without repetitions. */
const distinct = <G extends string>(group: FiniteGroup<G>, elements: readonly Element<G>[]): readonly Element<G>[] => {
  const seen = new Set<string>();
  return elements.filter((g) => {
    const text = group.show(g);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
};

/** Proposes weighted schemes, each of fewer elements than the one before; the schemes with the most elements are tried first. */
export const lighten = <G extends string, Part>(
  { group, model, target, minimize, progress, propose }: Lightening<G, Part>,
  schemes: readonly (readonly Element<G>[])[],
): void => {
  let left: number = steps[minimize ? 'thorough' : 'quick'];
  let least = Number.POSITIVE_INFINITY;
  let failedSize = 0;
  for (const scheme of [...schemes].sort((a, b) => b.length - a.length)) {
    // Sizes well below one that failed are hopeless.
    if (scheme.length >= least || scheme.length < failedSize - 1) continue;
    let elements = distinct(group, scheme);
    if (elements.length < 2) continue;
    const trial = model.running(1);
    if (trial.gradient === undefined) return;
    for (const g of elements) trial.add(model.part([g]), 1 / elements.length);
    trial.energy();
    const cost = evaluations * (trial.steps() + 2 * elements.length * model.partSize);
    left -= cost;
    if (left < 0) return;
    progress(`optimising weights of ${elements.length} elements`);
    let { weights, error } = optimiseWeights(model, elements);
    if (weights.some((weight) => weight < negligible)) {
      const kept = elements.filter((_, i) => weights[i]! >= negligible);
      if (kept.length < 2) continue;
      elements = kept;
      ({ weights, error } = optimiseWeights(model, elements));
    }
    if (error > target) {
      failedSize = Math.max(failedSize, scheme.length);
      continue;
    }
    const parts = elements.map((g) => model.part([g]));
    for (const denominator of denominators) {
      const numerators = rounded(weights, denominator);
      if (numerators === undefined) continue;
      if (
        errorOfWeights(
          model,
          parts,
          numerators.map((n) => n / denominator),
        ) > target
      )
        continue;
      least = elements.length;
      propose({ elements, weights: numerators.map((n) => rational(BigInt(n), BigInt(denominator))) });
      break;
    }
  }
};
