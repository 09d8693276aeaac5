/**
 * Evidence *scheme* and *subgroup* (MATHEMATICS.md 2.10): an explicit exact averaging scheme, listed or given as the
 * uniform scheme on a subgroup; AC_ex is at most its size.
 *
 * Under a (signed) permutation action the averaging operator is compared, on every transitive module of monomials, with
 * the projection onto the invariants: E_ω b_i must be s_i/N Σ_j s_j b_j where Σ s_j b_j is invariant, and 0 where
 * nothing is. For a subgroup H it is enough that the modules have no more H-invariants than G-invariants. On the
 * plane, up to complex conjugation, E_ω(zᵐ) = A_m zᵐ + B_m z̄ᵐ with A_m = Σ ω ζ^{m·turn} over rotations and B_m the
 * same over reflections; exactness on degree m means A_m = B_m = 0, except where zᵐ or Re zᵐ is itself invariant (n
 * divides m). Where monomials are not permuted, or are too many, characters decide (`characterSum.ts`).
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { isZeroCombination } from '../algebra/cyclotomic.ts';
import { type Scheme, schemeSize } from '../averaging/scheme.ts';
import type { SchemeData } from '../certificate/evidence.ts';
import type { Element } from '../group/group.ts';
import { pointCount } from '../group/group.ts';
import { type StabiliserChain, stabiliserChainWithin } from '../group/stabiliserChain.ts';
import type { PlaneAction } from '../representation/action.ts';
import type { ActionClass } from '../representation/functionClass.ts';
import { monomialModules, type SignedPermutation, type TransitiveModule } from '../representation/module.ts';
import { isExactByCharacters, subgroupIsExactByCharacters } from './characterSum.ts';
import { atMost, type Established } from './established.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, chainSteps, degreeOf, readElements, readScheme, type Subject, stepsPerMonomial } from './subject.ts';

/** Whether E_ω is the projection onto the invariants of the module. Growth: size · (size + support). */
const isProjection = <G extends string>(module: TransitiveModule<G>, scheme: Scheme<G>): boolean => {
  const { size, invariant } = module;
  const moves: readonly SignedPermutation[] = scheme.elements.map(module.apply);
  const share = invariant === undefined ? 0n : scheme.total;
  const column = new Array<bigint>(size).fill(0n);
  for (let i = 0; i < size; i++) {
    column.fill(0n);
    moves.forEach(({ target, sign }, s) => {
      column[target[i]!]! += sign[i] === 1 ? scheme.weights[s]! : -scheme.weights[s]!;
    });
    // column / total must be s_i s_j / size.
    for (let j = 0; j < size; j++) {
      const expected = invariant === undefined || invariant[i] === invariant[j] ? share : -share;
      if (column[j]! * BigInt(size) !== expected) return false;
    }
  }
  return true;
};

/** The coefficients of A_m or B_m as combinations of n-th roots of unity, times the scheme's total. */
export const planeCoefficients = <G extends string>(
  action: PlaneAction<G>,
  scheme: Scheme<G>,
  m: number,
): { readonly rotations: readonly bigint[]; readonly reflections: readonly bigint[] } => {
  const n = action.turns;
  const rotations = new Array<bigint>(n).fill(0n);
  const reflections = new Array<bigint>(n).fill(0n);
  scheme.elements.forEach((g, s) => {
    const { turn, reflected } = action.image(g);
    const side = reflected ? reflections : rotations;
    const at = (turn * m) % n;
    side[at] = side[at]! + scheme.weights[s]!;
  });
  return { rotations, reflections };
};

const isExactOnPlane = <G extends string>(
  action: PlaneAction<G>,
  dihedral: boolean,
  scheme: Scheme<G>,
  degree: number,
): boolean => {
  for (let m = 1; m <= degree; m++) {
    const { rotations, reflections } = planeCoefficients(action, scheme, m);
    // For n | m every power is 1: A_m and B_m are the total weights of rotations and of reflections.
    const invariant = m % action.turns === 0;
    const [a, b] = !invariant ? [0n, 0n] : dihedral ? [scheme.total, scheme.total] : [2n * scheme.total, 0n];
    const differs = (combination: readonly bigint[], twice: bigint): boolean =>
      !isZeroCombination(combination.map((x, j) => (j === 0 ? 2n * x - twice : 2n * x)));
    if (differs(rotations, a) || differs(reflections, b)) return false;
  }
  return true;
};

/** The modules of monomials; undefined where the action has none, or too many. */
const listedModules = <G extends string>(
  subject: Subject<G>,
  functions: ActionClass,
): readonly TransitiveModule<G>[] | undefined => {
  const { kind } = subject.instance.action;
  if (kind !== 'permutation' && kind !== 'signed') return undefined;
  const modules = monomialModules(subject.instance, functions);
  return E.isLeft(modules) ? undefined : modules.right;
};

