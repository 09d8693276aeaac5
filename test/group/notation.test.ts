/** Reading groups: canonical notation, and refusals that say what would be right. */
import { fc, test } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect } from 'vitest';
import { generatedGroup, generatorLimits, type Problem, parseGroup } from '../../src/group/notation.ts';
import { equalPermutations, showCycles } from '../../src/group/permutation.ts';
import { groupFacts, permutationOf, withGroup } from '../support/groups.ts';
import { fixed } from '../support/seed.ts';
import { left } from '../support/unwrap.ts';

const problemOf = (text: string): Problem => left(parseGroup(text, () => E.right(undefined)));

describe('notation', () => {
  test.each(groupFacts.map(({ notation }) => notation))('%s is shown as it is written', (text) => {
    expect(withGroup(text, (group) => group.notation)).toBe(text);
  });

  test.prop(
    [
      fc.integer({ min: 1, max: 9 }).chain((n) => fc.array(permutationOf(n), { minLength: 1, maxLength: 4 })),
      fc.nat(8),
    ],
    fixed(200),
  )('perm: is canonical after one reading, which keeps the group', (generators, turn) => {
    // The same cycles started elsewhere.
    const respelled = generators.map((g) =>
      showCycles(g).replaceAll(/\(([0-9,]+)\)/g, (_, body: string) => {
        const points = body.split(',');
        return `(${points.map((_, i) => points[(i + turn) % points.length]).join(',')})`;
      }),
    );
    withGroup(`perm:${respelled.join(';')}`, (first) => {
      withGroup(first.notation, (second) => {
        expect(second.notation).toBe(first.notation);
        expect([second.order, second.shape]).toEqual([first.order, first.shape]);
        expect(second.generators.length).toBe(generators.length);
        first.generators.forEach((g, i) => {
          expect(equalPermutations(g, second.generators[i]!)).toBe(true);
        });
      });
    });
  });

  test('perm: with signs', () => {
    withGroup('perm:[2,-1,3];[2,3,1]', (group) => {
      expect(group.shape).toEqual({ kind: 'signed', degree: 3 });
      expect(group.order).toBe(24n);
    });
    expect(withGroup('perm:[-1]', (group) => group.order)).toBe(2n);
  });

  test('the degree of perm: is the largest point that occurs', () => {
    expect(withGroup('perm:(1,2);(3,9)', (group) => group.shape.degree)).toBe(9);
    expect(withGroup('perm:()', (group) => [group.shape.degree, group.order])).toEqual([1, 1n]);
  });
});

