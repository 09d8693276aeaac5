/** The proof that enough random elements do, with the integers of the inequality (MATHEMATICS.md 3.3). */
import * as E from 'fp-ts/lib/Either.js';
import { approximate, type Rational } from '../algebra/rational.ts';
import { existenceInequality } from '../averaging/bounds.ts';
import type { DegreeSumEvidence, WeakEvidence } from '../certificate/evidence.ts';
import { checkDegreeSum } from '../check/existence.ts';
import type { Subject } from '../check/subject.ts';
import { logarithm, showFraction, showInteger } from './explainText.ts';

const reasons: Readonly<Record<DegreeSumEvidence['kind'], string>> = {
  order: 'd_π ≤ d_π² and Σ d_π² = |G|, so the sum over the nontrivial ones is at most |G| − 1',
  involutions:
    'every irreducible of this group is real, so by Frobenius and Schur the sum of all d_π is the number of solutions of g² = e, and the trivial one is taken off',
  monomials:
    'distinct irreducibles of the class fit side by side into the spans of orbits of monomials, one orbit for each pattern of exponents; D is the sum of their dimensions without the invariants',
  table: 'D is read off a character table that the checker binds to the group',
};

/** Below this many digits the inequality is tried for one element less, to say whether the size is least. */
const digitLimit = 100_000;

export const explainExistence = <G extends string>(
  subject: Subject<G>,
  evidence: Extract<WeakEvidence, { readonly kind: 'existence' }>,
  epsilon: Rational,
  n: bigint,
): readonly string[] => {
  const { root, degrees } = evidence;
  const { numerator: a, denominator: b } = root;
  const sum = checkDegreeSum(subject, degrees);
  const D = E.isRight(sum) ? sum.right : undefined;
  const idea =
    '**Idea** (MATHEMATICS.md 3.3). Draw n elements at random, independently. For each irreducible π the matrix ω̂(π) is a mean of n independent unitary matrices with expectation 0, so it is small with high probability: matrix concentration (Golden–Thompson, with the moment generating function cosh θ) gives ‖ω̂(π)‖ ≤ t for all nontrivial π at once with positive probability as soon as n · KL(t) > ln(2D), KL(t) = ½[(1+t)ln(1+t) + (1−t)ln(1−t)]. So some n elements do. None are given.';
  if (D === undefined) return [idea];
  const bound = `**The sum of dimensions.** D = ${showInteger(D)} bounds Σ d_π over the distinct nontrivial irreducibles of the class: ${reasons[degrees.kind]}.`;
  if (D === 0n) return [idea, bound, 'Nothing nontrivial occurs, so there is nothing to bound.'];
  const [plus, minus] = [b + a, b - a];
  const left = Number(n) * (Number(plus) * logarithm(plus) + Number(minus) * logarithm(minus));
  const right = 2 * Number(b) * (logarithm(2n * D) + Number(n) * logarithm(b));
  const digits = (log: number): string => `${Math.floor(log) + 1} digits`;
  const least =
    n > 1n && left < digitLimit
      ? existenceInequality(n - 1n, root, D)
        ? ` It already holds for ${showInteger(n - 1n)}, so the size is not the least this argument gives.`
        : ` It fails for ${showInteger(n - 1n)}, so ${showInteger(n)} is the least this argument gives with these t and D.`
      : '';
  const t = approximate(root);
  const paper = Math.ceil(((8 / 3) * Math.log(10) * logarithm(2n * D)) / (t * t));
  return [
    idea,
    bound,
    `**The numbers.** t = a/b = ${showFraction(root)}, with t² ≤ ε = ${showFraction(epsilon)}; a = ${showInteger(a)}, b = ${showInteger(b)}, n = ${showInteger(n)}. Raised to powers, the inequality is one between whole numbers without logarithms:`,
    `((b+a)^(b+a) · (b−a)^(b−a))^n = (${showInteger(plus)}^${showInteger(plus)} · ${showInteger(minus)}^${showInteger(minus)})^${showInteger(n)} > (2D)^(2b) · b^(2bn) = ${showInteger(2n * D)}^${showInteger(2n * b)} · ${showInteger(b)}^${showInteger(2n * b * n)}`,
    `The left side has about ${digits(left)}, the right side about ${digits(right)}.${least} (The paper’s form with constant 8/3 asks for ${paper} elements at this t and D.)`,
    '**The checker verifies** t² ≤ ε, the bound D, and the inequality in integers. **Taken from the literature** is the Golden–Thompson inequality, on which the proof in MATHEMATICS.md 3.3 rests.',
  ];
};
