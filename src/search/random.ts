/** A seeded source of pseudo-random numbers: the same seed text gives the same sequence on every machine. */

/** A uniform integer in [0, bound) for 1 ≤ bound ≤ 2³². */
export type RandomBelow = (bound: number) => number;

/** FNV-1a over UTF-16 units, started from `basis`. */
const hash = (text: string, basis: number): number => {
  let h = basis >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
};

/** The generator sfc32 (Doty-Humphrey, PractRand), seeded by four hashes of the text. Not for cryptography. */
export const randomFrom = (seed: string): RandomBelow => {
  let [a, b, c, d] = [hash(seed, 0x811c9dc5), hash(seed, 0x9e3779b9), hash(seed, 0x7f4a7c15), 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  for (let i = 0; i < 16; i++) next();
  return (bound) => {
    // Rejection keeps it uniform.
    const limit = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const value = next();
      if (value < limit) return value % bound;
    }
  };
};
