/**
 * `npm run study [-- --minimize --fresh --jobs N]`: sizes against log|G|, from both sides, over five families. Exits 0 if
 * the study shows what it must, 1 if not, 2 for a wrong option, 4 if something broke. Interrupted, it goes on when it is
 * started again.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { whyNotBuilt } from '../builtCommand.ts';
import { certificateDirectory, prove, studyDirectory } from './certified.ts';
import { type Counted, countedQuestions, findCounted } from './counted.ts';
import { printVerdict, studyDocument } from './document.ts';
import { type StudyGroup, studyGroups } from './families.ts';
import { studyPicture } from './picture.ts';
import { typicalErrorsOf, typicalSize } from './randomSets.ts';
import { type Answer, isMeasured, numberOf, type Question, type Row } from './row.ts';
import { readStored, storedAnswer, storedCount, storedRandom, writeFile, writeStored } from './store.ts';
import { verdictsOn } from './verdicts.ts';

const seed = '0';
/** Largest first: random sets only grow. */
const epsilons = ['1/2', '1/4', '1/10'] as const;

interface Options {
  readonly minimize: boolean;
  readonly fresh: boolean;
  readonly jobs: number;
}

const parseOptions = (options: readonly string[]): Options | string => {
  let jobs = 1;
  const rest = [...options];
  const at = rest.indexOf('--jobs');
  if (at >= 0) {
    jobs = Number(rest[at + 1]);
    if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) return '--jobs takes a number from 1 to 64';
    rest.splice(at, 2);
  }
  const unknown = rest.find((option) => option !== '--minimize' && option !== '--fresh');
  return unknown === undefined
    ? { minimize: rest.includes('--minimize'), fresh: rest.includes('--fresh'), jobs }
    : `unknown option "${unknown}"; the options are --minimize (search longer), --fresh (use no stored rows), --jobs N`;
};

const say = (news: string): void => {
  process.stderr.write(`study: ${news}\n`);
};

const rowsOf = (answersSoFar: readonly Answer[]): readonly Row[] =>
  studyGroups.flatMap((of) =>
    epsilons.flatMap((epsilon) => {
      const answer = answersSoFar.find((a) => a.group === of.group && a.epsilon === epsilon);
      return answer === undefined ? [] : [{ of, answer }];
    }),
  );

const inWords = (answer: Answer): string =>
  isMeasured(answer)
    ? `${answer.lower.value} … ${answer.listed?.value ?? '?'} elements (random ${answer.random ?? '–'})`
    : `declined: ${answer.declined}`;

const removeOrphans = (kept: ReadonlySet<string>): void => {
  for (const name of readdirSync(certificateDirectory)) if (!kept.has(name)) rmSync(join(certificateDirectory, name));
};

const study = async ({ minimize, fresh, jobs }: Options): Promise<number> => {
  mkdirSync(certificateDirectory, { recursive: true });
  const before = readStored();
  const usable = fresh ? { verdicts: [], rows: [], counted: [] } : before;
  const rows: Answer[] = [];
  const counted: Counted[] = [];
  /** What is new, before what is old: an interruption loses nothing. */
  const save = (): void =>
    writeStored({ verdicts: [], rows: [...rows, ...usable.rows], counted: [...counted, ...usable.counted] });
  const all = studyGroups.length * epsilons.length;

  const measureGroup = async (of: StudyGroup): Promise<void> => {
    let errorOf: ((n: number) => number) | undefined;
    /** Random sets need no fewer elements for a smaller ε. */
    let least = 1;
    for (const epsilon of epsilons) {
      const question: Question = { group: of.group, functions: 'all', epsilon, seed, minimize };
      const stored = storedAnswer(usable, question);
      let answer: Answer = stored ?? { ...question, ...(await prove(question, of.lowerOnly === true)) };
      if (isMeasured(answer) && answer.random === undefined && of.lowerOnly !== true) {
        let random = storedRandom(before, question);
        if (random === undefined) {
          errorOf ??= typicalErrorsOf(of.group, seed);
          random = typicalSize(errorOf, Math.max(least, answer.lower.value), numberOf(epsilon));
        }
        answer = { ...answer, random };
      }
      if (isMeasured(answer)) least = Math.max(least, answer.random ?? 1);
      rows.push(answer);
      save();
      say(`${rows.length} of ${all}: ${of.group}, ε = ${epsilon}: ${inWords(answer)}${stored ? ', stored' : ''}`);
    }
  };
  // Small groups first: an interruption finds most of the rows done.
  const waiting = [...studyGroups].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await measureGroup(next);
    }),
  );
  for (const question of countedQuestions(seed, minimize)) {
    const stored = storedCount(usable, question);
    const found = stored ?? findCounted(question);
    counted.push(found);
    save();
    say(`${found.group}, ${found.size} elements: ε = ${found.epsilon}${stored ? ', stored' : ''}`);
  }

  const sorted = rowsOf(rows);
  const verdicts = verdictsOn(sorted);
  writeStored({ verdicts, rows: sorted.map(({ answer }) => answer), counted });
  writeFile(join(studyDirectory, 'study.svg'), await studyPicture(sorted));
  writeFile(join(studyDirectory, 'STUDY.md'), studyDocument(sorted, counted, verdicts));
  removeOrphans(
    new Set([
      ...sorted.flatMap(({ answer }) => (isMeasured(answer) ? [answer.file] : [])),
      ...counted.map((c) => c.file),
    ]),
  );
  process.stdout.write(`${verdicts.map(printVerdict).join('\n')}\n`);
  return verdicts.every(({ kept }) => kept) ? 0 : 1;
};

const run = async (): Promise<number> => {
  const options = parseOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    process.stderr.write(`study: ${options}\n`);
    return 2;
  }
  const stale = whyNotBuilt();
  if (stale !== undefined) {
    process.stderr.write(`study: ${stale}\n`);
    return 4;
  }
  return study(options).catch((problem: unknown) => {
    process.stderr.write(`study: ${problem instanceof Error ? problem.message : String(problem)}\n`);
    return 4;
  });
};

process.exitCode = await run();
