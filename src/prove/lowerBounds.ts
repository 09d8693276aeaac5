/** Lower bounds on AC_ex and AC_wk of one class, each verified: orbits, ranks, Delsarte's linear programme, Welch. */
import * as E from 'fp-ts/lib/Either.js';
import { approximate, type Rational } from '../algebra/rational.ts';
import type { Weights } from '../averaging/scheme.ts';
import type { OneSidedEvidence, TableReference } from '../certificate/evidence.ts';
import type { Established } from '../check/established.ts';
import { checkExact } from '../check/exact.ts';
import { checkLinearProgramme } from '../check/linearProgramme.ts';
import type { Subject } from '../check/subject.ts';
import { type ActionClass, isPolynomialClass } from '../representation/functionClass.ts';
import { monomialModules } from '../representation/module.ts';
import type { Characters } from './characters.ts';
import type { LinearSolver } from './linearSolver.ts';
import { solveMultipliers } from './multipliers.ts';

/** A lower bound on AC_ex, as the checker sees it. */
export interface LowerBound {
  readonly value: bigint;
  readonly weights: Weights;
  readonly evidence: OneSidedEvidence;
}

const verified = <G extends string>(subject: Subject<G>, evidence: OneSidedEvidence): readonly LowerBound[] => {
  const checked = checkExact(subject, evidence);
  if (E.isLeft(checked) || checked.right.least === undefined) return [];
  const { value, for: weights } = checked.right.least;
  return [{ value, weights, evidence }];
};

/** Exponents 0, 1, 2, … on d coordinates with total at most k and the most arrangements: n!/Π m_i! for multiplicities m_i. */
const bestPattern = (d: number, k: number): readonly number[] => {
  let best: { readonly count: number; readonly pattern: readonly number[] } = { count: -1, pattern: [] };
  const logFactorial = (n: number): number => (n < 2 ? 0 : Math.log(n) + logFactorial(n - 1));
  const extend = (multiplicities: readonly number[], placed: number, degree: number): void => {
    const exponent = multiplicities.length;
    const zeros = d - placed;
    // The rest has exponent 0: the list starts with exponent 1.
    const count = logFactorial(d) - logFactorial(zeros) - multiplicities.reduce((sum, m) => sum + logFactorial(m), 0);
    if (count > best.count + 1e-9)
      best = {
        count,
        pattern: [
          ...multiplicities.flatMap((m, i) => new Array<number>(m).fill(i + 1)),
          ...new Array<number>(zeros).fill(0),
        ],
      };
    const most = Math.min(zeros, multiplicities.at(-1) ?? d, Math.floor((k - degree) / (exponent + 1)));
    if (exponent < 60)
      for (let m = 1; m <= most; m++) extend([...multiplicities, m], placed + m, degree + m * (exponent + 1));
  };
  extend([], 0, 0);
  return best.pattern;
};

/** Exponents 1, 2, …, s at as many coordinates as degree k allows, 0 at the others. */
const staircase = (d: number, k: number): readonly number[] => {
  let steps = 0;
  while (steps + 1 < d && ((steps + 1) * (steps + 2)) / 2 <= k) steps++;
  return Array.from({ length: d }, (_, i) => (i < steps ? i + 1 : 0));
};

/** Patterns are searched up to this degree and this many coordinates; beyond, staircases are tried. */
const patternLimits = { degree: 40, coordinates: 200 } as const;

/** Monomials with a large orbit. */
const orbitExponents = <G extends string>({ instance, functions }: Subject<G>): readonly (readonly number[])[] => {
  const { action, group } = instance;
  if ((action.kind !== 'permutation' && action.kind !== 'signed') || functions.kind === 'all') return [];
  const d = action.dimension;
  const degree =
    functions.kind === 'polynomials'
      ? functions.degree
      : functions.kind === 'pointwise' && functions.degree === 0
        ? 0
        : 1;
  const constant = functions.kind === 'linear' ? [] : [new Array<number>(d).fill(0)];
  if ((group.family.name === 'S' || group.family.name === 'A') && functions.kind === 'polynomials') {
    const searched = Math.min(degree, d <= patternLimits.coordinates ? patternLimits.degree : 3);
    return [bestPattern(d, searched), staircase(d, degree)];
  }
  if (functions.kind !== 'polynomials' || !isPolynomialClass(functions))
    return functions.kind === 'maps' || degree === 0
      ? constant
      : [
          ...constant,
          ...Array.from({ length: d }, (_, i) => Array.from({ length: d }, (_, j) => (i === j ? 1 : 0))),
        ].slice(0, 100);
  const modules = monomialModules(instance, functions);
  if (E.isLeft(modules)) return constant;
  const invariant = modules.right.filter((module) => module.invariant !== undefined).sort((a, b) => b.size - a.size);
  const exponents = invariant
    .slice(0, 1)
    .map(({ label }) => (/\(([\d,]+)\)/.exec(label)?.[1] ?? '').split(',').map(Number));
  return exponents.length === 0 ? constant : exponents;
};

const orbitBounds = <G extends string>(subject: Subject<G>): readonly LowerBound[] =>
  orbitExponents(subject).flatMap((exponents) => verified(subject, { kind: 'orbit', exponents }));

