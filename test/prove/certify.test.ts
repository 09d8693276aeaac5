/** What `certify` promises: true, accepted, repeatable certificates of the sizes that the theorems give. */
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { existenceInequality } from '../../src/averaging/bounds.ts';
import type { Certificate, Claim } from '../../src/certificate/certificate.ts';
import { printCertificate } from '../../src/certificate/identity.ts';
import { checkText } from '../../src/check/index.ts';
import { certify } from '../../src/prove/certify.ts';
import { certificateFor, type Wish } from '../support/certificates.ts';

const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));

const accepted = (wish: Wish): Certificate => {
  const certificate = certificateFor(wish);
  const report = checkText(printCertificate(certificate));
  expect(report.verdict, report.message).toBe('accepted');
  return certificate;
};
const kindOf = ({ evidence }: Claim): string => evidence.kind;
const weak = (certificate: Certificate, existence: boolean): Claim | undefined =>
  certificate.claims.find(
    (claim) =>
      claim.quantity === 'AC_wk' && claim.relation === '<=' && (claim.evidence.kind === 'existence') === existence,
  );

describe('exact symmetry', () => {
  test('S5 on poly:9: exactly 60 elements, for probability and for signed weights', () => {
    const { claims } = accepted({ topic: 'exact', group: 'S5', functions: 'poly:9' });
    expect(claims.map(({ relation, value, weights }) => [relation, value, weights])).toEqual([
      ['=', 60n, 'probability'],
      ['=', 60n, 'signed'],
    ]);
  });
  test('S5 on poly:10: all 120', () => {
    const [claim] = accepted({ topic: 'exact', group: 'S5', functions: 'poly:10' }).claims;
    expect([claim!.relation, claim!.value, claim!.weights]).toEqual(['=', 120n, 'signed']);
  });
  test('S50 on poly:1225: all 50!', () => {
    const [claim] = accepted({ topic: 'exact', group: 'S50', functions: 'poly:1225' }).claims;
    expect([claim!.relation, claim!.value]).toEqual(['=', factorial(50)]);
  });
  test('S50 on poly:1224: half of them', () => {
    const [claim] = accepted({ topic: 'exact', group: 'S50', functions: 'poly:1224' }).claims;
    expect([claim!.relation, claim!.value]).toEqual(['=', factorial(50) / 2n]);
  });
  test('the cube of Rubik on poly:171: all 43252003274489856000', () => {
    const [claim] = accepted({ topic: 'exact', group: 'rubik', functions: 'poly:171' }).claims;
    expect([claim!.relation, claim!.value, kindOf(claim!)]).toEqual(['=', 43_252_003_274_489_856_000n, 'free-orbit']);
  });
  test('C100 on the plane: all 100 at degree 50, fewer at 49', () => {
    const at = (k: number): Claim =>
      accepted({ topic: 'exact', group: 'C100@plane', functions: `poly:${k}` }).claims.find(
        ({ relation }) => relation !== '>=',
      )!;
    expect([at(50).relation, at(50).value]).toEqual(['=', 100n]);
    expect(at(49).value).toBeLessThan(100n);
  });
  test.each(['S4', 'A5', 'B2', 'Q8', 'D5@plane', 'C6@plane', 'Z2^3@signs', 'S3xC4'])(
    '%s on linear functions and on all functions',
    (group) => {
      accepted({ topic: 'exact', group, functions: 'linear' });
      const [claim] = accepted({ topic: 'exact', group, functions: 'all' }).claims;
      expect([claim!.relation, kindOf(claim!)]).toEqual(['=', expect.stringMatching(/regular|harmonics/)]);
    },
  );
});

describe('approximate symmetry', () => {
  test('S20 on poly:2 within 1/10: an explicit scheme of at most 42 elements', () => {
    const certificate = accepted({ topic: 'approximate', group: 'S20', functions: 'poly:2', epsilon: '1/10' });
    const explicit = weak(certificate, false)!;
    expect(explicit.value).toBeLessThanOrEqual(42n);
    expect(explicit.weights).toBe('uniform');
    expect(explicit.value).toBeLessThanOrEqual(weak(certificate, true)!.value);
  });

  test('S6 on all functions within 1/4: the explicit scheme is no larger than the existence bound', () => {
    const certificate = accepted({ topic: 'separation', group: 'S6', functions: 'all', epsilon: '1/4' });
    const [explicit, existence] = [weak(certificate, false)!, weak(certificate, true)!];
    expect(explicit.value).toBeLessThanOrEqual(existence.value);
    // D = 75: 76 involutions and the identity less one.
    expect(existenceInequality(existence.value, { numerator: 1n, denominator: 2n }, 75n)).toBe(true);
    expect(existenceInequality(existence.value - 1n, { numerator: 1n, denominator: 2n }, 75n)).toBe(false);
    const welch = certificate.claims.find(({ relation, quantity }) => quantity === 'AC_wk' && relation === '>=')!;
    // ⌈720 / (1 + 719/4)⌉
    expect(welch.value).toBe(4n);
    expect(welch.value).toBeLessThanOrEqual(explicit.value);
  });

  test('S50 on all functions within 1/10: existence alone, a few hundred out of 50!', () => {
    const certificate = accepted({ topic: 'approximate', group: 'S50', functions: 'all', epsilon: '1/10' });
    expect(certificate.claims.map(kindOf)).toEqual(['existence', 'strong-from-weak']);
    expect(certificate.claims[0]!.value).toBeLessThan(2000n);
  });

  test('rubik on all functions within 1/10: existence', () => {
    const certificate = accepted({ topic: 'approximate', group: 'rubik', functions: 'all', epsilon: '1/10' });
    expect(weak(certificate, true)!.value).toBeLessThan(1000n);
  });
});

