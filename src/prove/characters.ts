/**
 * The character table of an instance for evidence: as residues, as floating-point values for the search of multipliers,
 * and which irreducibles occur in a class. Untrusted, like everything here; `check` verifies the table itself.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { lcm } from '../algebra/integer.ts';
import { primeField, type Residue } from '../algebra/residue.ts';
import type { TableData } from '../certificate/evidence.ts';
import { unlimited } from '../check/allowance.ts';
import { classOrders } from '../check/characterValues.ts';
import { rootForTable, shownToOccur } from '../check/occurrence.ts';
import { subjectOf } from '../check/subject.ts';
import type { VerifiedTable } from '../check/verifiedTable.ts';
import { isAbelianGroup } from '../group/abelianQuotients.ts';
import { declined, type Problem } from '../group/notation.ts';
import type { Instance } from '../representation/action.ts';
import { type CharacterTable, liftTable } from '../representation/characterTable.ts';
import { characterConductor } from '../representation/classCharacter.ts';
import { modularCharacterTable } from '../representation/dixonSchneider.ts';
import type { FunctionClass } from '../representation/functionClass.ts';
import { classesOf, tableEvidence } from './table.ts';

export interface Characters<G extends string> {
  readonly data: TableData;
  readonly table: VerifiedTable<G>;
  /** The same in characteristic 0, rows and classes in the same order. */
  readonly exact: CharacterTable;
  /** Re χ_i on class c, approximately. */
  readonly real: readonly (readonly number[])[];
  /** The row of the complex conjugate of each row. */
  readonly conjugate: readonly number[];
  /** For a class of functions, whether each nontrivial row occurs in it. */
  readonly occurs: (functions: FunctionClass) => readonly boolean[];
}

/** Groups with more classes than this have tables too large for a certificate. */
const classLimit = 300;

const realParts = ({ field, rows }: CharacterTable): readonly (readonly number[])[] => {
  const cosine = Array.from({ length: field.conductor }, (_, j) => Math.cos((2 * Math.PI * j) / field.conductor));
  return rows.map((row) =>
    row.map(
      ({ numerators, denominator }) =>
        numerators.reduce((sum, x, j) => (x === 0n ? sum : sum + Number(x) * cosine[j]!), 0) / Number(denominator),
    ),
  );
};

const known = new WeakMap<object, unknown>();

/** The table, remembered per instance; declines groups whose table is out of reach. */
export const charactersOf = <G extends string>(instance: Instance<G>): E.Either<Problem, Characters<G>> => {
  const before = known.get(instance) as E.Either<Problem, Characters<G>> | undefined;
  if (before !== undefined) return before;
  const found = compute(instance);
  known.set(instance, found);
  return found;
};

const compute = <G extends string>(instance: Instance<G>): E.Either<Problem, Characters<G>> => {
  const tooMany = (count: bigint | number): E.Either<Problem, never> =>
    declined(`${count} conjugacy classes; bounds by characters are for at most ${classLimit}`);
  const { group } = instance;
  if (group.order > BigInt(classLimit) && isAbelianGroup(group)) return tooMany(group.order);
  const classes = classesOf(instance);
  if (E.isLeft(classes)) return classes;
  if (classes.right.sizes.length > classLimit) return tooMany(classes.right.sizes.length);
  const conductor = characterConductor(instance.action);
  const modular = modularCharacterTable(classes.right, { modulus: conductor });
  if (E.isLeft(modular)) return modular;
  const { prime, rows, degrees } = modular.right;
  const field = primeField(prime);
  if (O.isNone(field)) return declined('no suitable prime');
  const table: VerifiedTable<G> = { field: field.value, classes: classes.right, rows, degrees };
  const order = Number(classOrders(table).reduce((all, o) => lcm(all, BigInt(o)), BigInt(conductor)));
  const exact = liftTable(classes.right, modular.right);
  const keyOf = (row: readonly Residue[]): string => row.join(',');
  const places = new Map(rows.map((row, i) => [keyOf(row), i]));
  return E.right({
    data: tableEvidence(classes.right, modular.right),
    table,
    exact,
    real: realParts(exact),
    conjugate: rows.map((row) => places.get(keyOf(classes.right.inverseClass.map((c) => row[c]!)))!),
    occurs: (functions) => {
      const root = rootForTable(table, order);
      const shown = E.isLeft(root)
        ? root
        : shownToOccur(subjectOf(instance, functions, unlimited), table, root.right, order);
      return E.isLeft(shown) ? rows.map(() => false) : shown.right;
    },
  });
};
