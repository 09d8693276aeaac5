/**
 * Fast floating-point estimates of max ‖ω̂(π)‖² for uniform schemes, one model per kind of evidence. They guide the
 * search; whether a scheme is good enough is decided by `check` alone.
 */

import { lcm } from '../algebra/integer.ts';
import { bitCount, walshHadamard } from '../algebra/walsh.ts';
import type { Element } from '../group/group.ts';
import type { PlaneAction } from '../representation/action.ts';
import type { SignedPermutation, TransitiveModule } from '../representation/module.ts';
import { partitions } from '../representation/partition.ts';
import { youngMatrix, youngRepresentation } from '../representation/youngOrthogonal.ts';
import { greatestEigenvalue } from './lanczos.ts';

/** `prepare` is done once per element; `error` once per candidate scheme. `cost` is about the steps of one `error`. */
export interface ErrorModel<G extends string, Prepared> {
  readonly prepare: (g: Element<G>) => Prepared;
  readonly error: (elements: readonly Prepared[]) => number;
  readonly cost: (size: number) => number;
}

const lanczosSteps = 36;

/** ‖E_ω − P‖² on each module, by applying permutations. */
export const moduleModel = <G extends string>(
  modules: readonly TransitiveModule<G>[],
): ErrorModel<G, readonly SignedPermutation[]> => {
  const dimension = modules.reduce((sum, { size }) => sum + size, 0);
  const errorOn = (module: TransitiveModule<G>, moves: readonly SignedPermutation[]): number => {
    const { size, invariant } = module;
    const middle = new Float64Array(size);
    return greatestEigenvalue(
      size,
      (from, to) => {
        middle.fill(0);
        for (const { target, sign } of moves) for (let i = 0; i < size; i++) middle[target[i]!]! += sign[i]! * from[i]!;
        for (const { target, sign } of moves) for (let i = 0; i < size; i++) to[i]! += sign[i]! * middle[target[i]!]!;
        const scale = moves.length * moves.length;
        for (let i = 0; i < size; i++) to[i]! /= scale;
        if (invariant === undefined) return;
        let mean = 0;
        for (let i = 0; i < size; i++) mean += invariant[i]! * from[i]!;
        mean /= size;
        for (let i = 0; i < size; i++) to[i]! -= mean * invariant[i]!;
      },
      lanczosSteps,
    );
  };
  return {
    prepare: (g) => modules.map((module) => module.apply(g)),
    error: (elements) =>
      modules.reduce(
        (worst, module, m) =>
          module.size === 1 && module.invariant !== undefined
            ? worst
            : Math.max(
                worst,
                errorOn(
                  module,
                  elements.map((moves) => moves[m]!),
                ),
              ),
        0,
      ),
    cost: (size) => lanczosSteps * dimension * (2 * size + lanczosSteps),
  };
};

/** S_d by Young's orthogonal form, one block per partition. */
export const blockModel = <G extends string>(d: number): ErrorModel<G, readonly Float64Array[]> => {
  const blocks = partitions(d)
    .filter((partition) => partition.length > 1)
    .map(youngRepresentation);
  const entries = blocks.reduce((sum, { dimension }) => sum + dimension * dimension, 0);
  const errorOn = (block: number, elements: readonly (readonly Float64Array[])[]): number => {
    const n = blocks[block]!.dimension;
    const sum = new Float64Array(n * n);
    for (const matrices of elements) {
      const matrix = matrices[block]!;
      for (let i = 0; i < sum.length; i++) sum[i]! += matrix[i]!;
    }
    const middle = new Float64Array(n);
    const scale = elements.length * elements.length;
    return greatestEigenvalue(
      n,
      (from, to) => {
        middle.fill(0);
        for (let column = 0; column < n; column++)
          for (let row = 0; row < n; row++) middle[row]! += sum[column * n + row]! * from[column]!;
        for (let column = 0; column < n; column++) {
          let product = 0;
          for (let row = 0; row < n; row++) product += sum[column * n + row]! * middle[row]!;
          to[column] = product / scale;
        }
      },
      lanczosSteps,
    );
  };
  return {
    prepare: (g) => blocks.map((block) => youngMatrix(block, g)),
    error: (elements) => blocks.reduce((worst, _, block) => Math.max(worst, errorOn(block, elements)), 0),
    cost: (size) => entries * (size + 2 * lanczosSteps),
  };
};

