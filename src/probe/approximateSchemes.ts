/**
 * Upper bounds on AC_wk and AC_st by a scheme: is E_g‖E_ωf − g·E_ωf‖² ≤ ε·E_g‖f − g·f‖² (weak), or
 * ‖E_ωf − h·E_ωf‖² ≤ ε·E_g‖f − g·f‖² for every h (strong)? The probe evaluates both sides for random sparse functions,
 * which shrink, and for functions that power iteration makes as bad as it can. The norm is the sum of the squares of
 * the coordinates in a basis that the group permutes up to sign (`basis.ts`), which is invariant.
 */
import fc from 'fast-check';
import { approximate, type Rational, showRational } from '../algebra/rational.ts';
import { type Scheme, schemeSize } from '../averaging/scheme.ts';
import type { FiniteGroup } from '../group/group.ts';
import type { Basis, FunctionSpace } from './basis.ts';
import { type Judge, type Judgement, judging, tableLimit } from './defect.ts';
import { elementArbitrary } from './elements.ts';
import { showSum } from './monomials.ts';
import { type Coordinates, improvedFunction, type Orbit, orbitLimit, orbitsWithin } from './orbits.ts';
import { type Effort, type Finding, falsified, notProbed, survived } from './outcome.ts';
import { randomSource } from './random.ts';

const simpleWork = 4e7;
const improvedOrbits = 40;

const showFunction = <G extends string>(basis: Basis<G>, f: Coordinates): string =>
  showSum(f.indices.map((i, at) => ({ coefficient: f.values[at]!, text: basis.label(i) })));

/** Adds up coefficients at equal indices and leaves out zeros. */
const collected = (pairs: readonly (readonly [number, number])[]): Coordinates => {
  const values = new Map<number, number>();
  for (const [i, value] of pairs) values.set(i, (values.get(i) ?? 0) + value);
  const kept = [...values].filter(([, value]) => value !== 0);
  return { indices: kept.map(([i]) => i), values: kept.map(([, value]) => value) };
};

/** Sums of at most four translates of the starts of some orbits, with small coefficients. */
const sparseFunctions = <G extends string>(
  group: FiniteGroup<G>,
  space: FunctionSpace<G>,
  starts: readonly number[],
): fc.Arbitrary<Coordinates> => {
  const term = fc.record({
    start: fc.constantFrom(...starts),
    g: elementArbitrary(group),
    coefficient: fc.integer({ min: -3, max: 3 }),
  });
  const pairOf = ({ start, g, coefficient }: typeof term extends fc.Arbitrary<infer T> ? T : never) => {
    const moved = space.basis.move(g, start);
    return [moved < 0 ? ~moved : moved, moved < 0 ? -coefficient : coefficient] as const;
  };
  const difference = fc.tuple(fc.constantFrom(...starts), elementArbitrary(group)).map(([start, g]) => {
    const [i, value] = pairOf({ start, g, coefficient: -1 });
    return collected([
      [start, 1],
      [i, value],
    ]);
  });
  return fc.oneof(
    fc.array(term, { minLength: 1, maxLength: 4 }).map((terms) => collected(terms.map(pairOf))),
    difference,
  );
};

/** Which improved function of an orbit, and its greatest coefficient, towards 1 of which fast-check shrinks. */
const improvements = fc.record({
  attempt: fc.noShrink(fc.nat(1)),
  digits: fc.noBias(fc.integer({ min: 1, max: 4000 })),
});
type Improvement = typeof improvements extends fc.Arbitrary<infer T> ? T : never;
const sharpest: Improvement = { attempt: 0, digits: 4000 };

/** Integer multiples of the improved functions of an orbit, rounded. */
const improvedFunctions = <G extends string>(
  space: FunctionSpace<G>,
  orbit: Orbit,
  scheme: Scheme<G>,
  seed: number,
): ((choice: Improvement) => Coordinates) => {
  const known = new Map<number, Float64Array>();
  return ({ attempt, digits }) => {
    const v = known.get(attempt) ?? improvedFunction(space.basis, orbit, scheme, randomSource(seed + attempt));
    known.set(attempt, v);
    return collected(orbit.indices.map((i, at) => [i, Math.round(v[at]! * digits)] as const));
  };
};

