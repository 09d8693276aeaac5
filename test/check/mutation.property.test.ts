/**
 * Nothing false is ever accepted: true certificates of every kind are mutated at random, and whenever the checker accepts
 * a mutant, its claims are true by brute force (`support/truth.ts`).
 */
import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { checkText } from '../../src/check/index.ts';
import { dataFor, documentOf, type Json, type JsonObject, type Wish } from '../support/certificates.ts';
import { smallGroup } from '../support/oracle.ts';
import { fixed } from '../support/seed.ts';
import { whyFalse } from '../support/truth.ts';

const wishes: readonly Wish[] = [
  { topic: 'exact', group: 'S3', functions: 'all' },
  { topic: 'exact', group: 'S3', functions: 'poly:3' },
  { topic: 'exact', group: 'S3', functions: 'linear' },
  { topic: 'exact', group: 'S4', functions: 'poly:5' },
  { topic: 'exact', group: 'A4', functions: 'poly:2' },
  { topic: 'exact', group: 'B2', functions: 'poly:4' },
  { topic: 'exact', group: 'C8@plane', functions: 'poly:1' },
  { topic: 'exact', group: 'C9@plane', functions: 'poly:3' },
  { topic: 'exact', group: 'D5@plane', functions: 'poly:3' },
  { topic: 'threshold', group: 'S4' },
  { topic: 'threshold', group: 'A4' },
  { topic: 'threshold', group: 'Q8' },
  { topic: 'threshold', group: 'D4' },
  { topic: 'threshold', group: 'D5@plane' },
  { topic: 'threshold', group: 'C6@plane' },
  { topic: 'threshold', group: 'Z2^3@signs' },
  { topic: 'approximate', group: 'Z2^3@signs', functions: 'poly:1', epsilon: '1/4' },
  { topic: 'approximate', group: 'C7', functions: 'all', epsilon: '1/4' },
  { topic: 'approximate', group: 'D5@plane', functions: 'poly:5', epsilon: '1/3' },
  { topic: 'approximate', group: 'S4', functions: 'poly:1', epsilon: '1/3' },
  { topic: 'approximate', group: 'A4', functions: 'poly:2', epsilon: '1/2' },
  { topic: 'approximate', group: 'C2xC4', functions: 'linear', epsilon: '1/2' },
  { topic: 'separation', group: 'S3', epsilon: '1/4' },
  { topic: 'separation', group: 'C6@plane', epsilon: '1/3' },
  { topic: 'separation', group: 'Q8', epsilon: '1/2' },
  { topic: 'separation', group: 'S4', functions: 'all', epsilon: '1/2' },
];

const strings = (...items: readonly string[]): string[] => [...items];
const strongClaim = (relation: string, value: string, epsilon: string, evidence: JsonObject): JsonObject => ({
  quantity: 'AC_st',
  relation,
  value,
  weights: 'uniform',
  epsilon,
  evidence,
});
const displacement = (test: JsonObject): JsonObject => ({ kind: 'displacement', test });
const displacements: readonly JsonObject[] = [
  documentOf(
    'C3xC3',
    'all',
    strongClaim(
      '<=',
      '4',
      '21/32',
      displacement({
        kind: 'abelian',
        scheme: { elements: strings('()', '(1,2,3)', '(4,5,6)', '(1,3,2)(4,6,5)') },
      }),
    ),
  ),
  documentOf(
    'S4',
    'linear',
    strongClaim(
      '<=',
      '3',
      '2/9',
      displacement({
        kind: 'gram',
        module: 'monomials',
        scheme: { elements: strings('()', '(1,2)(3,4)', '(1,3,2,4)') },
      }),
    ),
  ),
  documentOf(
    'S3',
    'all',
    strongClaim(
      '<=',
      '5',
      '1/8',
      displacement({
        kind: 'blocks',
        scheme: { elements: strings('()', '(1,2,3)', '(1,3,2)', '(1,2)', '(2,3)') },
      }),
    ),
  ),
  documentOf(
    'A4',
    'all',
    strongClaim(
      '<=',
      '11',
      '2/121',
      displacement({
        kind: 'gram',
        module: 'regular',
        scheme: {
          elements: strings(
            '()',
            '(1,2,3)',
            '(1,3,2)',
            '(1,2,4)',
            '(1,4,2)',
            '(1,3,4)',
            '(1,4,3)',
            '(2,3,4)',
            '(2,4,3)',
            '(1,2)(3,4)',
            '(1,3)(2,4)',
          ),
        },
      }),
    ),
  ),
  documentOf('S4', 'all', strongClaim('>=', '4', '1/4', { kind: 'weak-below-strong', weak: { kind: 'welch' } })),
];
const exact = (value: string, weights: string, evidence: JsonObject): JsonObject => ({
  quantity: 'AC_ex',
  relation: '<=',
  value,
  weights,
  evidence,
});

