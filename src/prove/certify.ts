/**
 * From a request to a certificate. Everything here is untrusted: a certificate is worth what `check` says of it, and
 * `certify` returns only certificates that `check` accepts.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Rational, rational, showRational } from '../algebra/rational.ts';
import { welchBound } from '../averaging/bounds.ts';
import { type Certificate, type Claim, certificateFormat, certificateVersion } from '../certificate/certificate.ts';
import type { WeakEvidence } from '../certificate/evidence.ts';
import { version } from '../certificate/version.ts';
import { unlimited } from '../check/allowance.ts';
import { checkCertificate } from '../check/check.ts';
import { type Subject, subjectOf } from '../check/subject.ts';
import { declined, malformed, type Problem } from '../group/notation.ts';
import { type Instance, parseInstance } from '../representation/action.ts';
import {
  type FunctionClass,
  parseFunctionClass,
  polynomials,
  showFunctionClass,
} from '../representation/functionClass.ts';
import { proveExplicit } from './approximate.ts';
import { nothingProved, proveEveryElement, proveSmaller } from './exact.ts';
import { proveExistence } from './existence.ts';
import { proveThreshold } from './threshold.ts';

export type Topic = 'exact' | 'threshold' | 'approximate' | 'separation';

/** What is happening in a long computation, for a progress line: a phase, and how far it is if that is known. */
export type Progress = (phase: string, done?: number, of?: number) => void;

export interface Request {
  readonly topic: Topic;
  /** Group notation with action; `file:` is resolved to `perm:` by the caller. */
  readonly group: string;
  /** Needed by `exact` and `approximate`; `threshold` finds the degree itself, `separation` without it takes the threshold. */
  readonly functions?: string;
  /** Needed by `approximate` and `separation`; 0 < ε. */
  readonly epsilon?: Rational;
  /** Any text; the same text gives the same certificate. */
  readonly seed: string;
  /** Search longer for a smaller scheme. */
  readonly minimize: boolean;
  readonly progress: Progress;
}

type Claims = E.Either<Problem, readonly Claim[]>;

/** AC_ex = |G| if every irreducible is found in the class, else AC_ex ≤ the smallest exact scheme found. */
const exactClaims = <G extends string>(subject: Subject<G>, request: Request): Claims => {
  request.progress('deciding whether every element is needed');
  const every = proveEveryElement(subject);
  if (E.isRight(every) && every.right !== undefined) {
    const { evidence } = every.right;
    return E.right([
      { quantity: 'AC_ex', relation: '=', value: subject.instance.group.order, weights: 'signed', evidence },
    ]);
  }
  request.progress('searching smaller exact schemes');
  const smaller = proveSmaller(subject, request.seed);
  if (smaller?.established.most === undefined) return E.isLeft(every) ? every : nothingProved(subject);
  const { evidence, established } = smaller;
  return E.right([
    { quantity: 'AC_ex', relation: '<=', value: established.most!.value, weights: established.most!.for, evidence },
  ]);
};

/** The claims AC_wk(F, ε) ≤ n: by an explicit scheme and by existence, those that could be made. */
const weakUpperBounds = <G extends string>(
  subject: Subject<G>,
  epsilon: Rational,
  request: Request,
): readonly { readonly size: bigint; readonly evidence: WeakEvidence }[] => {
  request.progress('counting by concentration');
  const existence = proveExistence(subject, epsilon);
  const order = subject.instance.group.order;
  const most = existence === undefined || existence.size > order ? order : existence.size;
  const explicit = proveExplicit(subject, epsilon, {
    seed: request.seed,
    minimize: request.minimize,
    mostElements: Number(most < 5000n ? most : 5000n),
    progress: request.progress,
  });
  return [...(explicit === undefined ? [] : [explicit]), ...(existence === undefined ? [] : [existence])];
};

