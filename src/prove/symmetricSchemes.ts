/**
 * Search of small exact schemes among those with prescribed symmetry (`symmetricSystem.ts`): none for very small groups;
 * else class functions, left cosets of subgroups, symmetries at random and near good ones, and none again for small groups. Limits are counts, not times.
 */
import type { Rational } from '../algebra/rational.ts';
import type { ConjugacyClasses } from '../group/listing.ts';
import { type RandomBelow, randomFrom } from '../search/random.ts';
import type { Demand } from './classDistribution.ts';
import type { LinearSolver } from './linearSolver.ts';
import { solveRational } from './rationalSystem.ts';
import type { CountedSubgroup } from './subgroupClasses.ts';
import { smallSupport } from './supportSearch.ts';
import { orbitClassCounts, type Pair, type SymmetryOrbits, symmetryOrbits, systemMatrix } from './symmetricSystem.ts';
import { drawSymmetry, varySymmetry } from './symmetries.ts';

/** An exact scheme by ranks of elements, with nonzero weights. */
export interface RankedScheme {
  readonly ranks: readonly number[];
  readonly weights: readonly Rational[];
}

/** What is wanted of one demand. */
export interface Goal {
  readonly demand: Demand;
  /** The greatest weight in an exact scheme with probability weights. */
  readonly greatest: number;
  /** The least size known, of probability and of signed schemes; goes down as schemes are found. */
  readonly best: { readonly probability: number; readonly signed: number };
  /** Lower bounds: the search for these weights ends where they are met. */
  readonly least: { readonly probability: number; readonly signed: number };
}

export interface SearchLimits {
  /** Symmetries drawn at random. */
  readonly symmetries: number;
  /** Orbits of those, at most. */
  readonly orbits: number;
  /** Products of elements for their systems, all together. */
  readonly products: number;
  /** Nodes of each search tree. */
  readonly nodes: number;
}

export const defaultSearchLimits: SearchLimits = { symmetries: 300, orbits: 24, products: 4e7, nodes: 50 };

/** Groups up to these orders are searched without symmetry; small ones to the end, others for some nodes. */
const withoutSymmetry = { thorough: 30, brief: 130 } as const;
const nodesWithoutSymmetry = { thorough: 3000, brief: 20 } as const;
/** Groups up to this order are searched for signed schemes. */
const signedLimit = 2000;
/** Schemes of more elements than this are not listed. */
const listedLimit = 5000;

/** The exact scheme supported on these orbits, if there is one. */
const solveOn = (
  orbits: SymmetryOrbits,
  matrix: readonly Float64Array[],
  columns: readonly number[],
): RankedScheme | undefined => {
  const solution = solveRational(
    matrix.map((row) => columns.map((o) => BigInt(row[o]!))),
    1n,
  );
  if (solution === undefined) return undefined;
  const weightOf = new Map(columns.map((o, i) => [o, solution[i]!]));
  const ranks: number[] = [];
  const weights: Rational[] = [];
  orbits.orbitOf.forEach((o, rank) => {
    const weight = weightOf.get(o);
    if (weight === undefined || weight.numerator === 0n) return;
    ranks.push(rank);
    weights.push(weight);
  });
  return { ranks, weights };
};

interface Search<G extends string> {
  readonly classes: ConjugacyClasses<G>;
  readonly goals: readonly Goal[];
  readonly solver: LinearSolver;
  /** Says whether the scheme is exact indeed and smaller than what is known; if so the goals have been brought up to date. */
  readonly offer: (goal: number, scheme: RankedScheme) => boolean;
}

/** Whether a smaller probability scheme is still possible, as far as is known. */
const isOpen = ({ best, greatest, least }: Goal): boolean =>
  best.probability > Math.max(least.probability, Math.ceil(1 / greatest - 1e-6));

const isOpenWithSigns = ({ best, least }: Goal): boolean => best.signed > least.signed;

/**
 * Unchanged by translation, inversion and order of the orbits: how the quotients inside each orbit fall into classes.
 */
const fingerprint = ({ sizes }: SymmetryOrbits, counts: readonly Int32Array[]): string =>
  counts
    .map((row, o) => {
      const width = row.length / sizes.length;
      return row.subarray(o * width, (o + 1) * width).join(',');
    })
    .sort()
    .join(';');

