/** Every exact ring of the library with arbitrary elements: the table that the law suites run over. */
import { fc } from '@fast-check/vitest';
import type { Ord } from 'fp-ts/lib/Ord.js';
import { cyclotomicField } from '../../src/algebra/cyclotomic.ts';
import type { ExactField, ExactRing } from '../../src/algebra/field.ts';
import { integers } from '../../src/algebra/integer.ts';
import { matrixRing, reduceMatrix } from '../../src/algebra/matrix.ts';
import { polynomialRing } from '../../src/algebra/polynomial.ts';
import { overCommonDenominator, rational, rationals } from '../../src/algebra/rational.ts';
import { primeField } from '../../src/algebra/residue.ts';
import { anyInteger, anyRational, moderateRational, smallInteger, smallRational } from './numbers.ts';
import { some } from './unwrap.ts';

export interface RingInstance<A> {
  readonly name: string;
  readonly ring: ExactRing<A>;
  readonly elements: fc.Arbitrary<A>;
  readonly characteristic: bigint;
}

export interface FieldInstance<A> extends RingInstance<A> {
  readonly ring: ExactField<A>;
}

export interface OrderInstance<A> extends RingInstance<A> {
  readonly ring: ExactRing<A> & Ord<A>;
}

/** An instance with its element type hidden: it can only be handed to a law that is generic in the type. */
type Hidden<Instance> = (law: (instance: Instance) => void) => void;
export type SomeRing = (law: <A>(instance: RingInstance<A>) => void) => void;
export type SomeField = (law: <A>(instance: FieldInstance<A>) => void) => void;
export type SomeOrder = (law: <A>(instance: OrderInstance<A>) => void) => void;

const hide =
  <Instance>(instance: Instance): Hidden<Instance> =>
  (law) =>
    law(instance);

const prime = (p: number) => ({
  name: `GF(${p})`,
  ring: some(primeField(p)),
  elements: fc.oneof(fc.nat(Math.min(p - 1, 2)), fc.nat(p - 1), fc.integer({ min: Math.max(0, p - 3), max: p - 1 })),
  characteristic: BigInt(p),
});

const cyclotomic = (n: number) => {
  const ring = cyclotomicField(n);
  const degree = ring.zero.numerators.length;
  // Coordinates of moderate size: inversion grows with the cube of the degree.
  const coordinate = fc.oneof(smallRational, degree <= 2 ? anyRational : moderateRational);
  const coordinates = fc.array(coordinate, { minLength: degree, maxLength: degree });
  const roots = fc.integer({ min: -2 * n, max: 2 * n }).map(ring.root);
  const general = coordinates.map((values) =>
    values.reduce((sum, value, k) => ring.add(sum, ring.mul(ring.fromRational(value), ring.root(k))), ring.zero),
  );
  return { name: `Q(zeta_${n})`, ring, elements: fc.oneof(roots, general), characteristic: 0n };
};

const polynomialsOver = <A>({ name, ring, elements, characteristic }: RingInstance<A>): RingInstance<readonly A[]> => {
  const overRing = polynomialRing(ring);
  return {
    name: `${name}[t]`,
    ring: overRing,
    // A sum of monomials, because a polynomial has no trailing zeros.
    elements: fc
      .array(fc.oneof(fc.constant(ring.zero), elements), { maxLength: 5 })
      .map((coefficients) => overRing.add(coefficients, overRing.zero)),
    characteristic,
  };
};

const matrices = (size: number) => ({
  name: `${size}x${size} rational matrices`,
  ring: matrixRing(size),
  elements: fc
    .array(fc.oneof(smallRational, smallRational, anyRational), { minLength: size * size, maxLength: size * size })
    .map((entries) => reduceMatrix({ rows: size, columns: size, ...overCommonDenominator(entries) })),
  characteristic: 0n,
});

const theIntegers = {
  name: 'Z',
  ring: integers,
  elements: fc.oneof(smallInteger, anyInteger),
  characteristic: 0n,
};
const theRationals = {
  name: 'Q',
  ring: rationals,
  elements: fc.oneof(smallRational, anyRational, fc.constant(rational(0n))),
  characteristic: 0n,
};

/** 2³¹ − 1 is the largest prime allowed; 2²⁶ − 5 and 2²⁶ + 15 are the primes on either side of the change of method. */
const primes = [2, 3, 101, 67_108_859, 67_108_879, 268_435_399, 2_147_483_629, 2_147_483_647];
const conductors = [1, 2, 3, 4, 5, 7, 8, 12, 15, 20];

export const everyField: readonly SomeField[] = [
  hide(theRationals),
  ...primes.map((p) => hide(prime(p))),
  ...conductors.map((n) => hide(cyclotomic(n))),
];

export const everyCommutativeRing: readonly SomeRing[] = [
  hide(theIntegers),
  hide(polynomialsOver(theIntegers)),
  hide(polynomialsOver(theRationals)),
  hide(polynomialsOver(prime(101))),
  ...everyField,
];

export const everyRing: readonly SomeRing[] = [hide(matrices(2)), hide(matrices(3)), ...everyCommutativeRing];

export const everyOrder: readonly SomeOrder[] = [hide(theRationals)];
