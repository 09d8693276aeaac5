/**
 * Evidence *gram* (MATHEMATICS.md 3.1, 3.4, 3.7): ‖E_ω − P‖² ≤ ε on signed permutation modules that contain every
 * irreducible of the function class.
 *
 * On a module with orthonormal basis b_1 … b_N, write E_ω = M/W with an integer matrix M and W the total weight. M maps
 * the invariants to themselves and their complement to itself, so ‖E_ω − P‖² ≤ ε iff ε I + P − MᵀM/W² is positive
 * semidefinite (on the invariant line it is ε). With ε = p/q and P = s sᵀ/N this is the integer matrix
 * A = p N W² I + q W² s sᵀ − q N MᵀM, or p W² I − q MᵀM where nothing is invariant.
 * Entries of A below 2⁵³ are exact doubles, and A is tested by verified Cholesky (`definite.ts`); a small A that is not
 * settled so, such as one that is singular because ε is attained, is decided exactly.
 */
import * as E from 'fp-ts/lib/Either.js';
import { isPositiveSemidefinite, provesPositiveDefinite } from '../algebra/definite.ts';
import type { Rational } from '../algebra/rational.ts';
import { type Scheme, schemeSize, totalVariation } from '../averaging/scheme.ts';
import { pointCount } from '../group/group.ts';
import {
  monomialModules,
  regularModule,
  type SignedPermutation,
  type TransitiveModule,
} from '../representation/module.ts';
import { declined, fromProblem, type Refusal, rejected } from './refusal.ts';
import { afford, type Subject, stepsPerMonomial } from './subject.ts';

/** Modules larger than this are declined. */
export const gramLimit = 2000;
/** Modules up to this size are decided exactly where the floating-point test does not settle them. */
export const exactLimit = 120;

/**
 * LᵀR for L = Σ_s w_s · left_s and R = Σ_s w_s · right_s, as exact integers in doubles (all sums stay below the square of
 * the total variation).
 */
export const crossGram = (
  size: number,
  weights: readonly number[],
  lefts: readonly SignedPermutation[],
  rights: readonly SignedPermutation[],
): Float64Array => {
  const inverses = rights.map(({ target }) => {
    const inverse = new Uint32Array(size);
    for (let i = 0; i < size; i++) inverse[target[i]!] = i;
    return inverse;
  });
  const gram = new Float64Array(size * size);
  for (const [a, left] of lefts.entries())
    for (const [b, right] of rights.entries()) {
      const weight = weights[a]! * weights[b]!;
      const inverse = inverses[b]!;
      // b_i under a meets b_j under b in the same basis vector.
      for (let i = 0; i < size; i++) {
        const j = inverse[left.target[i]!]!;
        gram[i * size + j]! += weight * left.sign[i]! * right.sign[j]!;
      }
    }
  return gram;
};

/** The integer matrix A; its entries must have been seen to be exact doubles. */
const gapMatrix = <G extends string>(
  { size, invariant, apply }: TransitiveModule<G>,
  scheme: Scheme<G>,
  { numerator: p, denominator: q }: Rational,
): Float64Array => {
  const n = invariant === undefined ? 1n : BigInt(size);
  const square = scheme.total * scheme.total;
  const moves = scheme.elements.map(apply);
  const matrix = crossGram(size, scheme.weights.map(Number), moves, moves);
  const [scale, diagonal, share] = [Number(q * n), Number(p * n * square), Number(q * square)];
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const at = i * size + j;
      const projection = invariant === undefined ? 0 : share * invariant[i]! * invariant[j]!;
      matrix[at] = (i === j ? diagonal : 0) + projection - scale * matrix[at]!;
    }
  return matrix;
};

/** Steps for one module: where each element sends each basis vector, the products of columns, and Cholesky. */
const stepsFor = (size: number, elements: number, stepsPerImage: number): number =>
  size * elements * stepsPerImage + 2 * size * elements ** 2 + size ** 3 + (size <= exactLimit ? 2000 * size ** 3 : 0);

