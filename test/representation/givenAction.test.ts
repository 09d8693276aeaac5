/** `@images:` and `@matrices:` and `@sign`: homomorphisms, canonical notation, faithfulness, and what is refused. */
import { fc, test } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect } from 'vitest';
import type { Element } from '../../src/group/group.ts';
import { listGroup } from '../../src/group/listing.ts';
import type { Problem } from '../../src/group/notation.ts';
import { compose, isEven } from '../../src/group/permutation.ts';
import { type Instance, isNaturalAction, parseInstance } from '../../src/representation/action.ts';
import { matrixOf } from '../support/actions.ts';
import { elementsOf, withInstance } from '../support/groups.ts';
import { fixed } from '../support/seed.ts';
import { left } from '../support/unwrap.ts';

const every = <G extends string>({ group }: Instance<G>): readonly Element<G>[] => {
  const listing = listGroup(group)!;
  return Array.from({ length: listing.size }, (_, i) => listing.unrank(i));
};

const s3 = 'perm:(1,2,3);(1,2)';

describe.each([
  // S3 on its three points, on pairs of points, by its sign, trivially.
  [`${s3}@images:(1,2,3);(1,2)`, 'permutation', 3, true],
  [`${s3}@images:(1,2,3)(4,5,6);(1,2)(4,5)`, 'permutation', 6, true],
  [`${s3}@images:();(1,2)`, 'permutation', 2, false],
  [`${s3}@images:[1];[-1]`, 'signed', 1, false],
  [`${s3}@images:();()`, 'permutation', 1, false],
  [`${s3}@images:[2,3,1];[-2,-1,-3]`, 'signed', 3, true],
  // S4 onto S3, D4 onto a group of order 4, B2 by its permutations.
  ['perm:(1,2,3,4);(1,2)@images:(1,3);(2,3)', 'permutation', 3, false],
  ['perm:(1,2,3,4);(1,3)@images:[-1,2];[1,-2]', 'signed', 2, false],
  ['perm:[-1,2];[2,1]@images:();(1,2)', 'permutation', 2, false],
  ['perm:()@images:()', 'permutation', 1, true],
  ['S4@sign', 'signed', 1, false],
  ['S2@sign', 'signed', 1, true],
  ['A2@sign', 'signed', 1, true],
  ['A3@sign', 'signed', 1, false],
  ['C4@sign', 'signed', 1, false],
  ['S2xS2@sign', 'signed', 1, false],
  ['perm:(1,2)(3,4)@sign', 'signed', 1, false],
  ['perm:(1,2)@sign', 'signed', 1, true],
] as const)('%s', (text, kind, dimension, faithful) => {
  withInstance(text, <G extends string>(instance: Instance<G>) => {
    const { action, group, notation } = instance;

    test('is written as it was read; kind, dimension and faithfulness', () => {
      expect(notation).toBe(text);
      expect([action.kind, action.dimension, instance.faithful]).toEqual([kind, dimension, faithful]);
    });

    test.prop([elementsOf(group), elementsOf(group)], fixed(60))('multiplies', (g, h) => {
      if (action.kind !== 'permutation' && action.kind !== 'signed') throw new Error('coordinates are permuted');
      expect(Array.from(action.image(group.concat(g, h)))).toEqual(
        Array.from(compose(action.image(g), action.image(h))),
      );
    });

    test('faithful is injective', () => {
      const images = new Set(every(instance).map((g) => matrixOf(action, g).join(';')));
      expect(BigInt(images.size) === group.order).toBe(faithful);
    });
  });
});

test('@sign is the sign', () => {
  withInstance('S4@sign', (instance) => {
    for (const g of every(instance)) expect(matrixOf(instance.action, g)).toEqual([[isEven(g) ? 1n : -1n]]);
  });
});

test('an action is natural if it is what the elements say, however it is written', () => {
  const natural = (text: string): boolean => withInstance(text, isNaturalAction);
  for (const text of ['S4', 'B3', 'D4@vertices', 'Oh@space', `${s3}@images:(1,2,3);(1,2)`])
    expect(natural(text)).toBe(true);
  for (const text of ['S4@regular', 'D4@plane', 'Ih@space', `${s3}@images:(1,2,3);(2,3)`, 'S2@sign', 'S1@sign'])
    expect(natural(text)).toBe(false);
});

describe('canonical notation', () => {
  test.each([
    [`${s3}@images:(3,1,2);(2,1)`, `${s3}@images:(1,2,3);(1,2)`],
    ['perm:(2,1)@matrices:5:[[1-1]]', undefined],
    ['perm:(2,1)@matrices:5:[[1,0],[z^5-1,-1]]', 'perm:(1,2)@matrices:5:[[1,0],[0,-1]]'],
    ['perm:(2,1)@matrices:5:[[z+z^4,z^4+z],[0,-z-z^4]]', undefined],
    ['perm:(1,2)@matrices:3:[[z+z^2]]', 'perm:(1,2)@matrices:3:[[-1]]'],
    ['perm:(2,3,1)@matrices:1:[[0,-1],[1,-1]]', 'perm:(1,2,3)@matrices:1:[[0,-1],[1,-1]]'],
    ['perm:(1,2)@natural', 'perm:(1,2)'],
  ] as const)('%s', (text, canonical) => {
    const answer = parseInstance(text, (instance) => E.right(instance.notation));
    expect(E.isRight(answer) ? answer.right : undefined).toBe(canonical);
    if (canonical !== undefined) expect(withInstance(canonical, ({ notation }) => notation)).toBe(canonical);
  });
});

