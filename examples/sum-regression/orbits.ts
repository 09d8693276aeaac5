/**
 * A function on the orbit of a point is a function on the group: φ(h) = f(h·x). Averages and symmetry errors of f over
 * orbits are computed there, exactly as the definitions say.
 *
 * S_d moves coordinates: coordinate i of x becomes coordinate g(i) of g·x, and (g·f)(x) = f(g⁻¹·x). Permutations are
 * arrays of images from 0.
 */

export type Permutation = readonly number[];

export const permutationsOf = (d: number): readonly Permutation[] =>
  d === 0
    ? [[]]
    : permutationsOf(d - 1).flatMap((p) =>
        Array.from({ length: d }, (_, i) => [...p.slice(0, i), d - 1, ...p.slice(i)]),
      );

export const move = (g: Permutation, x: readonly number[]): readonly number[] => {
  const y = new Array<number>(x.length);
  g.forEach((image, i) => {
    y[image] = x[i]!;
  });
  return y;
};

/** gh: first h, then g. */
export const product = (g: Permutation, h: Permutation): Permutation => h.map((i) => g[i]!);

export const inverse = (g: Permutation): Permutation =>
  move(
    g,
    g.map((_, i) => i),
  );

const keyOf = (g: Permutation): string => g.join();

export interface ListedGroup {
  readonly elements: readonly Permutation[];
  readonly place: (g: Permutation) => number;
  /** The places of g⁻¹h for all h, by the place of g. */
  readonly quotients: readonly Uint32Array[];
}

export const symmetricGroupOf = (d: number): ListedGroup => {
  const elements = permutationsOf(d);
  const places = new Map(elements.map((g, i) => [keyOf(g), i]));
  const place = (g: Permutation): number => places.get(keyOf(g))!;
  const quotients = elements.map((g) => {
    const back = inverse(g);
    return Uint32Array.from(elements, (h) => place(product(back, h)));
  });
  return { elements, place, quotients };
};

/** φ(h) = f(h·x) for all h, in the order of the listing. */
export const onOrbit = (
  { elements }: ListedGroup,
  f: (x: readonly number[]) => number,
  x: readonly number[],
): Float64Array => Float64Array.from(elements, (h) => f(move(h, x)));

export interface Averaging {
  readonly elements: readonly Permutation[];
  readonly weights: readonly number[];
}

export const plainAverage = (elements: readonly Permutation[]): Averaging => ({
  elements,
  weights: elements.map(() => 1 / elements.length),
});

/** (E_ω φ)(h) = Σ ω(g) φ(g⁻¹h). */
export const averaged = (
  { place, quotients }: ListedGroup,
  { elements, weights }: Averaging,
  values: Float64Array,
): Float64Array => {
  const result = new Float64Array(values.length);
  elements.forEach((g, k) => {
    const from = quotients[place(g)]!;
    for (let i = 0; i < result.length; i++) result[i]! += weights[k]! * values[from[i]!]!;
  });
  return result;
};

const withoutMean = (values: Float64Array): Float64Array => {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return values.map((value) => value - mean);
};

const squares = (values: Float64Array): number => values.reduce((total, value) => total + value * value, 0);

/** E_g ‖φ − g·φ‖² = 2‖φ − Pφ‖²: twice the variance over the orbit (MATHEMATICS.md 3.1). */
export const asymmetry = (values: Float64Array): number => (2 * squares(withoutMean(values))) / values.length;

/**
 * The same for E_ω φ on many orbits together and many ω, from C(k) = Σ φ(h) φ(k⁻¹h): since ‖E_ω φ‖² = Σ ω(s)ω(t) C(s⁻¹t)
 * for φ of mean 0, every further ω costs size² steps, whatever the number of orbits. Preparing takes |G|² · orbits.
 */
export const asymmetryOfAverages = (
  { elements: all, place, quotients }: ListedGroup,
  orbits: readonly Float64Array[],
): ((average: Averaging) => number) => {
  const centred = orbits.map(withoutMean);
  const correlation = quotients.map((from) =>
    centred.reduce((total, values) => total + values.reduce((c, value, i) => c + value * values[from[i]!]!, 0), 0),
  );
  const scale = 2 / (all.length * orbits.length);
  return ({ elements, weights }) => {
    const places = elements.map(place);
    let total = 0;
    places.forEach((s, i) => {
      places.forEach((t, j) => {
        total += weights[i]! * weights[j]! * correlation[quotients[s]![t]!]!;
      });
    });
    return Math.max(0, scale * total);
  };
};

/**
 * The greatest ratio E_g‖E_ω φ − g·E_ω φ‖² / E_g‖φ − g·φ‖² that power iteration finds over *all* functions φ on the group,
 * from a given start: how bad a function can be for ω. A number from below; a certificate is one from above.
 */
export const worstFound = (group: ListedGroup, average: Averaging, start: Float64Array, rounds: number): number => {
  const adjoint: Averaging = { elements: average.elements.map(inverse), weights: average.weights };
  let values = withoutMean(start);
  let ratio = 0;
  for (let round = 0; round < rounds; round++) {
    const image = averaged(group, average, values);
    ratio = squares(image) / squares(values);
    const next = withoutMean(averaged(group, adjoint, image));
    const length = Math.sqrt(squares(next));
    if (length === 0) return ratio;
    values = next.map((value) => value / length);
  }
  return ratio;
};
