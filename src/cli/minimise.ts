/**
 * The searches of --minimize: a fixed number of them for each ε, as many at once as there are workers. The first interrupt
 * ends them and keeps what they found; the second ends the process.
 */
import { availableParallelism } from 'node:os';
import * as E from 'fp-ts/lib/Either.js';
import { showRational } from '../algebra/rational.ts';
import type { Candidate, SearchJob } from '../prove/candidate.ts';
import type { CertifyInput } from './certifyTask.ts';
import { complain, onInterrupt } from './console.ts';
import { exitCodes, type Mistake, wrongInput } from './exit.ts';
import { openProgress } from './progress.ts';
import { inWorkshops, openWorkshop, type Workshop } from './workshop.ts';

const mostJobs = 64;

/** `--jobs N`; by default the number of processors, at most 4. */
export const parseJobs = (text: string | undefined): E.Either<Mistake, number> => {
  if (text === undefined) return E.right(Math.min(4, availableParallelism()));
  const jobs = /^[1-9][0-9]?$/.test(text) ? Number(text) : 0;
  return jobs >= 1 && jobs <= mostJobs
    ? E.right(jobs)
    : wrongInput(`--jobs "${text}" is not a number of workers from 1 to ${mostJobs}`);
};

/** Whether a request has searches that --minimize does by workers. */
const searches = ({ topic, epsilon, minimize }: CertifyInput): boolean =>
  minimize && epsilon !== undefined && (topic === 'approximate' || topic === 'separation' || topic === 'profile');

/** The smallest plain averages known so far, for the progress line. */
const bestInWords = (candidates: readonly Candidate[]): string => {
  const best = new Map<string, number>();
  for (const { epsilon, sought, scheme } of candidates) {
    if (sought.condition !== 'weak' || scheme.weights !== undefined) continue;
    const key = showRational(epsilon);
    best.set(key, Math.min(best.get(key) ?? Number.POSITIVE_INFINITY, scheme.elements.length));
  }
  return [...best].map(([epsilon, size]) => `${size} elements within ${epsilon}`).join(', ');
};

/** The request together with what the workers found for it; the request itself if there is nothing to search. */
export const minimised = async (
  request: CertifyInput,
  { jobs: count, quiet, name }: { readonly jobs: number; readonly quiet: boolean; readonly name: string },
): Promise<E.Either<Mistake, CertifyInput>> => {
  if (!searches(request)) return E.right(request);
  const progress = openProgress(quiet);
  const open = new Set<Workshop>();
  const candidates: Candidate[] = [];
  let interrupted = false;
  let done = 0;
  progress.begin(name);
  onInterrupt((signal) => {
    if (signal !== 'SIGINT') return '';
    interrupted = true;
    const kept = candidates.length === 0 ? '' : '; what was found is certified (interrupt again to stop at once)';
    complain(`interrupted${kept}`);
    for (const workshop of open) void workshop.close();
    return undefined;
  });
  const told = (jobs: number): void => {
    const best = bestInWords(candidates);
    progress.update(name, `searching${best === '' ? '' : `, so far ${best}`}; searches done`, done, jobs);
  };
  const perform =
    (total: number) =>
    async (workshop: Workshop, job: SearchJob): Promise<Mistake | undefined> => {
      if (interrupted) return undefined;
      open.add(workshop);
      try {
        const searched = await workshop.run(
          'minimise',
          { request, job },
          () => told(total),
          (candidate) => candidates.push(candidate),
        );
        done++;
        told(total);
        return E.isLeft(searched) ? searched.left : undefined;
      } catch (problem) {
        // An interrupt closes the workshop under the search.
        if (interrupted) return undefined;
        throw problem;
      } finally {
        open.delete(workshop);
      }
    };
  try {
    const planner = openWorkshop();
    const jobs = await planner.run('minimiseJobs', request, (...news) => progress.update(name, ...news));
    await planner.close();
    if (E.isLeft(jobs)) return jobs;
    const mistakes = await inWorkshops(jobs.right, perform(jobs.right.length), count);
    const mistake = mistakes.find((found) => found !== undefined);
    if (mistake !== undefined) return E.left(mistake);
    if (interrupted && candidates.length === 0)
      return E.left({ exit: exitCodes.interrupted, message: 'no scheme was found before the interrupt' });
    return E.right({ ...request, candidates, ...(interrupted ? { interrupted } : {}) });
  } finally {
    onInterrupt(undefined);
    progress.finish(name);
    progress.stop();
  }
};