describe('refusals', () => {
  const problemOf = (text: string): Problem => left(parseInstance(text, () => E.right(undefined)));

  test.each([
    [`${s3}@images:(1,2);()`, 'no homomorphism'],
    [`${s3}@images:(1,2,3);(1,2,3)`, 'no homomorphism'],
    [`${s3}@images:[-1];[1]`, 'no homomorphism'],
    [`${s3}@images:(1,2,3)`, 'there are 1 images for 2 generators'],
    [`${s3}@images:(1,2,3);(1,2);()`, 'there are 3 images for 2 generators'],
    [`${s3}@images:`, 'is not in cycle notation'],
    [`${s3}@images:(1,2,3);[1,2]`, 'is not in cycle notation'],
    [`${s3}@images:[1,2];[1,2,3]`, 'images, not'],
    [`${s3}@images:[1,2];(1,2)`, 'is not a signed permutation'],
    [`${s3}@images:(1,2,2);(1,2)`, 'occurs twice'],
    ['perm:(1,2)@matrices:', 'is no matrix'],
    ['perm:(1,2)@matrices:[[1]]', 'is no matrix'],
    ['perm:(1,2)@matrices:1:', 'is no matrix'],
    ['perm:(1,2)@matrices:1:1', 'is no matrix'],
    ['perm:(1,2)@matrices:1:[1]', 'is no matrix'],
    ['perm:(1,2)@matrices:1:[[1],]', 'is no matrix'],
    ['perm:(1,2)@matrices:1:[[1]] ', 'is no matrix'],
    ['perm:(1,2)@matrices:1:[[[1]]]', 'is no matrix'],
    ['perm:(1,2)@matrices:0:[[1]]', 'is no conductor'],
    ['perm:(1,2)@matrices:01:[[1]]', 'is no conductor'],
    ['perm:(1,2)@matrices:x:[[1]]', 'is no conductor'],
    ['perm:(1,2)@matrices:1:[[]]', '"" is not a number'],
    ['perm:(1,2)@matrices:1:[[1,0]]', 'matrix 1 is not 1 × 1'],
    ['perm:(1,2)@matrices:1:[[1,0],[0]]', 'matrix 1 is not 2 × 2'],
    ['perm:(1,2);(1,2)@matrices:1:[[1]];[[1,0],[0,1]]', 'matrix 2 is not 1 × 1'],
    ['perm:(1,2)@matrices:1:[[0.5]]', '"0.5" is not a number such as -1/2; z needs'],
    ['perm:(1,2)@matrices:1:[[z]]', 'z needs a conductor above 1'],
    ['perm:(1,2)@matrices:5:[[2z]]', '"2z" is not a number such as -1/2 or z+1/3*z^2'],
    ['perm:(1,2)@matrices:4:[[z]]', '"z" is not real'],
    ['perm:(1,2)@matrices:1:[[0]]', 'matrix 1 is singular'],
    ['perm:(1,2)@matrices:1:[[1,1],[0,0]]', 'matrix 1 is singular'],
    ['perm:(1,2,3)@matrices:1:[[-1]]', 'no homomorphism'],
    ['perm:(1,2);(3,4)@matrices:1:[[-1]]', 'there are 1 images for 2 generators'],
  ])('%s is malformed: … %s …', (text, expected) => {
    const problem = problemOf(text);
    expect(problem.message).toContain(expected);
    expect(problem.kind).toBe('malformed');
  });

  test.each([
    ['an infinite group of shears', 'perm:(1,2)@matrices:1:[[1,1],[0,1]]', 'is the group finite?'],
    ['an infinite group of dilations', 'perm:(1,2)@matrices:1:[[2]]', 'more than 200 digits'],
    ['an infinite group of rotations', 'perm:(1,2)@matrices:1:[[3/5,-4/5],[4/5,3/5]]', 'more than 200 digits'],
    ['a large conductor', 'perm:(1,2)@matrices:1001:[[1]]', 'above the limit 1000'],
    ['a longer conductor', `perm:(1,2)@matrices:${'9'.repeat(100)}:[[1]]`, 'above the limit 1000'],
    [
      'a large matrix',
      `perm:(1,2)@matrices:1:[${new Array<string>(25).fill(`[${new Array<string>(25).fill('0').join()}]`).join()}]`,
      'dimension 25; the limit is 24',
    ],
    [
      'a large matrix over a large field',
      `perm:(1,2)@matrices:97:[${new Array<string>(8).fill(`[${new Array<string>(8).fill('0').join()}]`).join()}]`,
      'too much work',
    ],
    ['251 points', 'perm:(1,2)@images:(1,251)', '@images: takes permutations of at most 250 points, not 251'],
    ['51 matrices', `perm:(1,2)@matrices:1:${new Array<string>(51).fill('[[1]]').join(';')}`, 'the limit is 50'],
  ])('%s is declined', (_, text, expected) => {
    expect(problemOf(text)).toEqual({ kind: 'declined', message: expect.stringContaining(expected) });
  });

  test('actions longer than the limit of texts are malformed', () => {
    expect(problemOf(`perm:(1,2)@matrices:1:[[${'1'.repeat(30_000)}]]`)).toEqual({
      kind: 'malformed',
      message: 'the group is longer than 20000 characters',
    });
  });

  test.prop(
    [
      fc.constantFrom('images:', 'matrices:1:', 'matrices:5:', 'matrices:', 'sign', ''),
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'[],;()-+*/^z0125 ') })),
    ],
    fixed(2000),
  )('no text makes it throw, and every message is one line without control characters', (name, text) => {
    const answer = parseInstance(`perm:(1,2)@${name}${text}`, ({ notation }) => E.right(notation));
    if (E.isLeft(answer)) expect(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(answer.left.message)).toBe(false);
    else expect(withInstance(answer.right, ({ notation }) => notation)).toBe(answer.right);
  });
});
