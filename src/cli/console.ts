/**
 * Standard output and standard error, and how the process ends when it is interrupted or something unexpected happens.
 */
import { exitCodes } from './exit.ts';
import { oneLine } from './text.ts';

/** Called before a line is written to standard error, so that a progress line gives way to it. */
let beforeErrorLine: () => void = () => {};

export const setBeforeErrorLine = (callback: () => void): void => {
  beforeErrorLine = callback;
};

export const print = (text: string): void => {
  process.stdout.write(text);
};

/** A JSON document, readable and final newline included. */
export const printJson = (data: unknown): void => print(`${JSON.stringify(data, null, 1)}\n`);

const errorLine = (line: string): void => {
  beforeErrorLine();
  process.stderr.write(`${oneLine(line)}\n`);
};

/** One line on standard error. */
export const complain = (message: string): void => errorLine(`reynolds: ${message}`);

/** Whether to colour what goes to standard output. */
export const inColour = (): boolean => process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';

/** A bug, in one line; REYNOLDS_DEBUG=1 adds the stack. */
export const reportBug = (problem: unknown): void => {
  errorLine(`internal error: ${problem instanceof Error ? problem.message : String(problem)}`);
  if (process.env['REYNOLDS_DEBUG'] === '1' && problem instanceof Error) process.stderr.write(`${problem.stack}\n`);
};

const isBrokenPipe = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE';

type Signal = 'SIGINT' | 'SIGTERM';

const endAtOnce = (): string => '';
let whenInterrupted: (signal: Signal) => string | undefined = endAtOnce;

/**
 * What is done, once, when the process is interrupted. It returns what is said as the process ends, or undefined if the
 * command goes on and ends by itself.
 */
export const onInterrupt = (handler: ((signal: Signal) => string | undefined) | undefined): void => {
  whenInterrupted = handler ?? endAtOnce;
};

/** Ends the process in one line for whatever no command handles. */
export const installProcessHandlers = (): void => {
  // A reader that has seen enough (`| head`) is no error; the work goes on and its exit code stands.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isBrokenPipe(error)) return;
    errorLine(`internal error: cannot write to standard output: ${error.message}`);
    process.exit(exitCodes['internal-error']);
  });
  process.stderr.on('error', () => {});
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (problem: unknown) => {
      reportBug(problem);
      process.exit(exitCodes['internal-error']);
    });
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const)
    process.on(signal, () => {
      const handler = whenInterrupted;
      whenInterrupted = endAtOnce;
      const said = handler(signal);
      if (said === undefined) return;
      errorLine(`reynolds: interrupted${said === '' ? '' : `; ${said}`}`);
      process.exit(128 + number);
    });
};
