/**
 * The least error of a plain average of n elements: many runs of annealing, from the derandomised start and random ones,
 * free and under random symmetries; what did best is then continued. Steps are counted, never timed, so the same seed
 * finds the same scheme; workers of different numbers search apart.
 */
import type { FiniteGroup } from '../group/group.ts';
import { listGroup } from '../group/listing.ts';
import { anneal, type SchemeFound } from './annealing.ts';
import { derandomised } from './derandomised.ts';
import { type ErrorModel, errorOf } from './errorModel.ts';
import { type Bundle, makePool, type Pool } from './pool.ts';
import { type RandomBelow, randomFrom } from './random.ts';
import { noSymmetry, randomSymmetry, type Symmetry } from './symmetry.ts';

export interface SizeSearch<G extends string, Part> {
  readonly group: FiniteGroup<G>;
  readonly model: ErrorModel<G, Part>;
  /** The number of elements, counted with multiplicity. */
  readonly size: number;
  /** Stop as soon as the error is at most this; 0 to use up the allowance. */
  readonly target: number;
  /** Elementary steps to spend, about 10⁹ of them in a second. */
  readonly allowance: number;
  readonly seed: string;
  /** Searches of the same seed by several workers draw different numbers. */
  readonly worker?: number;
  /** The best scheme so far, each time there is a better one. */
  readonly onImproved?: (found: SchemeFound<G>) => void;
}

/** A kind of start that a later run can take up again. */
interface Lead<G extends string, Part> {
  readonly symmetry: Symmetry<G>;
  readonly pool: Pool<G, Part>;
  readonly bundles: readonly Bundle<G, Part>[];
  readonly error: number;
}

/** Leads kept for the second half. */
const leadsKept = 3;
/** Part of the allowance for finding leads. */
const exploring = 0.55;
/** Runs under symmetries not tried before are so many times shorter. */
const surveying = 3;
const symmetriesTried = 400;
/** Runs in the allowance: few when it is short. */
const runsIn = (allowance: number): number => (allowance < 4e9 ? 9 : 20);

/** Multisets of k out of n things, up to a bound above which it does not matter. */
const multisets = (n: number, k: number): number => {
  let count = 1;
  for (let i = 1; i <= k && count < 1e9; i++) count = (count * (n + i - 1)) / i;
  return Math.min(count, 1e9);
};

/** Choices of bundles of the same lengths as these; at most 10⁹. */
const choicesLike = <G extends string, Part>(
  { byLength }: Pool<G, Part>,
  bundles: readonly Bundle<G, Part>[],
): number =>
  [...byLength].reduce((product, [length, { length: among }]) => {
    const count = bundles.filter(({ elements }) => elements.length === length).length;
    return Math.min(1e9, product * multisets(among, count));
  }, 1);

/** Random ones of these, different ones while there are. */
const sample = <T>(things: readonly T[], count: number, below: RandomBelow): readonly T[] => {
  if (count > things.length) return Array.from({ length: count }, () => things[below(things.length)]!);
  const places = new Set<number>();
  while (places.size < count) places.add(below(things.length));
  return [...places].map((place) => things[place]!);
};

/** Random bundles of n elements together, most of them as long as there are; undefined if the lengths do not add up. */
const randomStart = <G extends string, Part>(
  { byLength }: Pool<G, Part>,
  n: number,
  below: RandomBelow,
): readonly Bundle<G, Part>[] | undefined => {
  const lengths = [...byLength.keys()].sort((a, b) => b - a);
  const chosen: Bundle<G, Part>[] = [];
  const longest = lengths[0] ?? 1;
  let left = n;
  let full = Math.max(0, Math.floor(n / longest) - (longest > 1 ? below(2) : 0));
  for (const length of lengths) {
    const bundles = byLength.get(length)!;
    const count = length === longest ? full : Math.floor(left / length);
    chosen.push(...sample(bundles, count, below));
    left -= count * length;
    full = 0;
  }
  return left === 0 && chosen.length > 0 ? chosen : undefined;
};

