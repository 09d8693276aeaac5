/** Finds a scheme within ε, has it checked, and prints its elements and weights for other programs. */
import * as E from 'fp-ts/lib/Either.js';
import { type Rational, rational, showRational } from '../algebra/rational.ts';
import type { Certificate, Claim } from '../certificate/certificate.ts';
import type { SchemeData } from '../certificate/evidence.ts';
import { identityOf, printCertificate } from '../certificate/identity.ts';
import { claimInWords } from '../certificate/statement.ts';
import { checkText } from '../check/index.ts';
import type { Element } from '../group/group.ts';
import { malformed, type Problem } from '../group/notation.ts';
import type { Progress } from '../prove/certify.ts';
import {
  imageLimit,
  matricesOf,
  nestedMatrices,
  npyFile,
  oneLineImage,
  type SchemeDocument,
  schemeCsv,
  schemeJson,
  toDouble,
} from '../report/schemeFormats.ts';
import { type Instance, parseInstance } from '../representation/action.ts';
import { type CertifyInput, notAccepted, proveRequest } from './certifyTask.ts';
import { exitCodes, type Mistake, mistakeOf } from './exit.ts';

export type SchemeFormat = 'json' | 'csv' | 'npy';

export interface SchemeInput {
  readonly request: CertifyInput;
  readonly format: SchemeFormat;
  /** JSON with matrices. */
  readonly matrices: boolean;
}

export interface SchemeOutput {
  readonly id: string;
  readonly statement: string;
  readonly size: number;
  readonly content: string | Uint8Array;
  /** For npy: the weights, in the order of the matrices. */
  readonly weights?: Uint8Array;
}

type WeakClaim = Extract<Claim, { readonly quantity: 'AC_wk' }>;

interface ExplicitClaim {
  readonly claim: WeakClaim;
  readonly scheme: SchemeData;
}

/** The smallest listed scheme that the certificate proves to be within ε. */
const explicitClaim = (certificate: Certificate): ExplicitClaim | undefined =>
  certificate.claims
    .flatMap((claim) =>
      claim.quantity === 'AC_wk' && 'scheme' in claim.evidence ? [{ claim, scheme: claim.evidence.scheme }] : [],
    )
    .sort((a, b) => a.scheme.elements.length - b.scheme.elements.length)[0];

/** Most numbers in the matrices: in JSON text, and in memory. */
const entryLimits: Readonly<Record<SchemeFormat, number>> = { json: 5_000_000, csv: 0, npy: 100_000_000 };

const declined = (message: string): E.Either<Mistake, never> => E.left({ exit: exitCodes.declined, message });

const weightsOf = (scheme: SchemeData): readonly Rational[] =>
  scheme.weights ?? scheme.elements.map(() => rational(1n, BigInt(scheme.elements.length)));

const render = <G extends string>(
  instance: Instance<G>,
  elements: readonly Element<G>[],
  certificate: Certificate,
  { claim, scheme }: ExplicitClaim,
  { format, matrices }: SchemeInput,
): E.Either<Mistake, Pick<SchemeOutput, 'content' | 'weights'>> => {
  const { action } = instance;
  const d = action.dimension;
  const weights = weightsOf(scheme);
  const wantsMatrices = format === 'npy' || (format === 'json' && matrices);
  const entries = elements.length * d * d;
  if (wantsMatrices && entries > entryLimits[format])
    return declined(
      `${elements.length} matrices of ${d} × ${d} are ${entries} numbers; the limit for ${format} is ${entryLimits[format]}; ` +
        'csv, and json without --matrices, have the elements alone',
    );
  if (format === 'npy')
    return E.right({
      content: npyFile([elements.length, d, d], matricesOf(action, elements)),
      weights: npyFile([elements.length], Float64Array.from(weights, toDouble)),
    });
  const document: SchemeDocument = {
    group: certificate.group,
    functions: certificate.functions,
    epsilon: showRational(claim.epsilon),
    size: elements.length,
    weights: claim.weights,
    elements: elements.map((g, i) => ({
      element: scheme.elements[i]!,
      weight: showRational(weights[i]!),
      ...(Math.max(d, g.length) > imageLimit ? {} : { image: oneLineImage(action, g) }),
    })),
    ...(wantsMatrices ? { matrices: nestedMatrices(matricesOf(action, elements), d) } : {}),
  };
  return E.right({ content: format === 'csv' ? schemeCsv(document) : schemeJson(document) });
};

export const schemeTask = async (input: SchemeInput, progress: Progress): Promise<E.Either<Mistake, SchemeOutput>> => {
  const proved = await proveRequest(input.request, progress);
  if (E.isLeft(proved)) return proved;
  const certificate = proved.right;
  const explicit = explicitClaim(certificate);
  if (explicit === undefined)
    return declined(
      `no explicit scheme was found for ${certificate.group} on ${certificate.functions}; "certify approximate" says what is known`,
    );
  progress('checking the scheme');
  // The certificate of this claim alone is what is checked and named.
  const alone: Certificate = { ...certificate, claims: [explicit.claim] };
  const report = checkText(printCertificate(alone));
  if (report.verdict !== 'accepted') return E.left(notAccepted(report));
  progress('writing the scheme');
  const rendered = parseInstance<E.Either<Mistake, Pick<SchemeOutput, 'content' | 'weights'>>>(
    certificate.group,
    <G extends string>(
      instance: Instance<G>,
    ): E.Either<Problem, E.Either<Mistake, Pick<SchemeOutput, 'content' | 'weights'>>> => {
      const elements: Element<G>[] = [];
      for (const text of explicit.scheme.elements) {
        const element = instance.group.parse(text);
        if (E.isLeft(element)) return malformed(element.left);
        elements.push(element.right);
      }
      return E.right(render(instance, elements, certificate, explicit, input));
    },
  );
  if (E.isLeft(rendered)) return E.left(mistakeOf(rendered.left));
  if (E.isLeft(rendered.right)) return rendered.right;
  return E.right({
    id: identityOf(alone),
    statement: claimInWords(alone, explicit.claim),
    size: explicit.scheme.elements.length,
    ...rendered.right.right,
  });
};
