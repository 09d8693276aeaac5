/** The proofs about approximate averaging by explicit schemes, and the lower bound. Only for accepted certificates. */
import * as E from 'fp-ts/lib/Either.js';
import { type Rational, rational } from '../algebra/rational.ts';
import type { Claim } from '../certificate/certificate.ts';
import type { DisplacementTest, WeakEvidence } from '../certificate/evidence.ts';
import type { Subject } from '../check/subject.ts';
import { monomialModules } from '../representation/module.ts';
import { partitions } from '../representation/partition.ts';
import { explainExistence } from './explainExistence.ts';
import { explainLinearProgramme } from './explainLower.ts';
import { plural, showFraction, showInteger, showList, showSchemeData } from './explainText.ts';
import { explainWholeGroupBound } from './explainWeakLower.ts';

type WeakClaim = Extract<Claim, { readonly quantity: 'AC_wk' }>;
type StrongClaim = Extract<Claim, { readonly quantity: 'AC_st' }>;
type Kind<K extends WeakEvidence['kind']> = Extract<WeakEvidence, { readonly kind: K }>;
type Paragraphs = readonly string[];

const spectral = (epsilon: Rational): string =>
  `**Idea** (MATHEMATICS.md 3.1). E_g‖f − g·f‖² = 2‖f − Pf‖², so the weak condition with ε = ${showFraction(epsilon)} says exactly that ‖E_ω − P‖² ≤ ε on F, that is ‖ω̂(π)‖² ≤ ε for every nontrivial irreducible π in F.`;

const theScheme = (evidence: { readonly scheme: Kind<'gram'>['scheme'] }): string => {
  const { scheme } = evidence;
  const weights = scheme.weights === undefined ? ', averaged plainly' : '';
  return `**The scheme** has ${plural(scheme.elements.length, 'element')}${weights}: ${showSchemeData(scheme)}.`;
};

const modulesInWords = <G extends string>(subject: Subject<G>, which: Kind<'gram'>['module']): string => {
  if (which === 'regular')
    return `The functions on the group form one permutation module of dimension ${showInteger(subject.instance.group.order)}, the regular representation; it contains every irreducible, so the bound holds for every function class.`;
  const modules = monomialModules(subject.instance, subject.functions);
  if (E.isLeft(modules)) return 'The monomials fall into orbits, each spanning a module.';
  const sizes = modules.right.map(({ size }) => size);
  return (
    `The monomials fall into orbits; up to isomorphism there ${sizes.length === 1 ? 'is one module' : `are ${sizes.length} modules`}, of ` +
    `${sizes.length === 1 ? 'dimension' : 'dimensions'} ${showList(sizes.map(String))} (monomials with exponents in the same pattern give the same module).`
  );
};

const explainGram = <G extends string>(subject: Subject<G>, evidence: Kind<'gram'>): Paragraphs => [
  `**The data.** ${modulesInWords(subject, evidence.module)}`,
  theScheme(evidence),
  '**The checker verifies** that the symmetric matrix εI + P − E_ωᵀE_ω is positive semidefinite on each module, where the group acts by (signed) permutation matrices, so that the standard inner product is invariant. All entries are made integers; large matrices are tested by a Cholesky factorisation with a proved bound on its rounding errors (Rump 2006; Higham, Theorem 10.3), small ones that this does not settle by exact elimination.',
];

const explainBlocks = <G extends string>(subject: Subject<G>, evidence: Kind<'blocks'>): Paragraphs => {
  const { family } = subject.instance.group;
  const d = family.name === 'S' ? family.parameter : 0;
  const count = [...partitions(d)].length - 1;
  return [
    `**The data.** The irreducibles of S${d} belong to the partitions of ${d}: ${count} besides the trivial one. All are tested, so the bound holds for every function class.`,
    theScheme(evidence),
    '**The checker verifies** ‖ω̂(λ)‖² ≤ ε for each partition λ, with the matrices of Young’s orthogonal form in floating point and a proved bound on the rounding errors, again by positive definiteness.',
  ];
};

