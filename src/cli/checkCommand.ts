/** `reynolds check FILE…`: the verdict on each file. */
import * as E from 'fp-ts/lib/Either.js';
import type { Report, Verdict } from '../check/index.ts';
import { type CommonOptions, type Perform, stopWith, withWorkshop } from './commands.ts';
import { complain, inColour, print, printJson } from './console.ts';
import { type ExitCode, exitCodes, type Mistake, worst, wrongInput } from './exit.ts';
import { readTextFile } from './readInput.ts';
import { oneLine } from './text.ts';
import { TaskFailure } from './workshop.ts';

export interface CheckOptions extends CommonOptions {
  readonly claim?: string;
  readonly verbose?: true;
}

const colours: Readonly<Record<Verdict, number>> = {
  accepted: 32,
  rejected: 31,
  malformed: 35,
  declined: 33,
  'internal-error': 41,
};

const unknown = { id: null, statement: null } as const;

const describeFailure = (failure: TaskFailure): Report =>
  failure.outOfMemory
    ? { verdict: 'declined', code: 'work-limit', ...unknown, message: 'checking needs more memory than there is' }
    : { verdict: 'internal-error', code: 'internal-error', ...unknown, message: failure.message };

const reportOn = async (perform: Perform, file: string, claim: string | undefined): Promise<Report> => {
  const text = await readTextFile(file);
  if (E.isLeft(text)) return { verdict: 'malformed', ...text.left, ...unknown };
  try {
    return await perform(`check ${file}`, 'check', { text: text.right, ...(claim === undefined ? {} : { claim }) });
  } catch (problem) {
    if (problem instanceof TaskFailure) return describeFailure(problem);
    throw problem;
  }
};

/** One line for people: verdict, code, file, message. */
const reportLine = (file: string, { verdict, code, id, message }: Report): string => {
  const word = inColour() ? `\u001b[${colours[verdict]}m${verdict}\u001b[0m` : verdict;
  return verdict === 'accepted'
    ? `${word} ${oneLine(file)} (id ${id?.slice(0, 16)})\n`
    : `${word} ${code} ${oneLine(file)}: ${oneLine(message)}\n`;
};

const show = (file: string, report: Report, options: CheckOptions): void => {
  if (options.quiet === true) return;
  // What is wrong with the input itself is said on standard error, as by every command.
  if (report.verdict === 'malformed') complain(`malformed ${report.code} ${file}: ${report.message}`);
  if (options.json === true) {
    if (report.verdict !== 'malformed' && report.verdict !== 'accepted')
      complain(`${report.verdict} ${report.code} ${file}: ${report.message}`);
    return;
  }
  if (report.verdict !== 'malformed') print(reportLine(file, report));
  if (options.verbose === true && report.statement !== null) print(`  ${oneLine(report.statement)}\n`);
};

const readClaim = async (perform: Perform, file: string): Promise<E.Either<Mistake, string>> => {
  const text = await readTextFile(file);
  if (E.isLeft(text)) return wrongInput(`--claim ${file}: ${text.left.message}`);
  const problem = await perform(`read ${file}`, 'claimFile', text.right);
  return problem === undefined ? text : wrongInput(`--claim ${file}: ${problem}`);
};

export const checkCommand = async (files: readonly string[], options: CheckOptions): Promise<ExitCode> =>
  withWorkshop(options, async (perform): Promise<ExitCode> => {
    const claim = options.claim === undefined ? undefined : await readClaim(perform, options.claim);
    if (claim !== undefined && E.isLeft(claim)) return stopWith(claim.left);
    let exit: ExitCode = exitCodes.accepted;
    const rows: unknown[] = [];
    for (const file of files) {
      const report = await reportOn(perform, file, claim?.right);
      exit = worst(exit, exitCodes[report.verdict]);
      show(file, report, options);
      const { id, verdict, code, statement } = report;
      rows.push({ file, id, verdict, code, statement });
    }
    if (options.json === true) printJson(rows);
    return exit;
  });
