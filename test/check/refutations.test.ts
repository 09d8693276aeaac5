/** What refutations rest on, against brute force: suborbits, divisibility, the largest multiplicities of eigenvalues. */
import { fc } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { rational } from '../../src/algebra/rational.ts';
import { maxMultiplicities } from '../../src/averaging/eigenvalueBounds.ts';
import { unlimited } from '../../src/check/allowance.ts';
import { checkDivisibility } from '../../src/check/divisibility.ts';
import { checkExact } from '../../src/check/exact.ts';
import { readClaimFile } from '../../src/check/index.ts';
import { subjectOf } from '../../src/check/subject.ts';
import { checkSuborbits } from '../../src/check/suborbits.ts';
import { listGroup } from '../../src/group/listing.ts';
import { cyclesOf } from '../../src/group/permutation.ts';
import { type Instance, parseInstance } from '../../src/representation/action.ts';
import { linearFunctions, polynomials } from '../../src/representation/functionClass.ts';
import { checkData, dataFor, documentOf } from '../support/certificates.ts';
import { fixed } from '../support/seed.ts';
import { right } from '../support/unwrap.ts';

const within = <R>(notation: string, use: <G extends string>(instance: Instance<G>) => R): R =>
  right(parseInstance(notation, (instance) => E.right(use(instance))));

const elementsOf = <G extends string>({ group }: Instance<G>) => {
  const listing = listGroup(group)!;
  return Array.from({ length: listing.size }, (_, i) => listing.unrank(i));
};

const permutationGroups = [
  'S2',
  'S3',
  'C3',
  'D4',
  'A4',
  'S4',
  'C5',
  'D5',
  'perm:(1,2,3,4,5);(1,2,4,3)',
  'A5',
  'perm:(1,2)(3,4,5)',
  'perm:(1,2);(3,4,5);(3,4)',
  'S4@regular',
  'B2@vertices',
  'PSL(2,5)',
  'perm:(1,2,3)',
];

describe('suborbits', () => {
  test.each(permutationGroups)('of %s are those of the stabilisers', (notation) => {
    within(notation, (instance) => {
      const { action } = instance;
      if (action.kind !== 'permutation') throw new Error('a permutation action is needed');
      const images = elementsOf(instance).map((g) => action.image(g));
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < action.dimension; i++) {
        const orbit = new Set(images.map((image) => image[i]!));
        const stabiliser = images.filter((image) => image[i] === i);
        for (const j of orbit) if (j !== i) least = Math.min(least, new Set(stabiliser.map((image) => image[j])).size);
      }
      const shown = right(checkSuborbits(subjectOf(instance, linearFunctions, unlimited), rational(99n, 100n)));
      // Of S2 both points are needed: 99/100 is below 1/(d − 1)² = 1.
      const value = BigInt(notation === 'S2' ? 2 : least);
      expect(shown).toEqual({ quantity: 'AC_same', epsilon: rational(99n, 100n), least: { value, for: 'signed' } });
    });
  });

  // The condition with h in the stabiliser of i and f = x_i: E x_i is fixed by the stabiliser. Fewer elements never do, but for the identity.
  test('fewer elements do not keep what stabilisers fix, with whatever weights: S4, pairs', () => {
    within('S4', (instance) => {
      const images = elementsOf(instance) as readonly ArrayLike<number>[];
      const keeps = (scheme: readonly (readonly [ArrayLike<number>, number])[]): boolean =>
        [0, 1, 2, 3].every((i) => {
          const column = [0, 0, 0, 0];
          for (const [g, weight] of scheme) column[g[i]!]! += weight;
          return images.filter((h) => h[i] === i).every((h) => column.every((x, j) => x === column[h[j]!]));
        });
      for (const [a, g] of images.entries())
        for (const h of images.slice(a + 1))
          for (const weight of [-3, -1, -0.5, 0.25, 0.5, 0.75, 1.5, 3])
            expect(
              keeps([
                [g, weight],
                [h, 1 - weight],
              ]),
            ).toBe(false);
      // Three do: the powers of a 4-cycle other than the identity.
      const cycle = images.find((g) => g[0] === 1 && g[1] === 2 && g[2] === 3 && g[3] === 0)!;
      const square = [0, 1, 2, 3].map((i) => cycle[cycle[i]!]!);
      const cube = [0, 1, 2, 3].map((i) => cycle[square[i]!]!);
      expect(keeps([cycle, square, cube].map((g) => [g, 1 / 3] as const))).toBe(true);
    });
  });
});

