/** `reynolds coq FILE`: the claims of a certificate as theorems of Coq, with their proofs. */
import * as E from 'fp-ts/lib/Either.js';
import { type CommonOptions, firstMistake, stopWith, withWorkshop } from './commands.ts';
import { complain, print, printJson } from './console.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { readTextFile } from './readInput.ts';
import { checkFile, writeWhole } from './writeOutput.ts';

export interface CoqOptions extends CommonOptions {
  readonly out?: string;
}

export const coqCommand = async (file: string, options: CoqOptions): Promise<ExitCode> => {
  const { out } = options;
  const mistake = out === undefined ? undefined : firstMistake(checkFile(out));
  if (mistake !== undefined) return stopWith(mistake);
  const text = await readTextFile(file);
  if (E.isLeft(text)) return stopWith({ exit: exitCodes.malformed, message: `${file}: ${text.left.message}` });
  const stated = await withWorkshop(options, (perform) => perform(`coq ${file}`, 'coq', text.right));
  if (E.isLeft(stated)) {
    if (typeof stated.left === 'string')
      return stopWith({ exit: exitCodes.declined, message: `${file} is not stated in Coq: ${stated.left}` });
    const { verdict, code, message } = stated.left;
    return stopWith({ exit: exitCodes[verdict], message: `${file} is ${verdict} (${code}): ${message}` });
  }
  const { id, statement, text: output, theorems, declined } = stated.right;
  if (out !== undefined) {
    const failure = firstMistake(writeWhole(out, output));
    if (failure !== undefined) return stopWith(failure);
  }
  if (options.json === true)
    printJson({
      file,
      id,
      output: out ?? null,
      statement,
      theorems,
      declined,
      ...(out === undefined && { text: output }),
    });
  else if (out === undefined) print(output);
  if (options.quiet === true || options.json === true) return exitCodes.accepted;
  if (out !== undefined) {
    print(theorems.map((theorem) => `${theorem.name}: ${theorem.statement}\n`).join(''));
    print(`file ${out}\nid   ${id}\n`);
  }
  for (const { claim, reason } of declined) complain(`claim ${claim} is not stated in Coq: ${reason}`);
  return exitCodes.accepted;
};
