/** States an accepted certificate in Coq; what the checker refuses is not stated. */
import * as E from 'fp-ts/lib/Either.js';
import { checkText, type Report, readCertificate } from '../check/index.ts';
import type { Progress } from '../prove/certify.ts';
import { type CoqFile, coqFile } from '../report/coq/coqFile.ts';
import type { Declined } from '../report/coq/world.ts';

export interface Stated extends CoqFile {
  readonly id: string;
  readonly statement: string;
}

/** Left is the checker's report where it does not accept, or why nothing of the certificate is stated. */
export const coqTask = async (text: string, progress: Progress): Promise<E.Either<Report | Declined, Stated>> => {
  progress('checking');
  const report = checkText(text);
  const certificate = readCertificate(text);
  if (report.verdict !== 'accepted' || E.isLeft(certificate)) return E.left(report);
  progress('writing the Coq file');
  return E.map((file: CoqFile): Stated => ({ ...file, id: report.id ?? '', statement: report.statement ?? '' }))(
    coqFile(certificate.right, report.id ?? ''),
  );
};
