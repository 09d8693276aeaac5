/**
 * `file:g.json`, a group given explicitly in a file. It stands for `perm:…`, so certificates never depend on the file:
 *
 *   {"generators": ["(1,2,3)", "(1,2)"]}                    permutations in cycles, or windows such as "[-2,1]"
 *   {"generators": […], "images": ["()", "(1,2)"]}          acting by other permutations, one for each generator
 *   {"generators": […], "matrices": […], "conductor": "5"}  acting by real matrices over ℚ(z), z = e^{2πi/5}
 *   {"matrices": [[["0", "-1"], ["1", "0"]]]}               the group of the matrices itself; without conductor, over ℚ
 *
 * The last is written with the permutations of the orbit of the standard basis vectors, which the matrices determine.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { boundedString, closed, decodeWith } from '../certificate/codec.ts';
import { readJson } from '../certificate/json.ts';
import { generatorLimits } from '../group/notation.ts';
import { showCycles } from '../group/permutation.ts';
import { orbitOfBasis, parseMatrices } from '../representation/matrixOrbit.ts';
import { type Mistake, mistakeOf, wrongInput } from './exit.ts';
import { readTextFile } from './readInput.ts';

const prefix = 'file:';
const example = 'such as {"generators": ["(1,2,3)", "(1,2)"]}';

const permutations = t.readonlyArray(boundedString);
const matrices = t.readonlyArray(t.readonlyArray(t.readonlyArray(boundedString)));

const groupFileCodec = closed(
  {},
  { generators: permutations, images: permutations, matrices, conductor: boundedString },
);
type GroupFile = t.TypeOf<typeof groupFileCodec>;

/** What is wrong with a list of permutations, so that they cannot be joined to a text. */
const problemOfPermutations = (key: string, texts: readonly string[]): string | undefined => {
  if (texts.length === 0) return `"${key}" is empty; write the trivial group as ["()"]`;
  const strange = texts.findIndex((text) => !/^[()[\],0-9-]+$/.test(text));
  return strange < 0 ? undefined : `at ${key}/${strange}: not a permutation in cycles (1,2,3)(4,5) or a window [-2,1]`;
};

/** The group as `perm:…`, with its action where the file gives one. */
const spellOut = ({ generators, images, matrices: given, conductor }: GroupFile): E.Either<Mistake, string> => {
  for (const [key, texts] of Object.entries({ generators, images })) {
    const problem = texts === undefined ? undefined : problemOfPermutations(key, texts);
    if (problem !== undefined) return wrongInput(problem);
  }
  if (images !== undefined && given !== undefined) return wrongInput('give "images" or "matrices", not both');
  if (conductor !== undefined && given === undefined) return wrongInput('"conductor" is for "matrices"');
  if (given === undefined) {
    if (generators === undefined) return wrongInput(`there are no "generators"; it must be JSON ${example}`);
    const group = `perm:${generators.join(';')}`;
    return E.right(images === undefined ? group : `${group}@images:${images.join(';')}`);
  }
  const written = parseMatrices(conductor ?? '1', given);
  if (E.isLeft(written)) return E.left(mistakeOf(written.left));
  const action = `@matrices:${written.right.text}`;
  if (generators !== undefined) return E.right(`perm:${generators.join(';')}${action}`);
  const orbit = orbitOfBasis(written.right);
  if (E.isLeft(orbit)) return E.left(mistakeOf(orbit.left));
  const points = orbit.right.vectors.length;
  if (points > generatorLimits.degree)
    return E.left(
      mistakeOf({
        kind: 'declined',
        message:
          `the matrices permute ${points} images of the basis vectors; the limit is ${generatorLimits.degree}; ` +
          'give "generators" beside them, on fewer points',
      }),
    );
  return E.right(`perm:${orbit.right.permutations.map(showCycles).join(';')}${action}`);
};

/** The group as `perm:…` with the same action; text without `file:` is returned as it is. */
export const resolveGroup = async (text: string): Promise<E.Either<Mistake, string>> => {
  if (!text.startsWith(prefix)) return E.right(text);
  const match = /^(.*?)(@[a-z]+)?$/su.exec(text.slice(prefix.length))!;
  const [path, action] = [match[1]!, match[2] ?? ''];
  const inFile = (message: string): string => `--group file "${path}": ${message}`;
  const refuse = (message: string): E.Either<Mistake, never> => wrongInput(inFile(message));
  const content = await readTextFile(path);
  if (E.isLeft(content)) return refuse(content.left.message);
  const json = readJson(content.right);
  if (E.isLeft(json)) return refuse(`${json.left.message}; it must be JSON ${example}`);
  const decoded = decodeWith(groupFileCodec, json.right);
  if (E.isLeft(decoded)) {
    const { path: where, message } = decoded.left;
    return refuse(`${where === '' ? '' : `at ${where}: `}${message}; it must be JSON ${example}`);
  }
  const group = spellOut(decoded.right);
  if (E.isLeft(group)) return E.left({ ...group.left, message: inFile(group.left.message) });
  if (action !== '' && group.right.includes('@')) return refuse(`it gives the action itself; leave out ${action}`);
  return E.right(group.right + action);
};
