/** The identity of a certificate: the mathematics, the whole mathematics and nothing but the mathematics. */
import { createHash } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { fileNameOf, identityOf, printCertificate, toData } from '../../src/certificate/identity.ts';
import { checkText, readCertificate } from '../../src/check/index.ts';
import { certificateFor, type Json, type JsonObject } from '../support/certificates.ts';
import { fixed } from '../support/seed.ts';
import { right } from '../support/unwrap.ts';

const certificate = certificateFor({ topic: 'separation', group: 'S4', epsilon: '1/4' });
const data = JSON.parse(printCertificate(certificate)) as JsonObject;
const identity = identityOf(certificate);
const identityOfText = (text: string): string => identityOf(right(readCertificate(text)));

/** The same data with the keys of every object in another order. */
const shuffled = (value: Json, seed: number): Json => {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, seed));
  if (value === null || typeof value !== 'object') return value;
  const rank = (key: string): number => [...key].reduce((h, c) => (h * 31 + c.charCodeAt(0) + seed) % 1009, seed);
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b));
  return Object.fromEntries(keys.map((key) => [key, shuffled(value[key]!, seed)]));
};

/** RFC 8785 for data that consists of objects, arrays and ASCII strings, written apart from src. */
const canonical = (value: Json): string =>
  Array.isArray(value)
    ? `[${value.map(canonical).join(',')}]`
    : value !== null && typeof value === 'object'
      ? `{${Object.keys(value)
          .sort()
          .map((key) => `${JSON.stringify(key)}:${canonical(value[key]!)}`)
          .join(',')}}`
      : JSON.stringify(value);

/** Every string of the document, as a function that replaces it. */
const replacements = (
  value: Json,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] =>
  typeof value === 'string'
    ? [path]
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, item]) => replacements(item, [...path, key]))
      : [];

describe('the identity', () => {
  test('is the SHA-256 of the canonical form without provenance', () => {
    const { provenance: _, ...mathematics } = data;
    expect(identity).toBe(createHash('sha256').update(canonical(mathematics), 'utf8').digest('hex'));
  });

  test.prop([fc.nat(1000), fc.constantFrom<number | string>(0, 1, 4, '\t', ' \n')], fixed(60))(
    'does not depend on the order of keys or on white space',
    (seed, space) => {
      const text = JSON.stringify(shuffled(data, seed), null, typeof space === 'number' ? space : space.trim() || 2);
      expect(identityOfText(`\n ${text}\r\n`)).toBe(identity);
    },
  );

  test('does not depend on escapes in strings', () => {
    expect(identityOfText(JSON.stringify(data).replaceAll('"S4"', '"\\u00534"'))).toBe(identity);
  });

  test('does not depend on provenance', () => {
    const { provenance: _, ...without } = data;
    expect(identityOfText(JSON.stringify(without))).toBe(identity);
    for (const provenance of [{ software: 'another' }, { software: 'x', seed: '7', command: 'by hand' }])
      expect(identityOfText(JSON.stringify({ ...data, provenance }))).toBe(identity);
  });

  test('changes with everything else that can be read', () => {
    const seen = new Map([[identity, 'the original']]);
    const { provenance: _, ...mathematics } = data;
    let changes = 0;
    for (const path of replacements(mathematics)) {
      const changed = structuredClone(mathematics) as JsonObject;
      let at = changed;
      for (const key of path.slice(0, -1)) at = at[key as string] as JsonObject;
      const last = path.at(-1) as string;
      at[last] = `${at[last] as string}1`;
      const outcome = readCertificate(JSON.stringify(changed));
      if (outcome._tag === 'Left') continue;
      const other = identityOf(outcome.right);
      expect(seen.has(other), `${path.join('/')} as ${seen.get(other)}`).toBe(false);
      seen.set(other, path.join('/'));
      changes++;
    }
    expect(changes).toBeGreaterThan(20);
  });

  test('changes with the order of claims and of elements', () => {
    const claims = data['claims'] as JsonObject[];
    const reversed = { ...data, claims: [...claims].reverse() };
    expect(identityOfText(JSON.stringify(reversed))).not.toBe(identity);
    const swapped = structuredClone(data);
    const scheme = (swapped['claims'] as JsonObject[])
      .map(({ evidence }) => (evidence as JsonObject)['scheme'] as JsonObject | undefined)
      .find((found) => found !== undefined)!;
    (scheme['elements'] as Json[]).reverse();
    expect(identityOfText(JSON.stringify(swapped))).not.toBe(identity);
  });

  test('is reported by the checker, and begins the second half of the file name', () => {
    expect(checkText(printCertificate(certificate)).id).toBe(identity);
    expect(fileNameOf(certificate, 'separation')).toBe(`S4-poly6-separation-${identity.slice(0, 8)}.json`);
  });
});

describe('printing', () => {
  test.each([
    { topic: 'threshold', group: 'A5' },
    { topic: 'exact', group: 'C9@plane', functions: 'poly:3' },
    { topic: 'approximate', group: 'C7', functions: 'all', epsilon: '1/4' },
    { topic: 'approximate', group: 'S4', functions: 'all', epsilon: '1/4' },
    { topic: 'separation', group: 'Q8', epsilon: '1/2' },
  ] as const)('a $topic of $group survives printing and reading', (wish) => {
    const original = certificateFor(wish);
    const text = printCertificate(original);
    const again = right(readCertificate(text));
    expect(printCertificate(again)).toBe(text);
    expect(toData(again)).toEqual(toData(original));
    expect(text.endsWith('}\n')).toBe(true);
    // Strings, arrays and objects: not one JSON number, boolean or null.
    expect(text.replaceAll(/"[^"]*"/g, '')).toMatch(/^[[\]{}:,\s]*$/);
  });

  test('file names are safe, whatever the group', () => {
    const name = fileNameOf({ ...certificate, group: 'perm:(1,2,3);(1,2)/../../etc@regular' }, 'a topic/..');
    expect(name).toMatch(/^[A-Za-z0-9-]+\.json$/);
  });
});
