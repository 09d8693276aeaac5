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
  /**
   * The rank of the element that sends `base[i]` to `images[i]` for all i; overwrites the images. Growth: at most one
   * look-up for each pair of base points.
   */
  readonly takeRank: (images: Uint32Array) => number;
  readonly unrank: (index: number) => Permutation;
  /** The element that sends every base point where g does, if there is one; g is read at the base points only. */
  readonly agreeingWith: (g: ArrayLike<number>) => O.Option<Permutation>;
  /** The elements fixing the first `depth` base points, identity first; the caller bounds how many it takes. */
  readonly elements: (depth?: number) => Generator<Permutation>;
  /** A uniform element from `below(k)`, a source of uniform integers in [0, k). */
  readonly sample: (below: (k: number) => number) => Permutation;
}

/**
 * Consecutive levels `from` … `to − 1` taken as one, to rank in few steps: the images of their base points, a tuple read
 * as a number to the base `degree`, tell the product of transversal elements at once.
 */
interface Block {
  readonly from: number;
  readonly to: number;
  /** How many products there are. */
  readonly size: number;
  /** The rank of the product within the block, by tuple. */
  readonly places: Int32Array;
  /** The images of all points under the inverses of the products, one product after the other. */
  readonly inverses: Uint32Array;
}

/** Levels are taken together as long as neither table has more entries than this; one level alone may have more. */
const blockLimit = 1 << 15;

const blocksOf = (degree: number, levels: readonly Level[]): readonly Block[] => {
  const blocks: Block[] = [];
  for (let from = 0; from < levels.length; ) {
    let products: readonly Permutation[] = [identityPermutation(degree)];
    let to = from;
    do {
      const { orbit, transversal } = levels[to]!;
      products = products.flatMap((g) => orbit.map((point) => compose(g, transversal[point]!)));
      to++;
    } while (
      to < levels.length &&
      degree ** (to + 1 - from) <= blockLimit &&
      products.length * levels[to]!.orbit.length * degree <= blockLimit
    );
    const places = new Int32Array(degree ** (to - from)).fill(-1);
    const inverses = new Uint32Array(products.length * degree);
    products.forEach((g, place) => {
      const tuple = levels.slice(from, to).reduce((number, level) => number * degree + g[level.basePoint]!, 0);
      places[tuple] = place;
      inverses.set(inversePermutation(g), place * degree);
    });
    blocks.push({ from, to, size: products.length, places, inverses });
    from = to;
  }
  return blocks;
};

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
  const base = levels.map((level) => level.basePoint);
  let blocks: readonly Block[] | undefined;
  const takeRank = (images: Uint32Array): number => {
    blocks ??= blocksOf(degree, levels);
    let index = 0;
    for (const { from, to, size, places, inverses } of blocks) {
      let tuple = 0;
      for (let i = from; i < to; i++) tuple = tuple * degree + images[i]!;
      const place = places[tuple]!;
      index = index * size + place;
      for (let i = to; i < images.length; i++) images[i] = inverses[place * degree + images[i]!]!;
    }
    return index;
  };
  const baseImages = new Uint32Array(base.length);
  const rank = (g: Permutation): number => {
    for (let i = 0; i < base.length; i++) baseImages[i] = g[base[i]!]!;
    return takeRank(baseImages);
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

  const agreeingWith = (g: ArrayLike<number>): O.Option<Permutation> => {
    // g = u_1 u_2 …: at each level the image of the base point under u_i⁻¹ … u_1⁻¹ g finds the next factor.
    const strips: Permutation[] = [];
    let result = identity;
    for (const level of levels) {
      let image = g[level.basePoint]!;
      for (const strip of strips) image = strip[image]!;
      const factor = level.transversal[image];
      if (factor === undefined) return O.none;
      result = compose(result, factor);
      strips.push(level.inverses[image]!);
    }
    return O.some(result);
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
    base,
    order: stabiliserOrder(0),
    contains: (g) => g.length === degree && isIdentity(sift(g, 0).residue),
    stabiliserOrder,
    rank,
    takeRank,
    unrank,
    agreeingWith,
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
