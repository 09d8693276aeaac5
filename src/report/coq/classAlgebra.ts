/**
 * Class functions on a listed group, by their values at representatives of the classes, with the one sum that the Coq
 * theory takes (`proofs/instances/classFunctions.v`): (f, g) ↦ (r ↦ Σ_x f(x) g(xr)).
 */
import { inversePermutation, type Permutation } from '../../group/permutation.ts';
import type { Convolution } from './groupAlgebra.ts';
import { followedBy, type PointGroup } from './listing.ts';

export interface ClassAlgebra {
  readonly order: number;
  /** Class functions in floating point. */
  readonly convolution: () => Convolution;
  readonly representatives: readonly Permutation[];
  readonly sizes: readonly number[];
  /** The class of an element of the group; 0 is that of the identity. */
  readonly classOf: (g: Permutation) => number | undefined;
  /** Σ_x f(x) g(xr) at every representative r, exactly. */
  readonly sums: (f: readonly bigint[], g: readonly bigint[]) => readonly bigint[];
}

/** Steps of listing the sums: classes times elements. */
export const classSteps = ({ order, representatives }: ClassAlgebra): number => order * representatives.length;

const classesOf = (group: PointGroup, generators: readonly Permutation[]) => {
  const { elements, find } = group;
  const place = new Int32Array(elements.length).fill(-1);
  const representatives: Permutation[] = [];
  const sizes: number[] = [];
  const pairs = generators.map((s) => [inversePermutation(s), s] as const);
  elements.forEach((g, start) => {
    if (place[start]! >= 0) return;
    const label = representatives.push(g) - 1;
    const found = [start];
    place[start] = label;
    for (let i = 0; i < found.length; i++)
      for (const [back, s] of pairs) {
        const at = find(followedBy(followedBy(back, elements[found[i]!]!), s))!;
        if (place[at]! >= 0) continue;
        place[at] = label;
        found.push(at);
      }
    sizes.push(found.length);
  });
  return { place, representatives, sizes };
};

/** Growth: classes times elements, when a sum is first taken. */
export const classAlgebra = (group: PointGroup, generators: readonly Permutation[]): ClassAlgebra => {
  const { elements, find } = group;
  const { place, representatives, sizes } = classesOf(group, generators);
  const count = representatives.length;
  /** For each representative how often the classes of x and of xr are i and j, at i · count + j. */
  const products = (): readonly Map<number, bigint>[] =>
    representatives.map((r) => {
      const tally = new Map<number, bigint>();
      elements.forEach((x, at) => {
        const pair = place[at]! * count + place[find(followedBy(x, r))!]!;
        tally.set(pair, (tally.get(pair) ?? 0n) + 1n);
      });
      return tally;
    });
  let tallies: readonly Map<number, bigint>[] | undefined;
  const tallied = (): readonly Map<number, bigint>[] => {
    tallies ??= products();
    return tallies;
  };
  return {
    order: elements.length,
    convolution: () => {
      const inverse = representatives.map((r) => place[find(inversePermutation(r))!]!);
      const counts = tallied().map((tally) =>
        Array.from(tally, ([pair, times]) => [Math.floor(pair / count), pair % count, Number(times)] as const),
      );
      return {
        order: elements.length,
        sizes,
        inverse,
        // Σ_u x(h u⁻¹) y(u) = Σ_u y(u⁻¹) x(u h), as x and y are class functions.
        convolve: (x, y) =>
          Float64Array.from(counts, (count) =>
            count.reduce((sum, [u, uh, times]) => sum + times * y[inverse[u]!]! * x[uh]!, 0),
          ),
      };
    },
    representatives,
    sizes,
    classOf: (g) => {
      const at = find(g);
      return at === undefined ? undefined : place[at]!;
    },
    sums: (f, g) => {
      return tallied().map((tally) => {
        let sum = 0n;
        for (const [pair, times] of tally) sum += times * f[Math.floor(pair / count)]! * g[pair % count]!;
        return sum;
      });
    },
  };
};
