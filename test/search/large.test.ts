/** The searches for large groups, against dense ones on small groups. */
import { describe, expect, test } from 'vitest';
import { uniformScheme } from '../../src/averaging/scheme.ts';
import { leftTranslations, momentBounds, momentsInFloatingPoint, scaledMoments } from '../../src/check/moments.ts';
import { cyclicFactors } from '../../src/group/cyclicFactors.ts';
import type { Element } from '../../src/group/group.ts';
import { listGroup } from '../../src/group/listing.ts';
import { regularModule } from '../../src/representation/module.ts';
import { abelianElement } from '../../src/search/abelianElements.ts';
import { searchAbelian } from '../../src/search/abelianSearch.ts';
import { abelianTransform } from '../../src/search/abelianTransform.ts';
import { blockModel, symmetricBlocks } from '../../src/search/blockModels.ts';
import { abelianModel } from '../../src/search/characterModel.ts';
import { displacementModel } from '../../src/search/displacementModel.ts';
import { errorOf } from '../../src/search/errorModel.ts';
import { lighten } from '../../src/search/lighten.ts';
import { irreduciblesOf } from '../../src/search/models.ts';
import { moduleModel } from '../../src/search/moduleModel.ts';
import { randomFrom } from '../../src/search/random.ts';
import { randomElement } from '../../src/search/randomElement.ts';
import { translationModel } from '../../src/search/translationModel.ts';
import { youngModel } from '../../src/search/youngModel.ts';
import { withGroup } from '../support/groups.ts';
import { displacementOf, pseudoRandom, smallGroup } from '../support/oracle.ts';
import { right } from '../support/unwrap.ts';

const ordersTried = [[12], [7], [100], [3, 5], [4, 6], [2, 2, 2], [2, 3, 4]] as const;
const sizeOf = (orders: readonly number[]): number => orders.reduce((product, n) => product * n, 1);

/** The angle of χ_c(x), in turns. */
const turns = (orders: readonly number[], c: number, x: number): number => {
  let [sum, restC, restX] = [0, c, x];
  for (const n of orders) {
    sum += ((restC % n) * (restX % n)) / n;
    restC = Math.floor(restC / n);
    restX = Math.floor(restX / n);
  }
  return sum;
};

describe('abelianTransform', () => {
  test.each(ordersTried.map((orders) => [orders]))('of %j is the sum over characters', (orders) => {
    const size = sizeOf(orders);
    const transform = abelianTransform(orders);
    const below = pseudoRandom(size);
    const real = orders.every((n) => n === 2);
    const re = Float64Array.from({ length: size }, () => below(1000) / 1000 - 0.5);
    const im = Float64Array.from({ length: size }, () => (real ? 0 : below(1000) / 1000 - 0.5));
    const [x, y] = [re.slice(), im.slice()];
    transform.synthesise(x, y);
    for (let g = 0; g < size; g++) {
      let sum = 0;
      for (let c = 0; c < size; c++) {
        const angle = 2 * Math.PI * turns(orders, c, g);
        sum += re[c]! * Math.cos(angle) - im[c]! * Math.sin(angle);
      }
      expect(x[g]).toBeCloseTo(sum, 8);
    }
  });

  test.each(ordersTried.map((orders) => [orders]))('of %j adds the characters of an element', (orders) => {
    const size = sizeOf(orders);
    const [re, im] = [new Float64Array(size), new Float64Array(size)];
    const g = size - 1;
    abelianTransform(orders).addCharacters(g, 2, re, im);
    for (let c = 0; c < size; c++) {
      const angle = 2 * Math.PI * turns(orders, c, g);
      expect(re[c]).toBeCloseTo(2 * Math.cos(angle), 10);
      expect(im[c]).toBeCloseTo(orders.every((n) => n === 2) ? 0 : 2 * Math.sin(angle), 10);
    }
  });

  test.each(['C12', 'Z2^5', 'C3xC5', 'C4xZ2^2', 'Z2^2xC3xZ2^1'])('%s: elements by number', (notation) => {
    withGroup(notation, (group) => {
      const { orders, coordinates } = cyclicFactors(group)!;
      for (let index = 0; index < Number(group.order); index++) {
        const g = abelianElement(group, index);
        expect(group.contains(g)).toBe(true);
        const number = coordinates(g).reduceRight((sum, x, i) => sum * orders[i]! + x, 0);
        expect(number).toBe(index);
      }
    });
  });
});

