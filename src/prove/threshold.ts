/** Evidence for the threshold k*, from both sides wherever the group allows. */
import * as E from 'fp-ts/lib/Either.js';
import type { Claim } from '../certificate/certificate.ts';
import { unlimited } from '../check/allowance.ts';
import { checkExact } from '../check/exact.ts';
import { subjectOf } from '../check/subject.ts';
import { declined, type Problem } from '../group/notation.ts';
import { shorten } from '../group/permutation.ts';
import type { Instance } from '../representation/action.ts';
import { polynomials } from '../representation/functionClass.ts';
import { degreeOfFactors, freeOrbitFactors } from './freeOrbit.ts';
import { reflectionsOf } from './reflections.ts';
import { occurrenceOf } from './table.ts';

type ThresholdClaim = Extract<Claim, { readonly quantity: 'threshold' }>;

const claim = (
  k: number,
  relation: ThresholdClaim['relation'],
  evidence: ThresholdClaim['evidence'],
): ThresholdClaim => ({
  quantity: 'threshold',
  relation,
  value: BigInt(k),
  weights: 'signed',
  evidence,
});

/** For reflection groups: a free orbit at the number of reflections, and no determinant below it. */
const byReflections = <G extends string>(instance: Instance<G>): ThresholdClaim | undefined => {
  const factors = freeOrbitFactors(instance);
  if (factors === undefined) return undefined;
  const k = degreeOfFactors(factors);
  const attained = { kind: 'free-orbit', factors } as const;
  const subject = subjectOf(instance, polynomials(k), unlimited);
  if (k === 0)
    return E.isRight(checkExact(subject, attained)) ? claim(0, '=', { kind: 'threshold', attained }) : undefined;
  const reflections = reflectionsOf(instance);
  if (reflections === undefined || reflections.length !== k || E.isLeft(checkExact(subject, attained)))
    return undefined;
  const missed = { kind: 'reflections', reflections: reflections.map(instance.group.show) } as const;
  return claim(k, '=', { kind: 'threshold', attained, missed });
};

/** An upper bound from a free orbit, for groups too large for more. */
const fromAbove = <G extends string>(instance: Instance<G>): ThresholdClaim | undefined => {
  const factors = freeOrbitFactors(instance);
  if (factors === undefined) return undefined;
  const k = degreeOfFactors(factors);
  const attained = { kind: 'free-orbit', factors } as const;
  const shown = checkExact(subjectOf(instance, polynomials(k), unlimited), attained);
  return E.isLeft(shown) ? undefined : claim(k, '<=', { kind: 'threshold', attained });
};

/** The claim threshold = k, or threshold ≤ k where the group is too large to find out more. */
export const proveThreshold = <G extends string>(instance: Instance<G>): E.Either<Problem, ThresholdClaim> => {
  const { action, group } = instance;
  if (!instance.faithful)
    return declined(
      `${shorten(instance.notation)} has no threshold: elements other than the identity act trivially, so no degree needs ` +
        'every element; certify exact and certify profile still work',
    );
  if (action.kind === 'plane') {
    const k = group.family.name === 'D' ? action.turns : Math.floor(action.turns / 2);
    return E.right(claim(k, '=', { kind: 'harmonics' }));
  }
  const reflective = byReflections(instance);
  if (reflective !== undefined) return E.right(reflective);
  const occurrence = occurrenceOf(instance);
  if (E.isRight(occurrence)) {
    const { table, degrees, threshold } = occurrence.right;
    return E.right(claim(threshold, '=', { kind: 'multiplicities', table, degrees }));
  }
  const above = fromAbove(instance);
  return above === undefined ? occurrence : E.right(above);
};
