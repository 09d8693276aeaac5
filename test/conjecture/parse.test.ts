/** The language: what is written is read back, and every error is at its column. */

import { fc } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import {
  type ClassExpression,
  type NumberExpression,
  numberNames,
  propertyNames,
  type Statement,
  showStatement,
  usesOf,
} from '../../src/conjecture/expression.ts';
import { parseStatement, statementLimits } from '../../src/conjecture/parse.ts';
import { fixed } from '../support/seed.ts';
import { right } from '../support/unwrap.ts';

const weights = fc.constantFrom('uniform' as const, 'probability' as const, 'signed' as const);

const { number, statement } = fc.letrec<{ number: NumberExpression; class: ClassExpression; statement: Statement }>(
  (tie) => ({
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: fc.constant('natural' as const), value: fc.bigInt(0n, 10n ** 20n) }),
      fc.record({ kind: fc.constant('parameter' as const), name: fc.constantFrom('k' as const, 'eps' as const) }),
      fc.record({ kind: fc.constant('quantity' as const), name: fc.constantFrom(...numberNames) }),
      fc.record({
        kind: fc.constant('multiset' as const),
        name: fc.constantFrom('sum' as const, 'count' as const, 'min' as const, 'max' as const),
      }),
      fc.record({ kind: fc.constant('multiplicity' as const), order: tie('number') }),
      fc.record({
        kind: fc.constant('averaging' as const),
        name: fc.constant('ACex' as const),
        functions: tie('class'),
        weights,
      }),
      fc.record({
        kind: fc.constant('averaging' as const),
        name: fc.constantFrom('ACwk' as const, 'ACst' as const, 'ACsame' as const),
        functions: tie('class'),
        epsilon: tie('number'),
        weights,
      }),
      fc.record({ kind: fc.constant('negative' as const), of: tie('number') }),
      fc.record({
        kind: fc.constant('binary' as const),
        operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const, '^' as const),
        left: tie('number'),
        right: tie('number'),
      }),
      fc.record({
        kind: fc.constant('call' as const),
        name: fc.constantFrom('min' as const, 'max' as const),
        of: fc.array(tie('number'), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('call' as const),
        name: fc.constantFrom('log2' as const, 'floor' as const, 'ceil' as const),
        of: fc.tuple(tie('number')),
      }),
    ),
    class: fc.oneof(
      fc.record({ kind: fc.constantFrom('own' as const, 'linear' as const, 'all' as const) }),
      fc.record({ kind: fc.constantFrom('poly' as const, 'pointwise' as const), degree: tie('number') }),
      fc.record({
        kind: fc.constant('maps' as const),
        from: fc.oneof(
          fc.record({ kind: fc.constant('linear' as const) }),
          fc.record({ kind: fc.constant('poly' as const), degree: tie('number') }),
        ),
      }),
    ),
    statement: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: fc.constant('property' as const), name: fc.constantFrom(...propertyNames) }),
      fc.record({
        kind: fc.constant('comparison' as const),
        relation: fc.constantFrom(
          '<' as const,
          '<=' as const,
          '=' as const,
          '!=' as const,
          '>=' as const,
          '>' as const,
        ),
        left: tie('number'),
        right: tie('number'),
      }),
      fc.record({ kind: fc.constant('divides' as const), left: tie('number'), right: tie('number') }),
      fc.record({ kind: fc.constant('not' as const), of: tie('statement') }),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const, 'implies' as const),
        left: tie('statement'),
        right: tie('statement'),
      }),
    ),
  }),
);

const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part)));

