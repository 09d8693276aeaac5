/** The file of a journal: opened or made, a torn last line cut off, each line on the disk before the next instance is done. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import * as E from 'fp-ts/lib/Either.js';
import { differenceOf, type Examined, type Header, printLine, problemOfRecords, readJournal } from '../hunt/journal.ts';
import type { Unit } from '../hunt/units.ts';
import { type Mistake, wrongInput } from './exit.ts';
import { reasonOf } from './readInput.ts';

export interface JournalFile {
  /** What was done before. */
  readonly records: readonly Examined[];
  readonly add: (record: Examined) => void;
  readonly close: () => void;
}

/** Writes all of it and waits for the disk. */
const append = (file: number, text: string): void => {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  fsyncSync(file);
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Marks the journal as being written by this process; false if another one that still runs has marked it. */
const takeLock = (lock: string): boolean => {
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : Number.NaN;
  if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isRunning(holder)) return false;
  writeFileSync(lock, `${process.pid}`);
  return true;
};

/** Opens the journal of this very search, or begins one where there is none. */
export const openJournal = (path: string, header: Header, units: readonly Unit[]): E.Either<Mistake, JournalFile> => {
  const refuse = (message: string): E.Either<Mistake, never> => wrongInput(`--resume "${path}": ${message}`);
  const lock = `${path}.lock`;
  try {
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    const journal = readJournal(bytes.toString('utf8'));
    if (E.isLeft(journal)) return refuse(journal.left);
    const { header: known, records, whole } = journal.right;
    const difference = known === undefined ? undefined : differenceOf(known, header);
    if (difference !== undefined)
      return refuse(`it is the journal of another search: it has ${difference}; give another file, or the same search`);
    const problem = problemOfRecords(records, units);
    if (problem !== undefined) return refuse(`it does not fit the search: ${problem}`);
    // A first line without an end can be a file that is no journal at all.
    if (known === undefined && bytes.length > 0 && !printLine(header).startsWith(bytes.toString('utf8')))
      return refuse('it is not a journal; give a file that does not exist yet');
    if (!takeLock(lock)) return refuse(`another search is writing it; if not, remove ${lock}`);
    const file = openSync(path, existsSync(path) ? 'r+' : 'wx');
    const end = Buffer.byteLength(bytes.toString('utf8').slice(0, whole), 'utf8');
    ftruncateSync(file, end);
    closeSync(file);
    const adding = openSync(path, 'a');
    if (known === undefined) append(adding, printLine(header));
    return E.right({
      records,
      add: (record) => append(adding, printLine(record)),
      close: () => {
        closeSync(adding);
        rmSync(lock, { force: true });
      },
    });
  } catch (problem) {
    return refuse(`cannot be used: ${reasonOf(problem)}`);
  }
};
