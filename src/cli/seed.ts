/** `--seed`: any text of bounded length. */
import * as E from 'fp-ts/lib/Either.js';
import { type Mistake, wrongInput } from './exit.ts';

/** The seed where none is given. */
export const defaultSeed = '0';

/** Longest `--seed`. */
const seedLimit = 200;

export const checkSeed = (seed: string | undefined): E.Either<Mistake, unknown> =>
  seed !== undefined && seed.length > seedLimit
    ? wrongInput(`--seed has ${seed.length} characters; the limit is ${seedLimit}`)
    : E.right(seed);
