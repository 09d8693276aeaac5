/**
 * `npm run gallery` makes the certificates of `galleryRows.ts` again; with `--check` it changes nothing and checks that
 * every certificate is accepted and that names, index and README agree with the files.
 */
import * as E from 'fp-ts/lib/Either.js';
import { fileNameOf, identityOf, labelOf } from '../certificate/identity.ts';
import { certificateInWords, claimAsFormula, refutationInWords } from '../certificate/statement.ts';
import { readCertificate } from '../check/index.ts';
import { complain, installProcessHandlers, print, reportBug } from './console.ts';
import { type ExitCode, exitCodes } from './exit.ts';
import {
  certificateNames,
  type GalleryEntry,
  indexName,
  printIndex,
  printReadme,
  readGalleryFile,
  readmeName,
  removeGalleryFile,
  writeGalleryFile,
} from './galleryFiles.ts';
import { findRefutations, refutationRows } from './galleryRefutations.ts';
import { galleryRows } from './galleryRows.ts';
import { openProgress, type ProgressLine } from './progress.ts';
import { inWorkshops } from './workshop.ts';

/** What index and README say of a file. */
type Entry = GalleryEntry & { readonly formulas: readonly string[] };

/** The entry of a file, read from its contents; undefined where it is not a certificate or is misnamed. */
const entryOf = (file: string, text: string): E.Either<string, Entry> => {
  const certificate = readCertificate(text);
  if (E.isLeft(certificate)) return E.left(certificate.left.message);
  const topic = /-([a-z]+)-[0-9a-f]{8}\.json$/.exec(file)?.[1] ?? '';
  const rightName = fileNameOf(certificate.right, topic);
  if (rightName !== file) return E.left(`by its contents it must be named ${rightName}`);
  const { group, functions } = certificate.right;
  return E.right({
    file,
    label: labelOf(certificate.right, topic),
    statement: certificateInWords(certificate.right),
    id: identityOf(certificate.right),
    group,
    functions,
    formulas: [
      ...[refutationInWords(certificate.right) ?? []].flat(),
      ...certificate.right.claims.map((claim) => claimAsFormula(certificate.right, claim)),
    ],
  });
};

const entriesOf = (files: readonly string[]): readonly E.Either<string, Entry>[] =>
  files.map((file) => entryOf(file, readGalleryFile(file) ?? ''));

const withProgress = async <R>(work: (progress: ProgressLine) => Promise<R>): Promise<R> => {
  const progress = openProgress(false);
  try {
    return await work(progress);
  } finally {
    progress.stop();
  }
};

const checkFiles = (files: readonly string[]): Promise<readonly string[]> =>
  withProgress((progress) =>
    inWorkshops(files, async (workshop, file) => {
      progress.update(file, 'checking');
      try {
        const { verdict, code, message } = await workshop.run('check', { text: readGalleryFile(file) ?? '' }, () => {});
        return verdict === 'accepted' ? '' : `${verdict} ${code}: ${message}`;
      } catch (problem) {
        return String(problem);
      } finally {
        progress.finish(file);
      }
    }),
  );

const checkGallery = async (): Promise<ExitCode> => {
  const files = certificateNames();
  const verdicts = await checkFiles(files);
  const entries = entriesOf(files);
  const problems = files.map((_, i) => {
    const entry = entries[i]!;
    return verdicts[i] !== '' ? verdicts[i]! : E.isLeft(entry) ? entry.left : '';
  });
  for (const [i, problem] of problems.entries()) if (problem !== '') complain(`${files[i]}: ${problem}`);
  const good = entries.flatMap((entry) => (E.isRight(entry) ? [entry.right] : []));
  const stale = [
    ...(readGalleryFile(indexName) === printIndex(good) ? [] : [indexName]),
    ...(readGalleryFile(readmeName) === printReadme(good) ? [] : [readmeName]),
  ];
  for (const name of stale) complain(`certificates/${name} does not agree with the files; run npm run gallery`);
  const refused = problems.filter((problem) => problem !== '').length + stale.length;
  print(`gallery: ${files.length - (refused - stale.length)} accepted, ${refused} not accepted\n`);
  return refused === 0 && files.length > 0 ? exitCodes.accepted : exitCodes.rejected;
};

/** Finds and writes the refutations; undefined for a row that gave none. */
const buildRefutations = (): Promise<readonly (readonly string[] | undefined)[]> =>
  withProgress(async (progress) => {
    const made: (readonly string[] | undefined)[] = [];
    for (const row of refutationRows) {
      const found = await findRefutations(row, progress);
      if (E.isLeft(found)) complain(`${row.claim}: ${found.left}`);
      made.push(E.isLeft(found) ? undefined : found.right.map(({ fileName }) => fileName));
      if (E.isRight(found)) for (const { fileName, text } of found.right) writeGalleryFile(fileName, text);
    }
    return made;
  });

const buildGallery = async (): Promise<ExitCode> => {
  let written = 0;
  const made = await withProgress((progress) =>
    inWorkshops(galleryRows, async (workshop, row) => {
      const name = [row.topic, row.group, row.functions, row.epsilon].filter((part) => part !== undefined).join(' ');
      progress.begin(name);
      try {
        const certified = await workshop.run('certify', row, (...news) => progress.update(name, ...news));
        if (E.isLeft(certified)) {
          complain(`${name}: ${certified.left.message}`);
          return undefined;
        }
        if (writeGalleryFile(certified.right.fileName, certified.right.text)) written++;
        return certified.right.fileName;
      } catch (problem) {
        complain(`${name}: ${String(problem)}`);
        return undefined;
      } finally {
        progress.finish(name);
      }
    }),
  );
  const refutations = await buildRefutations();
  const failed = [...made, ...refutations].filter((file) => file === undefined).length;
  const kept = [...made, ...refutations.flatMap((files) => files ?? [])];
  const stale = certificateNames().filter((file) => !kept.includes(file));
  for (const file of stale) removeGalleryFile(file);
  const entries = entriesOf(certificateNames()).flatMap((entry) => (E.isRight(entry) ? [entry.right] : []));
  for (const [name, text] of [
    [indexName, printIndex(entries)],
    [readmeName, printReadme(entries)],
  ] as const)
    if (writeGalleryFile(name, text)) written++;
  print(
    `gallery: ${entries.length} certificates, ${written} files written, ${stale.length} removed, ${failed} requests failed\n`,
  );
  return failed === 0 ? exitCodes.accepted : exitCodes.declined;
};

installProcessHandlers();
const options = process.argv.slice(2);
if (options.some((option) => option !== '--check') || options.length > 1) {
  complain(`npm run gallery takes --check or nothing, not "${options.join(' ')}"`);
  process.exitCode = exitCodes.malformed;
} else
  try {
    process.exitCode = await (options.length === 1 ? checkGallery() : buildGallery());
  } catch (problem) {
    reportBug(problem);
    process.exitCode = exitCodes['internal-error'];
  }
