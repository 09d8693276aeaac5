/**
 * `npm run site [-- DIRECTORY [FILE…]]` makes the site of the gallery, or of the certificates named: index.html, a page
 * for each certificate, the certificates themselves. Every file works by itself from file://; there is no server.
 */
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as E from 'fp-ts/lib/Either.js';
import { frontPage } from '../page/frontPage.ts';
import type { GalleryRow } from '../page/galleryRow.ts';
import { complain, installProcessHandlers, print, reportBug } from './console.ts';
import { exitCodes } from './exit.ts';
import { certificateNames, galleryDirectory } from './galleryFiles.ts';
import { type FileText, readFiles } from './manyFiles.ts';
import { openProgress } from './progress.ts';
import { inWorkshops, type Workshop } from './workshop.ts';
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
  { file, text }: FileText,
  workshop: Workshop,
): Promise<GalleryRow | undefined> => {
  const viewed = await workshop.run('view', { files: [{ file, text }], home: '../index.html' }, () => {});
  if (E.isLeft(viewed)) {
    for (const { report } of viewed.left) complain(`${file} is ${report.verdict} (${report.code}): ${report.message}`);
    return undefined;
  }
  write(directory, join('certificates', file.replace(/\.json$/, '.html')), viewed.right.page);
  write(directory, join('certificates', file), text);
  return viewed.right.rows[0];
};

const makeSite = async (directory: string, files: readonly FileText[]): Promise<boolean> => {
  const progress = openProgress(false);
  try {
    const rows = await inWorkshops(files, async (workshop, given) => {
      const { file } = given;
      progress.update(file, 'making its page');
      try {
        return await makePage(directory, given, workshop);
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
const [directory = defaultDirectory, ...named] = process.argv.slice(2);
const possible = checkDirectory(directory);
if (directory.startsWith('-')) {
  complain('npm run site takes the directory to write to and certificates, or nothing');
  process.exitCode = exitCodes.malformed;
} else if (E.isLeft(possible)) {
  complain(possible.left.message.replace('--out', 'the directory'));
  process.exitCode = exitCodes.malformed;
} else
  try {
    const texts = await readFiles(
      named.length > 0 ? named : certificateNames().map((name) => join(galleryDirectory, name)),
    );
    process.exitCode = E.isLeft(texts)
      ? texts.left
      : (await makeSite(
            directory,
            texts.right.map(({ file, text }) => ({ file: basename(file), text })),
          ))
        ? exitCodes.accepted
        : exitCodes.rejected;
  } catch (problem) {
    reportBug(problem);
    process.exitCode = exitCodes['internal-error'];
  }
