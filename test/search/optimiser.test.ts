/**
 * The optimiser: its running sums equal sums from scratch, it finds what is known to be best, reaches the errors asked
 * of it, and does the same for the same seed. Every scheme it returns is evaluated again.
 */
import { describe, expect, test } from 'vitest';
import { rational } from '../../src/algebra/rational.ts';
import { welchBound } from '../../src/averaging/bounds.ts';
import { cyclicFactors } from '../../src/group/cyclicFactors.ts';
import type { Element, FiniteGroup } from '../../src/group/group.ts';
import { listGroup } from '../../src/group/listing.ts';
import { linearFunctions, polynomials } from '../../src/representation/functionClass.ts';
import { monomialModules } from '../../src/representation/module.ts';
import { blockModel, symmetricBlocks } from '../../src/search/blockModels.ts';
import { abelianModel, signModel } from '../../src/search/characterModel.ts';
import { derandomised } from '../../src/search/derandomised.ts';
import { type ErrorModel, errorOf } from '../../src/search/errorModel.ts';
import { findScheme, type SchemeFound } from '../../src/search/findScheme.ts';
import { irreducibleBlocks } from '../../src/search/irreducibles.ts';
import { minimiseError } from '../../src/search/minimiseError.ts';
import { type WithModel, withModuleModel } from '../../src/search/models.ts';
import { moduleModel } from '../../src/search/moduleModel.ts';
import { makePool } from '../../src/search/pool.ts';
import { randomFrom } from '../../src/search/random.ts';
import { randomElement } from '../../src/search/randomElement.ts';
import { noSymmetry, orbitOf, randomSymmetry } from '../../src/search/symmetry.ts';
import { optimiseWeights } from '../../src/search/weights.ts';
import { withGroup, withInstance } from '../support/groups.ts';
import { smallGroup, uniformOn } from '../support/oracle.ts';
import { right } from '../support/unwrap.ts';

/** A model of all irreducibles. */
const withAll = <G extends string, R>(group: FiniteGroup<G>, use: WithModel<G, R>): R => {
  const factors = cyclicFactors(group);
  if (factors !== undefined)
    return factors.orders.every((n) => n === 2)
      ? use(signModel(factors.orders.length, factors.coordinates, () => true))
      : use(abelianModel(factors.orders, factors.coordinates));
  return use(
    blockModel(group.family.name === 'S' ? symmetricBlocks(group.shape.degree) : irreducibleBlocks(listGroup(group)!)!),
  );
};

/** The best of a size, with its error computed again. */
const leastError = (notation: string, size: number, allowance: number, seed = 'test'): number =>
  withGroup(notation, (group) =>
    withAll(group, (model) => {
      const found = minimiseError({ group, model, size, target: 0, allowance, seed });
      expect(found.elements).toHaveLength(size);
      expect(errorOf(model, found.elements)).toBeCloseTo(found.error, 9);
      return found.error;
    }),
  );

