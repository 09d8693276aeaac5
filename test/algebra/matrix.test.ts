/** Rational matrices, and echelon forms and kernels modulo a prime. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  echelonModulo,
  kernelModulo,
  matrixRing,
  multiplyMatrices,
  type RationalMatrix,
  reduceMatrix,
  scalarMatrix,
  transpose,
} from '../../src/algebra/matrix.ts';
import { overCommonDenominator, type Rational, rational, rationals } from '../../src/algebra/rational.ts';
import { type PrimeField, primeField, type Residue } from '../../src/algebra/residue.ts';
import { smallRational } from '../support/numbers.ts';
import { fixed } from '../support/seed.ts';
import { some } from '../support/unwrap.ts';

const matrix = (rows: number, columns: number): fc.Arbitrary<RationalMatrix> =>
  fc
    .array(smallRational, { minLength: rows * columns, maxLength: rows * columns })
    .map((entries) => ({ rows, columns, ...overCommonDenominator(entries) }));
const entry = (a: RationalMatrix, i: number, j: number): Rational =>
  rational(a.numerators[i * a.columns + j]!, a.denominator);
const { equals } = matrixRing(1);

const shapes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
const chained = shapes.chain(([r, m, c]) => fc.tuple(matrix(r, m), matrix(m, c)));

describe('rational matrices', () => {
  test.prop([chained], fixed(200))('the product has entries Σ a_ik b_kj', ([a, b]) => {
    const product = multiplyMatrices(a, b);
    expect([product.rows, product.columns]).toEqual([a.rows, b.columns]);
    for (let i = 0; i < a.rows; i++)
      for (let j = 0; j < b.columns; j++) {
        let sum = rationals.zero;
        for (let k = 0; k < a.columns; k++) sum = rationals.add(sum, rationals.mul(entry(a, i, k), entry(b, k, j)));
        expect(entry(product, i, j)).toEqual(sum);
      }
  });
  test.prop([chained], fixed(200))('(ab)ᵀ = bᵀaᵀ and transposing twice does nothing', ([a, b]) => {
    expect(equals(transpose(multiplyMatrices(a, b)), multiplyMatrices(transpose(b), transpose(a)))).toBe(true);
    expect(transpose(transpose(a))).toEqual(a);
    for (let i = 0; i < a.rows; i++)
      for (let j = 0; j < a.columns; j++) expect(entry(transpose(a), j, i)).toEqual(entry(a, i, j));
  });
  test.prop([chained, fc.bigInt({ min: -9n, max: 9n })], fixed(200))('reducing keeps the value', ([a], factor) => {
    fc.pre(factor !== 0n);
    const scaled = { ...a, numerators: a.numerators.map((x) => x * factor), denominator: a.denominator * factor };
    const reduced = reduceMatrix(scaled);
    expect(equals(reduced, a)).toBe(true);
    expect(reduced).toEqual(reduceMatrix(a));
    expect(reduced.denominator > 0n).toBe(true);
  });
  test('a scalar matrix commutes with all', () => {
    const { mul } = matrixRing(2);
    const a: RationalMatrix = { rows: 2, columns: 2, numerators: [1n, 2n, 3n, 4n], denominator: 5n };
    expect(mul(scalarMatrix(2, 7n), a)).toEqual(mul(a, scalarMatrix(2, 7n)));
  });
});

interface Modular {
  readonly field: PrimeField;
  readonly rows: readonly (readonly Residue[])[];
  readonly columns: number;
}

/** Matrices over small fields, so that low ranks happen, and over a large one. */
const modular: fc.Arbitrary<Modular> = fc
  .tuple(fc.constantFrom(2, 3, 5, 2_147_483_647), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([p, height, columns]) =>
    fc
      .array(
        fc.array(fc.oneof(fc.nat(Math.min(p - 1, 2)), fc.nat(p - 1)), { minLength: columns, maxLength: columns }),
        {
          minLength: height,
          maxLength: height,
        },
      )
      .map((rows) => ({ field: some(primeField(p)), rows, columns })),
  );

const times = (field: PrimeField, row: readonly Residue[], vector: readonly Residue[]): Residue =>
  row.reduce((sum, a, j) => field.add(sum, field.mul(a, vector[j]!)), 0);

describe('linear algebra modulo a prime', () => {
  test.prop([modular], fixed(500))(
    'the echelon form is reduced: pivots are one and alone in their columns',
    ({ field, rows }) => {
      const echelon = echelonModulo(field, rows);
      expect(echelon.rows.length).toBe(echelon.pivots.length);
      expect([...echelon.pivots].sort((a, b) => a - b)).toEqual(echelon.pivots);
      echelon.pivots.forEach((pivot, at) => {
        expect(echelon.rows.map((row) => row[pivot])).toEqual(echelon.rows.map((_, i) => (i === at ? 1 : 0)));
        expect(echelon.rows[at]!.slice(0, pivot).every((x) => x === 0)).toBe(true);
      });
    },
  );

  test.prop([modular], fixed(500))(
    'every row is the combination of echelon rows that its pivots say',
    ({ field, rows, columns }) => {
      const echelon = echelonModulo(field, rows);
      for (const row of rows)
        for (let j = 0; j < columns; j++) {
          const combined = echelon.pivots.reduce(
            (sum, pivot, i) => field.add(sum, field.mul(row[pivot]!, echelon.rows[i]![j]!)),
            0,
          );
          expect(combined).toBe(row[j]);
        }
    },
  );

  test.prop([modular], fixed(500))('rows and columns have equal rank', ({ field, rows, columns }) => {
    const columnRows = Array.from({ length: columns }, (_, j) => rows.map((row) => row[j]!));
    expect(echelonModulo(field, rows).pivots.length).toBe(echelonModulo(field, columnRows).pivots.length);
  });

  test.prop([modular], fixed(500))(
    'the kernel is killed, independent, and has dimension columns − rank',
    ({ field, rows, columns }) => {
      const kernel = kernelModulo(field, rows, columns);
      const rank = echelonModulo(field, rows).pivots.length;
      expect(kernel.length).toBe(columns - rank);
      for (const vector of kernel) for (const row of rows) expect(times(field, row, vector)).toBe(0);
      expect(echelonModulo(field, kernel).pivots.length).toBe(kernel.length);
    },
  );

  test('over GF(2) and GF(3) the kernel is the one found by trying every vector', () => {
    for (const p of [2, 3]) {
      const field = some(primeField(p));
      const rows = [
        [1, 1, 0, 1],
        [0, 1, 1, 1],
        [1, 0, p - 1, 0],
      ];
      let killed = 0;
      for (let code = 0; code < p ** 4; code++) {
        const vector = [0, 1, 2, 3].map((i) => Math.floor(code / p ** i) % p);
        if (rows.every((row) => times(field, row, vector) === 0)) killed++;
      }
      expect(p ** kernelModulo(field, rows, 4).length).toBe(killed);
    }
  });

  test('no rows: everything is in the kernel', () => {
    expect(kernelModulo(some(primeField(5)), [], 3)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  test('the input is left alone', () => {
    const rows = [
      [2, 1],
      [1, 1],
    ];
    echelonModulo(some(primeField(5)), rows);
    expect(rows).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });
});
