/** The searches of --minimize as tasks: what there is to search, and one search. */
import * as E from 'fp-ts/lib/Either.js';
import type { Candidate, SearchJob } from '../prove/candidate.ts';
import type { Progress } from '../prove/certify.ts';
import { jobsFor, searchJob } from '../prove/schemeSearch.ts';
import { type CertifyInput, readRequest } from './certifyTask.ts';
import { type Mistake, mistakeOf } from './exit.ts';

export interface MinimiseInput {
  readonly request: CertifyInput;
  readonly job: SearchJob;
}

export const minimiseJobsTask = async (
  input: CertifyInput,
  progress: Progress,
): Promise<E.Either<Mistake, readonly SearchJob[]>> => {
  const request = await readRequest(input, progress);
  if (E.isLeft(request)) return request;
  const jobs = jobsFor(request.right);
  return E.isLeft(jobs) ? E.left(mistakeOf(jobs.left)) : jobs;
};

/** Tells of every candidate as it is found, since a search may be ended before its time; and of all in the end. */
export const minimiseTask = async (
  { request: input, job }: MinimiseInput,
  progress: Progress,
  found: (candidate: Candidate) => void,
): Promise<E.Either<Mistake, readonly Candidate[]>> => {
  const request = await readRequest(input, progress);
  if (E.isLeft(request)) return request;
  const candidates: Candidate[] = [];
  const searched = searchJob(request.right, job, (candidate) => {
    candidates.push(candidate);
    found(candidate);
  });
  return E.isLeft(searched) ? E.left(mistakeOf(searched.left)) : E.right(candidates);
};
