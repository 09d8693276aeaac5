/** Certificates written by hand, as the JSON a file would hold. */
import type { Certificate } from '../../src/certificate/certificate.ts';
import { checkCertificate, readCertificate } from '../../src/check/index.ts';
import { type ProbeReport, probeCertificate } from '../../src/probe/probe.ts';
import { right } from '../support/unwrap.ts';

export interface ClaimData {
  readonly quantity: string;
  readonly relation: string;
  readonly value: string;
  readonly weights: string;
  readonly epsilon?: string;
  readonly evidence: unknown;
}

export const certificateOf = (group: string, functions: string, ...claims: readonly ClaimData[]): Certificate =>
  right(readCertificate(JSON.stringify({ format: 'reynolds-certificate', version: '1', group, functions, claims })));

export const exact = (relation: string, value: number | bigint, evidence: unknown, weights = 'signed'): ClaimData => ({
  quantity: 'AC_ex',
  relation,
  value: `${value}`,
  weights,
  evidence,
});

export const threshold = (value: number, attained: unknown, missed: unknown, relation = '='): ClaimData => ({
  quantity: 'threshold',
  relation,
  value: `${value}`,
  weights: 'signed',
  evidence: { kind: 'threshold', attained, missed },
});

export const weak = (relation: string, value: number, epsilon: string, evidence: unknown): ClaimData => ({
  quantity: 'AC_wk',
  relation,
  value: `${value}`,
  weights: 'uniform',
  epsilon,
  evidence,
});

export const strong = (value: number, epsilon: string, evidence: unknown): ClaimData => ({
  quantity: 'AC_st',
  relation: '<=',
  value: `${value}`,
  weights: 'uniform',
  epsilon,
  evidence: { kind: 'strong-from-weak', weak: evidence },
});

/** A monomial given by its exponents. */
export const freeOrbit = (...exponents: readonly number[]): unknown => ({
  kind: 'free-orbit',
  factors: exponents.map((e) => [`${e}`]),
});
export const subgroup = (...generators: readonly string[]): unknown => ({ kind: 'subgroup', generators });
export const scheme = (...elements: readonly string[]): { readonly elements: readonly string[] } => ({ elements });

export const accepted = (certificate: Certificate): boolean => checkCertificate(certificate)._tag === 'Right';

export const probe = (certificate: Certificate, runs = 40, seed = 'test'): ProbeReport =>
  probeCertificate(certificate, { runs, seed });

/** The least ε = n/1000 that the checker accepts for a scheme; `at` makes the certificate. */
export const leastEpsilon = (at: (epsilon: string) => Certificate): number => {
  let [low, high] = [0, 1000];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (accepted(at(thousandths(middle)))) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** n/1000, reduced. */
export const thousandths = (n: number): string => {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  const divisor = gcd(n, 1000);
  return 1000 === divisor ? `${n / divisor}` : `${n / divisor}/${1000 / divisor}`;
};
