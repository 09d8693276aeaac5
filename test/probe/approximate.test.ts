import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { probeCertificate } from '../../src/probe/probe.ts';
import {
  accepted,
  type ClaimData,
  certificateOf,
  exact,
  leastEpsilon,
  probe,
  scheme,
  strong,
  thousandths,
  weak,
} from './support.ts';

const fano = scheme('()', '(1,2,3,4,5,6,7)', '(1,4,7,3,6,2,5)');

/** A scheme with evidence that the checker decides exactly, so that its least ε is known from the other side. */
interface Measured {
  readonly name: string;
  readonly group: string;
  readonly functions: string;
  readonly evidence: { readonly kind: string; readonly scheme: { readonly elements: readonly string[] } };
}

const gram = (group: string, functions: string, ...elements: readonly string[]): Measured => ({
  name: `${group} ${functions}`,
  group,
  functions,
  evidence: {
    kind: 'gram',
    ...{ module: functions === 'all' ? 'regular' : 'monomials' },
    scheme: scheme(...elements),
  },
});

const measured: readonly Measured[] = [
  gram('S3', 'all', '()', '(1,2,3)', '(1,2)', '(2,3)'),
  gram('S3', 'linear', '()', '(1,2,3)', '(1,2)'),
  gram('S4', 'poly:3', '()', '(1,2,3)', '(1,4)', '(1,3,2,4)', '(2,3,4)', '(1,2)(3,4)', '(1,4,3)'),
  gram('S4', 'all', '()', '(1,2,3)', '(1,4)', '(1,3,2,4)', '(2,3,4)', '(1,2)(3,4)', '(1,4,3)', '(2,4)', '(1,2,3,4)'),
  gram('A5', 'all', '()', '(1,2,3)', '(1,2,3,4,5)', '(1,4)(2,3)', '(2,3,5)', '(1,5,3)', '(1,3,5,2,4)', '(2,5)(3,4)'),
  gram('A5', 'poly:2', '()', '(1,2,3,4,5)', '(1,4)(2,3)', '(2,3,5)', '(1,5,3)'),
  gram('Z2^3', 'poly:2', '[1,2,3]', '[-1,2,3]', '[1,-2,-3]', '[-1,2,-3]', '[1,-2,3]'),
  gram('Q8', 'all', '[1,2,3,4]', '[2,-1,4,-3]', '[3,-4,-1,2]', '[-1,-2,-3,-4]', '[-2,1,-4,3]'),
  { name: 'C7 all', group: 'C7', functions: 'all', evidence: { kind: 'abelian', scheme: fano } },
  {
    name: 'C12@plane',
    group: 'C12@plane',
    functions: 'poly:4',
    evidence: {
      kind: 'plane',
      scheme: scheme(
        '()',
        '(1,5,9)(2,6,10)(3,7,11)(4,8,12)',
        '(1,4,7,10)(2,5,8,11)(3,6,9,12)',
        '(1,7)(2,8)(3,9)(4,10)(5,11)(6,12)',
      ),
    },
  },
  {
    name: 'D8@plane',
    group: 'D8@plane',
    functions: 'poly:8',
    evidence: {
      kind: 'plane',
      scheme: scheme('()', '(1,4,7,2,5,8,3,6)', '(1,5)(2,6)(3,7)(4,8)', '(2,8)(3,7)(4,6)', '(1,3)(4,8)(5,7)'),
    },
  },
];

const at =
  ({ group, functions, evidence }: Measured, claim: (epsilon: string) => ClaimData) =>
  (epsilon: string) =>
    certificateOf(group, functions, {
      ...claim(epsilon),
      ...(claim(epsilon).evidence === undefined ? { evidence } : {}),
    });

describe.each(measured)('$name', (instance) => {
  const { evidence } = instance;
  const size = evidence.scheme.elements.length;
  const weakly = at(instance, (epsilon) => weak('<=', size, epsilon, evidence));

  test('survives at its error and is falsified 5% below', () => {
    const least = leastEpsilon(weakly);
    expect(least).toBeGreaterThan(40);
    expect(least).toBeLessThan(1000);
    expect(probe(weakly(thousandths(least)))).toMatchObject({ falsified: false, claims: [{ outcome: 'survived' }] });
    const below = weakly(thousandths(Math.floor(0.95 * (least - 1))));
    expect(probe(below)).toMatchObject({ falsified: true });
    expect(probe(below).claims[0]!.message).toMatch(/misses ε = .*with f = .*E_g‖E_ωf − g·E_ωf‖² is 0\.\d+ times/);
  });

  test('is strong at twice its error', () => {
    const least = leastEpsilon(weakly);
    const strongly = at(instance, (epsilon) => strong(size, epsilon, evidence));
    expect(probe(strongly(thousandths(2 * least)))).toMatchObject({
      falsified: false,
      claims: [{ outcome: 'survived' }],
    });
    // E_ωf differs from some translate by at least its distance to the mean of all.
    expect(probe(strongly(thousandths(Math.floor(least / 3)))).falsified).toBe(true);
  });
});

