/**
 * Exactness by class functions, for listed groups. The class function e = Σ d_π χ_π, over the irreducibles of F and the
 * trivial one, is all that the search for exact schemes needs of F.
 */

import { smallGcd } from '../algebra/integer.ts';
import { classPowers } from '../representation/classPowers.ts';
import type { FunctionClass } from '../representation/functionClass.ts';
import type { Characters } from './characters.ts';
import type { LinearSolver } from './linearSolver.ts';

/** What a function class asks of a scheme. */
export interface Demand {
  /** e on each conjugacy class: integers. */
  readonly values: readonly number[];
  /** Whether each row of the table is trivial or, up to Galois conjugation, in F. */
  readonly rows: readonly boolean[];
}

/**
 * The demand of a class. Irreducibles conjugate to one of F over ℚ are counted in: a scheme with rational weights that
 * is exact on one is exact on the other.
 */
export const demandOf = <G extends string>(characters: Characters<G>, functions: FunctionClass): Demand => {
  const { real, table } = characters;
  const powers = classPowers(table.classes);
  const units = Array.from({ length: powers.exponent }, (_, n) => n + 1).filter(
    (n) => smallGcd(n, powers.exponent) === 1,
  );
  const place = new Map(table.rows.map((row, i) => [row.join(','), i]));
  const occurs = characters.occurs(functions);
  const rows = table.rows.map((row, i) => occurs[i]! || row.every((x) => x === 1));
  occurs.forEach((inside, i) => {
    if (!inside) return;
    const row = table.rows[i]!;
    for (const n of units) rows[place.get(row.map((_, c) => row[powers.power(c, n)]!).join(','))!] = true;
  });
  const values = table.classes.sizes.map((_, c) =>
    Math.round(real.reduce((sum, row, i) => sum + (rows[i] ? table.degrees[i]! * row[c]! : 0), 0)),
  );
  return { values, rows };
};

/**
 * Whether the uniform scheme on a subgroup with these class counts is exact: Σ_{h ∈ H} e(h)/|H| = Σ d_π dim V_π^H is 1
 * iff only the trivial irreducible has H-invariants.
 */
export const isExactDistribution = ({ values }: Demand, counts: readonly number[], size: number): boolean =>
  counts.reduce((sum, count, c) => sum + count * values[c]!, 0) === size;

/**
 * The greatest weight an element can have in an exact scheme with probability weights, approximately; its inverse bounds
 * the size from below. As ω may be translated and averaged over conjugation, ω(e) for class functions ω is enough.
 */
export const greatestWeight = <G extends string>(
  characters: Characters<G>,
  demand: Demand,
  solver: LinearSolver,
): number => {
  const { real, table } = characters;
  const { sizes } = table.classes;
  const solved = solver.solve({
    maximise: true,
    objective: sizes.map((_, c) => (c === 0 ? 1 : 0)),
    rows: real.flatMap((row, i) => {
      if (!demand.rows[i]) return [];
      const right = table.rows[i]!.every((x) => x === 1) ? 1 : 0;
      return [{ coefficients: row.map((x, c) => (x * sizes[c]!) / table.degrees[i]!), least: right, most: right }];
    }),
    variables: sizes.map(() => ({ least: 0 })),
  });
  return solved.status === 'optimal' && solved.objective > 0 ? Math.min(1, solved.objective) : 1;
};
