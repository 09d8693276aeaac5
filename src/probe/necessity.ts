/**
 * Lower bounds on AC_ex from the definition, by linear algebra modulo a prime.
 *
 * ω is exact iff Σ_g ω(g) c(g) is the same for c and its average, for every *coefficient* c(g) = f(g⁻¹x) with f in F
 * and x a point. Let r be the dimension of the span of the coefficients and of 1 (as Σ ω = 1), as functions of g
 * (MATHEMATICS.md 2.14). The exact schemes are an affine space of codimension r in ℝ^G that contains the uniform
 * scheme, so some exact scheme, even with nonnegative weights, has at most r elements: AC_ex ≤ r; and r = |G| leaves
 * the uniform scheme alone: AC_ex = |G|.
 *
 * Random f = (a·x + b)^k (these span the polynomials of degree ≤ k, in characteristic above k) and random x are drawn
 * until 20 coefficients in a row lie in the span of the earlier ones, modulo a prime p that divides neither |G| nor k!.
 * By Schwartz and Zippel a smaller span would do that with probability at most (2k/p)²⁰. So "r = |G|" is a proof and
 * "r < |G|" is wrong with negligible probability.
 */
import type { Cyclotomic } from '../algebra/cyclotomic.ts';
import type { Element, FiniteGroup } from '../group/group.ts';
import { inversePermutation, type Permutation } from '../group/permutation.ts';
import type { Action, Instance, MatrixAction } from '../representation/action.ts';
import { type FunctionClass, isPolynomialClass, type PolynomialClass } from '../representation/functionClass.ts';
import { listedElements, uniformElements } from './elements.ts';
import { briefInteger, type Effort, type Finding, falsified, notProbed, survived } from './outcome.ts';
import { type RandomSource, randomSource } from './random.ts';

/** Groups up to this size are decided as a whole; in larger ones a random subset of `subsetSize` elements is tried. */
const wholeLimit = 750;
const subsetSize = 250;
const stagnation = 20;

const isPrime = (n: number): boolean => {
  for (let q = 2; q * q <= n; q++) if (n % q === 0) return false;
  return n > 1;
};

/** The greatest prime below 2²⁶ that is 1 modulo n. */
export const primeFor = (n: number): number => {
  let p = Math.floor((2 ** 26 - 2) / n) * n + 1;
  while (!isPrime(p)) p -= n;
  return p;
};

