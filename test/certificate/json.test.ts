/** Reading JSON that may be hostile: strict syntax, bounded length and depth, no duplicate keys. */
import { fc, test } from '@fast-check/vitest';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect } from 'vitest';
import { depthLimit, documentLimit, readJson } from '../../src/certificate/json.ts';
import { fixed } from '../support/seed.ts';
import { left, right } from '../support/unwrap.ts';

const codeOf = (text: string): string => {
  const outcome = readJson(text);
  return E.isLeft(outcome) ? outcome.left.code : 'ok';
};
/** With ordinary prototypes again, for comparison. */
const plain = (u: unknown): unknown =>
  Array.isArray(u)
    ? u.map(plain)
    : typeof u === 'object' && u !== null
      ? Object.fromEntries(Object.entries(u).map(([key, value]) => [key, plain(value)]))
      : u;

const documents = fc.jsonValue({ maxDepth: 5, noUnicodeString: true });

describe('what is read', () => {
  test.prop([documents], fixed(300))('strict JSON is read as JSON.parse reads it, however it is spaced', (value) => {
    for (const space of [0, 1, '\t']) {
      const text = JSON.stringify(value, null, space);
      expect(plain(right(readJson(text)))).toEqual(JSON.parse(text));
    }
  });

  test.prop([documents, fc.nat(), fc.constantFrom(',', '}', ']', '"', '/', '\\', '0', '\u0001', "'")], fixed(500))(
    'a damaged document is refused exactly where JSON.parse refuses it',
    (value, place, character) => {
      const whole = JSON.stringify(value);
      const at = place % (whole.length + 1);
      const text = whole.slice(0, at) + character + whole.slice(at);
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      // A duplicate key is the one thing that JSON.parse lets pass.
      if (codeOf(text) !== 'duplicate-key') expect(codeOf(text)).toBe(valid ? 'ok' : 'json-syntax');
    },
  );

  test('objects have no prototype: __proto__ is a key like any other', () => {
    const value = right(readJson('{"__proto__":{"a":1},"constructor":2}')) as Record<string, unknown>;
    expect(Object.getPrototypeOf(value)).toBe(null);
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect('a' in value).toBe(false);
    expect(({} as Record<string, unknown>)['a']).toBe(undefined);
  });
});

describe('limits', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  test('depth: the limit is accepted, one more is not', () => {
    expect(codeOf(nested(depthLimit))).toBe('ok');
    expect(codeOf(nested(depthLimit + 1))).toBe('too-deep');
    expect(codeOf(`${'{"a":'.repeat(depthLimit + 1)}1${'}'.repeat(depthLimit + 1)}`)).toBe('too-deep');
  });
  test('many shallow brackets are not deep', () => {
    expect(codeOf(`[${'[],'.repeat(1000)}[]]`)).toBe('ok');
  });
  test('length: the limit is accepted, one more is not', () => {
    expect(codeOf(`"${'a'.repeat(documentLimit - 2)}"`)).toBe('ok');
    expect(codeOf(`"${'a'.repeat(documentLimit - 1)}"`)).toBe('too-long');
  });
  test.each(['', ' ', '\n\t\r '])('nothing but white space, %j, is empty', (text) => {
    expect(codeOf(text)).toBe('empty');
  });
});

describe('duplicate keys', () => {
  test.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":{"c":2,"c":3}}',
    '[[{"a":1,"\\u0061":1}]]',
    '{"":1,"":2}',
    '{"__proto__":1,"__proto__":2}',
    '{"toString":1,"toString":2}',
  ])('%s', (text) => {
    expect(codeOf(text)).toBe('duplicate-key');
  });
  test('equal keys of different objects are no duplicates', () => {
    expect(codeOf('[{"a":1},{"a":1,"b":{"a":1}}]')).toBe('ok');
  });
  test('keys named like methods of objects may occur once', () => {
    expect(codeOf('{"toString":1,"hasOwnProperty":2,"valueOf":3}')).toBe('ok');
  });
});

describe('messages', () => {
  test.each(['{"a\nb":1}', 'x'.repeat(10_000), '\u001b[31m', `{"${'k'.repeat(999)}":1,"${'k'.repeat(999)}":2}`])(
    'are one short line for %j',
    (text) => {
      expect(left(readJson(text)).message).toMatch(/^[^\n]{5,250}$/);
    },
  );
});
