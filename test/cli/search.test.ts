/** `reynolds search` as a user runs it: what it finds, says and writes; and that nothing that happens to it loses or repeats work. */
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { reynolds, startReynolds, workDirectory } from './support.ts';

interface Report {
  readonly claim: string;
  readonly examined: number;
  readonly instances: number;
  readonly complete: boolean;
  readonly true: number;
  readonly counterexamples: readonly {
    readonly instance: string;
    readonly statement: string;
    readonly file: string;
    readonly id: string;
  }[];
  readonly undecided: readonly { readonly instance: string; readonly why: string }[];
  readonly inapplicable: readonly unknown[];
  readonly coverage: string;
}

const directory = workDirectory();
const search = async (...argv: readonly string[]): Promise<Report> => {
  const ended = await reynolds(directory, 'search', ...argv, '--json', '--quiet');
  expect(ended.code, ended.err).toBe(0);
  return JSON.parse(ended.out) as Report;
};

describe('what is found', () => {
  test('S3, the smallest, from one line; with a certificate that says so', async () => {
    const ended = await reynolds(directory, 'search', 'threshold <= sum(M) - count(M)');
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toMatch(
      /^S3 refutes: threshold <= sum\(M\) - count\(M\)\.\nfile (S3-\S+\.json)\nid {3}[0-9a-f]{64}\n/,
    );
    expect(ended.out).toContain('examined the first 7 of 37 instances of transitive:1..7');
    const [, file] = /file (\S+)/.exec(ended.out)!;
    const checked = await reynolds(directory, 'check', file!, '--verbose');
    expect(checked.code).toBe(0);
    expect(checked.out).toContain('S3 refutes: threshold <= sum(M) - count(M)');
  });

  test.each(['sharperBound', 'paperBound'])(
    'no counterexample to threshold <= %s among the 37 transitive groups',
    async (bound) => {
      const report = await search(`threshold <= ${bound}`, '--jobs', '2');
      expect(report).toMatchObject({
        instances: 37,
        examined: 37,
        true: 37,
        complete: true,
        counterexamples: [],
        undecided: [],
      });
      expect(report.coverage).toContain('no counterexample among all 37 instances of transitive:1..7');
    },
  );

  test('with --all every counterexample, in order', async () => {
    const report = await search('threshold = sum(M) - 1', '--groups', 'S1..S6', '--all', '--out', 'all');
    expect(report.counterexamples.map(({ instance }) => instance)).toEqual(['S2', 'S3', 'S4', 'S5', 'S6']);
    expect(report).toMatchObject({ examined: 6, true: 1 });
    expect(readdirSync(join(directory, 'all')).length).toBe(5);
  });

  test('what is undecided or not applicable is listed', async () => {
    const ended = await reynolds(directory, 'search', 'ACwk(1/2) >= log2(order)', '--groups', 'C5,C7');
    expect(ended.out).toMatch(/undecided C5: ACwk\(all, 1\/2\) in \[2, 3\]\n/);
    const report = await search('threshold <= 3', '--groups', 'S3@sign,C3');
    expect(report.inapplicable).toEqual([{ instance: 'S3@sign', why: 'threshold not defined' }]);
  });

  test('the same with one job or three', async () => {
    const argv = ['ACex(k) <= order - 1', '--groups', 'transitive:1..5', '--degrees', '1..2'];
    const one = await search(...argv, '--out', 'one');
    const three = await search(...argv, '--jobs', '3', '--out', 'one');
    expect(three).toEqual(one);
    expect(one.counterexamples[0]!.instance).toBe('S1, k = 1');
  });

  test('shards examine every instance once', async () => {
    const claim = 'divides(exponent, order)';
    const whole = await search(claim, '--groups', 'order:1..16');
    const shards = await Promise.all(
      [1, 2, 3].map((i) => search(claim, '--groups', 'order:1..16', '--shard', `${i}/3`)),
    );
    expect(shards.reduce((sum, { examined }) => sum + examined, 0)).toBe(whole.examined);
    expect(
      Math.max(...shards.map(({ examined }) => examined)) - Math.min(...shards.map(({ examined }) => examined)),
    ).toBeLessThan(2);
  });

  test('lists from files', async () => {
    writeFileSync(join(directory, 'groups.txt'), '# two groups\nperm:(1,2,3);(1,2)\n\nperm:(1,2,3,4)\n');
    const report = await search('abelian', '--groups', 'list:groups.txt', '--out', 'listed');
    expect(report.counterexamples[0]!.instance).toBe('perm:(1,2,3);(1,2)');
  });
});

describe('mistakes are one line, exit 2', () => {
  test.each<readonly [readonly string[], string]>([
    [['threshold <= M'], 'column 14: the multiset M where a number is needed'],
    [['threshhold <= 3'], 'did you mean threshold?'],
    [['order > 0', '--groups', 'S5..S3'], 'not a range of one family'],
    [['order > 0', '--groups', 'list:nowhere'], 'no such file'],
    [['order > 0', '--jobs', '0'], '--jobs "0" is not a number from 1 to 256'],
    [['order > 0', '--shard', '4/3'], 'not i/n with 1 ≤ i ≤ n'],
    [['order > 0', '--degrees', '5..2'], 'not a range of degrees'],
    [['order > 0', '--epsilon', '0.5'], 'write 1/2'],
    [['order > 0', '--functions', 'cubic'], 'unknown function class'],
    [['order > 0', '--resume', '.'], 'a directory'],
    [[], "missing required argument 'claim'"],
  ])('%s', async (argv, message) => {
    const ended = await reynolds(directory, 'search', ...argv);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain(message);
    expect(ended.err.trim().split('\n')).toHaveLength(1);
  });
});

