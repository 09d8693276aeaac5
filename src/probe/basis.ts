/**
 * Function spaces with a basis that the group permutes up to sign, discovered as it is needed: monomials under a
 * (signed) permutation of the variables; points of the group; and, for groups too large to list, the indicators of
 * "x(i) = a and x(j) = b". The coordinates of a function in such a basis give an invariant inner product, the sum of
 * the squares, because the group only permutes them and changes signs.
 */
import { type Element, type FiniteGroup, pointCount } from '../group/group.ts';
import { type Instance, isMonomialAction, type MonomialAction } from '../representation/action.ts';
import { type FunctionClass, isPolynomialClass, type PolynomialClass } from '../representation/functionClass.ts';
import { exactAverageLimit } from './elements.ts';
import { showMonomial } from './monomials.ts';

/** j or ~j: the basis vector j, or its negative. */
export type SignedIndex = number;

export interface Basis<G extends string> {
  /** How many vectors have been met. */
  readonly size: () => number;
  /** g·b_i. */
  readonly move: (g: Element<G>, i: number) => SignedIndex;
  readonly label: (i: number) => string;
  /** The index of a vector given by its data: positive exponents, an element, or a tuple of points. */
  readonly intern: (data: ArrayLike<number>) => number;
}

type Moved = { readonly data: ArrayLike<number>; readonly sign: number };

const internedBasis = <G extends string>(
  act: (g: Element<G>, data: ArrayLike<number>) => Moved,
  show: (data: ArrayLike<number>) => string,
): Basis<G> => {
  const vectors: ArrayLike<number>[] = [];
  const indexOf = new Map<string, number>();
  const intern = (data: ArrayLike<number>): number => {
    const key = String.fromCharCode.apply(null, data as number[]);
    const known = indexOf.get(key);
    if (known !== undefined) return known;
    indexOf.set(key, vectors.length);
    vectors.push(data);
    return vectors.length - 1;
  };
  return {
    size: () => vectors.length,
    intern,
    label: (i) => show(vectors[i]!),
    move: (g, i) => {
      const { data, sign } = act(g, vectors[i]!);
      const j = intern(data);
      return sign > 0 ? j : ~j;
    },
  };
};

/** i, e, i, e, … for the positive exponents, i ascending. */
const sparse = (exponents: ArrayLike<number>): Uint16Array => {
  const pairs: number[] = [];
  for (let i = 0; i < exponents.length; i++) if (exponents[i] !== 0) pairs.push(i, exponents[i]!);
  return Uint16Array.from(pairs);
};

/** Sorts pairs by their first members, in place: insertion, for a few pairs. */
const sortPairs = (pairs: Uint16Array): void => {
  for (let at = 2; at < pairs.length; at += 2) {
    const [i, e] = [pairs[at]!, pairs[at + 1]!];
    let to = at;
    for (; to > 0 && pairs[to - 2]! > i; to -= 2) {
      pairs[to] = pairs[to - 2]!;
      pairs[to + 1] = pairs[to - 1]!;
    }
    pairs[to] = i;
    pairs[to + 1] = e;
  }
};

/** x_i ↦ ± x_{g(i)}: g·f(x) = f(g⁻¹x) for f a coordinate. Vectors are given by `sparse` exponents. */
const monomialBasis = <G extends string>(action: MonomialAction<G>): Basis<G> => {
  const d = action.dimension;
  return internedBasis(
    (g, pairs) => {
      const image = action.image(g);
      const data = new Uint16Array(pairs.length);
      let sign = 1;
      for (let at = 0; at < pairs.length; at += 2) {
        const target = image[pairs[at]!]!;
        data[at] = target % d;
        data[at + 1] = pairs[at + 1]!;
        if (target >= d && pairs[at + 1]! % 2 === 1) sign = -sign;
      }
      sortPairs(data);
      return { data, sign };
    },
    (pairs) =>
      showMonomial(Array.from({ length: pairs.length / 2 }, (_, t) => [pairs[2 * t]!, pairs[2 * t + 1]!] as const)),
  );
};

/** An element x is known by the images of a base of the group, and gx by theirs under g. */
const regularBasis = <G extends string>(group: FiniteGroup<G>): Basis<G> => {
  const chain = group.chain();
  const element = (images: ArrayLike<number>): Element<G> => {
    const partial = new Uint32Array(chain.degree);
    chain.base.forEach((point, at) => {
      partial[point] = images[at]!;
    });
    // Ranks depend on the images of the base only.
    return chain.unrank(chain.rank(partial)) as Element<G>;
  };
  const basis = internedBasis<G>(
    (g, images) => ({ data: Uint16Array.from(images, (point) => g[point]!), sign: 1 }),
    (images) => `[x = ${group.show(element(images))}]`,
  );
  return { ...basis, intern: (x) => basis.intern(Uint16Array.from(chain.base, (point) => x[point]!)) };
};

