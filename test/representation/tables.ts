/** Character tables of groups given by their notation, and their laws, for the tests of this folder. */
import { expect } from 'vitest';
import type { Cyclotomic } from '../../src/algebra/cyclotomic.ts';
import { sumOf } from '../../src/algebra/field.ts';
import { type ConjugacyClasses, conjugacyClasses, listGroup } from '../../src/group/listing.ts';
import type { CharacterTable } from '../../src/representation/characterTable.ts';
import type { ModularCharacterTable } from '../../src/representation/dixonSchneider.ts';
import { withGroup } from '../support/groups.ts';

export const withClasses = <R>(text: string, use: <G extends string>(classes: ConjugacyClasses<G>) => R): R =>
  withGroup(text, (group) => {
    const listing = listGroup(group);
    if (listing === undefined) throw new Error(`${text} is too large to list`);
    return use(conjugacyClasses(listing));
  });

export const showValue = ({ numerators, denominator }: Cyclotomic): string => `${numerators.join(',')}/${denominator}`;

/** Both orthogonality relations, exactly. */
export const expectOrthogonal = ({ field, rows, classSizes, order }: CharacterTable): void => {
  const conjugates = rows.map((row) => row.map(field.conjugate));
  const sizes = classSizes.map(field.fromInteger);
  const indices = rows.map((_, i) => i);
  expect(rows.every((row) => row.length === rows.length)).toBe(true);
  for (const i of indices)
    for (const j of indices) {
      const overClasses = sumOf(
        field,
        sizes.map((size, k) => field.mul(size, field.mul(rows[i]![k]!, conjugates[j]![k]!))),
      );
      expect(showValue(overClasses)).toBe(showValue(field.fromInteger(i === j ? order : 0n)));
      const overRows = sumOf(
        field,
        rows.map((row, a) => field.mul(row[i]!, conjugates[a]![j]!)),
      );
      expect(showValue(overRows)).toBe(showValue(field.fromInteger(i === j ? order / classSizes[i]! : 0n)));
    }
};

/** Both relations modulo the prime; complex conjugation is inversion of group elements. In `bigint`, apart from src. */
export const expectOrthogonalModulo = <G extends string>(
  { sizes, inverseClass, listing }: ConjugacyClasses<G>,
  { prime, rows }: ModularCharacterTable,
): void => {
  const p = BigInt(prime);
  const table = rows.map((row) => row.map(BigInt));
  const residue = (terms: readonly bigint[]): bigint => terms.reduce((sum, x) => sum + x, 0n) % p;
  table.forEach((a, i) => {
    table.forEach((b, j) => {
      const overClasses = residue(sizes.map((size, k) => BigInt(size) * a[k]! * b[inverseClass[k]!]!));
      expect(overClasses).toBe(i === j ? BigInt(listing.size) % p : 0n);
      const overRows = residue(table.map((row) => row[i]! * row[inverseClass[j]!]!));
      expect(overRows).toBe(i === j ? BigInt(listing.size / sizes[i]!) % p : 0n);
    });
  });
};

/** The least text of the table over all orders of rows and columns: equal for equal tables. For at most 7 classes. */
export const canonicalTable = (table: CharacterTable): string => {
  const texts = table.rows.map((row) => row.map(showValue));
  let least: string | undefined;
  const arrange = (columns: readonly number[], left: readonly number[]): void => {
    if (left.length === 0) {
      const sizes = columns.map((k) => table.classSizes[k]).join(' ');
      const text = [sizes, ...texts.map((row) => columns.map((k) => row[k]).join(' ')).sort()].join('\n');
      if (least === undefined || text < least) least = text;
    }
    for (const k of left)
      arrange(
        [...columns, k],
        left.filter((other) => other !== k),
      );
  };
  arrange(
    [],
    table.classSizes.map((_, k) => k),
  );
  return least!;
};