describe('running sums', () => {
  /** After random exchanges the sum is what it would be from scratch, and the energy bounds the error. */
  const expectIncremental = <G extends string, Part>(group: FiniteGroup<G>, model: ErrorModel<G, Part>): void => {
    const below = randomFrom(`running/${group.notation}`);
    const size = 7;
    const draw = (): { g: Element<G>; part: Part } => {
      const g = randomElement(group, below);
      return { g, part: model.part([g]) };
    };
    const chosen = Array.from({ length: size }, draw);
    const sum = model.running(size);
    for (const { part } of chosen) sum.add(part, 1);
    for (let i = 0; i < 40; i++) {
      const at = below(size);
      const next = draw();
      const limit = sum.energy() * 1.3;
      const before = sum.steps();
      const value = sum.trial(chosen[at]!.part, next.part, limit);
      expect(sum.steps()).toBeGreaterThan(before);
      const exchanged = chosen.map((old, j) => (j === at ? next : old));
      const fresh = model.running(size);
      for (const { part } of exchanged) fresh.add(part, 1);
      const energy = fresh.energy();
      if (value === Number.POSITIVE_INFINITY) {
        // Rejection is never wrong, but for the tolerance of an iteration that was not stopped early.
        expect(energy).toBeGreaterThan(limit * (1 - 1e-6));
        continue;
      }
      expect(value).toBeCloseTo(energy, 3);
      sum.keep();
      chosen[at] = next;
      const error = errorOf(
        model,
        chosen.map(({ g }) => g),
      );
      expect(sum.error()).toBeCloseTo(error, 6);
      expect(energy).toBeGreaterThan(error * (1 - 1e-3));
    }
  };
  test.each(['S4', 'S5', 'C15', 'C4xC6', 'Z2^4', 'A5', 'Q8', 'PSL(2,7)'])('of %s', (notation) => {
    withGroup(notation, (group) => withAll(group, (model) => expectIncremental(group, model)));
  });
  test('of a module', () => {
    withInstance('S8', (instance) =>
      expectIncremental(instance.group, moduleModel(right(monomialModules(instance, polynomials(2))))),
    );
  });
  test('a part of several elements is the sum of theirs, and products are products', () => {
    withGroup('A5', (group) =>
      withAll(group, (model) => {
        const [g, h] = [group.generators[0]!, group.generators[1]!];
        const [sum, other] = [model.running(4), model.running(4)];
        sum.add(model.part([g, h]), 1);
        sum.add(model.part([group.concat(g, h), group.empty]), 1);
        for (const x of [g, h, group.concat(g, h), group.empty]) other.add(model.part([x]), 1);
        expect(sum.error()).toBeCloseTo(other.error(), 10);
      }),
    );
    withInstance('B3', (instance) => {
      const model = moduleModel(right(monomialModules(instance, polynomials(2))));
      const [g, h] = [instance.group.generators[0]!, instance.group.generators[1]!];
      const moves = (part: ReturnType<typeof model.part>) => part.map((operators) => operators.map(({ move }) => move));
      const product = model.part([instance.group.concat(g, h)]);
      expect(moves(model.times!(model.part([g]), model.part([h])))).toEqual(moves(product));
    });
  });
  test.each(['S4', 'C15', 'Z2^4'])('of %s have the gradient of their energy', (notation) => {
    withGroup(notation, (group) =>
      withAll(group, (model) => {
        const below = randomFrom('gradient');
        const parts = Array.from({ length: 5 }, () => model.part([randomElement(group, below)]));
        const energyAt = (weights: readonly number[]): number => {
          const sum = model.running(1);
          parts.forEach((part, i) => {
            sum.add(part, weights[i]!);
          });
          return sum.energy();
        };
        const weights = [0.3, 0.25, 0.2, 0.15, 0.1];
        const sum = model.running(1);
        parts.forEach((part, i) => {
          sum.add(part, weights[i]!);
        });
        const gradient = sum.gradient!(parts);
        const h = 1e-6;
        const slopes = weights.map(
          (_, i) =>
            (energyAt(weights.map((w, j) => (i === j ? w + h : w))) -
              energyAt(weights.map((w, j) => (i === j ? w - h : w)))) /
            (2 * h),
        );
        const factor = slopes[0]! / gradient[0]!;
        expect(factor).toBeGreaterThan(0);
        slopes.forEach((slope, i) => {
          expect(gradient[i]! * factor).toBeCloseTo(slope, 5);
        });
      }),
    );
  });
});

describe('symmetries', () => {
  test.each(['S5', 'C21', 'Z2^5', 'A5', 'C3xC9', 'D7'])('of %s permute the group in orbits', (notation) => {
    withGroup(notation, (group) => {
      const below = randomFrom(notation);
      for (let i = 0; i < 20; i++) {
        const symmetry = randomSymmetry(group, 6, below);
        if (symmetry === undefined) continue;
        const orbit = orbitOf(group, symmetry, randomElement(group, below), 24);
        for (const g of orbit ?? []) {
          expect(group.contains(g)).toBe(true);
          expect(orbitOf(group, symmetry, g, 24)).toHaveLength(orbit!.length);
        }
      }
    });
  });
});

