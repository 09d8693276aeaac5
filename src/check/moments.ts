/**
 * Evidence *moments* (MATHEMATICS.md 3.4, 3.14): T_m = (ω̃*ω)^{*m}(e) with ω̃(g) = ω(g⁻¹). As Σ_π d_π tr((ω̂*ω̂)^m) =
 * |G| T_m and the trivial irreducible contributes 1, every nontrivial π has ‖ω̂(π)‖^{2m} ≤ |G| T_m − 1. So |G| T_m − 1
 * ≤ ε^m suffices. Only group multiplication is needed, and every function class is covered.
 *
 * v_0 = δ_e and v_{i+1} = ω̃*ω*v_i are computed as integers (times total^{2i}); ω̃*ω is its own ~, so
 * T_{2i} = Σ v_i(g)² and T_{2i+1} = Σ v_i(g) v_{i+1}(g). Growth: m/2 · 2 · size · |G| additions of integers of up to
 * m log₂(size) bits.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../algebra/rational.ts';
import { type Scheme, schemeSize } from '../averaging/scheme.ts';
import { pointCount } from '../group/group.ts';
import { type Listing, listGroup } from '../group/listing.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, type Subject } from './subject.ts';

const momentLimit = 200;
const elementLimit = 100_000;
const imageLimit = 2e7;

/** rank(x) ↦ rank(sx) for each element s of the scheme. */
const leftTranslations = <G extends string>(listing: Listing<G>, scheme: Scheme<G>): readonly Uint32Array[] => {
  const elements = Array.from({ length: listing.size }, (_, i) => listing.unrank(i));
  return scheme.elements.map((s) => Uint32Array.from(elements, (x) => listing.rank(listing.group.concat(s, x))));
};

/** total^{2m} · T_m for m = 1, 2, 3, …, exactly. */
export function* scaledMoments<G extends string>(listing: Listing<G>, scheme: Scheme<G>): Generator<bigint> {
  const translations = leftTranslations(listing, scheme);
  const { size } = listing;
  const add = (to: bigint[], from: readonly bigint[], weight: bigint, source: number, target: number): void => {
    to[target]! += weight === 1n ? from[source]! : weight * from[source]!;
  };
  /** (ω * v)(y) = Σ_s ω(s) v(s⁻¹y), so v(x) goes to sx; with ω̃ it comes back from sx. */
  const step = (v: readonly bigint[]): bigint[] => {
    const averaged = new Array<bigint>(size).fill(0n);
    const back = new Array<bigint>(size).fill(0n);
    translations.forEach((move, s) => {
      for (let x = 0; x < size; x++) if (v[x] !== 0n) add(averaged, v, scheme.weights[s]!, x, move[x]!);
    });
    translations.forEach((move, s) => {
      for (let x = 0; x < size; x++) add(back, averaged, scheme.weights[s]!, move[x]!, x);
    });
    return back;
  };
  const product = (v: readonly bigint[], w: readonly bigint[]): bigint => v.reduce((sum, x, i) => sum + x * w[i]!, 0n);
  let v: readonly bigint[] = Array.from({ length: size }, (_, i) => (i === 0 ? 1n : 0n));
  for (;;) {
    const next = step(v);
    yield product(v, next);
    yield product(next, next);
    v = next;
  }
}

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
  // An addition takes longer the longer its numbers, which have about m log₂(total) digits.
  const addition = 60 + (m * scheme.total.toString(2).length) / 8;
  const translation = 200 + 8 * pointCount(listing.group.shape);
  const affordable = afford(subject, images * (translation + m * addition), `moment ${m}`);
  if (E.isLeft(affordable)) return affordable;
  const sequence = scaledMoments(listing, scheme);
  let scaled = sequence.next().value as bigint;
  for (let reached = 1; reached < m; reached++) scaled = sequence.next().value as bigint;
  return momentBounds(scheme, listing.size, scaled, m, epsilon)
    ? E.right(undefined)
    : rejected('error-not-bounded', `moment ${m} does not bound the error by ε`);
};
