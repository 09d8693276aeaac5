/** The function class of a request. */
import * as E from 'fp-ts/lib/Either.js';
import type { Claim } from '../certificate/certificate.ts';
import { malformed, type Problem } from '../group/notation.ts';
import type { Instance } from '../representation/action.ts';
import { problemOfClass } from '../representation/classCharacter.ts';
import { type FunctionClass, parseFunctionClass, polynomials } from '../representation/functionClass.ts';
import type { Request } from './request.ts';
import { proveThreshold } from './threshold.ts';

/** The class asked for; for a separation without one, Sym^{≤k} at the threshold k. */
export const subjectFunctions = <G extends string>(
  instance: Instance<G>,
  request: Request,
): E.Either<Problem, { readonly functions: FunctionClass; readonly threshold?: Claim }> => {
  if (request.topic !== 'threshold' && request.functions !== undefined) {
    const functions = parseFunctionClass(request.functions);
    if (E.isLeft(functions)) return functions;
    const problem = problemOfClass(instance.action, functions.right);
    return problem === undefined ? E.right({ functions: functions.right }) : malformed(problem);
  }
  if (request.topic !== 'threshold' && request.topic !== 'separation')
    return malformed('--functions is needed: linear, poly:K (such as poly:3) or all');
  request.progress('finding the threshold');
  const threshold = proveThreshold(instance);
  if (E.isLeft(threshold)) return threshold;
  return E.right({ functions: polynomials(Number(threshold.right.value)), threshold: threshold.right });
};
