/**
 * The elements of determinant 1 in Coq (MATHEMATICS.md 2.4, 2.8): groups that have all exchanges, and perhaps all changes
 * of sign, in blocks of coordinates. They are not listed: every reflection is a product of generators.
 */
import * as E from 'fp-ts/lib/Either.js';
import { inversePermutation, isIdentity, type Permutation } from '../../group/permutation.ts';
import { followedBy } from './listing.ts';
import { definition, list, numbers, type Proof } from './syntax.ts';
import { affordMoves, type Declined, degreesText, type Polynomials, type Side, type World } from './world.ts';

/** Reflections are gone through one by one, and there may be n² of them on n coordinates. */
const coordinateLimit = 60;
/** Powers of a generator that are tried. */
const powerLimit = 200;

/** Which reflection: `exchange` of two coordinates without a sign, `mirror` of one, or another one. */
type Kind =
  | { readonly kind: 'exchange' | 'other'; readonly i: number; readonly j: number }
  | { readonly kind: 'mirror'; readonly i: number };

const kindOf = (dimension: number, g: Permutation): Kind | undefined => {
  const moved = Array.from({ length: dimension }, (_, i) => i).filter((i) => g[i] !== i);
  const [i, j] = [moved[0]!, moved[1]!];
  if (moved.length === 1) return { kind: 'mirror', i };
  if (moved.length !== 2 || g[i]! % dimension !== j || g[j]! % dimension !== i || g[g[i]!] !== i) return undefined;
  return { kind: g[i] === j ? 'exchange' : 'other', i, j };
};

/** Elements as products: the generators, their inverses, and products of two earlier ones. */
interface Products {
  readonly elements: Permutation[];
  readonly operations: (readonly [number, number])[];
}

/** The place of the product of two members, put at the end. */
const multiply = ({ elements, operations }: Products, p: number, q: number): number => {
  operations.push([p, q]);
  return elements.push(followedBy(elements[p]!, elements[q]!)) - 1;
};

/** The place of a power of a generator that is a reflection, if there is one. */
const reflectionPower = (products: Products, dimension: number, generator: number): number | undefined => {
  const { elements, operations } = products;
  const before = operations.length;
  let power = generator;
  for (let k = 1; k < powerLimit && !isIdentity(elements[power]!); k++) {
    if (kindOf(dimension, elements[power]!) !== undefined) return power;
    power = multiply(products, power, generator);
  }
  elements.length -= operations.length - before;
  operations.length = before;
  return undefined;
};

/** Blocks of coordinates, with mirrors or without, and the products that are their reflections. */
interface Blocks {
  readonly operations: readonly (readonly [number, number])[];
  readonly blocks: readonly { readonly members: readonly number[]; readonly mirrors: boolean }[];
}

/** The reflections that are conjugate to powers of generators, and the blocks that they make. */
const blocksOf = ({ generators }: World, dimension: number): Blocks => {
  const products: Products = { elements: [...generators, ...generators.map(inversePermutation)], operations: [] };
  const key = (g: Permutation): string => Array.from(g).join();
  const known = new Map<string, Kind>();
  const waiting: number[] = [];
  const meet = (place: number): boolean => {
    const g = products.elements[place]!;
    const kind = kindOf(dimension, g);
    if (kind === undefined || known.has(key(g))) return false;
    known.set(key(g), kind);
    waiting.push(place);
    return true;
  };
  generators.forEach((_, s) => {
    const place = reflectionPower(products, dimension, s);
    if (place !== undefined) meet(place);
  });
  for (let r = waiting.shift(); r !== undefined; r = waiting.shift())
    for (let s = 0; s < generators.length; s++) {
      const before = products.operations.length;
      const conjugate = multiply(products, multiply(products, generators.length + s, r), s);
      if (meet(conjugate)) continue;
      products.elements.length -= products.operations.length - before;
      products.operations.length = before;
    }
  const kinds = [...known.values()];
  const block = Array.from({ length: dimension }, (_, i) => i);
  for (const kind of kinds)
    if (kind.kind === 'exchange') {
      const [from, to] = [block[kind.j]!, block[kind.i]!];
      block.forEach((name, i) => {
        if (name === from) block[i] = to;
      });
    }
  const mirrored = new Set(kinds.flatMap((kind) => (kind.kind === 'mirror' ? [kind.i] : [])));
  const blocks = [...new Set(block)]
    .map((name) => block.flatMap((other, i) => (other === name ? [i] : [])))
    .map((members) => ({ members, mirrors: members.every((i) => mirrored.has(i)) }))
    .filter(({ members, mirrors }) => mirrors || members.length > 1);
  return { operations: products.operations, blocks };
};

