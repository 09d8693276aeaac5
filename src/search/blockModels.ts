/** Models by dense blocks: irreducibles given by matrices, harmonics of the plane, small signed permutation modules. */
import type { Element } from '../group/group.ts';
import type { PlaneAction } from '../representation/action.ts';
import type { TransitiveModule } from '../representation/module.ts';
import { partitions } from '../representation/partition.ts';
import { youngMatrix, youngRepresentation } from '../representation/youngOrthogonal.ts';
import { type BlockPart, blockSum } from './blockSum.ts';
import type { ErrorModel } from './errorModel.ts';

/** A representation of G by orthogonal matrices. */
export interface Block<G extends string> {
  readonly dimension: number;
  /** Column by column. */
  readonly matrix: (g: Element<G>) => ArrayLike<number>;
  /** Steps for one matrix. */
  readonly cost: number;
}

export const blockModel = <G extends string>(blocks: readonly Block<G>[]): ErrorModel<G, BlockPart> => {
  const dimensions = blocks.map(({ dimension }) => dimension);
  const total = dimensions.reduce((sum, n) => sum + n * n, 0);
  const cubes = dimensions.reduce((sum, n) => sum + n ** 3, 0);
  const addTo = (sums: BlockPart, g: Element<G>): void => {
    let at = 0;
    for (const { dimension, matrix } of blocks) {
      const entries = matrix(g);
      const count = dimension * dimension;
      for (let i = 0; i < count; i++) sums[at + i]! += entries[i]!;
      at += count;
    }
  };
  const partCost = blocks.reduce((sum, { cost }) => sum + cost, 0);
  const times = (g: BlockPart, h: BlockPart): BlockPart => {
    const product = new Float64Array(total);
    let at = 0;
    for (const n of dimensions) {
      for (let j = 0; j < n; j++)
        for (let k = 0; k < n; k++) {
          const x = h[at + j * n + k]!;
          for (let i = 0; i < n; i++) product[at + j * n + i]! += x * g[at + k * n + i]!;
        }
      at += n * n;
    }
    return product;
  };
  return {
    part: (elements) => {
      const sums = new Float64Array(total);
      for (const g of elements) addTo(sums, g);
      return sums;
    },
    running: (size) => blockSum(dimensions, size),
    partSize: total,
    partCost,
    ...(2 * cubes < partCost ? { times, timesCost: cubes } : {}),
    ranked: cubes > 25 * total,
  };
};

/** All nontrivial irreducibles of S_d by Young's orthogonal form, one block per partition. */
export const symmetricBlocks = <G extends string>(d: number): readonly Block<G>[] =>
  partitions(d)
    .filter((partition) => partition.length > 1)
    .map(youngRepresentation)
    .map((representation) => ({
      dimension: representation.dimension,
      matrix: (g) => youngMatrix(representation, g),
      cost: ((d * (d - 1)) / 4 + 2) * representation.dimension ** 2,
    }));

/** Plane harmonics of degrees 1 … degree, and the determinant if asked for. */
export const planeBlocks = <G extends string>(
  action: PlaneAction<G>,
  degree: number,
  determinant: boolean,
): readonly Block<G>[] => {
  const harmonic = (m: number): Block<G> => ({
    dimension: 2,
    matrix: (g) => {
      const { turn, reflected } = action.image(g);
      const angle = (2 * Math.PI * ((m * turn) % action.turns)) / action.turns;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      return reflected ? [c, s, s, -c] : [c, s, -s, c];
    },
    cost: 50,
  });
  const harmonics = Array.from({ length: degree }, (_, i) => harmonic(i + 1));
  return determinant
    ? [...harmonics, { dimension: 1, matrix: (g) => [action.image(g).reflected ? -1 : 1], cost: 10 }]
    : harmonics;
};

/** The complements of the invariants in modules, as single blocks: ρ(g) − P. */
export const moduleBlocks = <G extends string>(modules: readonly TransitiveModule<G>[]): readonly Block<G>[] =>
  modules
    .filter(({ size, invariant }) => size > 1 || invariant === undefined)
    .map(({ size, invariant, apply }) => ({
      dimension: size,
      matrix: (g) => {
        const { target, sign } = apply(g);
        const entries = new Float64Array(size * size);
        for (let j = 0; j < size; j++) {
          if (invariant !== undefined)
            for (let i = 0; i < size; i++) entries[j * size + i] = -(invariant[i]! * invariant[j]!) / size;
          entries[j * size + target[j]!]! += sign[j]!;
        }
        return entries;
      },
      cost: size * size + 2000 * size,
    }));
