/**
 * Polynomials in one variable over an exact ring: dense coefficient lists, lowest degree first, no trailing zeros.
 * The zero polynomial is the empty list.
 */
import type { ExactRing } from './field.ts';
import { primeFactors } from './integer.ts';

export type Polynomial<A> = readonly A[];

const trim = <A>(ring: ExactRing<A>, coefficients: A[]): Polynomial<A> => {
  while (coefficients.length > 0 && ring.equals(coefficients[coefficients.length - 1]!, ring.zero)) coefficients.pop();
  return coefficients;
};

const combine =
  <A>(ring: ExactRing<A>, operation: (a: A, b: A) => A) =>
  (f: Polynomial<A>, g: Polynomial<A>): Polynomial<A> =>
    trim(
      ring,
      Array.from({ length: Math.max(f.length, g.length) }, (_, i) => operation(f[i] ?? ring.zero, g[i] ?? ring.zero)),
    );

/** The ring A[t]. Multiplication is the schoolbook one: O(deg f · deg g). */
export const polynomialRing = <A>(ring: ExactRing<A>): ExactRing<Polynomial<A>> => ({
  add: combine(ring, ring.add),
  sub: combine(ring, ring.sub),
  mul: (f, g) => {
    if (f.length === 0 || g.length === 0) return [];
    const product: A[] = new Array<A>(f.length + g.length - 1).fill(ring.zero);
    for (let i = 0; i < f.length; i++)
      for (let j = 0; j < g.length; j++) product[i + j] = ring.add(product[i + j]!, ring.mul(f[i]!, g[j]!));
    return trim(ring, product);
  },
  zero: [],
  one: trim(ring, [ring.one]),
  equals: (f, g) => f.length === g.length && f.every((a, i) => ring.equals(a, g[i]!)),
  fromInteger: (n) => trim(ring, [ring.fromInteger(n)]),
});

/** f(x), by Horner's rule. */
export const evaluate = <A>(ring: ExactRing<A>, f: Polynomial<A>, x: A): A =>
  f.reduceRight((value, coefficient) => ring.add(ring.mul(value, x), coefficient), ring.zero);

/**
 * The coefficients 0 … degree of 1/f, for f with constant term one.
 * Growth: O(degree · number of nonzero coefficients of f).
 */
export const reciprocalSeries = <A>(ring: ExactRing<A>, f: Polynomial<A>, degree: number): readonly A[] => {
  const support = f.map((a, i) => ({ a, i })).filter(({ a, i }) => i > 0 && !ring.equals(a, ring.zero));
  const series: A[] = [ring.one];
  for (let n = 1; n <= degree; n++) {
    let next = ring.zero;
    for (const { a, i } of support) if (i <= n) next = ring.sub(next, ring.mul(a, series[n - i]!));
    series.push(next);
  }
  return series;
};

/** Quotient by a monic integer polynomial; the remainder is dropped (callers divide exactly). */
const divideByMonic = (f: Polynomial<bigint>, g: Polynomial<bigint>): Polynomial<bigint> => {
  const rest = [...f];
  const quotient: bigint[] = [];
  for (let i = rest.length - g.length; i >= 0; i--) {
    const lead = rest[i + g.length - 1]!;
    quotient[i] = lead;
    if (lead !== 0n) for (let j = 0; j < g.length; j++) rest[i + j] = rest[i + j]! - lead * g[j]!;
  }
  return quotient;
};

const substitutePower = (f: Polynomial<bigint>, power: number): Polynomial<bigint> => {
  const result = new Array<bigint>((f.length - 1) * power + 1).fill(0n);
  f.forEach((a, i) => {
    result[i * power] = a;
  });
  return result;
};

/**
 * The cyclotomic polynomial Φ_n, from Φ_{mp}(t) = Φ_m(tᵖ) / Φ_m(t) for a prime p not dividing m, and
 * Φ_n(t) = Φ_r(t^{n/r}) for the product r of the primes dividing n. Growth: O(r²) for that r.
 */
export const cyclotomicPolynomial = (n: number): Polynomial<bigint> => {
  let f: Polynomial<bigint> = [-1n, 1n];
  let radical = 1;
  for (const p of primeFactors(n)) {
    f = divideByMonic(substitutePower(f, p), f);
    radical *= p;
  }
  return substitutePower(f, n / radical);
};
