/**
 * False lower bounds are never accepted, whatever the evidence. The truth comes from outside: `truths.json` has, for small
 * groups and every kind of class, the sizes of the smallest exact schemes found by integer programming (HiGHS by way of
 * SciPy) on equations set up from Newton's identities, so AC_ex is at most that; `errors` are those of the best probability
 * schemes of 1, 2, … elements that a random search met, rounded up, so AC_wk is at most n from `errors[n − 1]` on. Its
 * `multipliers` are optimal for one class of functions or another, and evidence mostly for the wrong one.
 */
import { readFileSync } from 'node:fs';
import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { checkText, type Report } from '../../src/check/index.ts';
import type { Json, JsonObject } from '../support/certificates.ts';
import { fixed } from '../support/seed.ts';

const checkClaim = (group: string, functions: string, claim: JsonObject): Report =>
  checkText(JSON.stringify({ format: 'reynolds-certificate', version: '1', group, functions, claims: [claim] }));

interface Truth {
  readonly probability: number;
  readonly signed: number;
  readonly errors?: readonly number[];
}

interface Known {
  readonly order: number;
  readonly elements: readonly string[];
  readonly table: { readonly prime: string; readonly classes: readonly string[]; readonly rows: readonly string[][] };
  readonly multipliers: readonly (readonly string[])[];
  readonly classes: Readonly<Record<string, Truth>>;
}

const truths = JSON.parse(readFileSync(new URL('truths.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Known>
>;

/** A group, one of its classes, and evidence to be. */
const subjects = Object.entries(truths).flatMap(([group, known]) =>
  Object.entries(known.classes).map(([functions, truth]) => ({ group, functions, known, truth })),
);
type Case = (typeof subjects)[number];

type Numbers = () => number;
/** The numbers of one case, from 0 to 2³¹ − 1, again and again. */
const numbersOf = (seeds: readonly number[]): Numbers => {
  let state = seeds.reduce((all, x) => (all * 31 + x) % 2_147_483_648, 7);
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 8);
  };
};
const one = <A>(next: Numbers, items: readonly A[]): A => items[next() % items.length]!;
const shuffled = (next: Numbers, n: number): readonly number[] => {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = next() % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
};

interface Table {
  prime: string;
  classes: string[];
  rows: string[][];
}
const copyOf = ({ prime, classes, rows }: Known['table']): Table => ({
  prime,
  classes: [...classes],
  rows: rows.map((row) => [...row]),
});

/** The table with something exchanged, moved or replaced; half the time nothing. */
const maybeForged = (next: Numbers, table: Table): Table => {
  const size = table.classes.length;
  const [i, j] = [next() % size, next() % size];
  const swap = (list: string[]): void => {
    [list[i], list[j]] = [list[j]!, list[i]!];
  };
  const kinds: readonly (() => void)[] = [
    () => {
      table.rows = shuffled(next, size).map((row) => table.rows[row]!);
    },
    () => table.rows.forEach(swap),
    () => swap(table.classes),
    () => swap(table.rows[next() % size]!),
    () => {
      table.rows[i]![j] = `${next() % Number(table.prime)}`;
    },
    () => {
      table.rows[i] = [...table.rows[j]!];
    },
    () => {
      table.prime = one(next, ['5', '7', '11', '13', '17', '19', '29', '31', '37', '61']);
    },
  ];
  if (next() % 2 === 0) one(next, kinds)();
  return table;
};

const fraction = (p: number, q: number): string => {
  const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));
  const by = gcd(p, q);
  return q / by === 1 ? `${p / by}` : `${p / by}/${q / by}`;
};
const parts = (text: string): readonly [number, number] => {
  const [p, q = '1'] = text.split('/');
  return [Number(p), Number(q)];
};

