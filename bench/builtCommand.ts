/** The command `bin/reynolds.js` runs from dist/. It is measured only if dist/ is what the sources say now. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './process.ts';

export const command = 'bin/reynolds.js';

/**
 * Why the command must not be measured; undefined if it may. `npm run bench` has just compiled the sources into
 * dist-bench/src/, so dist/ is up to date if it holds the very same JavaScript.
 */
export const whyNotBuilt = (): string | undefined => {
  const fresh = join(checkout, 'dist-bench/src');
  const built = join(checkout, 'dist');
  const stale = readdirSync(fresh, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .find((path) => {
      const file = join(built, path);
      return !existsSync(file) || !readFileSync(file).equals(readFileSync(join(fresh, path)));
    });
  return stale === undefined ? undefined : `dist/${stale} is not the build of src/; run: npm run build`;
};
