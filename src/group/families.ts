/**
 * The named families: S_n, A_n, C_n, D_n on points, Z2^r and B_n on signed coordinates, Q8 on the quaternions.
 * Order and membership are closed formulas here; `chain()` still works from the generators and must agree.
 */

import * as E from 'fp-ts/lib/Either.js';
import { factorial } from '../algebra/integer.ts';
import { type FiniteGroup, makeGroup, type Writing } from './group.ts';
import { isEven, type Permutation, parseCycles, shorten } from './permutation.ts';

const fromImage = (degree: number, image: (i: number) => number): Permutation =>
  Uint32Array.from({ length: degree }, (_, i) => image(i));

const rotation = (n: number): Permutation => fromImage(n, (i) => (i + 1) % n);
const swap = (n: number, a: number, b: number): Permutation => fromImage(n, (i) => (i === a ? b : i === b ? a : i));
/** The sign change of one coordinate, on 2n points. */
const signChange = (n: number, at: number): Permutation => swap(2 * n, at, at + n);

const isBijection = (g: Permutation): boolean => {
  const seen = new Uint8Array(g.length);
  for (let i = 0; i < g.length; i++) {
    const image = g[i]!;
    if (!(image < g.length) || seen[image] === 1) return false;
    seen[image] = 1;
  }
  return true;
};

const commutesWithNegation = (g: Permutation): boolean => {
  const n = g.length / 2;
  for (let i = 0; i < n; i++) if ((g[i]! + n) % (2 * n) !== g[i + n]) return false;
  return true;
};

/** All permutations of n points: order n!. */
export const symmetricGroup = <const N extends number>(n: N): FiniteGroup<`S${N}`> =>
  makeGroup({
    notation: `S${n}`,
    shape: { kind: 'permutation', degree: n },
    family: { name: 'S', parameter: n },
    generators: n < 2 ? [] : n === 2 ? [swap(2, 0, 1)] : [rotation(n), swap(n, 0, 1)],
    order: factorial(n),
    contains: isBijection,
  });

/** The even permutations of n points: order n!/2 for n ≥ 2. */
export const alternatingGroup = <const N extends number>(n: N): FiniteGroup<`A${N}`> =>
  makeGroup({
    notation: `A${n}`,
    shape: { kind: 'permutation', degree: n },
    family: { name: 'A', parameter: n },
    generators: Array.from({ length: Math.max(0, n - 2) }, (_, k) =>
      fromImage(n, (i) => (i === 0 ? 1 : i === 1 ? k + 2 : i === k + 2 ? 0 : i)),
    ),
    order: n < 2 ? 1n : factorial(n) / 2n,
    contains: (g) => isBijection(g) && isEven(g),
  });

/** Polygons with more corners than this write their motions as turns: cycles would be too long. */
const cycleLimit = 1000;

/** `r17` for the rotation i ↦ i + 17 and `s17` for the reflection i ↦ 17 − i of n points numbered from 0; cycles are read too. */
const turns = (n: number): Writing => ({
  show: (g) => `${g[1] === (g[0]! + 1) % n ? 'r' : 's'}${g[0]}`,
  read: (text) => {
    if (text.startsWith('(')) return parseCycles(text, n);
    const match = /^([rs])(0|[1-9][0-9]{0,5})$/.exec(text);
    const turn = Number(match?.[2] ?? n);
    return match === null || turn >= n
      ? E.left(`"${shorten(text)}" is not a turn: write r0 … r${n - 1} for rotations, s0 … s${n - 1} for reflections`)
      : E.right(fromImage(n, (i) => (match[1] === 'r' ? i + turn : turn - i + n) % n));
  },
});

const writingOf = (n: number): { readonly writing?: Writing } => (n > cycleLimit ? { writing: turns(n) } : {});

/** The rotations of n points in a circle: order n. */
export const cyclicGroup = <const N extends number>(n: N): FiniteGroup<`C${N}`> =>
  makeGroup({
    notation: `C${n}`,
    shape: { kind: 'permutation', degree: n },
    family: { name: 'C', parameter: n },
    generators: n === 1 ? [] : [rotation(n)],
    order: BigInt(n),
    contains: (g) => {
      for (let i = 0; i < n; i++) if (g[i] !== (g[0]! + i) % n) return false;
      return true;
    },
    ...writingOf(n),
  });

/** The symmetries of a regular n-gon on its vertices, n ≥ 3: order 2n. */
export const dihedralGroup = <const N extends number>(n: N): FiniteGroup<`D${N}`> =>
  makeGroup({
    notation: `D${n}`,
    shape: { kind: 'permutation', degree: n },
    family: { name: 'D', parameter: n },
    generators: [rotation(n), fromImage(n, (i) => (n - i) % n)],
    order: BigInt(2 * n),
    contains: (g) => {
      const step = (g[1]! - g[0]! + n) % n;
      if (step !== 1 && step !== n - 1) return false;
      for (let i = 0; i < n; i++) if (g[i] !== (g[0]! + i * step) % n) return false;
      return true;
    },
    ...writingOf(n),
  });

/** (ℤ/2)^r changing the signs of r coordinates: order 2^r. */
export const signGroup = <const R extends number>(r: R): FiniteGroup<`Z2^${R}`> =>
  makeGroup({
    notation: `Z2^${r}`,
    shape: { kind: 'signed', degree: r },
    family: { name: 'Z2', parameter: r },
    generators: Array.from({ length: r }, (_, i) => signChange(r, i)),
    order: 1n << BigInt(r),
    contains: (g) => {
      for (let i = 0; i < r; i++)
        if (!((g[i] === i && g[i + r] === i + r) || (g[i] === i + r && g[i + r] === i))) return false;
      return true;
    },
  });

/** The hyperoctahedral group of all signed permutations of n coordinates: order 2ⁿ n!. */
export const hyperoctahedralGroup = <const N extends number>(n: N): FiniteGroup<`B${N}`> => {
  const paired = (g: Permutation): Permutation => fromImage(2 * n, (i) => (i < n ? g[i]! : g[i - n]! + n));
  return makeGroup({
    notation: `B${n}`,
    shape: { kind: 'signed', degree: n },
    family: { name: 'B', parameter: n },
    generators: [signChange(n, 0), ...symmetricGroup(n).generators.map(paired)],
    order: factorial(n) << BigInt(n),
    contains: (g) => isBijection(g) && commutesWithNegation(g),
  });
};

/** The quaternion group acting on ℍ = ℝ⁴ (basis 1, i, j, k) by left multiplication: order 8. */
export const quaternionGroup = (): FiniteGroup<'Q8'> =>
  makeGroup({
    notation: 'Q8',
    shape: { kind: 'signed', degree: 4 },
    family: { name: 'generated' },
    // i·(1, i, j, k) = (i, −1, k, −j) and j·(1, i, j, k) = (j, −k, −1, i).
    generators: [Uint32Array.of(1, 4, 3, 6, 5, 0, 7, 2), Uint32Array.of(2, 7, 4, 1, 6, 3, 0, 5)],
  });
