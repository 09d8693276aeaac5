/**
 * Evidence *exhaustion* in Coq (`proofs/instances/exhaustion.v`): matrix entries of the class on pairs of monomials,
 * integer combinations of them and of the constant 1, and a tree that shows that no small set meets what they strike.
 */
import * as E from 'fp-ts/lib/Either.js';
import { gcd } from '../../algebra/integer.ts';
import { overCommonDenominator } from '../../algebra/rational.ts';
import { solveRational } from '../../prove/rationalSystem.ts';
import { type CoveringProblem, coveringTree, type Mask, membersOf, nodeLimit, type Tree } from './coveringTree.ts';
import { followedBy, type PointGroup } from './listing.ts';
import { monomialsOf, moveMonomial } from './monomials.ts';
import { dot, nearestPoint } from './nearestPoint.ts';
import { definition, integer, list, numbers, type Proof } from './syntax.ts';
import { type Declined, type Polynomials, polynomialPlace, type Side, type World } from './world.ts';

/** Groups of more elements are declined, as by the checker. */
const orderLimit = 64;
/** Matrix entries looked at. */
const entryLimit = 200_000;

type Pair = readonly [from: readonly number[], to: readonly number[]];

/** Linearly independent functions on the group: the constant 1, then matrix entries, each with its pair of monomials. */
interface Entries {
  readonly pairs: readonly Pair[];
  readonly rows: readonly (readonly number[])[];
}

/** Independent entries that span all; undefined if there are too many to look at. */
const entriesOf = (group: PointGroup, { dimension, degrees }: Polynomials): Entries | undefined => {
  const order = group.elements.length;
  const all = degrees.flatMap((degree) => monomialsOf(dimension, degree));
  if (all.length * order > entryLimit) return undefined;
  const one = new Array<number>(order).fill(1);
  const found: { readonly pair: Pair; readonly row: readonly number[] }[] = [];
  const orthogonal: Float64Array[] = [Float64Array.from(one, (x) => x / Math.sqrt(order))];
  const seen = new Set<string>();
  for (const from of all) {
    const moved = group.elements.map((g) => moveMonomial(g, from));
    const images = new Map(moved.map(({ exponents }) => [exponents.join(), exponents]));
    for (const [key, to] of images) {
      const row = moved.map(({ exponents, negative }) => (exponents.join() === key ? (negative ? -1 : 1) : 0));
      if (seen.has(row.join()) || orthogonal.length === order) continue;
      seen.add(row.join());
      const rest = Float64Array.from(row);
      for (const other of orthogonal) {
        const part = dot(rest, other);
        for (let i = 0; i < order; i++) rest[i]! -= part * other[i]!;
      }
      const norm = Math.sqrt(dot(rest, rest));
      if (norm < 1e-6) continue;
      orthogonal.push(rest.map((x) => x / norm));
      found.push({ pair: [from, to], row });
    }
  }
  return { pairs: found.map(({ pair }) => pair), rows: [one, ...found.map(({ row }) => row)] };
};

/** Translations by generators, on both sides, by the places of elements. */
const translations = ({ elements, find }: PointGroup, { generators }: World): readonly Uint8Array[] =>
  generators.flatMap((s) => [
    Uint8Array.from(elements, (g) => find(followedBy(g, s))!),
    Uint8Array.from(elements, (g) => find(followedBy(s, g))!),
  ]);

