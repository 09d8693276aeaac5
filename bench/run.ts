/**
 * `npm run bench [-- NAME… --json]`: measures, prints, and exits 0 if no target was missed, 1 if one was, 2 for a wrong
 * option, 4 if a measurement broke.
 */
import { availableParallelism, loadavg } from 'node:os';
import { characterTables } from './characterTables.ts';
import { checkingAgainstCertifying } from './checkingAgainstCertifying.ts';
import { groupOrders } from './groupOrders.ts';
import { type Measurement, type Row, verdictOn } from './measurement.ts';
import { printRow, printSummary, rowData } from './print.ts';
import { spectralNorm } from './spectralNorm.ts';
import { startUp } from './startUp.ts';
import { thresholdOfS20 } from './thresholdOfS20.ts';

/** Processes first: later the memory of this one is in use. */
const measurements: readonly Measurement[] = [
  startUp,
  thresholdOfS20,
  characterTables,
  spectralNorm,
  groupOrders,
  checkingAgainstCertifying,
];

/** One line on standard error that is written over on a terminal, and only there. */
const reportOn =
  (name: string) =>
  (news: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${name}: ${news.slice(0, 70)}`);
  };

const clearReport = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
};

const measureAll = async (chosen: readonly Measurement[], show: (row: Row) => void): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const { name, measure } of chosen) {
    if (!process.stderr.isTTY) process.stderr.write(`bench: measuring ${name}\n`);
    const measured = await measure(reportOn(name)).catch((problem): readonly Row[] => [
      { name, why: 'broken', reason: problem instanceof Error ? problem.message : String(problem) },
    ]);
    clearReport();
    measured.forEach(show);
    rows.push(...measured);
  }
  return rows;
};

const busyRemark = (): string => {
  const [load = 0] = loadavg();
  const processors = availableParallelism();
  return `Node ${process.versions.node}, ${processors} processors, load ${load.toFixed(1)} at the start${
    load > processors ? ': busy, ratios of whole processes will scatter' : ''
  }.`;
};

const run = async (options: readonly string[]): Promise<number> => {
  const json = options.includes('--json');
  const names = options.filter((option) => option !== '--json');
  const unknown = names.find((name) => !measurements.some((measurement) => measurement.name === name));
  if (unknown !== undefined) {
    const known = measurements.map(({ name, about }) => `  ${name}: ${about}\n`).join('');
    process.stderr.write(`bench: unknown measurement "${unknown}"; the measurements are\n${known}`);
    return 2;
  }
  const chosen = measurements.filter(({ name }) => names.length === 0 || names.includes(name));
  const environment = busyRemark();
  if (!json) process.stdout.write(`${environment}\n\n`);
  const rows = await measureAll(chosen, (row) => {
    if (!json) process.stdout.write(`${printRow(row)}\n`);
  });
  process.stdout.write(
    json ? `${JSON.stringify({ environment, rows: rows.map(rowData) }, null, 1)}\n` : printSummary(rows),
  );
  const verdicts = rows.map(verdictOn);
  return verdicts.includes('broken') ? 4 : verdicts.includes('fail') ? 1 : 0;
};

process.exitCode = await run(process.argv.slice(2));
