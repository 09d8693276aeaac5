/** The reflections of a group, listed. */
import type { AnyGroup, Element } from '../group/group.ts';
import { conjugacyClasses, listGroup } from '../group/listing.ts';
import { factorPoints } from '../group/product.ts';
import { type Instance, isNaturalAction } from '../representation/action.ts';
import { isReflection, spectrumOf } from '../representation/spectrum.ts';

/** More reflections than this are not listed. */
const countLimit = 20_000;

type Image = Uint32Array;

/** The reflections of S_n, B_n and Z2^r in closed form: exchanges of two coordinates, with signs in B_n, and sign changes. */
const ofFamily = (group: AnyGroup): readonly Image[] | undefined => {
  const { family, shape } = group;
  const n = shape.degree;
  const points = shape.kind === 'signed' ? 2 * n : n;
  const exchanging = (pairs: readonly (readonly [number, number])[]): Image => {
    const image = Uint32Array.from({ length: points }, (_, i) => i);
    for (const [a, b] of pairs) [image[a], image[b]] = [b, a];
    return image;
  };
  const signChanges = (): Image[] => Array.from({ length: n }, (_, i) => exchanging([[i, i + n]]));
  const pairs = (): [number, number][] =>
    Array.from({ length: n }, (_, i) => Array.from({ length: i }, (_, j): [number, number] => [j, i])).flat();
  if (family.name === 'S') return pairs().map((pair) => exchanging([pair]));
  if (family.name === 'Z2') return signChanges();
  if (family.name === 'B')
    return [
      ...signChanges(),
      ...pairs().map(([a, b]) =>
        exchanging([
          [a, b],
          [a + n, b + n],
        ]),
      ),
      ...pairs().map(([a, b]) =>
        exchanging([
          [a, b + n],
          [b, a + n],
        ]),
      ),
    ];
  return undefined;
};

const ofProduct = (group: AnyGroup): readonly Image[] | undefined => {
  const { family, shape } = group;
  if (family.name !== 'product') return undefined;
  const points = factorPoints(family.factors, shape);
  const total = shape.kind === 'signed' ? 2 * shape.degree : shape.degree;
  const lists = family.factors.map((factor: AnyGroup) => ofFamily(factor));
  if (lists.some((list) => list === undefined)) return undefined;
  return lists.flatMap((list, index) =>
    list!.map((local) => {
      const image = Uint32Array.from({ length: total }, (_, i) => i);
      const place = points[index]!;
      const { degree } = family.factors[index]!.shape;
      place.forEach((point, i) => {
        // A factor without signs moves the negatives of its coordinates alongside.
        image[point] = i < local.length ? place[local[i]!]! : place[local[i - degree]! + degree]!;
      });
      return image;
    }),
  );
};

/** All reflections, or undefined if they cannot be listed or are too many. */
export const reflectionsOf = <G extends string>(instance: Instance<G>): readonly Element<G>[] | undefined => {
  const { group, action } = instance;
  const closed = isNaturalAction(instance) ? (ofFamily(group) ?? ofProduct(group)) : undefined;
  if (closed !== undefined)
    return closed.length <= countLimit ? (closed as unknown as readonly Element<G>[]) : undefined;
  const listing = listGroup(group, 100_000);
  if (listing === undefined) return undefined;
  const classes = conjugacyClasses(listing);
  const wanted = classes.representatives.map((g) => isReflection(spectrumOf(action, g)));
  const found: Element<G>[] = [];
  for (let index = 0; index < listing.size; index++)
    if (wanted[classes.classOfRank[index]!]) found.push(listing.unrank(index));
  return found.length <= countLimit ? found : undefined;
};
