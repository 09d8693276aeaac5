/** Cites certificates that the checker accepts now. */
import { basename } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import type { Progress } from '../prove/certify.ts';
import { cite } from '../report/citation.ts';
import type { CitationFormat } from '../report/citationFormats.ts';
import { citationTable } from '../report/citationTable.ts';
import { allAccepted, type Refused } from './acceptedTask.ts';
import { shellQuoted } from './text.ts';

export interface CiteInput {
  readonly files: readonly { readonly file: string; readonly text: string }[];
  readonly format: CitationFormat | 'table';
}

export interface Cited {
  readonly citation: string;
  readonly certificates: readonly { readonly file: string; readonly id: string; readonly statement: string }[];
}

export const citeTask = async (
  { files, format }: CiteInput,
  progress: Progress,
): Promise<E.Either<readonly Refused[], Cited>> => {
  const accepted = allAccepted(files, progress);
  if (E.isLeft(accepted)) return accepted;
  // A reader of the citation has the file under its name, not at its place on this machine.
  const citables = accepted.right.map(({ certificate, file }) => ({ certificate, file: shellQuoted(basename(file)) }));
  return E.right({
    citation: format === 'table' ? citationTable(citables) : cite(citables, format),
    certificates: accepted.right.map(({ file, report }) => ({
      file,
      id: report.id ?? '',
      statement: report.statement ?? '',
    })),
  });
};
