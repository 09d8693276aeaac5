/**
 * The checker: text in, verdict out. It rebuilds group, action and function class from the claim and treats evidence as
 * hints. Nothing here or in any file it imports comes from the rooms that search (`npm run trusted-base` lists them).
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Rational, rationals } from '../algebra/rational.ts';
import {
  type Certificate,
  type Claim,
  type ClaimFile,
  certificateCodec,
  claimFileCodec,
} from '../certificate/certificate.ts';
import { decodeWith } from '../certificate/codec.ts';
import { identityOf } from '../certificate/identity.ts';
import { readJson } from '../certificate/json.ts';
import { certificateInWords } from '../certificate/statement.ts';
import { printable } from '../group/permutation.ts';
import { parseInstance } from '../representation/action.ts';
import { parseFunctionClass } from '../representation/functionClass.ts';
import { checkStrong, checkWeak, welch } from './approximate.ts';
import { type Established, whyNotImplied } from './established.ts';
import { checkExact, checkThreshold } from './exact.ts';
import { fromProblem, malformed, type Refusal, type RefusalCode, rejected } from './refusal.ts';
import { type Subject, subjectOf } from './subject.ts';

export type Verdict = 'accepted' | 'rejected' | 'malformed' | 'declined' | 'internal-error';

/** The answer for one document. `id` and `statement` are null where the document could not be read that far. */
export interface Report {
  readonly verdict: Verdict;
  readonly code: 'ok' | RefusalCode;
  readonly id: string | null;
  readonly statement: string | null;
  /** For people: what was wrong and where. */
  readonly message: string;
}

/** Longest message. */
const messageLimit = 300;

/** Claims in one certificate. */
const claimLimit = 100;

const fromDecoding = (problem: { readonly path: string; readonly message: string }): E.Either<Refusal, never> =>
  malformed('schema', problem.path === '' ? problem.message : `at ${problem.path.slice(0, 80)}: ${problem.message}`);

/** What is wrong with the number of claims or their ε. */
const problemOfClaims = (
  claims: readonly { readonly quantity: string; readonly epsilon?: Rational | undefined }[],
): E.Either<Refusal, never> | undefined => {
  if (claims.length === 0 || claims.length > claimLimit)
    return malformed('schema', `there must be 1 to ${claimLimit} claims, not ${claims.length}`);
  return claims.some(({ epsilon }) => epsilon !== undefined && epsilon.numerator < 0n)
    ? malformed('epsilon-range', 'ε must not be negative')
    : undefined;
};

/** Reads a certificate; the codes are those of `malformed`. */
export const readCertificate = (text: string): E.Either<Refusal, Certificate> => {
  const json = readJson(text);
  if (E.isLeft(json)) return malformed(json.left.code, json.left.message);
  const decoded = decodeWith(certificateCodec, json.right);
  if (E.isLeft(decoded)) return fromDecoding(decoded.left);
  const problem = problemOfClaims(decoded.right.claims);
  return problem ?? decoded;
};

/** The claims to be proved, read apart from any proof. */
export const readClaimFile = (text: string): E.Either<Refusal, ClaimFile> => {
  const json = readJson(text);
  if (E.isLeft(json)) return malformed(json.left.code, json.left.message);
  const decoded = decodeWith(claimFileCodec, json.right);
  if (E.isLeft(decoded)) return fromDecoding(decoded.left);
  return problemOfClaims(decoded.right.claims) ?? decoded;
};

const establish = <G extends string>(
  subject: Subject<G>,
  claim: Claim,
  earlier: readonly Established[],
): E.Either<Refusal, Established> => {
  switch (claim.quantity) {
    case 'AC_ex':
      return checkExact(subject, claim.evidence);
    case 'threshold':
      // The class is part of the statement: a threshold k is stated with poly:k.
      return subject.functions.kind === 'polynomials' && BigInt(subject.functions.degree) === claim.value
        ? checkThreshold(subject, claim.evidence)
        : rejected(
            'claim-not-implied',
            `a threshold of ${claim.value} must be stated with functions poly:${claim.value}`,
          );
    case 'AC_st':
      return checkStrong(subject, claim.evidence, claim.epsilon, claim.value);
    case 'AC_wk': {
      const { evidence } = claim;
      if (evidence.kind !== 'welch') return checkWeak(subject, evidence, claim.epsilon, claim.value);
      const { order } = subject.instance.group;
      const exact = evidence.exact === undefined ? undefined : earlier[evidence.exact];
      const everyIrreducible = exact?.quantity === 'AC_ex' && exact.least !== undefined && exact.least.value >= order;
      return subject.functions.kind === 'all' || everyIrreducible
        ? E.right(welch(order, claim.epsilon))
        : rejected('occurrence-not-shown', 'Welch needs an earlier claim AC_ex = |G| in this file');
    }
  }
};