describe('searchAbelian', () => {
  const search = (orders: readonly number[], epsilon: number, codesOnly: boolean) =>
    searchAbelian({
      orders,
      occurs: () => true,
      epsilon,
      leastElements: 1,
      mostElements: 300,
      seed: 'test',
      steps: 2e8,
      codesOnly,
      progress: () => undefined,
      onImproved: () => undefined,
    });
  const errorFor = (orders: readonly number[], elements: readonly number[]): number => {
    let worst = 0;
    for (let c = 1; c < sizeOf(orders); c++) {
      let [x, y] = [0, 0];
      for (const g of elements) {
        const angle = 2 * Math.PI * turns(orders, c, g);
        x += Math.cos(angle);
        y += Math.sin(angle);
      }
      worst = Math.max(worst, (x * x + y * y) / elements.length ** 2);
    }
    return worst;
  };
  const two = (rank: number): readonly number[] => new Array<number>(rank).fill(2);

  test('finds Golay’s code: 24 elements of (ℤ/2)^11 within 1/9', () => {
    const found = search(two(11), 1 / 9, true)!;
    expect(found.length).toBeLessThanOrEqual(24);
    expect(errorFor(two(11), found)).toBeLessThanOrEqual(1 / 9 + 1e-9);
  });
  test.each([
    [[500], 1 / 4],
    [[15, 21], 1 / 4],
    [[3, 3, 3, 3, 3], 1 / 3],
  ] as const)('%j within %d', (orders, epsilon) => {
    const found = search(orders, epsilon, false)!;
    expect(errorFor(orders, found)).toBeLessThanOrEqual(epsilon + 1e-9);
    // ln(2|G|) · 2/ε is what random elements need at most (3.3).
    expect(found.length).toBeLessThan((2 * Math.log(2 * sizeOf(orders))) / epsilon);
  });
});

const errorByLetters = <G extends string>(elements: readonly Element<G>[]): number =>
  errorOf(youngModel<G>(6), elements);
const errorByMatrices = <G extends string>(elements: readonly Element<G>[]): number =>
  errorOf(blockModel<G>(symmetricBlocks<G>(6)), elements);

describe('models without matrices have the errors of dense ones', () => {
  test('youngModel', () => {
    withGroup('S6', (group) => {
      const below = randomFrom('young');
      for (let n = 2; n <= 6; n++) {
        const elements = Array.from({ length: n }, () => randomElement(group, below));
        expect(errorByLetters(elements)).toBeCloseTo(errorByMatrices(elements), 6);
      }
    });
  });
  test('translationModel, products included', () => {
    withGroup('A5', (group) => {
      const below = randomFrom('translations');
      const model = translationModel(listGroup(group, 60)!);
      const whole = moduleModel([right(regularModule(group, 60))]);
      for (let n = 2; n <= 6; n++) {
        const elements = Array.from({ length: n }, () => randomElement(group, below));
        expect(errorOf(model, elements)).toBeCloseTo(errorOf(whole, elements), 6);
      }
      const [g, h] = [randomElement(group, below), randomElement(group, below)];
      const tableOf = (part: ReturnType<typeof model.part>) => part[0]![0]!.table;
      expect(tableOf(model.times!(model.part([g]), model.part([h])))).toEqual(
        tableOf(model.part([group.concat(g, h)])),
      );
    });
  });
});

