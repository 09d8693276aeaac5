/** The character table as evidence, and the least degrees in which its irreducibles occur. */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { binomial } from '../algebra/integer.ts';
import { type PrimeField, primeField, primeFieldLimit, type Residue } from '../algebra/residue.ts';
import type { TableData } from '../certificate/evidence.ts';
import { type ConjugacyClasses, conjugacyClasses, listGroup, listingLimitInWords } from '../group/listing.ts';
import { declined, type Problem } from '../group/notation.ts';
import { shorten } from '../group/permutation.ts';
import type { Instance } from '../representation/action.ts';
import { characterConductor } from '../representation/classCharacter.ts';
import { type ModularCharacterTable, modularCharacterTable } from '../representation/dixonSchneider.ts';
import { spectrumOf, symmetricPowerCharacters } from '../representation/spectrum.ts';

export const tableEvidence = <G extends string>(
  classes: ConjugacyClasses<G>,
  table: ModularCharacterTable,
): TableData => ({
  prime: table.prime,
  classes: classes.representatives.map(classes.listing.group.show),
  rows: table.rows,
});

/** The conjugacy classes, or why the group cannot be listed and what would still work. */
export const classesOf = <G extends string>(instance: Instance<G>): E.Either<Problem, ConjugacyClasses<G>> => {
  const listing = listGroup(instance.group);
  return listing === undefined
    ? declined(
        `${shorten(instance.group.notation)} is too large for its character table here: ${listingLimitInWords}; ` +
          'existence bounds, and certify exact at a degree where a monomial has a free orbit, still work',
      )
    : E.right(conjugacyClasses(listing));
};

export interface Occurrence {
  /** The table as evidence, and as it was computed, rows in the same order. */
  readonly table: TableData;
  readonly modular: ModularCharacterTable;
  /** degrees[i] is the least j with irreducible i in Sym^j. */
  readonly degrees: readonly number[];
  readonly threshold: number;
}

/** Least degrees modulo the table's prime. Growth: threshold · (number of classes)². */
const leastDegrees = <G extends string>(
  instance: Instance<G>,
  classes: ConjugacyClasses<G>,
  field: PrimeField,
  table: ModularCharacterTable,
): readonly number[] => {
  const { action, group } = instance;
  const root = (a: number, n: number): Residue => field.power(table.root, (a * table.rootOrder) / n);
  const scale = field.reciprocal(classes.listing.size % field.prime);
  const weights = table.rows.map((row) =>
    row.map((_, c) => field.mul(scale, field.mul(classes.sizes[c]! % field.prime, row[classes.inverseClass[c]!]!))),
  );
  const spectra = classes.representatives.map((g) => spectrumOf(action, g));
  const found = table.rows.map(() => -1);
  // Doubling the range keeps the series short: thresholds are usually far below |G| − 1 (MATHEMATICS.md 2.4).
  for (let range = 16; found.includes(-1); range *= 2) {
    if (range > 4 * Number(group.order) + 64) throw new Error('an irreducible occurs in no symmetric power');
    const characters = spectra.map((spectrum) => symmetricPowerCharacters(field, root, spectrum, range));
    for (let row = 0; row < found.length; row++)
      for (let j = 0; j <= range && found[row] === -1; j++) {
        let multiplicity = 0;
        for (let c = 0; c < spectra.length; c++)
          multiplicity = field.add(multiplicity, field.mul(weights[row]![c]!, characters[c]![j]!));
        if (multiplicity !== 0) found[row] = j;
      }
  }
  return found;
};

const occurrences = new WeakMap<object, E.Either<Problem, Occurrence>>();

/**
 * The table and the least degree of every irreducible in the symmetric powers of the action. The prime is raised until
 * it exceeds every multiplicity below the threshold, so that zero residues are conclusive.
 */
export const occurrenceOf = <G extends string>(instance: Instance<G>): E.Either<Problem, Occurrence> => {
  const known = occurrences.get(instance);
  if (known !== undefined) return known;
  const compute = (): E.Either<Problem, Occurrence> => {
    const classes = classesOf(instance);
    if (E.isLeft(classes)) return classes;
    const { action } = instance;
    if (!instance.faithful)
      return declined(`${shorten(instance.notation)} is not faithful: some irreducibles occur in no symmetric power`);
    const modulus = characterConductor(action);
    let above = 0;
    for (;;) {
      const table = modularCharacterTable(classes.right, { modulus, above });
      if (E.isLeft(table)) return table;
      const field = primeField(table.right.prime);
      if (O.isNone(field)) return declined('no suitable prime');
      const degrees = leastDegrees(instance, classes.right, field.value, table.right);
      const threshold = Math.max(...degrees);
      const needed = degrees.flatMap((degree, row) =>
        degree === threshold && threshold > 0
          ? [binomial(action.dimension + threshold - 2, threshold - 1) / BigInt(table.right.degrees[row]!) + 1n]
          : [],
      );
      const least = needed.reduce((small, x) => (x < small ? x : small), needed[0] ?? 0n);
      if (BigInt(table.right.prime) > least)
        return E.right({ table: tableEvidence(classes.right, table.right), modular: table.right, degrees, threshold });
      if (least >= BigInt(primeFieldLimit))
        return declined(`the symmetric powers up to degree ${threshold} are too large`);
      above = Number(least);
    }
  };
  const result = compute();
  occurrences.set(instance, result);
  return result;
};
