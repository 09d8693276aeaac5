/**
 * The exact scheme of MATHEMATICS.md 2.6 for a class in which an irreducible is missing: ω = (1 + c/m)/|G| for a class
 * function c orthogonal to the class, m = −min c. It is nonnegative and vanishes where c is least.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Rational, rational, rationals } from '../algebra/rational.ts';
import type { SchemeData } from '../certificate/evidence.ts';
import type { Subject } from '../check/subject.ts';
import { isTrivialRow } from '../check/verifiedTable.ts';
import { type Characters, charactersOf } from './characters.ts';

/** Schemes of more elements than this are not listed. */
const orderLimit = 20_000;

/** The sums of the missing irreducibles of each degree that are rational: degrees are invariant under Galois conjugation. */
const missingSums = <G extends string>(
  { exact, table }: Characters<G>,
  occurs: readonly boolean[],
): readonly (readonly Rational[])[] => {
  const { field, rows } = exact;
  const byDegree = new Map<number, number[]>();
  const single: number[][] = [];
  occurs.forEach((inside, row) => {
    if (inside || isTrivialRow(table.rows[row]!)) return;
    single.push([row]);
    const degree = table.degrees[row]!;
    byDegree.set(degree, [...(byDegree.get(degree) ?? []), row]);
  });
  return [...single, ...byDegree.values()].flatMap((members) => {
    const sum = table.classes.sizes.map((_, c) =>
      members.reduce((total, row) => field.add(total, rows[row]![c]!), field.zero),
    );
    return sum.every(({ numerators }) => numerators.slice(1).every((x) => x === 0n))
      ? [sum.map(({ numerators, denominator }) => rational(numerators[0]!, denominator))]
      : [];
  });
};

/**
 * The listed scheme with the fewest elements that such a c gives, c being a missing irreducible or the sum of those of one
 * degree, where rational; undefined if there is none or the group is too large.
 */
export const schemeOfMissingCharacter = <G extends string>(subject: Subject<G>): SchemeData | undefined => {
  const { instance, functions } = subject;
  if (instance.group.order > orderLimit) return undefined;
  const characters = charactersOf(instance);
  if (E.isLeft(characters)) return undefined;
  const { classes } = characters.right.table;
  let best: { readonly zeros: number; readonly values: readonly Rational[]; readonly least: Rational } | undefined;
  for (const values of missingSums(characters.right, characters.right.occurs(functions))) {
    const least = values.reduce((a, b) => (rationals.compare(a, b) <= 0 ? a : b));
    const zeros = classes.sizes.reduce((count, size, c) => count + (rationals.equals(values[c]!, least) ? size : 0), 0);
    if (best === undefined || zeros > best.zeros) best = { zeros, values, least };
  }
  if (best === undefined) return undefined;
  const { least } = best;
  // (1 − value / least) / |G|
  const weightOf = best.values.map((value) =>
    rational(
      value.denominator * least.numerator - value.numerator * least.denominator,
      value.denominator * least.numerator * instance.group.order,
    ),
  );
  const elements: string[] = [];
  const weights: Rational[] = [];
  for (let index = 0; index < classes.listing.size; index++) {
    const weight = weightOf[classes.classOfRank[index]!]!;
    if (weight.numerator === 0n) continue;
    elements.push(instance.group.show(classes.listing.unrank(index)));
    weights.push(weight);
  }
  return { elements, weights };
};
