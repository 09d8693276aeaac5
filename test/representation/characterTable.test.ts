import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { sumOf } from '../../src/algebra/field.ts';
import type { ConjugacyClasses } from '../../src/group/listing.ts';
import { cyclesOf } from '../../src/group/permutation.ts';
import { isAbelian } from '../../src/representation/abelianCharacters.ts';
import {
  abelianCharacterTable,
  type CharacterTable,
  characterTable,
  degreesOf,
  liftTable,
  productTable,
  symmetricGroupTable,
} from '../../src/representation/characterTable.ts';
import { classConductor, classPowers, galoisOrbit } from '../../src/representation/classPowers.ts';
import { modularCharacterTable } from '../../src/representation/dixonSchneider.ts';
import { right } from '../support/unwrap.ts';
import { canonicalTable, expectOrthogonal, showValue, withClasses } from './tables.ts';

const tableOf = (text: string): CharacterTable => withClasses(text, (classes) => right(characterTable(classes)));

const sortedRows = (table: CharacterTable): readonly string[] =>
  table.rows.map((row) => row.map(showValue).join(' ')).sort();

const groups = [
  'S1 S2 S3 S4 S5 S6 A3 A4 A5 A6 A7 C1 C2 C5 C12 C15 D3 D4 D5 D6 D7 D12 Z2^1 Z2^3 B1 B2 B3 B4 Q8 PSL(2,2) PSL(2,3)',
  'PSL(2,7) PSL(2,11) M11 M12 S3xC4 C3xC9 C4xC6 Q8xS3 perm:(1,2,3,4,5,6,7);(2,3,5)(4,7,6)',
].flatMap((line) => line.split(' '));

describe.each(groups)('%s', (text) => {
  test('orthogonality, exactly', () => expectOrthogonal(tableOf(text)));

  test('the permutation character decomposes: columns belong to their classes', () => {
    withClasses(text, (classes) => {
      const { field, rows, classSizes, order } = right(characterTable(classes));
      const fixedPoints = classes.representatives.map((g) => cyclesOf(g).filter((cycle) => cycle.length === 1).length);
      const multiplicities = rows.map((row) => {
        const sum = sumOf(
          field,
          row.map((x, k) => field.mul(x, field.fromInteger(BigInt(fixedPoints[k]!) * classSizes[k]!))),
        );
        expect(sum.numerators.slice(1).every((x) => x === 0n)).toBe(true);
        expect(sum.denominator).toBe(1n);
        expect(sum.numerators[0]! % order).toBe(0n);
        return sum.numerators[0]! / order;
      });
      expect(multiplicities.every((m) => m >= 0n)).toBe(true);
      const dimension = multiplicities.reduce((sum, m, i) => sum + m * rows[i]![0]!.numerators[0]!, 0n);
      expect(dimension).toBe(BigInt(fixedPoints[0]!));
    });
  });

  test('the indicators of Frobenius and Schur count the square roots of the identity', () => {
    withClasses(text, (classes) => {
      const table = right(characterTable(classes));
      const total = indicators(classes, table).reduce((sum, v, i) => sum + v * degreesOf(table)[i]!, 0n);
      const { power } = classPowers(classes);
      const roots = classes.sizes.reduce((sum, size, k) => (power(k, 2) === 0 ? sum + size : sum), 0);
      expect(total).toBe(BigInt(roots));
    });
  });
});

/** (1/|G|) Σ_x χ(x²) for each character: 1, 0 or −1. */
const indicators = <G extends string>(classes: ConjugacyClasses<G>, table: CharacterTable): readonly bigint[] => {
  const { field, rows, classSizes, order } = table;
  const { power } = classPowers(classes);
  return rows.map((row) => {
    const sum = sumOf(
      field,
      classSizes.map((size, k) => field.mul(field.fromInteger(size), row[power(k, 2)]!)),
    );
    const value = sum.numerators[0]! / order;
    expect(showValue(sum)).toBe(showValue(field.fromInteger(value * order)));
    return value;
  });
};

test('D4 and Q8 have equal tables, and different indicators', () => {
  expect(canonicalTable(tableOf('D4'))).toBe(canonicalTable(tableOf('Q8')));
  expect(canonicalTable(tableOf('D4'))).not.toBe(canonicalTable(tableOf('S4')));
  const ofText = (text: string): readonly bigint[] =>
    withClasses(text, (classes) => indicators(classes, right(characterTable(classes))));
  expect(ofText('D4')).toEqual([1n, 1n, 1n, 1n, 1n]);
  expect(ofText('Q8')).toEqual([1n, 1n, 1n, 1n, -1n]);
});

