/**
 * Forged certificates fail in Coq too. The Coq file is made from the certificate without asking the checker, so that
 * Coq alone decides. It needs coqc and the theories (`npm run proofs`); without them it is skipped, unless
 * REYNOLDS_COQ=required.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { cyclic3, cyclic4, symmetric3 } from '../report/tables.ts';
import { right } from '../support/unwrap.ts';

const proofs = fileURLToPath(new URL('../../proofs/', import.meta.url));
const theories = readFileSync(join(proofs, '_CoqProject'), 'utf8').match(/^instances\/.*\.v$/gm) ?? [];
const ready =
  spawnSync('coqc', ['--print-version'], { stdio: 'ignore' }).status === 0 &&
  theories.every((file) => existsSync(join(proofs, `${file}o`)));
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
const complexRank = { kind: 'rank', table: cyclic4, rows: ['0', '1'] };
const rank = (...rows: readonly number[]) => ({ kind: 'rank', table: symmetric3, rows: rows.map(String) });
const dimension = { kind: 'dimension', table: symmetric3 };
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

const same = (value: number, epsilon: string) => ({
  ...weak('>=', value, epsilon, { kind: 'suborbits' }),
  quantity: 'AC_same',
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
  same(2, '1/2'),
  same(3, '1/5'),
  exact('<=', 5, dimension, 'probability'),
  exact('<=', 5, dimension),
);

const honestSets = certificateOf(
  'S3xC4',
  'linear',
  exact('>=', 6, exhaustion(6, 'probability'), 'probability'),
  exact('>=', 6, exhaustion(6, 'signed')),
);

/** The difference set {0, 1, 3}: its error is 2/9 at every irreducible. */
const fano = certificateOf(
  'C7',
  'all',
  weak('<=', 3, '2/9', { kind: 'abelian', scheme: scheme('()', '(1,2,3,4,5,6,7)', '(1,4,7,3,6,2,5)') }),
);
/** On quadratic polynomials, where the sign does not occur; transpositions displace it by 2ε exactly. */
const displacement = certificateOf('S3', 'poly:2', {
  ...strong(2, '1/2', undefined),
  evidence: { kind: 'displacement', test: gram('monomials', '()', '(1,2,3)') },
});
const honestComplex = certificateOf('C4', 'linear', exact('>=', 2, complexRank));

/** A group that is not listed. */
const large = certificateOf(
  'S9',
  'linear',
  weak(
    '<=',
    5,
    '1/4',
    gram(
      'monomials',
      '()',
      '(1,7,6)(2,9,4,5,3,8)',
      '(1,2,6,5,9,7,3)(4,8)',
      '(1,5,2,7,4)(3,9,6,8)',
      '(1,3,5,6,2,4,7)(8,9)',
    ),
  ),
);
/** Its item of the monomial x_1: the sign 1 and a row of the root. */
const item = /\(\[:: 1; 0; 0; 0; 0; 0; 0; 0; 0\], 1%BZ, \[:: -?(\d+); [^\]]*\]%BZ\);\s*/;
const transpositions = (n: number): readonly string[] =>
  Array.from({ length: n }, (_, j) => Array.from({ length: j }, (_, i) => `(${i + 1},${j + 1})`)).flat();
const reflections = (n: number) => ({ kind: 'reflections', reflections: transpositions(n) });
const staircase = (n: number) => freeOrbit(...Array.from({ length: n }, (_, i) => i));
const halfOfSymmetric9 = certificateOf('S9', 'poly:35', exact('<=', 181_440, reflections(9)));
const honestUnlisted = certificateOf(
  'S12',
  'poly:66',
  threshold(66, staircase(12), reflections(12)),
  exact('<=', 479_001_600, reflections(12)),
);
const honestSigned = certificateOf(
  'B6',
  'poly:36',
  threshold(
    36,
    { kind: 'free-orbit', factors: [0, 2, 4, 6, 8, 10].map((e) => [`${e}`, `${e + 1}`]) },
    { kind: 'reflections', reflections: ['[-1,2,3,4,5,6]', '[1,-2,3,4,5,6]'] },
  ),
);

const onTwelvePoints = (...exponents: readonly number[]) =>
  orbit(...exponents, ...Array.from({ length: 12 - exponents.length }, () => 0));