export const minimiseError = <G extends string, Part>(
  search: SizeSearch<G, Part>,
): SchemeFound<G> & { readonly steps: number } => {
  const { group, model, size, target, allowance } = search;
  const below = randomFrom(`${search.seed}/${group.notation}/${size}/${search.worker ?? 0}`);
  let best: SchemeFound<G> | undefined;
  const improved = (found: SchemeFound<G>): void => {
    if (best !== undefined && found.error >= best.error) return;
    best = found;
    search.onImproved?.(found);
  };
  if (BigInt(size) === group.order) {
    const listing = listGroup(group, size);
    if (listing !== undefined) {
      const elements = Array.from({ length: size }, (_, i) => listing.unrank(i));
      improved({ elements, error: errorOf(model, elements) });
      return { ...best!, steps: size * model.partCost };
    }
  }
  let steps = 0;
  /** In small groups every scheme will have been met after so many trials. */
  let trials = group.order < 100_000n ? 30 * multisets(Number(group.order), size - 1) + 100 : Number.POSITIVE_INFINITY;
  const leads: Lead<G, Part>[] = [];
  const done = (): boolean => steps >= allowance || trials <= 0 || (best !== undefined && best.error <= target);
  const runs = runsIn(allowance);
  const run = (
    symmetry: Symmetry<G>,
    pool: Pool<G, Part>,
    start: readonly Bundle<G, Part>[],
    hot: number,
    share: number,
  ): void => {
    // Translates of a scheme have the same error, so an element may stay; a symmetry does not allow every translate.
    const fixed = symmetry.maps.length === 0 && start.length > 1 ? 1 : 0;
    const enough = 20 * choicesLike(pool, start.slice(fixed)) + 50;
    const allowed = { allowance: Math.min(share, allowance - steps), trials: Math.min(trials, enough) };
    const ran = anneal({ model, pool, start, fixed, hot, cold: 0.01, ...allowed, target, below, improved });
    steps += ran.steps;
    trials -= ran.trials;
    leads.push({ symmetry, pool, bundles: ran.bundles, error: ran.error });
    leads.sort((a, b) => a.error - b.error);
    leads.splice(leadsKept);
  };
  const poolOf = (symmetry: Symmetry<G>): Pool<G, Part> => {
    const pool = makePool(group, model, symmetry, size, allowance / (2 * runs), below);
    steps += pool.steps;
    return pool;
  };

  let free = poolOf(noSymmetry());
  const identity: Bundle<G, Part> = { elements: [group.empty], part: model.part([group.empty]) };
  const freely = (): readonly Bundle<G, Part>[] => [identity, ...(size > 1 ? randomStart(free, size - 1, below)! : [])];
  const greedyCost = size * ((free.byLength.get(1)?.length ?? 0) * model.partSize);
  const greedy =
    greedyCost < allowance / 4 ? derandomised(model, free, identity, size, Math.max(target, 2 / size)) : undefined;
  steps += greedy?.steps ?? 0;
  run(noSymmetry(), free, greedy?.bundles ?? freely(), 0.15, allowance / runs);
  // As many steps under symmetries as without.
  let [freeSteps, symmetricSteps, tried] = [steps, 0, 0];
  while (!done() && steps < exploring * allowance) {
    const before = steps;
    const symmetry =
      symmetricSteps <= freeSteps && tried < symmetriesTried ? randomSymmetry(group, size, below) : undefined;
    if (symmetry !== undefined) {
      tried++;
      const pool = poolOf(symmetry);
      const start = randomStart(pool, size, below);
      if (start !== undefined) run(symmetry, pool, start, 0.4, allowance / (surveying * runs));
      symmetricSteps += steps - before;
    } else {
      if (!free.complete) free = poolOf(noSymmetry());
      run(noSymmetry(), free, freely(), 0.4, allowance / runs);
      freeSteps += steps - before;
    }
  }
  for (let k = 0; !done(); k++) {
    const { symmetry, pool, bundles } = leads[k % leads.length]!;
    const again = k % 2 === 0 ? bundles : (randomStart(pool, size, below) ?? bundles);
    run(symmetry, pool, again, k % 2 === 0 ? 0.12 : 0.4, (1.5 * allowance) / runs);
  }
  return { ...best!, steps };
};
