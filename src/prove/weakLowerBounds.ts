/**
 * Lower bounds on AC_wk: Welch, generation, pigeonhole, tree and, for (ℤ/2)^r, code for classes in which every irreducible
 * occurs, and the linear programme for all; for each kind of weights the best one becomes a claim.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { primeFactors } from '../algebra/integer.ts';
import type { Rational } from '../algebra/rational.ts';
import { welchBound } from '../averaging/bounds.ts';
import type { Claim } from '../certificate/certificate.ts';
import type { WeakBoundEvidence } from '../certificate/evidence.ts';
import { checkGeneration } from '../check/generation.ts';
import { checkPigeonhole } from '../check/pigeonhole.ts';
import { chainSteps, type Subject } from '../check/subject.ts';
import { abelianisationOrder } from '../group/abelianQuotients.ts';
import type { Characters } from './characters.ts';
import { findCodeBound } from './codeBound.ts';
import type { LinearSolver } from './linearSolver.ts';
import { weakLinearProgramme } from './lowerBounds.ts';
import { findTreeBound } from './treeBound.ts';

type WeakClaim = Extract<Claim, { readonly quantity: 'AC_wk' }>;

interface WeakLowerBound {
  readonly value: bigint;
  readonly weights: 'signed' | 'probability' | 'uniform';
  readonly evidence: WeakBoundEvidence;
}

export interface WeakLowerOptions<G extends string> {
  readonly epsilon: Rational;
  readonly solver: LinearSolver;
  /** The table, as number 0 of the certificate; without it there is no linear programme. */
  readonly characters: Characters<G> | undefined;
  /** The claim of the file, AC_ex = |G|, that shows that every irreducible occurs; not needed for `all`. */
  readonly exact?: number;
}

const largestPrime = 1000;
const mostParts = 64;

/** Bounds for a class in which every irreducible occurs. */
const wholeGroupBounds = <G extends string>(
  subject: Subject<G>,
  { epsilon, solver, exact }: WeakLowerOptions<G>,
): readonly WeakLowerBound[] => {
  const { group } = subject.instance;
  const by = exact === undefined ? {} : { exact };
  const bounds: WeakLowerBound[] = [
    { value: welchBound(group.order, epsilon), weights: 'signed', evidence: { kind: 'welch', ...by } },
  ];
  const quotient = abelianisationOrder(group, chainSteps);
  const abelian = O.isSome(quotient) && quotient.value < 2n ** 50n ? Number(quotient.value) : 1;
  const powerOfTwo = O.isSome(quotient) && (quotient.value & (quotient.value - 1n)) === 0n;
  for (const prime of new Set([2, ...(powerOfTwo ? [] : primeFactors(abelian))])) {
    if (prime > largestPrime) continue;
    const shown = checkGeneration(subject, prime, epsilon);
    if (E.isRight(shown) && shown.right.least !== undefined)
      bounds.push({
        value: shown.right.least.value,
        weights: 'signed',
        evidence: { kind: 'generation', prime, ...by },
      });
  }
  for (let parts = 5; parts <= mostParts; parts++) {
    const shown = checkPigeonhole(subject, parts, epsilon);
    if (E.isLeft(shown) || shown.right.least === undefined) continue;
    bounds.push({
      value: shown.right.least.value,
      weights: 'probability',
      evidence: { kind: 'pigeonhole', parts, ...by },
    });
    break;
  }
  const tree = findTreeBound(subject, epsilon, solver);
  if (tree !== undefined) {
    const { from, polynomials, value } = tree;
    bounds.push({ value, weights: 'uniform', evidence: { kind: 'tree', from, polynomials, ...by } });
  }
  const code = findCodeBound(subject, epsilon, solver);
  if (code !== undefined) {
    const { from, polynomials, value } = code;
    bounds.push({ value, weights: 'uniform', evidence: { kind: 'code', from, polynomials, ...by } });
  }
  return bounds;
};

/**
 * At most one claim for each kind of weights, signed first; one for less general weights only where it says more.
 */
export const weakLowerClaims = <G extends string>(
  subject: Subject<G>,
  options: WeakLowerOptions<G>,
): readonly WeakClaim[] => {
  const { epsilon, characters, solver } = options;
  const everything = subject.functions.kind === 'all' || options.exact !== undefined;
  const bounds: WeakLowerBound[] = everything ? [...wholeGroupBounds(subject, options)] : [];
  const programme = characters === undefined ? undefined : weakLinearProgramme(subject, characters, solver, epsilon);
  if (programme !== undefined)
    bounds.push({
      value: programme.value,
      weights: 'probability',
      evidence: { kind: 'linear-programme', table: 0, multipliers: programme.multipliers },
    });
  const claims: WeakClaim[] = [];
  let known = 0n;
  for (const weights of ['signed', 'probability', 'uniform'] as const)
    for (const bound of bounds
      .filter((candidate) => candidate.weights === weights && candidate.value > known)
      .sort((a, b) => (a.value > b.value ? -1 : a.value < b.value ? 1 : 0))
      .slice(0, 1)) {
      known = bound.value;
      claims.push({
        quantity: 'AC_wk',
        relation: '>=',
        value: bound.value,
        weights,
        epsilon,
        evidence: bound.evidence,
      });
    }
  return claims;
};
