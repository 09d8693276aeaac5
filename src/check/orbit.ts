/**
 * Evidence *orbit* (MATHEMATICS.md 2.15): a monomial b of the class with N translates up to sign whose signed sum is
 * invariant. Then AC_ex ≥ N, for signed weights too: E_ω b = Σ ω(g) g·b must be the projection ±(1/N) Σ (translates),
 * in which all N monomials occur, and each g contributes one of them.
 */
import * as E from 'fp-ts/lib/Either.js';
import { factorial } from '../algebra/integer.ts';
import { isNaturalAction } from '../representation/action.ts';
import { monomialLimit, monomialModule } from '../representation/module.ts';
import { type Established, exactAtLeast } from './established.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, type Subject, stepsPerMonomial } from './subject.ts';

/** How often each exponent occurs. */
const multiplicitiesOf = (exponents: readonly number[]): readonly number[] => {
  const count = new Map<number, number>();
  for (const exponent of exponents) count.set(exponent, (count.get(exponent) ?? 0) + 1);
  return [...count.values()];
};

/** The arrangements of the exponents: n! over the product of the factorials of how often each occurs. */
const arrangements = (exponents: readonly number[]): bigint =>
  multiplicitiesOf(exponents).reduce((total, times) => total / factorial(times), factorial(exponents.length));

/** Whether there are at most so many arrangements; stops as soon as there are more. */
const atMostArrangements = (exponents: readonly number[], limit: number): boolean => {
  let [count, placed] = [1, 0];
  for (const times of multiplicitiesOf(exponents))
    for (let i = 1; i <= times; i++) {
      placed++;
      // placed ≥ i, so the count never falls.
      count = (count * placed) / i;
      if (count > limit * (1 + 1e-9)) return false;
    }
  return true;
};

/** N where S_n permutes the coordinates, or A_n with two exponents equal: then every arrangement is a translate. */
const byFormula = <G extends string>(subject: Subject<G>, exponents: readonly number[]): bigint | undefined => {
  const { family } = subject.instance.group;
  if (!isNaturalAction(subject.instance)) return undefined;
  const repeats = new Set(exponents).size < exponents.length;
  return family.name === 'S' || (family.name === 'A' && repeats) ? arrangements(exponents) : undefined;
};

/** N, if the monomial is in the class and the signed sum of its translates is invariant. */
export const orbitLength = <G extends string>(
  subject: Subject<G>,
  exponents: readonly number[],
): E.Either<Refusal, bigint> => {
  const { instance, functions } = subject;
  const { action } = instance;
  if (
    (action.kind !== 'permutation' && action.kind !== 'signed') ||
    functions.kind === 'all' ||
    functions.kind === 'maps'
  )
    return rejected('evidence-not-applicable', 'monomials are permuted for linear, poly:K and pointwise:K');
  if (exponents.length !== action.dimension)
    return rejected('orbit-mismatch', `there are ${exponents.length} exponents for ${action.dimension} coordinates`);
  const degree = exponents.reduce((sum, a) => sum + a, 0);
  const fits =
    functions.kind === 'polynomials'
      ? degree <= functions.degree
      : // The coordinate functions, the only monomials that are also functions on the points.
        degree === 1 && (functions.kind === 'linear' || functions.degree >= 1);
  if (!fits) return rejected('degree-exceeded', `the monomial has degree ${degree}`);
  const formula = byFormula(subject, exponents);
  if (formula !== undefined) return E.right(formula);
  const limit = instance.group.order < BigInt(monomialLimit) ? Number(instance.group.order) : monomialLimit;
  if (instance.group.order > BigInt(monomialLimit) && !atMostArrangements(exponents, monomialLimit))
    return declined('work-limit', `the orbit may have more than ${monomialLimit} monomials, the limit`);
  const steps = limit * instance.group.generators.length * stepsPerMonomial(subject);
  const affordable = afford(subject, steps, 'the orbit of the monomial');
  if (E.isLeft(affordable)) return affordable;
  const module = monomialModule(instance.group, action, exponents);
  return module.invariant === undefined
    ? rejected('orbit-mismatch', 'the signed sum of the translates is not invariant')
    : E.right(BigInt(module.size));
};

export const checkOrbit = <G extends string>(
  subject: Subject<G>,
  exponents: readonly number[],
): E.Either<Refusal, Established> =>
  E.map((value: bigint) => exactAtLeast(value, 'signed', subject.instance.group.order))(
    orbitLength(subject, exponents),
  );
