/** Bytes as the text of a document, the same for files of the command line and of the browser. */
import * as E from 'fp-ts/lib/Either.js';

/** Longest file that is read, in bytes. */
export const fileLimit = 64 * 1024 * 1024;

export interface UndecodableBytes {
  readonly code: 'too-long' | 'json-syntax';
  readonly message: string;
}

export const tooManyBytes: UndecodableBytes = {
  code: 'too-long',
  message: `the file has more than ${fileLimit} bytes, the limit`,
};

/** UTF-8 of at most `fileLimit` bytes; a byte order mark is kept, for the JSON reader to refuse. */
export const decodeText = (bytes: Uint8Array): E.Either<UndecodableBytes, string> => {
  if (bytes.length > fileLimit) return E.left(tooManyBytes);
  try {
    return E.right(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return E.left({ code: 'json-syntax', message: 'not JSON: the file is not UTF-8 text' });
  }
};