describe('difference sets', () => {
  /** A set of n elements that attains Welch's bound, and no smaller one. */
  test.each([
    ['C7', 3, 2, 9],
    ['C11', 5, 3, 25],
    ['C13', 4, 3, 16],
    ['C21', 5, 4, 25],
    ['Z2^4', 6, 1, 9],
    ['C31', 6, 5, 36],
    ['C57', 8, 7, 64],
    ['C73', 9, 8, 81],
  ])('%s has one of %i elements', (notation, size, p, q) => {
    withGroup(notation, (group) =>
      withAll(group, (model) => {
        const least = Number(welchBound(group.order, rational(BigInt(p), BigInt(q))));
        expect(least).toBe(size);
        const found = findScheme({
          group,
          model,
          epsilon: p / q,
          mostElements: Number(group.order),
          leastElements: least,
          seed: 'test',
          minimize: false,
          progress: () => undefined,
        })!;
        expect(found.elements).toHaveLength(size);
        expect(errorOf(model, found.elements)).toBeCloseTo(p / q, 9);
      }),
    );
  });
  test('are found without knowing the bound', () => {
    withGroup('C13', (group) =>
      withAll(group, (model) => {
        const common = { group, model, mostElements: 13, seed: 'test', minimize: false, progress: () => undefined };
        expect(findScheme({ ...common, epsilon: 3 / 16 })!.elements).toHaveLength(4);
      }),
    );
  });
});

describe('errors that are reached', () => {
  test.each([
    ['S4', 6, 0.25, 1e8],
    ['S4', 12, 0.0695, 1e8],
    ['S5', 10, 0.21, 3e8],
    ['S5', 24, 0.066, 3e8],
    ['S5', 40, 0.034, 3e8],
    ['S6', 10, 0.28, 5e8],
    ['S6', 24, 0.11, 5e8],
    ['S6', 40, 0.06, 5e8],
    ['A5', 10, 0.149, 1e8],
    ['PSL(2,7)', 12, 0.175, 2e8],
    ['D12', 7, 0.2451, 1e8],
    ['Z2^6', 16, 0.0626, 1e8],
  ])('%s, %i elements: %f', (notation, size, error, allowance) => {
    expect(leastError(notation, size, allowance)).toBeLessThanOrEqual(error + 1e-9);
  });
  test('S50 on quadratic polynomials: 16 elements are within 1/4', () => {
    withInstance('S50', (instance) =>
      withModuleModel(instance.group, right(monomialModules(instance, polynomials(2))), (model) => {
        const { group } = instance;
        const found = findScheme({
          group,
          model,
          epsilon: 1 / 4,
          mostElements: 60,
          seed: 'test',
          minimize: false,
          progress: () => undefined,
        })!;
        expect(found.elements.length).toBeLessThanOrEqual(16);
        expect(errorOf(model, found.elements)).toBeLessThan(0.2501);
      }),
    );
  });
  test('S5 on linear functions: a cycle is exact', () => {
    withInstance('S5', (instance) =>
      withModuleModel(instance.group, right(monomialModules(instance, linearFunctions)), (model) => {
        const search = { group: instance.group, model, seed: 'test', target: 1e-9, allowance: 1e8 };
        expect(minimiseError({ ...search, size: 5 }).error).toBeLessThan(1e-9);
      }),
    );
  });
  test('the whole group is exact', () => {
    expect(leastError('S4', 24, 1e6)).toBeLessThan(1e-12);
  });
});

describe('the derandomised construction', () => {
  test.each(['S4', 'S5', 'C31', 'Z2^5', 'A5'])('keeps the promise of the existence bound in %s', (notation) => {
    withGroup(notation, (group) =>
      withAll(group, (model) => {
        const below = randomFrom('derandomised');
        const pool = makePool(group, model, noSymmetry(), 1, 1e9, below);
        expect(pool.complete).toBe(true);
        const epsilon = 1 / 4;
        const t = Math.sqrt(epsilon);
        // Σ d_π ≤ |G| − 1 over the nontrivial irreducibles.
        const rate = ((1 + t) * Math.log(1 + t) + (1 - t) * Math.log(1 - t)) / 2;
        const size = Math.floor(Math.log(2 * (Number(group.order) - 1)) / rate) + 1;
        const first = { elements: [group.empty], part: model.part([group.empty]) };
        const { bundles } = derandomised(model, pool, first, size, epsilon)!;
        expect(bundles).toHaveLength(size);
        expect(
          errorOf(
            model,
            bundles.flatMap(({ elements }) => elements),
          ),
        ).toBeLessThanOrEqual(epsilon);
      }),
    );
  });
});

