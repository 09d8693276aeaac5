/**
 * Actions that permute the coordinates of ℝ^d, possibly changing signs: the natural one of every group, and those on
 * the elements of the group, on the vertices of the cube, and by the sign of permutations.
 *
 * A monomial goes to a monomial, up to sign; hence the name.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Element, FiniteGroup } from '../group/group.ts';
import { listGroup, pointLimit } from '../group/listing.ts';
import { declined, type Problem } from '../group/notation.ts';
import { isEven, type Permutation, shorten } from '../group/permutation.ts';

/** The coordinates are permuted: `image(g)` permutes `dimension` points. */
export interface PermutationAction<G extends string> {
  readonly kind: 'permutation';
  readonly dimension: number;
  readonly image: (g: Element<G>) => Permutation;
}

/** The coordinates are permuted and change signs: `image(g)` permutes `2 · dimension` points (see `permutation.ts`). */
export interface SignedAction<G extends string> {
  readonly kind: 'signed';
  readonly dimension: number;
  readonly image: (g: Element<G>) => Permutation;
}

export type MonomialAction<G extends string> = PermutationAction<G> | SignedAction<G>;

export const naturalAction = <G extends string>(group: FiniteGroup<G>): MonomialAction<G> => ({
  kind: group.shape.kind,
  dimension: group.shape.degree,
  image: (g) => g,
});

/** Groups with more elements than this have no `@regular` action here. */
export const regularLimit = 5000;

/** By image sequences, point by point. */
const lexicographically = (g: Permutation, h: Permutation): number => {
  for (let i = 0; i < g.length; i++) if (g[i] !== h[i]) return g[i]! - h[i]!;
  return 0;
};

/** The group permuting its elements, listed in lexicographic order, by left multiplication. */
export const regularAction = <G extends string>(group: FiniteGroup<G>): E.Either<Problem, PermutationAction<G>> => {
  const listing = listGroup(group, regularLimit);
  if (listing === undefined)
    return declined(
      `@regular lists the group: ${shorten(group.notation)} has more than ${regularLimit} elements, or ${pointLimit} points`,
    );
  const elements = Array.from({ length: listing.size }, (_, i) => listing.unrank(i)).sort(lexicographically);
  const placeOfRank = new Uint32Array(listing.size);
  elements.forEach((x, place) => {
    placeOfRank[listing.rank(x)] = place;
  });
  return E.right({
    kind: 'permutation',
    dimension: listing.size,
    image: (g) => Uint32Array.from(elements, (x) => placeOfRank[listing.rank(group.concat(g, x))]!),
  });
};

/** B_n on the 2ⁿ vertices of the cube: vertex v has coordinate i equal to −1 where bit i of v is set. */
export const cubeVertices = <G extends string>(group: FiniteGroup<G>): PermutationAction<G> => {
  const n = group.shape.degree;
  return {
    kind: 'permutation',
    dimension: 2 ** n,
    image: (g) =>
      Uint32Array.from({ length: 2 ** n }, (_, vertex) => {
        let image = 0;
        for (let i = 0; i < n; i++) {
          const target = g[i]!;
          const bit = ((vertex >> i) & 1) ^ (target >= n ? 1 : 0);
          image |= bit << (target % n);
        }
        return image;
      }),
  };
};

/** The line on which even permutations are 1 and odd ones −1, for a group of permutations without signs. */
export const signAction = <G extends string>(): SignedAction<G> => ({
  kind: 'signed',
  dimension: 1,
  image: (g) => (isEven(g) ? Uint32Array.of(0, 1) : Uint32Array.of(1, 0)),
});
