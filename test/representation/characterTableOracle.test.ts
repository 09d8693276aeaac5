/** Whole character tables against those of GAP: class by class, value by value, exactly. */
import { readFileSync } from 'node:fs';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import type { Cyclotomic, CyclotomicField } from '../../src/algebra/cyclotomic.ts';
import { sumOf } from '../../src/algebra/field.ts';
import type { ConjugacyClasses } from '../../src/group/listing.ts';
import { parseCycles } from '../../src/group/permutation.ts';
import { type CharacterTable, characterTable } from '../../src/representation/characterTable.ts';
import { right } from '../support/unwrap.ts';
import { showValue, withClasses } from './tables.ts';

interface GapTable {
  readonly group: string;
  readonly order: number;
  readonly generators: readonly string[];
  /** A representative of each class, in cycles. */
  readonly classes: readonly string[];
  readonly sizes: readonly number[];
  /** An integer, or Σ c ζ_n^e as n, e, c, e, c, … */
  readonly values: readonly (number | readonly number[])[];
  /** Each value by its place in `values`. */
  readonly rows: readonly (readonly number[])[];
}

const tables = JSON.parse(
  readFileSync(new URL('../oracles/gap-tables.json', import.meta.url), 'utf8'),
) as readonly GapTable[];

const valueIn = (field: CyclotomicField, value: number | readonly number[]): Cyclotomic => {
  if (typeof value === 'number') return field.fromInteger(BigInt(value));
  const [n = 1, ...terms] = value;
  if (field.conductor % n !== 0) throw new Error(`ℚ(ζ_${n}) is not in ℚ(ζ_${field.conductor})`);
  const summands: Cyclotomic[] = [];
  for (let i = 0; i < terms.length; i += 2)
    summands.push(field.mul(field.fromInteger(BigInt(terms[i + 1]!)), field.root((terms[i]! * field.conductor) / n)));
  return sumOf(field, summands);
};

/** The number of our class for each class of GAP's. */
const placesOf = <G extends string>(classes: ConjugacyClasses<G>, gap: GapTable): readonly number[] => {
  const { group } = classes.listing;
  return gap.classes.map((text) => {
    const g = right(parseCycles(text, group.empty.length));
    if (!group.contains(g)) throw new Error(`${text} is not in ${group.notation}`);
    return classes.classOf(g);
  });
};

const expectGapsTable = <G extends string>(
  classes: ConjugacyClasses<G>,
  table: CharacterTable,
  gap: GapTable,
): void => {
  const places = placesOf(classes, gap);
  expect([...places].sort((a, b) => a - b)).toEqual(classes.sizes.map((_, k) => k));
  expect(places.map((k) => classes.sizes[k])).toEqual(gap.sizes);
  const values = gap.values.map((value) => showValue(valueIn(table.field, value)));
  const theirs = gap.rows.map((row) => row.map((at) => values[at]).join(' '));
  const ours = table.rows.map((row) => places.map((k) => showValue(row[k]!)).join(' '));
  expect(new Set(ours).size).toBe(gap.classes.length);
  expect([...ours].sort()).toEqual([...theirs].sort());
};

test('the oracle has every group', () => {
  expect(tables.length).toBe(19);
  expect(tables.map(({ classes }) => classes.length)).toEqual([
    10, 15, 18, 42, 65, 5, 5, 7, 5, 6, 12, 7, 14, 13, 17, 12, 15, 9, 11,
  ]);
});

describe.each(tables.map((table) => [table.group.slice(0, 40), table] as const))('%s', (_, gap) => {
  test('the group and its table are those of GAP', () => {
    withClasses(gap.group, (classes) => {
      const { group } = classes.listing;
      expect(group.order).toBe(BigInt(gap.order));
      for (const text of gap.generators)
        expect(E.exists(group.contains)(parseCycles(text, group.empty.length))).toBe(true);
      expectGapsTable(classes, right(characterTable(classes)), gap);
    });
  });
});

test('another table with the same degrees and sizes is not taken for it', () => {
  const gap = tables.find(({ group }) => group === 'M11')!;
  // Columns of two classes of equal size exchanged.
  const [a, b] = [2, 3];
  const exchanged = gap.rows.map((row) => row.map((value, k) => (k === a ? row[b]! : k === b ? row[a]! : value)));
  withClasses('M11', (classes) => {
    const table = right(characterTable(classes));
    expect(gap.sizes[a]).toBe(gap.sizes[b]);
    expect(() => expectGapsTable(classes, table, { ...gap, rows: exchanged })).toThrow();
  });
});
