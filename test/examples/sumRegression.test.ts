/** examples/sum-regression: what the certificate promises is what the network shows, and what is printed is what is computed. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { experiment, full } from '../../examples/sum-regression/experiment.ts';
import { evaluate, restore, type StoredNetwork } from '../../examples/sum-regression/network.ts';
import {
  type Averaging,
  asymmetry,
  asymmetryOfAverages,
  averaged,
  inverse,
  move,
  onOrbit,
  plainAverage,
  product,
  symmetricGroupOf,
  worstFound,
} from '../../examples/sum-regression/orbits.ts';
import { randomOf, randomPoint, sum } from '../../examples/sum-regression/random.ts';
import { table } from '../../examples/sum-regression/report.ts';
import { certified, readScheme, schemeNames } from '../../examples/sum-regression/schemes.ts';
import { trainStored } from '../../examples/sum-regression/train.ts';

const data = new URL('../../examples/sum-regression/', import.meta.url);
const stored = JSON.parse(readFileSync(new URL('network.json', data), 'utf8')) as StoredNetwork;
const network = restore(stored);
const schemes = schemeNames.map((name) => certified(readScheme(data, name)));
/** Rounding in sums of 720 terms of moderate size. */
const rounding = 1e-9;

describe('on the orbits of fresh points', () => {
  const result = experiment(network, schemes, { orbits: 6, randomSets: 5, seed: 12345 });
  test.each(result.certified.map((row) => [row.of.file.size, row] as const))(
    '%i elements leave at most the certified part of the asymmetry, on every orbit',
    (_, { of, measured, worstFunction }) => {
      expect(measured.ratio).toBeLessThanOrEqual(of.epsilon + rounding);
      expect(measured.worst).toBeLessThanOrEqual(of.epsilon + rounding);
      expect(worstFunction).toBeLessThanOrEqual(of.epsilon + rounding);
      // So close below that a slip in the averaging would show.
      expect(worstFunction).toBeGreaterThan(0.9 * of.epsilon);
    },
  );
  test('the whole group leaves nothing, and the network alone is not symmetric', () => {
    expect(result.all.ratio).toBeLessThan(rounding);
    expect(result.shuffledError).toBeGreaterThan(10 * result.sortedError);
  });
  test('averaging over more elements predicts better, as E_ω f tends to the average over all', () => {
    const errors = [result.shuffledError, result.certified[0]!.measured.predictionError, result.all.predictionError];
    expect([...errors].sort((a, b) => b - a)).toEqual(errors);
  });
});

describe('the computations on an orbit', () => {
  const group = symmetricGroupOf(4);
  const random = randomOf(7);
  const f = (x: readonly number[]): number => x[0]! * x[1]! ** 2 - x[2]! / (1 + x[3]!);
  const x = randomPoint(4, random);
  const average: Averaging = {
    elements: [group.elements[3]!, group.elements[10]!, group.elements[17]!],
    weights: [0.5, 0.75, -0.25],
  };
  test('moving is an action, from the left', () => {
    const [g, h] = [group.elements[5]!, group.elements[14]!];
    expect(move(g, move(h, x))).toEqual(move(product(g, h), x));
    expect(move(inverse(g), move(g, x))).toEqual(x);
  });
  test('E_ω f is Σ ω(g) f(g⁻¹x) at every point', () => {
    const values = averaged(group, average, onOrbit(group, f, x));
    group.elements.forEach((h, i) => {
      const y = move(h, x);
      expect(values[i]).toBeCloseTo(
        sum(average.elements.map((g, k) => average.weights[k]! * f(move(inverse(g), y)))),
        12,
      );
    });
  });
  test('the asymmetry is E_g‖φ − g·φ‖²', () => {
    const values = onOrbit(group, f, x);
    const distances = group.elements.map((g) =>
      sum(Array.from(averaged(group, plainAverage([g]), values), (value, i) => (values[i]! - value) ** 2 / 24)),
    );
    expect(asymmetry(values)).toBeCloseTo(sum(distances) / 24, 12);
  });
  test('the asymmetry of an average, from correlations', () => {
    const orbits = [x, randomPoint(4, random)].map((point) => onOrbit(group, f, point));
    const direct = orbits.map((values) => asymmetry(averaged(group, average, values)));
    expect(asymmetryOfAverages(group, orbits)(average)).toBeCloseTo(sum(direct) / 2, 12);
  });
  test('the worst function of the alternating group is the sign: it stays as it is', () => {
    const even = group.elements.filter(
      (g) => g.reduce((count, a, i) => count + g.slice(i).filter((b) => b < a).length, 0) % 2 === 0,
    );
    expect(worstFound(group, plainAverage(even), Float64Array.from(group.elements, random), 50)).toBeCloseTo(1, 12);
  });
});

test('the stored network is the one that the training script trains', () => {
  expect(trainStored()).toEqual(stored);
  expect(evaluate(network, [0, 0.2, 0.4, 0.6, 0.8, 1])).toBeCloseTo(3, 1);
});

test('a scheme that promises too much is refused', () => {
  const file = readScheme(data, 'S6-1-4.json');
  expect(() => certified({ ...file, epsilon: '1/5' })).toThrow(/rejected/);
});

test('README.md shows what the example prints', () => {
  const readme = readFileSync(new URL('README.md', data), 'utf8');
  // Fewer random sets; they are drawn last.
  const printed = table(experiment(network, schemes, { ...full, randomSets: 1 }));
  const [before, after] = printed.split('As many random elements instead:');
  expect(readme).toContain(before);
  expect(readme).toContain(after!.trimEnd().split('\n').slice(-schemes.length).join('\n'));
});
