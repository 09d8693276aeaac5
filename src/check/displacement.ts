/**
 * Evidence *displacement* (MATHEMATICS.md 3.20–3.22): the strong condition as it stands. It holds with ε if and only if
 * ‖(1 − π(h)) ω̂(π)‖² ≤ 2ε for every h in G and every nontrivial irreducible π of the class; h and h⁻¹ give the same norm.
 * The listed elements are tested against every h, in the modules, blocks or characters that weak evidence uses:
 *
 * - *gram*: E_ω = M/W on a signed permutation module. (1 − h)E_ω vanishes on invariants, so the condition is that the
 *   integer matrix 2pW² I − q ((1 − h)M)ᵀ(1 − h)M is positive semidefinite, ε = p/q. Both halves of
 *   ((1 − h)M)ᵀ(1 − h)M = 2MᵀM − Mᵀ(hM) − (hM)ᵀM are counted in integers.
 * - *blocks*: for S_d, (1 − ρ(h))M̃ in Young's orthogonal form. With ‖M̃ − M‖_F ≤ δ and L letters in h it is computed within
 *   δ' = 2.1δ + 8(L + 1) u ‖M̃‖_F of (1 − ρ(h))M, M = Wω̂(λ) (3.22).
 * - *abelian*: one χ(h) nearest to −1 for each character (`abelian.ts`).
 *
 * Where ε/2 bounds the error itself, no h need be looked at: ‖1 − π(h)‖² ≤ 4.
 */
import * as E from 'fp-ts/lib/Either.js';
import { isPositiveSemidefinite, provesPositiveDefinite, unitRoundoff } from '../algebra/definite.ts';
import { doubled, halved, type Rational } from '../algebra/rational.ts';
import { type Scheme, schemeSize, totalVariation } from '../averaging/scheme.ts';
import type { DisplacementTest } from '../certificate/evidence.ts';
import type { Element } from '../group/group.ts';
import { type Listing, listGroup } from '../group/listing.ts';
import type { SignedPermutation, TransitiveModule } from '../representation/module.ts';
import { moveColumns, reducedWord, youngRepresentation } from '../representation/youngOrthogonal.ts';
import { checkAbelian } from './abelian.ts';
import { blockBound, blockError, blockSum, blocksOf, provesNorm } from './blocks.ts';
import { crossGram, exactLimit, gramModules, onClass } from './gram.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, type Subject } from './subject.ts';

/** Groups larger than this are not gone through. */
const orderLimit = 50_000;

const listed = <G extends string>(subject: Subject<G>): E.Either<Refusal, Listing<G>> => {
  const listing = listGroup(subject.instance.group, orderLimit);
  return listing === undefined
    ? declined('group-limit', `displacement goes through the group; the limit is ${orderLimit} elements`)
    : E.right(listing);
};

/** One of each h, h⁻¹; without the identity, which moves nothing. */
function* upToInverse<G extends string>({ group, size, rank, unrank }: Listing<G>): Generator<Element<G>> {
  for (let index = 1; index < size; index++) {
    const h = unrank(index);
    if (rank(group.inverse(h)) >= index) yield h;
  }
}

/** gh for signed permutations: first h, then g. */
const composed = (g: SignedPermutation, h: SignedPermutation): SignedPermutation => ({
  target: Uint32Array.from(h.target, (t) => g.target[t]!),
  sign: Int8Array.from(h.target, (t, i) => g.sign[t]! * h.sign[i]!),
});

/** 2pW² I − q ((1 − h)M)ᵀ(1 − h)M; all its partial sums are at most 2pW² + 4qV². */
const displacementGap = (
  size: number,
  gram: Float64Array,
  cross: Float64Array,
  diagonal: number,
  scale: number,
): Float64Array => {
  const gap = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const moved = 2 * gram[i * size + j]! - cross[i * size + j]! - cross[j * size + i]!;
      gap[i * size + j] = (i === j ? diagonal : 0) - scale * moved;
    }
  return gap;
};

