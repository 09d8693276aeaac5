/**
 * The least support of a solution of C y = 1 on orbits of given sizes, by mixed-integer programming: z_o says whether
 * orbit o is used, and Σ |o| z_o is made small.
 */
import type { LinearProgramme, LinearRow, LinearSolver, LinearVariable } from './linearSolver.ts';
import { reduceSystem } from './reducedSystem.ts';

export interface SupportProblem {
  /** C, by rows. */
  readonly matrix: readonly Float64Array[];
  /** |o| for each column. */
  readonly sizes: readonly number[];
  /** Supports of this many elements or more are of no use. */
  readonly below: number;
  /** A bound on |y_o|. */
  readonly greatest: number;
  readonly signed: boolean;
  /** Some orbit that may be taken to be in the support. */
  readonly used?: number;
  readonly mostNodes: number;
}

/** Columns used, ascending; undefined if nothing smaller was found. Up to rounding: to be solved exactly. */
export const smallSupport = (problem: SupportProblem, solver: LinearSolver): readonly number[] | undefined => {
  const { matrix, below, greatest, signed, used, mostNodes } = problem;
  // A larger orbit cannot be used.
  const columns = problem.sizes.flatMap((size, o) => (size < below ? [o] : []));
  if (columns.length === 0) return undefined;
  const reduced = reduceSystem(
    matrix.map((row) => Float64Array.from(columns, (o) => row[o]!)),
    1,
  );
  if (reduced === undefined) return undefined;
  const m = columns.length;
  const sizes = columns.map((o) => problem.sizes[o]!);
  const indices = columns.map((_, i) => i);
  // The first m variables are y_o / greatest, the others z_o.
  const rows: LinearRow[] = [
    ...reduced.rows.map((row): LinearRow => {
      const right = row[m]! / greatest;
      return { coefficients: [...row.subarray(0, m)], columns: indices, least: right, most: right };
    }),
    ...indices.map((i): LinearRow => ({ columns: [i, m + i], coefficients: [1, -1], most: 0 })),
    ...(signed ? indices.map((i): LinearRow => ({ columns: [i, m + i], coefficients: [1, 1], least: 0 })) : []),
    { columns: indices.map((i) => m + i), coefficients: sizes, most: below - 1 },
  ];
  const variables: LinearVariable[] = [
    ...indices.map((): LinearVariable => ({ least: signed ? -1 : 0, most: 1 })),
    ...columns.map((o): LinearVariable => ({ least: o === used ? 1 : 0, most: 1, integer: true })),
  ];
  const programme: LinearProgramme = {
    maximise: false,
    objective: [...indices.map(() => 0), ...sizes],
    rows,
    variables,
  };
  const solved = solver.solve(programme, { mostNodes });
  if (solved.status !== 'optimal' && solved.status !== 'feasible') return undefined;
  return columns.filter((_, i) => solved.values[m + i]! > 0.5);
};
