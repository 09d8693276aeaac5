/** What a certificate says, in words. */
import { type Rational, showRational } from '../algebra/rational.ts';
import type { Certificate, Claim } from './certificate.ts';

/** `the group S5`, `D8 acting by @plane` … */
const functionsInWords = (functions: string): string => {
  if (functions === 'all') return 'all functions on the group';
  if (functions === 'linear') return 'linear functions';
  return `polynomials of degree at most ${functions.replace('poly:', '')}`;
};

const relationInWords: Readonly<Record<Claim['relation'], string>> = {
  '=': 'exactly',
  '<=': 'at most',
  '>=': 'at least',
};

const within = (epsilon: Rational): string => `ε = ${showRational(epsilon)}`;

const weightsInWords = (claim: Claim): string => {
  if (claim.weights === 'signed')
    return claim.relation === '<=' ? 'with signed weights' : 'with any weights, signed ones included';
  if (claim.weights === 'probability')
    return claim.relation === '<=' ? 'with probability weights' : 'with probability weights (and so with uniform ones)';
  return claim.relation === '<=' ? 'with uniform weights (a plain average)' : 'with uniform weights';
};

const isExistence = (claim: Claim): boolean =>
  claim.evidence.kind === 'existence' ||
  (claim.evidence.kind === 'strong-from-weak' && claim.evidence.weak.kind === 'existence');

/** One claim as one sentence. */
export const claimInWords = (certificate: Pick<Certificate, 'group' | 'functions'>, claim: Claim): string => {
  const { group } = certificate;
  const on = functionsInWords(certificate.functions);
  const number = `${relationInWords[claim.relation]} ${claim.value}`;
  if (claim.quantity === 'threshold')
    return `For ${group}, the least degree k at which exact averaging of polynomials of degree at most k needs every group element is ${number}.`;
  if (claim.quantity === 'AC_ex')
    return `For ${group} on ${on}, averaging to exact symmetry needs ${number} elements ${weightsInWords(claim)}.`;
  const sense = claim.quantity === 'AC_wk' ? 'weak' : 'strong';
  const how = isExistence(claim) ? ' (existence only: no such set is given)' : '';
  return `For ${group} on ${on}, averaging to ${sense} symmetry within ${within(claim.epsilon)} needs ${number} elements ${weightsInWords(claim)}${how}.`;
};

/** All claims, one sentence each. */
export const certificateInWords = (certificate: Certificate): string =>
  certificate.claims.map((claim) => claimInWords(certificate, claim)).join(' ');
