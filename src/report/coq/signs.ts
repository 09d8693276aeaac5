/**
 * Upper bounds on AC_wk for elementary abelian 2-groups of any size (`proofs/instances/signs.v`, MATHEMATICS.md 3.12): where
 * the generators are independent involutions that commute, a scheme is a function on bits, and Coq takes its
 * Walsh–Hadamard transform.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../../algebra/rational.ts';
import { walshHadamard } from '../../algebra/walsh.ts';
import type { SchemeData } from '../../certificate/evidence.ts';
import { equalPermutations, isIdentity, type Permutation } from '../../group/permutation.ts';
import { followedBy } from './listing.ts';
import { definition, integer, list, type Proof, type Weighted } from './syntax.ts';
import { afford, type Declined, degreesText, readScheme, type Side, type World } from './world.ts';

/** Right if the generators are involutions that commute, 2 to their number the order of the group. */
export const hasSigns = ({ generators, order }: World): boolean =>
  order === 1n << BigInt(generators.length) &&
  generators.every(
    (s) =>
      isIdentity(followedBy(s, s)) && generators.every((t) => equalPermutations(followedBy(s, t), followedBy(t, s))),
  );

/** The generators whose product is g, found by points that only one generator moves; undefined if that does not tell. */
const bitsOf = (generators: readonly Permutation[], g: Permutation): readonly boolean[] | undefined => {
  const bits = generators.map((s) =>
    Array.from(s).some((image, i) => image !== i && g[i] === image && generators.every((t) => t === s || t[i] === i)),
  );
  const product = generators.reduce<Permutation>(
    (x, s, i) => (bits[i] === true ? followedBy(x, s) : x),
    Uint32Array.from(g, (_, i) => i),
  );
  return equalPermutations(product, g) ? bits : undefined;
};

/** What Coq decides: whether every nontrivial character is worth at most ε. */
const isSmall = (
  bits: readonly (readonly boolean[])[],
  items: Weighted,
  total: bigint,
  { numerator: p, denominator: q }: Rational,
): boolean => {
  const values = new Float64Array(2 ** bits[0]!.length);
  bits.forEach((chosen, i) => {
    values[chosen.reduce((place, bit) => 2 * place + (bit ? 1 : 0), 0)]! += Number(items[i]![1]);
  });
  walshHadamard(values);
  const greatest = values.reduce((most, value, m) => (m === 0 ? most : Math.max(most, Math.abs(value))), 0);
  return q * BigInt(greatest) ** 2n <= p * total * total;
};

/** Steps for a value of the transform: adding at each of its last bits, where nothing is 0 any more. */
const stepsForValue = 40;

/** An upper bound on AC_wk. */
export const nearBySigns = (side: Side, data: SchemeData, epsilon: Rational): E.Either<Declined, Proof> => {
  const { world, functions, name, weights, value } = side;
  const scheme = readScheme(world, data);
  if (E.isLeft(scheme)) return scheme;
  const { items, total } = scheme.right;
  const affordable = afford(Number(world.order) * stepsForValue, 'the Walsh–Hadamard transform');
  if (E.isLeft(affordable)) return affordable;
  const bits = items.map(([g]) => bitsOf(world.generators, g));
  if (!bits.every((chosen) => chosen !== undefined))
    return E.left('the elements of the scheme were not written as products of the generators');
  if (items.reduce((sum, [, weight]) => sum + Math.abs(Number(weight)), 0) >= 2 ** 53)
    return E.left('the weights of the scheme are too large');
  if (!isSmall(bits, items, total, epsilon))
    return E.left('the error of the scheme is greater than ε at some character');
  const bitTexts = items.map(([, weight], i) => `([:: ${bits[i]!.join('; ')}], ${integer(weight)})`);
  const [p, q] = [integer(epsilon.numerator), integer(epsilon.denominator)];
  const place = `R ${world.points} generators`;
  const last = `${weights} ${name}_bits ${p} ${q} ${integer(total)} ${value} _`;
  const definitions = [definition(`${name}_bits`, 'seq (seq bool * Z)', list(bitTexts))];
  return E.right(
    functions.kind === 'all'
      ? { definitions, term: `@near_signs_all_sound ${place} ${last}`, theorems: ['signs.near_signs_all_sound'] }
      : {
          definitions,
          term: `@near_signs_sound ${place} ${functions.dimension} ${degreesText(functions.degrees)} ${last}`,
          theorems: ['signs.near_signs_sound'],
        },
  );
};
