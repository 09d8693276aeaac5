/** Evidence for AC_wk ≤ n: exact where ε is attained, and in agreement with dense eigenvalues everywhere else. */
import { describe, expect, test } from 'vitest';
import { checkData, documentOf, type JsonObject } from '../support/certificates.ts';
import { withInstance } from '../support/groups.ts';
import { pseudoRandom, type SmallGroup, smallGroup, uniformOn } from '../support/oracle.ts';

interface Question {
  readonly group: string;
  readonly functions: string;
  readonly elements: readonly string[];
  readonly weights?: readonly string[];
  readonly epsilon: string;
  readonly evidence: JsonObject;
}

const ask = ({ group, functions, elements, weights, epsilon, evidence }: Question) =>
  checkData(
    documentOf(group, functions, {
      quantity: 'AC_wk',
      relation: '<=',
      value: `${elements.length}`,
      weights: weights === undefined ? 'uniform' : 'signed',
      epsilon,
      evidence: { ...evidence, scheme: { elements: [...elements], ...(weights ? { weights: [...weights] } : {}) } },
    }),
  );

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const fraction = (p: bigint, q: bigint): string => {
  const divisor = gcd(p, q);
  return q === divisor ? `${p / divisor}` : `${p / divisor}/${q / divisor}`;
};
/** p/q − 10^−digits. */
const justBelow = (p: bigint, q: bigint, digits: number): string =>
  fraction(p * 10n ** BigInt(digits) - q, q * 10n ** BigInt(digits));

/** Cycle notation of i ↦ i + c on n points. */
const turn = (n: number, c: number): string => {
  const seen = new Set<number>();
  let text = '';
  for (let start = 0; start < n; start++) {
    if (seen.has(start) || c % n === 0) continue;
    const cycle: number[] = [];
    for (let i = start; !seen.has(i); i = (i + c) % n) {
      seen.add(i);
      cycle.push(i + 1);
    }
    text += `(${cycle.join(',')})`;
  }
  return text === '' ? '()' : text;
};

describe('difference sets have exactly the error (n − λ)/n², and attain the Welch bound', () => {
  // In ℤ/v, n elements, every nonzero difference λ times: |ω̂|² = (n − λ)/n².
  test.each([
    [7, 1n, [0, 1, 3]],
    [11, 2n, [0, 2, 3, 4, 8]],
    [13, 1n, [0, 1, 3, 9]],
    [21, 1n, [0, 1, 4, 14, 16]],
  ] as const)('the one in ℤ/%i', (v, lambda, set) => {
    const n = BigInt(set.length);
    const [p, q] = [n - lambda, n * n];
    const elements = set.map((c) => turn(v, c));
    const question = { group: `C${v}`, functions: 'all', elements, epsilon: fraction(p, q) };
    const abelian = { kind: 'abelian' };
    const gram = { kind: 'gram', module: 'regular' };
    expect(ask({ ...question, evidence: abelian }).verdict).toBe('accepted');
    expect(ask({ ...question, evidence: gram }).verdict).toBe('accepted');
    const below = (digits: number, evidence: JsonObject): string =>
      ask({ ...question, epsilon: justBelow(p, q, digits), evidence }).code;
    expect(below(30, abelian)).toBe('error-exceeds-epsilon');
    expect(below(200, abelian)).toBe('error-exceeds-epsilon');
    // Entries of the Gram matrix stay below 2⁵³, so its ε has fewer digits.
    expect(below(9, gram)).toBe('error-exceeds-epsilon');
    expect(below(30, gram)).toBe('work-limit');
    // On the plane the harmonics are the same characters.
    const plane = { ...question, group: `C${v}@plane`, evidence: { kind: 'plane' } };
    expect(ask(plane).verdict).toBe('accepted');
    expect(ask({ ...plane, epsilon: justBelow(p, q, 30) }).code).toBe('error-exceeds-epsilon');
  });

  test('the whole group has error 0, which every exact kind accepts', () => {
    const elements = Array.from({ length: 6 }, (_, c) => turn(6, c));
    for (const [group, kind] of [
      ['C6', 'abelian'],
      ['C6@plane', 'plane'],
    ] as const)
      expect(ask({ group, functions: 'all', elements, epsilon: '0', evidence: { kind } }).verdict).toBe('accepted');
    const gram = { kind: 'gram', module: 'regular' };
    expect(ask({ group: 'C6', functions: 'all', elements, epsilon: '0', evidence: gram }).verdict).toBe('accepted');
    const moments = { kind: 'moments', power: '1' };
    expect(ask({ group: 'C6', functions: 'all', elements, epsilon: '0', evidence: moments }).verdict).toBe('accepted');
  });
});