/** (ℤ/2)^r: all characters m at once by a Walsh–Hadamard transform; of those, the ones that `occurs` admits. */
export const signModel = <G extends string>(
  rank: number,
  coordinates: (g: Element<G>) => readonly number[],
  occurs: (weight: number) => boolean,
): ErrorModel<G, number> => {
  const size = 2 ** rank;
  const admitted = Uint32Array.from({ length: size - 1 }, (_, i) => i + 1).filter((m) => occurs(bitCount(m)));
  const values = new Float64Array(size);
  return {
    prepare: (g) => coordinates(g).reduce((code, bit, i) => code + bit * 2 ** i, 0),
    error: (codes) => {
      values.fill(0);
      for (const code of codes) values[code]! += 1;
      walshHadamard(values);
      let worst = 0;
      for (const m of admitted) worst = Math.max(worst, Math.abs(values[m]!));
      return (worst / codes.length) ** 2;
    },
    cost: () => size * (rank + 2),
  };
};

/** All characters of a product of cyclic groups, by their orders and the coordinates of elements. */
export const abelianModel = <G extends string>(
  orders: readonly number[],
  coordinates: (g: Element<G>) => readonly number[],
): ErrorModel<G, readonly number[]> => {
  const exponent = Number(orders.reduce((e, n) => lcm(e, BigInt(n)), 1n));
  const size = orders.reduce((product, n) => product * n, 1);
  const cosine = Float64Array.from({ length: exponent }, (_, j) => Math.cos((2 * Math.PI * j) / exponent));
  const sine = Float64Array.from({ length: exponent }, (_, j) => Math.sin((2 * Math.PI * j) / exponent));
  const characters = Array.from({ length: size - 1 }, (_, index) => {
    let rest = index + 1;
    return orders.map((n) => {
      const digit = rest % n;
      rest = Math.floor(rest / n);
      return digit * (exponent / n);
    });
  });
  return {
    prepare: coordinates,
    error: (elements) => {
      let worst = 0;
      for (const character of characters) {
        let [x, y] = [0, 0];
        for (const element of elements) {
          let turn = 0;
          for (let i = 0; i < orders.length; i++) turn += character[i]! * element[i]!;
          x += cosine[turn % exponent]!;
          y += sine[turn % exponent]!;
        }
        worst = Math.max(worst, x * x + y * y);
      }
      return worst / elements.length ** 2;
    },
    cost: (count) => size * count * (4 + 2 * orders.length),
  };
};

/** Plane harmonics of degrees 1 … degree, and the determinant if asked for. */
export const planeModel = <G extends string>(
  action: PlaneAction<G>,
  degree: number,
  determinant: boolean,
): ErrorModel<G, { readonly turn: number; readonly reflected: boolean }> => ({
  prepare: action.image,
  error: (elements) => {
    let worst = 0;
    for (let m = 1; m <= degree; m++) {
      const sums = [0, 0, 0, 0];
      for (const { turn, reflected } of elements) {
        const angle = (2 * Math.PI * ((m * turn) % action.turns)) / action.turns;
        sums[reflected ? 2 : 0]! += Math.cos(angle);
        sums[reflected ? 3 : 1]! += Math.sin(angle);
      }
      const norm = Math.hypot(sums[0]!, sums[1]!) + Math.hypot(sums[2]!, sums[3]!);
      worst = Math.max(worst, norm ** 2);
    }
    if (determinant)
      worst = Math.max(worst, elements.reduce((sum, { reflected }) => sum + (reflected ? -1 : 1), 0) ** 2);
    return worst / elements.length ** 2;
  },
  cost: (size) => degree * size * 40,
});
