/**
 * Upper bounds on AC_ex for a chain of classes: explicit exact schemes, verified by the checker. Uniform schemes on
 * subgroups, then schemes with prescribed symmetry, with probability and with signed weights.
 */
import * as E from 'fp-ts/lib/Either.js';
import { rationals } from '../algebra/rational.ts';
import type { ExactEvidence } from '../certificate/evidence.ts';
import { unlimited } from '../check/allowance.ts';
import { checkExact } from '../check/exact.ts';
import { subjectOf } from '../check/subject.ts';
import { type Element, makeGroup } from '../group/group.ts';
import type { Instance } from '../representation/action.ts';
import type { FunctionClass } from '../representation/functionClass.ts';
import { type Characters, charactersOf } from './characters.ts';
import { type Demand, demandOf, greatestWeight, isExactDistribution } from './classDistribution.ts';
import type { LinearSolver } from './linearSolver.ts';
import { planeSubgroups } from './planeSubgroups.ts';
import { reflectionsOf } from './reflections.ts';
import { type CountedSubgroup, subgroupClasses } from './subgroupClasses.ts';
import { candidateSubgroups, type Subgroup } from './subgroups.ts';
import {
  defaultSearchLimits,
  type Goal,
  type RankedScheme,
  type SearchLimits,
  searchSymmetricSchemes,
} from './symmetricSchemes.ts';
import { type Upper, type UpperBounds, type UpperLedger, upperLedger } from './upperLedger.ts';

export type { Upper, UpperBounds };

export interface UpperOptions {
  readonly solver: LinearSolver;
  readonly seed: string;
  readonly progress: (phase: string, done?: number, of?: number) => void;
  readonly limits?: Partial<SearchLimits>;
  /** For each class, lower bounds on AC_ex where known: nothing smaller is searched. */
  readonly least?: readonly { readonly probability?: bigint; readonly signed?: bigint }[];
}

/** Subgroups up to this order are listed; larger ones are described by generators. */
const listedSubgroup = 50n;

const uniformOn = <G extends string>({ group }: Instance<G>, { chain, generators }: Subgroup<G>): Upper => ({
  size: chain.order,
  weights: 'uniform',
  evidence:
    chain.order <= listedSubgroup
      ? { kind: 'scheme', scheme: { elements: [...chain.elements()].map((g) => group.show(g as Element<G>)) } }
      : { kind: 'subgroup', generators: generators.map(group.show) },
});

/** Evidence that describes no scheme element by element, for classes too large for anything else. */
const implicitly = <G extends string>(instance: Instance<G>, functions: FunctionClass): UpperBounds => {
  const reflections = reflectionsOf(instance);
  const kinds: readonly ExactEvidence[] = [
    ...(instance.action.kind === 'plane' ? [{ kind: 'harmonics' } as const] : []),
    ...(reflections === undefined
      ? []
      : [{ kind: 'reflections', reflections: reflections.map(instance.group.show) } as const]),
  ];
  for (const evidence of kinds) {
    const checked = checkExact(subjectOf(instance, functions, unlimited), evidence);
    if (E.isLeft(checked) || checked.right.most === undefined) continue;
    const { value, for: weights } = checked.right.most;
    if (value < instance.group.order) return { probability: { size: value, weights, evidence } };
  }
  return {};
};

/** For groups without a table: every candidate in turn, smallest first; later classes go on from where earlier ones stopped. */
const byCandidates = <G extends string>(
  instance: Instance<G>,
  classes: readonly FunctionClass[],
  subgroups: readonly Subgroup<G>[],
): readonly UpperBounds[] => {
  let at = 0;
  return classes.map((functions) => {
    // A subgroup that is not exact on a class is not exact on a larger one.
    for (; at < subgroups.length; at++) {
      const probability = uniformOn(instance, subgroups[at]!);
      if (E.isRight(checkExact(subjectOf(instance, functions, unlimited), probability.evidence)))
        return { probability };
    }
    return implicitly(instance, functions);
  });
};

const weighted = <G extends string>(characters: Characters<G>, { ranks, weights }: RankedScheme): Upper => {
  const { listing } = characters.table.classes;
  const elements = ranks.map((rank) => listing.group.show(listing.unrank(rank)));
  const uniform = weights.every((weight) => rationals.equals(weight, weights[0]!));
  const nonnegative = weights.every(({ numerator }) => numerator > 0n);
  return {
    size: BigInt(ranks.length),
    weights: uniform ? 'uniform' : nonnegative ? 'probability' : 'signed',
    evidence: { kind: 'scheme', scheme: uniform ? { elements } : { elements, weights } },
  };
};

/** A demand and the last of the classes with that demand. */
interface LastDemand {
  readonly last: number;
  readonly demand: Demand;
}

/** The demands of a chain, those left out that every element is needed for: there e is |G| at the identity and 0 elsewhere. */
const lastDemands = <G extends string>(
  characters: Characters<G>,
  classes: readonly FunctionClass[],
): readonly LastDemand[] => {
  const demands = classes.map((functions) => demandOf(characters, functions));
  const keys = demands.map(({ values }) => values.join(','));
  return demands.flatMap((demand, last) =>
    keys[last] === keys[last + 1] || demand.values[0] === characters.table.classes.listing.size
      ? []
      : [{ last, demand }],
  );
};

