/**
 * The exact scheme of MATHEMATICS.md 2.6 for a class in which an irreducible is missing: ω = (1 + c/m)/|G| for a class
 * function c orthogonal to the class, m = −min c. It is nonnegative and vanishes where c is least.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Rational, rational } from '../algebra/rational.ts';
import type { SchemeData } from '../certificate/evidence.ts';
import type { Subject } from '../check/subject.ts';
import { conjugacyClasses, listGroup } from '../group/listing.ts';
import { liftTable } from '../representation/characterTable.ts';
import { greatestDegree } from '../representation/functionClass.ts';
import { occurrenceOf } from './table.ts';

/** Schemes of more elements than this are not listed. */
const orderLimit = 20_000;

/**
 * The listed scheme with the fewest elements that such a c gives, over sums c of the missing irreducibles of one degree
 * and one least symmetric power (these sums are rational, being closed under Galois conjugation); undefined if nothing
 * is missing or the group is too large.
 */
export const schemeOfMissingCharacter = <G extends string>(subject: Subject<G>): SchemeData | undefined => {
  const { instance, functions } = subject;
  const k = greatestDegree(functions);
  const listing = listGroup(instance.group, orderLimit);
  if (listing === undefined || k === undefined || instance.action.kind === 'plane') return undefined;
  const classes = conjugacyClasses(listing);
  const occurrence = occurrenceOf(instance);
  if (E.isLeft(occurrence)) return undefined;
  const { rows, field } = liftTable(classes, occurrence.right.modular);
  const sums = new Map<string, Rational[]>();
  const missingDegrees = new Map<string, number[]>();
  occurrence.right.degrees.forEach((degree, row) => {
    if (degree <= k) return;
    const key = `${occurrence.right.modular.degrees[row]}/${degree}`;
    missingDegrees.set(key, [...(missingDegrees.get(key) ?? []), row]);
  });
  for (const [key, members] of missingDegrees) {
    const sum = classes.sizes.map((_, c) =>
      members.reduce((total, row) => field.add(total, rows[row]![c]!), field.zero),
    );
    if (sum.every(({ numerators }) => numerators.slice(1).every((x) => x === 0n)))
      sums.set(
        key,
        sum.map(({ numerators, denominator }) => rational(numerators[0]!, denominator)),
      );
  }
  let best: { readonly zeros: number; readonly values: readonly Rational[]; readonly least: Rational } | undefined;
  for (const values of sums.values()) {
    const least = values.reduce((a, b) => (a.numerator * b.denominator <= b.numerator * a.denominator ? a : b));
    const zeros = classes.sizes.reduce(
      (count, size, c) =>
        values[c]!.numerator * least.denominator === least.numerator * values[c]!.denominator ? count + size : count,
      0,
    );
    if (best === undefined || zeros > best.zeros) best = { zeros, values, least };
  }
  if (best === undefined) return undefined;
  const { values, least } = best;
  const elements: string[] = [];
  const weights: Rational[] = [];
  for (let index = 0; index < listing.size; index++) {
    const value = values[classes.classOfRank[index]!]!;
    // (1 + value / −least) / |G|
    const weight = rational(
      value.denominator * -least.numerator + value.numerator * least.denominator,
      value.denominator * -least.numerator * BigInt(listing.size),
    );
    if (weight.numerator === 0n) continue;
    elements.push(instance.group.show(listing.unrank(index)));
    weights.push(weight);
  }
  return { elements, weights };
};
