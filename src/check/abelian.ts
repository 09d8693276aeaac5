/**
 * Evidence *abelian* (MATHEMATICS.md 3.4, 3.12): |ω̂(χ)|² ≤ ε for every nontrivial character χ of C_n, Z2^r or a
 * product of these. For Z2^r@signs, where Sym^{≤k} contains the characters of weight at most k, only those; otherwise
 * all, which covers every function class.
 *
 * In (ℤ/2)^r all values are integers and a Walsh–Hadamard transform gives them at once. Otherwise characters are sums
 * of e-th roots of unity, e the exponent: bounded in fixed point with a proved error, and exactly where that is not
 * enough.
 */
import * as E from 'fp-ts/lib/Either.js';
import { unitRoundoff } from '../algebra/definite.ts';
import { gcd, lcm } from '../algebra/integer.ts';
import { approximate, doubled, halved, type Rational } from '../algebra/rational.ts';
import { type CircleTable, circleTable, signOfRealPart } from '../algebra/trigonometry.ts';
import { bitCount, walshHadamard } from '../algebra/walsh.ts';
import { type Scheme, totalVariation } from '../averaging/scheme.ts';
import { cyclicFactors } from '../group/cyclicFactors.ts';
import { squaredModulus } from './plane.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, comparisonBits, degreeOf, type Subject } from './subject.ts';

const characterLimit = 1 << 20;
const exponentLimit = 100_000;
/** Bits of ε and the weights together, which govern how close a comparison can be. */
const bitLimit = 2048;
/** Products of e-digit combinations and trigonometric tables for one exact decision, per root of unity. */
const exactSteps = 500;

/** Where the class is not known to contain the character, the error may still be within ε. */
const tooLarge = <G extends string>(subject: Subject<G>, occurs: boolean): E.Either<Refusal, never> =>
  occurs || subject.functions.kind === 'all'
    ? rejected('error-exceeds-epsilon', 'the error exceeds ε on a character')
    : rejected('error-not-bounded', 'the error exceeds ε on a character, which may not occur in the class');

const checkSigns = <G extends string>(
  subject: Subject<G>,
  codes: readonly number[],
  scheme: Scheme<G>,
  epsilon: Rational,
  rank: number,
): E.Either<Refusal, undefined> => {
  if (totalVariation(scheme) >= 2n ** 53n) return declined('work-limit', 'the weights have too many digits');
  const { action } = subject.instance;
  const natural = action.kind === 'signed' && subject.instance.group.family.name === 'Z2';
  const degree = natural ? degreeOf(subject.functions) : undefined;
  const greatest = degree ?? Number.POSITIVE_INFINITY;
  const values = new Float64Array(2 ** rank);
  codes.forEach((code, s) => {
    values[code]! += Number(scheme.weights[s]);
  });
  walshHadamard(values);
  let worst = 0;
  for (let m = 1; m < values.length; m++) if (bitCount(m) <= greatest) worst = Math.max(worst, Math.abs(values[m]!));
  const square = BigInt(worst) * BigInt(worst);
  return square * epsilon.denominator <= epsilon.numerator * scheme.total * scheme.total
    ? E.right(undefined)
    : tooLarge(subject, degree !== undefined);
};

/** The exponent of ζ in the value of a character nearest to −1; the character by its values on the factors, as exponents. */
const farthest = (character: readonly number[], exponent: number): number => {
  const step = Number(character.reduce((d, power) => gcd(d, BigInt(power)), BigInt(exponent)));
  return step * Math.ceil(exponent / step / 2);
};

/** Integer weights, and the total by which they are to be divided. */
interface Weighting {
  readonly weights: readonly bigint[];
  readonly total: bigint;
}

/** Cosines and sines in doubles, each within 2⁻⁵² of the true one. */
interface Circle {
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
}

const circleInDoubles = ({ cosine, sine, bits }: CircleTable): Circle => ({
  cosine: Float64Array.from(cosine, (x) => Number(x) / 2 ** bits),
  sine: Float64Array.from(sine, (x) => Number(x) / 2 ** bits),
});

/**
 * Whether |Σ w_s ζ^{a_s}|² ≤ `bound` is seen in doubles. False settles nothing. For n integer weights below 2⁵³ with V =
 * Σ|w_s|, real and imaginary part of the computed sum are within s = (n + 4) 2⁻⁵² V of the true ones: 2⁻⁵² V for the
 * table, and less than (n + 1) 2⁻⁵³ · 1.01 V for the products and sums. The rest is covered by taking 2s and (1 + 16u)
 * (MATHEMATICS.md 3.25).
 */
const seenInDoubles = (
  powers: Float64Array,
  weights: Float64Array,
  bound: number,
  variation: number,
  { cosine, sine }: Circle,
): boolean => {
  let [x, y] = [0, 0];
  for (let s = 0; s < weights.length; s++) {
    const power = powers[s]!;
    x += weights[s]! * cosine[power]!;
    y += weights[s]! * sine[power]!;
  }
  const slack = 2 * (weights.length + 4) * 2 ** -52 * variation;
  const [a, b] = [Math.abs(x) + slack, Math.abs(y) + slack];
  return (a * a + b * b) * (1 + 16 * unitRoundoff) <= bound;
};

