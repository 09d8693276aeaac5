/** The gallery on disk: its certificates, `index.json`, and a README that people can browse. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as E from 'fp-ts/lib/Either.js';
import { renderMarkdownTable } from '../report/table.ts';
import { writeWhole } from './writeOutput.ts';

export const galleryDirectory = fileURLToPath(new URL('../../certificates', import.meta.url));

export const indexName = 'index.json';
export const readmeName = 'README.md';

/** One entry of `index.json`. */
export interface GalleryEntry {
  readonly file: string;
  readonly label: string;
  readonly statement: string;
  readonly id: string;
  readonly group: string;
  readonly functions: string;
}

/** The keys of an entry, in order: whatever else it has stays out of the index. */
const keysOfIndex = ['file', 'label', 'statement', 'id', 'group', 'functions'];

/** The names of all certificates there, sorted. */
export const certificateNames = (): readonly string[] => {
  try {
    return readdirSync(galleryDirectory)
      .filter((name) => name.endsWith('.json') && name !== indexName)
      .sort();
  } catch {
    return [];
  }
};

export const readGalleryFile = (name: string): string | undefined => {
  try {
    return readFileSync(join(galleryDirectory, name), 'utf8');
  } catch {
    return undefined;
  }
};

/** Writes a file unless it says that already; true if it was written. */
export const writeGalleryFile = (name: string, text: string): boolean => {
  if (readGalleryFile(name) === text) return false;
  const written = writeWhole(join(galleryDirectory, name), text);
  if (E.isLeft(written)) throw new Error(written.left.message);
  return true;
};

export const removeGalleryFile = (name: string): void => rmSync(join(galleryDirectory, name));

const byFile = (a: GalleryEntry, b: GalleryEntry): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

export const printIndex = (entries: readonly GalleryEntry[]): string =>
  `${JSON.stringify([...entries].sort(byFile), keysOfIndex, 1)}\n`;

/** Formulas of one entry that the README shows. */
const formulaLimit = 6;

const shortened = (formulas: readonly string[]): readonly string[] =>
  formulas.length <= formulaLimit
    ? formulas
    : [...formulas.slice(0, formulaLimit - 1), `… and ${formulas.length - formulaLimit + 1} more`];

/** The README; its claims are given as formulas, one list for each entry. */
export const printReadme = (entries: readonly (GalleryEntry & { readonly formulas: readonly string[] })[]): string => {
  const rows = [...entries]
    .sort(byFile)
    .map((entry) => [
      `[${entry.label}](${entry.file})`,
      `\`${entry.group}\``,
      `\`${entry.functions}\``,
      shortened(entry.formulas).join('<br>'),
      `\`${entry.id.slice(0, 16)}\``,
    ]);
  return [
    '# The gallery',
    '',
    `${entries.length} certificates, each accepted by the checker on every CI run. Check them yourself with`,
    '`npx reynolds check certificates/*-*.json`; `npx reynolds explain FILE` prints the proof of one in prose. `index.json`',
    'says the same in words, with full identities. `npm run gallery` makes all of this again from `src/cli/galleryRows.ts` and `galleryRefutations.ts`.',
    '',
    renderMarkdownTable(['certificate', 'group', 'functions', 'claims', 'identity'], rows),
  ].join('\n');
};