/** Kinds that the prover does not choose for small groups, made from its other certificates or by hand. */
const byHand = (made: readonly JsonObject[]): readonly JsonObject[] => {
  const claimOf = (group: string): JsonObject =>
    (made.find((document) => document['group'] === group)!['claims'] as JsonObject[])[0]!;
  const tableOf = (group: string): JsonObject => claimOf(group)['evidence'] as JsonObject;
  const reflections = strings('(1,2)', '(1,3)', '(2,3)', '(1,4)', '(2,4)', '(3,4)');
  return [
    documentOf('S4', 'poly:5', exact('12', 'uniform', { kind: 'reflections', reflections })),
    documentOf('S4', 'poly:3', exact('12', 'uniform', { kind: 'subgroup', generators: strings('(1,2,3)', '(2,3,4)') })),
    documentOf(
      'S3',
      'linear',
      exact('6', 'signed', {
        kind: 'scheme',
        scheme: {
          elements: strings('()', '(1,2,3)', '(1,3,2)', '(1,2)', '(2,3)', '(1,3)'),
          weights: strings('2/3', '2/3', '2/3', '-1/3', '-1/3', '-1/3'),
        },
      }),
    ),
    documentOf('Q8', 'poly:2', {
      ...exact('8', 'signed', { ...tableOf('Q8'), kind: 'multiplicities' }),
      relation: '=',
    }),
    documentOf('C7', 'all', {
      quantity: 'AC_wk',
      relation: '<=',
      value: '3',
      weights: 'probability',
      epsilon: '2/9',
      evidence: {
        kind: 'gram',
        module: 'regular',
        scheme: {
          elements: strings('()', '(1,2,3,4,5,6,7)', '(1,4,7,3,6,2,5)'),
          weights: strings('1/3', '1/3', '1/3'),
        },
      },
    }),
    ...displacements,
    documentOf('S3', 'all', {
      quantity: 'AC_wk',
      relation: '<=',
      value: '5',
      weights: 'uniform',
      epsilon: '1/4',
      evidence: {
        kind: 'moments',
        power: '2',
        scheme: { elements: strings('()', '(1,2,3)', '(1,3,2)', '(1,2)', '(2,3)') },
      },
    }),
  ];
};

/** Only what `whyFalse` can judge: other lower bounds are attacked in `falseClaims.property.test.ts`, *code* in `code.test.ts`. */
const judged = (document: JsonObject): JsonObject => ({
  ...document,
  claims: (document['claims'] as JsonObject[]).flatMap((claim): JsonObject[] => {
    const evidence = claim['evidence'] as JsonObject;
    if (evidence['kind'] === 'two-sided') return [{ ...claim, relation: '<=', evidence: evidence['upper']! }];
    const weak = evidence['kind'] === 'weak-below-strong' ? (evidence['weak'] as JsonObject) : evidence;
    return claim['relation'] === '>=' && weak['kind'] !== 'welch' ? [] : [claim];
  }),
});

const made = wishes.map(dataFor).map(judged);
const bases = [
  ...made,
  ...byHand(made).filter((document) => checkText(JSON.stringify(document)).verdict === 'accepted'),
];
const groups = [
  ...new Set([...bases.map(({ group }) => group as string), 'S2', 'C3', 'D3', 'A3', 'Z2^2', 'B1', 'C4@plane']),
];
const classes = ['linear', 'all', ...Array.from({ length: 8 }, (_, k) => `poly:${k}`)];
const epsilons = ['0', '1/100', '1/9', '2/9', '1/4', '1/3', '2/5', '1/2', '2/3', '3/4', '1', '2'];
const claimsOf = (document: JsonObject): JsonObject[] => document['claims'] as JsonObject[];
const donors = bases.flatMap(claimsOf);

