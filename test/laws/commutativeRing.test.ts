/** Multiplication commutes in every ring that says so, and does not in the matrix rings. */
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { matrixRing, type RationalMatrix } from '../../src/algebra/matrix.ts';
import { everyCommutativeRing, type RingInstance } from '../support/rings.ts';
import { fixed } from '../support/seed.ts';

const commutativeLaws = <A>({ name, ring, elements }: RingInstance<A>): void => {
  const { add, sub, mul, equals } = ring;
  test.prop([elements, elements], fixed(200))(`${name}: multiplication commutes`, (a, b) => {
    expect(equals(mul(a, b), mul(b, a))).toBe(true);
    // (a + b)(a − b) = a² − b² says the same of a different calculation.
    expect(equals(mul(add(a, b), sub(a, b)), sub(mul(a, a), mul(b, b)))).toBe(true);
  });
};

describe('commutative ring', () => {
  for (const some of everyCommutativeRing) some(commutativeLaws);
});

describe('the matrix rings', () => {
  /** The matrix unit with a one in row i, column j. */
  const unit = (size: number, i: number, j: number): RationalMatrix => ({
    rows: size,
    columns: size,
    numerators: Array.from({ length: size * size }, (_, at) => (at === i * size + j ? 1n : 0n)),
    denominator: 1n,
  });
  test.each([2, 3])('are not commutative in size %i: e12 e21 = e11 and e21 e12 = e22', (size) => {
    const { mul, equals } = matrixRing(size);
    expect(equals(mul(unit(size, 0, 1), unit(size, 1, 0)), unit(size, 0, 0))).toBe(true);
    expect(equals(mul(unit(size, 1, 0), unit(size, 0, 1)), unit(size, 1, 1))).toBe(true);
    expect(equals(unit(size, 0, 0), unit(size, 1, 1))).toBe(false);
  });
});
