/**
 * Evidence *rank* in Coq (`proofs/instances/rankBound.v`): the projections u onto the irreducibles of the list and z onto
 * those that do not occur, and a class function ψ that nearly inverts the traces of the class.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { ExactEvidence, TableData } from '../../certificate/evidence.ts';
import type { ClassAlgebra } from './classAlgebra.ts';
import { inverseOf, realSupport } from './groupAlgebra.ts';
import { exactValues } from './linearForms.ts';
import type { PointGroup } from './listing.ts';
import { multiplicities, type RealCharacters, realParts, trivialRow } from './realCharacters.ts';
import { definition, integer, list, numbers, type Proof } from './syntax.ts';
import { placeUnder } from './underForms.ts';
import {
  affordClasses,
  type Declined,
  degreesText,
  numeral,
  type Polynomials,
  placeText,
  realTraces,
  type Side,
  tableWorld,
} from './world.ts';

type Evidence = Extract<ExactEvidence, { readonly kind: 'rank' }>;

/** Σ w_i χ_i, for real parts or for imaginary ones. */
const combination = (rows: RealCharacters['rows'], weights: readonly number[]): readonly number[] =>
  rows[0]!.map((_, c) => rows.reduce((sum, row, i) => sum + weights[i]! * row[c]!, 0));

/** Integers, or undefined where there are others. */
const integers = (values: readonly number[]): readonly bigint[] | undefined =>
  values.every((x) => Math.abs(x - Math.round(x)) < 1e-4) ? values.map((x) => BigInt(Math.round(x))) : undefined;

interface Inverse {
  readonly psi: readonly bigint[];
  readonly constant: bigint;
  readonly kappa: bigint;
}

/** c + φ*ψ is near κ(|G| − z): on every irreducible that occurs φ*ψ is nearly κ|G|. */
const inverse = (
  { rows, degrees }: RealCharacters,
  { order, sizes }: ClassAlgebra,
  phi: readonly number[],
  occurs: readonly number[],
  trivial: number,
): Inverse => {
  const size = phi.reduce((sum, x, c) => sum + Math.abs(x) * sizes[c]!, 0);
  const kappa = 2n * BigInt(Math.ceil(size)) + 2n;
  const weights = occurs.map((m, i) => (m <= 0 ? 0 : (Number(kappa) * degrees[i]! ** 2) / (m * order)));
  return {
    psi: rows[0]!.map((_, c) => BigInt(Math.round(rows.reduce((sum, row, i) => sum + weights[i]! * row[c]!, 0)))),
    constant: occurs[trivial]! > 0 ? 0n : kappa,
    kappa,
  };
};

/** What the theorem evaluates: class functions, by their values at the representatives. */
interface Projections extends Inverse {
  /** Onto the irreducibles that do not occur, times |G|. */
  readonly absent: readonly number[];
  /** Onto those whose products all occur, times |G|. */
  readonly products: readonly number[];
}

const rankProof = (
  side: Side<Polynomials>,
  group: PointGroup,
  algebra: ClassAlgebra,
  { psi, constant, kappa, absent, products }: Projections,
): E.Either<Declined, Proof> => {
  const { world, functions, weights, value, name } = side;
  const { forms } = world;
  const exactly = (values: readonly number[]): readonly string[] | undefined =>
    forms === undefined ? integers(values)?.map(integer) : exactValues(forms.field, algebra, values)?.map(numeral);
  const u = exactly(products);
  const z = exactly(absent);
  if (u === undefined) return E.left('the irreducibles listed have a sum with irrational values');
  if (z === undefined) return E.left('the irreducibles that do not occur were not told apart in floating point');
  const type = forms === undefined ? 'seq Z' : 'seq (seq Z)';
  const definitions = [
    definition(`${name}_classes`, 'seq (seq nat)', list(algebra.representatives.map(numbers))),
    definition(`${name}_inverse`, 'seq Z', list(psi.map(integer))),
    definition(`${name}_absent`, type, list(z)),
    definition(`${name}_products`, type, list(u)),
  ];
  const data = `${name}_inverse ${integer(constant)} ${name}_absent ${integer(kappa)} ${name}_products ${value} _`;
  return E.right(
    forms === undefined
      ? {
          definitions,
          term: `@rank_sound ${placeText(side, group)} ${name}_classes ${functions.dimension} ${degreesText(functions.degrees)} ${weights}\n    ${data}`,
          theorems: ['rankBound.rank_sound'],
        }
      : {
          definitions,
          term: `@rank_traces_sound ${placeUnder(side, forms, group)} ${weights}\n    ${data}`,
          theorems: ['traceRank.rank_traces_sound'],
        },
  );
};

