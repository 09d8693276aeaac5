/**
 * Evidence *moments* (MATHEMATICS.md 3.4, 3.14): T_m = (ω̃*ω)^{*m}(e) with ω̃(g) = ω(g⁻¹). As Σ_π d_π tr((ω̂*ω̂)^m) =
 * |G| T_m and the trivial irreducible contributes 1, every nontrivial π has ‖ω̂(π)‖^{2m} ≤ |G| T_m − 1. So |G| T_m − 1
 * ≤ ε^m suffices. Only group multiplication is needed, and every function class is covered.
 *
 * v_0 = δ_e and v_{i+1} = ω̃*ω*v_i, times total^{2i}, are integers; ω̃*ω is its own ~, so T_{2i} = Σ v_i(g)² and
 * T_{2i+1} = Σ v_i(g) v_{i+1}(g). They are computed modulo primes below 2²⁶, where all sums stay exact doubles, and put
 * together: total^{2m} T_m is an integer from 0 to V^{2m}, V = Σ |weights|, so that primes with a greater product tell it.
 * Growth: m · size · |G| additions for each prime, of which there are about m log₂(V)/13; memory 4 · size · |G| bytes.
 *
 * Nearly always one pass in floating point settles it (3.24): y_0 = δ_e − 1/|G| and y_{i+1} = ε⁻¹(ω̃*ω*y_i less its mean),
 * rounded, each step by less than c‖y_i‖. If ‖y_k‖ + c Σ_{i<k} ‖y_i‖ + 2u < |G|^{−1/2}, moments 2k and beyond show the bound.
 */
import * as E from 'fp-ts/lib/Either.js';
import { unitRoundoff } from '../algebra/definite.ts';
import { isPrime } from '../algebra/integer.ts';
import { approximate, type Rational } from '../algebra/rational.ts';
import { type Scheme, schemeSize, totalVariation } from '../averaging/scheme.ts';
import { type Element, pointCount } from '../group/group.ts';
import { type Listing, listGroup } from '../group/listing.ts';
import type { Permutation } from '../group/permutation.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, type Subject } from './subject.ts';

const momentLimit = 200;
const elementLimit = 2_000_000;
const imageLimit = 5e7;
/** Σ |weights| is at most this, so that sums of residues times weights stay below 2⁵². */
const variationLimit = 2n ** 26n;

/** rank(x) ↦ rank(sx) for each of these elements s. A rank reads images of base points only. */
export const leftTranslations = <G extends string>(
  listing: Listing<G>,
  elements: readonly Element<G>[],
): readonly Uint32Array[] => {
  const { base } = listing.group.chain();
  const moves = elements.map(() => new Uint32Array(listing.size));
  const product = Uint32Array.from(listing.group.empty);
  for (let index = 0; index < listing.size; index++) {
    const x = listing.unrank(index);
    elements.forEach((s, at) => {
      for (const point of base) product[point] = s[x[point]!]!;
      moves[at]![index] = listing.rank(product as Permutation as Element<G>);
    });
  }
  return moves;
};

/** total^{2i} T_i modulo a prime below 2²⁶, for i = 1 … m. */
const momentsModulo = (
  p: number,
  translations: readonly Uint32Array[],
  weights: readonly number[],
  m: number,
): readonly number[] => {
  const size = translations[0]!.length;
  let v = new Float64Array(size);
  v[0] = 1;
  let averaged = new Float64Array(size);
  let next = new Float64Array(size);
  const reduce = (values: Float64Array): void => {
    for (let x = 0; x < size; x++) {
      const rest = values[x]! % p;
      values[x] = rest < 0 ? rest + p : rest;
    }
  };
  const product = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let x = 0; x < size; x++) sum = (sum + a[x]! * b[x]!) % p;
    return sum;
  };
  const moments: number[] = [];
  while (moments.length < m) {
    // (ω * v)(sx) receives ω(s) v(x), and with ω̃ it comes back from sx to x.
    averaged.fill(0);
    translations.forEach((move, s) => {
      for (let x = 0; x < size; x++) averaged[move[x]!]! += weights[s]! * v[x]!;
    });
    reduce(averaged);
    next.fill(0);
    translations.forEach((move, s) => {
      for (let x = 0; x < size; x++) next[x]! += weights[s]! * averaged[move[x]!]!;
    });
    reduce(next);
    moments.push(product(v, next), product(next, next));
    [v, averaged, next] = [next, v, averaged];
  }
  return moments.slice(0, m);
};

/** The integer from 0 to the product of the primes with these residues. */
const fromResidues = (residues: readonly number[], primes: readonly number[]): bigint => {
  let [value, modulus] = [0n, 1n];
  residues.forEach((residue, i) => {
    const p = BigInt(primes[i]!);
    let inverse = 1n;
    for (let e = p - 2n, square = modulus % p; e > 0n; e >>= 1n, square = (square * square) % p)
      if (e & 1n) inverse = (inverse * square) % p;
    const step = ((((BigInt(residue) - value) % p) + p) * inverse) % p;
    value += modulus * step;
    modulus *= p;
  });
  return value;
};

/** Primes below 2²⁶, greatest first, with a product above the bound. */
const primesBeyond = (bound: bigint): readonly number[] => {
  const primes: number[] = [];
  let product = 1n;
  for (let p = 2 ** 26 - 1; product <= bound; p -= 2)
    if (isPrime(p)) {
      primes.push(p);
      product *= BigInt(p);
    }
  return primes;
};

