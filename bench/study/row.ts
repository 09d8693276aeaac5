/** One group at one ε: what is measured and stored, and what follows from that. */
import * as O from 'fp-ts/lib/Option.js';
import { approximate, parseRational, type Rational } from '../../src/algebra/rational.ts';
import { paperBound, type StudyGroup } from './families.ts';

/** What decides the numbers of a row: the same question gives the same row, as long as the software is the same. */
export interface Question {
  readonly group: string;
  readonly functions: 'all';
  readonly epsilon: string;
  readonly seed: string;
  readonly minimize: boolean;
}

export interface Bound {
  readonly value: number;
  /** The kind of evidence. */
  readonly by: string;
}

/** `lower`, `listed` and `existence` are claims, for plain averages, of the certificate that `check` accepted. */
export interface Measured {
  readonly file: string;
  readonly id: string;
  readonly lower: Bound;
  readonly listed?: Bound;
  readonly existence?: Bound;
  /** Random sampling's: the least n for which n random elements are within ε as often as not. */
  readonly random?: number;
}

/** No certificate: the command declined, in its own words. */
export interface Declined {
  readonly declined: string;
}

export type Answer = Question & (Measured | Declined);

export interface Row {
  readonly of: StudyGroup;
  readonly answer: Answer;
}

export const isMeasured = (answer: Answer): answer is Question & Measured => !('declined' in answer);

/** Whether a stored answer will do: to the same question, or to the same with a longer search. */
export const answers = (stored: Question, question: Question): boolean =>
  stored.group === question.group &&
  stored.functions === question.functions &&
  stored.epsilon === question.epsilon &&
  stored.seed === question.seed &&
  (stored.minimize || !question.minimize);

/** A rational in canonical text. */
export const readRational = (text: string): Rational => {
  const value = parseRational(text);
  if (O.isNone(value)) throw new Error(`"${text}" is no rational number`);
  return value.value;
};

export const numberOf = (text: string): number => approximate(readRational(text));

/** Size over certified lower bound; 1 means that the set is proved to be the smallest. */
export const ratioOf = ({ answer }: Row): number | undefined =>
  isMeasured(answer) && answer.listed !== undefined ? answer.listed.value / answer.lower.value : undefined;

export const paperBoundOf = ({ of, answer }: Row): number => paperBound(of.sumOfDegrees, numberOf(answer.epsilon));
