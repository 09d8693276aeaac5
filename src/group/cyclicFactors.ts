/** Coordinates of abelian groups given as products of cyclic ones: C_n, Z2^r and products of these. */
import type { AnyGroup, Element, FiniteGroup } from './group.ts';
import { pointCount } from './group.ts';
import { factorPoints } from './product.ts';

/**
 * The isomorphism G → ℤ/n_1 × … × ℤ/n_s: `orders` are the n_i, and `coordinates` adds modulo them under products.
 */
export interface CyclicFactors<G extends string> {
  readonly orders: readonly number[];
  readonly coordinates: (g: Element<G>) => readonly number[];
}

/** undefined for a group that is not C_n, Z2^r or a product of such. */
export const cyclicFactors = <G extends string>(group: FiniteGroup<G>): CyclicFactors<G> | undefined => {
  const { family, shape } = group;
  if (family.name === 'C') return { orders: [family.parameter], coordinates: (g) => [g[0]!] };
  if (family.name === 'Z2') {
    const r = family.parameter;
    return {
      orders: new Array<number>(r).fill(2),
      coordinates: (g) => Array.from({ length: r }, (_, i) => (g[i] === i ? 0 : 1)),
    };
  }
  if (family.name !== 'product') return undefined;
  const parts = family.factors.map((factor: AnyGroup) => cyclicFactors(factor));
  if (parts.some((part) => part === undefined)) return undefined;
  const points = factorPoints(family.factors, shape);
  return {
    orders: parts.flatMap((part) => part!.orders),
    coordinates: (g) =>
      parts.flatMap((part, index) => {
        const factor = family.factors[index]!;
        const place = new Map(points[index]!.map((point, i) => [point, i]));
        const local = Uint32Array.from(
          { length: pointCount(factor.shape) },
          (_, i) => place.get(g[points[index]![i]!]!)!,
        );
        return part!.coordinates(local as unknown as Element<string>);
      }),
  };
};
