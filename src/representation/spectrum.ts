/**
 * The characteristic polynomial of ρ(g), in the factored form that its exact uses need, and the characters of the
 * symmetric powers by Molien's formula Σ_j χ_{Sym^j}(g) t^j = 1 / det(1 − tρ(g)).
 */
import { type ExactRing, sumOf } from '../algebra/field.ts';
import { reversedCharacteristicPolynomial } from '../algebra/fieldMatrix.ts';
import { binomial } from '../algebra/integer.ts';
import { reciprocalSeries } from '../algebra/polynomial.ts';
import type { Element } from '../group/group.ts';
import { cyclesOf, type Permutation } from '../group/permutation.ts';
import type { Action, MatrixAction } from './action.ts';

/** det(1 − tρ(g)), factored where that is natural. */
export type Spectrum =
  /** Π (1 − t^ℓ) over `positive` cycle lengths times Π (1 + t^ℓ) over `negative` ones; both ascending. */
  | { readonly kind: 'cycles'; readonly positive: readonly number[]; readonly negative: readonly number[] }
  /** 1 − (ζ^turn + ζ^−turn) t + t² with ζ = e^{2πi/of}. */
  | { readonly kind: 'rotation'; readonly turn: number; readonly of: number }
  /** 1 − t². */
  | { readonly kind: 'reflection' }
  /**
   * The coefficients, constant first. Each is an algebraic integer of ℚ(ζ), ζ = e^{2πi/conductor}, given by its φ(n)
   * integer coordinates on 1, ζ, ζ², …
   */
  | { readonly kind: 'polynomial'; readonly conductor: number; readonly coefficients: readonly (readonly bigint[])[] };

const ascending = (a: number, b: number): number => a - b;

const signedCycles = (g: Permutation, dimension: number): Spectrum => {
  const positive: number[] = [];
  const negative: number[] = [];
  const seen = new Uint8Array(dimension);
  for (const cycle of cyclesOf(g)) {
    // A positive cycle and its negative are two cycles on ± points; a negative cycle is its own negative.
    if (seen[cycle[0]! % dimension] === 1) continue;
    for (const point of cycle) seen[point % dimension] = 1;
    const isNegative = cycle.some((point) => point !== cycle[0] && point % dimension === cycle[0]! % dimension);
    if (isNegative) negative.push(cycle.length / 2);
    else positive.push(cycle.length);
  }
  return { kind: 'cycles', positive: positive.sort(ascending), negative: negative.sort(ascending) };
};

/**
 * The eigenvalues of ρ(g) are roots of unity, so the coefficients are algebraic integers; those of ℚ(ζ) are ℤ[ζ].
 * Growth: dimension⁴ products in the field.
 */
const matrixSpectrum = <G extends string>({ field, image }: MatrixAction<G>, g: Element<G>): Spectrum => {
  const coefficients = reversedCharacteristicPolynomial(field, image(g)).map(({ numerators, denominator }) => {
    if (denominator !== 1n)
      throw new Error('an element of a finite matrix group has algebraic integers as coefficients');
    return numerators;
  });
  return { kind: 'polynomial', conductor: field.conductor, coefficients };
};

export const spectrumOf = <G extends string>(action: Action<G>, g: Element<G>): Spectrum => {
  if (action.kind === 'permutation')
    return {
      kind: 'cycles',
      positive: cyclesOf(action.image(g))
        .map((cycle) => cycle.length)
        .sort(ascending),
      negative: [],
    };
  if (action.kind === 'signed') return signedCycles(action.image(g), action.dimension);
  if (action.kind === 'matrix') return matrixSpectrum(action, g);
  const { turn, reflected } = action.image(g);
  return reflected ? { kind: 'reflection' } : { kind: 'rotation', turn, of: action.turns };
};

/** A key equal for equal spectra of elements under one action. */
export const spectrumKey = (spectrum: Spectrum): string =>
  spectrum.kind === 'polynomial' ? `polynomial ${spectrum.coefficients.join(';')}` : JSON.stringify(spectrum);

/** Whether the polynomial is (1 − t)^{d−1} (1 + t), with coefficients (−1)^i (C(d−1, i) − C(d−1, i−1)). */
const isReflectionPolynomial = (coefficients: readonly (readonly bigint[])[]): boolean => {
  const rest = coefficients.length - 2;
  return coefficients.every(([constant, ...others], i) => {
    const size = binomial(rest, i) - binomial(rest, i - 1);
    return constant === (i % 2 === 0 ? size : -size) && others.every((x) => x === 0n);
  });
};

/** Whether ρ(g) fixes a hyperplane and reverses its normal. */
export const isReflection = (spectrum: Spectrum): boolean => {
  if (spectrum.kind === 'reflection') return true;
  if (spectrum.kind === 'rotation') return false;
  if (spectrum.kind === 'polynomial') return isReflectionPolynomial(spectrum.coefficients);
  const { positive, negative } = spectrum;
  const last = positive[positive.length - 1] ?? 1;
  const others = positive.slice(0, -1);
  return negative.length === 0
    ? last === 2 && others.every((length) => length === 1)
    : last === 1 && negative.length === 1 && negative[0] === 1;
};

/** The image of Σ c_j ζʲ, ζ = e^{2πi/n}; asks for no root where c is an integer. */
const combinationIn = <A>(
  ring: ExactRing<A>,
  root: (a: number, n: number) => A,
  c: readonly bigint[],
  n: number,
): A => {
  const term = (x: bigint, j: number): A =>
    j === 0 ? ring.fromInteger(x) : x === 0n ? ring.zero : ring.mul(ring.fromInteger(x), root(j, n));
  return sumOf(ring, c.map(term));
};

/**
 * χ_{Sym^0}(g) … χ_{Sym^k}(g) in any exact ring, given the images there of the roots of unity: `root(a, n)` is that of
 * e^{2πia/n} under one homomorphism from ℤ[e^{2πi/n}]. Growth: O(k · number of cycles) additions, or O(k · dimension)
 * products for a matrix.
 */
export const symmetricPowerCharacters = <A>(
  ring: ExactRing<A>,
  root: (a: number, n: number) => A,
  spectrum: Spectrum,
  k: number,
): readonly A[] => {
  if (spectrum.kind === 'polynomial') {
    const { coefficients, conductor } = spectrum;
    return reciprocalSeries(
      ring,
      coefficients.map((c) => combinationIn(ring, root, c, conductor)),
      k,
    );
  }
  if (spectrum.kind !== 'cycles') {
    const middle =
      spectrum.kind === 'reflection'
        ? ring.zero
        : ring.add(root(spectrum.turn, spectrum.of), root(spectrum.of - spectrum.turn, spectrum.of));
    const last = spectrum.kind === 'reflection' ? ring.sub(ring.zero, ring.one) : ring.one;
    return reciprocalSeries(ring, [ring.one, ring.sub(ring.zero, middle), last], k);
  }
  const series: A[] = Array.from({ length: k + 1 }, (_, j) => (j === 0 ? ring.one : ring.zero));
  for (const length of spectrum.positive)
    for (let j = length; j <= k; j++) series[j] = ring.add(series[j]!, series[j - length]!);
  for (const length of spectrum.negative)
    for (let j = length; j <= k; j++) series[j] = ring.sub(series[j]!, series[j - length]!);
  return series;
};
