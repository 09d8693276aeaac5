import * as E from 'fp-ts/lib/Either.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { rational, rationals, showRational } from '../../src/algebra/rational.ts';
import { unlimited } from '../../src/check/allowance.ts';
import { checkExact } from '../../src/check/exact.ts';
import { subjectOf } from '../../src/check/subject.ts';
import { exactUpperBounds, type UpperBounds, type UpperOptions } from '../../src/prove/exactUpper.ts';
import { type LinearSolver, loadLinearSolver } from '../../src/prove/linearSolver.ts';
import { solveRational } from '../../src/prove/rationalSystem.ts';
import { reduceSystem } from '../../src/prove/reducedSystem.ts';
import { parseInstance } from '../../src/representation/action.ts';
import { type FunctionClass, parseFunctionClass } from '../../src/representation/functionClass.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

const classNamed = (text: string): FunctionClass => {
  const read = parseFunctionClass(text);
  if (E.isLeft(read)) throw new Error(text);
  return read.right;
};

const polynomialsUpTo = (k: number): readonly string[] => Array.from({ length: k }, (_, i) => `poly:${i + 1}`);

/** The bounds, after asking the checker about each again. */
const boundsOf = (
  notation: string,
  classes: readonly string[],
  limits: UpperOptions['limits'] = {},
): readonly UpperBounds[] => {
  let result: readonly UpperBounds[] = [];
  const done = parseInstance(notation, (instance) => {
    const chain = classes.map(classNamed);
    result = exactUpperBounds(instance, chain, { solver, seed: 'test', progress: () => {}, limits });
    result.forEach((bounds, i) => {
      for (const { size, weights, evidence } of Object.values(bounds)) {
        const checked = checkExact(subjectOf(instance, chain[i]!, unlimited), evidence);
        expect(checked).toMatchObject({ right: { quantity: 'AC_ex', most: { value: size, for: weights } } });
        expect(size < instance.group.order).toBe(true);
      }
    });
    return E.right(undefined);
  });
  expect(E.isRight(done)).toBe(true);
  return result;
};

/** Sizes for probability weights, the order of the group as 0. */
const sizes = (bounds: readonly UpperBounds[]): readonly number[] =>
  bounds.map(({ probability }) => Number(probability?.size ?? 0n));

describe('upper bounds on AC_ex', () => {
  it('finds all numbers of S4: 10 and not 6 for poly:2, 9 with signs', () => {
    const bounds = boundsOf('S4', polynomialsUpTo(6));
    expect(sizes(bounds)).toEqual([4, 10, 12, 12, 12, 0]);
    expect(bounds.map(({ signed }) => signed?.size)).toEqual([
      undefined,
      9n,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(bounds[1]!.probability!.weights).toBe('probability');
    expect(bounds[2]!.probability!.weights).toBe('uniform');
  });

  it('finds sharply homogeneous and transitive sets in S5', () => {
    const bounds = boundsOf('S5', polynomialsUpTo(10), { symmetries: 40 });
    expect(sizes(bounds)).toEqual([5, 10, 20, 60, 60, 60, 60, 60, 60, 0]);
    expect(bounds[8]!.probability!.evidence.kind).toBe('subgroup');
  });

  it('serves pointwise classes and maps', () => {
    expect(sizes(boundsOf('S3', ['pointwise:1', 'pointwise:2']))).toEqual([3, 3]);
    expect(sizes(boundsOf('S4', ['linear', 'maps:linear→linear']))).toEqual([4, 12]);
  });

  it('serves the plane, unfaithful actions and irrational characters', () => {
    expect(sizes(boundsOf('C12@plane', polynomialsUpTo(6)))).toEqual([2, 3, 4, 6, 6, 0]);
    expect(sizes(boundsOf('D6@plane', polynomialsUpTo(3)))).toEqual([2, 3, 6]);
    expect(sizes(boundsOf('S5@sign', ['linear', 'poly:3'], { symmetries: 5 }))).toEqual([2, 2]);
  });

  it('needs one element for constants, and knows nothing smaller than the group where every element is needed', () => {
    expect(sizes(boundsOf('S3', ['poly:0', 'poly:3']))).toEqual([1, 0]);
    expect(sizes(boundsOf('Q8', ['poly:2']))).toEqual([0]);
    expect(boundsOf('S3', [])).toEqual([]);
  });

  it('uses stabiliser chains for groups too large to list', () => {
    const bounds = boundsOf('S12', polynomialsUpTo(3));
    expect(sizes(bounds)[0]).toBe(12);
    // PSL(2,11) is 2-transitive and 3-homogeneous on 12 points.
    expect(sizes(bounds)[2]).toBe(660);
    expect(bounds[2]!.probability!.evidence.kind).toBe('subgroup');
  });

  it('takes determinants where monomials are too many', () => {
    const bounds = boundsOf('S12', ['poly:65']);
    expect(bounds[0]!.probability).toMatchObject({ size: 239500800n, evidence: { kind: 'reflections' } });
  });

  it('finds the same for the same seed', () => {
    const run = (): string =>
      JSON.stringify(boundsOf('S5', ['poly:2'], { symmetries: 20 }), (_, x) => (typeof x === 'bigint' ? `${x}` : x));
    expect(run()).toBe(run());
  });
});

describe('exact linear systems', () => {
  it('solves over the rationals', () => {
    expect(
      solveRational(
        [
          [2n, 1n],
          [1n, 3n],
        ],
        1n,
      )?.map(showRational),
    ).toEqual(['2/5', '1/5']);
    expect(solveRational([[2n], [3n]], 1n)).toBeUndefined();
    const large = solveRational([[10n ** 40n + 1n]], 1n)!;
    expect(rationals.equals(large[0]!, rational(1n, 10n ** 40n + 1n))).toBe(true);
  });

  it('reduces systems and sees contradictions', () => {
    expect(
      reduceSystem(
        [
          [2, 1, 0],
          [4, 2, 0],
        ],
        1,
      ),
    ).toBeUndefined();
    const reduced = reduceSystem([[1, 1, 0], [0, 1, 1], [2, 2, 0].map((x) => x / 2)], 1)!;
    expect(reduced.rows).toHaveLength(2);
  });
});

describe('the linear solver', () => {
  it('solves linear and mixed-integer programmes', () => {
    const programme = {
      maximise: true,
      objective: [1, 1],
      rows: [
        { coefficients: [1, 2], most: 4 },
        { coefficients: [3, 1], most: 6 },
      ],
      variables: [{ least: 0 }, { least: 0 }],
    };
    const relaxed = solver.solve(programme);
    expect(relaxed.status).toBe('optimal');
    expect(relaxed.objective).toBeCloseTo(2.8);
    expect(relaxed.duals[0]).toBeCloseTo(0.4);
    const integral = solver.solve({ ...programme, variables: [{ least: 0, integer: true }, { least: 0 }] });
    expect(integral.values).toEqual([1, 1.5]);
    expect(integral.duals).toEqual([]);
  });

  it('says what went wrong', () => {
    const variables = [{}];
    expect(solver.solve({ maximise: true, objective: [1], rows: [], variables }).status).toBe('unbounded');
    const contradiction = [
      { coefficients: [1], columns: [0], least: 1 },
      { coefficients: [1], most: 0 },
    ];
    expect(solver.solve({ maximise: true, objective: [1], rows: contradiction, variables }).status).toBe('infeasible');
  });
});
