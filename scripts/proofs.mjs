// `npm run proofs`: builds the Coq theories and asks Coq what each main theorem rests on. Without Coq it says so and
// skips, except in CI, where Coq must be there.
import { spawnSync } from 'node:child_process';

const packages = 'make coq libcoq-mathcomp libcoq-mathcomp-character libcoq-mathcomp-multinomials';
const coqc = spawnSync('coqc', ['--print-version'], { stdio: 'ignore' });
if (coqc.error !== undefined || coqc.status !== 0) {
  const inCI = process.env.CI !== undefined && process.env.CI !== '';
  console.log(`proofs: ${inCI ? 'failed' : 'skipped'}: coqc is not installed (Debian: apt-get install ${packages})`);
  process.exitCode = inCI ? 1 : 0;
} else {
  const make = spawnSync('make', ['-C', 'proofs', '--no-print-directory', 'check'], { stdio: 'inherit' });
  process.exitCode = make.status ?? 1;
}
