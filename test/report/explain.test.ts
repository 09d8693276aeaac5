import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { explainCertificate } from '../../src/report/explain.ts';
import { certificateOf, exact, freeOrbit, scheme, strong, subgroup, threshold, weak } from '../probe/support.ts';

const alternating = subgroup('(1,2,3)', '(2,3,4)');
const reflections = { kind: 'reflections', reflections: ['(1,2)', '(1,3)', '(1,4)', '(2,3)', '(2,4)', '(3,4)'] };
const wholeOfS3 = scheme('()', '(1,2)', '(1,3)', '(2,3)', '(1,2,3)', '(1,3,2)');
const existence = (root: string, kind: string): unknown => ({ kind: 'existence', root, degrees: { kind } });
const gram = (module: string, ...elements: readonly string[]): unknown => ({
  kind: 'gram',
  module,
  scheme: scheme(...elements),
});

/** The character table of S3 modulo 7: trivial, sign, and the one of dimension 2. */
const symmetric3 = {
  kind: 'multiplicities',
  table: {
    prime: '7',
    classes: ['()', '(1,2)', '(1,2,3)'],
    rows: [
      ['1', '1', '1'],
      ['1', '6', '1'],
      ['2', '0', '6'],
    ],
  },
  degrees: ['0', '3', '1'],
};

/** A phrase that belongs to one kind of evidence only. */
const marks: Readonly<Record<string, string>> = {
  'free-orbit': 'The witness',
  annihilator: '*annihilator*',
  multiplicities: 'character table modulo the prime',
  subgroup: 'projection onto the H-invariants',
  reflections: 'vanishes on its mirror',
  harmonics: 'Plane polynomials are sums',
  existence: 'Golden–Thompson',
  gram: 'positive semidefinite on each module',
  abelian: 'The group is abelian',
  plane: '|A| + |B|',
  moments: 'T_m = (ω̃*ω)^{*m}(e)',
  blocks: 'Young’s orthogonal form',
  welch: '*Welch*',
  'strong-from-weak': 'From weak to strong',
};

interface Example {
  readonly name: string;
  readonly certificate: Certificate;
  readonly kinds: readonly string[];
  /** Numbers and phrases of this very instance. */
  readonly says: readonly string[];
}

const separation: Example = {
  name: 'existence, strong, Welch',
  certificate: certificateOf(
    'S4',
    'poly:6',
    exact('=', 24, freeOrbit(0, 1, 2, 3)),
    weak('<=', 25, '1/4', existence('1/2', 'involutions')),
    strong(25, '1/2', existence('1/2', 'involutions')),
    { ...weak('>=', 8, '1/10', { kind: 'welch', exact: '0' }), weights: 'signed' },
  ),
  kinds: ['free-orbit', 'existence', 'strong-from-weak', 'welch'],
  says: [
    'D = 9',
    't = a/b = 1/2',
    'a = 1, b = 2, n = 25',
    '(3^3 · 1^1)^25 > (2D)^(2b) · b^(2bn) = 18^4 · 2^100',
    'about 36 digits',
    'It already holds for 24',
    'The factor here is 2; the paper states it with 4',
    'ε/2 = 1/4',
    '= 80/11 ≈ 7.27273',
    'at least 8',
    'claim 0 of this certificate shows AC_ex = |G|',
    'Taken from the literature',
  ],
};

