/**
 * `npm run site [-- DIRECTORY]` makes the site of the gallery: index.html, a page for each certificate, the certificates
 * themselves. Every file works by itself from file://; there is no server.
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as E from 'fp-ts/lib/Either.js';
import { frontPage } from '../page/frontPage.ts';
import type { GalleryRow } from '../page/galleryRow.ts';
import { complain, installProcessHandlers, print, reportBug } from './console.ts';
import { exitCodes } from './exit.ts';
import { certificateNames, readGalleryFile } from './galleryFiles.ts';
import { openProgress } from './progress.ts';
import { inWorkshops } from './workshop.ts';
import { checkDirectory, writeWhole } from './writeOutput.ts';

/** Where the site is made without another wish. */
const defaultDirectory = 'dist-site';

const write = (directory: string, name: string, content: string): void => {
  const written = writeWhole(join(directory, name), content);
  if (E.isLeft(written)) throw new Error(written.left.message);
};

/** The page of one certificate, and its row; undefined after saying what is wrong. */
const makePage = async (
  directory: string,
  file: string,
  perform: Parameters<Parameters<typeof inWorkshops>[1]>[0],
): Promise<GalleryRow | undefined> => {
  const text = readGalleryFile(file) ?? '';
  const viewed = await perform.run('view', { files: [{ file, text }], home: '../index.html' }, () => {});
  if (E.isLeft(viewed)) {
    for (const { report } of viewed.left) complain(`${file} is ${report.verdict} (${report.code}): ${report.message}`);
    return undefined;
  }
  write(directory, join('certificates', file.replace(/\.json$/, '.html')), viewed.right.page);
  write(directory, join('certificates', file), text);
  return viewed.right.rows[0];
};

const makeSite = async (directory: string): Promise<boolean> => {
  const files = certificateNames();
  const progress = openProgress(false);
  try {
    const rows = await inWorkshops(files, async (workshop, file) => {
      progress.update(file, 'making its page');
      try {
        return await makePage(directory, file, workshop);
      } catch (problem) {
        complain(`${file}: ${String(problem)}`);
        return undefined;
      } finally {
        progress.finish(file);
      }
    });
    const good = rows.filter((row) => row !== undefined);
    const front = frontPage(good);
    write(directory, 'index.html', front);
    const weight = gzipSync(front).length;
    print(
      `site: ${good.length} certificates, ${files.length - good.length} left out, front page ${Math.round(weight / 1000)} kB compressed\nopen ${join(directory, 'index.html')}\n`,
    );
    return good.length === files.length;
  } finally {
    progress.stop();
  }
};

installProcessHandlers();
const [directory = defaultDirectory, ...more] = process.argv.slice(2);
const possible = checkDirectory(directory);
if (more.length > 0 || directory.startsWith('-')) {
  complain('npm run site takes the directory to write to, or nothing');
  process.exitCode = exitCodes.malformed;
} else if (E.isLeft(possible)) {
  complain(possible.left.message.replace('--out', 'the directory'));
  process.exitCode = exitCodes.malformed;
} else
  try {
    process.exitCode = (await makeSite(directory)) ? exitCodes.accepted : exitCodes.rejected;
  } catch (problem) {
    reportBug(problem);
    process.exitCode = exitCodes['internal-error'];
  }
