/** Bounds that exclude the sizes n, n + 1, … one by one, with a polynomial for each. */
import type { Rational } from '../algebra/rational.ts';

export interface ExcludedSizes {
  readonly from: number;
  /** For `from`, `from` + 1, … elements. */
  readonly polynomials: readonly (readonly Rational[])[];
  /** AC_wk is at least this for uniform weights. */
  readonly value: bigint;
}

/** As many sizes as a polynomial is found for, from the first on and up to the last; undefined if none. */
export const excludedSizes = (
  from: number,
  last: number,
  polynomialFor: (n: number) => readonly Rational[] | undefined,
): ExcludedSizes | undefined => {
  const polynomials: (readonly Rational[])[] = [];
  for (let n = from; n <= last; n++) {
    const found = polynomialFor(n);
    if (found === undefined) break;
    polynomials.push(found);
  }
  return polynomials.length === 0 ? undefined : { from, polynomials, value: BigInt(from + polynomials.length) };
};
