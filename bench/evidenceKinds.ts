/** The kinds of evidence in a certificate, those within other evidence included. */
import type { Certificate } from '../src/certificate/certificate.ts';

/** Collects every `kind` that occurs anywhere in the data. */
const collect = (data: unknown, into: Set<string>): void => {
  if (typeof data !== 'object' || data === null) return;
  if ('kind' in data && typeof data.kind === 'string') into.add(data.kind);
  for (const part of Object.values(data)) collect(part, into);
};

export const kindsOf = ({ claims }: Certificate): ReadonlySet<string> => {
  const kinds = new Set<string>();
  for (const { evidence } of claims) collect(evidence, kinds);
  return kinds;
};