const approximateClaims = <G extends string>(
  subject: Subject<G>,
  epsilon: Rational,
  request: Request,
): readonly Claim[] => {
  const weak = weakUpperBounds(subject, epsilon, request);
  // 3.2: weak within ε/2 is strong within ε.
  const half = rational(epsilon.numerator, 2n * epsilon.denominator);
  const strong = weakUpperBounds(subject, half, request);
  const common = { relation: '<=', weights: 'uniform', epsilon } as const;
  return [
    ...weak.map(({ size, evidence }): Claim => ({ quantity: 'AC_wk', ...common, value: size, evidence })),
    ...strong.map(
      ({ size, evidence }): Claim => ({
        quantity: 'AC_st',
        ...common,
        value: size,
        evidence: { kind: 'strong-from-weak', weak: evidence },
      }),
    ),
  ];
};

const welchClaim = <G extends string>(subject: Subject<G>, epsilon: Rational, exact: number | undefined): Claim => ({
  quantity: 'AC_wk',
  relation: '>=',
  value: welchBound(subject.instance.group.order, epsilon),
  weights: 'signed',
  epsilon,
  evidence: exact === undefined ? { kind: 'welch' } : { kind: 'welch', exact },
});

const separationClaims = <G extends string>(subject: Subject<G>, epsilon: Rational, request: Request): Claims => {
  const exact = exactClaims(subject, request);
  if (E.isLeft(exact)) return exact;
  const every = exact.right[0]?.relation === '=';
  if (!every)
    return declined(
      `${subject.instance.notation.slice(0, 40)} on ${showFunctionClass(subject.functions)} does not need every element, so there is ` +
        'no separation; leave --functions out to take the threshold',
    );
  return E.right([
    ...exact.right,
    ...approximateClaims(subject, epsilon, request),
    welchClaim(subject, epsilon, subject.functions.kind === 'all' ? undefined : 0),
  ]);
};

const claimsFor = <G extends string>(instance: Instance<G>, functions: FunctionClass, request: Request): Claims => {
  const subject = subjectOf(instance, functions, unlimited);
  const { epsilon } = request;
  if (request.topic === 'exact') return exactClaims(subject, request);
  if (epsilon === undefined || epsilon.numerator <= 0n) return malformed('ε must be given and positive, such as 1/10');
  if (request.topic === 'separation') return separationClaims(subject, epsilon, request);
  const claims = approximateClaims(subject, epsilon, request);
  return claims.length > 0
    ? E.right(claims)
    : declined(`no scheme within ${showRational(epsilon)} could be certified for this group and class`);
};

/** The function class of the request; for a separation without one, Sym^{≤k} at the threshold k. */
const functionsFor = <G extends string>(
  instance: Instance<G>,
  request: Request,
): E.Either<Problem, { readonly functions: FunctionClass; readonly threshold?: Claim }> => {
  if (request.topic !== 'threshold' && request.functions !== undefined) {
    const functions = parseFunctionClass(request.functions);
    return E.isLeft(functions) ? functions : E.right({ functions: functions.right });
  }
  if (request.topic !== 'threshold' && request.topic !== 'separation')
    return malformed('--functions is needed: linear, poly:K (such as poly:3) or all');
  request.progress('finding the threshold');
  const threshold = proveThreshold(instance);
  if (E.isLeft(threshold)) return threshold;
  return E.right({ functions: polynomials(Number(threshold.right.value)), threshold: threshold.right });
};

/** A certificate for the request; the same request gives the same certificate. */
export const certify = (request: Request): E.Either<Problem, Certificate> =>
  parseInstance(request.group, (instance) => {
    const chosen = functionsFor(instance, request);
    if (E.isLeft(chosen)) return chosen;
    const { functions, threshold } = chosen.right;
    const claims =
      request.topic === 'threshold' && threshold !== undefined
        ? E.right([threshold])
        : claimsFor(instance, functions, request);
    if (E.isLeft(claims)) return claims;
    const certificate: Certificate = {
      format: certificateFormat,
      version: certificateVersion,
      group: instance.notation,
      functions: showFunctionClass(functions),
      claims: claims.right,
      provenance: { software: `reynolds ${version}`, seed: request.seed, command: `certify ${request.topic}` },
    };
    request.progress('checking');
    const checked = checkCertificate(certificate);
    return E.isLeft(checked)
      ? declined(`the checker did not accept what was found (${checked.left.code}: ${checked.left.message})`)
      : E.right(certificate);
  });
