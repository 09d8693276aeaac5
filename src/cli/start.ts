/** `npm start`: proves the separation on the groups of `startRows.ts`, has every certificate checked, prints a table. */
import { Command, CommanderError } from 'commander';
import * as E from 'fp-ts/lib/Either.js';
import { complain, installProcessHandlers, print, printJson, reportBug } from './console.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { openProgress, type ProgressLine } from './progress.ts';
import type { RowFacts, ThresholdFacts } from './rowTask.ts';
import { defaultSeed } from './seed.ts';
import { startRows } from './startRows.ts';
import { type StartResult, startClosing, startExit, startTable } from './startTable.ts';
import { inWorkshops, type Workshop } from './workshop.ts';

interface StartOptions {
  readonly json?: true;
  readonly quiet?: true;
}

type Job = { readonly threshold: string } | { readonly row: number };
type Answer = E.Either<string, { readonly threshold: ThresholdFacts } | { readonly facts: RowFacts }>;

const perform =
  (progress: ProgressLine) =>
  async (workshop: Workshop, job: Job): Promise<Answer> => {
    const request = 'row' in job ? startRows[job.row]! : undefined;
    const name = 'row' in job ? `${request!.group} ${request!.functions ?? ''}`.trim() : `k* of ${job.threshold}`;
    const report = (phase: string, done?: number, of?: number): void => progress.update(name, phase, done, of);
    progress.begin(name);
    try {
      const answer =
        'row' in job
          ? await workshop.run('row', { ...request!, seed: defaultSeed, minimize: false }, report)
          : await workshop.run('threshold', job.threshold, report);
      if (E.isLeft(answer)) return E.left(answer.left.message);
      return E.right('order' in answer.right ? { threshold: answer.right } : { facts: answer.right });
    } catch (problem) {
      return E.left(problem instanceof Error ? problem.message : String(problem));
    } finally {
      progress.finish(name);
    }
  };

const allResults = async (quiet: boolean): Promise<readonly StartResult[]> => {
  const groups = [...new Set(startRows.map(({ group }) => group))];
  const jobs: Job[] = [...startRows.map((_, row) => ({ row })), ...groups.map((threshold) => ({ threshold }))];
  const progress = openProgress(quiet);
  try {
    const answers = await inWorkshops(jobs, perform(progress));
    return startRows.map((row, index): StartResult => {
      const own = answers[index]!;
      const group = answers[startRows.length + groups.indexOf(row.group)]!;
      return {
        row,
        ...(E.isRight(own) && 'facts' in own.right ? { facts: own.right.facts } : {}),
        ...(E.isRight(group) && 'threshold' in group.right ? { group: group.right.threshold } : {}),
        ...(E.isLeft(own) ? { problem: own.left } : E.isLeft(group) ? { problem: group.left } : {}),
      };
    });
  } finally {
    progress.stop();
  }
};

const start = async (options: StartOptions): Promise<ExitCode> => {
  const results = await allResults(options.quiet === true);
  if (options.json === true) printJson(results);
  else if (options.quiet !== true) print(`${startTable(results)}${startClosing(results)}`);
  return startExit(results);
};

installProcessHandlers();
const program = new Command('npm start --')
  .description('Shows the exact–approximate separation on real groups: a certificate for each, checked.')
  .option('--json', 'print one JSON document with all digits')
  .option('--quiet', 'print nothing; the exit code says whether every verdict is "accepted"')
  .configureOutput({ writeErr: () => {} })
  .exitOverride();
try {
  program.parse();
  process.exitCode = await start(program.opts<StartOptions>());
} catch (problem) {
  if (problem instanceof CommanderError) {
    if (problem.exitCode !== 0)
      complain(`${problem.message.replace(/^error: /, '')}; npm start takes --json and --quiet`);
    process.exitCode = problem.exitCode === 0 ? exitCodes.accepted : exitCodes.malformed;
  } else {
    reportBug(problem);
    process.exitCode = exitCodes['internal-error'];
  }
}
