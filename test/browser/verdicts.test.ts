/** The browser's verdict is the command line's: on the whole gallery and the whole corpus, through the worker of a page. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { frontPage } from '../../src/page/frontPage.ts';
import { reynolds, workDirectory } from '../cli/support.ts';
import { galleryFiles, galleryFolder } from './gallery.ts';
import { openBrowser, withoutBrowser } from './support.ts';

interface Answer {
  readonly verdict: string;
  readonly code: string;
  readonly id: string | null;
  readonly statement: string | null;
}

const corpus = fileURLToPath(new URL('../corpus/', import.meta.url));
const files = [
  ...galleryFiles.map((name) => join(galleryFolder, name)),
  ...['accepted', 'rejected', 'malformed', 'declined'].flatMap((verdict) =>
    readdirSync(join(corpus, verdict)).map((name) => join(corpus, verdict, name)),
  ),
];

const directory = workDirectory();
const open = openBrowser();

/** Every file through one worker made from the program in the page, which the policy of the page governs too. */
const inBrowser = async (): Promise<readonly Answer[]> => {
  const path = join(directory, 'front.html');
  writeFileSync(path, frontPage([]));
  const { page, complaints } = await open(path);
  const answers: Answer[] = [];
  await page.evaluate(() => {
    const program = document.getElementById('check-program')?.textContent ?? '';
    const worker = new Worker(URL.createObjectURL(new Blob([program], { type: 'text/javascript' })));
    (globalThis as unknown as { check: (base64: string) => Promise<unknown> }).check = (base64) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
        worker.postMessage({ bytes }, [bytes]);
      });
  });
  for (const file of files) {
    const report = await page.evaluate(
      (base64) => (globalThis as unknown as { check: (base64: string) => Promise<Answer> }).check(base64),
      readFileSync(file).toString('base64'),
    );
    answers.push(report);
  }
  expect(complaints).toEqual([]);
  return answers;
};

describe.skipIf(withoutBrowser)('the checker in the browser', () => {
  test('agrees with the command line on every certificate of the gallery and the corpus', {
    timeout: 900_000,
  }, async () => {
    expect(files.length).toBeGreaterThan(500);
    const { out } = await reynolds(directory, 'check', '--quiet', '--json', ...files);
    const expected = JSON.parse(out) as readonly (Answer & { readonly file: string })[];
    const answers = await inBrowser();
    expect(expected.length).toBe(files.length);
    const all = answers.map(({ verdict, code, id, statement }, i) => ({
      file: files[i],
      id,
      verdict,
      code,
      statement,
    }));
    for (const [i, answer] of all.entries()) expect(answer).toEqual(expected[i]);
    expect(new Set(all.map(({ verdict }) => verdict))).toEqual(
      new Set(['accepted', 'rejected', 'malformed', 'declined']),
    );
  });
});
