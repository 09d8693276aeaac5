/** Reads a file that may be anything: missing, a directory, a device without end, not text. */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import { decodeText, fileLimit, tooManyBytes } from '../check/document.ts';

export interface UnreadableFile {
  readonly code: 'unreadable' | 'too-long' | 'json-syntax';
  readonly message: string;
}

const refuse = (code: UnreadableFile['code'], message: string): E.Either<UnreadableFile, never> =>
  E.left({ code, message });

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a directory; name the files in it',
  ENOTDIR: 'a part of the path is a file, not a directory',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'it is a circle of symbolic links',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  EEXIST: 'it exists already and is not a directory',
};

/** A failure of the file system in words. */
export const reasonOf = (problem: unknown): string => {
  const code = (problem as NodeJS.ErrnoException).code ?? '';
  return reasons[code] ?? (code === '' ? String(problem) : `the system says ${code}`);
};

const tooLong = (): E.Either<UnreadableFile, never> => E.left(tooManyBytes);

/** Reads what there is; a pipe that has nothing yet is asked again, so that signals are still heard. */
const readWhenReady = async (handle: FileHandle, chunk: Uint8Array): Promise<number> => {
  for (;;) {
    try {
      return (await handle.read(chunk, 0, chunk.length)).bytesRead;
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EAGAIN') throw problem;
      await setTimeout(20);
    }
  }
};

const readBounded = async (handle: FileHandle): Promise<E.Either<UnreadableFile, Uint8Array>> => {
  const stats = await handle.stat();
  if (stats.isDirectory()) return refuse('unreadable', `cannot be read: ${reasons['EISDIR']}`);
  if (stats.size > fileLimit) return tooLong();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = new Uint8Array(64 * 1024);
    const bytesRead = await readWhenReady(handle, chunk);
    if (bytesRead === 0) break;
    length += bytesRead;
    if (length > fileLimit) return tooLong();
    chunks.push(chunk.subarray(0, bytesRead));
  }
  return E.right(Buffer.concat(chunks, length));
};

/** The text of a UTF-8 file of at most `fileLimit` bytes; a byte order mark is kept, for the JSON reader to refuse. */
export const readTextFile = async (path: string): Promise<E.Either<UnreadableFile, string>> => {
  let handle: FileHandle | undefined;
  try {
    // Without O_NONBLOCK, opening a named pipe waits for a writer and hears no signal.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const bytes = await readBounded(handle);
    return E.isLeft(bytes) ? bytes : decodeText(bytes.right);
  } catch (problem) {
    return refuse('unreadable', `cannot be read: ${reasonOf(problem)}`);
  } finally {
    await handle?.close().catch(() => {});
  }
};
