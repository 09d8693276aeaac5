/**
 * Multipliers for Delsarte's linear programme (MATHEMATICS.md 2.5, 3.5): solved in floating point, rounded to rationals.
 */
import { type Rational, rational } from '../algebra/rational.ts';
import type { FunctionClass } from '../representation/functionClass.ts';
import type { Characters } from './characters.ts';
import type { LinearSolver } from './linearSolver.ts';

/** The rational with denominator at most `most` nearest to x among its convergents. */
const convergent = (x: number, most: number): Rational => {
  let [a, b, c, d] = [0, 1, 1, 0];
  let rest = x;
  for (;;) {
    const whole = Math.floor(rest);
    const [p, q] = [a + whole * c, b + whole * d];
    if (q > most || !Number.isSafeInteger(p)) break;
    [a, b, c, d] = [c, d, p, q];
    if (Math.abs(x - p / q) < 1e-9 || rest === whole) break;
    rest = 1 / (rest - whole);
  }
  return rational(BigInt(c), BigInt(d));
};

/** On a fixed grid, upwards. */
const onGrid = (x: number): Rational => rational(BigInt(Math.ceil(x * 2 ** 30)), 2n ** 30n);

/**
 * The optimum with c_1 + ε Σ d_π max(c_π, 0) = 1 for `epsilon` ≥ 0 (0 for exact symmetry), one multiplier for each row
 * of the table; undefined if the solver fails. `value` is the optimum in floating point.
 *
 * Conjugate irreducibles get equal multipliers; each multiplier of an irreducible in the class is the difference of two
 * nonnegative variables. Growth: a linear programme of r rows and at most 2r variables, r the number of classes.
 */
export const solveMultipliers = <G extends string>(
  characters: Characters<G>,
  functions: FunctionClass,
  epsilon: number,
  solver: LinearSolver,
): { readonly value: number; readonly candidates: readonly (readonly Rational[])[] } | undefined => {
  const { real, conjugate, table } = characters;
  const occurs = characters.occurs(functions);
  const trivial = real.findIndex((row) => row.every((x) => Math.abs(x - 1) < 1e-9));
  /** One representative of each pair of conjugates, the trivial row first. */
  const rows = [trivial, ...real.map((_, i) => i).filter((i) => i !== trivial && conjugate[i]! >= i)];
  const times = (i: number): number => (conjugate[i] === i ? 1 : 2);
  // Variables: c_1, then −c_π for the others, then the positive parts for those that occur.
  const positive = rows.slice(1).filter((i) => occurs[i]!);
  const columnsAt = (c: number): number[] => [
    1,
    ...rows.slice(1).map((i) => -times(i) * real[i]![c]!),
    ...positive.map((i) => times(i) * real[i]![c]!),
  ];
  const price = [1, ...rows.slice(1).map(() => 0), ...positive.map((i) => epsilon * times(i) * table.degrees[i]!)];
  const solution = solver.solve({
    maximise: true,
    objective: columnsAt(0),
    rows: [
      { coefficients: price, least: 1, most: 1 },
      ...table.classes.sizes.flatMap((_, c) => (c === 0 ? [] : [{ coefficients: columnsAt(c), least: 0 }])),
    ],
    variables: price.map((_, j) => (j === 0 ? {} : { least: 0 })),
  });
  if (solution.status !== 'optimal') return undefined;
  const multipliers = new Array<number>(real.length).fill(0);
  const add = (i: number, x: number): void => {
    multipliers[i]! += x;
    if (conjugate[i] !== i) multipliers[conjugate[i]!]! += x;
  };
  rows.forEach((i, at) => {
    add(i, at === 0 ? solution.values[0]! : -solution.values[at]!);
  });
  positive.forEach((i, at) => {
    add(i, solution.values[rows.length + at]!);
  });
  // Rounding up the trivial multiplier a little more lifts φ above the rounding errors of the others.
  const scale = multipliers.reduce((sum, x, i) => sum + (1 + Math.abs(x)) * table.degrees[i]!, 0);
  const lifted = multipliers.map((x, i) => onGrid(i === trivial ? x + 1e-8 * scale : occurs[i] ? x : Math.min(x, 0)));
  const below = lifted.map((x, i) => (i === trivial || occurs[i] || x.numerator <= 0n ? x : rational(0n)));
  return {
    value: solution.objective,
    candidates: [multipliers.map((x) => convergent(x, 10_000)), below],
  };
};
