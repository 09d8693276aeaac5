/**
 * The real and imaginary parts of the irreducible characters, in floating point, from the table of a certificate. Nothing is checked
 * here: what is made of them is rounded, and decided in Coq.
 */
import * as O from 'fp-ts/lib/Option.js';
import { primeField, rootOfUnityModulo } from '../../algebra/residue.ts';
import type { TableData } from '../../certificate/evidence.ts';
import type { Permutation } from '../../group/permutation.ts';
import type { ClassAlgebra } from './classAlgebra.ts';
import { followedBy } from './listing.ts';

export interface RealCharacters {
  /** A row for each irreducible, a column for each class of the algebra. */
  readonly rows: readonly (readonly number[])[];
  /** The imaginary parts, all conjugated or none. */
  readonly imaginary: readonly (readonly number[])[];
  readonly degrees: readonly number[];
}

/** Classes of g⁰, g¹, … up to the order of g. */
const powersOf = ({ classOf }: ClassAlgebra, g: Permutation): readonly number[] => {
  const powers = [0];
  for (let power = g; Array.from(power).some((point, i) => point !== i); power = followedBy(power, g))
    powers.push(classOf(power)!);
  return powers;
};

const lift = (table: TableData, algebra: ClassAlgebra, columns: readonly number[]): RealCharacters | undefined => {
  const field = primeField(table.prime);
  if (O.isNone(field)) return undefined;
  const { prime, mul, add, power, reciprocal } = field.value;
  const at = algebra.representatives.map((_, c) => columns.indexOf(c));
  const signed = (x: number): number => (2 * x > prime ? x - prime : x);
  const degrees = table.rows.map((row) => row[at[0]!]!);
  const rows = table.rows.map(() => new Array<number>(at.length).fill(0));
  const imaginary = table.rows.map(() => new Array<number>(at.length).fill(0));
  for (const [c, g] of algebra.representatives.entries()) {
    const powers = powersOf(algebra, g);
    const order = powers.length;
    const root = rootOfUnityModulo(field.value, order);
    for (const [i, row] of table.rows.entries()) {
      if (O.isNone(root)) {
        rows[i]![c] = signed(row[at[c]!]!);
        continue;
      }
      const scale = reciprocal(order % prime);
      for (let s = 0; s < order; s++) {
        const back = reciprocal(power(root.value, s));
        let sum = 0;
        powers.forEach((at_t, t) => {
          sum = add(sum, mul(row[at[at_t]!]!, power(back, t)));
        });
        const multiplicity = mul(sum, scale);
        if (multiplicity > degrees[i]!) return undefined;
        rows[i]![c]! += multiplicity * Math.cos((2 * Math.PI * s) / order);
        imaginary[i]![c]! += multiplicity * Math.sin((2 * Math.PI * s) / order);
      }
    }
  }
  return { rows, imaginary, degrees };
};

/** undefined where the table does not fit the classes, or its values are not the lifts of its residues. */
export const realCharacters = (
  table: TableData,
  algebra: ClassAlgebra,
  read: (text: string) => Permutation | undefined,
): RealCharacters | undefined => {
  const columns = table.classes.map((text) => {
    const g = read(text);
    return g === undefined ? -1 : (algebra.classOf(g) ?? -1);
  });
  const count = algebra.representatives.length;
  if (columns.length !== count || new Set(columns).size !== count || columns.includes(-1)) return undefined;
  if (table.rows.some((row) => row.length !== count)) return undefined;
  const lifted = lift(table, algebra, columns);
  if (lifted === undefined) return undefined;
  const norms = lifted.rows.map((row) => row.reduce((sum, x, c) => sum + x * x * algebra.sizes[c]!, 0) / algebra.order);
  // 1 for a real character; 1/2 for the real part of one that is not.
  return norms.every((norm) => Math.abs(norm - 1) < 1e-6 || Math.abs(norm - 0.5) < 1e-6) ? lifted : undefined;
};

/** How often each irreducible occurs in a class function with these values. */
export const multiplicities = (
  { rows }: RealCharacters,
  { sizes, order }: ClassAlgebra,
  values: readonly number[],
): readonly number[] =>
  rows.map((row) => Math.round(row.reduce((sum, x, c) => sum + x * values[c]! * sizes[c]!, 0) / order));

/** The row of the trivial character. */
export const trivialRow = ({ rows }: RealCharacters): number =>
  rows.findIndex((row) => row.every((x) => Math.abs(x - 1) < 1e-6));

/** For each row the first one with the same real part: a character and its conjugate have one. */
export const realParts = ({ rows }: RealCharacters): readonly number[] =>
  rows.map((row) => rows.findIndex((other) => other.every((x, c) => Math.abs(x - row[c]!) < 1e-6)));
