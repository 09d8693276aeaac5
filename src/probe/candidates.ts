/**
 * Bounds on AC_wk that name no scheme. A lower bound is attacked with smaller sets: a set whose average passes on all
 * functions on the group passes on every class, because for f in F the functions g ↦ (g·f)(x) are functions on the
 * group. To say that a set passes, both sides of the weak condition are written as quadratic forms, summed over the
 * group from the definition, and their difference is shown positive semidefinite in exact integers. An existence claim
 * can only be confirmed by finding a set, or refuted by trying all of them.
 */
import type { Rational } from '../algebra/rational.ts';
import { showRational } from '../algebra/rational.ts';
import { type Scheme, schemeSize, uniformScheme } from '../averaging/scheme.ts';
import type { Element, FiniteGroup } from '../group/group.ts';
import { probeApproximation } from './approximateSchemes.ts';
import { type FunctionSpace, regularSpace } from './basis.ts';
import { listedElements } from './elements.ts';
import { briefInteger, type Effort, type Finding, falsified, notProbed, survived } from './outcome.ts';
import { type RandomSource, randomSource } from './random.ts';
import { showScheme } from './schemes.ts';

/** Groups up to this size have sets verified exactly on all functions. */
const exactLimit = 60;
/** Sets that are all tried. */
const exhaustiveLimit = 1000;

/** Symmetric Gaussian elimination without fractions: all pivots must be positive, or zero with a zero row. */
const isSemidefinite = (matrix: readonly (readonly bigint[])[]): boolean => {
  let rest = matrix.map((row) => [...row]);
  let previous = 1n;
  while (rest.length > 0) {
    const zero = rest.findIndex((row, i) => row[i] === 0n && row.every((x) => x === 0n));
    if (zero >= 0) {
      rest = rest.filter((_, i) => i !== zero).map((row) => row.filter((_, j) => j !== zero));
      continue;
    }
    const pivot = rest[0]!;
    const head = pivot[0]!;
    if (head <= 0n) return false;
    const divisor = previous;
    rest = rest.slice(1).map((row) => row.slice(1).map((x, j) => (head * x - row[0]! * pivot[j + 1]!) / divisor));
    previous = head;
  }
  return true;
};

/** Whether E_g‖E_ωf − g·E_ωf‖² ≤ ε·E_g‖f − g·f‖² for every function f on a small group. */
const passesEverywhere = <G extends string>(
  group: FiniteGroup<G>,
  elements: readonly Element<G>[],
  scheme: Scheme<G>,
  epsilon: Rational,
): boolean => {
  const n = elements.length;
  const place = new Map(elements.map((g, i) => [group.show(g), i]));
  const translation = (g: Element<G>): readonly number[] =>
    elements.map((x) => place.get(group.show(group.concat(g, x)))!);
  const zeros = (): bigint[][] => Array.from({ length: n }, () => new Array<bigint>(n).fill(0n));
  // Σ_g ‖f − g·f‖² as a form: each g adds 2I − ρ(g) − ρ(g)ᵀ.
  const before = zeros();
  for (const g of elements)
    translation(g).forEach((to, from) => {
      before[from]![from]! += 2n;
      before[to]![from]! -= 1n;
      before[from]![to]! -= 1n;
    });
  const average = zeros();
  scheme.elements.forEach((g, s) => {
    translation(g).forEach((to, from) => {
      average[to]![from]! += scheme.weights[s]!;
    });
  });
  const times = (a: readonly (readonly bigint[])[], b: readonly (readonly bigint[])[]): bigint[][] =>
    a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => (x === 0n ? sum : sum + x * b[k]![j]!), 0n)));
  const transposed = average.map((row, i) => row.map((_, j) => average[j]![i]!));
  const after = times(transposed, times(before, average));
  const scale = epsilon.numerator * scheme.total * scheme.total;
  return isSemidefinite(before.map((row, i) => row.map((x, j) => scale * x - epsilon.denominator * after[i]![j]!)));
};

const randomSet = <G extends string>(elements: readonly Element<G>[], n: number, source: RandomSource): Scheme<G> => {
  // The first may be the identity: translating a set changes no error.
  const pool = elements.slice(1);
  for (let i = 0; i < Math.min(n - 1, pool.length); i++) {
    const j = i + source.below(pool.length - i);
    [pool[i], pool[j]] = [pool[j]!, pool[i]!];
  }
  return uniformScheme([elements[0]!, ...pool.slice(0, n - 1)]);
};

/** Sets of n distinct elements with the identity: all of them if they are few. */
function* setsOf<G extends string>(elements: readonly Element<G>[], n: number): Generator<readonly Element<G>[]> {
  function* from(position: number, left: number): Generator<readonly Element<G>[]> {
    if (left === 0) yield [];
    else
      for (let i = position; i + left <= elements.length; i++)
        for (const rest of from(i + 1, left - 1)) yield [elements[i]!, ...rest];
  }
  for (const rest of from(1, n - 1)) yield [elements[0]!, ...rest];
}

