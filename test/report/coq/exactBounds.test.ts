import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../../src/certificate/certificate.ts';
import { coqFile } from '../../../src/report/coq/coqFile.ts';
import { certificateOf, exact } from '../../probe/support.ts';
import { right } from '../../support/unwrap.ts';
import { cyclic3, symmetric3 } from '../tables.ts';

/** What is stated, and the theorems that it comes from. */
const proved = (certificate: Certificate): readonly [readonly string[], readonly string[]] => {
  const { theorems, text } = right(coqFile(certificate, 'id'));
  return [theorems.map(({ statement }) => statement), [...text.matchAll(/\n {3}By (.*)\. \*\)/g)].map(([, by]) => by!)];
};

describe('the number of equations', () => {
  const dimension = { kind: 'dimension', table: symmetric3 };
  const claim = (weights: string) => certificateOf('S3', 'poly:2', exact('<=', 5, dimension, weights));

  test.each(['probability', 'signed'])('bounds schemes with %s weights', (weights) => {
    expect(proved(claim(weights))).toEqual([
      [`at_most G ${weights} (exact G (polynomials R 3 3 (iota 0 3))) 5`],
      ['dimension.dimension_sound'],
    ]);
  });

  test('bounds no plain average', () => {
    expect(coqFile(claim('uniform'), 'id')).toEqual(E.left('the number of equations bounds no uniform scheme'));
  });
});

describe('thresholds that are proved by multiplicities', () => {
  const degrees = ['0', '3', '1'];
  const claim = (weights: string) =>
    certificateOf('S3', 'poly:3', {
      ...exact('=', 3, { kind: 'multiplicities', table: symmetric3, degrees }, weights),
      quantity: 'threshold',
    });

  test.each([
    ['probability', 'dimension.dimension_sound'],
    ['uniform', 'characterSum.scheme_sum_sound'],
  ])('have fewer elements one degree below: %s weights by %s', (weights, by) => {
    const [statements, theorems] = proved(claim(weights));
    expect(statements).toEqual([`threshold R 3 G ${weights} 3`]);
    expect(theorems[0]).toContain(by);
  });
});

describe('rank', () => {
  const claim = (value: number, rows: readonly string[]) =>
    certificateOf('C3', 'linear', exact('>=', value, { kind: 'rank', table: cyclic3, rows }));

  test.each<readonly [number, readonly string[], string]>([
    [3, ['0', '1', '2'], 'rankBound.rank_sound'],
    [2, ['0', '1'], 'complexRank.complex_rank_sound'],
    [2, ['0', '2'], 'complexRank.complex_rank_sound'],
  ])('%s elements from the rows %s by %s', (value, rows, by) => {
    expect(proved(claim(value, rows))).toEqual([
      [`at_least G signed (exact G (polynomials R 3 3 [:: 1])) ${value}`],
      [by],
    ]);
  });

  test('1 + e^(2πi/3) is (4 + 0, 1 ± √−3) / 2', () => {
    const { text } = right(coqFile(claim(2, ['0', '1']), 'id'));
    expect(text).toContain('_real : seq Z :=\n  [:: 4%BZ; 1%BZ; 1%BZ].');
    expect(text).toMatch(/_imaginary : seq Z :=\n {2}\[:: 0%BZ; (?:1%BZ; \(-1\)%BZ|\(-1\)%BZ; 1%BZ)\]\./);
  });
});
