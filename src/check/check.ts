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
  functionsOf,
} from '../certificate/certificate.ts';
import { decodeWith } from '../certificate/codec.ts';
import type { WeakBoundEvidence } from '../certificate/evidence.ts';
import { identityOf } from '../certificate/identity.ts';
import { readJson } from '../certificate/json.ts';
import { certificateInWords } from '../certificate/statement.ts';
import { printable } from '../group/permutation.ts';
import { type Instance, parseInstance } from '../representation/action.ts';
import { problemOfClass } from '../representation/classCharacter.ts';
import { type FunctionClass, parseFunctionClass, showFunctionClass } from '../representation/functionClass.ts';
import { checkStrong, checkWeak, welch } from './approximate.ts';
import { checkTable } from './characterTable.ts';
import { checkCode } from './code.ts';
import { type Established, whyNotImplied } from './established.ts';
import { checkExact, checkThreshold } from './exact.ts';
import { checkGeneration } from './generation.ts';
import { checkPigeonhole } from './pigeonhole.ts';
import { fromProblem, malformed, type Refusal, type RefusalCode, rejected } from './refusal.ts';
import { checkRefutation, readRefuted } from './refutation.ts';
import { type Subject, subjectOf } from './subject.ts';
import { checkSuborbits } from './suborbits.ts';
import { checkTree } from './tree.ts';
import type { VerifiedTable } from './verifiedTable.ts';

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

/** Claims in one certificate, and tables. */
const claimLimit = 1000;
const tableLimit = 10;

const fromDecoding = (problem: { readonly path: string; readonly message: string }): E.Either<Refusal, never> =>
  malformed('schema', problem.path === '' ? problem.message : `at ${problem.path.slice(0, 80)}: ${problem.message}`);

/** What is wrong with the number of claims or their ε. A refutation may rest on the instance alone. */
const problemOfClaims = ({
  claims,
  not,
}: {
  readonly claims: readonly { readonly quantity: string; readonly epsilon?: Rational | undefined }[];
  readonly not?: string | undefined;
}): E.Either<Refusal, never> | undefined => {
  if ((claims.length === 0 && not === undefined) || claims.length > claimLimit)
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
  const problem = problemOfClaims(decoded.right);
  return problem ?? decoded;
};

/** The claims to be proved, read apart from any proof. */
export const readClaimFile = (text: string): E.Either<Refusal, ClaimFile> => {
  const json = readJson(text);
  if (E.isLeft(json)) return malformed(json.left.code, json.left.message);
  const decoded = decodeWith(claimFileCodec, json.right);
  if (E.isLeft(decoded)) return fromDecoding(decoded.left);
  const refuted = readRefuted(decoded.right);
  if (E.isLeft(refuted)) return refuted;
  return problemOfClaims(decoded.right) ?? decoded;
};

/** What an accepted claim established, and for which class. */
interface Accepted {
  readonly functions: string;
  readonly established: Established;
}

const establish = <G extends string>(
  subject: Subject<G>,
  claim: Claim,
  earlier: readonly Accepted[],
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
    case 'AC_st': {
      if (claim.evidence.kind !== 'weak-below-strong')
        return checkStrong(subject, claim.evidence, claim.epsilon, claim.value);
      // AC_wk ≤ AC_st at the same ε (MATHEMATICS.md 3.23). Only lower bounds on AC_wk can stand in such evidence.
      const weak = weakBound(subject, claim.evidence.weak, claim.epsilon, claim.value, earlier);
      return E.isLeft(weak) ? weak : E.right({ ...weak.right, quantity: 'AC_st' });
    }
    case 'AC_same':
      return checkSuborbits(subject, claim.epsilon);
    case 'AC_wk':
      return weakBound(subject, claim.evidence, claim.epsilon, claim.value, earlier);
  }
};

const weakBound = <G extends string>(
  subject: Subject<G>,
  evidence: WeakBoundEvidence,
  epsilon: Rational,
  claimed: bigint,
  earlier: readonly Accepted[],
): E.Either<Refusal, Established> =>
  isWholeGroupBound(evidence)
    ? wholeGroupBound(subject, evidence, epsilon, earlier)
    : checkWeak(subject, evidence, epsilon, claimed);

