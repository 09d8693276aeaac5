/**
 * Evidence *rank* (MATHEMATICS.md 2.5): a set J of irreducibles such that every constituent of π ⊗ π̄', for π and π' in
 * J, is trivial or in the class. Then AC_ex ≥ Σ_{π ∈ J} d_π², for signed weights too.
 *
 * Multiplicities are decided modulo the table's prime p: ⟨χ_π χ̄_π', χ_σ⟩ is at most the least of the three degrees,
 * which is below p, so residue zero means zero; and a constituent must be shown to occur in the class.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { TableReference } from '../certificate/evidence.ts';
import { characterConductor } from '../representation/classCharacter.ts';
import { tableOf } from './characterTable.ts';
import { type Established, exactAtLeast } from './established.ts';
import { rootForTable, shownToOccur } from './occurrence.ts';
import { type Refusal, rejected } from './refusal.ts';
import { afford, type Subject } from './subject.ts';
import { isTrivialRow } from './verifiedTable.ts';

export const checkRank = <G extends string>(
  subject: Subject<G>,
  reference: TableReference,
  chosen: readonly number[],
): E.Either<Refusal, Established> => {
  const read = tableOf(subject, reference);
  if (E.isLeft(read)) return read;
  const table = read.right;
  const { field, rows, degrees, classes } = table;
  if (chosen.length === 0 || new Set(chosen).size !== chosen.length || chosen.some((i) => i >= rows.length))
    return rejected('rows-mismatch', `the rows must be different, and from 0 to ${rows.length - 1}`);
  const order = characterConductor(subject.instance.action);
  const root = rootForTable(table, order);
  if (E.isLeft(root)) return root;
  const occurs = shownToOccur(subject, table, root.right, order);
  if (E.isLeft(occurs)) return occurs;
  const affordable = afford(subject, 20 * chosen.length ** 2 * rows.length ** 2, 'the products of characters');
  if (E.isLeft(affordable)) return affordable;
  const conjugates = rows.map((row) => row.map((_, c) => row[classes.inverseClass[c]!]!));
  for (const i of chosen)
    for (const j of chosen) {
      const product = rows[i]!.map((x, c) =>
        field.mul(field.mul(x, conjugates[j]![c]!), classes.sizes[c]! % field.prime),
      );
      for (const [k, row] of rows.entries()) {
        if (occurs.right[k] || isTrivialRow(row)) continue;
        const multiplicity = product.reduce((sum, x, c) => field.add(sum, field.mul(x, conjugates[k]![c]!)), 0);
        if (multiplicity !== 0)
          return rejected(
            'product-outside',
            `irreducible ${k}, in the product of ${i} and the conjugate of ${j}, is not shown to occur in the class`,
          );
      }
    }
  const value = chosen.reduce((sum, i) => sum + BigInt(degrees[i]!) ** 2n, 0n);
  return E.right(exactAtLeast(value, 'signed', subject.instance.group.order));
};
