/** Characters of the summands of function classes, against traces on explicit bases. */
import { describe, expect, test } from 'vitest';
import { type Cyclotomic, cyclotomicField } from '../../src/algebra/cyclotomic.ts';
import { sumOf } from '../../src/algebra/field.ts';
import { integers } from '../../src/algebra/integer.ts';
import type { Element } from '../../src/group/group.ts';
import { listGroup } from '../../src/group/listing.ts';
import { type Instance, isMonomialAction } from '../../src/representation/action.ts';
import { characterConductor, pieceCharacters, pieceCount } from '../../src/representation/classCharacter.ts';
import {
  type ActionClass,
  linearFunctions,
  maps,
  pointwise,
  polynomials,
} from '../../src/representation/functionClass.ts';
import { monomialModules } from '../../src/representation/module.ts';
import { matrixOf, monomials, realMatrix, signedImage, traceOnMonomials } from '../support/actions.ts';
import { withInstance } from '../support/groups.ts';
import { right } from '../support/unwrap.ts';

const noRoots = (): never => {
  throw new Error('no roots of unity are needed');
};

const every = <G extends string>({ group }: Instance<G>): readonly Element<G>[] => {
  const listing = listGroup(group)!;
  return Array.from({ length: listing.size }, (_, i) => listing.unrank(i));
};

const total = <G extends string>(instance: Instance<G>, functions: ActionClass, g: Element<G>): bigint =>
  sumOf(integers, pieceCharacters(integers, noRoots, instance.action, functions, g));

/** The rank of integer rows modulo a large prime. */
const rank = (rows: readonly (readonly number[])[]): number => {
  const p = 1_000_003;
  const work = rows.map((row) => row.map((x) => ((x % p) + p) % p));
  let found = 0;
  for (let column = 0; column < (work[0]?.length ?? 0); column++) {
    const pivot = work.findIndex((row, i) => i >= found && row[column] !== 0);
    if (pivot < 0) continue;
    [work[found], work[pivot]] = [work[pivot]!, work[found]!];
    for (let i = found + 1; i < work.length; i++) {
      const [a, b] = [work[found]![column]!, work[i]![column]!];
      work[i] = work[i]!.map((x, j) => (((x * a - work[found]![j]! * b) % p) + p) % p);
    }
    found++;
  }
  return found;
};

/** The values on X of all products of at most k given functions; x ∈ X as vectors. */
const productsOn = (points: readonly (readonly number[])[], k: number): readonly (readonly number[])[] => {
  const d = points[0]!.length;
  let products: readonly (readonly number[])[] = [points.map(() => 1)];
  const all = [...products];
  for (let degree = 1; degree <= k; degree++) {
    products = products.flatMap((f) =>
      Array.from({ length: d }, (_, i) => f.map((value, at) => value * points[at]![i]!)),
    );
    all.push(...products);
  }
  return all;
};

const unit = (d: number, i: number, sign: number): readonly number[] =>
  Array.from({ length: d }, (_, j) => (i === j ? sign : 0));

/** X: the coordinates, whose given functions are the indicators; or the points ±e_i, with the coordinate functions. */
const finiteSet = (kind: string, d: number): readonly (readonly number[])[] =>
  [1, -1]
    .slice(0, kind === 'permutation' ? 1 : 2)
    .flatMap((sign) => Array.from({ length: d }, (_, i) => unit(d, i, sign)));

const monomial = ['S4', 'A4', 'C5', 'Z2^3', 'B1', 'B2', 'B3', 'Q8', 'Oh', 'S3xC2', 'Z2^2xS3', 'S3@sign', 'D4@vertices'];