type WholeGroupBound = Extract<
  WeakBoundEvidence,
  { readonly kind: 'welch' | 'generation' | 'pigeonhole' | 'tree' | 'code' }
>;

const isWholeGroupBound = (evidence: WeakBoundEvidence): evidence is WholeGroupBound =>
  evidence.kind === 'welch' ||
  evidence.kind === 'generation' ||
  evidence.kind === 'pigeonhole' ||
  evidence.kind === 'tree' ||
  evidence.kind === 'code';

/** Lower bounds for classes in which every irreducible occurs: `all`, or one that an earlier claim shows to be such. */
const wholeGroupBound = <G extends string>(
  subject: Subject<G>,
  evidence: WholeGroupBound,
  epsilon: Rational,
  earlier: readonly Accepted[],
): E.Either<Refusal, Established> => {
  const { order } = subject.instance.group;
  const exact = evidence.exact === undefined ? undefined : earlier[evidence.exact];
  // For signed weights AC_ex = |G| means that every irreducible occurs (MATHEMATICS.md 2.2), in this very class.
  const everyIrreducible =
    exact?.functions === showFunctionClass(subject.functions) &&
    exact.established.quantity === 'AC_ex' &&
    exact.established.least !== undefined &&
    exact.established.least.for === 'signed' &&
    exact.established.least.value >= order;
  if (subject.functions.kind !== 'all' && !everyIrreducible)
    return rejected(
      'occurrence-not-shown',
      `${evidence.kind} needs an earlier claim AC_ex = |G| in this file, about the same functions`,
    );
  switch (evidence.kind) {
    case 'welch':
      return E.right(welch(order, epsilon));
    case 'generation':
      return checkGeneration(subject, evidence.prime, epsilon);
    case 'pigeonhole':
      return checkPigeonhole(subject, evidence.parts, epsilon);
    case 'tree':
      return checkTree(subject, evidence.from, evidence.polynomials, epsilon);
    case 'code':
      return checkCode(subject, evidence.from, evidence.polynomials, epsilon);
  }
};

/** A function class in canonical notation. */
const readFunctions = (text: string): E.Either<Refusal, FunctionClass> => {
  const functions = parseFunctionClass(text);
  if (E.isLeft(functions)) return fromProblem(functions.left, 'functions-notation', 'unsupported');
  const canonical = showFunctionClass(functions.right);
  return canonical === text ? functions : malformed('functions-notation', `write the function class as ${canonical}`);
};

/** A function class that the instance has. */
const functionsFor = <G extends string>(instance: Instance<G>, text: string): E.Either<Refusal, FunctionClass> => {
  const functions = readFunctions(text);
  if (E.isLeft(functions)) return functions;
  const problem = problemOfClass(instance.action, functions.right);
  return problem === undefined ? functions : malformed('functions-notation', problem);
};

/** The subject of a claim: that of the certificate, but with the claim's own function class if it has one. */
const subjectOfClaim = <G extends string>(
  subject: Subject<G>,
  certificate: Certificate,
  claim: Claim,
): E.Either<Refusal, Subject<G>> => {
  const text = functionsOf(certificate, claim);
  if (text === certificate.functions)
    return 'functions' in claim
      ? malformed('functions-notation', 'leave out functions that are those of the certificate')
      : E.right(subject);
  const functions = functionsFor(subject.instance, text);
  return E.isLeft(functions) ? functions : E.right({ ...subject, functions: functions.right });
};

const checkClaims = <G extends string>(subject: Subject<G>, certificate: Certificate): E.Either<Refusal, undefined> => {
  const earlier: Accepted[] = [];
  for (const [index, claim] of certificate.claims.entries()) {
    const at = (refusal: Refusal): E.Either<Refusal, never> =>
      E.left({ ...refusal, message: `claim ${index}: ${refusal.message}` });
    const own = subjectOfClaim(subject, certificate, claim);
    if (E.isLeft(own)) return at(own.left);
    const established = establish(own.right, claim, earlier);
    if (E.isLeft(established)) return at(established.left);
    const why = whyNotImplied(established.right, claim);
    if (why !== undefined) return at({ verdict: 'rejected', code: 'claim-not-implied', message: why });
    earlier.push({ functions: functionsOf(certificate, claim), established: established.right });
  }
  return E.right(undefined);
};

