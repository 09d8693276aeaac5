/** Random numbers of a seed, the same on every machine. */

/** Uniform in [0, 1). */
export type Random = () => number;

/** The generator mulberry32 (Tommy Ettinger): 32 bits of state. Good enough for data, not for secrets. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A point of [0, 1)^d. */
export const randomPoint = (d: number, random: Random): readonly number[] => Array.from({ length: d }, random);

export const sorted = (x: readonly number[]): readonly number[] => [...x].sort((a, b) => a - b);

/** The target of the regression. */
export const sum = (x: readonly number[]): number => x.reduce((total, value) => total + value, 0);
