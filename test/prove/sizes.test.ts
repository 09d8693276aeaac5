/**
 * Promises about sizes: what sets of n elements reach on all functions, and difference sets found and proved optimal. Each
 * is a bound on the size found, by the quick search with the default seed.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { parseRational } from '../../src/algebra/rational.ts';
import type { Certificate, Claim } from '../../src/certificate/certificate.ts';
import { printCertificate } from '../../src/certificate/identity.ts';
import { checkText } from '../../src/check/index.ts';
import { certify } from '../../src/prove/certify.ts';
import { type LinearSolver, loadLinearSolver } from '../../src/prove/linearSolver.ts';
import type { Request } from '../../src/prove/request.ts';
import { right, some } from '../support/unwrap.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

const made = (request: Partial<Request> & Pick<Request, 'topic' | 'group'>, epsilon: string): Certificate => {
  const certificate = right(
    certify({
      functions: 'all',
      seed: '0',
      minimize: false,
      solver,
      progress: () => undefined,
      epsilons: [some(parseRational(epsilon))],
      ...request,
    }),
  );
  expect(checkText(printCertificate(certificate)).verdict).toBe('accepted');
  return certificate;
};
const listed = (certificate: Certificate, weights: Claim['weights']): number =>
  Math.min(
    ...certificate.claims.flatMap((claim) =>
      claim.quantity === 'AC_wk' && 'scheme' in claim.evidence && claim.weights === weights
        ? [Number(claim.value)]
        : [],
    ),
  );

describe('plain averages of n elements reach ε on all functions', () => {
  test.each([
    ['S4', '1/4', 6],
    ['S4', '2/25', 12],
    ['S5', '11/50', 10],
    ['S5', '7/100', 24],
    ['S5', '1/25', 40],
    ['S6', '57/200', 10],
    ['S6', '3/25', 24],
    ['S6', '67/1000', 40],
  ])('%s within %s: %i', { timeout: 240_000 }, (group, epsilon, most) => {
    const certificate = made({ topic: 'approximate', group, strong: false }, epsilon);
    expect(listed(certificate, 'uniform')).toBeLessThanOrEqual(most);
  });
});

describe('difference sets are found and proved optimal by one request', () => {
  test.each([
    ['C7', '2/9', 3],
    ['C13', '3/16', 4],
    ['C11', '3/25', 5],
    ['C21', '4/25', 5],
    ['Z2^4', '1/9', 6],
  ])('%s within %s: %i', { timeout: 120_000 }, (group, epsilon, size) => {
    const certificate = made({ topic: 'separation', group, strong: false }, epsilon);
    expect(listed(certificate, 'uniform')).toBe(size);
    const lower = certificate.claims.filter(({ quantity, relation }) => quantity === 'AC_wk' && relation === '>=');
    expect(Math.max(...lower.map(({ value }) => Number(value)))).toBe(size);
  });
});

describe('large groups', () => {
  test('S50 on poly:2 within 1/4: at most 16 elements', { timeout: 240_000 }, () => {
    const certificate = made({ topic: 'approximate', group: 'S50', functions: 'poly:2', strong: false }, '1/4');
    expect(listed(certificate, 'uniform')).toBeLessThanOrEqual(16);
  });
  test('Z2^14 within 1/4: a code of at most 32 elements', { timeout: 120_000 }, () => {
    expect(listed(made({ topic: 'approximate', group: 'Z2^14', strong: false }, '1/4'), 'uniform')).toBeLessThanOrEqual(
      32,
    );
  });
  test('C5000 within 1/4: at most 40 of 5000', { timeout: 120_000 }, () => {
    expect(listed(made({ topic: 'approximate', group: 'C5000', strong: false }, '1/4'), 'uniform')).toBeLessThanOrEqual(
      40,
    );
  });
});

describe('other weights than equal ones', () => {
  test('C7 within 1/9: five elements, where plain averages need six', { timeout: 120_000 }, () => {
    const certificate = made({ topic: 'approximate', group: 'C7', strong: false }, '1/9');
    expect(listed(certificate, 'uniform')).toBe(6);
    expect(listed(certificate, 'probability')).toBe(5);
  });
});

describe('the strong condition directly', () => {
  test('C3xC3 within 3/8: fewer elements than by the weak condition at half', { timeout: 120_000 }, () => {
    const certificate = made({ topic: 'approximate', group: 'C3xC3' }, '3/8');
    const strong = certificate.claims.filter(({ quantity }) => quantity === 'AC_st');
    const direct = strong.filter(({ evidence }) => evidence.kind === 'displacement');
    expect(direct.length).toBeGreaterThan(0);
    const half = made({ topic: 'approximate', group: 'C3xC3', strong: false }, '3/16');
    expect(Number(direct[0]!.value)).toBeLessThan(listed(half, 'uniform'));
  });
});
