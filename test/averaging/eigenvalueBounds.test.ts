/** The eigenvalue bounds of MATHEMATICS.md 2.4, against eigenvalue multiplicities counted from traces in doubles. */
import { describe, expect, test } from 'vitest';
import { eigenvalueBounds } from '../../src/averaging/eigenvalueBounds.ts';
import type { Element } from '../../src/group/group.ts';
import { listGroup } from '../../src/group/listing.ts';
import type { Instance } from '../../src/representation/action.ts';
import { matrixOf, planeMatrix, realMatrix } from '../support/actions.ts';
import { withInstance } from '../support/groups.ts';

const bounds = (name: string): readonly string[] | undefined =>
  withInstance(name, (instance) => {
    const found = eigenvalueBounds(instance);
    return found === undefined ? undefined : [`${found.paper}`, `${found.sharper}`];
  });

/** The same from the definition: the multiplicity of ζ^a, ζ = e^{2πi/s}, in ρ(g) is the mean of tr ρ(g^k) ζ^{−ak}. */
const byTraces = <G extends string>({ group, action }: Instance<G>): readonly string[] => {
  const listing = listGroup(group)!;
  const trace = (g: Element<G>): number => {
    const matrix =
      action.kind === 'plane'
        ? planeMatrix(action, g)
        : action.kind === 'matrix'
          ? realMatrix(action, g)
          : matrixOf(action, g).map((row) => row.map(Number));
    return matrix.reduce((sum, row, i) => sum + row[i]!, 0);
  };
  const most = new Map<string, number>();
  for (let rank = 0; rank < listing.size; rank++) {
    const powers = [group.empty];
    const g = listing.unrank(rank);
    for (let x = g; !group.equals(x, group.empty); x = group.concat(x, g)) powers.push(x);
    const s = powers.length;
    const traces = powers.map(trace);
    for (let a = 0; a < s; a++) {
      const count = Math.round(traces.reduce((sum, x, k) => sum + x * Math.cos((2 * Math.PI * a * k) / s), 0) / s);
      const eigenvalue = (a / s).toFixed(9);
      most.set(eigenvalue, Math.max(most.get(eigenvalue) ?? 0, count));
    }
  }
  const sum = [...most.values()].reduce((total, count) => total + count, 0);
  const order = Number(group.order);
  return [Math.min(order, sum - 1), Math.min(order - 1, sum - action.dimension)].map(String);
};

describe('against traces', () => {
  test.each([
    'S4',
    'A5',
    'B3',
    'Z2^3',
    'Q8',
    'S3xC4',
    'D5@plane',
    'D6@plane',
    'C7@plane',
    'T',
    'Th',
    'Td@space',
    'O@space',
    'Oh',
    'I',
    'I@space',
    'Ih@space',
    'S3@regular',
    'perm:(1,2,3);(1,2)@images:(1,2,3);(2,3)',
    'perm:(1,2,3);(1,2)@images:[2,3,1];[-2,-1,-3]',
    'perm:(1,2,3,4)@matrices:1:[[0,-1],[1,0]]',
    'perm:(1,2,3,4,5);(2,5)(3,4)@matrices:5:[[-1-z^2-z^3,-1],[1,0]];[[0,1],[1,0]]',
    'perm:(1,2);(2,3);(3,4)@matrices:1:[[-1,1,0],[0,1,0],[0,0,1]];[[1,0,0],[1,-1,1],[0,0,1]];[[1,0,0],[0,1,0],[0,1,-1]]',
  ])('%s', (name) => {
    expect(bounds(name)).toEqual(withInstance(name, byTraces));
  });
});

describe('known values', () => {
  test('the sharper bound of a reflection group on ℝ³ is at least its number of mirrors', () => {
    expect(bounds('Ih@space')).toEqual(['17', '15']);
    expect(bounds('Oh@space')?.[1]).toBe('9');
  });

  test('equal representations have equal bounds, as permutations or as matrices', () => {
    const permuted = 'perm:(1,2,3);(1,2)@matrices:1:[[0,0,1],[1,0,0],[0,1,0]];[[0,1,0],[1,0,0],[0,0,1]]';
    expect(bounds(permuted)).toEqual(bounds('S3'));
  });

  test('a natural-looking action that is not natural is not taken for the natural one', () => {
    // S3 acting through three points out of four, S4's shape without S4.
    expect(bounds('perm:(1,2,3,4);(1,2)@images:(1,3);(2,3)')).toBeUndefined();
  });

  test.each(['A3@sign', 'S4@sign', 'perm:(1,2,3);(1,2)@images:();(1,2)', 'perm:(1,2)@matrices:1:[[1]]'])(
    '%s is not faithful: no bounds',
    (name) => {
      expect(bounds(name)).toBeUndefined();
    },
  );
});
