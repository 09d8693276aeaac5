/**
 * Trees of functions that show that a set is not small (`proofs/instances/exhaustion.v`). A solution ω of A ω = b is
 * sought on few columns, nonnegative or signed. A row combination φ = c A with c b < 0 is negative at some element where
 * ω is positive (and one with c b ≠ 0 is not 0 at some element where ω is not 0): it strikes these elements. The tree
 * branches over the elements that a function strikes, and ends where functions with weights need too many more.
 *
 * Everything is found in floating point. Translates of functions are used, so the columns have to be those of a group,
 * and the system invariant under it.
 */
import { randomSource } from '../../probe/random.ts';
import { dot, nearestPoint } from './nearestPoint.ts';

/** A set of elements: bit i for element i. */
export type Mask = bigint;

export type Tree =
  | { readonly kind: 'cover'; readonly strikes: readonly (readonly [struck: Mask, weight: number])[] }
  | {
      readonly kind: 'branch';
      readonly struck: Mask;
      readonly children: readonly (readonly [element: number, tree: Tree])[];
    };

export interface CoveringProblem {
  /** One column for each element of the group; the first is that of the identity. */
  readonly columns: readonly Float64Array[];
  readonly target: Float64Array;
  readonly signed: boolean;
  /** Maps of elements to elements that move functions to functions: translations. */
  readonly symmetries: readonly Uint8Array[];
}

/** Nodes of a tree. */
export const nodeLimit = 400;
/** From so many sets on, translates of those that are found are not kept. */
const poolLimit = 10_000;
/** Sets whose weights are looked for at one leaf, the smallest. */
const coverLimit = 400;
/** Random orders in which the elements not struck are added, at each node. */
const orders = 6;
/** By how much more than needed the weights have to add up to, and their denominator. */
const margin = 0.05;
const denominator = 1000;

const bit = (i: number): Mask => 1n << BigInt(i);
const maskOf = (items: readonly number[]): Mask => items.reduce((mask, i) => mask | bit(i), 0n);

const count = (mask: Mask): number => {
  let size = 0;
  for (let rest = mask; rest !== 0n; rest &= rest - 1n) size++;
  return size;
};

export const membersOf = (mask: Mask, size: number): readonly number[] =>
  Array.from({ length: size }, (_, i) => i).filter((i) => (mask & bit(i)) !== 0n);

/** The elements that the function which separates these elements from the target strikes; undefined if none does. */
const struckBy = ({ columns, target, signed }: CoveringProblem, spared: readonly number[]): Mask | undefined => {
  const { residual } = nearestPoint(columns, target, spared, signed);
  const scale = dot(residual, residual);
  if (scale < 1e-12 * dot(target, target)) return undefined;
  const least = 1e-7 * Math.sqrt(scale);
  return maskOf(
    columns.flatMap((column, i) => {
      const product = dot(column, residual);
      return (signed ? Math.abs(product) : product) > least ? [i] : [];
    }),
  );
};

/** Weights of sets such that no element has more than 1 and all more than `needed`, over the denominator. */
const weightsOf = (
  sets: readonly Mask[],
  free: readonly number[],
  needed: number,
): readonly (readonly [set: number, weight: number])[] | undefined => {
  const height = free.length + 1;
  const columns = [
    ...sets.map((set) => Float64Array.from([...free.map((i) => ((set & bit(i)) === 0n ? 0 : 1)), 1])),
    ...free.map((_, at) => Float64Array.from({ length: height }, (__, i) => (i === at ? 1 : 0))),
  ];
  const target = new Float64Array(height).fill(1);
  target[free.length] = needed + margin;
  const { active, coefficients } = nearestPoint(columns, target, [...columns.keys()], false);
  const weights = active.flatMap((j, at) => {
    const weight = Math.floor(coefficients[at]! * denominator);
    return j < sets.length && weight > 0 ? [[j, weight] as const] : [];
  });
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  const most = free.reduce(
    (greatest, i) =>
      Math.max(
        greatest,
        weights.reduce((load, [j, weight]) => ((sets[j]! & bit(i)) === 0n ? load : load + weight), 0),
      ),
    0,
  );
  return needed * most < sum ? weights : undefined;
};

/**
 * A tree that shows that no solution has fewer than `least` elements with the first among them; undefined if there is
 * such a solution, or no tree was found within the limits. Growth: each node goes through the pool once and finds some
 * six nearest points for each element; the number of nodes can be exponential in `least`.
 */
export const coveringTree = (problem: CoveringProblem, least: number): Tree | undefined => {
  const { columns, symmetries } = problem;
  const size = columns.length;
  const random = randomSource(1);
  const pool = new Set<Mask>();
  let nodes = 0;

  const keep = (struck: Mask): void => {
    if (pool.has(struck)) return;
    pool.add(struck);
    if (pool.size > poolLimit) return;
    const found = [struck];
    for (let at = 0; at < found.length; at++)
      for (const symmetry of symmetries) {
        const moved = maskOf(membersOf(found[at]!, size).map((i) => symmetry[i]!));
        if (pool.has(moved)) continue;
        pool.add(moved);
        found.push(moved);
      }
  };

  const shuffled = (items: readonly number[]): readonly number[] => {
    const order = [...items];
    for (let i = order.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  };

  /** As many elements as possible are spared, in this order; false if the chosen ones have a solution. */
  const spare = (chosen: readonly number[], order: readonly number[]): boolean => {
    let spared = chosen;
    let struck = struckBy(problem, spared);
    if (struck === undefined) return false;
    for (const i of order) {
      const more = [...spared, i];
      const next: Mask | undefined = (struck & bit(i)) === 0n ? struck : struckBy(problem, more);
      if (next !== undefined) [spared, struck] = [more, next];
    }
    keep(struck);
    return true;
  };

  const search = (chosen: readonly number[], excluded: readonly number[]): Tree | undefined => {
    if (++nodes > nodeLimit) return undefined;
    const needed = least - 1 - chosen.length;
    const [inside, outside] = [maskOf(chosen), maskOf(excluded)];
    const free = [...columns.keys()].filter((i) => ((inside | outside) & bit(i)) === 0n);
    for (let i = 0; i < orders; i++) if (!spare(chosen, [...shuffled(free), ...excluded])) return undefined;
    // What the functions that spare the chosen elements strike outside the excluded ones.
    const left = new Map<Mask, Mask>();
    for (const struck of pool) if ((struck & inside) === 0n) left.set(struck & ~outside, struck);
    const sets = [...left.keys()].map((set) => [count(set), set] as const).sort(([a], [b]) => a - b);
    const first = sets[0];
    if (first === undefined) return undefined;
    const [fewest, smallest] = first;
    if (fewest === 0 || needed <= 0) return { kind: 'cover', strikes: [[left.get(smallest)!, 1]] };
    const tried = sets.slice(0, coverLimit).map(([, set]) => set);
    const weights = weightsOf(tried, free, needed);
    if (weights !== undefined)
      return { kind: 'cover', strikes: weights.map(([j, weight]) => [left.get(tried[j]!)!, weight]) };
    const children: (readonly [number, Tree])[] = [];
    const before = [...excluded];
    for (const i of membersOf(smallest, size)) {
      const child = search([...chosen, i], before);
      if (child === undefined) return undefined;
      children.push([i, child]);
      before.push(i);
    }
    return { kind: 'branch', struck: left.get(smallest)!, children };
  };
  return search([0], []);
};
