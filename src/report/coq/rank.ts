/**
 * Evidence *rank* in Coq (`proofs/instances/rankBound.v`): the projections u onto the irreducibles of the list and z onto
 * those that do not occur, and a class function ψ that nearly inverts the traces of the class.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { ExactEvidence } from '../../certificate/evidence.ts';
import type { ClassAlgebra } from './classAlgebra.ts';
import { exactValues } from './linearForms.ts';
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

/** Σ w_i Re χ_i. */
const combination = ({ rows }: RealCharacters, weights: readonly number[]): readonly number[] =>
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

/** A lower bound on AC_ex. */
export const rank = (side: Side<Polynomials>, evidence: Evidence): E.Either<Declined, Proof> => {
  const { world, functions, weights, value, name } = side;
  const made = tableWorld(world, evidence.table);
  if (E.isLeft(made)) return made;
  const { algebra, characters, group } = made.right;
  const affordable = affordClasses(side, algebra);
  if (E.isLeft(affordable)) return affordable;
  const { forms } = world;
  const phi = Array.from(realTraces(side, algebra));
  const occurs = multiplicities(characters, algebra, phi);
  const trivial = trivialRow(characters);
  const chosen = new Set(evidence.rows);
  const parts = realParts(characters);
  if (parts.some((part, i) => parts.some((other, j) => other === part && chosen.has(i) !== chosen.has(j))))
    return E.left('the irreducibles listed are not closed under conjugation');
  const { degrees } = characters;
  const exactly = (values: readonly number[]): readonly string[] | undefined =>
    forms === undefined
      ? integers(values)?.map(integer)
      : exactValues(forms.field, algebra, values)?.map(numeral);
  const u = exactly(combination(
    characters,
    degrees.map((d, i) => (chosen.has(i) ? d : 0)),
  ));
  const z = exactly(combination(
    characters,
    degrees.map((d, i) => (occurs[i]! > 0 || i === trivial ? 0 : d)),
  ));
  if (u === undefined) return E.left('the irreducibles listed have a sum with irrational values');
  if (z === undefined) return E.left('the irreducibles that do not occur were not told apart in floating point');
  const { psi, constant, kappa } = inverse(characters, algebra, phi, occurs, trivial);
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
