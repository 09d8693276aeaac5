/**
 * Evidence *linear-programme* (Delsarte; MATHEMATICS.md 2.5, 3.5): a lower bound for probability weights on AC_ex, and
 * with ε on AC_wk.
 *
 * The evidence is a multiplier c_π for every irreducible. If c_π ≤ 0 for every nontrivial π outside the class and
 * φ = Re Σ c_π χ_π ≥ 0 off the identity, then for every scheme ω within ε, by Σ ω² ≥ 1/size,
 * φ(e)/size ≤ Σ_{s,t} ω(s)ω(t)φ(s⁻¹t) = Σ_π c_π ‖ω̂(π)‖_F² ≤ c_1 + ε Σ d_π max(c_π, 0), the last sum over the
 * nontrivial π of the class. A positive multiplier is allowed only where the irreducible is shown to occur.
 * The signs of φ are decided exactly: φ(g) is a rational combination of roots of unity.
 */
import * as E from 'fp-ts/lib/Either.js';
import { absolute, ceilDivide, lcm } from '../algebra/integer.ts';
import { denominatorFits, overCommonDenominator, type Rational } from '../algebra/rational.ts';
import { signOfRealPart } from '../algebra/trigonometry.ts';
import type { TableReference } from '../certificate/evidence.ts';
import { characterConductor } from '../representation/classCharacter.ts';
import { tableOf } from './characterTable.ts';
import { classOrders, eigenvalueMultiplicities } from './characterValues.ts';
import { type Established, exactAtLeast } from './established.ts';
import { rootForTable, shownToOccur } from './occurrence.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, type Subject } from './subject.ts';
import { isTrivialRow } from './verifiedTable.ts';

/** Bits of the common denominator; signs of combinations with longer coefficients may take long to decide. */
const multiplierBits = 1024;

/** The bound φ(e) / (c_1 + ε Σ d_π max(c_π, 0)), rounded up, for AC_wk at ε, or for AC_ex without ε. */
export const checkLinearProgramme = <G extends string>(
  subject: Subject<G>,
  reference: TableReference,
  multipliers: readonly Rational[],
  epsilon?: Rational,
): E.Either<Refusal, Established> => {
  const read = tableOf(subject, reference);
  if (E.isLeft(read)) return read;
  const table = read.right;
  const { rows, degrees, classes } = table;
  if (multipliers.length !== rows.length)
    return rejected('multipliers-mismatch', `${multipliers.length} multipliers for ${rows.length} irreducibles`);
  if (!denominatorFits(multipliers, multiplierBits))
    return declined('work-limit', `the common denominator of the multipliers has more than ${multiplierBits} bits`);
  const c = overCommonDenominator(multipliers).numerators;
  if (c.some((x) => absolute(x) >> BigInt(2 * multiplierBits) !== 0n))
    return declined('work-limit', 'the multipliers have too many digits');

  const orders = classOrders(table);
  const conductor = BigInt(characterConductor(subject.instance.action));
  const order = Number(orders.reduce((all, o) => lcm(all, BigInt(o)), conductor));
  const root = rootForTable(table, order);
  if (E.isLeft(root)) return root;
  const occurs = shownToOccur(subject, table, root.right, order);
  if (E.isLeft(occurs)) return occurs;
  const outside = rows.findIndex((row, i) => c[i]! > 0n && !isTrivialRow(row) && !occurs.right[i]);
  if (outside >= 0)
    return rejected(
      'multiplier-sign',
      `irreducible ${outside} is not shown to occur in the class, so its multiplier must not be positive`,
    );

  const steps = orders.reduce((sum, o) => sum + rows.length * o * (40 * o + 2000), 0);
  const affordable = afford(subject, steps, 'the values of the characters');
  if (E.isLeft(affordable)) return affordable;
  for (let at = 1; at < classes.sizes.length; at++) {
    const multiplicities = eigenvalueMultiplicities(table, at, orders[at]!, root.right, order);
    const value = Array.from({ length: orders[at]! }, (_, s) =>
      multiplicities.reduce((sum, row, i) => (row[s] === 0 ? sum : sum + c[i]! * BigInt(row[s]!)), 0n),
    );
    if (signOfRealPart(value) < 0)
      return rejected('combination-negative', `the combination of characters is negative at class ${at}`);
  }
  // Everything times the common denominator of the multipliers, and of ε.
  const { numerator: p, denominator: q } = epsilon ?? { numerator: 0n, denominator: 1n };
  const atIdentity = c.reduce((sum, x, i) => sum + x * BigInt(degrees[i]!), 0n);
  let limit = 0n;
  rows.forEach((row, i) => {
    if (isTrivialRow(row)) limit += q * c[i]!;
    else if (c[i]! > 0n) limit += p * c[i]! * BigInt(degrees[i]!);
  });
  if (atIdentity <= 0n || limit <= 0n)
    return rejected('combination-negative', 'the combination of characters bounds nothing: it must be positive at e');
  const value = ceilDivide(q * atIdentity, limit);
  return E.right(
    epsilon === undefined
      ? exactAtLeast(value, 'probability', subject.instance.group.order)
      : { quantity: 'AC_wk', epsilon, least: { value, for: 'probability' } },
  );
};
