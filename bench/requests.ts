/**
 * What is certified and checked: the requests of the gallery, and those for kinds of evidence that no certificate of the
 * gallery has.
 */
import * as E from 'fp-ts/lib/Either.js';
import { parseEpsilons } from '../src/cli/epsilon.ts';
import { galleryRows } from '../src/cli/galleryRows.ts';
import type { Request } from '../src/prove/certify.ts';

type Row = Omit<(typeof galleryRows)[number], 'minimize'>;

export type BenchRequest = Omit<Request, 'progress'>;

/** Evidence `subgroup`: exact subgroups too large to be listed. */
const more: readonly Row[] = [
  { topic: 'exact', group: 'S8', functions: 'poly:3', seed: '0' },
  { topic: 'exact', group: 'M12', functions: 'poly:3', seed: '0' },
];

const toRequest = ({ epsilon, ...row }: Row): BenchRequest => {
  if (epsilon === undefined) return { ...row, minimize: false };
  const value = parseEpsilons(epsilon);
  if (E.isLeft(value)) throw new Error(value.left.message);
  return { ...row, epsilons: value.right, minimize: false };
};

export const requests: readonly BenchRequest[] = [...galleryRows, ...more].map(toRequest);

/** `approximate S6 all 1/4` */
export const showRequest = ({ topic, group, functions, epsilons }: BenchRequest): string =>
  [
    topic,
    group,
    ...(functions === undefined ? [] : [functions]),
    ...(epsilons ?? []).map(({ numerator, denominator }) => `${numerator}/${denominator}`),
  ].join(' ');
