/** The linear programme of codes against words, against all sets of elements of small groups, and against itself. */
import { fc } from '@fast-check/vitest';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseRational, rational } from '../../src/algebra/rational.ts';
import { krawtchoukSum, possibleWeights } from '../../src/check/code.ts';
import { checkText } from '../../src/check/index.ts';
import { certify } from '../../src/prove/certify.ts';
import { type LinearSolver, loadLinearSolver } from '../../src/prove/linearSolver.ts';
import { documentOf } from '../support/certificates.ts';
import { fixed } from '../support/seed.ts';
import { right, some } from '../support/unwrap.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

/** The uniform bound, by whatever evidence is best, and its kind. */
const uniformBound = (group: string, epsilon: string): readonly [number, string] => {
  const request = { topic: 'lower', group, functions: 'all', seed: '', minimize: false, solver } as const;
  const epsilons = [some(parseRational(epsilon))];
  const certificate = right(certify({ ...request, epsilons, progress: () => undefined }));
  const claims = certificate.claims.filter(({ quantity }) => quantity === 'AC_wk');
  const best = claims.at(-1)!;
  return [Number(best.value), best.evidence.kind];
};

const parity = (x: number): number => (x === 0 ? 0 : (x & 1) ^ parity(x >> 1));
/** For each character of (ℤ/2)^r how often it is −1 on elements that are bit strings. */
const weightsOf = (r: number, elements: readonly number[]): readonly number[] =>
  Array.from({ length: 2 ** r }, (_, character) => elements.reduce((sum, g) => sum + parity(g & character), 0));
const errorOf = (r: number, elements: readonly number[]): number =>
  Math.max(
    ...weightsOf(r, elements)
      .slice(1)
      .map((w) => (elements.length - 2 * w) ** 2),
  );

/** All multisets of so many elements of 0 … size − 1. */
function* multisets(size: number, count: number, from = 0): Generator<readonly number[]> {
  if (count === 0) yield [];
  else
    for (let first = from; first < size; first++)
      for (const rest of multisets(size, count - 1, first)) yield [first, ...rest];
}

/**
 * n² times the least error of n elements of (ℤ/2)^r. A translation and an automorphism make elements that generate the
 * group, after division by one of them, contain 0 and a basis; others have the error 1.
 */
const leastError = (r: number, n: number): number => {
  const basis = [0, ...Array.from({ length: r }, (_, i) => 1 << i)];
  if (n < basis.length) return n * n;
  let least = n * n;
  for (const rest of multisets(2 ** r, n - basis.length)) least = Math.min(least, errorOf(r, [...basis, ...rest]));
  return least;
};
const mostElements = [2, 5, 9, 10, 10];
const leastErrors = mostElements.map((most, r) => Array.from({ length: most + 1 }, (_, n) => leastError(r, n)));

describe('Krawtchouk’s polynomials', () => {
  const choose = (n: number, k: number): bigint => {
    if (k < 0 || k > n) return 0n;
    let product = 1n;
    for (let i = 0; i < k; i++) product = (product * BigInt(n - i)) / BigInt(i + 1);
    return product;
  };
  test('are Σ_j (−1)^j C(w, j) C(n − w, i − j), 0 for i > n', () => {
    for (let n = 1; n <= 12; n++)
      for (let w = 0; w <= n; w++)
        for (let i = 0; i <= n + 2; i++) {
          let expected = 0n;
          for (let j = 0; j <= i; j++) expected += (j % 2 === 0 ? 1n : -1n) * choose(w, j) * choose(n - w, i - j);
          const unit = Array.from({ length: i + 1 }, (_, k) => (k === i ? 1n : 0n));
          expect(krawtchoukSum(n, unit, BigInt(w))).toBe(expected);
        }
  });
  test('summed over the words of elements count the subsets with sum 0', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(15), { minLength: 1, maxLength: 9 }), (elements) => {
        const n = elements.length;
        const counts = new Array<bigint>(n + 1).fill(0n);
        for (let subset = 0; subset < 2 ** n; subset++) {
          const chosen = elements.filter((_, i) => ((subset >> i) & 1) === 1);
          if (chosen.reduce((a, b) => a ^ b, 0) === 0) counts[chosen.length]!++;
        }
        counts.forEach((count, i) => {
          const unit = Array.from({ length: i + 1 }, (_, k) => (k === i ? 1n : 0n));
          const sum = weightsOf(4, elements).reduce((total, w) => total + krawtchoukSum(n, unit, BigInt(w)), 0n);
          expect(sum).toBe(16n * count);
        });
      }),
      fixed(100),
    );
  });
});

