/** The smallest size that the concentration bound of MATHEMATICS.md 3.3 gives, with its integer witness. */
import * as E from 'fp-ts/lib/Either.js';
import { floorSquareRoot } from '../algebra/integer.ts';
import { approximate, type Rational, rational } from '../algebra/rational.ts';
import { existenceInequality } from '../averaging/bounds.ts';
import type { DegreeSumEvidence, WeakEvidence } from '../certificate/evidence.ts';
import { checkDegreeSum } from '../check/existence.ts';
import type { Subject } from '../check/subject.ts';
import { listGroup } from '../group/listing.ts';
import { isMonomialAction } from '../representation/action.ts';
import { monomialCount } from '../representation/module.ts';
import { charactersOf } from './characters.ts';

export interface Existence {
  readonly size: bigint;
  readonly evidence: Extract<WeakEvidence, { readonly kind: 'existence' }>;
}

/** ln of a positive bigint of any size. */
const logarithm = (n: bigint): number => {
  const digits = n.toString(16);
  const shift = Math.max(0, digits.length - 14);
  return Math.log(Number(`0x${digits.slice(0, digits.length - shift)}`)) + shift * Math.log(16);
};

const divergence = (t: number): number => ((1 + t) * Math.log1p(t) + (1 - t) * Math.log1p(-t)) / 2;

/** Largest denominator of the rational root that is tried. */
const denominatorLimit = 400;

/** Sizes above this would make the integers of the inequality too long. */
const sizeLimit = 50_000;

/** The least n with n · KL(√ε) > target, in floating point. */
const leastSize = (epsilon: Rational, target: number): number =>
  Math.max(1, Math.floor(target / divergence(Math.sqrt(approximate(epsilon)))) + 1);

/**
 * The least n with n · KL(√ε) > ln(2D), and a rational t ≤ √ε of small denominator for which the integer inequality
 * holds with that n, or with the next few. For ε ≥ 1 one element is enough and there is nothing to certify this way.
 */
const smallestSize = (epsilon: Rational, sum: bigint): { size: bigint; root: Rational } | undefined => {
  const { numerator: p, denominator: q } = epsilon;
  if (p >= q || p <= 0n) return undefined;
  if (sum === 0n) return { size: 1n, root: rational(0n) };
  const target = logarithm(2n * sum);
  const best = leastSize(epsilon, target);
  if (best > sizeLimit) return undefined;
  for (let size = best; size <= best + Math.max(3, best / 50); size++)
    for (let b = 2; b <= denominatorLimit; b++) {
      const a = floorSquareRoot((p * BigInt(b * b)) / q);
      if (a === 0n || a >= BigInt(b)) continue;
      const root = rational(a, BigInt(b));
      if (root.denominator !== BigInt(b) || size * divergence(Number(a) / b) < target * (1 - 1e-9)) continue;
      if (existenceInequality(BigInt(size), root, sum)) return { size: BigInt(size), root };
    }
  return undefined;
};

/** Groups up to this order get their degrees from the character table. */
const tableOrderLimit = 50_000;
const monomialsLimit = 20_000;

const degreeSums = <G extends string>(subject: Subject<G>): readonly DegreeSumEvidence[] => {
  const { instance, functions } = subject;
  const { family } = instance.group;
  const found: DegreeSumEvidence[] = [];
  if (family.name === 'S' || family.name === 'B') found.push({ kind: 'involutions' });
  found.push({ kind: 'order' });
  if (
    functions.kind !== 'all' &&
    isMonomialAction(instance.action) &&
    monomialCount(instance.action.dimension, functions) <= monomialsLimit
  )
    found.push({ kind: 'monomials' });
  if (found[0]?.kind !== 'involutions' && listGroup(instance.group, tableOrderLimit) !== undefined) {
    const characters = charactersOf(instance);
    if (E.isRight(characters)) found.push({ kind: 'table', table: characters.right.data });
  }
  return found;
};

/** The smallest existence bound over the ways to bound the sum of degrees; the simplest way among equals. */
export const proveExistence = <G extends string>(subject: Subject<G>, epsilon: Rational): Existence | undefined => {
  let best: { readonly degrees: DegreeSumEvidence; readonly sum: bigint; readonly size: number } | undefined;
  for (const degrees of degreeSums(subject)) {
    const sum = checkDegreeSum(subject, degrees);
    if (E.isLeft(sum)) continue;
    const size = sum.right === 0n ? 1 : leastSize(epsilon, logarithm(2n * sum.right));
    if (best === undefined || size < best.size) best = { degrees, sum: sum.right, size };
  }
  if (best === undefined) return undefined;
  const found = smallestSize(epsilon, best.sum);
  return found === undefined
    ? undefined
    : { size: found.size, evidence: { kind: 'existence', root: found.root, degrees: best.degrees } };
};
