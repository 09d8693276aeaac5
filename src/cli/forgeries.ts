/**
 * False certificates made of a true one, to see them refused. Each is false by the true certificate's own claims, so a
 * checker that accepts one is wrong.
 */
import type { Certificate, Claim } from '../certificate/certificate.ts';
import type { WeakEvidence } from '../certificate/evidence.ts';

type WeakClaim = Extract<Claim, { readonly quantity: 'AC_wk' }>;

/** AC_ex = n claimed as n − 1, with the same evidence. */
const oneFewer = (claim: Claim): Claim | undefined =>
  claim.quantity === 'AC_ex' && claim.relation === '=' && claim.value > 1n
    ? { ...claim, value: claim.value - 1n }
    : undefined;

const isUpper = (evidence: WeakClaim['evidence']): evidence is WeakEvidence =>
  evidence.kind === 'existence' || 'scheme' in evidence;

const truncated = (evidence: WeakEvidence, size: number): WeakEvidence =>
  evidence.kind === 'existence'
    ? evidence
    : { ...evidence, scheme: { elements: evidence.scheme.elements.slice(0, size) } };

/** An upper bound claimed one below the proved lower bound, by the first elements of the same scheme. */
const belowTheLowerBound = (claims: readonly Claim[]): Claim | undefined => {
  const weak = claims.filter((claim): claim is WeakClaim => claim.quantity === 'AC_wk');
  const lower = weak.find(({ relation }) => relation === '>=');
  if (lower === undefined || lower.value < 2n) return undefined;
  const value = lower.value - 1n;
  for (const { evidence, ...upper } of weak)
    if (upper.relation === '<=' && isUpper(evidence) && upper.weights === 'uniform')
      return { ...upper, value, evidence: truncated(evidence, Number(value)) };
  return undefined;
};

export const forgeriesOf = (certificate: Certificate): readonly Certificate[] =>
  [...certificate.claims.map(oneFewer), belowTheLowerBound(certificate.claims)].flatMap((claim) =>
    claim === undefined ? [] : [{ ...certificate, claims: [claim] }],
  );
