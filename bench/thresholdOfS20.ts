/** `certify threshold --group S20` against GAP's character table library, whole process against whole process. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { readCertificate } from '../src/check/index.ts';
import { command, whyNotBuilt } from './builtCommand.ts';
import { findGap, remarksOnVersion, runGap, starts } from './gap.ts';
import { type Comparison, type Measurement, type Report, type Row, skipped } from './measurement.ts';
import { runNode } from './process.ts';
import { median, rangeOfRatios, takeTurns } from './timing.ts';

const name = 'threshold-S20';
const rounds = 5;
const commandLine = [command, 'certify', 'threshold', '--group', 'S20', '--quiet'];

/** The value that the certificate in the directory claims. */
const valueIn = (directory: string): string => {
  const [file] = readdirSync(directory);
  const certificate = readCertificate(readFileSync(join(directory, file ?? ''), 'utf8'));
  if (E.isLeft(certificate)) throw new Error(certificate.left.message);
  const [claim] = certificate.right.claims;
  return `${claim?.relation === '=' ? '' : claim?.relation}${claim?.value}`;
};

/** Runs a GAP script and keeps its answer. */
const asker = (options: readonly string[], script: string) => {
  const asked = { answer: '', run: () => 0 };
  asked.run = () => {
    const { milliseconds, output } = runGap(options, script);
    asked.answer = output.trim();
    return milliseconds;
  };
  return asked;
};

const compareIn = (directory: string, version: string, report: Report): readonly Comparison[] => {
  const out = join(directory, 'out');
  const workspace = join(directory, 'workspace');
  report('saving a workspace of GAP');
  runGap(starts.bare, 'save.g', `target := "${workspace}";;`);
  const plain = asker(starts.plain, 'threshold.g');
  const bare = asker(starts.bare, 'threshold.g');
  const sign = asker(starts.bare, 'sign.g');
  const saved = asker([...starts.bare, '-L', workspace], 'threshold.g');
  const ours = (): number => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
    return runNode([...commandLine, '--out', out]).milliseconds;
  };
  report(`${rounds + 1} rounds of five processes`);
  const times = takeTurns(rounds, { ours, plain: plain.run, bare: bare.run, sign: sign.run, saved: saved.run });
  const answer = valueIn(out);
  const fastest = median(times.plain) < median(times.bare) ? 'plain' : 'bare';
  const against = (
    peer: Exclude<keyof typeof times, 'ours'>,
    theirAnswer: string,
    what: string,
    rest: Pick<Comparison, 'name' | 'target' | 'statement' | 'remarks'>,
  ): Comparison => ({
    ours: { what: `node ${commandLine.join(' ')} --out DIR`, milliseconds: median(times.ours) },
    peer: { what: `GAP ${version}: ${what}`, milliseconds: median(times[peer]) },
    range: rangeOfRatios(times.ours, times[peer]),
    ...(theirAnswer === answer ? {} : { mistake: `we answer ${answer}, GAP answers "${theirAnswer}"` }),
    ...rest,
  });
  const ratioTo = (start: keyof typeof starts): string => (median(times.ours) / median(times[start])).toFixed(2);
  const answers = { plain: plain.answer, bare: bare.answer };
  return [
    against(fastest, answers[fastest], `gap ${starts[fastest].join(' ')} bench/gap/threshold.g`, {
      name,
      target: 1,
      statement: (ratio) =>
        `From start to end of the process, proving, checking and writing that the threshold of S20 is ${answer} takes ` +
        `${ratio} of the time in which GAP computes it from its character table library.`,
      remarks: [
        `the faster of two starts, both with ctbllib: gap -q (ratio ${ratioTo('plain')}), gap -A -q (${ratioTo('bare')})`,
        'GAP finds the first occurrence of all 627 irreducibles; it proves nothing beyond its library and writes no certificate',
        ...remarksOnVersion(version),
      ],
    }),
    against('sign', sign.answer, `gap ${starts.bare.join(' ')} bench/gap/sign.g`, {
      name: `${name}-sign`,
      statement: (ratio) =>
        `The same takes ${ratio} of the time in which GAP builds the table and answers the easier question where the sign ` +
        'character alone first occurs.',
    }),
    against('saved', saved.answer, `gap ${starts.bare.join(' ')} -L WORKSPACE bench/gap/threshold.g`, {
      name: `${name}-workspace`,
      statement: (ratio) =>
        `The same takes ${ratio} of GAP's time if GAP is spared its start by a workspace saved beforehand with the library ` +
        'loaded (Node gets no such help).',
    }),
  ];
};

const measure = async (report: Report): Promise<readonly Row[]> => {
  const gap = findGap();
  if ('missing' in gap) return [skipped(name, gap.missing)];
  const unbuilt = whyNotBuilt();
  if (unbuilt !== undefined) return [skipped(name, unbuilt)];
  const directory = mkdtempSync(join(tmpdir(), 'reynolds-bench-'));
  try {
    return compareIn(directory, gap.version, report);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

export const thresholdOfS20: Measurement = {
  name,
  about: 'certify threshold --group S20 against GAP and its character table library, whole processes',
  measure,
};
