import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../../src/certificate/certificate.ts';
import { coqFile } from '../../../src/report/coq/coqFile.ts';
import { certificateOf, exact } from '../../probe/support.ts';
import { right } from '../../support/unwrap.ts';
import { cyclic3, cyclic4, symmetric3 } from '../tables.ts';

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
  const claim = (weights: string) =>
    certificateOf('C3', 'poly:1', {
      ...exact('=', 1, { kind: 'multiplicities', table: cyclic3, degrees: ['0', '1', '1'] }, weights),
      quantity: 'threshold',
    });

  test.each([
    ['probability', 'dimension.dimension_sound'],
    ['uniform', 'classScheme.class_scheme_sound'],
  ])('have fewer elements one degree below: %s weights by %s', (weights, by) => {
    const [statements, theorems] = proved(claim(weights));
    expect(statements).toEqual([`threshold R 3 G ${weights} 1`]);
    expect(theorems[0]).toContain(by);
  });
});

describe('rank', () => {
  const claim = (group: string, table: unknown, value: number, rows: readonly string[]) =>
    certificateOf(group, 'linear', exact('>=', value, { kind: 'rank', table, rows }));

  // {1, χ} times χ̄ is {χ̄, 1}, which is closed under conjugation only in C3.
  test.each<readonly [string, unknown, number, readonly string[], string]>([
    ['C3', cyclic3, 3, ['0', '1', '2'], 'rankBound.rank_sound'],
    ['C3', cyclic3, 2, ['0', '1'], 'rankBound.rank_sound'],
    ['C4', cyclic4, 2, ['0', '1'], 'complexRank.complex_rank_sound'],
    ['C4', cyclic4, 2, ['0', '3'], 'complexRank.complex_rank_sound'],
  ])('of %s: %s elements from rows by the theorem that is right', (group, table, value, rows, by) => {
    const n = group.slice(1);
    expect(proved(claim(group, table, value, rows))).toEqual([
      [`at_least G signed (exact G (polynomials R ${n} ${n} [:: 1])) ${value}`],
      [by],
    ]);
  });

  test('1 + i^k has the real parts 2, 1, 0, 1 and the imaginary parts 0, 1, 0, −1', () => {
    const { text } = right(coqFile(claim('C4', cyclic4, 2, ['0', '1']), 'id'));
    expect(text).toMatch(/_real : seq Z :=\n {2}\[:: 2%BZ; 1%BZ; 0%BZ; 1%BZ\]\./);
    expect(text).toMatch(/_imaginary : seq Z :=\n {2}\[:: 0%BZ; (?:1%BZ; 0%BZ; \(-1\)%BZ|\(-1\)%BZ; 0%BZ; 1%BZ)\]\./);
  });
});
