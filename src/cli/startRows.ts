/** The rows of the table that `npm start` prints. */
import type { Topic } from '../prove/certify.ts';

export interface StartRow {
  readonly topic: Extract<Topic, 'separation' | 'approximate'>;
  readonly group: string;
  /** Without it, polynomials of the degree of the threshold. */
  readonly functions?: string;
  readonly epsilon: string;
}

const separation = (group: string, functions: string | undefined, epsilon: string): StartRow => ({
  topic: 'separation',
  group,
  ...(functions === undefined ? {} : { functions }),
  epsilon,
});

const approximate = (group: string, functions: string, epsilon: string): StartRow => ({
  topic: 'approximate',
  group,
  functions,
  epsilon,
});

/** poly:k at k = d(d − 1)/2, the threshold of S_d. */
const symmetric = (d: number, epsilon: string): StartRow => separation(`S${d}`, `poly:${(d * (d - 1)) / 2}`, epsilon);

export const startRows: readonly StartRow[] = [
  ...[3, 4, 5, 6, 7, 8].map((d) => symmetric(d, '1/4')),
  separation('S6', 'all', '1/4'),
  symmetric(20, '1/10'),
  approximate('S20', 'poly:2', '1/10'),
  separation('C100@plane', undefined, '1/10'),
  separation('Z2^10@signs', undefined, '1/4'),
  separation('B3', undefined, '1/4'),
  separation('D8@plane', undefined, '1/4'),
  separation('A6', undefined, '1/4'),
  separation('M11', undefined, '1/4'),
  separation('S50', 'all', '1/10'),
  approximate('S50', 'poly:1', '1/10'),
  separation('rubik', 'poly:171', '1/10'),
  separation('rubik', 'all', '1/10'),
];