const withinOnModule = <G extends string>(
  subject: Subject<G>,
  listing: Listing<G>,
  stepsPerImage: number,
  { size, apply, label }: TransitiveModule<G>,
  scheme: Scheme<G>,
  { numerator: p, denominator: q }: Rational,
): E.Either<Refusal, undefined> => {
  const m = schemeSize(scheme);
  const perElement = size * stepsPerImage + 2 * size * m ** 2 + size ** 3 + 8 * size ** 2;
  const affordable = afford(subject, (listing.size / 2 + m) * perElement, 'the displacements');
  if (E.isLeft(affordable)) return affordable;
  const square = scheme.total * scheme.total;
  const variation = totalVariation(scheme);
  if (2n * p * square + 4n * q * variation * variation >= 2n ** 53n)
    return declined('work-limit', 'ε or the weights have too many digits for the exact Gram matrix');
  const weights = scheme.weights.map(Number);
  const moves = scheme.elements.map(apply);
  const gram = crossGram(size, weights, moves, moves);
  const [diagonal, scale] = [Number(2n * p * square), Number(q)];
  for (const h of upToInverse(listing)) {
    const move = apply(h);
    const cross = crossGram(
      size,
      weights,
      moves,
      moves.map((s) => composed(move, s)),
    );
    const gap = displacementGap(size, gram, cross, diagonal, scale);
    if (provesPositiveDefinite(size, gap)) continue;
    if (size > exactLimit)
      return rejected(
        'error-not-bounded',
        `the displacement is not shown to be within ε on the translates of ${label}`,
      );
    const exact = afford(subject, 2000 * size ** 3, 'deciding displacements exactly');
    if (E.isLeft(exact)) return exact;
    if (!isPositiveSemidefinite(size, Array.from(gap, BigInt)))
      return rejected('error-exceeds-epsilon', `the displacement exceeds ε on the translates of ${label}`);
  }
  return E.right(undefined);
};

const byBlocks = <G extends string>(
  subject: Subject<G>,
  scheme: Scheme<G>,
  epsilon: Rational,
): E.Either<Refusal, undefined> => {
  const blocks = blocksOf(subject, scheme);
  if (E.isLeft(blocks)) return blocks;
  const { shapes, longest } = blocks.right;
  const [enough, bound] = [blockBound(scheme, halved(epsilon)), blockBound(scheme, doubled(epsilon))];
  for (const shape of shapes) {
    const representation = youngRepresentation(shape);
    const n = representation.dimension;
    const summing = afford(subject, 2 * n * n * (schemeSize(scheme) * (longest + 2) + n), 'the blocks');
    if (E.isLeft(summing)) return summing;
    const sum = blockSum(representation, scheme);
    const error = blockError(n, scheme, longest);
    if (provesNorm(n, sum, error, enough)) continue;
    const listing = listed(subject);
    if (E.isLeft(listing)) return listing;
    const degree = subject.instance.group.shape.degree;
    const moving = afford(subject, listing.right.size * n * n * (n + degree ** 2), 'the displacements');
    if (E.isLeft(moving)) return moving;
    let frobenius = 0;
    for (const x of sum) frobenius += x * x;
    for (const h of upToInverse(listing.right)) {
      const word = reducedWord(h);
      const moved = sum.slice();
      moveColumns(representation, word, moved);
      for (let i = 0; i < moved.length; i++) moved[i] = sum[i]! - moved[i]!;
      const movedError = 2.1 * error + 8 * (word.length + 1) * unitRoundoff * Math.sqrt(frobenius);
      if (!provesNorm(n, moved, movedError, bound))
        return rejected(
          'error-not-bounded',
          `the displacement is not shown to be within ε on the irreducible (${shape.join(',')})`,
        );
    }
  }
  return E.right(undefined);
};

/** Whether every h moves the average by at most what ε allows. Growth: |G| times that of the weak evidence. */
export const checkDisplacement = <G extends string>(
  subject: Subject<G>,
  test: DisplacementTest,
  scheme: Scheme<G>,
  epsilon: Rational,
): E.Either<Refusal, undefined> => {
  if (test.kind === 'abelian') return checkAbelian(subject, scheme, epsilon, 'displacement');
  if (test.kind === 'blocks') return byBlocks(subject, scheme, epsilon);
  const chosen = gramModules(subject, test.module);
  if (E.isLeft(chosen)) return chosen;
  const listing = listed(subject);
  if (E.isLeft(listing)) return listing;
  for (const module of chosen.right.modules) {
    const within = withinOnModule(subject, listing.right, chosen.right.stepsPerImage, module, scheme, epsilon);
    if (E.isLeft(within)) return onClass(subject, test.module, within);
  }
  return E.right(undefined);
};
