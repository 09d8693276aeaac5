/**
 * Evidence *existence* (MATHEMATICS.md 3.3): some uniform average of n elements is within ε, because a random one is
 * with positive probability: n · KL(t) > ln(2D) with t² ≤ ε and D ≥ Σ d_π over the distinct nontrivial irreducibles of
 * the class. It rests on the matrix concentration inequality proved there; no set of elements is given.
 *
 * Bounds D on the sum of degrees (3.6):
 * - *order*: Σ d_π ≤ |G| − 1, since d_π ≤ d_π² and Σ d_π² = |G|;
 * - *involutions*: for S_d and B_d every irreducible is real (indeed rational), so by Frobenius and Schur Σ d_π, trivial
 *   one included, is the number of solutions of g² = e;
 * - *monomials*: Σ d_π over distinct nontrivial π in the class is at most the dimension of the class minus that of its
 *   invariants, module by module, one module for each kind;
 * - *table*: the degrees of a verified character table.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Rational, rationals } from '../algebra/rational.ts';
import { existenceInequality } from '../averaging/bounds.ts';
import type { DegreeSumEvidence } from '../certificate/evidence.ts';
import type { AnyGroup } from '../group/group.ts';
import { monomialModules } from '../representation/module.ts';
import { tableOf } from './characterTable.ts';
import { declined, fromProblem, type Refusal, rejected } from './refusal.ts';
import { afford, type Subject } from './subject.ts';

/** Bits of the integers in the inequality. */
const bitLimit = 2e7;

/**
 * The number of solutions of g² = e in S_d or B_d: a(n) = c a(n−1) + c (n−1) a(n−2) with c = 1 for S_d and 2 for B_d
 * (the last coordinate is fixed, with a sign in B_d, or exchanged with one of n − 1 others, with a common sign).
 */
export const involutions = (group: AnyGroup): bigint | undefined => {
  const { family } = group;
  if (family.name !== 'S' && family.name !== 'B') return undefined;
  const c = family.name === 'S' ? 1n : 2n;
  let [before, current] = [0n, 1n];
  for (let n = 1; n <= family.parameter; n++) [before, current] = [current, c * current + c * BigInt(n - 1) * before];
  return current;
};

/** An upper bound on Σ d_π over the nontrivial irreducibles of the class. */
export const checkDegreeSum = <G extends string>(
  subject: Subject<G>,
  evidence: DegreeSumEvidence,
): E.Either<Refusal, bigint> => {
  const { group } = subject.instance;
  if (evidence.kind === 'order') return E.right(group.order - 1n);
  if (evidence.kind === 'involutions') {
    const count = involutions(group);
    return count === undefined
      ? rejected('wrong-degree-sum', 'counting involutions is for S_d and B_d')
      : E.right(count - 1n);
  }
  if (evidence.kind === 'monomials') {
    const { kind } = subject.instance.action;
    if (subject.functions.kind === 'all' || (kind !== 'permutation' && kind !== 'signed'))
      return rejected('wrong-degree-sum', 'counting monomials is for actions on coordinates, not for all');
    const modules = monomialModules(subject.instance, subject.functions);
    if (E.isLeft(modules)) return fromProblem(modules.left, 'functions-notation', 'work-limit');
    return E.right(
      modules.right.reduce((sum, { size, invariant }) => sum + BigInt(size) - (invariant === undefined ? 0n : 1n), 0n),
    );
  }
  const table = tableOf(subject, evidence.table);
  return E.isLeft(table) ? table : E.right(table.right.degrees.reduce((sum, degree) => sum + BigInt(degree), -1n));
};

export const checkExistence = <G extends string>(
  subject: Subject<G>,
  size: bigint,
  epsilon: Rational,
  root: Rational,
  degrees: DegreeSumEvidence,
): E.Either<Refusal, undefined> => {
  if (size < 1n) return rejected('existence-fails', 'no scheme has 0 elements');
  if (rationals.compare(rationals.mul(root, root), epsilon) > 0)
    return rejected('root-too-large', 'the square of the root is greater than ε');
  const sum = checkDegreeSum(subject, degrees);
  if (E.isLeft(sum)) return sum;
  const bits = Number(root.denominator * size) * 2 * (root.denominator.toString(2).length + 1);
  if (!(bits < bitLimit))
    return declined('work-limit', `the inequality has about ${bits} bits; the limit is ${bitLimit}`);
  const degreeBits = Number(root.denominator) * 2 * sum.right.toString(2).length;
  if (!(degreeBits < bitLimit)) return declined('work-limit', `the inequality has about ${degreeBits} bits`);
  const affordable = afford(subject, 300 * (bits + degreeBits), 'the existence inequality');
  if (E.isLeft(affordable)) return affordable;
  return existenceInequality(size, root, sum.right)
    ? E.right(undefined)
    : rejected('existence-fails', `the inequality fails for ${size} elements`);
};
