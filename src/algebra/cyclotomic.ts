/**
 * The cyclotomic field ℚ(ζ), ζ = e^{2πi/n}, and exact decisions about integer combinations of n-th roots of unity.
 *
 * Field elements are reduced modulo Φ_n: φ(n) integers over one denominator, so equality is equality of the parts.
 * Sums that only have to be compared with zero stay as n integers c with value Σ c_j ζʲ ("combinations"), which is
 * cheaper: multiplication by a root of unity is a rotation of the list.
 */
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import type { ExactField } from './field.ts';
import { gcd } from './integer.ts';
import { cyclotomicPolynomial } from './polynomial.ts';
import { overCommonDenominator, type Rational, rational, rationals } from './rational.ts';

export interface Cyclotomic {
  /** φ(n) coefficients on 1, ζ, ζ², …, over `denominator` > 0; the whole reduced. */
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

export interface CyclotomicField extends ExactField<Cyclotomic> {
  readonly conductor: number;
  /** ζᵏ for any integer k. */
  readonly root: (k: number) => Cyclotomic;
  readonly conjugate: (a: Cyclotomic) => Cyclotomic;
  readonly fromRational: (a: Rational) => Cyclotomic;
}

/** Reduces Σ c_j ζʲ (any length) modulo the monic Φ_n to φ(n) coefficients. */
const reduceModulo = (phi: readonly bigint[], coefficients: readonly bigint[]): bigint[] => {
  const rest = [...coefficients];
  const degree = phi.length - 1;
  const support = phi.flatMap((a, i) => (a === 0n || i === degree ? [] : [{ a, i }]));
  for (let top = rest.length - 1; top >= degree; top--) {
    const lead = rest[top]!;
    if (lead !== 0n) for (const { a, i } of support) rest[top - degree + i] = rest[top - degree + i]! - lead * a;
  }
  rest.length = Math.min(rest.length, degree);
  while (rest.length < degree) rest.push(0n);
  return rest;
};

const normalise = (numerators: readonly bigint[], denominator: bigint): Cyclotomic => {
  let divisor = denominator;
  for (const a of numerators) divisor = gcd(divisor, a);
  if (denominator < 0n) divisor = -divisor;
  return { numerators: numerators.map((a) => a / divisor), denominator: denominator / divisor };
};

/** The solution of a square rational system by Gaussian elimination; `none` if singular. Growth: O(m³). */
const solve = (rows: readonly (readonly Rational[])[]): O.Option<readonly Rational[]> => {
  const { mul, sub, zero, inverse, equals } = rationals;
  const m = rows.length;
  const work = rows.map((row) => [...row]);
  for (let column = 0; column < m; column++) {
    const pivot = work.findIndex((row, i) => i >= column && !equals(row[column]!, zero));
    if (pivot < 0) return O.none;
    [work[column], work[pivot]] = [work[pivot]!, work[column]!];
    const scale = inverse(work[column]![column]!);
    if (O.isNone(scale)) return O.none;
    work[column] = work[column]!.map((a) => mul(a, scale.value));
    for (let i = 0; i < m; i++) {
      const factor = work[i]![column]!;
      if (i === column || equals(factor, zero)) continue;
      work[i] = work[i]!.map((a, j) => sub(a, mul(factor, work[column]![j]!)));
    }
  }
  return O.some(work.map((row) => row[m]!));
};

/** ℚ(ζ_n) for n ≥ 1. Multiplication is O(φ(n)²), inversion O(φ(n)³). */
export const cyclotomicField = (n: number): CyclotomicField => {
  const phi = cyclotomicPolynomial(n);
  const degree = phi.length - 1;
  const combine = (a: Cyclotomic, b: Cyclotomic, sign: bigint): Cyclotomic =>
    normalise(
      a.numerators.map((x, i) => x * b.denominator + sign * b.numerators[i]! * a.denominator),
      a.denominator * b.denominator,
    );
  const multiply = (a: Cyclotomic, b: Cyclotomic): Cyclotomic => {
    const product = new Array<bigint>(2 * degree).fill(0n);
    a.numerators.forEach((x, i) => {
      if (x !== 0n)
        b.numerators.forEach((y, j) => {
          product[i + j] = product[i + j]! + x * y;
        });
    });
    return normalise(reduceModulo(phi, product), a.denominator * b.denominator);
  };
  const fromRational = (a: Rational): Cyclotomic => normalise(reduceModulo(phi, [a.numerator]), a.denominator);
  const root = (k: number): Cyclotomic => {
    const exponent = ((k % n) + n) % n;
    return normalise(reduceModulo(phi, [...new Array<bigint>(exponent).fill(0n), 1n]), 1n);
  };
  const isZero = (a: Cyclotomic): boolean => a.numerators.every((x) => x === 0n);
  const inverse = (a: Cyclotomic): O.Option<Cyclotomic> => {
    if (isZero(a)) return O.none;
    // Columns of multiplication by a on the basis 1, ζ, …; the inverse is the preimage of 1.
    const columns = Array.from({ length: degree }, (_, k) => multiply(a, root(k)));
    const system = Array.from({ length: degree }, (_, i) => [
      ...columns.map((column) => rational(column.numerators[i]!, column.denominator)),
      rational(i === 0 ? 1n : 0n),
    ]);
    return pipe(
      solve(system),
      O.map((solution) => {
        const { numerators, denominator } = overCommonDenominator(solution);
        return normalise(numerators, denominator);
      }),
    );
  };
  return {
    conductor: n,
    add: (a, b) => combine(a, b, 1n),
    sub: (a, b) => combine(a, b, -1n),
    mul: multiply,
    zero: fromRational(rationals.zero),
    one: fromRational(rationals.one),
    equals: (a, b) => a.denominator === b.denominator && a.numerators.every((x, i) => x === b.numerators[i]),
    fromInteger: (k) => fromRational(rational(k)),
    inverse,
    root,
    conjugate: (a) => {
      const reflected = new Array<bigint>(n).fill(0n);
      a.numerators.forEach((x, k) => {
        reflected[(n - k) % n] = x;
      });
      return normalise(reduceModulo(phi, reflected), a.denominator);
    },
    fromRational,
  };
};

/** Whether Σ c_j ζʲ = 0, exactly, for n = c.length. */
export const isZeroCombination = (c: readonly bigint[]): boolean =>
  reduceModulo(cyclotomicPolynomial(c.length), c).every((a) => a === 0n);