const withinOnModule = <G extends string>(
  subject: Subject<G>,
  stepsPerImage: number,
  module: TransitiveModule<G>,
  scheme: Scheme<G>,
  epsilon: Rational,
): E.Either<Refusal, undefined> => {
  const { size, invariant } = module;
  const affordable = afford(subject, stepsFor(size, schemeSize(scheme), stepsPerImage), 'the Gram matrix');
  if (E.isLeft(affordable)) return affordable;
  const { numerator: p, denominator: q } = epsilon;
  const n = invariant === undefined ? 1n : BigInt(size);
  const square = scheme.total * scheme.total;
  const variation = totalVariation(scheme);
  const gram = variation * variation;
  if (p * n * square + q * square + q * n * gram >= 2n ** 53n)
    return declined('work-limit', 'ε or the weights have too many digits for the exact Gram matrix');
  const matrix = gapMatrix(module, scheme, epsilon);
  if (provesPositiveDefinite(size, matrix)) return E.right(undefined);
  if (size <= exactLimit)
    return isPositiveSemidefinite(size, Array.from(matrix, BigInt))
      ? E.right(undefined)
      : rejected('error-exceeds-epsilon', `the error exceeds ε on the translates of ${module.label}`);
  return rejected('error-not-bounded', `the error is not shown to be at most ε on the translates of ${module.label}`);
};

/** Modules that contain every irreducible of the class, and the steps to find where one element sends a basis vector. */
export const gramModules = <G extends string>(
  subject: Subject<G>,
  which: 'monomials' | 'regular',
): E.Either<Refusal, { readonly modules: readonly TransitiveModule<G>[]; readonly stepsPerImage: number }> => {
  const { instance, functions } = subject;
  if (which === 'regular') {
    const regular = regularModule(instance.group, gramLimit);
    return E.isLeft(regular)
      ? fromProblem(regular.left, 'group-notation')
      : E.right({ modules: [regular.right], stepsPerImage: 200 + 5 * pointCount(instance.group.shape) });
  }
  if (functions.kind === 'all' || (instance.action.kind !== 'permutation' && instance.action.kind !== 'signed'))
    return rejected('evidence-not-applicable', 'monomials are permuted under actions on coordinates, not for all');
  const modules = monomialModules(instance, functions);
  if (E.isLeft(modules)) return fromProblem(modules.left, 'functions-notation', 'work-limit');
  const greatest = modules.right.reduce((most, { size }) => Math.max(most, size), 0);
  if (greatest > gramLimit)
    return declined('work-limit', `a module of dimension ${greatest}; the limit is ${gramLimit}`);
  return E.right({ modules: modules.right, stepsPerImage: stepsPerMonomial(subject) });
};

/** The regular representation may contain more than the class does: a refusal there need not be one on the class. */
export const onClass = <G extends string>(
  { functions }: Subject<G>,
  which: 'monomials' | 'regular',
  within: E.Either<Refusal, undefined>,
): E.Either<Refusal, undefined> =>
  E.isLeft(within) && which === 'regular' && functions.kind !== 'all' && within.left.code === 'error-exceeds-epsilon'
    ? rejected('error-not-bounded', `${within.left.message}, which may not occur in the class`)
    : within;

export const checkGram = <G extends string>(
  subject: Subject<G>,
  which: 'monomials' | 'regular',
  scheme: Scheme<G>,
  epsilon: Rational,
): E.Either<Refusal, undefined> => {
  const chosen = gramModules(subject, which);
  if (E.isLeft(chosen)) return chosen;
  for (const module of chosen.right.modules) {
    const within = withinOnModule(subject, chosen.right.stepsPerImage, module, scheme, epsilon);
    if (E.isLeft(within)) return onClass(subject, which, within);
  }
  return E.right(undefined);
};
