/**
 * Linear actions ρ of a group on ℝ^d, all orthogonal and exact: by permutations of the coordinates, by permutations
 * with signs, or by rotations and reflections of the plane.
 *
 * An action belongs to its group: `action.image` takes `Element<G>` only.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Element, FiniteGroup } from '../group/group.ts';
import { listGroup, pointLimit } from '../group/listing.ts';
import { declined, malformed, type Problem, parseGroup } from '../group/notation.ts';
import { type Permutation, shorten } from '../group/permutation.ts';

/** z ↦ ζ^turn z, or z ↦ ζ^turn z̄ if reflected, for ζ = e^{2πi/n}. */
export interface PlaneMotion {
  readonly turn: number;
  readonly reflected: boolean;
}

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

/** Motions of ℝ² = ℂ by multiples of 2π/n. */
export interface PlaneAction<G extends string> {
  readonly kind: 'plane';
  readonly dimension: 2;
  readonly turns: number;
  readonly image: (g: Element<G>) => PlaneMotion;
}

export type MonomialAction<G extends string> = PermutationAction<G> | SignedAction<G>;
export type Action<G extends string> = MonomialAction<G> | PlaneAction<G>;

/** A group with a faithful action on ℝ^d, and their notation (`S5`, `D8@plane`). */
export interface Instance<G extends string> {
  readonly notation: string;
  readonly group: FiniteGroup<G>;
  readonly action: Action<G>;
}

export const naturalAction = <G extends string>(group: FiniteGroup<G>): MonomialAction<G> => ({
  kind: group.shape.kind,
  dimension: group.shape.degree,
  image: (g) => g,
});

/** C_n or D_n moving the plane: vertex 0 of the polygon is at 1, vertex i at ζⁱ. */
export const planeAction = <G extends string>(group: FiniteGroup<G>): PlaneAction<G> => {
  const turns = group.shape.degree;
  return {
    kind: 'plane',
    dimension: 2,
    turns,
    image: (g) => ({ turn: g[0]!, reflected: turns > 2 && (g[1]! - g[0]! + turns) % turns !== 1 }),
  };
};

/** Groups with more elements than this have no `@regular` action here. */
export const regularLimit = 5000;

/** By image sequences, point by point. */
const lexicographically = (g: Permutation, h: Permutation): number => {
  for (let i = 0; i < g.length; i++) if (g[i] !== h[i]) return g[i]! - h[i]!;
  return 0;
};

/** The group permuting its elements, listed in lexicographic order, by left multiplication. */
const regularAction = <G extends string>(group: FiniteGroup<G>): E.Either<Problem, PermutationAction<G>> => {
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
const cubeVertices = <G extends string>(group: FiniteGroup<G>): PermutationAction<G> => {
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

/** Which actions a family has after `@`, besides `natural` and `regular`. */
const actionOf = <G extends string>(group: FiniteGroup<G>, name: string): E.Either<Problem, Action<G>> => {
  const family = group.family.name;
  if (name === 'natural') return E.right(naturalAction(group));
  if (name === 'regular') return regularAction(group);
  if (name === 'plane' && (family === 'C' || family === 'D')) return E.right(planeAction(group));
  if (name === 'vertices' && (family === 'C' || family === 'D')) return E.right(naturalAction(group));
  if (name === 'vertices' && family === 'B' && group.shape.degree <= 10) return E.right(cubeVertices(group));
  if (name === 'signs' && family === 'Z2') return E.right(naturalAction(group));
  return malformed(
    `${shorten(group.notation)} has no action "${shorten(name)}"; actions are natural and regular, ` +
      'and C_n@plane D_n@plane C_n@vertices D_n@vertices B_n@vertices (n up to 10) Z2^r@signs',
  );
};

/**
 * Reads `GROUP` or `GROUP@ACTION` and passes the instance on under a fresh tag. `@natural` is the default and is left
 * out of the canonical notation.
 */
export const parseInstance = <R>(
  text: string,
  use: <G extends string>(instance: Instance<G>) => E.Either<Problem, R>,
): E.Either<Problem, R> => {
  const at = text.startsWith('perm:') ? text.lastIndexOf('@') : text.indexOf('@');
  const groupText = at < 0 ? text : text.slice(0, at);
  const actionName = at < 0 ? 'natural' : text.slice(at + 1);
  return parseGroup<R>(groupText, (group) => {
    const action = actionOf(group, actionName);
    if (E.isLeft(action)) return action;
    const notation = actionName === 'natural' ? group.notation : `${group.notation}@${actionName}`;
    return use({ notation, group, action: action.right });
  });
};
