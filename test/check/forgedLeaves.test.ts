/**
 * Every number, character, class and element of the corpus's certificates of characters and orbits, forged one at a time: a
 * forged table is always refused, and no forgery makes a claim that is false by one accepted.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkText, type Report } from '../../src/check/index.ts';
import type { Json, JsonObject } from '../support/certificates.ts';
import { seed } from '../support/seed.ts';

const checkData = (document: JsonObject): Report => checkText(JSON.stringify(document));

const folder = new URL('../corpus/accepted/', import.meta.url);
const kinds = ['orbit', 'rank', 'linear-programme', 'two-sided', 'exhaustion', 'dimension'];

interface Base {
  readonly file: string;
  readonly document: JsonObject;
}

const read = (file: string): JsonObject => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as JsonObject;
const claimsOf = (document: JsonObject): JsonObject[] => document['claims'] as JsonObject[];
const uses = (document: JsonObject): boolean =>
  'tables' in document ||
  claimsOf(document).some(({ evidence, functions }) => {
    const kind = (evidence as JsonObject)['kind'] as string;
    return kinds.includes(kind) || functions !== undefined;
  });

const bases: readonly Base[] = readdirSync(folder)
  .map((file) => ({ file, document: read(file) }))
  .filter(({ document }) => uses(document));

type Path = readonly (string | number)[];

const leavesOf = (value: Json, path: Path = []): readonly Path[] => {
  if (typeof value === 'string') return [path];
  if (value === null || typeof value !== 'object') return [];
  return Array.isArray(value)
    ? value.flatMap((item, i) => leavesOf(item, [...path, i]))
    : Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
};
const at = (document: Json, path: Path): Json =>
  path.reduce<Json>((value, key) => (value as JsonObject)[key as string]!, document);
const forged = (document: JsonObject, path: Path, text: string): JsonObject => {
  const copy = structuredClone(document);
  const parent = at(copy, path.slice(0, -1)) as JsonObject;
  parent[path.at(-1) as string] = text;
  return copy;
};

let state = seed;
const below = (n: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor(state / 65_536) % n;
};
const sample = <A>(items: readonly A[], most: number): readonly A[] =>
  items.length <= most ? items : Array.from({ length: most }, () => items[below(items.length)]!);

/** The table a leaf belongs to, and its place in it. */
const inTable = (
  document: JsonObject,
  path: Path,
): { readonly table: JsonObject; readonly place: Path } | undefined => {
  for (let length = path.length - 1; length > 0; length--) {
    const container = at(document, path.slice(0, length));
    if (container !== null && typeof container === 'object' && 'prime' in container)
      return { table: container as JsonObject, place: path.slice(length) };
  }
  return undefined;
};

const forgeriesOfTable = (table: JsonObject, place: Path, text: string): readonly string[] => {
  const p = Number(table['prime']);
  const classes = table['classes'] as string[];
  const x = Number(text);
  if (place[0] === 'rows') return [`${(x + 1) % p}`, `${(p - x) % p}`, `${below(p)}`];
  if (place[0] === 'classes') return [classes[(Number(place[1]) + 1) % classes.length]!];
  return ['2', '3', '4', '29', '41', '97'].filter((prime) => prime !== text);
};

const forgeriesOf = (text: string): readonly string[] => {
  if (/^\d+$/.test(text)) return [`${Number(text) + 1}`, `${Math.max(0, Number(text) - 1)}`, '0', `-${text}`];
  if (/^-?\d+(\/\d+)?$/.test(text)) return ['0', '1', '1000', text.startsWith('-') ? text.slice(1) : `-${text}`];
  if (text.startsWith('(') || text.startsWith('['))
    return [text.startsWith('[') ? text.replace('1', '-1').replace('--', '') : '()', '(1,2)'];
  return [];
};

describe.each(bases)('$file', ({ document }) => {
  const evidence = leavesOf(document).filter(
    (path) => (path[0] === 'tables' || path.includes('evidence')) && path.at(-1) !== 'kind',
  );

  test('is accepted, and refused with one forged entry of a table', () => {
    expect(checkData(document).verdict).toBe('accepted');
    const entries = sample(
      evidence.filter((path) => inTable(document, path) !== undefined),
      40,
    );
    for (const path of entries) {
      const { table, place } = inTable(document, path)!;
      const text = at(document, path) as string;
      for (const forgery of forgeriesOfTable(table, place, text)) {
        if (forgery === text) continue;
        const { verdict } = checkData(forged(document, path, forgery));
        expect(['rejected', 'malformed'], `${path.join('/')} = ${forgery}`).toContain(verdict);
      }
    }
  });

  test('with a claim that is false by one, is refused whatever entry is forged', () => {
    claimsOf(document).forEach((claim, index) => {
      if (claim['relation'] !== '=') return;
      const value = BigInt(claim['value'] as string);
      const quantity = claim['quantity'] as string;
      // A threshold below the true one is a false upper bound, and so on; one above, a false lower bound.
      const falsehoods = [
        { relation: '>=', value: `${value + 1n}` },
        ...(value > 0n ? [{ relation: '<=', value: `${value - 1n}` }] : []),
      ];
      for (const falsehood of falsehoods) {
        const copy = structuredClone(document);
        Object.assign(claimsOf(copy)[index]!, falsehood);
        if (quantity === 'threshold') copy['functions'] = `poly:${falsehood.value}`;
        expect(checkData(copy).verdict).not.toBe('accepted');
        const own = sample(
          evidence.filter((path) => path[0] === 'tables' || path[1] === index),
          25,
        );
        for (const path of own)
          for (const forgery of forgeriesOf(at(copy, path) as string)) {
            const report = checkData(forged(copy, path, forgery));
            expect(['rejected', 'malformed', 'declined'], `${path.join('/')} = ${forgery}`).toContain(report.verdict);
          }
      }
    });
  });
});

test('there are bases of every kind', () => {
  const text = JSON.stringify(bases);
  expect(kinds.filter((kind) => !text.includes(`"kind":"${kind}"`))).toEqual([]);
  expect(bases.length).toBeGreaterThan(30);
});
