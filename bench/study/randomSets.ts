/**
 * What random sets reach, the peer of every row: plain averages of n elements drawn uniformly and independently, with
 * multiplicity. Errors are computed in floating point; nothing here is certified.
 */
import * as E from 'fp-ts/lib/Either.js';
import { cyclicFactors } from '../../src/group/cyclicFactors.ts';
import type { Problem } from '../../src/group/notation.ts';
import { type Instance, parseInstance } from '../../src/representation/action.ts';
import { regularModule } from '../../src/representation/module.ts';
import { blockModel, planeBlocks, symmetricBlocks } from '../../src/search/blockModels.ts';
import { signModel } from '../../src/search/characterModel.ts';
import type { ErrorModel } from '../../src/search/errorModel.ts';
import { type WithModel, withRegularModel } from '../../src/search/models.ts';
import { randomFrom } from '../../src/search/random.ts';
import { randomElement } from '../../src/search/randomElement.ts';
import { median } from '../timing.ts';

/** Sequences of random elements, an odd number so that the median is one of the errors. */
export const sequences = 31;
const largestGroup = 20_000;

/** Hands over the model of all nontrivial irreducibles of the group. */
export const withAllFunctions = <G extends string, R>({ group, action }: Instance<G>, use: WithModel<G, R>): R => {
  const factors = cyclicFactors(group);
  if (factors?.orders.every((n) => n === 2) === true)
    return use(signModel(factors.orders.length, factors.coordinates, () => true));
  if (action.kind === 'plane')
    return use(blockModel(planeBlocks(action, Math.floor(action.turns / 2), group.family.name === 'D')));
  if (group.family.name === 'S') return use(blockModel(symmetricBlocks(group.shape.degree)));
  const regular = regularModule(group, largestGroup);
  if (E.isLeft(regular)) throw new Error(`${group.notation} is too large to be taken apart`);
  return withRegularModel(group, regular.right, use);
};

/**
 * The median error of n random elements on all functions, as a function of n, to be asked in increasing order: the first
 * n elements of each of the same sequences.
 */
export const typicalErrors = <G extends string>(instance: Instance<G>, seed: string): ((n: number) => number) =>
  withAllFunctions(instance, <Part>(model: ErrorModel<G, Part>) => {
    const drawn = Array.from({ length: sequences }, (_, i) => ({
      below: randomFrom(`random sets ${seed} ${instance.group.notation} ${i}`),
      sum: model.running(1),
    }));
    const known = new Map<number, number>();
    let length = 0;
    return (n) => {
      const before = known.get(n);
      if (before !== undefined) return before;
      if (n < length) throw new Error('random sets only grow');
      for (; length < n; length++)
        for (const { below, sum } of drawn) sum.add(model.part([randomElement(instance.group, below)]), 1);
      const error = median(drawn.map(({ sum }) => sum.error() / (n * n)));
      known.set(n, error);
      return error;
    };
  });

/** The same for a group in notation. */
export const typicalErrorsOf = (group: string, seed: string): ((n: number) => number) => {
  const read = parseInstance(
    group,
    <G extends string>(instance: Instance<G>): E.Either<Problem, (n: number) => number> =>
      E.right(typicalErrors(instance, seed)),
  );
  if (E.isLeft(read)) throw new Error(read.left.message);
  return read.right;
};

/**
 * The least n ≥ from whose median error is at most ε, up to nine digits. A further element changes the norm of Σ π(g) by
 * at most 1, so from an error e at n elements it takes k ≥ n(√e − √ε)/(1 + √ε) more to come within ε; sizes that this rules out
 * are not looked at. The bound grows with e, so that it holds for medians.
 */
export const typicalSize = (errorOf: (n: number) => number, from: number, epsilon: number): number => {
  const root = Math.sqrt(epsilon * (1 + 1e-9));
  for (let n = from; ; ) {
    const excess = Math.sqrt(errorOf(n)) - root;
    if (excess <= 0) return n;
    n += Math.max(1, Math.ceil((n * excess) / (1 + root) - 1e-6));
  }
};
