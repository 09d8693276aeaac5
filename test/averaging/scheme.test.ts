/** Averaging schemes: weights sum to 1 exactly, elements are distinct, the kind is read off the weights. */
import { describe, expect, test } from 'vitest';
import { parseRational, type Rational } from '../../src/algebra/rational.ts';
import { schemeSize, totalVariation, uniformScheme, weightedScheme } from '../../src/averaging/scheme.ts';
import { cyclicGroup } from '../../src/group/families.ts';
import { left, right, some } from '../support/unwrap.ts';

const c4 = cyclicGroup(4);
const [e, r] = [c4.empty, c4.generators[0]!];
const r2 = c4.concat(r, r);
const rationalsOf = (...texts: readonly string[]): readonly Rational[] =>
  texts.map((text) => some(parseRational(text)));

describe('uniform schemes', () => {
  test('count elements with multiplicity', () => {
    const scheme = uniformScheme([e, r, r]);
    expect([scheme.kind, schemeSize(scheme), scheme.total, totalVariation(scheme)]).toEqual(['uniform', 3, 3n, 3n]);
  });
});

describe('weighted schemes', () => {
  test('have weights over one denominator', () => {
    const scheme = right(weightedScheme(c4, [e, r, r2], rationalsOf('1/2', '1/3', '1/6')));
    expect([scheme.kind, scheme.weights, scheme.total]).toEqual(['probability', [3n, 2n, 1n], 6n]);
  });
  test('are signed as soon as one weight is negative, and vary more than they sum', () => {
    const scheme = right(weightedScheme(c4, [e, r, r2], rationalsOf('2', '-1/2', '-1/2')));
    expect([scheme.kind, scheme.total, totalVariation(scheme)]).toEqual(['signed', 2n, 6n]);
  });
  test('of equal weights are probabilities, not uniform: the file says so itself', () => {
    expect(right(weightedScheme(c4, [e, r], rationalsOf('1/2', '1/2'))).kind).toBe('probability');
  });
  test.each<[string, readonly string[]]>([
    ['sum to 5/6', ['1/2', '1/3']],
    ['sum to 0', ['1', '-1']],
    ['sum to 2', ['1', '1']],
    ['hold a zero', ['1', '0']],
    ['are too few', ['1']],
    ['are too many', ['1/2', '1/4', '1/4']],
  ])('are refused if the weights %s', (_, texts) => {
    expect(left(weightedScheme(c4, [e, r], rationalsOf(...texts)))).toMatch(/weight/);
  });
  test('are refused if an element is listed twice', () => {
    expect(left(weightedScheme(c4, [r, r], rationalsOf('1/2', '1/2')))).toMatch(/twice/);
  });
});
