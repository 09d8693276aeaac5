/** Tables, large integers, and what `npm start` makes of its rows. */
import { expect, test } from 'vitest';
import type { RowFacts, ThresholdFacts } from '../../src/cli/rowTask.ts';
import { startRows } from '../../src/cli/startRows.ts';
import { type StartResult, startClosing, startExit, startTable } from '../../src/cli/startTable.ts';
import { renderMarkdownTable, renderTable, shortInteger } from '../../src/report/table.ts';

test('large integers are shortened honestly', () => {
  expect(shortInteger(43_252_003_274_489_856_000n)).toBe('≈4.33e19');
  expect(shortInteger(2_432_902_008_176_640_000n)).toBe('20!');
  expect(shortInteger(2_432_902_008_176_640_001n)).toBe('≈2.43e18');
  expect(shortInteger(99_999_999_999n)).toBe('≈1.00e11');
  expect(shortInteger(9_999_999_999n)).toBe('9999999999');
  for (const n of [0n, 1n, 2n, 6n, 244_823_040n]) expect(shortInteger(n)).toBe(`${n}`);
});

test('columns are aligned', () => {
  const columns = [
    { title: 'ε', align: 'right' },
    { title: 'name', align: 'left' },
  ] as const;
  expect(
    renderTable(columns, [
      ['1/10', 'a'],
      ['1', 'ab'],
    ]),
  ).toBe('   ε  name\n────  ────\n1/10  a\n   1  ab\n');
  expect(renderMarkdownTable(['a'], [['x|y']])).toBe('| a |\n| --- |\n| x\\|y |\n');
});

const row = startRows[0]!;
const claim = { weights: 'uniform', epsilon: '1/4' } as const;
const facts: RowFacts = {
  group: 'S3',
  functions: 'poly:3',
  id: '',
  statement: '',
  claims: [
    { quantity: 'AC_ex', relation: '=', value: '6', weights: 'signed', evidence: 'free-orbit' },
    { quantity: 'AC_wk', relation: '<=', value: '5', ...claim, evidence: 'gram' },
    { quantity: 'AC_wk', relation: '<=', value: '14', ...claim, evidence: 'existence' },
    { quantity: 'AC_wk', relation: '>=', value: '3', ...claim, evidence: 'welch' },
  ],
  verdict: 'accepted',
  forgeries: { made: 2, refused: 2 },
};
const group: ThresholdFacts = {
  order: '6',
  bounds: { paper: '5', sharper: '3' },
  threshold: {
    id: '',
    verdict: 'accepted',
    quantity: 'threshold',
    relation: '=',
    value: '3',
    weights: 'signed',
    evidence: '',
  },
};
const good: StartResult = { row, facts, group };

test('a row of the table of npm start', () => {
  const cells = startTable([good]).split('\n')[2]!.split(/ {2,}/);
  expect(cells).toEqual(['S3', '6', 'poly:3', '3', '5', '3', '6', '1/4', '5', '14', '3', 'accepted']);
  expect(startClosing([good])).toContain('1 of 1 rows and refused 2 of 2 forgeries');
  expect(startExit([good])).toBe(0);
});

test('npm start ends with 0 only if everything is accepted and every forgery refused', () => {
  expect(startExit([good, { ...good, facts: { ...facts, verdict: 'rejected' } }])).toBe(1);
  expect(startExit([good, { row, problem: 'too large' }])).toBe(3);
  expect(startExit([{ ...good, facts: { ...facts, forgeries: { made: 2, refused: 1 } } }])).toBe(4);
  const threshold = { ...group.threshold!, verdict: 'rejected' } as const;
  expect(startExit([{ ...good, group: { ...group, threshold } }])).toBe(1);
});

test('the rows of the issue are there', () => {
  const wanted = [
    'S3',
    'S4',
    'S5',
    'S6',
    'S7',
    'S8',
    'S20',
    'C100@plane',
    'Z2^10@signs',
    'B3',
    'D8@plane',
    'A6',
    'M11',
    'S50',
    'rubik',
  ];
  expect([...new Set(startRows.map((startRow) => startRow.group))].sort()).toEqual([...wanted].sort());
});
