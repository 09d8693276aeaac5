/**
 * Permutations of the points 0 … n − 1, and signed permutations of n coordinates as permutations of 2n points.
 *
 * Composition is that of functions: `compose(g, h)` sends i to g(h(i)). A signed permutation of n coordinates acts on
 * points 0 … n − 1 (the coordinates e_i) and n … 2n − 1 (their negatives −e_i), commuting with negation i ↔ i ± n.
 * People read and write points from 1: cycles `(1,2,3)(4,5)`, and for signed permutations the window `[-2,1,3]`, the
 * images of e_1, e_2, e_3.
 */
import * as E from 'fp-ts/lib/Either.js';

/** The image list of a permutation; never mutated. */
export type Permutation = ArrayLike<number>;

export const identityPermutation = (n: number): Permutation => Uint32Array.from({ length: n }, (_, i) => i);

/** i ↦ g(h(i)). */
export const compose = (g: Permutation, h: Permutation): Permutation => {
  const product = new Uint32Array(h.length);
  for (let i = 0; i < h.length; i++) product[i] = g[h[i]!]!;
  return product;
};

export const inversePermutation = (g: Permutation): Permutation => {
  const inverse = new Uint32Array(g.length);
  for (let i = 0; i < g.length; i++) inverse[g[i]!] = i;
  return inverse;
};

export const equalPermutations = (g: Permutation, h: Permutation): boolean => {
  if (g.length !== h.length) return false;
  for (let i = 0; i < g.length; i++) if (g[i] !== h[i]) return false;
  return true;
};

export const isIdentity = (g: Permutation): boolean => {
  for (let i = 0; i < g.length; i++) if (g[i] !== i) return false;
  return true;
};

/** The cycles of g, fixed points included, each from its least point, in order of least points. */
export const cyclesOf = (g: Permutation): readonly (readonly number[])[] => {
  const seen = new Uint8Array(g.length);
  const cycles: number[][] = [];
  for (let start = 0; start < g.length; start++) {
    if (seen[start] === 1) continue;
    const cycle: number[] = [];
    for (let i = start; seen[i] === 0; i = g[i]!) {
      seen[i] = 1;
      cycle.push(i);
    }
    cycles.push(cycle);
  }
  return cycles;
};

/** Whether g is even: n minus the number of cycles is even. */
export const isEven = (g: Permutation): boolean => (g.length - cyclesOf(g).length) % 2 === 0;

/** Cycle notation with points from 1; the identity is `()`. */
export const showCycles = (g: Permutation): string => {
  const moved = cyclesOf(g).filter((cycle) => cycle.length > 1);
  return moved.length === 0 ? '()' : moved.map((cycle) => `(${cycle.map((i) => i + 1).join(',')})`).join('');
};

/** Window notation of a signed permutation given on 2n points: the images of e_1 … e_n with signs. */
export const showWindow = (g: Permutation): string => {
  const n = g.length / 2;
  return `[${Array.from({ length: n }, (_, i) => (g[i]! < n ? g[i]! + 1 : -(g[i]! - n + 1))).join(',')}]`;
};

/** What is wrong with the spelling of cycles, whatever the degree. */
export const cycleProblem = (text: string): string | undefined =>
  /^(\(\)|(\([1-9][0-9]*(,[1-9][0-9]*)+\))+)$/.test(text)
    ? undefined
    : `"${shorten(text)}" is not in cycle notation such as (1,2,3)(4,5) or ()`;

/** What is wrong with the spelling of a window, whatever its length. */
export const windowProblem = (text: string): string | undefined =>
  /^\[-?[1-9][0-9]*(,-?[1-9][0-9]*)*\]$/.test(text)
    ? undefined
    : `"${shorten(text)}" is not a signed permutation such as [-2,1,3]`;

/**
 * Reads disjoint cycles on points 1 … degree. Refuses points out of range, repeated points, fixed points written as
 * cycles of length 1, and anything that is not cycle notation.
 */
export const parseCycles = (text: string, degree: number): E.Either<string, Permutation> => {
  const misspelt = cycleProblem(text);
  if (misspelt !== undefined) return E.left(misspelt);
  const image = Uint32Array.from({ length: degree }, (_, i) => i);
  const seen = new Uint8Array(degree);
  for (const body of text.slice(1, -1).split(')(')) {
    if (body === '') continue;
    const numerals = body.split(',');
    const points = numerals.map((digits) => Number(digits) - 1);
    for (const [at, point] of points.entries()) {
      if (point >= degree)
        return E.left(`point ${shorten(numerals[at]!)} of "${shorten(text)}" is above the degree ${degree}`);
      if (seen[point] === 1) return E.left(`point ${point + 1} occurs twice in "${shorten(text)}"`);
      seen[point] = 1;
    }
    points.forEach((point, i) => {
      image[point] = points[(i + 1) % points.length]!;
    });
  }
  return E.right(image);
};

/** Reads a window `[-2,1,3]` of n signed images into a permutation of 2n points. */
export const parseWindow = (text: string, n: number): E.Either<string, Permutation> => {
  const misspelt = windowProblem(text);
  if (misspelt !== undefined) return E.left(misspelt);
  const numerals = text.slice(1, -1).split(',');
  const images = numerals.map(Number);
  if (images.length !== n) return E.left(`"${shorten(text)}" has ${images.length} images, not ${n}`);
  const result = new Uint32Array(2 * n);
  const seen = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const point = Math.abs(images[i]!) - 1;
    if (point >= n) return E.left(`image ${shorten(numerals[i]!)} in "${shorten(text)}" is beyond ±${n}`);
    if (seen[point] === 1) return E.left(`coordinate ${point + 1} is hit twice in "${shorten(text)}"`);
    seen[point] = 1;
    const negative = images[i]! < 0;
    result[i] = negative ? point + n : point;
    result[i + n] = negative ? point : point + n;
  }
  return E.right(result);
};

/** A permutation of n points as the signed permutation of n coordinates without signs. */
export const withoutSigns = (g: Permutation): Permutation => {
  const n = g.length;
  return Uint32Array.from({ length: 2 * n }, (_, i) => (i < n ? g[i]! : g[i - n]! + n));
};

/** Text fit to be printed on one line: control, format and unassigned characters replaced, the rest cut at a limit. */
export const printable = (text: string, limit: number): string =>
  (text.length <= limit ? text : `${text.slice(0, limit - 3)}…`).replaceAll(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu,
    '�',
  );

/** Input as quoted in error lines. */
export const shorten = (text: string): string => printable(text, 40);
