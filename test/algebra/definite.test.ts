/** Is a matrix positive (semi)definite? The exact answer against minors, and the floating-point one against the exact. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { choleskySizeLimit, isPositiveSemidefinite, provesPositiveDefinite } from '../../src/algebra/definite.ts';
import { lcm } from '../../src/algebra/integer.ts';
import {
  combine,
  determinant,
  gram,
  hasNonnegativeMinors,
  type IntegerMatrix,
  identity,
  isPositiveDefiniteExactly,
  outer,
  principal,
  quadratic,
} from '../support/exact.ts';
import { fixed } from '../support/seed.ts';

const semidefinite = (a: IntegerMatrix): boolean => isPositiveSemidefinite(a.length, a.flat());
const entries = (size: number, most: bigint): fc.Arbitrary<bigint[]> =>
  fc.array(fc.bigInt({ min: -most, max: most }), { minLength: size, maxLength: size });

/** Any symmetric matrix: the upper triangle is arbitrary, zero diagonals are frequent. */
const symmetric = (most: bigint): fc.Arbitrary<IntegerMatrix> =>
  fc
    .integer({ min: 1, max: 4 })
    .chain((size) =>
      fc
        .array(entries(size, most), { minLength: size, maxLength: size })
        .map((rows) => rows.map((row, i) => row.map((_, j) => rows[Math.min(i, j)]![Math.max(i, j)]!))),
    );

/** A Gram matrix with the vectors it comes from; singular when there are fewer vectors than columns. */
const gramMatrix = (most: bigint, maxSize = 6): fc.Arbitrary<IntegerMatrix> =>
  fc
    .tuple(fc.integer({ min: 1, max: maxSize }), fc.integer({ min: 1, max: maxSize }))
    .chain(([size, vectors]) =>
      fc.array(entries(size, most), { minLength: vectors, maxLength: vectors }).map((b) => gram(b, size)),
    );

/** lcm(1 … 2n − 1) times the Hilbert matrix: positive definite, and famously close to singular. */
const hilbert = (n: number): IntegerMatrix => {
  const scale = Array.from({ length: 2 * n - 1 }, (_, i) => BigInt(i + 1)).reduce(lcm, 1n);
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => scale / BigInt(i + j + 1)));
};

const withLastDiagonal = (a: IntegerMatrix, value: bigint): IntegerMatrix =>
  a.map((row, i) => row.map((x, j) => (i === a.length - 1 && j === a.length - 1 ? value : x)));

