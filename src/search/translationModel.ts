/**
 * The regular representation of a group of up to millions of elements, for which neither irreducibles nor a list of
 * elements are at hand: an element is the table of its left translation by rank (`operatorSum.ts`).
 */

import { leftTranslations } from '../check/moments.ts';
import type { Listing } from '../group/listing.ts';
import type { ErrorModel } from './errorModel.ts';
import { type Operator, operatorSum } from './operatorSum.ts';

interface TranslationOperator extends Operator {
  readonly table: Uint32Array;
}

export type TranslationPart = readonly (readonly TranslationOperator[])[];

const operatorOf = (table: Uint32Array): TranslationOperator => ({
  table,
  cost: 4 * table.length,
  add: (weight, from, to) => {
    for (let i = 0; i < from.length; i++) to[table[i]!]! += weight * from[i]!;
  },
  addBack: (weight, from, to) => {
    for (let i = 0; i < from.length; i++) to[i]! += weight * from[table[i]!]!;
  },
});

/** Growth: a table of |G| ranks per element; the tables of products are composed. */
export const translationModel = <G extends string>(listing: Listing<G>): ErrorModel<G, TranslationPart> => {
  const { size } = listing;
  const space = { size, invariant: new Int8Array(size).fill(1) };
  return {
    part: (elements) => leftTranslations(listing, elements).map((table) => [operatorOf(table)]),
    times: ([g], [h]) => {
      const [first, second] = [h![0]!.table, g![0]!.table];
      const table = new Uint32Array(size);
      for (let x = 0; x < size; x++) table[x] = second[first[x]!]!;
      return [[operatorOf(table)]];
    },
    timesCost: 6 * size,
    running: (n) => operatorSum([space], n),
    partSize: size / 2,
    partCost: 300 * size,
    ranked: false,
  };
};