describe('the search', () => {
  const search = (options: { seed?: string; worker?: number; epsilon?: number; mostElements?: number }) =>
    withGroup('S4', (group) =>
      withAll(group, (model) => {
        const steps: SchemeFound<typeof group.notation>[] = [];
        const found = findScheme({
          group,
          model,
          epsilon: 0.25,
          mostElements: 24,
          seed: 'x',
          minimize: false,
          progress: () => undefined,
          onImproved: (better) => steps.push(better),
          ...options,
        });
        const texts = found?.elements.map(group.show);
        return { error: found?.error, texts, sizes: steps.map(({ elements }) => elements.length) };
      }),
    );
  test('finds the same scheme for the same seed and worker, within ε and the size allowed', () => {
    const { error, texts, sizes } = search({});
    expect(search({})).toEqual({ error, texts, sizes });
    expect(search({ worker: 0 })).toEqual({ error, texts, sizes });
    expect(search({ worker: 1 }).texts).not.toEqual(texts);
    expect(error).toBeLessThanOrEqual(0.25 * (1 + 1e-9));
    expect(texts).toHaveLength(6);
    const small = smallGroup('S4');
    const numbers = texts!.map((text) => small.indexOf(text)!);
    expect(small.error('all', uniformOn(small, numbers))).toBeCloseTo(error!, 6);
    // Each scheme reported is smaller than the one before, the last one is returned.
    expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => b - a));
    expect(sizes.at(-1)).toBe(6);
  });
  test('reports better and better schemes of one size, so that it can be interrupted', () => {
    withGroup('S5', (group) =>
      withAll(group, (model) => {
        const errors: number[] = [];
        const found = minimiseError({
          group,
          model,
          size: 10,
          target: 0,
          allowance: 2e7,
          seed: 'x',
          onImproved: ({ elements, error }) => {
            errors.push(error);
            expect(errorOf(model, elements)).toBeCloseTo(error, 9);
          },
        });
        expect(errors.length).toBeGreaterThan(2);
        expect(errors).toEqual([...errors].sort((a, b) => b - a));
        expect(errors.at(-1)).toBe(found.error);
      }),
    );
  });
  test('one element is enough for ε ≥ 1', () => {
    expect(search({ epsilon: 1.01 }).texts).toHaveLength(1);
  });
  test('gives up rather than exceed the size', () => {
    expect(search({ epsilon: 0.01, mostElements: 3 }).texts).toBe(undefined);
  });
});

describe('weights', () => {
  test.each([false, true])('are better than equal ones, signed: %s', (signed) => {
    withGroup('S4', (group) =>
      withAll(group, (model) => {
        const below = randomFrom('weights');
        const elements = Array.from({ length: 9 }, () => randomElement(group, below));
        const { weights, error } = optimiseWeights(model, elements, signed);
        expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 9);
        if (!signed) for (const w of weights) expect(w).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThan(errorOf(model, elements) - 0.01);
        const small = smallGroup('S4');
        const vector = new Float64Array(24);
        elements.forEach((g, i) => {
          vector[small.indexOf(group.show(g))!]! += weights[i]!;
        });
        expect(small.error('all', vector)).toBeCloseTo(error, 6);
      }),
    );
  });
  test('of a difference set stay equal', () => {
    withGroup('C7', (group) =>
      withAll(group, (model) => {
        const g = group.generators[0]!;
        const elements = [g, group.concat(g, g), group.concat(group.concat(g, g), group.concat(g, g))];
        expect(optimiseWeights(model, elements).error).toBeCloseTo(2 / 9, 9);
      }),
    );
  });
});