/** Whether |Σ w_s ζ^{a_s}|² ≤ ε · total² is seen in fixed point. False settles nothing. */
const quicklyWithin = (
  powers: Float64Array,
  scheme: Weighting,
  epsilon: Rational,
  table: CircleTable,
  slack: bigint,
): boolean => {
  const { numerator: p, denominator: q } = epsilon;
  let [x, y] = [0n, 0n];
  powers.forEach((power, s) => {
    x += scheme.weights[s]! * table.cosine[power]!;
    y += scheme.weights[s]! * table.sine[power]!;
  });
  const grow = (z: bigint): bigint => (z < 0n ? -z : z) + slack;
  const bound = (p * scheme.total * scheme.total) << BigInt(2 * table.bits);
  return q * (grow(x) ** 2n + grow(y) ** 2n) <= bound;
};

/** The same, decided exactly. Growth: support · e + e log-precision steps. */
const exactlyWithin = (powers: Float64Array, scheme: Weighting, epsilon: Rational, exponent: number): boolean => {
  const combination = new Array<bigint>(exponent).fill(0n);
  powers.forEach((power, s) => {
    combination[power] = combination[power]! + scheme.weights[s]!;
  });
  const bound = epsilon.numerator * scheme.total * scheme.total;
  const modulus = squaredModulus(combination);
  return signOfRealPart(modulus.map((c, j) => (j === 0 ? bound : 0n) - epsilon.denominator * c)) >= 0;
};

/**
 * |ω̂(χ)|² ≤ ε for every nontrivial χ; or, for `displacement`, |(1 − χ(h)) ω̂(χ)|² ≤ 2ε for every χ and h (MATHEMATICS.md
 * 3.21). There 1 − χ(h) is longest for the χ(h) nearest to −1, which is ζ_o^{⌈o/2⌉} if χ has order o; and (1 − χ(h)) ω̂(χ) is
 * a sum of twice as many roots of unity, half of them with the opposite weights.
 */
export const checkAbelian = <G extends string>(
  subject: Subject<G>,
  scheme: Scheme<G>,
  epsilon: Rational,
  what: 'error' | 'displacement' = 'error',
): E.Either<Refusal, undefined> => {
  const { group } = subject.instance;
  const factors = cyclicFactors(group);
  if (factors === undefined)
    return rejected('evidence-not-applicable', 'abelian evidence is for C_n, Z2^r and their products');
  if (group.order > BigInt(characterLimit))
    return declined('group-limit', `${group.order} characters; the limit is ${characterLimit}`);
  const { orders } = factors;
  const coordinates = scheme.elements.map(factors.coordinates);
  if (orders.every((n) => n === 2)) {
    const codes = coordinates.map((bits) => bits.reduce((code, bit, i) => code + bit * 2 ** i, 0));
    // The characters of order 2 have χ(h) = −1 for some h: 4|ω̂(χ)|² ≤ 2ε.
    return checkSigns(subject, codes, scheme, what === 'error' ? epsilon : halved(epsilon), orders.length);
  }
  const exponent = Number(orders.reduce((e, n) => lcm(e, BigInt(n)), 1n));
  const size = Number(group.order);
  if (exponent > exponentLimit) return declined('work-limit', `exponent ${exponent}; the limit is ${exponentLimit}`);
  if (comparisonBits(scheme, epsilon) > bitLimit)
    return declined('work-limit', 'ε and the weights have too many digits to be compared with characters');
  const displaced = what === 'displacement';
  const weighting: Weighting = displaced
    ? { weights: [...scheme.weights, ...scheme.weights.map((weight) => -weight)], total: scheme.total }
    : scheme;
  const bound = displaced ? doubled(epsilon) : epsilon;
  const steps = size * weighting.weights.length * (120 + 20 * orders.length) + 2000 * exponent;
  const affordable = afford(subject, steps, 'the characters');
  if (E.isLeft(affordable)) return affordable;
  const table = circleTable(exponent, 96);
  const variation = (displaced ? 2n : 1n) * totalVariation(scheme);
  const slack = variation * table.error;
  const inDoubles = variation < 2n ** 53n;
  const circle = circleInDoubles(table);
  const weights = Float64Array.from(weighting.weights, Number);
  const powers = new Float64Array(weights.length);
  // At most the bound: a few roundings, each of relative size at most u.
  const limit = approximate(bound) * Number(scheme.total) * Number(scheme.total) * (1 - 16 * unitRoundoff);
  const character = orders.map(() => 0);
  for (let index = 1; index < size; index++) {
    let rest = index;
    orders.forEach((n, i) => {
      character[i] = (rest % n) * (exponent / n);
      rest = Math.floor(rest / n);
    });
    coordinates.forEach((c, at) => {
      let power = 0;
      for (let i = 0; i < c.length; i++) power = (power + c[i]! * character[i]!) % exponent;
      powers[at] = power;
    });
    if (displaced) {
      const step = farthest(character, exponent);
      for (let at = 0; at < coordinates.length; at++) powers[at + coordinates.length] = (powers[at]! + step) % exponent;
    }
    if (inDoubles && seenInDoubles(powers, weights, limit, Number(variation), circle)) continue;
    if (quicklyWithin(powers, weighting, bound, table, slack)) continue;
    const exact = afford(subject, 100 * exponent * (powers.length + exactSteps), 'deciding the characters exactly');
    if (E.isLeft(exact)) return exact;
    if (!exactlyWithin(powers, weighting, bound, exponent)) return tooLarge(subject, false);
  }
  return E.right(undefined);
};
