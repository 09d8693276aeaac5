/**
 * The strong condition by dense blocks: the error is max ‖(1 − π(h)) ω̂(π)‖²/2 over every h of a listed group and every
 * block π (MATHEMATICS.md 3.20). It lies between the weak error and twice that.
 */
import type { Element } from '../group/group.ts';
import type { Listing } from '../group/listing.ts';
import type { Block } from './blockModels.ts';
import { blockModel } from './blockModels.ts';
import type { BlockPart } from './blockSum.ts';
import { gram, greatestOfSymmetric } from './dense.ts';
import type { ErrorModel, RunningSum } from './errorModel.ts';

/** Pairs of a block and an element tried first, because they rejected a trial lately. */
const hotPairs = 16;

interface Pair {
  readonly block: number;
  readonly h: number;
}

const displacementSum = (
  dimensions: readonly number[],
  movers: readonly BlockPart[],
  size: number,
): RunningSum<BlockPart> => {
  const offsets: number[] = [];
  const total = dimensions.reduce((sum, n) => {
    offsets.push(sum);
    return sum + n * n;
  }, 0);
  const largest = Math.max(1, ...dimensions) ** 2;
  const [moved, square] = [new Float64Array(largest), new Float64Array(largest)];
  let sums = new Float64Array(total);
  let other = new Float64Array(total);
  let current: number | undefined;
  let hot: Pair[] = [];
  let steps = 0;
  const half = 1 / (2 * size * size);

  /** ‖(1 − π(h))A‖²/2 on one block. */
  const displaced = (a: Float64Array, { block, h }: Pair): number => {
    const n = dimensions[block]!;
    const at = offsets[block]!;
    const mover = movers[h]!;
    for (let j = 0; j < n; j++) {
      for (let i = 0; i < n; i++) moved[j * n + i] = a[at + j * n + i]!;
      for (let k = 0; k < n; k++) {
        const x = a[at + j * n + k]!;
        for (let i = 0; i < n; i++) moved[j * n + i]! -= x * mover[at + k * n + i]!;
      }
    }
    gram(moved, 0, n, half, square);
    steps += 3 * n * n * n + 250;
    return greatestOfSymmetric(square, n);
  };
  const norm = (a: Float64Array, block: number): number => {
    const n = dimensions[block]!;
    gram(a, offsets[block]!, n, 4 * half, square);
    steps += 2 * n * n * n + 150;
    return greatestOfSymmetric(square, n);
  };
  /** The worst displacement, or one above the limit. */
  const worstOf = (a: Float64Array, limit: number): number => {
    for (const pair of hot) {
      const value = displaced(a, pair);
      if (value > limit) return value;
    }
    let worst = 0;
    for (let block = 0; block < dimensions.length; block++) {
      // ‖1 − π(h)‖² ≤ 4.
      if (norm(a, block) <= worst) continue;
      for (let h = 0; h < movers.length; h++) {
        const value = displaced(a, { block, h });
        if (value <= worst) continue;
        worst = value;
        if (worst <= limit) continue;
        hot = [{ block, h }, ...hot.slice(0, hotPairs - 1)];
        return worst;
      }
    }
    return worst;
  };
  const energy = (): number => {
    current ??= worstOf(sums, Number.POSITIVE_INFINITY);
    return current;
  };
  return {
    steps: () => steps,
    sharpen: () => undefined,
    add: (part, weight) => {
      for (let i = 0; i < total; i++) sums[i]! += weight * part[i]!;
      current = undefined;
    },
    error: energy,
    energy,
    trial: (removed, added, limit) => {
      for (let i = 0; i < total; i++) other[i] = sums[i]! - removed[i]! + added[i]!;
      steps += total;
      const value = worstOf(other, limit);
      if (value > limit) return Number.POSITIVE_INFINITY;
      current = value;
      return value;
    },
    keep: () => {
      [sums, other] = [other, sums];
    },
  };
};

/** Growth: an error costs up to 3 · |G|/2 · Σ d_π³. */
export const displacementModel = <G extends string>(
  blocks: readonly Block<G>[],
  { group, size, rank, unrank }: Listing<G>,
): ErrorModel<G, BlockPart> => {
  const model = blockModel(blocks);
  const movers: BlockPart[] = [];
  for (let index = 1; index < size; index++) {
    const h: Element<G> = unrank(index);
    if (rank(group.inverse(h)) >= index) movers.push(model.part([h]));
  }
  const dimensions = blocks.map(({ dimension }) => dimension);
  return { ...model, ranked: false, running: (n) => displacementSum(dimensions, movers, n) };
};
