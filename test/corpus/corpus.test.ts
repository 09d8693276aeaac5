/** Every file of the corpus gets its own verdict and its own code; hostile giants are made here and not stored. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkText, readClaimFile, refusalCodes } from '../../src/check/index.ts';
import { right } from '../support/unwrap.ts';

interface Expectation {
  readonly verdict: string;
  readonly code: string;
  readonly why: string;
  /** A falsehood so plain that a checker which accepts it accepts anything. */
  readonly control?: true;
  /** A claim file, for `check --claim`. */
  readonly against?: string;
}

const folder = new URL('./', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const manifest = JSON.parse(read('manifest.json')) as Readonly<Record<string, Expectation>>;
const verdicts = ['accepted', 'rejected', 'malformed', 'declined'] as const;
const files = verdicts.flatMap((verdict) =>
  readdirSync(new URL(`${verdict}/`, folder)).map((name) => `${verdict}/${name}`),
);
const entries = Object.entries(manifest);

describe('the corpus is whole', () => {
  test('every file is in the manifest and every entry of the manifest is a file', () => {
    expect([...files].sort()).toEqual(Object.keys(manifest).sort());
  });

  test('every file lies in the folder of its verdict and says why', () => {
    for (const [file, { verdict, why }] of entries) {
      expect(file.startsWith(`${verdict}/`), file).toBe(true);
      expect(why.length, file).toBeGreaterThan(0);
    }
  });

  test('every claim file is used', () => {
    const used = new Set(entries.flatMap(([, { against }]) => (against === undefined ? [] : [against])));
    expect(readdirSync(new URL('claims/', folder)).map((name) => `claims/${name}`)).toEqual([...used].sort());
  });

  test('every code that a stored file can trigger occurs', () => {
    // Too long to store; met by a checker that cannot read the file at all; a bug.
    const elsewhere = ['too-long', 'unreadable', 'internal-error'];
    const known = Object.values(refusalCodes).flatMap((codes) => Object.keys(codes));
    const seen = new Set(entries.map(([, { code }]) => code));
    expect(known.filter((code) => !seen.has(code) && !elsewhere.includes(code))).toEqual([]);
    expect([...seen].filter((code) => code !== 'ok' && !known.includes(code))).toEqual([]);
  });

  test('there are at least sixty forgeries, ten true controls and five plain falsehoods', () => {
    const count = (has: (entry: Expectation) => boolean): number => entries.filter(([, entry]) => has(entry)).length;
    expect(count(({ verdict }) => verdict !== 'accepted')).toBeGreaterThanOrEqual(60);
    expect(count(({ verdict }) => verdict === 'accepted')).toBeGreaterThanOrEqual(10);
    expect(count(({ control, verdict }) => control === true && verdict === 'rejected')).toBeGreaterThanOrEqual(5);
  });
});

describe.each(verdicts)('%s', (verdict) => {
  test.each(entries.filter(([, entry]) => entry.verdict === verdict))('%s', (file, { code, against }) => {
    const wanted = against === undefined ? undefined : right(readClaimFile(read(against)));
    const report = checkText(read(file), wanted);
    expect({ verdict: report.verdict, code: report.code }, report.message).toEqual({ verdict, code });
    // One line, for people; an identity as soon as the document could be read.
    expect(`${report.message}${report.statement ?? ''}`).not.toMatch(/\p{Cc}/u);
    expect(report.message.length).toBeLessThan(400);
    if (verdict === 'accepted' || verdict === 'rejected') expect(report.id).toMatch(/^[0-9a-f]{64}$/);
  });
});
