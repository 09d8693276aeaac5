/** Pages in a real browser: filters, sorting, verdicts, the slider, no error, no request, hostile certificates. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { checkText, readCertificate } from '../../src/check/index.ts';
import { certificatePage } from '../../src/page/certificatePage.ts';
import { frontPage } from '../../src/page/frontPage.ts';
import { galleryRow } from '../../src/page/galleryRow.ts';
import { symmetricCertificate, workDirectory } from '../cli/support.ts';
import { right } from '../support/unwrap.ts';
import { galleryFiles, readGallery } from './gallery.ts';
import { drop, type Opened, openBrowser, withoutBrowser } from './support.ts';

const directory = workDirectory();
const open = openBrowser();

const saved = (name: string, content: string): string => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};

const rows = galleryFiles.map((file) => galleryRow(right(readCertificate(readGallery(file))), file));
const exhibit = (file: string, text = readGallery(file)) => ({ certificate: right(readCertificate(text)), file, text });
const named = (start: string): string => galleryFiles.find((file) => file.startsWith(start))!;

/** Whatever a test does, nothing is complained of and nothing leaves the page. */
const opened: Opened[] = [];
const look = async (...given: Parameters<typeof open>): Promise<Opened> => {
  const page = await open(...given);
  opened.push(page);
  return page;
};
afterEach(async () => {
  for (const { page, complaints } of opened.splice(0)) {
    expect(complaints).toEqual([]);
    await page.close();
  }
});

test('the front page without the data of the gallery is under 500 kB compressed', () => {
  expect(gzipSync(frontPage([])).length).toBeLessThan(500_000);
});

