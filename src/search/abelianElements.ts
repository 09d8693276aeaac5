/** Elements of products of cyclic groups by number, as `abelianTransform.ts` numbers them. */
import { cyclicFactors } from '../group/cyclicFactors.ts';
import type { AnyGroup, Element, FiniteGroup } from '../group/group.ts';
import { pointCount } from '../group/group.ts';
import { factorPoints } from '../group/product.ts';

/** The images of the element with these coordinates, which are used up from the front. */
const imageAt = ({ family, shape }: AnyGroup, coordinates: number[]): Uint32Array => {
  const n = shape.degree;
  if (family.name === 'C') {
    const turn = coordinates.shift()!;
    return Uint32Array.from({ length: n }, (_, i) => (i + turn) % n);
  }
  if (family.name === 'Z2') {
    const signs = coordinates.splice(0, n);
    return Uint32Array.from({ length: 2 * n }, (_, i) => (signs[i % n] === 1 ? (i + n) % (2 * n) : i));
  }
  if (family.name !== 'product') throw new Error(`${family.name} is not a product of cyclic groups`);
  const image = Uint32Array.from({ length: pointCount(shape) }, (_, i) => i);
  const points = factorPoints(family.factors, shape);
  family.factors.forEach((factor, index) => {
    const places = points[index]!;
    // A factor without signs inside a signed product moves both signs alike.
    const local = imageAt(factor, coordinates);
    places.forEach((point, i) => {
      const degree = local.length;
      image[point] = places[local[i % degree]! + (i >= degree ? degree : 0)]!;
    });
  });
  return image;
};

/** The element with the given number, for groups that have `cyclicFactors`. */
export const abelianElement = <G extends string>(group: FiniteGroup<G>, index: number): Element<G> => {
  const coordinates: number[] = [];
  let rest = index;
  for (const n of cyclicFactors(group)!.orders) {
    coordinates.push(rest % n);
    rest = Math.floor(rest / n);
  }
  return imageAt(group, coordinates) as unknown as Element<G>;
};
