/**
 * Why an integer polynomial f of degree d is at most 0 on [0, E], E = e/q: an identity
 *
 *   L f + Σ c xⁱ (e − qx)ʲ a(x)² = 0,   L > 0, c ≥ 0, i and j 0 or 1.
 *
 * The roots of −f − η, η a part of the least value of −f, are off the interval: x + r, (ρ − E) + (E − x) and (x − u)² + v²
 * are its factors, found in floating point, and their product is multiplied out. Rounding leaves a remainder near η. It is
 * written exactly in Bernstein's form, whose coefficients are then positive. Where those of −f are, no roots are needed. Coq checks the identity with integers. Growth: 2ᵈ
 * products of polynomials.
 */

import { binomial } from '../../algebra/integer.ts';

/** c xⁱ (e − qx)ʲ a(x)², a with its lowest coefficient first. */
export interface SquareTerm {
  readonly coefficient: bigint;
  readonly x: boolean;
  readonly end: boolean;
  readonly root: readonly bigint[];
}
export interface Nonpositive {
  readonly scale: bigint;
  readonly terms: readonly SquareTerm[];
}

const degreeLimit = 10;
const samples = 4096;
const bits = 44;

type Complex = readonly [re: number, im: number];

/** Durand and Kerner's iteration; coefficients lowest first, the last not 0. */
const complexRoots = (coefficients: readonly number[]): readonly Complex[] => {
  const degree = coefficients.length - 1;
  const monic = coefficients.map((c) => c / coefficients[degree]!);
  const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
  const over = ([a, b]: Complex, [c, d]: Complex): Complex => {
    const norm = c * c + d * d;
    return [(a * c + b * d) / norm, (b * c - a * d) / norm];
  };
  const radius = 1 + Math.max(...monic.slice(0, degree).map(Math.abs));
  let roots: readonly Complex[] = Array.from({ length: degree }, (_, k): Complex => {
    const angle = (2 * Math.PI * k) / degree + 0.4;
    return [Math.min(radius, 1.5) * Math.cos(angle), Math.min(radius, 1.5) * Math.sin(angle)];
  });
  for (let round = 0; round < 2000; round++) {
    const next: Complex[] = [...roots];
    let change = 0;
    for (let k = 0; k < degree; k++) {
      const at = next[k]!;
      const value = monic.reduceRight<Complex>(
        (sum, c) => {
          const product = times(sum, at);
          return [product[0] + c, product[1]];
        },
        [0, 0],
      );
      const others = next.reduce<Complex>(
        (product, root, l) => (l === k ? product : times(product, [at[0] - root[0], at[1] - root[1]])),
        [1, 0],
      );
      const step = over(value, others);
      next[k] = [at[0] - step[0], at[1] - step[1]];
      change = Math.max(change, Math.hypot(...step) / (1 + Math.hypot(...at)));
    }
    roots = next;
    if (!(change > 1e-15)) break;
  }
  return roots;
};

/** A factor that is positive on [0, 1]: constant + linear · (y or 1 − y), or constant + (y − shift)². */
type Factor =
  | { readonly kind: 'y' | '1 - y'; readonly constant: number }
  | { readonly kind: 'square'; readonly constant: number; readonly shift: number };

const factorsOf = (roots: readonly Complex[]): readonly Factor[] | undefined => {
  const near = (im: number): boolean => Math.abs(im) < 1e-7;
  const real = roots.filter(([, im]) => near(im)).map(([re]) => re);
  const upper = roots.filter(([, im]) => !near(im) && im > 0);
  if (real.length + 2 * upper.length !== roots.length || real.some((root) => root > 0 && root < 1)) return undefined;
  return [
    ...real.map((root): Factor => (root <= 0 ? { kind: 'y', constant: -root } : { kind: '1 - y', constant: root - 1 })),
    ...upper.map(([re, im]): Factor => ({ kind: 'square', constant: im * im, shift: re })),
  ];
};

interface FloatTerm {
  readonly coefficient: number;
  readonly y: boolean;
  readonly end: boolean;
  readonly root: readonly number[];
}

const timesLinear = <T>(root: readonly T[], constant: T, slope: T, times: (a: T, b: T) => T, plus: (a: T, b: T) => T) =>
  Array.from({ length: root.length + 1 }, (_, k) => {
    const low = k < root.length ? times(root[k]!, constant) : undefined;
    const high = k > 0 ? times(root[k - 1]!, slope) : undefined;
    return low === undefined ? high! : high === undefined ? low : plus(low, high);
  });
const floatTimes = (root: readonly number[], constant: number, slope: number): readonly number[] =>
  timesLinear(
    root,
    constant,
    slope,
    (a, b) => a * b,
    (a, b) => a + b,
  );
const exactTimes = (root: readonly bigint[], constant: bigint, slope: bigint): readonly bigint[] =>
  timesLinear(
    root,
    constant,
    slope,
    (a, b) => a * b,
    (a, b) => a + b,
  );

