/** Proves a request and checks what was proved, as a text: nothing leaves this file that the checker does not accept. */
import * as E from 'fp-ts/lib/Either.js';
import type { Certificate } from '../certificate/certificate.ts';
import { fileNameOf, identityOf, printCertificate } from '../certificate/identity.ts';
import { certificateInWords, claimInWords } from '../certificate/statement.ts';
import { version } from '../certificate/version.ts';
import { checkText, type Report } from '../check/index.ts';
import type { Candidate } from '../prove/candidate.ts';
import { certify, type Progress, type Request, type Topic } from '../prove/certify.ts';
import { lightened } from '../prove/lighter.ts';
import { curveOf, curvePlot, renderCurve } from '../report/curve.ts';
import { renderProfile } from '../report/profile.ts';
import { profilePlot } from '../report/profilePlot.ts';
import { parseEpsilons } from './epsilon.ts';
import { exitCodes, type Mistake, mistakeOf } from './exit.ts';
import { resolveGroup } from './groupFile.ts';
import { shellQuoted } from './text.ts';

/** The options of `certify`, as texts. */
export interface CertifyInput {
  readonly topic: Topic;
  readonly group: string;
  readonly functions?: string;
  /** Of a profile: one or more, separated by commas. */
  readonly epsilon?: string;
  readonly seed: string;
  readonly minimize: boolean;
  /** false: only the weak condition is wanted. */
  readonly strong?: boolean;
  /** What the workers of --minimize found, and whether they were interrupted. */
  readonly candidates?: readonly Candidate[];
  readonly interrupted?: boolean;
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
  /** Of a profile: its bounds as a table, and as an SVG picture. */
  readonly profile?: { readonly table: string; readonly plot: string };
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
    ...(input.interrupted === true ? ['(interrupted)'] : []),
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

/** Topics that solve linear programmes; the solver is loaded for them alone. */
const solvingTopics: readonly Topic[] = ['exact', 'lower', 'profile', 'separation'];

/** A profile over degrees, or over ε. */
const pictured = async (certificate: Certificate): Promise<NonNullable<Certified['profile']>> =>
  curveOf(certificate).length > 0
    ? { table: renderCurve(certificate), plot: await curvePlot(certificate) }
    : { table: renderProfile(certificate), plot: await profilePlot(certificate) };

/** The request that the options make, without a solver. */
export const readRequest = async (input: CertifyInput, progress: Progress): Promise<E.Either<Mistake, Request>> => {
  const group = await resolveGroup(input.group);
  if (E.isLeft(group)) return group;
  const epsilons = input.epsilon === undefined ? undefined : parseEpsilons(input.epsilon);
  if (epsilons !== undefined && E.isLeft(epsilons)) return epsilons;
  const { topic, seed, minimize, functions, strong, candidates, interrupted } = input;
  return E.right({
    topic,
    group: group.right,
    seed,
    minimize,
    progress,
    ...(functions === undefined ? {} : { functions }),
    ...(epsilons === undefined ? {} : { epsilons: epsilons.right }),
    ...(strong === undefined ? {} : { strong }),
    ...(candidates === undefined ? {} : { candidates }),
    ...(interrupted === undefined ? {} : { interrupted }),
  });
};

/** What was proved is not accepted: most likely it is beyond the checker's limits. */
export const notAccepted = ({ verdict, code, message }: Report): Mistake => ({
  exit: verdict === 'internal-error' ? exitCodes['internal-error'] : exitCodes.declined,
  message: `the checker did not accept what was found (${code}: ${message})`,
});

/** The certificate for a request, with its provenance, not yet checked. */
export const proveRequest = async (
  input: CertifyInput,
  progress: Progress,
): Promise<E.Either<Mistake, Certificate>> => {
  const request = await readRequest(input, progress);
  if (E.isLeft(request)) return request;
  const solver = solvingTopics.includes(input.topic)
    ? await (await import('../prove/linearSolver.ts')).loadLinearSolver()
    : undefined;
  const certificate = certify({ ...request.right, unchecked: true, ...(solver === undefined ? {} : { solver }) });
  return E.isLeft(certificate)
    ? E.left(mistakeOf(certificate.left))
    : E.right(withProvenance(certificate.right, input));
};

export const certifyTask = async (input: CertifyInput, progress: Progress): Promise<E.Either<Mistake, Certified>> => {
  const proved = await proveRequest(input, progress);
  if (E.isLeft(proved)) return proved;
  progress('checking the certificate');
  const { certificate, result } = lightened(
    proved.right,
    (candidate) => {
      const text = printCertificate(candidate);
      return { text, report: checkText(text) };
    },
    ({ report }) => report.code === 'work-limit',
  );
  const { text, report } = result;
  if (report.verdict !== 'accepted') return E.left(notAccepted(report));
  return E.right({
    fileName: fileNameOf(certificate, input.topic),
    id: identityOf(certificate),
    statement: certificateInWords(certificate),
    sentences: certificate.claims.map((claim) => claimInWords(certificate, claim)),
    text,
    ...(input.topic === 'profile' ? { profile: await pictured(certificate) } : {}),
  });
};
