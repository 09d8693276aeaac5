import { readFileSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { classPowers, commonConductor } from '../../src/representation/classPowers.ts';
import { dixonPrime, modularCharacterTable } from '../../src/representation/dixonSchneider.ts';
import { fixed } from '../support/seed.ts';
import { right } from '../support/unwrap.ts';
import { expectOrthogonalModulo, withClasses } from './tables.ts';

const oracle = (name: string): string => readFileSync(new URL(`../oracles/${name}`, import.meta.url), 'utf8');

interface GapRecord {
  readonly group: string;
  readonly order: number;
  readonly conductor: number;
  readonly classSizes: readonly number[];
  readonly degrees: readonly number[];
}

const gapRecords = JSON.parse(oracle('gap-degrees.json')) as readonly GapRecord[];

const transitiveGroups = oracle('transitive-groups.tsv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([degree, number, order, classes, sum, , , , generators]) => ({
    name: `${degree}T${number}`,
    group: `perm:${generators}`,
    order: Number(order),
    classes: Number(classes),
    sum: Number(sum),
  }));

describe('against GAP', () => {
  test('the oracle has every group', () => {
    expect(gapRecords.length).toBe(47);
    expect(transitiveGroups.length).toBe(28);
  });

  test.each(gapRecords)('$group: class sizes, field, degrees and orthogonality', (record) => {
    const { group, order, conductor, classSizes, degrees } = record;
    withClasses(group, (classes) => {
      expect(classes.listing.size).toBe(order);
      expect([...classes.sizes].sort((a, b) => a - b)).toEqual(classSizes);
      expect(commonConductor(classPowers(classes))).toBe(conductor);
      const table = right(modularCharacterTable(classes));
      expect(table.degrees).toEqual(degrees);
      expect(table.rows.map((row) => row[0])).toEqual(degrees);
      expect(table.rows[0]!.every((x) => x === 1)).toBe(true);
      expectOrthogonalModulo(classes, table);
    });
  });

  test.each(transitiveGroups)('$name: order, classes and the sum of degrees', ({ group, order, classes, sum }) => {
    withClasses(group, (found) => {
      const { degrees } = right(modularCharacterTable(found));
      expect(found.listing.size).toBe(order);
      expect(degrees.length).toBe(classes);
      expect(degrees.reduce((total, d) => total + d, 0) - 1).toBe(sum);
    });
  });
});

describe('the oracle, which the computed degrees equal, against published degrees', () => {
  test.each([
    ['PSL(2,7)', [1, 3, 3, 6, 7, 8]],
    ['M11', [1, 10, 10, 10, 11, 16, 16, 44, 45, 55]],
    ['M12', [1, 11, 11, 16, 16, 45, 54, 55, 55, 55, 66, 99, 120, 144, 176]],
    ['M22', [1, 21, 45, 45, 55, 99, 154, 210, 231, 280, 280, 385]],
  ] as const)('%s (ATLAS of Finite Groups)', (group, degrees) => {
    expect(gapRecords.find((record) => record.group === group)!.degrees).toEqual(degrees);
  });
});

describe('the prime', () => {
  test('is the least that fits', () => {
    // S3: exponent 6, 2√6 > 4: 7. S5: exponent 60, 2√120 > 21: 61. Q8: exponent 4, 2√8 > 5: 13.
    expect([dixonPrime(6, 6), dixonPrime(120, 60), dixonPrime(8, 4)]).toEqual([7, 61, 13]);
    expect(dixonPrime(1, 1)).toBe(3);
  });

  test('meets a lower bound and a modulus', () => {
    expect(dixonPrime(120, 60, { above: 61 })).toBe(181);
    expect(dixonPrime(120, 60, { modulus: 7 })).toBe(421);
    expect(dixonPrime(120, 60, { modulus: 2 ** 31 })).toBeUndefined();
  });

  test.each([{ above: 1000 }, { above: 2 ** 27 }, { modulus: 7 }])('%o: M11 has the same degrees', (condition) => {
    withClasses('M11', (classes) => {
      const table = right(modularCharacterTable(classes, condition));
      expect(table.degrees).toEqual([1, 10, 10, 10, 11, 16, 16, 44, 45, 55]);
      expect(table.prime % 1320).toBe(1);
      expect((table.prime - 1) % table.rootOrder).toBe(0);
      expect(table.rootOrder).toBe('modulus' in condition ? 9240 : 1320);
      expectOrthogonalModulo(classes, table);
    });
  });
});

describe('what is declined', () => {
  test('no prime', () => {
    const outcome = withClasses('S3', (classes) => modularCharacterTable(classes, { modulus: 2 ** 31 }));
    expect(E.isLeft(outcome) && outcome.left.kind).toBe('declined');
  });

  test('too many classes', () => {
    const outcome = withClasses('Z2^11', (classes) => modularCharacterTable(classes));
    expect(outcome).toEqual(
      E.left({ kind: 'declined', message: 'Z2^11 has 2048 conjugacy classes; the limit is 1200' }),
    );
  });
});

const permutationOfSix = fc
  .shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6, maxLength: 6 })
  .map((images) => `[${images.join(',')}]`);
const signedOfThree = fc
  .tuple(
    fc.shuffledSubarray([1, 2, 3], { minLength: 3, maxLength: 3 }),
    fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  )
  .map(([images, signs]) => `[${images.map((image, i) => (signs[i] ? -image : image)).join(',')}]`);

property.prop(
  [fc.oneof(fc.tuple(permutationOfSix, permutationOfSix), fc.tuple(signedOfThree, signedOfThree))],
  fixed(),
)('the group generated by any two signed permutations: orthogonality and the sum of squares', (generators) => {
  withClasses(`perm:${generators.join(';')}`, (classes) => {
    const table = right(modularCharacterTable(classes));
    expectOrthogonalModulo(classes, table);
    expect(table.degrees.reduce((sum, d) => sum + d * d, 0)).toBe(classes.listing.size);
  });
});
