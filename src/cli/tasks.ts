/**
 * What is done in a worker thread: everything that may take long or much memory, so that the main thread can show
 * progress, be interrupted, and survive.
 */
import type { Either } from 'fp-ts/lib/Either.js';
import type { Refusal, Report } from '../check/index.ts';
import type { Outcome } from '../hunt/examine.ts';
import type { Candidate, SearchJob } from '../prove/candidate.ts';
import type { Refused } from './acceptedTask.ts';
import type { Certified, CertifyInput } from './certifyTask.ts';
import type { CheckInput } from './checkTask.ts';
import type { Cited, CiteInput } from './citeTask.ts';
import type { Stated } from './coqTask.ts';
import type { Mistake } from './exit.ts';
import type { Explained, ExplainInput } from './explainTask.ts';
import type { MinimiseInput } from './minimiseTask.ts';
import type { Probed, ProbeInput } from './probeTask.ts';
import type { RowFacts, RowInput, ThresholdFacts } from './rowTask.ts';
import type { SchemeInput, SchemeOutput } from './schemeTask.ts';
import type { SearchInput } from './searchTask.ts';
import type { Viewed, ViewInput } from './viewTask.ts';

/** Input and output of every task; both survive structured cloning. */
export interface Tasks {
  readonly certify: { readonly input: CertifyInput; readonly output: Either<Mistake, Certified> };
  readonly check: { readonly input: CheckInput; readonly output: Report };
  readonly claimFile: { readonly input: string; readonly output: string | undefined };
  readonly cite: { readonly input: CiteInput; readonly output: Either<readonly Refused[], Cited> };
  readonly explain: { readonly input: ExplainInput; readonly output: Either<Report, Explained> };
  /** Left is the checker's report, or why nothing is stated. */
  readonly coq: { readonly input: string; readonly output: Either<Report | string, Stated> };
  readonly probe: { readonly input: ProbeInput; readonly output: Either<Refusal, Probed> };
  readonly scheme: { readonly input: SchemeInput; readonly output: Either<Mistake, SchemeOutput> };
  readonly minimiseJobs: { readonly input: CertifyInput; readonly output: Either<Mistake, readonly SearchJob[]> };
  readonly minimise: { readonly input: MinimiseInput; readonly output: Either<Mistake, readonly Candidate[]> };
  readonly search: { readonly input: SearchInput; readonly output: Either<Mistake, Outcome> };
  readonly view: { readonly input: ViewInput; readonly output: Either<readonly Refused[], Viewed> };
  readonly row: { readonly input: RowInput; readonly output: Either<Mistake, RowFacts> };
  readonly threshold: { readonly input: string; readonly output: Either<Mistake, ThresholdFacts> };
}

export type TaskName = keyof Tasks;

/** To the worker. */
export interface Order<K extends TaskName = TaskName> {
  readonly task: K;
  readonly input: Tasks[K]['input'];
}

/** From the worker. */
export type News =
  | { readonly kind: 'progress'; readonly phase: string; readonly done?: number; readonly of?: number }
  | { readonly kind: 'found'; readonly candidate: Candidate }
  | { readonly kind: 'done'; readonly output: Tasks[TaskName]['output'] }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };
