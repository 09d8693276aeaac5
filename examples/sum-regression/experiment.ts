/** The experiment: averages of the trained network over few certified, few random, and all elements, on fresh points. */
import { evaluate, type Network } from './network.ts';
import {
  type Averaging,
  asymmetry,
  asymmetryOfAverages,
  averaged,
  type ListedGroup,
  onOrbit,
  plainAverage,
  symmetricGroupOf,
  worstFound,
} from './orbits.ts';
import { type Random, randomOf, randomPoint, sorted, sum } from './random.ts';
import type { CertifiedAverage } from './schemes.ts';

export interface Measured {
  /** E_g‖E_ω f − g·E_ω f‖² / E_g‖f − g·f‖², over all orbits together. */
  readonly ratio: number;
  /** The greatest ratio on a single orbit. */
  readonly worst: number;
  /** Of E_ω f against the sum, over the orbits: points in any order. */
  readonly predictionError: number;
}

/** Of as many sets of random elements, drawn with multiplicity. */
export interface RandomSets {
  /** The 5th, 50th and 95th of every 100 ratios on the network. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** The median of the greatest ratios over all functions. */
  readonly worstFunction: number;
}

export interface Experiment {
  readonly orbits: number;
  /** Root mean square error of the network itself. */
  readonly sortedError: number;
  readonly shuffledError: number;
  readonly certified: readonly {
    readonly of: CertifiedAverage;
    readonly measured: Measured;
    /** The greatest ratio found over all functions on the group. */
    readonly worstFunction: number;
    readonly random: RandomSets;
  }[];
  readonly all: Measured;
}

const mean = (values: ArrayLike<number>): number => sum(Array.from(values)) / values.length;

const randomAverage = ({ elements }: ListedGroup, size: number, random: Random): Averaging =>
  plainAverage(Array.from({ length: size }, () => elements[Math.floor(random() * elements.length)]!));

export interface Extent {
  readonly orbits: number;
  readonly randomSets: number;
  readonly seed: number;
}

/** What `npm run example` measures. */
export const full: Extent = { orbits: 100, randomSets: 1000, seed: 2 };

/** The value that a part of them does not exceed. */
const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))]!;

/** Rounds of power iteration. */
const rounds = 200;
/** Random sets whose worst function is looked for. */
const worstSets = 51;

export const experiment = (
  network: Network,
  schemes: readonly CertifiedAverage[],
  { orbits: count, randomSets, seed }: Extent,
): Experiment => {
  const random = randomOf(seed);
  const d = network[0]!.inputs;
  const group = symmetricGroupOf(d);
  const points = Array.from({ length: count }, () => randomPoint(d, random));
  const orbits = points.map((x) => onOrbit(group, (y) => evaluate(network, y), x));
  const before = orbits.map(asymmetry);
  /** (Pf − sum)², the error that no average removes. */
  const bias = mean(orbits.map((values, i) => (mean(values) - sum(points[i]!)) ** 2));
  const measured = (after: readonly number[]): Measured => ({
    ratio: sum(after) / sum(before),
    worst: after.reduce((worst, value, i) => Math.max(worst, value / before[i]!), 0),
    predictionError: Math.sqrt(mean(after) / 2 + bias),
  });
  const after = asymmetryOfAverages(group, orbits);
  const start = Float64Array.from(group.elements, random);
  const worst = (average: Averaging): number => worstFound(group, average, start, rounds);
  return {
    orbits: count,
    sortedError: Math.sqrt(mean(points.map((x) => (evaluate(network, sorted(x)) - sum(x)) ** 2))),
    shuffledError: Math.sqrt(mean(before) / 2 + bias),
    certified: schemes.map((of) => {
      const sets = Array.from({ length: randomSets }, () => randomAverage(group, of.file.size, random));
      const ratios = sets.map((set) => after(set) / mean(before));
      return {
        of,
        measured: measured(orbits.map((values) => asymmetry(averaged(group, of.average, values)))),
        worstFunction: worst(of.average),
        random: {
          low: quantile(ratios, 0.05),
          median: quantile(ratios, 0.5),
          high: quantile(ratios, 0.95),
          worstFunction: quantile(sets.slice(0, worstSets).map(worst), 0.5),
        },
      };
    }),
    all: measured(orbits.map((values) => asymmetry(new Float64Array(values.length).fill(mean(values))))),
  };
};
