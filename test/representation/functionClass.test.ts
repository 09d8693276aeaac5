/** Reading and naming function classes. */
import { fc, test } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect } from 'vitest';
import {
  degreeLimit,
  describeFunctionClass,
  greatestDegree,
  parseFunctionClass,
  polynomials,
  showFunctionClass,
} from '../../src/representation/functionClass.ts';
import { fixed } from '../support/seed.ts';
import { left, right } from '../support/unwrap.ts';

describe('function classes', () => {
  test.each([
    ['linear', 1, 'linear functions'],
    ['all', undefined, 'all functions on the group'],
    ['poly:0', 0, 'polynomials of degree at most 0'],
    ['poly:1', 1, 'polynomials of degree at most 1'],
    ['poly:10', 10, 'polynomials of degree at most 10'],
    ['poly:1000000', 1_000_000, 'polynomials of degree at most 1000000'],
  ] as const)('%s', (text, degree, words) => {
    const functions = right(parseFunctionClass(text));
    expect(showFunctionClass(functions)).toBe(text);
    expect(greatestDegree(functions)).toBe(degree);
    expect(describeFunctionClass(functions)).toBe(words);
  });

  test.prop([fc.nat(degreeLimit)], fixed(200))('poly:k is read for every k up to the limit', (k) => {
    expect(right(parseFunctionClass(`poly:${k}`))).toEqual(polynomials(k));
  });

  test.each([
    '',
    ' ',
    'Linear',
    'linear ',
    ' linear',
    'ALL',
    'poly',
    'poly:',
    'poly:-1',
    'poly:+1',
    'poly:01',
    'poly:00',
    'poly:1.0',
    'poly:1e3',
    'poly: 3',
    'poly:3 ',
    'poly:3\n',
    'poly:٣',
    'poly:k',
    'poly3',
    'polynomials:3',
    'quadratic',
    'linear,all',
    'null',
    '__proto__',
  ])('%j is malformed', (text) => {
    const problem = left(parseFunctionClass(text));
    expect(problem.kind).toBe('malformed');
    expect(problem.message).toContain('use linear, poly:K (such as poly:3) or all');
  });

  test.each(['poly:1000001', 'poly:9999999999', 'pointwise:2', 'maps:linear→linear'])('%s is declined', (text) => {
    expect(left(parseFunctionClass(text)).kind).toBe('declined');
  });

  test('a degree of any length is beyond the limit, not a mistake of spelling', () => {
    expect(left(parseFunctionClass(`poly:1${'0'.repeat(10)}`)).kind).toBe('declined');
    expect(left(parseFunctionClass(`poly:1${'0'.repeat(50)}`)).kind).toBe('declined');
  });

  test.prop([fc.string({ unit: fc.constantFrom(...'poly:linearmspointwise0123456789-') })], fixed(1000))(
    'what is read is shown as it was',
    (text) => {
      const functions = parseFunctionClass(text);
      if (E.isRight(functions)) expect(showFunctionClass(functions.right)).toBe(text);
    },
  );
});
