/** Real Chromium, from Debian, driven by playwright-core; everything a page does beyond itself is recorded. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';

export const chromiumPath = '/usr/bin/chromium';
const there = existsSync(chromiumPath);

/** Without Chromium the tests are left out, with a line that says so; in CI they must run. */
export const withoutBrowser = !there && (process.env['CI'] ?? '') === '';
if (withoutBrowser) console.warn(`no ${chromiumPath}: the tests of pages are left out (apt-get install chromium)`);

const shots = fileURLToPath(new URL('../../.test-results/screenshots/', import.meta.url));

export interface Opened {
  readonly page: Page;
  /** Errors, warnings of the policy, requests that leave the machine: all must stay empty. */
  readonly complaints: string[];
  readonly shoot: (name: string) => Promise<void>;
}

export interface Looks {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/** A browser with a fresh profile for one test file. */
export const openBrowser = (): ((file: string, looks?: Looks) => Promise<Opened>) => {
  let context: Promise<BrowserContext> | undefined;
  const profile = there ? mkdtempSync(join(tmpdir(), 'reynolds-chromium-')) : '';
  afterAll(async () => {
    await (await context)?.close();
    if (profile !== '') rmSync(profile, { recursive: true, force: true });
  });
  return async (file, { width = 1280, height = 900, dark = false } = {}) => {
    context ??= chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath,
      args: [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    });
    const page = await (await context).newPage();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!/^(?:file|blob|data):/.test(request.url())) complaints.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    return {
      page,
      complaints,
      shoot: async (name) => {
        mkdirSync(shots, { recursive: true });
        await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
      },
    };
  };
};

/** Files dropped on the window, as from a file manager. */
export const drop = (page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> =>
  page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name, { type: 'application/json' }));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);
