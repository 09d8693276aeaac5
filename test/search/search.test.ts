/** The search is untrusted but repeatable: its random elements are in the group, its estimates near the dense truth. */
import { describe, expect, test } from 'vitest';
import { cyclicFactors } from '../../src/group/cyclicFactors.ts';
import { listGroup } from '../../src/group/listing.ts';
import type { Instance } from '../../src/representation/action.ts';
import { planeAction } from '../../src/representation/action.ts';
import { polynomials } from '../../src/representation/functionClass.ts';
import { monomialModules, regularModule } from '../../src/representation/module.ts';
import { blockModel, moduleBlocks, planeBlocks, symmetricBlocks } from '../../src/search/blockModels.ts';
import { abelianModel, signModel } from '../../src/search/characterModel.ts';
import { type ErrorModel, errorOf } from '../../src/search/errorModel.ts';
import { irreducibleBlocks } from '../../src/search/irreducibles.ts';
import { greatestEigenpair } from '../../src/search/lanczos.ts';
import { withModuleModel } from '../../src/search/models.ts';
import { moduleModel } from '../../src/search/moduleModel.ts';
import { randomFrom } from '../../src/search/random.ts';
import { randomElement } from '../../src/search/randomElement.ts';
import { withGroup, withInstance } from '../support/groups.ts';
import { eigenOf, greatestOf, pseudoRandom, smallGroup, uniformOn } from '../support/oracle.ts';
import { right } from '../support/unwrap.ts';

describe('the source of randomness', () => {
  test('the same seed gives the same numbers, another seed others', () => {
    const draw = (seed: string): string => {
      const below = randomFrom(seed);
      return Array.from({ length: 40 }, () => below(1000)).join();
    };
    expect(draw('a')).toBe(draw('a'));
    expect(new Set(['a', 'b', '', 'ab', 'ba', '0', 'Ω'].map(draw)).size).toBe(7);
  });
  test('is uniform enough: each of ten values within five standard deviations in 20 000 draws', () => {
    const below = randomFrom('uniform');
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i++) counts[below(10)]!++;
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(1800));
  });
  test.each([1, 2, 3, 1000, 2 ** 31, 2 ** 32])('stays below %i', (bound) => {
    const below = randomFrom('bound');
    for (let i = 0; i < 200; i++) {
      const value = below(bound);
      expect(Number.isInteger(value) && value >= 0 && value < bound).toBe(true);
    }
  });
});

describe('random elements', () => {
  const notations = [
    'S5',
    'A6',
    'C9',
    'D7',
    'B3',
    'Z2^5',
    'Q8',
    'M11',
    'PSL(2,7)',
    'S3xC4',
    'perm:(1,2,3,4,5);(2,3,5,4)',
    'rubik',
  ];
  test.each(notations)('of %s are in the group', (notation) => {
    withGroup(notation, (group) => {
      const below = randomFrom(notation);
      for (let i = 0; i < 50; i++) expect(group.contains(randomElement(group, below))).toBe(true);
    });
  });
  test.each(['S3', 'A4', 'C7', 'D5', 'B2', 'Z2^3', 'Q8'])(
    'of %s reach every element about equally often',
    (notation) => {
      withGroup(notation, (group) => {
        const below = randomFrom(notation);
        const counts = new Map<string, number>();
        const draws = 400 * Number(group.order);
        for (let i = 0; i < draws; i++) {
          const text = group.show(randomElement(group, below));
          counts.set(text, (counts.get(text) ?? 0) + 1);
        }
        expect(counts.size).toBe(Number(group.order));
        for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(120);
      });
    },
  );
});

describe('the Lanczos process', () => {
  test('agrees with Jacobi on random positive semidefinite matrices', () => {
    const below = pseudoRandom(11);
    for (const n of [1, 2, 5, 20]) {
      const factor = Array.from({ length: n }, () => Float64Array.from({ length: n }, () => below(2001) / 1000 - 1));
      const gram = factor.map((row) =>
        Float64Array.from(factor, (other) => row.reduce((sum, x, k) => sum + x * other[k]!, 0)),
      );
      const values = eigenOf(gram).values;
      const { value, vector } = greatestEigenpair(
        n,
        (from, to) => {
          for (let i = 0; i < n; i++) to[i] = gram[i]!.reduce((sum, x, k) => sum + x * from[k]!, 0);
        },
        36,
      );
      expect(value).toBeCloseTo(values.at(-1)!, 8);
      gram.forEach((row, i) => {
        expect(row.reduce((sum, x, k) => sum + x * vector[k]!, 0)).toBeCloseTo(value * vector[i]!, 4);
      });
      // The two oracles of the tests agree as well.
      expect(greatestOf(gram)).toBeCloseTo(values.at(-1)!, 6);
    }
  });
});

