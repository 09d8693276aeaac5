/**
 * What `npm start` shows of one row: the claims of a certificate that the checker was asked about, and the threshold of
 * the group beside the bounds of MATHEMATICS.md 2.4.
 */
import * as E from 'fp-ts/lib/Either.js';
import { showRational } from '../algebra/rational.ts';
import { eigenvalueBounds } from '../averaging/eigenvalueBounds.ts';
import type { Certificate, Claim, Quantity, Relation } from '../certificate/certificate.ts';
import { insideStrong, isStrongEvidence } from '../certificate/evidence.ts';
import { identityOf, printCertificate } from '../certificate/identity.ts';
import { certificateInWords } from '../certificate/statement.ts';
import { checkText, type Verdict } from '../check/index.ts';
import type { Progress } from '../prove/certify.ts';
import { parseInstance } from '../representation/action.ts';
import { type CertifyInput, proveRequest } from './certifyTask.ts';
import { type Mistake, mistakeOf } from './exit.ts';
import { forgeriesOf } from './forgeries.ts';
import { defaultSeed } from './seed.ts';

export type RowInput = CertifyInput;

/** One claim, its numbers as in the certificate. */
export interface ClaimFacts {
  readonly quantity: Quantity;
  readonly relation: Relation;
  readonly value: string;
  readonly weights: string;
  readonly epsilon?: string;
  /** The kind of evidence; of strong claims, that of the weak claim they rest on. */
  readonly evidence: string;
}

export interface RowFacts {
  readonly group: string;
  readonly functions: string;
  readonly id: string;
  readonly statement: string;
  readonly claims: readonly ClaimFacts[];
  readonly verdict: Verdict;
  readonly forgeries: { readonly made: number; readonly refused: number };
}

export interface ThresholdFacts {
  readonly order: string;
  readonly bounds?: { readonly paper: string; readonly sharper: string };
  /** Absent where no threshold could be certified. */
  readonly threshold?: Pick<RowFacts, 'id' | 'verdict'> & ClaimFacts;
}

const kindOf = ({ evidence }: Claim): string =>
  isStrongEvidence(evidence) ? insideStrong(evidence).kind : evidence.kind;

const factsOf = (claim: Claim): ClaimFacts => ({
  quantity: claim.quantity,
  relation: claim.relation,
  value: `${claim.value}`,
  weights: claim.weights,
  ...('epsilon' in claim ? { epsilon: showRational(claim.epsilon) } : {}),
  evidence: kindOf(claim),
});

const verdictOn = (certificate: Certificate): Verdict => checkText(printCertificate(certificate)).verdict;

export const rowTask = async (input: RowInput, progress: Progress): Promise<E.Either<Mistake, RowFacts>> => {
  const proved = await proveRequest(input, progress);
  if (E.isLeft(proved)) return proved;
  const certificate = proved.right;
  progress('checking the certificate');
  const verdict = verdictOn(certificate);
  progress('checking forgeries of it');
  const forged = forgeriesOf(certificate).map(verdictOn);
  return E.right({
    group: certificate.group,
    functions: certificate.functions,
    id: identityOf(certificate),
    statement: certificateInWords(certificate),
    claims: certificate.claims.map(factsOf),
    verdict,
    forgeries: { made: forged.length, refused: forged.filter((answer) => answer === 'rejected').length },
  });
};

/** The order of a group, its bounds, and its threshold as far as it can be certified. */
export const thresholdTask = async (group: string, progress: Progress): Promise<E.Either<Mistake, ThresholdFacts>> => {
  progress('computing the bounds');
  const known = parseInstance<ThresholdFacts>(group, (instance) => {
    const bounds = eigenvalueBounds(instance);
    return E.right({
      order: `${instance.group.order}`,
      ...(bounds === undefined ? {} : { bounds: { paper: `${bounds.paper}`, sharper: `${bounds.sharper}` } }),
    });
  });
  if (E.isLeft(known)) return E.left(mistakeOf(known.left));
  const row = await rowTask({ topic: 'threshold', group, seed: defaultSeed, minimize: false }, progress);
  const claim = E.isLeft(row) ? undefined : row.right.claims.find(({ quantity }) => quantity === 'threshold');
  if (E.isLeft(row) || claim === undefined) return known;
  return E.right({ ...known.right, threshold: { ...claim, id: row.right.id, verdict: row.right.verdict } });
};
