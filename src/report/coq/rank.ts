/**
 * Evidence *rank* in Coq (`proofs/instances/rankBound.v`): the projections u onto the irreducibles of the list and z onto
 * those that do not occur, and a class function ψ that nearly inverts the traces of the class.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { ExactEvidence } from '../../certificate/evidence.ts';
import type { ClassAlgebra } from './classAlgebra.ts';
import { multiplicities, type RealCharacters, realParts, trivialRow } from './realCharacters.ts';
import { definition, integer, list, numbers, type Proof } from './syntax.ts';
import {
  affordClasses,
  type Declined,
  degreesText,
  type Polynomials,
  placeText,
  type Side,
  tableWorld,
  traceValues,
} from './world.ts';

type Evidence = Extract<ExactEvidence, { readonly kind: 'rank' }>;

/** Σ w_i χ_i, for real parts or for imaginary ones. */
const combined = (rows: RealCharacters['rows'], weights: readonly number[]): readonly number[] =>
  rows[0]!.map((_, c) => rows.reduce((sum, row, i) => sum + weights[i]! * row[c]!, 0));

const rounded = (values: readonly number[]): readonly bigint[] | undefined =>
  values.every((x) => Math.abs(x - Math.round(x)) < 1e-4) ? values.map((x) => BigInt(Math.round(x))) : undefined;

/** Σ w_i Re χ_i as integers, or undefined where it has others. */
const integers = ({ rows }: RealCharacters, weights: readonly number[]): readonly bigint[] | undefined =>
  rounded(combined(rows, weights));

interface Inverse {
  readonly psi: readonly bigint[];
  readonly constant: bigint;
  readonly kappa: bigint;
}

/** c + φ*ψ is near κ(|G| − z): on every irreducible that occurs φ*ψ is nearly κ|G|. */
const inverse = (
  { rows, degrees }: RealCharacters,
  { order, sizes }: ClassAlgebra,
  phi: readonly bigint[],
  occurs: readonly number[],
  trivial: number,
): Inverse => {
  const size = phi.reduce((sum, x, c) => sum + (x < 0n ? -x : x) * BigInt(sizes[c]!), 0n);
  const kappa = 2n * size + 2n;
  const weights = occurs.map((m, i) => (m <= 0 ? 0 : (Number(kappa) * degrees[i]! ** 2) / (m * order)));
  return {
    psi: rows[0]!.map((_, c) => BigInt(Math.round(rows.reduce((sum, row, i) => sum + weights[i]! * row[c]!, 0)))),
    constant: occurs[trivial]! > 0 ? 0n : kappa,
    kappa,
  };
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
    const a = rounded(real.map((x) => q * x));
    const b = rounded(imaginary.map((x) => (q * x) / Math.sqrt(delta)));
    if (delta > 0 && a !== undefined && b !== undefined) return { delta: BigInt(delta), q: BigInt(q), a, b };
  }
  return undefined;
};

/** A lower bound on AC_ex. */
export const rank = (side: Side<Polynomials>, evidence: Evidence): E.Either<Declined, Proof> => {
  const { world, functions, weights, value, name } = side;
  const made = tableWorld(world, evidence.table);
  if (E.isLeft(made)) return made;
  const { algebra, characters, group } = made.right;
  if (world.forms !== undefined) return E.left('rank is proved in Coq where coordinates are permuted up to sign');
  const affordable = affordClasses(side, algebra);
  if (E.isLeft(affordable)) return affordable;
  const phi = traceValues(side, algebra);
  const occurs = multiplicities(characters, algebra, phi.map(Number));
  const trivial = trivialRow(characters);
  const chosen = new Set(evidence.rows);
  const parts = realParts(characters);
  const { degrees } = characters;
  const chosenDegrees = degrees.map((d, i) => (chosen.has(i) ? d : 0));
  const z = integers(
    characters,
    degrees.map((d, i) => (occurs[i]! > 0 || i === trivial ? 0 : d)),
  );
  if (z === undefined) return E.left('the irreducibles that do not occur were not told apart in floating point');
  const { psi, constant, kappa } = inverse(characters, algebra, phi, occurs, trivial);
  const values = (suffix: string, items: readonly bigint[]): string =>
    definition(`${name}_${suffix}`, 'seq Z', list(items.map(integer)));
  const common = [
    definition(`${name}_classes`, 'seq (seq nat)', list(algebra.representatives.map(numbers))),
    values('inverse', psi),
    values('absent', z),
  ];
  const place = `${placeText(side, group)} ${name}_classes ${functions.dimension} ${degreesText(functions.degrees)} ${weights}\n    ${name}_inverse ${integer(constant)} ${name}_absent ${integer(kappa)}`;
  if (parts.every((part, i) => parts.every((other, j) => other !== part || chosen.has(i) === chosen.has(j)))) {
    const u = integers(characters, chosenDegrees);
    return u === undefined
      ? E.left('the irreducibles listed have a sum with irrational values')
      : E.right({
          definitions: [...common, values('products', u)],
          term: `@rank_sound ${place} ${name}_products ${value} _`,
          theorems: ['rankBound.rank_sound'],
        });
  }
  const u = quadratic(combined(characters.rows, chosenDegrees), combined(characters.imaginary, chosenDegrees));
  return u === undefined
    ? E.left('the irreducibles listed have a sum with values in no imaginary quadratic field')
    : E.right({
        definitions: [...common, values('real', u.a), values('imaginary', u.b)],
        term: `@complex_rank_sound ${place} ${integer(u.delta)} ${integer(u.q)} ${name}_real ${name}_imaginary ${value} _`,
        theorems: ['complexRank.complex_rank_sound'],
      });
};
