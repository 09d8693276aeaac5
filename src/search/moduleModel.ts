/** Signed permutation modules of any size, by permuting vectors (`operatorSum.ts`). */
import type { SignedPermutation, TransitiveModule } from '../representation/module.ts';
import type { ErrorModel } from './errorModel.ts';
import { type Operator, operatorSum } from './operatorSum.ts';

interface PermutationOperator extends Operator {
  readonly move: SignedPermutation;
}

/** For each element its action on each module. */
export type ModulePart = readonly (readonly PermutationOperator[])[];

const operatorOf = (move: SignedPermutation): PermutationOperator => {
  const { target, sign } = move;
  return {
    move,
    cost: 3 * target.length,
    add: (weight, from, to) => {
      for (let i = 0; i < from.length; i++) to[target[i]!]! += weight * sign[i]! * from[i]!;
    },
    addBack: (weight, from, to) => {
      for (let i = 0; i < from.length; i++) to[i]! += weight * sign[i]! * from[target[i]!]!;
    },
  };
};

const compose = (g: SignedPermutation, h: SignedPermutation): SignedPermutation => {
  const target = new Uint32Array(h.target.length);
  const sign = new Int8Array(h.target.length);
  for (let i = 0; i < target.length; i++) {
    target[i] = g.target[h.target[i]!]!;
    sign[i] = h.sign[i]! * g.sign[h.target[i]!]!;
  }
  return { target, sign };
};

/** ‖E_ω − P‖² on each module. */
export const moduleModel = <G extends string>(modules: readonly TransitiveModule<G>[]): ErrorModel<G, ModulePart> => {
  const dimension = modules.reduce((sum, { size }) => sum + size, 0);
  return {
    part: (elements) => elements.map((g) => modules.map((module) => operatorOf(module.apply(g)))),
    times: ([g], [h]) => [g!.map(({ move }, m) => operatorOf(compose(move, h![m]!.move)))],
    timesCost: 6 * dimension,
    running: (size) => operatorSum(modules, size),
    partSize: dimension,
    // A basis vector is found by its text.
    partCost: 2000 * dimension,
    ranked: false,
  };
};
