/** The moments T_m = (ω̃*ω)^{*m}(e) against their definition by convolution. */
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { rational } from '../../src/algebra/rational.ts';
import { type Scheme, uniformScheme, weightedScheme } from '../../src/averaging/scheme.ts';
import { scaledMoments } from '../../src/check/moments.ts';
import { symmetricGroup } from '../../src/group/families.ts';
import { listGroup } from '../../src/group/listing.ts';
import { right } from '../support/unwrap.ts';

const group = symmetricGroup(4);
const listing = listGroup(group)!;
const element = (text: string) => right(group.parse(text));

/** By convolution of functions given by ranks, in big integers. */
const byDefinition = (scheme: Scheme<'S4'>, m: number): bigint => {
  const { size, rank, unrank } = listing;
  const square = new Array<bigint>(size).fill(0n);
  scheme.elements.forEach((s, i) => {
    scheme.elements.forEach((t, j) => {
      square[rank(group.concat(group.inverse(s), t))]! += scheme.weights[i]! * scheme.weights[j]!;
    });
  });
  let power: bigint[] = Array.from({ length: size }, (_, i) => (i === 0 ? 1n : 0n));
  for (let step = 0; step < m; step++) {
    const next = new Array<bigint>(size).fill(0n);
    power.forEach((x, g) => {
      square.forEach((y, h) => {
        next[rank(group.concat(unrank(g), unrank(h)))]! += x * y;
      });
    });
    power = next;
  }
  return power[0]!;
};

const schemes: readonly [string, Scheme<'S4'>][] = [
  ['uniform', uniformScheme(['()', '(1,2)', '(1,2,3,4)', '(2,3,4)', '(2,3,4)'].map(element))],
  [
    'signed, large weights',
    E.getOrElseW(() => {
      throw new Error('weights');
    })(
      weightedScheme(group, ['()', '(1,2)', '(1,2,3,4)'].map(element), [
        rational(2_000_003n, 1_000_000n),
        rational(-1_000_001n, 1_000_000n),
        rational(-2n, 1_000_000n),
      ]),
    ),
  ],
];

describe.each(schemes)('%s weights', (_, scheme) => {
  test('moments 1 to 9', () => {
    const moments = scaledMoments(listing, scheme, 9);
    expect(moments).toEqual(Array.from({ length: 9 }, (_, i) => byDefinition(scheme, i + 1)));
  });
});