const binomial = (n: number, k: number): number => {
  let result = 1;
  for (let i = 1; i <= k && result <= 1e9; i++) result = (result * (n - i + 1)) / i;
  return result;
};

/** AC_wk ≥ value: tries smaller sets, and the schemes given elsewhere in the certificate. */
export const probeWeakLower = <G extends string>(
  group: FiniteGroup<G>,
  epsilon: Rational,
  value: bigint,
  others: readonly Scheme<G>[],
  effort: Effort,
): Finding => {
  if (value <= 1n) return survived(0, 'every scheme has at least one element');
  if (value > group.order)
    return falsified(1, `the claim is false: the average over all ${briefInteger(group.order)} elements is exact`);
  const elements = listedElements(group, exactLimit);
  if (elements === undefined)
    return notProbed(`smaller sets are verified on all functions only in groups of at most ${exactLimit} elements`);
  const n = Number(value) - 1;
  const exhaustive = binomial(elements.length - 1, n - 1) <= Math.min(exhaustiveLimit, 10 * effort.runs);
  const source = randomSource(effort.seedFor('smaller sets'));
  const candidates = [...others.filter((scheme) => schemeSize(scheme) <= n)];
  if (exhaustive) for (const set of setsOf(elements, n)) candidates.push(uniformScheme(set));
  else for (let i = 0; i < effort.runs; i++) candidates.push(randomSet(elements, n, source));
  const space = regularSpace(group);
  const quick: Effort = { ...effort, runs: 1 };
  const passing = candidates.find(
    (scheme) =>
      probeApproximation(group, space, scheme, epsilon, false, quick).outcome !== 'falsified' &&
      passesEverywhere(group, elements, scheme, epsilon),
  );
  return passing === undefined
    ? survived(
        candidates.length,
        `${exhaustive ? 'all' : candidates.length} sets of ${n} elements, averaged uniformly, were refuted; other weights were not probed`,
      )
    : falsified(
        candidates.length,
        `the claim is false: the ${schemeSize(passing)} elements ${showScheme(group, passing)} pass ε = ${showRational(epsilon)} on every function`,
      );
};

/** AC_wk or AC_st ≤ value without a scheme. */
export const probeExistence = <G extends string>(
  group: FiniteGroup<G>,
  space: FunctionSpace<G> | undefined,
  epsilon: Rational,
  value: bigint,
  strong: boolean,
  uniform: boolean,
  effort: Effort,
): Finding => {
  const unknown = 'existence claims name no set, and failing to find one refutes nothing';
  const elements = listedElements(group, 500);
  if (elements === undefined || space === undefined || value > 2000n || value < 1n)
    return value < 1n
      ? falsified(1, 'the claim is false: a scheme has at least one element')
      : notProbed(`${unknown}; the group or the set is too large for a search`);
  const n = Number(value);
  const source = randomSource(effort.seedFor('existence'));
  const quick: Effort = { ...effort, runs: 4 };
  const withstands = (scheme: Scheme<G>): boolean =>
    probeApproximation(group, space, scheme, epsilon, strong, quick).outcome === 'survived';
  // Multisets with the identity number C(|G| + n − 2, n − 1).
  if (uniform && n <= 4 && binomial(elements.length + n - 2, n - 1) <= exhaustiveLimit) {
    let tried = 0;
    for (const scheme of multisets(elements, n)) {
      tried++;
      if (withstands(scheme))
        return survived(
          tried,
          `the ${n} elements ${showScheme(group, scheme)} were found and withstood all functions tried`,
        );
    }
    return falsified(
      tried,
      `the claim is false: each of the ${tried} multisets of ${n} elements (up to translation) violates ε = ${showRational(epsilon)} at some function`,
    );
  }
  const tries = Math.min(effort.runs, 10);
  for (let i = 0; i < tries; i++) {
    const scheme = uniformScheme(Array.from({ length: n }, () => elements[source.below(elements.length)]!));
    if (withstands(scheme))
      return survived(
        i + 1,
        `random set ${i + 1} of ${n} elements withstood all functions tried, so the claim is plausible`,
      );
  }
  return notProbed(`${unknown}; ${tries} random sets of ${n} elements were all refuted`);
};

function* multisets<G extends string>(elements: readonly Element<G>[], n: number): Generator<Scheme<G>> {
  function* from(position: number, left: number): Generator<readonly Element<G>[]> {
    if (left === 0) yield [];
    else
      for (let i = position; i < elements.length; i++)
        for (const rest of from(i, left - 1)) yield [elements[i]!, ...rest];
  }
  for (const rest of from(0, n - 1)) yield uniformScheme([elements[0]!, ...rest]);
}
