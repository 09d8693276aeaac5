/**
 * What a measurement gives. Times are never judged: a *comparison* holds ours against a named peer that was timed in the
 * same run, and only their ratio can meet or miss a target.
 */

export interface Side {
  /** What was timed, in words, such as the command line. */
  readonly what: string;
  readonly milliseconds: number;
}

export interface Comparison {
  readonly name: string;
  readonly ours: Side;
  readonly peer: Side;
  /** Least and greatest ratio over the rounds of the run, where there were rounds. */
  readonly range?: readonly [number, number];
  /** The greatest ratio that is good enough; without it, the comparison informs and judges nothing. */
  readonly target?: number;
  /** What the ratio says, in words that hold on any machine. */
  readonly statement: (ratio: string) => string;
  /** Why the two sides cannot be compared after all, such as different answers: a failure, whatever the ratio. */
  readonly mistake?: string;
  readonly remarks?: readonly string[];
}

/** Nothing to compare: a peer or a build is not there (*skipped*), or something went wrong on the way (*broken*). */
export interface Unmeasured {
  readonly name: string;
  readonly why: 'skipped' | 'broken';
  /** What happened and, for what was skipped, what to do so that it is measured. */
  readonly reason: string;
}

export type Row = Comparison | Unmeasured;

/** Says how far a measurement has come. */
export type Report = (news: string) => void;

export interface Measurement {
  /** The name on the command line. */
  readonly name: string;
  readonly about: string;
  readonly measure: (report: Report) => Promise<readonly Row[]>;
}

export type Verdict = 'pass' | 'fail' | 'informative' | Unmeasured['why'];

export const skipped = (name: string, reason: string): Unmeasured => ({ name, why: 'skipped', reason });

export const isUnmeasured = (row: Row): row is Unmeasured => 'why' in row;

export const ratioOf = ({ ours, peer }: Comparison): number => ours.milliseconds / peer.milliseconds;

/** A ratio that is not a number meets no target. */
export const verdictOn = (row: Row): Verdict => {
  if (isUnmeasured(row)) return row.why;
  if (row.mistake !== undefined) return 'fail';
  if (row.target === undefined) return 'informative';
  return ratioOf(row) <= row.target ? 'pass' : 'fail';
};
