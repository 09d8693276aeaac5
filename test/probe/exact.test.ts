import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { accepted, certificateOf, exact, freeOrbit, probe, scheme, subgroup, threshold } from './support.ts';

const alternating4 = subgroup('(1,2,3)', '(2,3,4)');
const alternating5 = subgroup('(1,2,3)', '(3,4,5)');

/** Accepted by the checker; the probes must find nothing against them. */
const sound: readonly (readonly [string, Certificate])[] = [
  ['S3', certificateOf('S3', 'poly:3', exact('=', 6, freeOrbit(0, 1, 2)))],
  ['S4', certificateOf('S4', 'poly:5', exact('<=', 12, alternating4, 'uniform'))],
  ['S4 threshold', certificateOf('S4', 'poly:6', threshold(6, freeOrbit(0, 1, 2, 3), alternating4))],
  ['S5', certificateOf('S5', 'poly:10', exact('=', 120, freeOrbit(0, 1, 2, 3, 4)))],
  ['A5', certificateOf('A5', 'poly:6', exact('=', 60, freeOrbit(0, 1, 2, 3, 0)))],
  [
    'S4 by reflections',
    certificateOf(
      'S4',
      'poly:5',
      exact('<=', 12, {
        kind: 'reflections',
        reflections: ['(1,2)', '(1,3)', '(1,4)', '(2,3)', '(2,4)', '(3,4)'],
      }),
    ),
  ],
  ['D8@plane', certificateOf('D8@plane', 'poly:8', exact('=', 16, { kind: 'harmonics' }))],
  ['D8@plane below', certificateOf('D8@plane', 'poly:7', exact('<=', 8, { kind: 'harmonics' }, 'uniform'))],
  ['C12@plane', certificateOf('C12@plane', 'poly:6', exact('=', 12, { kind: 'harmonics' }))],
  ['Z2^3', certificateOf('Z2^3', 'poly:3', exact('=', 8, { kind: 'free-orbit', factors: Array(3).fill(['0', '1']) }))],
  [
    'Z2^3 weighted',
    certificateOf(
      'Z2^3',
      'linear',
      exact('<=', 2, { kind: 'scheme', scheme: { elements: ['[1,2,3]', '[-1,-2,-3]'], weights: ['1/2', '1/2'] } }),
    ),
  ],
  ['Q8', certificateOf('Q8', 'all', exact('=', 8, { kind: 'regular' }))],
  [
    'C3 by an annihilator',
    certificateOf('C3', 'poly:1', exact('=', 3, { kind: 'annihilator', coefficients: ['0', '1'] })),
  ],
  ['S50', certificateOf('S50', 'poly:1', exact('<=', 50, { kind: 'scheme', scheme: rotations(50) }, 'uniform'))],
];

function rotations(n: number): { readonly elements: readonly string[] } {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  const turn = (by: number): string =>
    by === 0
      ? '()'
      : Array.from({ length: gcd(n, by) }, (_, start) => {
          const length = n / gcd(n, by);
          return `(${Array.from({ length }, (_unused, i) => ((start + i * by) % n) + 1).join(',')})`;
        }).join('');
  return scheme(...Array.from({ length: n }, (_, by) => turn(by)));
}

