/** The schemes that a claim lists, found in its evidence whatever its kind. */
import { halved, type Rational } from '../algebra/rational.ts';
import { type Claim, epsilonOf } from '../certificate/certificate.ts';
import type { SchemeData } from '../certificate/evidence.ts';

const isScheme = (data: object): data is SchemeData => 'elements' in data && Array.isArray(data.elements);

/** The first scheme in the evidence, if it lists one. */
export const schemeOfClaim = (claim: Claim): SchemeData | undefined => {
  const search = (data: unknown): SchemeData | undefined => {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
    if ('scheme' in data && typeof data.scheme === 'object' && data.scheme !== null && isScheme(data.scheme))
      return data.scheme;
    for (const member of Object.values(data)) {
      const found = search(member);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(claim.evidence);
};

/**
 * The bound that evidence proves on ‖ω̂(π)‖² for the nontrivial π of the class: ε for AC_wk, ε/2 where strong symmetry
 * follows from weak (MATHEMATICS.md 3.2), ε where displacements are tested, as weak symmetry follows from strong (3.23),
 * 0 for exact schemes; undefined where it is something else.
 */
export const boundOfScheme = (claim: Claim): Rational | undefined => {
  const epsilon = epsilonOf(claim);
  if (claim.quantity === 'AC_ex') return { numerator: 0n, denominator: 1n };
  if (epsilon === undefined) return undefined;
  if (claim.quantity === 'AC_wk') return epsilon;
  switch (claim.evidence.kind) {
    case 'strong-from-weak':
      return halved(epsilon);
    case 'displacement':
      return epsilon;
    default:
      return undefined;
  }
};
