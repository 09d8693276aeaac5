/** Citations say what was checked, and other software reads them. */
import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identityOf } from '../../src/certificate/identity.ts';
import { version } from '../../src/certificate/version.ts';
import { readCertificate } from '../../src/check/index.ts';
import { type Citable, cite, titleOf } from '../../src/report/citation.ts';
import { citationTable } from '../../src/report/citationTable.ts';
import { galleryFiles, readGallery } from '../browser/gallery.ts';
import { certificateOf, exact, freeOrbit, weak } from '../probe/support.ts';
import { right } from '../support/unwrap.ts';
import { gram } from './examples.ts';

const certificate = certificateOf('S4', 'poly:6', exact('=', 24, freeOrbit(0, 1, 2, 3)));
const one: Citable = { certificate, file: 'S4.json' };
const id = identityOf(certificate);
const gallery = galleryFiles.map((file): Citable => ({ certificate: right(readCertificate(readGallery(file))), file }));

/** Of the release, as CITATION.cff has it. */
const year = Number(/^date-released: (\d{4})-\d\d-\d\d$/m.exec(readFileSync('CITATION.cff', 'utf8'))?.[1]);

test('plain text: statement, version, identity, command', () => {
  expect(cite([one], 'text')).toBe(
    `The Reynolds developers. AC_ex(S4, poly:6) = 24. Certificate of averaging complexity, accepted by Reynolds ${version} (${year}). SHA-256 ${id}. Check: npx reynolds check S4.json\n`,
  );
});

describe('BibTeX', () => {
  test('is read back by Citation.js, field by field', () => {
    const { data } = new Cite(cite([one], 'bibtex'));
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      'citation-key': `reynolds-${id.slice(0, 8)}`,
      version,
    });
    expect(JSON.stringify(data[0]!['author'])).toContain('The Reynolds developers');
    const note = String(data[0]!['note']);
    expect(note.replaceAll(/\s/g, '')).toContain(id);
    expect(note).toContain('npx reynolds check S4.json');
    expect(data[0]!['title']).toContain('24');
  });

  test('every certificate of the gallery is one entry, with its own key', () => {
    const { data } = new Cite(cite(gallery, 'bibtex'));
    expect(data).toHaveLength(gallery.length);
    expect(new Set(data.map((entry) => entry['citation-key'])).size).toBe(gallery.length);
  });

  test('whatever the file is called, braces pair and there is one entry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (file) => {
        const entry = cite([{ certificate, file }], 'bibtex');
        let depth = 0;
        // Braces that LaTeX prints count for BibTeX all the same.
        for (const character of entry) {
          if (character === '{') depth++;
          if (character === '}') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(new Cite(entry).data).toHaveLength(1);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('CSL-JSON', () => {
  test('says the same as data', () => {
    expect(JSON.parse(cite([one], 'csl'))).toEqual([
      {
        id: `reynolds-${id.slice(0, 8)}`,
        type: 'software',
        title: 'AC_ex(S4, poly:6) = 24',
        author: [{ literal: 'The Reynolds developers' }],
        genre: 'Certificate of averaging complexity',
        version,
        issued: { 'date-parts': [[year]] },
        number: `SHA-256 ${id}`,
        abstract:
          'AC_ex(S4, poly:6) = 24: for S4 on polynomials of degree at most 6, averaging to exact symmetry needs exactly 24 elements, with any weights, signed ones included.',
        note: `Accepted by Reynolds ${version}. Check: npx reynolds check S4.json`,
      },
    ]);
  });

  test.each(['apa', 'vancouver', 'harvard1'])('is rendered in the style %s', (template) => {
    const text = new Cite(JSON.parse(cite([one], 'csl'))).format('bibliography', { template, lang: 'en-US' });
    expect(text).toContain('The Reynolds developers');
    expect(text).toContain('AC_ex(S4, poly:6) = 24');
  });
});

describe('the title', () => {
  const scheme = gram('monomials', '()', '(1,2,3)', '(1,3,2)');
  test('names the sharpest of claims that differ in their value only', () => {
    const weaker = certificateOf('S3', 'linear', weak('<=', 3, '1/2', scheme), weak('<=', 5, '1/2', scheme));
    expect(titleOf(weaker).text).toBe('AC_wk(S3, linear, ε = 1/2) ≤ 3');
  });
  test('says which weights where there are several kinds, so that bounds of different kinds are not confused', () => {
    const title = (start: string): string =>
      titleOf(gallery.find(({ file }) => file.startsWith(start))!.certificate).text;
    expect(title('S4-poly6-profile')).toMatch(/^AC_ex\(S4, poly:0\) = 1 \(probability weights\), .*, and [0-9]+ more$/);
    expect(title('S5-poly10-separation')).toContain('AC_ex(S5, poly:10) = 120 (any weights)');
  });
});

describe('the table', () => {
  test('has the sharpest bounds of each quantity, and rules of booktabs', () => {
    const table = citationTable([one]);
    expect(table).toContain(
      `$S_{4}$ & $\\mathrm{poly}_{\\le 6}$ & $\\mathrm{AC}_{\\mathrm{ex}}$ &  & signed & $= 24$ & \\texttt{${id.slice(0, 16)}} \\\\`,
    );
    for (const rule of ['\\toprule', '\\midrule', '\\bottomrule']) expect(table).toContain(rule);
  });
  test('names each certificate of the gallery once', () => {
    const table = citationTable(gallery);
    for (const { certificate: each } of gallery)
      expect(table.split(`\\texttt{${identityOf(each).slice(0, 16)}}`)).toHaveLength(2);
  });
});
