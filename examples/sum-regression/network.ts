/**
 * A small network and its training, from nothing but + − · / √ and comparisons, which IEEE 754 rounds the same way
 * everywhere: the same seed trains the same weights on every machine.
 */
import { type Random, randomPoint, sorted, sum } from './random.ts';

/** x ↦ weights · x + biases, `weights` row by row: outputs × inputs. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/** Layers with max(0, ·) between them, and one output at the end. */
export type Network = readonly Layer[];

const apply = ({ inputs, outputs, weights, biases }: Layer, x: ArrayLike<number>): Float64Array => {
  const y = Float64Array.from(biases);
  for (let o = 0; o < outputs; o++) for (let i = 0; i < inputs; i++) y[o]! += weights[o * inputs + i]! * x[i]!;
  return y;
};

const positivePart = (x: Float64Array): Float64Array => x.map((value) => (value > 0 ? value : 0));

/** The inputs of each layer, and the output. */
const activations = (network: Network, x: ArrayLike<number>): readonly Float64Array[] => {
  const all: Float64Array[] = [Float64Array.from(x)];
  network.forEach((layer, l) => {
    const y = apply(layer, all[l]!);
    all.push(l + 1 < network.length ? positivePart(y) : y);
  });
  return all;
};

export const evaluate = (network: Network, x: ArrayLike<number>): number => activations(network, x).at(-1)![0]!;

/** Weights uniform in ±√(6/inputs), no biases (He). */
export const initial = (widths: readonly number[], random: Random): Network =>
  widths.slice(1).map((outputs, l) => {
    const inputs = widths[l]!;
    const scale = Math.sqrt(6 / inputs);
    return {
      inputs,
      outputs,
      weights: Float64Array.from({ length: inputs * outputs }, () => scale * (2 * random() - 1)),
      biases: new Float64Array(outputs),
    };
  });

/** Adds the gradient of ½(f(x) − target)² to `into`, arrays of weights and biases in turn. */
const addGradient = (network: Network, x: readonly number[], target: number, into: readonly Float64Array[]): void => {
  const all = activations(network, x);
  let delta = Float64Array.of(all.at(-1)![0]! - target);
  for (let l = network.length - 1; l >= 0; l--) {
    const { inputs, outputs, weights } = network[l]!;
    const before = all[l]!;
    const next = new Float64Array(inputs);
    for (let o = 0; o < outputs; o++) {
      into[2 * l + 1]![o]! += delta[o]!;
      for (let i = 0; i < inputs; i++) {
        into[2 * l]![o * inputs + i]! += delta[o]! * before[i]!;
        next[i]! += delta[o]! * weights[o * inputs + i]!;
      }
    }
    delta = next.map((value, i) => (before[i]! > 0 ? value : 0));
  }
};

export interface Training {
  readonly widths: readonly number[];
  readonly steps: number;
  readonly batch: number;
  readonly rate: number;
}

/**
 * Learns the sum of *sorted* inputs, new ones in every step, by Adam (Kingma and Ba) with a rate that falls to 0 along a
 * line. The network sees x_1 ≤ … ≤ x_d only and is never told that their order does not matter.
 */
export const train = ({ widths, steps, batch, rate }: Training, random: Random): Network => {
  const network = initial(widths, random);
  const parameters = network.flatMap(({ weights, biases }) => [weights, biases]);
  const zeros = (): readonly Float64Array[] => parameters.map(({ length }) => new Float64Array(length));
  const [first, second] = [zeros(), zeros()];
  let [firstPower, secondPower] = [1, 1];
  for (let step = 0; step < steps; step++) {
    const gradient = zeros();
    for (let k = 0; k < batch; k++) {
      const x = sorted(randomPoint(widths[0]!, random));
      addGradient(network, x, sum(x), gradient);
    }
    firstPower *= 0.9;
    secondPower *= 0.999;
    const now = rate * (1 - step / steps);
    parameters.forEach((values, p) => {
      for (let i = 0; i < values.length; i++) {
        const slope = gradient[p]![i]! / batch;
        first[p]![i] = 0.9 * first[p]![i]! + 0.1 * slope;
        second[p]![i] = 0.999 * second[p]![i]! + 0.001 * slope * slope;
        const size = Math.sqrt(second[p]![i]! / (1 - secondPower)) + 1e-8;
        values[i]! -= (now * (first[p]![i]! / (1 - firstPower))) / size;
      }
    });
  }
  return network;
};

/** As stored: widths, and all weights rounded to six decimals, layer by layer, weights before biases. */
export interface StoredNetwork {
  readonly widths: readonly number[];
  readonly parameters: readonly number[];
}

export const store = (network: Network): StoredNetwork => ({
  widths: [network[0]!.inputs, ...network.map(({ outputs }) => outputs)],
  parameters: network.flatMap(({ weights, biases }) => [...weights, ...biases]).map((x) => Math.round(x * 1e6) / 1e6),
});

export const restore = ({ widths, parameters }: StoredNetwork): Network => {
  let at = 0;
  const take = (count: number): Float64Array => {
    at += count;
    return Float64Array.from(parameters.slice(at - count, at));
  };
  return widths.slice(1).map((outputs, l) => {
    const inputs = widths[l]!;
    return { inputs, outputs, weights: take(inputs * outputs), biases: take(outputs) };
  });
};