/** Random elements of a group, as written. */
const randomElements = (notation: string, seed: number, count: number): readonly string[] =>
  withInstance(notation, ({ group }) => {
    const below = pseudoRandom(seed);
    return Array.from({ length: count }, () => group.show(group.chain().sample(below) as typeof group.empty));
  });

const numbersOf = (group: SmallGroup, elements: readonly string[]): readonly number[] =>
  elements.map((text) => group.indexOf(text)!);

interface Case {
  readonly group: string;
  readonly functions: string;
  readonly evidence: JsonObject;
}

/** Every kind that decides the error itself, on small groups. */
const cases: readonly Case[] = [
  ...['linear', 'poly:2', 'poly:3', 'poly:7'].map((functions) => ({
    group: 'S4',
    functions,
    evidence: { kind: 'gram', module: 'monomials' },
  })),
  { group: 'S4', functions: 'all', evidence: { kind: 'gram', module: 'regular' } },
  { group: 'S4', functions: 'all', evidence: { kind: 'blocks' } },
  { group: 'S3', functions: 'all', evidence: { kind: 'blocks' } },
  { group: 'A4', functions: 'poly:1', evidence: { kind: 'gram', module: 'monomials' } },
  { group: 'A4', functions: 'poly:2', evidence: { kind: 'gram', module: 'monomials' } },
  { group: 'B2', functions: 'poly:2', evidence: { kind: 'gram', module: 'monomials' } },
  { group: 'B3', functions: 'linear', evidence: { kind: 'gram', module: 'monomials' } },
  { group: 'B3', functions: 'poly:3', evidence: { kind: 'gram', module: 'monomials' } },
  { group: 'B3@vertices', functions: 'linear', evidence: { kind: 'gram', module: 'monomials' } },
  { group: 'Q8', functions: 'linear', evidence: { kind: 'gram', module: 'monomials' } },
  { group: 'Q8', functions: 'poly:2', evidence: { kind: 'gram', module: 'monomials' } },
  { group: 'Q8', functions: 'all', evidence: { kind: 'gram', module: 'regular' } },
  { group: 'D5', functions: 'poly:2', evidence: { kind: 'gram', module: 'monomials' } },
  { group: 'S3xC2', functions: 'poly:2', evidence: { kind: 'gram', module: 'monomials' } },
  { group: 'A5', functions: 'poly:2', evidence: { kind: 'gram', module: 'monomials' } },
  { group: 'perm:(1,2,3,4,5);(1,2,4,3)', functions: 'poly:2', evidence: { kind: 'gram', module: 'monomials' } },
  { group: 'C12', functions: 'all', evidence: { kind: 'abelian' } },
  { group: 'C2xC6', functions: 'all', evidence: { kind: 'abelian' } },
  { group: 'C3xC3', functions: 'all', evidence: { kind: 'abelian' } },
  { group: 'Z2^4@signs', functions: 'linear', evidence: { kind: 'abelian' } },
  { group: 'Z2^4@signs', functions: 'poly:2', evidence: { kind: 'abelian' } },
  { group: 'Z2^4@signs', functions: 'all', evidence: { kind: 'abelian' } },
  { group: 'C9@plane', functions: 'linear', evidence: { kind: 'plane' } },
  { group: 'C9@plane', functions: 'poly:3', evidence: { kind: 'plane' } },
  { group: 'C10@plane', functions: 'all', evidence: { kind: 'plane' } },
  { group: 'D6@plane', functions: 'linear', evidence: { kind: 'plane' } },
  { group: 'D6@plane', functions: 'poly:3', evidence: { kind: 'plane' } },
  { group: 'D6@plane', functions: 'poly:5', evidence: { kind: 'plane' } },
  { group: 'D6@plane', functions: 'poly:6', evidence: { kind: 'plane' } },
  { group: 'D7@plane', functions: 'all', evidence: { kind: 'plane' } },
];

/** ε as a fraction of a million. */
const millionths = (x: number): string => fraction(BigInt(Math.max(0, Math.round(x * 1e6))), 1_000_000n);
const margin = 2e-6;

