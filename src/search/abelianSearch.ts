/**
 * Schemes of large abelian groups, with the sums A_χ = Σ χ(g) over all characters at hand. One Fourier transform tells
 * for every element of the group at once how adding it would change the energy, so each element is chosen among all:
 * first the derandomised construction (`derandomised.ts`, on the whole group), then exchanges for fewer elements; in
 * (ℤ/2)^r also cyclic codes (`cyclicCodes.ts`).
 */
import { bitCount } from '../algebra/walsh.ts';
import { type AbelianTransform, abelianTransform } from './abelianTransform.ts';
import { cyclicCodeSets } from './cyclicCodes.ts';
import { type RandomBelow, randomFrom } from './random.ts';

export interface AbelianSearch {
  /** The orders of the cyclic factors; their product is at most about 2²⁰. */
  readonly orders: readonly number[];
  /** Whether a nontrivial character counts, by number. */
  readonly occurs: (character: number) => boolean;
  /** The error to reach; one that attains it counts. */
  readonly epsilon: number;
  readonly leastElements: number;
  readonly mostElements: number;
  readonly seed: string;
  /** Elementary steps to spend. */
  readonly steps: number;
  /** Go on from other starts until the steps are spent. */
  readonly persistent?: boolean;
  /** Only cyclic codes. */
  readonly codesOnly?: boolean;
  readonly progress: (phase: string) => void;
  readonly onImproved: (elements: readonly number[]) => void;
}

/** Sums over the characters of a list of elements, which may be exchanged. */
interface State {
  readonly elements: number[];
  readonly add: (x: number) => void;
  readonly remove: (at: number) => void;
  /** max |A_χ|² over the characters that count. */
  readonly worst: () => number;
  /** The element with the least Σ_χ f(|A_χ|²) Re (conj(A_χ) χ(x)). */
  readonly best: (f: (square: number) => number) => number;
}

const stateOf = (transform: AbelianTransform, admitted: Uint8Array, steps: (n: number) => void): State => {
  const { size } = transform;
  const elements: number[] = [];
  const [re, im] = [new Float64Array(size), new Float64Array(size)];
  const [slopeRe, slopeIm] = [new Float64Array(size), new Float64Array(size)];
  return {
    elements,
    add: (x) => {
      elements.push(x);
      transform.addCharacters(x, 1, re, im);
      steps(6 * size);
    },
    remove: (at) => {
      transform.addCharacters(elements[at]!, -1, re, im);
      elements.splice(at, 1);
      steps(6 * size);
    },
    worst: () => {
      let worst = 0;
      for (let c = 1; c < size; c++) if (admitted[c] === 1) worst = Math.max(worst, re[c]! * re[c]! + im[c]! * im[c]!);
      steps(2 * size);
      return worst;
    },
    best: (f) => {
      slopeRe.fill(0);
      slopeIm.fill(0);
      for (let c = 1; c < size; c++) {
        if (admitted[c] === 0) continue;
        const factor = f(re[c]! * re[c]! + im[c]! * im[c]!);
        slopeRe[c] = factor * re[c]!;
        slopeIm[c] = -factor * im[c]!;
      }
      transform.synthesise(slopeRe, slopeIm);
      steps(transform.cost + 20 * size);
      let least = 0;
      for (let x = 1; x < size; x++) if (slopeRe[x]! < slopeRe[least]! - 1e-9) least = x;
      return least;
    },
  };
};

/** Exchanges for one size stop after so many that brought nothing, per element. */
const idle = 3;

/** Exchanges until max |A_χ|² is at most `goal`: the success is left in the state. */
const exchange = (state: State, goal: number, below: RandomBelow, goesOn: () => boolean): boolean => {
  let best = state.worst();
  if (best <= goal) return true;
  for (let since = 0; since < idle * state.elements.length && goesOn(); since++) {
    const at = below(state.elements.length);
    const old = state.elements[at]!;
    state.remove(at);
    const top = state.worst();
    const power = 2 + below(10);
    const chosen = state.best((square) => (square / (top + 1e-9)) ** power);
    state.add(chosen);
    if (chosen === old) continue;
    const now = state.worst();
    if (now < best) [best, since] = [now, 0];
    if (now <= goal) return true;
  }
  return false;
};

/** Whether the characters of at most three coordinates are within ε, or would be with the identity added. */
const plausible = (columns: readonly number[], rank: number, epsilon: number): boolean => {
  const n = columns.length;
  const within = (character: number): boolean => {
    let sum = 0;
    for (const column of columns) sum += bitCount(column & character) % 2 === 0 ? 1 : -1;
    return sum * sum <= epsilon * n * n * (1 + 1e-9) || (sum + 1) ** 2 <= epsilon * (n + 1) ** 2 * (1 + 1e-9);
  };
  for (let i = 0; i < rank; i++)
    for (let j = 0; j <= i; j++)
      for (let k = 0; k <= j; k++)
        if (!within((1 << i) ^ (i === j ? 0 : 1 << j) ^ (j === k ? 0 : 1 << k))) return false;
  return true;
};

