/** Profiles of AC_ex: values known from theory, both sides certified. */
import { beforeAll, describe, expect, test } from 'vitest';
import { printCertificate } from '../../src/certificate/identity.ts';
import { unlimited } from '../../src/check/allowance.ts';
import { checkText } from '../../src/check/index.ts';
import { subjectOf } from '../../src/check/subject.ts';
import { certify } from '../../src/prove/certify.ts';
import { charactersOf } from '../../src/prove/characters.ts';
import { type LinearSolver, loadLinearSolver } from '../../src/prove/linearSolver.ts';
import { exactLowerBounds, withTable } from '../../src/prove/lowerBounds.ts';
import { boundsInWords, profileOf } from '../../src/report/profile.ts';
import { parseInstance } from '../../src/representation/action.ts';
import { polynomials } from '../../src/representation/functionClass.ts';
import { right } from '../support/unwrap.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

/** The bounds of an accepted certificate, class by class. */
const profile = (topic: 'exact' | 'profile', group: string, functions: string, weights: 'probability' | 'signed') => {
  const certificate = right(
    certify({ topic, group, functions, seed: 'test', minimize: false, solver, progress: () => undefined }),
  );
  expect(checkText(printCertificate(certificate))).toMatchObject({ verdict: 'accepted' });
  return profileOf(certificate, weights).map(boundsInWords);
};

/** The best certified lower bound on AC_ex(Sym^{≤k}) for k = 1 … K and probability weights. */
const lowerBounds = (group: string, degrees: number): readonly bigint[] => {
  const found: bigint[] = [];
  right(
    parseInstance(group, (instance) => {
      const characters = right(charactersOf(instance));
      for (let k = 1; k <= degrees; k++) {
        const subject = withTable(subjectOf(instance, polynomials(k), unlimited), characters);
        const values = exactLowerBounds(subject, characters, solver).map(({ value }) => value);
        found.push(values.reduce((most, value) => (value > most ? value : most), 0n));
      }
      return { _tag: 'Right', right: undefined };
    }),
  );
  return found;
};

describe('AC_ex(S4, poly:k)', () => {
  // Six elements cannot do for k = 2: pairs of points force weights 1/6, points sums equal to 1/4 (MATHEMATICS.md 2.5).
  test('probability weights: 1, 4, 10, 12, 12, 12, 24', () => {
    expect(profile('profile', 'S4', 'poly:6', 'probability')).toEqual(['1', '4', '10', '12', '12', '12', '24']);
  });
  test('signed weights: 9 instead of 10', () => {
    expect(profile('profile', 'S4', 'poly:2', 'signed')).toEqual(['1', '4', '9']);
  });
});

describe('lower bounds by the linear programme', () => {
  test('S4', () => expect(lowerBounds('S4', 6)).toEqual([4n, 6n, 12n, 12n, 12n, 24n]));
  test('S5', () => expect(lowerBounds('S5', 10)).toEqual([5n, 10n, 20n, 40n, 40n, 60n, 60n, 60n, 60n, 120n]));
  test('S6', () =>
    expect(lowerBounds('S6', 15)).toEqual(
      [6, 15, 40, 120, 120, 180, 270, 270, 270, 360, 360, 360, 360, 360, 720].map(BigInt),
    ));
});

describe('where the theorem fails', () => {
  test('S3 on functions on three points needs 3 elements, whatever the degree', () => {
    expect(profile('exact', 'S3', 'pointwise:5', 'probability')).toEqual(['3']);
    expect(profile('exact', 'S3', 'pointwise:1', 'signed')).toEqual(['3']);
  });
  test('a kernel: S4 acting by signs needs 2 elements', () => {
    expect(profile('exact', 'S4@sign', 'poly:3', 'signed')).toEqual(['2']);
  });
  test('no threshold for an action with a kernel', () => {
    const outcome = certify({
      topic: 'threshold',
      group: 'S4@sign',
      seed: '',
      minimize: false,
      progress: () => undefined,
    });
    expect(outcome).toMatchObject({ _tag: 'Left', left: { kind: 'declined' } });
  });
});

describe('other actions', () => {
  test('the threshold of Ih on space is 15, its number of reflections', () => {
    const request = { topic: 'threshold', group: 'Ih@space', seed: '', minimize: false } as const;
    const certificate = right(certify({ ...request, progress: () => undefined }));
    expect(certificate.claims).toMatchObject([{ quantity: 'threshold', relation: '=', value: 15n }]);
  });
  test('linear maps of C7 on the plane need 7 elements, linear functions 3', () => {
    expect(profile('exact', 'C7@plane', 'linear', 'probability')).toEqual(['3']);
  });
});
