// Two opinions on certificates: the checker's verdict, and whether Coq proves the claims.
//
//   agree     the checker accepts, and Coq proves every claim that is stated, from no assumption; or the checker
//             rejects, and Coq does not prove all claims either
//   declined  nothing of the certificate is stated in Coq, or the checker gives no verdict on it
//   DISAGREE  anything else: Coq refuses what the checker accepts, or proves what it rejects, or does not finish
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { checkText, readCertificate } from '../../dist/check/index.js';
import { coqFile } from '../../dist/report/coq/coqFile.js';

const root = resolve(import.meta.dirname, '../..');
const gallery = join(root, 'certificates');

const certificatesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .sort()
    .map((name) => join(folder, name));

const fromList = (list) =>
  readFileSync(list, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((label) => label !== '')
    .flatMap((label) => {
      const named = certificatesIn(gallery).filter(
        (file) => basename(file).replace(/-[0-9a-f]{8}\.json$/, '') === label,
      );
      if (named.length === 0) throw new Error(`${list}: no certificate of the gallery has the label ${label}`);
      return named;
    });

const filesOf = (path) => {
  if (statSync(path).isDirectory()) return certificatesIn(path);
  return path.endsWith('.txt') ? fromList(path) : [path];
};

/** Runs coqc on one file; what it says, and whether all theorems are proved from nothing. */
const compile = (folder, name, seconds) =>
  new Promise((settle) => {
    const include = [
      '-R',
      join(root, 'proofs/theories'),
      'Reynolds',
      '-R',
      join(root, 'proofs/instances'),
      'Reynolds.instances',
    ];
    const coqc = spawn('coqc', ['-w', 'none', ...include, `${name}.v`], { cwd: folder });
    let said = '';
    let late = false;
    const stop = setTimeout(() => {
      late = true;
      coqc.kill('SIGKILL');
    }, seconds * 1000);
    coqc.stdout.on('data', (data) => {
      said += data;
    });
    coqc.stderr.on('data', (data) => {
      said += data;
    });
    coqc.on('close', (status) => {
      clearTimeout(stop);
      settle({ status, late, said });
    });
  });

const firstError = (said) => {
  const lines = said.split('\n').map((line) => line.trim());
  const at = lines.findIndex((line) => line.startsWith('Error'));
  return (at < 0 ? lines.slice(-3) : lines.slice(at, at + 3)).join(' ').slice(0, 160);
};

/** `{ word, why }` for one certificate. */
const compare = async (file, folder, seconds) => {
  const text = readFileSync(file, 'utf8');
  const certificate = readCertificate(text);
  if (certificate._tag === 'Left') {
    const { verdict, code, message } = certificate.left;
    return { word: 'declined', why: `${verdict} (${code}): ${message}`, proved: 0, left: 0 };
  }
  const { verdict, code, id } = checkText(text);
  const claims = certificate.right.claims.length;
  if (verdict !== 'accepted' && verdict !== 'rejected')
    return { word: 'declined', why: `the checker: ${verdict} (${code})`, proved: 0, left: claims };
  const accepted = verdict === 'accepted';
  const stated = coqFile(certificate.right, id ?? '');
  if (stated._tag === 'Left')
    return accepted
      ? { word: 'declined', why: stated.left, proved: 0, left: claims }
      : { word: 'agree', why: `rejected (${code}); not stated in Coq: ${stated.left}`, proved: 0, left: claims };
  const { theorems, declined } = stated.right;
  const name = basename(file, '.json')
    .replace(/[^A-Za-z0-9]/g, '_')
    .replace(/^(?=\d)/, 'certificate_');
  writeFileSync(join(folder, `${name}.v`), stated.right.text);
  const start = performance.now();
  const { status, late, said } = await compile(folder, name, seconds);
  const took = `${((performance.now() - start) / 1000).toFixed(0)} s`;
  // The file asks what all its theorems together rest on.
  const proves = status === 0 && said === 'Closed under the global context\n';
  const part =
    declined.length === 0 ? '' : `; not stated: ${declined.map((d) => d.claim).join(', ')} (${declined[0].reason})`;
  if (late) return { word: 'DISAGREE', why: `Coq did not finish in ${seconds} s`, proved: 0, left: claims };
  if (accepted)
    return proves
      ? {
          word: 'agree',
          why: `${theorems.length} of ${claims} claims proved, ${took}${part}`,
          proved: theorems.length,
          left: declined.length,
        }
      : { word: 'DISAGREE', why: `the checker accepts, Coq does not: ${firstError(said)}`, proved: 0, left: claims };
  return proves && declined.length === 0
    ? {
        word: 'DISAGREE',
        why: `the checker rejects (${code}), Coq proves every claim`,
        proved: theorems.length,
        left: 0,
      }
    : {
        word: 'agree',
        why: `rejected (${code}), and not proved in Coq${proves ? part : `: ${firstError(said)}`}`,
        proved: 0,
        left: claims,
      };
};

/** Prints a line for each certificate and a last line with counts. 0 without disagreement, else 1; 2 for bad paths. */
export const compareCertificates = async (paths, { jobs, seconds, keep }) => {
  const listed = (() => {
    try {
      return [...new Set(paths.flatMap(filesOf))];
    } catch (error) {
      console.error(`proofs: ${error.message}`);
      return undefined;
    }
  })();
  if (listed === undefined) return 2;
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'reynolds-coq-'));
  mkdirSync(folder, { recursive: true });
  const counts = { agree: 0, declined: 0, DISAGREE: 0 };
  const claims = { proved: 0, left: 0 };
  const waiting = [...listed];
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const { word, why, proved, left } = await compare(file, folder, seconds);
      counts[word]++;
      claims.proved += proved;
      claims.left += left;
      console.log(`${word.padEnd(8)} ${basename(file)}: ${why}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, listed.length) }, work));
  if (keep === undefined) rmSync(folder, { recursive: true, force: true });
  console.log(`claims: ${claims.proved} proved in Coq, ${claims.left} not stated`);
  console.log(`certificates: ${counts.agree} agree, ${counts.declined} declined, ${counts.DISAGREE} disagree`);
  return counts.DISAGREE === 0 ? 0 : 1;
};
