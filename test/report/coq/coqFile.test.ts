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
const cycleBy = (a: number): string => Array.from({ length: 9 }, (_, i) => ((a * i) % 9) + 1).join();
/** The powers of a cycle of nine points. */
const rotations = Array.from({ length: 9 }, (_, a) =>
  a === 0
    ? '()'
    : a % 3 !== 0
      ? `(${cycleBy(a)})`
      : [1, 2, 3].map((i) => `(${i},${i + a > 9 ? i + a - 9 : i + a},${((i + 2 * a - 1) % 9) + 1})`).join(''),
);
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

  test('ε, for the same element on both sides', () => {
    const claim = (value: number, epsilon: string) => ({
      ...weak('>=', value, epsilon, { kind: 'suborbits' }),
      quantity: 'AC_same',
    });
    const { theorems, text } = stated(certificateOf('S3', 'linear', claim(2, '1/2'), claim(3, '1/5')));
    expect(theorems.map(({ statement }) => statement)).toEqual([
      'at_least G uniform (same G (polynomials R 3 3 [:: 1]) (fraction R 1%BZ 2%BZ)) 2',
      'at_least G uniform (same G (polynomials R 3 3 [:: 1]) (fraction R 1%BZ 5%BZ)) 3',
    ]);
    expect(text.match(/By suborbits\.\w+/g)).toEqual([
      'By suborbits.suborbits_sound',
      'By suborbits.doubly_transitive_sound',
    ]);
  });

  test('ε, for strong symmetry by displacements, and where the error is ε itself', () => {
    const displacement = { kind: 'displacement', test: gram('monomials', '()', '(1,2,3)') };
    const strongly = stated(certificateOf('S3', 'poly:2', { ...strong(2, '1/2', undefined), evidence: displacement }));
    expect(strongly.theorems.map(({ statement }) => statement)).toEqual([
      'at_most G uniform (strong G (polynomials R 3 3 (iota 0 3)) (fraction R 1%BZ 2%BZ)) 2',
    ]);
    const fano = { kind: 'abelian', scheme: scheme('()', '(1,2,3,4,5,6,7)', '(1,4,7,3,6,2,5)') };
    const exactly = stated(certificateOf('C7', 'all', weak('<=', 3, '2/9', fano), strong(3, '4/9', fano)));
    expect(exactly.theorems.map(({ statement }) => statement)).toEqual([
      'at_most G uniform (weak G (all_functions R G) (fraction R 2%BZ 9%BZ)) 3',
      'at_most G uniform (strong G (all_functions R G) (fraction R 4%BZ 9%BZ)) 3',
    ]);
    expect(exactly.text).toContain('@near_kernel_all_sound R 7 generators');
  });

  test('where the group is not listed, its order and half of it have no numeral', () => {
    const half = { kind: 'reflections', reflections: ['(1,2)', '(1,3)'] };
    const { theorems, text } = stated(
      certificateOf('S9', 'poly:1', exact('<=', 181_440, half), exact('<=', 362_880, half)),
    );
    expect(theorems.map(({ statement }) => statement)).toEqual([
      'at_most G signed (exact G (polynomials R 9 9 (iota 0 2))) #|G|./2',
      'at_most G signed (exact G (polynomials R 9 9 (iota 0 2))) #|G|',
    ]);
    expect(text).toMatch(/By reflections\.kernel_half_sound/);
  });

  test('functions on points, and maps', () => {
    expect(statements(certificateOf('S3', 'pointwise:2', exact('<=', 3, subgroup('(1,2,3)'))))).toEqual([
      'at_most G signed (exact G (pointwise R 3 2)) 3',
    ]);
    const upper = exact('<=', 12, subgroup('(1,2,3)', '(2,3,4)'), 'probability');
    expect(statements(certificateOf('S4', 'maps:linear→linear', upper))).toEqual([
      'at_most G probability (exact G (maps R 4 4 [:: 1])) 12',
    ]);
    expect(statements(certificateOf('B2', 'maps:poly:1→linear', exact('>=', 2, orbit(1, 0))))).toEqual([
      'at_least G signed (exact G (maps R 2 4 (iota 0 2))) 2',
    ]);
  });

  test('groups that are not listed', () => {
    const large = stated(certificateOf('S9', 'linear', weak('<=', 9, '1/2', gram('monomials', ...rotations))));
    expect(large.theorems.map(({ statement }) => statement)).toEqual([
      'at_most G uniform (weak G (polynomials R 9 9 [:: 1]) (fraction R 1%BZ 2%BZ)) 9',
    ]);
    expect(large.text).toContain('@near_monomials_sound R 9 generators');
    const one = weak('<=', 1, '1/2', gram('monomials', '()'));
    expect(coqFile(certificateOf('S9', 'linear', one), 'id')).toEqual(
      E.left(expect.stringMatching(/^no sum of squares was found on the monomials/)),
    );
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

  test('other actions name the vectors of the points, and the number in their coordinates', () => {
    const harmonics = { kind: 'harmonics' };
    const pentagon = stated(certificateOf('C5@plane', 'poly:2', exact('=', 5, harmonics)));
    expect(pentagon.theorems.map(({ statement }) => statement)).toEqual([
      'least G signed (exact G (polynomials_under c 2 5 G vectors (iota 0 3))) 5',
    ]);
    // c = 2cos(2π/5) = 0.618… is a root of x² + x − 1, and v_2 = c v_1 − v_0.
    expect(pentagon.text).toContain('Definition modulus : seq Z :=\n  [:: 1%BZ; (-1)%BZ].');
    expect(pentagon.text).toMatch(/is_root c modulus 618033988749894848\d+%BZ 618033988749894848\d+%BZ 10{30}%BZ ->/);
    expect(pentagon.text).toContain(
      '[:: [:: [:: 1%BZ]; [::]]; [:: [::]; [:: 1%BZ]]; [:: [:: (-1)%BZ]; [:: 0%BZ; 1%BZ]]',
    );
    const square = stated(certificateOf('C4@plane', 'poly:2', exact('=', 4, harmonics)));
    expect(square.theorems.map(({ statement }) => statement)).toEqual([
      'least G signed (exact G (polynomials_under (0%R : R) 2 4 G vectors (iota 0 3))) 4',
    ]);
  });

  test('actions that are not faithful have points of the group itself, at 0', () => {
    const { text, theorems } = stated(
      certificateOf('S3@sign', 'linear', exact('<=', 2, { kind: 'scheme', scheme: scheme('()', '(1,2)') })),
    );
    expect(theorems.map(({ statement }) => statement)).toEqual([
      'at_most G signed (exact G (polynomials_under (0%R : R) 1 5 G vectors [:: 1])) 2',
    ]);
    expect(text).toContain('  [:: [:: [:: 1%BZ]]; [:: [:: (-1)%BZ]]; [::]; [::]; [::]].');
    // (1,2) also exchanges x and −x, the points 0 and 1.
    expect(text).toContain('[:: 1; 0; 3; 2; 4]');
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
      'functions on a set',
      certificateOf('B3', 'pointwise:2', exact('<=', 48, subgroup('[2,3,1]', '[-1,2,3]', '[2,1,3]'))),
      /pointwise:K is stated in Coq for K ≥ 1 and permutations/,
    ],
    [
      'maps, within ε',
      certificateOf('S3', 'maps:linear→linear', weak('<=', 6, '1/10', gram('monomials', '()'))),
      /on maps only claims about AC_ex/,
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
