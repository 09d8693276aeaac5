/**
 * Probing: tries to falsify each claim of a certificate on concrete instances, by evaluating the definitions of
 * MATHEMATICS.md section 1 for random functions, elements and points. It shares no code with the checker and uses none
 * of the spectral theorems the checker rests on. What survives is not proved; what is falsified is false, up to the
 * error probabilities that the messages and files state.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../algebra/rational.ts';
import { type Scheme, totalVariation, type Weights } from '../averaging/scheme.ts';
import { type Certificate, type Claim, functionsOf } from '../certificate/certificate.ts';
import { insideStrong, type SchemeData, type WeakEvidence, type WeakLowerEvidence } from '../certificate/evidence.ts';
import type { Problem } from '../group/notation.ts';
import { type Instance, parseInstance } from '../representation/action.ts';
import {
  type FunctionClass,
  isPolynomialClass,
  parseFunctionClass,
  polynomials,
} from '../representation/functionClass.ts';
import { probeApproximation } from './approximateSchemes.ts';
import { functionSpace } from './basis.ts';
import { probeExistence, probeWeakLower } from './candidates.ts';
import { probeExactUpper } from './exactSchemes.ts';
import { probeExactLower, probeMissed, refuteFewer } from './necessity.ts';
import {
  combine,
  type Effort,
  type Finding,
  falsified,
  notProbed,
  type Outcome,
  type ProbeOptions,
} from './outcome.ts';
import { probePlaneApproximation } from './planeSchemes.ts';
import { seedOf } from './random.ts';
import { probeStatement } from './refutedStatement.ts';
import { isOfKind, readSchemeToProbe, wrongSize } from './schemes.ts';
import { probeAnnihilator, probeFreeOrbit } from './witnesses.ts';

export type { Outcome, ProbeOptions } from './outcome.ts';

export interface ProbeReport {
  readonly falsified: boolean;
  readonly claims: readonly {
    readonly claim: number;
    readonly outcome: Outcome;
    readonly runs: number;
    readonly message: string;
  }[];
  /** Of a refutation: its statement. */
  readonly statement?: Finding;
}

type ExactClaim = Extract<Claim, { readonly quantity: 'AC_ex' }>;
type ThresholdClaim = Extract<Claim, { readonly quantity: 'threshold' }>;
type WeakClaim = Extract<Claim, { readonly quantity: 'AC_wk' }>;
type StrongClaim = Extract<Claim, { readonly quantity: 'AC_st' }>;

/** Whatever the evidence says of its own witness. */
const probeWitness = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  evidence: ExactClaim['evidence'],
  effort: Effort,
): readonly Finding[] => {
  if (evidence.kind === 'free-orbit') return [probeFreeOrbit(instance, functions, evidence.factors, effort)];
  if (evidence.kind === 'annihilator') return [probeAnnihilator(instance, functions, evidence.coefficients, effort)];
  return [];
};

const probeExact = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  claim: ExactClaim,
  effort: Effort,
): Finding => {
  const { relation, value, weights } = claim;
  const { evidence } = claim;
  const [below, above] = evidence.kind === 'two-sided' ? [evidence.lower, evidence.upper] : [evidence, evidence];
  const lower = relation === '<=' ? [] : [probeExactLower(instance, functions, value, effort)];
  const upper = relation === '>=' ? [] : [probeExactUpper(instance, functions, above, value, weights, effort)];
  // A concrete counterexample to the scheme says more than the dimension count, so the count comes last.
  const fewer = relation === '>=' ? undefined : refuteFewer(instance, functions, value, effort);
  const findings = [...lower, ...probeWitness(instance, functions, below, effort), ...upper];
  return combine(fewer === undefined ? findings : [...findings, fewer]);
};

const probeThreshold = <G extends string>(instance: Instance<G>, claim: ThresholdClaim, effort: Effort): Finding => {
  const { evidence, relation } = claim;
  if (claim.value > 1_000_000n) return notProbed(`degree ${claim.value} is beyond the limit`);
  const k = Number(claim.value);
  const findings: Finding[] = [];
  const attained = polynomials(k);
  if (relation !== '>=') findings.push(probeExactLower(instance, attained, instance.group.order, effort));
  if (relation !== '<=') findings.push(probeMissed(instance, k, effort));
  if (evidence.kind === 'threshold') {
    findings.push(...probeWitness(instance, attained, evidence.attained, effort));
    if (evidence.missed !== undefined && k > 0 && instance.group.order > 1n)
      findings.push(
        probeExactUpper(instance, polynomials(k - 1), evidence.missed, instance.group.order - 1n, 'signed', effort),
      );
  }
  return combine(findings);
};

/** Squares of sums of weights must stay far below the greatest double. */
const weightLimit = 2n ** 300n;

const probeScheme = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  scheme: Scheme<G>,
  epsilon: Rational,
  strong: boolean,
  effort: Effort,
): Finding => {
  const { action, group } = instance;
  if (totalVariation(scheme) > weightLimit) return notProbed('the weights have too many digits for doubles');
  const space = functionSpace(instance, functions);
  if (space !== undefined) return probeApproximation(group, space, scheme, epsilon, strong, effort);
  if (action.kind !== 'plane' || !isPolynomialClass(functions)) return notProbed('this function class has no probe');
  const linear = functions.kind === 'linear';
  const degree = functions.kind === 'polynomials' ? functions.degree : 1;
  return probePlaneApproximation(group, action, degree, linear, scheme, epsilon, strong, effort);
};

