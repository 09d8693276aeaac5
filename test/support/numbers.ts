/** Arbitrary exact numbers: small ones often (so that coincidences happen), large ones now and then. */
import { fc } from '@fast-check/vitest';
import { type Rational, rational } from '../../src/algebra/rational.ts';

export const smallInteger: fc.Arbitrary<bigint> = fc.bigInt({ min: -3n, max: 3n });
export const anyInteger: fc.Arbitrary<bigint> = fc.oneof(
  smallInteger,
  fc.bigInt({ min: -(10n ** 4n), max: 10n ** 4n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
);

const denominator = fc.oneof(fc.bigInt({ min: 1n, max: 4n }), fc.bigInt({ min: 1n, max: 10n ** 20n }));

export const smallRational: fc.Arbitrary<Rational> = fc
  .tuple(smallInteger, fc.bigInt({ min: 1n, max: 3n }))
  .map(([a, b]) => rational(a, b));
export const moderateRational: fc.Arbitrary<Rational> = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 12n }))
  .map(([a, b]) => rational(a, b));
export const anyRational: fc.Arbitrary<Rational> = fc.tuple(anyInteger, denominator).map(([a, b]) => rational(a, b));
