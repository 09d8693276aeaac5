/** What to leave out of a certificate that is too much work for one check: listed schemes, those for AC_st first. */
import type { Certificate, Claim } from '../certificate/certificate.ts';
import { insideStrong } from '../certificate/evidence.ts';

const listsScheme = (claim: Claim): boolean => {
  if (claim.quantity === 'AC_wk') return 'scheme' in claim.evidence;
  return claim.quantity === 'AC_st' && 'scheme' in insideStrong(claim.evidence);
};

/** The number of the earlier claim that a claim rests on, −1 if none. */
const restsOn = ({ evidence }: Claim): number => {
  const inside = 'weak' in evidence ? evidence.weak : evidence;
  return 'exact' in inside && inside.exact !== undefined ? Number(inside.exact) : -1;
};

/** The certificate without one listed scheme; undefined if it has none that can be left out. */
export const lighter = (certificate: Certificate): Certificate | undefined => {
  const { claims } = certificate;
  const last = (quantity: Claim['quantity']): number =>
    claims.findLastIndex((claim) => claim.quantity === quantity && listsScheme(claim));
  const at = last('AC_st') >= 0 ? last('AC_st') : last('AC_wk');
  // The numbers by which claims refer to earlier ones must stay.
  if (at < 0 || claims.length === 1 || claims.some((claim) => restsOn(claim) >= at)) return undefined;
  return { ...certificate, claims: claims.filter((_, i) => i !== at) };
};

/** What is too much work together, without its costliest schemes, and what the check says of it. */
export const lightened = <R>(
  certificate: Certificate,
  check: (certificate: Certificate) => R,
  tooMuchWork: (result: R) => boolean,
): { readonly certificate: Certificate; readonly result: R } => {
  let kept = certificate;
  let result = check(kept);
  while (tooMuchWork(result)) {
    const less = lighter(kept);
    if (less === undefined) break;
    kept = less;
    result = check(kept);
  }
  return { certificate: kept, result };
};
