/**
 * The fewest elements whose plain average is within ε, as far as the search finds: sizes are tried one after the other,
 * each by `minimiseError`.
 */
import type { FiniteGroup } from '../group/group.ts';
import type { SchemeFound } from './annealing.ts';
import type { ErrorModel } from './errorModel.ts';
import { minimiseError } from './minimiseError.ts';

export type { SchemeFound };

export interface SchemeSearch<G extends string, Part> {
  readonly group: FiniteGroup<G>;
  readonly model: ErrorModel<G, Part>;
  /** The error to reach. A scheme that attains it, to nine digits, counts: difference sets do. */
  readonly epsilon: number;
  /** Sizes above this are not tried. */
  readonly mostElements: number;
  /** Sizes below this are not tried: nothing so small is within ε. */
  readonly leastElements?: number;
  readonly seed: string;
  /** Searches of the same seed by several workers draw different numbers. */
  readonly worker?: number;
  /** Search some eight times as long; --minimize does so in several workers. */
  readonly minimize: boolean;
  readonly progress: (phase: string) => void;
  /** The smallest scheme within ε so far, each time there is a smaller one. */
  readonly onImproved?: (found: SchemeFound<G>) => void;
  /** The best schemes of a size that was tried and missed ε, the best first. */
  readonly onMissed?: (found: readonly SchemeFound<G>[]) => void;
  /** Elementary steps for the whole search, instead of `searchSteps`. */
  readonly steps?: number;
}

/** Elementary steps for the whole search. */
export const searchSteps = { quick: 1.6e9, thorough: 1.2e10 } as const;
/** The part of them that one size may use. */
const share = 0.25;
/** Sizes in a row that may fail before smaller ones are given up: difference sets are better than sets one larger. */
const patience = 3;
/** Schemes kept of a size that fails. */
const nearestKept = 4;

/**
 * From a first guess near 4/ε (what large random sets need, MATHEMATICS.md 3.5) upwards by the ratio of the error found
 * to ε until a size succeeds; then downwards, in steps of a sixteenth and by bisection, and on past sizes that fail with
 * less and less effort. undefined if no size up to `mostElements` succeeds.
 */
export const findScheme = <G extends string, Part>(search: SchemeSearch<G, Part>): SchemeFound<G> | undefined => {
  const { mostElements, onImproved } = search;
  const least = Math.max(1, search.leastElements ?? 1);
  const target = search.epsilon * (1 + 1e-9);
  const all = search.steps ?? searchSteps[search.minimize ? 'thorough' : 'quick'];
  let left: number = all;
  let best: SchemeFound<G> | undefined;
  const attempt = (size: number, part: number): SchemeFound<G> => {
    search.progress(`searching schemes of ${size} elements`);
    const { group, model, seed } = search;
    const worker = search.worker ?? 0;
    const allowance = Math.min(all * share * part, left / 2);
    const nearest: SchemeFound<G>[] = [];
    const note = (better: SchemeFound<G>): void => {
      nearest.unshift(better);
      nearest.splice(nearestKept);
    };
    const { steps, ...found } = minimiseError({
      group,
      model,
      size,
      target,
      allowance,
      seed,
      worker,
      onImproved: note,
    });
    left -= Math.min(steps, left / 2);
    if (found.error <= target && (best === undefined || size < best.elements.length)) {
      best = found;
      onImproved?.(found);
    } else search.onMissed?.(nearest);
    return found;
  };
  let size = Math.max(least, Math.min(mostElements, Math.ceil(4 / search.epsilon)));
  let missed = least - 1;
  // Where the bound from below is attained, nothing else need be tried.
  if (least > 1 && least < size) {
    if (attempt(least, 0.25).error <= target) return best;
    missed = least;
  }
  for (;;) {
    const { error } = attempt(size, 0.5);
    if (best !== undefined) break;
    missed = size;
    if (size >= mostElements) return undefined;
    const needed = Math.ceil(size * Math.min(1.5, error / search.epsilon));
    size = Math.min(mostElements, Math.max(size + 1, needed));
  }
  const sizeOf = (): number => best!.elements.length;
  // Down by sixteenths while that succeeds, then by bisection.
  for (let failed = missed > least; sizeOf() - missed > 1; ) {
    const step = Math.max(1, Math.floor(sizeOf() / 16));
    const next = failed ? Math.floor((sizeOf() + missed) / 2) : Math.max(missed + 1, sizeOf() - step);
    if (attempt(next, 1).error > target) {
      missed = next;
      failed = true;
    }
  }
  let failures = 1;
  for (let next = missed - 1; next >= least && failures < patience; next--)
    failures = attempt(next, 0.5 ** failures).error <= target ? 0 : failures + 1;
  return best;
};
