/** `cite`, `explain --format latex` and `view` on the command line: only what is accepted, exit codes, JSON. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { declinedCertificate, isOneLine, reynolds, symmetricCertificate, workDirectory } from './support.ts';

const directory = workDirectory({
  'good.json': symmetricCertificate('120'),
  'false.json': symmetricCertificate('119'),
  'declined.json': declinedCertificate(),
  'broken.json': '{',
});

test('cite prints a citation; --json has it with identity and statement', async () => {
  const text = await reynolds(directory, 'cite', 'good.json');
  expect(text).toMatchObject({ code: 0, err: '' });
  expect(text.out).toMatch(
    /^The Reynolds developers\. AC_ex\(S5, poly:10\) = 120\. .*SHA-256 [0-9a-f]{64}\. Check: npx reynolds check good\.json\n$/,
  );
  const json = await reynolds(directory, 'cite', '--json', '--format', 'bibtex', 'good.json');
  const { format, certificates, citation } = JSON.parse(json.out);
  expect(format).toBe('bibtex');
  expect(certificates).toEqual([
    { file: 'good.json', id: expect.stringMatching(/^[0-9a-f]{64}$/), statement: expect.any(String) },
  ]);
  expect(citation).toMatch(/^@misc\{/);
});

test.each([
  [['cite', 'false.json'], 1, 'rejected (claim-not-implied)'],
  [['cite', 'good.json', 'declined.json'], 3, 'declined'],
  [['cite', 'broken.json'], 2, 'malformed (json-syntax)'],
  [['cite', 'missing.json'], 2, 'there is no such file'],
  [['cite', '--format', 'bibtx', 'good.json'], 2, 'did you mean "bibtex"?'],
  [['cite', '--table', '--format', 'csl', 'good.json'], 2, '--table is LaTeX'],
  [['explain', '--format', 'html', 'good.json'], 2, 'must be one of markdown, latex'],
  [['view', 'good.json'], 2, '--out'],
  [['view', 'false.json', '-o', 'false.html'], 1, 'rejected (claim-not-implied)'],
  [['view', 'good.json', '-o', '.'], 2, 'is a directory'],
])('%s ends with %i', async (argv, code, message) => {
  const ended = await reynolds(directory, ...argv);
  expect(ended).toMatchObject({ code, out: '' });
  expect(ended.err).toContain(message);
  expect(isOneLine(ended)).toBe(true);
});

test('what is not accepted leaves no page behind', () => {
  expect(existsSync(join(directory, 'false.html'))).toBe(false);
});

test('explain --format latex prints a document', async () => {
  const { code, out } = await reynolds(directory, 'explain', '--format', 'latex', 'good.json');
  expect(code).toBe(0);
  expect(out).toMatch(/^\\documentclass[\s\S]*\\end\{document\}\n$/);
});

test('view writes one file that names nothing outside itself', async () => {
  const { code, out } = await reynolds(directory, 'view', 'good.json', 'good.json', '-o', 'page.html');
  expect([code, out]).toEqual([0, 'page page.html\n']);
  const page = readFileSync(join(directory, 'page.html'), 'utf8');
  const programs = /<script[^>]*>[\s\S]*?<\/script>/g;
  const markup = page.replaceAll(programs, '');
  expect(page.match(programs)?.every((script) => !/^<script[^>]*src=/.test(script))).toBe(true);
  expect(markup).not.toMatch(/<(?:img|iframe|object|embed)\b|src="(?!data:)|url\(/);
  for (const [, href] of markup.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(?:#|data:)/);
  // Ids are unique, with two certificates on the page.
  const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