/** Long enough to be killed in, of instances that take some milliseconds each. */
const long = ['threshold <= sharperBound', '--groups', 'random:7:120,random:8:60'];

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Runs with a journal and kills the process, as `kill -9` does, after so many milliseconds. */
const killed = (journal: string, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'search', ...long, '--resume', journal, '--jobs', '2', '--quiet'], {
      cwd: directory,
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });

const linesOf = (journal: string): readonly string[] =>
  readFileSync(join(directory, journal), 'utf8').split('\n').slice(0, -1);

describe('the journal', () => {
  test('a search killed ten times and resumed gives the report of one that was not, and does nothing twice', async () => {
    const undisturbed = await search(...long);
    const moments: number[] = [];
    for (let i = 0; i < 10; i++) {
      // From before the first instance to some way into the search.
      const moment = 200 + Math.floor(Math.random() * 900);
      moments.push(moment);
      await killed('killed.journal', moment);
      // What was written before stays as it is.
      if (i % 3 === 0 && existsSync(join(directory, 'killed.journal'))) {
        const before = readFileSync(join(directory, 'killed.journal'), 'utf8');
        await killed('killed.journal', 400);
        expect(
          readFileSync(join(directory, 'killed.journal'), 'utf8').startsWith(
            before.slice(0, before.lastIndexOf('\n') + 1),
          ),
        ).toBe(true);
      }
    }
    const resumed = await search(...long, '--resume', 'killed.journal');
    expect(resumed, `killed after ${moments.join(', ')} ms`).toEqual(undisturbed);
    const records = linesOf('killed.journal')
      .slice(1)
      .map((line) => JSON.parse(line) as { readonly at: number });
    expect(records.map(({ at }) => at).sort((a, b) => a - b)).toEqual(
      Array.from({ length: undisturbed.instances }, (_, i) => i),
    );
    // Once complete, resuming only reads.
    const size = readFileSync(join(directory, 'killed.journal')).length;
    expect(await search(...long, '--resume', 'killed.journal')).toEqual(undisturbed);
    expect(readFileSync(join(directory, 'killed.journal')).length).toBe(size);
  });

  test('a last line torn anywhere is done again', async () => {
    const argv = ['abelian or order > 1000', '--groups', 'order:1..6', '--all', '--out', 'torn'];
    const whole = await search(...argv, '--resume', 'torn.journal');
    const text = readFileSync(join(directory, 'torn.journal'), 'utf8');
    const last = text.slice(0, -1).lastIndexOf('\n') + 1;
    for (const end of [text.length - 1, last + 1, last, last - 1, 30, 1, 0]) {
      writeFileSync(join(directory, 'torn.journal'), text);
      truncateSync(join(directory, 'torn.journal'), end);
      expect(await search(...argv, '--resume', 'torn.journal'), `cut at ${end}`).toEqual(whole);
      expect(linesOf('torn.journal').length).toBe(text.split('\n').length - 1);
    }
  });

  test('of another search, damaged, or no journal at all is refused', async () => {
    await search('order > 0', '--groups', 'S1..S4', '--resume', 'other.journal');
    const refused = async (message: string, ...argv: readonly string[]): Promise<void> => {
      const ended = await reynolds(directory, 'search', ...argv);
      expect(ended.code).toBe(2);
      expect(ended.err).toContain(message);
    };
    await refused('claim order > 0, not order > 1', 'order > 1', '--groups', 'S1..S4', '--resume', 'other.journal');
    await refused('--groups S1..S4, not S1..S5', 'order > 0', '--groups', 'S1..S5', '--resume', 'other.journal');
    await refused('--all', 'order > 0', '--groups', 'S1..S4', '--all', '--resume', 'other.journal');
    appendFileSync(join(directory, 'other.journal'), '{"at": 0}\n');
    await refused('line 6 is damaged', 'order > 0', '--groups', 'S1..S4', '--resume', 'other.journal');
    await search('order > 0', '--groups', 'S1..S4', '--resume', 'locked.journal');
    writeFileSync(join(directory, 'locked.journal.lock'), `${process.pid}`);
    await refused('another search is writing it', 'order > 0', '--groups', 'S1..S4', '--resume', 'locked.journal');
    writeFileSync(join(directory, 'notes.txt'), 'my notes');
    await refused('it is not a journal', 'order > 0', '--groups', 'S1..S4', '--resume', 'notes.txt');
    expect(readFileSync(join(directory, 'notes.txt'), 'utf8')).toBe('my notes');
  });

  test('an interruption without one leaves one', async () => {
    const running = startReynolds(directory, 'search', ...long);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    running.interrupt();
    const ended = await running.ended;
    if (ended.code === 0) return;
    expect(ended.code).toBe(130);
    const file = /--resume (\S+)/.exec(ended.err)?.[1];
    // Too slow a machine may not have finished one instance.
    if (file === undefined) return;
    expect(linesOf(file).length).toBeGreaterThan(1);
    expect(await search(...long, '--resume', file)).toEqual(await search(...long));
  });
});
