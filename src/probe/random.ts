/** Seeds from texts, and a small deterministic generator for bulk sampling (fast-check draws everything it can shrink). */

/** FNV-1a, 32 bits, as the signed integer that fast-check takes. */
export const seedOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
};

export interface RandomSource {
  /** A uniform integer in [0, k), 1 ≤ k < 2³². */
  readonly below: (k: number) => number;
}

/** The generator sfc32 (Doty-Humphrey), started from one seed. Equal seeds give equal sequences. */
export const randomSource = (seed: number): RandomSource => {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return {
    below: (k) => {
      // Rejection keeps it uniform.
      const bound = 2 ** 32 - (2 ** 32 % k);
      let x = next();
      while (x >= bound) x = next();
      return x % k;
    },
  };
};
