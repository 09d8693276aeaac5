/** Orbits of basis vectors, and the heuristic that looks for the function a scheme treats worst. */
import { approximate, rational } from '../algebra/rational.ts';
import type { Scheme } from '../averaging/scheme.ts';
import type { Element, FiniteGroup } from '../group/group.ts';
import type { Basis, FunctionSpace } from './basis.ts';
import type { RandomSource } from './random.ts';

/** A function in coordinates: integer values at basis indices. */
export interface Coordinates {
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** The basis vectors that one of them reaches, with signs for which their sum is invariant if there are any. */
export interface Orbit {
  readonly indices: readonly number[];
  readonly signs: readonly number[] | undefined;
}

export const orbitLimit = 3000;

/** The orbit of a basis vector, or undefined if it has more than `orbitLimit` members. */
const orbitOf = <G extends string>(group: FiniteGroup<G>, basis: Basis<G>, start: number): Orbit | undefined => {
  const indices = [start];
  const signOf = new Map([[start, 1]]);
  let invariant = true;
  for (let at = 0; at < indices.length; at++)
    for (const s of group.generators) {
      const moved = basis.move(s, indices[at]!);
      const [j, sign] = moved < 0 ? [~moved, -1] : [moved, 1];
      const expected = sign * signOf.get(indices[at]!)!;
      const known = signOf.get(j);
      if (known === undefined) {
        if (indices.length === orbitLimit) return undefined;
        signOf.set(j, expected);
        indices.push(j);
      } else if (known !== expected) invariant = false;
    }
  return { indices, signs: invariant ? indices.map((i) => signOf.get(i)!) : undefined };
};

export interface Orbits {
  readonly orbits: readonly Orbit[];
  /** Starts whose orbits were too large, or beyond the allowance. */
  readonly left: number;
}

/** The different orbits of the starts, smallest first, as long as their sizes sum to at most `allowance`. */
export const orbitsWithin = <G extends string>(
  group: FiniteGroup<G>,
  space: FunctionSpace<G>,
  allowance: number,
): Orbits => {
  const seen = new Set<number>();
  const found: Orbit[] = [];
  let left = 0;
  let met = 0;
  for (const start of space.starts) {
    if (seen.has(start)) continue;
    const orbit = met > 10 * orbitLimit ? undefined : orbitOf(group, space.basis, start);
    if (orbit === undefined) {
      left++;
      continue;
    }
    met += orbit.indices.length;
    for (const i of orbit.indices) seen.add(i);
    found.push(orbit);
  }
  found.sort((a, b) => a.indices.length - b.indices.length);
  const orbits: Orbit[] = [];
  let total = 0;
  for (const orbit of found) {
    total += orbit.indices.length;
    if (total > allowance) left++;
    else orbits.push(orbit);
  }
  return { orbits, left };
};

const stepLimit = 2e7;

/**
 * A function on one orbit that E_ω − P shrinks little: power iteration of (E_ωᵀE_ω − P) from a random start. Only a
 * heuristic; what it returns is scaled to greatest absolute value 1 and judged by the definition.
 */
export const improvedFunction = <G extends string>(
  basis: Basis<G>,
  orbit: Orbit,
  scheme: Scheme<G>,
  source: RandomSource,
): Float64Array => {
  const size = orbit.indices.length;
  const place = new Map(orbit.indices.map((i, at) => [i, at]));
  const moves = scheme.elements.map((g: Element<G>) => {
    const target = new Int32Array(size);
    const sign = new Float64Array(size);
    orbit.indices.forEach((i, at) => {
      const moved = basis.move(g, i);
      target[at] = place.get(moved < 0 ? ~moved : moved)!;
      sign[at] = moved < 0 ? -1 : 1;
    });
    return { target, sign };
  });
  const weights = scheme.weights.map((weight) => approximate(rational(weight, scheme.total)));
  const removeInvariant = (v: Float64Array): void => {
    if (orbit.signs === undefined) return;
    const mean = orbit.signs.reduce((sum, sign, at) => sum + sign * v[at]!, 0) / size;
    for (let at = 0; at < size; at++) v[at]! -= mean * orbit.signs[at]!;
  };
  const normalise = (v: Float64Array): void => {
    const largest = v.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    if (largest > 0) for (let at = 0; at < size; at++) v[at]! /= largest;
  };
  let v = Float64Array.from({ length: size }, () => source.below(2001) - 1000);
  removeInvariant(v);
  normalise(v);
  const iterations = Math.max(12, Math.min(300, Math.floor(stepLimit / (2 * size * weights.length))));
  for (let iteration = 0; iteration < iterations; iteration++) {
    const averaged = new Float64Array(size);
    moves.forEach(({ target, sign }, s) => {
      for (let at = 0; at < size; at++) averaged[target[at]!]! += weights[s]! * sign[at]! * v[at]!;
    });
    const back = new Float64Array(size);
    moves.forEach(({ target, sign }, s) => {
      for (let at = 0; at < size; at++) back[at]! += weights[s]! * sign[at]! * averaged[target[at]!]!;
    });
    removeInvariant(back);
    if (back.every((x) => Math.abs(x) < 1e-12)) return v;
    normalise(back);
    v = back;
  }
  return v;
};
