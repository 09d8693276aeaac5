/**
 * Stabiliser chains: order, membership, ranking and listing of a permutation group given by generators.
 *
 * The construction is the deterministic Schreier–Sims algorithm (Sims 1970; Seress, "Permutation Group Algorithms",
 * §4.2): every Schreier generator of every level is sifted, so the order is exact, not merely probable.
 */
import * as O from 'fp-ts/lib/Option.js';
import { compose, identityPermutation, inversePermutation, isIdentity, type Permutation } from './permutation.ts';

interface Level {
  readonly basePoint: number;
  readonly generators: Permutation[];
  /** The orbit of the base point under the level's generators, in order of discovery. */
  readonly orbit: number[];
  /** transversal[β] sends the base point to β; undefined off the orbit. */
  readonly transversal: (Permutation | undefined)[];
  readonly inverses: (Permutation | undefined)[];
}

export interface StabiliserChain {
  readonly degree: number;
  readonly base: readonly number[];
  readonly order: bigint;
  readonly contains: (g: Permutation) => boolean;
  /** The order of the pointwise stabiliser of the first `depth` base points. */
  readonly stabiliserOrder: (depth: number) => bigint;
  /**
   * A bijection from the group to 0 … order − 1 with `rank(identity) = 0`; needs order < 2⁵³. Reads only the
   * images of the `base` points; membership is not checked.
   */
  readonly rank: (g: Permutation) => number;
  readonly unrank: (index: number) => Permutation;
  /** The elements fixing the first `depth` base points, identity first; the caller bounds how many it takes. */
  readonly elements: (depth?: number) => Generator<Permutation>;
  /** A uniform element from `below(k)`, a source of uniform integers in [0, k). */
  readonly sample: (below: (k: number) => number) => Permutation;
}

/** Thrown and caught in this file only: the construction used up its allowance. */
class AllowanceSpent extends Error {}

/**
 * Like `stabiliserChain`, but gives up (`none`) after about `allowance` elementary steps (point images computed), so
 * that generators from an untrusted file cannot take unbounded time.
 */
export const stabiliserChainWithin = (
  allowance: number,
  degree: number,
  generators: readonly Permutation[],
  prefix: readonly number[] = [],
): O.Option<StabiliserChain> => {
  try {
    return O.some(build(degree, generators, prefix, allowance));
  } catch (problem) {
    if (problem instanceof AllowanceSpent) return O.none;
    throw problem;
  }
};

/**
 * Builds the chain. `prefix` asks for these points first in the base (so that `stabiliserOrder` and `elements` answer
 * questions about their pointwise stabiliser). Growth, for degree n: O(n² log³|G|) steps in the worst case; memory
 * O(n²) per level.
 */
export const stabiliserChain = (
  degree: number,
  generators: readonly Permutation[],
  prefix: readonly number[] = [],
): StabiliserChain => build(degree, generators, prefix, Number.POSITIVE_INFINITY);

