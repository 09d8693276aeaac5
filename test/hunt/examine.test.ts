/** Statements decided on instances: the counterexamples of MATHEMATICS.md section 5, and never against what is known. */

import * as E from 'fp-ts/lib/Either.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseRational } from '../../src/algebra/rational.ts';
import { checkText, readCertificate } from '../../src/check/index.ts';
import { claim } from '../../src/conjecture/build.ts';
import { evaluate, type Quantities } from '../../src/conjecture/evaluate.ts';
import { type Statement, showStatement } from '../../src/conjecture/expression.ts';
import { compare } from '../../src/conjecture/interval.ts';
import { parseStatement } from '../../src/conjecture/parse.ts';
import { decide } from '../../src/hunt/decide.ts';
import { examine, type Outcome } from '../../src/hunt/examine.ts';
import { parsePlaces } from '../../src/hunt/places.ts';
import { shrinkGroup } from '../../src/hunt/shrink.ts';
import { type LinearSolver, loadLinearSolver } from '../../src/prove/linearSolver.ts';
import { explainCertificate } from '../../src/report/explain.ts';
import { parseInstance } from '../../src/representation/action.ts';
import { allFunctions } from '../../src/representation/functionClass.ts';
import { right, some } from '../support/unwrap.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});
const progress = (): void => undefined;

interface Where {
  readonly k?: number;
  readonly eps?: string;
  readonly functions?: string;
}

const on = (statement: Statement, group: string, { k, eps, functions = 'all' }: Where = {}): Outcome =>
  right(
    examine(
      statement,
      { group, functions, k, eps: eps === undefined ? undefined : some(parseRational(eps)) },
      { seed: 'test', minimize: false, solver, progress },
    ),
  );

const read = (text: string): Statement => right(parseStatement(text));

/** The first instance on which the statement is false; every certificate is accepted, and explained as one. */
const smallest = (text: string, groups: string, where?: Where): string | undefined => {
  for (const { notation } of right(parsePlaces(groups, '0'))) {
    const outcome = on(read(text), notation, where);
    if (outcome.truth !== 'false') continue;
    expect(checkText(outcome.found.text)).toMatchObject({ verdict: 'accepted', id: outcome.found.id });
    const explained = explainCertificate(right(readCertificate(outcome.found.text)));
    expect(explained).toContain('The statement refuted');
    expect(explained).toContain('is false');
    return notation;
  }
  return undefined;
};

describe('the counterexamples of section 5, smallest first', () => {
  const known: readonly (readonly [string, string, string | undefined, Where?])[] = [
    ['threshold <= sum(M) - count(M)', 'transitive:1..4', 'S3'],
    ['threshold <= sum(M) - count(M)', 'C1..C8@plane', 'C5@plane'],
    ['if faithful then ACex(pointwise(paperBound)) = order', 'transitive:1..4', 'S3'],
    ['threshold = sum(M) - 1', 'S2..S6', 'S2'],
    ['ACsame(linear, eps) <= ACwk(linear, eps)', 'S2..S5', 'S4', { eps: '1/2' }],
    ['ACwk(1/2) >= log2(order)', 'A4', 'A4'],
    ['ACex(k, uniform) <= ACex(k)', 'D4,A4,S4', 'S4', { k: 2 }],
    // And what is true.
    ['threshold <= sharperBound', 'transitive:1..6', undefined],
    ['threshold <= paperBound', 'transitive:1..6,C1..C9@plane,Z2^1..Z2^3,B1..B3', undefined],
    ['if not abelian then classes < order', 'order:1..12', undefined],
    ['divides(exponent, order)', 'order:1..16', undefined],
    ['abelian or sumDegrees < order', 'order:1..12', undefined],
  ];
  test.each(known.map((row) => [`${row[0]} on ${row[1]}: ${row[2] ?? 'none'}`, row] as const))(
    '%s',
    (_, [text, groups, expected, where]) => {
      expect(smallest(text, groups, where)).toBe(expected);
    },
  );
});