/** A place in a document: a container and a key. */
interface Place {
  readonly container: Json[] | JsonObject;
  readonly key: string | number;
}

const placesIn = (value: Json): Place[] => {
  if (Array.isArray(value)) return value.flatMap((item, key) => [{ container: value, key }, ...placesIn(item)]);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => [{ container: value, key }, ...placesIn(item)]);
};
const at = ({ container, key }: Place): Json => (container as JsonObject)[key as string]!;
const put = ({ container, key }: Place, value: Json): void => {
  (container as JsonObject)[key as string] = value;
};
const pick = <A>(items: readonly A[], choice: number): A | undefined => items[choice % Math.max(1, items.length)];

const reduced = (p: number, q: number): string => {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  const divisor = Math.max(1, gcd(Math.abs(p), q));
  return q / divisor === 1 ? `${p / divisor}` : `${p / divisor}/${q / divisor}`;
};
const nudged = (text: string, by: number): string => {
  const [p, q = '1'] = text.split('/');
  return by % 2 === 0
    ? reduced(Number(p) * 1000 + ((by >> 1) % 2 === 0 ? 1 : -1), Number(q) * 1000)
    : reduced(Number(p) + ((by >> 1) % 2 === 0 ? 1 : -1), Number(q));
};

type Mutation = (document: JsonObject, a: number, b: number, c: number) => void;

const onClaim =
  (change: (claim: JsonObject, b: number, c: number) => void): Mutation =>
  (document, a, b, c) => {
    const claim = pick(claimsOf(document) ?? [], a);
    if (claim !== null && typeof claim === 'object') change(claim, b, c);
  };

const isText = (place: Place): boolean => typeof at(place) === 'string' && place.key !== 'group';