/** Products stay below 2⁵², so the remainder is exact. */
const power = (base: number, exponent: number, p: number): number => {
  let result = 1;
  for (let square = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
};

/** Row space modulo p, grown row by row. */
export class RowSpace {
  readonly rows: { readonly pivot: number; readonly row: Float64Array }[] = [];
  readonly p: number;
  constructor(p: number) {
    this.p = p;
  }
  /** Adds a row, which is overwritten; whether it was independent of the earlier ones. */
  add(row: Float64Array): boolean {
    const { p } = this;
    const inverse = 1 / p;
    for (const { pivot, row: other } of this.rows) {
      const factor = row[pivot]!;
      if (factor === 0) continue;
      const minus = p - factor;
      for (let i = pivot; i < row.length; i++) {
        const value = row[i]! + minus * other[i]!;
        let rest = value - Math.floor(value * inverse) * p;
        if (rest < 0) rest += p;
        else if (rest >= p) rest -= p;
        row[i] = rest;
      }
    }
    const pivot = row.findIndex((x) => x !== 0);
    if (pivot < 0) return false;
    const scale = power(row[pivot]!, p - 2, p);
    this.rows.push({ pivot, row: row.map((x) => (x * scale) % p) });
    return true;
  }
}

/** A root of unity of order n modulo p, for n dividing p − 1. */
const rootModulo = (n: number, p: number): number => {
  const isExact = (root: number): boolean => {
    for (let m = 1; m < n; m++) if (n % m === 0 && power(root, m, p) === 1) return false;
    return true;
  };
  let candidate = 2;
  while (!isExact(power(candidate, (p - 1) / n, p))) candidate++;
  return power(candidate, (p - 1) / n, p);
};

/** x ↦ ρ(g⁻¹)x modulo p, with a root of unity modulo p for ζ; matrices are remembered. */
const moveByMatrix = <G extends string>(
  { field, image }: MatrixAction<G>,
  p: number,
): ((g: Element<G>, x: readonly number[]) => readonly number[]) => {
  const zeta = rootModulo(field.conductor, p);
  const residue = ({ numerators, denominator }: Cyclotomic): number => {
    const small = (n: bigint): number => Number(((n % BigInt(p)) + BigInt(p)) % BigInt(p));
    const sum = numerators.reduce((total, c, j) => (total + small(c) * power(zeta, j, p)) % p, 0);
    return (sum * power(small(denominator), p - 2, p)) % p;
  };
  const known = new Map<Element<G>, readonly (readonly number[])[]>();
  return (g, x) => {
    const matrix =
      known.get(g) ?? image(inversePermutation(g) as Permutation as Element<G>).map((row) => row.map(residue));
    known.set(g, matrix);
    return matrix.map((row) => row.reduce((sum, a, j) => (sum + a * x[j]!) % p, 0));
  };
};

/** x ↦ (g⁻¹x) modulo p, on coordinates; on the plane, on z and z̄ with a root of unity modulo p for ζ. */
export const moveModulo = <G extends string>(
  action: Action<G>,
  p: number,
): ((g: Element<G>, x: readonly number[]) => readonly number[]) => {
  if (action.kind === 'matrix') return moveByMatrix(action, p);
  if (action.kind !== 'plane') {
    const d = action.dimension;
    return (g, x) => {
      const image = action.image(g);
      return x.map((_, i) => (image[i]! < d ? x[image[i]!]! : (p - x[image[i]! - d]!) % p));
    };
  }
  const n = action.turns;
  const zeta = rootModulo(n, p);
  return (g, [z, w]) => {
    const { turn, reflected } = action.image(g);
    const back = power(zeta, (n - turn) % n, p);
    const forth = power(zeta, turn % n, p);
    return reflected ? [(forth * w!) % p, (back * z!) % p] : [(back * z!) % p, (forth * w!) % p];
  };
};

/** The dimension of the span of the coefficients and the constants on a list of elements. */
export const coefficientRank = <G extends string>(
  instance: Instance<G>,
  functions: PolynomialClass,
  elements: readonly Element<G>[],
  source: RandomSource,
): { readonly rank: number; readonly runs: number } => {
  const { action } = instance;
  const p = primeFor(action.kind === 'plane' ? action.turns : action.kind === 'matrix' ? action.field.conductor : 1);
  const move = moveModulo(action, p);
  const k = functions.kind === 'linear' ? 1 : functions.degree;
  const residues = (): number[] => Array.from({ length: action.dimension }, () => source.below(p));
  const space = new RowSpace(p);
  space.add(new Float64Array(elements.length).fill(1));
  let [runs, idle] = [0, 0];
  while (idle < stagnation && space.rows.length < elements.length) {
    const [a, x] = [residues(), residues()];
    const b = functions.kind === 'linear' ? 0 : source.below(p);
    const row = Float64Array.from(elements, (g) => {
      const y = move(g, x);
      return power(
        y.reduce((sum, value, i) => (sum + a[i]! * value) % p, b),
        k,
        p,
      );
    });
    runs++;
    idle = space.add(row) ? 0 : idle + 1;
  }
  return { rank: space.rows.length, runs };
};

const randomSubset = <G extends string>(group: FiniteGroup<G>, source: RandomSource): readonly Element<G>[] => {
  const sample = uniformElements(group);
  if (sample === undefined) return [];
  const found = new Map<string, Element<G>>();
  for (let tries = 0; tries < 20 * subsetSize && found.size < subsetSize; tries++) {
    const g = sample(source);
    found.set(group.show(g), g);
  }
  return [...found.values()];
};

/** AC_ex ≥ value. */
export const probeExactLower = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  value: bigint,
  effort: Effort,
): Finding => {
  const { group } = instance;
  if (value > group.order)
    return falsified(1, `the claim is false: the average over all ${briefInteger(group.order)} elements is exact`);
  if (functions.kind === 'all')
    return survived(
      1,
      'the translates of the function that is 1 at e and 0 elsewhere are different points of the group',
    );
  if (!isPolynomialClass(functions)) return notProbed('lower bounds on this function class have no probe');
  const source = randomSource(effort.seedFor('necessity'));
  if (group.order <= BigInt(wholeLimit)) {
    const { rank, runs } = coefficientRank(instance, functions, listedElements(group, wholeLimit)!, source);
    return BigInt(rank) < value
      ? falsified(
          runs,
          `the claim is false: f(g⁻¹x) as functions of g span only ${rank} of ${briefInteger(group.order)} dimensions ` +
            `(${runs} random f and x modulo a prime), so some exact scheme has at most ${rank} elements`,
        )
      : survived(
          runs,
          BigInt(rank) === group.order
            ? `f(g⁻¹x) as functions of g span all ${rank} dimensions modulo a prime, so no smaller scheme is exact`
            : `f(g⁻¹x) as functions of g span ${rank} dimensions, so this argument gives no scheme smaller than ${rank}`,
        );
  }
  const subset = value === group.order ? randomSubset(group, source) : [];
  if (subset.length === 0)
    return notProbed(`a group of ${briefInteger(group.order)} elements is too large for the rank of its coefficients`);
  const { rank, runs } = coefficientRank(instance, functions, subset, source);
  return rank < subset.length
    ? falsified(
        runs,
        `the claim is false: on ${subset.length} random elements the functions f(g⁻¹x) span only ${rank} dimensions, ` +
          'so some exact scheme leaves out one of them',
      )
    : survived(
        runs,
        `on ${subset.length} random elements of ${briefInteger(group.order)} the functions f(g⁻¹x) are independent; the rest was not probed`,
      );
};

