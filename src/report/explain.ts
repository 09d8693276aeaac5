/**
 * A certificate explained: the proof of this very instance, step by step, in Markdown. The checker is run first, and
 * only an accepted certificate is explained as a proof; otherwise the text says what was claimed and why it is not
 * accepted.
 */
import * as E from 'fp-ts/lib/Either.js';
import { showRational } from '../algebra/rational.ts';
import { type Certificate, type Claim, epsilonOf, functionsOf } from '../certificate/certificate.ts';
import { insideStrong, isStrongEvidence } from '../certificate/evidence.ts';
import { claimInWords, refutationInWords } from '../certificate/statement.ts';
import { checkTable } from '../check/characterTable.ts';
import { checkCertificate, type Refusal } from '../check/index.ts';
import { type Subject, subjectOf } from '../check/subject.ts';
import { parseInstance } from '../representation/action.ts';
import {
  describeFunctionClass,
  type FunctionClass,
  isPolynomialClass,
  parseFunctionClass,
} from '../representation/functionClass.ts';
import { explainStrong, explainWeak } from './explainApproximate.ts';
import { explainExact, explainThreshold } from './explainExact.ts';
import { explainLimits } from './explainLimits.ts';
import { claimWithClass, examplesOf, explainAllBounds, manyClaims } from './explainProfile.ts';
import { explainRefutation, explainSuborbits } from './explainRefutation.ts';
import { explainShort } from './explainShort.ts';
import { explainBounds, explainClasses, explainGroup } from './explainSubject.ts';
import { explainTables } from './explainTables.ts';
import { cut, listLimit, plural, reach, showInteger, showRelation } from './explainText.ts';
import { explainTrust } from './explainTrust.ts';

type Paragraphs = readonly string[];

const source =
  'Quantities and theorems are from B. Tahmasebi and M. Weber, *Achieving Approximate Symmetry Is Exponentially Easier than Exact Symmetry*, ICLR 2026, arXiv 2512.11855 (“the paper”); numbers such as 2.3 are sections of MATHEMATICS.md, which has the proofs.';

const definitions: Readonly<Record<Claim['quantity'], string>> = {
  AC_ex:
    '**AC_ex(F)** is the least number of elements of an *exact* scheme: weights ω with Σ ω(g) = 1 such that E_ω f = Σ ω(g) g·f is invariant for every f in F.',
  AC_wk:
    '**AC_wk(F, ε)** is the least number of elements of a scheme with E_g‖E_ωf − g·E_ωf‖² ≤ ε · E_g‖f − g·f‖² for every f in F, g being averaged over the group (*weak* approximation).',
  AC_st:
    '**AC_st(F, ε)** is the same with ‖E_ωf − h·E_ωf‖² ≤ ε · E_g‖f − g·f‖² for every single h (*strong* approximation).',
  AC_same:
    '**AC_same(F, ε)** is the least number of elements of a scheme with ‖E_ωf − h·E_ωf‖² ≤ ε‖f − h·f‖² for every f in F and every h: the same h on both sides, which is not the strong condition of the paper.',
  threshold:
    'The **threshold** k* is the least degree k for which exact averaging of polynomials of degree at most k needs every element: AC_ex(Sym^{≤k}) = |G|.',
};

/** The function classes of the claims, as texts, each once, in the order of the claims; that of a certificate without claims. */
const classesOf = (certificate: Certificate): readonly string[] =>
  certificate.claims.length === 0
    ? [certificate.functions]
    : [...new Set(certificate.claims.map((claim) => functionsOf(certificate, claim)))];

const explainClaimed = (certificate: Certificate): Paragraphs => {
  const { claims } = certificate;
  const refuted = refutationInWords(certificate);
  const sentences = claims.map((claim, i) => `${i}. ${claimInWords(certificate, claim)}`);
  return [
    ...(refuted === undefined ? [] : [`**${refuted}**${claims.length === 0 ? '' : ' This follows from:'}`]),
    ...(claims.length === 0 ? [] : [listed(sentences)]),
    ...[...new Set(claims.map((claim) => claim.quantity))].map((quantity) => definitions[quantity]),
  ];
};

const listed = (sentences: readonly string[]): string =>
  sentences.length <= manyClaims
    ? sentences.join('\n')
    : `${sentences.slice(0, listLimit).join('\n')}${
        sentences.length <= listLimit
          ? ''
          : `\n\n(The first ${listLimit} of ${sentences.length} claims; the table below has the bounds of all.)`
      }`;

