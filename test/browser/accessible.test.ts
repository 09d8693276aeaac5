/** The pages have no fault that axe knows: names, labels, order of headings, contrast (WCAG 2.1 AA), light and dark. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCertificate } from '../../src/check/index.ts';
import { certificatePage } from '../../src/page/certificatePage.ts';
import { frontPage } from '../../src/page/frontPage.ts';
import { galleryRow } from '../../src/page/galleryRow.ts';
import { workDirectory } from '../cli/support.ts';
import { right } from '../support/unwrap.ts';
import { galleryFiles, readGallery } from './gallery.ts';
import { openBrowser, withoutBrowser } from './support.ts';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

const directory = workDirectory();
const open = openBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const exhibit = (file: string) => ({
  certificate: right(readCertificate(readGallery(file))),
  file,
  text: readGallery(file),
});
const pages: readonly (readonly [string, () => Promise<string>])[] = [
  [
    'front',
    async () => frontPage(galleryFiles.slice(0, 12).map((file) => galleryRow(exhibit(file).certificate, file))),
  ],
  [
    'certificate',
    () => certificatePage([exhibit(galleryFiles.find((file) => file.startsWith('D8plane-poly8-separation'))!)]),
  ],
];

describe.skipIf(withoutBrowser)('axe', { timeout: 120_000 }, () => {
  test.each(pages.flatMap(([name, make]) => [false, true].map((dark) => [name, dark, make] as const)))(
    '%s, dark: %s',
    async (name, dark, make) => {
      const path = join(directory, `${name}.html`);
      writeFileSync(path, await make());
      const { page } = await open(path, { dark });
      // Evaluated by the debugger, which the policy of the page does not concern.
      await page.evaluate(axe);
      const run = (): Promise<readonly Violation[]> =>
        page.evaluate(async () => {
          const { axe: loaded } = globalThis as unknown as {
            axe: { run: (options: unknown) => Promise<{ violations: readonly Violation[] }> };
          };
          return (await loaded.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }))
            .violations;
        });
      const violations = await run();
      expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))])).toEqual(
        [],
      );
      // It does look: an input without a label and grey on grey do not pass.
      await page.evaluate(() => {
        const paragraph = document.createElement('p');
        paragraph.style.cssText = 'color: #888; background: #999';
        paragraph.append('hardly legible', document.createElement('input'));
        document.querySelector('main')?.prepend(paragraph);
      });
      expect((await run()).map(({ id }) => id)).toEqual(expect.arrayContaining(['color-contrast', 'label']));
      await page.close();
    },
  );
});
