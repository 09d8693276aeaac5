/**
 * The field ℤ/p for a prime p < 2³¹, on `number`s in [0, p).
 *
 * A product of two residues can reach 2⁶², beyond exact doubles, so `mul` splits one factor into 16-bit halves:
 * every intermediate value stays below 2⁴⁸.
 */
import * as O from 'fp-ts/lib/Option.js';
import type { ExactField } from './field.ts';
import { isPrime, primeFactors } from './integer.ts';

/** A residue: an integer `number` in [0, p) of the field it was made by. */
export type Residue = number;

export interface PrimeField extends ExactField<Residue> {
  readonly prime: number;
  readonly negate: (a: Residue) => Residue;
  /** aᵉ for e ≥ 0. */
  readonly power: (a: Residue, e: number) => Residue;
  /** The inverse of a nonzero residue (Fermat); 0 for 0. Use `inverse` where zero can occur. */
  readonly reciprocal: (a: Residue) => Residue;
}

/** The largest admissible prime is below this. */
export const primeFieldLimit = 2 ** 31;

/** ℤ/p; `none` unless p is a prime below 2³¹. */
export const primeField = (p: number): O.Option<PrimeField> => {
  if (!Number.isSafeInteger(p) || p >= primeFieldLimit || !isPrime(p)) return O.none;
  const mul =
    p < 2 ** 26
      ? (a: Residue, b: Residue): Residue => (a * b) % p
      : (a: Residue, b: Residue): Residue => (((a * (b >>> 16)) % p) * 65536 + a * (b & 65535)) % p;
  const power = (a: Residue, e: number): Residue => {
    let result = 1 % p;
    for (let square = a, rest = e; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = mul(result, square);
      square = mul(square, square);
    }
    return result;
  };
  const reciprocal = (a: Residue): Residue => (a === 0 ? 0 : power(a, p - 2));
  return O.some({
    prime: p,
    add: (a, b) => (a + b) % p,
    sub: (a, b) => (a - b + p) % p,
    mul,
    negate: (a) => (a === 0 ? 0 : p - a),
    zero: 0,
    one: 1 % p,
    equals: (a, b) => a === b,
    fromInteger: (n) => Number(((n % BigInt(p)) + BigInt(p)) % BigInt(p)),
    power,
    reciprocal,
    inverse: (a) => (a === 0 ? O.none : O.some(reciprocal(a))),
  });
};

/** The least residue that generates the multiplicative group. Growth: √p trial divisions. */
const leastPrimitiveRoot = (field: PrimeField): Residue => {
  const order = field.prime - 1;
  const primes = primeFactors(order);
  let g = 1;
  while (primes.some((q) => field.power(g, order / q) === 1)) g++;
  return g;
};

/**
 * A residue of exact multiplicative order n; `none` unless n divides p − 1. It is g^{(p−1)/n} for the least primitive
 * root g: so root(m) is root(n)^{n/m} for m | n, and one maximal ideal is meant for every n.
 */
export const rootOfUnityModulo = (field: PrimeField, n: number): O.Option<Residue> =>
  (field.prime - 1) % n === 0 ? O.some(field.power(leastPrimitiveRoot(field), (field.prime - 1) / n)) : O.none;
