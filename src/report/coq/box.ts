/**
 * *pigeonhole* in Coq, by another proof: of boxes in an abelian group, with the profile sin(π(a + 1)/(m + 1)) rounded to
 * integers (proofs/instances/boxBound.v). The side m of the box that excludes most is chosen.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../../algebra/rational.ts';
import { abelian, type Order, orderAtLeast } from './orders.ts';
import { integer, type Proof } from './syntax.ts';
import type { Declined, Side } from './world.ts';

const greatestSide = 400;
const unit = 1e6;

interface Box {
  readonly profile: readonly bigint[];
  /** φ(a − 1) + φ(a + 1) ≥ 2 slope φ(a). */
  readonly slope: Rational;
  /** The least order of a group in which the bound holds. */
  readonly enough: bigint;
}

const boxOfSide = (side: number, quotients: bigint, { numerator: p, denominator: q }: Rational): Box | undefined => {
  const profile = Array.from({ length: side }, (_, a) =>
    BigInt(Math.round(unit * Math.sin((Math.PI * (a + 1)) / (side + 1)))),
  );
  // The least of (φ(a − 1) + φ(a + 1)) / 2φ(a).
  const slope = profile
    .map((value, a) => ({ numerator: (profile[a - 1] ?? 0n) + (profile[a + 1] ?? 0n), denominator: 2n * value }))
    .reduce((x, y) => (y.numerator * x.denominator < x.numerator * y.denominator ? y : x));
  const { numerator: a, denominator: b } = slope;
  const gain = a * a * q - p * b * b;
  return gain <= 0n || a > b
    ? undefined
    : { profile, slope, enough: (b * b * (q - p) * BigInt(side) ** quotients) / gain + 1n };
};

/** A lower bound for abelian groups, on all functions. */
export const box = (side: Side, epsilon: Rational): E.Either<Declined, Proof> => {
  const { world, weights, value } = side;
  if (weights === 'signed') return E.left('the pigeonhole bound is for weights that are not negative');
  const commutes = abelian(world);
  if (commutes === undefined) return E.left('the pigeonhole bound is proved in Coq for abelian groups only');
  const quotients = value < 2n ? 0n : value - 2n;
  const best = Array.from({ length: greatestSide - 1 }, (_, i) => boxOfSide(i + 2, quotients, epsilon)).reduce(
    (x, y) => (x === undefined || (y !== undefined && y.enough < x.enough) ? y : x),
    undefined,
  );
  if (best === undefined || best.enough > world.order)
    return E.left('the group is not large enough for the proof by boxes that Coq is given for pigeonhole');
  const { profile, slope } = best;
  return E.map(
    ({ proof: order, count }: Order): Proof => ({
      definitions: [],
      term: `@box_sound R ${world.points} generators ${weights} [:: ${profile.map(integer).join('; ')}]\n    ${integer(slope.numerator)} ${integer(slope.denominator)} ${count} ${integer(epsilon.numerator)} ${integer(epsilon.denominator)} ${value}\n    (${commutes.term})\n    (${order.term}) _ _`,
      theorems: ['boxBound.box_sound', ...commutes.theorems, ...order.theorems],
    }),
  )(orderAtLeast(world, best.enough));
};