test('possible weights are those of errors up to ε, the end included', () => {
  expect(possibleWeights(6, rational(1n, 9n))).toEqual([2n, 3n, 4n]);
  expect(possibleWeights(6, rational(1n, 10n))).toEqual([3n]);
  expect(possibleWeights(5, rational(0n))).toEqual([]);
});

describe('bounds on (ℤ/2)^r, uniform weights', () => {
  test.each([
    ['Z2^5', '1/4', 8],
    ['Z2^5', '1/10', 14],
    ['Z2^6', '1/2', 8],
    ['Z2^7', '1/4', 12],
    ['Z2^8', '1/4', 15],
    ['Z2^8', '1/10', 22],
    ['Z2^9', '1/10', 23],
    ['Z2^11', '1/2', 17],
    ['Z2^12', '1/4', 23],
    ['Z2^16', '1/2', 23],
    ['Z2^16', '1/10', 52],
    ['C2xZ2^4', '1/4', 8],
  ])('%s, ε = %s: at least %i, the optimum that another solver finds', (group, epsilon, value) => {
    expect(uniformBound(group, epsilon)).toEqual([value, 'code']);
  });
  test('are never above what all sets of elements give', () => {
    let attained = 0;
    for (let r = 1; r < leastErrors.length; r++)
      for (const [p, q] of [
        [1, 2],
        [1, 3],
        [1, 4],
        [1, 7],
        [1, 10],
        [1, 16],
        [1, 30],
      ] as const) {
        const found = leastErrors[r]!.findIndex((error, n) => n > 0 && error * q <= p * n * n);
        const [bound, kind] = uniformBound(`Z2^${r}`, `${p}/${q}`);
        if (found < 0) expect(bound).toBeLessThanOrEqual(2 ** r);
        else expect(bound).toBeLessThanOrEqual(found);
        if (kind === 'code' && bound === found) attained++;
      }
    expect(attained).toBeGreaterThan(3);
  });
});

describe('a bound above the truth is refused', () => {
  test('whatever the polynomials', () => {
    let accepted = 0;
    const coefficient = fc.oneof(
      fc.constant([0, 1] as const),
      fc.tuple(fc.integer({ min: -3, max: 12 }), fc.integer({ min: 1, max: 16 })),
    );
    const polynomials = fc.array(fc.array(coefficient, { maxLength: 9 }), { minLength: 1, maxLength: 3 });
    const epsilons = fc.constantFrom(
      [0, 1],
      [1, 100],
      [1, 25],
      [1, 16],
      [1, 9],
      [1, 4],
      [4, 9],
      [1, 2],
      [3, 4],
      [1, 1],
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 9 }),
        polynomials,
        epsilons,
        (r, from, data, epsilon) => {
          const [p, q] = epsilon as [number, number];
          const shown = (a: number, b: number): string => {
            const { numerator, denominator } = rational(BigInt(a), BigInt(b));
            return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
          };
          const value = from + data.length;
          const claim = {
            quantity: 'AC_wk',
            relation: '>=',
            value: `${value}`,
            weights: 'uniform',
            epsilon: shown(p, q),
            evidence: { kind: 'code', from: `${from}`, polynomials: data.map((f) => f.map(([a, b]) => shown(a, b))) },
          };
          const report = checkText(JSON.stringify(documentOf(`Z2^${r}`, 'all', claim)));
          expect(report.verdict).not.toBe('internal-error');
          if (report.verdict !== 'accepted') return;
          accepted++;
          const below = leastErrors[r]!.slice(1, value).some((error, i) => error * q <= p * (i + 1) ** 2);
          expect(below, JSON.stringify(claim)).toBe(false);
          expect(value, JSON.stringify(claim)).toBeLessThanOrEqual(2 ** r);
        },
      ),
      fixed(6000),
    );
    expect(accepted).toBeGreaterThan(50);
  });
});
