/**
 * The other way round: the ε that n elements reach, for given n, beside the median of n random ones and Welch's bound. Each
 * set becomes a certificate of its own, AC_wk ≤ n at an ε just above the error found, and only accepted ones are shown.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { type Rational, rational, showRational } from '../../src/algebra/rational.ts';
import { type Certificate, certificateFormat, certificateVersion } from '../../src/certificate/certificate.ts';
import type { WeakEvidence } from '../../src/certificate/evidence.ts';
import { fileNameOf, printCertificate } from '../../src/certificate/identity.ts';
import { version } from '../../src/certificate/version.ts';
import { checkText } from '../../src/check/index.ts';
import type { Problem } from '../../src/group/notation.ts';
import { type Instance, parseInstance } from '../../src/representation/action.ts';
import { searchSteps } from '../../src/search/findScheme.ts';
import { minimiseError } from '../../src/search/minimiseError.ts';
import { certificateDirectory } from './certified.ts';
import { typicalErrors, withAllFunctions } from './randomSets.ts';
import { readRational } from './row.ts';

export interface CountedQuestion {
  readonly group: string;
  readonly size: number;
  readonly seed: string;
  readonly minimize: boolean;
}

export interface Counted extends CountedQuestion {
  /** Certified: the plain average of the set is within it on all functions. */
  readonly epsilon: string;
  readonly file: string;
  readonly id: string;
  /** The median error of random sets of the size. */
  readonly random: number;
  /** No set of the size is within less (MATHEMATICS.md 3.5). */
  readonly welch: string;
}

const sizes: Readonly<Record<string, readonly number[]>> = {
  S4: [6, 12],
  S5: [10, 24, 40],
  S6: [10, 24, 40],
  'Z2^6': [8, 16, 28],
  'D12@plane': [6, 12],
  'PSL(2,7)': [10, 24, 40],
  A5: [10, 24, 40],
};

/** What two seconds of annealing reach, by the issue that asked for more: not to be exceeded. */
export const toBeat: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  S4: { 6: 0.25, 12: 0.08 },
  S5: { 10: 0.22, 24: 0.07, 40: 0.04 },
  S6: { 10: 0.285, 24: 0.12, 40: 0.067 },
};

export const countedQuestions = (seed: string, minimize: boolean): readonly CountedQuestion[] =>
  Object.entries(sizes).flatMap(([group, list]) => list.map((size) => ({ group, size, seed, minimize })));

/** (|G|/n − 1)/(|G| − 1), where Welch's bound on the size is n. */
export const welchEpsilon = (order: bigint, size: number): Rational =>
  rational(order - BigInt(size), BigInt(size) * (order - 1n));

/** Modules up to this size are decided exactly, so that an error equal to ε will do. */
const exactModule = 100n;

const evidenceFor = <G extends string>({ group, action }: Instance<G>, elements: readonly string[]): WeakEvidence => {
  const scheme = { elements };
  if (action.kind === 'plane') return { kind: 'plane', scheme };
  if (group.family.name === 'Z2') return { kind: 'abelian', scheme };
  return group.family.name === 'S' && group.order > exactModule
    ? { kind: 'blocks', scheme }
    : { kind: 'gram', module: 'regular', scheme };
};

const millionths = 1_000_000n;

/** The error itself where it looks like a fraction over n², then the next millionths. */
const candidates = (error: number, size: number): readonly Rational[] => {
  const square = size * size;
  const over = Math.round(error * square);
  const up = BigInt(Math.ceil(error * Number(millionths)));
  return [
    ...(Math.abs(error * square - over) < 1e-7 ? [rational(BigInt(over), BigInt(square))] : []),
    ...[0n, 1n, 2n].map((more) => rational(up + more, millionths)),
  ];
};

const find = <G extends string>(instance: Instance<G>, question: CountedQuestion): Counted => {
  const { group } = instance;
  const { size, seed, minimize } = question;
  const allowance = minimize ? searchSteps.thorough : 4 * searchSteps.quick;
  const { elements, error } = withAllFunctions(instance, (model) =>
    minimiseError({ group, model, size, target: 0, allowance, seed }),
  );
  for (const epsilon of candidates(error, size)) {
    const certificate: Certificate = {
      format: certificateFormat,
      version: certificateVersion,
      group: instance.notation,
      functions: 'all',
      claims: [
        {
          quantity: 'AC_wk',
          relation: '<=',
          value: BigInt(size),
          weights: 'uniform',
          epsilon,
          evidence: evidenceFor(instance, elements.map(group.show)),
        },
      ],
      provenance: { software: `reynolds ${version}`, seed, command: 'npm run study' },
    };
    const text = printCertificate(certificate);
    const { verdict, id } = checkText(text);
    if (verdict !== 'accepted' || id === null) continue;
    const file = fileNameOf(certificate, `${size}elements`);
    writeFileSync(join(certificateDirectory, file), text);
    return {
      ...question,
      epsilon: showRational(epsilon),
      file,
      id,
      random: typicalErrors(instance, seed)(size),
      welch: showRational(welchEpsilon(group.order, size)),
    };
  }
  throw new Error(`no certificate for ${size} elements of ${group.notation} is accepted near ε = ${error}`);
};

/** The best set of the size that the search finds, with its certificate written. */
export const findCounted = (question: CountedQuestion): Counted => {
  const found = parseInstance(
    question.group,
    <G extends string>(instance: Instance<G>): E.Either<Problem, Counted> => E.right(find(instance, question)),
  );
  if (E.isLeft(found)) throw new Error(found.left.message);
  return found.right;
};

/** Whether the certificate of a stored answer is still there and accepted, and says what was stored. */
export const stillCounted = ({ group, size, file, id, epsilon }: Counted): boolean => {
  const path = join(certificateDirectory, file);
  if (!existsSync(path)) return false;
  const claim = { quantity: 'AC_wk', relation: '<=', value: BigInt(size), weights: 'uniform' } as const;
  const report = checkText(readFileSync(path, 'utf8'), {
    group,
    functions: 'all',
    claims: [{ ...claim, epsilon: readRational(epsilon) }],
  });
  return report.verdict === 'accepted' && report.id === id;
};
