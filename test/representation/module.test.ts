/** Modules of monomials and the regular module: signed permutations that compose, and their invariants. */
import { fc, test } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect } from 'vitest';
import { binomial } from '../../src/algebra/integer.ts';
import type { Element } from '../../src/group/group.ts';
import { listGroup } from '../../src/group/listing.ts';
import type { Instance } from '../../src/representation/action.ts';
import {
  type ActionClass,
  allFunctions,
  linearFunctions as linear,
  maps,
  pointwise,
  polynomials,
} from '../../src/representation/functionClass.ts';
import {
  monomialCount,
  monomialModule,
  monomialModules,
  regularModule,
  type SignedPermutation,
  type TransitiveModule,
} from '../../src/representation/module.ts';
import { monomials, signedImage, traceOnMonomials } from '../support/actions.ts';
import { elementsOf, withInstance } from '../support/groups.ts';
import { fixed } from '../support/seed.ts';
import { left, right } from '../support/unwrap.ts';

const cases = [
  ['S4', 6],
  ['A4', 6],
  ['C5', 4],
  ['D5', 4],
  ['D5@vertices', 4],
  ['Z2^3', 4],
  ['B2', 5],
  ['B3', 5],
  ['Q8', 4],
  ['S3xC2', 4],
  ['Z2^2xS3', 3],
  ['Z2^2@regular', 3],
  ['B2@vertices', 4],
  ['perm:[2,-1,3];[2,3,1]', 4],
] as const;

const then = (outer: SignedPermutation, inner: SignedPermutation): SignedPermutation => ({
  target: Array.from(inner.target, (i) => outer.target[i]!),
  sign: Array.from(inner.sign, (sign, i) => sign * outer.sign[inner.target[i]!]!),
});
const listed = ({ target, sign }: SignedPermutation) => ({ target: Array.from(target), sign: Array.from(sign) });

const every = <G extends string>({ group }: Instance<G>): readonly Element<G>[] => {
  const listing = listGroup(group)!;
  return Array.from({ length: listing.size }, (_, i) => listing.unrank(i));
};

/** A module is a signed permutation representation, transitive up to sign; its `invariant` is what is invariant. */
const moduleLaws = <G extends string>(instance: Instance<G>, modules: readonly TransitiveModule<G>[]): void => {
  const { group } = instance;
  test.prop([elementsOf(group), elementsOf(group)], fixed(40))(
    'apply(gh) is apply(g) after apply(h), signs and all',
    (g, h) => {
      for (const { apply } of modules)
        expect(listed(apply(group.concat(g, h)))).toEqual(listed(then(apply(g), apply(h))));
    },
  );

  test.prop([elementsOf(group)], fixed(20))('every element permutes the basis up to sign', (g) => {
    for (const { apply, size } of modules) {
      const { target, sign } = apply(g);
      expect(Array.from(target).sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i));
      expect(sign.length).toBe(size);
      expect(Array.from(sign).every((s) => s === 1 || s === -1)).toBe(true);
    }
  });

  test('the orbit of the first basis vector is the whole basis', () => {
    const elements = every(instance);
    for (const { apply, size } of modules) expect(new Set(elements.map((g) => apply(g).target[0])).size).toBe(size);
  });

  test('invariant is fixed by every element, or the average over the group is zero and there is none', () => {
    const elements = every(instance);
    for (const { apply, size, invariant } of modules) {
      const average = new Array<number>(size).fill(0);
      for (const g of elements) {
        const { target, sign } = apply(g);
        average[target[0]!]! += sign[0]!;
      }
      if (invariant === undefined) {
        expect(average.every((x) => x === 0)).toBe(true);
        continue;
      }
      expect(invariant.length).toBe(size);
      expect(Array.from(invariant).every((s) => s === 1 || s === -1)).toBe(true);
      expect(average.map((x) => x * size * average[0]!)).toEqual(
        Array.from(invariant, (s) => s * invariant[0]! * elements.length * average[0]!),
      );
      for (const g of elements) {
        const { target, sign } = apply(g);
        for (let i = 0; i < size; i++) expect(invariant[target[i]!]).toBe(invariant[i]! * sign[i]!);
      }
    }
  });
};

/** One element after another: the module multiplies. */
const moduleLawsOnce = <G extends string>({ group }: Instance<G>, { apply }: TransitiveModule<G>): void => {
  for (const g of group.generators)
    for (const h of group.generators)
      expect(listed(apply(group.concat(g, h)))).toEqual(listed(then(apply(g), apply(h))));
};