describe('quantities', () => {
  test.each([
    ['S4', 'order = 24 and dim = 4 and classes = 5 and exponent = 12 and sumDegrees = 10 and transitive and faithful'],
    ['A5', 'simple and not abelian and classes = 5 and exponent = 30 and sumDegrees = 16'],
    ['C7', 'simple and abelian and classes = 7 and sumDegrees = 7'],
    ['C6', 'not simple and abelian and exponent = 6'],
    ['S1', 'not simple and abelian and order = 1 and threshold = 0 and sum(M) = 1'],
    ['D4', 'not simple and classes = 5 and sumDegrees = 6'],
    ['PSL(2,7)', 'simple and classes = 6 and sumDegrees = 28'],
    ['S3xS3', 'not transitive and not simple and classes = 9'],
    ['B2', 'transitive and M(1) = 2 and M(2) = 2 and M(4) = 1 and M(3) = 0 and count(M) = 4'],
    ['Ih@space', 'dim = 3 and sum(M) = 3 + 3 + 2 + 2 + 4 + 4 and count(M) = 14'],
    ['C12@plane', 'sum(M) = 2 + 2 + 10 and sharperBound = 11 and paperBound = 12'],
    ['S3@sign', 'not faithful'],
  ])('of %s', (group, text) => {
    const outcome = on(read(text), group);
    expect(
      outcome.truth,
      JSON.stringify(outcome, (_, x) => (typeof x === 'bigint' ? `${x}` : x)),
    ).toBe('true');
  });

  test('that an instance does not have make a statement inapplicable', () => {
    expect(on(read('threshold <= 3'), 'S3@sign').truth).toBe('inapplicable');
    expect(on(read('ACex(pointwise(2)) = order'), 'C5@plane').truth).toBe('inapplicable');
    expect(on(read('transitive'), 'C5@plane').truth).toBe('inapplicable');
    expect(on(read('ACex(F) = order'), 'C5@plane', { functions: 'pointwise:2' }).truth).toBe('inapplicable');
  });
});

describe('shrinking', () => {
  test('leads from a large counterexample to a small one: S3 on three points, from groups that contain it', () => {
    const statement = read('threshold <= sum(M) - count(M)');
    const isFalse = (group: string): boolean => on(statement, group).truth === 'false';
    for (const group of ['S5', 'perm:(1,2,3,4,5,6);(1,2)(3,6);(5,6)', 'perm:(1,2,3,4);(1,2)']) {
      expect(isFalse(group), group).toBe(true);
      const shrunk = shrinkGroup(group, isFalse, 1);
      expect(shrinkGroup(group, isFalse, 1)).toBe(shrunk);
      const size = right(parseInstance(shrunk, ({ group: { order }, action }) => E.right([order, action.dimension])));
      expect(size).toEqual([6n, 3]);
    }
  });

  test('stays where nothing smaller is false, and leaves other actions alone', () => {
    expect(shrinkGroup('S3', () => false, 1)).toBe('S3');
    expect(shrinkGroup('B3', () => true, 1)).toBe('B3');
    expect(shrinkGroup('S4@regular', () => true, 1)).toBe('S4@regular');
  });
});

describe('for libraries', () => {
  test('statements are built in TypeScript, with the same text', () => {
    const { atMost, quantity, minus, sumM, countM, weak, exact, pointwise, parameter, times, log2, atLeast } = claim;
    expect(showStatement(atMost(quantity('threshold'), minus(sumM, countM)))).toBe('threshold <= sum(M) - count(M)');
    const log = atLeast(weak('F', parameter('eps')), times(2, log2(quantity('order'))));
    expect(showStatement(log)).toBe('ACwk(F, eps) >= 2 * log2(order)');
    expect(showStatement(atLeast(exact(pointwise(3), 'uniform'), -2))).toBe('ACex(pointwise(3), uniform) >= -2');
    expect(showStatement(atLeast(weak(allFunctions, { numerator: 1n, denominator: 2n }), 3))).toBe(
      'ACwk(all, 1/2) >= 3',
    );
    expect(on(atMost(quantity('threshold'), minus(sumM, countM)), 'S3').truth).toBe('false');
  });

  test('a predicate is decided as a statement is', () => {
    const predicate = (known: Quantities) => ({
      truth: compare('<=', known.number('threshold'), known.number('sharperBound')),
    });
    const decided = right(
      parseInstance('S4', (instance) =>
        E.right(
          decide(instance, allFunctions, {}, predicate, {
            topic: 'exact',
            group: 'S4',
            seed: 'test',
            minimize: false,
            progress,
          }),
        ),
      ),
    );
    expect(decided.truth).toBe('true');
    expect(decided.claims.map(({ claim: { quantity, value } }) => `${quantity} ${value}`)).toEqual(['threshold 6']);
    expect(evaluate(read('order = 1'), { number: () => undefined } as unknown as Quantities).truth).toBe('unknown');
  });
});
