/**
 * Evidence *multiplicities* (MATHEMATICS.md 2.2, 2.3, 2.12): the character table with, for each irreducible, the least
 * degree of a symmetric power in which it occurs. If all degrees are at most k, AC_ex(Sym^{≤k}) = |G|; the greatest of
 * them is the threshold.
 *
 * Multiplicities are computed modulo the table's prime p: a nonzero residue shows that the irreducible occurs; a zero
 * residue shows that it does not as long as p is greater than dim Sym^j / χ(1), which bounds the multiplicity.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { binomial } from '../algebra/integer.ts';
import { type PrimeField, type Residue, rootOfUnityModulo } from '../algebra/residue.ts';
import type { TableData } from '../certificate/evidence.ts';
import type { Action } from '../representation/action.ts';
import { spectrumKey, spectrumOf, symmetricPowerCharacters } from '../representation/spectrum.ts';
import { checkTable, type VerifiedTable } from './characterTable.ts';
import { type Established, everyElement } from './established.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, type Subject } from './subject.ts';

const degreeLimit = 2000;

/** The table, and the multiplicity modulo p of each row in each symmetric power up to the greatest stated degree. */
interface Occurrences<G extends string> {
  readonly table: VerifiedTable<G>;
  readonly degrees: readonly number[];
  readonly multiplicity: (row: number, degree: number) => Residue;
}

/** The homomorphism ℤ[ζ_n] → 𝔽_p that reduces the characters of a plane action; `none` if p is not 1 modulo n. */
const rootsModulo = <G extends string>(
  field: PrimeField,
  action: Action<G>,
): O.Option<(a: number, n: number) => Residue> => {
  if (action.kind !== 'plane') return O.some(() => 0);
  const root = rootOfUnityModulo(field, action.turns);
  return O.isNone(root) ? O.none : O.some((a) => field.power(root.value, a));
};

const occurrences = <G extends string>(
  subject: Subject<G>,
  data: TableData,
  degrees: readonly number[],
): E.Either<Refusal, Occurrences<G>> => {
  const greatest = degrees.reduce((most, degree) => Math.max(most, degree), 0);
  if (greatest > degreeLimit) return declined('work-limit', `degree ${greatest}; the limit is ${degreeLimit}`);
  const checked = checkTable(subject, data);
  if (E.isLeft(checked)) return checked;
  const table = checked.right;
  if (degrees.length !== table.rows.length)
    return rejected('irreducible-absent', `${degrees.length} degrees for ${table.rows.length} irreducibles`);
  const { field, classes, rows } = table;
  const { action } = subject.instance;
  const affordable = afford(subject, 20 * rows.length * rows.length * (greatest + 1) * 2, 'the multiplicities');
  if (E.isLeft(affordable)) return affordable;
  const root = rootsModulo(field, action);
  if (O.isNone(root))
    return rejected('table-prime', `${field.prime} is not 1 modulo the conductor of the action's characters`);
  const known = new Map<string, readonly Residue[]>();
  const characters = classes.representatives.map((g) => {
    const spectrum = spectrumOf(action, g);
    const key = spectrumKey(spectrum);
    const found = known.get(key) ?? symmetricPowerCharacters(field, root.value, spectrum, greatest);
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

const isTrivialRow = (row: readonly Residue[]): boolean => row.every((value) => value === 1);

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
  data: TableData,
  degrees: readonly number[],
): E.Either<Refusal, Established> => {
  const found = occurrences(subject, data, degrees);
  if (E.isLeft(found)) return found;
  const { functions } = subject;
  const outside = degrees.findIndex(
    (degree, row) =>
      !isTrivialRow(found.right.table.rows[row]!) &&
      ((functions.kind === 'polynomials' && degree > functions.degree) ||
        (functions.kind === 'linear' && degree !== 1)),
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
  data: TableData,
  degrees: readonly number[],
): E.Either<Refusal, Established> => {
  const found = occurrences(subject, data, degrees);
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
