/**
 * The ordinary characters of the symmetric groups, by the Murnaghan–Nakayama rule (James and Kerber, "The
 * Representation Theory of the Symmetric Group", 2.4.7).
 *
 * A *partition* of n is a nonincreasing list of positive integers with sum n. The irreducible characters χ^λ and the
 * conjugacy classes (cycle types μ) of S_n are both numbered by the partitions of n. The *beta-numbers* of λ with ℓ
 * parts are λ_i + ℓ − i: to remove a rim hook of k cells is to lower one of them by k onto a value not taken, and the
 * leg length of the hook is the number of beta-numbers jumped over.
 */
import { factorial } from '../algebra/integer.ts';
import { cyclesOf, type Permutation } from '../group/permutation.ts';
import { type Partition, partitions } from './partition.ts';

const keyOf = (partition: Partition): string => partition.join(',');

/** The place of every partition in a list, by `keyOf`. */
const placesIn = (list: readonly Partition[]): ReadonlyMap<string, number> =>
  new Map(list.map((partition, index) => [keyOf(partition), index]));

/** The cycle lengths of a permutation, fixed points included, as a partition of its degree. */
export const cycleType = (g: Permutation): Partition =>
  cyclesOf(g)
    .map((cycle) => cycle.length)
    .sort((a, b) => b - a);

/** The number of permutations of cycle type μ: n! / Π_i i^{m_i} m_i!, where m_i parts of μ are i. */
export const cycleTypeSize = (type: Partition): bigint => {
  let centraliser = 1n;
  let repeats = 0;
  type.forEach((part, i) => {
    repeats = part === type[i - 1] ? repeats + 1 : 1;
    centraliser *= BigInt(part) * BigInt(repeats);
  });
  return factorial(type.reduce((sum, part) => sum + part, 0)) / centraliser;
};

/** The degree χ^λ(1) by the hook length formula: n! divided by the product of all hook lengths. */
export const partitionDegree = (partition: Partition): bigint => {
  let hooks = 1n;
  partition.forEach((part, row) => {
    for (let column = 0; column < part; column++) {
      const arm = part - column - 1;
      const leg = partition.filter((below, i) => i > row && below > column).length;
      hooks *= BigInt(arm + leg + 1);
    }
  });
  return factorial(partition.reduce((sum, part) => sum + part, 0)) / hooks;
};

/**
 * n(λ) = Σ (i − 1) λ_i: the least degree in which χ^λ occurs in the polynomials on ℝⁿ (MATHEMATICS.md 2.4). Its
 * greatest value, n(n − 1)/2, is reached by the sign character only.
 */
export const leastPolynomialDegree = (partition: Partition): number =>
  partition.reduce((sum, part, i) => sum + i * part, 0);

interface HookRemoval {
  readonly rest: Partition;
  /** (−1)^(leg length). */
  readonly sign: 1n | -1n;
}

/** All ways to remove a rim hook of `size` cells. */
const removeRimHooks = (partition: Partition, size: number): readonly HookRemoval[] => {
  const parts = partition.length;
  const beta = partition.map((part, i) => part + parts - 1 - i);
  return beta.flatMap((from) => {
    const to = from - size;
    if (to < 0 || beta.includes(to)) return [];
    const jumped = beta.filter((b) => to < b && b < from).length;
    const lowered = beta.map((b) => (b === from ? to : b)).sort((a, b) => b - a);
    const rest = lowered.map((b, i) => b - (parts - 1 - i)).filter((part) => part > 0);
    return [{ rest, sign: jumped % 2 === 0 ? 1n : -1n }];
  });
};

/** The character table of S_n. */
export interface SymmetricCharacterTable {
  /** Numbers both the rows (characters) and the columns (cycle types). */
  readonly partitions: readonly Partition[];
  readonly classSizes: readonly bigint[];
  /** `rows[λ][μ]` = χ^λ on the permutations of cycle type μ. */
  readonly rows: readonly (readonly bigint[])[];
}

/**
 * The table of S_n, n ≥ 0: χ^λ(μ) = Σ ± χ^{λ − hook}(μ − μ_1) over the rim hooks of μ_1 cells, from the tables of the
 * smaller symmetric groups, each made once. Growth, for p(n) partitions: O(Σ_{m ≤ n} p(m)²) entries, each the sum
 * of at most √(2n) earlier ones. (n = 20: 627 partitions.)
 */
export const symmetricCharacterTable = (n: number): SymmetricCharacterTable => {
  const lists = Array.from({ length: n + 1 }, (_, m) => partitions(m));
  const places = lists.map(placesIn);
  const tables: (readonly (readonly bigint[])[])[] = [[[1n]]];
  for (let m = 1; m <= n; m++) {
    const columns = lists[m]!.map((type) => {
      const first = type[0]!;
      return { first, rest: places[m - first]!.get(keyOf(type.slice(1)))! };
    });
    const rows = lists[m]!.map((partition) => {
      const removals = Array.from({ length: m + 1 }, (_, size) =>
        size === 0
          ? []
          : removeRimHooks(partition, size).map(({ rest, sign }) => ({
              row: tables[m - size]![places[m - size]!.get(keyOf(rest))!]!,
              sign,
            })),
      );
      return columns.map(({ first, rest }) => {
        let value = 0n;
        for (const { row, sign } of removals[first]!) value = sign === 1n ? value + row[rest]! : value - row[rest]!;
        return value;
      });
    });
    tables.push(rows);
  }
  return { partitions: lists[n]!, classSizes: lists[n]!.map(cycleTypeSize), rows: tables[n]! };
};
