/**
 * Upper bounds on AC_wk for groups too large to list (`proofs/instances/monomialForms.v`, MATHEMATICS.md 3.7): on every orbit
 * of monomials εW²I + (W²/n)ssᵀ − MᵀM, E_ω = M/W, is a sum of squares RᵀR up to a remainder that its diagonal dominates.
 * R is a Cholesky factor in floating point, rounded; what Coq decides afterwards is decided here first, with integers.
 */
import * as E from 'fp-ts/lib/Either.js';
import { approximate, type Rational } from '../../algebra/rational.ts';
import type { SchemeData } from '../../certificate/evidence.ts';
import type { Permutation } from '../../group/permutation.ts';
import { monomialCount, monomialsOf, moveMonomial } from './monomials.ts';
import { straightLine, type Word } from './straightLine.ts';
import { definition, integer, integers, list, numbers, type Proof, type Weighted, weighted } from './syntax.ts';
import { afford, type Declined, degreesText, type Polynomials, readScheme, type Side } from './world.ts';

/** An orbit of monomials up to sign, with signs s that make Σ s_a a invariant, or 0 where nothing is. */
interface Orbit {
  readonly monomials: readonly (readonly number[])[];
  readonly signs: readonly number[];
  readonly find: (exponents: readonly number[]) => number;
}

const orbitsOf = (generators: readonly Permutation[], { dimension, degrees }: Polynomials): readonly Orbit[] => {
  const seen = new Set<string>();
  return degrees
    .flatMap((degree) => monomialsOf(dimension, degree))
    .flatMap((start): readonly Orbit[] => {
      if (seen.has(start.join())) return [];
      const monomials = [start];
      const signs = [1];
      const place = new Map([[start.join(), 0]]);
      let invariant = true;
      for (let i = 0; i < monomials.length; i++)
        for (const g of generators) {
          const { exponents, negative } = moveMonomial(g, monomials[i]!);
          const sign = negative ? -signs[i]! : signs[i]!;
          const at = place.get(exponents.join());
          if (at !== undefined) invariant &&= signs[at] === sign;
          else {
            place.set(exponents.join(), monomials.push(exponents) - 1);
            signs.push(sign);
          }
        }
      for (const name of place.keys()) seen.add(name);
      return [
        {
          monomials,
          signs: invariant ? signs : signs.map(() => 0),
          find: (exponents) => place.get(exponents.join())!,
        },
      ];
    });
};

/** MᵀM of the scheme on an orbit. */
const gramOf = ({ monomials, find }: Orbit, items: Weighted): readonly (readonly bigint[])[] => {
  const columns = monomials.map((exponents) => {
    const column = new Map<number, bigint>();
    for (const [g, weight] of items) {
      const moved = moveMonomial(g, exponents);
      const at = find(moved.exponents);
      column.set(at, (column.get(at) ?? 0n) + (moved.negative ? -weight : weight));
    }
    return column;
  });
  return columns.map((x) =>
    columns.map((y) => {
      let sum = 0n;
      for (const [at, value] of x) sum += value * (y.get(at) ?? 0n);
      return sum;
    }),
  );
};

interface Block extends Orbit {
  readonly gram: readonly (readonly bigint[])[];
}

/** The lower triangle L with LLᵀ = a, or undefined where a is not positive definite. */
const cholesky = (size: number, a: (i: number, j: number) => number): readonly Float64Array[] | undefined => {
  const rows: Float64Array[] = [];
  for (let i = 0; i < size; i++) {
    const row = new Float64Array(i + 1);
    for (let j = 0; j <= i; j++) {
      const other = j === i ? row : rows[j]!;
      let sum = a(i, j);
      for (let k = 0; k < j; k++) sum -= row[k]! * other[k]!;
      if (j < i) row[j] = sum / other[j]!;
      else if (sum > 0) row[i] = Math.sqrt(sum);
      else return undefined;
    }
    rows.push(row);
  }
  return rows;
};

/** The rows of a matrix of integers R for every block, R over B, and c for every block. */
interface Roots {
  readonly scale: bigint;
  readonly rows: readonly (readonly (readonly bigint[])[])[];
}

const invariantFactor = (block: Block, q: bigint, total: bigint, scale: bigint): bigint => {
  const size = BigInt(block.monomials.length);
  return block.signs[0] === 0 ? 0n : (q * (total * scale) ** 2n + size - 1n) / size;
};

/** What Coq evaluates on one block. */
const dominated = (
  block: Block,
  { numerator: p, denominator: q }: Rational,
  total: bigint,
  scale: bigint,
  rows: readonly (readonly bigint[])[],
): boolean => {
  const factor = invariantFactor(block, q, total, scale);
  const square = scale * scale;
  const entry = (i: number, j: number): bigint => {
    const [x, y] = [rows[i] ?? [], rows[j] ?? []];
    const length = Math.min(x.length, y.length);
    let sum = (i === j ? p * total * total * square : 0n) - q * square * block.gram[i]![j]!;
    if (factor !== 0n) sum += factor * BigInt(block.signs[i]! * block.signs[j]!);
    for (let k = 0; k < length; k++) sum -= x[k]! * y[k]!;
    return sum;
  };
  return block.monomials.every((_, i) => {
    let others = 0n;
    block.monomials.forEach((__, j) => {
      if (j !== i) others += entry(i, j) < 0n ? -entry(i, j) : entry(i, j);
    });
    return others <= entry(i, i);
  });
};