describe.skipIf(withoutBrowser)('the front page', { timeout: 120_000 }, () => {
  const front = (): string => saved('front.html', frontPage(rows));
  const shown = '.gallery tbody tr:not([hidden])';

  test('has a row for each certificate, and filters them by words and menus', async () => {
    const { page, shoot } = await look(front());
    expect(await page.locator(shown).count()).toBe(galleryFiles.length);
    await page.getByRole('searchbox').fill('m11 poly:5');
    const words = await page.locator(shown).allTextContents();
    expect(words.length).toBeGreaterThan(0);
    expect(words.length).toBeLessThan(galleryFiles.length);
    for (const text of words) expect(text).toMatch(/M11[\s\S]*poly:5/);
    expect(await page.locator('[data-gallery] [role=status]').textContent()).toContain(`${words.length} of `);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByLabel('Quantity').selectOption('threshold');
    const thresholds = rows.filter(({ quantities }) => quantities.includes('threshold')).length;
    await expect.poll(() => page.locator(shown).count()).toBe(thresholds);
    await page.getByRole('searchbox').fill('no such group');
    expect(await page.locator(shown).count()).toBe(0);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => page.locator(shown).count()).toBe(galleryFiles.length);
    await shoot('front');
  });

  test('sorts by order as numbers, both ways, with the keyboard', async () => {
    const { page } = await look(front());
    const orders = async (): Promise<readonly bigint[]> =>
      (
        await page
          .locator('.gallery td.number')
          .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset['key'] ?? ''))
      ).map(BigInt);
    const button = page.getByRole('button', { name: 'Order' });
    await button.focus();
    await page.keyboard.press('Enter');
    const up = await orders();
    expect(up).toEqual([...up].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    await page.keyboard.press('Enter');
    expect(await orders()).toEqual([...up].reverse().sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
    expect(await page.locator('th[aria-sort=descending]').textContent()).toBe('Order');
  });

  test('accepts a good certificate that is dropped and rejects a forged one, as the checker does', async () => {
    const { page, shoot } = await look(front());
    const forged = symmetricCertificate('119');
    await drop(page, [
      { name: 'good.json', text: symmetricCertificate('120') },
      { name: 'forged.json', text: forged },
      { name: 'broken.json', text: '{' },
    ]);
    await expect.poll(() => page.locator('[data-verdict]').count(), { timeout: 30_000 }).toBe(3);
    const verdicts = await page
      .locator('[data-verdict]')
      .evaluateAll((items) =>
        items.map((item) => [(item as HTMLElement).dataset['verdict'], (item as HTMLElement).dataset['code']]),
      );
    expect(verdicts).toEqual([
      ['malformed', 'json-syntax'],
      ['rejected', 'claim-not-implied'],
      ['accepted', 'ok'],
    ]);
    expect(await page.locator('.verdict.rejected').textContent()).toContain(checkText(forged).message);
    expect(await page.locator('.verdict.accepted .id').textContent()).toBe(checkText(symmetricCertificate('120')).id);
    expect(await page.locator('#check [role=status]').textContent()).toContain('1 accepted');
    await shoot('verdicts');
  });

  test('takes files from the file chooser too', async () => {
    const { page } = await look(front());
    await page.locator('#files').setInputFiles([saved('chosen.json', symmetricCertificate('120'))]);
    await expect.poll(() => page.locator('[data-verdict=accepted]').count(), { timeout: 30_000 }).toBe(1);
  });

  test('the slider goes from one rotation to all: the error falls to 0, and what is seen is within what is certified', async () => {
    const { page, shoot } = await look(front());
    const slider = page.getByRole('slider');
    const value = async (name: string): Promise<number> =>
      Number(await page.locator(`[data-value="${name}"]`).getAttribute('data-number'));
    const set = (n: number): Promise<void> =>
      slider.evaluate((input, chosen) => {
        (input as HTMLInputElement).value = `${chosen}`;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }, n);
    let before = Number.POSITIVE_INFINITY;
    for (const n of [1, 5, 12, 30, 60, 99, 100]) {
      await set(n);
      const certified = await value('chosen-certified');
      expect(certified).toBeLessThanOrEqual(before);
      expect(await value('chosen-seen')).toBeLessThanOrEqual(certified + 1e-9);
      expect(await value('random-seen')).toBeLessThanOrEqual((await value('random-worst')) + 1e-9);
      before = certified;
    }
    expect(before).toBe(0);
    await set(12);
    const random = await value('random-worst');
    await page.getByRole('button', { name: 'Draw other random ones' }).click();
    expect(await value('random-worst')).not.toBe(random);
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('output').textContent()).toBe('13');
    await shoot('figure');
  });

  test('a certificate of 5 MB is checked while the page goes on', async () => {
    const { page } = await look(front());
    const cycle = (c: number): string => {
      // i ↦ i + c modulo 1000, as disjoint cycles.
      const seen = new Set<number>();
      let text = '';
      for (let start = 0; start < 1000; start++) {
        if (seen.has(start)) continue;
        const points = [];
        for (let i = start; !seen.has(i); i = (i + c) % 1000) {
          seen.add(i);
          points.push(i + 1);
        }
        if (points.length > 1) text += `(${points.join(',')})`;
      }
      return text === '' ? '()' : text;
    };
    // The whole group and a quarter of it again: |ω̂| is at most 1/5.
    const elements = Array.from({ length: 1330 }, (_, i) => cycle(i % 1000));
    const text = JSON.stringify({
      format: 'reynolds-certificate',
      version: '1',
      group: 'C1000',
      functions: 'all',
      claims: [
        {
          ...{ quantity: 'AC_wk', relation: '<=', value: '1330', weights: 'uniform', epsilon: '1/16' },
          evidence: { kind: 'abelian', scheme: { elements } },
        },
      ],
    });
    expect(text.length).toBeGreaterThan(5_000_000);
    // How often the page gets to do something while the worker works.
    await page.evaluate(() => {
      const counter = globalThis as unknown as { ticks: number; longest: number };
      counter.ticks = 0;
      counter.longest = 0;
      let last = performance.now();
      const tick = (): void => {
        counter.ticks++;
        counter.longest = Math.max(counter.longest, performance.now() - last);
        last = performance.now();
        setTimeout(tick, 5);
      };
      setTimeout(tick, 5);
    });
    await page.locator('#files').setInputFiles([saved('large.json', text)]);
    const start = performance.now();
    await expect.poll(() => page.locator('[data-verdict]').count(), { timeout: 100_000 }).toBe(1);
    const waited = performance.now() - start;
    expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe(checkText(text).verdict);
    expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('accepted');
    const longest = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
    // Frozen, the longest pause would be the whole check.
    expect(longest).toBeLessThan(Math.max(waited, 1) / 2);
  });

  test.each([
    ['phone', { width: 375, height: 760 }],
    ['dark', { dark: true }],
  ])('fits: %s', async (name, looks) => {
    const { page, shoot } = await look(front(), looks);
    // Nothing sticks out to the right.
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await shoot(`front-${name}`);
  });
});

