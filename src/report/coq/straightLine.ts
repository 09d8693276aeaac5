/**
 * Straight-line programmes: how elements of a group too large to list are made from its generators, as Coq follows it
 * (`proofs/instances/words.v`). A stabiliser chain is built from random products, each of which remembers its word; it is
 * complete when it has as many elements as the group. Then every element is a word in the elements of the chain.
 */
import { inversePermutation, isIdentity, type Permutation } from '../../group/permutation.ts';
import { followedBy } from './listing.ts';

/** The place of a generator or of an element made before, inverted or not. */
export interface Letter {
  readonly at: number;
  readonly inverted: boolean;
}
export type Word = readonly Letter[];

interface Node {
  readonly element: Permutation;
  readonly inverse: Permutation;
  /** Empty for generators. */
  readonly word: Word;
}

interface Level {
  readonly base: number;
  readonly generators: number[];
  /** The node that moves the base point to each point of its orbit; −1 for the base point itself. */
  readonly transversal: Map<number, number>;
}

const plain = (at: number): Letter => ({ at, inverted: false });

/** Numbers below n, the same ones in every run (a linear congruence modulo 2³²; Knuth, TAOCP 2, 3.3.4). */
const pseudorandom = (): ((n: number) => number) => {
  let state = 1;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
};

const attempts = 4000;

/**
 * Words that make the elements, one after another; undefined if an element is not in the group, or the chain was not
 * completed. Growth: products times points
 * times levels.
 */
export const straightLine = (
  generators: readonly Permutation[],
  order: bigint,
  elements: readonly Permutation[],
): readonly Word[] | undefined => {
  const nodes: Node[] = generators.map((element) => ({ element, inverse: inversePermutation(element), word: [] }));
  const make = (element: Permutation, word: Word): number =>
    nodes.push({ element, inverse: inversePermutation(element), word }) - 1;
  const levels: Level[] = [];

  /** What is left of g, and the letters that led to it; the level where it stopped. */
  const sift = (
    g: Permutation,
  ): { readonly rest: Permutation; readonly letters: readonly number[]; readonly level: number } => {
    let rest = g;
    const letters: number[] = [];
    for (const [at, { base, transversal }] of levels.entries()) {
      const node = transversal.get(rest[base]!);
      if (node === undefined) return { rest, letters, level: at };
      if (node < 0) continue;
      rest = followedBy(rest, nodes[node]!.inverse);
      letters.push(node);
    }
    return { rest, letters, level: levels.length };
  };

  const extend = ({ generators: used, transversal }: Level): void => {
    const orbit = [...transversal.keys()];
    for (let i = 0; i < orbit.length; i++)
      for (const s of used) {
        const image = nodes[s]!.element[orbit[i]!]!;
        if (transversal.has(image)) continue;
        const before = transversal.get(orbit[i]!)!;
        transversal.set(
          image,
          before < 0 ? s : make(followedBy(nodes[before]!.element, nodes[s]!.element), [plain(before), plain(s)]),
        );
        orbit.push(image);
      }
  };

  const add = (node: number): void => {
    const { rest, letters, level } = sift(nodes[node]!.element);
    if (isIdentity(rest)) return;
    const left =
      letters.length === 0 ? node : make(rest, [plain(node), ...letters.map((at): Letter => ({ at, inverted: true }))]);
    if (level === levels.length) {
      const base = Array.from(rest).findIndex((image, i) => image !== i);
      levels.push({ base, generators: [], transversal: new Map([[base, -1]]) });
    }
    for (const at of levels.slice(0, level + 1)) {
      at.generators.push(left);
      extend(at);
    }
  };

  const reached = (): bigint => levels.reduce((size, { transversal }) => size * BigInt(transversal.size), 1n);
  generators.forEach((_, i) => {
    add(i);
  });
  // Product replacement (Celler, Leedham-Green, Murray, Niemeyer, O'Brien 1995).
  const pool = Array.from({ length: Math.max(10, generators.length) }, (_, i) => i % generators.length);
  const below = pseudorandom();
  for (let i = 0; reached() < order; i++) {
    if (i === attempts) return undefined;
    const [a, b] = [below(pool.length), below(pool.length)];
    if (a === b) continue;
    const [x, y] = [pool[a]!, pool[b]!];
    const product = make(followedBy(nodes[x]!.element, nodes[y]!.element), [plain(x), plain(y)]);
    pool[a] = product;
    add(product);
  }
  const goals: number[] = [];
  for (const element of elements) {
    const { rest, letters } = sift(element);
    if (!isIdentity(rest)) return undefined;
    goals.push(make(element, [...letters].reverse().map(plain)));
  }
  return needed(nodes, generators.length, goals);
};

/** The words of the nodes that the goals need, with new places. */
const needed = (nodes: readonly Node[], given: number, goals: readonly number[]): readonly Word[] => {
  const used = new Set<number>();
  const pending = [...goals];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node < given || used.has(node)) continue;
    used.add(node);
    pending.push(...nodes[node]!.word.map(({ at }) => at));
  }
  const places = new Map<number, number>();
  return [...used]
    .sort((x, y) => x - y)
    .map((node, i) => {
      places.set(node, given + i);
      return nodes[node]!.word.map(({ at, inverted }) => ({ at: places.get(at) ?? at, inverted }));
    });
};