const false_: readonly (readonly [string, Certificate, RegExp])[] = [
  [
    'a bogus witness on too small a degree',
    certificateOf('S5', 'poly:2', exact('=', 120, freeOrbit(0, 0, 0, 1, 1))),
    /span only 42 of 120/,
  ],
  [
    'one degree below the threshold',
    certificateOf('S5', 'poly:9', exact('=', 120, freeOrbit(0, 1, 2, 3, 3))),
    /span only 119/,
  ],
  [
    'a witness that an element fixes, of a true claim',
    certificateOf('S3', 'poly:3', exact('=', 6, freeOrbit(0, 1, 1))),
    /evidence is false.*h = \(2,3\) fixes it/,
  ],
  [
    'a witness that a transposition fixes, in a group too large to list',
    certificateOf(
      'S20',
      'poly:190',
      exact('=', 2432902008176640000n, freeOrbit(...Array.from({ length: 20 }, (_, i) => (i === 5 ? 4 : i)))),
    ),
    /evidence is false.*h = \(5,6\) fixes it/,
  ],
  ['a subgroup too small', certificateOf('S5', 'poly:10', exact('<=', 60, alternating5)), /not exact: with f = .*x_/],
  ['a scheme of another size', certificateOf('S5', 'poly:9', exact('<=', 59, alternating5)), /60 elements, not 59/],
  [
    'a scheme moved by one element',
    certificateOf('S3', 'linear', exact('<=', 3, { kind: 'scheme', scheme: scheme('()', '(1,2,3)', '(1,2)') })),
    /not exact/,
  ],
  [
    'an element outside the group',
    certificateOf('A4', 'linear', exact('<=', 2, { kind: 'scheme', scheme: scheme('()', '(1,2)') })),
    /not in A4/,
  ],
  [
    'a threshold too large',
    certificateOf('S4', 'poly:7', threshold(7, freeOrbit(0, 1, 2, 4), alternating4)),
    /already on degree 6/,
  ],
  [
    'a threshold too small',
    certificateOf('S4', 'poly:5', threshold(5, freeOrbit(0, 1, 2, 2), alternating4)),
    /span only 23 of 24/,
  ],
  [
    'the plane below its degree',
    certificateOf('C12@plane', 'poly:5', exact('=', 12, { kind: 'harmonics' })),
    /span only 11/,
  ],
  ['too few rotations', certificateOf('C12@plane', 'poly:6', exact('<=', 6, plane6(), 'uniform')), /not exact/],
  [
    'an annihilator that does not vanish',
    certificateOf('S3', 'poly:3', exact('=', 6, { kind: 'annihilator', coefficients: ['1', '-1', '-1', '1'] })),
    /does not vanish at g/,
  ],
  [
    'a rotation listed as a reflection',
    certificateOf('S4', 'poly:1', exact('<=', 12, { kind: 'reflections', reflections: ['(1,2)', '(1,2,3)'] })),
    /not a reflection/,
  ],
  [
    'more elements than there are',
    certificateOf('Q8', 'all', exact('>=', 9, { kind: 'regular' })),
    /all 8 elements is exact/,
  ],
];

function plane6(): unknown {
  const turn = (by: number): string => rotations(12).elements[by]!;
  return { kind: 'scheme', scheme: scheme(...[0, 2, 4, 6, 8, 10].map(turn)) };
}

describe('exact claims that hold', () => {
  test.each(sound)('%s survives', (_, certificate) => {
    expect(accepted(certificate)).toBe(true);
    const report = probe(certificate);
    expect(report).toMatchObject({ falsified: false, claims: [{ claim: 0, outcome: 'survived' }] });
    expect(report.claims[0]!.runs).toBeGreaterThan(0);
  });
});

describe('exact claims that do not hold', () => {
  test.each(false_)('%s is falsified', (_, certificate, message) => {
    expect(accepted(certificate)).toBe(false);
    const report = probe(certificate);
    expect(report).toMatchObject({ falsified: true, claims: [{ outcome: 'falsified' }] });
    expect(report.claims[0]!.message).toMatch(message);
  });
});

test('a group too large to average over is said not to be', () => {
  const reflections = Array.from({ length: 12 }, (_, i) => `(1,${i + 2})`);
  const claim = exact('<=', 3113510400n, { kind: 'reflections', reflections });
  expect(probe(certificateOf('S13', 'poly:3', claim)).claims[0]).toMatchObject({
    outcome: 'not-probed',
    runs: 0,
    message: expect.stringContaining('3113510400 elements, too many'),
  });
});

test('the same seed gives the same report, and runs are as many as asked', () => {
  const certificate = certificateOf('S5', 'poly:10', exact('<=', 60, alternating5));
  expect(probe(certificate, 30, 'a')).toEqual(probe(certificate, 30, 'a'));
  const survivor = certificateOf('S4', 'poly:5', exact('<=', 12, alternating4));
  expect(probe(survivor, 17).claims[0]!.runs).toBe(17);
});

test('a counterexample is shrunk to something short', () => {
  const claim = exact('<=', 2, { kind: 'scheme', scheme: scheme('()', '(1,2)') });
  const { message } = probe(certificateOf('S4', 'poly:3', claim)).claims[0]!;
  expect(message).toMatch(/f = −?x_\d( [−+] x_\d)?, h = .*, x = \((0|1|-1), /);
});