describe('refusals', () => {
  const unknown = 'known are S5 A7 C12';
  test.each([
    ['', 'no group given'],
    ['', unknown],
    [' ', unknown],
    ['G5', unknown],
    ['s5', unknown],
    ['S', unknown],
    ['S-1', unknown],
    ['S+5', unknown],
    ['S5.0', unknown],
    ['S1e3', unknown],
    [' S5', unknown],
    ['S5 ', unknown],
    ['S5\n', unknown],
    ['S٥', unknown],
    ['S5,S6', unknown],
    ['M10', unknown],
    ['M13', unknown],
    ['Q16', unknown],
    ['Rubik', unknown],
    ['Z2', unknown],
    ['Z3^2', unknown],
    ['PSL(2,7', unknown],
    ['PSL(3,2)', unknown],
    ['PSL(2, 7)', unknown],
    ['constructor', unknown],
    ['__proto__', unknown],
    ['toString', unknown],
    ['x', 'empty factor'],
    ['S3x', 'empty factor'],
    ['xS3', 'empty factor'],
    ['S3xxC4', 'empty factor'],
    ['S3*C4', unknown],
    ['S3×C4', unknown],
    ['S3XC4', unknown],
    ['S3xperm:(1,2)', unknown],
    ['S3@plane', unknown],
    ['S0', 'S1 … S1000'],
    ['S05', 'S1 … S1000'],
    ['S1001', 'S1 … S1000'],
    ['S99999999999999999999', 'S1 … S1000'],
    ['A0', 'A1 … A1000'],
    ['C0', 'C1 … C100000'],
    ['C100001', 'C1 … C100000'],
    ['D2', 'D3 … D100000 (D_n has 2n elements)'],
    ['D1', 'D3 … D100000'],
    ['Z2^0', 'Z2^1 … Z2^1000'],
    ['Z2^01', 'Z2^1 … Z2^1000'],
    ['B0', 'B1 … B500'],
    ['B501', 'B1 … B500'],
    ['PSL(2,1)', 'PSL(2,p) for a prime p below 1000'],
    ['PSL(2,4)', 'PSL(2,p) for a prime p below 1000'],
    ['PSL(2,9)', 'PSL(2,p) for a prime p below 1000'],
    ['PSL(2,1009)', 'PSL(2,p) for a prime p below 1000'],
    ['C2xC2xC2xC2xC2xC2xC2xC2xC2xC2xC2', 'more than 10 factors'],
    ['perm:', 'is not in cycle notation such as (1,2,3)(4,5)'],
    ['perm:;', 'is not in cycle notation'],
    ['perm:(1,2);', 'is not in cycle notation'],
    ['perm:(1,2),(3,4)', 'is not in cycle notation'],
    ['perm:(1,2) ;(3,4)', 'is not in cycle notation'],
    ['perm:(1)', 'is not in cycle notation'],
    ['perm:(1,1)', 'point 1 occurs twice'],
    ['perm:(0,1)', 'is not in cycle notation'],
    ['perm:S5', 'is not in cycle notation'],
    ['perm:abc999', 'is not in cycle notation'],
    ['perm:(1,2,300', 'is not in cycle notation'],
    ['perm:[]', 'is not a signed permutation such as [-2,1,3]'],
    ['perm:[1,2];(1,2)', 'is not a signed permutation'],
    ['perm:(1,2);[1,2]', 'is not in cycle notation'],
    ['perm:[1,2];[1,2,3]', 'images, not'],
    ['perm:[1,3]', 'is beyond ±2'],
    [`S5${' '.repeat(30_000)}`, 'longer than 20000 characters'],
  ])('%j is malformed: … %s …', (text, expected) => {
    const problem = problemOf(text);
    expect(problem.message).toContain(expected);
    expect(problem.kind).toBe('malformed');
  });

  test.each([
    ['300 points', `perm:(1,300)`, 'at most 250 points, not 300'],
    ['251 points', `perm:(1,2);(250,251)`, 'at most 250 points, not 251'],
    ['a number beyond all counting', `perm:(1,${'9'.repeat(300)})`, 'at most 250 points'],
    [
      'a window of 251',
      `perm:[${Array.from({ length: 251 }, (_, i) => i + 1).join(',')}]`,
      'at most 250 points, not 251',
    ],
    ['51 generators', `perm:${new Array<string>(51).fill('(1,2)').join(';')}`, 'at most 50 generators, not 51'],
  ])('%s are declined', (_, text, expected) => {
    expect(problemOf(text)).toEqual({ kind: 'declined', message: expect.stringContaining(expected) });
  });

  test('what the limits allow is read', () => {
    const most = `perm:${new Array<string>(generatorLimits.count).fill('(1,2)').join(';')}`;
    expect(withGroup(most, (group) => group.order)).toBe(2n);
    expect(withGroup(`perm:(1,${generatorLimits.degree})`, (group) => group.shape.degree)).toBe(250);
    expect(E.isRight(generatedGroup(['(1,2)']))).toBe(true);
    expect(withGroup(new Array<string>(10).fill('C2').join('x'), (group) => group.order)).toBe(1024n);
  });

  test.prop(
    [
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'SACDZBPSL(2,7)xperm:;[]^-@0159') }),
      ),
    ],
    fixed(3000),
  )('no text makes it throw, and every message is one line without control characters', (text) => {
    const answer = parseGroup(text, (group) => E.right(group.notation));
    if (E.isLeft(answer)) expect(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(answer.left.message)).toBe(false);
  });

  test('a hostile product of large groups is read or refused within two seconds', () => {
    parseGroup(new Array<string>(10).fill('A1000').join('x'), () => E.right(undefined));
  });
});
