/** One statement on one instance: true, false with a certificate that the checker accepts, or not decided. */
import * as E from 'fp-ts/lib/Either.js';
import { rational } from '../algebra/rational.ts';
import { type Certificate, certificateFormat, certificateVersion } from '../certificate/certificate.ts';
import { fileNameOf, identityOf, printCertificate } from '../certificate/identity.ts';
import { refutationInWords } from '../certificate/statement.ts';
import { version } from '../certificate/version.ts';
import { checkText } from '../check/index.ts';
import { evaluate } from '../conjecture/evaluate.ts';
import { type Statement, showStatement, usesOf } from '../conjecture/expression.ts';
import type { Problem } from '../group/notation.ts';
import type { LinearSolver } from '../prove/linearSolver.ts';
import type { Progress, Request } from '../prove/request.ts';
import { parseInstance } from '../representation/action.ts';
import { problemOfClass } from '../representation/classCharacter.ts';
import { parseFunctionClass, showFunctionClass } from '../representation/functionClass.ts';
import { type Decided, decide } from './decide.ts';
import type { Unit } from './units.ts';

export type { Unit };

export interface ExamineOptions {
  readonly seed: string;
  readonly minimize: boolean;
  readonly solver?: LinearSolver | undefined;
  readonly progress: Progress;
  /** For the provenance. */
  readonly command?: string | undefined;
}

export interface Found {
  readonly fileName: string;
  readonly id: string;
  /** `S3 refutes: …` */
  readonly statement: string;
  readonly text: string;
}

export type Outcome =
  | { readonly truth: 'true' }
  | { readonly truth: 'false'; readonly found: Found }
  /** The bounds are too far apart. */
  | { readonly truth: 'undecided'; readonly why: string }
  /** The instance does not have a quantity of the statement. */
  | { readonly truth: 'inapplicable'; readonly why: string };

const requestOf = (unit: Unit, { seed, minimize, solver, progress }: ExamineOptions): Request => ({
  topic: 'exact',
  group: unit.group,
  functions: unit.functions,
  seed,
  minimize,
  ...(solver === undefined ? {} : { solver }),
  progress,
});

/** The class of the document: F where the statement speaks of it, else that of the first claim, so that few claims need their own. */
const documentClass = (statement: Statement, own: string, { claims }: Decided): string =>
  usesOf(statement).own ? own : (claims[0]?.functions ?? 'all');

const certificateOf = (
  statement: Statement,
  group: string,
  own: string,
  unit: Unit,
  decided: Decided,
  options: ExamineOptions,
): Certificate => {
  const functions = documentClass(statement, own, decided);
  const { k, eps } = unit;
  const open = usesOf(statement).parameters;
  const parameters = {
    ...(k === undefined || !open.has('k') ? {} : { k: BigInt(k) }),
    ...(eps === undefined || !open.has('eps') ? {} : { eps }),
  };
  return {
    format: certificateFormat,
    version: certificateVersion,
    group,
    functions,
    not: showStatement(statement),
    ...(open.size === 0 ? {} : { parameters }),
    claims: decided.claims.map(({ claim: { functions: _, ...claim }, functions: of }) =>
      of === functions ? claim : { ...claim, functions: of },
    ) as Certificate['claims'],
    ...(decided.tables.length === 0 ? {} : { tables: decided.tables }),
    provenance: {
      software: `reynolds ${version}`,
      seed: options.seed,
      ...(options.command === undefined ? {} : { command: options.command }),
    },
  };
};

/** Whatever comes out false is said only with a certificate that the checker accepts. */
const refuted = (certificate: Certificate): Outcome => {
  const text = printCertificate(certificate);
  const report = checkText(text);
  if (report.verdict !== 'accepted')
    return {
      truth: 'undecided',
      why: `false, but the checker says ${report.verdict} ${report.code}: ${report.message}`,
    };
  return {
    truth: 'false',
    found: {
      fileName: fileNameOf(certificate, 'refutation'),
      id: identityOf(certificate),
      statement: refutationInWords(certificate) ?? '',
      text,
    },
  };
};

/** Left for an instance that cannot be read. Takes as long as what it proves. */
export const examine = (statement: Statement, unit: Unit, options: ExamineOptions): E.Either<Problem, Outcome> => {
  const own = parseFunctionClass(unit.functions);
  if (E.isLeft(own)) return own;
  return parseInstance(unit.group, (instance): E.Either<Problem, Outcome> => {
    const problem = problemOfClass(instance.action, own.right);
    if (problem !== undefined && usesOf(statement).own) return E.right({ truth: 'inapplicable', why: problem });
    const decided = decide(
      instance,
      own.right,
      { k: unit.k === undefined ? undefined : rational(BigInt(unit.k)), eps: unit.eps },
      (known) => evaluate(statement, known),
      requestOf(unit, options),
    );
    if (decided.truth === 'true') return E.right({ truth: 'true' });
    if (decided.truth === 'unknown')
      return E.right({ truth: decided.inapplicable ? 'inapplicable' : 'undecided', why: decided.why });
    options.progress('checking the refutation');
    const certificate = certificateOf(
      statement,
      instance.notation,
      showFunctionClass(own.right),
      unit,
      decided,
      options,
    );
    return E.right(refuted(certificate));
  });
};
