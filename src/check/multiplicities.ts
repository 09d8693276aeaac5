/**
 * Evidence *multiplicities* (MATHEMATICS.md 2.2, 2.3, 2.12): the character table with, for each irreducible, the least
 * degree of a symmetric power in which it occurs. If all degrees are at most k, AC_ex(Sym^{≤k}) = |G|; the greatest of
 * them is the threshold.
 *
 * Multiplicities are computed modulo the table's prime p: a nonzero residue shows that the irreducible occurs; a zero
 * residue shows that it does not as long as p is greater than dim Sym^j / χ(1), which bounds the multiplicity.
 */
import * as E from 'fp-ts/lib/Either.js';
import { binomial } from '../algebra/integer.ts';
import type { Residue } from '../algebra/residue.ts';
import type { TableReference } from '../certificate/evidence.ts';
import { characterConductor } from '../representation/classCharacter.ts';
import { containsSymmetricPower } from '../representation/functionClass.ts';
import { spectrumKey, spectrumOf, symmetricPowerCharacters } from '../representation/spectrum.ts';
import { tableOf } from './characterTable.ts';
import { type Established, everyElement } from './established.ts';
import { rootForTable } from './occurrence.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, type Subject, stepsPerSpectrum } from './subject.ts';
import { isTrivialRow, type VerifiedTable } from './verifiedTable.ts';

const degreeLimit = 2000;

/** The table, and the multiplicity modulo p of each row in each symmetric power up to the greatest stated degree. */
interface Occurrences<G extends string> {
  readonly table: VerifiedTable<G>;
  readonly degrees: readonly number[];
  readonly multiplicity: (row: number, degree: number) => Residue;
}

const occurrences = <G extends string>(
  subject: Subject<G>,
  reference: TableReference,
  degrees: readonly number[],
): E.Either<Refusal, Occurrences<G>> => {
  const greatest = degrees.reduce((most, degree) => Math.max(most, degree), 0);
  if (greatest > degreeLimit) return declined('work-limit', `degree ${greatest}; the limit is ${degreeLimit}`);
  const checked = tableOf(subject, reference);
  if (E.isLeft(checked)) return checked;
  const table = checked.right;
  if (degrees.length !== table.rows.length)
    return rejected('irreducible-absent', `${degrees.length} degrees for ${table.rows.length} irreducibles`);
  const { field, classes, rows } = table;
  const { action } = subject.instance;
  const steps = rows.length * (40 * rows.length * (greatest + 1) + stepsPerSpectrum(subject));
  const affordable = afford(subject, steps, 'the multiplicities');
  if (E.isLeft(affordable)) return affordable;
  const conductor = characterConductor(action);
  const root = rootForTable(table, conductor);
  if (E.isLeft(root)) return root;
  const image = (a: number, n: number): Residue => field.power(root.right, (a * conductor) / n);
  const known = new Map<string, readonly Residue[]>();
  const characters = classes.representatives.map((g) => {
    const spectrum = spectrumOf(action, g);
    const key = spectrumKey(spectrum);
    const found = known.get(key) ?? symmetricPowerCharacters(field, image, spectrum, greatest);
    known.set(key, found);
    return found;
  });
  const scale = field.reciprocal(classes.listing.size % field.prime);
  const multiplicity = (row: number, degree: number): Residue => {
    let sum = 0;
    classes.sizes.forEach((size, c) => {
      const conjugate = rows[row]![classes.inverseClass[c]!]!;
      sum = field.add(sum, field.mul(field.mul(size % field.prime, conjugate), characters[c]![degree]!));
    });
    return field.mul(sum, scale);
  };
  return E.right({ table, degrees, multiplicity });
};

/** Every row occurs in its stated degree; the trivial character, which matters to no claim, may have degree 0. */
const allOccur = <G extends string>({ degrees, multiplicity }: Occurrences<G>): E.Either<Refusal, undefined> => {
  const absent = degrees.findIndex((degree, row) => multiplicity(row, degree) === 0);
  return absent < 0
    ? E.right(undefined)
    : rejected('irreducible-absent', `irreducible ${absent} does not occur in degree ${degrees[absent]}`);
};

/** AC_ex = |G| on the function class. */
export const checkMultiplicities = <G extends string>(
  subject: Subject<G>,
  reference: TableReference,
  degrees: readonly number[],
): E.Either<Refusal, Established> => {
  const found = occurrences(subject, reference, degrees);
  if (E.isLeft(found)) return found;
  const { functions } = subject;
  const outside = degrees.findIndex(
    (degree, row) => !isTrivialRow(found.right.table.rows[row]!) && !containsSymmetricPower(functions, degree),
  );
  if (outside >= 0)
    return rejected(
      'degree-exceeded',
      `irreducible ${outside} is stated in degree ${degrees[outside]}, outside the class`,
    );
  const occur = allOccur(found.right);
  return E.isLeft(occur) ? occur : E.right(everyElement(subject.instance.group.order));
};

/** threshold = the greatest of the degrees, if some irreducible of that degree occurs in no lower one. */
export const checkThresholdByMultiplicities = <G extends string>(
  subject: Subject<G>,
  reference: TableReference,
  degrees: readonly number[],
): E.Either<Refusal, Established> => {
  const found = occurrences(subject, reference, degrees);
  if (E.isLeft(found)) return found;
  const occur = allOccur(found.right);
  if (E.isLeft(occur)) return occur;
  const { table, multiplicity } = found.right;
  const threshold = degrees.reduce((most, degree) => Math.max(most, degree), 0);
  const { dimension } = subject.instance.action;
  const absentBelow = (row: number): boolean => {
    for (let j = 0; j < threshold; j++) {
      const conclusive = binomial(dimension + j - 1, j) < BigInt(table.field.prime) * BigInt(table.degrees[row]!);
      if (!conclusive || multiplicity(row, j) !== 0) return false;
    }
    return true;
  };
  if (!degrees.some((degree, row) => degree === threshold && absentBelow(row)))
    return rejected('degree-not-least', `no irreducible is shown to occur first in degree ${threshold}`);
  const value = BigInt(threshold);
  // The scheme of 2.2 below the threshold is a probability, not uniform.
  const least = { value, for: threshold === 0 ? 'uniform' : 'probability' } as const;
  return E.right({ quantity: 'threshold', least, most: { value, for: 'uniform' } });
};
