/** Actions are faithful homomorphisms into the orthogonal group, and only the listed ones are read. */
import { fc, test } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect } from 'vitest';
import type { Element } from '../../src/group/group.ts';
import { listGroup } from '../../src/group/listing.ts';
import type { Problem } from '../../src/group/notation.ts';
import { compose, cyclesOf } from '../../src/group/permutation.ts';
import { type Action, type Instance, parseInstance } from '../../src/representation/action.ts';
import { matrixOf, planeMatrix, realMatrix } from '../support/actions.ts';
import { elementsOf, withInstance } from '../support/groups.ts';
import { fixed } from '../support/seed.ts';
import { left } from '../support/unwrap.ts';

const dimensions = [
  ['S4', 4],
  ['A5', 5],
  ['C12', 12],
  ['D5', 5],
  ['Z2^3', 3],
  ['B3', 3],
  ['Q8', 4],
  ['M11', 11],
  ['S3xC4', 7],
  ['Z2^2xS3', 5],
  ['D5@vertices', 5],
  ['C7@vertices', 7],
  ['B1@vertices', 2],
  ['B3@vertices', 8],
  ['Z2^3@signs', 3],
  ['S4@regular', 24],
  ['Q8@regular', 8],
  ['Z2^3@regular', 8],
  ['S3xC2@regular', 12],
  ['perm:(1,2,3);(1,2)@regular', 6],
  ['C1@plane', 2],
  ['C2@plane', 2],
  ['C7@plane', 2],
  ['C100@plane', 2],
  ['D3@plane', 2],
  ['D4@plane', 2],
  ['D5@plane', 2],
  ['D12@plane', 2],
  ['T', 3],
  ['Oh', 3],
  ['Td@space', 3],
  ['Oh@space', 3],
  ['I', 12],
  ['Ih', 12],
  ['I@space', 3],
  ['Ih@space', 3],
  ['S2@sign', 1],
  ['perm:(1,2);(3,4)@images:[-1,2];[1,-2]', 2],
  ['perm:(1,2,3);(1,2)@images:(1,2,3)(4,5,6);(1,4)(2,6)(3,5)', 6],
  ['perm:(1,2,3,4)@matrices:1:[[0,-1],[1,0]]', 2],
] as const;

/** The matrix of ρ(g) in doubles, exact for permutations. */
const numbers = <G extends string>(action: Action<G>, g: Element<G>): readonly (readonly number[])[] =>
  action.kind === 'plane'
    ? planeMatrix(action, g)
    : action.kind === 'matrix'
      ? realMatrix(action, g)
      : matrixOf(action, g).map((row) => row.map(Number));
const product = (
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): readonly (readonly number[])[] =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));
const distance = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number =>
  Math.max(...a.flatMap((row, i) => row.map((x, j) => Math.abs(x - b[i]![j]!))));

describe.each(dimensions)('%s', (text, dimension) => {
  withInstance(text, <G extends string>({ notation, group, action, faithful }: Instance<G>) => {
    const identity = Array.from({ length: dimension }, (_, i) =>
      Array.from({ length: dimension }, (_, j) => (i === j ? 1 : 0)),
    );

    test('is written as it was read, and has its dimension', () => {
      expect(notation).toBe(text);
      expect(action.dimension).toBe(dimension);
    });

    test.prop([elementsOf(group), elementsOf(group)], fixed(50))('ρ(gh) = ρ(g)ρ(h), and ρ(g) is orthogonal', (g, h) => {
      const [a, b] = [numbers(action, g), numbers(action, h)];
      expect(distance(numbers(action, group.concat(g, h)), product(a, b))).toBeLessThan(1e-12);
      const transposed = a.map((_, i) => a.map((row) => row[i]!));
      expect(distance(product(a, transposed), identity)).toBeLessThan(1e-12);
      expect(distance(numbers(action, group.inverse(g)), transposed)).toBeLessThan(1e-12);
    });

    test('is faithful: only the identity acts as the identity', () => {
      expect(distance(numbers(action, group.empty), identity)).toBeLessThan(1e-15);
      expect(faithful).toBe(true);
      const listing = listGroup(group)!;
      for (let rank = 1; rank < listing.size; rank++)
        expect(distance(numbers(action, listing.unrank(rank)), identity)).toBeGreaterThan(1e-3);
    });
  });
});

describe('the regular action', () => {
  test.each(['S4', 'D5', 'Q8', 'Z2^3', 'A5'])(
    '%s: nothing but the identity fixes a point, and every cycle has the length of the order',
    (name) => {
      withInstance(`${name}@regular`, ({ group, action }) => {
        if (action.kind !== 'permutation') throw new Error('a regular action permutes');
        const listing = listGroup(group)!;
        for (let rank = 1; rank < listing.size; rank++) {
          const g = listing.unrank(rank);
          const lengths = new Set(cyclesOf(action.image(g)).map((cycle) => cycle.length));
          expect(lengths.size).toBe(1);
          expect(lengths.has(1)).toBe(false);
        }
      });
    },
  );

  test('is declined above its limits, truthfully', () => {
    expect(left(parseInstance('S7@regular', () => E.right(0)))).toMatchObject({ kind: 'declined' });
    expect(left(parseInstance('S7@regular', () => E.right(0))).message).toContain('5000');
    expect(left(parseInstance('rubik@regular', () => E.right(0))).kind).toBe('declined');
    // C3000 has 3000 elements: it is declined for the number of its points, and the message has to say so.
    const answer = parseInstance('C3000@regular', () => E.right(0));
    if (E.isLeft(answer)) expect(answer.left.message).toContain('points');
  });
});

