/** What a certificate says in words: the numbers, the direction, the weights, and whether it is existence only. */
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/certificate/certificate.ts';
import { printCertificate } from '../../src/certificate/identity.ts';
import { certificateInWords, claimInWords } from '../../src/certificate/statement.ts';
import { checkText, readCertificate } from '../../src/check/index.ts';
import { certificateFor, documentOf } from '../support/certificates.ts';
import { right } from '../support/unwrap.ts';

const separation = certificateFor({ topic: 'separation', group: 'S4', epsilon: '1/4' });
const sentences = separation.claims.map((claim) => ({ claim, words: claimInWords(separation, claim) }));

describe('a claim in words', () => {
  test('names the group and the value, and is one sentence', () => {
    for (const { claim, words } of sentences) {
      expect(words).toContain('S4');
      expect(words).toContain(`${claim.value}`);
      expect(words).toMatch(/^[^\n]*\.$/);
    }
  });
  test('says exactly, at most or at least', () => {
    const word = { '=': 'exactly', '<=': 'at most', '>=': 'at least' };
    for (const { claim, words } of sentences) expect(words).toContain(word[claim.relation]);
  });
  test('states ε where there is one, and says weak or strong', () => {
    for (const { claim, words } of sentences) {
      expect(words.includes('1/4')).toBe('epsilon' in claim);
      expect(words.includes('weak')).toBe(claim.quantity === 'AC_wk');
      expect(words.includes('strong')).toBe(claim.quantity === 'AC_st');
    }
  });
  test('says that existence is only existence', () => {
    for (const { claim, words } of sentences) {
      const inner = claim.evidence.kind === 'strong-from-weak' ? claim.evidence.weak.kind : claim.evidence.kind;
      expect(/exist/.test(words)).toBe(inner === 'existence');
    }
  });
  test('is different for different claims', () => {
    expect(new Set(sentences.map(({ words }) => words)).size).toBe(sentences.length);
  });
  test('tells the three kinds of weights apart', () => {
    const said = (['uniform', 'probability', 'signed'] as const).map((weights) =>
      claimInWords(
        { group: 'S3', functions: 'linear' },
        {
          quantity: 'AC_ex',
          relation: '<=',
          value: 6n,
          weights,
          evidence: { kind: 'regular' },
        },
      ),
    );
    expect(new Set(said).size).toBe(3);
  });
});

describe('classes and values', () => {
  const claim = (data: Partial<Claim>): Claim =>
    ({
      quantity: 'AC_ex',
      relation: '>=',
      value: 3n,
      weights: 'signed',
      evidence: { kind: 'regular' },
      ...data,
    }) as Claim;
  const on = (functions: string, own?: string): string =>
    claimInWords({ group: 'S3', functions }, claim(own === undefined ? {} : { functions: own }));

  test.each([
    ['linear', 'linear functions'],
    ['all', 'all functions on the group'],
    ['poly:3', 'polynomials of degree at most 3'],
    ['pointwise:2', 'pointwise products of at most 2 functions on the points permuted'],
    ['pointwise:0', 'constants'],
    ['maps:linear→linear', 'linear maps to the space itself'],
    ['maps:poly:2→linear', 'polynomial maps of degree at most 2 to the space itself'],
    ['nonsense', 'the class nonsense'],
  ])('%s is said to be %s', (functions, words) => {
    expect(on(functions)).toContain(`AC_ex(S3, ${functions}) ≥ 3: for S3 on ${words}, averaging`);
  });
  test('a claim with its own class is about that class only', () => {
    expect(on('poly:6', 'poly:2')).toBe(on('poly:2'));
    expect(on('poly:6', 'poly:2')).not.toContain('6');
  });
  test('a value between 1 and |G| is for its weights alone', () => {
    const evidence: Claim['evidence'] = {
      kind: 'two-sided',
      lower: { kind: 'exhaustion', size: 9, weights: 'signed' },
      upper: { kind: 'scheme', scheme: { elements: [] } },
    };
    const words = claimInWords({ group: 'S4', functions: 'poly:2' }, claim({ relation: '=', value: 9n, evidence }));
    expect(words).toContain('exactly 9 elements, where weights may be signed.');
    expect(words).not.toContain('any weights');
  });
  test('an upper bound without a scheme says so', () => {
    const evidence: Claim['evidence'] = { kind: 'dimension', table: 0 };
    const words = claimInWords({ group: 'C7@plane', functions: 'linear' }, claim({ relation: '<=', evidence }));
    expect(words).toContain('such weights exist, none are given');
  });
  test('many claims are a list of formulas', () => {
    const claims = Array.from({ length: 40 }, (_, k) => claim({ functions: `poly:${k}`, weights: 'probability' }));
    const words = certificateInWords({
      format: 'reynolds-certificate',
      version: '1',
      group: 'S3',
      functions: 'poly:40',
      claims,
    });
    for (let k = 0; k < 40; k++)
      expect(words).toContain(`AC_ex(S3, poly:${k}) ≥ 3 with probability or uniform weights`);
    expect(words.match(/averaging to exact symmetry/g)).toHaveLength(1);
    expect(words.length).toBeLessThan(40 * 70);
  });
});

describe('a certificate in words', () => {
  test('has all its claims, and is what the checker reports', () => {
    const words = certificateInWords(separation);
    expect(checkText(printCertificate(separation)).statement).toBe(words);
    for (const { claim } of sentences) expect(words).toContain(`${claim.value}`);
  });
  test('is said of rejected certificates too: a statement is not a verdict', () => {
    const report = checkText(
      JSON.stringify(
        documentOf('S3', 'all', {
          quantity: 'AC_ex',
          relation: '=',
          value: '5',
          weights: 'signed',
          evidence: { kind: 'regular' },
        }),
      ),
    );
    expect(report.verdict).toBe('rejected');
    expect(report.statement).toContain('5');
  });
  test('stays one line for a hostile group or function class', () => {
    for (const [group, functions] of [
      ['S3\n\u001b[2Jaccepted', 'all'],
      ['S3', 'poly:\n7'],
    ] as const) {
      const text = JSON.stringify({ ...JSON.parse(printCertificate(separation)), group, functions });
      right(readCertificate(text));
      const report = checkText(text);
      expect(report.verdict).toBe('malformed');
      expect(`${report.message}${report.statement ?? ''}`).not.toMatch(/\p{Cc}/u);
    }
  });
});
