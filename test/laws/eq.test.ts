/** The laws of `Eq`, and that the operations respect it, for every exact ring and every family of groups. */
import { fc, test } from '@fast-check/vitest';
import type { Eq } from 'fp-ts/lib/Eq.js';
import { describe, expect } from 'vitest';
import { everyGroup } from '../support/groups.ts';
import { everyRing } from '../support/rings.ts';
import { fixed } from '../support/seed.ts';

/**
 * `elements` generates few enough values, or repeats them often enough, that some are equal; `rebuild` returns an equal
 * value by a calculation.
 */
const eqLaws = <A>(name: string, eq: Eq<A>, elements: fc.Arbitrary<A>, rebuild: (a: A, by: A) => A): void => {
  const triple = fc
    .tuple(elements, elements, elements, fc.nat(4))
    .map(([a, b, c, how]): readonly [A, A, A] =>
      how === 0
        ? [a, rebuild(a, b), c]
        : how === 1
          ? [a, b, rebuild(b, c)]
          : how === 2
            ? [a, rebuild(a, b), rebuild(a, c)]
            : [a, b, c],
    );
  describe(name, () => {
    test.prop([elements, elements], fixed())('a value equals itself, however it was calculated', (a, by) => {
      expect(eq.equals(a, a)).toBe(true);
      expect(eq.equals(a, rebuild(a, by))).toBe(true);
    });
    test.prop([triple], fixed())('symmetry', ([a, b]) => {
      expect(eq.equals(a, b)).toBe(eq.equals(b, a));
    });
    test.prop([triple], fixed())('transitivity', ([a, b, c]) => {
      if (eq.equals(a, b)) expect(eq.equals(b, c)).toBe(eq.equals(a, c));
    });
  });
};

describe('Eq', () => {
  for (const some of everyRing)
    some(({ name, ring, elements }) => eqLaws(name, ring, elements, (a, by) => ring.sub(ring.add(a, by), by)));
  for (const some of everyGroup)
    some(({ group, elements }) =>
      eqLaws(group.notation, group, elements, (g, by) => group.concat(group.concat(g, by), group.inverse(by))),
    );
});
