/** What is written for LaTeX compiles with Debian's texlive, and says everything that it is to say. */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { readCertificate } from '../../src/check/index.ts';
import { type Citable, cite } from '../../src/report/citation.ts';
import { citationTable } from '../../src/report/citationTable.ts';
import { explainCertificate } from '../../src/report/explain.ts';
import { latexDocument, preamble } from '../../src/report/latexDocument.ts';
import { latexLiteral, latexText } from '../../src/report/latexText.ts';
import { galleryFiles, readGallery } from '../browser/gallery.ts';
import { workDirectory } from '../cli/support.ts';
import { right } from '../support/unwrap.ts';

const directory = workDirectory();
const pdflatex = '/usr/bin/pdflatex';
/** Without LaTeX these tests are left out, with a line that says so; in CI they must run. */
const without = !existsSync(pdflatex) && (process.env['CI'] ?? '') === '';
if (without)
  console.warn(`no ${pdflatex}: LaTeX is not compiled (apt-get install texlive-latex-base texlive-latex-recommended)`);

const gallery = galleryFiles.map((file): Citable => ({ certificate: right(readCertificate(readGallery(file))), file }));
/** In the gallery everything is accepted, which is checked elsewhere. */
const explained = gallery.map(({ file, certificate }) => ({
  file,
  markdown: explainCertificate(certificate, E.right(undefined)),
}));

/** Errors stop it; what it complains of is in the log. */
const compile = (name: string, source: string): { readonly errors: string; readonly log: string } => {
  writeFileSync(join(directory, `${name}.tex`), source);
  const argv = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', `${name}.tex`];
  const { stdout, status } = spawnSync(pdflatex, argv, { cwd: directory, encoding: 'utf8', maxBuffer: 1e8 });
  const errors = status === 0 ? '' : stdout.slice(Math.max(0, stdout.indexOf('\n! ')), stdout.indexOf('\n! ') + 600);
  return { errors, log: stdout };
};

describe('text', () => {
  test.each([
    ['a_b & 100% {x} #1 $5 ~ \\', 'a\\_b \\& 100\\% \\{x\\} \\#1 \\$5 \\textasciitilde{} \\textbackslash{}'],
    ['ε ≤ 1', '\\ensuremath{\\varepsilon} \\ensuremath{\\le} 1'],
    ['漢', '[U+6F22]'],
  ])('%s is escaped', (text, latex) => {
    expect(latexLiteral(text)).toBe(latex);
  });
  test.each([
    ['E_ω f', '\\ensuremath{E_{\\omega}} \\ensuremath{f}'],
    ['Σ_{λ≠1} M_λ', '\\ensuremath{\\sum_{\\lambda \\ne 1}} \\ensuremath{M_{\\lambda}}'],
    ['AC_ex(F)', '\\ensuremath{\\mathrm{AC}_{\\mathrm{ex}}}(\\ensuremath{F})'],
    ['x_2^3', '\\ensuremath{x_{2}^{3}}'],
    ['B. Tahmasebi', 'B. Tahmasebi'],
  ])('%s is set with its indices', (text, latex) => {
    expect(latexText(text)).toBe(latex);
  });

  test('no explanation of the gallery has a character that LaTeX cannot set', () => {
    for (const { file, markdown } of explained)
      expect([file, latexDocument(markdown).includes('[U+')]).toEqual([file, false]);
  });
});

describe.skipIf(without)('pdflatex', { timeout: 240_000 }, () => {
  test('sets a theorem for each certificate of the gallery, and a table of all', () => {
    const theorems = cite(gallery, 'latex');
    expect(theorems.match(/\\begin\{theorem\}/g)).toHaveLength(gallery.length);
    const { errors, log } = compile(
      'theorems',
      `${preamble}\\begin{document}\n${theorems}\n${citationTable(gallery)}\n\\end{document}\n`,
    );
    expect(errors).toBe('');
    expect(log).not.toContain('Undefined control sequence');
  });

  test('sets the explanations of the gallery', () => {
    // One document of all: the bodies of the documents one after the other.
    const body = explained
      .map(({ markdown }) =>
        latexDocument(markdown)
          .replace(/^[\s\S]*\\maketitle/, '\\clearpage')
          .replace('\\end{document}', ''),
      )
      .join('\n');
    const { errors } = compile('explanations', `${preamble}\\begin{document}\n${body}\n\\end{document}\n`);
    expect(errors).toBe('');
  });

  test('sets an explanation as it is printed', () => {
    const { errors, log } = compile(
      'one',
      latexDocument(explained.find(({ file }) => file.startsWith('S5-poly10-separation'))!.markdown),
    );
    expect(errors).toBe('');
    expect(log).toMatch(/Output written on one\.pdf/);
  });

  test('sets whatever a file is called', () => {
    const hostile = { certificate: gallery[0]!.certificate, file: '\\input{/etc/passwd} $x^_{ % # & ~ "ω̂" 漢 é.json' };
    expect(
      compile('hostile', `${preamble}\\begin{document}\n${cite([hostile], 'latex')}\\end{document}\n`).errors,
    ).toBe('');
  });
});
