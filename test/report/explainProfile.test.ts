/** Explanations of certificates about several classes, and of why the theorem does not apply. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { readCertificate } from '../../src/check/index.ts';
import { certify } from '../../src/prove/certify.ts';
import { type LinearSolver, loadLinearSolver } from '../../src/prove/linearSolver.ts';
import { explainCertificate } from '../../src/report/explain.ts';
import { certificateOf, exact, scheme, subgroup } from '../probe/support.ts';
import { right } from '../support/unwrap.ts';

const heading = '## Why the theorem does not apply';
const orbitOf = (...exponents: readonly number[]): unknown => ({ kind: 'orbit', exponents: exponents.map(String) });
const schemeOf = (...elements: readonly string[]): unknown => ({ kind: 'scheme', scheme: scheme(...elements) });

/** A certificate whose claims have classes of their own. */
const documentOf = (group: string, functions: string, ...claims: readonly unknown[]): Certificate =>
  right(readCertificate(JSON.stringify({ format: 'reynolds-certificate', version: '1', group, functions, claims })));

describe('why the theorem does not apply', () => {
  const onPoints = (group: string, functions: string, claim: ReturnType<typeof exact>): string =>
    explainCertificate(certificateOf(group, functions, claim));

  test('products of functions on points are functions on points', () => {
    const lower = orbitOf(1, 0, 0);
    const upper = subgroup('(1,2,3)');
    const text = onPoints('S3', 'pointwise:5', exact('=', 3, { kind: 'two-sided', lower, upper }));
    expect(text).toContain('**Checked now: accepted.**');
    expect(text).toContain(heading);
    expect(text).toContain('MATHEMATICS.md 5.2');
    expect(text).toContain('ℝ^X of dimension 3, for every K ≥ 1');
    expect(text).toContain('one nontrivial irreducible is missing from ℝ^X, of degree 1');
    expect(text).toContain('less than |G| = 6 for every K');
    expect(text).toContain('as a function on the points');
    expect(text).not.toContain('below the threshold');
  });
  test('with signs the class stops growing at K = 2', () => {
    const text = onPoints('B2', 'pointwise:3', exact('<=', 8, subgroup('[2,1]', '[-1,2]')));
    expect(text).toContain('the 4 points ±e_1, …, ±e_2');
    expect(text).toContain('3 dimensions, for K = 1');
    expect(text).toContain('ℝ^X of dimension 4, for every K ≥ 2');
  });
  test('where ℝ^X has every irreducible already, it says so', () => {
    const text = onPoints('C3', 'pointwise:2', exact('>=', 3, orbitOf(1, 0, 0)));
    expect(text).toContain('every irreducible of the group is in ℝ^X already');
  });
  test('under an action with a kernel', () => {
    const text = onPoints('S4@sign', 'poly:3', exact('<=', 2, schemeOf('()', '(3,4)'), 'uniform'));
    expect(text).toContain('**Checked now: accepted.**');
    expect(text).toContain(heading);
    expect(text).toContain('12 elements act as the identity');
    expect(text).toContain('`(1,2)(3,4)`');
    expect(text).toContain('24/12 = **2**');
    expect(text).toContain('there is no threshold');
    expect(text).not.toContain('below the threshold');
    expect(text).not.toContain('gives k* ≤');
  });
  test('nothing of it for a faithful action on polynomials', () => {
    expect(onPoints('S4', 'poly:1', exact('>=', 4, orbitOf(0, 0, 0, 1)))).not.toContain(heading);
  });
});

describe('schemes decided by characters', () => {
  test('maps, and matrices', () => {
    const maps = explainCertificate(certificateOf('C3', 'maps:linear→linear', exact('<=', 3, subgroup('(1,2,3)'))));
    expect(maps).toContain('orbit of monomials times basis vectors by orbit');
    const matrices = 'perm:(1,2,3)@matrices:1:[[0,-1],[1,-1]]';
    const text = explainCertificate(
      certificateOf(matrices, 'linear', exact('<=', 3, schemeOf('()', '(1,2,3)', '(1,3,2)'))),
    );
    expect(text).toContain('**Checked now: accepted.**');
    expect(text).toContain('‖E_ω‖_F² = ‖E_ω − P‖_F² + dim F^G');
    expect(text).toContain('MATHEMATICS.md 2.16');
  });
});

