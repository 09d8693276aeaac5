/** What the study must show. Each verdict says what it found in numbers, and whether that is enough. */
import { median } from '../timing.ts';
import type { FamilyName } from './families.ts';
import { isMeasured, paperBoundOf, type Row, ratioOf } from './row.ts';

export interface Verdict {
  readonly promise: string;
  readonly found: string;
  readonly kept: boolean;
}

export const greatestMedian = 1.5;
export const partOfPaper = 1 / 2;

const nameOf = ({ answer: { group, epsilon } }: Row): string => `${group} at ε = ${epsilon}`;

const listedOf = ({ answer }: Row): number | undefined => (isMeasured(answer) ? answer.listed?.value : undefined);

const withListed = (rows: readonly Row[]): readonly { readonly row: Row; readonly size: number }[] =>
  rows.flatMap((row) => {
    const size = listedOf(row);
    return size === undefined ? [] : [{ row, size }];
  });

const everyRow = (rows: readonly Row[]): Verdict => {
  const missing = rows.filter((row) => listedOf(row) === undefined && row.of.lowerOnly !== true);
  return {
    promise: 'every row has a certified set, and a certified lower bound',
    found: missing.length === 0 ? `${rows.length} rows` : `missing: ${missing.map(nameOf).join(', ')}`,
    kept: rows.length > 0 && missing.length === 0,
  };
};

const nearOptimal = (rows: readonly Row[]): Verdict => {
  const ratios = rows.flatMap((row) => ratioOf(row) ?? []);
  const found = ratios.length === 0 ? Number.POSITIVE_INFINITY : median(ratios);
  const optimal = ratios.filter((ratio) => ratio === 1).length;
  return {
    promise: `the median of size / certified lower bound is at most ${greatestMedian}`,
    found: `${found.toFixed(3)} over ${ratios.length} rows, the greatest ${Math.max(...ratios).toFixed(2)}; ${optimal} are proved smallest`,
    kept: found <= greatestMedian,
  };
};

const halfOfPaper = (rows: readonly Row[]): Verdict => {
  const parts = withListed(rows).map(({ row, size }) => ({ row, part: size / paperBoundOf(row) }));
  const worst = parts.reduce((a, b) => (b.part > a.part ? b : a), parts[0]!);
  return {
    promise: 'every set has at most half the elements of the paper’s bound',
    found: `at most ${worst.part.toFixed(3)} of it (${nameOf(worst.row)})`,
    kept: parts.length > 0 && worst.part <= partOfPaper,
  };
};

/**
 * log|G| is not always needed: a set of the family's largest group is smaller than what a *smaller* sign group provably
 * needs within the same ε, 1 + log₂ of its order.
 */
const withoutLogarithm =
  (family: FamilyName) =>
  (rows: readonly Row[]): Verdict => {
    const promise = `${family} does without log |G|: its largest group has fewer elements than a smaller Z2^r provably needs`;
    const largest = [...withListed(rows.filter(({ of }) => of.family === family))].sort((a, b) =>
      a.row.of.order < b.row.of.order ? 1 : -1,
    );
    for (const { row, size } of largest) {
      if (row.of.order !== largest[0]!.row.of.order) break;
      const needs = rows
        .filter(
          ({ of, answer }) =>
            of.family === 'Z2^r' &&
            of.order < row.of.order &&
            answer.epsilon === row.answer.epsilon &&
            isMeasured(answer) &&
            answer.lower.value > size,
        )
        .sort((a, b) => (a.of.order < b.of.order ? -1 : 1))[0];
      if (needs !== undefined && isMeasured(needs.answer))
        return {
          promise,
          found: `${nameOf(row)}: ${size} of ${row.of.order} elements; ${needs.of.group}: at least ${needs.answer.lower.value} of ${needs.of.order}`,
          kept: true,
        };
    }
    return { promise, found: 'no such pair', kept: false };
  };

export const verdictsOn = (rows: readonly Row[]): readonly Verdict[] =>
  [everyRow, nearOptimal, halfOfPaper, withoutLogarithm('S_d'), withoutLogarithm('PSL(2,p)')].map((verdict) =>
    verdict(rows),
  );
