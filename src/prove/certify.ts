/**
 * From a request to a certificate. Everything here is untrusted: a certificate is worth what `check` says of it, and
 * `certify` returns only certificates that `check` accepts.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Certificate, certificateFormat, certificateVersion } from '../certificate/certificate.ts';
import { version } from '../certificate/version.ts';
import { unlimited } from '../check/allowance.ts';
import { checkCertificate } from '../check/check.ts';
import { subjectOf } from '../check/subject.ts';
import { declined, malformed, type Problem } from '../group/notation.ts';
import { type Instance, parseInstance } from '../representation/action.ts';
import { type FunctionClass, showFunctionClass } from '../representation/functionClass.ts';
import { exactClaims, exactLowerClaims, staircaseClaims } from './exactTopics.ts';
import { lightened } from './lighter.ts';
import type { Claims, Request } from './request.ts';
import { subjectFunctions } from './subjectFunctions.ts';
import { approximateClaims, curveClaims, separationClaims, weakLowerTopic } from './weakTopics.ts';

export type { Progress, Request, Topic } from './request.ts';

const claimsFor = <G extends string>(instance: Instance<G>, functions: FunctionClass, request: Request): Claims => {
  const subject = subjectOf(instance, functions, unlimited);
  const { topic, epsilons = [] } = request;
  if (epsilons.some(({ numerator }) => numerator <= 0n)) return malformed('ε must be positive, such as 1/10');
  const epsilon = epsilons[0];
  if (topic === 'exact') return exactClaims(subject, request);
  if (topic === 'profile')
    return epsilon === undefined ? staircaseClaims(subject, request) : curveClaims(subject, epsilons, request);
  if (epsilons.length > 1) return malformed(`certify ${topic} takes one ε; certify profile takes several`);
  if (topic === 'lower')
    return epsilon === undefined ? exactLowerClaims(subject, request) : weakLowerTopic(subject, epsilon, request);
  if (epsilon === undefined) return malformed('ε must be given and positive, such as 1/10');
  return topic === 'separation'
    ? separationClaims(subject, epsilon, request)
    : approximateClaims(subject, epsilon, request);
};

/**
 * A certificate for the request; the same request gives the same certificate. It is checked, unless the caller does so;
 * where all of it is too much work for one check, it is certified without its costliest schemes.
 */
export const certify = (request: Request): E.Either<Problem, Certificate> =>
  parseInstance(request.group, (instance) => {
    const chosen = subjectFunctions(instance, request);
    if (E.isLeft(chosen)) return chosen;
    const { functions, threshold } = chosen.right;
    const proved: Claims =
      request.topic === 'threshold' && threshold !== undefined
        ? E.right({ claims: [threshold], tables: [] })
        : claimsFor(instance, functions, request);
    if (E.isLeft(proved)) return proved;
    const { claims, tables } = proved.right;
    const certificate: Certificate = {
      format: certificateFormat,
      version: certificateVersion,
      group: instance.notation,
      functions: showFunctionClass(functions),
      claims,
      ...(tables.length === 0 ? {} : { tables }),
      provenance: { software: `reynolds ${version}`, seed: request.seed, command: `certify ${request.topic}` },
    };
    if (request.unchecked === true) return E.right(certificate);
    request.progress('checking');
    const { certificate: kept, result } = lightened(
      certificate,
      checkCertificate,
      (checked) => E.isLeft(checked) && checked.left.code === 'work-limit',
    );
    return E.isLeft(result)
      ? declined(`the checker did not accept what was found (${result.left.code}: ${result.left.message})`)
      : E.right(kept);
  });
