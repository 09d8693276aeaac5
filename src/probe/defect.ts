/**
 * The two sides of the approximate conditions (MATHEMATICS.md section 1), from the definition, for one function f given
 * in coordinates: ‖E_ωf − g·E_ωf‖² and ‖f − g·f‖² for each g.
 *
 * In a group small enough the averages over g are sums over all of it, in exact integers. Otherwise they are estimated
 * from uniform elements, drawn anew for each function that seems to violate the condition. X(g) = ‖E_ωf − gE_ωf‖² −
 * ε‖f − gf‖² lies between −4ε‖f‖² and 4‖E_ωf‖², so by Hoeffding a mean that is not positive is seen above `margin` with
 * probability at most δ_i; with δ_i = 10⁻⁹ · 6/(π² i²) for the i-th such function these sum to 10⁻⁹.
 */
import { approximate, type Rational } from '../algebra/rational.ts';
import { type Scheme, totalVariation } from '../averaging/scheme.ts';
import { type Element, type FiniteGroup, pointCount } from '../group/group.ts';
import type { Basis } from './basis.ts';
import { listedElements, showBriefly, uniformElements } from './elements.ts';
import type { Coordinates } from './orbits.ts';
import { type RandomSource, randomSource } from './random.ts';

/** Stored images: elements times basis vectors. */
export const tableLimit = 6e6;
/** Images of points computed for one sample. */
const sampledWork = 3e6;

export interface Judgement {
  readonly violated: boolean;
  /** Left side over right side without ε: to compare with ε. NaN where the right side is 0. */
  readonly ratio: number;
  /** For the strong condition, the h with the greatest left side. */
  readonly worst: string;
}

/** Judges one function. */
export type Judge = (f: Coordinates) => Judgement;

/** For each basis vector, where a fixed list of elements sends it; computed once. */
const imageRows = <G extends string>(basis: Basis<G>, elements: readonly Element<G>[]) => {
  const rows = new Map<number, Int32Array>();
  return (i: number): Int32Array => {
    const known = rows.get(i);
    if (known !== undefined) return known;
    const row = Int32Array.from(elements, (g) => basis.move(g, i));
    if ((rows.size + 1) * elements.length <= tableLimit) rows.set(i, row);
    return row;
  };
};

type Rows = (i: number) => Int32Array;

/** ‖u − g·u‖² for each of the elements behind `rows`. */
const squaredDistances = (u: Coordinates, rows: Rows, count: number, size: () => number): Float64Array => {
  const images = u.indices.map(rows);
  const scratch = new Float64Array(size());
  const distances = new Float64Array(count);
  for (let g = 0; g < count; g++) {
    u.indices.forEach((i, at) => {
      scratch[i]! += u.values[at]!;
      const moved = images[at]![g]!;
      if (moved < 0) scratch[~moved]! += u.values[at]!;
      else scratch[moved]! -= u.values[at]!;
    });
    let sum = 0;
    const take = (i: number): void => {
      sum += scratch[i]! * scratch[i]!;
      scratch[i] = 0;
    };
    u.indices.forEach((i, at) => {
      take(i);
      const moved = images[at]![g]!;
      take(moved < 0 ? ~moved : moved);
    });
    distances[g] = sum;
  }
  return distances;
};

/** total · E_ω f. */
const averageOf = <G extends string>(scheme: Scheme<G>, rows: Rows, f: Coordinates): Coordinates => {
  const values = new Map<number, number>();
  const weights = scheme.weights.map(Number);
  f.indices.forEach((i, at) => {
    rows(i).forEach((moved, s) => {
      const [j, sign] = moved < 0 ? [~moved, -1] : [moved, 1];
      values.set(j, (values.get(j) ?? 0) + sign * weights[s]! * f.values[at]!);
    });
  });
  return { indices: [...values.keys()], values: [...values.values()] };
};

const squaredNorm = (f: Coordinates): number => f.values.reduce((sum, x) => sum + x * x, 0);

const exactTotal = (values: Float64Array): bigint => values.reduce((sum, x) => sum + BigInt(x), 0n);

const greatest = (values: Float64Array): number => values.reduce((best, x, i) => (x > values[best]! ? i : best), 0);

export interface Judging<G extends string> {
  readonly judge: Judge;
  /** How the averages over the group are taken, for messages. */
  readonly method: string;
  readonly group: FiniteGroup<G>;
}

