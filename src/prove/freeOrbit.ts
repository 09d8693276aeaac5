/**
 * Polynomials with independent translates: the factor lists of *free orbit* evidence. For reflection groups of the
 * named families they have the least possible degree; for other groups a base of the stabiliser chain gives some.
 */
import type { AnyGroup } from '../group/group.ts';
import { type Instance, isNaturalAction } from '../representation/action.ts';

type Factors = readonly (readonly number[])[];

/**
 * Factors for S_n: exponents 0 … n − 1, from `start` on. For B_n: pairs {2i, 2i + 1}. For Z2^r: {0, 1} everywhere.
 */
const ofFamily = (group: AnyGroup): Factors | undefined => {
  const { family } = group;
  if (family.name === 'S') return Array.from({ length: family.parameter }, (_, i) => [i]);
  if (family.name === 'B') return Array.from({ length: family.parameter }, (_, i) => [2 * i, 2 * i + 1]);
  if (family.name === 'Z2') return Array.from({ length: family.parameter }, () => [0, 1]);
  return undefined;
};

export const degreeOfFactors = (factors: Factors): number =>
  factors.reduce((sum, factor) => sum + Math.max(...factor), 0);

/** Distinct exponents 1, 2, … on a base chosen greedily to be short, 0 elsewhere; for signed groups both parities. */
const onBase = <G extends string>(instance: Instance<G>): Factors => {
  const { group } = instance;
  const { degree, kind } = group.shape;
  const base = [...new Set(group.chain().base.map((point) => point % degree))];
  if (kind === 'permutation') {
    const factors: number[][] = Array.from({ length: degree }, () => [0]);
    base.forEach((point, i) => {
      factors[point] = [i + 1];
    });
    return factors;
  }
  return Array.from({ length: degree }, (_, i) => [2 * i, 2 * i + 1]);
};

/**
 * Factors whose product has a free orbit under the natural action, of degree as small as is known here; undefined for
 * other actions. Products of S, B and Z2 get a free orbit in each factor, on separate coordinates.
 */
export const freeOrbitFactors = <G extends string>(instance: Instance<G>): Factors | undefined => {
  if (!isNaturalAction(instance)) return undefined;
  const own = ofFamily(instance.group);
  if (own !== undefined) return own;
  const { family } = instance.group;
  if (family.name === 'product') {
    const parts = family.factors.map((factor: AnyGroup) => ofFamily(factor));
    if (parts.every((part) => part !== undefined)) return parts.flatMap((part) => part!);
  }
  return onBase(instance);
};
