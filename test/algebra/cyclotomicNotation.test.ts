/** Numbers of ℚ(ζ) as text: one canonical text for each, which reads back; and what is not read. */
import { fc, test } from '@fast-check/vitest';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect } from 'vitest';
import { cyclotomicField } from '../../src/algebra/cyclotomic.ts';
import { parseCyclotomic, showCyclotomic } from '../../src/algebra/cyclotomicNotation.ts';
import { sumOf } from '../../src/algebra/field.ts';
import { smallRational } from '../support/numbers.ts';
import { fixed } from '../support/seed.ts';
import { some } from '../support/unwrap.ts';

const read = (n: number, text: string): string =>
  O.match(
    () => 'none',
    (value: Parameters<typeof showCyclotomic>[0]) => showCyclotomic(value),
  )(parseCyclotomic(cyclotomicField(n), text));

describe.each([1, 2, 3, 4, 5, 8, 12, 15])('ℚ(ζ_%i)', (n) => {
  const field = cyclotomicField(n);
  const degree = field.zero.numerators.length;
  const numbers = fc
    .array(fc.oneof(fc.constant(field.zero), smallRational.map(field.fromRational)), {
      minLength: degree,
      maxLength: degree,
    })
    .map((coordinates) =>
      sumOf(
        field,
        coordinates.map((c, k) => field.mul(c, field.root(k))),
      ),
    );

  test.prop([numbers], fixed(200))('what is shown reads back as it was', (a) => {
    const text = showCyclotomic(a);
    expect(field.equals(some(parseCyclotomic(field, text)), a)).toBe(true);
    expect(showCyclotomic(some(parseCyclotomic(field, text)))).toBe(text);
    expect(text).not.toMatch(/\s/);
  });

  test.prop([numbers, numbers], fixed(100))('equal numbers have equal texts, and only these', (a, b) => {
    expect(showCyclotomic(a) === showCyclotomic(b)).toBe(field.equals(a, b));
    expect(showCyclotomic(field.sub(field.add(a, b), b))).toBe(showCyclotomic(a));
  });
});

test.each([
  [1, '0', '0'],
  [1, '-1/2', '-1/2'],
  [1, '1+1', '2'],
  [5, 'z', 'z'],
  [5, '-z', '-z'],
  [5, 'z^2+1/3*z^3', 'z^2+1/3*z^3'],
  [5, '1/3*z^3+z^2', 'z^2+1/3*z^3'],
  [5, 'z^4', '-1-z-z^2-z^3'],
  [5, 'z^5', '1'],
  [5, 'z-z', '0'],
  [5, '1+2*z+2*z^4', '-1-2*z^2-2*z^3'],
  [4, 'z^2', '-1'],
  [2, 'z', '-1'],
  [3, '-1/2-z', '-1/2-z'],
  [12, '2*z-z^3', '2*z-z^3'],
] as const)('over ℚ(ζ_%i), %s is %s', (n, text, canonical) => {
  expect(read(n, text)).toBe(canonical);
});

test.each([
  [1, 'z'],
  [1, '2*z'],
  ...[
    '',
    ' ',
    '1 + z',
    'z ',
    '+1',
    '+z',
    '--1',
    '1--z',
    '1+',
    '-',
    '-0',
    '0+z',
    '0*z',
    '1*z',
    '2z',
    '2*',
    '*z',
    '2*3',
    '2**z',
    'z*2',
    'z^',
    'z^0',
    'z^1',
    'z^01',
    'z^-1',
    'z^1/2',
    'z^1000000',
    'zz',
    'Z',
    'i',
    '2/4',
    '1/1',
    '1/0',
    '/2',
    '1/',
    '1/2/3',
    '01',
    '0.5',
    '1e3',
    '٣',
    '(1)',
    '1\n',
  ].map((text) => [5, text] as const),
] as const)('over ℚ(ζ_%i), %j is not read', (n, text) => {
  expect(read(n, text)).toBe('none');
});
