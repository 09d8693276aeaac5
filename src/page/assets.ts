/** The scripts and styles that pages hold, made by scripts/browser.mjs beside this folder's build. */
import { readFileSync } from 'node:fs';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Html, trusted } from './html.ts';

const read = (name: string): string => {
  // From dist/page as from src/page.
  const url = new URL(`../../dist/browser/${name}`, import.meta.url);
  return readFileSync(url, 'utf8');
};

export type ScriptName = 'page' | 'figure';

const hashOf = (content: string): string =>
  `'sha256-${Buffer.from(sha256(Buffer.from(content, 'utf8'))).toString('base64')}'`;

/** The program of the worker, as text that the page hands to it. */
export const checkProgram = (): Html =>
  trusted(`<script type="text/plain" id="check-program">${read('check.js')}</script>`);

export const style = (): Html => trusted(`<style>${read('style.css')}</style>`);

/** Scripts, and the policy that allows these and nothing else: no network, no frames, no forms. */
export const scripts = (names: readonly ScriptName[]): { readonly markup: Html; readonly policy: string } => {
  const contents = names.map((name) => read(`${name}.js`));
  return {
    markup: trusted(contents.map((content) => `<script>${content}</script>`).join('\n')),
    policy: [
      "default-src 'none'",
      `script-src ${contents.map(hashOf).join(' ')}`,
      // Pictures have style attributes.
      "style-src 'unsafe-inline'",
      'worker-src blob:',
      'img-src data:',
      "connect-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
    ].join('; '),
  };
};
