/** `study.json`, written anew after every answer, so that an interrupted study goes on where it was. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stillProved, studyDirectory } from './certified.ts';
import { type Counted, type CountedQuestion, stillCounted } from './counted.ts';
import { type Answer, answers, isMeasured, type Question } from './row.ts';
import type { Verdict } from './verdicts.ts';

export interface Stored {
  readonly verdicts: readonly Verdict[];
  readonly rows: readonly Answer[];
  readonly counted: readonly Counted[];
}

const path = join(studyDirectory, 'study.json');

/** Whole or not at all. */
export const writeFile = (file: string, text: string): void => {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
};

export const readStored = (): Stored =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Stored) : { verdicts: [], rows: [], counted: [] };

export const writeStored = (stored: Stored): void => writeFile(path, `${JSON.stringify(stored, null, 1)}\n`);

/** An answer that holds as it is stored: its certificate is checked again. */
export const storedAnswer = ({ rows }: Stored, question: Question): Answer | undefined =>
  rows.find((answer) => answers(answer, question) && isMeasured(answer) && stillProved(answer));

/** Random sampling's size depends on the group, ε and the seed alone, whatever was searched: `--fresh` keeps it. */
export const storedRandom = ({ rows }: Stored, { group, epsilon, seed }: Question): number | undefined =>
  rows.flatMap((answer) =>
    isMeasured(answer) &&
    answer.random !== undefined &&
    answer.group === group &&
    answer.epsilon === epsilon &&
    answer.seed === seed
      ? [answer.random]
      : [],
  )[0];

export const storedCount = ({ counted }: Stored, question: CountedQuestion): Counted | undefined =>
  counted.find(
    (answer) =>
      answer.group === question.group &&
      answer.size === question.size &&
      answer.seed === question.seed &&
      (answer.minimize || !question.minimize) &&
      stillCounted(answer),
  );
