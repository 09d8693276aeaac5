/** What a certificate says: each claim as a formula and in words. */
import * as E from 'fp-ts/lib/Either.js';
import { factorial } from '../algebra/integer.ts';
import { type Rational, showRational } from '../algebra/rational.ts';
import { printable } from '../group/permutation.ts';
import { describeFunctionClass, parseFunctionClass } from '../representation/functionClass.ts';
import { type Certificate, type Claim, epsilonOf, functionsOf } from './certificate.ts';
import type { OneSidedEvidence } from './evidence.ts';

/** The group and the class of a certificate; a claim may have a class of its own. */
type Setting = Pick<Certificate, 'group' | 'functions'>;

/** The group and the class of a claim, short enough to be printed. */
const settingOf = (given: Setting, claim: Claim): Setting => ({
  group: printable(given.group, 300),
  functions: printable(functionsOf(given, claim), 60),
});

const functionsInWords = (functions: string): string => {
  const read = parseFunctionClass(functions);
  return E.isLeft(read) ? `the class ${functions}` : describeFunctionClass(read.right);
};

const relationSign: Readonly<Record<Claim['relation'], string>> = { '=': '=', '<=': '≤', '>=': '≥' };
const relationInWords: Readonly<Record<Claim['relation'], string>> = {
  '=': 'exactly',
  '<=': 'at most',
  '>=': 'at least',
};

const within = (epsilon: Rational): string => `ε = ${showRational(epsilon)}`;

const equalWeights = 'with uniform weights (a plain average)';

/** Which weights a bound is for, and how far it reaches beyond them: lower bounds to less general weights. */
const weightsOfBound = {
  upper: { signed: 'with signed weights', probability: 'with probability weights', uniform: equalWeights },
  lower: {
    signed: 'with any weights, signed ones included',
    probability: 'with probability or uniform weights',
    uniform: 'with uniform weights',
  },
  value: { signed: 'where weights may be signed', probability: 'with probability weights', uniform: equalWeights },
} as const;

/** A value with one piece of evidence for both sides is |G|, and then it is the same for less general weights. */
const weightsInWords = ({ relation, weights, evidence }: Claim): string => {
  const value = relation === '=' && evidence.kind === 'two-sided';
  return weightsOfBound[relation === '<=' ? 'upper' : value ? 'value' : 'lower'][weights];
};

const isSchemeless = ({ kind }: OneSidedEvidence): boolean => kind === 'dimension';

/** What is to be said of an upper bound that comes without a scheme; nothing of the others. */
const existenceInWords = ({ evidence, relation }: Claim): string | undefined => {
  if (evidence.kind === 'existence' || (evidence.kind === 'strong-from-weak' && evidence.weak.kind === 'existence'))
    return 'such a set exists, none is given';
  const schemeless =
    evidence.kind === 'two-sided' ? isSchemeless(evidence.upper) : relation !== '>=' && evidence.kind === 'dimension';
  return schemeless ? 'such weights exist, none are given' : undefined;
};

/** n! for the values of symmetric groups that nobody recognises as digits. */
const valueInWords = ({ group }: Setting, value: bigint): string => {
  const match = /^S([1-9][0-9]{0,3})$/.exec(group);
  const n = match === null ? 0 : Number(match[1]);
  return n > 5 && n <= 1000 && factorial(n) === value ? `${value} = ${n}!` : `${value}`;
};

/** `AC_wk(S5, poly:10, ε = 1/4) ≤ 9`, `threshold(S5) = 10`. */
export const claimAsFormula = (given: Setting, claim: Claim): string => {
  const setting = settingOf(given, claim);
  const epsilon = epsilonOf(claim);
  const place =
    claim.quantity === 'threshold'
      ? setting.group
      : [
          setting.group,
          setting.functions,
          ...(epsilon === undefined ? [] : [within(epsilon)]),
          // A lower bound for uniform weights alone can exceed values for others beside it.
          ...(claim.relation !== '<=' && claim.weights === 'uniform' ? ['uniform weights'] : []),
        ].join(', ');
  return `${claim.quantity}(${place}) ${relationSign[claim.relation]} ${valueInWords(setting, claim.value)}`;
};

