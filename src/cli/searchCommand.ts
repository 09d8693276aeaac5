/** `reynolds search CLAIM`: looks for instances on which a claim is false, writes a certificate for each, says how far it looked. */
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import type { Examined } from '../hunt/journal.ts';
import { type Summary, summarise } from '../hunt/summary.ts';
import { firstMistake, stopWith } from './commands.ts';
import { complain, onInterrupt, print, printJson, reportBug } from './console.ts';
import type { ExitCode, Mistake } from './exit.ts';
import { type JournalFile, openJournal } from './journalFile.ts';
import { openProgress } from './progress.ts';
import { readSearch, type Search, type SearchOptions } from './searchOptions.ts';
import { runSearch } from './searchRun.ts';
import { checkSeed } from './seed.ts';
import { checkDirectory, checkFile, writeWhole } from './writeOutput.ts';

/** A file that cannot be written ends the search; thrown and caught in this file only. */
class CannotWrite extends Error {
  readonly mistake: Mistake;
  constructor(mistake: Mistake) {
    super(mistake.message);
    this.mistake = mistake;
  }
}

/** Instances that are listed on the terminal; `--json` has all. */
const listedLimit = 40;

const listed = (title: string, doubts: Summary['undecided']): string => {
  const lines = doubts.slice(0, listedLimit).map(({ instance, why }) => `${title} ${instance}: ${why}\n`);
  const more = doubts.length - lines.length;
  return `${lines.join('')}${more > 0 ? `… and ${more} more ${title} (--json lists all)\n` : ''}`;
};

const printSummary = (summary: Summary): void => {
  for (const { statement, file, id } of summary.counterexamples) print(`${statement}\nfile ${file}\nid   ${id}\n`);
  print(listed('undecided', summary.undecided));
  print(listed('not applicable', summary.inapplicable));
  print(`${summary.coverage}\n`);
};

/** Where an interrupted search without a journal leaves what it has done. */
const rescueName = ({ header }: Search): string =>
  `search-${header.list.slice(0, 8)}-${header.shard.replace('/', '-of-')}.journal`;

/** Opens the journal, or keeps the records in memory and writes a journal if the search is interrupted. */
const journalFor = (search: Search, options: SearchOptions, directory: string): E.Either<Mistake, JournalFile> => {
  const { header, positions, units } = search;
  const progressSaid = (done: number, file: string): string =>
    `${done} of ${positions.length} instances are done; go on with the same command and --resume ${file}`;
  if (options.resume !== undefined) {
    const journal = openJournal(options.resume, header, units);
    if (E.isLeft(journal)) return journal;
    let done = journal.right.records.length;
    onInterrupt(() => progressSaid(done, options.resume!));
    return E.right({
      ...journal.right,
      add: (record) => {
        journal.right.add(record);
        done++;
      },
    });
  }
  const records: Examined[] = [];
  onInterrupt(() => {
    const file = join(directory, rescueName(search));
    const journal = records.length === 0 ? undefined : openJournal(file, header, units);
    if (journal === undefined || E.isLeft(journal)) return '';
    const known = new Set(journal.right.records.map(({ at }) => at));
    for (const record of records) if (!known.has(record.at)) journal.right.add(record);
    journal.right.close();
    return progressSaid(records.length, file);
  });
  return E.right({ records: [], add: (record) => records.push(record), close: () => {} });
};

export const searchCommand = async (claim: string, options: SearchOptions): Promise<ExitCode> => {
  const directory = options.out ?? '.';
  const mistake = firstMistake(
    checkSeed(options.seed),
    checkDirectory(directory),
    options.resume === undefined ? E.right(undefined) : checkFile(options.resume),
  );
  if (mistake !== undefined) return stopWith(mistake);
  const search = await readSearch(claim, options);
  if (E.isLeft(search)) return stopWith(search.left);
  const { header, positions, units, jobs, command } = search.right;
  const journal = journalFor(search.right, options, directory);
  if (E.isLeft(journal)) return stopWith(journal.left);
  const progress = openProgress(options.quiet === true);
  try {
    const run = await runSearch({
      units,
      positions,
      known: journal.right.records,
      jobs,
      untilFirst: header.until === 'first',
      input: {
        claim: header.claim,
        seed: header.seed,
        minimize: header.effort === 'minimize',
        shrink: header.shrink === 'yes',
        command,
      },
      progress,
      keep: (fileName, text) => {
        const file = join(directory, fileName);
        const written = writeWhole(file, text);
        if (E.isLeft(written)) throw new CannotWrite(written.left);
        return file;
      },
      add: journal.right.add,
      bug: (name, problem) => {
        if (problem instanceof CannotWrite) throw problem;
        complain(`${name}:`);
        reportBug(problem);
      },
    });
    if (E.isLeft(run)) return stopWith(run.left);
    const summary = summarise(header, positions, run.right.records);
    if (options.json === true) printJson(summary);
    else if (options.quiet !== true) printSummary(summary);
    return run.right.exit;
  } catch (problem) {
    if (problem instanceof CannotWrite) return stopWith(problem.mistake);
    throw problem;
  } finally {
    onInterrupt(undefined);
    progress.stop();
    journal.right.close();
  }
};
