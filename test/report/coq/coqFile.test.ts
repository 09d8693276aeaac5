import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../../src/certificate/certificate.ts';
import { type CoqFile, coqFile } from '../../../src/report/coq/coqFile.ts';
import { comment } from '../../../src/report/coq/syntax.ts';
import { certificateOf, exact, freeOrbit, scheme, strong, subgroup, threshold, weak } from '../../probe/support.ts';
import { right } from '../../support/unwrap.ts';
import { examples, existence, gram } from '../examples.ts';

const stated = (certificate: Certificate): CoqFile => right(coqFile(certificate, 'id'));
const statements = (certificate: Certificate): readonly string[] =>
  stated(certificate).theorems.map((theorem) => theorem.statement);
const orbit = (...exponents: readonly number[]) => ({ kind: 'orbit', exponents: exponents.map(String) });

describe('what a theorem says is the claim', () => {
  test('relation, weights, degrees and value', () => {
    expect(
      statements(
        certificateOf(
          'S3',
          'poly:3',
          exact('=', 6, freeOrbit(0, 1, 2)),
          exact('>=', 6, freeOrbit(0, 1, 2), 'probability'),
          exact('<=', 6, freeOrbit(0, 1, 2), 'uniform'),
        ),
      ),
    ).toEqual([
      'least G signed (exact G (polynomials R 3 3 (iota 0 4))) 6',
      'at_least G probability (exact G (polynomials R 3 3 (iota 0 4))) 6',
      'at_most G uniform (exact G (polynomials R 3 3 (iota 0 4))) 6',
    ]);
  });

  test('linear functions have degree 1 alone; signs take two points for each coordinate', () => {
    expect(statements(certificateOf('B3', 'linear', exact('>=', 3, orbit(1, 0, 0))))).toEqual([
      'at_least G signed (exact G (polynomials R 3 6 [:: 1])) 3',
    ]);
  });

  test('ε, for weak and for strong symmetry', () => {
    const evidence = gram('regular', '()', '(1,2)', '(1,3)', '(2,3)', '(1,2,3)', '(1,3,2)');
    expect(statements(certificateOf('S3', 'all', weak('<=', 6, '1/10', evidence)))).toEqual([
      'at_most G uniform (weak G (all_functions R G) (fraction R 1%BZ 10%BZ)) 6',
    ]);
    expect(statements(certificateOf('S3', 'all', strong(6, '1/5', evidence)))).toEqual([
      'at_most G uniform (strong G (all_functions R G) (fraction R 1%BZ 5%BZ)) 6',
    ]);
    const below = {
      ...weak('>=', 4, '1/10', { kind: 'weak-below-strong', weak: { kind: 'welch' } }),
      quantity: 'AC_st',
    };
    expect(statements(certificateOf('S3', 'all', below))).toEqual([
      'at_least G uniform (strong G (all_functions R G) (fraction R 1%BZ 10%BZ)) 4',
    ]);
  });

  test('a long cycle is written without its points', () => {
    const claim = { ...weak('>=', 3, '1/4', { kind: 'pigeonhole', parts: '6' }), weights: 'probability' };
    const { text, theorems } = stated(certificateOf('C1000', 'all', claim));
    expect(text).toContain('Definition generators : seq (seq nat) :=\n  [:: rotation 1000].');
    expect(theorems.map((theorem) => theorem.statement)).toEqual([
      'at_least G probability (weak G (all_functions R G) (fraction R 1%BZ 4%BZ)) 3',
    ]);
  });

  test('thresholds name the coordinates, not the functions', () => {
    expect(statements(certificateOf('S3', 'poly:3', threshold(3, freeOrbit(0, 1, 2), subgroup('(1,2,3)'))))).toEqual([
      'threshold R 3 G signed 3',
    ]);
  });

  test('the group is the one its generators generate, points from 0', () => {
    const { text } = stated(certificateOf('perm:(1,2,3);(1,2)', 'linear', exact('>=', 3, orbit(1, 0, 0))));
    expect(text).toContain('Definition generators : seq (seq nat) :=\n  [:: [:: 1; 2; 0]; [:: 1; 0; 2]].');
    expect(text).toContain('Definition G := group_of 3 generators.');
  });

  test('a claim with its own functions is about those', () => {
    const claim = { ...exact('<=', 1, { kind: 'scheme', scheme: scheme('()') }), functions: 'poly:0' };
    expect(statements(certificateOf('S3', 'poly:3', claim))).toEqual([
      'at_most G signed (exact G (polynomials R 3 3 (iota 0 1))) 1',
    ]);
  });
});

describe('every claim is a theorem, or declined with its reason', () => {
  test.each(examples)('$name', ({ certificate }) => {
    const made = coqFile(certificate, 'id');
    if (E.isLeft(made)) {
      expect(made.left).toMatch(/\w+ \w+/);
      return;
    }
    const { text, theorems, declined } = made.right;
    const numbers = [...theorems.map((theorem) => theorem.claim), ...declined.map(({ claim }) => claim)];
    expect(numbers.sort((a, b) => a - b)).toEqual(certificate.claims.map((_, i) => i));
    for (const { name } of theorems) {
      expect(text).toContain(`Theorem ${name} (R : realFieldType)`);
      expect(text.slice(text.indexOf('Definition theorems'))).toMatch(new RegExp(`@${name}\\b`));
    }
    expect(text).toMatch(/\nPrint Assumptions theorems\.\n$/);
    expect(text).not.toMatch(/\b(?:Axiom|Admitted|Parameter|Hypothesis|Conjecture|admit)\b/);
  });

  test.each<readonly [string, Certificate, RegExp]>([
    [
      'existence',
      certificateOf('S50', 'all', weak('<=', 3000, '1/10', existence('3/10', 'involutions'))),
      /argument by probability/,
    ],
    [
      'the plane',
      certificateOf('C5@plane', 'poly:2', exact('=', 5, { kind: 'harmonics' })),
      /permutations of the coord/,
    ],
    [
      'functions on a set',
      certificateOf('S3', 'pointwise:2', exact('<=', 3, subgroup('(1,2,3)'))),
      /"pointwise" are not stated/,
    ],
  ])('%s', (_name, certificate, reason) => {
    expect(coqFile(certificate, 'id')).toEqual(E.left(expect.stringMatching(reason)));
  });
});

test('a claim that says more than the theorem would is not stated', () => {
  const certificate = certificateOf('S3', 'linear', exact('>=', 3, orbit(1, 0, 0)));
  const more = { ...certificate, claims: certificate.claims.map((claim) => ({ ...claim, not: true })) };
  expect(coqFile(more, 'id')).toEqual(E.left('claims with "not" are not stated in Coq'));
});

test('no text ends a comment, opens one, or quotes', () => {
  expect(comment('a *) Axiom x. (* "b')).toBe('a * ) Axiom x. ( * ’b');
});
