/** Actions as matrices and on monomials, by brute force and apart from src. */
import type { Element } from '../../src/group/group.ts';
import { type Action, type Instance, isMonomialAction } from '../../src/representation/action.ts';
import type { IntegerMatrix } from './exact.ts';

/** Where g sends coordinate i, and with which sign. */
export const signedImage = <G extends string>(
  action: Action<G>,
  g: Element<G>,
): readonly { readonly to: number; readonly sign: 1 | -1 }[] => {
  if (!isMonomialAction(action)) throw new Error('the action is not by signed permutations');
  const image = action.image(g);
  return Array.from({ length: action.dimension }, (_, i) => {
    const point = image[i]!;
    return point < action.dimension ? { to: point, sign: 1 } : { to: point - action.dimension, sign: -1 };
  });
};

/** The matrix of ρ(g): column i is the image of the i-th basis vector. */
export const matrixOf = <G extends string>(action: Action<G>, g: Element<G>): IntegerMatrix => {
  const images = signedImage(action, g);
  return images.map((_, row) => images.map(({ to, sign }) => (to === row ? BigInt(sign) : 0n)));
};

/** The matrix of a plane motion, in doubles. */
export const planeMatrix = <G extends string>(action: Action<G>, g: Element<G>): readonly (readonly number[])[] => {
  if (action.kind !== 'plane') throw new Error('not a plane action');
  const { turn, reflected } = action.image(g);
  const angle = (2 * Math.PI * turn) / action.turns;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return reflected
    ? [
        [c, s],
        [s, -c],
      ]
    : [
        [c, -s],
        [s, c],
      ];
};

/** The matrix of ρ(g) for an action by matrices, in doubles. */
export const realMatrix = <G extends string>(action: Action<G>, g: Element<G>): readonly (readonly number[])[] => {
  if (action.kind !== 'matrix') throw new Error('not an action by matrices');
  const { conductor } = action.field;
  return action
    .image(g)
    .map((row) =>
      row.map(
        ({ numerators, denominator }) =>
          numerators.reduce((sum, c, j) => sum + Number(c) * Math.cos((2 * Math.PI * j) / conductor), 0) /
          Number(denominator),
      ),
    );
};

/** All exponent vectors of total degree exactly k in d variables. */
export const monomials = (d: number, k: number): readonly (readonly number[])[] =>
  d === 0
    ? k === 0
      ? [[]]
      : []
    : Array.from({ length: k + 1 }, (_, e) => monomials(d - 1, k - e).map((rest) => [e, ...rest])).flat();

/** The trace of g on the monomials of degree k. */
export const traceOnMonomials = <G extends string>({ action }: Instance<G>, g: Element<G>, k: number): bigint => {
  const images = signedImage(action, g);
  let trace = 0n;
  for (const exponents of monomials(action.dimension, k)) {
    const moved = new Array<number>(action.dimension);
    let sign = 1n;
    images.forEach((image, i) => {
      moved[image.to] = exponents[i]!;
      if (image.sign === -1 && exponents[i]! % 2 === 1) sign = -sign;
    });
    if (moved.every((e, i) => e === exponents[i])) trace += sign;
  }
  return trace;
};
