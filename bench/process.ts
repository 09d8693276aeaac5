/** Whole processes: started, waited for, and timed from outside. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest directory above that has a package.json. */
const checkoutAbove = (directory: string): string =>
  existsSync(join(directory, 'package.json')) ? directory : checkoutAbove(dirname(directory));

/** The checkout; this file runs from bench/ or from dist-bench/bench/. */
export const checkout = checkoutAbove(dirname(fileURLToPath(import.meta.url)));

export interface Ran {
  readonly milliseconds: number;
  readonly output: string;
}

/** Longest a process may take, in milliseconds. */
const timeLimit = 120_000;

/** Runs a program without input. Throws if it cannot be started, ends badly or takes too long: then nothing was measured. */
export const runProcess = (program: string, options: readonly string[]): Ran => {
  const start = performance.now();
  const { error, status, stdout, stderr } = spawnSync(program, options, {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: timeLimit,
  });
  const milliseconds = performance.now() - start;
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${options.join(' ')} ended with ${status}: ${stderr.trim()}`);
  return { milliseconds, output: stdout };
};

/** The Node that runs the bench. */
export const runNode = (options: readonly string[]): Ran => runProcess(process.execPath, options);
