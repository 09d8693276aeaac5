/**
 * Evidence *free orbit* (MATHEMATICS.md 2.3, 2.7): a polynomial f whose translates are linearly independent, so that
 * AC_ex = |G|: E_ω f = Σ ω(g) g·f is invariant, hence all ω(g) are equal.
 *
 * The polynomial is a product f = Π_i p_i(x_i) with p_i = Σ_{a ∈ A_i} xᵃ; the evidence lists the sets A_i ("factors").
 * For a group that permutes coordinates, A_i = {a_i} makes f a monomial. Independence is shown by three facts:
 *  (a) if i and j are in one orbit of the group, A_i and A_j are equal ("of one colour") or disjoint;
 *  (b) an element whose permutation of the coordinates preserves colours moves no coordinate;
 *  (c) if some coordinate i can change sign, A_i has both an even and an odd member.
 * Proof. Let g, g' colour the coordinates differently (coordinate j gets the colour of g⁻¹j, a point of its orbit): at
 * some j all monomials of g·f have exponents from one set and those of g'·f from a disjoint one. Hence the span is
 * the direct sum over classes of elements that colour alike, which are the cosets of the group H of (b). An h in H is a
 * pattern s of signs, different for different h as the action is faithful, h·f = Π (E_i + s_i O_i) with E_i, O_i the
 * even and odd parts, both nonzero where s_i can be −1 by (c); E_i + O_i and E_i − O_i are independent, and products of
 * independent functions of separate variables are independent. ∎
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { isIdentity, type Permutation } from '../group/permutation.ts';
import { stabiliserChainWithin } from '../group/stabiliserChain.ts';
import type { MonomialAction } from '../representation/action.ts';
import { containsSymmetricPower } from '../representation/functionClass.ts';
import { type Established, everyElement } from './established.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, chainSteps, type Subject } from './subject.ts';

/** Elements of a pointwise stabiliser that are tried one by one. */
const enumerationLimit = 200_000n;
const chainDegreeLimit = 300;

/** A label for each point, equal for points of one orbit. */
const orbitLabels = (images: readonly Permutation[], points: number): readonly number[] => {
  const parent = Int32Array.from({ length: points }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    parent[i] = root;
    return root;
  };
  for (const image of images) for (let i = 0; i < points; i++) parent[find(i)] = find(image[i]!);
  return Array.from({ length: points }, (_, i) => find(i));
};

/** Coordinates i such that some element may send x_i to −x_i: −i is in the orbit of i. */
const signChanging = (images: readonly Permutation[], dimension: number): readonly boolean[] => {
  const label = orbitLabels(images, 2 * dimension);
  return Array.from({ length: dimension }, (_, i) => label[i] === label[i + dimension]);
};

/** The permutations of the coordinates, signs forgotten. */
const withoutSigns = (action: { readonly dimension: number }, image: Permutation): Permutation =>
  Uint32Array.from({ length: action.dimension }, (_, i) => image[i]! % action.dimension);

/**
 * Colours of the coordinates: equal exactly for coordinates of one orbit with equal sets. undefined if (a) fails.
 */
const coloursOf = (
  factors: readonly (readonly number[])[],
  orbit: readonly number[],
): readonly number[] | undefined => {
  const keys = factors.map((factor, i) => `${orbit[i]}:${[...factor].sort((a, b) => a - b).join(',')}`);
  const keyOfExponent = new Map<string, string>();
  for (const [i, factor] of factors.entries())
    for (const exponent of factor) {
      const place = `${orbit[i]}:${exponent}`;
      const known = keyOfExponent.get(place);
      if (known !== undefined && known !== keys[i]) return undefined;
      keyOfExponent.set(place, keys[i]!);
    }
  const names = new Map([...new Set(keys)].map((key, i) => [key, i]));
  return keys.map((key) => names.get(key)!);
};

/** Fact (b). */
const coloursPinEverything = <G extends string>(
  subject: Subject<G>,
  action: MonomialAction<G>,
  moves: readonly Permutation[],
  colours: readonly number[],
): E.Either<Refusal, boolean> => {
  const count = new Map<number, number>();
  for (const colour of colours) count.set(colour, (count.get(colour) ?? 0) + 1);
  const pinned = colours.flatMap((colour, i) => (count.get(colour) === 1 ? [i] : []));
  if (action.dimension - pinned.length <= 1) return E.right(true);
  if (moves.every(isIdentity)) return E.right(true);
  if (action.dimension > chainDegreeLimit)
    return declined('work-limit', `a stabiliser on ${action.dimension} coordinates; the limit is ${chainDegreeLimit}`);
  const affordable = afford(subject, chainSteps, 'the stabiliser of the polynomial');
  if (E.isLeft(affordable)) return affordable;
  const chain = stabiliserChainWithin(chainSteps, action.dimension, moves, pinned);
  if (O.isNone(chain)) return declined('work-limit', 'the stabiliser chain takes too long');
  const rest = chain.value.stabiliserOrder(pinned.length);
  if (rest > enumerationLimit)
    return declined(
      'work-limit',
      `${rest} elements fix the coordinates of unique colour; the limit is ${enumerationLimit}`,
    );
  for (const g of chain.value.elements(pinned.length))
    if (!isIdentity(g) && colours.every((colour, i) => colours[g[i]!] === colour)) return E.right(false);
  return E.right(true);
};

export const checkFreeOrbit = <G extends string>(
  subject: Subject<G>,
  factors: readonly (readonly number[])[],
): E.Either<Refusal, Established> => {
  const { action, group } = subject.instance;
  if (action.kind === 'plane' || action.kind === 'matrix')
    return rejected('evidence-not-applicable', 'a free orbit of products needs an action that permutes coordinates');
  if (!subject.instance.faithful)
    return rejected('evidence-not-applicable', 'under an action with a kernel no orbit is free');
  if (factors.length !== action.dimension)
    return rejected('orbit-not-free', `there are ${factors.length} factors for ${action.dimension} coordinates`);
  if (factors.some((factor) => factor.length === 0 || new Set(factor).size !== factor.length))
    return rejected('orbit-not-free', 'a factor is empty or repeats an exponent');
  const degree = factors.reduce((sum, factor) => sum + factor.reduce((most, a) => Math.max(most, a), 0), 0);
  const lowest = factors.reduce((sum, factor) => sum + factor.reduce((least, a) => Math.min(least, a)), 0);
  const { functions } = subject;
  if (!containsSymmetricPower(functions, lowest) || !containsSymmetricPower(functions, degree))
    return rejected('degree-exceeded', `the polynomial has monomials of degree ${lowest} to ${degree}`);
  const images = group.generators.map(action.image);
  const moves = images.map((image) => withoutSigns(action, image));
  const colours = coloursOf(factors, orbitLabels(moves, action.dimension));
  if (colours === undefined) return rejected('orbit-not-free', 'two sets of exponents overlap without being equal');
  if (action.kind === 'signed') {
    const changing = signChanging(images, action.dimension);
    const bad = factors.findIndex(
      (factor, i) => changing[i] && (factor.every((a) => a % 2 === 0) || factor.every((a) => a % 2 === 1)),
    );
    if (bad >= 0)
      return rejected('orbit-not-free', `coordinate ${bad + 1} may change sign but its exponents have one parity`);
  }
  const pinned = coloursPinEverything(subject, action, moves, colours);
  if (E.isLeft(pinned)) return pinned;
  return pinned.right
    ? E.right(everyElement(group.order))
    : rejected('orbit-not-free', 'an element other than the identity fixes the polynomial');
};