const verdictInWords = (verdict: E.Either<Refusal, undefined>): string => {
  if (E.isRight(verdict)) return '**Checked now: accepted.** Every claim below follows from its evidence.';
  const { code, message } = verdict.left;
  const meaning: Readonly<Record<Refusal['verdict'], string>> = {
    rejected: 'The evidence does not prove the claims; nothing below is proved.',
    malformed: 'The certificate is not well formed; nothing below is proved.',
    declined:
      'The checker does not decide certificates of this size or kind; nothing below is proved or refuted by it.',
    'internal-error': 'This is a bug in the checker; nothing below is proved.',
  };
  return `**Checked now: ${verdict.left.verdict}** (\`${code}\`: ${cut(message, 300)}). ${meaning[verdict.left.verdict]}`;
};

const check = (certificate: Certificate): E.Either<Refusal, undefined> => {
  try {
    return checkCertificate(certificate);
  } catch (problem) {
    return E.left({ verdict: 'internal-error', code: 'internal-error', message: String(problem) });
  }
};

/** `AC_ex(F) = 24`; with the class in place of F where the certificate speaks of several. */
const shortClaim = (certificate: Certificate, claim: Claim): string => {
  if (classesOf(certificate).length > 1) return claimWithClass(certificate, claim);
  const value = showInteger(claim.value);
  if (claim.quantity === 'threshold') return `k* ${showRelation(claim.relation)} ${value}`;
  const epsilon = epsilonOf(claim);
  const at = epsilon === undefined ? '' : `, ε = ${showRational(epsilon)}`;
  return `${claim.quantity}(F${at}) ${showRelation(claim.relation)} ${value}`;
};

const explainProof = <G extends string>(subject: Subject<G>, claim: Claim): Paragraphs => {
  switch (claim.quantity) {
    case 'AC_ex':
      return explainExact(subject, claim);
    case 'threshold':
      return explainThreshold(subject, claim);
    case 'AC_wk':
      return explainWeak(subject, claim);
    case 'AC_st':
      return explainStrong(subject, claim);
    case 'AC_same':
      return explainSuborbits(subject, claim);
  }
};

/** The subject of a claim: with its own function class, if it has one. */
const subjectOfClaim = <G extends string>(subject: Subject<G>, certificate: Certificate, claim: Claim): Subject<G> => {
  const functions = parseFunctionClass(functionsOf(certificate, claim));
  return E.isLeft(functions) ? subject : { ...subject, functions: functions.right };
};

const explainReach = <G extends string>(subject: Subject<G>, claim: Claim): string =>
  // A threshold speaks of signed schemes below and of uniform ones above at once.
  claim.quantity === 'threshold'
    ? 'This holds for uniform, probability and signed weights alike (MATHEMATICS.md 2.2).'
    : reach(claim.relation, claim.weights, claim.value === subject.instance.group.order);

/** What a proof depends on besides the group. */
const proofKey = (certificate: Certificate, claim: Claim): string =>
  JSON.stringify(
    [claim.quantity, functionsOf(certificate, claim), epsilonOf(claim), claim.relation, claim.value, claim.evidence],
    (_, value) => (typeof value === 'bigint' ? `${value}` : value),
  );

/** Claim by claim; what has been proved once is referred to. */
const explainEachClaim = <G extends string>(subject: Subject<G>, certificate: Certificate): Paragraphs => {
  const keys = certificate.claims.map((claim) => proofKey(certificate, claim));
  return certificate.claims.flatMap((claim, index) => {
    const before = keys.indexOf(keys[index]!);
    return [
      `## Claim ${index}: ${shortClaim(certificate, claim)}`,
      ...(before < index
        ? [`The evidence is that of claim ${before}, and proves this too; only the kind of weights is another.`]
        : explainProof(subjectOfClaim(subject, certificate, claim), claim)),
      explainReach(subject, claim),
    ];
  });
};

/** All bounds in a table, and each kind of evidence in full on one example. */
const explainManyClaims = <G extends string>(subject: Subject<G>, certificate: Certificate): Paragraphs => {
  const examples = examplesOf(certificate, subject.instance.group.order);
  return [
    ...explainAllBounds(certificate),
    '## The proofs',
    `There are ${plural(certificate.claims.length, 'claim')} but only ${plural(examples.length, 'kind')} of proof. Each kind is shown once, on the claim where it says most; F is the class of that claim. The proofs of the other claims of a kind differ in their data only, which the certificate has.`,
    ...examples.flatMap(({ kind, index, claim, uses }) => [
      `### ${kind}, as in claim ${index}: ${claimWithClass(certificate, claim)}`,
      ...(uses === 1 ? [] : [`This kind is used ${uses} times.`]),
      ...explainProof(subjectOfClaim(subject, certificate, claim), claim),
      explainReach(subject, claim),
    ]),
  ];
};

