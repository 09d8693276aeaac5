/** The results as text and as JSON. */
import { isUnmeasured, type Row, ratioOf, type Verdict, verdictOn } from './measurement.ts';

/** Two significant digits or more, never in exponent form. */
const showRatio = (ratio: number): string =>
  !Number.isFinite(ratio) ? String(ratio) : ratio.toFixed(ratio < 0.1 ? 3 : ratio < 100 ? 2 : 0);

const showTime = (milliseconds: number): string =>
  milliseconds < 10 ? `${milliseconds.toFixed(2)} ms` : `${milliseconds.toFixed(0)} ms`;

const marks: Readonly<Record<Verdict, string>> = {
  pass: 'PASS',
  fail: 'FAIL',
  informative: 'info',
  skipped: 'SKIP',
  broken: 'FAIL',
};

/** The sentence that the row stands for. */
export const sentence = (row: Row): string =>
  isUnmeasured(row) ? `not measured: ${row.reason}` : (row.mistake ?? row.statement(showRatio(ratioOf(row))));

const title = (row: Row): string => `${marks[verdictOn(row)]}  ${row.name}`;

export const printRow = (row: Row): string => {
  if (isUnmeasured(row)) return `${title(row)}\n      ${sentence(row)}\n`;
  const range = row.range === undefined ? '' : ` (${row.range.map(showRatio).join(' to ')} over the rounds)`;
  const target = row.target === undefined ? 'no target' : `target: at most ${showRatio(row.target)}`;
  const lines = [
    sentence(row),
    `ratio ${showRatio(ratioOf(row))}${range}, ${target}`,
    `ours: ${row.ours.what} — ${showTime(row.ours.milliseconds)}`,
    `peer: ${row.peer.what} — ${showTime(row.peer.milliseconds)}`,
    ...(row.remarks ?? []).map((remark) => `note: ${remark}`),
  ];
  return `${title(row)}\n${lines.map((line) => `      ${line}\n`).join('')}`;
};

export const printSummary = (rows: readonly Row[]): string => {
  const count = (verdict: Verdict): number => rows.filter((row) => verdictOn(row) === verdict).length;
  return (
    `${count('pass')} targets met, ${count('fail')} missed; ${count('informative')} rows without a target; ` +
    `${count('skipped')} skipped, ${count('broken')} broken. Times are of this machine in this run; only ratios are judged.\n`
  );
};

/** The row as JSON data. */
export const rowData = (row: Row): object => {
  const common = { name: row.name, verdict: verdictOn(row), statement: sentence(row) };
  if (isUnmeasured(row)) return common;
  const { ours, peer, range, target, remarks = [] } = row;
  return { ...common, ratio: ratioOf(row), range: range ?? null, target: target ?? null, ours, peer, remarks };
};
