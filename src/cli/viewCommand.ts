/** `reynolds view FILE… -o PAGE.html`: one self-contained page. */
import * as E from 'fp-ts/lib/Either.js';
import { type CommonOptions, stopWith, withWorkshop } from './commands.ts';
import { print, printJson } from './console.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { complainOfRefused, readFiles } from './manyFiles.ts';
import { checkFile, writeWhole } from './writeOutput.ts';

export interface ViewOptions extends CommonOptions {
  readonly out: string;
}

export const viewCommand = async (files: readonly string[], options: ViewOptions): Promise<ExitCode> => {
  const { out } = options;
  const possible = checkFile(out);
  if (E.isLeft(possible)) return stopWith(possible.left);
  const texts = await readFiles(files);
  if (E.isLeft(texts)) return texts.left;
  const viewed = await withWorkshop(options, (perform) => perform('view', 'view', { files: texts.right }));
  if (E.isLeft(viewed)) return complainOfRefused(viewed.left);
  const { page, certificates } = viewed.right;
  const written = writeWhole(out, page);
  if (E.isLeft(written)) return stopWith(written.left);
  if (options.json === true) printJson({ page: out, bytes: Buffer.byteLength(page), certificates });
  else if (options.quiet !== true) print(`page ${out}\n`);
  return exitCodes.accepted;
};
