/**
 * Certificates of many claims, such as profiles: one table of all bounds, and each kind of evidence explained in full
 * once, on the claim where it proves most.
 */
import { showRational } from '../algebra/rational.ts';
import { type Certificate, type Claim, epsilonOf, functionsOf } from '../certificate/certificate.ts';
import { type ExactEvidence, insideStrong, isStrongEvidence } from '../certificate/evidence.ts';
import { cut, plural, showInteger, showMonomial, showRelation, showTable } from './explainText.ts';

/** Certificates with more claims than this are explained kind by kind. */
export const manyClaims = 8;

/** Rows of one table of bounds. */
const rowLimit = 60;

/** A kind of evidence, and what is particular to this instance of it, in a few words. */
const inBrief = (evidence: Claim['evidence']): string => {
  switch (evidence.kind) {
    case 'orbit':
      return `orbit of ${showMonomial(evidence.exponents)}`;
    case 'rank':
      return `rank, ${plural(evidence.rows.length, 'irreducible')}`;
    case 'scheme':
      return `scheme of ${plural(evidence.scheme.elements.length, 'element')}`;
    case 'subgroup':
      return evidence.generators.length === 0
        ? 'subgroup, trivial'
        : `subgroup, ${plural(evidence.generators.length, 'generator')}`;
    case 'strong-from-weak':
    case 'displacement':
    case 'weak-below-strong':
      return `${evidence.kind}, ${insideStrong(evidence).kind}`;
    default:
      return evidence.kind;
  }
};

interface Side {
  readonly value: bigint;
  readonly evidence: string;
}

interface Row {
  readonly what: string;
  readonly weights: string;
  readonly claims: number[];
  lower?: Side;
  upper?: Side;
}

const sidesOf = (claim: Claim): Pick<Row, 'lower' | 'upper'> => {
  const { evidence, relation, value } = claim;
  const [below, above] =
    evidence.kind === 'two-sided'
      ? [inBrief(evidence.lower), inBrief(evidence.upper)]
      : [inBrief(evidence), inBrief(evidence)];
  return {
    ...(relation === '<=' ? {} : { lower: { value, evidence: below } }),
    ...(relation === '>=' ? {} : { upper: { value, evidence: above } }),
  };
};

/** Claims about one quantity, with one kind of weights, in one row: the best bound from each side. */
const rowsOf = (certificate: Certificate): readonly Row[] => {
  const rows = new Map<string, Row>();
  certificate.claims.forEach((claim, index) => {
    const epsilon = epsilonOf(claim);
    const place =
      claim.quantity === 'threshold'
        ? 'k*'
        : `${claim.quantity}(${cut(functionsOf(certificate, claim), 40)}${epsilon === undefined ? '' : `, ε = ${cut(showRational(epsilon), 40)}`})`;
    const key = `${place} ${claim.weights}`;
    const row = rows.get(key) ?? { what: place, weights: claim.weights, claims: [] };
    rows.set(key, row);
    row.claims.push(index);
    const { lower, upper } = sidesOf(claim);
    if (lower !== undefined && (row.lower === undefined || lower.value > row.lower.value)) row.lower = lower;
    if (upper !== undefined && (row.upper === undefined || upper.value < row.upper.value)) row.upper = upper;
  });
  return [...rows.values()];
};

const boundsOf = ({ lower, upper }: Row): string => {
  if (lower !== undefined && lower.value === upper?.value) return `= ${showInteger(lower.value)}`;
  return [
    ...(lower === undefined ? [] : [`≥ ${showInteger(lower.value)}`]),
    ...(upper === undefined ? [] : [`≤ ${showInteger(upper.value)}`]),
  ].join(', ');
};

/** The table of all bounds. */
export const explainAllBounds = (certificate: Certificate): readonly string[] => {
  const rows = rowsOf(certificate);
  const shown = rows.slice(0, rowLimit);
  const open = rows.filter(
    ({ lower, upper }) => lower !== undefined && upper !== undefined && lower.value < upper.value,
  );
  const closed = rows.filter(({ lower, upper }) => lower !== undefined && lower.value === upper?.value);
  return [
    '## The bounds',
    `The ${certificate.claims.length} claims give these bounds, best first from each side. The value is known where both meet, in ${closed.length} of ${plural(rows.length, 'row')}${open.length === 0 ? '' : `; in ${open.length} there is a gap between the bounds`}.`,
    showTable(
      ['quantity', 'weights', 'bounds', 'from below by', 'from above by', 'claims'],
      shown.map((row) => [
        row.what,
        row.weights,
        boundsOf(row),
        row.lower?.evidence ?? '–',
        row.upper?.evidence ?? '–',
        row.claims.join(', '),
      ]),
      [0, 1, 2, 3, 4, 5],
    ) + (rows.length > rowLimit ? `\n\n(The first ${rowLimit} of ${rows.length} rows are shown.)` : ''),
  ];
};

/** A kind of evidence, with the claim on which it is explained. */
export interface Example {
  readonly kind: string;
  readonly index: number;
  /** The claim with that evidence alone: one side where the claim has two. */
  readonly claim: Claim;
  readonly uses: number;
}

const exactSides = (claim: Extract<Claim, { readonly quantity: 'AC_ex' }>): readonly Claim[] => {
  const { evidence } = claim;
  const one = (relation: Claim['relation'], side: ExactEvidence): Claim => ({ ...claim, relation, evidence: side });
  return evidence.kind === 'two-sided' ? [one('>=', evidence.lower), one('<=', evidence.upper)] : [claim];
};

/** Lower bounds are the better the greater; of upper bounds the one with the most to say is the greatest below |G|. */
const tellsMore = (candidate: Claim, than: Claim, order: bigint): boolean => {
  const rank = ({ value }: Claim): bigint => (value >= order ? -1n : value);
  return rank(candidate) > rank(than);
};

/** Each kind of evidence once, in the order in which the kinds first occur. */
export const examplesOf = (certificate: Certificate, order: bigint): readonly Example[] => {
  const examples = new Map<string, Example>();
  certificate.claims.forEach((claim, index) => {
    const parts = claim.quantity === 'AC_ex' ? exactSides(claim) : [claim];
    for (const part of parts) {
      const kind = isStrongEvidence(part.evidence)
        ? `${part.evidence.kind}, ${insideStrong(part.evidence).kind}`
        : part.evidence.kind;
      const key = `${part.quantity} ${kind}`;
      const known = examples.get(key);
      const uses = (known?.uses ?? 0) + 1;
      examples.set(
        key,
        known === undefined || tellsMore(part, known.claim, order)
          ? { kind, index, claim: part, uses }
          : { ...known, uses },
      );
    }
  });
  return [...examples.values()];
};

/** `AC_ex(poly:3) ≥ 12`. */
export const claimWithClass = (certificate: Certificate, claim: Claim): string => {
  const value = showInteger(claim.value);
  if (claim.quantity === 'threshold') return `k* ${showRelation(claim.relation)} ${value}`;
  const epsilon = epsilonOf(claim);
  const at = epsilon === undefined ? '' : `, ε = ${showRational(epsilon)}`;
  return `${claim.quantity}(${cut(functionsOf(certificate, claim), 40)}${at}) ${showRelation(claim.relation)} ${value}`;
};
