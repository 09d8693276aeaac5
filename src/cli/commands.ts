/** What the commands share: their common options, and a workshop with a progress line for one command. */
import * as E from 'fp-ts/lib/Either.js';
import { complain } from './console.ts';
import type { ExitCode, Mistake } from './exit.ts';
import { openProgress } from './progress.ts';
import type { TaskName, Tasks } from './tasks.ts';
import { openWorkshop } from './workshop.ts';

export interface CommonOptions {
  readonly json?: true;
  readonly quiet?: true;
}

/** Does a task under a name for the progress line. */
export type Perform = <K extends TaskName>(
  name: string,
  task: K,
  input: Tasks[K]['input'],
) => Promise<Tasks[K]['output']>;

/** Runs a command that does its tasks one after another. */
export const withWorkshop = async <R>(
  options: CommonOptions,
  command: (perform: Perform) => Promise<R>,
): Promise<R> => {
  const workshop = openWorkshop();
  const progress = openProgress(options.quiet === true);
  try {
    return await command(async (name, task, input) => {
      progress.begin(name);
      try {
        return await workshop.run(task, input, (phase, done, of) => progress.update(name, phase, done, of));
      } finally {
        progress.finish(name);
      }
    });
  } finally {
    progress.stop();
    await workshop.close();
  }
};

/** Says what is wrong and gives the exit code. */
export const stopWith = ({ exit, message }: Mistake): ExitCode => {
  complain(message);
  return exit;
};

/** The first mistake among checks of the options. */
export const firstMistake = (...checks: readonly E.Either<Mistake, unknown>[]): Mistake | undefined =>
  checks.find(E.isLeft)?.left;
