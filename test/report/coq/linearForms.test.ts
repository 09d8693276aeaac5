import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import type { Permutation } from '../../../src/group/permutation.ts';
import { type Forms, formTraces, type Numeral, realValue } from '../../../src/report/coq/linearForms.ts';
import { traceValues, type World, worldOf } from '../../../src/report/coq/world.ts';
import { parseInstance } from '../../../src/representation/action.ts';
import { right } from '../../support/unwrap.ts';

const worlds = (group: string): World => right(parseInstance(group, (instance) => E.right(worldOf(instance))));
const formsOf = (group: string): Forms => {
  const { forms } = worlds(group);
  if (forms === undefined) throw new Error(`${group} has no forms`);
  return forms;
};

const actions = [
  'C3@plane',
  'C4@plane',
  'C5@plane',
  'C12@plane',
  'C25@plane',
  'D7@plane',
  'D30@plane',
  'I@space',
  'Ih@space',
  'S4@sign',
  'perm:(1,2,3)@matrices:1:[[0,-1],[1,-1]]',
  'perm:(1,2,3,4);(1,2)@images:(1,3);(1,2)',
];

const add = (x: Numeral, y: Numeral): Numeral =>
  Array.from({ length: Math.max(x.length, y.length) }, (_, i) => (x[i] ?? 0n) + (y[i] ?? 0n));

/** x y modulo c^n = modulus. */
const times = (x: Numeral, y: Numeral, modulus: Numeral): Numeral => {
  const product = new Array<bigint>(x.length + y.length).fill(0n);
  x.forEach((a, i) => {
    y.forEach((b, j) => {
      product[i + j]! += a * b;
    });
  });
  for (let top = product.length - 1; top >= modulus.length; top--) {
    const lead = product[top]!;
    modulus.forEach((z, i) => {
      product[top - modulus.length + i]! += lead * z;
    });
    product[top] = 0n;
  }
  return product;
};

const isZero = (x: Numeral): boolean => x.every((z) => z === 0n);
const minus = (x: Numeral): Numeral => x.map((z) => -z);

describe.each(actions)('%s', (group) => {
  const { forms, generators, points } = worlds(group);
  const { field, dimension, vectors } = formsOf(group);
  const coefficient = (i: number, j: number): Numeral => vectors[i]![j] ?? [];

  test('the first points have the coordinates', () => {
    for (let i = 0; i < dimension; i++)
      for (let j = 0; j < dimension; j++) expect(realValue(field, coefficient(i, j))).toBe(i === j ? 1 : 0);
    expect(vectors.length).toBe(points);
  });

  test('the generators move the forms linearly, exactly', () => {
    const image = (s: Permutation, i: number, j: number): Numeral =>
      Array.from({ length: dimension }, (_, k) =>
        times(coefficient(i, k), coefficient(s[k]!, j), field.modulus),
      ).reduce(add, []);
    for (const s of generators)
      for (let i = 0; i < points; i++)
        for (let j = 0; j < dimension; j++)
          expect(isZero(add(image(s, i, j), minus(coefficient(s[i]!, j))))).toBe(true);
  });

  test('c is the root of its polynomial in its interval', () => {
    if (field.root === undefined) return;
    const { root, modulus, low, high, scale, conductor } = field;
    expect(root ** modulus.length).toBeCloseTo(realValue(field, modulus), 6);
    expect(root).toBeCloseTo(2 * Math.cos((2 * Math.PI) / conductor), 12);
    expect(high - low).toBe(1n);
    expect(Number(low) / Number(scale)).toBeCloseTo(root, 12);
  });

  test('traces on polynomials of degree 0 and 1', () => {
    const made = formTraces(forms!, generators, [0, 1]);
    generators.forEach((s, at) => {
      let trace = 1;
      for (let i = 0; i < dimension; i++) trace += realValue(field, coefficient(s[i]!, i));
      expect(made[at]).toBeCloseTo(trace, 9);
    });
  });
});

test('traces on polynomials are those on monomials, where these are permuted', () => {
  // S4 on three coordinates by its images in S3, with and without the forms.
  const world = worlds('perm:(1,2,3,4);(1,2)@images:(1,3);(1,2)');
  const s3 = worlds('perm:(1,3);(1,2)');
  const degrees = [0, 1, 2, 3, 4];
  const functions = { kind: 'polynomials', dimension: 3, degrees } as const;
  const algebra = s3.classes(right(s3.listed));
  const side = { world: s3, functions, weights: 'signed', value: 1n, name: 'x' } as const;
  const expected = traceValues(side, { ...algebra, representatives: s3.generators }).map(Number);
  expect(Array.from(formTraces(world.forms!, world.generators, degrees), (x) => Math.round(x))).toEqual(expected);
});

test('polygons with fewer vertices are declined, and coordinates that are not algebraic integers', () => {
  const reason = (group: string) => worlds(group).dimension;
  expect(reason('C2@plane')).toEqual(E.left(expect.stringMatching(/three vertices and more/)));
  expect(reason('perm:(1,2)@matrices:1:[[-1,1/2],[0,1]]')).toEqual(E.left(expect.stringMatching(/not integer poly/)));
});
