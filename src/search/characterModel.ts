/**
 * Abelian groups: the irreducibles are characters, and the running sum holds Σ χ(g) for one of each conjugate pair. The
 * energy is (Σ_χ |A_χ|^{2m})^{1/m}.
 */
import { gcd, lcm } from '../algebra/integer.ts';
import { bitCount } from '../algebra/walsh.ts';
import type { Element } from '../group/group.ts';
import type { ErrorModel, RunningSum } from './errorModel.ts';

type Phases = Uint8Array | Uint16Array | Uint32Array;

/** For each element the exponent of ζ = e^{2πi/exponent} in each χ(g). */
export type CharacterPart = readonly Phases[];

/** Characters tried first by every trial, because they rejected one lately. */
const hotCharacters = 24;

/** Growth: every operation is at most (elements exchanged) · (characters) steps. */
const characterSum = (
  exponent: number,
  cosine: Float64Array,
  sine: Float64Array,
  count: number,
  size: number,
  /** For each character the factor of its |A_χ|² in errors and energies. */
  factors: Float64Array,
): RunningSum<CharacterPart> => {
  let real: Float64Array = new Float64Array(count);
  let imaginary: Float64Array = new Float64Array(count);
  let otherReal: Float64Array = new Float64Array(count);
  let otherImaginary: Float64Array = new Float64Array(count);
  const isReal = exponent <= 2;
  const scales = factors.map((factor) => factor / (size * size));
  let sharpness = 3;
  let steps = 0;
  const hot = new Uint32Array(Math.min(hotCharacters, count));
  let nextHot = 0;
  const power = (x: number): number => {
    let y = x;
    for (let e = 0; e < sharpness; e++) y *= y;
    return y;
  };
  const toEnergy = (sum: number): number => sum ** (1 / 2 ** sharpness);
  const squared = (c: number, removed: CharacterPart, added: CharacterPart): number => {
    let [x, y] = [real[c]!, imaginary[c]!];
    for (const phases of removed) {
      x -= cosine[phases[c]!]!;
      y -= sine[phases[c]!]!;
    }
    for (const phases of added) {
      x += cosine[phases[c]!]!;
      y += sine[phases[c]!]!;
    }
    return (x * x + y * y) * scales[c]!;
  };
  const accumulate = (x: Float64Array, y: Float64Array, phases: Phases, weight: number): void => {
    for (let c = 0; c < count; c++) x[c]! += weight * cosine[phases[c]!]!;
    if (!isReal) for (let c = 0; c < count; c++) y[c]! += weight * sine[phases[c]!]!;
    steps += count * (isReal ? 1 : 2);
  };
  /** Σ_χ Re(conj(w_χ) χ(g)) for each part. */
  const paired = (x: Float64Array, y: Float64Array, parts: readonly CharacterPart[]): Float64Array => {
    steps += 2 * count * parts.length;
    return Float64Array.from(parts, (part) => {
      let sum = 0;
      for (const phases of part)
        for (let c = 0; c < count; c++) sum += x[c]! * cosine[phases[c]!]! + y[c]! * sine[phases[c]!]!;
      return sum;
    });
  };
  /** `paired` with weights f(|A_χ|²) A_χ. */
  const weighted = (parts: readonly CharacterPart[], f: (square: number, c: number) => number): Float64Array => {
    const factors = Float64Array.from({ length: count }, (_, c) => f(real[c]! ** 2 + imaginary[c]! ** 2, c));
    return paired(
      factors.map((factor, c) => factor * real[c]!),
      factors.map((factor, c) => factor * imaginary[c]!),
      parts,
    );
  };
  return {
    steps: () => steps,
    sharpen: (next) => {
      sharpness = next;
    },
    add: (part, weight) => {
      for (const phases of part) accumulate(real, imaginary, phases, weight);
    },
    error: () => {
      let worst = 0;
      for (let c = 0; c < count; c++) worst = Math.max(worst, (real[c]! ** 2 + imaginary[c]! ** 2) * scales[c]!);
      steps += count;
      return worst;
    },
    energy: () => {
      let sum = 0;
      for (let c = 0; c < count; c++) sum += power((real[c]! ** 2 + imaginary[c]! ** 2) * scales[c]!);
      steps += 2 * count;
      return toEnergy(sum);
    },
    trial: (removed, added, limit) => {
      const bound = power(limit);
      steps += 150;
      for (let h = 0; h < hot.length; h++)
        if (squared(hot[h]!, removed, added) > limit) {
          steps += 8 * h + 8;
          return Number.POSITIVE_INFINITY;
        }
      otherReal.set(real);
      otherImaginary.set(imaginary);
      for (const phases of removed) accumulate(otherReal, otherImaginary, phases, -1);
      for (const phases of added) accumulate(otherReal, otherImaginary, phases, 1);
      let sum = 0;
      let worst = 0;
      let worstAt = 0;
      for (let c = 0; c < count; c++) {
        const square = (otherReal[c]! * otherReal[c]! + otherImaginary[c]! * otherImaginary[c]!) * scales[c]!;
        if (square > worst) [worst, worstAt] = [square, c];
        sum += power(square);
      }
      steps += 8 * count;
      if (sum <= bound) return toEnergy(sum);
      hot[nextHot] = worstAt;
      nextHot = (nextHot + 1) % hot.length;
      return Number.POSITIVE_INFINITY;
    },
    keep: () => {
      [real, otherReal] = [otherReal, real];
      [imaginary, otherImaginary] = [otherImaginary, imaginary];
    },
    gradient: (parts, removed) => {
      for (const phases of removed ?? []) accumulate(real, imaginary, phases, -1);
      const exponentOfSquare = 2 ** sharpness - 1;
      const gradients = weighted(parts, (square, c) => scales[c]! * (square * scales[c]!) ** exponentOfSquare);
      for (const phases of removed ?? []) accumulate(real, imaginary, phases, 1);
      return gradients;
    },
    pressure: (parts, theta) =>
      weighted(parts, (square) => (square === 0 ? theta : Math.sinh(theta * Math.sqrt(square)) / Math.sqrt(square))),
  };
};

