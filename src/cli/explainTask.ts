/** Explains an accepted certificate; what the checker refuses is no proof and is not explained as one. */
import * as E from 'fp-ts/lib/Either.js';
import { checkText, type Report, readCertificate } from '../check/index.ts';
import type { Progress } from '../prove/certify.ts';
import { explainCertificate } from '../report/explain.ts';

export interface Explained {
  readonly id: string;
  readonly statement: string;
  /** Markdown. */
  readonly explanation: string;
}

/** Left is the checker's report where it does not accept. */
export const explainTask = async (text: string, progress: Progress): Promise<E.Either<Report, Explained>> => {
  progress('checking');
  const report = checkText(text);
  const certificate = readCertificate(text);
  if (report.verdict !== 'accepted' || E.isLeft(certificate)) return E.left(report);
  progress('writing the explanation');
  return E.right({
    id: report.id ?? '',
    statement: report.statement ?? '',
    explanation: explainCertificate(certificate.right),
  });
};
