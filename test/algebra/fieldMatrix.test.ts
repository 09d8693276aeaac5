/** Matrices over fields: inverses, and det(1 − tA) without divisions, against determinants by expansion. */
import { fc, test } from '@fast-check/vitest';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect } from 'vitest';
import { cyclotomicField } from '../../src/algebra/cyclotomic.ts';
import {
  applyMatrix,
  equalMatrices,
  type FieldMatrix,
  fromColumns,
  identityMatrix,
  inverseOfMatrix,
  productOfMatrices,
  reversedCharacteristicPolynomial,
} from '../../src/algebra/fieldMatrix.ts';
import { integers } from '../../src/algebra/integer.ts';
import { evaluate } from '../../src/algebra/polynomial.ts';
import { type Rational, rational, rationals } from '../../src/algebra/rational.ts';
import { primeField } from '../../src/algebra/residue.ts';
import { combine, determinant, identity } from '../support/exact.ts';
import { smallInteger, smallRational } from '../support/numbers.ts';
import { fixed } from '../support/seed.ts';
import { some } from '../support/unwrap.ts';

const square = <A>(entry: fc.Arbitrary<A>, most = 5): fc.Arbitrary<readonly (readonly A[])[]> =>
  fc
    .integer({ min: 1, max: most })
    .chain((n) => fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));

describe('det(1 − tA)', () => {
  test.prop([square(smallInteger)], fixed(200))('has the value of the determinant at integers', (a) => {
    const polynomial = reversedCharacteristicPolynomial(integers, a);
    expect(polynomial.length).toBe(a.length + 1);
    for (const t of [-3n, -2n, -1n, 0n, 1n, 2n, 3n])
      expect(evaluate(integers, polynomial, t)).toBe(determinant(combine(1n, identity(a.length), t, a)));
  });

  test.prop([square(smallInteger)], fixed(100))('commutes with reduction modulo a prime', (a) => {
    const field = some(primeField(101));
    const reduced = a.map((row) => row.map(field.fromInteger));
    expect(reversedCharacteristicPolynomial(field, reduced)).toEqual(
      reversedCharacteristicPolynomial(integers, a).map(field.fromInteger),
    );
  });

  test('of the empty matrix is 1; of a diagonal matrix Π (1 − a t)', () => {
    expect(reversedCharacteristicPolynomial(integers, [])).toEqual([1n]);
    const field = cyclotomicField(5);
    const roots = [0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].map((j) => (i === j ? field.root(i) : field.zero)));
    // 1 − t⁵
    expect(reversedCharacteristicPolynomial(field, roots)).toEqual(
      [1n, 0n, 0n, 0n, 0n, -1n].map((c) => field.fromInteger(c)),
    );
  });
});

describe('inverses', () => {
  const oneWay = (a: FieldMatrix<Rational>, b: FieldMatrix<Rational>): boolean =>
    equalMatrices(rationals, productOfMatrices(rationals, a, b), identityMatrix(rationals, a.length));

  test.prop([square(smallRational, 4)], fixed(300))(
    'multiply to the identity, from both sides, or A is singular',
    (a) => {
      const inverse = inverseOfMatrix(rationals, a);
      const common = a.map((row) => row.map((x) => (x.numerator * 6n) / x.denominator));
      expect(O.isSome(inverse)).toBe(determinant(common) !== 0n);
      if (O.isSome(inverse)) {
        expect(oneWay(a, inverse.value)).toBe(true);
        expect(oneWay(inverse.value, a)).toBe(true);
      }
    },
  );

  test('rows are exchanged where a pivot is zero', () => {
    const swap = [
      [rational(0n), rational(2n)],
      [rational(1n), rational(0n)],
    ];
    expect(some(inverseOfMatrix(rationals, swap))).toEqual([
      [rational(0n), rational(1n)],
      [rational(1n, 2n), rational(0n)],
    ]);
  });
});

test.prop([square(smallInteger), fc.array(smallInteger, { minLength: 5, maxLength: 5 })], fixed(100))(
  'columns of a product are images of columns',
  (a, entries) => {
    const v = entries.slice(0, a.length);
    const b = fromColumns([v, v.map((x) => 2n * x)]);
    expect(productOfMatrices(integers, a, b)).toEqual(
      fromColumns([applyMatrix(integers, a, v), applyMatrix(integers, a, v).map((x) => 2n * x)]),
    );
  },
);
