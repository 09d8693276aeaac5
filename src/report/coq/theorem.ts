/** A theorem about a claim, with its proof, and the two sides of a claim. */
import * as E from 'fp-ts/lib/Either.js';
import type { Claim } from '../../certificate/certificate.ts';
import type { Proof } from './syntax.ts';
import type { Declined } from './world.ts';

export interface Theorem {
  readonly statement: string;
  readonly proof: Proof;
}

export const relations = { '=': 'least', '<=': 'at_most', '>=': 'at_least' } as const;

/** Both sides of a claim, as far as its relation needs them. */
export const sides = (
  relation: Claim['relation'],
  upper: () => E.Either<Declined, Proof>,
  lower: () => E.Either<Declined, Proof>,
): E.Either<Declined, Proof> => {
  if (relation === '<=') return upper();
  if (relation === '>=') return lower();
  return E.chain((above: Proof) =>
    E.map(
      (below: Proof): Proof => ({
        definitions: [...above.definitions, ...below.definitions],
        term: `conj (${above.term})\n    (${below.term})`,
        theorems: [...above.theorems, ...below.theorems],
      }),
    )(lower()),
  )(upper());
};
