/** Permutations as functions, and the two notations in which people write them. */
import { fc, test } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect } from 'vitest';
import {
  compose,
  cyclesOf,
  equalPermutations,
  identityPermutation,
  inversePermutation,
  isEven,
  isIdentity,
  type Permutation,
  parseCycles,
  parseWindow,
  shorten,
  showCycles,
  showWindow,
  withoutSigns,
} from '../../src/group/permutation.ts';
import { permutationOf } from '../support/groups.ts';
import { fixed } from '../support/seed.ts';
import { left, right } from '../support/unwrap.ts';

const degree = fc.integer({ min: 1, max: 12 });
const permutation = degree.chain(permutationOf);
const pair = degree.chain((n) => fc.tuple(permutationOf(n), permutationOf(n)));
const signed = fc.integer({ min: 1, max: 8 }).chain((n) =>
  fc.tuple(permutationOf(n), fc.array(fc.boolean(), { minLength: n, maxLength: n })).map(
    ([g, signs]): Permutation =>
      Uint32Array.from({ length: 2 * n }, (_, i) => {
        const image = g[i % n]!;
        return signs[i % n] === i < n ? image + n : image;
      }),
  ),
);

describe('permutations', () => {
  test.prop([pair], fixed(300))('compose as functions, right one first; inverses undo', ([g, h]) => {
    expect(Array.from(compose(g, h))).toEqual(Array.from(h, (i) => g[i]));
    expect(isIdentity(compose(g, inversePermutation(g)))).toBe(true);
    expect(isIdentity(g)).toBe(equalPermutations(g, identityPermutation(g.length)));
  });

  test.prop([permutation], fixed(300))('cycles partition the points and follow g', (g) => {
    const cycles = cyclesOf(g);
    expect(cycles.flat().sort((a, b) => a - b)).toEqual(Array.from(identityPermutation(g.length)));
    for (const cycle of cycles) {
      expect(Math.min(...cycle)).toBe(cycle[0]);
      cycle.forEach((point, i) => {
        expect(g[point]).toBe(cycle[(i + 1) % cycle.length]);
      });
    }
  });

  test.prop([pair], fixed(300))('parity counts inversions and is a homomorphism', ([g, h]) => {
    let inversions = 0;
    for (let i = 0; i < g.length; i++) for (let j = 0; j < i; j++) if (g[j]! > g[i]!) inversions++;
    expect(isEven(g)).toBe(inversions % 2 === 0);
    expect(isEven(compose(g, h))).toBe(isEven(g) === isEven(h));
  });

  test.prop([pair], fixed(100))('permutations without signs are a subgroup of the signed ones', ([g, h]) => {
    expect(equalPermutations(withoutSigns(compose(g, h)), compose(withoutSigns(g), withoutSigns(h)))).toBe(true);
  });

  test('permutations of different degrees are not equal', () => {
    expect(equalPermutations(identityPermutation(3), identityPermutation(4))).toBe(false);
  });
});

describe('cycle notation', () => {
  test('(1,2,3) sends 1 to 2, 2 to 3 and 3 to 1', () => {
    expect(Array.from(right(parseCycles('(1,2,3)(4,5)', 6)))).toEqual([1, 2, 0, 4, 3, 5]);
    expect(Array.from(right(parseCycles('()', 2)))).toEqual([0, 1]);
    expect(showCycles(identityPermutation(7))).toBe('()');
  });

  test.prop([permutation], fixed(300))('is read back', (g) => {
    expect(equalPermutations(right(parseCycles(showCycles(g), g.length)), g)).toBe(true);
  });

  test.prop([permutation, fc.nat(20), fc.boolean()], fixed(300))(
    'reads a cycle from any of its points, in any order',
    (g, turn, reverse) => {
      const cycles = cyclesOf(g).filter((cycle) => cycle.length > 1);
      const turned = cycles.map((cycle) => cycle.map((_, i) => cycle[(i + turn) % cycle.length]! + 1));
      const text = (reverse ? turned.reverse() : turned).map((cycle) => `(${cycle.join(',')})`).join('');
      expect(equalPermutations(right(parseCycles(text === '' ? '()' : text, g.length)), g)).toBe(true);
    },
  );

  test.each([
    '',
    ' ',
    '(',
    ')',
    '(1',
    '1,2',
    '(1,2',
    '1,2)',
    '(1 2)',
    '(1;2)',
    '( 1,2)',
    '(1,2) ',
    ' (1,2)',
    '(1,2)\n',
    '(1,2,)',
    '(,1,2)',
    '(1,,2)',
    '(1)',
    '(1)(2,3)',
    '(2,3)(1)',
    '()()',
    '()(1,2)',
    '(1,2)()',
    '((1,2))',
    '(1,2)(',
    '(0,1)',
    '(01,2)',
    '(1,-2)',
    '(+1,2)',
    '(1.0,2)',
    '(1e0,2)',
    '(a,b)',
    '(١,٢)',
    '(1,2)x',
    '[1,2]',
    '[2,1]',
    'id',
    'e',
    '1',
  ])('refuses %j, showing what is right', (text) => {
    expect(left(parseCycles(text, 5))).toContain('is not in cycle notation such as (1,2,3)(4,5) or ()');
  });

  test.each([
    ['(1,6)', 'point 6 of "(1,6)" is above the degree 5'],
    ['(1,2)(3,400)', 'point 400 of "(1,2)(3,400)" is above the degree 5'],
    ['(1,1)', 'point 1 occurs twice in "(1,1)"'],
    ['(1,2,1)', 'point 1 occurs twice in "(1,2,1)"'],
    ['(1,2)(2,3)', 'point 2 occurs twice in "(1,2)(2,3)"'],
  ])('refuses %s: %s', (text, message) => {
    expect(left(parseCycles(text, 5))).toBe(message);
  });

  test('refuses points beyond all numbers without naming them wrongly', () => {
    const message = left(parseCycles(`(1,${'9'.repeat(400)})`, 5));
    expect(message).not.toContain('Infinity');
    expect(message.length).toBeLessThan(200);
  });
});