/** Integer coefficients of a function that strikes nothing but these elements; undefined if that is not so. */
const strikingFunction = (
  { rows }: Entries,
  { columns, target, signed }: CoveringProblem,
  struck: Mask,
): readonly bigint[] | undefined => {
  const order = columns.length;
  const elements = new Set(membersOf(struck, order));
  const spared = [...columns.keys()].filter((i) => !elements.has(i));
  const { active } = nearestPoint(columns, target, spared, signed);
  const sums = rows.map((row) => BigInt(row.reduce((sum, x) => sum + x, 0)));
  const at = (g: number): readonly bigint[] => rows.map((row) => BigInt(row[g]!));
  const product = (x: readonly bigint[], y: readonly bigint[]): bigint =>
    x.reduce((sum, value, i) => sum + value * y[i]!, 0n);
  const chosen = active.map(at);
  // Gram's equations G x = h, as (G | 1 − h) (x, 1) = (1, …, 1).
  const solution = solveRational(
    [...chosen.map((a) => [...chosen.map((b) => product(a, b)), 1n - product(a, sums)]), [...chosen.map(() => 0n), 1n]],
    1n,
  );
  if (solution === undefined) return undefined;
  const { numerators, denominator } = overCommonDenominator(solution.slice(0, -1));
  const residual = sums.map((b, k) => chosen.reduce((rest, a, i) => rest - numerators[i]! * a[k]!, denominator * b));
  const divisor = residual.reduce((all, x) => gcd(all, x), 0n);
  if (divisor === 0n) return undefined;
  const coefficients = residual.map((x) => -x / divisor);
  const strikes = (z: bigint): boolean => (signed ? z !== 0n : z < 0n);
  return strikes(product(coefficients, sums)) && spared.every((g) => !strikes(product(coefficients, at(g))))
    ? coefficients
    : undefined;
};

const masksOf = (tree: Tree): readonly Mask[] =>
  tree.kind === 'cover'
    ? tree.strikes.map(([struck]) => struck)
    : [tree.struck, ...tree.children.flatMap(([, child]) => masksOf(child))];

const treeText = (tree: Tree, place: ReadonlyMap<Mask, number>, indent: string): string => {
  const further = `${indent}  `;
  return tree.kind === 'cover'
    ? `Cover ${list(
        tree.strikes.map(([struck, weight]) => `(${place.get(struck)!}, ${integer(BigInt(weight))})`),
        further,
      )}`
    : `Branch ${place.get(tree.struck)!} [::\n${further}${tree.children
        .map(([element, child]) => `(${element}, ${treeText(child, place, further)})`)
        .join(`;\n${further}`)}]`;
};

/** A lower bound on AC_ex below |G|. */
export const exhaustion = (side: Side<Polynomials>): E.Either<Declined, Proof> => {
  const { world, functions, weights, value, name } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const { elements } = group;
  if (elements.length > orderLimit)
    return E.left(`trees of sets are looked for in groups of at most ${orderLimit} elements`);
  const entries = entriesOf(group, functions);
  if (entries === undefined) return E.left(`there are more than ${entryLimit} matrix entries to look at`);
  const columns = elements.map((_, g) => Float64Array.from(entries.rows, (row) => row[g]!));
  const problem: CoveringProblem = {
    columns,
    target: Float64Array.from(entries.rows, (row) => row.reduce((sum, x) => sum + x, 0)),
    signed: weights === 'signed',
    symmetries: translations(group, world),
  };
  const tree = coveringTree(problem, Number(value));
  if (tree === undefined)
    return E.left(`no tree of at most ${nodeLimit} nodes that excludes all smaller sets was found`);
  const masks = [...new Set(masksOf(tree))];
  const made: (readonly bigint[])[] = [];
  for (const mask of masks) {
    const coefficients = strikingFunction(entries, problem, mask);
    if (coefficients === undefined) return E.left('a function that was found in floating point is not exactly one');
    made.push(coefficients);
  }
  return E.right({
    definitions: [
      definition(`${name}_elements`, 'seq (seq nat)', list(elements.map(numbers))),
      definition(
        `${name}_entries`,
        'seq (seq nat * seq nat)',
        list(entries.pairs.map(([from, to]) => `(${numbers(from)}, ${numbers(to)})`)),
      ),
      definition(`${name}_functions`, 'seq (seq Z)', list(made.map((c) => list(c.map(integer), '    ')))),
      definition(`${name}_tree`, 'covering', treeText(tree, new Map(masks.map((mask, i) => [mask, i])), '  ')),
    ],
    term: `@exhausted_sound ${polynomialPlace(side, group)} ${weights}\n    ${name}_elements ${name}_entries ${name}_functions ${name}_tree ${value} _`,
    theorems: ['exhaustion.exhausted_sound'],
  });
};
