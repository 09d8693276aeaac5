/**
 * Forged certificates fail in Coq too. The Coq file is made from the certificate without asking the checker, so that
 * Coq alone decides. It needs coqc and the theories (`npm run proofs`); without them it is skipped, unless
 * REYNOLDS_COQ=required.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { printCertificate } from '../../src/certificate/identity.ts';
import { checkCertificate } from '../../src/check/index.ts';
import { coqFile } from '../../src/report/coq/coqFile.ts';
import { certificateOf, exact, freeOrbit, scheme, strong, subgroup, threshold, weak } from '../probe/support.ts';
import { gram } from '../report/examples.ts';
import { cyclic3, symmetric3 } from '../report/tables.ts';
import { right } from '../support/unwrap.ts';

const proofs = fileURLToPath(new URL('../../proofs/', import.meta.url));
const ready =
  spawnSync('coqc', ['--print-version'], { stdio: 'ignore' }).status === 0 &&
  [
    'characterSum',
    'rankBound',
    'welchBound',
    'wholeGroup',
    'orbitBound',
    'exhaustion',
    'dimension',
    'gathered',
    'complexRank',
  ].every((file) => existsSync(join(proofs, `instances/${file}.vo`)));
const script = fileURLToPath(new URL('../../scripts/proofs.mjs', import.meta.url));
const required = process.env['REYNOLDS_COQ'] === 'required';
if (!ready && !required) console.log('test/proofs: skipped: it needs coqc and the theories (npm run proofs)');

const folder = mkdtempSync(join(tmpdir(), 'reynolds-forged-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const compile = (text: string): Promise<{ readonly status: number | null; readonly said: string }> => {
  const name = `file_${files++}.v`;
  writeFileSync(join(folder, name), text);
  const include = ['-R', join(proofs, 'theories'), 'Reynolds', '-R', join(proofs, 'instances'), 'Reynolds.instances'];
  const coqc = spawn('coqc', ['-w', 'none', ...include, name], { cwd: folder });
  let said = '';
  coqc.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  coqc.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  return new Promise((resolve) => coqc.on('close', (status) => resolve({ status, said })));
};

const orbit = (...exponents: readonly number[]) => ({ kind: 'orbit', exponents: exponents.map(String) });
const listed = (...elements: readonly string[]) => ({ kind: 'scheme', scheme: scheme(...elements) });
const exhaustion = (size: number, weights: 'probability' | 'signed') => ({
  kind: 'exhaustion',
  size: `${size}`,
  weights,
});
const annihilator = (...coefficients: readonly string[]) => ({ kind: 'annihilator', coefficients });
const whole = ['()', '(1,2)', '(1,3)', '(2,3)', '(1,2,3)', '(1,3,2)'];
const complexRank = { kind: 'rank', table: cyclic3, rows: ['0', '1'] };
const rank = (...rows: readonly number[]) => ({ kind: 'rank', table: symmetric3, rows: rows.map(String) });
const dimension = { kind: 'dimension', table: symmetric3 };
const programme = (...multipliers: readonly string[]) => ({ kind: 'linear-programme', table: symmetric3, multipliers });

const tree = (from: number, ...polynomials: readonly (readonly string[])[]) => ({
  kind: 'tree',
  from: `${from}`,
  polynomials,
});
const strongAtLeast = (value: number, epsilon: string, weakEvidence: unknown) => ({
  ...weak('>=', value, epsilon, { kind: 'weak-below-strong', weak: weakEvidence }),
  quantity: 'AC_st',
});

const honest = certificateOf(
  'S3',
  'poly:3',
  exact('=', 6, freeOrbit(0, 1, 2)),
  exact('>=', 6, orbit(0, 1, 2)),
  exact('>=', 6, rank(0, 1, 2)),
  weak('<=', 6, '1/10', gram('regular', ...whole)),
  strong(6, '1/5', gram('regular', ...whole)),
  weak('>=', 4, '1/10', { kind: 'welch', exact: '0' }),
  strongAtLeast(4, '1/10', { kind: 'welch', exact: '0' }),
  weak('>=', 3, '1/2', { ...tree(2, ['11/10', '11/20']), exact: '0' }),
  threshold(3, freeOrbit(0, 1, 2), subgroup('(1,2,3)')),
);
const honestLinear = certificateOf(
  'S3',
  'linear',
  exact('=', 3, { kind: 'two-sided', lower: orbit(1, 0, 0), upper: subgroup('(1,2,3)') }),
  exact('<=', 3, listed('()', '(1,2,3)', '(1,3,2)'), 'uniform'),
  exact('>=', 3, { kind: 'divisibility', monomials: [['1', '0', '0']] }, 'uniform'),
  exact('>=', 3, programme('1', '0', '1'), 'probability'),
  exact('<=', 5, dimension, 'probability'),
  exact('<=', 5, dimension),
);

const honestSets = certificateOf(
  'S3xC4',
  'linear',
  exact('>=', 6, exhaustion(6, 'probability'), 'probability'),
  exact('>=', 6, exhaustion(6, 'signed')),
);

const honestComplex = certificateOf('C3', 'linear', exact('>=', 2, complexRank));

const forgeries: readonly (readonly [string, Certificate])[] = [
  [
    'free-orbit: a monomial that a transposition fixes',
    certificateOf('S3', 'poly:3', exact('>=', 6, freeOrbit(0, 1, 1))),
  ],
  ['free-orbit: a monomial of too high a degree', certificateOf('S3', 'poly:2', exact('>=', 6, freeOrbit(0, 1, 2)))],
  ['orbit: more than there are', certificateOf('S3', 'linear', exact('>=', 4, orbit(1, 0, 0)))],
  [
    'divisibility: a multiple that need not be',
    certificateOf('S3', 'linear', exact('>=', 6, { kind: 'divisibility', monomials: [['1', '0', '0']] }, 'uniform')),
  ],
  ['annihilator: it vanishes nowhere', certificateOf('S3', 'poly:3', exact('>=', 6, annihilator('1', '1', '1', '1')))],
  ['regular: more than the group', certificateOf('S3', 'all', exact('>=', 7, { kind: 'regular' }))],
  ['scheme: not exact', certificateOf('S3', 'linear', exact('<=', 2, listed('()', '(1,2)')))],
  [
    'scheme: an element twice in a claim of fewer',
    certificateOf('S3', 'linear', exact('<=', 2, listed('()', '(1,2,3)', '(1,3,2)'))),
  ],
  ['subgroup: more invariants', certificateOf('S3', 'poly:3', exact('<=', 3, subgroup('(1,2,3)')))],
  [
    'reflections: fewer than half',
    certificateOf('S3', 'poly:2', exact('<=', 2, { kind: 'reflections', reflections: ['(1,2)', '(1,3)', '(2,3)'] })),
  ],
  ['dimension: one fewer', certificateOf('S3', 'linear', exact('<=', 4, dimension, 'probability'))],
  [
    'dimension: an irreducible that occurs is left out',
    certificateOf('S3', 'poly:3', exact('<=', 5, dimension, 'probability')),
  ],
  ['rank: one more', certificateOf('S3', 'poly:2', exact('>=', 6, rank(0, 2)))],
  ['rank: one more, with characters that are not real', certificateOf('C3', 'linear', exact('>=', 3, complexRank))],
  ['rank: a product that does not occur', certificateOf('C3', 'poly:0', exact('>=', 2, complexRank))],
  ['threshold: a degree too low', certificateOf('S3', 'poly:2', threshold(2, freeOrbit(0, 1, 2), subgroup('(1,2,3)')))],
  [
    'threshold: a degree too high',
    certificateOf('S3', 'poly:4', threshold(4, freeOrbit(0, 1, 2), subgroup('(1,2,3)'))),
  ],
  [
    'tree: a polynomial that is positive at 0',
    certificateOf('S3', 'all', weak('>=', 3, '1/2', tree(2, ['11/10', '1']))),
  ],
  [
    'tree: a group that is too small',
    certificateOf('S3', 'all', weak('>=', 4, '1/2', tree(2, ['11/10', '11/20'], ['5/3', '2/3']))),
  ],
  ['weak-below-strong: one more', certificateOf('S3', 'all', strongAtLeast(5, '1/10', { kind: 'welch' }))],
  ['welch: one more', certificateOf('S3', 'all', weak('>=', 5, '1/10', { kind: 'welch' }))],
];

const honestAll = certificateOf(
  'S3',
  'all',
  weak('>=', 3, '1/2', tree(2, ['11/10', '11/20'])),
  strongAtLeast(3, '1/2', tree(2, ['11/10', '11/20'])),
);

describe.skipIf(!ready && !required)('Coq', { timeout: 300_000 }, () => {
  test.each([
    ['polynomials of degree 3', honest],
    ['linear functions', honestLinear],
    ['all functions', honestAll],
    ['all smaller sets', honestSets],
    ['characters that are not real', honestComplex],
  ])('proves honest certificates from nothing: %s', async (_name, certificate) => {
    const { text, theorems, declined } = right(coqFile(certificate, 'id'));
    expect([theorems.length, declined]).toEqual([certificate.claims.length, []]);
    const { status, said } = await compile(text);
    expect(said).toBe('Closed under the global context\n');
    expect(status).toBe(0);
  });

  test.each(forgeries)('refuses %s', async (_name, certificate) => {
    expect(checkCertificate(certificate)._tag).toBe('Left');
    const { status, said } = await compile(right(coqFile(certificate, 'id')).text);
    expect(status).not.toBe(0);
    expect(said).toMatch(/Error/);
    expect(said).not.toContain('Closed under the global context');
  });

  // The honest file, with a number changed everywhere: evidence and claim.
  test.each<readonly [string, (text: string) => string]>([
    ['a smaller ε', (text) => text.replaceAll('1%BZ 10%BZ', '0%BZ 10%BZ').replace(/6, 1%BZ\)/g, '6, 1%BZ)')],
    ['another element in the scheme', (text) => text.replaceAll('([:: 1; 2; 0], 1%BZ)', '([:: 0; 1; 2], 1%BZ)')],
  ])('refuses a weak bound with %s', async (_name, change) => {
    const certificate = certificateOf('S3', 'all', weak('<=', 6, '1/10', gram('regular', ...whole)));
    const { text } = right(coqFile(certificate, 'id'));
    const changed = change(text);
    expect(changed).not.toBe(text);
    const { status, said } = await compile(changed);
    expect([status === 0, /Error/.test(said)]).toEqual([false, true]);
  });

  test.each<readonly [string, (text: string) => string]>([
    ['one element more', (text) => text.replaceAll('_tree 6 _', '_tree 7 _')],
    [
      'a branch that is not taken',
      (text) => text.replace(/(Branch \d+ \[::\s+\()\d+/, (_all, before: string) => `${before}0`),
    ],
    [
      'a function that strikes the identity',
      (text) => text.replace(/(_functions : .*\s+\[:: \[:: )\S+%BZ/, (_all, before: string) => `${before}5%BZ`),
    ],
    ['other elements', (text) => text.replace(/(_elements : .*\s+\[:: \[::) 0; 1/, '$1 1; 0')],
    ['entries of a higher degree', (text) => text.replace(/(_entries : .*\s+\[:: \(\[::) 0/, '$1 1')],
  ])('refuses a tree with %s', async (_name, change) => {
    const certificate = certificateOf('S3xC4', 'linear', exact('>=', 6, exhaustion(6, 'signed')));
    const { text } = right(coqFile(certificate, 'id'));
    const changed = change(text);
    expect(changed).not.toBe(text);
    const { status, said } = await compile(changed);
    expect([status === 0, /Error/.test(said)]).toEqual([false, true]);
  });

  // u = (a + b √−δ)/q: δ = 3, q = 2.
  test.each<readonly [string, string, string]>([
    ['another field', '3%BZ 2%BZ', '12%BZ 2%BZ'],
    ['a real field', '3%BZ 2%BZ', '(-3)%BZ 2%BZ'],
    ['a smaller denominator', '3%BZ 2%BZ', '3%BZ 1%BZ'],
    ['the square root of 0', '3%BZ 2%BZ', '0%BZ 2%BZ'],
  ])('refuses a rank with %s', async (_name, from, to) => {
    const { text } = right(coqFile(honestComplex, 'id'));
    const changed = text.replace(` ${from} `, ` ${to} `);
    expect(changed).not.toBe(text);
    const { status, said } = await compile(changed);
    expect([status === 0, /Error/.test(said)]).toEqual([false, true]);
  });

  // What large schemes are proved exact by, on a small one.
  test.each<readonly [string, string, boolean]>([
    ['proves an exact scheme', '3 [:: 1] uniform', true],
    ['refuses a scheme that is not exact on polynomials of degree 3', '3 (iota 0 4) uniform', false],
  ])('by averages that are gathered, %s', async (_name, place, proved) => {
    const functions = proved ? 'linear' : 'poly:3';
    const evidence = listed('()', '(1,2,3)', '(1,3,2)');
    const { text } = right(coqFile(certificateOf('S3', functions, exact('<=', 3, evidence, 'uniform')), 'id'));
    const changed = text.replace(
      /@scheme_sum_sound R 3 generators (\d+) \w+ .*\n/,
      (_all, rounds) => `@exact_gathered_sound R 3 generators ${rounds} ${place}\n`,
    );
    expect(changed).not.toBe(text);
    const { status, said } = await compile(changed);
    expect([status === 0, /Error/.test(said)]).toEqual([proved, !proved]);
  });

  // The classes are those of (), (1,2,3) and (1,2); absent is the sign, with the values 1, 1, −1.
  test.each<readonly [string, number, readonly number[]]>([
    ['an irreducible that occurs', 2, [4, -2, 0]],
    ['constants', 5, [1, 1, 1]],
    ['what is no projection', 4, [2, 2, -2]],
  ])('refuses a dimension with %s', async (_name, value, absent) => {
    const certificate = certificateOf('S3', 'linear', exact('<=', value, dimension, 'probability'));
    const { text } = right(coqFile(certificate, 'id'));
    expect(text).toContain('_absent : seq Z :=\n  [:: 1%BZ; 1%BZ; (-1)%BZ].');
    const changed = text.replace(
      /(_absent : seq Z :=\n {2}).*/,
      `$1[:: ${absent.map((z) => `(${z})%BZ`).join('; ')}].`,
    );
    const { status, said } = await compile(changed);
    expect([status === 0, /Error/.test(said)]).toEqual([false, true]);
  });

  test('npm run proofs -- --certificates compares both, and fails on a disagreement', () => {
    const file = (name: string, certificate: Certificate): string => {
      writeFileSync(join(folder, name), printCertificate(certificate));
      return join(folder, name);
    };
    const run = (...files: readonly string[]) =>
      spawnSync('node', [script, '--certificates', '--no-build', ...files], { encoding: 'utf8' });
    const linear = file('linear.json', certificateOf('S3', 'linear', exact('>=', 3, orbit(1, 0, 0))));
    const forged = file('forged.json', certificateOf('S3', 'linear', exact('>=', 4, orbit(1, 0, 0))));
    const both = run(linear, forged);
    expect(both.stdout).toMatch(/^agree {4}linear\.json: 1 of 1 claims proved/m);
    expect(both.stdout).toMatch(/^agree {4}forged\.json: rejected \(claim-not-implied\), and not proved in Coq/m);
    expect(both.stdout).toMatch(/\ncertificates: 2 agree, 0 declined, 0 disagree\n$/);
    expect(both.status).toBe(0);
    // True, but not by the table of another group: the checker refuses it, Coq needs no table.
    const multiplicities = { kind: 'multiplicities', table: { ...symmetric3, prime: '13' }, degrees: ['0', '3', '1'] };
    const apart = run(file('apart.json', certificateOf('S3', 'poly:3', exact('=', 6, multiplicities))));
    expect(apart.stdout).toMatch(/^DISAGREE apart\.json: the checker rejects \(table-\w+\), Coq proves every claim/m);
    expect(apart.status).toBe(1);
  });
});

test('npm run proofs says what is wrong with its arguments', () => {
  const { status, stderr } = spawnSync('node', [script, '--certificates', '--jobs', '0', 'x.json'], {
    encoding: 'utf8',
  });
  expect([status, stderr.split('\n')[0]]).toEqual([2, 'proofs: --jobs and --seconds take a positive number']);
});
