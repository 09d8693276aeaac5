/**
 * Searches for schemes as jobs that can be done apart, by several workers: what is to be searched for a request, one job,
 * and its results as plain data. Which worker does a job does not matter, so the outcome depends on the seed alone.
 */
import * as E from 'fp-ts/lib/Either.js';
import { halved, type Rational, rationals } from '../algebra/rational.ts';
import { unlimited } from '../check/allowance.ts';
import { type Subject, subjectOf } from '../check/subject.ts';
import type { Problem } from '../group/notation.ts';
import { parseInstance } from '../representation/action.ts';
import type { Candidate, SearchJob, Sought } from './candidate.ts';
import { displacementRoute } from './displacementRoutes.ts';
import { proveExistence } from './existence.ts';
import type { Progress, Request } from './request.ts';
import { routesFor } from './schemeRoutes.ts';
import { subjectFunctions } from './subjectFunctions.ts';

/** Searches of `--minimize`: their number is fixed, so that the result does not depend on how many run at once. */
export const logicalWorkers = 4;

/** Sizes above this are not searched. */
const mostSearched = 5000n;

/** Sizes above this are not tried: the size whose existence is proved anyway, or the group. */
export const mostElementsFor = <G extends string>(subject: Subject<G>, epsilon: Rational): number => {
  const { order } = subject.instance.group;
  const existence = proveExistence(subject, epsilon);
  const most = existence === undefined || existence.size > order ? order : existence.size;
  return Number(most < mostSearched ? most : mostSearched);
};

/** Does a job; `propose` is called with every smaller scheme as it is found. */
export const searchFor = <G extends string>(
  subject: Subject<G>,
  { epsilon, sought, worker }: SearchJob,
  options: { readonly seed: string; readonly minimize: boolean; readonly progress: Progress },
  propose: (candidate: Candidate) => void,
): void => {
  const route = sought.condition === 'weak' ? routesFor(subject)[sought.route] : displacementRoute(subject);
  const { show } = subject.instance.group;
  route?.search({
    ...options,
    epsilon,
    worker,
    // Direct searches of the strong condition: nothing above the weak existence at ε/2 is of use.
    mostElements: mostElementsFor(subject, sought.condition === 'weak' ? epsilon : halved(epsilon)),
    propose: ({ elements, weights }) =>
      propose({
        epsilon,
        sought,
        worker,
        scheme: { elements: elements.map(show), ...(weights === undefined ? {} : { weights }) },
      }),
  });
};

/** Everything to be searched for a request, for each ε: topics with AC_st also search at ε/2, and directly. */
export const jobsFor = (request: Request): E.Either<Problem, readonly SearchJob[]> =>
  parseInstance(request.group, (instance) => {
    const chosen = subjectFunctions(instance, request);
    if (E.isLeft(chosen)) return chosen;
    const subject = subjectOf(instance, chosen.right.functions, unlimited);
    const strong = request.strong !== false && (request.topic === 'approximate' || request.topic === 'separation');
    const epsilons = request.epsilons ?? [];
    const routes = routesFor(subject);
    const direct = strong && displacementRoute(subject) !== undefined;
    const workers = Array.from({ length: logicalWorkers }, (_, worker) => worker);
    return E.right(
      epsilons.flatMap((epsilon) => [
        ...(strong ? [epsilon, halved(epsilon)] : [epsilon]).flatMap((at) =>
          // Later routes are for what earlier ones cannot do: the first is searched.
          routes
            .slice(0, 1)
            .flatMap(() =>
              workers.map((worker): SearchJob => ({ epsilon: at, sought: { condition: 'weak', route: 0 }, worker })),
            ),
        ),
        ...(direct ? workers.map((worker): SearchJob => ({ epsilon, sought: { condition: 'strong' }, worker })) : []),
      ]),
    );
  });

/** Does one job of a request. */
export const searchJob = (
  request: Request,
  job: SearchJob,
  propose: (candidate: Candidate) => void,
): E.Either<Problem, undefined> =>
  parseInstance(request.group, (instance) => {
    const chosen = subjectFunctions(instance, request);
    if (E.isLeft(chosen)) return chosen;
    searchFor(subjectOf(instance, chosen.right.functions, unlimited), job, request, propose);
    return E.right(undefined);
  });

const isWanted =
  (epsilon: Rational, condition: Sought['condition']) =>
  (candidate: Candidate): boolean =>
    candidate.sought.condition === condition && rationals.equals(candidate.epsilon, epsilon);

/** The candidates for one condition at one ε: fewest elements first, then by worker; the order of the jobs is forgotten. */
export const candidatesFor = (
  candidates: readonly Candidate[],
  epsilon: Rational,
  condition: Sought['condition'],
): readonly Candidate[] =>
  candidates
    .filter(isWanted(epsilon, condition))
    .map((candidate, place) => ({ candidate, place }))
    .sort(
      (a, b) =>
        a.candidate.scheme.elements.length - b.candidate.scheme.elements.length ||
        a.candidate.worker - b.candidate.worker ||
        a.place - b.place,
    )
    .map(({ candidate }) => candidate);
