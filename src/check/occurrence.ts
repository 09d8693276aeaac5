/**
 * Which irreducibles occur in a function class, shown by a verified character table (MATHEMATICS.md 2.12): ⟨χ, χ_V⟩
 * modulo p is nonzero for one of the natural summands V of the class. A zero residue shows nothing here.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { integers } from '../algebra/integer.ts';
import { type Residue, rootOfUnityModulo } from '../algebra/residue.ts';
import { characterConductor, pieceCharacters, pieceCount } from '../representation/classCharacter.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, type Subject, stepsPerSpectrum } from './subject.ts';
import { isTrivialRow, type VerifiedTable } from './verifiedTable.ts';

const degreeLimit = 2000;

/**
 * A residue that stands for e^{2πi/n}, n = `order`; every reduction that uses the same one belongs to one maximal ideal
 * (MATHEMATICS.md 2.12).
 */
export const rootForTable = <G extends string>(
  { field }: VerifiedTable<G>,
  order: number,
): E.Either<Refusal, Residue> => {
  const root = rootOfUnityModulo(field, order);
  return O.isNone(root)
    ? rejected('table-prime', `${field.prime} is not 1 modulo ${order}, as the values of the characters need`)
    : E.right(root.value);
};

/** What the residues of the multiplicities show of an irreducible. */
export type Occurrence = 'occurs' | 'absent' | 'unknown';

/**
 * For each row what is shown of its occurrence in the class: a nonzero residue shows that it occurs, zero ones that it
 * does not if every summand has less than p times its dimensions. `root` stands for e^{2πi/order}, and `order` is a
 * multiple of the conductor of the action.
 */
export const occurrenceOfRows = <G extends string>(
  subject: Subject<G>,
  table: VerifiedTable<G>,
  root: Residue,
  order: number,
): E.Either<Refusal, readonly Occurrence[]> => {
  const { functions, instance } = subject;
  const { field, classes, rows, degrees } = table;
  if (functions.kind === 'all') return E.right(rows.map(() => 'occurs'));
  const degree = pieceCount(functions);
  if (degree > degreeLimit) return declined('work-limit', `degree ${degree}; the limit is ${degreeLimit}`);
  const steps = rows.length * ((rows.length + 300) * (degree + 1) * 40 + stepsPerSpectrum(subject));
  const affordable = afford(subject, steps, 'the multiplicities');
  if (E.isLeft(affordable)) return affordable;
  if (order % characterConductor(instance.action) !== 0)
    throw new Error('occurrenceOfRows: the order is no multiple of the conductor');
  const image = (a: number, n: number): Residue => field.power(root, (a * order) / n);
  const characters = classes.representatives.map((g) => pieceCharacters(field, image, instance.action, functions, g));
  const dimensions = pieceCharacters(integers, () => 1n, instance.action, functions, instance.group.empty);
  return E.right(
    rows.map((row, i): Occurrence => {
      for (let piece = 0; piece < dimensions.length; piece++) {
        let sum = 0;
        classes.sizes.forEach((size, c) => {
          const conjugate = row[classes.inverseClass[c]!]!;
          sum = field.add(sum, field.mul(field.mul(size % field.prime, conjugate), characters[c]![piece]!));
        });
        if (sum !== 0) return 'occurs';
      }
      const bound = BigInt(field.prime) * BigInt(degrees[i]!);
      return dimensions.every((dimension) => dimension < bound) ? 'absent' : 'unknown';
    }),
  );
};

/** For each nontrivial row whether it is shown to occur in the class; false for the trivial one. */
export const shownToOccur = <G extends string>(
  subject: Subject<G>,
  table: VerifiedTable<G>,
  root: Residue,
  order: number,
): E.Either<Refusal, readonly boolean[]> =>
  E.map((found: readonly Occurrence[]) => found.map((what, i) => what === 'occurs' && !isTrivialRow(table.rows[i]!)))(
    occurrenceOfRows(subject, table, root, order),
  );