/** Monomials that no reflection fixes have at least this degree. */
const leastDegree = ({ blocks }: Blocks): number =>
  blocks.reduce((sum, { members: { length: m }, mirrors }) => sum + (mirrors ? m * m : (m * (m - 1)) / 2), 0);

interface Kernel {
  readonly definitions: readonly string[];
  /** What proves that the reflections are there, for monomials up to the degree in question. */
  readonly data: string;
  readonly degree: number;
}

/** Right if every monomial of these functions is fixed by a reflection of one of the blocks. */
const kernelOf = ({ world, functions, name }: Side<Polynomials>): E.Either<Declined, Kernel> => {
  const { dimension, degrees } = functions;
  if (dimension > coordinateLimit)
    return E.left(`${dimension} coordinates; reflections are sought for at most ${coordinateLimit}`);
  const found = blocksOf(world, dimension);
  const degree = Math.max(...degrees);
  if (leastDegree(found) <= degree)
    return E.left(
      `the exchanges and changes of sign that are conjugate to powers of generators show nothing at degree ${degree}`,
    );
  const definitions = [
    definition(`${name}_products`, 'seq (nat * nat)', list(found.operations.map(([p, q]) => `(${p}, ${q})`))),
    definition(
      `${name}_blocks`,
      'seq (seq nat * bool)',
      list(found.blocks.map(({ members, mirrors }) => `(${numbers(members)}, ${mirrors})`)),
    ),
  ];
  const data = `R ${dimension} ${world.points} generators ${name}_products ${name}_blocks ${degree} _`;
  return E.map((): Kernel => ({ definitions, data, degree }))(
    affordMoves(found.operations.length ** 2 + found.operations.length * world.points, 1, 'multiplying reflections'),
  );
};

/** An upper bound on AC_ex of at least |G|/2. */
export const kernel = (side: Side<Polynomials>): E.Either<Declined, Proof> => {
  const { world, functions, weights, value } = side;
  if (2n * value < world.order) return E.left('the elements of determinant 1 are half of the group');
  const { listed } = world;
  const degrees = degreesText(functions.degrees);
  if (E.isLeft(listed) && 2n * value !== world.order) return listed;
  return E.map(
    ({ definitions, data }: Kernel): Proof =>
      E.isRight(listed)
        ? {
            definitions,
            term: `@kernel_listed_sound ${data} ${listed.right.rounds} ${weights} ${degrees} ${value} _ _`,
            theorems: ['reflections.kernel_listed_sound'],
          }
        : {
            definitions,
            term: `@kernel_half_sound ${data} ${weights} ${degrees} _`,
            theorems: ['reflections.kernel_half_sound'],
          },
  )(kernelOf(side));
};

/** A threshold is at least v: the functions are those of degree v − 1. */
export const kernelMissed = (side: Side<Polynomials>): E.Either<Declined, Proof> =>
  E.map(
    ({ definitions, data }: Kernel): Proof => ({
      definitions,
      term: `@kernel_missed_sound ${data} ${side.weights} ${side.value} _`,
      theorems: ['reflections.kernel_missed_sound'],
    }),
  )(kernelOf(side));
