/** What a certificate says: each claim as a formula and in words. */
import { factorial } from '../algebra/integer.ts';
import { type Rational, showRational } from '../algebra/rational.ts';
import { printable } from '../group/permutation.ts';
import { type Certificate, type Claim, epsilonOf } from './certificate.ts';

type Setting = Pick<Certificate, 'group' | 'functions'>;

const functionsInWords = (functions: string): string => {
  if (functions === 'all') return 'all functions on the group';
  if (functions === 'linear') return 'linear functions';
  return `polynomials of degree at most ${functions.replace('poly:', '')}`;
};

const relationSign: Readonly<Record<Claim['relation'], string>> = { '=': '=', '<=': '≤', '>=': '≥' };
const relationInWords: Readonly<Record<Claim['relation'], string>> = {
  '=': 'exactly',
  '<=': 'at most',
  '>=': 'at least',
};

const within = (epsilon: Rational): string => `ε = ${showRational(epsilon)}`;

/** Which weights, and how far the claim reaches beyond them. */
const weightsInWords = (claim: Claim): string => {
  const upper = claim.relation === '<=';
  if (claim.weights === 'signed') return upper ? 'with signed weights' : 'with any weights, signed ones included';
  if (claim.weights === 'probability')
    return upper ? 'with probability weights' : 'with probability or uniform weights';
  return upper ? 'with uniform weights (a plain average)' : 'with uniform weights';
};

const isExistence = (claim: Claim): boolean =>
  claim.evidence.kind === 'existence' ||
  (claim.evidence.kind === 'strong-from-weak' && claim.evidence.weak.kind === 'existence');

/** n! for the values of symmetric groups that nobody recognises as digits. */
const valueInWords = ({ group }: Setting, value: bigint): string => {
  const match = /^S([1-9][0-9]{0,3})$/.exec(group);
  const n = match === null ? 0 : Number(match[1]);
  return n > 5 && n <= 1000 && factorial(n) === value ? `${value} = ${n}!` : `${value}`;
};

/** `AC_wk(S5, poly:10, ε = 1/4) ≤ 9`, `threshold(S5) = 10`. */
export const claimAsFormula = (given: Setting, claim: Claim): string => {
  const setting = { group: printable(given.group, 300), functions: printable(given.functions, 60) };
  const epsilon = epsilonOf(claim);
  const place =
    claim.quantity === 'threshold'
      ? setting.group
      : [setting.group, setting.functions, ...(epsilon === undefined ? [] : [within(epsilon)])].join(', ');
  return `${claim.quantity}(${place}) ${relationSign[claim.relation]} ${valueInWords(setting, claim.value)}`;
};

/** One claim as a formula and a sentence. */
export const claimInWords = (given: Setting, claim: Claim): string => {
  const setting = { group: printable(given.group, 300), functions: printable(given.functions, 60) };
  const formula = claimAsFormula(setting, claim);
  const number = `${relationInWords[claim.relation]} ${claim.value}`;
  const count = `${number} ${claim.value === 1n ? 'element' : 'elements'}`;
  if (claim.quantity === 'threshold')
    return `${formula}: the least degree k at which exact averaging of polynomials of degree at most k over ${setting.group} needs every element is ${number}${claim.weights === 'uniform' ? ', with uniform weights' : ''}.`;
  const on = `for ${setting.group} on ${functionsInWords(setting.functions)}`;
  if (claim.quantity === 'AC_ex')
    return `${formula}: ${on}, averaging to exact symmetry needs ${count}, ${weightsInWords(claim)}.`;
  const sense = claim.quantity === 'AC_wk' ? 'weak' : 'strong';
  const how = isExistence(claim) ? '; such a set exists, none is given' : '';
  return `${formula}: ${on}, averaging to ${sense} symmetry within ${within(claim.epsilon)} needs ${count}, ${weightsInWords(claim)}${how}.`;
};

/** All claims, one sentence each. */
export const certificateInWords = (certificate: Certificate): string =>
  certificate.claims.map((claim) => claimInWords(certificate, claim)).join(' ');
