/** The work of a search: instances in order, several at a time, until the smallest counterexample or the end. */
import * as E from 'fp-ts/lib/Either.js';
import { showRational } from '../algebra/rational.ts';
import { type Examined, nameOf } from '../hunt/journal.ts';
import type { Unit } from '../hunt/units.ts';
import { type ExitCode, exitCodes, type Mistake } from './exit.ts';
import type { ProgressLine } from './progress.ts';
import type { SearchInput } from './searchTask.ts';
import { openWorkshop, TaskFailure, type Workshop } from './workshop.ts';

export interface SearchRun {
  readonly units: readonly Unit[];
  /** The numbers of the instances to look at, in order. */
  readonly positions: readonly number[];
  readonly known: readonly Examined[];
  readonly jobs: number;
  /** Stop at the smallest counterexample. */
  readonly untilFirst: boolean;
  readonly input: Omit<SearchInput, 'group' | 'functions' | 'k' | 'eps'>;
  readonly progress: ProgressLine;
  /** Keeps the certificate of a refutation; the name of its file. */
  readonly keep: (fileName: string, text: string) => string;
  /** Called when an instance is done, and only then; what it was told counts as done. */
  readonly add: (record: Examined) => void;
  /** Called for a bug in a task. */
  readonly bug: (name: string, problem: unknown) => void;
}

const inputFor = ({ group, functions, k, eps }: Unit, input: SearchRun['input']): SearchInput => ({
  ...input,
  group,
  functions,
  ...(k === undefined ? {} : { k }),
  ...(eps === undefined ? {} : { eps: showRational(eps) }),
});

/** `12 of 37 instances, 1 undecided, 3.1/s, about 8 s left`. */
const progressText = (done: number, total: number, undecided: number, since: number, before: number): string => {
  const seconds = (performance.now() - since) / 1000;
  const rate = (done - before) / Math.max(seconds, 0.001);
  const left = rate > 0 ? `, about ${Math.ceil((total - done) / rate)} s left` : '';
  const speed = done > before ? `, ${rate.toPrecision(2)}/s${left}` : '';
  return `${done} of ${total} instances${undecided === 0 ? '' : `, ${undecided} undecided`}${speed}`;
};

/** The records, those known before included, and 4 as exit code if a task failed by a bug. */
export const runSearch = async (
  run: SearchRun,
): Promise<E.Either<Mistake, { readonly records: readonly Examined[]; readonly exit: ExitCode }>> => {
  const { units, positions, known, jobs, untilFirst, progress } = run;
  const records = [...known];
  const done = new Set(known.map(({ at }) => at));
  const todo = positions.filter((at) => !done.has(at));
  let limit = Number.POSITIVE_INFINITY;
  const note = ({ at, truth }: Examined): void => {
    if (untilFirst && truth === 'false') limit = Math.min(limit, at);
  };
  known.forEach(note);
  const running = new Map<number, Workshop>();
  const since = performance.now();
  let exit: ExitCode = exitCodes.accepted;
  let mistake: Mistake | undefined;
  let next = 0;
  const show = (): void =>
    progress.update(
      'search',
      progressText(
        records.length,
        positions.length,
        records.filter(({ truth }) => truth === 'undecided').length,
        since,
        known.length,
      ),
    );
  const examineOne = async (workshop: Workshop, at: number): Promise<Examined | undefined> => {
    const unit = units[at]!;
    const instance = nameOf(unit);
    const undecided = (why: string): Examined => ({ at, instance, truth: 'undecided', why });
    running.set(at, workshop);
    try {
      const outcome = await workshop.run('search', inputFor(unit, run.input), show);
      if (E.isLeft(outcome)) {
        if (outcome.left.exit === exitCodes.declined) return undecided(outcome.left.message);
        mistake = outcome.left;
        return undefined;
      }
      const { right } = outcome;
      if (right.truth === 'true') return { at, instance, truth: 'true' };
      if (right.truth !== 'false') return { at, instance, truth: right.truth, why: right.why };
      const { fileName, id, statement, text } = right.found;
      return { at, instance, truth: 'false', file: run.keep(fileName, text), id, statement };
    } catch (problem) {
      // Stopped because a smaller counterexample was found meanwhile.
      if (at > limit) return undefined;
      if (problem instanceof TaskFailure && problem.outOfMemory) return undecided('not enough memory');
      run.bug(instance, problem);
      exit = exitCodes['internal-error'];
      return undecided('the examination failed: a bug');
    } finally {
      running.delete(at);
    }
  };
  const serve = async (): Promise<void> => {
    const workshop = openWorkshop();
    try {
      while (next < todo.length && mistake === undefined) {
        const at = todo[next++]!;
        if (at > limit) return;
        const record = await examineOne(workshop, at);
        if (record === undefined) continue;
        records.push(record);
        run.add(record);
        note(record);
        show();
        await Promise.all([...running].filter(([other]) => other > limit).map(([, busy]) => busy.close()));
      }
    } finally {
      await workshop.close();
    }
  };
  show();
  await Promise.all(Array.from({ length: Math.max(1, Math.min(jobs, todo.length)) }, serve));
  progress.finish('search');
  return mistake === undefined ? E.right({ records, exit }) : E.left(mistake);
};