describe('fields of values', () => {
  test('the golden ratio in A5', () => {
    const { field, rows, classSizes } = tableOf('A5');
    const values = rows.filter((row) => showValue(row[0]!) === showValue(field.fromInteger(3n)));
    const fives = classSizes.flatMap((size, k) => (size === 12n ? [k] : []));
    const golden = field.sub(field.zero, field.add(field.root(2), field.root(3)));
    const conjugate = field.sub(field.zero, field.add(field.root(1), field.root(4)));
    const found = values.map((row) => fives.map((k) => showValue(row[k]!)));
    expect(found.flat().sort()).toEqual([golden, golden, conjugate, conjugate].map(showValue).sort());
    expect(found[0]).toEqual([...found[1]!].reverse());
  });

  test('galois orbits and conductors of classes of PSL(2,7)', () => {
    withClasses('PSL(2,7)', (classes) => {
      const powers = classPowers(classes);
      const facts = powers.orders.map((order, k) => [order, galoisOrbit(powers, k).length, classConductor(powers, k)]);
      expect(facts.map((fact) => fact.join()).sort()).toEqual(['1,1,1', '2,1,1', '3,1,1', '4,1,1', '7,2,7', '7,2,7']);
    });
  });
});

test('powers of classes are classes of powers', () => {
  for (const text of ['B3', 'M11', 'S3xC4', 'D12'])
    withClasses(text, (classes) => {
      const { power, orders, exponent } = classPowers(classes);
      classes.representatives.forEach((g, k) => {
        let x = classes.listing.group.empty;
        for (let n = 0; n <= orders[k]! + 1; n++, x = classes.listing.group.concat(x, g))
          expect(power(k, n)).toBe(classes.classOf(x));
        expect(exponent % orders[k]!).toBe(0);
      });
    });
});

test.each(['C12', 'C15', 'Z2^3', 'C3xC9', 'C4xC6', 'S2xC4'])('%s: the direct and the lifted table agree', (text) => {
  withClasses(text, (classes) => {
    expect(isAbelian(classes)).toBe(true);
    const direct = abelianCharacterTable(classes);
    expect(sortedRows(direct)).toEqual(sortedRows(liftTable(classes, right(modularCharacterTable(classes)))));
    expect(direct.rows[0]!.every((x) => direct.field.equals(x, direct.field.one))).toBe(true);
  });
});

test.each([{ above: 5000 }, { above: 2 ** 27 }, { modulus: 35 }])(
  'the lifted table does not depend on %o',
  (condition) => {
    for (const text of ['M11', 'D7', 'PSL(2,7)'])
      withClasses(text, (classes) => {
        const other = liftTable(classes, right(modularCharacterTable(classes, condition)));
        expect(sortedRows(other)).toEqual(sortedRows(right(characterTable(classes))));
      });
  },
);

test.each([2, 3, 4, 5])('S%i by two methods', (n) => {
  expect(canonicalTable(symmetricGroupTable(n))).toBe(canonicalTable(tableOf(`S${n}`)));
});

test.each([
  ['S3', 'C2'],
  ['C3', 'C2'],
  ['C2', 'C2'],
  ['A3', 'Z2^1'],
] as const)('%s × %s: the product of the tables is the table of the product', (g, h) => {
  const product = productTable(tableOf(g), tableOf(h));
  expectOrthogonal(product);
  expect(canonicalTable(product)).toBe(canonicalTable(tableOf(`${g}x${h}`)));
});

test('A5 × C3 needs the 15th roots of unity', () => {
  const product = productTable(tableOf('A5'), tableOf('C3'));
  expect(product.field.conductor).toBe(15);
  expect(product.order).toBe(180n);
  expectOrthogonal(product);
});

test('tables over large fields are declined', () => {
  const outcome = withClasses('PSL(2,41)', (classes) => characterTable(classes));
  expect(E.isLeft(outcome) && outcome.left).toEqual({
    kind: 'declined',
    message: 'the characters of PSL(2,41) need 17220-th roots of unity; the limit is 10000',
  });
});