/** The tuple (i, a, j, b, …) stands for the indicator of x(i) = a, x(j) = b, …; g·it has g(a), g(b), …. */
const imageBasis = <G extends string>(): Basis<G> =>
  internedBasis(
    (g, tuple) => ({ data: Uint16Array.from(tuple, (value, at) => (at % 2 === 0 ? value : g[value]!)), sign: 1 }),
    (tuple) => {
      const parts: string[] = [];
      for (let at = 0; at < tuple.length; at += 2) parts.push(`x(${tuple[at]! + 1}) = ${tuple[at + 1]! + 1}`);
      return `[${parts.join(', ')}]`;
    },
  );

export interface FunctionSpace<G extends string> {
  readonly basis: Basis<G>;
  /** Vectors whose translates span the part of F that is probed. */
  readonly starts: readonly number[];
  /** Whether the starts generate all of F up to isomorphic copies of their translates. */
  readonly complete: boolean;
}

export const regularSpace = <G extends string>(group: FiniteGroup<G>): FunctionSpace<G> => {
  const basis = regularBasis(group);
  return { basis, starts: [basis.intern(group.empty)], complete: true };
};

const imageSpace = <G extends string>(group: FiniteGroup<G>): FunctionSpace<G> => {
  const basis = imageBasis<G>();
  const points = pointCount(group.shape);
  const starts = [0, 1]
    .filter((i) => i < points)
    .flatMap((i) => [basis.intern([i, i]), basis.intern([0, 0, points - 1, points - 1])]);
  return { basis, starts: [...new Set(starts)], complete: false };
};

/** Renaming exponents in order, parities kept if signs matter, commutes with the action; one start per pattern is enough. */
const patternOf = (exponents: readonly number[], signed: boolean): readonly number[] => {
  const values = [...new Set(exponents)].sort((a, b) => a - b);
  const names = new Map<number, number>();
  let next = 0;
  for (const value of values) {
    if (signed && next % 2 !== value % 2) next++;
    names.set(value, next++);
  }
  return exponents.map((value) => names.get(value)!);
};

/** Elements are told apart by a stabiliser chain on at most this many points. */
const regularPointLimit = 400;

const startLimit = 400;
const enumerationLimit = 20_000;

/** Exponent vectors of degree at most k in decreasing order of interest: stops after a number of steps. */
function* exponentVectors(d: number, k: number): Generator<readonly number[]> {
  const exponents = new Array<number>(d).fill(0);
  function* from(position: number, left: number): Generator<readonly number[]> {
    if (position === d) {
      yield [...exponents];
      return;
    }
    for (let e = 0; e <= left; e++) {
      exponents[position] = e;
      yield* from(position + 1, left - e);
    }
    exponents[position] = 0;
  }
  yield* from(0, k);
}

/** 0, 1, 2, … in the last variables, as far as the degree goes: few elements fix it. */
const staircase = (d: number, k: number): readonly number[] => {
  const exponents = new Array<number>(d).fill(0);
  let left = k;
  for (let i = 1; i < d; i++) {
    const e = Math.min(i, left);
    exponents[i] = e;
    left -= e;
  }
  return exponents;
};

const polynomialSpace = <G extends string>(action: MonomialAction<G>, functions: PolynomialClass): FunctionSpace<G> => {
  const d = action.dimension;
  const basis = monomialBasis(action);
  if (functions.kind !== 'polynomials') {
    const units = Array.from({ length: d }, (_, i) => basis.intern(Uint16Array.of(i, 1)));
    return { basis, starts: units, complete: true };
  }
  const patterns = new Map<string, readonly number[]>();
  const consider = (exponents: readonly number[]): void => {
    const pattern = patternOf(exponents, action.kind === 'signed');
    if (pattern.some((e) => e > 0)) patterns.set(pattern.join(','), pattern);
  };
  consider(staircase(d, functions.degree));
  let steps = 0;
  let complete = true;
  for (const exponents of exponentVectors(d, functions.degree)) {
    if (++steps > enumerationLimit || patterns.size >= startLimit) {
      complete = false;
      break;
    }
    consider(exponents);
  }
  return { basis, starts: [...patterns.values()].map((pattern) => basis.intern(sparse(pattern))), complete };
};

/** The space in which a class is probed; undefined for classes that have no such basis, or none here. */
export const functionSpace = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
): FunctionSpace<G> | undefined => {
  if (functions.kind === 'all') {
    const { group } = instance;
    const small = group.order <= BigInt(exactAverageLimit) && pointCount(group.shape) <= regularPointLimit;
    return small ? regularSpace(group) : imageSpace(group);
  }
  return isMonomialAction(instance.action) && isPolynomialClass(functions)
    ? polynomialSpace(instance.action, functions)
    : undefined;
};