/** Multipliers that are best for some class, mixed, moved, or one of them replaced. */
const multipliersFor = (next: Numbers, { known }: Case): string[] => {
  const first = [...one(next, known.multipliers)];
  const n = first.length;
  switch (next() % 8) {
    case 0:
      first[next() % n] = fraction((next() % 9) - 4, 1 + (next() % 3));
      return first;
    case 1: {
      const [i, j] = [next() % n, next() % n];
      [first[i], first[j]] = [first[j]!, first[i]!];
      return first;
    }
    case 2:
      return first.map((text, i) => {
        const [[a, b], [c, d]] = [parts(text), parts(one(next, known.multipliers)[i]!)];
        return fraction(a * d + c * b, 2 * b * d);
      });
    case 3:
      return next() % 2 === 0 ? first.slice(1) : [...first, '0'];
    case 4:
      return known.table.rows.map((row) => row[known.table.classes.indexOf(known.elements[0]!)]!);
    default:
      return first;
  }
};

const dimensionOf = (group: string, elements: readonly string[]): number => {
  if (group.includes('plane')) return 2;
  if (group.includes('@sign') || group.includes('[-1]')) return 1;
  if (group.includes('@images')) return 3;
  const [first] = elements;
  return first!.startsWith('[')
    ? first!.split(',').length
    : Math.max(...elements.flatMap((g) => [...g.matchAll(/\d+/g)].map(Number)));
};

const evidenceKinds = ['orbit', 'rank', 'linear-programme', 'exhaustion', 'two-sided'] as const;

const evidenceFor = (next: Numbers, subject: Case, kind: (typeof evidenceKinds)[number]): JsonObject => {
  const { group, known } = subject;
  const table = (): Json => maybeForged(next, copyOf(known.table)) as unknown as JsonObject;
  switch (kind) {
    case 'orbit': {
      const d = dimensionOf(group, known.elements) + (next() % 20 === 0 ? 1 : 0);
      const few = next() % 2 === 0;
      const exponents = Array.from({ length: d }, () => (few ? 0 : next() % 4));
      if (few) exponents[next() % d] = 1 + (next() % 2);
      return { kind, exponents: exponents.map(String) };
    }
    case 'rank': {
      const rows = known.table.rows.map((_, i) => `${i}`).filter(() => next() % 3 === 0);
      return { kind, table: table(), rows };
    }
    case 'linear-programme':
      return { kind, table: table(), multipliers: multipliersFor(next, subject) };
    case 'exhaustion':
      return { kind, size: `${next() % (known.order + 2)}`, weights: one(next, ['signed', 'probability']) };
    case 'two-sided':
      return {
        kind,
        lower: evidenceFor(next, subject, one(next, ['orbit', 'rank', 'linear-programme'] as const)),
        upper: {
          kind: 'subgroup',
          generators: Array.from({ length: next() % 3 }, () => one(next, known.elements)),
        },
      };
  }
};

const exactly = (value: number, relation: string, weights: string, evidence: JsonObject): JsonObject => ({
  quantity: 'AC_ex',
  relation,
  value: `${value}`,
  weights,
  evidence,
});

const anyCase = (kind: (typeof evidenceKinds)[number]) =>
  fc.record({
    subject: fc.constantFrom(...subjects.filter(({ known }) => kind !== 'exhaustion' || known.order <= 12)),
    seeds: fc.array(fc.nat(), { minLength: 2, maxLength: 2 }),
  });

/** How many cases, and how many of them must be right about something smaller, so that the test tests something. */
const effort = {
  orbit: [600, 60],
  rank: [600, 80],
  'linear-programme': [1000, 60],
  exhaustion: [250, 60],
  'two-sided': [600, 5],
};

