/** What Coq is told about groups that it need not list: that they have so many elements, and that they are abelian. */
import * as E from 'fp-ts/lib/Either.js';
import type { Permutation } from '../../group/permutation.ts';
import { followedBy, roundsBeyond } from './listing.ts';
import { integer, list, numbers, type Proof } from './syntax.ts';
import { afford, type Declined, isRotation, orderLimit, type World } from './world.ts';

interface Cycle {
  readonly generator: Permutation;
  readonly point: number;
  readonly length: number;
}

const cycleFrom = (generator: Permutation, point: number): number => {
  let length = 1;
  for (let at = generator[point]!; at !== point; at = generator[at]!) length++;
  return length;
};

/** Generators that fix the points chosen for those before, each with the first point of a longest cycle. */
const independentCycles = (generators: readonly Permutation[]): readonly Cycle[] => {
  const chosen: Cycle[] = [];
  for (const generator of generators) {
    if (chosen.some(({ point }) => generator[point] !== point)) continue;
    const best = Array.from(generator, (_, point) => ({
      generator,
      point,
      length: cycleFrom(generator, point),
    })).reduce((a, b) => (b.length > a.length ? b : a));
    if (best.length > 1) chosen.push(best);
  }
  return chosen;
};

/** A proof of count ≤ |G|, and count as Coq reads it. */
export interface Order {
  readonly proof: Proof;
  readonly count: string;
}

/**
 * A proof of min(count, |G|) ≤ |G|, with that number: as many elements as a bound needs. Where the group is smaller the
 * bound that is built on it fails in Coq.
 */
export const orderAtLeast = ({ points, generators, order }: World, count: bigint): E.Either<Declined, Order> => {
  const enough = count < order ? count : order;
  const made = (term: string, theorem: string): E.Either<Declined, Order> =>
    E.right({ proof: { definitions: [], term, theorems: [`orders.${theorem}`] }, count: integer(enough) });
  if (isRotation(points, generators)) return made(`@rotation_order ${points} ${integer(enough)} _`, 'rotation_order');
  const cycles = independentCycles(generators);
  if (cycles.reduce((product, { length }) => product * BigInt(length), 1n) >= enough)
    return made(
      `@cycles_order ${points} generators\n    ${list(cycles.map(({ generator, point, length }) => `(${numbers(generator)}, ${point}, ${length})`))}\n    ${integer(enough)} _`,
      'cycles_order',
    );
  if (enough > BigInt(orderLimit))
    return E.left(`more than ${orderLimit} elements would have to be listed to show that the group is large enough`);
  const { rounds, products } = roundsBeyond(points, generators, Number(enough) - 1);
  return E.chain(() => made(`@partly_order ${points} generators ${rounds} ${integer(enough)} _`, 'partly_order'))(
    afford(products * points ** 2, 'listing elements'),
  );
};

const same = (g: Permutation, h: Permutation): boolean => Array.from(g).every((point, i) => point === h[i]);

export const commuting = (generators: readonly Permutation[]): boolean =>
  generators.every((s) => generators.every((t) => same(followedBy(s, t), followedBy(t, s))));

/** A proof that the group is abelian; undefined if it is not. */
export const abelian = ({ points, generators }: World): Proof | undefined => {
  if (isRotation(points, generators))
    return { definitions: [], term: `@rotation_abelian ${points}`, theorems: ['orders.rotation_abelian'] };
  return commuting(generators)
    ? { definitions: [], term: `@commuting_abelian ${points} generators _`, theorems: ['orders.commuting_abelian'] }
    : undefined;
};