describe('canonical text', () => {
  test('is read back as the same statement', () => {
    fc.assert(
      fc.property(statement, (p) => {
        const text = showStatement(p);
        if (text.length > statementLimits.length) return;
        const read = parseStatement(text);
        // Deep nesting is refused, not misread.
        if (E.isLeft(read)) expect(read.left.message).toContain('deep');
        else expect(plain(read.right)).toEqual(plain(p));
      }),
      fixed(500),
    );
    expect(number).toBeDefined();
  });

  test.each([
    ['threshold<=sum( M )-count(M)', 'threshold <= sum(M) - count(M)'],
    ['threshold ≤ sum(maxMultiplicities) − count(M)', 'threshold <= sum(M) - count(M)'],
    ['ACex(3) = order', 'ACex(poly(3)) = order'],
    ['ACex = order', 'ACex(F) = order'],
    ['ACex(pointwise:5) == order', 'ACex(pointwise(5)) = order'],
    ['ACwk(1/2) >= log2(order)', 'ACwk(F, 1/2) >= log2(order)'],
    ['ACwk(k, eps, probability) > 2', 'ACwk(poly(k), eps) > 2'],
    ['ACwk(poly:2, eps, uniform) > 2', 'ACwk(poly(2), eps, uniform) > 2'],
    ['M_1 = dim', 'M(1) = dim'],
    ['abelian implies not simple', 'if abelian then not simple'],
    ['not (abelian and simple)', 'not (abelian and simple)'],
    ['(1 + 2) * 3 - (4 - 5) = -(2^3)^2', '(1 + 2) * 3 - (4 - 5) = -(2^3)^2'],
    ['2^3^2 = 2^(3^2)', '2^3^2 = 2^3^2'],
    ['if abelian then if simple then order > 1', 'if abelian then if simple then order > 1'],
    ['(if abelian then simple) or faithful', '(if abelian then simple) or faithful'],
    ['((order)) >= ((1))', 'order >= 1'],
    ['max(M) <= max(dim, 2)', 'max(M) <= max(dim, 2)'],
  ])('%s', (text, canonical) => {
    expect(showStatement(right(parseStatement(text)))).toBe(canonical);
    expect(showStatement(right(parseStatement(canonical)))).toBe(canonical);
  });
});

describe('errors are at their column', () => {
  test.each([
    ['', 1, 'found the end'],
    ['order', 1, 'a number where a statement is needed'],
    ['order <=', 9, 'found the end'],
    ['order <= abelian', 10, 'a statement where a number is needed'],
    ['threshold <= M', 14, 'write sum(M), count(M) or M(1)'],
    ['order <= 0.5', 11, 'write 1/2'],
    ['order <= 5 dim', 12, 'expected the end'],
    ['1 <= order <= 2', 12, 'do not chain'],
    ['order & dim', 7, 'has no meaning'],
    ['sum(order) = 1', 5, 'a number where the multiset M is needed'],
    ['sum(M, M) = 1', 1, 'takes one argument, not 2'],
    ['(order <= 2', 12, 'expected ")"'],
    ['threshhold = 3', 1, 'did you mean threshold'],
    ['ACwk = 3', 1, 'write ACwk(ε)'],
    ['ACex(1, 2, 3) = 3', 1, 'write ACex'],
    ['ACex(abelian) = 3', 6, 'a statement where a function class is needed'],
    ['F = 3', 1, 'a function class where a number is needed'],
    ['uniform = 3', 1, 'a kind of weights where a number is needed'],
    ['maps(all) = 3', 6, 'maps are from'],
    ['if abelian order > 2', 12, 'expected "then"'],
    ['not 3', 5, 'a number where a statement is needed'],
    ['and', 1, 'expected a number or a statement'],
    [`${'9'.repeat(101)} = 1`, 1, '101 digits'],
    [`order = poly:${'9'.repeat(101)}`, 9, '101 digits'],
    [`${'('.repeat(61)}order = 1${')'.repeat(61)}`, 61, 'nested'],
    [`order = ${'-'.repeat(100)}1`, 0, 'nested'],
    [`order = 1${' '.repeat(1000)}`, 1001, 'the limit is 1000'],
  ])('%s', (text, column, message) => {
    const read = parseStatement(text);
    expect(E.isLeft(read)).toBe(true);
    if (E.isRight(read)) return;
    if (column > 0) expect(read.left.column).toBe(column);
    expect(read.left.message).toContain(message);
  });

  test('any text is read or refused', () => {
    const words = fc.constantFrom(
      'order',
      'M',
      'sum',
      '(',
      ')',
      ',',
      '<=',
      '-',
      '^',
      '/',
      'if',
      'then',
      'not',
      'and',
      'F',
      'ACex',
      'k',
      '7',
      '²',
      '\n',
      '"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (text) => {
          const read = parseStatement(text);
          if (E.isRight(read)) expect(parseStatement(showStatement(read.right))).toEqual(read);
          else expect(read.left.column).toBeGreaterThan(0);
        },
      ),
      fixed(2000),
    );
  });
});

test('what a statement leaves open', () => {
  const uses = (text: string) => usesOf(right(parseStatement(text)));
  expect([...uses('ACex(k) = 2 and ACwk(eps) = 1').parameters].sort()).toEqual(['eps', 'k']);
  expect(uses('ACwk(eps) = 1').own).toBe(true);
  expect(uses('ACwk(all, 1/2) = 1').own).toBe(false);
  expect(uses('order = 1').averaging).toBe(false);
});
