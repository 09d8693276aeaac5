/**
 * Dictionaries for exact arithmetic, in the vocabulary of fp-ts.
 *
 * fp-ts's own `Field` is a Euclidean domain (it asks for `degree`, `div`, `mod`). What exact linear algebra needs is
 * less and different: a commutative ring with decidable equality, and an inverse that may be absent.
 */
import type { Eq } from 'fp-ts/lib/Eq.js';
import type { Option } from 'fp-ts/lib/Option.js';
import type { Ring } from 'fp-ts/lib/Ring.js';

/**
 * A commutative ring with decidable equality and the canonical homomorphism from ℤ.
 *
 * Laws, beyond those of `Ring` and `Eq`: `mul` commutes; `fromInteger` is the ring homomorphism ℤ → A.
 */
export interface ExactRing<A> extends Ring<A>, Eq<A> {
  readonly fromInteger: (n: bigint) => A;
}

/**
 * A field with decidable equality.
 *
 * Laws: `inverse(a)` is `none` exactly when `a` equals `zero`; otherwise `mul(a, inverse(a))` equals `one`.
 */
export interface ExactField<A> extends ExactRing<A> {
  readonly inverse: (a: A) => Option<A>;
}

/** The sum of a list; `zero` for the empty list. */
export const sumOf = <A>(ring: ExactRing<A>, terms: Iterable<A>): A => {
  let total = ring.zero;
  for (const term of terms) total = ring.add(total, term);
  return total;
};

/** `base` to a nonnegative integer exponent, by repeated squaring. `powerIn(ring, a, 0n)` is `one`. */
export const powerIn = <A>(ring: ExactRing<A>, base: A, exponent: bigint): A => {
  let result = ring.one;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = ring.mul(result, square);
    square = ring.mul(square, square);
  }
  return result;
};
