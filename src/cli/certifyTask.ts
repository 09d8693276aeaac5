/** Proves a request and checks what was proved, as a text: nothing leaves this file that the checker does not accept. */
import * as E from 'fp-ts/lib/Either.js';
import type { Certificate } from '../certificate/certificate.ts';
import { fileNameOf, identityOf, printCertificate } from '../certificate/identity.ts';
import { certificateInWords, claimInWords } from '../certificate/statement.ts';
import { version } from '../certificate/version.ts';
import { checkText } from '../check/index.ts';
import { certify, type Progress, type Topic } from '../prove/certify.ts';
import { parseEpsilon } from './epsilon.ts';
import { type Mistake, mistakeOf } from './exit.ts';
import { resolveGroup } from './groupFile.ts';
import { shellQuoted } from './text.ts';

/** The options of `certify`, as texts. */
export interface CertifyInput {
  readonly topic: Topic;
  readonly group: string;
  readonly functions?: string;
  readonly epsilon?: string;
  readonly seed: string;
  readonly minimize: boolean;
}

/** An accepted certificate. */
export interface Certified {
  readonly fileName: string;
  readonly id: string;
  readonly statement: string;
  /** The same, one sentence for each claim. */
  readonly sentences: readonly string[];
  /** What is to be written to the file. */
  readonly text: string;
}

/** The command that makes the same certificate again; a group from a file is spelt out. */
const commandOf = (input: CertifyInput, group: string): string =>
  [
    'reynolds certify',
    input.topic,
    `--group ${shellQuoted(group)}`,
    ...(input.functions === undefined ? [] : [`--functions ${shellQuoted(input.functions)}`]),
    ...(input.epsilon === undefined ? [] : [`--epsilon ${input.epsilon}`]),
    ...(input.minimize ? ['--minimize'] : []),
    `--seed ${shellQuoted(input.seed)}`,
  ].join(' ');

/** Longest command kept in the provenance. */
const commandLimit = 2000;

const withProvenance = (certificate: Certificate, input: CertifyInput): Certificate => {
  const command = commandOf(input, certificate.group);
  return {
    ...certificate,
    provenance: {
      software: `reynolds ${version}`,
      seed: input.seed,
      ...(command.length <= commandLimit ? { command } : {}),
    },
  };
};

/** The certificate for a request, with its provenance, not yet checked. */
export const proveRequest = async (
  input: CertifyInput,
  progress: Progress,
): Promise<E.Either<Mistake, Certificate>> => {
  const group = await resolveGroup(input.group);
  if (E.isLeft(group)) return group;
  const epsilon = input.epsilon === undefined ? undefined : parseEpsilon(input.epsilon);
  if (epsilon !== undefined && E.isLeft(epsilon)) return epsilon;
  const certificate = certify({
    topic: input.topic,
    group: group.right,
    ...(input.functions === undefined ? {} : { functions: input.functions }),
    ...(epsilon === undefined ? {} : { epsilon: epsilon.right }),
    seed: input.seed,
    minimize: input.minimize,
    progress,
  });
  return E.isLeft(certificate)
    ? E.left(mistakeOf(certificate.left))
    : E.right(withProvenance(certificate.right, input));
};

export const certifyTask = async (input: CertifyInput, progress: Progress): Promise<E.Either<Mistake, Certified>> => {
  const proved = await proveRequest(input, progress);
  if (E.isLeft(proved)) return proved;
  const certificate = proved.right;
  const text = printCertificate(certificate);
  progress('checking the certificate');
  const report = checkText(text);
  if (report.verdict !== 'accepted')
    throw new Error(`the checker does not accept the new certificate (${report.code}: ${report.message})`);
  return E.right({
    fileName: fileNameOf(certificate, input.topic),
    id: identityOf(certificate),
    statement: certificateInWords(certificate),
    sentences: certificate.claims.map((claim) => claimInWords(certificate, claim)),
    text,
  });
};