describe('the vertices of the cube', () => {
  /** The vertex with the given coordinates ±1. */
  const vertex = (coordinates: readonly number[]): number =>
    coordinates.reduce((bits, x, i) => bits + (x < 0 ? 2 ** i : 0), 0);

  test('a sign change of x1 exchanges the facets x1 = 1 and x1 = −1', () => {
    withInstance('B3@vertices', ({ group, action }) => {
      if (action.kind !== 'permutation') throw new Error('vertices are permuted');
      const g = group.parse('[-1,2,3]');
      if (E.isLeft(g)) throw new Error(g.left);
      const image = action.image(g.right);
      for (const x of [1, -1])
        for (const y of [1, -1]) for (const z of [1, -1]) expect(image[vertex([x, y, z])]).toBe(vertex([-x, y, z]));
    });
  });

  test('[-2,3,1] sends (x, y, z) = x e1 + y e2 + z e3 to −x e2 + y e3 + z e1', () => {
    withInstance('B3@vertices', ({ group, action }) => {
      if (action.kind !== 'permutation') throw new Error('vertices are permuted');
      const g = group.parse('[-2,3,1]');
      if (E.isLeft(g)) throw new Error(g.left);
      const image = action.image(g.right);
      for (const x of [1, -1])
        for (const y of [1, -1]) for (const z of [1, -1]) expect(image[vertex([x, y, z])]).toBe(vertex([z, -x, y]));
    });
  });

  test.prop(
    [
      fc.integer({ min: 1, max: 5 }).chain((n) =>
        withInstance(`B${n}@vertices`, ({ group, action }) =>
          elementsOf(group).map((g) => ({
            n,
            image: Array.from(action.kind === 'permutation' ? action.image(g) : []),
          })),
        ),
      ),
    ],
    fixed(100),
  )('neighbours stay neighbours and opposite vertices opposite', ({ n, image }) => {
    const differing = (v: number, w: number): number =>
      v
        .toString(2)
        .padStart(n, '0')
        .split('')
        .filter((bit, i) => bit !== w.toString(2).padStart(n, '0')[i]).length;
    for (let v = 0; v < 2 ** n; v++)
      for (let w = 0; w < v; w++) expect(differing(image[v]!, image[w]!)).toBe(differing(v, w));
  });
});

describe('the plane', () => {
  test('the vertices of the polygon go where the permutation says', () => {
    for (const name of ['C5', 'D3', 'D4', 'D5', 'D6', 'D12', 'C1', 'C2'])
      withInstance(`${name}@plane`, ({ group, action }) => {
        const n = group.shape.degree;
        for (const g of group.chain().elements() as Iterable<typeof group.empty>) {
          const matrix = planeMatrix(action, g);
          for (let i = 0; i < n; i++) {
            const at = (k: number): readonly number[] => [
              Math.cos((2 * Math.PI * k) / n),
              Math.sin((2 * Math.PI * k) / n),
            ];
            const moved = product(
              matrix,
              at(i).map((x) => [x]),
            );
            expect(
              distance(
                moved,
                at(g[i]!).map((x) => [x]),
              ),
            ).toBeLessThan(1e-12);
          }
        }
      });
  });
});

describe('actions that are not read', () => {
  const problemOf = (text: string): Problem => left(parseInstance(text, () => E.right(undefined)));

  test.each([
    'S4@',
    'S4@plane',
    'S4@vertices',
    'S4@signs',
    'S4@Regular',
    'S4@regular ',
    'S4@ regular',
    'S4@natural@regular',
    'S4@@regular',
    'A5@plane',
    'B3@plane',
    'B3@signs',
    'B11@vertices',
    'Z2^3@vertices',
    'Z2^3@plane',
    'D4@signs',
    'C3xC2@plane',
    'Q8@plane',
    'M11@vertices',
    'perm:(1,2,3)@plane',
    'perm:(1,2)@',
    'S4@space',
    'B3@space',
    'OhxC2@space',
    'I@vertices',
    'B3@sign',
    'Z2^3@sign',
    'Oh@sign',
    'S3@images:(1,2,3);(1,2)',
    'S2@matrices:1:[[-1]]',
    'perm:(1,2)@image:(1,2)',
    'perm:(1,2)@images',
    'S4@constructor',
    'S4@__proto__',
    `S4@${'x'.repeat(5000)}`,
  ])('%j is malformed, and the message lists what there is', (text) => {
    const { kind, message } = problemOf(text);
    expect(kind).toBe('malformed');
    expect(message).toContain('actions are natural and regular');
    expect(message).toContain('D_n@plane');
    expect(message.length).toBeLessThan(300);
  });

  test.each(['@plane', '', 'X4@plane', 'perm:@regular'])('%j: the group is what is wrong', (text) => {
    expect(problemOf(text).kind).toBe('malformed');
    expect(problemOf(text).message).not.toContain('actions are');
  });

  test('the natural action may be named and is left out of the notation', () => {
    for (const name of ['S4', 'B3', 'Q8', 'perm:(1,2,3)(4,5);(1,2)'])
      expect(withInstance(`${name}@natural`, ({ notation }) => notation)).toBe(name);
  });

  test('elements act through their own group', () => {
    withInstance('D4@vertices', ({ group, action }) => {
      if (action.kind !== 'permutation') throw new Error('vertices are permuted');
      const [r, s] = group.generators;
      expect(Array.from(action.image(group.concat(r!, s!)))).toEqual(
        Array.from(compose(action.image(r!), action.image(s!))),
      );
    });
  });
});
