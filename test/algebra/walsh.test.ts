/** The Walsh–Hadamard transform against its definition. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { bitCount, walshHadamard } from '../../src/algebra/walsh.ts';
import { fixed } from '../support/seed.ts';

const vectors = fc
  .integer({ min: 0, max: 6 })
  .chain((r) => fc.array(fc.integer({ min: -(2 ** 20), max: 2 ** 20 }), { minLength: 2 ** r, maxLength: 2 ** r }));
const transformed = (values: readonly number[]): readonly number[] => {
  const copy = Float64Array.from(values);
  walshHadamard(copy);
  return Array.from(copy, (x) => x + 0);
};

describe('walshHadamard', () => {
  test.prop([vectors], fixed(200))('is Σ v(g) (−1)^{|m ∧ g|}, and twice it is 2^r', (values) => {
    const once = transformed(values);
    values.forEach((_, m) => {
      const sum = values.reduce((total, value, g) => total + (bitCount(m & g) % 2 === 0 ? value : -value), 0);
      expect(once[m]).toBe(sum + 0);
    });
    expect(transformed(once)).toEqual(values.map((x) => x * values.length + 0));
  });

  test('is exact up to 2⁵³', () => {
    expect(transformed([2 ** 52, 2 ** 52 - 1])).toEqual([2 ** 53 - 1, 1]);
  });
});

test.prop([fc.nat(2 ** 31 - 1)], fixed(500))('bitCount counts the ones', (m) => {
  expect(bitCount(m)).toBe(m.toString(2).replaceAll('0', '').length);
});
