/** Young's orthogonal form, which blocks evidence rests on: an orthogonal representation with the right characters. */
import { describe, expect, test } from 'vitest';
import { compose, type Permutation } from '../../src/group/permutation.ts';
import { symmetricCharacterTable } from '../../src/representation/murnaghanNakayama.ts';
import { partitions } from '../../src/representation/partition.ts';
import { reducedWord, youngMatrix, youngRepresentation } from '../../src/representation/youngOrthogonal.ts';
import { pseudoRandom } from '../support/oracle.ts';

const tolerance = 1e-12;
const degrees = [1, 2, 3, 4, 5, 6];
const shapes = degrees.flatMap((d) => partitions(d).map((partition) => ({ d, partition })));

const identity = (d: number): number[] => Array.from({ length: d }, (_, i) => i);
const adjacent = (d: number, i: number): Permutation => {
  const g = identity(d);
  [g[i], g[i + 1]] = [i + 1, i];
  return g;
};
const product = (n: number, a: Float64Array, b: Float64Array): Float64Array => {
  const c = new Float64Array(n * n);
  for (let column = 0; column < n; column++)
    for (let k = 0; k < n; k++)
      for (let row = 0; row < n; row++) c[column * n + row]! += a[k * n + row]! * b[column * n + k]!;
  return c;
};
const distance = (a: Float64Array, b: Float64Array): number => Math.max(0, ...a.map((x, i) => Math.abs(x - b[i]!)));

describe.each(degrees)('S%i', (d) => {
  test('dimensions are the degrees of the characters, and their squares sum to d!', () => {
    const table = symmetricCharacterTable(d);
    const dimensions = table.partitions.map((partition) => youngRepresentation(partition).dimension);
    const identityColumn = table.partitions.findIndex((type) => type.length === d);
    expect(dimensions).toEqual(table.rows.map((row) => Number(row[identityColumn])));
    expect(dimensions.reduce((sum, n) => sum + n * n, 0)).toBe(
      identity(d).reduce((product, i) => product * (i + 1), 1),
    );
  });
});

describe.each(shapes)('the shape $partition', ({ d, partition }) => {
  const representation = youngRepresentation(partition);
  const n = representation.dimension;
  const one = youngMatrix(representation, identity(d));
  const generators = Array.from({ length: Math.max(0, d - 1) }, (_, i) => youngMatrix(representation, adjacent(d, i)));

  test('s_i² = 1, s_i s_j = s_j s_i for |i − j| > 1, s_i s_{i+1} s_i = s_{i+1} s_i s_{i+1}', () => {
    generators.forEach((s, i) => {
      expect(distance(product(n, s, s), one)).toBeLessThan(tolerance);
      generators.forEach((t, j) => {
        const [st, ts] = [product(n, s, t), product(n, t, s)];
        if (Math.abs(i - j) > 1) expect(distance(st, ts)).toBeLessThan(tolerance);
        if (j === i + 1) expect(distance(product(n, st, s), product(n, ts, t))).toBeLessThan(tolerance);
      });
    });
  });

  test('it is multiplicative and orthogonal', () => {
    const below = pseudoRandom(d);
    const random = (): Permutation => {
      const g = identity(d);
      for (let i = d - 1; i > 0; i--) {
        const j = below(i + 1);
        [g[i], g[j]] = [g[j]!, g[i]!];
      }
      return g;
    };
    for (let run = 0; run < 10; run++) {
      const [g, h] = [random(), random()];
      const [a, b] = [youngMatrix(representation, g), youngMatrix(representation, h)];
      expect(distance(product(n, a, b), youngMatrix(representation, compose(g, h)))).toBeLessThan(tolerance);
      const transposed = Float64Array.from({ length: n * n }, (_, at) => a[(at % n) * n + Math.floor(at / n)]!);
      expect(distance(product(n, a, transposed), one)).toBeLessThan(tolerance);
    }
  });

  test('its traces are the characters of Murnaghan and Nakayama', () => {
    const table = symmetricCharacterTable(d);
    const row = table.rows[table.partitions.findIndex((other) => other.join() === partition.join())]!;
    table.partitions.forEach((type, column) => {
      // A permutation of this cycle type: consecutive cycles.
      const g = identity(d);
      let start = 0;
      for (const length of type) {
        for (let i = 0; i < length; i++) g[start + i] = start + ((i + 1) % length);
        start += length;
      }
      const matrix = youngMatrix(representation, g);
      let trace = 0;
      for (let i = 0; i < n; i++) trace += matrix[i * n + i]!;
      expect(Math.abs(trace - Number(row[column]))).toBeLessThan(tolerance);
    });
  });
});

describe('reduced words', () => {
  test('the word multiplies to g and is as long as g has inversions', () => {
    const below = pseudoRandom(7);
    for (let run = 0; run < 50; run++) {
      const d = 1 + below(9);
      const g = identity(d);
      for (let i = d - 1; i > 0; i--) {
        const j = below(i + 1);
        [g[i], g[j]] = [g[j]!, g[i]!];
      }
      const word = reducedWord(g);
      let inversions = 0;
      for (let i = 0; i < d; i++) for (let j = i + 1; j < d; j++) if (g[i]! > g[j]!) inversions++;
      expect(word).toHaveLength(inversions);
      const value = word.reduce<Permutation>((h, i) => compose(h, adjacent(d, i)), identity(d));
      expect(Array.from(value)).toEqual(g);
    }
  });
});