describe('isPositiveSemidefinite', () => {
  test.each([
    ['the empty matrix', [], true],
    ['0', [[0n]], true],
    ['1', [[1n]], true],
    ['−1', [[-1n]], false],
    [
      'zero',
      [
        [0n, 0n],
        [0n, 0n],
      ],
      true,
    ],
    [
      'a zero on the diagonal beside a nonzero',
      [
        [0n, 1n],
        [1n, 5n],
      ],
      false,
    ],
    [
      'the same, last',
      [
        [5n, 1n],
        [1n, 0n],
      ],
      false,
    ],
    [
      'all ones',
      [
        [1n, 1n, 1n],
        [1n, 1n, 1n],
        [1n, 1n, 1n],
      ],
      true,
    ],
    [
      'determinant zero, semidefinite',
      [
        [1n, 2n],
        [2n, 4n],
      ],
      true,
    ],
    [
      'determinant −1',
      [
        [1n, 2n],
        [2n, 3n],
      ],
      false,
    ],
    [
      'leading minors 0, 0, 0 but indefinite',
      [
        [0n, 0n, 0n],
        [0n, 0n, 1n],
        [0n, 1n, 0n],
      ],
      false,
    ],
    [
      'leading minors 1, 0, 0 but indefinite',
      [
        [1n, 1n, 0n],
        [1n, 1n, 0n],
        [0n, 0n, -1n],
      ],
      false,
    ],
    [
      'a Laplacian',
      [
        [2n, -1n, -1n],
        [-1n, 2n, -1n],
        [-1n, -1n, 2n],
      ],
      true,
    ],
  ] as const)('%s', (_, matrix, expected) => {
    expect(semidefinite(matrix)).toBe(expected);
  });

  test.prop([fc.oneof(symmetric(1n), symmetric(3n), symmetric(1000n))], fixed(3000))(
    'as all principal minors say',
    (a) => {
      expect(semidefinite(a)).toBe(hasNonnegativeMinors(a));
    },
  );

  test.prop([fc.oneof(gramMatrix(2n, 8), gramMatrix(10n ** 12n, 8))], fixed(500))('yes for every Gram matrix', (a) => {
    expect(semidefinite(a)).toBe(true);
  });

  test.prop([gramMatrix(20n), entries(6, 9n), fc.bigInt({ min: 0n, max: 10n ** 60n })], fixed(500))(
    'no, however little the form is made negative at one vector',
    (a, direction, large) => {
      const x = direction.slice(0, a.length);
      const norm = x.reduce((sum, value) => sum + value * value, 0n);
      fc.pre(norm > 0n);
      // (x·x)·K·a − (K·a(x) + 1)·1 has the value −x·x at x.
      const value = quadratic(a, x);
      const tilted = combine(norm * large, a, large * value + 1n, identity(a.length));
      expect(quadratic(tilted, x)).toBe(-norm);
      expect(semidefinite(tilted)).toBe(false);
    },
  );

  test.prop([gramMatrix(5n, 4), entries(4, 9n), fc.bigInt({ min: 1n, max: 10n ** 40n })], fixed(500))(
    'changes exactly where a rank-one piece is as large as the matrix allows',
    (a, direction, large) => {
      const v = direction.slice(0, a.length);
      const det = determinant(a);
      fc.pre(det > 0n && v.some((x) => x !== 0n));
      // vᵀ adj(a) v = det(a + vvᵀ) − det a; a − t vvᵀ is semidefinite exactly for t ≤ det a / that.
      const adjugate = determinant(combine(1n, a, -1n, outer(v))) - det;
      const edge = combine(adjugate, a, det, outer(v));
      expect(determinant(edge)).toBe(0n);
      expect(semidefinite(edge)).toBe(true);
      expect(semidefinite(combine(large, edge, 1n, outer(v)))).toBe(false);
      expect(semidefinite(combine(large, edge, -1n, outer(v)))).toBe(true);
    },
  );

  test.prop([symmetric(3n), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), entries(4, 3n)], fixed(500))(
    'does not depend on the order of the coordinates, on scale or on a shear',
    (a, order, shear) => {
      const answer = semidefinite(a);
      const kept = order.filter((i) => i < a.length);
      expect(semidefinite(principal(a, kept))).toBe(answer);
      expect(semidefinite(combine(10n ** 30n, a, 0n, a))).toBe(answer);
      // Congruence by the unipotent matrix that adds multiples of the first coordinate to the others.
      const t = a.map((_, i) => a.map((_, j) => (i === j ? 1n : i === 0 && j > 0 ? shear[j]! : 0n)));
      const sheared = t.map((_, i) =>
        t.map((_, j) => a.reduce((s, row, k) => s + row.reduce((r, x, l) => r + t[k]![i]! * x * t[l]![j]!, 0n), 0n)),
      );
      expect(semidefinite(sheared)).toBe(answer);
    },
  );

  test('integers grow no faster than minors: size 60 is decided at once', () => {
    // A path's Laplacian, singular; with one more or less in a corner it is definite or indefinite.
    const n = 60;
    const path = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => {
        if (i === j) return i === 0 || i === n - 1 ? 1n : 2n;
        return Math.abs(i - j) === 1 ? -1n : 0n;
      }),
    );
    const dense = gram(path, n);
    expect([path, dense].map(semidefinite)).toEqual([true, true]);
    expect(semidefinite(withLastDiagonal(path, 0n))).toBe(false);
    expect(semidefinite(withLastDiagonal(dense, dense[n - 1]![n - 1]! - 1n))).toBe(false);
  });

  test('Hilbert matrices up to size 15, and exactly where lowering the last entry makes them indefinite', () => {
    for (let n = 1; n <= 15; n++) {
      const a = hilbert(n);
      expect(semidefinite(a)).toBe(true);
      if (n > 6 || n < 2) continue;
      // The Schur complement of the last entry is det a / det a'.
      const [whole, leading] = [determinant(a), determinant(principal(a, a.map((_, i) => i).slice(0, -1)))];
      const scaled = combine(leading, a, 0n, a);
      const last = scaled[n - 1]![n - 1]!;
      expect(semidefinite(withLastDiagonal(scaled, last - whole))).toBe(true);
      expect(semidefinite(withLastDiagonal(scaled, last - whole - 1n))).toBe(false);
    }
  });
});