/**
 * A set J of irreducibles with J ⊗ J̄ in the class and Σ d² large: cliques of the graph of pairs whose product is in the
 * class, grown greedily from every vertex. Growth: r³ products for the graph, r² for the cliques, r classes.
 */
const rankRows = <G extends string>(
  { table, conjugate, occurs }: Characters<G>,
  functions: ActionClass,
): readonly number[] => {
  const { field, rows, degrees, classes } = table;
  const inside = occurs(functions);
  const trivial = rows.findIndex((row) => row.every((x) => x === 1));
  const outside = rows.map((_, k) => k).filter((k) => !inside[k] && k !== trivial);
  const compatible = (i: number, j: number): boolean => {
    const product = rows[i]!.map((x, c) =>
      field.mul(field.mul(x, rows[conjugate[j]!]![c]!), classes.sizes[c]! % field.prime),
    );
    return outside.every((k) => {
      const other = rows[conjugate[k]!]!;
      return product.reduce((sum, x, c) => field.add(sum, field.mul(x, other[c]!)), 0) === 0;
    });
  };
  const vertices = rows.map((_, i) => i).filter((i) => compatible(i, i));
  const edges = new Map(
    vertices.map((i) => [i, new Set(vertices.filter((j) => i === j || (compatible(i, j) && compatible(j, i))))]),
  );
  let best: readonly number[] = [];
  const weight = (set: readonly number[]): number => set.reduce((sum, i) => sum + degrees[i]! ** 2, 0);
  for (const start of vertices) {
    const clique = [start];
    const byDegree = [...edges.get(start)!].sort((a, b) => degrees[b]! - degrees[a]! || a - b);
    for (const i of byDegree) if (i !== start && clique.every((j) => edges.get(j)!.has(i))) clique.push(i);
    if (weight(clique) > weight(best)) best = clique.sort((a, b) => a - b);
  }
  return best;
};

/** Classes above this many are not searched for ranks. */
const rankLimit = 80;

const rankBounds = <G extends string>(
  subject: Subject<G>,
  characters: Characters<G>,
  table: TableReference,
): readonly LowerBound[] => {
  const { functions } = subject;
  if (functions.kind === 'all' || characters.table.rows.length > rankLimit) return [];
  const rows = rankRows(characters, functions);
  return rows.length === 0 ? [] : verified(subject, { kind: 'rank', table, rows });
};

/** The linear programme at ε (or for exact symmetry): the first rounding that proves the optimum rounded up. */
const programme = <G extends string>(
  subject: Subject<G>,
  characters: Characters<G>,
  table: TableReference,
  solver: LinearSolver,
  epsilon: Rational | undefined,
): { readonly value: bigint; readonly multipliers: readonly Rational[] } | undefined => {
  const solved = solveMultipliers(
    characters,
    subject.functions,
    epsilon === undefined ? 0 : approximate(epsilon),
    solver,
  );
  let best: { readonly value: bigint; readonly multipliers: readonly Rational[] } | undefined;
  for (const multipliers of solved?.candidates ?? []) {
    const checked: E.Either<unknown, Established> = checkLinearProgramme(subject, table, multipliers, epsilon);
    if (E.isLeft(checked) || checked.right.least === undefined) continue;
    const { value } = checked.right.least;
    if (best === undefined || value > best.value) best = { value, multipliers };
    if (Number(value) >= solved!.value - 1e-6) break;
  }
  return best;
};

/** Sets of elements that are tried at most. */
const mostSets = 3e6;

/** That no fewer than `size` elements are exact, by trying all smaller sets, where they are few enough. */
export const byExhaustion = <G extends string>(
  subject: Subject<G>,
  size: bigint,
  weights: 'signed' | 'probability',
): readonly LowerBound[] => {
  const n = Number(subject.instance.group.order);
  let [sets, term] = [1, 1];
  for (let j = 1; j < Number(size) - 1 && sets <= mostSets; j++) {
    term = (term * (n - j)) / j;
    sets += term;
  }
  return n > 64 || sets > mostSets ? [] : verified(subject, { kind: 'exhaustion', size: Number(size), weights });
};

/** The subject with the table as number 0 of the certificate. */
export const withTable = <G extends string>(subject: Subject<G>, characters: Characters<G> | undefined): Subject<G> =>
  characters === undefined ? subject : { ...subject, tables: [characters.table] };

/** Lower bounds on AC_ex, in no order. `subject` has the table as its number 0 if there are characters. */
export const exactLowerBounds = <G extends string>(
  subject: Subject<G>,
  characters: Characters<G> | undefined,
  solver: LinearSolver,
): readonly LowerBound[] => {
  const orbits = orbitBounds(subject);
  if (characters === undefined) return orbits;
  const solved = programme(subject, characters, 0, solver, undefined);
  return [
    ...orbits,
    ...rankBounds(subject, characters, 0),
    ...(solved === undefined
      ? []
      : verified(subject, { kind: 'linear-programme', table: 0, multipliers: solved.multipliers })),
  ];
};

/** The bound of the linear programme on AC_wk at ε. */
export const weakLinearProgramme = <G extends string>(
  subject: Subject<G>,
  characters: Characters<G>,
  solver: LinearSolver,
  epsilon: Rational,
): { readonly value: bigint; readonly multipliers: readonly Rational[] } | undefined =>
  programme(subject, characters, 0, solver, epsilon);
