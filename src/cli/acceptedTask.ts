/** Checks before anything is made of a certificate: what the checker does not accept is not cited and not explained. */
import * as E from 'fp-ts/lib/Either.js';
import type { Certificate } from '../certificate/certificate.ts';
import { checkText, type Report, readCertificate } from '../check/index.ts';

export interface Accepted {
  readonly report: Report;
  readonly certificate: Certificate;
}

/** Left is the checker's report where it does not accept. */
export const acceptedCertificate = (text: string): E.Either<Report, Accepted> => {
  const report = checkText(text);
  const certificate = readCertificate(text);
  return report.verdict !== 'accepted' || E.isLeft(certificate)
    ? E.left(report)
    : E.right({ report, certificate: certificate.right });
};

/** One file of a command that takes several: its text, and the refusal if it is not accepted. */
export interface Refused {
  readonly file: string;
  readonly report: Report;
}

/** All files accepted, or the refusals of those that are not. */
export const allAccepted = (
  files: readonly { readonly file: string; readonly text: string }[],
  progress: (phase: string, done?: number, of?: number) => void,
): E.Either<readonly Refused[], readonly (Accepted & { readonly file: string })[]> => {
  const accepted: (Accepted & { readonly file: string })[] = [];
  const refused: Refused[] = [];
  files.forEach(({ file, text }, i) => {
    progress('checking', i, files.length);
    const outcome = acceptedCertificate(text);
    if (E.isLeft(outcome)) refused.push({ file, report: outcome.left });
    else accepted.push({ file, ...outcome.right });
  });
  return refused.length > 0 ? E.left(refused) : E.right(accepted);
};
