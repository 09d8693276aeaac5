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

/** Σ w_i Re χ_i as integers, or undefined where it has others. */
const integers = ({ rows }: RealCharacters, weights: readonly number[]): readonly bigint[] | undefined => {
  const values = rows[0]!.map((_, c) => rows.reduce((sum, row, i) => sum + weights[i]! * row[c]!, 0));
  return values.every((x) => Math.abs(x - Math.round(x)) < 1e-4) ? values.map((x) => BigInt(Math.round(x))) : undefined;
};

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
  if (parts.some((part, i) => parts.some((other, j) => other === part && chosen.has(i) !== chosen.has(j))))
    return E.left('the irreducibles listed are not closed under conjugation');
  const { degrees } = characters;
  const u = integers(
    characters,
    degrees.map((d, i) => (chosen.has(i) ? d : 0)),
  );
  const z = integers(
    characters,
    degrees.map((d, i) => (occurs[i]! > 0 || i === trivial ? 0 : d)),
  );
  if (u === undefined) return E.left('the irreducibles listed have a sum with irrational values');
  if (z === undefined) return E.left('the irreducibles that do not occur were not told apart in floating point');
  const { psi, constant, kappa } = inverse(characters, algebra, phi, occurs, trivial);
  const values = (suffix: string, items: readonly bigint[]): string =>
    definition(`${name}_${suffix}`, 'seq Z', list(items.map(integer)));
  return E.right({
    definitions: [
      definition(`${name}_classes`, 'seq (seq nat)', list(algebra.representatives.map(numbers))),
      values('inverse', psi),
      values('absent', z),
      values('products', u),
    ],
    term: `@rank_sound ${placeText(side, group)} ${name}_classes ${functions.dimension} ${degreesText(functions.degrees)} ${weights}\n    ${name}_inverse ${integer(constant)} ${name}_absent ${integer(kappa)} ${name}_products ${value} _`,
    theorems: ['rankBound.rank_sound'],
  });
};
