/**
 * Evidence *linear-programme* in Coq (`proofs/instances/linearProgramme.v`): the combination of characters is written
 * as c + θ − β, where θ is a matrix entry of averages of the class and β a square in the group algebra; both come from
 * class functions a and b that are found in floating point and rounded, and c makes up for the rounding.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../../algebra/rational.ts';
import type { ExactEvidence } from '../../certificate/evidence.ts';
import type { ClassAlgebra } from './classAlgebra.ts';
import { multiplicities, type RealCharacters, realParts, trivialRow } from './realCharacters.ts';
import { definition, integer, list, numbers, type Proof } from './syntax.ts';
import { placeUnder } from './underForms.ts';
import {
  affordClasses,
  type Declined,
  degreesText,
  placeText,
  realTraces,
  type Side,
  tableWorld,
  traceValues,
} from './world.ts';

type Evidence = Extract<ExactEvidence, { readonly kind: 'linear-programme' }>;

/** c, a and b, over one scale. */
interface Combination {
  readonly constant: bigint;
  readonly a: readonly bigint[];
  readonly b: readonly bigint[];
}

/** Bits of the rounded class functions, tried one after another. */
const precisions = [24, 34, 44] as const;

/** Σ_i w_i d_i Re χ_i / |G|. */
const combine = ({ rows, degrees }: RealCharacters, order: number, weights: readonly number[]): readonly number[] =>
  rows[0]!.map((_, c) => rows.reduce((sum, row, i) => sum + (weights[i]! * degrees[i]! * row[c]!) / order, 0));

const round = (values: readonly number[], scale: number): readonly bigint[] =>
  values.map((x) => BigInt(Math.round(x * scale)));

/** The traces of the class times the unit, rounded: exact where the unit is 1. */
interface Traces {
  readonly phi: readonly bigint[];
  readonly unit: bigint;
}

/** Bits after the point of traces that are not integers: fewer than floating point has. */
const traceBits = 42;

/** More than rounded traces can change a value of θ. */
const slack = ({ sizes }: ClassAlgebra, a: readonly bigint[], { phi, unit }: Traces): bigint => {
  if (unit === 1n) return 0n;
  const total = a.reduce((sum, x, c) => sum + (x < 0n ? -x : x) * BigInt(sizes[c]!), 0n);
  const greatest = phi.reduce((most, x) => (x > most ? x : most), unit);
  return (total * total * (greatest / unit + 1n)) / (unit >> 2n) + 2n;
};

/** The combination at this precision, with the least constant that leaves it nonnegative, if it proves the bound. */
const rounded = (
  algebra: ClassAlgebra,
  { phi, unit }: Traces,
  { constant, a, b }: { readonly constant: number; readonly a: readonly number[]; readonly b: readonly number[] },
  { numerator: p, denominator: q }: Rational,
  value: bigint,
  bits: number,
): Combination | undefined => {
  const greatest = Math.max(...a.map(Math.abs), ...b.map(Math.abs), Math.sqrt(Math.abs(constant)));
  const scale = 2 ** (bits - Math.ceil(Math.log2(greatest)));
  const [as, bs] = [round(a, scale), round(b, scale)];
  const theta = algebra.sums(algebra.sums(as, as), phi);
  const beta = algebra.sums(bs, bs).map((x) => x * unit);
  let least = BigInt(Math.round(constant * scale * scale)) * unit;
  for (let c = 1; c < theta.length; c++) {
    const off = beta[c]! - theta[c]!;
    if (off > least) least = off;
  }
  const order = BigInt(algebra.order);
  const sum = theta.reduce((total, x, c) => total + x * BigInt(algebra.sizes[c]!), 0n);
  const atIdentity = least + theta[0]! - beta[0]!;
  const bound = q * (order * least + sum) + p * (order * theta[0]! - sum);
  return bound >= 0n && atIdentity >= 0n && (value - 1n) * bound < order * q * atIdentity
    ? { constant: least / unit + slack(algebra, as, { phi, unit }), a: as, b: bs }
    : undefined;
};

