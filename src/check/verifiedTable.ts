/** A character table after its check: what later checks may rely on (MATHEMATICS.md 2.11). */
import type { PrimeField, Residue } from '../algebra/residue.ts';
import type { ConjugacyClasses } from '../group/listing.ts';

/**
 * The irreducible characters of the group modulo a maximal ideal above p, whichever the reader prefers: 2.11 holds for
 * each.
 */
export interface VerifiedTable<G extends string> {
  readonly field: PrimeField;
  readonly classes: ConjugacyClasses<G>;
  /** rows[i][c] = χ_i at class c of `classes`, modulo p; every irreducible once. */
  readonly rows: readonly (readonly Residue[])[];
  readonly degrees: readonly number[];
}

/** The trivial character is the row of ones: rows are different, and 1 is the reduction of that character only. */
export const isTrivialRow = (row: readonly Residue[]): boolean => row.every((value) => value === 1);
