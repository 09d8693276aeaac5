/**
 * The values of characters in characteristic 0, from a verified table modulo p (Dixon's lifting, MATHEMATICS.md 2.11).
 *
 * Let g have order o. In the representation with character χ the eigenvalue ζ_o^s of g has multiplicity
 * (1/o) Σ_t χ(g^t) ζ_o^{−st}, an integer from 0 to χ(1) < p, so its residue tells it; and χ(g) = Σ_s m_s ζ_o^s.
 */

import { lcm } from '../algebra/integer.ts';
import type { Residue } from '../algebra/residue.ts';
import type { Element } from '../group/group.ts';
import { cyclesOf } from '../group/permutation.ts';
import type { VerifiedTable } from './verifiedTable.ts';

/** The order of the representative of each class. */
export const classOrders = <G extends string>({ classes }: VerifiedTable<G>): readonly number[] =>
  classes.representatives.map((g) =>
    Number(cyclesOf(g).reduce((order, cycle) => lcm(order, BigInt(cycle.length)), 1n)),
  );

/** For the powers g⁰ … g^{o−1} of the representative of class c, their classes. */
const powerClasses = <G extends string>({ classes }: VerifiedTable<G>, c: number, order: number): readonly number[] => {
  const { group } = classes.listing;
  const found: number[] = [];
  let power: Element<G> = group.empty;
  for (let t = 0; t < order; t++) {
    found.push(classes.classOf(power));
    power = group.concat(power, classes.representatives[c]!);
  }
  return found;
};

/**
 * For class c and every row the multiplicities m_0 … m_{o−1} of the eigenvalues 1, ζ_o, …, of an element of order o.
 * `root` is the residue that stands for e^{2πi/order}, `order` a multiple of o. Growth: rows · o².
 */
export const eigenvalueMultiplicities = <G extends string>(
  table: VerifiedTable<G>,
  c: number,
  o: number,
  root: Residue,
  order: number,
): readonly (readonly number[])[] => {
  const { field, rows, degrees } = table;
  const classes = powerClasses(table, c, o);
  const inverseRoot = field.reciprocal(field.power(root, order / o));
  const powers: Residue[] = [1];
  for (let s = 1; s < o; s++) powers.push(field.mul(powers[s - 1]!, inverseRoot));
  const scale = field.reciprocal(o % field.prime);
  return rows.map((row, i) => {
    const multiplicities = powers.map((_, s) => {
      let sum = 0;
      classes.forEach((at, t) => {
        sum = field.add(sum, field.mul(row[at]!, powers[(s * t) % o]!));
      });
      return field.mul(sum, scale);
    });
    // Implied by 2.11; a failure is a bug.
    if (multiplicities.reduce((sum, m) => sum + m, 0) !== degrees[i])
      throw new Error('eigenvalueMultiplicities: the multiplicities do not add up to the degree');
    return multiplicities;
  });
};
