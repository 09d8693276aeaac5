/**
 * Evidence *divisibility* (MATHEMATICS.md 5.9): a lower bound on AC_ex for uniform weights. Let b be a monomial of the class with N translates up to
 * sign whose signed sum is invariant, as in evidence *orbit*. An exact average of n elements sends b to ±(1/N) Σ ± b_j, and each
 * coefficient is a sum of signs divided by n; so ±n/N is an integer. Hence n is a multiple of every such N, and of their least
 * common multiple.
 */
import * as E from 'fp-ts/lib/Either.js';
import { lcm } from '../algebra/integer.ts';
import type { Established } from './established.ts';
import { orbitLength } from './orbit.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import type { Subject } from './subject.ts';

/** Monomials in one piece of evidence. */
const monomialsLimit = 100;

export const checkDivisibility = <G extends string>(
  subject: Subject<G>,
  monomials: readonly (readonly number[])[],
): E.Either<Refusal, Established> => {
  if (monomials.length === 0) return rejected('evidence-not-applicable', 'there are no monomials');
  if (monomials.length > monomialsLimit)
    return declined('work-limit', `${monomials.length} monomials; the limit is ${monomialsLimit}`);
  let value = 1n;
  for (const exponents of monomials) {
    const length = orbitLength(subject, exponents);
    if (E.isLeft(length)) return length;
    value = lcm(value, length.right);
  }
  return E.right({ quantity: 'AC_ex', least: { value, for: 'uniform' } });
};