const explainAbelian = <G extends string>(subject: Subject<G>, evidence: Kind<'abelian'>): Paragraphs => [
  `**The data.** The group is abelian, and its irreducibles are ${showInteger(subject.instance.group.order)} characters χ; ω̂(χ) is a number.`,
  theScheme(evidence),
  '**The checker verifies** |ω̂(χ)|² ≤ ε for every nontrivial character (for sign changes on polynomials of low degree: those of low weight): exactly in integers for (ℤ/2)^r, else in doubles, then in fixed point, both with a proved error (MATHEMATICS.md 3.25, 3.13), and in exact cyclotomic arithmetic where that is not enough.',
];

const explainPlane = <G extends string>(subject: Subject<G>, evidence: Kind<'plane'>): Paragraphs => {
  const { action, group } = subject.instance;
  const n = action.kind === 'plane' ? action.turns : 0;
  const { functions } = subject;
  const k = functions.kind === 'polynomials' ? functions.degree : functions.kind === 'linear' ? 1 : n;
  const most = Math.min(k, Math.floor(n / 2));
  const determinant = group.family.name === 'D' && k >= n ? ', and on the determinant, which Im zⁿ carries' : '';
  return [
    `**The data.** On the span of z^m and z̄^m, E_ω is z^m ↦ A z^m + B z̄^m, with norm |A| + |B|: A collects the rotations of the scheme, B its reflections. The degrees m = 1 … ${most} give every irreducible of the class${determinant === '' ? '' : ' but the determinant'}.`,
    theScheme(evidence),
    `**The checker verifies** (|A| + |B|)² ≤ ε for each of these degrees${determinant}, as signs of real sums of ${n}-th roots of unity, decided exactly.`,
  ];
};

const explainMoments = <G extends string>(
  subject: Subject<G>,
  evidence: Kind<'moments'>,
  epsilon: Rational,
): Paragraphs => {
  const m = evidence.power;
  const { order } = subject.instance.group;
  return [
    `**The data.** The moment m = ${m}. With ω̃(g) = ω(g⁻¹) and T_m = (ω̃*ω)^{*m}(e), traces in the regular representation give Σ_π d_π tr((ω̂*ω̂)^m) = |G| T_m. The trivial representation contributes 1, so max ‖ω̂(π)‖^{${2 * m}} ≤ ${showInteger(order)} · T_${m} − 1 (MATHEMATICS.md 3.4).`,
    theScheme(evidence),
    `**The checker verifies** ${showInteger(order)} · T_${m} − 1 ≤ (${showFraction(epsilon)})^${m} by multiplying elements only: in floating point with a proved error (MATHEMATICS.md 3.24), and in exact rational arithmetic where that leaves a doubt. No representation is needed, and the bound holds for every function class.`,
  ];
};

const explainWeakEvidence = <G extends string>(
  subject: Subject<G>,
  evidence: WeakEvidence,
  epsilon: Rational,
  size: bigint,
): Paragraphs => {
  switch (evidence.kind) {
    case 'existence':
      return explainExistence(subject, evidence, epsilon, size);
    case 'gram':
      return [spectral(epsilon), ...explainGram(subject, evidence)];
    case 'blocks':
      return [spectral(epsilon), ...explainBlocks(subject, evidence)];
    case 'abelian':
      return [spectral(epsilon), ...explainAbelian(subject, evidence)];
    case 'plane':
      return [spectral(epsilon), ...explainPlane(subject, evidence)];
    case 'moments':
      return [spectral(epsilon), ...explainMoments(subject, evidence, epsilon)];
  }
};

export const explainWeak = <G extends string>(subject: Subject<G>, claim: WeakClaim): Paragraphs => {
  const { evidence, epsilon, value } = claim;
  switch (evidence.kind) {
    case 'linear-programme':
      return explainLinearProgramme(subject, evidence, epsilon);
    case 'welch':
    case 'generation':
    case 'pigeonhole':
    case 'tree':
    case 'code':
      return explainWholeGroupBound(subject, evidence, epsilon, value);
    default:
      return explainWeakEvidence(subject, evidence, epsilon, value);
  }
};