describe('divisibility', () => {
  // Every multiset of up to 7 elements of S3, every one of up to 5 of A4: the exact ones have multiples of the bound.
  test.each([
    ['S3', 'poly:1', 7, polynomials(1), [[1, 0, 0]]],
    [
      'S3',
      'poly:2',
      7,
      polynomials(2),
      [
        [1, 0, 0],
        [1, 1, 0],
      ],
    ],
    ['A4', 'poly:1', 5, polynomials(1), [[1, 0, 0, 0]]],
    ['D4', 'poly:1', 6, polynomials(1), [[1, 0, 0, 0]]],
    [
      'perm:(1,2)(3,4,5)',
      'poly:1',
      7,
      polynomials(1),
      [
        [1, 0, 0, 0, 0],
        [0, 0, 1, 0, 0],
      ],
    ],
  ] as const)('%s on %s: sizes of exact averages', (notation, _, most, functions, monomials) => {
    within(notation, (instance) => {
      const subject = subjectOf(instance, functions, unlimited);
      const bound = Number(right(checkDivisibility(subject, monomials)).least!.value);
      const elements = elementsOf(instance).map(instance.group.show);
      let exact = 0;
      const extend = (chosen: readonly number[]): void => {
        if (chosen.length > 0) {
          const scheme = { elements: chosen.map((i) => elements[i]!) };
          if (E.isRight(checkExact(subject, { kind: 'scheme', scheme }))) {
            exact++;
            expect(chosen.length % bound).toBe(0);
          }
        }
        if (chosen.length < most) for (let i = chosen.at(-1) ?? 0; i < elements.length; i++) extend([...chosen, i]);
      };
      // One can be taken to be the identity: divide by it.
      extend([0]);
      expect(exact).toBeGreaterThan(0);
    });
  });
});

describe('the largest multiplicities', () => {
  const byCycles = (notation: string): ReadonlyMap<number, number> =>
    within(notation, (instance) => {
      const { action } = instance;
      if (action.kind !== 'permutation') throw new Error('a permutation action is needed');
      const found = new Map<number, number>();
      for (const g of elementsOf(instance)) {
        const lengths = cyclesOf(action.image(g)).map((cycle) => cycle.length);
        for (let m = 1; m <= action.dimension; m++) {
          const count = lengths.filter((length) => length % m === 0).length;
          if (count > 0) found.set(m, Math.max(found.get(m) ?? 0, count));
        }
      }
      return new Map([...found].sort());
    });
  test.each([
    'S1',
    'S2',
    'S3',
    'S4',
    'S5',
    'S6',
    'S7',
    'A2',
    'A3',
    'A4',
    'A5',
    'A6',
    'A7',
    'C6',
    'D6',
    'S4@regular',
    'PSL(2,7)',
    'perm:(1,2,3)(4,5)',
  ])('of %s are those of the cycle types', (notation) => {
    expect(new Map([...within(notation, maxMultiplicities)!].sort())).toEqual(byCycles(notation));
  });
  test.each([
    ['C3@plane', 'perm:(1,2,3)@matrices:1:[[0,-1],[1,-1]]'],
    ['C4@plane', 'perm:(1,2,3,4)@matrices:1:[[0,-1],[1,0]]'],
    ['D3@plane', 'perm:(1,2,3);(2,3)@matrices:1:[[0,-1],[1,-1]];[[0,1],[1,0]]'],
    ['B2', 'D4@plane'],
    ['Z2^2', 'perm:(1,2);(3,4)@matrices:1:[[-1,0],[0,1]];[[1,0],[0,-1]]'],
    ['B3', 'Oh'],
    ['B2', 'perm:[2,1];[-1,2]'],
    ['B3', 'perm:[2,3,1];[2,1,3];[-1,2,3]'],
  ])('of %s are those of %s', (a, b) => {
    const sorted = (notation: string) => [...within(notation, maxMultiplicities)!].sort(([m], [n]) => m - n);
    expect(sorted(a)).toEqual(sorted(b));
  });
});