/** What was seen while judging; kept outside the property so that the message can tell. */
interface Record {
  worst: number;
  judged: number;
}

const watched =
  (judge: Judge, record: Record) =>
  (f: Coordinates): Judgement => {
    const judgement = judge(f);
    record.judged++;
    if (judgement.ratio > record.worst) record.worst = judgement.ratio;
    return judgement;
  };

const violation = <G extends string>(
  basis: Basis<G>,
  scheme: Scheme<G>,
  f: Coordinates,
  judgement: Judgement,
  epsilon: Rational,
  strong: boolean,
  method: string,
): string => {
  const left = strong ? `‖E_ωf − h·E_ωf‖² with h = ${judgement.worst}` : 'E_g‖E_ωf − g·E_ωf‖²';
  return (
    `the scheme of ${schemeSize(scheme)} elements misses ε = ${showRational(epsilon)}: with f = ${showFunction(basis, f)}, ` +
    `${left} is ${judgement.ratio.toPrecision(6)} times E_g‖f − g·f‖² (${method})`
  );
};

/** Tries to find f (and h) that violate the weak or strong condition. */
export const probeApproximation = <G extends string>(
  group: FiniteGroup<G>,
  space: FunctionSpace<G>,
  scheme: Scheme<G>,
  epsilon: Rational,
  strong: boolean,
  effort: Effort,
): Finding => {
  const { basis } = space;
  const listable = group.order <= 50_000n;
  const allowance = listable ? Math.floor(tableLimit / Number(group.order)) : 4 * orbitLimit;
  let { orbits, left } = orbitsWithin(group, space, allowance);
  if (orbits.length === 0) ({ orbits, left } = orbitsWithin(group, space, 4 * orbitLimit));
  if (orbits.length === 0) return notProbed('the translates of every function tried are too many to handle');
  const dimension = orbits.reduce((sum, orbit) => sum + orbit.indices.length, 0);
  const way = judging(group, basis, dimension, scheme, epsilon, strong, effort.seedFor('sampling'));
  if (way === undefined) return notProbed(`no uniform elements of ${group.notation} could be drawn`);
  const record: Record = { worst: 0, judged: 0 };
  const judge = watched(way.judge, record);
  const starts = orbits.map((orbit) => orbit.indices[0]!);
  const cost = (listable ? Number(group.order) : 20_000) * Math.min(3 * schemeSize(scheme), dimension);
  const numRuns = Math.max(4, Math.min(effort.runs, Math.floor(simpleWork / cost)));

  const search = <C>(
    choices: fc.Arbitrary<C>,
    functionOf: (choice: C) => Coordinates,
    parameters: fc.Parameters<[C]>,
  ): Finding | undefined => {
    const details = fc.check(
      fc.property(choices, (choice) => !judge(functionOf(choice)).violated),
      parameters,
    );
    if (!details.failed) return undefined;
    if (details.counterexample === null) throw new Error('probing failed', { cause: details.errorInstance });
    const f = functionOf(details.counterexample[0]);
    return falsified(record.judged, violation(basis, scheme, f, way.judge(f), epsilon, strong, way.method));
  };

  const sparse = sparseFunctions(group, space, starts);
  const simple = search(sparse, (f) => f, { seed: effort.seedFor('sparse'), numRuns });
  if (simple !== undefined) return simple;
  const large = orbits.slice(-improvedOrbits);
  for (const [index, orbit] of large.entries()) {
    if (orbit.indices.length < 2 && orbit.signs !== undefined) continue;
    const functionOf = improvedFunctions(space, orbit, scheme, effort.seedFor(`improved ${index}`));
    const found = search(improvements, functionOf, {
      seed: effort.seedFor(`digits ${index}`),
      numRuns: 2,
      examples: [[sharpest]],
    });
    if (found !== undefined) return found;
  }
  const part = left === 0 && space.complete && large.length === orbits.length ? '' : ', from part of the class';
  return survived(
    record.judged,
    `${record.judged} functions${part}, the worst found by power iteration: the ratio of the two sides reached ` +
      `${record.worst.toPrecision(4)} of ε = ${approximate(epsilon).toPrecision(4)} (${way.method})`,
  );
};
