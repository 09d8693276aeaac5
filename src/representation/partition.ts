/** Partitions of an integer: nonincreasing lists of positive integers. */

export type Partition = readonly number[];

/** The partitions of n ≥ 0 in reverse lexicographic order, from (n) to (1, …, 1). */
export const partitions = (n: number): readonly Partition[] => {
  const found: Partition[] = [];
  const extend = (prefix: Partition, left: number, largest: number): void => {
    if (left === 0) found.push(prefix);
    for (let part = Math.min(left, largest); part >= 1; part--) extend([...prefix, part], left - part, part);
  };
  extend([], n, n);
  return found;
};
