/**
 * Elements of ℚ(ζ), ζ = e^{2πi/n}, as text: sums of terms `a`, `a*z`, `a*z^k` with rational a, such as `-1/2`, `z`,
 * `1+1/3*z^2`. The canonical text has the coordinates on 1, z, …, z^{φ(n)−1}, ascending, without zero terms, a
 * coefficient 1 left out, and no spaces. So there is one for each number.
 */
import * as O from 'fp-ts/lib/Option.js';
import type { Cyclotomic, CyclotomicField } from './cyclotomic.ts';
import { parseRational, rational, showRational } from './rational.ts';

const powerOf = (exponent: number): string => (exponent === 1 ? 'z' : `z^${exponent}`);

export const showCyclotomic = ({ numerators, denominator }: Cyclotomic): string => {
  const terms = numerators.flatMap((numerator, exponent) => {
    if (numerator === 0n) return [];
    const coefficient = showRational(rational(numerator, denominator));
    if (exponent === 0) return [coefficient];
    if (coefficient === '1') return [powerOf(exponent)];
    return [coefficient === '-1' ? `-${powerOf(exponent)}` : `${coefficient}*${powerOf(exponent)}`];
  });
  return terms.length === 0 ? '0' : terms.join('+').replaceAll('+-', '-');
};

/** A sign, and a power of z with or without a coefficient, or a coefficient alone. */
const term = /([+-]?)(?:(?:([0-9/]+)\*)?z(?:\^([1-9][0-9]{0,5}))?|([0-9/]+))/y;

/**
 * Reads a sum of terms in any order, any power of z below 10⁶, and reduces it; coefficients must be reduced fractions.
 * `none` for anything else: `2z`, `0*z`, `1*z`, `z^1`, `2/4`, `+1`, `1 + z`, an empty text; and for z in ℚ, that is n =
 * 1. The length is not bounded here.
 */
export const parseCyclotomic = (field: CyclotomicField, text: string): O.Option<Cyclotomic> => {
  if (text === '0') return O.some(field.zero);
  let sum = field.zero;
  let at = 0;
  do {
    term.lastIndex = at;
    const match = term.exec(text);
    if (match === null) return O.none;
    const [, sign, factor, exponent, constant] = match;
    // Signs join terms; only a minus may stand before the first.
    if (at === 0 ? sign === '+' : sign === '') return O.none;
    const isConstant = constant !== undefined;
    if (factor === '1' || exponent === '1' || (!isConstant && field.conductor === 1)) return O.none;
    const size = parseRational(constant ?? factor ?? '1');
    if (O.isNone(size) || size.value.numerator === 0n) return O.none;
    const value = field.mul(field.fromRational(size.value), field.root(isConstant ? 0 : Number(exponent ?? 1)));
    sum = sign === '-' ? field.sub(sum, value) : field.add(sum, value);
    at = term.lastIndex;
  } while (at < text.length);
  return O.some(sum);
};
