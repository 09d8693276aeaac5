/**
 * The certificate: one group, one function class, claims with their evidence. FORMAT.md describes it for other
 * implementations; this file and `evidence.ts` are that description as types.
 */
import * as t from 'io-ts';
import type { Rational } from '../algebra/rational.ts';
import { boundedString, closed, naturalText, oneOf, rationalText, tagged } from './codec.ts';
import {
  exactEvidence,
  sameElementEvidence,
  strongEvidence,
  tableData,
  thresholdEvidence,
  weakBoundEvidence,
} from './evidence.ts';

export const certificateFormat = 'reynolds-certificate';
export const certificateVersion = '1';

const common = {
  relation: oneOf(['=', '<=', '>=']),
  value: naturalText,
  weights: oneOf(['uniform', 'probability', 'signed']),
};

/** The function class of a claim, where it is not that of the certificate. */
const own = { functions: boundedString };

/** What a claim says, and why. `epsilon` is present exactly for AC_wk, AC_st and AC_same. */
export const claimCodec = tagged('quantity', {
  AC_ex: closed({ quantity: t.literal('AC_ex'), ...common, evidence: exactEvidence }, own),
  threshold: closed({ quantity: t.literal('threshold'), ...common, evidence: thresholdEvidence }, own),
  AC_wk: closed({ quantity: t.literal('AC_wk'), ...common, epsilon: rationalText, evidence: weakBoundEvidence }, own),
  AC_st: closed({ quantity: t.literal('AC_st'), ...common, epsilon: rationalText, evidence: strongEvidence }, own),
  AC_same: closed(
    { quantity: t.literal('AC_same'), ...common, epsilon: rationalText, evidence: sameElementEvidence },
    own,
  ),
});
export type Claim = t.TypeOf<typeof claimCodec>;
export type Quantity = Claim['quantity'];
export type Relation = Claim['relation'];

/** The ε of a claim about AC_wk, AC_st or AC_same; undefined for the others. */
export const epsilonOf = (claim: Claim): Rational | undefined => ('epsilon' in claim ? claim.epsilon : undefined);

/** The function class a claim is about: its own, else that of the certificate. */
export const functionsOf = (
  certificate: { readonly functions: string },
  claim: { readonly quantity: Quantity; readonly functions?: string | undefined },
): string => claim.functions ?? certificate.functions;

/** Where a certificate came from; outside its identity, and never a reason to believe it. */
const provenance = closed({ software: boundedString }, { seed: boundedString, command: boundedString });

/** What a refuted statement leaves open: the degree k and the ε of this instance. */
const parameters = closed({}, { k: naturalText, eps: rationalText });

/** Of a refutation: the statement that is false on the instance, in the language of `conjecture/`. */
const refutation = { not: boundedString, parameters };

export const certificateCodec = closed(
  {
    format: t.literal(certificateFormat),
    version: t.literal(certificateVersion),
    group: boundedString,
    functions: boundedString,
    claims: t.readonlyArray(claimCodec),
  },
  {
    /** Character tables that evidence refers to by number, so that each is written and checked once. */
    tables: t.readonlyArray(tableData),
    ...refutation,
    provenance,
  },
);
export type Certificate = t.TypeOf<typeof certificateCodec>;

/** The claims of a file given to `check --claim`: a certificate's, with or without evidence. */
const bareClaim = closed(
  { quantity: oneOf(['AC_ex', 'AC_wk', 'AC_st', 'AC_same', 'threshold']), ...common },
  {
    functions: boundedString,
    epsilon: rationalText,
    evidence: t.unknown,
  },
);
export const claimFileCodec = closed(
  { group: boundedString, functions: boundedString, claims: t.readonlyArray(bareClaim) },
  {
    format: t.literal(certificateFormat),
    version: t.literal(certificateVersion),
    ...refutation,
    tables: t.unknown,
    provenance: t.unknown,
  },
);
export type ClaimFile = t.TypeOf<typeof claimFileCodec>;
