/** Lower bounds on AC_wk: values from the literature and from MATHEMATICS.md 3.5. */
import { beforeAll, describe, expect, test } from 'vitest';
import { parseRational } from '../../src/algebra/rational.ts';
import type { Weights } from '../../src/averaging/scheme.ts';
import { walkPolynomials } from '../../src/check/tree.ts';
import { certify } from '../../src/prove/certify.ts';
import { type LinearSolver, loadLinearSolver } from '../../src/prove/linearSolver.ts';
import { right, some } from '../support/unwrap.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

/** For each kind of weights the best bound, with its evidence. */
const lower = (group: string, epsilon: string): Readonly<Partial<Record<Weights, string>>> => {
  const request = { topic: 'lower', group, functions: 'all', seed: '', minimize: false, solver } as const;
  const epsilons = [some(parseRational(epsilon))];
  const certificate = right(certify({ ...request, epsilons, progress: () => undefined }));
  const of = (quantity: string) => certificate.claims.filter((claim) => claim.quantity === quantity);
  // AC_st at ε is at least AC_wk at ε: the same bounds are claimed for it.
  const said = (claims: typeof certificate.claims) => claims.map(({ weights, value }) => `${weights} ${value}`);
  expect(said(of('AC_st'))).toEqual(said(of('AC_wk')));
  return Object.fromEntries(of('AC_wk').map(({ weights, value, evidence }) => [weights, `${value} ${evidence.kind}`]));
};

describe('certify lower on all functions', () => {
  test('difference sets attain Welch’s bound', () => {
    expect(lower('C7', '2/9').signed).toBe('3 welch');
    expect(lower('C13', '3/16').signed).toBe('4 welch');
    expect(lower('C11', '3/25').signed).toBe('5 welch');
  });
  test('the group (ℤ/2)^r needs r generators, so r + 1 elements', () => {
    expect(lower('Z2^6', '9/10').signed).toBe('7 generation');
    expect(lower('Z2^20', '1/4').signed).toBe('21 generation');
    expect(lower('Z2^20', '1/4').uniform).toBe('39 code');
  });
  test('linear characters in boxes', () => {
    expect(lower('C100000', '1/4').probability).toBe('8 pigeonhole');
  });
  test('720 elements: ten are within ε only for ε ≥ 0.1786', () => {
    expect(lower('S6', '89/500').uniform).toBe('11 tree');
    expect(lower('S6', '179/1000').uniform).toBe('10 tree');
  });
});

describe('walkPolynomials', () => {
  test('count the walks without backtracking on the n-regular tree: n q^{2i−1} of length 2i, at x = n²', () => {
    for (const n of [2n, 3n, 7n, 12n])
      walkPolynomials(n, 6).forEach((p, i) => {
        const value = p.reduceRight((sum, c) => sum * n * n + c, 0n);
        expect(value).toBe(i === 0 ? 1n : n * (n - 1n) ** BigInt(2 * i - 1));
      });
  });
});