describe.skipIf(withoutBrowser)('the page of a certificate', { timeout: 120_000 }, () => {
  test.each(['S5-poly10-separation', 'S4-poly6-threshold', 'C13-all-profile', 'D8plane-poly8-separation'])(
    '%s: shows statement, pictures, proof and citations, and checks itself',
    async (start) => {
      const file = named(start);
      const { page, shoot } = await look(saved(`${start}.html`, await certificatePage([exhibit(file)])));
      expect(await page.locator('math').count()).toBeGreaterThan(0);
      expect(await page.locator('section.proof').textContent()).toContain('The checker verifies');
      await page.getByRole('button', { name: 'Check it again, here' }).click();
      await expect.poll(() => page.locator('[data-verdict=accepted]').count(), { timeout: 60_000 }).toBe(1);
      await page.getByRole('tab', { name: 'BibTeX' }).click();
      expect(await page.locator('[role=tabpanel]:not([hidden])').textContent()).toContain('@misc{reynolds-');
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('[role=tabpanel]:not([hidden])').textContent()).toContain('\\begin{theorem}');
      await shoot(start);
    },
  );

  test('gives the certificate back, byte for byte', async () => {
    const file = named('S5-poly10-separation');
    const { page } = await look(saved('download.html', await certificatePage([exhibit(file)])));
    expect(await page.locator('pre.source').textContent()).toBe(readGallery(file));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Download ${file}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
  });

  test('fits a phone, in the dark too', async () => {
    const path = saved('phone.html', await certificatePage([exhibit(named('S4-poly6-profile'))]));
    for (const dark of [false, true]) {
      const { page, shoot } = await look(path, { width: 375, height: 760, dark });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await shoot(`phone-certificate${dark ? '-dark' : ''}`);
    }
  });

  test('a hostile certificate does nothing but be shown', async () => {
    const attack = '</pre></script><script>alert(1)</script><img src=x onerror="alert(2)">\'"><svg onload=alert(3)>';
    const text = JSON.stringify({
      ...JSON.parse(symmetricCertificate('120')),
      provenance: { software: attack, seed: attack, command: `${attack} [x](javascript:alert(4)) **b**` },
    });
    expect(checkText(text).verdict).toBe('accepted');
    const file = `${attack.replaceAll('/', '_')}.json`;
    const { page } = await look(saved('hostile.html', await certificatePage([exhibit(file, text)])));
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('main script').count()).toBe(0);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(await page.locator('.facts').textContent()).toContain(attack);
    // And one that the checker refuses, dropped.
    await drop(page, [
      { name: `${attack}.json`, text: text.replace('"S5"', JSON.stringify(attack)) },
      { name: 'key.json', text: JSON.stringify({ [attack]: 1 }) },
    ]);
    await expect.poll(() => page.locator('[data-verdict=malformed]').count(), { timeout: 30_000 }).toBe(2);
    expect(await page.locator('img').count()).toBe(0);
  });

  test('the policy of the page forbids the network, whatever a script tries', async () => {
    const { page, complaints } = await look(
      saved('policy.html', await certificatePage([exhibit(named('S5-poly9-exact'))])),
    );
    const outcome = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'fetched',
        () => 'forbidden',
      ),
    );
    expect(outcome).toBe('forbidden');
    // The browser says so itself; nothing was requested.
    expect(complaints.some((complaint) => complaint.includes('Content Security Policy'))).toBe(true);
    expect(complaints.filter((complaint) => complaint.startsWith('request:'))).toEqual([]);
    complaints.length = 0;
  });
});