/** Parts of ε that are left to the remainder, the greatest first. */
const lefts = [2, 4, 6, 8, 10, 12, 16, 20, 24, 30].map((bits) => 2 ** -bits);
const scales = [0, 2, 4, 6, 8, 10, 12, 16, 20, 24, 30].map((bits) => 2 ** bits);

const factorOf = (block: Block, epsilon: Rational, total: bigint): readonly Float64Array[] | undefined => {
  const size = block.monomials.length;
  const square = Number(total) ** 2;
  const bound = approximate(epsilon) * square;
  for (const left of lefts) {
    const found = cholesky(
      size,
      (i, j) =>
        (i === j ? bound * (1 - left) : 0) +
        (square * block.signs[i]! * block.signs[j]!) / size -
        Number(block.gram[i]![j]!),
    );
    if (found !== undefined) return found;
  }
  return undefined;
};

const findRoots = (blocks: readonly Block[], epsilon: Rational, total: bigint): Roots | undefined => {
  const factors = blocks.map((block) =>
    dominated(block, epsilon, total, 1n, []) ? [] : factorOf(block, epsilon, total),
  );
  if (factors.includes(undefined)) return undefined;
  const unit = Math.sqrt(Number(epsilon.denominator));
  for (const scale of scales) {
    const rows = factors.map((factor) =>
      factor!.map((row) => Array.from(row, (x) => BigInt(Math.round(x * unit * scale)))),
    );
    if (blocks.every((block, i) => dominated(block, epsilon, total, BigInt(scale), rows[i]!)))
      return { scale: BigInt(scale), rows };
  }
  return undefined;
};

const wordText = (word: Word): string => integers(word.map(({ at, inverted }) => `(${at}, ${inverted})`));

/** Steps of a product of integers of some thirty bits, and of adding one. */
const productSteps = 12;
/** Steps for which Coq could have read a number in a list. */
const readingSteps = 400;

/** An upper bound on AC_wk of a class of polynomials. */
export const nearOnMonomials = (
  side: Side<Polynomials>,
  data: SchemeData,
  epsilon: Rational,
): E.Either<Declined, Proof> => {
  const { world, functions, name, weights, value } = side;
  const scheme = readScheme(world, data);
  if (E.isLeft(scheme)) return scheme;
  const { items, total } = scheme.right;
  const { dimension, degrees } = functions;
  const count = monomialCount(dimension, degrees);
  const few = afford(count * dimension * (items.length + readingSteps), 'averaging every monomial');
  if (E.isLeft(few)) return few;
  const orbits = orbitsOf(world.generators, functions);
  const steps = orbits.reduce(
    (sum, { monomials: { length } }) =>
      sum + length ** 2 * (items.length * dimension + (length * productSteps) / 3 + readingSteps / 2),
    0,
  );
  const affordable = afford(steps, 'a sum of squares on the orbits of monomials');
  if (E.isLeft(affordable)) return affordable;
  const words = straightLine(
    world.generators,
    world.order,
    items.map(([g]) => g),
  );
  if (words === undefined) return E.left('the elements of the scheme were not written as products of the generators');
  const products = afford(
    words.reduce((sum, word) => sum + word.length, 0) * world.points ** 2,
    'multiplying the generators',
  );
  if (E.isLeft(products)) return products;
  const blocks = orbits.map((orbit): Block => ({ ...orbit, gram: gramOf(orbit, items) }));
  const roots = findRoots(blocks, epsilon, total);
  if (roots === undefined)
    return E.left('no sum of squares was found on the monomials: the error of the scheme is ε, nearly ε, or greater');
  const { scale, rows } = roots;
  const blockText = (block: Block, i: number): string => {
    const texts = block.monomials.map(
      (exponents, a) => `(${numbers(exponents)}, ${integer(BigInt(block.signs[a]!))}, ${integers(rows[i]![a] ?? [])})`,
    );
    return `(${list(texts)}, ${integer(invariantFactor(block, epsilon.denominator, total, scale))})`;
  };
  const [p, q] = [integer(epsilon.numerator), integer(epsilon.denominator)];
  return E.right({
    definitions: [
      definition(`${name}_words`, 'seq (seq (Z * bool))', list(words.map(wordText))),
      definition(`${name}_scheme`, 'seq (seq nat * Z)', weighted(items)),
      definition(`${name}_blocks`, 'seq (seq (seq nat * Z * seq Z) * Z)', list(blocks.map(blockText))),
    ],
    term: `@near_monomials_sound R ${world.points} generators ${dimension} ${degreesText(degrees)} ${weights} ${name}_words
    ${name}_scheme ${integer(total)} ${p} ${q} ${integer(scale)} ${name}_blocks ${value} _`,
    theorems: ['monomialForms.near_monomials_sound'],
  });
};
