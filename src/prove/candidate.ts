/** Searches for schemes, and what they propose, as plain data that workers can pass on. */
import type { Rational } from '../algebra/rational.ts';
import type { SchemeData } from '../certificate/evidence.ts';

/** The weak condition at ε by the route of that number, or the strong one directly. */
export type Sought = { readonly condition: 'weak'; readonly route: number } | { readonly condition: 'strong' };

export interface SearchJob {
  readonly epsilon: Rational;
  readonly sought: Sought;
  /** From 0; searches of different numbers draw different random numbers. */
  readonly worker: number;
}

/** A scheme that a job proposes. */
export interface Candidate {
  readonly epsilon: Rational;
  readonly sought: Sought;
  readonly worker: number;
  readonly scheme: SchemeData;
}