const checkClaims = <G extends string>(subject: Subject<G>, claims: readonly Claim[]): E.Either<Refusal, undefined> => {
  const earlier: Established[] = [];
  for (const [index, claim] of claims.entries()) {
    const at = (refusal: Refusal): E.Either<Refusal, never> =>
      E.left({ ...refusal, message: `claim ${index}: ${refusal.message}` });
    const established = establish(subject, claim, earlier);
    if (E.isLeft(established)) return at(established.left);
    const why = whyNotImplied(established.right, claim);
    if (why !== undefined) return at({ verdict: 'rejected', code: 'claim-not-implied', message: why });
    earlier.push(established.right);
  }
  return E.right(undefined);
};

/** Accepts (`undefined`) or refuses a decoded certificate. */
export const checkCertificate = (certificate: Certificate): E.Either<Refusal, undefined> => {
  const functions = parseFunctionClass(certificate.functions);
  if (E.isLeft(functions)) return fromProblem(functions.left, 'functions-notation', 'unsupported');
  // The callback's refusals travel as values of the Right side, so that notation problems keep their own channel.
  const outcome = parseInstance<E.Either<Refusal, undefined>>(certificate.group, (instance) =>
    E.right(
      instance.notation === certificate.group
        ? checkClaims(subjectOf(instance, functions.right), certificate.claims)
        : malformed('group-notation', `write the group as ${instance.notation.slice(0, 60)}`),
    ),
  );
  return E.isLeft(outcome) ? fromProblem(outcome.left, 'group-notation') : outcome.right;
};

const sameClaim = (wanted: ClaimFile['claims'][number], claim: Claim): boolean =>
  wanted.quantity === claim.quantity &&
  wanted.relation === claim.relation &&
  wanted.value === claim.value &&
  wanted.weights === claim.weights &&
  ('epsilon' in claim
    ? wanted.epsilon !== undefined && rationals.equals(wanted.epsilon, claim.epsilon)
    : wanted.epsilon === undefined);

/** Whether the certificate makes every claim of the claim file, word for word. */
const makesClaims = (certificate: Certificate, wanted: ClaimFile): E.Either<Refusal, undefined> => {
  if (wanted.group !== certificate.group || wanted.functions !== certificate.functions)
    return rejected('claim-mismatch', 'the certificate is about another group or function class');
  const missing = wanted.claims.findIndex((claim) => !certificate.claims.some((made) => sameClaim(claim, made)));
  return missing < 0
    ? E.right(undefined)
    : rejected('claim-mismatch', `claim ${missing} of the claim file is not made`);
};

/**
 * Checks the text of a certificate, and that it proves the claims of a claim file if one is given. Total: whatever the
 * text, the answer is a report.
 */
export const checkText = (text: string, wanted?: ClaimFile): Report => {
  let known: Pick<Report, 'id' | 'statement'> = { id: null, statement: null };
  const refuse = ({ verdict, code, message }: Refusal): Report => ({
    verdict,
    code,
    ...known,
    message: printable(message, messageLimit),
  });
  if (typeof text !== 'string')
    return refuse({
      verdict: 'malformed',
      code: 'json-syntax',
      message: 'expected the text of a certificate as a string',
    });
  try {
    const certificate = readCertificate(text);
    if (E.isLeft(certificate)) return refuse(certificate.left);
    known = { id: identityOf(certificate.right), statement: certificateInWords(certificate.right) };
    const mismatch = wanted === undefined ? undefined : makesClaims(certificate.right, wanted);
    if (mismatch !== undefined && E.isLeft(mismatch)) return refuse(mismatch.left);
    const outcome = checkCertificate(certificate.right);
    return E.isLeft(outcome)
      ? refuse(outcome.left)
      : { verdict: 'accepted', code: 'ok', ...known, message: 'accepted' };
  } catch (problem) {
    return refuse({
      verdict: 'internal-error',
      code: 'internal-error',
      message: `a bug in the checker: ${String(problem)}`,
    });
  }
};