/** total^{2i} · T_i for i = 1 … m, exactly. Needs Σ |weights| of at most 2²⁶. */
export const scaledMoments = <G extends string>(
  listing: Listing<G>,
  scheme: Scheme<G>,
  m: number,
): readonly bigint[] => {
  const translations = leftTranslations(listing, scheme.elements);
  const weights = scheme.weights.map(Number);
  const primes = primesBeyond(totalVariation(scheme) ** BigInt(2 * m));
  const residues = primes.map((p) => momentsModulo(p, translations, weights, m));
  return Array.from({ length: m }, (_, i) =>
    fromResidues(
      residues.map((moments) => moments[i]!),
      primes,
    ),
  );
};

/** |G| T_m − 1 ≤ ε^m, over total^{2m} and ε's denominator to the power m. */
export const momentBounds = <G extends string>(
  scheme: Scheme<G>,
  size: number,
  scaled: bigint,
  m: number,
  epsilon: Rational,
): boolean => {
  const unit = scheme.total ** BigInt(2 * m);
  const power = BigInt(m);
  return (BigInt(size) * scaled - unit) * epsilon.denominator ** power <= epsilon.numerator ** power * unit;
};

/**
 * The least k ≤ most for which floating point shows |G| T_{2k} − 1 ≤ ε^{2k}, and so ‖ω̂(π)‖² ≤ ε; undefined if none
 * does, which settles nothing. Error: 3.24 with c = 1.1 (2 size + |G| + 20) u (V/W)²/ε. Growth: 2k · size · |G|.
 */
export const momentsInFloatingPoint = <G extends string>(
  scheme: Scheme<G>,
  translations: readonly Uint32Array[],
  epsilon: Rational,
  most: number,
): number | undefined => {
  const order = translations[0]!.length;
  const total = Number(scheme.total);
  // At most ε, so that what is shown for it holds for ε: the conversion exceeds ε by at most (1 + u)³.
  const within = approximate(epsilon) * (1 - 16 * unitRoundoff);
  const spread = Number(totalVariation(scheme)) / total;
  const perStep = (1.1 * (2 * translations.length + order + 20) * unitRoundoff * spread * spread) / within;
  const weights = scheme.weights.map((weight) => Number(weight) / total);
  const scaled = weights.map((weight) => weight / within);
  let y = new Float64Array(order).fill(-1 / order);
  y[0] = 1 - 1 / order;
  let next = new Float64Array(order);
  const averaged = new Float64Array(order);
  // The norms are computed within |G| u, far less than a thousandth.
  const norm = (): number => {
    let square = 0;
    for (let x = 0; x < order; x++) square += y[x]! * y[x]!;
    return 1.001 * Math.sqrt(square);
  };
  let slack = 2 * unitRoundoff;
  for (let k = 1; k <= most; k++) {
    slack += 1.001 * perStep * norm();
    averaged.fill(0);
    translations.forEach((move, s) => {
      const weight = weights[s]!;
      for (let x = 0; x < order; x++) averaged[move[x]!]! += weight * y[x]!;
    });
    next.fill(0);
    translations.forEach((move, s) => {
      const weight = scaled[s]!;
      for (let x = 0; x < order; x++) next[x]! += weight * averaged[move[x]!]!;
    });
    let mean = 0;
    for (let x = 0; x < order; x++) mean += next[x]!;
    mean /= order;
    for (let x = 0; x < order; x++) next[x]! -= mean;
    [y, next] = [next, y];
    if (1.001 * (norm() + slack) < 1 / Math.sqrt(order)) return k;
  }
  return undefined;
};

export const checkMoments = <G extends string>(
  subject: Subject<G>,
  scheme: Scheme<G>,
  epsilon: Rational,
  m: number,
): E.Either<Refusal, undefined> => {
  if (m < 1 || m > momentLimit) return declined('work-limit', `moment ${m}; from 1 to ${momentLimit} are computed`);
  const listing = listGroup(subject.instance.group, elementLimit);
  if (listing === undefined) return declined('group-limit', `moments need a group of at most ${elementLimit} elements`);
  const images = listing.size * schemeSize(scheme);
  if (images > imageLimit) return declined('work-limit', `${images} translates are listed; the limit is ${imageLimit}`);
  const variation = totalVariation(scheme);
  if (variation > variationLimit) return declined('work-limit', 'the weights have too many digits for moments');
  // Every element of the group is written out once; its products are ranked by their images of base points.
  const listed = listing.size * (200 + 30 * pointCount(listing.group.shape));
  const translation = 150 + 50 * listing.group.chain().base.length;
  const floating = afford(subject, listed + images * (translation + 8 * m), `moment ${m}`);
  if (E.isLeft(floating)) return floating;
  // ε is positive and no number overflows to a "yes": comparisons with infinities and what is not a number fail.
  if (
    epsilon.numerator > 0n &&
    momentsInFloatingPoint(scheme, leftTranslations(listing, scheme.elements), epsilon, Math.floor(m / 2)) !== undefined
  )
    return E.right(undefined);
  const primes = 1 + (2 * m * variation.toString(2).length) / 25;
  const exact = afford(subject, listed + images * (translation + 8 * m * primes), `moment ${m} exactly`);
  if (E.isLeft(exact)) return exact;
  const scaled = scaledMoments(listing, scheme, m)[m - 1]!;
  return momentBounds(scheme, listing.size, scaled, m, epsilon)
    ? E.right(undefined)
    : rejected('error-not-bounded', `moment ${m} does not bound the error by ε`);
};
