/** What probing says, and how the parts of a claim add up. */

/**
 * `falsified`: a concrete instance contradicts the claim, or the evidence given for it; the message says which.
 * `survived`: something was tried and nothing contradicted. `not-probed`: nothing could be tried; the message says why.
 */
export type Outcome = 'survived' | 'falsified' | 'not-probed';

export interface Finding {
  readonly outcome: Outcome;
  /** How many instances were tried. */
  readonly runs: number;
  readonly message: string;
}

export interface ProbeOptions {
  /** How many random instances to try for each kind of probe; expensive ones try fewer and say how many. */
  readonly runs: number;
  /** Any text; the same text gives the same probes. */
  readonly seed: string;
  readonly progress?: (phase: string, done?: number, of?: number) => void;
}

/** What every probe of one claim needs: how much to try, and a seed for each of its phases. */
export interface Effort {
  readonly runs: number;
  readonly seedFor: (phase: string) => number;
}

export const falsified = (runs: number, message: string): Finding => ({ outcome: 'falsified', runs, message });
export const survived = (runs: number, message: string): Finding => ({ outcome: 'survived', runs, message });
export const notProbed = (message: string): Finding => ({ outcome: 'not-probed', runs: 0, message });

/** Several probes of one claim: falsified if any is; survived if any is and none is falsified. */
export const combine = (findings: readonly Finding[]): Finding => {
  const runs = findings.reduce((sum, finding) => sum + finding.runs, 0);
  const bad = findings.find((finding) => finding.outcome === 'falsified');
  if (bad !== undefined) return { ...bad, runs };
  const outcome = findings.some((finding) => finding.outcome === 'survived') ? 'survived' : 'not-probed';
  const parts = findings.map((finding) =>
    finding.outcome === 'not-probed' && outcome === 'survived' ? `not probed: ${finding.message}` : finding.message,
  );
  return { outcome, runs, message: parts.join('; ') };
};

/** The first few of a list, and how many more there are. */
export const firstOf = (items: readonly string[], most: number, separator: string): string =>
  items.length <= most
    ? items.join(separator)
    : `${items.slice(0, most).join(separator)}${separator}… (the first ${most} of ${items.length})`;

/** A whole number as messages show it: in full up to 25 digits. */
export const briefInteger = (n: bigint): string => {
  const text = `${n}`;
  return text.length <= 25 ? text : `${text.slice(0, 6)}… (${text.length} digits)`;
};
