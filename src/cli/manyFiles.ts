/** Commands that take several certificates and make one thing of them: read all, or say what is wrong with each. */
import * as E from 'fp-ts/lib/Either.js';
import type { Refused } from './acceptedTask.ts';
import { complain } from './console.ts';
import { type ExitCode, exitCodes, worst } from './exit.ts';
import { readTextFile } from './readInput.ts';

export interface FileText {
  readonly file: string;
  readonly text: string;
}

/** The texts of all files; Left is the exit code after each unreadable one has been named. */
export const readFiles = async (files: readonly string[]): Promise<E.Either<ExitCode, readonly FileText[]>> => {
  const texts: FileText[] = [];
  let wrong = false;
  for (const file of files) {
    const text = await readTextFile(file);
    if (E.isRight(text)) texts.push({ file, text: text.right });
    else {
      complain(`${file}: ${text.left.message}`);
      wrong = true;
    }
  }
  return wrong ? E.left(exitCodes.malformed) : E.right(texts);
};

/** Says of each file why it is not accepted; the exit code is the greatest. */
export const complainOfRefused = (refused: readonly Refused[]): ExitCode =>
  refused.reduce<ExitCode>((code, { file, report: { verdict, code: reason, message } }) => {
    complain(`${file} is ${verdict} (${reason}): ${message}`);
    return worst(code, exitCodes[verdict]);
  }, exitCodes.accepted);
