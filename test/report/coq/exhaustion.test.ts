import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { randomSource } from '../../../src/probe/random.ts';
import { coqFile } from '../../../src/report/coq/coqFile.ts';
import { type CoveringProblem, coveringTree, membersOf, type Tree } from '../../../src/report/coq/coveringTree.ts';
import { dot, nearestPoint } from '../../../src/report/coq/nearestPoint.ts';
import { certificateOf, exact } from '../../probe/support.ts';
import { right } from '../../support/unwrap.ts';

describe('the nearest point', () => {
  test.each([false, true])('is nearest: in a span %s', (inSpan) => {
    const random = randomSource(7);
    for (let round = 0; round < 50; round++) {
      const height = 2 + random.below(6);
      const vector = () => Float64Array.from({ length: height }, () => random.below(7) - 3);
      const columns = Array.from({ length: 1 + random.below(9) }, vector);
      const target = vector();
      const { active, coefficients, residual } = nearestPoint(columns, target, [...columns.keys()], inSpan);
      columns.forEach((column, j) => {
        const product = dot(column, residual);
        expect(product).toBeLessThan(1e-6);
        if (inSpan || active.includes(j)) expect(Math.abs(product)).toBeLessThan(1e-6);
      });
      if (!inSpan) for (const x of coefficients) expect(x).toBeGreaterThan(0);
      target.forEach((b, i) => {
        const sum = active.reduce((all, j, at) => all + coefficients[at]! * columns[j]![i]!, residual[i]!);
        expect(sum).toBeCloseTo(b, 6);
      });
    }
  });
});

/** The system of a cyclic group on the indicators of the cosets of its subgroup of index m. */
const cosets = (order: number, m: number): CoveringProblem => ({
  columns: Array.from({ length: order }, (_, g) =>
    Float64Array.from({ length: m }, (__, coset) => (g % m === coset ? 1 : 0)),
  ),
  target: new Float64Array(m).fill(1),
  signed: false,
  symmetries: [Uint8Array.from({ length: order }, (_, g) => (g + 1) % order)],
});

/** Whether some branch of the tree remains for a set: what each function strikes meets it. */
const refutes = (tree: Tree, set: readonly number[], size: number): boolean => {
  const meets = (struck: bigint) => membersOf(struck, size).some((i) => set.includes(i));
  if (tree.kind === 'cover') return tree.strikes.some(([struck]) => !meets(struck));
  return !meets(tree.struck) || tree.children.some(([i, child]) => set.includes(i) && refutes(child, set, size));
};

describe('a tree', () => {
  test('refutes every set that misses a coset, and there is none for as many elements as cosets', () => {
    const problem = cosets(12, 4);
    const tree = coveringTree(problem, 4)!;
    for (let a = 1; a < 12; a++)
      for (let b = a + 1; b < 12; b++) expect([a, b, refutes(tree, [0, a, b], 12)]).toEqual([a, b, true]);
    expect(coveringTree(problem, 5)).toBeUndefined();
  });
});

describe('exhaustion in Coq', () => {
  const claim = (value: number, weights: 'probability' | 'signed') =>
    certificateOf('S3xC4', 'linear', exact('>=', value, { kind: 'exhaustion', size: `${value}`, weights }, weights));

  test.each(['probability', 'signed'] as const)('states the claim, for %s weights', (weights) => {
    const { theorems, text } = right(coqFile(claim(6, weights), 'id'));
    expect(theorems.map(({ statement }) => statement)).toEqual([
      `at_least G ${weights} (exact G (polynomials R 7 7 [:: 1])) 6`,
    ]);
    expect(text).toContain('By exhaustion.exhausted_sound.');
  });

  test('a set that is exact leaves nothing to state', () => {
    expect(coqFile(claim(7, 'signed'), 'id')).toEqual(
      E.left(expect.stringMatching(/^no tree of at most 400 nodes that excludes/)),
    );
  });
});
