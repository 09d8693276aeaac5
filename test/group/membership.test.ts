/** What belongs to a group and what does not. */
import { test } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect } from 'vitest';
import { parsePermutation, pointCount } from '../../src/group/group.ts';
import { isEven, type Permutation } from '../../src/group/permutation.ts';
import { closureOf, isInClosure, permutationOf, withGroup, wordsOf } from '../support/groups.ts';
import { fixed } from '../support/seed.ts';
import { left, right } from '../support/unwrap.ts';

const isMember = (name: string, text: string): boolean =>
  withGroup(name, (group) => {
    const g = right(parsePermutation(group.shape, text));
    const [member, read] = [group.contains(g), E.isRight(group.parse(text))];
    expect(read).toBe(member);
    expect(group.chain().contains(g)).toBe(member);
    return member;
  });

describe('membership', () => {
  test.each([
    ['A4', '(1,2,3)'],
    ['A4', '(1,2)(3,4)'],
    ['A1000', '(1,1000)(2,999)'],
    ['C6', '(1,2,3,4,5,6)'],
    ['C6', '(1,4)(2,5)(3,6)'],
    ['D6', '(2,6)(3,5)'],
    ['D6', '(1,2)(3,6)(4,5)'],
    ['Z2^3', '[-1,2,-3]'],
    ['B3', '[-2,3,-1]'],
    ['Q8', '[-1,-2,-3,-4]'],
    ['PSL(2,7)', '(1,2,3,4,5,6,7)'],
    ['S3xC4', '(1,3)(4,6)(5,7)'],
    ['Z2^2xS3', '[1,-2,5,3,4]'],
    ['rubik', '()'],
  ])('%s contains %s', (name, text) => {
    if (name === 'A1000') {
      // Too large for a chain here: the rule for the family answers alone.
      expect(withGroup(name, (group) => E.isRight(group.parse(text)))).toBe(true);
      return;
    }
    expect(isMember(name, text)).toBe(true);
  });

  test.each([
    ['A4', '(1,2)'],
    ['A4', '(1,2,3,4)'],
    ['A7', '(1,2)(3,4)(5,6)'],
    ['C6', '(1,2)'],
    ['C6', '(2,6)(3,5)'],
    ['D6', '(1,2)'],
    ['D5', '(1,2,3,5,4)'],
    ['Z2^3', '[2,1,3]'],
    ['Q8', '[-1,2,3,4]'],
    ['Q8', '[2,1,3,4]'],
    ['PSL(2,7)', '(1,2)'],
    ['PSL(2,7)', '(2,3)(4,5)'],
    ['M11', '(1,2,3)'],
    ['M24', '(1,2)(3,4)'],
    ['S3xC4', '(3,4)'],
    ['S3xC4', '(4,5)'],
    ['S3xS3', '(1,4)(2,5)(3,6)'],
    ['Z2^2xS3', '[1,2,-3,4,5]'],
    ['Z2^2xS3', '[2,1,3,4,5]'],
    ['Z2^2xS3', '[1,2,4,5,-3]'],
    ['Z2^2xS3', '[3,2,1,4,5]'],
  ])('%s does not contain %s', (name, text) => {
    expect(isMember(name, text)).toBe(false);
    expect(withGroup(name, (group) => left(group.parse(text)))).toContain('is not in');
  });

  test.prop([permutationOf(9)], fixed(200))('A9 is the even permutations; S9 all of them', (g) => {
    withGroup('A9', (group) => {
      expect(group.contains(g)).toBe(isEven(g));
      expect(group.chain().contains(g)).toBe(isEven(g));
    });
    withGroup('S9', (group) => {
      expect(group.contains(g)).toBe(true);
    });
  });

  test.each(['S5', 'A5', 'C5', 'C6', 'D5', 'D6', 'D3', 'S3xC3', 'S2xC2xC2', 'PSL(2,5)'])(
    '%s: the rule, the chain and closing under products agree on every permutation',
    (name) => {
      withGroup(name, (group) => {
        const n = group.shape.degree;
        const closure = closureOf(n, group.generators);
        expect(group.order).toBe(BigInt(closure.size));
        const everything = closureOf(
          n,
          withGroup(`S${n}`, (symmetric): readonly Permutation[] => symmetric.generators),
        );
        for (const g of everything.values()) {
          const member = isInClosure(closure, g);
          expect(group.contains(g)).toBe(member);
          expect(group.chain().contains(g)).toBe(member);
        }
      });
    },
  );

  test.each(['B3', 'Z2^3', 'Q8', 'Z2^1xS2', 'Z2^1xB2', 'S3xZ2^1'])(
    '%s: the same among all signed permutations',
    (name) => {
      withGroup(name, (group) => {
        const closure = closureOf(pointCount(group.shape), group.generators);
        expect(group.order).toBe(BigInt(closure.size));
        const everything = withGroup(`B${group.shape.degree}`, (all) =>
          closureOf(pointCount(all.shape), all.generators),
        );
        for (const g of everything.values()) expect(group.contains(g)).toBe(isInClosure(closure, g));
      });
    },
  );

  test.each(['B3', 'Z2^3', 'Q8', 'Z2^2xS3', 'S3xZ2^2', 'Z2^1xC3', 'perm:[2,-1,3];[2,3,1]'])(
    '%s: a permutation of ± coordinates that does not commute with negation is not a member',
    (name) => {
      withGroup(name, (group) => {
        const n = group.shape.degree;
        for (const g of [group.empty, ...group.generators])
          for (let a = 0; a < 2 * n; a++)
            for (let b = 0; b < a; b++) {
              const changed = Uint32Array.from(g);
              [changed[a], changed[b]] = [changed[b]!, changed[a]!];
              const commutes = changed.every((image, i) => changed[(i + n) % (2 * n)] === (image + n) % (2 * n));
              if (!commutes) expect(group.contains(changed)).toBe(false);
            }
      });
    },
  );

  test('a permutation of another degree is not a member', () => {
    for (const name of ['S3', 'A3', 'C3', 'D3', 'M11', 'S3xC4', 'perm:(1,2,3)'])
      withGroup(name, (group) => {
        const more = Uint32Array.from({ length: group.shape.degree + 1 }, (_, i) => i);
        expect(group.contains(more)).toBe(false);
        expect(group.contains(more.slice(0, -2))).toBe(false);
      });
  });
});