const mutations: readonly Mutation[] = [
  onClaim((claim, b) => {
    if (!/^\d+$/.test(String(claim['value']))) return;
    const value = BigInt(claim['value'] as string) + [1n, -1n, 2n, -2n][b % 4]!;
    claim['value'] = `${value < 0n ? 0n : value}`;
  }),
  onClaim((claim, b) => {
    claim['relation'] = ['=', '<=', '>='][b % 3]!;
  }),
  onClaim((claim, b) => {
    claim['weights'] = ['uniform', 'probability', 'signed'][b % 3]!;
  }),
  onClaim((claim, b, c) => {
    const old = claim['epsilon'];
    if (typeof old === 'string' && /^[\d/]+$/.test(old))
      claim['epsilon'] = b % 2 === 0 ? nudged(old, c) : pick(epsilons, c)!;
  }),
  onClaim((claim, b) => {
    claim['quantity'] = ['AC_ex', 'AC_wk', 'AC_st', 'threshold'][b % 4]!;
    if (claim['quantity'] === 'AC_wk' || claim['quantity'] === 'AC_st') claim['epsilon'] ??= '1/2';
    else delete claim['epsilon'];
  }),
  onClaim((claim, b) => {
    claim['evidence'] = structuredClone(pick(donors, b)!['evidence']!);
  }),
  (document, a, b) => {
    const claims = claimsOf(document);
    if (Array.isArray(claims) && claims.length > 0) claims[a % claims.length] = structuredClone(pick(donors, b)!);
  },
  (document, a) => {
    document['group'] = pick(groups, a)!;
  },
  (document, a) => {
    document['functions'] = pick(classes, a)!;
  },
  // The degree of the class by one, and the value with it where it is a threshold.
  (document, a, b) => {
    const match = /^poly:(\d{1,3})$/.exec(String(document['functions']));
    if (match === null) return;
    const degree = Math.max(0, Number(match[1]) + (a % 2 === 0 ? 1 : -1));
    document['functions'] = `poly:${degree}`;
    for (const claim of claimsOf(document) ?? [])
      if (claim['quantity'] === 'threshold' && b % 4 !== 0) claim['value'] = `${degree}`;
  },
  // One item of a list dropped, doubled, or replaced by another string of the document.
  (document, a, b) => {
    const place = pick(
      placesIn(document).filter(({ container }) => Array.isArray(container)),
      a,
    );
    if (place === undefined || !Array.isArray(place.container)) return;
    const index = place.key as number;
    if (b % 2 === 0) place.container.splice(index, 1);
    else place.container.splice(index, 0, structuredClone(place.container[index]!));
  },
  (document, a, b) => {
    const texts = placesIn(document).filter(isText);
    const [to, from] = [pick(texts, a), pick(texts, b)];
    if (to !== undefined && from !== undefined) put(to, at(from));
  },
  (document, a, b) => {
    const texts = placesIn(document).filter(isText);
    const [x, y] = [pick(texts, a), pick(texts, b)];
    if (x === undefined || y === undefined) return;
    const [left, right] = [at(x), at(y)];
    put(x, right);
    put(y, left);
  },
  // One digit.
  (document, a, b, c) => {
    const place = pick(
      placesIn(document).filter((place) => isText(place) && /\d/.test(at(place) as string)),
      a,
    );
    if (place === undefined) return;
    const text = at(place) as string;
    const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
    const where = digits[b % digits.length]!;
    put(place, `${text.slice(0, where)}${c % 10}${text.slice(where + 1)}`);
  },
  // An element by another one of some certificate.
  (document, a, b) => {
    const elements = (value: Json): Place[] =>
      placesIn(value).filter(
        (place) => Array.isArray(place.container) && isText(place) && /^[([]/.test(at(place) as string),
      );
    const place = pick(elements(document), a);
    const other = pick(elements(donors as Json[]), b);
    if (place !== undefined && other !== undefined) put(place, at(other));
  },
  // A key left out, or moved to where it does not belong.
  (document, a, b) => {
    const keyed = placesIn(document).filter(({ container }) => !Array.isArray(container));
    const place = pick(keyed, a);
    if (place === undefined) return;
    if (b % 3 === 0) put({ container: pick(keyed, b)!.container, key: place.key }, structuredClone(at(place)));
    else delete (place.container as JsonObject)[place.key as string];
  },
];

/** Claims get more attention than structure: most structural damage is merely malformed. */
const attention = [4, 4, 3, 4, 2, 3, 2, 4, 4, 4, 3, 3, 2, 4, 4, 1];
const choices = attention.flatMap((times, index) => Array.from({ length: times }, () => index));
const step = fc.record({ kind: fc.constantFrom(...choices), a: fc.nat(), b: fc.nat(), c: fc.nat() });

const mutant = (base: number, steps: readonly { kind: number; a: number; b: number; c: number }[]): JsonObject => {
  const document = structuredClone(bases[base]!);
  for (const { kind, a, b, c } of steps) mutations[kind]!(document, a, b, c);
  return document;
};

describe('nothing false is ever accepted', () => {
  test('the certificates that are mutated are accepted, and true by brute force', () => {
    expect(bases.length).toBe(wishes.length + 11);
    for (const document of bases) {
      expect(checkText(JSON.stringify(document)).verdict, JSON.stringify(document)).toBe('accepted');
      for (const claim of claimsOf(document))
        expect(whyFalse(document['group'] as string, document['functions'] as string, claim)).toBe(undefined);
    }
  });

  test('they use every kind of evidence', () => {
    const kinds = new Set(
      placesIn(bases as Json[])
        .filter(({ key }) => key === 'kind')
        .map((place) => String(at(place))),
    );
    const wanted =
      'regular free-orbit annihilator multiplicities harmonics scheme subgroup reflections threshold existence gram blocks abelian plane moments welch strong-from-weak';
    expect(wanted.split(' ').filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test('4000 mutants: an accepted one is true, and every one gets a verdict', () => {
    let [accepted, changed] = [0, 0];
    const originals = new Set(bases.map((document) => JSON.stringify(document)));
    fc.assert(
      fc.property(fc.nat(bases.length - 1), fc.array(step, { minLength: 1, maxLength: 3 }), (base, steps) => {
        const document = mutant(base, steps);
        const text = JSON.stringify(document);
        const report = checkText(text);
        expect(report.verdict, report.message).not.toBe('internal-error');
        if (report.verdict !== 'accepted') return;
        accepted++;
        if (!originals.has(text)) changed++;
        const group = document['group'] as string;
        expect(smallGroup(group).order).toBeLessThanOrEqual(60);
        for (const claim of claimsOf(document))
          expect(whyFalse(group, document['functions'] as string, claim), text).toBe(undefined);
      }),
      fixed(4000),
    );
    // The oracle was asked often, and not only about unchanged certificates.
    expect(changed).toBeGreaterThan(350);
    expect(accepted).toBeGreaterThan(changed);
  }, 240_000);
});
