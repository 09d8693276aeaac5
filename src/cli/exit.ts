/**
 * How a command ends. The exit codes are those of the five verdicts, and the shell's for an interrupt; a command that meets several ends with the
 * worst, which is the greatest.
 */
import * as E from 'fp-ts/lib/Either.js';

export const exitCodes = {
  accepted: 0,
  rejected: 1,
  malformed: 2,
  declined: 3,
  'internal-error': 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What stopped a command, in one line that says what was wrong, where, and what would be right. */
export interface Mistake {
  readonly exit: ExitCode;
  readonly message: string;
}

/** A mistake in the input: exit 2. */
export const wrongInput = (message: string): E.Either<Mistake, never> => E.left({ exit: exitCodes.malformed, message });

/** A problem reported by a room to the left: exit 2 for bad notation, 3 for what is beyond the limits. */
export const mistakeOf = (problem: { readonly kind: 'malformed' | 'declined'; readonly message: string }): Mistake => ({
  exit: exitCodes[problem.kind],
  message: problem.message,
});

export const worst = (a: ExitCode, b: ExitCode): ExitCode => (a < b ? b : a);
