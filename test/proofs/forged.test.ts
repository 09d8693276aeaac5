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
import { right } from '../support/unwrap.ts';

const proofs = fileURLToPath(new URL('../../proofs/', import.meta.url));
const ready =
  spawnSync('coqc', ['--print-version'], { stdio: 'ignore' }).status === 0 &&
  ['characterSum', 'rankBound', 'transport', 'codeBound', 'orbitBound'].every((file) =>
    existsSync(join(proofs, `instances/${file}.vo`)),
  );
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
const annihilator = (...coefficients: readonly string[]) => ({ kind: 'annihilator', coefficients });
const whole = ['()', '(1,2)', '(1,3)', '(2,3)', '(1,2,3)', '(1,3,2)'];
const symmetric3 = {
  prime: '7',
  classes: ['()', '(1,2)', '(1,2,3)'],
  rows: [
    ['1', '1', '1'],
    ['1', '6', '1'],
    ['2', '0', '6'],
  ],
};
const rank = (...rows: readonly number[]) => ({ kind: 'rank', table: symmetric3, rows: rows.map(String) });
const programme = (...multipliers: readonly string[]) => ({ kind: 'linear-programme', table: symmetric3, multipliers });

const tree = (from: number, ...polynomials: readonly (readonly string[])[]) => ({
  kind: 'tree',
  from: `${from}`,
  polynomials,
});
const code = (from: number, ...polynomials: readonly (readonly string[])[]) => ({
  kind: 'code',
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
);

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
  ['rank: one more', certificateOf('S3', 'poly:2', exact('>=', 6, rank(0, 2)))],
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
  [
    'tree: of degree 3, positive inside',
    certificateOf('S6', 'all', weak('>=', 5, '1/4', tree(4, ['1/2', '1/12', '1/2']))),
  ],
  [
    'code: a polynomial that is positive at a weight that occurs',
    certificateOf('Z2^4', 'all', weak('>=', 6, '1/4', code(5, ['0', '1/8']))),
  ],
  ['code: a group that is too small', certificateOf('Z2^4', 'all', weak('>=', 6, '1/4', code(5, ['0', '3/2'])))],
  ['code: a group of another exponent', certificateOf('C16', 'all', weak('>=', 6, '1/4', code(5, ['0', '7/8'])))],
  ['generation: one more', certificateOf('Z2^4', 'all', weak('>=', 6, '1/4', { kind: 'generation', prime: '2' }))],
  ['weak-below-strong: one more', certificateOf('S3', 'all', strongAtLeast(5, '1/10', { kind: 'welch' }))],
  ['welch: one more', certificateOf('S3', 'all', weak('>=', 5, '1/10', { kind: 'welch' }))],
];

const honestSigns = certificateOf(
  'Z2^4',
  'all',
  weak('>=', 5, '1/4', { kind: 'generation', prime: '2' }),
  weak('>=', 6, '1/4', code(5, ['0', '7/8'])),
);
const pigeonhole = certificateOf('C13', 'all', {
  ...weak('>=', 3, '1/2', { kind: 'pigeonhole', parts: '8' }),
  weights: 'probability',
});
// Of degree 3, on a group that is not listed; and where every irreducible occurs without a free orbit in the evidence.
const cubic = [
  ['103099830947/206158430208', '103099830947/1236950581248'],
  ['2159472822745/4398046511104', '159960949833/2199023255552'],
  ['320755029613/549755813888', '1145553677189/13743895347200'],
  ['706970269351/549755813888', '7541016206411/39582418599936'],
  ['1506753633047/3848290697216', '818412541637/13469017440256', '679958386123/188566244163584'],
] as const;
const honestLarge = certificateOf('S20', 'all', weak('>=', 9, '1/4', tree(4, ...cubic)));
const honestOccurring = certificateOf(
  'S3',
  'poly:3',
  exact('>=', 6, annihilator('-1', '-1', '0', '1')),
  weak('>=', 3, '1/2', { ...tree(2, ['11/10', '11/20']), exact: '0' }),
);

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
    ['products of groups of two', honestSigns],
    ['a group that is not listed', honestLarge],
    ['every irreducible occurs', honestOccurring],
    ['a cyclic group', pigeonhole],
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

  test('refuses a pigeonhole bound with a greater ε', async () => {
    const { text } = right(coqFile(pigeonhole, 'id'));
    const changed = text.replaceAll('1%BZ 2%BZ', '9%BZ 10%BZ');
    expect(changed).not.toBe(text);
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
