/**
 * Small uniform schemes within ε: seeded random sampling with improvement by single exchanges, at decreasing sizes.
 * All limits are counts of evaluations, never times, so the same seed finds the same scheme.
 */
import type { Element, FiniteGroup } from '../group/group.ts';
import type { ErrorModel } from './errorModel.ts';
import { randomFrom } from './random.ts';
import { randomElement } from './randomElement.ts';

export interface SchemeFound<G extends string> {
  readonly elements: readonly Element<G>[];
  /** The model's estimate of the error. */
  readonly error: number;
}

export interface SchemeSearch<G extends string, Prepared> {
  readonly group: FiniteGroup<G>;
  readonly model: ErrorModel<G, Prepared>;
  /** The error to reach. */
  readonly epsilon: number;
  /** Sizes above this are not tried. */
  readonly mostElements: number;
  readonly seed: string;
  /** Search about fifteen times as long. */
  readonly minimize: boolean;
  readonly progress: (phase: string) => void;
}

/** Elementary steps spent on one size, and bounds on the number of evaluations that gives. */
const stepsPerSize = { quick: 1.5e8, thorough: 4e9 } as const;
const evaluations = { least: 12, most: 250 } as const;

/** The best scheme of the given size found within the allowance; stops as soon as ε is reached. */
const searchSize = <G extends string, Prepared>(search: SchemeSearch<G, Prepared>, size: number): SchemeFound<G> => {
  const { group, model, epsilon, minimize } = search;
  const below = randomFrom(`${search.seed}/${group.notation}/${size}`);
  const steps = minimize ? stepsPerSize.thorough : stepsPerSize.quick;
  const most = minimize ? evaluations.most * 15 : evaluations.most;
  const allowance = Math.min(most, Math.max(evaluations.least, Math.floor(steps / model.cost(size))));
  const draw = (): { element: Element<G>; prepared: Prepared } => {
    const element = randomElement(group, below);
    return { element, prepared: model.prepare(element) };
  };
  const errorOf = (chosen: readonly { prepared: Prepared }[]): number =>
    model.error(chosen.map(({ prepared }) => prepared));
  // Translates of a scheme have the same error, so the identity may be taken as its first element.
  const first = { element: group.empty, prepared: model.prepare(group.empty) };
  const sample = (): { element: Element<G>; prepared: Prepared }[] => [
    first,
    ...Array.from({ length: size - 1 }, draw),
  ];
  let chosen = sample();
  let error = errorOf(chosen);
  const samples = Math.ceil(allowance / 4);
  for (let used = 1; used < allowance && error > epsilon; used++) {
    const candidate = used < samples ? sample() : [...chosen];
    if (used >= samples && size > 1) candidate[1 + below(size - 1)] = draw();
    const candidateError = errorOf(candidate);
    if (candidateError < error) [chosen, error] = [candidate, candidateError];
  }
  return { elements: chosen.map(({ element }) => element), error };
};

/**
 * A scheme within ε by the model's estimate, as small as the search finds: from a first guess near 4/ε (what large
 * random sets need, MATHEMATICS.md 3.5) upwards in steps of a sixteenth until one is found, then downwards in such
 * steps while one is found, then by bisection of the last step.
 */
export const findScheme = <G extends string, Prepared>(
  search: SchemeSearch<G, Prepared>,
): SchemeFound<G> | undefined => {
  const target = search.epsilon * (1 - 1e-9);
  const attempt = (size: number): SchemeFound<G> | undefined => {
    search.progress(`searching schemes of ${size} elements`);
    const found = searchSize({ ...search, epsilon: target }, size);
    return found.error <= target ? found : undefined;
  };
  const step = (size: number): number => Math.max(1, Math.floor(size / 16));
  let size = Math.max(1, Math.min(search.mostElements, Math.ceil(4 / search.epsilon)));
  let best = attempt(size);
  /** The greatest size at which the search failed. */
  let missed = 0;
  while (best === undefined && size < search.mostElements) {
    missed = size;
    size = Math.min(search.mostElements, size + step(size));
    best = attempt(size);
  }
  if (best === undefined) return undefined;
  while (missed === 0 && size > 1) {
    const lower = size - step(size);
    const found = attempt(lower);
    if (found === undefined) missed = lower;
    else [best, size] = [found, lower];
  }
  while (size - missed > 1) {
    const middle = Math.floor((size + missed) / 2);
    const found = attempt(middle);
    if (found === undefined) missed = middle;
    else [best, size] = [found, middle];
  }
  return best;
};
