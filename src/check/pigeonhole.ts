/**
 * Evidence *pigeonhole* (MATHEMATICS.md 3.5): a number m ≥ 5 of parts with ε ≤ cos²(2π/m). For a class in which every
 * irreducible occurs, and probability weights, AC_wk ≥ 1 + log_m |G/G'|.
 *
 * Let s_1 … s_n be the elements and put each linear character χ in the box of (Z/m)^{n−1} that says in which of m arcs of
 * length 2π/m χ(s_1⁻¹s_i) lies. If m^{n−1} < |G/G'|, two characters share a box; their quotient χ ≠ 1 has angles
 * |θ_i| < 2π/m on all s_1⁻¹s_i, so |ω̂(χ)| ≥ Σ ω(s_i) cos θ_i > cos(2π/m) ≥ √ε.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../algebra/rational.ts';
import { signOfRealPart } from '../algebra/trigonometry.ts';
import { abelianisationOrder } from '../group/abelianQuotients.ts';
import type { Established } from './established.ts';
import { quotientOnce } from './quotients.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { chainSteps, type Subject } from './subject.ts';

const partLimit = 10_000;

/** Whether ε ≤ cos²(2π/m) = (1 + cos(4π/m))/2. */
const boxesSuffice = (parts: number, { numerator: p, denominator: q }: Rational): boolean => {
  const combination = new Array<bigint>(parts).fill(0n);
  combination[0] = q - 2n * p;
  combination[2] = combination[2]! + q;
  return signOfRealPart(combination) >= 0;
};

/** The caller has shown that every irreducible occurs. */
export const checkPigeonhole = <G extends string>(
  subject: Subject<G>,
  parts: number,
  epsilon: Rational,
): E.Either<Refusal, Established> => {
  if (parts > partLimit) return declined('work-limit', `${parts} parts; the limit is ${partLimit}`);
  if (parts < 5 || !boxesSuffice(parts, epsilon))
    return rejected('parts-too-few', `${parts} parts: there must be at least 5, with ε ≤ cos²(2π/${parts})`);
  const order = quotientOnce(subject, 'G/G′', () => abelianisationOrder(subject.instance.group, chainSteps));
  if (E.isLeft(order)) return order;
  let n = 1n;
  for (let boxes = 1n; boxes < order.right; boxes *= BigInt(parts)) n++;
  return E.right({ quantity: 'AC_wk', epsilon, least: { value: n, for: 'probability' } });
};
