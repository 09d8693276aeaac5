/** Asks the command line, as a user would, and believes only what `check` accepts. */
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { checkText, readCertificate } from '../../src/check/index.ts';
import { type CurvePoint, curveOf } from '../../src/report/curve.ts';
import { command } from '../builtCommand.ts';
import { checkout } from '../process.ts';
import type { Bound, Declined, Measured, Question } from './row.ts';

export const studyDirectory = join(checkout, 'bench/study');
/** The certificates behind the numbers: `reynolds check bench/study/certificates/*.json`. */
export const certificateDirectory = join(studyDirectory, 'certificates');

interface Ended {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

const exits = { accepted: 0, declined: 3 } as const;

const reynolds = (options: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(checkout, command), ...options],
      { maxBuffer: 64 * 1024 * 1024 },
      (problem, output, errors) =>
        resolve({ status: problem === null ? 0 : Number(problem.code ?? 4), output, errors }),
    );
  });

type Proved = Omit<Measured, 'random'>;

const boundFrom = (bound: NonNullable<CurvePoint['lower']>): Bound => ({ value: Number(bound.value), by: bound.by });

/** What an accepted certificate says about its one ε. Throws where it is not accepted: nothing is printed of such a one. */
export const readProved = (file: string): Proved => {
  const text = readFileSync(join(certificateDirectory, file), 'utf8');
  const { verdict, code, message, id } = checkText(text);
  const certificate = readCertificate(text);
  if (verdict !== 'accepted' || id === null || E.isLeft(certificate))
    throw new Error(`${file} is ${verdict} (${code}: ${message})`);
  const [point, ...others] = curveOf(certificate.right);
  if (point?.lower === undefined || others.length > 0)
    throw new Error(`${file} is not about one ε, with a lower bound`);
  const { lower, listed, existence } = point;
  return {
    file,
    id,
    lower: boundFrom(lower),
    ...(listed === undefined ? {} : { listed: boundFrom(listed) }),
    ...(existence === undefined ? {} : { existence: boundFrom(existence) }),
  };
};

/** The same, from a row stored before; undefined if the certificate is gone or says something else. */
export const stillProved = (stored: Measured): boolean => {
  if (!existsSync(join(certificateDirectory, stored.file))) return false;
  const { random: _, ...said } = stored;
  const { file, id, lower, listed, existence } = said;
  const now = readProved(file);
  const same = (a: Bound | undefined, b: Bound | undefined): boolean => a?.value === b?.value && a?.by === b?.by;
  return id === now.id && same(lower, now.lower) && same(listed, now.listed) && same(existence, now.existence);
};

/** Certifies sizes from both sides, or from below alone, and keeps the certificate. */
export const prove = async (question: Question, lowerOnly: boolean): Promise<Proved | Declined> => {
  const { group, functions, epsilon, seed, minimize } = question;
  const directory = mkdtempSync(join(tmpdir(), 'reynolds-study-'));
  try {
    const topic = lowerOnly ? 'lower' : 'profile';
    const about = ['--group', group, '--functions', functions, '--epsilon', epsilon, '--seed', seed];
    const effort = minimize && !lowerOnly ? ['--minimize'] : [];
    const ended = await reynolds(['certify', topic, ...about, ...effort, '--out', directory, '--json', '--quiet']);
    if (ended.status === exits.declined) return { declined: ended.errors.trim().replace(/^reynolds: /, '') };
    if (ended.status !== exits.accepted)
      throw new Error(`certify ${topic} ${group} ended with ${ended.status}: ${ended.errors.trim()}`);
    const { file } = JSON.parse(ended.output) as { readonly file: string };
    copyFileSync(file, join(certificateDirectory, basename(file)));
    return readProved(basename(file));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};
