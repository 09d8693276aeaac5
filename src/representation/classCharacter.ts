/**
 * The characters of the natural direct summands of a function class, exactly: the symmetric powers of poly:k, the even
 * and odd functions on the points ±e_i, the parts Sym^j ⊗ V of maps.
 */
import type { ExactRing } from '../algebra/field.ts';
import type { Element } from '../group/group.ts';
import { type Action, isMonomialAction } from './action.ts';
import { type ActionClass, type FunctionClass, greatestDegree, linearFunctions } from './functionClass.ts';
import { spectrumOf, symmetricPowerCharacters } from './spectrum.ts';

/** An n such that the characters of all classes made from the action are integer combinations of n-th roots of unity. */
export const characterConductor = <G extends string>(action: Action<G>): number =>
  action.kind === 'plane' ? action.turns : action.kind === 'matrix' ? action.field.conductor : 1;

/** Why the class makes no sense for the action, if so: products on a finite set need one that is permuted. */
export const problemOfClass = <G extends string>(action: Action<G>, functions: FunctionClass): string | undefined =>
  functions.kind === 'pointwise' && !isMonomialAction(action)
    ? 'pointwise:K is for actions that permute points or coordinates, such as S3 or D4@vertices; use poly:K here'
    : undefined;

/** How many characters `pieceCharacters` gives; at most, for pointwise. */
export const pieceCount = (functions: ActionClass): number => {
  switch (functions.kind) {
    case 'linear':
      return 1;
    case 'polynomials':
      return functions.degree + 1;
    case 'pointwise':
      return 2;
    case 'maps':
      return pieceCount(functions.from);
  }
};

/** The number of coordinates that g sends to plus or minus themselves. */
const fixedAxes = (image: ArrayLike<number>, dimension: number): bigint => {
  let count = 0n;
  for (let i = 0; i < dimension; i++) if (image[i]! % dimension === i) count++;
  return count;
};

/**
 * The characters at g of summands whose direct sum is the class, in any exact ring with images of the roots of unity
 * as in `symmetricPowerCharacters`; only n-th roots are asked for, n = `characterConductor(action)`.
 *
 * linear: χ. poly:k: χ_{Sym⁰}, …, χ_{Symᵏ}. maps: those of the first class, each times χ. pointwise, under
 * permutations: 1 for degree 0, else that of ℝ^X. pointwise, under signed permutations: 1 for degree 0; 1 and χ for
 * degree 1; the even and the odd functions on X above (`functionClass.ts`). Throws where `problemOfClass` has something
 * to say.
 */
export const pieceCharacters = <A, G extends string>(
  ring: ExactRing<A>,
  root: (a: number, n: number) => A,
  action: Action<G>,
  functions: ActionClass,
  g: Element<G>,
): readonly A[] => {
  if (functions.kind === 'pointwise') {
    if (!isMonomialAction(action)) throw new Error('the class makes no sense for the action: ask problemOfClass first');
    if (functions.degree === 0) return [ring.one];
    const [character] = pieceCharacters(ring, root, action, linearFunctions, g);
    if (action.kind === 'permutation') return [character!];
    const even = functions.degree === 1 ? ring.one : ring.fromInteger(fixedAxes(action.image(g), action.dimension));
    return [even, character!];
  }
  const part = functions.kind === 'maps' ? functions.from : functions;
  const powers = symmetricPowerCharacters(ring, root, spectrumOf(action, g), Math.max(1, greatestDegree(part)));
  const pieces = part.kind === 'linear' ? powers.slice(1) : powers.slice(0, part.degree + 1);
  return functions.kind === 'maps' ? pieces.map((character) => ring.mul(character, powers[1]!)) : pieces;
};