describe("Rubik's cube", () => {
  const solved = (text: string): boolean => isMember('rubik', text);

  test.prop([withGroup('rubik', (group) => wordsOf(group, 60).map((g): Permutation => g))], fixed(50))(
    'contains every sequence of turns, and none with a corner twisted, an edge flipped or two pieces exchanged',
    (g) => {
      withGroup('rubik', (group) => {
        expect(group.contains(g)).toBe(true);
        for (const text of ['(6,11,17)', '(7,18)', '(7,5)(18,13)', '(6,8)(11,19)(17,25)']) {
          const change = right(parsePermutation(group.shape, text));
          const changed = Uint32Array.from(change, (i) => g[i]!);
          expect(group.contains(changed)).toBe(false);
        }
      });
    },
  );

  // Facelets 6, 17, 11 are the corner up–left–front; 8, 25, 19 up–front–right; 7, 18 and 5, 10 … are edges.
  test('a twisted corner, alone, is impossible in either direction', () => {
    expect(solved('(6,11,17)')).toBe(false);
    expect(solved('(6,17,11)')).toBe(false);
  });

  test('two corners twisted against each other are possible, the same way are not', () => {
    const [one, other] = [solved('(6,11,17)(8,25,19)'), solved('(6,11,17)(8,19,25)')];
    expect([one, other].filter(Boolean).length).toBe(1);
  });

  test('a flipped edge is impossible; two are possible', () => {
    expect(solved('(7,18)')).toBe(false);
    expect(solved('(5,26)')).toBe(false);
    expect(solved('(7,18)(5,26)')).toBe(true);
  });

  test('all twelve edges flipped (the superflip) is possible', () => {
    expect(solved('(2,34)(4,10)(5,26)(7,18)(12,37)(13,20)(15,44)(21,28)(23,42)(29,36)(31,45)(39,47)')).toBe(true);
  });

  test('moving a sticker to another piece is impossible', () => {
    expect(solved('(1,2)')).toBe(false);
    expect(solved('(1,3,8,6)')).toBe(false);
  });
});
