/** Certificates for tests: made by the prover, edited as plain data, checked as text. */

import { parseRational } from '../../src/algebra/rational.ts';
import { toData } from '../../src/certificate/identity.ts';
import { checkText, type Report } from '../../src/check/index.ts';
import { certify, type Topic } from '../../src/prove/certify.ts';
import { right, some } from './unwrap.ts';

/** JSON data that tests may edit. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface Wish {
  readonly topic: Topic;
  readonly group: string;
  readonly functions?: string;
  readonly epsilon?: string;
  readonly seed?: string;
  readonly minimize?: boolean;
}

/** What `certify` makes of the wish; a refusal fails the test. */
export const certificateFor = ({ topic, group, functions, epsilon, seed = 'test', minimize = false }: Wish) =>
  right(
    certify({
      topic,
      group,
      seed,
      minimize,
      progress: () => undefined,
      ...(functions === undefined ? {} : { functions }),
      ...(epsilon === undefined ? {} : { epsilons: [some(parseRational(epsilon))] }),
    }),
  );

/** The same as data, with `provenance` left out. */
export const dataFor = (wish: Wish): JsonObject => {
  const { provenance: _, ...mathematics } = toData(certificateFor(wish));
  return JSON.parse(JSON.stringify(mathematics)) as JsonObject;
};

export const checkData = (data: Json): Report => checkText(JSON.stringify(data));

/** A document of the format. */
export const documentOf = (group: string, functions: string, ...claims: readonly JsonObject[]): JsonObject => ({
  format: 'reynolds-certificate',
  version: '1',
  group,
  functions,
  claims: [...claims],
});
