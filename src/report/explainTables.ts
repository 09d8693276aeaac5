/** Character tables in explanations: which table evidence means, and what it says about the class. */
import * as E from 'fp-ts/lib/Either.js';
import type { TableReference } from '../certificate/evidence.ts';
import { tableOf } from '../check/characterTable.ts';
import { type Occurrence, occurrenceOfRows, rootForTable } from '../check/occurrence.ts';
import type { Subject } from '../check/subject.ts';
import { isTrivialRow, type VerifiedTable } from '../check/verifiedTable.ts';
import { characterConductor } from '../representation/classCharacter.ts';
import { plural, showDegrees } from './explainText.ts';

/** `table 0 of this certificate`, or the one that comes with the evidence. */
export const tableInWords = (reference: TableReference): string =>
  typeof reference === 'number'
    ? `table ${reference} of this certificate`
    : `the character table modulo the prime ${reference.prime} given with the evidence`;

/** The table, verified; undefined only where the evidence would not be accepted. */
export const verifiedTable = <G extends string>(
  subject: Subject<G>,
  reference: TableReference,
): VerifiedTable<G> | undefined => {
  const table = tableOf(subject, reference);
  return E.isLeft(table) ? undefined : table.right;
};

/**
 * What is shown of each row's occurrence in the class, in the order of the rows; empty where nothing is. `order` is that
 * of the root of unity which the evidence fixes: rows mean the same irreducibles only for the same one.
 */
export const occurrenceIn = <G extends string>(
  subject: Subject<G>,
  table: VerifiedTable<G>,
  order: number = characterConductor(subject.instance.action),
): readonly Occurrence[] => {
  const root = rootForTable(table, order);
  const found = E.isLeft(root) ? root : occurrenceOfRows(subject, table, root.right, order);
  return E.isLeft(found) ? [] : found.right;
};

/** The degrees of the nontrivial rows of which that is shown. */
export const degreesWhere = <G extends string>(
  { rows, degrees }: VerifiedTable<G>,
  occurrence: readonly Occurrence[],
  wanted: (what: Occurrence) => boolean,
): readonly number[] => degrees.filter((_, i) => !isTrivialRow(rows[i]!) && wanted(occurrence[i] ?? 'unknown'));

/** The section about the tables that evidence refers to by number. */
export const explainTables = <G extends string>({ tables, instance }: Subject<G>): readonly string[] =>
  tables.length === 0
    ? []
    : [
        '## The character table',
        `${tables.length === 1 ? 'One table is given with this certificate; evidence' : `${tables.length} tables are given with this certificate; evidence`} refers to ${tables.length === 1 ? 'it' : 'them'} by number, counted from 0.`,
        tables
          .map(
            ({ field, degrees }, i) =>
              `${i}. Modulo the prime ${field.prime}: ${plural(degrees.length, 'irreducible character')}, of degrees ${showDegrees(degrees)}.`,
          )
          .join('\n'),
        `**The checker verifies** that a table belongs to this very group (MATHEMATICS.md 2.11): it computes the conjugacy classes of ${instance.group.notation.slice(0, 60)} and how class sums multiply, and the rows must multiply in the same way and be told apart by it. Orthogonality would not be enough: D4 and Q8 have the same table. Residues are read as values at a fixed maximal ideal above the prime; a multiplicity that is known to be smaller than the prime is known from its residue.`,
      ];
