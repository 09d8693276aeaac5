/** How many claims and tables a certificate may have: files too large to store. */
import { describe, expect, test } from 'vitest';
import { checkText } from '../../src/check/index.ts';

const regular = { quantity: 'AC_ex', relation: '=', value: '6', weights: 'signed', evidence: { kind: 'regular' } };
const table = {
  prime: '7',
  classes: ['()', '(2,3)', '(1,2,3)'],
  rows: [
    ['1', '1', '1'],
    ['1', '6', '1'],
    ['2', '0', '6'],
  ],
};
const certificate = (claims: number, tables: number): string =>
  JSON.stringify({
    format: 'reynolds-certificate',
    version: '1',
    group: 'S3',
    functions: 'all',
    ...(tables === 0 ? {} : { tables: Array.from({ length: tables }, () => table) }),
    claims: Array.from({ length: claims }, () => regular),
  });

describe('a certificate', () => {
  test.each([
    [1000, 0, 'accepted', 'ok'],
    [1001, 0, 'malformed', 'schema'],
    [1, 10, 'accepted', 'ok'],
    [1, 11, 'malformed', 'schema'],
  ])('of %i claims and %i tables is %s', (claims, tables, verdict, code) => {
    const report = checkText(certificate(claims, tables));
    expect({ verdict: report.verdict, code: report.code }, report.message).toEqual({ verdict, code });
  });
});
