/**
 * Upper bounds on AC_wk in Coq by moments (`proofs/instances/momentBound.v`), for listed groups whose multiplication table
 * is too much: |G| Σ b(g)² − 1 ≤ ε^2h for b = (ω̃*ω)^h. The power h is found in floating point, and Coq computes b in integers.
 */
import * as E from 'fp-ts/lib/Either.js';
import { approximate, type Rational } from '../../algebra/rational.ts';
import { inversePermutation, type Permutation } from '../../group/permutation.ts';
import { followedBy, type PointGroup } from './listing.ts';
import { definition, integer, type Proof, type Weighted, weighted } from './syntax.ts';
import { afford, type Declined, placeText, polynomialPlace, type Side } from './world.ts';

const greatestExponent = 6;
const digitBase = 16;
/** Steps of adding one product, without and for each bit of the numbers. */
const stepsOf = { product: 30, bit: 0.15 } as const;

/** The least j with the inequality for h = 2^j, or undefined. */
const exponentFor = (
  { elements, find }: PointGroup,
  items: Weighted,
  total: bigint,
  epsilon: number,
): number | undefined => {
  const order = elements.length;
  const weights = items.map(([, weight]) => Number(weight) / Number(total));
  const places = (s: Permutation): Uint16Array => Uint16Array.from(elements, (x) => find(followedBy(s, x))!);
  const back = items.map(([s]) => places(s));
  const forth = items.map(([s]) => places(inversePermutation(s)));
  const pass = (tables: readonly Uint16Array[], f: Float64Array): Float64Array => {
    const sum = new Float64Array(order);
    tables.forEach((table, i) => {
      for (let x = 0; x < order; x++) sum[x]! += weights[i]! * f[table[x]!]!;
    });
    return sum;
  };
  const centred = (f: Float64Array): Float64Array => {
    const mean = f.reduce((sum, x) => sum + x, 0) / order;
    return f.map((x) => x - mean);
  };
  // b less 1/|G|, so that the small difference is not lost.
  let b: Float64Array = new Float64Array(order);
  b[0] = 1;
  b = centred(b);
  for (let h = 1, j = 0; j <= greatestExponent; h++) {
    b = centred(pass(forth, pass(back, b)));
    if (h !== 2 ** j) continue;
    if (order * b.reduce((sum, x) => sum + x * x, 0) <= epsilon ** (2 * h) * (1 - 1e-9)) return j;
    j++;
  }
  return undefined;
};

/** The scheme `items` over `total` is within ε on every class. Growth: |G| · |items| · (N² + h) in Coq. */
export const momentBound = (
  side: Side,
  group: PointGroup,
  items: Weighted,
  total: bigint,
  epsilon: Rational,
): E.Either<Declined, Proof> => {
  const { functions, name, weights, value } = side;
  const { points, elements } = group;
  const translations = items.length * elements.length;
  const tables = afford(2 * translations * points ** 2, 'listing the translates of the group by the scheme');
  if (E.isLeft(tables)) return tables;
  const exponent = exponentFor(group, items, total, approximate(epsilon));
  if (exponent === undefined) return E.left('no moment shows that the error of the scheme is at most ε');
  const passes = 2 ** (exponent + 1);
  const bits = (passes * Math.log2(Number(total))) / 2;
  const digits = Math.max(1, Math.ceil(Math.log(elements.length) / Math.log(digitBase)));
  const [p, q] = [integer(epsilon.numerator), integer(epsilon.denominator)];
  const [theorem, place] =
    functions.kind === 'all'
      ? ['moment_all_sound', placeText(side, group)]
      : ['moment_sound', polynomialPlace({ ...side, functions }, group)];
  return E.map(
    (): Proof => ({
      definitions: [definition(`${name}_scheme`, 'seq (seq nat * Z)', weighted(items))],
      term: `@${theorem} ${place} ${digitBase} ${digits} ${weights}\n    ${name}_scheme ${integer(total)} ${p} ${q} ${exponent} ${value} _`,
      theorems: [`momentBound.${theorem}`],
    }),
  )(
    afford(
      translations * (2 * points ** 2 + passes * (stepsOf.product + bits * stepsOf.bit)),
      'multiplying powers of the scheme',
    ),
  );
};
