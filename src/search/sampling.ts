/**
 * Schemes for groups so large that the error of one takes seconds: random sets, of which nearly all are nearly as good
 * as the best (MATHEMATICS.md 3.5: 4(n − 1)/n² is the edge for large groups), from the least promising size upwards, each
 * mended by a few exchanges that lower the error.
 */
import type { FiniteGroup } from '../group/group.ts';
import { anneal, type SchemeFound } from './annealing.ts';
import type { ErrorModel } from './errorModel.ts';
import type { Bundle, Pool } from './pool.ts';
import { type RandomBelow, randomFrom } from './random.ts';
import { randomElement } from './randomElement.ts';

export interface SamplingSearch<G extends string, Part> {
  readonly group: FiniteGroup<G>;
  readonly model: ErrorModel<G, Part>;
  readonly epsilon: number;
  readonly leastElements: number;
  readonly mostElements: number;
  readonly seed: string;
  readonly worker: number;
  /** Elementary steps for all sizes together. */
  readonly steps: number;
  readonly progress: (phase: string) => void;
}

/** Elements drawn one by one; the others are products of two of them where products are cheaper. */
const factors = 6;
/** Elements to choose from, for each place of a scheme. */
const choice = 4;
/** Numbers in memory for all parts. */
const memory = 4e7;

const samplePool = <G extends string, Part>(
  { group, model }: SamplingSearch<G, Part>,
  size: number,
  below: RandomBelow,
): Pool<G, Part> => {
  const count = Math.max(size, Math.min(choice * size, Math.floor(memory / model.partSize)));
  const bundles: Bundle<G, Part>[] = [];
  const put = (element: Bundle<G, Part>['elements'][number], part: Part): void => {
    bundles.push({ elements: [element], part });
  };
  const { times } = model;
  while (bundles.length < count) {
    const i = bundles.length;
    if (times === undefined || i < factors) {
      const g = randomElement(group, below);
      put(g, model.part([g]));
      continue;
    }
    const [x, y] = [bundles[below(i)]!, bundles[below(i)]!];
    put(group.concat(x.elements[0]!, y.elements[0]!), times(x.part, y.part));
  }
  return { byLength: new Map([[1, bundles]]), complete: false, steps: 0 };
};

/** The least n at which the edge 4(n − 1)/n² is within ε. */
const leastPromising = (epsilon: number): number => {
  let n = 2;
  while ((4 * (n - 1)) / (n * n) > epsilon && n < 1e6) n++;
  return n;
};

/** The first size that succeeds, or undefined when the steps or the sizes run out. */
export const searchBySampling = <G extends string, Part>(
  search: SamplingSearch<G, Part>,
): SchemeFound<G> | undefined => {
  const { group, model, epsilon, leastElements, mostElements, steps, progress, seed, worker } = search;
  const below = randomFrom(`${seed}/${group.notation}/sampling/${worker}`);
  const first = Math.max(leastElements, leastPromising(epsilon));
  if (first > mostElements) return undefined;
  const pool = samplePool(search, Math.min(mostElements, 2 * first), below);
  const bundles = pool.byLength.get(1)!;
  let left = steps;
  for (let size = first; size <= mostElements && left > 0; size = Math.max(size + 1, Math.floor(size * 1.03))) {
    progress(`searching schemes of ${size} elements`);
    if (size > bundles.length) return undefined;
    const start = Array.from({ length: size }, () => bundles[below(bundles.length)]!);
    const allowance = Math.max(1, Math.min(left, steps / 6));
    let found: SchemeFound<G> | undefined;
    const improved = (better: SchemeFound<G>): void => {
      found = better;
    };
    const run = { model, pool, start, fixed: 0, hot: 1e-4, cold: 1e-6, allowance, trials: 1e9, below, improved };
    const ran = anneal({ ...run, target: epsilon });
    left -= Math.max(ran.steps, 1);
    if (found !== undefined && found.error <= epsilon) return found;
  }
  return undefined;
};
