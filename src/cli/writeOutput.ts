/** Writes files whole or not at all. */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { type Mistake, wrongInput } from './exit.ts';
import { reasonOf } from './readInput.ts';

const statOf = (path: string): ReturnType<typeof statSync> | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};

/** Refuses early, before any work, a directory for output that is something else or cannot be made. */
export const checkDirectory = (directory: string): E.Either<Mistake, undefined> => {
  if (directory === '') return wrongInput('--out is empty; give a directory');
  for (let at = resolve(directory); ; at = dirname(at)) {
    const existing = statOf(at);
    if (existing?.isDirectory() === false) {
      const what = at === resolve(directory) ? 'is a file' : `is below "${basename(at)}", which is a file`;
      return wrongInput(`--out "${directory}" ${what}, not a directory; give a directory`);
    }
    if (existing !== undefined) break;
  }
  return E.right(undefined);
};

/** Refuses early a file for output that is a directory. */
export const checkFile = (path: string): E.Either<Mistake, undefined> =>
  path === '' || statOf(path)?.isDirectory() === true
    ? wrongInput(`--out "${path}" is ${path === '' ? 'empty' : 'a directory'}; give a file`)
    : checkDirectory(dirname(path));

/** `mkdir -p`; Node's own never ends where the system answers "no such file", as below /proc. */
const makeDirectory = (directory: string): void => {
  const missing: string[] = [];
  for (let at = resolve(directory); statOf(at) === undefined; at = dirname(at)) missing.push(at);
  for (const at of missing.reverse()) {
    try {
      mkdirSync(at);
    } catch (problem) {
      // Someone else may have made it meanwhile.
      if (statOf(at)?.isDirectory() !== true) throw problem;
    }
  }
};

const discard = (path: string): void => {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never there: its directory is not one.
  }
};

/**
 * Writes into a temporary file beside the target and renames it, so that an interruption leaves nothing half-written;
 * devices and pipes are written to directly. The directory is created where it is missing.
 */
export const writeWhole = (path: string, content: string | Uint8Array): E.Either<Mistake, undefined> => {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}.tmp`);
  try {
    makeDirectory(dirname(path));
    const existing = statOf(path);
    if (existing !== undefined && !existing.isFile() && !existing.isDirectory()) {
      writeFileSync(path, content);
      return E.right(undefined);
    }
    writeFileSync(temporary, content, { flag: 'wx' });
    renameSync(temporary, path);
    return E.right(undefined);
  } catch (problem) {
    discard(temporary);
    return wrongInput(`--out: cannot write "${path}": ${reasonOf(problem)}`);
  }
};
