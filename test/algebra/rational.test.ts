/** Rationals: the canonical text, and nothing else, is read. */
import { fc, test } from '@fast-check/vitest';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect } from 'vitest';
import { gcd } from '../../src/algebra/integer.ts';
import {
  approximate,
  overCommonDenominator,
  parseRational,
  rational,
  rationals,
  showRational,
} from '../../src/algebra/rational.ts';
import { anyInteger, anyRational } from '../support/numbers.ts';
import { fixed } from '../support/seed.ts';
import { some } from '../support/unwrap.ts';

describe('parseRational', () => {
  test.each([
    ['0', 0n, 1n],
    ['1', 1n, 1n],
    ['-1', -1n, 1n],
    ['1/10', 1n, 10n],
    ['-1/10', -1n, 10n],
    ['120', 120n, 1n],
    ['100000000000000000000000000000001/3', 10n ** 32n + 1n, 3n],
  ] as const)('reads %s', (text, numerator, denominator) => {
    expect(parseRational(text)).toEqual(O.some({ numerator, denominator }));
  });

  test.each([
    '',
    ' ',
    '-',
    '/',
    '+1',
    '++1',
    '--1',
    '-0',
    '+0',
    '00',
    '01',
    '-01',
    '1/01',
    '0/1',
    '0/5',
    '-0/3',
    '1/0',
    '0/0',
    '1/1',
    '7/1',
    '2/4',
    '-2/4',
    '6/3',
    '10/100',
    '1/-2',
    '-1/-2',
    '1/+2',
    '1//2',
    '1/2/3',
    '1/',
    '/2',
    '0.5',
    '.5',
    '5.',
    '1.0',
    '1e3',
    '1E3',
    '1e-3',
    ' 1',
    '1 ',
    '1 /2',
    '1/ 2',
    '1\n',
    '\n1',
    '1/2\n',
    '1\r',
    '1\0',
    '\uFEFF1',
    '1\u00A0',
    '1_000',
    '1,000',
    "1'000",
    '1n',
    '0x10',
    '0b1',
    '0o7',
    'NaN',
    'Infinity',
    '-Infinity',
    'null',
    'true',
    '½',
    '١',
    '१',
    '１',
    '²',
    '−1',
    '1⁄2',
    '(1)',
    '1+1',
    '1/2 + 1',
  ])('refuses %j', (text) => {
    expect(parseRational(text)).toEqual(O.none);
  });

  test.prop([anyRational], fixed(500))('reads what is shown', (a) => {
    expect(parseRational(showRational(a))).toEqual(O.some(a));
  });

  test.prop([fc.string({ unit: fc.constantFrom('0', '1', '2', '4', '/', '-', '+', '.', ' ', 'e') })], fixed(5000))(
    'reads a text only if it is what its value shows',
    (text) => {
      const value = parseRational(text);
      if (O.isSome(value)) expect(showRational(value.value)).toBe(text);
    },
  );

  test.prop([anyInteger, fc.bigInt({ min: 2n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 10n ** 6n })], fixed(300))(
    'refuses every fraction that can be reduced',
    (a, common, b) => {
      expect(O.isNone(parseRational(`${a * common}/${b * common}`))).toBe(true);
    },
  );
});

describe('rational', () => {
  test.prop([anyInteger, anyInteger], fixed(500))(
    'is reduced with a positive denominator and has the value',
    (a, b) => {
      fc.pre(b !== 0n);
      const { numerator, denominator } = rational(a, b);
      expect(denominator > 0n).toBe(true);
      expect(gcd(numerator, denominator)).toBe(1n);
      expect(numerator * b).toBe(a * denominator);
    },
  );

  test('a zero denominator is a mistake of the caller', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => rational(0n, 0n)).toThrow(RangeError);
  });
});

describe('overCommonDenominator', () => {
  test.prop([fc.array(anyRational, { maxLength: 8 })], fixed(200))(
    'has the same values over the least denominator',
    (values) => {
      const { numerators, denominator } = overCommonDenominator(values);
      expect(numerators.map((a) => rational(a, denominator))).toEqual(values);
      // Least: no divisor is common to the denominator and all numerators.
      expect(numerators.reduce((d, a) => gcd(d, a), denominator)).toBe(1n);
    },
  );
});

describe('approximate', () => {
  test.prop([fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), fc.integer({ min: 1, max: 10 ** 6 })], fixed(500))(
    'is near the quotient',
    (a, b) => {
      expect(Math.abs(approximate(rational(BigInt(a), BigInt(b))) - a / b)).toBeLessThanOrEqual(
        Math.abs(a / b) * 1e-15 + 1e-15,
      );
    },
  );
  test.prop([fc.bigInt({ min: 1n, max: 1n << 4000n }), fc.bigInt({ min: 1n << 3999n, max: 1n << 4000n })], fixed(100))(
    'survives denominators beyond the range of doubles',
    (a, b) => {
      const scaled = Number((a * (1n << 80n)) / b) / 2 ** 80;
      expect(Math.abs(approximate(rational(a, b)) - scaled)).toBeLessThan(1e-12);
    },
  );
  test('keeps the order of values far apart', () => {
    expect(approximate(some(parseRational('-1/3')))).toBeCloseTo(-1 / 3, 15);
    expect(rationals.compare(rational(-1n, 3n), rational(1n, 3n))).toBe(-1);
  });
});