/** Exact sums over the whole group; integer arithmetic as long as 2·Σ|w|·Σ|f| stays below 2²⁶, else within 10⁻⁹. */
const judgeExactly = <G extends string>(
  group: FiniteGroup<G>,
  basis: Basis<G>,
  scheme: Scheme<G>,
  epsilon: Rational,
  strong: boolean,
  elements: readonly Element<G>[],
): Judge => {
  const all = imageRows(basis, elements);
  const own = imageRows(basis, scheme.elements);
  const { numerator: p, denominator: q } = epsilon;
  const variation = Number(totalVariation(scheme));
  const order = BigInt(elements.length);
  const square = scheme.total * scheme.total;
  return (f) => {
    const u = averageOf(scheme, own, f);
    const after = squaredDistances(u, all, elements.length, basis.size);
    const before = squaredDistances(f, all, elements.length, basis.size);
    const worstAt = greatest(after);
    const worst = showBriefly(group, elements[worstAt]!);
    const scale = 2 * variation * f.values.reduce((sum, x) => sum + Math.abs(x), 0);
    const [leftSum, right] = [exactTotal(after), exactTotal(before)];
    const left = strong ? order * BigInt(after[worstAt]!) : leftSum;
    const ratio = Number(left) / (Number(square) * Number(right));
    const slack = scale < 2 ** 26 ? 0n : order * BigInt(Math.ceil(1e-9 * scale * scale));
    return { violated: q * (left - slack) > p * square * right, ratio, worst };
  };
};

interface Estimate {
  readonly violated: boolean;
  readonly ratio: number;
  readonly worst: number;
}

/**
 * Compares means over some elements. `deviation` is Hoeffding's for a mean of values in an interval of length 1; 10⁻⁹
 * besides covers rounding.
 */
const estimate = (
  after: Float64Array,
  before: Float64Array,
  norms: { readonly after: number; readonly before: number },
  bound: number,
  strong: boolean,
  deviation: number,
): Estimate => {
  const mean = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0) / values.length;
  const worst = greatest(after);
  const right = mean(before);
  if (strong) {
    const most = right + 4 * norms.before * (deviation + 1e-9);
    return { violated: after[worst]! > bound * most, ratio: after[worst]! / right, worst };
  }
  const left = mean(after);
  const margin = 4 * (norms.after + bound * norms.before) * (deviation + 1e-9);
  return { violated: left - bound * right > margin, ratio: left / right, worst };
};

/**
 * A first sample, drawn once, only decides which functions deserve a second look; that look takes fresh elements, and
 * the error probabilities are those of the second looks.
 */
const judgeBySampling = <G extends string>(
  group: FiniteGroup<G>,
  basis: Basis<G>,
  dimension: number,
  scheme: Scheme<G>,
  epsilon: Rational,
  strong: boolean,
  sample: (source: RandomSource) => Element<G>,
  source: RandomSource,
): Judge => {
  const own = imageRows(basis, scheme.elements);
  const total = Number(scheme.total);
  const bound = approximate(epsilon);
  const points = pointCount(group.shape);
  const count = Math.max(400, Math.min(20_000, Math.floor(tableLimit / dimension), Math.floor(sampledWork / points)));
  const draw = (): readonly Element<G>[] => Array.from({ length: count }, () => sample(source));
  const first = draw();
  const firstRows = imageRows(basis, first);
  let looks = 0;
  return (f) => {
    const scaled = averageOf(scheme, own, f);
    const u = { indices: scaled.indices, values: scaled.values.map((x) => x / total) };
    const norms = { after: squaredNorm(u), before: squaredNorm(f) };
    const delta = (1e-9 * 6) / (Math.PI * (looks + 1)) ** 2;
    const deviation = Math.sqrt(-Math.log(delta) / (2 * count));
    const look = (elements: readonly Element<G>[], rows: Rows, allowed: number): Judgement => {
      const after = squaredDistances(u, rows, count, basis.size);
      const before = squaredDistances(f, rows, count, basis.size);
      const { violated, ratio, worst } = estimate(after, before, norms, bound, strong, allowed);
      return { violated, ratio, worst: showBriefly(group, elements[worst]!) };
    };
    const screened = look(first, firstRows, 0.8 * deviation);
    if (!screened.violated) return screened;
    looks++;
    const fresh = draw();
    return look(fresh, (i) => Int32Array.from(fresh, (g) => basis.move(g, i)), deviation);
  };
};

/** How to judge functions of this space; undefined if uniform elements of a large group cannot be drawn. */
export const judging = <G extends string>(
  group: FiniteGroup<G>,
  basis: Basis<G>,
  dimension: number,
  scheme: Scheme<G>,
  epsilon: Rational,
  strong: boolean,
  seed: number,
): Judging<G> | undefined => {
  const elements = listedElements(group, Math.min(50_000, Math.floor(tableLimit / Math.max(1, dimension))));
  if (elements !== undefined)
    return {
      judge: judgeExactly(group, basis, scheme, epsilon, strong, elements),
      method: `averages over all ${elements.length} elements, exactly`,
      group,
    };
  const sample = uniformElements(group);
  if (sample === undefined) return undefined;
  return {
    judge: judgeBySampling(group, basis, dimension, scheme, epsilon, strong, sample, randomSource(seed)),
    method:
      'averages over the group estimated from random elements; a violation within the Hoeffding margin ' +
      '(false alarms have probability below 1e-9) goes unnoticed',
    group,
  };
};
