/**
 * Evidence *dimension* (MATHEMATICS.md 2.14): an upper bound on AC_ex for probability weights, without a scheme. Exactness
 * is r linear equations for ω, Σ ω = 1 among them, with r at most 1 + Σ d_π² over the nontrivial irreducibles of the class; a
 * vertex of the polytope of their nonnegative solutions has at most r nonzero weights, which may be irrational.
 *
 * An irreducible is left out of the sum only if it is shown not to occur.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { TableReference } from '../certificate/evidence.ts';
import { characterConductor } from '../representation/classCharacter.ts';
import { tableOf } from './characterTable.ts';
import { atMost, type Established } from './established.ts';
import { occurrenceOfRows, rootForTable } from './occurrence.ts';
import type { Refusal } from './refusal.ts';
import type { Subject } from './subject.ts';
import { isTrivialRow } from './verifiedTable.ts';

export const checkDimension = <G extends string>(
  subject: Subject<G>,
  reference: TableReference,
): E.Either<Refusal, Established> => {
  const table = tableOf(subject, reference);
  if (E.isLeft(table)) return table;
  const { rows, degrees } = table.right;
  const order = characterConductor(subject.instance.action);
  const root = rootForTable(table.right, order);
  if (E.isLeft(root)) return root;
  const occurrence = occurrenceOfRows(subject, table.right, root.right, order);
  if (E.isLeft(occurrence)) return occurrence;
  const equations = rows.reduce(
    (sum, row, i) => (isTrivialRow(row) || occurrence.right[i] === 'absent' ? sum : sum + BigInt(degrees[i]!) ** 2n),
    1n,
  );
  return E.right(atMost('AC_ex', equations, 'probability'));
};
