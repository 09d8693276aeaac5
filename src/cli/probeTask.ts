/** Tries to falsify the claims of one certificate on random instances. */
import * as E from 'fp-ts/lib/Either.js';
import { identityOf } from '../certificate/identity.ts';
import { type Refusal, readCertificate } from '../check/index.ts';
import { type ProbeReport, probeCertificate } from '../probe/probe.ts';
import type { Progress } from '../prove/certify.ts';

export interface ProbeInput {
  readonly text: string;
  readonly runs: number;
  readonly seed: string;
}

export interface Probed {
  readonly id: string;
  readonly report: ProbeReport;
}

export const probeTask = async (
  { text, runs, seed }: ProbeInput,
  progress: Progress,
): Promise<E.Either<Refusal, Probed>> => {
  const certificate = readCertificate(text);
  if (E.isLeft(certificate)) return certificate;
  const report = probeCertificate(certificate.right, { runs, seed, progress });
  return E.right({ id: identityOf(certificate.right), report });
};
