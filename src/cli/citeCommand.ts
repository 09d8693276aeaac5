/** `reynolds cite FILE…`: a citation of accepted certificates, or a table of them. */
import * as E from 'fp-ts/lib/Either.js';
import { type CitationFormat, citationFormats } from '../report/citationFormats.ts';
import { type CommonOptions, stopWith, withWorkshop } from './commands.ts';
import { print, printJson } from './console.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import { complainOfRefused, readFiles } from './manyFiles.ts';
import { suggestion } from './text.ts';

export interface CiteOptions extends CommonOptions {
  readonly format?: string;
  readonly table?: true;
}

export const citeCommand = async (files: readonly string[], options: CiteOptions): Promise<ExitCode> => {
  const name = options.format ?? 'text';
  const format = citationFormats.find((known): known is CitationFormat => known === name);
  if (format === undefined)
    return stopWith({
      exit: exitCodes.malformed,
      message: `--format "${name}"${suggestion(name, citationFormats)} must be one of ${citationFormats.join(', ')}`,
    });
  if (options.table === true && options.format !== undefined && format !== 'latex')
    return stopWith({ exit: exitCodes.malformed, message: '--table is LaTeX; leave out --format' });
  const texts = await readFiles(files);
  if (E.isLeft(texts)) return texts.left;
  const cited = await withWorkshop(options, (perform) =>
    perform('cite', 'cite', { files: texts.right, format: options.table === true ? 'table' : format }),
  );
  if (E.isLeft(cited)) return complainOfRefused(cited.left);
  const { citation, certificates } = cited.right;
  if (options.json === true) printJson({ format: options.table === true ? 'table' : format, certificates, citation });
  else if (options.quiet !== true) print(citation);
  return exitCodes.accepted;
};
