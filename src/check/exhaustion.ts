/**
 * Evidence *exhaustion* (MATHEMATICS.md 2.18): for a small group, no fewer than n elements are exact, because all sets of
 * fewer elements were tried. It has no data but n; the checker does the search.
 *
 * Exactness on monomials is a system of linear equations A ω = b with Σ ω = 1 among them. A translate of an exact scheme
 * is exact, so a smallest one uses e, and the columns of A at its elements are independent: otherwise a kernel vector,
 * added with a suitable factor, would remove one element and keep ω ≥ 0. For independent columns ω is determined. So it
 * is enough to try the independent sets S ∋ e of fewer than n columns: with signed weights none may have b in its span;
 * with probability weights none may have it in its cone. If b is in the span of S but not in the cone, no larger
 * independent set has it either, since ω stays the same.
 *
 * Elimination is fraction-free (Bareiss): every number is a minor, so Hadamard's bound, tested first, keeps all
 * intermediate integers exact in doubles.
 */
import * as E from 'fp-ts/lib/Either.js';
import { gcd, lcm } from '../algebra/integer.ts';
import { type Rational, rational, rationals } from '../algebra/rational.ts';
import type { Element } from '../group/group.ts';
import { listGroup } from '../group/listing.ts';
import { isMonomialAction } from '../representation/action.ts';
import { monomialModules, type TransitiveModule } from '../representation/module.ts';
import { type Established, exactAtLeast } from './established.ts';
import { declined, fromProblem, type Refusal, rejected } from './refusal.ts';
import { afford, type Subject } from './subject.ts';

/** Groups of more elements are declined. */
const orderLimit = 64;

/** A column for each element, and the right-hand side. */
interface Equations {
  readonly columns: readonly (readonly number[])[];
  readonly target: readonly number[];
}

/** The equations of exactness, row by row: the coefficients at the elements, then the right-hand side, all integers. */
const equationRows = <G extends string>(
  modules: readonly TransitiveModule<G>[],
  elements: readonly Element<G>[],
): readonly (readonly bigint[])[] => {
  const scale = modules.reduce((all, { size }) => lcm(all, BigInt(size)), 1n);
  const rows: bigint[][] = [[...elements.map(() => 1n), scale]];
  for (const { size, apply, invariant } of modules) {
    const moves = elements.map(apply);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) {
        const share = invariant === undefined ? 0n : (scale / BigInt(size)) * BigInt(invariant[i]! * invariant[j]!);
        rows.push([...moves.map(({ target, sign }) => (target[i] === j ? BigInt(sign[i]!) : 0n)), share]);
      }
  }
  return rows;
};

/** Rows of the list that are independent and span the others. */
const independentRows = (rows: readonly (readonly bigint[])[]): readonly (readonly bigint[])[] => {
  const kept: (readonly bigint[])[] = [];
  const echelon: { readonly pivot: number; readonly row: readonly bigint[] }[] = [];
  for (const row of rows) {
    let rest = [...row];
    for (const { pivot, row: other } of echelon) {
      const factor = rest[pivot]!;
      if (factor !== 0n) rest = rest.map((x, j) => x * other[pivot]! - factor * other[j]!);
    }
    const pivot = rest.findIndex((x) => x !== 0n);
    if (pivot < 0) continue;
    const divisor = rest.reduce((all, x) => gcd(all, x), 0n);
    echelon.push({ pivot, row: rest.map((x) => x / divisor) });
    kept.push(row);
  }
  return kept;
};

const equationsOf = <G extends string>(
  modules: readonly TransitiveModule<G>[],
  elements: readonly Element<G>[],
): Equations => {
  const rows = independentRows(equationRows(modules, elements));
  return {
    columns: elements.map((_, g) => rows.map((row) => Number(row[g]))),
    target: rows.map((row) => Number(row[elements.length])),
  };
};

/** The coefficients of the target in the columns of S, which are independent and have it in their span. */
const coefficients = ({ columns, target }: Equations, chosen: readonly number[]): readonly Rational[] => {
  const { sub, mul, zero, inverse } = rationals;
  const work = target.map((b, i) => [...chosen.map((g) => rational(BigInt(columns[g]![i]!))), rational(BigInt(b))]);
  chosen.forEach((_, at) => {
    const found = work.findIndex((row, i) => i >= at && row[at]!.numerator !== 0n);
    [work[at], work[found]] = [work[found]!, work[at]!];
    const scale = inverse(work[at]![at]!);
    if (scale._tag === 'None') throw new Error('coefficients: the columns are dependent');
    work[at] = work[at]!.map((x) => mul(x, scale.value));
    for (let i = 0; i < work.length; i++) {
      const factor = work[i]![at]!;
      if (i !== at && factor.numerator !== 0n) work[i] = work[i]!.map((x, j) => sub(x, mul(factor, work[at]![j]!)));
    }
  });
  return chosen.map((_, at) => work[at]![chosen.length] ?? zero);
};