/** The model's estimate is the true error on random schemes of several sizes. */
const expectModel = <G extends string, Part>(
  { group, notation }: Instance<G>,
  functions: string,
  model: ErrorModel<G, Part>,
): void => {
  const small = smallGroup(notation);
  const below = randomFrom(notation);
  for (const size of [1, 2, 4, 9]) {
    const elements = Array.from({ length: size }, () => randomElement(group, below));
    const weights = uniformOn(
      small,
      elements.map((g) => small.indexOf(group.show(g))!),
    );
    expect(errorOf(model, elements)).toBeCloseTo(small.error(functions, weights), 6);
  }
};

describe('the models estimate the true error', () => {
  test.each([
    ['S4', 2],
    ['A4', 1],
    ['B2', 3],
    ['Q8', 2],
    ['D5', 1],
  ])('modules of %s in degree %i', (notation, k) => {
    withInstance(notation, (instance) => {
      const modules = right(monomialModules(instance, polynomials(k)));
      expectModel(instance, `poly:${k}`, moduleModel(modules));
      expectModel(instance, `poly:${k}`, blockModel(moduleBlocks(modules)));
      withModuleModel(instance.group, modules, (model) => expectModel(instance, `poly:${k}`, model));
    });
  });
  test('the regular module of A4', () => {
    withInstance('A4', (instance) =>
      expectModel(instance, 'all', moduleModel([right(regularModule(instance.group, 100))])),
    );
  });
  test.each([
    ['Q8', [1, 1, 1, 4]],
    ['A4', [2, 3]],
    ['D6', [1, 1, 1, 2, 2]],
    ['S3xC4', [1, 1, 1, 2, 2, 2, 2, 4]],
    ['S4', [1, 2, 3, 3]],
    ['B3', [1, 1, 1, 2, 2, 3, 3, 3, 3]],
  ])('irreducibles of %s, found numerically', (notation, dimensions) => {
    withInstance(notation, (instance) => {
      const blocks = irreducibleBlocks(listGroup(instance.group)!)!;
      expect(blocks.map(({ dimension }) => dimension).sort((a, b) => a - b)).toEqual(dimensions);
      expectModel(instance, 'all', blockModel(blocks));
    });
  });
  test('larger groups have the irreducibles that are published', () => {
    const dimensionsOf = (notation: string): readonly number[] =>
      withInstance(notation, ({ group }) =>
        irreducibleBlocks(listGroup(group)!)!
          .map(({ dimension }) => dimension)
          .sort((a, b) => a - b),
      );
    expect(dimensionsOf('A6')).toEqual([5, 5, 8, 8, 9, 10]);
    // A7 has 10 and its conjugate; PSL(2,7) has 3 and its conjugate.
    expect(dimensionsOf('A7')).toEqual([6, 14, 14, 15, 20, 21, 35]);
    expect(dimensionsOf('PSL(2,7)')).toEqual([6, 6, 7, 8]);
  });
  test('blocks of S4', () => {
    withInstance('S4', (instance) => expectModel(instance, 'all', blockModel(symmetricBlocks(4))));
  });
  test('signs of Z2^4', () => {
    withInstance('Z2^4@signs', (instance) => {
      const { coordinates } = cyclicFactors(instance.group)!;
      expectModel(
        instance,
        'all',
        signModel(4, coordinates, () => true),
      );
      expectModel(
        instance,
        'linear',
        signModel(4, coordinates, (weight) => weight === 1),
      );
    });
  });
  test('characters of C3xC4', () => {
    withInstance('C3xC4', (instance) => {
      const { orders, coordinates } = cyclicFactors(instance.group)!;
      expectModel(instance, 'all', abelianModel(orders, coordinates));
    });
  });
  test.each([
    ['C9@plane', 3, false],
    ['D6@plane', 2, false],
    ['D6@plane', 6, true],
  ] as const)('harmonics of %s in degree %i', (notation, k, determinant) => {
    withInstance(notation, (instance) => {
      const action = planeAction(instance.group);
      const blocks = planeBlocks(action, Math.min(k, Math.floor(action.turns / 2)), determinant);
      expectModel(instance, `poly:${k}`, blockModel(blocks));
    });
  });
});
