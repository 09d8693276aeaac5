/** What is left out of a certificate that is too much work: listed schemes, one after the other, and nothing else. */
import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { printCertificate } from '../../src/certificate/identity.ts';
import { checkText } from '../../src/check/index.ts';
import { lighter } from '../../src/prove/lighter.ts';
import { certificateFor } from '../support/certificates.ts';

const certificateOf = (topic: 'approximate' | 'separation'): Certificate =>
  certificateFor({ topic, group: 'S4', functions: 'all', epsilon: '1/4' });

/** Every certificate on the way from the whole one to the lightest. */
const all = (certificate: Certificate): readonly Certificate[] => {
  const less = lighter(certificate);
  return less === undefined ? [certificate] : [certificate, ...all(less)];
};

describe.each(['approximate', 'separation'] as const)('certify %s, made lighter', (topic) => {
  const certificates = all(certificateOf(topic));
  test('is accepted at each step', () => {
    for (const certificate of certificates) expect(checkText(printCertificate(certificate)).verdict).toBe('accepted');
  });
  test('ends with the claims that list no elements', () => {
    const lists = ({ evidence }: Certificate['claims'][number]): boolean =>
      'scheme' in ('weak' in evidence ? evidence.weak : 'test' in evidence ? evidence.test : evidence);
    const [first, last] = [certificates[0]!, certificates.at(-1)!];
    expect(first.claims.filter(lists).length).toBeGreaterThanOrEqual(2);
    expect(last.claims).toEqual(first.claims.filter((claim) => !lists(claim)));
  });
});
