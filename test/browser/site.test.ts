/** `npm run site` makes pages that lead to one another from file://. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { symmetricCertificate, workDirectory } from '../cli/support.ts';
import { galleryFiles, galleryFolder, readGallery } from './gallery.ts';
import { openBrowser, withoutBrowser } from './support.ts';

const program = fileURLToPath(new URL('../../dist/cli/site.js', import.meta.url));
const directory = workDirectory({ 'false.json': symmetricCertificate('119') });
const open = openBrowser();
const chosen = ['S5-poly10-exact', 'C12-linear-exact'].map(
  (start) => galleryFiles.find((file) => file.startsWith(start))!,
);
const site = (...argv: readonly string[]) => spawnSync(process.execPath, [program, ...argv], { encoding: 'utf8' });

describe('npm run site', () => {
  const made = join(directory, 'made');
  const { status, stdout } = site(made, ...chosen.map((file) => join(galleryFolder, file)));

  test('writes the front page, the pages and the certificates', () => {
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^site: 2 certificates, 0 left out, front page [0-9]+ kB compressed\n/),
    ]);
    for (const file of chosen) expect(readFileSync(join(made, 'certificates', file), 'utf8')).toBe(readGallery(file));
  });

  test('leaves out what is not accepted, and says so', () => {
    const forged = site(join(directory, 'forged'), join(directory, 'false.json'));
    expect(forged.status).toBe(1);
    expect(forged.stdout).toContain('site: 0 certificates, 1 left out');
    expect(forged.stderr).toContain('false.json is rejected (claim-not-implied)');
  });

  test.skipIf(withoutBrowser)('a row of the table leads to the page of its certificate, and that back', async () => {
    const { page, complaints } = await open(join(made, 'index.html'));
    await page.getByRole('link', { name: 'S5', exact: true }).click();
    await expect.poll(() => page.locator('h1').textContent()).toContain('polynomials of degree at most 10');
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Gallery' }).click();
    await expect.poll(() => page.locator('.gallery tbody tr').count()).toBe(2);
    expect(complaints).toEqual([]);
  });
});
