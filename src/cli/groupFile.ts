/**
 * `file:g.json`, a group given by explicit generators in a file: `{"generators": ["(1,2,3)", "(1,2)"]}` in cycles, or
 * in windows of signed permutations such as `[-2,1]`. It stands for `perm:…`, so certificates never depend on the
 * file.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { boundedString, closed, decodeWith } from '../certificate/codec.ts';
import { readJson } from '../certificate/json.ts';
import { type Mistake, wrongInput } from './exit.ts';
import { readTextFile } from './readInput.ts';

const prefix = 'file:';
const example = 'such as {"generators": ["(1,2,3)", "(1,2)"]}';

const groupFileCodec = closed({ generators: t.readonlyArray(boundedString) });

/** The group as `perm:…` with the same action; text without `file:` is returned as it is. */
export const resolveGroup = async (text: string): Promise<E.Either<Mistake, string>> => {
  if (!text.startsWith(prefix)) return E.right(text);
  const match = /^(.*?)(@[a-z]+)?$/su.exec(text.slice(prefix.length))!;
  const path = match[1]!;
  const refuse = (message: string): E.Either<Mistake, never> => wrongInput(`--group file "${path}": ${message}`);
  const content = await readTextFile(path);
  if (E.isLeft(content)) return refuse(content.left.message);
  const json = readJson(content.right);
  if (E.isLeft(json)) return refuse(`${json.left.message}; it must be JSON ${example}`);
  const decoded = decodeWith(groupFileCodec, json.right);
  if (E.isLeft(decoded)) {
    const { path: where, message } = decoded.left;
    return refuse(`${where === '' ? '' : `at ${where}: `}${message}; it must be JSON ${example}`);
  }
  const { generators } = decoded.right;
  if (generators.length === 0) return refuse(`"generators" is empty; write the trivial group as ["()"]`);
  const strange = generators.findIndex((generator) => !/^[()[\],0-9-]+$/.test(generator));
  if (strange >= 0)
    return refuse(`at generators/${strange}: not a permutation in cycles (1,2,3)(4,5) or a window [-2,1]`);
  return E.right(`perm:${generators.join(';')}${match[2] ?? ''}`);
};
