/** Medians, and rounds that time several things in turn, so that a busy moment of the machine falls on all of them. */

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) throw new Error('the median of nothing');
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const millisecondsOf = <R>(work: () => R): { readonly milliseconds: number; readonly result: R } => {
  const start = performance.now();
  const result = work();
  return { milliseconds: performance.now() - start, result };
};

/** Contestants by name; each returns the milliseconds it took. */
export type Contestants<Name extends string> = Readonly<Record<Name, () => number>>;

/**
 * One round without timing, for the caches of the disk, then `rounds` rounds of all contestants in turn.
 * Element i of a contestant's times was taken in round i.
 */
export const takeTurns = <Name extends string>(
  rounds: number,
  contestants: Contestants<Name>,
): Readonly<Record<Name, readonly number[]>> => {
  const names = Object.keys(contestants) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const time = contestants[name]();
      if (round > 0) times[name].push(time);
    }
  return times;
};

/** Least and greatest ratio, round by round. */
export const rangeOfRatios = (ours: readonly number[], peer: readonly number[]): readonly [number, number] => {
  const ratios = ours.map((time, round) => time / peer[round]!);
  return [Math.min(...ratios), Math.max(...ratios)];
};
