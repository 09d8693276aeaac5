/**
 * A certificate explained: the proof of this very instance, step by step, in Markdown. The checker is run first, and
 * only an accepted certificate is explained as a proof; otherwise the text says what was claimed and why it is not
 * accepted.
 */
import * as E from 'fp-ts/lib/Either.js';
import { showRational } from '../algebra/rational.ts';
import type { Certificate, Claim } from '../certificate/certificate.ts';
import { claimInWords } from '../certificate/statement.ts';
import { checkCertificate, type Refusal } from '../check/index.ts';
import { type Subject, subjectOf } from '../check/subject.ts';
import { parseInstance } from '../representation/action.ts';
import { describeFunctionClass, parseFunctionClass } from '../representation/functionClass.ts';
import { explainStrong, explainWeak } from './explainApproximate.ts';
import { explainExact, explainThreshold } from './explainExact.ts';
import { explainBounds, explainFunctions, explainGroup } from './explainSubject.ts';
import { cut, reach, showInteger, showRelation } from './explainText.ts';

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
  threshold:
    'The **threshold** k* is the least degree k for which exact averaging of polynomials of degree at most k needs every element: AC_ex(Sym^{≤k}) = |G|.',
};

const explainClaimed = (certificate: Certificate): Paragraphs => [
  certificate.claims.map((claim, i) => `${i}. ${claimInWords(certificate, claim)}`).join('\n'),
  ...[...new Set(certificate.claims.map((claim) => claim.quantity))].map((quantity) => definitions[quantity]),
];

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

const shortClaim = (claim: Claim): string => {
  const value = showInteger(claim.value);
  if (claim.quantity === 'threshold') return `k* ${showRelation(claim.relation)} ${value}`;
  const at = claim.quantity === 'AC_ex' ? '' : `, ε = ${showRational(claim.epsilon)}`;
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
  }
};

const explainClaim = <G extends string>(subject: Subject<G>, claim: Claim, index: number): Paragraphs => [
  `## Claim ${index}: ${shortClaim(claim)}`,
  ...explainProof(subject, claim),
  // A threshold speaks of signed schemes below and of uniform ones above at once.
  ...(claim.quantity === 'threshold'
    ? ['This holds for uniform, probability and signed weights alike (MATHEMATICS.md 2.2).']
    : [reach(claim.relation, claim.weights)]),
];

const evidenceKind = (claim: Claim): string =>
  claim.evidence.kind === 'strong-from-weak' ? `strong-from-weak, ${claim.evidence.weak.kind}` : claim.evidence.kind;

/** Sections of a certificate whose subject could be read. */
const explainSubject = <G extends string>(
  subject: Subject<G>,
  certificate: Certificate,
  verdict: E.Either<Refusal, undefined>,
): Paragraphs => {
  const { claims } = certificate;
  const aboutThreshold =
    subject.functions.kind === 'polynomials' &&
    claims.some(({ quantity }) => quantity === 'AC_ex' || quantity === 'threshold');
  const bounds = aboutThreshold ? explainBounds(subject) : '';
  return [
    '## The group',
    explainGroup(subject),
    '## The functions',
    explainFunctions(subject),
    ...(bounds === '' ? [] : [bounds]),
    ...(E.isRight(verdict)
      ? claims.flatMap((claim, index) => explainClaim(subject, claim, index))
      : [
          '## The evidence',
          'No proof is given here, because there is none that the checker accepts. The evidence offered is of these kinds:',
          claims.map((claim, i) => `${i}. ${shortClaim(claim)}: *${evidenceKind(claim)}*`).join('\n'),
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

/** The explanation, as Markdown. Never throws; lists are cut after twelve members and say so. */
export const explainCertificate = (certificate: Certificate): string => {
  const verdict = check(certificate);
  const functions = parseFunctionClass(certificate.functions);
  const sections = E.isLeft(functions)
    ? []
    : E.getOrElse((): Paragraphs => [])(
        parseInstance<Paragraphs>(certificate.group, (instance) =>
          E.right(explainSubject(subjectOf(instance, functions.right), certificate, verdict)),
        ),
      );
  const on = E.isLeft(functions) ? cut(certificate.functions) : describeFunctionClass(functions.right);
  return `${[
    `# Averaging over ${cut(certificate.group)} on ${on}`,
    source,
    verdictInWords(verdict),
    E.isRight(verdict) ? '## What is claimed' : '## What is claimed, but not proved',
    ...explainClaimed(certificate),
    ...sections,
    ...howToCheck(certificate),
  ].join('\n\n')}\n`;
};
