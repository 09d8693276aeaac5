/**
 * Closed intervals of rationals, with infinite ends: what is known of a number. An operation gives the interval of all
 * values that it can take, or a larger one; `undefined` stands for a number that may not be defined (a quotient by what may be 0), and
 * whatever is made of it is `undefined` too.
 */
import { absolute, ceilDivide, floorDivide } from '../algebra/integer.ts';
import { type Rational, rational, rationals } from '../algebra/rational.ts';

export type End = Rational | 'infinity' | '-infinity';

/** lower ≤ upper. An infinite end is not a value: the number is a rational. */
export interface Interval {
  readonly lower: End;
  readonly upper: End;
}

/** A number that may not be defined. */
export type Known = Interval | undefined;

/** What is known of a statement. */
export type Truth = 'true' | 'false' | 'unknown';

/** Numerators and denominators longer than this are not computed with. */
export const bitLimit = 16_000;
/**
 * The same for the shorter of numerator and denominator. Reducing a fraction takes as many divisions as Euclid's algorithm, at most 1.5 for each
 * bit of the shorter part of the result: so every operation but the last is quick, whatever cancels.
 */
export const fractionBitLimit = 3000;

/** A number beyond `bitLimit` or `fractionBitLimit`; thrown here, caught by `evaluate`. */
export class Beyond extends Error {}

const bitsOf = (n: bigint): number => absolute(n).toString(16).length * 4;

const within = (end: End): End => {
  if (typeof end === 'string') return end;
  const [a, b] = [bitsOf(end.numerator), bitsOf(end.denominator)];
  if (Math.max(a, b) > bitLimit) throw new Beyond(`a number of more than ${bitLimit} bits`);
  if (Math.min(a, b) > fractionBitLimit)
    throw new Beyond(`a fraction with numerator and denominator of more than ${fractionBitLimit} bits`);
  return end;
};

export const between = (lower: End, upper: End): Interval => ({ lower: within(lower), upper: within(upper) });
export const exactly = (value: Rational): Interval => between(value, value);
export const integer = (value: bigint | number): Interval => exactly(rational(BigInt(value)));

const rank: Readonly<Record<'infinity' | '-infinity', number>> = { '-infinity': -1, infinity: 1 };

export const compareEnds = (a: End, b: End): number => {
  if (typeof a === 'string' || typeof b === 'string')
    return (typeof a === 'string' ? rank[a] : 0) - (typeof b === 'string' ? rank[b] : 0);
  return rationals.compare(a, b);
};

const least = (ends: readonly End[]): End => ends.reduce((a, b) => (compareEnds(b, a) < 0 ? b : a));
const greatest = (ends: readonly End[]): End => ends.reduce((a, b) => (compareEnds(b, a) > 0 ? b : a));

/** The value, where there is only one. */
export const onlyValue = (x: Known): Rational | undefined =>
  x !== undefined && typeof x.lower !== 'string' && compareEnds(x.lower, x.upper) === 0 ? x.lower : undefined;

const opposite = (end: End): End =>
  end === 'infinity' ? '-infinity' : end === '-infinity' ? 'infinity' : rational(-end.numerator, end.denominator);

export const negate = (x: Interval): Interval => between(opposite(x.upper), opposite(x.lower));

/** Lower ends are added to lower ends, so opposite infinities never meet. */
const addEnds = (a: End, b: End): End => (typeof a === 'string' ? a : typeof b === 'string' ? b : rationals.add(a, b));

export const add = (x: Interval, y: Interval): Interval =>
  between(addEnds(x.lower, y.lower), addEnds(x.upper, y.upper));

const signOf = (end: End): number =>
  typeof end === 'string' ? rank[end] : end.numerator < 0n ? -1 : end.numerator > 0n ? 1 : 0;

/** 0 times infinity is 0: an infinite end stands for arbitrarily large rationals, and 0 times these is 0. */
const multiplyEnds = (a: End, b: End): End => {
  const sign = signOf(a) * signOf(b);
  if (sign === 0) return rationals.zero;
  if (typeof a === 'string' || typeof b === 'string') return sign > 0 ? 'infinity' : '-infinity';
  return rationals.mul(a, b);
};