describe('a lower bound above the truth is refused', () => {
  test.each(evidenceKinds)('AC_ex by %s', (kind) => {
    let right = 0;
    const [cases, wanted] = effort[kind] as [number, number];
    fc.assert(
      fc.property(anyCase(kind), ({ subject, seeds }) => {
        const { group, functions, truth } = subject;
        const evidence = evidenceFor(numbersOf(seeds), subject, kind);
        const verdictOf = (claim: JsonObject): string => {
          const report = checkClaim(group, functions, claim);
          expect(report.verdict, report.message).not.toBe('internal-error');
          return report.verdict;
        };
        for (const weights of ['probability', 'signed'] as const) {
          const claim = exactly(truth[weights] + 1, '>=', weights, evidence);
          expect(verdictOf(claim), JSON.stringify({ group, functions, claim })).not.toBe('accepted');
          const below = exactly(truth[weights] - 1, '<=', weights, evidence);
          expect(verdictOf(below), JSON.stringify({ group, functions, below })).not.toBe('accepted');
        }
        if (verdictOf(exactly(1, '>=', 'probability', evidence)) === 'accepted') right++;
      }),
      fixed(cases),
    );
    expect(right).toBeGreaterThan(wanted);
  });

  test('AC_wk by linear programmes', () => {
    let right = 0;
    const epsilons = ['0', '1/100', '1/25', '1/16', '1/9', '2/9', '1/4', '1/3', '1/2', '3/4', '1', '3/2'];
    const withErrors = subjects.filter(({ truth }) => truth.errors !== undefined);
    fc.assert(
      fc.property(
        fc.constantFrom(...withErrors),
        fc.constantFrom(...epsilons),
        fc.array(fc.nat(), { minLength: 2, maxLength: 2 }),
        (subject, epsilon, seeds) => {
          const { group, functions, truth, known } = subject;
          const evidence = evidenceFor(numbersOf(seeds), subject, 'linear-programme');
          const [p, q] = parts(epsilon);
          const found = truth.errors!.findIndex((error) => error <= p / q);
          const enough = found < 0 ? known.order : found + 1;
          const claim = (value: number, weights: string): JsonObject => ({
            ...exactly(value, '>=', weights, evidence),
            quantity: 'AC_wk',
            epsilon,
          });
          const accepted = (value: number, weights: string): boolean =>
            checkClaim(group, functions, claim(value, weights)).verdict === 'accepted';
          expect(accepted(enough + 1, 'probability'), JSON.stringify({ group, functions, evidence, epsilon })).toBe(
            false,
          );
          expect(accepted(2, 'signed'), 'not for signed weights').toBe(false);
          // What is weak within ε/2 is strong within ε, so a bound on AC_st above its size is false, too.
          const half = truth.errors!.findIndex((error) => error <= p / q / 2);
          const strong = (value: number): boolean =>
            checkClaim(group, functions, {
              ...exactly(value, '>=', 'probability', { kind: 'weak-below-strong', weak: evidence }),
              quantity: 'AC_st',
              epsilon,
            }).verdict === 'accepted';
          expect(strong((half < 0 ? known.order : half + 1) + 1), JSON.stringify({ group, evidence })).toBe(false);
          if (accepted(2, 'uniform')) {
            right++;
            expect(strong(2)).toBe(true);
          }
        },
      ),
      fixed(600),
    );
    expect(right).toBeGreaterThan(35);
  });
});

describe('an upper bound below the truth is refused', () => {
  test('AC_ex by dimension, subgroups and their cosets', () => {
    let right = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...subjects),
        fc.array(fc.nat(), { minLength: 2, maxLength: 2 }),
        ({ group, functions, known, truth }, seeds) => {
          const next = numbersOf(seeds);
          const elements = Array.from({ length: 1 + (next() % 3) }, () => one(next, known.elements));
          const kinds: readonly JsonObject[] = [
            { kind: 'dimension', table: maybeForged(next, copyOf(known.table)) as unknown as JsonObject },
            { kind: 'subgroup', generators: elements },
            { kind: 'scheme', scheme: { elements: [...new Set(elements)] } },
          ];
          for (const evidence of kinds) {
            const verdictOf = (value: number): string =>
              checkClaim(group, functions, exactly(value, '<=', 'probability', evidence)).verdict;
            expect(verdictOf(truth.probability - 1), JSON.stringify({ group, functions, evidence })).not.toBe(
              'accepted',
            );
            if (verdictOf(known.order) === 'accepted') right++;
          }
        },
      ),
      fixed(500),
    );
    expect(right).toBeGreaterThan(200);
  });
});
