/** Direct products, acting on the disjoint union of the factors' points or coordinates. */
import { type AnyGroup, type FiniteGroup, makeGroup, pointCount, type Shape } from './group.ts';
import { identityPermutation, type Permutation, withoutSigns } from './permutation.ts';

/** The points of the product that a factor's points become, in the factor's order. */
export const factorPoints = (factors: readonly AnyGroup[], product: Shape): readonly (readonly number[])[] => {
  let before = 0;
  return factors.map((factor) => {
    const { degree } = factor.shape;
    const plain = Array.from({ length: degree }, (_, i) => before + i);
    before += degree;
    return product.kind === 'signed' ? [...plain, ...plain.map((i) => i + product.degree)] : plain;
  });
};

const asSigned = (factor: AnyGroup, product: Shape, g: Permutation): Permutation =>
  product.kind === 'signed' && factor.shape.kind === 'permutation' ? withoutSigns(g) : g;

/** The component in one factor of an element of the product, or undefined if the factor's points are not kept. */
const component = (factor: AnyGroup, points: readonly number[], g: Permutation): Permutation | undefined => {
  const local = new Map(points.map((point, i) => [point, i]));
  const images = points.map((point) => local.get(g[point]!));
  if (images.some((image) => image === undefined)) return undefined;
  const whole = Uint32Array.from(images as number[]);
  if (whole.length === pointCount(factor.shape)) return whole;
  // A factor without signs inside a signed product: signs must be absent.
  const { degree } = factor.shape;
  const plain = whole.slice(0, degree);
  return plain.every((image, i) => image < degree && whole[i + degree] === image + degree) ? plain : undefined;
};

/** The direct product of at least two groups, notation joined by `x`. If any factor has signs, the product has. */
export const directProduct = <const G extends string>(notation: G, factors: readonly AnyGroup[]): FiniteGroup<G> => {
  const degree = factors.reduce((sum, factor) => sum + factor.shape.degree, 0);
  const signed = factors.some((factor) => factor.shape.kind === 'signed');
  const shape: Shape = { kind: signed ? 'signed' : 'permutation', degree };
  const points = factorPoints(factors, shape);
  const generators = factors.flatMap((factor, index) =>
    factor.generators.map((generator: Permutation) => {
      const image = Uint32Array.from(identityPermutation(pointCount(shape)));
      const local = asSigned(factor, shape, generator);
      points[index]!.forEach((point, i) => {
        image[point] = points[index]![local[i]!]!;
      });
      return image;
    }),
  );
  return makeGroup({
    notation,
    shape,
    family: { name: 'product', factors },
    generators,
    order: factors.reduce((product, factor) => product * factor.order, 1n),
    contains: (g) =>
      factors.every((factor, index) => {
        const part = component(factor, points[index]!, g);
        return part !== undefined && factor.contains(part);
      }),
  });
};
