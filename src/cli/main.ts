/** The command `reynolds`. */
import { installProcessHandlers, reportBug } from './console.ts';
import { exitCodes } from './exit.ts';
import { runCommandLine } from './program.ts';

installProcessHandlers();
try {
  process.exitCode = await runCommandLine(process.argv.slice(2));
} catch (problem) {
  reportBug(problem);
  process.exitCode = exitCodes['internal-error'];
}
