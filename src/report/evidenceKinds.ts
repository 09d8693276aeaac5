/** Which kinds of evidence a claim rests on, found in its data, so that kinds nobody has listed show up too. */
import type { Claim } from '../certificate/certificate.ts';

const walk = (data: unknown, kinds: Set<string>): void => {
  if (Array.isArray(data)) for (const member of data.slice(0, 20)) walk(member, kinds);
  else if (typeof data === 'object' && data !== null) {
    if ('kind' in data && typeof data.kind === 'string') kinds.add(data.kind);
    for (const member of Object.values(data)) walk(member, kinds);
  }
};

/** In the order of the data, outermost first. */
export const evidenceKindsOf = ({ evidence }: Claim): readonly string[] => {
  const kinds = new Set<string>();
  walk(evidence, kinds);
  return [...kinds];
};
