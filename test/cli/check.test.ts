/** `reynolds check`: verdicts, exit codes, JSON shape. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { declinedCertificate, isOneLine, reynolds, symmetricCertificate, workDirectory } from './support.ts';

const directory = workDirectory({
  'good.json': symmetricCertificate('120'),
  'false.json': symmetricCertificate('119'),
  'declined.json': declinedCertificate(),
  'empty.json': '',
  'blank.json': ' \n',
  'truncated.json': symmetricCertificate('120').slice(0, 100),
  'latin1.json': Uint8Array.of(0x7b, 0xff, 0x7d),
  'bom.json': `\uFEFF${symmetricCertificate('120')}`,
  'claim.json': JSON.stringify({
    group: 'S5',
    functions: 'poly:10',
    claims: [{ quantity: 'AC_ex', relation: '=', value: '120', weights: 'signed' }],
  }),
  'escape.json': '{"\\u001b[31m": 1, "format": 2}',
});
mkdirSync(join(directory, 'folder.json'));

test('exit code and one line for each verdict', async () => {
  const good = await reynolds(directory, 'check', 'good.json');
  expect(good).toMatchObject({ code: 0, err: '' });
  expect(good.out).toMatch(/^accepted good\.json \(id [0-9a-f]{16}\)\n$/);
  const rejected = await reynolds(directory, 'check', 'false.json');
  expect(rejected).toMatchObject({ code: 1, err: '' });
  expect(rejected.out).toMatch(/^rejected claim-not-implied false\.json: [^\n]+\n$/);
  const declined = await reynolds(directory, 'check', 'declined.json');
  expect(declined).toMatchObject({ code: 3, err: '' });
  expect(declined.out).toMatch(/^declined unsupported declined\.json: [^\n]+\n$/);
});

test.each([
  ['empty.json', 'empty'],
  ['blank.json', 'empty'],
  ['truncated.json', 'json-syntax'],
  ['latin1.json', 'json-syntax'],
  ['bom.json', 'json-syntax'],
  ['missing.json', 'unreadable'],
  ['folder.json', 'unreadable'],
  ['/dev/zero', 'too-long'],
])('%s is malformed (%s), in one line on standard error', async (file, code) => {
  const ended = await reynolds(directory, 'check', file);
  expect(ended).toMatchObject({ code: 2, out: '' });
  expect(ended.err).toContain(`malformed ${code} ${file}: `);
  expect(isOneLine(ended)).toBe(true);
});

test('--json: an array with exactly the keys of the contract; other files are still checked; the worst exit', async () => {
  const files = ['good.json', 'missing.json', 'false.json', 'empty.json', 'good.json'];
  const ended = await reynolds(directory, 'check', '--json', ...files);
  expect(ended.code).toBe(2);
  const rows = JSON.parse(ended.out) as readonly Record<string, unknown>[];
  expect(rows.map(({ file }) => file)).toEqual(files);
  expect(rows.map(({ verdict }) => verdict)).toEqual(['accepted', 'malformed', 'rejected', 'malformed', 'accepted']);
  expect(rows.map(({ code }) => code)).toEqual(['ok', 'unreadable', 'claim-not-implied', 'empty', 'ok']);
  for (const row of rows) expect(Object.keys(row)).toEqual(['file', 'id', 'verdict', 'code', 'statement']);
  expect(rows[0]?.['id']).toMatch(/^[0-9a-f]{64}$/);
  expect(rows[0]?.['statement']).toContain('120');
  expect(rows[1]).toMatchObject({ id: null, statement: null });
  expect((await reynolds(directory, 'check', '--json', 'empty.json', 'declined.json')).code).toBe(3);
});

test('--claim demands the very claim', async () => {
  expect(await reynolds(directory, 'check', '--claim', 'claim.json', 'good.json')).toMatchObject({ code: 0, err: '' });
  expect(await reynolds(directory, 'check', '--claim', 'good.json', 'good.json')).toMatchObject({ code: 0, err: '' });
  const other = await reynolds(directory, 'check', '--claim', 'false.json', 'good.json');
  expect(other.code).toBe(1);
  expect(other.out).toContain('claim-mismatch');
  for (const file of ['missing.json', 'empty.json', 'folder.json', 'escape.json']) {
    const ended = await reynolds(directory, 'check', '--json', '--claim', file, 'good.json');
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain(`--claim ${file}`);
    expect(isOneLine(ended)).toBe(true);
  }
});

test('--quiet prints nothing, --verbose the statement; control characters never reach the terminal', async () => {
  expect(await reynolds(directory, 'check', '--quiet', 'good.json')).toMatchObject({ code: 0, out: '', err: '' });
  expect(await reynolds(directory, 'check', '--quiet', 'false.json', 'empty.json')).toMatchObject({
    code: 2,
    out: '',
    err: '',
  });
  expect((await reynolds(directory, 'check', '--verbose', 'good.json')).out).toMatch(/^accepted .*\n {2}.*120.*\n$/);
  const hostile = await reynolds(directory, 'check', 'escape.json');
  expect(hostile.err).not.toContain('\u001b');
  expect(isOneLine(hostile)).toBe(true);
});
