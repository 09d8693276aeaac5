/** Stabiliser chains against enumeration by brute force. */
import { fc, test } from '@fast-check/vitest';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect } from 'vitest';
import { equalPermutations, type Permutation } from '../../src/group/permutation.ts';
import { stabiliserChain, stabiliserChainWithin } from '../../src/group/stabiliserChain.ts';
import { closureOf, isInClosure, permutationOf } from '../support/groups.ts';
import { fixed } from '../support/seed.ts';

/** A permutation that moves only few points, so that small groups are generated too. */
const gentle = (n: number): fc.Arbitrary<Permutation> =>
  fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.nat(n - 1)).map(([a, b, c]) => {
    const image = Uint32Array.from({ length: n }, (_, i) => i);
    for (const [x, y] of [
      [a, b],
      [b, c],
    ] as const)
      [image[x], image[y]] = [image[y]!, image[x]!];
    return image;
  });

const generated = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    generators: fc.array(fc.oneof(permutationOf(n), gentle(n)), { maxLength: 4 }),
    prefix: fc.shuffledSubarray(Array.from({ length: n }, (_, i) => i)),
    strangers: fc.array(permutationOf(n), { minLength: 8, maxLength: 8 }),
  }),
);

describe('stabiliserChain', () => {
  test.prop([generated], fixed(400))(
    'has the order and members that closing under products finds',
    ({ n, generators, prefix, strangers }) => {
      const closure = closureOf(n, generators);
      const chain = stabiliserChain(n, generators, prefix);
      expect(chain.order).toBe(BigInt(closure.size));
      expect(stabiliserChain(n, generators).order).toBe(chain.order);
      for (const g of strangers) expect(chain.contains(g)).toBe(isInClosure(closure, g));
      for (const g of generators) expect(chain.contains(g)).toBe(true);
    },
  );

  test.prop([generated], fixed(200))(
    'counts and lists the pointwise stabilisers of any first base points',
    ({ n, generators, prefix }) => {
      const members = [...closureOf(n, generators).values()];
      const chain = stabiliserChain(n, generators, prefix);
      expect(chain.base.slice(0, prefix.length)).toEqual(prefix);
      for (let depth = 0; depth <= chain.base.length; depth++) {
        const fixing = members.filter((g) => chain.base.slice(0, depth).every((point) => g[point] === point));
        expect(chain.stabiliserOrder(depth)).toBe(BigInt(fixing.length));
        if (fixing.length > 200) continue;
        const listed = [...chain.elements(depth)].map((g) => Array.from(g).join());
        expect(listed.sort()).toEqual(fixing.map((g) => Array.from(g).join()).sort());
      }
    },
  );

  test.prop([generated], fixed(200))('ranks the members from 0, the identity first', ({ n, generators, prefix }) => {
    const members = [...closureOf(n, generators).values()];
    const chain = stabiliserChain(n, generators, prefix);
    expect(chain.rank(members[0]!)).toBe(0);
    expect(members.map(chain.rank).sort((a, b) => a - b)).toEqual(members.map((_, i) => i));
    for (const g of members.slice(0, 50)) {
      expect(equalPermutations(chain.unrank(chain.rank(g)), g)).toBe(true);
      // Only the images of the base points are read.
      const partial = Uint32Array.from(g, (image, point) => (chain.base.includes(point) ? image : 0));
      expect(chain.rank(partial)).toBe(chain.rank(g));
    }
  });

  test.prop([generated], fixed(100))(
    'samples each member once when the source runs through all its values',
    ({ n, generators }) => {
      const chain = stabiliserChain(n, generators);
      const size = Number(chain.order);
      fc.pre(size <= 720);
      const samples = Array.from({ length: size }, (_, index) => {
        let rest = index;
        return chain.sample((k) => {
          const digit = rest % k;
          rest = Math.floor(rest / k);
          return digit;
        });
      });
      expect(new Set(samples.map(chain.rank)).size).toBe(size);
    },
  );

  test('refuses permutations of another degree', () => {
    const chain = stabiliserChain(3, [Uint32Array.of(1, 2, 0)]);
    expect(chain.contains(Uint32Array.of(1, 0))).toBe(false);
    expect(chain.contains(Uint32Array.of(1, 2, 0, 3))).toBe(false);
  });

  test('no generators, or only identities, give the trivial group', () => {
    for (const generators of [[], [Uint32Array.of(0, 1, 2)]]) {
      const chain = stabiliserChain(3, generators);
      expect([chain.order, chain.base]).toEqual([1n, []]);
      expect([...chain.elements()].length).toBe(1);
    }
  });
});

describe('stabiliserChainWithin', () => {
  const long = Uint32Array.from({ length: 60 }, (_, i) => (i + 1) % 60);
  const short = Uint32Array.from({ length: 60 }, (_, i) => (i === 0 ? 1 : i === 1 ? 0 : i));

  test('gives up when the allowance is spent, and agrees when it is enough', () => {
    expect(O.isNone(stabiliserChainWithin(1000, 60, [long, short]))).toBe(true);
    const chain = stabiliserChainWithin(1e9, 60, [long, short]);
    expect(O.isSome(chain) && chain.value.order === stabiliserChain(60, [long, short]).order).toBe(true);
  });
});