/** AC_ex ≤ value < |G| is refuted where the coefficients span everything; undefined where this says nothing. */
export const refuteFewer = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  value: bigint,
  effort: Effort,
): Finding | undefined => {
  const { group } = instance;
  if (value >= group.order) return undefined;
  if (functions.kind === 'all')
    return falsified(1, 'the claim is false: on all functions only the average over the whole group is exact');
  if (!isPolynomialClass(functions)) return undefined;
  const all = listedElements(group, wholeLimit);
  if (all === undefined) return undefined;
  const { rank, runs } = coefficientRank(instance, functions, all, randomSource(effort.seedFor('fewer')));
  return rank === all.length
    ? falsified(
        runs,
        `the claim is false: f(g⁻¹x) as functions of g span all ${rank} dimensions, so no smaller scheme is exact`,
      )
    : undefined;
};

/** threshold ≥ k: on degree k − 1 fewer elements must do. */
export const probeMissed = <G extends string>(instance: Instance<G>, k: number, effort: Effort): Finding => {
  const { group } = instance;
  if (k === 0) return survived(0, 'no degree is below 0');
  const all = listedElements(group, wholeLimit);
  if (all === undefined)
    return notProbed(
      `whether degree ${k - 1} is enough for ${briefInteger(group.order)} elements needs too large a rank`,
    );
  const source = randomSource(effort.seedFor('missed'));
  const { rank, runs } = coefficientRank(instance, { kind: 'polynomials', degree: k - 1 }, all, source);
  return rank === all.length
    ? falsified(
        runs,
        `the claim is false: already on degree ${k - 1} the functions f(g⁻¹x) span all ${rank} dimensions`,
      )
    : survived(runs, `on degree ${k - 1} the functions f(g⁻¹x) span ${rank} of ${all.length} dimensions`);
};
