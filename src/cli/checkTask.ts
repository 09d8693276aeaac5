/** Checks the text of one file. */
import * as E from 'fp-ts/lib/Either.js';
import { checkText, type Report, readClaimFile } from '../check/index.ts';
import type { Progress } from '../prove/certify.ts';

export interface CheckInput {
  readonly text: string;
  /** The text of a claim file that `claimFileTask` found well-formed. */
  readonly claim?: string;
}

/** What is wrong with a claim file, or undefined. */
export const claimFileTask = async (text: string): Promise<string | undefined> => {
  const claims = readClaimFile(text);
  return E.isLeft(claims) ? claims.left.message : undefined;
};

export const checkTask = async ({ text, claim }: CheckInput, progress: Progress): Promise<Report> => {
  const claims = claim === undefined ? undefined : readClaimFile(claim);
  if (claims !== undefined && E.isLeft(claims)) throw new Error(`the claim file changed: ${claims.left.message}`);
  progress('checking');
  return checkText(text, claims?.right);
};
