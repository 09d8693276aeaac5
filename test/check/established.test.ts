/** When what is established implies a claim: every relation against every kind of weights. */
import { describe, expect, test } from 'vitest';
import { rational } from '../../src/algebra/rational.ts';
import type { Weights } from '../../src/averaging/scheme.ts';
import type { Claim } from '../../src/certificate/certificate.ts';
import { atMost, type Established, everyElement, whyNotImplied } from '../../src/check/established.ts';

const kinds: readonly Weights[] = ['uniform', 'probability', 'signed'];
const relations = ['=', '<=', '>='] as const;

const exactClaim = (relation: (typeof relations)[number], value: bigint, weights: Weights): Claim => ({
  quantity: 'AC_ex',
  relation,
  value,
  weights,
  evidence: { kind: 'regular' },
});
const weakClaim = (relation: (typeof relations)[number], value: bigint, weights: Weights, epsilon = rational(1n, 4n)) =>
  ({ quantity: 'AC_wk', relation, value, weights, epsilon, evidence: { kind: 'welch' } }) satisfies Claim;
const implies = (established: Established, claim: Claim): boolean => whyNotImplied(established, claim) === undefined;

const triples = kinds.flatMap((shown) => kinds.map((claimed) => [shown, claimed] as const));
const atLeast = (value: bigint, weights: Weights): Established => ({
  quantity: 'AC_ex',
  least: { value, for: weights },
});

describe('an upper bound for some weights holds for more general ones', () => {
  test.each(triples)('at most 5 for %s, claimed for %s', (shown, claimed) => {
    const general = kinds.indexOf(claimed) >= kinds.indexOf(shown);
    expect(implies(atMost('AC_ex', 5n, shown), exactClaim('<=', 5n, claimed))).toBe(general);
    expect(implies(atMost('AC_ex', 5n, shown), exactClaim('<=', 6n, claimed))).toBe(general);
    expect(implies(atMost('AC_ex', 5n, shown), exactClaim('<=', 4n, claimed))).toBe(false);
    expect(implies(atMost('AC_ex', 5n, shown), exactClaim('>=', 1n, claimed))).toBe(false);
    expect(implies(atMost('AC_ex', 5n, shown), exactClaim('=', 5n, claimed))).toBe(false);
  });
});

describe('a lower bound for some weights holds for more special ones', () => {
  test.each(triples)('at least 5 for %s, claimed for %s', (shown, claimed) => {
    const special = kinds.indexOf(claimed) <= kinds.indexOf(shown);
    expect(implies(atLeast(5n, shown), exactClaim('>=', 5n, claimed))).toBe(special);
    expect(implies(atLeast(5n, shown), exactClaim('>=', 4n, claimed))).toBe(special);
    expect(implies(atLeast(5n, shown), exactClaim('>=', 6n, claimed))).toBe(false);
    expect(implies(atLeast(5n, shown), exactClaim('<=', 9n, claimed))).toBe(false);
    expect(implies(atLeast(5n, shown), exactClaim('=', 5n, claimed))).toBe(false);
  });
});

describe('equality needs both sides', () => {
  test.each(kinds)('AC_ex = |G| holds for %s weights, and nothing else does', (weights) => {
    const established = everyElement(24n);
    for (const relation of relations) expect(implies(established, exactClaim(relation, 24n, weights))).toBe(true);
    expect(implies(established, exactClaim('=', 23n, weights))).toBe(false);
    expect(implies(established, exactClaim('=', 25n, weights))).toBe(false);
    expect(implies(established, exactClaim('<=', 23n, weights))).toBe(false);
    expect(implies(established, exactClaim('>=', 25n, weights))).toBe(false);
    expect(implies(established, exactClaim('>=', 0n, weights))).toBe(true);
  });
});

describe('a bound is about its quantity and its ε', () => {
  const bound = atMost('AC_wk', 5n, 'uniform', rational(1n, 4n));
  test('the same ε', () => {
    expect(implies(bound, weakClaim('<=', 5n, 'uniform'))).toBe(true);
  });
  test('another ε, smaller or greater', () => {
    expect(implies(bound, weakClaim('<=', 5n, 'uniform', rational(1n, 5n)))).toBe(false);
    expect(implies(bound, weakClaim('<=', 5n, 'uniform', rational(1n, 3n)))).toBe(false);
  });
  test('no ε, or one too many', () => {
    expect(implies(atMost('AC_wk', 5n, 'uniform'), weakClaim('<=', 5n, 'uniform'))).toBe(false);
    expect(implies({ ...bound, quantity: 'AC_ex' }, exactClaim('<=', 5n, 'uniform'))).toBe(false);
  });
  test('another quantity', () => {
    expect(implies(atMost('AC_ex', 5n, 'uniform'), weakClaim('<=', 5n, 'uniform'))).toBe(false);
    expect(implies({ ...bound, quantity: 'AC_st' }, weakClaim('<=', 5n, 'uniform'))).toBe(false);
    expect(implies({ ...everyElement(6n), quantity: 'threshold' }, exactClaim('=', 6n, 'signed'))).toBe(false);
  });
});
