/**
 * Evidence *plane* (MATHEMATICS.md 3.11): ‖E_ω − P‖² ≤ ε for C_n and D_n moving the plane, harmonic by harmonic.
 *
 * On the span of zᵐ and z̄ᵐ, E_ω is zᵐ ↦ A zᵐ + B z̄ᵐ (`exactScheme.ts`), that is w ↦ Aw + B w̄, whose norm on ℂ = ℝ²
 * is |A| + |B|. For C_n the irreducibles of Sym^{≤k} are those with 1 ≤ m ≤ min(k, ⌊n/2⌋), up to conjugation. For D_n
 * they are the same, and for k ≥ n the determinant besides, where ω̂ is the weight of the rotations minus that of the
 * reflections.
 * (For even n and m = n/2, A and B are real and the two linear characters give |A + B| and |A − B|, the greater of
 * which is |A| + |B|.)
 *
 * With a = |A|² and b = |B|², (|A| + |B|)² ≤ ε iff s = ε − a − b ≥ 0 and 4ab ≤ s². Both are signs of real combinations
 * of roots of unity, decided exactly (`trigonometry.ts`).
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../algebra/rational.ts';
import { circleTable, signOfRealPart } from '../algebra/trigonometry.ts';
import type { Scheme } from '../averaging/scheme.ts';
import { planeCoefficients } from './exactScheme.ts';
import { planeGroup } from './harmonics.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, comparisonBits, degreeOf, type Subject } from './subject.ts';

type Combination = readonly bigint[];

/** The product in ℤ[x]/(xⁿ − 1). Growth: n². */
const multiply = (c: Combination, d: Combination): Combination => {
  const n = c.length;
  const product = new Array<bigint>(n).fill(0n);
  c.forEach((x, i) => {
    if (x !== 0n)
      d.forEach((y, j) => {
        product[(i + j) % n] = product[(i + j) % n]! + x * y;
      });
  });
  return product;
};

/** |Σ c_j ζʲ|² as a combination. */
export const squaredModulus = (c: Combination): Combination =>
  multiply(
    c,
    c.map((_, j) => c[(c.length - j) % c.length]!),
  );

/** Whether (|A| + |B|)² ≤ ε · total², exactly. */
const within = (rotations: Combination, reflections: Combination, total: bigint, epsilon: Rational): boolean => {
  const { numerator: p, denominator: q } = epsilon;
  const a = squaredModulus(rotations);
  const b = squaredModulus(reflections);
  const rest = a.map((x, j) => (j === 0 ? p * total * total : 0n) - q * (x + b[j]!));
  if (signOfRealPart(rest) < 0) return false;
  if (b.every((x) => x === 0n)) return true;
  const cross = multiply(a, b);
  const square = multiply(rest, rest);
  return signOfRealPart(square.map((x, j) => x - 4n * q * q * cross[j]!)) >= 0;
};

const turnLimit = 2000;
/** Up to this many turns a case that the intervals leave open is decided exactly. */
const exactTurnLimit = 300;
/** Bits of ε and the weights together, which govern how close a comparison can be. */
const bitLimit = 2048;

/** A quick sufficient test: |A|² and |B|² bounded above in fixed point. False settles nothing. */
const quicklyWithin = (
  table: ReturnType<typeof circleTable>,
  rotations: Combination,
  reflections: Combination,
  total: bigint,
  epsilon: Rational,
): boolean => {
  const upperSquare = (c: Combination): bigint => {
    let [x, y, slack] = [0n, 0n, 0n];
    c.forEach((weight, j) => {
      if (weight === 0n) return;
      x += weight * table.cosine[j]!;
      y += weight * table.sine[j]!;
      slack += weight < 0n ? -weight : weight;
    });
    const grow = (z: bigint): bigint => (z < 0n ? -z : z) + slack * table.error;
    return grow(x) ** 2n + grow(y) ** 2n;
  };
  const scale = 1n << BigInt(2 * table.bits);
  const [a, b] = [upperSquare(rotations), upperSquare(reflections)];
  const rest = epsilon.numerator * total * total * scale - epsilon.denominator * (a + b);
  return rest >= 0n && 4n * a * b * epsilon.denominator ** 2n <= rest * rest;
};

export const checkPlane = <G extends string>(
  subject: Subject<G>,
  scheme: Scheme<G>,
  epsilon: Rational,
): E.Either<Refusal, undefined> => {
  const plane = planeGroup(subject);
  const { action } = subject.instance;
  const k = degreeOf(subject.functions);
  if (plane === undefined || action.kind !== 'plane' || k === undefined)
    return rejected('evidence-not-applicable', 'plane evidence is for C_n@plane and D_n@plane, on polynomials');
  const { turns, dihedral } = plane;
  if (turns > turnLimit) return declined('work-limit', `${turns} turns; the limit is ${turnLimit}`);
  if (comparisonBits(scheme, epsilon) > bitLimit)
    return declined('work-limit', 'ε and the weights have too many digits to be compared with harmonics');
  const affordable = afford(subject, 1000 * turns * Math.min(k, turns), 'the harmonics');
  if (E.isLeft(affordable)) return affordable;
  const table = circleTable(turns, 96);
  for (let m = 1; m <= Math.min(k, Math.floor(turns / 2)); m++) {
    const { rotations, reflections } = planeCoefficients(action, scheme, m);
    if (quicklyWithin(table, rotations, reflections, scheme.total, epsilon)) continue;
    if (turns > exactTurnLimit)
      return rejected('error-not-bounded', `the error is not shown to be at most ε on the harmonics of degree ${m}`);
    const exact = afford(subject, 500 * turns * (turns + 1000), 'deciding a harmonic exactly');
    if (E.isLeft(exact)) return exact;
    if (!within(rotations, reflections, scheme.total, epsilon))
      return rejected('error-exceeds-epsilon', `the error exceeds ε on the harmonics of degree ${m}`);
  }
  if (dihedral && k >= turns) {
    const sum = (c: Combination): bigint => c.reduce((s, x) => s + x, 0n);
    const { rotations, reflections } = planeCoefficients(action, scheme, turns);
    const determinant = sum(rotations) - sum(reflections);
    if (epsilon.denominator * determinant * determinant > epsilon.numerator * scheme.total * scheme.total)
      return rejected('error-exceeds-epsilon', 'the error exceeds ε on the determinant');
  }
  return E.right(undefined);
};