/** The terms times a factor, multiplied out. */
const timesFactor = (terms: readonly FloatTerm[], factor: Factor): readonly FloatTerm[] =>
  terms.flatMap((term) => {
    const constant = { ...term, coefficient: term.coefficient * factor.constant };
    const raised: FloatTerm =
      factor.kind === 'square'
        ? { ...term, root: floatTimes(term.root, -factor.shift, 1) }
        : factor.kind === 'y'
          ? { ...term, y: !term.y, root: term.y ? floatTimes(term.root, 0, 1) : term.root }
          : { ...term, end: !term.end, root: term.end ? floatTimes(term.root, 1, -1) : term.root };
    return [constant, raised];
  });

const evaluate = (polynomial: readonly number[], y: number): number =>
  polynomial.reduceRight((sum, c) => sum * y + c, 0);

const square = (a: readonly bigint[]): readonly bigint[] => {
  const product = new Array<bigint>(2 * a.length - 1).fill(0n);
  for (const [i, x] of a.entries()) for (const [j, y] of a.entries()) product[i + j]! += x * y;
  return product;
};

/** y^⌊k/2⌋ (1 − y)^⌊l/2⌋, lowest coefficient first. */
const bernsteinRoot = (k: number, l: number): readonly bigint[] => {
  let root: readonly bigint[] = [1n];
  for (let i = 0; i < k >> 1; i++) root = exactTimes(root, 0n, 1n);
  for (let i = 0; i < l >> 1; i++) root = exactTimes(root, 1n, -1n);
  return root;
};

interface RoundedTerm extends Omit<FloatTerm, 'coefficient' | 'root'> {
  readonly coefficient: bigint;
  readonly root: readonly bigint[];
}

/** Terms that add up to nearly half of what is above 0, times 2^(3 bits); undefined if they were not found. */
const roundedTerms = (floats: readonly number[]): readonly RoundedTerm[] | undefined => {
  const values = Array.from({ length: samples + 1 }, (_, k) => evaluate(floats, k / samples));
  const least = values.reduce((a, b) => Math.min(a, b));
  if (!(least > 1e-9)) return undefined;
  const lowered = floats.map((c, m) => (m === 0 ? c - least / 2 : c));
  const unit = 2 ** bits;
  return factorsOf(complexRoots(lowered))
    ?.reduce(timesFactor, [{ coefficient: Math.abs(lowered.at(-1)!), y: false, end: false, root: [1] }])
    .map((term) => ({
      ...term,
      coefficient: BigInt(Math.round(term.coefficient * unit)),
      root: term.root.map((c) => BigInt(Math.round(c * unit))),
    }));
};

const termPolynomial = ({ coefficient, y, end, root }: RoundedTerm): readonly bigint[] => {
  let product: readonly bigint[] = square(root).map((c) => coefficient * c);
  if (y) product = exactTimes(product, 0n, 1n);
  return end ? exactTimes(product, 1n, -1n) : product;
};

/** Bernstein's coefficients on [0, 1], each times its binomial coefficient. */
const bernsteinForm = (polynomial: readonly bigint[]): readonly bigint[] => {
  const degree = polynomial.length - 1;
  return polynomial.map((_, k) =>
    polynomial.slice(0, k + 1).reduce((sum, c, m) => sum + c * binomial(degree - m, k - m), 0n),
  );
};

/** The identity for f on [0, e/q], lowest coefficient first; undefined if none was found. */
export const nonpositive = (f: readonly bigint[], e: bigint, q: bigint): Nonpositive | undefined => {
  const degree = f.length - 1;
  if (degree < 1 || degree > degreeLimit || f[degree] === 0n) return undefined;
  // qᵈ times −f at E y, exactly; and over the greatest coefficient, in floating point.
  const exact = f.map((c, m) => -c * e ** BigInt(m) * q ** BigInt(degree - m));
  const most = exact.reduce((max, c) => (c > max ? c : -c > max ? -c : max), 1n);
  const plain = bernsteinForm(exact).every((c) => c >= 0n);
  const rounded = plain ? [] : roundedTerms(exact.map((c) => Number((c << 80n) / most) / 2 ** 80));
  if (rounded === undefined) return undefined;
  const total = plain ? 1n : 1n << BigInt(3 * bits);
  const remainder = exact.map((c) => c * total);
  for (const term of rounded) for (const [m, c] of termPolynomial(term).entries()) remainder[m]! -= most * c;
  const bernstein = bernsteinForm(remainder);
  if (bernstein.some((c) => c < 0n)) return undefined;
  // y = q x / e: all multiplied by eᵈ.
  const inX = ({ coefficient, y, end, root }: RoundedTerm): SquareTerm => {
    const m = root.length - 1;
    return {
      coefficient: coefficient * (y ? q : 1n) * e ** BigInt(degree - 2 * m - Number(y) - Number(end)),
      x: y,
      end,
      root: root.map((c, k) => c * q ** BigInt(k) * e ** BigInt(m - k)),
    };
  };
  return {
    scale: total * q ** BigInt(degree) * e ** BigInt(degree),
    terms: [
      ...rounded.map((term) => ({ ...term, coefficient: most * term.coefficient })),
      ...bernstein.map((coefficient, k) => ({
        coefficient,
        y: k % 2 === 1,
        end: (degree - k) % 2 === 1,
        root: bernsteinRoot(k, degree - k),
      })),
    ]
      .filter(({ coefficient }) => coefficient !== 0n)
      .map(inX),
  };
};
