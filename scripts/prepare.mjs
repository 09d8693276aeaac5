// npm's `prepare`: builds after `npm ci`, so that this alone gives a working `npx reynolds`.
//
// The first `npx reynolds` of a checkout links the checkout into npx's cache and runs `prepare` again. There is nothing
// to build then; a build would pull dist/ from under whatever is running, and one that fails would leave that cache
// broken for good.
import { execSync } from 'node:child_process';

if (process.env.npm_command !== 'exec') {
  try {
    execSync('npm run build', { stdio: 'inherit' });
  } catch {
    process.exitCode = 1;
  }
}