const evidenceKind = ({ evidence }: Claim): string => {
  if (isStrongEvidence(evidence)) return `${evidence.kind}, ${insideStrong(evidence).kind}`;
  return evidence.kind === 'two-sided' ? `two-sided, ${evidence.lower.kind} and ${evidence.upper.kind}` : evidence.kind;
};

/** The subject with the tables of an accepted certificate. */
const withTables = <G extends string>(subject: Subject<G>, certificate: Certificate): Subject<G> => {
  const tables = (certificate.tables ?? []).map((data) => checkTable(subject, data));
  return { ...subject, tables: tables.flatMap((table) => (E.isLeft(table) ? [] : [table.right])) };
};

/** Sections of a certificate whose subject could be read. */
const explainSubject = <G extends string>(
  given: Subject<G>,
  certificate: Certificate,
  verdict: E.Either<Refusal, undefined>,
): Paragraphs => {
  const { claims } = certificate;
  const accepted = E.isRight(verdict);
  const subject = accepted ? withTables(given, certificate) : given;
  const classes = classesOf(certificate).flatMap((text): readonly FunctionClass[] => {
    const functions = parseFunctionClass(text);
    return E.isLeft(functions) ? [] : [functions.right];
  });
  const aboutThreshold =
    classes.some(isPolynomialClass) && claims.some(({ quantity }) => quantity === 'AC_ex' || quantity === 'threshold');
  const bounds = aboutThreshold ? explainBounds(subject) : '';
  return [
    '## The group',
    explainGroup(subject),
    '## The functions',
    ...explainClasses(subject, classes),
    ...(bounds === '' ? [] : [bounds]),
    ...(accepted
      ? [
          ...explainRefutation(subject, certificate),
          ...explainLimits(subject, classes),
          ...explainTables(subject),
          ...(claims.length <= manyClaims
            ? explainEachClaim(subject, certificate)
            : explainManyClaims(subject, certificate)),
        ]
      : [
          '## The evidence',
          'No proof is given here, because there is none that the checker accepts. The evidence offered is of these kinds:',
          `${claims
            .slice(0, listLimit)
            .map((claim, i) => `${i}. ${shortClaim(certificate, claim)}: *${evidenceKind(claim)}*`)
            .join('\n')}${claims.length <= listLimit ? '' : `\n\n(The first ${listLimit} of ${claims.length}.)`}`,
        ]),
  ];
};

const howToCheck = (certificate: Certificate): Paragraphs => [
  '## How to check it',
  'Save the certificate as FILE and run `npx reynolds check FILE`: exit code 0 means accepted. The checker rebuilds the group, the action and the function class from the claim and treats the evidence as a hint; FORMAT.md describes the file precisely enough to write another checker.',
  ...(certificate.claims.length > 1
    ? ['The claims are checked in order; one that cites another by number is accepted only after it.']
    : []),
];

/**
 * The explanation, as Markdown. Never throws; long lists are cut and say so. The checker is run, unless it has been just
 * now and its verdict is given.
 */
export const explainCertificate = (
  certificate: Certificate,
  verdict: E.Either<Refusal, undefined> = check(certificate),
): string => {
  const functions = parseFunctionClass(certificate.functions);
  const sections = E.isLeft(functions)
    ? []
    : E.getOrElse((): Paragraphs => [])(
        parseInstance<Paragraphs>(certificate.group, (instance) =>
          E.right(explainSubject(subjectOf(instance, functions.right), certificate, verdict)),
        ),
      );
  const classes = classesOf(certificate);
  const on =
    classes.length > 1
      ? `${classes.length} classes of functions`
      : E.isLeft(functions)
        ? cut(certificate.functions)
        : describeFunctionClass(functions.right);
  const short = E.isLeft(verdict)
    ? []
    : E.getOrElse((): Paragraphs => [])(
        parseInstance<Paragraphs>(certificate.group, ({ group }) =>
          E.right(explainShort(certificate, cut(certificate.group), group.order, on)),
        ),
      );
  return `${[
    certificate.not === undefined
      ? `# Averaging over ${cut(certificate.group)} on ${on}`
      : `# A statement that ${cut(certificate.group)} refutes`,
    source,
    verdictInWords(verdict),
    ...short,
    E.isRight(verdict) ? '## What is claimed' : '## What is claimed, but not proved',
    ...explainClaimed(certificate),
    ...sections,
    ...(E.isRight(verdict) ? explainTrust(certificate) : []),
    ...howToCheck(certificate),
  ].join('\n\n')}\n`;
};
