/** The instances of a search, one after the other, as the journal numbers them. */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../algebra/rational.ts';
import { type Statement, usesOf } from '../conjecture/expression.ts';
import { malformed, type Problem } from '../group/notation.ts';

/** The instance: a group with an action, F, and the k and ε that the statement leaves open. */
export interface Unit {
  readonly group: string;
  readonly functions: string;
  readonly k?: number | undefined;
  readonly eps?: Rational | undefined;
}

/** The units of a search in order: place by place, in each k from below, then ε as listed. */
export const unitsOf = (
  groups: readonly string[],
  functions: string,
  statement: Statement,
  k: readonly number[],
  eps: readonly Rational[],
): E.Either<Problem, readonly Unit[]> => {
  const open = usesOf(statement).parameters;
  if (open.has('k') && k.length === 0) return malformed('the statement has k, but no degrees are given');
  if (open.has('eps') && eps.length === 0) return malformed('the statement has eps, but no ε is given');
  const degrees: readonly (number | undefined)[] = open.has('k') ? k : [undefined];
  const errors: readonly (Rational | undefined)[] = open.has('eps') ? eps : [undefined];
  return E.right(
    groups.flatMap((group) =>
      degrees.flatMap((degree) => errors.map((error): Unit => ({ group, functions, k: degree, eps: error }))),
    ),
  );
};
