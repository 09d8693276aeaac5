// `npm run proofs`: builds the Coq theories and asks Coq what each main theorem rests on. Without Coq it says so and
// skips, except in CI, where Coq must be there.
//
// `npm run proofs -- --certificates FILE…`: states certificates in Coq, compiles them, and compares Coq with the checker.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { compareCertificates } from './proofs/compare.mjs';

const packages = 'make coq libcoq-mathcomp libcoq-mathcomp-character libcoq-mathcomp-multinomials';

const usage = `usage: npm run proofs
       npm run proofs -- --certificates FILE… [--jobs N] [--seconds N] [--keep DIR] [--no-build]

FILE is a certificate, a folder of them, or a list (.txt): one label a line, such as S5-poly10-separation, of the gallery.
--jobs      files that are compiled at a time (default: 2)
--seconds   for one file, after which Coq is stopped (default: 600)
--keep      a folder for the Coq files
--no-build  the theories are built already`;

const options = {
  certificates: { type: 'boolean' },
  jobs: { type: 'string', default: '2' },
  seconds: { type: 'string', default: '600' },
  keep: { type: 'string' },
  'no-build': { type: 'boolean' },
  help: { type: 'boolean' },
};

const read = () => {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const natural = (name) => (/^[1-9]\d{0,5}$/.test(values[name]) ? Number(values[name]) : undefined);
    const [jobs, seconds] = [natural('jobs'), natural('seconds')];
    if (jobs === undefined || seconds === undefined) return { mistake: '--jobs and --seconds take a positive number' };
    if (values.certificates === true && positionals.length === 0) return { mistake: 'no certificates are given' };
    if (values.certificates !== true && positionals.length > 0) return { mistake: `unexpected ${positionals[0]}` };
    // Before the theories are built, which takes minutes.
    const missing = positionals.find((path) => !existsSync(path));
    if (missing !== undefined) return { mistake: `there is no file ${missing}` };
    return { ...values, jobs, seconds, paths: values.certificates === true ? positionals : undefined };
  } catch (error) {
    return { mistake: error.message };
  }
};

/** A file takes Coq up to 1 GB of memory. */
const makeJobs = Math.min(4, availableParallelism());
const make = (target) =>
  spawnSync('make', ['-C', 'proofs', '--no-print-directory', `-j${makeJobs}`, target], { stdio: 'inherit' });

const main = async () => {
  const { mistake, help, paths, jobs, seconds, keep, 'no-build': built } = read();
  if (help === true || mistake !== undefined) {
    console.error(mistake === undefined ? usage : `proofs: ${mistake}\n\n${usage}`);
    return mistake === undefined ? 0 : 2;
  }
  const coqc = spawnSync('coqc', ['--print-version'], { stdio: 'ignore' });
  if (coqc.error !== undefined || coqc.status !== 0) {
    const inCI = process.env.CI !== undefined && process.env.CI !== '';
    console.log(`proofs: ${inCI ? 'failed' : 'skipped'}: coqc is not installed (Debian: apt-get install ${packages})`);
    return inCI ? 1 : 0;
  }
  if (paths === undefined) return make('check').status ?? 1;
  if (built !== true && make('all').status !== 0) return 1;
  return await compareCertificates(paths, { jobs, seconds, keep });
};

process.exitCode = await main();