const onlyPolynomials = (): E.Either<Refusal, never> =>
  rejected('evidence-not-applicable', 'on all functions only the uniform scheme on the whole group is exact');

/** Whether the scheme is exact: on harmonics, on monomials where they can be listed, else by characters. */
const isExact = <G extends string>(
  subject: Subject<G>,
  functions: ActionClass,
  scheme: Scheme<G>,
): E.Either<Refusal, boolean> => {
  const { action, group } = subject.instance;
  const k = degreeOf(functions);
  if (action.kind === 'plane' && k !== undefined) {
    const degree = Math.min(k, action.turns);
    return degree * (action.turns + schemeSize(scheme)) > 1e7
      ? declined('work-limit', 'too many turns to check exactly')
      : E.right(isExactOnPlane(action, group.family.name === 'D', scheme, degree));
  }
  const modules = listedModules(subject, functions);
  if (modules === undefined) return isExactByCharacters(subject, functions, scheme);
  const perImage = stepsPerMonomial(subject);
  const steps = modules.reduce((sum, { size }) => sum + size * (50 * size + schemeSize(scheme) * perImage), 0);
  const affordable = afford(subject, steps, 'comparing the scheme with the projection');
  return E.isLeft(affordable) ? affordable : E.right(modules.every((module) => isProjection(module, scheme)));
};

export const checkExactScheme = <G extends string>(
  subject: Subject<G>,
  data: SchemeData,
): E.Either<Refusal, Established> => {
  const { functions } = subject;
  if (functions.kind === 'all') return onlyPolynomials();
  const read = readScheme(subject, data);
  if (E.isLeft(read)) return read;
  const scheme = read.right;
  const exact = isExact(subject, functions, scheme);
  if (E.isLeft(exact)) return exact;
  return exact.right
    ? E.right(atMost('AC_ex', BigInt(schemeSize(scheme)), scheme.kind))
    : rejected('scheme-not-exact', 'some function of the class is not averaged to its invariant part');
};

/** The dimension of the vectors of the module fixed by the elements given: orbits without a sign conflict. */
export const invariantDimension = <G extends string>(
  module: TransitiveModule<G>,
  generators: readonly Element<G>[],
): number => {
  const moves = generators.map(module.apply);
  const sign = new Int8Array(module.size);
  let dimension = 0;
  for (let start = 0; start < module.size; start++) {
    if (sign[start] !== 0) continue;
    sign[start] = 1;
    let consistent = true;
    const queue = [start];
    for (let i = queue.pop(); i !== undefined; i = queue.pop())
      for (const move of moves) {
        const j = move.target[i]!;
        const expected = sign[i]! * move.sign[i]!;
        if (sign[j] === 0) {
          sign[j] = expected;
          queue.push(j);
        } else if (sign[j] !== expected) consistent = false;
      }
    if (consistent) dimension++;
  }
  return dimension;
};

/** Whether the subgroup has no more invariants than the group: on monomials where they can be listed, else by characters. */
const hasSameInvariants = <G extends string>(
  subject: Subject<G>,
  functions: ActionClass,
  generators: readonly Element<G>[],
  chain: StabiliserChain,
): E.Either<Refusal, boolean> => {
  const modules = listedModules(subject, functions);
  if (modules === undefined) return subgroupIsExactByCharacters(subject, functions, chain);
  const monomials = modules.reduce((sum, { size }) => sum + size, 0);
  const counting = afford(
    subject,
    monomials * generators.length * stepsPerMonomial(subject),
    'counting the invariants of the subgroup',
  );
  if (E.isLeft(counting)) return counting;
  return E.right(
    modules.every((module) => invariantDimension(module, generators) === (module.invariant === undefined ? 0 : 1)),
  );
};

export const checkSubgroup = <G extends string>(
  subject: Subject<G>,
  texts: readonly string[],
): E.Either<Refusal, Established> => {
  const { instance, functions } = subject;
  if (functions.kind === 'all') return onlyPolynomials();
  const read = readElements(subject, texts);
  if (E.isLeft(read)) return read;
  const generators = read.right;
  if (generators.length > 50) return declined('work-limit', `${generators.length} generators; the limit is 50`);
  const points = pointCount(instance.group.shape);
  if (points > 500) return declined('work-limit', `subgroups on ${points} points; the limit is 500`);
  const affordable = afford(subject, chainSteps, 'the order of the subgroup');
  if (E.isLeft(affordable)) return affordable;
  const chain = stabiliserChainWithin(chainSteps, points, generators);
  if (O.isNone(chain)) return declined('work-limit', 'the order of the subgroup takes too long to compute');
  const same = hasSameInvariants(subject, functions, generators, chain.value);
  if (E.isLeft(same)) return same;
  return same.right
    ? E.right(atMost('AC_ex', chain.value.order, 'uniform'))
    : rejected('subgroup-not-exact', 'the subgroup fixes functions of the class that the group does not fix');
};