describe('displacement models know the least ε of the strong condition', () => {
  test.each(['S3', 'S4', 'A4', 'Q8', 'D5'])('%s', (notation) => {
    withGroup(notation, (group) => {
      const model = displacementModel(irreduciblesOf(group)!, listGroup(group, 100)!);
      const small = smallGroup(notation);
      const below = randomFrom('displacement');
      for (let n = 2; n <= 5; n++) {
        const elements = Array.from({ length: n }, () => randomElement(group, below));
        const omega = new Float64Array(small.order);
        for (const g of elements) omega[small.indexOf(group.show(g))!]! += 1 / n;
        expect(errorOf(model, elements)).toBeCloseTo(displacementOf(small, 'all', omega), 8);
      }
    });
  });
  test.each(['C9', 'C3xC5', 'C12'])('%s, by characters', (notation) => {
    withGroup(notation, (group) => {
      const { orders, coordinates } = cyclicFactors(group)!;
      const model = abelianModel(orders, coordinates, true);
      const small = smallGroup(notation);
      const below = randomFrom('displacement');
      for (let n = 2; n <= 5; n++) {
        const elements = Array.from({ length: n }, () => randomElement(group, below));
        const omega = new Float64Array(small.order);
        for (const g of elements) omega[small.indexOf(group.show(g))!]! += 1 / n;
        expect(errorOf(model, elements)).toBeCloseTo(displacementOf(small, 'all', omega), 8);
      }
    });
  });
});

describe('lighten', () => {
  test('five elements of C7 come within 1/9 by weights, which no plain average of five does', () => {
    withGroup('C7', (group) => {
      const { orders, coordinates } = cyclicFactors(group)!;
      const model = abelianModel(orders, coordinates);
      const five = [0, 1, 2, 3, 4, 5, 6].flatMap((a) =>
        [0, 1, 2, 3, 4, 5, 6].flatMap((b) =>
          a < b ? [[0, 1, 2, 3, 4, 5, 6].filter((x) => x !== a && x !== b).map((x) => abelianElement(group, x))] : [],
        ),
      );
      for (const elements of five) expect(errorOf(model, elements)).toBeGreaterThan(1 / 9);
      let sizes: readonly number[] = [];
      lighten(
        {
          group,
          model,
          target: 1 / 9,
          minimize: false,
          progress: () => undefined,
          propose: ({ elements, weights }) => {
            sizes = [...sizes, elements.length];
            const sum = model.running(1);
            elements.forEach((g, i) => {
              sum.add(model.part([g]), Number(weights[i]!.numerator) / Number(weights[i]!.denominator));
            });
            expect(sum.error()).toBeLessThanOrEqual(1 / 9);
            expect(weights.every(({ numerator }) => numerator > 0n)).toBe(true);
          },
        },
        five,
      );
      expect(sizes).toContain(5);
    });
  });
});

describe('moments in floating point', () => {
  test.each(['S4', 'A5', 'C15', 'D6'])('%s: never show what integers do not, and nearly as soon', (notation) => {
    withGroup(notation, (group) => {
      const listing = listGroup(group, 100)!;
      const below = randomFrom('moments');
      for (let n = 4; n <= 9; n++) {
        const scheme = uniformScheme(Array.from({ length: n }, () => randomElement(group, below)));
        const translations = leftTranslations(listing, scheme.elements);
        for (const epsilon of [
          { numerator: 1n, denominator: 2n },
          { numerator: 9n, denominator: 10n },
        ]) {
          const moments = scaledMoments(listing, scheme, 40);
          const exact = moments.findIndex(
            (scaled, i) => i % 2 === 1 && momentBounds(scheme, listing.size, scaled, i + 1, epsilon),
          );
          const floating = momentsInFloatingPoint(scheme, translations, epsilon, 20);
          expect(floating ?? -1).toBe(exact < 0 ? -1 : (exact + 1) / 2);
        }
      }
    });
  });
});