const modelOf = <G extends string>(
  exponent: number,
  count: number,
  phasesOf: (g: Element<G>, phases: Phases) => void,
  factors: Float64Array = new Float64Array(count).fill(1),
): ErrorModel<G, CharacterPart> => {
  const turn = (2 * Math.PI) / exponent;
  // Exactly ±1 and 0 at the quarter turns, so that groups of exponent 2 and 4 are summed without rounding.
  const exact = (x: number): number => (Math.abs(x - Math.round(x)) < 1e-12 ? Math.round(x) : x);
  const cosine = Float64Array.from({ length: exponent }, (_, j) => exact(Math.cos(turn * j)));
  const sine = Float64Array.from({ length: exponent }, (_, j) => exact(Math.sin(turn * j)));
  const Phases = exponent <= 256 ? Uint8Array : exponent <= 65536 ? Uint16Array : Uint32Array;
  return {
    part: (elements) =>
      elements.map((g) => {
        const phases = new Phases(count);
        phasesOf(g, phases);
        return phases;
      }),
    running: (size) => characterSum(exponent, cosine, sine, count, size, factors),
    partSize: (count * Phases.BYTES_PER_ELEMENT) / 8,
    partCost: 6 * count,
    ranked: false,
  };
};

/** (ℤ/2)^r: the characters m with bits m ≠ 0 whose number of ones `occurs` admits. */
export const signModel = <G extends string>(
  rank: number,
  coordinates: (g: Element<G>) => readonly number[],
  occurs: (weight: number) => boolean,
): ErrorModel<G, CharacterPart> => {
  const admitted = Uint32Array.from({ length: 2 ** rank - 1 }, (_, i) => i + 1).filter((m) => occurs(bitCount(m)));
  return modelOf(2, admitted.length, (g, phases) => {
    const code = coordinates(g).reduce((sum, bit, i) => sum + bit * 2 ** i, 0);
    for (let c = 0; c < phases.length; c++) {
      let parity = admitted[c]! & code;
      parity ^= parity >> 16;
      parity ^= parity >> 8;
      parity ^= parity >> 4;
      phases[c] = (0x6996 >> (parity & 15)) & 1;
    }
  });
};

/**
 * All nontrivial characters of a product of cyclic groups, one of each conjugate pair. For the `displacement` the errors
 * are max_h |(1 − χ(h)) ω̂(χ)|²/2: a factor 2 for χ of even order, 1 + cos(π/o) for odd order o (MATHEMATICS.md 3.21).
 */
export const abelianModel = <G extends string>(
  orders: readonly number[],
  coordinates: (g: Element<G>) => readonly number[],
  displacement = false,
): ErrorModel<G, CharacterPart> => {
  const exponent = Number(orders.reduce((e, n) => lcm(e, BigInt(n)), 1n));
  const size = orders.reduce((product, n) => product * n, 1);
  /** The first digit that is not its own negative decides between a character and its conjugate. */
  const chosen = (index: number): boolean => {
    let rest = index;
    for (const n of orders) {
      const digit = rest % n;
      rest = Math.floor(rest / n);
      if (digit !== (n - digit) % n) return digit < n - digit;
    }
    return true;
  };
  const characters = Array.from({ length: size - 1 }, (_, i) => i + 1).filter(chosen);
  const orderOf = (character: number): number => {
    let order = 1n;
    let rest = character;
    for (const n of orders) {
      order = lcm(order, BigInt(n) / gcd(BigInt(n), BigInt(rest % n)));
      rest = Math.floor(rest / n);
    }
    return Number(order);
  };
  const factors = Float64Array.from(characters, (character) => {
    const order = displacement ? orderOf(character) : 1;
    return !displacement ? 1 : order % 2 === 0 ? 2 : 1 + Math.cos(Math.PI / order);
  });
  const phasesOf = (g: Element<G>, phases: Phases): void => {
    const place = coordinates(g);
    for (let c = 0; c < phases.length; c++) {
      let rest = characters[c]!;
      let phase = 0;
      for (let i = 0; i < orders.length; i++) {
        const n = orders[i]!;
        phase += (rest % n) * (exponent / n) * place[i]!;
        rest = Math.floor(rest / n);
      }
      phases[c] = phase % exponent;
    }
  };
  return modelOf(exponent, characters.length, phasesOf, factors);
};