/** The rows that these become if every character is multiplied by that of the row, of degree 1. */
const twisted = ({ prime, rows }: TableData, chosen: ReadonlySet<number>, by: number): ReadonlySet<number> =>
  new Set(
    Array.from(chosen, (i) => {
      const product = rows[i]!.map((x, c) => Number((BigInt(x) * BigInt(rows[by]![c]!)) % BigInt(prime)));
      return rows.findIndex((row) => row.every((x, c) => x === product[c]));
    }),
  );

/**
 * The irreducibles of the list, or their products with one of degree 1, so that they are closed under conjugation:
 * χ χ̄' remains the same. undefined if none are.
 */
const closedChoice = (
  table: TableData,
  characters: RealCharacters,
  chosen: ReadonlySet<number>,
): ReadonlySet<number> | undefined => {
  const parts = realParts(characters);
  const isClosed = (rows: ReadonlySet<number>): boolean =>
    !parts.some((part, i) => parts.some((other, j) => other === part && rows.has(i) !== rows.has(j)));
  if (isClosed(chosen)) return chosen;
  for (const [by, degree] of characters.degrees.entries()) {
    if (degree !== 1) continue;
    const rows = twisted(table, chosen, by);
    if (!rows.has(-1) && isClosed(rows)) return rows;
  }
  return undefined;
};

/** (a + b √−δ)/q with integers a and b. */
interface Quadratic {
  readonly delta: bigint;
  readonly q: bigint;
  readonly a: readonly bigint[];
  readonly b: readonly bigint[];
}

const squareFree = (n: number): number => {
  let rest = n;
  for (let f = 2; f * f <= rest; f++) while (rest % (f * f) === 0) rest /= f * f;
  return rest;
};

/** Values with these real and imaginary parts, if they are in one imaginary quadratic field. */
const quadratic = (real: readonly number[], imaginary: readonly number[]): Quadratic | undefined => {
  const greatest = imaginary.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  for (const q of [1, 2]) {
    const square = (q * greatest) ** 2;
    const delta = squareFree(Math.round(square));
    const a = integers(real.map((x) => q * x));
    const b = integers(imaginary.map((x) => (q * x) / Math.sqrt(delta)));
    if (delta > 0 && a !== undefined && b !== undefined) return { delta: BigInt(delta), q: BigInt(q), a, b };
  }
  return undefined;
};

