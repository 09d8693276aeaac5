/**
 * Evidence *code* (Delsarte's linear programme for binary codes; MATHEMATICS.md 3.26): a lower bound on AC_wk of (ℤ/2)^r for
 * uniform weights, ε < 1 and a class in which every irreducible occurs.
 *
 * Let g_1, …, g_n be given, and for each of the 2^r characters let w(χ) be the number of i with χ(g_i) = −1. With
 * Krawtchouk's K_i(w) = Σ_j (−1)^j C(w, j) C(n−w, i−j), K_i(w(χ)) is the sum over all sets S of i indices of Π_{j∈S} χ(g_j),
 * so its sum over χ is 2^r times the number of S with Π_{j∈S} g_j = e: at least 0, and 2^r for i = 0. If the g_i are within
 * ε, (n − 2w(χ))² ≤ εn² for χ ≠ 1, and w(1) = 0. So if f = 1 + Σ f_i K_i, f_i ≥ 0, has f(w) ≤ 0 for all integers w with
 * (n − 2w)² ≤ εn², 2^r ≤ Σ_χ f(w(χ)) ≤ f(0). Hence 2^r > f(0) excludes n elements.
 * The evidence has such an f for each n from `from` on; smaller n are excluded by generation (n ≥ r + 1) or Welch's bound.
 */
import * as E from 'fp-ts/lib/Either.js';
import { denominatorFits, overCommonDenominator, type Rational } from '../algebra/rational.ts';
import { welchBound } from '../averaging/bounds.ts';
import { cyclicFactors } from '../group/cyclicFactors.ts';
import type { FiniteGroup } from '../group/group.ts';
import type { Established } from './established.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, denominatorBits, type Subject } from './subject.ts';

const limits = { elements: 2000, sizes: 2000 } as const;

/** r for a group (ℤ/2)^r: Z2^r, C2 and their products; undefined for any other group. */
export const elementaryTwoRank = <G extends string>(group: FiniteGroup<G>): number | undefined => {
  const orders = cyclicFactors(group)?.orders;
  return orders?.every((n) => n === 2) === true ? orders.length : undefined;
};

/** The w in 1 … n with (n − 2w)² ≤ εn²: how often a nontrivial character can be −1 on n elements within ε. */
export const possibleWeights = (n: number, { numerator, denominator }: Rational): readonly bigint[] => {
  const most = numerator * BigInt(n) ** 2n;
  return Array.from({ length: n }, (_, i) => BigInt(i + 1)).filter(
    (w) => (BigInt(n) - 2n * w) ** 2n * denominator <= most,
  );
};

/**
 * Σ c_i K_i(w) for words of length n, exactly, by (i + 1)K_{i+1} = (n − 2w)K_i − (n − i + 1)K_{i−1}. Growth: as many products
 * of integers of n bits as there are c_i.
 */
export const krawtchoukSum = (n: number, c: readonly bigint[], w: bigint): bigint => {
  const length = BigInt(n);
  let [before, now, sum] = [0n, 1n, 0n];
  for (let i = 0; i < c.length; i++) {
    sum += c[i]! * now;
    const index = BigInt(i);
    [before, now] = [now, ((length - 2n * w) * now - (length - index + 1n) * before) / (index + 1n)];
  }
  return sum;
};

/** Whether f = 1 + Σ f_i K_i shows that no n elements of a group (ℤ/2)^r of this order are within ε < 1. */
export const excludesLength = (
  n: number,
  coefficients: readonly Rational[],
  epsilon: Rational,
  order: bigint,
): boolean => {
  if (coefficients.length > n || epsilon.numerator >= epsilon.denominator) return false;
  const { numerators, denominator } = overCommonDenominator(coefficients);
  if (numerators.some((x) => x < 0n)) return false;
  const f = [denominator, ...numerators];
  return (
    order * denominator > krawtchoukSum(n, f, 0n) &&
    possibleWeights(n, epsilon).every((w) => krawtchoukSum(n, f, w) <= 0n)
  );
};

/** The least n that `generation` and Welch's bound leave: fewer elements are not within ε < 1. */
export const firstLength = (rank: number, order: bigint, epsilon: Rational): bigint => {
  const welch = welchBound(order, epsilon);
  return welch > BigInt(rank + 1) ? welch : BigInt(rank + 1);
};

/** Steps for one f: a few products for each coefficient and each of at most n weights. */
const stepsPerLength = (n: number, coefficients: readonly Rational[]): number => {
  const bits = coefficients.reduce((most, { numerator }) => Math.max(most, numerator.toString(2).length), 0);
  const words = Math.ceil((bits + denominatorBits) / 64);
  return 500 * n + (n + 1) * (coefficients.length + 1) * (500 + 2 * Math.ceil(n / 64) * words);
};

/** The caller has shown that every irreducible occurs. */
export const checkCode = <G extends string>(
  subject: Subject<G>,
  from: number,
  polynomials: readonly (readonly Rational[])[],
  epsilon: Rational,
): E.Either<Refusal, Established> => {
  const { group } = subject.instance;
  const rank = elementaryTwoRank(group);
  if (rank === undefined)
    return rejected('evidence-not-applicable', 'code evidence is for Z2^r, C2 and their products');
  if (epsilon.numerator >= epsilon.denominator)
    return rejected('evidence-not-applicable', 'for ε ≥ 1 one element is enough');
  const last = from + polynomials.length - 1;
  if (polynomials.length > limits.sizes || last > limits.elements)
    return declined('work-limit', `at most ${limits.elements} elements and ${limits.sizes} polynomials are checked`);
  if (from < 1 || BigInt(from) > firstLength(rank, group.order, epsilon))
    return rejected('code-fails', `sizes below ${from} are excluded neither by generation nor by Welch's bound`);
  for (const [i, coefficients] of polynomials.entries()) {
    const n = from + i;
    if (!denominatorFits(coefficients, denominatorBits))
      return declined('work-limit', `the coefficients for ${n} elements have too many digits`);
    const affordable = afford(subject, stepsPerLength(n, coefficients), 'the polynomials of the code bound');
    if (E.isLeft(affordable)) return affordable;
    if (!excludesLength(n, coefficients, epsilon, group.order))
      return rejected('code-fails', `the polynomial for ${n} elements does not exclude them`);
  }
  return E.right({ quantity: 'AC_wk', epsilon, least: { value: BigInt(last + 1), for: 'uniform' } });
};
