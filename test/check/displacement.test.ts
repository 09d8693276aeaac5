/**
 * Evidence *displacement* agrees with the definition of the strong condition: for random schemes the least ε is computed
 * densely, from the regular representation, and the checker accepts just above it and never below.
 */
import { describe, expect, test } from 'vitest';
import { checkText } from '../../src/check/index.ts';
import { listGroup } from '../../src/group/listing.ts';
import { documentOf, type JsonObject } from '../support/certificates.ts';
import { withGroup } from '../support/groups.ts';
import { displacementOf, pseudoRandom, smallGroup } from '../support/oracle.ts';

interface Case {
  readonly group: string;
  readonly functions: string;
  readonly test: JsonObject;
}

const cases: readonly Case[] = [
  { group: 'S3', functions: 'all', test: { kind: 'blocks' } },
  { group: 'S4', functions: 'all', test: { kind: 'blocks' } },
  { group: 'S4', functions: 'all', test: { kind: 'gram', module: 'regular' } },
  { group: 'S4', functions: 'poly:2', test: { kind: 'gram', module: 'monomials' } },
  { group: 'A4', functions: 'linear', test: { kind: 'gram', module: 'monomials' } },
  { group: 'A4', functions: 'all', test: { kind: 'gram', module: 'regular' } },
  { group: 'B2', functions: 'poly:3', test: { kind: 'gram', module: 'monomials' } },
  { group: 'Q8', functions: 'all', test: { kind: 'gram', module: 'regular' } },
  { group: 'D5', functions: 'all', test: { kind: 'gram', module: 'regular' } },
  { group: 'C7', functions: 'all', test: { kind: 'abelian' } },
  { group: 'C9', functions: 'all', test: { kind: 'abelian' } },
  { group: 'C12', functions: 'all', test: { kind: 'abelian' } },
  { group: 'C3xC3', functions: 'all', test: { kind: 'abelian' } },
  { group: 'C3xC5', functions: 'all', test: { kind: 'abelian' } },
  { group: 'Z2^3', functions: 'all', test: { kind: 'abelian' } },
  { group: 'C2xC4', functions: 'all', test: { kind: 'abelian' } },
];

const elementsOf = (notation: string): readonly string[] =>
  withGroup(notation, (group) => {
    const listing = listGroup(group, 100)!;
    return Array.from({ length: listing.size }, (_, i) => group.show(listing.unrank(i)));
  });

/** n / 10⁶ in lowest terms. */
const millionths = (n: number): string => {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  const by = gcd(n, 1_000_000);
  return by === 1_000_000 ? `${n / by}` : `${n / by}/${1_000_000 / by}`;
};

const verdict = (
  { group, functions, test: how }: Case,
  scheme: JsonObject,
  size: number,
  weights: string,
  epsilon: string,
): string =>
  checkText(
    JSON.stringify(
      documentOf(group, functions, {
        quantity: 'AC_st',
        relation: '<=',
        value: `${size}`,
        weights,
        epsilon,
        evidence: { kind: 'displacement', test: { ...how, scheme } },
      }),
    ),
  ).verdict;

describe('the least ε of a random scheme is the one the checker draws', () => {
  test.each(cases)('$group on $functions by $test.kind $test.module', (subject) => {
    const group = smallGroup(subject.group);
    const elements = elementsOf(subject.group);
    const below = pseudoRandom(subject.group.length + elements.length);
    for (let attempt = 0; attempt < 6; attempt++) {
      const size = 2 + below(Math.min(7, elements.length - 1));
      const chosen = Array.from({ length: size }, () => elements[below(elements.length)]!);
      const weighted = attempt % 3 === 2;
      const distinct = [...new Set(chosen)];
      if (weighted && distinct.length < 2) continue;
      // Weights 1 : … : 1 : 3 of the distinct elements.
      const total = distinct.length + 2;
      const scheme: JsonObject = weighted
        ? {
            elements: distinct,
            weights: distinct.map((_, i) => {
              const [p, q] = [i === 0 ? 3 : 1, total];
              return p === 3 && q % 3 === 0 ? `1/${q / 3}` : `${p}/${q}`;
            }),
          }
        : { elements: chosen };
      const omega = new Float64Array(group.order);
      if (weighted)
        distinct.forEach((g, i) => {
          omega[group.indexOf(g)!] = (i === 0 ? 3 : 1) / total;
        });
      else for (const g of chosen) omega[group.indexOf(g)!]! += 1 / size;
      const least = displacementOf(group, subject.functions, omega);
      const [n, kind] = weighted ? [distinct.length, 'probability'] : [size, 'uniform'];
      const above = millionths(Math.ceil(least * 1e6) + 1);
      const under = Math.floor(least * 1e6) - 1;
      expect(verdict(subject, scheme, n, kind, above), `${least} ${JSON.stringify(scheme)}`).toBe('accepted');
      if (under > 0) expect(verdict(subject, scheme, n, kind, millionths(under))).toBe('rejected');
    }
  });
});

describe('the displacement is between the weak error and twice it', () => {
  test.each(['S3', 'C3xC3', 'A4'])('%s', (notation) => {
    const group = smallGroup(notation);
    const below = pseudoRandom(5);
    for (let attempt = 0; attempt < 10; attempt++) {
      const omega = new Float64Array(group.order);
      for (let i = 0; i < 5; i++) omega[below(group.order)]! += 1 / 5;
      const [weak, strong] = [group.error('all', omega), displacementOf(group, 'all', omega)];
      expect(strong).toBeLessThanOrEqual(2 * weak + 1e-9);
      expect(strong).toBeGreaterThanOrEqual(weak - 1e-9);
    }
  });

  test('a character of order 3 gains a quarter: C3xC3 reaches 3/2 times its weak error, not 2', () => {
    const group = smallGroup('C3xC3');
    const omega = new Float64Array(group.order);
    for (const g of ['()', '(1,2,3)', '(4,5,6)', '(1,3,2)(4,6,5)']) omega[group.indexOf(g)!] = 1 / 4;
    expect(displacementOf(group, 'all', omega)).toBeCloseTo(1.5 * group.error('all', omega), 12);
  });
});