/** The orbit of a monomial under the group, as text with signs, and whether the monomial meets its own negative. */
const orbitOf = <G extends string>(instance: Instance<G>, exponents: readonly number[]) => {
  const orbit = new Set<string>();
  let negates = false;
  for (const g of every(instance)) {
    const moved = new Array<number>(exponents.length);
    let sign = 1;
    signedImage(instance.action, g).forEach((image, i) => {
      moved[image.to] = exponents[i]!;
      if (image.sign === -1 && exponents[i]! % 2 === 1) sign = -sign;
    });
    orbit.add(moved.join());
    if (sign === -1 && moved.join() === exponents.join()) negates = true;
  }
  return { size: orbit.size, least: [...orbit].sort()[0]!, negates };
};

const traceOf = <G extends string>({ apply, size }: TransitiveModule<G>, g: Element<G>): number => {
  const { target, sign } = apply(g);
  let trace = 0;
  for (let i = 0; i < size; i++) if (target[i] === i) trace += sign[i]!;
  return trace;
};

describe.each(cases)('monomials of %s up to degree %i', (name, degree) => {
  withInstance(name, <G extends string>(instance: Instance<G>) => {
    const { action } = instance;
    const modules = right(monomialModules(instance, polynomials(degree)));
    moduleLaws(instance, modules);

    test('each orbit of monomials is isomorphic to exactly one module listed, and each module to an orbit', () => {
      // Modules are compared by their characters on the whole group, and by size.
      const elements = every(instance);
      const key = (traces: readonly (bigint | number)[]): string => traces.join();
      const orbits = new Set<string>();
      const seen = new Set<string>();
      for (let k = 0; k <= degree; k++)
        for (const exponents of monomials(action.dimension, k)) {
          const { least } = orbitOf(instance, exponents);
          if (seen.has(least)) continue;
          seen.add(least);
          const members = new Set<string>();
          for (const g of elements) {
            const moved = new Array<number>(action.dimension);
            signedImage(action, g).forEach((image, i) => {
              moved[image.to] = exponents[i]!;
            });
            members.add(moved.join());
          }
          const vectors = [...members].map((text) => text.split(',').map(Number));
          orbits.add(
            key(
              elements.map((g) => {
                const images = signedImage(action, g);
                let trace = 0;
                for (const vector of vectors) {
                  let sign = 1;
                  const fixes = images.every((image, i) => {
                    if (image.sign === -1 && vector[i]! % 2 === 1) sign = -sign;
                    return vector[image.to] === vector[i];
                  });
                  if (fixes) trace += sign;
                }
                return trace;
              }),
            ),
          );
        }
      const found = new Set(modules.map((module) => key(elements.map((g) => traceOf(module, g)))));
      expect([...found].sort()).toEqual([...orbits].sort());
    });

    test('linear functions are the action itself: dimensions and traces add up', () => {
      const parts = right(monomialModules(instance, linear));
      // Isomorphic orbits are listed once, so compare the set of sizes with the orbits of the coordinates.
      const sizes = new Set(
        Array.from(
          { length: action.dimension },
          (_, i) =>
            orbitOf(
              instance,
              Array.from({ length: action.dimension }, (_, j) => (i === j ? 1 : 0)),
            ).size,
        ),
      );
      expect(new Set(parts.map(({ size }) => size))).toEqual(sizes);
      if (parts.length === 1 && parts[0]!.size === action.dimension)
        for (const g of every(instance)) expect(BigInt(traceOf(parts[0]!, g))).toBe(traceOnMonomials(instance, g, 1));
    });

    test('constants come first, or among the first: one module has dimension one and is fixed', () => {
      expect(modules.some(({ size, invariant }) => size === 1 && invariant !== undefined)).toBe(true);
    });
  });
});