describe('a separation holds every claim at once', () => {
  test.each([
    ['S4', undefined, '1/4'],
    ['D8@plane', undefined, '1/4'],
    ['C12@plane', undefined, '1/4'],
    ['Z2^4@signs', undefined, '1/2'],
    ['Q8', 'all', '1/2'],
    ['A5', 'all', '1/3'],
  ] as const)('%s on %s', (group, functions, epsilon) => {
    const certificate = accepted({ topic: 'separation', group, epsilon, ...(functions ? { functions } : {}) });
    const said = certificate.claims.map(({ quantity, relation }) => `${quantity} ${relation}`);
    expect(new Set(said)).toEqual(new Set(['AC_ex =', 'AC_wk <=', 'AC_st <=', 'AC_wk >=', 'AC_st >=']));
    const of = (text: string): readonly bigint[] =>
      certificate.claims.flatMap((claim) => (`${claim.quantity} ${claim.relation}` === text ? [claim.value] : []));
    const [exact] = of('AC_ex =');
    const [lower] = of('AC_wk >=');
    for (const value of of('AC_wk <=')) expect(value).toBeGreaterThanOrEqual(lower!);
    expect(of('AC_wk <=').some((value) => value < exact!)).toBe(true);
  });
});

describe('the same request gives the same bytes', () => {
  const wishes: readonly Wish[] = [
    { topic: 'exact', group: 'S4', functions: 'poly:3' },
    { topic: 'threshold', group: 'A5' },
    { topic: 'approximate', group: 'A4', functions: 'all', epsilon: '1/3' },
    { topic: 'approximate', group: 'S5', functions: 'poly:2', epsilon: '1/4' },
    { topic: 'approximate', group: 'C12', functions: 'all', epsilon: '1/4' },
    { topic: 'separation', group: 'D5@plane', epsilon: '1/4' },
    { topic: 'separation', group: 'Z2^3@signs', epsilon: '1/4' },
  ];
  test.each(wishes)('$topic $group', (wish) => {
    expect(printCertificate(certificateFor(wish))).toBe(printCertificate(certificateFor(wish)));
  });
  test.each(wishes)('$topic $group: another seed is as good', (wish) => {
    for (const seed of ['', '1', 'Ω', 'a longer seed']) accepted({ ...wish, seed });
  });
  test('--minimize never gives a larger scheme', () => {
    const wish: Wish = { topic: 'approximate', group: 'A4', functions: 'poly:1', epsilon: '1/4' };
    const size = (minimize: boolean): bigint => weak(accepted({ ...wish, minimize }), false)!.value;
    expect(size(true)).toBeLessThanOrEqual(size(false));
  });
});

describe('a request that cannot be met gets one line', () => {
  const refusal = (wish: Wish) => {
    const { topic, group, functions, epsilon } = wish;
    const [p, q = '1'] = (epsilon ?? '').split('/');
    return certify({
      topic,
      group,
      seed: '1',
      minimize: false,
      progress: () => undefined,
      ...(functions === undefined ? {} : { functions }),
      ...(epsilon === undefined ? {} : { epsilons: [{ numerator: BigInt(p!), denominator: BigInt(q) }] }),
    });
  };
  test.each<[Wish, string]>([
    [{ topic: 'exact', group: 'S0', functions: 'all' }, 'malformed'],
    [{ topic: 'exact', group: 'Monster', functions: 'all' }, 'malformed'],
    [{ topic: 'exact', group: 'S4', functions: 'poly:x' }, 'malformed'],
    [{ topic: 'exact', group: 'S4' }, 'malformed'],
    [{ topic: 'approximate', group: 'S4', functions: 'all' }, 'malformed'],
    [{ topic: 'approximate', group: 'S4', functions: 'all', epsilon: '0' }, 'malformed'],
    [{ topic: 'approximate', group: 'S4', functions: 'all', epsilon: '-1' }, 'malformed'],
    [{ topic: 'exact', group: 'C4@plane', functions: 'pointwise:2' }, 'malformed'],
    [{ topic: 'separation', group: 'S4', functions: 'poly:2', epsilon: '1/4' }, 'declined'],
  ])('%j: %s', (wish, kind) => {
    const outcome = refusal(wish);
    expect(E.isLeft(outcome) && outcome.left.kind).toBe(kind);
    expect(E.isLeft(outcome) && outcome.left.message).toMatch(/^[^\n]{10,400}$/);
  });
});