const honestMathieu = certificateOf(
  'M12',
  'poly:2',
  exact('>=', 66, onTwelvePoints(1, 1)),
  exact('<=', 660, subgroup('(1,2,3,4,5,6,7,8,9,10,11)', '(1,12)(2,11)(3,6)(4,8)(5,9)(7,10)')),
);
const honestOnPoints = certificateOf(
  'S3',
  'pointwise:5',
  exact('=', 3, { kind: 'two-sided', lower: orbit(1, 0, 0), upper: listed('()', '(1,2,3)', '(1,3,2)') }),
  same(2, '1/2'),
);
const honestMaps = certificateOf(
  'S4',
  'maps:linear→linear',
  exact('=', 12, { kind: 'two-sided', lower: exhaustion(12, 'signed'), upper: subgroup('(1,2,3)', '(2,3,4)') }),
);
const honestSignedMaps = certificateOf('B2', 'maps:poly:1→linear', exact('>=', 2, orbit(1, 0)));
const turns5 = ['()', '(1,2,3,4,5)', '(1,3,5,2,4)', '(1,4,2,5,3)', '(1,5,4,3,2)'];
/** The plane over the golden ratio, and over the rationals. */
const honestPentagon = certificateOf(
  'C5@plane',
  'poly:2',
  exact('=', 5, { kind: 'harmonics' }),
  exact('<=', 5, listed(...turns5)),
  weak('<=', 5, '1/10', { kind: 'plane', scheme: scheme(...turns5) }),
  strong(5, '1/5', { kind: 'plane', scheme: scheme(...turns5) }),
  weak('>=', 4, '1/10', { kind: 'welch', exact: '0' }),
  strongAtLeast(4, '1/10', { kind: 'welch', exact: '0' }),
);
const rank3 = { kind: 'rank', table: cyclic3, rows: ['0', '1', '2'] };
const honestTriangle = certificateOf(
  'C3@plane',
  'poly:1',
  exact('>=', 3, rank3),
  exact('>=', 3, { kind: 'linear-programme', table: cyclic3, multipliers: ['1', '1', '1'] }, 'probability'),
);
const honestSquare = certificateOf('C4@plane', 'poly:2', threshold(2, { kind: 'harmonics' }, subgroup('(1,3)(2,4)')));

