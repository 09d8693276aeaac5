/**
 * Hostile input ends in a verdict: documents too large to store, made here. No time is asserted; a hang meets the timeout of
 * the test.
 */
import { describe, expect, test } from 'vitest';
import { checkText } from '../../src/check/index.ts';
import { documentOf, type JsonObject } from '../support/certificates.ts';

const exact = (evidence: JsonObject, value = '6'): JsonObject => ({
  quantity: 'AC_ex',
  relation: '<=',
  value,
  weights: 'signed',
  evidence,
});
const regular = JSON.stringify(documentOf('S3', 'all', exact({ kind: 'regular' })));
const withEvidence = (evidence: string): string =>
  regular.replace('{"kind":"regular"}', evidence).replace('all', 'poly:9');
const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

/** Pseudo-random digits, the first not 0 and the last 1. */
const digits = (length: number, seed: number): string => {
  let state = seed * 7919 + 1;
  let text = '';
  for (let i = 0; i < length - 1; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += i === 0 ? 1 + (state % 9) : Math.floor(state / 1000) % 10;
  }
  return `${text}1`;
};

const expectVerdict = (text: string, verdict: string, code: string): void => {
  const report = checkText(text);
  expect({ verdict: report.verdict, code: report.code }, report.message).toEqual({ verdict, code });
  expect(report.message.length).toBeLessThan(400);
};

describe('size and depth', () => {
  test('a value of 1e6 digits is malformed', () => {
    expectVerdict(regular.replace('"6"', `"${'7'.repeat(1e6)}"`), 'malformed', 'schema');
  });
  test('a JSON number of 1e6 digits is malformed', () => {
    expectVerdict(regular.replace('"6"', '7'.repeat(1e6)), 'malformed', 'schema');
  });
  test('a value of 20 000 digits is read and rejected', () => {
    expectVerdict(
      regular.replace('"<="', '">="').replace('"6"', `"${'7'.repeat(20_000)}"`),
      'rejected',
      'claim-not-implied',
    );
  });
  test.each([
    ['arrays', '[', ']'],
    ['objects', '{"a":', '}'],
    ['unclosed arrays', '[', ''],
  ])('%s 10 000 deep are malformed', (_, open, close) => {
    expectVerdict(nested(10_000, open, close), 'malformed', 'too-deep');
    expectVerdict(withEvidence(nested(10_000, open, close)), 'malformed', 'too-deep');
  });
  test('a file of 20 MB is malformed before it is parsed', () => {
    expectVerdict(regular + ' '.repeat(20e6), 'malformed', 'too-long');
    expectVerdict('['.repeat(20e6), 'malformed', 'too-long');
  });
  test('1e5 duplicate keys are malformed', () => {
    const keys = Array.from({ length: 1e5 }, () => '"group":"S3"').join(',');
    expectVerdict(`{${keys}}`, 'malformed', 'duplicate-key');
    expectVerdict(withEvidence(`{"kind":"regular",${keys}}`), 'malformed', 'duplicate-key');
  });
  test('1e5 different unknown keys are malformed', () => {
    expectVerdict(`{${Array.from({ length: 1e5 }, (_, i) => `"k${i}":1`).join(',')}}`, 'malformed', 'schema');
  });
  test('brackets inside strings do not count as depth', () => {
    expectVerdict(regular.replace('"S3"', `"${'['.repeat(5000)}"`), 'malformed', 'group-notation');
  });
  test('a group notation of 1e5 characters is malformed', () => {
    expectVerdict(regular.replace('"S3"', `"${'S3x'.repeat(33_334)}S3"`), 'malformed', 'schema');
    expectVerdict(regular.replace('"S3"', `"${'S3x'.repeat(6000)}S3"`), 'malformed', 'group-notation');
  });
});

describe('lists that are too long', () => {
  test('a million values are too many, whatever they are', () => {
    expectVerdict(withEvidence(`[${'0,'.repeat(1e6)}0]`), 'malformed', 'too-long');
  });
  test('20 001 elements are declined', () => {
    const elements = `[${'"()",'.repeat(20_000)}"()"]`;
    expectVerdict(withEvidence(`{"kind":"scheme","scheme":{"elements":${elements}}}`), 'declined', 'work-limit');
  });
  test('3e5 wrong items are one schema error', () => {
    expectVerdict(
      withEvidence(`{"kind":"scheme","scheme":{"elements":[${'0,'.repeat(3e5)}0]}}`),
      'malformed',
      'schema',
    );
    expectVerdict(regular.replace(/"claims":\[.*\]/, `"claims":[${'0,'.repeat(3e5)}0]`), 'malformed', 'schema');
  });
  test('a factor of 3e5 exponents is rejected, not a stack overflow', () => {
    const factor = `[${Array.from({ length: 3e5 }, (_, i) => `"${i}"`).join(',')}]`;
    expectVerdict(
      withEvidence(`{"kind":"free-orbit","factors":[["0"],["1"],${factor}]}`),
      'rejected',
      'degree-exceeded',
    );
    expectVerdict(
      withEvidence(`{"kind":"free-orbit","factors":[["0"],["1"],${factor}]}`).replace('poly:9', 'all'),
      'rejected',
      'orbit-not-free',
    );
  });
});

