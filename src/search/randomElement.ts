/** Uniformly random elements of a group. */
import type { Element, FiniteGroup } from '../group/group.ts';
import { isEven } from '../group/permutation.ts';
import type { RandomBelow } from './random.ts';

/** A uniform permutation of n points (Fisher and Yates). */
const shuffled = (n: number, below: RandomBelow): Uint32Array => {
  const image = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = below(i + 1);
    [image[i], image[j]] = [image[j]!, image[i]!];
  }
  return image;
};

/** A uniform element; families by formula, other groups through their stabiliser chain. */
export const randomElement = <G extends string>(group: FiniteGroup<G>, below: RandomBelow): Element<G> => {
  const { family, shape } = group;
  const n = shape.degree;
  if (family.name === 'S' || family.name === 'A') {
    const image = shuffled(n, below);
    if (family.name === 'A' && !isEven(image)) [image[0], image[1]] = [image[1]!, image[0]!];
    return image as unknown as Element<G>;
  }
  if (family.name === 'B' || family.name === 'Z2') {
    const order = family.name === 'B' ? shuffled(n, below) : Uint32Array.from({ length: n }, (_, i) => i);
    const image = new Uint32Array(2 * n);
    for (let i = 0; i < n; i++) {
      const negative = below(2) === 1;
      image[i] = order[i]! + (negative ? n : 0);
      image[i + n] = order[i]! + (negative ? 0 : n);
    }
    return image as unknown as Element<G>;
  }
  if (family.name === 'C' || family.name === 'D') {
    const start = below(n);
    const step = family.name === 'D' && below(2) === 1 ? n - 1 : 1;
    return Uint32Array.from({ length: n }, (_, i) => (start + i * step) % n) as unknown as Element<G>;
  }
  return group.chain().sample(below) as Element<G>;
};