describe('several classes', () => {
  const two = documentOf(
    'S4',
    'poly:3',
    { ...exact('>=', 4, orbitOf(0, 0, 0, 1)), functions: 'poly:1' },
    exact('>=', 12, orbitOf(0, 0, 1, 2)),
    { ...exact('>=', 4, orbitOf(0, 0, 0, 1), 'probability'), functions: 'poly:1' },
  );

  test('claims are headed by their classes, which are listed', () => {
    const text = explainCertificate(two);
    expect(text.match(/^#+ .*$/gm)).toEqual([
      '# Averaging over S4 on 2 classes of functions',
      '## In short',
      '## What is claimed',
      '## The group',
      '## The functions',
      '## Claim 0: AC_ex(poly:1) ≥ 4',
      '## Claim 1: AC_ex(poly:3) ≥ 12',
      '## Claim 2: AC_ex(poly:1) ≥ 4',
      '## What was checked by whom',
      '## How to check it',
    ]);
    expect(text).toContain('2 classes of functions: poly:1, poly:3. Each contains the one before');
    expect(text).toContain('0. AC_ex(S4, poly:1) ≥ 4: for S4 on polynomials of degree at most 1,');
    expect(text).toContain('1. AC_ex(S4, poly:3) ≥ 12: for S4 on polynomials of degree at most 3,');
  });
  test('evidence that occurs twice is explained once', () => {
    expect(explainCertificate(two)).toContain('The evidence is that of claim 0, and proves this too');
  });
});

describe('a profile', () => {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await loadLinearSolver();
  });
  const profile = (group: string, functions: string): Certificate =>
    right(
      certify({ topic: 'profile', group, functions, seed: 'test', minimize: false, solver, progress: () => undefined }),
    );

  test('has all bounds in one table, and each kind of proof once', () => {
    const certificate = profile('C7@plane', 'poly:3');
    const text = explainCertificate(certificate);
    expect(text).toContain('**Checked now: accepted.**');
    const rows = text.match(/^\| AC_ex\(poly:\d\) \| (probability|signed) \| .*$/gm) ?? [];
    expect(rows).toHaveLength(8);
    expect(text).toMatch(/^\| AC_ex\(poly:3\) \| signed \| = 7 \| harmonics \| harmonics \|/m);
    expect(text).toMatch(/^\| AC_ex\(poly:2\) \| probability \| ≥ 4, ≤ 5 \| linear-programme \| harmonics \|/m);
    expect(text).toContain('in 3 there is a gap between the bounds');
    const proofs = text.match(/^### [a-z-]+/gm) ?? [];
    expect(new Set(proofs).size).toBe(proofs.length);
    for (const kind of ['rank', 'linear-programme', 'dimension', 'harmonics']) expect(proofs).toContain(`### ${kind}`);
    expect(text).toContain('## The character table');
    expect(text).toContain('Modulo the prime 29: 7 irreducible characters, of degrees 1 (7 times)');
    expect(text).toContain(`There are ${certificate.claims.length} claims but only ${proofs.length} kinds of proof`);
  });
  test('is of a readable length, whatever the number of claims', () => {
    const claims = Array.from({ length: 300 }, (_, k) => ({
      ...exact('>=', 1, orbitOf(0, 0, 0), 'signed'),
      ...(k === 0 ? {} : { functions: `poly:${k}` }),
    }));
    const text = explainCertificate(documentOf('S3', 'poly:0', ...claims));
    expect(text).toContain('**Checked now: accepted.**');
    expect(text).toContain('(The first 12 of 300 claims; the table below has the bounds of all.)');
    expect(text).toContain('(The first 60 of 300 rows are shown.)');
    expect(text.length).toBeLessThan(16_000);
  });
});
