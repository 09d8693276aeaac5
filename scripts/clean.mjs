// Removes the build directories named on the command line, so that no module of an earlier build survives a rename.
import { rmSync } from 'node:fs';

const known = ['dist', 'dist-bench', 'dist-examples', 'dist-site'];

for (const name of process.argv.slice(2)) {
  if (!known.includes(name)) throw new Error(`clean: ${name} is not one of ${known.join(', ')}`);
  rmSync(new URL(`../${name}`, import.meta.url), { recursive: true, force: true });
}