describe.each(['S4', 'A4', 'C5', 'Z2^3', 'B2', 'B3', 'Q8', 'Oh@space', 'S3xC2', 'Z2^2xS3', 'S3@sign'])(
  'modules of %s on points and for maps',
  (name) => {
    withInstance(name, <G extends string>(instance: Instance<G>) => {
      const { action } = instance;
      const sizes = (functions: ActionClass): readonly number[] =>
        right(monomialModules(instance, functions))
          .map(({ size }) => size)
          .sort((a, b) => a - b);
      const signed = action.kind === 'signed';
      for (const functions of [pointwise(2), maps(linear), maps(polynomials(2))])
        moduleLaws(instance, right(monomialModules(instance, functions)));

      test('pointwise: the constants, the coordinates, and with signs their squares, once for each pattern', () => {
        const pieces = [0, 1, 2, 3].map((k) => sizes(pointwise(k)));
        expect(pieces[0]).toEqual([1]);
        expect(pieces[1]).toEqual([1, ...sizes(linear)]);
        expect(pieces[3]).toEqual(pieces[2]);
        const squares = new Set(
          Array.from({ length: action.dimension }, (_, i) =>
            orbitOf(
              instance,
              Array.from({ length: action.dimension }, (_x, j) => (i === j ? 2 : 0)),
            ),
          ).map(({ least }) => least),
        );
        // In one variable the pattern of x² is that of 1.
        expect(pieces[2]!.length - pieces[1]!.length).toBe(signed && action.dimension > 1 ? squares.size : 0);
      });

      test('maps: a basis of V ⊗ V splits into the orbits of pairs', () => {
        const pairs = new Map<string, number>();
        const d = action.dimension;
        for (let i = 0; i < d; i++)
          for (let j = 0; j < d; j++) {
            const orbit = new Set(
              every(instance).map((g) => {
                const images = signedImage(action, g);
                return `${images[i]!.to},${images[j]!.to}`;
              }),
            );
            pairs.set([...orbit].sort()[0]!, orbit.size);
          }
        const found = right(monomialModules(instance, maps(linear)));
        expect(found.map(({ size }) => size).sort((a, b) => a - b)).toEqual([...pairs.values()].sort((a, b) => a - b));
        // The diagonal e_i ⊗ e_i sums to an invariant, whatever the signs: Σ over the orbit of i.
        const label = `x^(${Array.from({ length: d }, (_, i) => (i === 0 ? 1 : 0)).join(',')}) e_1`;
        expect(found.find((module) => module.label === label)?.invariant).toBeDefined();
      });

      test('monomialModule: one monomial, or one monomial with a vector', () => {
        if (action.kind !== 'permutation' && action.kind !== 'signed') throw new Error('coordinates are permuted');
        const exponents = Array.from({ length: action.dimension }, (_, i) => i + 1);
        const { size, label } = monomialModule(instance.group, action, exponents);
        expect(size).toBe(orbitOf(instance, exponents).size);
        expect(label).toBe(`x^(${exponents.join(',')})`);
        const withVector = monomialModule(instance.group, action, [...exponents, 0]);
        // Different exponents leave only sign changes, which keep e_1 up to sign.
        expect(withVector.size).toBe(size);
        moduleLawsOnce(instance, withVector);
      });
    });
  },
);

describe('monomialCount', () => {
  test.prop([fc.integer({ min: 1, max: 40 }), fc.nat(12)], fixed(200))('is C(d + k, k), and d for linear', (d, k) => {
    expect(BigInt(monomialCount(d, polynomials(k)))).toBe(binomial(d + k, k));
    expect(monomialCount(d, linear)).toBe(d);
    expect(monomialCount(d, pointwise(k))).toBe(1 + Math.min(k, 2) * d);
    expect(monomialCount(d, maps(linear))).toBe(d * d);
    expect(monomialCount(d, maps(polynomials(k)))).toBe(d * monomialCount(d, polynomials(k)));
  });
  test('counts what there is', () => {
    for (const [d, k] of [
      [1, 5],
      [3, 4],
      [4, 3],
    ] as const) {
      const all = Array.from({ length: k + 1 }, (_, j) => monomials(d, j).length).reduce((sum, n) => sum + n, 0);
      expect(monomialCount(d, polynomials(k))).toBe(all);
    }
  });
  test('stops at infinity instead of losing digits', () => {
    expect(monomialCount(1000, polynomials(1000))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('what monomialModules declines', () => {
  test.each([
    ['D5@plane', polynomials(2)],
    ['D5@plane', linear],
    ['S4', allFunctions],
    ['D5@plane', pointwise(1)],
    ['D5@plane', maps(linear)],
    ['Ih@space', polynomials(2)],
    ['Ih@space', maps(linear)],
    ['S30', maps(polynomials(4))],
    ['S100', polynomials(10)],
    ['S20', polynomials(10)],
    ['S1000', polynomials(1_000_000)],
  ])('%s', (name, functions) => {
    expect(withInstance(name, (instance) => left(monomialModules(instance, functions)).kind)).toBe('declined');
  });
});

test('monomials within the limit are listed in a few seconds, however many variables they have', () => {
  const sizes = withInstance('C1500', (instance) =>
    right(monomialModules(instance, polynomials(1))).map(({ size }) => size),
  );
  expect(sizes).toEqual([1, 1500]);
});

describe.each(['S4', 'D5', 'Q8', 'Z2^3', 'B2', 'A5'])('the regular module of %s', (name) => {
  withInstance(name, <G extends string>(instance: Instance<G>) => {
    const { group } = instance;
    const module = right(regularModule(group, 5000));
    moduleLaws(instance, [module]);

    test('has the dimension of the order, and character |G| at the identity, 0 elsewhere', () => {
      expect(BigInt(module.size)).toBe(group.order);
      for (const g of every(instance)) expect(traceOf(module, g)).toBe(group.equals(g, group.empty) ? module.size : 0);
    });

    test('is declined one below', () => {
      const answer = regularModule(group, module.size - 1);
      expect(E.isLeft(answer) && answer.left.kind).toBe('declined');
    });
  });
});

test('regularModule tells the truth when it declines', () => {
  withInstance('C3000', ({ group }) => {
    const answer = regularModule(group, 5000);
    if (E.isLeft(answer)) expect(answer.left.message).toContain('points');
  });
});
