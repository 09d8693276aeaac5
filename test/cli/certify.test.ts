/** `reynolds certify`: what it prints and writes, determinism, groups from files, interruption. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reynolds, startReynolds, workDirectory } from './support.ts';

const directory = workDirectory({
  'g.json': '{"generators": ["(1,2,3)", "(1,2)"]}',
  'signed.json': '{"generators": ["[-2,1]"]}',
});

interface Document {
  readonly file: string;
  readonly id: string;
  readonly statement: string;
  readonly certificate: {
    readonly group: string;
    readonly functions: string;
    readonly claims: readonly Record<string, unknown>[];
    readonly provenance: Record<string, string>;
  };
}

const certified = async (...argv: readonly string[]): Promise<Document> => {
  const ended = await reynolds(directory, 'certify', ...argv, '--json', '--quiet');
  expect(ended).toMatchObject({ code: 0, err: '' });
  return JSON.parse(ended.out) as Document;
};

test('--json is one document of the contract, and the file is the certificate', async () => {
  const document = await certified('exact', '--group', 'S5', '--functions', 'poly:10', '--out', 'new/deeper');
  expect(Object.keys(document)).toEqual(['file', 'id', 'statement', 'certificate']);
  expect(document.file).toBe(join('new', 'deeper', `S5-poly10-exact-${document.id.slice(0, 8)}.json`));
  expect(document.certificate.claims[0]).toMatchObject({
    quantity: 'AC_ex',
    relation: '=',
    value: '120',
    weights: 'signed',
  });
  expect(document.certificate.provenance['command']).toBe(
    'reynolds certify exact --group S5 --functions poly:10 --seed 0',
  );
  expect(JSON.parse(readFileSync(join(directory, document.file), 'utf8'))).toEqual(document.certificate);
  expect(await reynolds(directory, 'check', document.file)).toMatchObject({ code: 0 });
  expect(readdirSync(join(directory, 'new', 'deeper'))).toHaveLength(1);
});

test('without --json: the statement in words, the file, the identity', async () => {
  const ended = await reynolds(
    directory,
    'certify',
    'exact',
    '--group',
    'S5',
    '--functions',
    'poly:9',
    '--out',
    'words',
  );
  expect(ended).toMatchObject({ code: 0, err: '' });
  expect(ended.out).toMatch(/60/);
  expect(ended.out).toMatch(/^file words\/S5-poly9-exact-[0-9a-f]{8}\.json$/m);
  expect(ended.out).toMatch(/^id {3}[0-9a-f]{64}$/m);
  expect(ended.out.trimEnd().split('\n')).toHaveLength(4);
});

test('the same input and seed give the same bytes; the seed is recorded', async () => {
  const argv = ['separation', '--group', 'S4', '--functions', 'poly:6', '--epsilon', '1/4', '--seed', 'seven'];
  const first = await reynolds(directory, 'certify', ...argv, '--json', '--out', 'same');
  const file = (JSON.parse(first.out) as Document).file;
  const bytes = readFileSync(join(directory, file));
  const second = await reynolds(directory, 'certify', ...argv, '--json', '--out', 'same');
  expect(second.out).toBe(first.out);
  expect(readFileSync(join(directory, file)).equals(bytes)).toBe(true);
  expect((JSON.parse(first.out) as Document).certificate.provenance['seed']).toBe('seven');
});

test('threshold and separation find the degree themselves', async () => {
  expect((await certified('threshold', '--group', 'S20', '--out', 'k')).certificate.functions).toBe('poly:190');
  const plane = await certified('separation', '--group', 'D8@plane', '--epsilon', '1/4', '--out', 'k');
  expect(plane.certificate.functions).toBe('poly:8');
});

test('a group from a file is spelt out in the certificate', async () => {
  const plain = await certified('exact', '--group', 'file:g.json', '--functions', 'poly:3', '--out', 'files');
  expect(plain.certificate.group).toBe('perm:(1,2,3);(1,2)');
  const regular = await certified('exact', '--group', 'file:g.json@regular', '--functions', 'linear', '--out', 'files');
  expect(regular.certificate.group).toBe('perm:(1,2,3);(1,2)@regular');
  const signed = await certified('exact', '--group', 'file:signed.json', '--functions', 'poly:4', '--out', 'files');
  expect(signed.certificate.group).toBe('perm:[-2,1]');
});

test('SIGINT: exit 130, one line, nothing written', async () => {
  mkdirSync(join(directory, 'interrupted'));
  const argv = ['certify', 'approximate', '--group', 'S20', '--functions', 'poly:2', '--epsilon', '1/40', '--out'];
  const running = startReynolds(directory, ...argv, 'interrupted', '--quiet');
  setTimeout(running.interrupt, 3000);
  expect(await running.ended).toEqual({ code: 130, out: '', err: 'reynolds: interrupted\n', progress: [] });
  expect(readdirSync(join(directory, 'interrupted'))).toEqual([]);
});

test('progress for what takes over a second goes to standard error', async () => {
  const argv = ['certify', 'approximate', '--group', 'S20', '--functions', 'poly:2', '--epsilon', '1/40'];
  const running = startReynolds(directory, ...argv);
  setTimeout(running.interrupt, 3500);
  const { progress, ...rest } = await running.ended;
  expect(rest).toEqual({ code: 130, out: '', err: 'reynolds: interrupted\n' });
  expect(progress.join('')).toMatch(/^certify approximate S20: [^\n]+ \(1 s\)\n/);
});
