/** What a certificate says in words: the numbers, the direction, the weights, and whether it is existence only. */
import { describe, expect, test } from 'vitest';
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
