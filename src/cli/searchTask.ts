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
  /** Look for smaller groups on which the claim is false, among the subgroups of one on which it is. */
  readonly shrink: boolean;
  readonly command: string;
}

/** The seed as the integer that fast-check takes. */
const hashOf = (seed: string): number =>
  [...seed].reduce((hash, c) => (Math.imul(hash, 31) + c.codePointAt(0)!) | 0, 7);

export const searchTask = async (input: SearchInput, progress: Progress): Promise<E.Either<Mistake, Outcome>> => {
  const { claim, group, functions, k, eps, seed, minimize, shrink, command } = input;
  const statement = parseStatement(claim);
  if (E.isLeft(statement)) return wrongInput(`column ${statement.left.column}: ${statement.left.message}`);
  const epsilon = eps === undefined ? undefined : parseRational(eps);
  // Only bounds on averaging complexities need linear programmes.
  const solver = usesOf(statement.right).averaging
    ? await (await import('../prove/linearSolver.ts')).loadLinearSolver()
    : undefined;
  const unit = { group, functions, k, eps: epsilon?._tag === 'Some' ? epsilon.value : undefined };
  const options = { seed, minimize, solver, progress, command };
  const outcome = examine(statement.right, unit, options);
  if (E.isLeft(outcome)) return E.left(mistakeOf(outcome.left));
  if (outcome.right.truth !== 'false' || !shrink) return outcome;
  const on = (notation: string): Outcome | undefined => {
    const tried = examine(statement.right, { ...unit, group: notation }, options);
    return E.isLeft(tried) ? undefined : tried.right;
  };
  const { shrinkGroup } = await import('../hunt/shrink.ts');
  const least = shrinkGroup(group, (notation) => on(notation)?.truth === 'false', hashOf(seed));
  const smaller = least === group ? undefined : on(least);
  return E.right(smaller?.truth === 'false' ? smaller : outcome.right);
};
