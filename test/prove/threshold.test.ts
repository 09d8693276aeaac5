/** Thresholds k*, against GAP and the closed forms of MATHEMATICS.md 2.4; each certificate is checked as text. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eigenvalueBounds } from '../../src/averaging/eigenvalueBounds.ts';
import { printCertificate } from '../../src/certificate/identity.ts';
import { checkText } from '../../src/check/index.ts';
import { partitions } from '../../src/representation/partition.ts';
import { certificateFor } from '../support/certificates.ts';
import { withInstance } from '../support/groups.ts';

/** The k of an accepted certificate that says threshold = k. */
const certifiedThreshold = (group: string): number => {
  const certificate = certificateFor({ topic: 'threshold', group });
  const report = checkText(printCertificate(certificate));
  expect(report.verdict, report.message).toBe('accepted');
  expect(certificate.claims).toHaveLength(1);
  const claim = certificate.claims[0]!;
  expect([claim.quantity, claim.relation, certificate.functions]).toEqual(['threshold', '=', `poly:${claim.value}`]);
  return Number(claim.value);
};

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

interface Row {
  readonly name: string;
  readonly group: string;
  readonly order: number;
  readonly threshold: number;
  readonly sharper: number;
  readonly paper: number;
}

/** Columns: degree number order classes sum_of_degrees threshold sharper_bound paper_bound generators. */
const rows: readonly Row[] = readFileSync(new URL('../oracles/transitive-groups.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([degree, number, order, , , threshold, sharper, paper, generators]) => ({
    name: `${degree}T${number}`,
    group: `perm:${generators}`,
    order: Number(order),
    threshold: Number(threshold),
    sharper: Number(sharper),
    paper: Number(paper),
  }));

describe('transitive groups of degree 3 to 6, as GAP has them', () => {
  test('all 28 are there', () => {
    expect(rows).toHaveLength(28);
  });
  test.each(rows)('$name: k* = $threshold', ({ group, threshold }) => {
    expect(certifiedThreshold(withInstance(group, ({ notation }) => notation))).toBe(threshold);
  });
  test.each(rows)('$name: k* is at most the sharper bound, and that less than the paper’s', (row) => {
    const bounds = withInstance(row.group, eigenvalueBounds)!;
    const least = (a: number, b: number): bigint => BigInt(Math.min(a, b));
    expect(bounds).toEqual({ paper: least(row.paper, row.order), sharper: least(row.sharper, row.order - 1) });
    expect(BigInt(row.threshold)).toBeLessThanOrEqual(bounds.sharper);
    expect(bounds.sharper).toBeLessThan(bounds.paper);
  });
});

describe('closed forms', () => {
  test.each([...range(2, 12), 20, 50])('S%i on points: d(d−1)/2, which the sharper bound attains', (d) => {
    expect(certifiedThreshold(`S${d}`)).toBe((d * (d - 1)) / 2);
    expect(withInstance(`S${d}`, eigenvalueBounds)?.sharper).toBe(BigInt((d * (d - 1)) / 2));
  });
  test.each([...range(1, 6), 10])('B%i on signed coordinates: d²', (d) => {
    expect(certifiedThreshold(`B${d}`)).toBe(d * d);
  });
  test.each([...range(3, 40), 100])('D%i@plane: n', (n) => {
    expect(certifiedThreshold(`D${n}@plane`)).toBe(n);
  });
  test.each([...range(1, 40), 100])('C%i@plane: ⌊n/2⌋', (n) => {
    expect(certifiedThreshold(`C${n}@plane`)).toBe(Math.floor(n / 2));
  });
  test.each([2, 3, 4, 5, 6, 7, 8, 12, 30])('C%i on points: 1', (n) => {
    expect(certifiedThreshold(`C${n}`)).toBe(1);
  });
  test.each([1, 2, 3, 6, 10, 30])('Z2^%i@signs: r', (r) => {
    expect(certifiedThreshold(`Z2^${r}@signs`)).toBe(r);
  });
  test.each([3, 4, 5, 6, 7, 8])('A%i on points: the greatest min(n(λ), n(λ′)), n(λ) = Σ (i − 1) λ_i', (n) => {
    const degree = (partition: readonly number[]): number => partition.reduce((sum, part, i) => sum + i * part, 0);
    const conjugate = (partition: readonly number[]): readonly number[] =>
      Array.from({ length: partition[0]! }, (_, i) => partition.filter((part) => part > i).length);
    const least = partitions(n).map((lambda) => Math.min(degree(lambda), degree(conjugate(lambda))));
    expect(certifiedThreshold(`A${n}`)).toBe(Math.max(...least));
  });
  test.each([
    ['Q8', 2],
    ['PSL(2,7)', 3],
    ['M11', 5],
  ])('%s: %i', (group, k) => {
    expect(certifiedThreshold(group)).toBe(k);
  });
  test.each([
    ['S3xB2', ['S3', 'B2']],
    ['S3xC4', ['S3', 'C4']],
    ['A4xC3', ['A4', 'C3']],
    ['Z2^2xS3', ['Z2^2', 'S3']],
    ['Q8xC3', ['Q8', 'C3']],
    ['S3xS3xC2', ['S3', 'S3', 'C2']],
  ])('products add up: %s', (group, factors) => {
    expect(certifiedThreshold(group)).toBe(factors.reduce((sum, factor) => sum + certifiedThreshold(factor), 0));
  });
  test.each(['S1', 'A1', 'A2', 'C1'])('the trivial group %s: 0', (group) => {
    expect(certifiedThreshold(group)).toBe(0);
  });
  test.each(['S3@regular', 'Q8@regular', 'D5@regular', 'A4@regular'])(
    '%s: 1, every irreducible is in degree 1',
    (group) => {
      expect(certifiedThreshold(group)).toBe(1);
    },
  );
});

describe('counterexample: a printed form of the bound, Σ (M_λ − 1), is false', () => {
  test('S3 on ℝ³: Σ (M_λ − 1) is 2, k* is 3', () => {
    // M_1 = 3, M_{−1} = 1, and 1 for the two primitive cube roots: Σ M_λ = 6, four eigenvalues.
    expect(6 - 4).toBe(2);
    expect(certifiedThreshold('S3')).toBe(3);
    expect(withInstance('S3', eigenvalueBounds)).toEqual({ paper: 5n, sharper: 3n });
  });
});
