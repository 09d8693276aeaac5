/** What the prover is asked for, and what it answers with. */
import type * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../algebra/rational.ts';
import type { Claim } from '../certificate/certificate.ts';
import type { TableData } from '../certificate/evidence.ts';
import type { Problem } from '../group/notation.ts';
import type { Candidate } from './candidate.ts';
import type { LinearSolver } from './linearSolver.ts';

export type Topic = 'exact' | 'threshold' | 'approximate' | 'lower' | 'separation' | 'profile';

/** What is happening in a long computation, for a progress line: a phase, and how far it is if that is known. */
export type Progress = (phase: string, done?: number, of?: number) => void;

export interface Request {
  readonly topic: Topic;
  /** Group notation with action; `file:` is resolved to `perm:` by the caller. */
  readonly group: string;
  /** Needed by all but `threshold`, which finds the degree itself, and `separation`, which without it takes the threshold. */
  readonly functions?: string;
  /** Positive numbers: one for `approximate` and `separation`, at most one for `lower`, any number for `profile`. */
  readonly epsilons?: readonly Rational[];
  /** Any text; the same text gives the same certificate. */
  readonly seed: string;
  /** Search longer for a smaller scheme. */
  readonly minimize: boolean;
  /** false: only the weak condition is wanted. */
  readonly strong?: boolean;
  /** The caller has the text of the certificate checked, so that it need not be checked twice. */
  readonly unchecked?: true;
  /** Schemes that workers found, in any order; then nothing is searched that they could have found. */
  readonly candidates?: readonly Candidate[] | undefined;
  /** Whether the workers were interrupted, so that nothing more is to be searched. */
  readonly interrupted?: boolean;
  /** For the linear programmes of exact, lower and profile; without it they give up what only it can find. */
  readonly solver?: LinearSolver;
  readonly progress: Progress;
}

/** Claims with evidence, and the tables that evidence refers to by number. */
export interface Proved {
  readonly claims: readonly Claim[];
  readonly tables: readonly TableData[];
}

export type Claims = E.Either<Problem, Proved>;

/** Solves nothing. */
const noSolver: LinearSolver = {
  solve: () => ({ status: 'failed', values: [], objective: Number.NaN, duals: [] }),
};

export const solverOf = (request: Request): LinearSolver => request.solver ?? noSolver;