describe.each(monomial)('%s', (name) => {
  withInstance(name, <G extends string>(instance: Instance<G>) => {
    const { action } = instance;
    if (!isMonomialAction(action)) throw new Error('coordinates are permuted');
    const d = action.dimension;

    test('linear and poly:k: traces on monomials, degree by degree', () => {
      for (const g of every(instance)) {
        const traces = [0, 1, 2, 3].map((j) => traceOnMonomials(instance, g, j));
        expect(pieceCharacters(integers, noRoots, action, polynomials(3), g)).toEqual(traces);
        expect(pieceCharacters(integers, noRoots, action, linearFunctions, g)).toEqual([traces[1]]);
        expect(pieceCharacters(integers, noRoots, action, polynomials(0), g)).toEqual([1n]);
      }
    });

    test('maps: traces on products of a monomial and a basis vector', () => {
      for (const g of every(instance)) {
        const images = signedImage(action, g);
        const traceOn = (degree: number): bigint => {
          let trace = 0n;
          for (const exponents of monomials(d, degree))
            for (let value = 0; value < d; value++) {
              let sign: number = images[value]!.sign;
              const fixes = images[value]!.to === value && images.every(({ to }, i) => exponents[to] === exponents[i]);
              images.forEach((image, i) => {
                if (image.sign === -1 && exponents[i]! % 2 === 1) sign = -sign;
              });
              if (fixes) trace += BigInt(sign);
            }
          return trace;
        };
        expect(pieceCharacters(integers, noRoots, action, maps(linearFunctions), g)).toEqual([traceOn(1)]);
        expect(pieceCharacters(integers, noRoots, action, maps(polynomials(2)), g)).toEqual([0, 1, 2].map(traceOn));
      }
    });

    test.each([0, 1, 2, 3])('pointwise:%i: the dimension is that of the span of the products', (k) => {
      const points = finiteSet(action.kind, d);
      expect(total(instance, pointwise(k), instance.group.empty)).toBe(BigInt(rank(productsOn(points, k))));
    });

    test('pointwise: traces on ℝ^X, and on its constants and odd functions', () => {
      for (const g of every(instance)) {
        const image = action.image(g);
        const fixed = BigInt(Array.from(image).filter((point, i) => point === i).length);
        const trace = matrixOf(action, g).reduce((sum, row, i) => sum + row[i]!, 0n);
        expect(total(instance, pointwise(0), g)).toBe(1n);
        expect(total(instance, pointwise(1), g)).toBe(action.kind === 'permutation' ? fixed : 1n + trace);
        for (const k of [2, 3, 7]) expect(total(instance, pointwise(k), g)).toBe(fixed);
      }
    });

    test.each<readonly [string, ActionClass]>([
      ['linear', linearFunctions],
      ['poly:3', polynomials(3)],
      ['pointwise:0', pointwise(0)],
      ['pointwise:1', pointwise(1)],
      ['pointwise:2', pointwise(2)],
      ['maps:linear→linear', maps(linearFunctions)],
      ['maps:poly:2→linear', maps(polynomials(2))],
    ])('%s: the modules have the irreducibles of the pieces, and no others', (_, functions) => {
      const elements = every(instance);
      const modules = right(monomialModules(instance, functions));
      const ofModules = modules.map(({ apply, size }) =>
        elements.map((g) => {
          const { target, sign } = apply(g);
          let trace = 0;
          for (let i = 0; i < size; i++) if (target[i] === i) trace += sign[i]!;
          return trace;
        }),
      );
      const ofClass = elements.map((g) => Number(total(instance, functions, g)));
      const sum = elements.map((_g, i) => ofModules.reduce((all, module) => all + module[i]!, 0));
      // The rank of (χ(g⁻¹h))_{g,h} is Σ d_π² over the irreducibles π in χ: three equal ranks mean the same irreducibles.
      const { group } = instance;
      const listing = listGroup(group)!;
      const ideal = (character: readonly number[]): number =>
        rank(elements.map((g) => elements.map((h) => character[listing.rank(group.concat(group.inverse(g), h))]!)));
      expect(ideal(sum)).toBe(ideal(ofClass));
      expect(ideal(sum.map((x, i) => x + ofClass[i]!))).toBe(ideal(ofClass));
    });
  });
});

describe.each(['C5@plane', 'D4@plane', 'D5@plane', 'Ih@space', 'perm:(1,2,3)@matrices:1:[[0,-1],[1,-1]]'])(
  '%s',
  (name) => {
    withInstance(name, <G extends string>(instance: Instance<G>) => {
      const { action } = instance;
      const conductor = characterConductor(action);
      const field = cyclotomicField(conductor);
      const root = (a: number, n: number): Cyclotomic => {
        expect(conductor % n).toBe(0);
        return field.root((a * conductor) / n);
      };
      const value = ({ numerators, denominator }: Cyclotomic): number =>
        numerators.reduce((sum, c, j) => sum + Number(c) * Math.cos((2 * Math.PI * j) / conductor), 0) /
        Number(denominator);

      test('maps are products of characters', () => {
        for (const g of every(instance)) {
          const powers = pieceCharacters(field, root, action, polynomials(4), g);
          const [trace] = pieceCharacters(field, root, action, linearFunctions, g);
          expect(powers[1]).toEqual(trace);
          const products = pieceCharacters(field, root, action, maps(polynomials(4)), g);
          expect(products).toEqual(powers.map((x) => field.mul(x, trace!)));
          if (action.kind === 'matrix')
            expect(value(trace!)).toBeCloseTo(
              realMatrix(action, g).reduce((sum, row, i) => sum + row[i]!, 0),
              9,
            );
        }
      });

      test('pointwise classes are a mistake of the caller', () => {
        expect(() => pieceCharacters(field, root, action, pointwise(1), instance.group.empty)).toThrow(
          'problemOfClass',
        );
      });
    });
  },
);

test('conductors', () => {
  const conductor = (name: string): number => withInstance(name, ({ action }) => characterConductor(action));
  expect(['S4', 'B3', 'S4@sign', 'C12@plane', 'D5@plane', 'Ih@space', 'Ih', 'Oh@space'].map(conductor)).toEqual([
    1, 1, 1, 12, 5, 5, 1, 1,
  ]);
});

test('pieceCount counts, or bounds', () => {
  for (const functions of [
    linearFunctions,
    polynomials(0),
    polynomials(4),
    maps(linearFunctions),
    maps(polynomials(2)),
  ])
    withInstance('B2', ({ action, group }) => {
      expect(pieceCharacters(integers, noRoots, action, functions, group.empty).length).toBe(pieceCount(functions));
    });
  for (const k of [0, 1, 2, 3])
    for (const name of ['B2', 'S3'])
      withInstance(name, ({ action, group }) => {
        const { length } = pieceCharacters(integers, noRoots, action, pointwise(k), group.empty);
        expect(length).toBeLessThanOrEqual(pieceCount(pointwise(k)));
      });
});
