/** Accepted certificates of every kind of evidence, with what their explanations must say. */
import type { Certificate } from '../../src/certificate/certificate.ts';
import { certificateOf, exact, freeOrbit, scheme, strong, subgroup, threshold, weak } from '../probe/support.ts';

const alternating = subgroup('(1,2,3)', '(2,3,4)');
const reflections = { kind: 'reflections', reflections: ['(1,2)', '(1,3)', '(1,4)', '(2,3)', '(2,4)', '(3,4)'] };
const wholeOfS3 = scheme('()', '(1,2)', '(1,3)', '(2,3)', '(1,2,3)', '(1,3,2)');
export const existence = (root: string, kind: string): unknown => ({ kind: 'existence', root, degrees: { kind } });
export const gram = (module: string, ...elements: readonly string[]): unknown => ({
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

/** The character table of S4 modulo 13; its rows have the degrees 1, 1, 2, 3, 3, the fourth one is in ℝ⁴. */
const symmetric4 = {
  prime: '13',
  classes: ['()', '(3,4)', '(2,4,3)', '(1,2,3,4)', '(1,2)(3,4)'],
  rows: [
    ['1', '1', '1', '1', '1'],
    ['1', '12', '1', '12', '1'],
    ['2', '0', '12', '0', '2'],
    ['3', '1', '0', '12', '12'],
    ['3', '12', '0', '1', '12'],
  ],
};

/** On C7@plane: 1 and the powers of 16, which stands for e^{2πi/7} modulo 29. */
const cyclic7 = {
  prime: '29',
  classes: Array.from({ length: 7 }, (_, a) =>
    a === 0 ? '()' : `(${Array.from({ length: 7 }, (_, i) => ((a * i) % 7) + 1).join(',')})`,
  ),
  rows: Array.from({ length: 7 }, (_, m) =>
    Array.from({ length: 7 }, (_, a) => `${Number(16n ** BigInt(a * m) % 29n)}`),
  ),
};

/** Fixed points, the sum of the trivial character and that of degree 3, show that 4 elements are needed. */
const fixedPoints = { kind: 'linear-programme', table: symmetric4, multipliers: ['1', '0', '0', '1', '0'] };
const monomial = (...exponents: readonly number[]): unknown => ({ kind: 'orbit', exponents: exponents.map(String) });

/** A phrase that belongs to one kind of evidence only. */
export const marks: Readonly<Record<string, string>> = {
  'free-orbit': 'The witness',
  annihilator: '*annihilator*',
  multiplicities: '*multiplicities*)',
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
  orbit: '*orbit*)',
  rank: '*rank*)',
  'linear-programme': '*linear programme*)',
  exhaustion: '*exhaustion*)',
  dimension: '*dimension*)',
  'two-sided': 'proved from both sides',
  generation: '*generation*)',
  pigeonhole: '*pigeonhole*)',
  tree: '*tree*;',
  code: '*code*;',
  displacement: '*displacement*)',
  'weak-below-strong': 'What bounds AC_wk from below',
};

export interface Example {
  readonly name: string;
  readonly certificate: Certificate;
  readonly kinds: readonly string[];
  /** Numbers and phrases of this very instance. */
  readonly says: readonly string[];
}

export const separation: Example = {
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

export const examples: readonly Example[] = [
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
  {
    name: 'orbit',
    certificate: certificateOf('S4', 'poly:3', exact('>=', 12, monomial(0, 1, 2, 0))),
    kinds: ['orbit'],
    says: [
      'b = x_2 x_3^2, of degree 3',
      'has **12** translates: x_2 x_3^2, ',
      'each element contributes one monomial only',
      'n! / Π m_i!',
      'even with signed weights',
    ],
  },
  {
    name: 'orbit with signs',
    certificate: certificateOf('B3', 'poly:2', exact('>=', 3, monomial(0, 2, 0))),
    kinds: ['orbit'],
    says: ['has **3** translates up to sign: x_2^2', 'no monomial is reached with two different signs'],
  },
  {
    name: 'rank',
    certificate: certificateOf('S4', 'poly:3', exact('>=', 10, { kind: 'rank', table: symmetric4, rows: ['3', '0'] })),
    kinds: ['rank'],
    says: [
      'rows 3, 0 of the character table modulo the prime 13 given with the evidence',
      'of degrees 1, 3',
      'shown to occur in F have the degrees 2, 3 (twice); those not shown to: 1',
      'Σ d_π² = 3² + 1² = **10**',
      '4 products',
    ],
  },
  {
    name: 'linear programme',
    certificate: certificateOf('S4', 'linear', exact('>=', 4, fixedPoints, 'probability')),
    kinds: ['linear-programme'],
    says: [
      'MATHEMATICS.md 2.5, *linear',
      '| 1 | the trivial one | 1 | 1 |',
      '| 3 | occurs in F | 1 | 1 |',
      'The other 3 irreducibles have multiplier 0',
      'φ(e) = Σ c_π d_π = 4 and c_1 = 1.',
      'the least value of φ is 0, at 2 of the 4 other conjugacy classes',
      'The bound is 4.',
    ],
  },
  {
    name: 'linear programme with ε',
    certificate: certificateOf('S4', 'linear', { ...weak('>=', 4, '1/10', fixedPoints), weights: 'probability' }),
    kinds: ['linear-programme'],
    says: [
      'MATHEMATICS.md 2.5 and 3.5',
      'c_1 + ε Σ d_π max(c_π, 0) = 1 + 1/10 · 3 = 13/10',
      'The bound is 40/13, and a size is a whole number, so at least 4.',
    ],
  },
  {
    name: 'exhaustion',
    certificate: certificateOf(
      'S4',
      'poly:2',
      exact('>=', 7, { kind: 'exhaustion', size: '7', weights: 'probability' }, 'probability'),
    ),
    kinds: ['exhaustion'],
    says: ['The group has 24 elements', 'at most 44552 sets of fewer than 7 elements', 'at least **7** are needed'],
  },
  {
    name: 'two sides, and a scheme that may be irrational',
    certificate: certificateOf(
      'C7@plane',
      'linear',
      exact(
        '=',
        3,
        {
          kind: 'two-sided',
          lower: { kind: 'linear-programme', table: cyclic7, multipliers: ['1', '11/20', '0', '0', '0', '0', '11/20'] },
          upper: { kind: 'dimension', table: cyclic7 },
        },
        'probability',
      ),
    ),
    kinds: ['two-sided', 'linear-programme', 'dimension'],
    says: [
      '#### From below',
      'at 2 of the 6 other conjugacy classes',
      'The bound is 21/10, and a size is a whole number, so at least 3.',
      '#### From above',
      'Counted are irreducibles of degrees 1 (twice): 1 + Σ d_π² = **3**',
      'Left out are those of degrees 1 (4 times)',
      'No scheme is given',
      'such weights exist, none are given',
      'but not for plain averages. The lower bound holds with probability weights',
    ],
  },
  {
    name: 'generation',
    certificate: certificateOf('Z2^3', 'all', weak('>=', 4, '1/2', { kind: 'generation', prime: '2' })),
    kinds: ['generation'],
    says: ['the quotient (ℤ/2)^3', 'needs 3 generators', 'at least 4 elements are needed, for every ε < 1'],
  },
  {
    name: 'pigeonhole',
    certificate: certificateOf('C100', 'all', weak('>=', 4, '1/4', { kind: 'pigeonhole', parts: '6' })),
    kinds: ['pigeonhole'],
    says: ['G/G′ has 100 elements', 'With m = 6', '6^2 < 100, so 3 elements are not enough'],
  },
  {
    name: 'tree',
    certificate: certificateOf(
      'S6',
      'all',
      weak('>=', 7, '89/500', { kind: 'tree', from: '6', polynomials: [['4/11', '1/26']] }),
    ),
    kinds: ['tree'],
    says: ['1 polynomial excludes n = 6 … 6', 'For n = 6: f_1 = 4/11, f_2 = 1/26', 'is less than |G| = 720'],
  },
  {
    name: 'code',
    certificate: certificateOf(
      'Z2^4',
      'all',
      weak('>=', 6, '1/4', { kind: 'code', from: '5', polynomials: [['0', '7/8']] }),
    ),
    kinds: ['code'],
    says: [
      '1 polynomial excludes n = 5 … 5',
      'For n = 5: f_2 = 7/8; f is at most 0 at w = 2 … 3',
      'f(0) ≈ 9.75000 is less than 2^r = 16',
    ],
  },
  {
    name: 'displacement by characters',
    certificate: certificateOf('C3xC3', 'all', {
      ...weak('<=', 4, '21/32', {
        kind: 'displacement',
        test: { kind: 'abelian', scheme: { elements: ['()', '(1,2,3)', '(4,5,6)', '(1,3,2)(4,6,5)'] } },
      }),
      quantity: 'AC_st',
    }),
    kinds: ['displacement'],
    says: ['at most 2ε = 21/16', '2 + 2cos(π/o) for odd o', '4 listed elements', 'the group of 9 elements'],
  },
  {
    name: 'displacement on modules',
    certificate: certificateOf('S4', 'linear', {
      ...weak('<=', 3, '2/9', {
        kind: 'displacement',
        test: { kind: 'gram', module: 'monomials', scheme: { elements: ['()', '(1,2)(3,4)', '(1,3,2,4)'] } },
      }),
      quantity: 'AC_st',
    }),
    kinds: ['displacement'],
    says: ['positive semidefinite for every h', 'the group of 24 elements'],
  },
  {
    name: 'strong symmetry from below',
    certificate: certificateOf('S4', 'all', {
      ...weak('>=', 4, '1/4', { kind: 'weak-below-strong', weak: { kind: 'welch' } }),
      quantity: 'AC_st',
      weights: 'signed',
    }),
    kinds: ['weak-below-strong', 'welch'],
    says: ['AC_wk(F, ε) ≤ AC_st(F, ε)', 'at least 4'],
  },
];