/** Searches schemes with symmetry in a group that is exact on the first classes of the chain, one for each demand. */
const searchIn = <G extends string>(
  ledger: UpperLedger<G>,
  characters: Characters<G>,
  subgroups: readonly CountedSubgroup<G>[],
  runs: readonly LastDemand[],
  { solver, seed, progress, least }: UpperOptions,
  limits: SearchLimits,
): void => {
  const goals = runs.map(
    ({ demand, last }): Goal => ({
      demand,
      greatest: greatestWeight(characters, demand, solver),
      best: {
        get probability() {
          return Number(ledger.size(last, 'probability'));
        },
        get signed() {
          return Number(ledger.size(last, 'signed'));
        },
      },
      least: { probability: Number(least?.[last]?.probability ?? 1n), signed: Number(least?.[last]?.signed ?? 1n) },
    }),
  );
  const { classes } = characters.table;
  const phase = `searching symmetric schemes among ${classes.listing.size} elements`;
  progress(phase);
  searchSymmetricSchemes(
    {
      classes,
      goals,
      solver,
      offer: (goal, scheme) => ledger.offer(runs[goal]!.last, weighted(characters, scheme)),
    },
    subgroups,
    limits,
    seed,
    (done, of) => progress(phase, done, of),
  );
};

/** The subgroup as a group of its own, acting as before. */
const restricted = <G extends string>(
  { notation, group, action, faithful }: Instance<G>,
  { generators, chain }: Subgroup<G>,
): Instance<G> => ({
  notation: `subgroup of order ${chain.order} of ${notation}`,
  group: makeGroup<G>({
    notation: group.notation,
    shape: group.shape,
    family: { name: 'generated' },
    generators,
    order: chain.order,
    chain,
  }),
  action,
  faithful,
});

/** Exact subgroups inside which the search goes on, at most; their order, at most; for groups of order above this. */
const innerSearches = { count: 4, order: 3000, above: 30n } as const;

/**
 * A scheme that averages over a subgroup H exactly on F averages over the group exactly if H does, F^H = F^G. So the
 * search is repeated inside such subgroups: those exact on the largest classes, small ones first, where they can help.
 */
const innerGroups = <G extends string>(
  ledger: UpperLedger<G>,
  characters: Characters<G>,
  subgroups: readonly CountedSubgroup<G>[],
  runs: readonly LastDemand[],
  solver: LinearSolver,
): readonly CountedSubgroup<G>[] => {
  const { order, above, count } = innerSearches;
  if (ledger.instance.group.order <= above) return [];
  const open = runs.filter(
    ({ demand, last }) =>
      Number(ledger.size(last, 'probability')) > Math.ceil(1 / greatestWeight(characters, demand, solver) - 1e-6),
  );
  return subgroups
    .filter(({ size }) => size <= order)
    .map((subgroup) => ({
      subgroup,
      exactOn: runs.filter(({ demand }) => isExactDistribution(demand, subgroup.counts, subgroup.size)),
    }))
    .filter(({ subgroup, exactOn }) =>
      exactOn.some((run) => open.includes(run) && ledger.size(run.last, 'probability') <= BigInt(subgroup.size)),
    )
    .sort((a, b) => b.exactOn.length - a.exactOn.length || a.subgroup.size - b.subgroup.size)
    .slice(0, count)
    .map(({ subgroup }) => subgroup);
};

/** For listed groups: subgroups by class distribution, then schemes with symmetry. */
const bySearch = <G extends string>(ledger: UpperLedger<G>, characters: Characters<G>, options: UpperOptions): void => {
  const { instance } = ledger;
  const { solver, seed, progress } = options;
  progress('searching subgroups');
  const subgroups = subgroupClasses(instance, characters.table.classes, seed);
  const runs = lastDemands(characters, ledger.classes);
  const isExact = ({ counts, size }: CountedSubgroup<G>, { demand }: LastDemand): boolean =>
    isExactDistribution(demand, counts, size);
  for (const run of [...runs].reverse()) {
    const smallest = subgroups.find((subgroup) => isExact(subgroup, run));
    if (smallest !== undefined) ledger.offer(run.last, uniformOn(instance, smallest));
  }
  const limits: SearchLimits = { ...defaultSearchLimits, ...options.limits };
  for (const subgroup of innerGroups(ledger, characters, subgroups, runs, solver)) {
    const within = restricted(instance, subgroup);
    const table = charactersOf(within);
    if (E.isLeft(table)) continue;
    const last = Math.max(...runs.filter((run) => isExact(subgroup, run)).map((run) => run.last));
    searchIn(
      ledger,
      table.right,
      subgroupClasses(within, table.right.table.classes, seed),
      lastDemands(table.right, ledger.classes.slice(0, last + 1)),
      options,
      { ...limits, symmetries: Math.ceil(limits.symmetries / 2), products: limits.products / 2 },
    );
  }
  searchIn(ledger, characters, subgroups, runs, options, limits);
};

/**
 * Bounds for each class of a chain, every class contained in those after it; the same for the same seed. All evidence
 * has been accepted by the checker.
 */
export const exactUpperBounds = <G extends string>(
  instance: Instance<G>,
  classes: readonly FunctionClass[],
  options: UpperOptions,
): readonly UpperBounds[] => {
  if (classes.length === 0 || instance.group.order === 1n) return classes.map(() => ({}));
  const found = charactersOf(instance);
  if (E.isLeft(found))
    return byCandidates(instance, classes, [
      ...planeSubgroups(instance),
      ...candidateSubgroups(instance, options.seed),
    ]);
  const ledger = upperLedger(instance, classes);
  bySearch(ledger, found.right, options);
  options.progress('checking');
  return ledger.verified();
};