const doubles = (a: IntegerMatrix, scale = 1): Float64Array => Float64Array.from(a.flat(), (x) => Number(x) * scale);

/** Powers of two, so that multiplying is exact. */
const exactScale = fc.constantFrom(0, 0, 1, -1, 20, -52, 300, -300, -400).map((e) => 2 ** e);

/** Symmetric integer matrices of doubles within a hair of singular. */
const nearlySingular: fc.Arbitrary<IntegerMatrix> = fc
  .tuple(
    fc.oneof(gramMatrix(2n, 8), gramMatrix(1000n, 8), gramMatrix(1n << 21n, 8)),
    fc.integer({ min: 0, max: 7 }),
    fc.constantFrom(-1n, 0n, 0n, 1n, 2n),
    fc.boolean(),
  )
  .map(([a, at, tweak, everywhere]) =>
    a.map((row, i) => row.map((x, j) => (i === j && (everywhere || i === at % a.length) ? x + tweak : x))),
  );

describe('provesPositiveDefinite', () => {
  test.prop([nearlySingular, exactScale], fixed(4000))(
    'says yes only to matrices that are exactly positive definite',
    (a, scale) => {
      if (provesPositiveDefinite(a.length, doubles(a, scale))) {
        expect(isPositiveDefiniteExactly(a)).toBe(true);
        expect(semidefinite(a)).toBe(true);
      }
    },
  );

  test.prop([gramMatrix(1n << 20n, 8)], fixed(300))('says no to every singular matrix', (a) => {
    const widened = a.map((row) => [...row, row[0]!]);
    const doubled = [...widened, widened[0]!];
    expect(provesPositiveDefinite(doubled.length, doubles(doubled))).toBe(false);
  });

  test.prop([gramMatrix(50n, 6), entries(6, 9n), fc.bigInt({ min: 0n, max: 1000n })], fixed(500))(
    'says no when the form is barely negative at one vector',
    (a, direction, large) => {
      const x = direction.slice(0, a.length);
      const norm = x.reduce((sum, value) => sum + value * value, 0n);
      fc.pre(norm > 0n);
      const tilted = combine(norm * large, a, large * quadratic(a, x) + 1n, identity(a.length));
      fc.pre(tilted.flat().every((value) => BigInt(Number(value)) === value));
      expect(provesPositiveDefinite(a.length, doubles(tilted))).toBe(false);
    },
  );

  test.prop(
    [
      fc.integer({ min: 2, max: 8 }).chain((size) =>
        fc.array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size }), {
          minLength: 1,
          maxLength: size,
        }),
      ),
      fc.constantFrom(0, 1e-17, 1e-16, 1e-15, 1e-14, 1e-13),
    ],
    fixed(2000),
  )('is right about rounded Gram matrices, whose small eigenvalues are rounding errors', (vectors, ridge) => {
    const size = vectors[0]!.length;
    // On a grid of 2⁻⁵² a double is an exact integer.
    const grid = (x: number): number => Math.round(x * 2 ** 52) * 2 ** -52;
    const a = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) =>
        grid(vectors.reduce<number>((sum, v) => sum + v[i]! * v[j]!, i === j ? ridge : 0)),
      ),
    );
    const exact = a.map((row) => row.map((x) => BigInt(x * 2 ** 52)));
    if (provesPositiveDefinite(size, Float64Array.from(a.flat()))) expect(isPositiveDefiniteExactly(exact)).toBe(true);
  });

  test('says no to Hilbert matrices with one taken off a diagonal entry, where that makes them indefinite', () => {
    let indefinite = 0;
    for (let n = 2; n <= 19; n++)
      for (let at = 0; at < n; at++) {
        const a = hilbert(n).map((row, i) => row.map((x, j) => (i === at && j === at ? x - 1n : x)));
        expect(a.flat().every((x) => BigInt(Number(x)) === x)).toBe(true);
        const definite = isPositiveDefiniteExactly(a);
        if (!definite) {
          indefinite++;
          expect(provesPositiveDefinite(n, doubles(a))).toBe(false);
        }
      }
    expect(indefinite).toBeGreaterThan(100);
  });

  test('says no to all ones with a little less on the diagonal, and to all ones', () => {
    for (const n of [2, 3, 10, 50])
      for (const less of [0, 2 ** -53, 2 ** -52, 2 ** -40]) {
        const a = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 - less : 1));
        expect(provesPositiveDefinite(n, a)).toBe(false);
      }
  });

  test.prop(
    [fc.integer({ min: 1, max: 40 }), fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })), exactScale],
    fixed(100),
  )('says yes to diagonally dominant matrices with room to spare', (n, stream, scale) => {
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) {
        const value = i === j ? n : stream.next().value * 0.9;
        a[i * n + j] = value * scale;
        a[j * n + i] = value * scale;
      }
    expect(provesPositiveDefinite(n, a)).toBe(true);
  });

  test('says yes to the first Hilbert matrices and to well-conditioned Gram matrices', () => {
    for (let n = 1; n <= 8; n++) expect(provesPositiveDefinite(n, doubles(hilbert(n)))).toBe(true);
    for (let n = 1; n <= 64; n *= 2) {
      // n·1 + Laplacian of a path.
      const a = Float64Array.from({ length: n * n }, (_, at) => {
        const [i, j] = [Math.floor(at / n), at % n];
        return i === j ? n + 2 : Math.abs(i - j) === 1 ? -1 : 0;
      });
      expect(provesPositiveDefinite(n, a)).toBe(true);
    }
  });

  test.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['−Infinity', Number.NEGATIVE_INFINITY],
    ['zero', 0],
    ['−0', -0],
    ['a negative number', -1],
    ['a subnormal number', 5e-324],
    ['less than the stated range', 2 ** -401],
    ['more than the stated range', 2 ** 401],
  ])('says no to %s on the diagonal', (_, value) => {
    for (const n of [1, 2, 3])
      for (let at = 0; at < n; at++) {
        const a = Float64Array.from({ length: n * n }, (_, i) =>
          i === at * (n + 1) ? value : i % (n + 1) === 0 ? 1 : 0,
        );
        expect(provesPositiveDefinite(n, a)).toBe(false);
      }
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -1e308])(
    'says no to %d off the diagonal',
    (value) => {
      for (const n of [2, 3, 4])
        for (let i = 0; i < n; i++)
          for (let j = 0; j < i; j++) {
            const a = Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1e6 : 0));
            a[i * n + j] = value;
            a[j * n + i] = value;
            expect(provesPositiveDefinite(n, a)).toBe(false);
          }
    },
  );

  test('says no above the size for which its bound is stated, and to a list that is too short', () => {
    expect(provesPositiveDefinite(choleskySizeLimit + 1, new Float64Array(0))).toBe(false);
    expect(provesPositiveDefinite(3, Float64Array.of(1, 0, 0))).toBe(false);
    expect(provesPositiveDefinite(3, Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0))).toBe(false);
  });
});
