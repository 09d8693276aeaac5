/** bench/study: its formulas against character tables, its verdicts, and that what is stored is proved and printed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { certificateDirectory, stillProved, studyDirectory } from '../../bench/study/certified.ts';
import { stillCounted, welchEpsilon } from '../../bench/study/counted.ts';
import { studyDocument } from '../../bench/study/document.ts';
import { type FamilyName, paperBound, type StudyGroup, studyGroups } from '../../bench/study/families.ts';
import { typicalErrorsOf, typicalSize } from '../../bench/study/randomSets.ts';
import { type Answer, isMeasured, type Row } from '../../bench/study/row.ts';
import { readStored } from '../../bench/study/store.ts';
import { verdictsOn } from '../../bench/study/verdicts.ts';
import { showRational } from '../../src/algebra/rational.ts';
import { welchBound } from '../../src/averaging/bounds.ts';
import { readCertificate } from '../../src/check/index.ts';
import type { Problem } from '../../src/group/notation.ts';
import { charactersOf } from '../../src/prove/characters.ts';
import { type Instance, parseInstance } from '../../src/representation/action.ts';

const smallGroups = studyGroups.filter(({ order }) => order <= 2500n);

describe('families', () => {
  test.each(studyGroups.map((of) => [of.group, of] as const))('the order of %s', (_, { group, order }) => {
    expect(parseInstance(group, <G extends string>(instance: Instance<G>) => E.right(instance.group.order))).toEqual(
      E.right(order),
    );
  });
  test.each(smallGroups.map((of) => [of.group, of] as const).filter(([group]) => !/Z2\^(8|9|1)/.test(group)))(
    'the sum of the degrees of %s',
    (_, { group, sumOfDegrees }) => {
      const sum = parseInstance(group, <G extends string>(instance: Instance<G>): E.Either<Problem, number> => {
        const characters = charactersOf(instance);
        return E.isLeft(characters)
          ? characters
          : E.right(characters.right.real.reduce((total, row) => total + Math.round(row[0]!), 0) - 1);
      });
      expect(sum).toEqual(E.right(Number(sumOfDegrees)));
    },
  );
  test('the paper’s bound', () => {
    // (8/3) ln(2·3)/(1/4) = 19.1…
    expect(paperBound(3n, 0.25)).toBe(20);
  });
});

describe('random sets', () => {
  test.each(['S3', 'Z2^3', 'D4@plane', 'B2', 'PSL(2,5)'])(
    'one element of %s leaves everything, many leave little',
    (group) => {
      const errorOf = typicalErrorsOf(group, 'test');
      expect(errorOf(1)).toBeCloseTo(1, 9);
      expect(errorOf(200)).toBeLessThan(0.1);
    },
  );
  test('the typical size is the least that will do, and the same every time', () => {
    const [errorOf, again] = [typicalErrorsOf('S4', 'test'), typicalErrorsOf('S4', 'test')];
    const size = typicalSize(errorOf, 1, 0.25);
    for (let n = 1; n < size; n++) expect(again(n)).toBeGreaterThan(0.25);
    expect(again(size)).toBeLessThanOrEqual(0.25);
    expect(typicalSize(typicalErrorsOf('S4', 'test'), 5, 0.25)).toBe(size);
  });
});

test('Welch’s ε for n elements is where Welch’s bound steps to n', () => {
  const epsilon = welchEpsilon(7n, 3);
  expect(showRational(epsilon)).toBe('2/9');
  expect(welchBound(7n, epsilon)).toBe(3n);
});

describe('verdicts', () => {
  const row = (family: FamilyName, order: bigint, lower: number, listed?: number): Row => ({
    of: { family, group: `${family} ${order}`, order, sumOfDegrees: order - 1n } satisfies StudyGroup,
    answer: {
      group: `${family} ${order}`,
      functions: 'all',
      epsilon: '1/2',
      seed: '0',
      minimize: false,
      file: 'x.json',
      id: 'x',
      lower: { value: lower, by: 'welch' },
      ...(listed === undefined ? {} : { listed: { value: listed, by: 'gram' } }),
    } satisfies Answer,
  });
  const kept = (rows: readonly Row[]): readonly boolean[] => verdictsOn(rows).map((verdict) => verdict.kept);
  const good = [row('S_d', 5040n, 5, 7), row('PSL(2,p)', 1092n, 6, 8), row('Z2^r', 512n, 10, 10)];
  test('hold', () => expect(kept(good)).toEqual([true, true, true, true, true]));
  test('a row without a set', () => expect(kept([...good, row('D_n', 16n, 3)])[0]).toBe(false));
  test('sets far above the lower bound', () =>
    expect(kept([row('S_d', 5040n, 4, 7), row('PSL(2,p)', 1092n, 5, 8), row('Z2^r', 512n, 10, 10)])[1]).toBe(false));
  test('a set above half the paper’s bound', () => {
    expect(paperBound(7n, 0.5)).toBe(15);
    expect(kept([...good, row('B_d', 8n, 8, 8)])[2]).toBe(false);
  });
  test('families that need log |G|, or are not shown not to', () => {
    expect(kept([row('S_d', 5040n, 5, 11), ...good.slice(1)])[3]).toBe(false);
    expect(kept([good[0]!, row('PSL(2,p)', 256n, 6, 8), good[2]!])[4]).toBe(false);
  });
});

describe.skipIf(!existsSync(join(studyDirectory, 'STUDY.md')))('the stored study', () => {
  const { rows, counted, verdicts } = readStored();
  const sorted = studyGroups.flatMap((of) =>
    rows.flatMap((answer): readonly Row[] => (answer.group === of.group ? [{ of, answer }] : [])),
  );
  test('has every group, and the verdicts that its numbers give', () => {
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set(studyGroups.map(({ group }) => group)));
    expect(verdictsOn(sorted)).toEqual(verdicts);
  });
  const small = sorted.filter(({ of }) => of.order <= 200n);
  test('what it says of small groups is proved by the certificates it names', () => {
    for (const { answer } of small)
      if (isMeasured(answer)) expect([answer.file, stillProved(answer)]).toEqual([answer.file, true]);
    for (const answer of counted) expect([answer.file, stillCounted(answer)]).toEqual([answer.file, true]);
  });
  test('all certificates are there, under their own names, and no others', () => {
    const files = [
      ...sorted.flatMap(({ answer }) => (isMeasured(answer) ? [answer.file] : [])),
      ...counted.map(({ file }) => file),
    ];
    expect(new Set(readdirSync(certificateDirectory))).toEqual(new Set(files));
    for (const file of files)
      expect(E.isRight(readCertificate(readFileSync(join(certificateDirectory, file), 'utf8')))).toBe(true);
  });
  test('STUDY.md says what study.json says', () => {
    expect(readFileSync(join(studyDirectory, 'STUDY.md'), 'utf8')).toBe(studyDocument(sorted, counted, verdicts));
  });
});
