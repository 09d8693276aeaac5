/**
 * Abelian quotients of a permutation group: |G/G'| and the ranks of G/G'Gᵖ, which is (ℤ/p)^r for the largest r. By
 * closed formula for the named families and their products, else from the normal closure of commutators and powers of
 * generators.
 */
import * as O from 'fp-ts/lib/Option.js';
import { isPrime } from '../algebra/integer.ts';
import { type AnyGroup, type Element, type FiniteGroup, pointCount } from './group.ts';
import { isIdentity } from './permutation.ts';
import { type StabiliserChain, stabiliserChainWithin } from './stabiliserChain.ts';

/** Orders of cyclic groups whose product is G/G'; undefined for groups without a formula. */
const abelianisation = (group: AnyGroup): readonly number[] | undefined => {
  const { family } = group;
  if (family.name === 'generated' || family.name === 'polyhedral') return undefined;
  if (family.name === 'product') {
    const parts = family.factors.map(abelianisation);
    return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part!);
  }
  const n = family.parameter;
  switch (family.name) {
    case 'C':
      return [n];
    case 'Z2':
      return new Array<number>(n).fill(2);
    case 'S':
      return n < 2 ? [] : [2];
    case 'A':
      return n === 3 || n === 4 ? [3] : [];
    case 'B':
      return n === 1 ? [2] : [2, 2];
    case 'D':
      return n % 2 === 1 ? [2] : [2, 2];
  }
};

/** Groups on more points than this need a formula: a chain takes points² numbers per level. */
const pointLimit = 1000;

/** The normal closure of some elements: their chain is rebuilt with every conjugate that is missing. */
const normalClosure = <G extends string>(
  group: FiniteGroup<G>,
  elements: readonly Element<G>[],
  allowance: number,
): O.Option<StabiliserChain> => {
  const found = elements.filter((g) => !isIdentity(g));
  const points = pointCount(group.shape);
  if (points > pointLimit) return O.none;
  const build = (): O.Option<StabiliserChain> => stabiliserChainWithin(allowance, points, found);
  let chain = build();
  for (let at = 0; at < found.length && O.isSome(chain); at++)
    for (const s of group.generators) {
      const conjugate = group.concat(group.concat(s, found[at]!), group.inverse(s));
      if (O.isNone(chain) || chain.value.contains(conjugate)) continue;
      found.push(conjugate);
      chain = build();
    }
  return chain;
};

const commutators = <G extends string>({ generators, concat, inverse }: FiniteGroup<G>): readonly Element<G>[] =>
  generators.flatMap((s, i) =>
    generators.slice(i + 1).map((t) => concat(concat(s, t), concat(inverse(s), inverse(t)))),
  );

const power = <G extends string>(group: FiniteGroup<G>, g: Element<G>, n: number): Element<G> => {
  let result = group.empty;
  for (let i = 0; i < n; i++) result = group.concat(result, g);
  return result;
};

/**
 * Whether G has exactly two normal subgroups: whether every conjugacy class but that of e generates G. `none` as above. Growth: a
 * normal closure for each class, after that of the commutators.
 */
export const isSimpleGroup = <G extends string>(
  group: FiniteGroup<G>,
  representatives: readonly Element<G>[],
  allowance: number,
): O.Option<boolean> => {
  if (group.order === 1n) return O.some(false);
  if (isAbelianGroup(group)) return O.some(group.order < 2n ** 31n && isPrime(Number(group.order)));
  for (const elements of [commutators(group), ...representatives.map((g) => [g])]) {
    if (elements.every((g) => isIdentity(g))) continue;
    const closure = normalClosure(group, elements, allowance);
    if (O.isNone(closure)) return O.none;
    if (closure.value.order < group.order) return O.some(false);
  }
  return O.some(true);
};

/** Whether |G/G'| = |G|, where there is a formula; else whether all generators commute: generators² products. */
export const isAbelianGroup = <G extends string>(group: FiniteGroup<G>): boolean => {
  const factors = abelianisation(group);
  return factors === undefined
    ? commutators(group).every((g) => isIdentity(g))
    : factors.reduce((order, n) => order * BigInt(n), 1n) === group.order;
};

/** |G/G'|; `none` beyond `pointLimit` or if a chain takes more than about `allowance` steps. At most log₂|G| · generators chains. */
export const abelianisationOrder = <G extends string>(group: FiniteGroup<G>, allowance: number): O.Option<bigint> => {
  const factors = abelianisation(group);
  if (factors !== undefined) return O.some(factors.reduce((order, n) => order * BigInt(n), 1n));
  return O.map((derived: StabiliserChain) => group.order / derived.order)(
    normalClosure(group, commutators(group), allowance),
  );
};

/** The r with G/G'Gᵖ ≅ (ℤ/p)^r, for a prime p; G has no fewer than r generators. Growth as above, and p products. */
export const elementaryRank = <G extends string>(
  group: FiniteGroup<G>,
  p: number,
  allowance: number,
): O.Option<number> => {
  const factors = abelianisation(group);
  if (factors !== undefined) return O.some(factors.filter((n) => n % p === 0).length);
  const powers = group.generators.map((s) => power(group, s, p));
  return O.map((closure: StabiliserChain) => {
    let rank = 0;
    for (let index = group.order / closure.order; index > 1n; index /= BigInt(p)) rank++;
    return rank;
  })(normalClosure(group, [...commutators(group), ...powers], allowance));
};
