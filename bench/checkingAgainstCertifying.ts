/**
 * Is checking faster than proving? Over all requests, the time of `checkText` on the printed certificate against the time
 * of `certify` without the check that it makes of its own result at the end.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Certificate } from '../src/certificate/certificate.ts';
import { printCertificate } from '../src/certificate/identity.ts';
import { checkText } from '../src/check/index.ts';
import { certify } from '../src/prove/certify.ts';
import { kindsOf } from './evidenceKinds.ts';
import type { Comparison, Measurement, Report } from './measurement.ts';
import { type BenchRequest, requests, showRequest } from './requests.ts';
import { median, millisecondsOf, sum } from './timing.ts';

/** Times of everything, after one untimed warm-up. */
const rounds = 3;

/** A proof that takes longer than this is timed once, without a warm-up: its code warms up as it runs. */
const longProof = 1000;

interface Proof {
  readonly certificate: Certificate;
  /** Up to the check of the result, in milliseconds. */
  readonly proving: number;
}

/** What `certify` reports when only the check of its own result is left. */
const lastPhase = 'checking';

const prove = (request: BenchRequest): Proof => {
  let found: number | undefined;
  const start = performance.now();
  const certificate = certify({
    ...request,
    progress: (phase) => {
      found = phase === lastPhase ? performance.now() : undefined;
    },
  });
  if (E.isLeft(certificate)) throw new Error(`${showRequest(request)}: ${certificate.left.message}`);
  if (found === undefined) throw new Error(`certify no longer reports the phase "${lastPhase}" last`);
  return { certificate: certificate.right, proving: found - start };
};

/** The medians for one request, in milliseconds. */
interface Times {
  readonly request: BenchRequest;
  readonly kinds: ReadonlySet<string>;
  readonly proving: number;
  readonly checking: number;
}

const timeRequest = (request: BenchRequest): Times => {
  const first = prove(request);
  const proving =
    first.proving > longProof ? first.proving : median(Array.from({ length: rounds }, () => prove(request).proving));
  const text = printCertificate(first.certificate);
  const check = (): number => {
    const { milliseconds, result } = millisecondsOf(() => checkText(text));
    if (result.verdict !== 'accepted') throw new Error(`${showRequest(request)}: ${result.verdict}, ${result.message}`);
    return milliseconds;
  };
  check();
  const checking = median(Array.from({ length: rounds }, check));
  return { request, kinds: kindsOf(first.certificate), proving, checking };
};

const totals = (times: readonly Times[]): { readonly proving: number; readonly checking: number } => ({
  proving: sum(times.map(({ proving }) => proving)),
  checking: sum(times.map(({ checking }) => checking)),
});

const showRatio = (times: readonly Times[]): string => {
  const { proving, checking } = totals(times);
  return (checking / proving).toFixed(3);
};

/** `gram 0.008`: the ratio over the certificates in which that kind of evidence occurs. */
const byKind = (all: readonly Times[]): string =>
  [...new Set(all.flatMap(({ kinds }) => [...kinds]))]
    .sort()
    .map((kind) => `${kind} ${showRatio(all.filter(({ kinds }) => kinds.has(kind)))}`)
    .join(', ');

/** Requests named in a remark. */
const namedRequests = 5;

const slowestToCheck = (all: readonly Times[]): string => {
  const total = totals(all).checking;
  return [...all]
    .sort((a, b) => b.checking - a.checking)
    .slice(0, namedRequests)
    .map(({ request, checking }) => `${showRequest(request)} ${((100 * checking) / total).toFixed(0)} %`)
    .join(', ');
};

const compare = (
  name: string,
  times: readonly Times[],
  rest: Pick<Comparison, 'target' | 'statement' | 'remarks'>,
): Comparison => {
  const { proving, checking } = totals(times);
  return {
    name,
    ours: { what: `check: read and check the text of ${times.length} certificates`, milliseconds: checking },
    peer: {
      what: `certify: find the evidence of the same ${times.length}, without the final check of it`,
      milliseconds: proving,
    },
    ...rest,
  };
};

const measure = async (report: Report): Promise<readonly Comparison[]> => {
  const all: Times[] = [];
  for (const request of requests) {
    report(`${all.length + 1} of ${requests.length}: ${showRequest(request)}`);
    all.push(timeRequest(request));
  }
  const unsearched = all.filter(({ request: { topic } }) => topic === 'exact' || topic === 'threshold');
  const slower = all.filter(({ proving, checking }) => checking > proving);
  return [
    compare('checking', all, {
      target: 1 / 3,
      statement: (ratio) =>
        `Over ${all.length} requests of every family, checking all certificates takes ${ratio} of the time of finding them.`,
      remarks: [
        `by kind of evidence in the certificate: ${byKind(all)}`,
        `most of the checking: ${slowestToCheck(all)}`,
        `${slower.length} of ${all.length} certificates take longer to check (with reading the text and hashing it) than to ` +
          `find; they are ${((100 * totals(slower).checking) / totals(all).checking).toFixed(0)} % of all checking`,
      ],
    }),
    compare('checking-exact', unsearched, {
      statement: (ratio) =>
        `Over the ${unsearched.length} requests for exact values and thresholds alone, where no scheme within ε is ` +
        `searched, checking takes ${ratio} of the time of finding.`,
    }),
  ];
};

export const checkingAgainstCertifying: Measurement = {
  name: 'checking',
  about: 'checking against certifying, over the gallery',
  measure,
};