const senseInWords: Readonly<Record<'AC_wk' | 'AC_st' | 'AC_same', string>> = {
  AC_wk: 'weak symmetry',
  AC_st: 'strong symmetry',
  AC_same: 'strong symmetry with the same element on both sides',
};

/** One claim as a formula and a sentence. */
export const claimInWords = (given: Setting, claim: Claim): string => {
  const setting = settingOf(given, claim);
  const formula = claimAsFormula(given, claim);
  const number = `${relationInWords[claim.relation]} ${claim.value}`;
  const count = `${number} ${claim.value === 1n ? 'element' : 'elements'}`;
  if (claim.quantity === 'threshold')
    return `${formula}: the least degree k at which exact averaging of polynomials of degree at most k over ${setting.group} needs every element is ${number}${claim.weights === 'uniform' ? ', with uniform weights' : ''}.`;
  const on = `for ${setting.group} on ${functionsInWords(setting.functions)}`;
  const existence = existenceInWords(claim);
  const how = `${weightsInWords(claim)}${existence === undefined ? '' : `; ${existence}`}`;
  if (claim.quantity === 'AC_ex') return `${formula}: ${on}, averaging to exact symmetry needs ${count}, ${how}.`;
  return `${formula}: ${on}, averaging to ${senseInWords[claim.quantity]} within ${within(claim.epsilon)} needs ${count}, ${how}.`;
};

/** Certificates with more claims than this say each as a formula, and the words that all share once. */
const sentenceLimit = 12;

const quantityInWords: Readonly<Record<Claim['quantity'], string>> = {
  AC_ex: 'AC_ex is the least number of elements for averaging to exact symmetry',
  AC_wk: 'AC_wk is the least number of elements for averaging to weak symmetry within ε',
  AC_st: 'AC_st is the least number of elements for averaging to strong symmetry within ε',
  AC_same:
    'AC_same is the least number of elements for averaging to strong symmetry within ε with the same element on both sides',
  threshold:
    'the threshold is the least degree k at which exact averaging of polynomials of degree at most k needs every element',
};

const claimInBrief = (given: Setting, claim: Claim): string => {
  const existence = existenceInWords(claim);
  return `${claimAsFormula(given, claim)} ${weightsInWords(claim)}${existence === undefined ? '' : ` (${existence})`}`;
};

/** `S3 refutes: threshold <= sum(M) - count(M).` For which k, ε and class, if the statement speaks of them. */
export const refutationInWords = (certificate: Certificate): string | undefined => {
  const { not, parameters } = certificate;
  if (not === undefined) return undefined;
  const where = [
    ...(parameters?.k === undefined ? [] : [`k = ${parameters.k}`]),
    ...(parameters?.eps === undefined ? [] : [`eps = ${showRational(parameters.eps)}`]),
    ...(/\bF\b/.test(not) ? [`F = ${printable(certificate.functions, 60)}`] : []),
  ];
  const group = printable(certificate.group, 300);
  return `${group} refutes: ${printable(not, 1000)}${where.length === 0 ? '' : `, for ${where.join(', ')}`}.`;
};

/** All claims: one sentence each, or if they are many a list of formulas with what they mean; first what is refuted, if anything. */
export const certificateInWords = (certificate: Certificate): string => {
  const refuted = refutationInWords(certificate);
  const claims = claimsInWords(certificate);
  return refuted === undefined ? claims : `${refuted}${claims === '' ? '' : ` ${claims}`}`;
};

const claimsInWords = (certificate: Certificate): string => {
  const { claims } = certificate;
  if (claims.length <= sentenceLimit) return claims.map((claim) => claimInWords(certificate, claim)).join(' ');
  const quantities = [...new Set(claims.map(({ quantity }) => quantity))].map((quantity) => quantityInWords[quantity]);
  return `${claims.length} claims, where ${quantities.join(', and ')}: ${claims.map((claim) => claimInBrief(certificate, claim)).join('; ')}.`;
};