describe('a scheme is accepted iff its error is at most ε, as dense eigenvalues have it', () => {
  test.each(cases)('$group on $functions by $evidence.kind', ({ group, functions, evidence }) => {
    const small = smallGroup(group);
    for (const size of [1, 2, 3, 5, 8, 13])
      for (const seed of [1, 2]) {
        const elements = randomElements(group, 100 * size + seed, size);
        const error = small.error(functions, uniformOn(small, numbersOf(small, elements)));
        const verdictAt = (epsilon: number): string =>
          ask({ group, functions, elements, epsilon: millionths(epsilon), evidence }).verdict;
        expect(verdictAt(error + margin), `${elements} has error ${error}`).toBe('accepted');
        if (error > margin) expect(verdictAt(error - margin), `${elements} has error ${error}`).toBe('rejected');
      }
  });

  test.each(cases.filter((_, i) => i % 2 === 0))(
    '$group on $functions by $evidence.kind, with signed weights',
    (item) => {
      const small = smallGroup(item.group);
      const elements = [...new Set(randomElements(item.group, 5, 4))];
      // 3/2, −1/4, −1/8, … and what is left for the sum 1.
      const eighths = elements.map((_, i) => (i === 0 ? 12 : -(i % 2) - 1));
      eighths[0] = 8 - eighths.slice(1).reduce((sum, x) => sum + x, 0);
      const weights = new Float64Array(small.order);
      numbersOf(small, elements).forEach((g, i) => {
        weights[g] = eighths[i]! / 8;
      });
      const error = small.error(item.functions, weights);
      const texts = eighths.map((x) => (x < 0 ? `-${fraction(BigInt(-x), 8n)}` : fraction(BigInt(x), 8n)));
      const verdictAt = (epsilon: number): string =>
        ask({ ...item, elements, weights: texts, epsilon: millionths(epsilon) }).verdict;
      expect(verdictAt(error + margin)).toBe('accepted');
      if (error > margin) expect(verdictAt(error - margin)).toBe('rejected');
    },
  );
});

describe('moments', () => {
  test.each(['S3', 'S4', 'A5', 'Q8', 'C12', 'B2'])(
    'the bound of a higher moment of %s tends to the true error',
    (group) => {
      const small = smallGroup(group);
      const elements = randomElements(group, 3, 6);
      const error = small.error('all', uniformOn(small, numbersOf(small, elements)));
      const accepts = (epsilon: number, power: number): boolean =>
        ask({
          group,
          functions: 'all',
          elements,
          epsilon: millionths(epsilon),
          evidence: { kind: 'moments', power: `${power}` },
        }).verdict === 'accepted';
      // ‖ω̂‖^{2m} ≤ |G| T_m − 1 ≤ (|G| − 1) ‖ω̂‖^{2m}: never below the error, and within a factor (|G| − 1)^{1/m} of it.
      for (const power of [1, 2, 5, 20, 80]) {
        if (error > margin) expect(accepts(error - margin, power)).toBe(false);
        expect(accepts(error * (small.order - 1) ** (1 / power) + margin, power)).toBe(true);
      }
    },
  );

  test('every class is covered: what moments accept, gram accepts', () => {
    const elements = randomElements('S4', 9, 10);
    for (let hundredths = 5; hundredths <= 100; hundredths += 5) {
      const question = { group: 'S4', functions: 'poly:2', elements, epsilon: fraction(BigInt(hundredths), 100n) };
      const moments = ask({ ...question, evidence: { kind: 'moments', power: '30' } }).verdict === 'accepted';
      const gram = ask({ ...question, evidence: { kind: 'gram', module: 'monomials' } }).verdict === 'accepted';
      expect(moments && !gram).toBe(false);
    }
  });
});

describe('blocks agree with gram on S5', () => {
  test('on all functions, the 120 dimensions at once or seven irreducibles one by one', () => {
    for (const [seed, size] of [
      [1, 6],
      [2, 12],
      [3, 25],
    ] as const) {
      const elements = randomElements('S5', seed, size);
      const verdicts = (kind: JsonObject): string =>
        Array.from({ length: 24 }, (_, i) =>
          ask({ group: 'S5', functions: 'all', elements, epsilon: fraction(BigInt(2 * i + 3), 50n), evidence: kind })
            .verdict === 'accepted'
            ? 'y'
            : 'n',
        ).join('');
      expect(verdicts({ kind: 'blocks' })).toBe(verdicts({ kind: 'gram', module: 'regular' }));
    }
  });
});
