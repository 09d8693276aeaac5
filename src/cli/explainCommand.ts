/** `reynolds explain FILE`: the proof of this very instance, in prose. */
import * as E from 'fp-ts/lib/Either.js';
import { type CommonOptions, stopWith, withWorkshop } from './commands.ts';
import { print, printJson } from './console.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { explanationFormats } from './explanationFormats.ts';
import { readTextFile } from './readInput.ts';
import { suggestion } from './text.ts';

export interface ExplainOptions extends CommonOptions {
  readonly format?: string;
}

export const explainCommand = async (file: string, options: ExplainOptions): Promise<ExitCode> => {
  const name = options.format ?? 'markdown';
  const format = explanationFormats.find((known) => known === name);
  if (format === undefined)
    return stopWith({
      exit: exitCodes.malformed,
      message: `--format "${name}"${suggestion(name, explanationFormats)} must be one of ${explanationFormats.join(', ')}`,
    });
  const text = await readTextFile(file);
  if (E.isLeft(text)) return stopWith({ exit: exitCodes.malformed, message: `${file}: ${text.left.message}` });
  const explained = await withWorkshop(options, (perform) =>
    perform(`explain ${file}`, 'explain', { text: text.right, format }),
  );
  if (E.isLeft(explained)) {
    const { verdict, code, message } = explained.left;
    return stopWith({ exit: exitCodes[verdict], message: `${file} is ${verdict} (${code}): ${message}` });
  }
  const { id, statement, explanation } = explained.right;
  if (options.json === true) printJson({ file, id, statement, explanation });
  else if (options.quiet !== true) print(explanation.endsWith('\n') ? explanation : `${explanation}\n`);
  return exitCodes.accepted;
};