export const multiply = (x: Interval, y: Interval): Interval => {
  const products = [x.lower, x.upper].flatMap((a) => [y.lower, y.upper].map((b) => multiplyEnds(a, b)));
  return between(least(products), greatest(products));
};

const reciprocalEnd = (end: End): End =>
  typeof end === 'string' ? rationals.zero : rational(end.denominator, end.numerator);

/** Undefined if y may be 0. */
export const divide = (x: Interval, y: Interval): Known =>
  signOf(y.lower) > 0 || signOf(y.upper) < 0
    ? multiply(x, between(reciprocalEnd(y.upper), reciprocalEnd(y.lower)))
    : undefined;

export const minimum = (x: Interval, y: Interval): Interval =>
  between(least([x.lower, y.lower]), least([x.upper, y.upper]));
export const maximum = (x: Interval, y: Interval): Interval =>
  between(greatest([x.lower, y.lower]), greatest([x.upper, y.upper]));

/** aⁿ for n ≥ 0. */
const powerOfEnd = (a: End, n: number): End => {
  if (n === 0) return rationals.one;
  if (typeof a === 'string') return a === 'infinity' || n % 2 === 0 ? 'infinity' : a;
  if (absolute(a.numerator) <= 1n && a.denominator === 1n) return n % 2 === 0 ? rationals.mul(a, a) : a;
  if (Math.max(bitsOf(a.numerator), bitsOf(a.denominator)) * n > 4 * bitLimit)
    throw new Beyond(`a power of more than ${bitLimit} bits`);
  return within({ numerator: a.numerator ** BigInt(n), denominator: a.denominator ** BigInt(n) });
};

const naturalPower = (x: Interval, n: number): Interval => {
  const ends = [powerOfEnd(x.lower, n), powerOfEnd(x.upper, n)];
  const crossesZero = signOf(x.lower) < 0 && signOf(x.upper) > 0;
  return between(n % 2 === 0 && n > 0 && crossesZero ? rationals.zero : least(ends), greatest(ends));
};

const smallInteger = (end: End): number | undefined =>
  typeof end !== 'string' && end.denominator === 1n && absolute(end.numerator) < 2n ** 31n
    ? Number(end.numerator)
    : undefined;

/** 1 ≤ a, 0 ≤ b: aᵇ grows in both. The exponents are integers, those of the interval y being bounds of one. */
const growingPower = (x: Interval, y: Interval): Known => {
  const from = smallInteger(y.lower);
  if (from === undefined || from < 0 || compareEnds(x.lower, rationals.one) < 0) return undefined;
  const to = smallInteger(y.upper);
  const upper = y.upper === 'infinity' ? 'infinity' : to === undefined ? undefined : powerOfEnd(x.upper, to);
  return upper === undefined ? undefined : between(powerOfEnd(x.lower, from), upper);
};

/**
 * xʸ for an integer y: known exactly, or with x ≥ 1 and y ≥ 0 between two. Undefined for other exponents, for 0 to a negative power,
 * and if an integer between the ends is not known to be one (`whole`).
 */
export const power = (x: Interval, y: Interval, whole: boolean): Known => {
  const exponent = onlyValue(y);
  if (exponent === undefined) return whole ? growingPower(x, y) : undefined;
  const n = smallInteger(exponent);
  if (n === undefined) {
    if (exponent.denominator === 1n) throw new Beyond('an exponent of more than 31 bits');
    return undefined;
  }
  return n >= 0 ? naturalPower(x, n) : divide(integer(1), naturalPower(x, -n));
};

const roundEnd = (end: End, rounding: (a: bigint, b: bigint) => bigint): End =>
  typeof end === 'string' ? end : rational(rounding(end.numerator, end.denominator));

export const floor = (x: Interval): Interval => between(roundEnd(x.lower, floorDivide), roundEnd(x.upper, floorDivide));
export const ceiling = (x: Interval): Interval => between(roundEnd(x.lower, ceilDivide), roundEnd(x.upper, ceilDivide));

