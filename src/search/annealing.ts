/**
 * One run of simulated annealing on schemes of a fixed size: exchanges of bundles of equal length, accepted by
 * Metropolis' rule at a falling temperature, on the smooth energy of the model.
 */
import type { Element } from '../group/group.ts';
import type { ErrorModel, RunningSum } from './errorModel.ts';
import type { Bundle, Pool } from './pool.ts';
import type { RandomBelow } from './random.ts';

/** A uniform scheme and the error that the model computes for it. */
export interface SchemeFound<G extends string> {
  readonly elements: readonly Element<G>[];
  readonly error: number;
}

export interface Run<G extends string, Part> {
  readonly model: ErrorModel<G, Part>;
  readonly pool: Pool<G, Part>;
  readonly start: readonly Bundle<G, Part>[];
  /** Bundles from the first on that stay: one, where translates of a scheme can be compared. */
  readonly fixed: number;
  /** Temperatures at the start and the end, as fractions of the energy per bundle. */
  readonly hot: number;
  readonly cold: number;
  /** Steps to spend. */
  readonly allowance: number;
  /** Exchanges to try at most. */
  readonly trials: number;
  /** Stop at this error. */
  readonly target: number;
  readonly below: RandomBelow;
  readonly improved: (found: SchemeFound<G>) => void;
}

export interface Ran<G extends string, Part> {
  readonly bundles: readonly Bundle<G, Part>[];
  readonly error: number;
  readonly steps: number;
  readonly trials: number;
}

const resolution = 2 ** 32;
/** Candidates kept for a place after ranking by the gradient. */
const rankedKept = 24;

export const elementsOf = <G extends string>(bundles: readonly Bundle<G, unknown>[]): readonly Element<G>[] =>
  bundles.flatMap(({ elements }) => elements);

/** Candidates for each place: all of its length, or after ranking the best by the gradient, until the sum changes. */
const candidatesFor = <G extends string, Part>(
  { model, pool }: Run<G, Part>,
  sum: RunningSum<Part>,
): ((old: Bundle<G, Part>) => readonly Bundle<G, Part>[]) => {
  const gradient = sum.gradient;
  return (old) => {
    const all = pool.byLength.get(old.elements.length) ?? [];
    if (!model.ranked || gradient === undefined || all.length <= rankedKept) return all;
    const slopes = gradient(
      all.map(({ part }) => part),
      old.part,
    );
    return all
      .map((bundle, i) => ({ bundle, slope: slopes[i]! }))
      .sort((a, b) => a.slope - b.slope)
      .slice(0, rankedKept)
      .map(({ bundle }) => bundle);
  };
};

export const anneal = <G extends string, Part>(run: Run<G, Part>): Ran<G, Part> => {
  const { model, pool, start, fixed, hot, cold, allowance, target, below, improved } = run;
  const bundles = [...start];
  const size = elementsOf(bundles).length;
  const sum = model.running(size);
  for (const { part } of bundles) sum.add(part, 1);
  let energy = sum.energy();
  let best = { bundles: [...bundles], error: sum.error() };
  improved({ elements: elementsOf(bundles), error: best.error });
  /** The least energy of which the error was computed. */
  let measured = energy;
  const scale = energy / bundles.length;
  const candidates = candidatesFor(run, sum);
  let ranked: (readonly Bundle<G, Part>[] | undefined)[] = [];
  /** The places of bundles that can be exchanged at all. */
  const movable = bundles
    .map((_, at) => at)
    .filter((at) => at >= fixed && (pool.byLength.get(bundles[at]!.elements.length)?.length ?? 0) > 1);
  let trials = 0;
  while (movable.length > 0 && best.error > target && sum.steps() < allowance && trials < run.trials) {
    const elapsed = Math.max(sum.steps() / allowance, trials / run.trials);
    const temperature = scale * hot * (cold / hot) ** elapsed;
    trials++;
    const at = movable[below(movable.length)]!;
    const old = bundles[at]!;
    const among = ranked[at] ?? candidates(old);
    ranked[at] = among;
    const next = among[below(among.length)]!;
    if (next === old) continue;
    const limit = energy - temperature * Math.log((below(resolution) + 0.5) / resolution);
    const value = sum.trial(old.part, next.part, limit);
    if (value > limit) continue;
    sum.keep();
    bundles[at] = next;
    energy = value;
    if (model.ranked) ranked = [];
    // The error is at most the energy and nearly falls with it.
    if (energy > 1.02 * measured) continue;
    measured = Math.min(measured, energy);
    const error = sum.error();
    if (error >= best.error) continue;
    best = { bundles: [...bundles], error };
    improved({ elements: elementsOf(bundles), error });
  }
  return { ...best, steps: sum.steps(), trials };
};
