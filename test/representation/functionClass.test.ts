/** Reading and naming function classes. */
import { fc, test } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect } from 'vitest';
import {
  containsSymmetricPower,
  degreeLimit,
  describeFunctionClass,
  greatestDegree,
  isPolynomialClass,
  maps,
  parseFunctionClass,
  pointwise,
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
    ['pointwise:0', undefined, 'constants'],
    ['pointwise:1', undefined, 'pointwise products of at most 1 function on the points permuted'],
    ['pointwise:12', undefined, 'pointwise products of at most 12 functions on the points permuted'],
    ['maps:linear→linear', undefined, 'linear maps to the space itself'],
    ['maps:poly:3→linear', undefined, 'polynomial maps of degree at most 3 to the space itself'],
  ] as const)('%s', (text, degree, words) => {
    const functions = right(parseFunctionClass(text));
    expect(showFunctionClass(functions)).toBe(text);
    expect(isPolynomialClass(functions) ? greatestDegree(functions) : undefined).toBe(degree);
    expect(describeFunctionClass(functions)).toBe(words);
  });

  test.prop([fc.nat(degreeLimit)], fixed(200))('poly:k is read for every k up to the limit', (k) => {
    expect(right(parseFunctionClass(`poly:${k}`))).toEqual(polynomials(k));
  });

  test('only polynomials and all functions are said to contain symmetric powers', () => {
    const contained = (text: string): readonly number[] =>
      [0, 1, 2, 3].filter((j) => containsSymmetricPower(right(parseFunctionClass(text)), j));
    expect(contained('linear')).toEqual([1]);
    expect(contained('poly:0')).toEqual([0]);
    expect(contained('poly:2')).toEqual([0, 1, 2]);
    expect(contained('all')).toEqual([0, 1, 2, 3]);
    for (const text of ['pointwise:3', 'maps:linear→linear', 'maps:poly:3→linear']) expect(contained(text)).toEqual([]);
  });

  test('an arrow may be typed as ->, and is shown as →', () => {
    for (const from of ['linear', 'poly:0', 'poly:7']) {
      const functions = right(parseFunctionClass(`maps:${from}->linear`));
      expect(functions).toEqual(right(parseFunctionClass(`maps:${from}→linear`)));
      expect(showFunctionClass(functions)).toBe(`maps:${from}→linear`);
    }
    expect(right(parseFunctionClass('maps:poly:2->linear'))).toEqual(maps(polynomials(2)));
    expect(right(parseFunctionClass('pointwise:2'))).toEqual(pointwise(2));
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
    'pointwise',
    'pointwise:',
    'pointwise:-1',
    'pointwise:02',
    'pointwise:1.5',
    'maps:',
    'maps:linear',
    'maps:linear→',
    'maps:→linear',
    'maps:linear→poly:2',
    'maps:all→linear',
    'maps:pointwise:2→linear',
    'maps:maps:linear→linear→linear',
    'maps:linear=>linear',
    'maps:linear →linear',
    'maps:poly:02→linear',
  ])('%j is malformed', (text) => {
    const problem = left(parseFunctionClass(text));
    expect(problem.kind).toBe('malformed');
    expect(problem.message).toContain('use linear, poly:K (such as poly:3) or all; or pointwise:K, maps:linear→linear');
  });

  test.each(['poly:1000001', 'poly:9999999999', 'pointwise:1000001', 'maps:poly:1000001→linear'])(
    '%s is declined',
    (text) => {
      expect(left(parseFunctionClass(text)).kind).toBe('declined');
    },
  );

  test('a degree of any length is beyond the limit, not a mistake of spelling', () => {
    expect(left(parseFunctionClass(`poly:1${'0'.repeat(10)}`)).kind).toBe('declined');
    expect(left(parseFunctionClass(`poly:1${'0'.repeat(50)}`)).kind).toBe('declined');
  });

  test.prop([fc.string({ unit: fc.constantFrom(...'poly:linearmspointwise0123456789-→') })], fixed(1000))(
    'what is read is shown as it was',
    (text) => {
      const functions = parseFunctionClass(text);
      if (E.isRight(functions)) expect(showFunctionClass(functions.right)).toBe(text);
    },
  );
});