const examples: readonly Example[] = [
  separation,
  {
    name: 'free orbit',
    certificate: certificateOf('S5', 'poly:10', exact('=', 120, freeOrbit(0, 1, 2, 3, 4))),
    kinds: ['free-orbit'],
    says: [
      'f = x_2 x_3^2 x_4^3 x_5^4, of degree 10',
      'pairwise different',
      '120 different translates',
      'the 3003 monomials of degree at most 10',
      'the paper proves k* ≤ 14',
      'gives k* ≤ 10',
      'The value is the same for uniform, probability and signed weights',
    ],
  },
  {
    name: 'free orbit with equal exponents',
    certificate: certificateOf('A5', 'poly:6', exact('=', 60, freeOrbit(0, 1, 2, 3, 0))),
    kinds: ['free-orbit'],
    says: ['f = x_2 x_3^2 x_4^3, of degree 6', 'equal exponents are {x_1, x_5}'],
  },
  {
    name: 'free orbit with signs',
    certificate: certificateOf(
      'Z2^3',
      'poly:3',
      exact('=', 8, { kind: 'free-orbit', factors: Array(3).fill(['0', '1']) }),
    ),
    kinds: ['free-orbit'],
    says: ['(1 + x_1) (1 + x_2) (1 + x_3), of degree 3', 'an even and an odd exponent', 'windows'],
  },
  {
    name: 'annihilator',
    certificate: certificateOf('C3', 'poly:1', exact('=', 3, { kind: 'annihilator', coefficients: ['0', '1'] })),
    kinds: ['annihilator'],
    says: ['a_1 = 1', 'the combination is 3 ≠ 0'],
  },
  {
    name: 'multiplicities',
    certificate: certificateOf('S3', 'poly:3', exact('=', 6, symmetric3)),
    kinds: ['multiplicities'],
    says: ['modulo the prime 7, with 3 irreducible characters', 'the greatest is 3', '| 1 | 2 | 1 |', '| 3 | 1 | 1 |'],
  },
  {
    name: 'threshold from both sides',
    certificate: certificateOf('S4', 'poly:6', threshold(6, freeOrbit(0, 1, 2, 3), reflections)),
    kinds: ['free-orbit', 'reflections'],
    says: ['Degree 6 needs every element', 'Degree 5 does not', '6 mirrors', '12 elements', 'k* ≤ 9', 'k* ≤ 6'],
  },
  {
    name: 'subgroup below the threshold',
    certificate: certificateOf('S4', 'poly:5', exact('<=', 12, alternating, 'uniform')),
    kinds: ['subgroup'],
    says: [
      '12 elements, index 2',
      'What is missing',
      'some irreducible representation does not occur',
      'the sign: it occurs first in degree 6',
      'holds for probability and signed weights too',
    ],
  },
  {
    name: 'harmonics',
    certificate: certificateOf('C12@plane', 'poly:6', exact('=', 12, { kind: 'harmonics' })),
    kinds: ['harmonics'],
    says: ['⌊12/2⌋ = 6', 'k = 6 is enough', 'multiples of 2π/12'],
  },
  {
    name: 'gram on monomials',
    certificate: certificateOf('S4', 'poly:2', weak('<=', 3, '1', gram('monomials', '()', '(1,2,3)', '(1,4)'))),
    kinds: ['gram'],
    says: ['of dimensions 1, 4, 6', '3 elements, averaged plainly: `()`, `(1,2,3)`, `(1,4)`'],
  },
  {
    name: 'gram on the regular representation',
    certificate: certificateOf('S3', 'all', weak('<=', 3, '1', gram('regular', '()', '(1,2,3)', '(1,2)'))),
    kinds: ['gram'],
    says: ['module of dimension 6'],
  },
  {
    name: 'abelian',
    certificate: certificateOf(
      'C7',
      'all',
      weak('<=', 3, '2/9', { kind: 'abelian', scheme: scheme('()', '(1,2,3,4,5,6,7)', '(1,4,7,3,6,2,5)') }),
    ),
    kinds: ['abelian'],
    says: ['7 characters', 'with ε = 2/9'],
  },
  {
    name: 'plane',
    certificate: certificateOf(
      'C4@plane',
      'poly:2',
      weak('<=', 2, '1', { kind: 'plane', scheme: scheme('()', '(1,2,3,4)') }),
    ),
    kinds: ['plane'],
    says: ['m = 1 … 2', '4-th roots of unity'],
  },
  {
    name: 'moments',
    certificate: certificateOf('S3', 'all', weak('<=', 6, '1/10', { kind: 'moments', power: '2', scheme: wholeOfS3 })),
    kinds: ['moments'],
    says: ['m = 2', '6 · T_2 − 1 ≤ (1/10)^2'],
  },
  {
    name: 'blocks',
    certificate: certificateOf('S3', 'all', weak('<=', 6, '1/10', { kind: 'blocks', scheme: wholeOfS3 })),
    kinds: ['blocks'],
    says: ['partitions of 3: 2 besides the trivial one'],
  },
];

describe('accepted certificates', () => {
  test.each(examples)('$name', ({ certificate, kinds, says }) => {
    const text = explainCertificate(certificate);
    expect(text).toContain('**Checked now: accepted.**');
    expect(text).toContain('arXiv 2512.11855');
    expect(text).toContain('npx reynolds check FILE');
    for (const phrase of says) expect(text).toContain(phrase);
    for (const [kind, mark] of Object.entries(marks))
      expect([kind, text.includes(mark)]).toEqual([kind, kinds.includes(kind)]);
  });

  test('sections come in order, and claims are numbered', () => {
    const headings = explainCertificate(separation.certificate).match(/^#+ .*$/gm);
    expect(headings).toEqual([
      '# Averaging over S4 on polynomials of degree at most 6',
      '## What is claimed',
      '## The group',
      '## The functions',
      '## Claim 0: AC_ex(F) = 24',
      '## Claim 1: AC_wk(F, ε = 1/4) ≤ 25',
      '## Claim 2: AC_st(F, ε = 1/2) ≤ 25',
      '## Claim 3: AC_wk(F, ε = 1/10) ≥ 8',
      '## How to check it',
    ]);
  });

  test('long lists are cut, and say so; huge numbers show their size', () => {
    const elements = Array.from({ length: 40 }, () => '()');
    const long = explainCertificate(certificateOf('S3', 'linear', weak('<=', 40, '1', gram('monomials', ...elements))));
    expect(long).toContain('… (the first 12 of 40)');
    const huge = explainCertificate(
      certificateOf('S50', 'all', weak('<=', 3000, '1/10', existence('3/10', 'involutions'))),
    );
    expect(huge).toContain('304140932017… (65 digits)');
    expect(huge.length).toBeLessThan(6000);
  });
});

describe('certificates that are not accepted', () => {
  const bogus = exact('=', 24, freeOrbit(0, 1, 2, 2));

  test.each<readonly [string, Certificate, string]>([
    ['rejected', certificateOf('S4', 'poly:5', bogus), '**Checked now: rejected** (`orbit-not-free`'],
    ['malformed', certificateOf('T4', 'poly:5', bogus), '**Checked now: malformed** (`group-notation`'],
    ['declined', certificateOf('S4', 'pointwise:2', bogus), '**Checked now: declined** (`unsupported`'],
    [
      'a later claim',
      certificateOf(
        'S4',
        'poly:6',
        exact('=', 24, freeOrbit(0, 1, 2, 3)),
        weak('>=', 9, '1/10', { kind: 'welch', exact: '0' }),
      ),
      '**Checked now: rejected** (`claim-not-implied`: claim 1',
    ],
  ])('%s', (_, certificate, verdict) => {
    const text = explainCertificate(certificate);
    expect(text).toContain(verdict);
    expect(text).toContain('What is claimed, but not proved');
    expect(text).not.toContain('accepted.**');
    expect(text).not.toContain('Hence');
    expect(text).not.toContain('The checker verifies');
    for (const mark of Object.values(marks)) expect(text).not.toContain(mark);
  });
});
