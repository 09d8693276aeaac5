/** Evidence about AC_ex and about the threshold, kind by kind. */
import * as E from 'fp-ts/lib/Either.js';
import type { ExactEvidence, ThresholdEvidence } from '../certificate/evidence.ts';
import { polynomials } from '../representation/functionClass.ts';
import { checkAnnihilator } from './annihilator.ts';
import { checkDimension } from './dimension.ts';
import { checkDivisibility } from './divisibility.ts';
import { type Established, everyElement } from './established.ts';
import { checkExactScheme, checkSubgroup } from './exactScheme.ts';
import { checkExhaustion } from './exhaustion.ts';
import { checkFreeOrbit } from './freeOrbit.ts';
import { checkHarmonics, checkThresholdByHarmonics } from './harmonics.ts';
import { checkLinearProgramme } from './linearProgramme.ts';
import { checkMultiplicities, checkThresholdByMultiplicities } from './multiplicities.ts';
import { checkOrbit } from './orbit.ts';
import { checkRank } from './rank.ts';
import { checkReflections } from './reflections.ts';
import { type Refusal, rejected } from './refusal.ts';
import type { Subject } from './subject.ts';

/** The lower bound of one, the upper bound of the other. */
const bothSides = (
  lower: E.Either<Refusal, Established>,
  upper: E.Either<Refusal, Established>,
): E.Either<Refusal, Established> => {
  if (E.isLeft(lower)) return lower;
  if (E.isLeft(upper)) return upper;
  const { least } = lower.right;
  const { most } = upper.right;
  return least === undefined || most === undefined
    ? rejected(
        'claim-not-implied',
        `${least === undefined ? 'the first gives no lower' : 'the second gives no upper'} bound`,
      )
    : E.right({ quantity: 'AC_ex', least, most });
};

export const checkExact = <G extends string>(
  subject: Subject<G>,
  evidence: ExactEvidence,
): E.Either<Refusal, Established> => {
  switch (evidence.kind) {
    case 'regular':
      // The function that is 1 at e and 0 elsewhere has independent translates (free orbit, 2.3).
      return subject.functions.kind === 'all'
        ? E.right(everyElement(subject.instance.group.order))
        : rejected('evidence-not-applicable', 'regular evidence is for all functions');
    case 'free-orbit':
      return checkFreeOrbit(subject, evidence.factors);
    case 'annihilator':
      return checkAnnihilator(subject, evidence.coefficients);
    case 'multiplicities':
      return checkMultiplicities(subject, evidence.table, evidence.degrees);
    case 'harmonics':
      return checkHarmonics(subject);
    case 'scheme':
      return checkExactScheme(subject, evidence.scheme);
    case 'subgroup':
      return checkSubgroup(subject, evidence.generators);
    case 'reflections':
      return checkReflections(subject, evidence.reflections);
    case 'orbit':
      return checkOrbit(subject, evidence.exponents);
    case 'rank':
      return checkRank(subject, evidence.table, evidence.rows);
    case 'linear-programme':
      return checkLinearProgramme(subject, evidence.table, evidence.multipliers);
    case 'dimension':
      return checkDimension(subject, evidence.table);
    case 'divisibility':
      return checkDivisibility(subject, evidence.monomials);
    case 'exhaustion':
      return checkExhaustion(subject, evidence.size, evidence.weights);
    case 'two-sided':
      return bothSides(checkExact(subject, evidence.lower), checkExact(subject, evidence.upper));
  }
};

/**
 * The threshold, for a claim whose function class is poly:k. *threshold* evidence shows AC_ex = |G| on Sym^{≤k}, which
 * bounds the threshold above by k for all weights, and AC_ex < |G| on Sym^{≤k−1}, which bounds it below by k for the
 * weights of the smaller scheme (left out for k = 0).
 */
export const checkThreshold = <G extends string>(
  subject: Subject<G>,
  evidence: ThresholdEvidence,
): E.Either<Refusal, Established> => {
  if (evidence.kind === 'multiplicities')
    return checkThresholdByMultiplicities(subject, evidence.table, evidence.degrees);
  if (evidence.kind === 'harmonics') return checkThresholdByHarmonics(subject);
  const { functions, instance } = subject;
  if (functions.kind !== 'polynomials')
    return rejected('evidence-not-applicable', 'a threshold is stated with functions poly:K, K its value');
  const k = functions.degree;
  const attained = checkExact(subject, evidence.attained);
  if (E.isLeft(attained)) return attained;
  // A bound for uniform weights alone says nothing of the others.
  const { least } = attained.right;
  if (least === undefined || least.for === 'uniform' || least.value < instance.group.order)
    return rejected('claim-not-implied', `the evidence does not show that poly:${k} needs every element`);
  const most = { value: BigInt(k), for: 'uniform' } as const;
  if (k === 0) return E.right({ quantity: 'threshold', most, least: { value: 0n, for: 'uniform' } });
  if (evidence.missed === undefined) return E.right({ quantity: 'threshold', most });
  const missed = checkExact({ ...subject, functions: polynomials(k - 1) }, evidence.missed);
  if (E.isLeft(missed)) return missed;
  if (missed.right.most === undefined || missed.right.most.value >= instance.group.order)
    return rejected('claim-not-implied', `the evidence does not show that poly:${k - 1} needs fewer elements`);
  return E.right({ quantity: 'threshold', most, least: { value: BigInt(k), for: missed.right.most.for } });
};
