/** Pages of certificates that the checker accepts now. */
import { basename } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { certificatePage } from '../page/certificatePage.ts';
import { type GalleryRow, galleryRow } from '../page/galleryRow.ts';
import type { Progress } from '../prove/certify.ts';
import { allAccepted, type Refused } from './acceptedTask.ts';
import type { FileText } from './manyFiles.ts';

export interface ViewInput {
  readonly files: readonly FileText[];
  /** From the page to the front page of the site, for pages of the site. */
  readonly home?: string;
}

export interface Viewed {
  readonly page: string;
  readonly certificates: readonly { readonly file: string; readonly id: string; readonly statement: string }[];
  /** For the table of the site. */
  readonly rows: readonly GalleryRow[];
}

export const viewTask = async (
  { files, home }: ViewInput,
  progress: Progress,
): Promise<E.Either<readonly Refused[], Viewed>> => {
  const accepted = allAccepted(files, progress);
  if (E.isLeft(accepted)) return accepted;
  progress('drawing');
  const exhibits = accepted.right.map(({ certificate, file }, i) => ({
    certificate,
    file: basename(file),
    text: files[i]!.text,
  }));
  return E.right({
    page: await certificatePage(exhibits, home),
    certificates: accepted.right.map(({ file, report }) => ({
      file,
      id: report.id ?? '',
      statement: report.statement ?? '',
    })),
    rows: exhibits.map(({ certificate, file }) => galleryRow(certificate, file)),
  });
};