/** Cyclic codes of few dimensions more than the rank that are good enough, the shortest found. */
const fromCodes = (
  { orders, epsilon, leastElements, mostElements, progress }: AbelianSearch,
  admitted: Uint8Array,
  below: RandomBelow,
  steps: (n: number) => boolean,
): readonly number[] | undefined => {
  const rank = orders.length;
  const transform = abelianTransform(orders);
  const values = new Float64Array(transform.size);
  const withinGoal = (constant: number, n: number): boolean => {
    const goal = epsilon * n * n * (1 + 1e-9);
    for (let c = 1; c < values.length; c++) if (admitted[c] === 1 && (values[c]! + constant) ** 2 > goal) return false;
    return true;
  };
  // Codes of a rate above ⅔ have words of small weight.
  const start = Math.max(leastElements - 1, Math.floor(1.5 * rank)) | 1;
  for (let n = start; n <= Math.min(mostElements, 127); n += 2) {
    progress(`trying cyclic codes of length ${n}`);
    for (const columns of cyclicCodeSets(n, rank, below)) {
      if (!steps(1e6)) return undefined;
      if (!plausible(columns, rank, epsilon)) continue;
      values.fill(0);
      for (const column of columns) values[column]! += 1;
      transform.synthesise(values, values);
      if (!steps(transform.cost + 20 * values.length)) return undefined;
      if (withinGoal(0, n)) return columns;
      // Extended by a zero: the identity.
      if (n < mostElements && withinGoal(1, n + 1)) return [...columns, 0];
    }
  }
  return undefined;
};

/** The fewest elements found within ε, as numbers; undefined if none were. Growth: `steps`, besides one transform. */
export const searchAbelian = (search: AbelianSearch): readonly number[] | undefined => {
  const { orders, occurs, epsilon, leastElements, mostElements, seed, progress, onImproved } = search;
  const below = randomFrom(`${seed}/abelian/${orders.join('x')}`);
  const transform = abelianTransform(orders);
  const admitted = Uint8Array.from({ length: transform.size }, (_, c) => (c !== 0 && occurs(c) ? 1 : 0));
  let left = search.steps;
  const spend = (n: number): void => {
    left -= n;
  };
  let best: readonly number[] | undefined;
  const keep = (elements: readonly number[]): void => {
    if (best !== undefined && best.length <= elements.length) return;
    best = [...elements];
    onImproved(best);
  };
  if (orders.every((n) => n === 2) && orders.length >= 5) {
    let forCodes = search.codesOnly === true ? search.steps : search.steps / 3;
    const codes = fromCodes(search, admitted, below, (n) => {
      forCodes -= n;
      return forCodes > 0;
    });
    left = search.steps - (search.steps / 3 - Math.max(0, forCodes));
    if (codes !== undefined) {
      keep(codes);
      // Hardly anything beats a code that is good at all.
      left /= 4;
    }
  }
  if (search.codesOnly === true) return best;
  const goalFor = (n: number): number => epsilon * n * n * (1 + 1e-9);
  const most = (): number => (best === undefined ? mostElements : best.length - 1);
  const state = stateOf(transform, admitted, spend);
  const theta = Math.atanh(Math.min(0.99, Math.sqrt(epsilon)));
  state.add(0);
  if (transform.size > 1) state.add(1 + below(transform.size - 1));
  progress('choosing elements one by one');
  while (state.worst() > goalFor(state.elements.length)) {
    if (state.elements.length >= most() || left < 0) break;
    state.add(
      state.best((square) => {
        const a = Math.sqrt(square);
        return a < 1e-9 ? theta : Math.sinh(Math.min(600, theta * a)) / a;
      }),
    );
  }
  if (state.worst() <= goalFor(state.elements.length)) keep(state.elements);
  // Fewer elements, by sixteenths and then one by one.
  for (let step = Math.max(1, Math.floor(state.elements.length / 16)); left > 0; ) {
    if (best === undefined) break;
    const target = best.length - step;
    if (target < Math.max(1, leastElements)) break;
    progress(`searching schemes of ${target} elements`);
    while (state.elements.length > target) state.remove(below(state.elements.length));
    const share = left - Math.max(left / 3, search.steps / 12);
    if (exchange(state, goalFor(target), below, () => left > share)) {
      keep(state.elements);
      continue;
    }
    if (step === 1 && search.persistent !== true) break;
    // Back to the best, by a smaller step.
    step = Math.max(1, Math.floor(step / 2));
    while (state.elements.length > 0) state.remove(state.elements.length - 1);
    // From the best again; after a failure by a single element with a third of it exchanged for random ones.
    for (const x of best) state.add(step === 1 && below(3) === 0 ? below(transform.size) : x);
  }
  return best;
};

/** The characters of (ℤ/2)^r that a class of polynomials of degree k contains. */
export const ofWeightAtMost =
  (k: number) =>
  (character: number): boolean =>
    bitCount(character) <= k;