const schemeOf = (evidence: WeakClaim['evidence'] | WeakEvidence | WeakLowerEvidence): SchemeData | undefined =>
  'scheme' in evidence ? evidence.scheme : undefined;

const probeUpper = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  claim: WeakClaim | StrongClaim,
  effort: Effort,
): Finding => {
  const strong = claim.quantity === 'AC_st';
  const evidence = claim.quantity === 'AC_st' ? insideStrong(claim.evidence) : claim.evidence;
  const data = schemeOf(evidence);
  if (data === undefined) {
    if (evidence.kind !== 'existence') return notProbed(`evidence ${evidence.kind} gives no scheme to try`);
    const space = functionSpace(instance, functions);
    return probeExistence(
      instance.group,
      space,
      claim.epsilon,
      claim.value,
      strong,
      claim.weights === 'uniform',
      effort,
    );
  }
  const scheme = readSchemeToProbe(instance.group, data);
  if (E.isLeft(scheme)) return scheme.left;
  return (
    wrongSize(scheme.right, claim.value, claim.weights) ??
    probeScheme(instance, functions, scheme.right, claim.epsilon, strong, effort)
  );
};

/** The schemes that claims of the certificate give; candidates against its lower bounds. */
const schemesGiven = <G extends string>(
  instance: Instance<G>,
  certificate: Certificate,
  functions: string,
  weights: Weights,
): readonly Scheme<G>[] =>
  certificate.claims.flatMap((claim) => {
    if (claim.quantity === 'threshold' || claim.quantity === 'AC_same' || functionsOf(certificate, claim) !== functions)
      return [];
    const evidence = claim.quantity === 'AC_st' ? insideStrong(claim.evidence) : claim.evidence;
    if (!('scheme' in evidence)) return [];
    const scheme = readSchemeToProbe(instance.group, evidence.scheme);
    const usable = E.isRight(scheme) && isOfKind(scheme.right, weights) && totalVariation(scheme.right) <= weightLimit;
    return usable ? [scheme.right] : [];
  });

const probeApproximate = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  claim: WeakClaim | StrongClaim,
  certificate: Certificate,
  effort: Effort,
): Finding => {
  const findings: Finding[] = [];
  if (claim.relation !== '<=')
    findings.push(
      claim.quantity === 'AC_wk'
        ? probeWeakLower(
            instance.group,
            claim.epsilon,
            claim.value,
            schemesGiven(instance, certificate, functionsOf(certificate, claim), claim.weights),
            effort,
          )
        : notProbed('lower bounds on AC_st are not probed'),
    );
  if (claim.relation !== '>=') findings.push(probeUpper(instance, functions, claim, effort));
  return combine(findings);
};

const probeClaim = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  claim: Claim,
  certificate: Certificate,
  effort: Effort,
): Finding => {
  switch (claim.quantity) {
    case 'AC_ex':
      return probeExact(instance, functions, claim, effort);
    case 'threshold':
      return probeThreshold(instance, claim, effort);
    case 'AC_same':
      return notProbed('lower bounds on AC_same are not probed');
    default:
      return probeApproximate(instance, functions, claim, certificate, effort);
  }
};

/**
 * Tries to falsify every claim. The same certificate, seed and number of runs give the same report. A certificate whose
 * group or function class cannot be read is falsified if the notation is wrong, and not probed if it is beyond a limit.
 */
export const probeCertificate = (certificate: Certificate, options: ProbeOptions): ProbeReport => {
  const total = certificate.claims.length;
  const unread = ({ kind, message }: Problem): Finding =>
    kind === 'malformed' ? falsified(0, message) : notProbed(message);
  const own = parseFunctionClass(certificate.functions);
  let statement: Finding | undefined;
  const outcome = parseInstance<readonly Finding[]>(certificate.group, (instance) => {
    statement = E.isLeft(own) ? unread(own.left) : probeStatement(instance, own.right, certificate);
    return E.right(
      certificate.claims.map((claim, index) => {
        options.progress?.(`probing claim ${index}`, index, total);
        const functions = parseFunctionClass(functionsOf(certificate, claim));
        if (E.isLeft(functions)) return unread(functions.left);
        const seedFor = (phase: string): number => seedOf(`${options.seed}/${index}/${phase}`);
        return probeClaim(instance, functions.right, claim, certificate, { runs: options.runs, seedFor });
      }),
    );
  });
  const findings = E.isLeft(outcome) ? certificate.claims.map(() => unread(outcome.left)) : outcome.right;
  options.progress?.('probing', total, total);
  return {
    falsified: [...findings, ...(statement === undefined ? [] : [statement])].some(
      (finding) => finding.outcome === 'falsified',
    ),
    claims: findings.map((finding, claim) => ({ claim, ...finding })),
    ...(certificate.not === undefined || statement === undefined ? {} : { statement }),
  };
};