const bitLength = (n: bigint): number => n.toString(2).length;

/** ⌊log₂(a/b)⌋: with t = bitLength(a) − bitLength(b) the quotient lies in (2^{t−1}, 2^{t+1}). */
const floorLog = (a: bigint, b: bigint): number => {
  const t = bitLength(a) - bitLength(b);
  return (t >= 0 ? a >= b << BigInt(t) : a << BigInt(-t) >= b) ? t : t - 1;
};

/** Bits of the powers that logarithms are taken of. */
const logarithmBits = 2 ** 17;

/**
 * log₂ of a positive rational: exactly if it is a power of 2, else within 1/N, since N·log₂(x) = log₂(x^N) lies strictly between f and f + 1 for f = ⌊log₂(x^N)⌋;
 * N is a power of 2, at most 4096, as large as `logarithmBits` allows. Integers only.
 */
const logarithmOf = ({ numerator: a, denominator: b }: Rational): readonly [Rational, Rational] => {
  const whole = floorLog(a, b);
  const isPower = whole >= 0 ? a === b << BigInt(whole) : a << BigInt(-whole) === b;
  if (isPower) return [rational(BigInt(whole)), rational(BigInt(whole))];
  let n = 1;
  while (n < 4096 && 2 * n * Math.max(bitLength(a), bitLength(b)) <= logarithmBits) n *= 2;
  const below = BigInt(floorLog(a ** BigInt(n), b ** BigInt(n)));
  return [rational(below, BigInt(n)), rational(below + 1n, BigInt(n))];
};

/** Undefined if x may be 0 or negative. */
export const logarithm = (x: Interval): Known => {
  if (signOf(x.lower) <= 0) return undefined;
  const lower = typeof x.lower === 'string' ? x.lower : logarithmOf(x.lower)[0];
  return between(lower, typeof x.upper === 'string' ? x.upper : logarithmOf(x.upper)[1]);
};

export type Relation = '<' | '<=' | '=' | '!=' | '>=' | '>';

export const opposed = (truth: Truth): Truth => (truth === 'unknown' ? truth : truth === 'true' ? 'false' : 'true');

const atMost = (x: Interval, y: Interval): Truth =>
  typeof x.upper !== 'string' && compareEnds(x.upper, y.lower) <= 0
    ? 'true'
    : typeof x.lower !== 'string' && compareEnds(x.lower, y.upper) > 0
      ? 'false'
      : 'unknown';

const both = (a: Truth, b: Truth): Truth =>
  a === 'false' || b === 'false' ? 'false' : a === 'true' && b === 'true' ? 'true' : 'unknown';

export const compare = (relation: Relation, x: Known, y: Known): Truth => {
  if (x === undefined || y === undefined) return 'unknown';
  switch (relation) {
    case '<=':
      return atMost(x, y);
    case '>=':
      return atMost(y, x);
    case '<':
      return opposed(atMost(y, x));
    case '>':
      return opposed(atMost(x, y));
    case '=':
      return both(atMost(x, y), atMost(y, x));
    case '!=':
      return opposed(both(atMost(x, y), atMost(y, x)));
  }
};

/** Whether a divides b, both integers; a = 0 divides only 0. */
export const divides = (x: Known, y: Known): Truth => {
  const [a, b] = [onlyValue(x), onlyValue(y)];
  if (a === undefined || b === undefined || a.denominator !== 1n || b.denominator !== 1n) return 'unknown';
  return (a.numerator === 0n ? b.numerator === 0n : b.numerator % a.numerator === 0n) ? 'true' : 'false';
};

const showEnd = (end: End): string =>
  end === 'infinity'
    ? '∞'
    : end === '-infinity'
      ? '−∞'
      : `${end.numerator}${end.denominator === 1n ? '' : `/${end.denominator}`}`;

/** `3`, or `[2, 5]`. */
export const showInterval = (x: Known): string =>
  x === undefined
    ? 'not defined'
    : onlyValue(x) === undefined
      ? `[${showEnd(x.lower)}, ${showEnd(x.upper)}]`
      : showEnd(x.lower);
