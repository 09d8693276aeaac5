/**
 * The field ℚ. A rational is always reduced with a positive denominator, so equality is equality of the two parts.
 * Do not reduce inside loops over matrix entries: use integer matrices with one common denominator (`matrix.ts`).
 */
import * as O from 'fp-ts/lib/Option.js';
import type { Ord } from 'fp-ts/lib/Ord.js';
import type { ExactField } from './field.ts';
import { gcd } from './integer.ts';

export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The reduced quotient; the denominator must not be zero (a zero here is a bug in the caller, hence the exception). */
export const rational = (numerator: bigint, denominator: bigint = 1n): Rational => {
  if (denominator === 0n) throw new RangeError('rational: zero denominator');
  const divisor = denominator < 0n ? -gcd(numerator, denominator) : gcd(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
};

const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

const equals = (a: Rational, b: Rational): boolean => a.numerator === b.numerator && a.denominator === b.denominator;

/** The field ℚ with its usual order. */
export const rationals: ExactField<Rational> & Ord<Rational> = {
  add: (a, b) => rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
  sub: (a, b) => rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator),
  mul: (a, b) => rational(a.numerator * b.numerator, a.denominator * b.denominator),
  zero: rational(0n),
  one: rational(1n),
  equals,
  compare,
  fromInteger: (n) => rational(n),
  inverse: (a) => (a.numerator === 0n ? O.none : O.some(rational(a.denominator, a.numerator))),
};

/** The canonical text: `"7"`, `"-1/10"`; reduced, no leading zeros, no denominator 1. */
export const showRational = (a: Rational): string =>
  a.denominator === 1n ? `${a.numerator}` : `${a.numerator}/${a.denominator}`;

/**
 * Parses the canonical text and nothing else: `none` for `"2/4"`, `"1/1"`, `"-0"`, `"+1"`, `"01"`, `"0.5"`, `" 1"`.
 * The length is not bounded here; the caller bounds it (BigInt parsing is quadratic).
 */
export const parseRational = (text: string): O.Option<Rational> => {
  const match = /^(0|-?[1-9][0-9]*)(?:\/([1-9][0-9]*))?$/.exec(text);
  if (match === null) return O.none;
  const value = rational(BigInt(match[1]!), BigInt(match[2] ?? '1'));
  return showRational(value) === text ? O.some(value) : O.none;
};

/**
 * Whether the least common denominator has at most so many bits; stops as soon as it has more. Denominators that divide
 * what came before cost one division, others at least double it, so at most `bits` greatest common divisors are taken.
 */
export const denominatorFits = (values: readonly Rational[], bits: number): boolean => {
  const limit = 1n << BigInt(bits);
  let denominator = 1n;
  for (const value of values) {
    if (denominator % value.denominator === 0n) continue;
    denominator = (denominator / gcd(denominator, value.denominator)) * value.denominator;
    if (denominator > limit) return false;
  }
  return true;
};

/** The least common denominator of a list and the numerators over it. */
export const overCommonDenominator = (
  values: readonly Rational[],
): { readonly numerators: readonly bigint[]; readonly denominator: bigint } => {
  let denominator = 1n;
  for (const value of values)
    if (denominator % value.denominator !== 0n)
      denominator = (denominator / gcd(denominator, value.denominator)) * value.denominator;
  return { numerators: values.map((value) => value.numerator * (denominator / value.denominator)), denominator };
};

/**
 * A double within a factor (1 + u)³ of the value from above, u = 2⁻⁵³: the integer quotient truncates. For display and
 * search, and in `check/blocks.ts`, whose error bound relies on this (MATHEMATICS.md 3.10).
 */
export const approximate = (a: Rational): number => {
  const shift = BigInt(Math.max(0, a.denominator.toString(2).length - 1000));
  const top = a.numerator >> shift;
  const bottom = a.denominator >> shift;
  const whole = top / bottom;
  return Number(whole) + Number(((top - whole * bottom) * (1n << 60n)) / bottom) / 2 ** 60;
};

export const halved = ({ numerator, denominator }: Rational): Rational => rational(numerator, 2n * denominator);
export const doubled = ({ numerator, denominator }: Rational): Rational => rational(2n * numerator, denominator);
