/** The gallery on disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const galleryFolder = fileURLToPath(new URL('../../certificates/', import.meta.url));
export const galleryFiles: readonly string[] = readdirSync(galleryFolder)
  .filter((name) => name.endsWith('.json') && name !== 'index.json')
  .sort();
export const readGallery = (name: string): string => readFileSync(`${galleryFolder}${name}`, 'utf8');