describe('other approximate claims', () => {
  const gramEvidence = (elements: readonly string[]): unknown => ({
    kind: 'gram',
    module: 'monomials',
    scheme: scheme(...elements),
  });

  test.each<readonly [string, Certificate, RegExp]>([
    [
      'a smaller size',
      certificateOf('S3', 'linear', weak('<=', 2, '1/2', gramEvidence(['()', '(1,2,3)', '(1,3,2)']))),
      /3 elements, not 2/,
    ],
    [
      'an element of a larger group',
      certificateOf('S3', 'linear', weak('<=', 2, '1/2', gramEvidence(['()', '(1,2,3,4)']))),
      /evidence is false/,
    ],
    [
      'a trivial scheme on a huge group',
      certificateOf('S30', 'poly:2', weak('<=', 1, '1/2', gramEvidence(['()']))),
      /estimated/,
    ],
    [
      'a Welch bound above the Fano plane',
      certificateOf('C7', 'all', weak('>=', 4, '2/9', { kind: 'welch' })),
      /pass ε = 2\/9 on every function/,
    ],
    [
      'existence of a single element',
      certificateOf('S3', 'all', weak('<=', 1, '1/10', existence('3/10'))),
      /each of the 1 multisets/,
    ],
    [
      'weights that do not belong to a plain average',
      certificateOf(
        'S3',
        'linear',
        weak('<=', 3, '1/2', {
          kind: 'gram',
          module: 'monomials',
          scheme: { elements: ['()', '(1,2,3)', '(1,3,2)'], weights: ['1/2', '1/4', '1/4'] },
        }),
      ),
      /weights are probability/,
    ],
  ])('%s is falsified', (_, certificate, message) => {
    expect(accepted(certificate)).toBe(false);
    const report = probe(certificate, 20);
    expect(report.falsified).toBe(true);
    expect(report.claims[0]!.message).toMatch(message);
  });

  test('bounds without a scheme: existence and Welch', () => {
    const certificate = certificateOf(
      'S3',
      'all',
      exact('=', 6, { kind: 'regular' }),
      weak('<=', 70, '1/10', existence('3/10')),
      weak('>=', 4, '1/10', { kind: 'welch' }),
    );
    expect(accepted(certificate)).toBe(true);
    const report = probe(certificate);
    expect(report.claims.map(({ outcome }) => outcome)).toEqual(['survived', 'survived', 'survived']);
    expect(report.claims[2]!.message).toContain('other weights were not probed');
  });

  test('existence in a large group is not probed', () => {
    const certificate = certificateOf('S50', 'all', weak('<=', 3000, '1/10', existence('3/10')));
    expect(probe(certificate).claims[0]).toMatchObject({
      outcome: 'not-probed',
      message: expect.stringContaining('refutes nothing'),
    });
  });

  test('a scheme on a large group survives by estimated averages', () => {
    const turns = Array.from({ length: 20 }, (_, by) => {
      const image = Array.from({ length: 20 }, (_unused, i) => (i + by) % 20);
      return cyclesOf(image);
    });
    const certificate = certificateOf('S20', 'poly:1', weak('<=', 20, '1/10', gramEvidence(turns)));
    expect(accepted(certificate)).toBe(true);
    expect(probe(certificate).claims[0]).toMatchObject({
      outcome: 'survived',
      message: expect.stringContaining('Hoeffding'),
    });
  });

  test('weights of many digits: doubles with a tolerance, or not at all', () => {
    const weighted = (digits: number): Certificate => {
      const big = 10n ** BigInt(digits);
      const weights = [`${big}`, `${-big}`, '1'];
      const evidence = { kind: 'gram', module: 'monomials', scheme: { elements: ['()', '(1,2)', '(1,2,3)'], weights } };
      return certificateOf('S3', 'linear', { ...weak('<=', 3, '1/2', evidence), weights: 'signed' });
    };
    expect(probe(weighted(20)).claims[0]).toMatchObject({ outcome: 'falsified' });
    expect(probe(weighted(200)).claims[0]).toMatchObject({ outcome: 'not-probed' });
  });

  test('progress is reported claim by claim', () => {
    const seen: (readonly (string | number | undefined)[])[] = [];
    const certificate = certificateOf(
      'S3',
      'all',
      exact('=', 6, { kind: 'regular' }),
      weak('>=', 2, '1/10', { kind: 'welch' }),
    );
    probeCertificate(certificate, { runs: 5, seed: 'test', progress: (...step) => seen.push(step) });
    expect(seen).toEqual([
      ['probing claim 0', 0, 2],
      ['probing claim 1', 1, 2],
      ['probing', 2, 2],
    ]);
  });

  test('notation that cannot be read: wrong is falsified, too large is not probed', () => {
    const claim = exact('=', 6, { kind: 'regular' });
    expect(probe(certificateOf('T3', 'all', claim))).toMatchObject({ falsified: true });
    expect(probe(certificateOf('S3', 'pointwise:2', claim)).claims[0]).toMatchObject({ outcome: 'not-probed' });
  });
});

function existence(root: string): unknown {
  return { kind: 'existence', root, degrees: { kind: 'involutions' } };
}

function cyclesOf(image: readonly number[]): string {
  const seen = new Set<number>();
  const cycles = image.flatMap((_, start) => {
    const cycle: number[] = [];
    for (let i = start; !seen.has(i); i = image[i]!) {
      seen.add(i);
      cycle.push(i + 1);
    }
    return cycle.length > 1 ? [`(${cycle.join(',')})`] : [];
  });
  return cycles.length === 0 ? '()' : cycles.join('');
}
