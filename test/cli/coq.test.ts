import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reynolds, workDirectory } from './support.ts';

const gallery = fileURLToPath(new URL('../../certificates/', import.meta.url));
const labelled = (label: string): string => {
  const name = readdirSync(gallery).find((file) => file.startsWith(`${label}-`));
  return readFileSync(join(gallery, name!), 'utf8');
};

const directory = workDirectory({
  'exact.json': labelled('S5-poly10-exact'),
  'forged.json': labelled('S5-poly10-exact').replace('"120"', '"119"').replace('"="', '"<="'),
  'existence.json': labelled('M23-all-approximate'),
  'separation.json': labelled('Q8-poly3-separation'),
});

test('-o writes the file and prints its theorems', async () => {
  const { code, out, err } = await reynolds(directory, 'coq', 'exact.json', '-o', 'exact.v');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(
    /^claim_0: least G signed \(exact G \(polynomials R 5 5 \(iota 0 11\)\)\) 120\nfile exact\.v\nid {3}[0-9a-f]{64}\n$/,
  );
  expect(readFileSync(join(directory, 'exact.v'), 'utf8')).toContain('Theorem claim_0 (R : realFieldType)');
});

test('without -o the file goes to standard output, and the same bytes come out', async () => {
  const first = await reynolds(directory, 'coq', 'exact.json');
  const second = await reynolds(directory, 'coq', 'exact.json');
  expect(first.code).toBe(0);
  expect(first.out).toContain('Print Assumptions theorems.');
  expect(second.out).toBe(first.out);
});

test('claims that are not stated are named on standard error', async () => {
  const { code, err } = await reynolds(directory, 'coq', 'separation.json', '-o', 'separation.v');
  expect(code).toBe(0);
  expect(err).toMatch(
    /^reynolds: claim 2 is not stated in Coq: evidence of the kind "existence" is an argument by probability/m,
  );
});

test('--json prints one document', async () => {
  const { code, out } = await reynolds(directory, 'coq', 'exact.json', '--json');
  expect(code).toBe(0);
  const { theorems, declined, output, text } = JSON.parse(out);
  expect([theorems.length, declined, output]).toEqual([1, [], null]);
  expect(text).toContain('Theorem claim_0');
});

test('what is not accepted is not stated', async () => {
  const { code, err } = await reynolds(directory, 'coq', 'forged.json', '-o', 'forged.v');
  expect(code).toBe(1);
  expect(err).toMatch(/^reynolds: forged\.json is rejected \(claim-not-implied\)/);
  expect(existsSync(join(directory, 'forged.v'))).toBe(false);
});

test('where nothing is stated the exit code is 3', async () => {
  const { code, err } = await reynolds(directory, 'coq', 'existence.json');
  expect(code).toBe(3);
  expect(err).toMatch(/existence\.json is not stated in Coq: evidence of the kind "existence"/);
});
