/** Nothing becomes markup but what is meant to. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escaped, html, text } from '../../src/page/html.ts';
import { markdown, prose } from '../../src/page/markdown.ts';
import { formula } from '../../src/page/mathematics.ts';
import { functionsInLatex, groupInLatex } from '../../src/report/claimLatex.ts';

const hostile = fc.string({ unit: fc.constantFrom(...'<>&"\'`/=ab!-[]()*_#|\\{}$%^~:\n jscript'), maxLength: 60 });
/** Tags that a text has, by name. */
const tags = (markup: string): readonly string[] =>
  [...markup.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name!);

describe('escaping', () => {
  test('leaves no markup in any text', () => {
    fc.assert(
      fc.property(hostile, (given) => {
        expect(escaped(given)).not.toMatch(/[<>"']/);
        expect(html`<b title="${text(given)}">${text(given)}</b>`.match(/<[^>]*>/g)).toHaveLength(2);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  test('prose and Markdown make only the elements of the explanation', () => {
    const allowed = [
      'p',
      'i',
      'sub',
      'sup',
      'em',
      'strong',
      'code',
      'pre',
      'ul',
      'ol',
      'li',
      'br',
      'h2',
      'h3',
      'h4',
      'h5',
    ];
    const known = new Set([...allowed, 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'div']);
    fc.assert(
      fc.property(hostile, (given) => {
        for (const name of [...tags(prose(given)), ...tags(markdown(`# t\n\n${given}`, 1))])
          expect([given, name, known.has(name.toLowerCase())]).toEqual([given, name, true]);
      }),
      { seed: 12, numRuns: 1000 },
    );
    expect(markdown('# t\n\n<script>alert(1)</script> [x](javascript:alert(1)) ![y](z)', 1)).not.toMatch(
      /<script|<a |<img/,
    );
  });

  test('formulas make MathML alone, whatever group and class are called', () => {
    fc.assert(
      fc.property(hostile, (given) => {
        const markup = formula(`${groupInLatex(given)} ${functionsInLatex(given)}`);
        expect(markup).not.toMatch(/<(?:script|img|a|iframe|svg)\b|\son[a-z]+=|javascript:/i);
      }),
      { seed: 13, numRuns: 500 },
    );
    expect(formula('\\href{javascript:alert(1)}{x}')).not.toMatch(/<a\b|href="/);
  });
});

describe('formulas', () => {
  test.each([
    ['S5', 'S_{5}'],
    ['Z2^6@signs', '(\\mathbb{Z}/2)^{6}\\text{@signs}'],
    ['S3xC4', 'S_{3} \\times C_{4}'],
    ['PSL(2,7)', '\\mathrm{PSL}(2,7)'],
    ['Ih@space', 'I_{h}\\text{@space}'],
    ['perm:(1,2,3);(1,2)', '\\text{perm:(1,2,3);(1,2)}'],
  ])('%s is written as usual', (notation, latex) => {
    expect(groupInLatex(notation)).toBe(latex);
    expect(formula(latex)).toContain('<math');
  });
});