describe('a refutation', () => {
  const data = dataFor({ topic: 'exact', group: 'S4', functions: 'poly:3' });
  const numbers = [
    'order',
    'dim',
    'classes',
    'exponent',
    'threshold',
    'sum(M)',
    'count(M)',
    'ACex(poly(3))',
    'sharperBound',
    '2',
    '12',
  ];
  const value: Readonly<Record<string, number>> = {
    order: 24,
    dim: 4,
    classes: 5,
    exponent: 12,
    threshold: 6,
    'sum(M)': 10,
    'count(M)': 6,
    'ACex(poly(3))': 12,
    sharperBound: 6,
    2: 2,
    12: 12,
  };

  test('is never accepted for a true statement, whatever is known: S4', () => {
    // The true values, by hand; threshold is unknown to this certificate, as it has no claim about it.
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.constantFrom(...numbers),
        fc.constantFrom('<', '<=', '=', '!=', '>=', '>'),
        fc.boolean(),
        (a, b, relation, negated) => {
          const order = Math.sign(value[a]! - value[b]!);
          const holds = {
            '<': order < 0,
            '<=': order <= 0,
            '=': order === 0,
            '!=': order !== 0,
            '>=': order >= 0,
            '>': order > 0,
          }[relation]!;
          const not = `${negated ? 'not ' : ''}${a} ${relation} ${b}`;
          const report = checkData({ ...data, not });
          if (report.verdict === 'accepted') {
            accepted++;
            expect(holds === negated, not).toBe(true);
          } else expect(['statement-true', 'statement-undecided']).toContain(report.code);
        },
      ),
      fixed(400),
    );
    expect(accepted).toBeGreaterThan(100);
  });

  test('is asked for in a claim file as it is written in a certificate', () => {
    const code = (more: object): string => {
      const read = readClaimFile(JSON.stringify({ group: 'S3', functions: 'all', claims: [], ...more }));
      return E.isLeft(read) ? read.left.code : 'ok';
    };
    expect(code({ not: 'abelian' })).toBe('ok');
    expect(code({ not: 'ACex(poly(k)) = 1', parameters: { k: '2' } })).toBe('ok');
    expect(code({ not: 'ACex(k) = 1', parameters: { k: '2' } })).toBe('statement-syntax');
    expect(code({ not: 'ACex(poly(k)) = 1' })).toBe('statement-parameters');
    expect(code({ parameters: { k: '2' } })).toBe('statement-parameters');
    expect(code({})).toBe('schema');
  });

  // Each asks for much; each must be answered.
  test.each([
    ['Z2^1000', 'abelian and exponent < 0', 'accepted'],
    ['Q8xZ2^900', 'abelian', 'rejected'],
    ['Z2^20', 'simple', 'accepted'],
    ['Z2^20', 'classes < 0', 'accepted'],
    ['C100000@plane', 'sum(M) < 0', 'accepted'],
    ['C100000', 'sum(M) < 0', 'rejected'],
    ['S1000', `log2(${'order + '.repeat(110)}1) < 0`, 'accepted'],
    ['S1000', `${'order * '.repeat(100)}1 < 0`, 'declined'],
    ['S1000', `${'order - '.repeat(120)}order < 0`, 'rejected'],
    ['S300', `min(${'order/7 + 1/order, '.repeat(50)}3) < 0`, 'accepted'],
    ['rubik', 'exponent < 0', 'accepted'],
    ['M24', 'simple', 'rejected'],
    ['S2', 'M(9007199254740991) > 0', 'accepted'],
    ['S2', 'M(9007199254740993) > 0', 'rejected'],
    ['S2', 'ACex(poly(1000000)) > 2', 'accepted'],
    ['S2', 'ACex(poly(1000001)) > 2', 'rejected'],
    ['S2', 'ACex(poly(-1)) > 2', 'rejected'],
    ['S2', 'ACex(poly(1/2)) > 2', 'rejected'],
    ['S2', 'ACwk(F, -1/2) > 2', 'rejected'],
  ])('%s: %s is %s', (group, not, verdict) => {
    expect(checkData({ ...documentOf(group, 'all'), not }).verdict).toBe(verdict);
  });
});
