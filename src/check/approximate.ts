/** Evidence about AC_wk and AC_st, kind by kind. */
import * as E from 'fp-ts/lib/Either.js';
import { halved, type Rational } from '../algebra/rational.ts';
import { welchBound } from '../averaging/bounds.ts';
import { type Scheme, schemeSize } from '../averaging/scheme.ts';
import type { StrongEvidence, WeakBoundEvidence, WeakEvidence } from '../certificate/evidence.ts';
import { checkAbelian } from './abelian.ts';
import { checkBlocks } from './blocks.ts';
import { checkDisplacement } from './displacement.ts';
import { atMost, type Established } from './established.ts';
import { checkExistence } from './existence.ts';
import { checkGram } from './gram.ts';
import { checkLinearProgramme } from './linearProgramme.ts';
import { checkMoments } from './moments.ts';
import { checkPlane } from './plane.ts';
import { type Refusal, rejected } from './refusal.ts';
import { readScheme, type Subject } from './subject.ts';

const checkError = <G extends string>(
  subject: Subject<G>,
  evidence: Exclude<WeakEvidence, { readonly kind: 'existence' }>,
  scheme: Scheme<G>,
  epsilon: Rational,
): E.Either<Refusal, undefined> => {
  switch (evidence.kind) {
    case 'gram':
      return checkGram(subject, evidence.module, scheme, epsilon);
    case 'blocks':
      return checkBlocks(subject, scheme, epsilon);
    case 'abelian':
      return checkAbelian(subject, scheme, epsilon);
    case 'plane':
      return checkPlane(subject, scheme, epsilon);
    case 'moments':
      return checkMoments(subject, scheme, epsilon, evidence.power);
  }
};

type LinearProgramme = Extract<WeakBoundEvidence, { readonly kind: 'linear-programme' }>;

/** AC_wk ≤ size, or the bound of a linear programme from below. `claimed` is the size that existence evidence is asked about; listed schemes have their own. */
export const checkWeak = <G extends string>(
  subject: Subject<G>,
  evidence: WeakEvidence | LinearProgramme,
  epsilon: Rational,
  claimed: bigint,
): E.Either<Refusal, Established> => {
  if (evidence.kind === 'linear-programme')
    return checkLinearProgramme(subject, evidence.table, evidence.multipliers, epsilon);
  if (evidence.kind === 'existence') {
    const shown = checkExistence(subject, claimed, epsilon, evidence.root, evidence.degrees);
    return E.isLeft(shown) ? shown : E.right(atMost('AC_wk', claimed, 'uniform', epsilon));
  }
  const scheme = readScheme(subject, evidence.scheme);
  if (E.isLeft(scheme)) return scheme;
  const bounded = checkError(subject, evidence, scheme.right, epsilon);
  if (E.isLeft(bounded)) return bounded;
  return E.right(atMost('AC_wk', BigInt(schemeSize(scheme.right)), scheme.right.kind, epsilon));
};

/**
 * AC_st(F, ε) ≤ AC_wk(F, ε/2) (MATHEMATICS.md 3.2): the same elements serve; or the size of a scheme of which every
 * displacement is tested (3.20).
 */
export const checkStrong = <G extends string>(
  subject: Subject<G>,
  evidence: Exclude<StrongEvidence, { readonly kind: 'weak-below-strong' }>,
  epsilon: Rational,
  claimed: bigint,
): E.Either<Refusal, Established> => {
  if (evidence.kind === 'displacement') {
    const scheme = readScheme(subject, evidence.test.scheme);
    if (E.isLeft(scheme)) return scheme;
    const bounded = checkDisplacement(subject, evidence.test, scheme.right, epsilon);
    if (E.isLeft(bounded)) return bounded;
    return E.right(atMost('AC_st', BigInt(schemeSize(scheme.right)), scheme.right.kind, epsilon));
  }
  const half = halved(epsilon);
  const weak = checkWeak(subject, evidence.weak, half, claimed);
  if (E.isRight(weak)) return E.right({ ...weak.right, quantity: 'AC_st', epsilon });
  // An error above ε/2 does not show that the displacement is above ε.
  return weak.left.code === 'error-exceeds-epsilon'
    ? rejected('error-not-bounded', `${weak.left.message}, taken at half its value for the strong condition`)
    : weak;
};

/**
 * Welch's bound (MATHEMATICS.md 3.5) for a class in which every irreducible occurs: with p = Σ ω², |G| Σ ω² =
 * Σ_π d_π ‖ω̂(π)‖_F² ≤ 1 + ε(|G| − 1), and Σ ω² ≥ 1/size, for signed weights too. The caller has shown occurrence.
 */
export const welch = (order: bigint, epsilon: Rational): Established => ({
  quantity: 'AC_wk',
  epsilon,
  least: { value: welchBound(order, epsilon), for: 'signed' },
});
