/** Examines one instance of a search. */
import * as E from 'fp-ts/lib/Either.js';
import { parseRational } from '../algebra/rational.ts';
import { usesOf } from '../conjecture/expression.ts';
import { parseStatement } from '../conjecture/parse.ts';
import { examine, type Outcome } from '../hunt/examine.ts';
import type { Progress } from '../prove/certify.ts';
import { type Mistake, mistakeOf, wrongInput } from './exit.ts';

export interface SearchInput {
  readonly claim: string;
  readonly group: string;
  readonly functions: string;
  readonly k?: number;
  readonly eps?: string;
  readonly seed: string;
  readonly minimize: boolean;
  readonly command: string;
}

export const searchTask = async (input: SearchInput, progress: Progress): Promise<E.Either<Mistake, Outcome>> => {
  const { claim, group, functions, k, eps, seed, minimize, command } = input;
  const statement = parseStatement(claim);
  if (E.isLeft(statement)) return wrongInput(`column ${statement.left.column}: ${statement.left.message}`);
  const epsilon = eps === undefined ? undefined : parseRational(eps);
  // Only bounds on averaging complexities need linear programmes.
  const solver = usesOf(statement.right).averaging
    ? await (await import('../prove/linearSolver.ts')).loadLinearSolver()
    : undefined;
  const unit = { group, functions, k, eps: epsilon?._tag === 'Some' ? epsilon.value : undefined };
  const outcome = examine(statement.right, unit, { seed, minimize, solver, progress, command });
  return E.isLeft(outcome) ? E.left(mistakeOf(outcome.left)) : outcome;
};