describe('window notation', () => {
  test('[-2,1,3] sends e1 to −e2, e2 to e1, and −e1 to e2', () => {
    const g = right(parseWindow('[-2,1,3]', 3));
    expect(Array.from(g)).toEqual([4, 0, 2, 1, 3, 5]);
    expect(showWindow(g)).toBe('[-2,1,3]');
  });

  test.prop([signed], fixed(300))('is read back, and what is read commutes with negation', (g) => {
    const n = g.length / 2;
    const read = right(parseWindow(showWindow(g), n));
    expect(equalPermutations(read, g)).toBe(true);
    for (let i = 0; i < n; i++) expect(read[i + n]).toBe((read[i]! + n) % (2 * n));
  });

  test.each([
    '',
    '[]',
    '[',
    ']',
    '1,2,3',
    '(1,2,3)',
    '[1,2,3',
    '1,2,3]',
    '[1 2 3]',
    '[1, 2, 3]',
    '[1,2,3] ',
    ' [1,2,3]',
    '[1,2,3]\n',
    '[1,2,3,]',
    '[,1,2,3]',
    '[0,1,2]',
    '[-0,1,2]',
    '[+1,2,3]',
    '[--1,2,3]',
    '[01,2,3]',
    '[1.0,2,3]',
    '[a,b,c]',
    '[[1,2,3]]',
    '[1,2,3][1,2,3]',
    '[−1,2,3]',
  ])('refuses %j, showing what is right', (text) => {
    expect(left(parseWindow(text, 3))).toContain('is not a signed permutation such as [-2,1,3]');
  });

  test.each([
    ['[1,2]', '"[1,2]" has 2 images, not 3'],
    ['[1,2,3,4]', '"[1,2,3,4]" has 4 images, not 3'],
    ['[1,2,4]', 'image 4 in "[1,2,4]" is beyond ±3'],
    ['[1,2,-4]', 'image -4 in "[1,2,-4]" is beyond ±3'],
    ['[1,2,2]', 'coordinate 2 is hit twice in "[1,2,2]"'],
    ['[1,2,-2]', 'coordinate 2 is hit twice in "[1,2,-2]"'],
  ])('refuses %s: %s', (text, message) => {
    expect(left(parseWindow(text, 3))).toBe(message);
  });
});

describe('shorten', () => {
  test.prop([fc.string({ unit: 'binary', maxLength: 200 })], fixed(500))(
    'leaves one short line without control characters',
    (text) => {
      expect(shorten(text).length).toBeLessThanOrEqual(40);
      expect(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(shorten(text))).toBe(false);
    },
  );
  test('leaves short plain text alone', () => {
    expect(shorten('S5')).toBe('S5');
  });
});

test('parsers never throw, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('(', ')', '[', ']', ',', '-', '0', '1', '2', '3', ' ') }),
      fc.nat(4),
      (text, n) => {
        const [cycles, window] = [parseCycles(text, n), parseWindow(text, n)];
        if (E.isRight(cycles)) expect(cycles.right.length).toBe(n);
        if (E.isRight(window)) expect(showWindow(window.right)).toBe(text);
      },
    ),
    fixed(3000),
  );
});
