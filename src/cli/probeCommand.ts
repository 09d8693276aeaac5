/** `reynolds probe FILE…`: tries to falsify the claims on random instances. Surviving proves nothing; `check` does. */
import * as E from 'fp-ts/lib/Either.js';
import { type CommonOptions, firstMistake, stopWith, withWorkshop } from './commands.ts';
import { complain, print, printJson } from './console.ts';
import { type ExitCode, exitCodes, type Mistake, worst, wrongInput } from './exit.ts';
import type { Probed } from './probeTask.ts';
import { readTextFile } from './readInput.ts';
import { checkSeed, defaultSeed } from './seed.ts';
import { oneLine } from './text.ts';

export interface ProbeOptions extends CommonOptions {
  readonly runs?: string;
  readonly seed?: string;
}

const defaultRuns = '100';
const runLimit = 1_000_000;

const parseRuns = (text: string): E.Either<Mistake, number> => {
  const runs = /^[1-9][0-9]{0,6}$/.test(text) ? Number(text) : Number.NaN;
  return runs <= runLimit ? E.right(runs) : wrongInput(`--runs "${text}" is not a whole number from 1 to ${runLimit}`);
};

const linesOf = (file: string, { report: { claims, statement } }: Probed): string =>
  [
    ...(statement === undefined ? [] : [{ what: 'statement', ...statement }]),
    ...claims.map((finding) => ({ what: `claim ${finding.claim}`, ...finding })),
  ]
    .map(({ what, outcome, runs, message }) =>
      oneLine(`${outcome} ${file} ${what}${runs > 0 ? ` (${runs} runs)` : ''}: ${message}`),
    )
    .map((line) => `${line}\n`)
    .join('');

export const probeCommand = async (files: readonly string[], options: ProbeOptions): Promise<ExitCode> => {
  const runs = parseRuns(options.runs ?? defaultRuns);
  const mistake = firstMistake(runs, checkSeed(options.seed));
  if (mistake !== undefined || E.isLeft(runs)) return stopWith(mistake!);
  return withWorkshop(options, async (perform): Promise<ExitCode> => {
    let exit: ExitCode = exitCodes.accepted;
    const rows: unknown[] = [];
    const refuse = (code: ExitCode, message: string): void => {
      exit = worst(exit, code);
      complain(message);
    };
    for (const file of files) {
      const text = await readTextFile(file);
      if (E.isLeft(text)) {
        refuse(exitCodes.malformed, `${file}: ${text.left.message}`);
        continue;
      }
      const probed = await perform(`probe ${file}`, 'probe', {
        text: text.right,
        runs: runs.right,
        seed: options.seed ?? defaultSeed,
      });
      if (E.isLeft(probed)) {
        const { verdict, code, message } = probed.left;
        refuse(exitCodes[verdict], `${file} is ${verdict} (${code}): ${message}`);
        continue;
      }
      const { id, report } = probed.right;
      if (report.falsified) exit = worst(exit, exitCodes.rejected);
      const { statement } = report;
      rows.push({
        file,
        id,
        falsified: report.falsified,
        ...(statement === undefined ? {} : { statement }),
        claims: report.claims,
      });
      if (options.json !== true && options.quiet !== true) print(linesOf(file, probed.right));
    }
    if (options.json === true && (rows.length > 0 || exit <= exitCodes.rejected)) printJson(rows);
    return exit;
  });
};
