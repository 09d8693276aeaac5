/** Explains an accepted certificate; what the checker refuses is no proof and is not explained as one. */
import * as E from 'fp-ts/lib/Either.js';
import type { Report } from '../check/index.ts';
import type { Progress } from '../prove/certify.ts';
import { explainCertificate } from '../report/explain.ts';
import { acceptedCertificate } from './acceptedTask.ts';
import type { ExplanationFormat } from './explanationFormats.ts';

export interface ExplainInput {
  readonly text: string;
  readonly format: ExplanationFormat;
}

export interface Explained {
  readonly id: string;
  readonly statement: string;
  readonly explanation: string;
}

/** Left is the checker's report where it does not accept. */
export const explainTask = async (
  { text, format }: ExplainInput,
  progress: Progress,
): Promise<E.Either<Report, Explained>> => {
  progress('checking');
  const accepted = acceptedCertificate(text);
  if (E.isLeft(accepted)) return accepted;
  const { report, certificate } = accepted.right;
  progress('writing the explanation');
  const markdown = explainCertificate(certificate, E.right(undefined));
  return E.right({
    id: report.id ?? '',
    statement: report.statement ?? '',
    explanation: format === 'latex' ? (await import('../report/latexDocument.ts')).latexDocument(markdown) : markdown,
  });
};