/** Twelve of the 1024 changes of sign of ten coordinates, by the coordinates that they change. */
const signChanges = [
  [],
  [10],
  [9],
  [7],
  [8],
  [3],
  [3, 5, 7, 8, 9, 10],
  [6, 7, 8, 9, 10],
  [3, 4],
  [2],
  [1],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
];
const signs = certificateOf(
  'Z2^10',
  'all',
  weak('<=', 12, '1/2', {
    kind: 'abelian',
    scheme: scheme(
      ...signChanges.map(
        (changed) => `[${Array.from({ length: 10 }, (_, i) => (changed.includes(i + 1) ? -i - 1 : i + 1)).join()}]`,
      ),
    ),
  }),
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
  ['dimension: one fewer', certificateOf('S3', 'linear', exact('<=', 4, dimension, 'probability'))],
  [
    'dimension: an irreducible that occurs is left out',
    certificateOf('S3', 'poly:3', exact('<=', 5, dimension, 'probability')),
  ],
  ['rank: one more', certificateOf('S3', 'poly:2', exact('>=', 6, rank(0, 2)))],
  ['rank: one more, with characters that are not real', certificateOf('C4', 'linear', exact('>=', 3, complexRank))],
  ['rank: a product that does not occur', certificateOf('C4', 'poly:0', exact('>=', 2, complexRank))],
  ['threshold: a degree too low', certificateOf('S3', 'poly:2', threshold(2, freeOrbit(0, 1, 2), subgroup('(1,2,3)')))],
  [
    'threshold: a degree too low, of a group that is not listed',
    certificateOf('S12', 'poly:66', threshold(65, staircase(12), reflections(12))),
  ],
  [
    'free-orbit: exponents of one parity where signs change, of a group that is not listed',
    certificateOf(
      'Z2^17@signs',
      'poly:34',
      exact('>=', 131_072, { kind: 'free-orbit', factors: Array.from({ length: 17 }, () => ['2']) }),
    ),
  ],
  [
    'orbit: more than there are, of a group that is not listed',
    certificateOf('M12', 'poly:2', exact('>=', 67, onTwelvePoints(1, 1))),
  ],
  [
    'subgroup: more orbits of monomials, of a group that is not listed',
    certificateOf('M12', 'poly:2', exact('<=', 11, subgroup('(1,2,3,4,5,6,7,8,9,10,11)'))),
  ],
  ['pointwise: an orbit that is too short', certificateOf('S3', 'pointwise:5', exact('>=', 4, orbit(1, 0, 0)))],
  [
    'maps: a subgroup with more invariants',
    certificateOf('S4', 'maps:linear→linear', exact('<=', 4, subgroup('(1,2)(3,4)', '(1,3)(2,4)'))),
  ],
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
  ['suborbits: more than a stabiliser moves a point to', certificateOf('S3', 'linear', same(3, '1/2'))],
  ['suborbits: functions that need not contain the coordinates', certificateOf('S3', 'poly:0', same(2, '1/2'))],
  ['in the plane, scheme: not exact', certificateOf('C5@plane', 'poly:2', exact('<=', 4, listed(...turns5.slice(1))))],
  [
    'in the plane, subgroup: more invariants',
    certificateOf('C4@plane', 'poly:2', exact('<=', 2, subgroup('(1,3)(2,4)'))),
  ],
  ['in the plane, rank: one more', certificateOf('C3@plane', 'poly:1', exact('>=', 4, rank3))],
  [
    'in the plane, welch: one more',
    certificateOf(
      'C5@plane',
      'poly:2',
      exact('=', 5, { kind: 'harmonics' }),
      weak('>=', 5, '1/10', { kind: 'welch', exact: '0' }),
    ),
  ],
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
    ['all smaller sets', honestSets],
    ['an error of exactly ε', fano],
    ['displacements', displacement],
    ['characters that are not real', honestComplex],
    ['a group that is not listed', large],
    ['a group that is not listed', honestUnlisted],
    ['a signed group', honestSigned],
    ['orbits of a group that is not listed', honestMathieu],
    ['functions on points', honestOnPoints],
    ['maps', honestMaps],
    ['maps of a signed group', honestSignedMaps],
    ['the pentagon', honestPentagon],
    ['the triangle', honestTriangle],
    ['the square', honestSquare],
    ['products of groups of two', honestSigns],
    ['a group that is not listed', honestLarge],
    ['every irreducible occurs', honestOccurring],
    ['changes of sign', signs],
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
    ['a negative ε', (text) => text.replaceAll('1%BZ 10%BZ', '(-1)%BZ 10%BZ')],
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

  test('refuses a pigeonhole bound with a greater ε', async () => {
    const { text } = right(coqFile(pigeonhole, 'id'));
    const changed = text.replaceAll('1%BZ 2%BZ', '9%BZ 10%BZ');
    expect(changed).not.toBe(text);
    const { status, said } = await compile(changed);
    expect([status === 0, /Error/.test(said)]).toEqual([false, true]);
  });

  // A form that the pentagon does not have, and a wrong modulus.
  test.each<readonly [string, (text: string) => string]>([
    ['another vector', (text) => text.replace('(-1)%BZ', '1%BZ')],
    ['another number field', (text) => text.replace(/(Definition modulus : seq Z :=\n {2}\[:: )\d+/, '$12')],
  ])('refuses the pentagon with %s', async (_name, change) => {
    const { text } = right(coqFile(honestPentagon, 'id'));
    const changed = change(text);
    expect(changed).not.toBe(text);
    const { status, said } = await compile(changed);
    expect([status === 0, /Error/.test(said)]).toEqual([false, true]);
  });

  test.each<readonly [string, Certificate, (text: string) => string]>([
    [
      'a kernel that is no projection',
      fano,
      (text) =>
        text.replace(
          '_kernel : seq (seq nat * Z) :=\n  [:: ([:: 0; 1; 2; 3; 4; 5; 6], 6%BZ)',
          '$&; ([:: 0; 1; 2; 3; 4; 5; 6], 1%BZ)',
        ),
    ],
    ['an ε that is less than the error', fano, (text) => text.replaceAll('2%BZ 9%BZ', '2%BZ 10%BZ')],
    [
      'an element without a displacement',
      displacement,
      (text) => text.replace('([:: 2; 1; 0], ([:: ([::', '([:: 0; 2; 1], ([:: ([::'),
    ],
    ['an ε that is less than the displacement', displacement, (text) => text.replaceAll('1%BZ 2%BZ', '2%BZ 5%BZ')],
    ['a kernel that hides what is left', displacement, (text) => text.replaceAll('(-2)%BZ', '(-3)%BZ')],
  ])('refuses a sum of squares with %s', async (_name, certificate, change) => {
    const { text } = right(coqFile(certificate, 'id'));
    const changed = change(text);
    expect(changed).not.toBe(text);
    const { status, said } = await compile(changed);
    expect([status === 0, /Error/.test(said)]).toEqual([false, true]);
  });

  // u = (a + b √−δ)/q: δ = 1, q = 1.
  test.each<readonly [string, string, string]>([
    ['another field', '1%BZ 1%BZ', '4%BZ 1%BZ'],
    ['a real field', '1%BZ 1%BZ', '(-1)%BZ 1%BZ'],
    ['another denominator', '1%BZ 1%BZ', '1%BZ 2%BZ'],
    ['the square root of 0', '1%BZ 1%BZ', '0%BZ 1%BZ'],
  ])('refuses a rank with %s', async (_name, from, to) => {
    const { text } = right(coqFile(honestComplex, 'id'));
    const changed = text.replace(` ${from} `, ` ${to} `);
    expect(changed).not.toBe(text);
    const { status, said } = await compile(changed);
    expect([status === 0, /Error/.test(said)]).toEqual([false, true]);
  });

  test.each<readonly [string, (text: string) => string]>([
    [
      'an element that no word makes',
      (text) =>
        text.replace(
          '_scheme : seq (seq nat * Z) :=\n  [:: ([:: 0; 1;',
          '_scheme : seq (seq nat * Z) :=\n  [:: ([:: 1; 0;',
        ),
    ],
    ['an ε that is less than the error', (text) => text.replaceAll('1%BZ 4%BZ', '1%BZ 5%BZ')],
    ['a sum of monomials that is not invariant', (text) => text.replace('0], 1%BZ, [::', '0], 2%BZ, [::')],
    ['a monomial left out', (text) => text.replace(item, '')],
    ['a monomial twice', (text) => text.replace(item, '$&$&')],
    ['a larger root', (text) => text.replace(item, (entry, root: string) => entry.replace(root, `${root}00`))],
  ])('refuses a bound for a group that is not listed with %s', async (_name, change) => {
    const { text } = right(coqFile(large, 'id'));
    const changed = change(text);
    expect(changed).not.toBe(text);
    const { status, said } = await compile(changed);
    expect([status === 0, /Error/.test(said)]).toEqual([false, true]);
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

  test.each<readonly [string, (text: string) => string]>([
    ['another element', (text) => text.replace('([:: false; true; false; false', '([:: false; true; true; false')],
    ['an ε that is less than the error', (text) => text.replaceAll('1%BZ 2%BZ', '2%BZ 5%BZ')],
    ['an element twice', (text) => text.replace(/\(\[:: true; false[^)]*\);/, '$& $&')],
    ['bits that are missing', (text) => text.replace('([:: false; ', '([:: ')],
  ])('refuses a bound by characters with %s', async (_name, change) => {
    const { text } = right(coqFile(signs, 'id'));
    const changed = change(text);
    expect(changed).not.toBe(text);
    const { status, said } = await compile(changed);
    expect([status === 0, /Error/.test(said)]).toEqual([false, true]);
  });

  test('refuses half of a group at a degree where no reflection need fix a monomial', async () => {
    const { text } = right(coqFile(halfOfSymmetric9, 'id'));
    const changed = text.replaceAll('iota 0 36', 'iota 0 37').replaceAll('blocks 35', 'blocks 36');
    expect(changed).not.toBe(text);
    const [honest, forged] = await Promise.all([compile(text), compile(changed)]);
    expect([honest.status, forged.status === 0, /Error/.test(forged.said)]).toEqual([0, false, true]);
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
