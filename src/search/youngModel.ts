/**
 * All nontrivial irreducibles of S_d in Young's orthogonal form without their matrices: a permutation is applied to a
 * vector letter by letter of a reduced word (`operatorSum.ts`). For the S_d of which dense blocks are too large.
 */
import { partitions } from '../representation/partition.ts';
import { reducedWord, type YoungRepresentation, youngRepresentation } from '../representation/youngOrthogonal.ts';
import type { ErrorModel } from './errorModel.ts';
import { type Operator, type OperatorPart, operatorSum } from './operatorSum.ts';

const applyWord = ({ transpositions }: YoungRepresentation, word: readonly number[], v: Float64Array): void => {
  for (const letter of word) {
    const { partner, diagonal, offDiagonal } = transpositions[letter]!;
    for (let row = 0; row < v.length; row++) {
      const other = partner[row]!;
      if (other < row) continue;
      const x = v[row]!;
      if (other === row) {
        v[row] = diagonal[row]! * x;
        continue;
      }
      const y = v[other]!;
      v[row] = diagonal[row]! * x + offDiagonal[row]! * y;
      v[other] = offDiagonal[other]! * x + diagonal[other]! * y;
    }
  }
};

const operatorOf = (representation: YoungRepresentation, word: readonly number[]): Operator => {
  const backwards = [...word].reverse();
  const through = (letters: readonly number[], weight: number, from: Float64Array, to: Float64Array): void => {
    const v = from.slice();
    applyWord(representation, letters, v);
    for (let i = 0; i < v.length; i++) to[i]! += weight * v[i]!;
  };
  return {
    cost: (3 * word.length + 2) * representation.dimension,
    // ρ(g) = ρ(s_{i_1}) ⋯ ρ(s_{i_L}): the last letter first; each letter is its own transpose.
    add: (weight, from, to) => through(backwards, weight, from, to),
    addBack: (weight, from, to) => through(word, weight, from, to),
  };
};

/** Small irreducibles first: they are the cheapest to reject a scheme by. */
export const youngModel = <G extends string>(d: number): ErrorModel<G, OperatorPart> => {
  const representations = partitions(d)
    .filter((partition) => partition.length > 1)
    .map(youngRepresentation)
    .sort((a, b) => a.dimension - b.dimension);
  const spaces = representations.map(({ dimension }) => ({ size: dimension, invariant: undefined }));
  return {
    part: (elements) =>
      elements.map((g) => {
        const word = reducedWord(g);
        return representations.map((representation) => operatorOf(representation, word));
      }),
    running: (size) => operatorSum(spaces, size),
    partSize: 8 * representations.length,
    partCost: 1000,
    ranked: false,
  };
};