/** The subject with the tables of the certificate, every one of them verified, used or not. */
const withTables = <G extends string>(subject: Subject<G>, certificate: Certificate): E.Either<Refusal, Subject<G>> => {
  const tables: VerifiedTable<G>[] = [];
  const listed = certificate.tables ?? [];
  if ((certificate.tables !== undefined && listed.length === 0) || listed.length > tableLimit)
    return malformed('schema', `there must be 1 to ${tableLimit} tables, or no key "tables"`);
  for (const data of listed) {
    const table = checkTable(subject, data);
    if (E.isLeft(table)) return table;
    tables.push(table.right);
  }
  return E.right({ ...subject, tables });
};

/** Accepts (`undefined`) or refuses a decoded certificate. */
export const checkCertificate = (certificate: Certificate): E.Either<Refusal, undefined> => {
  const readable = readFunctions(certificate.functions);
  if (E.isLeft(readable)) return readable;
  const refuted = readRefuted(certificate);
  if (E.isLeft(refuted)) return refuted;
  // The callback's refusals travel as values of the Right side, so that notation problems keep their own channel.
  const outcome = parseInstance<E.Either<Refusal, undefined>>(certificate.group, (instance) => {
    if (instance.notation !== certificate.group)
      return E.right(malformed('group-notation', `write the group as ${instance.notation.slice(0, 60)}`));
    const functions = functionsFor(instance, certificate.functions);
    if (E.isLeft(functions)) return E.right(functions);
    const subject = withTables(subjectOf(instance, functions.right), certificate);
    if (E.isLeft(subject)) return E.right(subject);
    const checked = checkClaims(subject.right, certificate);
    return E.right(
      E.isLeft(checked) || refuted.right === undefined
        ? checked
        : checkRefutation(subject.right, certificate, refuted.right),
    );
  });
  return E.isLeft(outcome) ? fromProblem(outcome.left, 'group-notation') : outcome.right;
};

/** Both files are known to name the same function class of their own. */
const sameClaim = (wanted: ClaimFile['claims'][number], claim: Claim, functions: string): boolean =>
  wanted.quantity === claim.quantity &&
  (wanted.functions ?? functions) === functionsOf({ functions }, claim) &&
  wanted.relation === claim.relation &&
  wanted.value === claim.value &&
  wanted.weights === claim.weights &&
  ('epsilon' in claim
    ? wanted.epsilon !== undefined && rationals.equals(wanted.epsilon, claim.epsilon)
    : wanted.epsilon === undefined);

/** Whether the certificate refutes what the claim file wants refuted, for the same parameters. */
const refutesTheSame = (certificate: Certificate, wanted: ClaimFile): boolean =>
  wanted.not === undefined ||
  (wanted.not === certificate.not &&
    wanted.parameters?.k === certificate.parameters?.k &&
    (wanted.parameters?.eps === undefined || certificate.parameters?.eps === undefined
      ? wanted.parameters?.eps === certificate.parameters?.eps
      : rationals.equals(wanted.parameters.eps, certificate.parameters.eps)));

/** Whether the certificate makes every claim of the claim file, word for word. */
const makesClaims = (certificate: Certificate, wanted: ClaimFile): E.Either<Refusal, undefined> => {
  if (wanted.group !== certificate.group || wanted.functions !== certificate.functions)
    return rejected('claim-mismatch', 'the certificate is about another group or function class');
  if (!refutesTheSame(certificate, wanted))
    return rejected('claim-mismatch', 'the certificate refutes another statement, or none');
  const missing = wanted.claims.findIndex(
    (claim) => !certificate.claims.some((made) => sameClaim(claim, made, certificate.functions)),
  );
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
