/**
 * Finite groups of permutations or signed permutations, with elements typed by their group.
 *
 * `Element<G>` carries its group's tag, so an element of H cannot be passed where one of G is expected; tags are the
 * literal notations (`'S5'`) for groups built in code and fresh type variables for groups read from text.
 */

import * as E from 'fp-ts/lib/Either.js';
import type { Eq } from 'fp-ts/lib/Eq.js';
import type { Group as AlgebraicGroup } from 'fp-ts/lib/Group.js';
import {
  compose,
  equalPermutations,
  identityPermutation,
  inversePermutation,
  type Permutation,
  parseCycles,
  parseWindow,
  shorten,
  showCycles,
  showWindow,
} from './permutation.ts';
import { type StabiliserChain, stabiliserChain } from './stabiliserChain.ts';

declare const groupTag: unique symbol;

/**
 * An element of the group tagged G: a permutation known to belong to it. The tag is invariant, so that an element of
 * S3 is not one of "S_n for some n" either.
 */
export type Element<G extends string> = Permutation & { readonly [groupTag]: (tag: G) => G };

/** What elements are: permutations of `degree` points, or signed permutations of `degree` coordinates. */
export interface Shape {
  readonly kind: 'permutation' | 'signed';
  readonly degree: number;
}

/** The named family a group was built from, with its parameter; products list their factors; the rest is `generated`. */
export type Family =
  | { readonly name: 'polyhedral'; readonly solid: 'T' | 'Th' | 'Td' | 'O' | 'Oh' | 'I' | 'Ih' }
  | { readonly name: 'S' | 'A' | 'C' | 'D' | 'Z2' | 'B'; readonly parameter: number }
  | { readonly name: 'product'; readonly factors: readonly AnyGroup[] }
  | { readonly name: 'generated' };

/**
 * A finite group. As an fp-ts `Group` it has `concat` (product), `empty` (identity) and `inverse`; as an `Eq`,
 * equality.
 *
 * Laws: associativity, identity, inverses; `contains` holds of exactly `order` permutations of the shape, closed under
 * the operations; `parse(show(g))` is `g`.
 */
export interface FiniteGroup<G extends string> extends AlgebraicGroup<Element<G>>, Eq<Element<G>> {
  readonly notation: G;
  readonly shape: Shape;
  readonly family: Family;
  readonly order: bigint;
  readonly generators: readonly Element<G>[];
  readonly contains: (g: Permutation) => g is Element<G>;
  /** Reads cycles or a window, and refuses what is not in the group, saying why. */
  readonly parse: (text: string) => E.Either<string, Element<G>>;
  readonly show: (g: Element<G>) => string;
  /** Reads a permutation of the group's shape, in the group or not; `show` writes what is in it the same way. */
  readonly read: (text: string) => E.Either<string, Permutation>;
  /** A stabiliser chain from the generators, built at first use: see `stabiliserChain` for its cost. */
  readonly chain: () => StabiliserChain;
}

// biome-ignore lint/suspicious/noExplicitAny: a factor's tag is erased; factors are only asked for facts about themselves
export type AnyGroup = FiniteGroup<any>;

/** The number of points permuted: the degree, or twice it for signed permutations. */
export const pointCount = (shape: Shape): number => (shape.kind === 'signed' ? 2 * shape.degree : shape.degree);

export const showPermutation = (shape: Shape, g: Permutation): string =>
  shape.kind === 'signed' ? showWindow(g) : showCycles(g);

export const parsePermutation = (shape: Shape, text: string): E.Either<string, Permutation> =>
  shape.kind === 'signed' ? parseWindow(text, shape.degree) : parseCycles(text, shape.degree);

/** A way to write permutations; `read(show(g))` is `g`. */
export interface Writing {
  readonly show: (g: Permutation) => string;
  readonly read: (text: string) => E.Either<string, Permutation>;
}

interface Description<G extends string> {
  readonly notation: G;
  readonly shape: Shape;
  readonly family: Family;
  readonly generators: readonly Permutation[];
  /** Omit both to take them from the stabiliser chain. */
  readonly order?: bigint;
  /** Membership among permutations of the right shape. */
  readonly contains?: (g: Permutation) => boolean;
  /** How elements are written, where it is not in cycles or as a window. */
  readonly writing?: Writing;
  /** The stabiliser chain, where it has been built already. */
  readonly chain?: StabiliserChain;
}

/** Builds a group; where order or membership is not given it is computed from the generators by a stabiliser chain. */
export const makeGroup = <G extends string>(description: Description<G>): FiniteGroup<G> => {
  const { notation, shape, family } = description;
  const points = pointCount(shape);
  const writing = description.writing ?? {
    show: (g: Permutation) => showPermutation(shape, g),
    read: (text: string) => parsePermutation(shape, text),
  };
  let built = description.chain;
  const chain = (): StabiliserChain => {
    built ??= stabiliserChain(points, description.generators);
    return built;
  };
  const contains = (g: Permutation): g is Element<G> =>
    g.length === points && (description.contains ?? chain().contains)(g);
  return {
    notation,
    shape,
    family,
    generators: description.generators as readonly Element<G>[],
    get order() {
      return description.order ?? chain().order;
    },
    contains,
    chain,
    concat: (g, h) => compose(g, h) as Element<G>,
    empty: identityPermutation(points) as Element<G>,
    inverse: (g) => inversePermutation(g) as Element<G>,
    equals: equalPermutations,
    show: writing.show,
    read: writing.read,
    parse: (text) => {
      const parsed = writing.read(text);
      if (E.isLeft(parsed)) return parsed;
      return contains(parsed.right) ? E.right(parsed.right) : E.left(`${shorten(text)} is not in ${shorten(notation)}`);
    },
  };
};
