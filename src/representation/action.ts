/**
 * Linear actions ρ of a group on ℝ^d, all exact: by permutations of the coordinates, by permutations with signs, by
 * rotations and reflections of the plane, or by matrices over a cyclotomic field.
 *
 * An action belongs to its group: `action.image` takes `Element<G>` only.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Element, FiniteGroup } from '../group/group.ts';
import { malformed, type Problem, parseGroup, textLimit } from '../group/notation.ts';
import { equalPermutations, isEven, shorten } from '../group/permutation.ts';
import { imagesAction, matricesAction } from './givenAction.ts';
import { icosahedralAction, type MatrixAction } from './matrixAction.ts';
import {
  cubeVertices,
  type MonomialAction,
  naturalAction,
  type PermutationAction,
  regularAction,
  type SignedAction,
  signAction,
} from './monomialAction.ts';

export type { MatrixAction, MonomialAction, PermutationAction, SignedAction };
export { naturalAction };

/** z ↦ ζ^turn z, or z ↦ ζ^turn z̄ if reflected, for ζ = e^{2πi/n}. */
export interface PlaneMotion {
  readonly turn: number;
  readonly reflected: boolean;
}

/** Motions of ℝ² = ℂ by multiples of 2π/n. */
export interface PlaneAction<G extends string> {
  readonly kind: 'plane';
  readonly dimension: 2;
  readonly turns: number;
  readonly image: (g: Element<G>) => PlaneMotion;
}

export type Action<G extends string> = MonomialAction<G> | PlaneAction<G> | MatrixAction<G>;

export const isMonomialAction = <G extends string>(action: Action<G>): action is MonomialAction<G> =>
  action.kind === 'permutation' || action.kind === 'signed';

/**
 * A group with an action on ℝ^d, and their notation (`S5`, `D8@plane`).
 *
 * `faithful` says whether only the identity acts as the identity; it is decided by group orders. Theorems that need a
 * faithful action (MATHEMATICS.md 2.4, 2.7, 2.8) must ask for it.
 */
export interface Instance<G extends string> {
  readonly notation: string;
  readonly group: FiniteGroup<G>;
  readonly action: Action<G>;
  readonly faithful: boolean;
}

/** Whether every element acts on the coordinates as it is written; enough to see it of the generators. */
export const isNaturalAction = <G extends string>({ action, group }: Instance<G>): boolean =>
  isMonomialAction(action) &&
  action.kind === group.shape.kind &&
  action.dimension === group.shape.degree &&
  group.generators.every((s) => equalPermutations(action.image(s), s));

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

/** An action, read. */
interface ReadAction<G extends string> {
  /** The canonical text after `@`. */
  readonly name: string;
  readonly action: Action<G>;
  readonly faithful: boolean;
}

/** The action called `name`, the text after `@`. */
const actionOf = <G extends string>(group: FiniteGroup<G>, name: string): E.Either<Problem, ReadAction<G>> => {
  const family = group.family.name;
  const faithful = (action: Action<G>): E.Either<Problem, ReadAction<G>> => E.right({ name, action, faithful: true });
  if (name === 'natural') return faithful(naturalAction(group));
  if (name === 'regular') return E.chain(faithful)(regularAction(group));
  if (name === 'plane' && (family === 'C' || family === 'D')) return faithful(planeAction(group));
  if (name === 'vertices' && (family === 'C' || family === 'D')) return faithful(naturalAction(group));
  if (name === 'vertices' && family === 'B' && group.shape.degree <= 10) return faithful(cubeVertices(group));
  if (name === 'signs' && family === 'Z2') return faithful(naturalAction(group));
  if (name === 'space' && group.family.name === 'polyhedral')
    return faithful(group.shape.kind === 'signed' ? naturalAction(group) : icosahedralAction());
  if (name === 'sign' && group.shape.kind === 'permutation') {
    const imageOrder = group.generators.every(isEven) ? 1n : 2n;
    return E.right({ name, action: signAction(), faithful: group.order === imageOrder });
  }
  if (group.notation.startsWith('perm:') && name.startsWith('images:'))
    return imagesAction(group, name.slice('images:'.length));
  if (group.notation.startsWith('perm:') && name.startsWith('matrices:'))
    return matricesAction(group, name.slice('matrices:'.length));
  return malformed(
    `${shorten(group.notation)} has no action "${shorten(name)}"; actions are natural and regular, ` +
      'and C_n@plane D_n@plane C_n@vertices D_n@vertices B_n@vertices (n up to 10) Z2^r@signs; ' +
      'T@space … Ih@space; @sign for permutations; @images:… @matrices:N:… for perm:',
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
  if (text.length > textLimit) return malformed(`the group is longer than ${textLimit} characters`);
  const at = text.startsWith('perm:') ? text.lastIndexOf('@') : text.indexOf('@');
  const groupText = at < 0 ? text : text.slice(0, at);
  const actionText = at < 0 ? 'natural' : text.slice(at + 1);
  return parseGroup<R>(groupText, (group) => {
    const read = actionOf(group, actionText);
    if (E.isLeft(read)) return read;
    const { name, action, faithful } = read.right;
    const notation = name === 'natural' ? group.notation : `${group.notation}@${name}`;
    return use({ notation, group, action, faithful });
  });
};