/** The proof for a test of every displacement. */
const explainDisplacement = <G extends string>(
  { instance: { group } }: Subject<G>,
  test: DisplacementTest,
  epsilon: Rational,
): Paragraphs => {
  const double = showFraction(rational(2n * epsilon.numerator, epsilon.denominator));
  const methods: Readonly<Record<DisplacementTest['kind'], string>> = {
    gram: 'On a module whose basis the group permutes up to sign write E_ω = M/W with integers. Then (1 − h)E_ω vanishes on invariants, and the condition is that the integer matrix 2pW²·1 − q·((1 − h)M)ᵀ(1 − h)M, ε = p/q, is positive semidefinite for every h (MATHEMATICS.md 3.20). **The checker** forms it for each h and tests it by Cholesky’s algorithm with a proved error bound, and up to dimension 120 by exact elimination where that does not settle it (3.8).',
    blocks:
      'In Young’s orthogonal form, M = Wω̂(λ) is known within a proved bound, and so is M − λ(h)M for every h (MATHEMATICS.md 3.22). **The checker** bounds ‖M − λ(h)M‖² by 2εW² for every h and every nontrivial λ, by Cholesky’s algorithm with a proved error bound (3.8); irreducibles on which the error itself is within ε/2 need no h.',
    abelian:
      'A character χ of order o takes every o-th root of unity as value, so sup_h |1 − χ(h)|² is 4 for even o and 2 + 2cos(π/o) for odd o (MATHEMATICS.md 3.21). **The checker** takes for each χ the h with χ(h) nearest to −1 and decides |(1 − χ(h))ω̂(χ)|² ≤ 2ε exactly.',
  };
  return [
    `**Idea** (MATHEMATICS.md 3.20, *displacement*). As E_g‖f − g·f‖² = 2‖f − Pf‖² and (1 − h)E_ω vanishes on invariants, the strong condition at ε says exactly that ‖(1 − π(h))ω̂(π)‖² is at most 2ε = ${double} for every h and every nontrivial irreducible π of the class. As ‖1 − π(h)‖ ≤ 2, the weak condition at ε/2 is enough (3.2), but it is not necessary: here the ${plural(test.scheme.elements.length, 'listed element')} are tested against every h in the group of ${showInteger(group.order)} elements.`,
    methods[test.kind],
    theScheme(test),
  ];
};

export const explainStrong = <G extends string>(subject: Subject<G>, claim: StrongClaim): Paragraphs => {
  if (claim.evidence.kind === 'displacement') return explainDisplacement(subject, claim.evidence.test, claim.epsilon);
  if (claim.evidence.kind === 'weak-below-strong')
    return [
      '**What bounds AC_wk from below bounds AC_st** (MATHEMATICS.md 3.23). The mean over h of ‖u − h·u‖² is at most its greatest value, so a scheme that is strong at ε is weak at ε: **AC_wk(F, ε) ≤ AC_st(F, ε)**, for each kind of weights. It remains to bound AC_wk from below.',
      ...explainWeak(subject, { ...claim, quantity: 'AC_wk', evidence: claim.evidence.weak }),
    ];
  const half = rational(claim.epsilon.numerator, 2n * claim.epsilon.denominator);
  return [
    `**From weak to strong** (MATHEMATICS.md 3.2). For every h, ‖u − h·u‖² ≤ 4‖u − Pu‖², while E_g‖f − g·f‖² = 2‖f − Pf‖²; so a scheme that is weak at ε/2 is strong at ε: **AC_st(F, 2ε) ≤ AC_wk(F, ε)**. The factor here is 2; the paper states it with 4. It remains to show the weak condition at ε/2 = ${showFraction(half)}.`,
    ...explainWeakEvidence(subject, claim.evidence.weak, half, claim.value),
  ];
};
