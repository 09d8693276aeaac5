import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { explainCertificate } from '../../src/report/explain.ts';
import { certificateOf, exact, freeOrbit, weak } from '../probe/support.ts';
import { examples, existence, gram, marks, separation } from './examples.ts';

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
      '## In short',
      '## What is claimed',
      '## The group',
      '## The functions',
      '## Claim 0: AC_ex(F) = 24',
      '## Claim 1: AC_wk(F, ε = 1/4) ≤ 25',
      '## Claim 2: AC_st(F, ε = 1/2) ≤ 25',
      '## Claim 3: AC_wk(F, ε = 1/10) ≥ 8',
      '## What was checked by whom',
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
    ['declined', certificateOf('S4', 'poly:1000001', bogus), '**Checked now: declined** (`unsupported`'],
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