describe('work that is too much', () => {
  test('the Gram matrix of 6000 elements on 720 dimensions is declined', () => {
    const elements = Array.from({ length: 6000 }, (_, i) => (i % 2 === 0 ? '"()"' : '"(1,2)"')).join(',');
    const scheme = `{"kind":"gram","module":"regular","scheme":{"elements":[${elements}]}}`;
    const text = JSON.stringify(
      documentOf('S6', 'all', { ...exact({ kind: 'regular' }, '6000'), quantity: 'AC_wk', epsilon: '1/2' }),
    );
    expectVerdict(text.replace('{"kind":"regular"}', scheme), 'declined', 'work-limit');
  });
});

describe('numbers that are too long', () => {
  test('a hundred coefficients of 20 000 digits end in a verdict', () => {
    const coefficients = Array.from({ length: 100 }, (_, i) => `"${digits(9999, i)}/${digits(9999, i + 1000)}"`).join(
      ',',
    );
    const report = checkText(withEvidence(`{"kind":"annihilator","coefficients":[${coefficients}]}`));
    expect(['malformed', 'declined', 'rejected']).toContain(report.verdict);
  });
  test('four thousand coefficients without common factors end in a verdict', () => {
    const coefficients = Array.from({ length: 4000 }, (_, i) => `"1/${digits(400, i)}"`).join(',');
    const report = checkText(withEvidence(`{"kind":"annihilator","coefficients":[${coefficients}]}`));
    expect(['malformed', 'declined', 'rejected']).toContain(report.verdict);
  });
  test('weights of many digits end in a verdict', () => {
    const long = digits(490, 1);
    const weights = `["1/${long}","${BigInt(long) - 1n}/${long}"]`;
    const text = JSON.stringify(
      documentOf('S6', 'all', { ...exact({ kind: 'regular' }, '2'), quantity: 'AC_wk', epsilon: '1/2' }),
    );
    for (const kind of ['"kind":"moments","power":"200"', '"kind":"blocks"', '"kind":"gram","module":"regular"']) {
      const scheme = `{${kind},"scheme":{"elements":["()","(1,2)"],"weights":${weights}}}`;
      const report = checkText(text.replace('{"kind":"regular"}', scheme));
      expect(['declined', 'rejected'], report.message).toContain(report.verdict);
    }
  });
});

describe('text that is not Unicode', () => {
  test.each(['"\\ud800"', '"S3\\udfff"', '"\ud800"'])(
    'a lone surrogate %j is malformed, wherever it stands',
    (text) => {
      expectVerdict(regular.replace('"S3"', text), 'malformed', 'json-syntax');
      expectVerdict(withEvidence(`{"kind":"subgroup","generators":[${text}]}`), 'malformed', 'json-syntax');
      expectVerdict(
        regular.replace('"claims"', `"provenance":{"software":${text}},"claims"`),
        'malformed',
        'json-syntax',
      );
      expectVerdict(regular.replace('"claims"', `${text}:1,"claims"`), 'malformed', 'json-syntax');
    },
  );
});

describe('what is printed', () => {
  const controls = '\\u001b[2J\\u0007\\n\\u202e';
  test.each([
    ['the group', regular.replace('S3', `S3${controls}`)],
    ['the functions', regular.replace('"all"', `"all${controls}"`)],
    ['the value', regular.replace('"6"', `"6${controls}"`)],
    ['the kind of evidence', regular.replace('"regular"', `"${controls}"`)],
    ['an unknown key', regular.replace('"claims"', `"${controls}":1,"claims"`)],
    ['a duplicate key', regular.replace('"claims"', `"${controls}":1,"${controls}":1,"claims"`)],
    ['an element', withEvidence(`{"kind":"subgroup","generators":["${controls}"]}`)],
    ['bytes that are not JSON', '\u001b]0;title\u0007'],
    ['bytes inside a string', regular.replace('S3', 'S3\u001b')],
  ])('no control character of %s reaches the terminal', (_, text) => {
    const { message, statement, verdict } = checkText(text);
    expect(verdict).toBe('malformed');
    expect(`${message}${statement ?? ''}`).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(message.length).toBeLessThan(400);
  });
  test('weights that do not sum to 1 are not printed at length', () => {
    const weights = `["1/${digits(250, 2)}","1/${digits(250, 3)}"]`;
    const text = withEvidence(`{"kind":"scheme","scheme":{"elements":["()","(1,2)"],"weights":${weights}}}`);
    expectVerdict(text, 'malformed', 'scheme-form');
  });
});