/** Tries one symmetry for every goal; whether something smaller was found. */
const trySymmetry = <G extends string>(
  { goals, solver, offer }: Search<G>,
  orbits: SymmetryOrbits,
  counts: readonly Int32Array[],
  options: { readonly nodes: number; readonly signed: boolean; readonly used?: number },
): boolean => {
  let better = false;
  goals.forEach((goal, at) => {
    const matrix = systemMatrix(counts, goal.demand.values);
    const attempt = (signed: boolean): void => {
      const support = smallSupport(
        {
          matrix,
          sizes: orbits.sizes,
          below: Math.min(signed ? goal.best.signed : goal.best.probability, listedLimit),
          greatest: signed ? 1 : goal.greatest,
          signed,
          mostNodes: options.nodes,
          ...(options.used === undefined ? {} : { used: options.used }),
        },
        solver,
      );
      const scheme = support === undefined ? undefined : solveOn(orbits, matrix, support);
      if (scheme !== undefined && offer(at, scheme)) better = true;
    };
    if (isOpen(goal)) attempt(false);
    if (options.signed && isOpenWithSigns(goal)) attempt(true);
  });
  return better;
};

/** Searches all goals together; `progress` counts symmetries. The same seed gives the same schemes. */
export const searchSymmetricSchemes = <G extends string>(
  search: Search<G>,
  subgroups: readonly CountedSubgroup<G>[],
  limits: SearchLimits,
  seed: string,
  progress: (done: number, of: number) => void,
): void => {
  const { classes, goals } = search;
  const { listing } = classes;
  const { size, group } = listing;
  const below: RandomBelow = randomFrom(`${seed}/symmetric schemes/${group.notation}`);
  const withSigns = size <= signedLimit;
  let products = 0;
  const systems = new Set<string>();
  const successes: (readonly Pair<G>[])[] = [];
  const attempt = (
    pairs: readonly Pair<G>[],
    most: number,
    options: { readonly nodes: number; readonly signed: boolean; readonly used?: number },
  ): boolean => {
    const orbits = symmetryOrbits(classes, pairs, most);
    if (orbits === undefined || orbits.sizes.length < 2) return false;
    products += orbits.sizes.length * size;
    const counts = orbitClassCounts(classes, orbits);
    const key = fingerprint(orbits, counts);
    if (systems.has(key)) return false;
    systems.add(key);
    if (trySymmetry(search, orbits, counts, options) && pairs.length > 0) successes.push(pairs);
    return true;
  };
  const { thorough, brief } = withoutSymmetry;
  if (size <= thorough) {
    attempt([], thorough, { nodes: nodesWithoutSymmetry.thorough, signed: true, used: 0 });
    return;
  }
  const open = (): boolean => goals.some(isOpen);
  const openWithSigns = (): boolean => withSigns && goals.some(isOpenWithSigns);
  const { nodes } = limits;
  const byConjugation = group.generators.map((g): Pair<G> => [g, g]);
  attempt(byConjugation, limits.orbits, { nodes, signed: withSigns });
  for (const subgroup of subgroups)
    if (size / subgroup.size <= limits.orbits && products < limits.products)
      attempt(
        subgroup.generators.map((b): Pair<G> => [group.empty, b]),
        limits.orbits,
        { nodes, signed: withSigns, used: 0 },
      );
  let tried = 0;
  // Small groups have few symmetries.
  const most = Math.ceil(limits.symmetries * Math.min(1, size / 600));
  const seen = new Set<string>();
  for (let draw = 0; draw < 10 * most && tried < most; draw++) {
    if (products >= limits.products || (!open() && !openWithSigns())) break;
    progress(tried, most);
    // Mostly few orbits, sometimes more; now and then a symmetry near one that was good.
    const orbits = draw % 6 === 5 ? 2 * limits.orbits : limits.orbits;
    const good = draw % 3 === 2 ? successes[below(Math.max(1, successes.length))] : undefined;
    const { pairs, key } =
      good === undefined
        ? drawSymmetry(classes, subgroups, orbits, below)
        : { pairs: varySymmetry(classes, good, below), key: undefined };
    if (key !== undefined && seen.has(key)) continue;
    if (key !== undefined) seen.add(key);
    const signed = withSigns && tried % 3 === 0 && orbits === limits.orbits;
    if (attempt(pairs, orbits, { nodes, signed })) tried++;
  }
  if (size <= brief && open()) attempt([], brief, { nodes: nodesWithoutSymmetry.brief, signed: false, used: 0 });
};