/** The irreducibles of the list, where they are not closed under conjugation and their characters are in a quadratic field. */
const complexRank = (
  side: Side<Polynomials>,
  group: PointGroup,
  algebra: ClassAlgebra,
  { psi, constant, kappa, absent }: Omit<Projections, 'products'>,
  [real, imaginary]: readonly [readonly number[], readonly number[]],
): E.Either<Declined, Proof> => {
  const { functions, weights, value, name } = side;
  const z = integers(absent);
  const u = quadratic(real, imaginary);
  if (z === undefined) return E.left('the irreducibles that do not occur were not told apart in floating point');
  if (u === undefined) return E.left('the irreducibles listed have a sum with values in no imaginary quadratic field');
  const values = (suffix: string, items: readonly bigint[]): string =>
    definition(`${name}_${suffix}`, 'seq Z', list(items.map(integer)));
  return E.right({
    definitions: [
      definition(`${name}_classes`, 'seq (seq nat)', list(algebra.representatives.map(numbers))),
      values('inverse', psi),
      values('absent', z),
      values('real', u.a),
      values('imaginary', u.b),
    ],
    term: `@complex_rank_sound ${placeText(side, group)} ${name}_classes ${functions.dimension} ${degreesText(functions.degrees)} ${weights}\n    ${name}_inverse ${integer(constant)} ${name}_absent ${integer(kappa)} ${integer(u.delta)} ${integer(u.q)} ${name}_real ${name}_imaginary ${value} _`,
    theorems: ['complexRank.complex_rank_sound'],
  });
};

/** A lower bound on AC_ex. */
export const rank = (side: Side<Polynomials>, evidence: Evidence): E.Either<Declined, Proof> => {
  const made = tableWorld(side.world, evidence.table);
  if (E.isLeft(made)) return made;
  const { algebra, characters, group, table } = made.right;
  const affordable = affordClasses(side, algebra);
  if (E.isLeft(affordable)) return affordable;
  const phi = Array.from(realTraces(side, algebra));
  const occurs = multiplicities(characters, algebra, phi);
  const trivial = trivialRow(characters);
  const { degrees, rows, imaginary } = characters;
  const absent = combination(
    rows,
    degrees.map((d, i) => (occurs[i]! > 0 || i === trivial ? 0 : d)),
  );
  const projections = { ...inverse(characters, algebra, phi, occurs, trivial), absent };
  const given = new Set(evidence.rows);
  const weights = (chosen: ReadonlySet<number>): readonly number[] => degrees.map((d, i) => (chosen.has(i) ? d : 0));
  const closed = closedChoice(table, characters, given);
  if (closed !== undefined)
    return rankProof(side, group, algebra, { ...projections, products: combination(rows, weights(closed)) });
  return side.world.forms === undefined
    ? complexRank(side, group, algebra, projections, [
        combination(rows, weights(given)),
        combination(imaginary, weights(given)),
      ])
    : E.left('the irreducibles listed are not closed under conjugation');
};

/** The same with the irreducibles that occur, and the trivial one, if the products of these all occur. */
export const rankOfAll = (side: Side<Polynomials>): E.Either<Declined, Proof> => {
  const { world } = side;
  if (E.isLeft(world.listed)) return world.listed;
  const group = world.listed.right;
  const algebra = world.classes(group);
  const affordable = affordClasses(side, algebra);
  if (E.isLeft(affordable)) return affordable;
  const convolution = algebra.convolution();
  const phi = realTraces(side, algebra);
  const present = realSupport(convolution, phi);
  const { order, sizes } = algebra;
  const trivial = Math.round(present.reduce((sum, x, c) => sum + x * sizes[c]!, 0) / order);
  // 1 where an irreducible does not occur, so that there is an inverse.
  const absent = present.map((x, c) => (c === 0 ? order : 0) - x);
  const found = inverseOf(
    convolution,
    phi.map((x, c) => x + absent[c]! / order),
  );
  if (found === undefined) return E.left('the traces of the class have no inverse that was found in floating point');
  const size = phi.reduce((sum, x, c) => sum + Math.abs(x) * sizes[c]!, 0);
  const kappa = 2n * BigInt(Math.ceil(size)) + 2n;
  const psi = convolution.convolve(found, present).map((x) => x * Number(kappa));
  return rankProof(side, group, algebra, {
    psi: Array.from(psi, (x) => BigInt(Math.round(x))),
    constant: trivial > 0 ? 0n : kappa,
    kappa,
    products: Array.from(present, (x) => x + 1 - trivial),
    absent: Array.from(absent, (x) => x - 1 + trivial),
  });
};