/** A lower bound on AC_wk at ε, or on AC_ex without ε. */
export const linearProgramme = (side: Side, evidence: Evidence, epsilon?: Rational): E.Either<Declined, Proof> => {
  const { world, functions, weights, value, name } = side;
  if (weights === 'signed') return E.left('the linear programme is about weights that are not signed');
  const made = tableWorld(world, evidence.table);
  if (E.isLeft(made)) return made;
  const { algebra, characters, group } = made.right;
  const affordable = affordClasses(side, algebra);
  if (E.isLeft(affordable)) return affordable;
  const reals = Array.from(realTraces(side, algebra));
  const forms = functions.kind === 'polynomials' ? world.forms : undefined;
  const traces: Traces =
    forms === undefined
      ? { phi: traceValues(side, algebra), unit: 1n }
      : { phi: reals.map((x) => BigInt(Math.round(x * 2 ** traceBits))), unit: 1n << BigInt(traceBits) };
  const occurs = multiplicities(characters, algebra, reals);
  const parts = realParts(characters);
  const given = evidence.multipliers.map(({ numerator, denominator }) => Number(numerator) / Number(denominator));
  if (given.length !== parts.length) return E.left('there is not one multiplier for each irreducible');
  const same = parts.map((part) => parts.flatMap((other, i) => (other === part ? [given[i]!] : [])));
  const c = same.map((list) => list.reduce((sum, x) => sum + x, 0) / list.length);
  const trivial = trivialRow(characters);
  const { order } = algebra;
  const a = c.map((x, i) => (i === trivial || x <= 0 || occurs[i]! <= 0 ? 0 : Math.sqrt(x / occurs[i]!)));
  const b = c.map((x, i) => (i === trivial || x >= 0 ? 0 : Math.sqrt((-x * order) / characters.degrees[i]!)));
  const target = { constant: c[trivial] ?? 0, a: combine(characters, order, a), b: combine(characters, order, b) };
  const limit = epsilon ?? { numerator: 0n, denominator: 1n };
  for (const bits of precisions) {
    const found = rounded(algebra, traces, target, limit, value, bits);
    if (found === undefined) continue;
    const values = (suffix: string, items: readonly bigint[]): string =>
      definition(`${name}_${suffix}`, 'seq Z', list(items.map(integer)));
    const definitions = [
      definition(`${name}_classes`, 'seq (seq nat)', list(algebra.representatives.map(numbers))),
      values('inside', found.a),
      values('outside', found.b),
    ];
    const data = `${integer(found.constant)} ${name}_inside ${name}_outside`;
    const place = `${placeText(side, group)} ${name}_classes`;
    const fraction = `${integer(limit.numerator)} ${integer(limit.denominator)}`;
    if (functions.kind === 'all')
      return epsilon === undefined
        ? E.left('all functions need the whole group')
        : E.right({
            definitions,
            term: `@programme_all_sound ${place} ${weights} ${data} ${fraction} ${value} _`,
            theorems: ['linearProgramme.programme_all_sound'],
          });
    if (forms !== undefined)
      return E.right({
        definitions,
        term:
          epsilon === undefined
            ? `@programme_traces_exact_sound ${placeUnder({ ...side, functions }, forms, group)} ${weights}\n    ${data} ${value} _`
            : `@programme_traces_weak_sound ${placeUnder({ ...side, functions }, forms, group)} ${weights}\n    ${data} ${fraction} ${value} _`,
        theorems: [`traceBounds.programme_traces_${epsilon === undefined ? 'exact' : 'weak'}_sound`],
      });
    const classText = `${functions.dimension} ${degreesText(functions.degrees)}`;
    return E.right(
      epsilon === undefined
        ? {
            definitions,
            term: `@programme_exact_sound ${place} ${classText} ${weights} ${data} ${value} _`,
            theorems: ['linearProgramme.programme_exact_sound'],
          }
        : {
            definitions,
            term: `@programme_weak_sound ${place} ${classText} ${weights} ${data} ${fraction} ${value} _`,
            theorems: ['linearProgramme.programme_weak_sound'],
          },
    );
  }
  return E.left('the combination of characters does not prove the bound with the digits that were tried');
};