/** Whether every product of two minors of at most so many columns, twice over, is an exact double. */
const minorsAreExact = ({ columns, target }: Equations, most: number): boolean => {
  const normOf = (column: readonly number[]): number => Math.sqrt(column.reduce((sum, x) => sum + x * x, 0));
  const greatest = columns.reduce((all, column) => Math.max(all, normOf(column)), 1);
  return 4 * (greatest ** most * Math.max(greatest, normOf(target))) ** 2 < 2 ** 52;
};

/** Sets that have b in their span but not in their cone: for each, rational weights are computed. */
const solutionLimit = 2000;

/**
 * Whether there is a set of at most `most` elements, e among them, on which the equations have a solution with those
 * weights; undefined if more than `solutionLimit` solutions had to be looked at. Growth: Σ_{j < most} C(|G| − 1, j) sets, each at most (columns · rows) multiplications.
 */
const hasSmallScheme = (equations: Equations, most: number, signed: boolean): boolean | undefined => {
  let solutions = 0;
  const height = equations.target.length;
  const width = equations.columns.length + 1;
  // One plane of all columns and the target for each depth, reduced by the columns chosen so far.
  const planes = Array.from({ length: most + 1 }, () => new Float64Array(width * height));
  [...equations.columns, equations.target].forEach((column, g) => {
    planes[0]!.set(column, g * height);
  });
  const targetAt = (width - 1) * height;
  const chosen: number[] = [];
  const search = (depth: number, next: number, previous: number): boolean => {
    const plane = planes[depth]!;
    for (let g = next; g < width - 1 && (depth > 0 || g === 0); g++) {
      const at = g * height;
      let pivot = 0;
      while (pivot < height && plane[at + pivot] === 0) pivot++;
      if (pivot === height) continue;
      const head = plane[at + pivot]!;
      const reduced = planes[depth + 1]!;
      for (let other = g + 1; other < width; other++) {
        const from = other * height;
        const factor = plane[from + pivot]!;
        for (let i = 0; i < height; i++)
          reduced[from + i] = (head * plane[from + i]! - factor * plane[at + i]!) / previous;
      }
      chosen.push(g);
      let solved = true;
      for (let i = 0; i < height && solved; i++) solved = reduced[targetAt + i] === 0;
      if (solved) {
        if (
          ++solutions > solutionLimit ||
          signed ||
          coefficients(equations, chosen).every(({ numerator }) => numerator >= 0n)
        )
          return true;
      } else if (depth + 1 < most && search(depth + 1, g + 1, head)) return true;
      chosen.pop();
    }
    return false;
  };
  const found = most > 0 && search(0, 0, 1);
  return solutions > solutionLimit ? undefined : found;
};

/** AC_ex ≥ size, for signed or for probability weights. */
export const checkExhaustion = <G extends string>(
  subject: Subject<G>,
  size: number,
  weights: 'signed' | 'probability',
): E.Either<Refusal, Established> => {
  const { instance, functions } = subject;
  if (functions.kind === 'all' || !isMonomialAction(instance.action))
    return rejected('evidence-not-applicable', 'exhaustion is for actions that permute coordinates, not for all');
  const listing = listGroup(instance.group, orderLimit);
  if (listing === undefined)
    return declined('group-limit', `exhaustion is for groups of at most ${orderLimit} elements`);
  const modules = monomialModules(instance, functions);
  if (E.isLeft(modules)) return fromProblem(modules.left, 'functions-notation', 'work-limit');
  const n = listing.size;
  if (size < 1 || size > n) return rejected('exhaustion-fails', `no scheme needs ${size} elements`);
  const equations = equationsOf(
    modules.right,
    Array.from({ length: n }, (_, index) => listing.unrank(index)),
  );
  let [sets, term] = [1, 1];
  for (let j = 1; j < size - 1; j++) {
    term = (term * (n - j)) / j;
    sets += term;
  }
  const solving = 2000 * solutionLimit * size ** 2;
  const affordable = afford(subject, 3 * sets * n * equations.target.length + solving, 'trying all sets of elements');
  if (E.isLeft(affordable)) return affordable;
  if (!minorsAreExact(equations, size))
    return declined('work-limit', `the minors of ${size} columns are too large to be exact here`);
  const smaller = hasSmallScheme(equations, size - 1, weights === 'signed');
  if (smaller === undefined)
    return declined('work-limit', `more than ${solutionLimit} sets have a solution whose signs must be looked at`);
  return smaller
    ? rejected('exhaustion-fails', `there is an exact scheme of fewer than ${size} elements`)
    : E.right(exactAtLeast(BigInt(size), weights, instance.group.order));
};
