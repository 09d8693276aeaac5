/** The groups of the regular solids, against their definitions by geometry. */
import { describe, expect, test } from 'vitest';
import { cyclesOf, isEven, type Permutation } from '../../src/group/permutation.ts';
import { icosahedronVertices } from '../../src/group/polyhedral.ts';
import { withGroup } from '../support/groups.ts';

const elementsOf = (name: string): readonly Permutation[] => withGroup(name, (group) => [...group.chain().elements()]);

/** Every signed permutation of three coordinates, as images of 1, 2, 3 with signs. */
const windows = [0, 1, 2].flatMap((i) =>
  [0, 1, 2].flatMap((j) =>
    [0, 1, 2].flatMap((k) =>
      new Set([i, j, k]).size < 3
        ? []
        : [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => [i, j, k].map((x, at) => ((bits >> at) & 1 ? -(x + 1) : x + 1))),
    ),
  ),
);

const windowOf = (g: Permutation): readonly number[] => [0, 1, 2].map((i) => (g[i]! < 3 ? g[i]! + 1 : -(g[i]! - 2)));
/** (x, y, z) = Σ x_i e_i to Σ x_i (± e_|window[i]|). */
const moved = (window: readonly number[], x: readonly number[]): readonly number[] => {
  const image = [0, 0, 0];
  window.forEach((target, i) => {
    image[Math.abs(target) - 1] = Math.sign(target) * x[i]!;
  });
  return image;
};

const determinantOf = (window: readonly number[]): number => {
  const columns = [0, 1, 2].map((i) =>
    moved(
      window,
      [0, 1, 2].map((j) => (i === j ? 1 : 0)),
    ),
  ) as [number, number, number][];
  const [a, b, c] = columns as [[number, number, number], [number, number, number], [number, number, number]];
  return a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
};

const tetrahedron = [
  [1, 1, 1],
  [1, -1, -1],
  [-1, 1, -1],
  [-1, -1, 1],
];
const keepsTetrahedron = (window: readonly number[]): boolean =>
  tetrahedron.every((v) => tetrahedron.some((w) => w.join() === moved(window, v).join()));
const negated = (window: readonly number[]): readonly number[] => window.map((x) => -x);

describe('signed permutations', () => {
  test.each([
    ['T', (w: readonly number[]) => keepsTetrahedron(w) && determinantOf(w) === 1],
    ['Td', keepsTetrahedron],
    ['O', (w: readonly number[]) => determinantOf(w) === 1],
    ['Oh', () => true],
    [
      'Th',
      (w: readonly number[]) =>
        (keepsTetrahedron(w) && determinantOf(w) === 1) ||
        (keepsTetrahedron(negated(w)) && determinantOf(negated(w)) === 1),
    ],
  ] as const)('%s is what the definition says', (name, belongs) => {
    const found = elementsOf(name).map((g) => windowOf(g).join());
    expect(found.sort()).toEqual(
      windows
        .filter(belongs)
        .map((w) => w.join())
        .sort(),
    );
  });

  test('orders', () => {
    expect(['T', 'Th', 'Td', 'O', 'Oh', 'I', 'Ih'].map((name) => elementsOf(name).length)).toEqual([
      12, 24, 24, 24, 48, 60, 120,
    ]);
  });
});

describe('the icosahedron', () => {
  const phi = (1 + Math.sqrt(5)) / 2;
  const points = icosahedronVertices.map((v) => v.map(([a, b]) => a + b * phi));
  const inner = (i: number, j: number): number => points[i]!.reduce((sum, x, k) => sum + x * points[j]![k]!, 0);

  test('has twelve vertices, each with five neighbours and an antipode, at equal distance from the centre', () => {
    expect(points.length).toBe(12);
    points.forEach((_, i) => {
      expect(inner(i, i)).toBeCloseTo(2 + phi, 12);
      const products = points.map((_, j) => inner(i, j));
      expect(products.filter((x) => Math.abs(x - phi) < 1e-9).length).toBe(5);
      expect(products.filter((x) => Math.abs(x + phi) < 1e-9).length).toBe(5);
      expect(products.filter((x) => Math.abs(x + 2 + phi) < 1e-9).length).toBe(1);
    });
  });

  test('Ih is the group of all permutations that keep inner products: there are 120', () => {
    // A symmetry is known by its images of three vertices that span space.
    let count = 0;
    for (let a = 0; a < 12; a++)
      for (let b = 0; b < 12; b++)
        for (let c = 0; c < 12; c++) {
          const images = [a, b, c];
          const same = [0, 1, 2].every((i) =>
            [0, 1, 2].every((j) => Math.abs(inner(i, j) - inner(images[i]!, images[j]!)) < 1e-9),
          );
          if (same) count++;
        }
    expect(count).toBe(120);
    for (const g of elementsOf('Ih'))
      for (let i = 0; i < 12; i++) for (let j = 0; j < 12; j++) expect(inner(g[i]!, g[j]!)).toBeCloseTo(inner(i, j), 9);
  });

  test('I keeps orientation, and is A5 by its orders of elements; all its permutations are even', () => {
    const triple = (i: number, j: number, k: number): number => {
      const [a, b, c] = [points[i]!, points[j]!, points[k]!] as [number[], number[], number[]];
      return (
        a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) -
        a[1]! * (b[0]! * c[2]! - b[2]! * c[0]!) +
        a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!)
      );
    };
    const orders = new Map<number, number>();
    for (const g of elementsOf('I')) {
      expect(triple(g[0]!, g[1]!, g[2]!)).toBeCloseTo(triple(0, 1, 2), 9);
      expect(isEven(g)).toBe(true);
      const order = Math.max(...cyclesOf(g).map((cycle) => cycle.length));
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([...orders].sort((a, b) => a[0] - b[0])).toEqual([
      [1, 1],
      [2, 15],
      [3, 20],
      [5, 24],
    ]);
  });
});
