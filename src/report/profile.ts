/** A profile: the bounds that a certificate proves on AC_ex, class by class; as rows, as a table, and for plots. */
import type { Weights } from '../averaging/scheme.ts';
import { type Certificate, type Claim, functionsOf } from '../certificate/certificate.ts';
import { type Column, renderTable } from './table.ts';

export interface ProfileBound {
  readonly value: bigint;
  /** The kind of evidence. */
  readonly by: string;
}

export interface ProfileStep {
  readonly functions: string;
  readonly lower?: ProfileBound;
  readonly upper?: ProfileBound;
}

type ExactClaim = Extract<Claim, { readonly quantity: 'AC_ex' }>;

const sidesOf = ({ relation, value, evidence }: ExactClaim): Pick<ProfileStep, 'lower' | 'upper'> => {
  const [lower, upper] =
    evidence.kind === 'two-sided' ? [evidence.lower.kind, evidence.upper.kind] : [evidence.kind, evidence.kind];
  return {
    ...(relation === '<=' ? {} : { lower: { value, by: lower } }),
    ...(relation === '>=' ? {} : { upper: { value, by: upper } }),
  };
};

/** What the certificate claims of AC_ex for those weights, one step for each class in the order of the claims. */
export const profileOf = (certificate: Certificate, weights: Weights): readonly ProfileStep[] => {
  const steps = new Map<string, ProfileStep>();
  for (const claim of certificate.claims) {
    if (claim.quantity !== 'AC_ex' || claim.weights !== weights) continue;
    const functions = functionsOf(certificate, claim);
    steps.set(functions, { functions, ...steps.get(functions), ...sidesOf(claim) });
  }
  return [...steps.values()];
};

/** `12`, or `7 ≤ … ≤ 10`. */
export const boundsInWords = ({ lower, upper }: ProfileStep): string => {
  if (lower !== undefined && lower.value === upper?.value) return `${lower.value}`;
  return `${lower === undefined ? '' : `${lower.value} ≤ `}…${upper === undefined ? '' : ` ≤ ${upper.value}`}`;
};

const evidenceOf = ({ lower, upper }: ProfileStep): string =>
  [...new Set([lower?.by, upper?.by].filter((by) => by !== undefined))].join(', ');

const columns: readonly Column[] = [
  { title: 'functions', align: 'left' },
  { title: 'probability', align: 'right' },
  { title: 'by', align: 'left' },
  { title: 'signed', align: 'right' },
  { title: 'by', align: 'left' },
];

/** One line for each class: the bounds for probability and for signed weights, and the evidence for them. */
export const renderProfile = (certificate: Certificate): string => {
  const signed = new Map(profileOf(certificate, 'signed').map((step) => [step.functions, step]));
  const none = (functions: string): ProfileStep => signed.get(functions) ?? { functions };
  return renderTable(
    columns,
    profileOf(certificate, 'probability').map((step) => [
      step.functions,
      boundsInWords(step),
      evidenceOf(step),
      boundsInWords(none(step.functions)),
      evidenceOf(none(step.functions)),
    ]),
  );
};
