/** Reads `--epsilon p/q`. */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { parseRational, type Rational, rational, rationals, showRational } from '../algebra/rational.ts';
import { type Mistake, wrongInput } from './exit.ts';

/** Longest text read as a number. */
const digitLimit = 200;

/** What was probably meant: a decimal or an unreduced fraction as the reduced one. */
const meant = (text: string): string | undefined => {
  const decimal = /^([+-]?)([0-9]*)\.?([0-9]*)(?:[eE](-?[0-9]{1,2}))?$/.exec(text);
  if (decimal !== null && /[0-9]/.test(text)) {
    const [, sign, whole, fraction, exponent] = decimal;
    const digits = BigInt(`${whole}${fraction}` === '' ? '0' : `${whole}${fraction}`);
    const power = Number(exponent ?? '0') - fraction!.length;
    const size = power < 0 ? rational(digits, 10n ** BigInt(-power)) : rational(digits * 10n ** BigInt(power));
    return `${sign === '-' ? '-' : ''}${showRational(size)}`;
  }
  const quotient = /^\+?(-?[0-9]+) *\/ *([0-9]+)$/.exec(text.trim());
  if (quotient === null || BigInt(quotient[2]!) === 0n) return undefined;
  return showRational(rational(BigInt(quotient[1]!), BigInt(quotient[2]!)));
};

/** A positive reduced fraction. */
export const parseEpsilon = (text: string): E.Either<Mistake, Rational> => {
  if (text.length > digitLimit)
    return wrongInput(`--epsilon has ${text.length} characters; the limit is ${digitLimit}`);
  const value = parseRational(text);
  if (O.isNone(value)) {
    const better = meant(text);
    return wrongInput(
      better === undefined
        ? `--epsilon "${text}" is not a fraction of integers; write it such as 1/10`
        : `--epsilon "${text}" is not a reduced fraction of integers; write ${better}`,
    );
  }
  return rationals.compare(value.value, rationals.zero) > 0
    ? E.right(value.value)
    : wrongInput(`--epsilon ${text} is not positive; write a fraction above 0 such as 1/10`);
};

/** Positive reduced fractions, separated by commas and different from each other. */
export const parseEpsilons = (text: string): E.Either<Mistake, readonly Rational[]> => {
  const values: Rational[] = [];
  for (const part of text.split(',')) {
    const value = parseEpsilon(part.trim());
    if (E.isLeft(value)) return value;
    if (values.some((other) => rationals.equals(other, value.right)))
      return wrongInput(`--epsilon lists ${part.trim()} twice`);
    values.push(value.right);
  }
  return E.right(values);
};
