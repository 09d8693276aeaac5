import { describe, expect, test } from 'vitest';
import { nonpositive } from '../../../src/report/coq/nonpositive.ts';

type Polynomial = readonly bigint[];

const plus = (a: Polynomial, b: Polynomial): Polynomial =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0n) + (b[i] ?? 0n));
const times = (a: Polynomial, b: Polynomial): Polynomial =>
  a.reduce<Polynomial>((sum, x, i) => plus(sum, [...new Array<bigint>(i).fill(0n), ...b.map((y) => x * y)]), []);

/** L f + Σ c xⁱ (e − qx)ʲ a². */
const left = (f: Polynomial, e: bigint, q: bigint): Polynomial | undefined => {
  const found = nonpositive(f, e, q);
  if (found === undefined) return undefined;
  expect(found.scale > 0n && found.terms.every(({ coefficient }) => coefficient >= 0n)).toBe(true);
  return found.terms.reduce<Polynomial>(
    (sum, { coefficient, x, end, root }) => {
      const linear = times(x ? [0n, 1n] : [1n], end ? [e, -q] : [1n]);
      return plus(sum, times([coefficient], times(linear, times(root, root))));
    },
    times([found.scale], f),
  );
};

describe('why a polynomial is at most 0 on [0, e/q]', () => {
  // −f: a square near 0 inside, times factors off the interval.
  test.each<readonly [string, Polynomial, bigint, bigint]>([
    ['degree 1', [-1n, -1n], 3n, 1n],
    ['convex, 0 at both ends', [0n, -3n, 1n], 3n, 1n],
    ['nearly 0 inside', times([-1n], plus([1n], times([100n], times([-7n, 5n], [-7n, 5n])))), 5n, 2n],
    ['degree 3', times(times([-1n], [13n, -2n]), plus([1n], times([40n], times([-5n, 2n], [-5n, 2n])))), 6n, 1n],
    [
      'degree 5',
      times([-3n, -1n], plus([1n], times([9n], times(times([-1n, 1n], [-2n, 1n]), times([-1n, 1n], [-2n, 1n]))))),
      7n,
      3n,
    ],
  ])('%s: the identity holds exactly', (_name, f, e, q) => {
    const sum = left(f, e, q);
    expect(sum).toBeDefined();
    expect(sum!.every((c) => c === 0n)).toBe(true);
  });

  test('a positive value has no identity', () => {
    expect(nonpositive([-1n, 0n, 1n], 3n, 1n)).toBeUndefined();
    expect(nonpositive(times([1n], [-1n, 3n, -1n]), 3n, 1n)).toBeUndefined();
  });
});