const build = (
  degree: number,
  generators: readonly Permutation[],
  prefix: readonly number[],
  allowance: number,
): StabiliserChain => {
  let steps = 0;
  const identity = identityPermutation(degree);
  const levels: Level[] = [];
  const pushLevel = (basePoint: number): void => {
    const transversal = new Array<Permutation | undefined>(degree);
    const inverses = new Array<Permutation | undefined>(degree);
    transversal[basePoint] = identity;
    inverses[basePoint] = identity;
    levels.push({ basePoint, generators: [], orbit: [basePoint], transversal, inverses });
  };

  /** Strips g by the levels from `from` on; the residue and the level at which it stopped. */
  const sift = (g: Permutation, from: number): { readonly residue: Permutation; readonly level: number } => {
    let residue = g;
    for (let at = from; at < levels.length; at++) {
      const level = levels[at]!;
      const image = residue[level.basePoint]!;
      const inverse = level.inverses[image];
      if (inverse === undefined) return { residue, level: at };
      if (image === level.basePoint) continue;
      residue = compose(inverse, residue);
      steps += degree;
    }
    return { residue, level: levels.length };
  };

  const firstMoved = (g: Permutation): number => {
    let point = 0;
    while (g[point] === point) point++;
    return point;
  };

  /** Adds g, which fixes the earlier base points and is not in the chain from `at` on, and closes the level again. */
  const insert = (at: number, g: Permutation): void => {
    if (at === levels.length) pushLevel(firstMoved(g));
    const level = levels[at]!;
    level.generators.push(g);
    const oldLength = level.orbit.length;
    // Old points meet only the new generator, new points meet all of them.
    for (let position = 0; position < level.orbit.length; position++) {
      const point = level.orbit[position]!;
      const toPoint = level.transversal[point]!;
      const fresh = position < oldLength ? [g] : level.generators;
      for (let index = 0; index < fresh.length; index++) {
        const generator = fresh[index]!;
        const image = generator[point]!;
        const product = compose(generator, toPoint);
        const back = level.inverses[image];
        steps += 2 * degree;
        if (steps > allowance) throw new AllowanceSpent();
        if (back === undefined) {
          level.orbit.push(image);
          level.transversal[image] = product;
          level.inverses[image] = inversePermutation(product);
          continue;
        }
        const sifted = sift(compose(back, product), at + 1);
        if (!isIdentity(sifted.residue)) insertBelow(at + 1, sifted.level, sifted.residue);
      }
    }
  };

  /** A residue found at level `found` fixes the base points before it: it joins every level from `found` up to `at`. */
  const insertBelow = (at: number, found: number, residue: Permutation): void => {
    for (let level = found; level >= at; level--) insert(level, residue);
  };

  for (const point of prefix) pushLevel(point);
  for (const generator of generators) {
    const { residue, level } = sift(generator, 0);
    if (!isIdentity(residue)) insertBelow(0, level, residue);
  }

  const sizes = levels.map((level) => BigInt(level.orbit.length));
  const stabiliserOrder = (depth: number): bigint => sizes.slice(depth).reduce((product, size) => product * size, 1n);
  const positions = levels.map((level) => {
    const position = new Int32Array(degree).fill(-1);
    level.orbit.forEach((point, i) => {
      position[point] = i;
    });
    return position;
  });

  const rank = (g: Permutation): number => {
    // Only base images matter: level by level, the image of the base point under u⁻¹ … u⁻¹ g.
    const strips: Permutation[] = [];
    let index = 0;
    for (let at = 0; at < levels.length; at++) {
      const level = levels[at]!;
      let image = g[level.basePoint]!;
      for (const strip of strips) image = strip[image]!;
      index = index * level.orbit.length + positions[at]![image]!;
      strips.push(level.inverses[image]!);
    }
    return index;
  };

  const unrank = (index: number): Permutation => {
    let rest = index;
    let result = identity;
    for (let at = levels.length - 1; at >= 0; at--) {
      const level = levels[at]!;
      const position = rest % level.orbit.length;
      rest = Math.floor(rest / level.orbit.length);
      if (position !== 0) result = compose(level.transversal[level.orbit[position]!]!, result);
    }
    return result;
  };

  function* elements(depth = 0): Generator<Permutation> {
    const level = levels[depth];
    if (level === undefined) {
      yield identity;
      return;
    }
    for (const point of level.orbit)
      for (const rest of elements(depth + 1)) yield compose(level.transversal[point]!, rest);
  }

  return {
    degree,
    base: levels.map((level) => level.basePoint),
    order: stabiliserOrder(0),
    contains: (g) => g.length === degree && isIdentity(sift(g, 0).residue),
    stabiliserOrder,
    rank,
    unrank,
    elements,
    sample: (below) => {
      let result = identity;
      for (let at = levels.length - 1; at >= 0; at--) {
        const level = levels[at]!;
        result = compose(level.transversal[level.orbit[below(level.orbit.length)]!]!, result);
      }
      return result;
    },
  };
};
