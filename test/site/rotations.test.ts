/** The data of the first figure is certified, and the browser's arithmetic agrees with it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { average, sample, seenError, turns, worstError } from '../../site/plane.ts';
import { checkText } from '../../src/check/index.ts';
import { type RotationSet, rotationCertificate } from '../../src/cli/rotations.ts';

const sets = JSON.parse(
  readFileSync(new URL('../../site/rotations.json', import.meta.url), 'utf8'),
) as readonly RotationSet[];
const f = sample();
const all = Array.from({ length: turns }, (_, i) => i);
const exact = average(f, all);

describe('the sets of rotations', () => {
  test('are one for each number from 1 to 100', () => {
    expect(sets.map(({ turns: set }) => set.length)).toEqual(all.map((i) => i + 1));
  });

  test('have the ε that the checker accepts, and it refuses the next smaller one', () => {
    for (const { turns: set, epsilon } of sets) {
      expect(checkText(rotationCertificate({ turns: set, epsilon })).verdict).toBe('accepted');
      if (epsilon > 0)
        expect(checkText(rotationCertificate({ turns: set, epsilon: epsilon - 1 })).verdict).toBe('rejected');
    }
  });

  test('have the error that the figure computes for them', () => {
    for (const { turns: set, epsilon } of sets) {
      const parts = worstError(set) * 10_000;
      expect(parts).toBeLessThan(epsilon + 1e-6);
      expect(parts).toBeGreaterThan(epsilon - 1 - 1e-6);
    }
  });
});

describe('the function of the figure', () => {
  test('averaged over all rotations is the same in every direction', () => {
    const turned = average(exact, [17]);
    for (let i = 0; i < exact.length; i++) expect(Math.abs(turned[i]! - exact[i]!)).toBeLessThan(1e-12);
  });

  test('has the error 1 under one rotation, 0 under all, and never more than the worst function', () => {
    expect(seenError(f, average(f, [31]), exact)).toBeCloseTo(1, 10);
    expect(seenError(f, average(f, all), exact)).toBeCloseTo(0, 12);
    for (const { turns: set } of sets.filter((_, i) => i % 9 === 0))
      expect(seenError(f, average(f, set), exact)).toBeLessThanOrEqual(worstError(set) + 1e-12);
  });

  test('its error is the mean over all rotations that defines weak approximation', () => {
    const averaged = average(f, sets[6]!.turns);
    const meanDistance = (g: Float64Array): number =>
      all.reduce((sum, turn) => sum + seenErrorScale(g, average(g, [turn])), 0) / turns;
    // E_g‖u − g·u‖² = 2‖u − Pu‖², so the ratio of the means is the ratio that seenError takes.
    expect(meanDistance(averaged) / meanDistance(f)).toBeCloseTo(seenError(f, averaged, exact), 9);
  });
});

/** Squared distance on the disc, up to a common factor: circles weigh as their circumference. */
const seenErrorScale = (u: Float64Array, v: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += (Math.floor(i / 400) + 0.5) * (u[i]! - v[i]!) ** 2;
  return sum;
};
