/** `--minimize`: several workers, one result; an interrupt keeps what was found. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reynolds, startReynolds, workDirectory } from './support.ts';

const directory = workDirectory();
const certify = ['certify', 'approximate', '--functions', 'all', '--minimize'];

test('the result does not depend on the number of workers', async () => {
  const run = async (jobs: string): Promise<string> => {
    mkdirSync(join(directory, jobs));
    const argv = ['--group', 'C7', '--epsilon', '2/9', '--jobs', jobs, '--out', jobs, '--json', '--quiet'];
    const ended = await reynolds(directory, ...certify, ...argv);
    expect(ended).toMatchObject({ code: 0, err: '' });
    return JSON.parse(ended.out).id as string;
  };
  const [one, three] = [await run('1'), await run('3')];
  expect(three).toBe(one);
  expect(readdirSync(join(directory, '3'))).toEqual(readdirSync(join(directory, '1')));
});

test.each([
  ['0', 'not a number of workers'],
  ['65', 'not a number of workers'],
  ['two', 'not a number of workers'],
])('--jobs %s is refused', async (jobs, message) => {
  const ended = await reynolds(directory, ...certify, '--group', 'C7', '--epsilon', '2/9', '--jobs', jobs);
  expect(ended.code).toBe(2);
  expect(ended.err).toContain(message);
});

test('the first interrupt certifies the best schemes found so far', async () => {
  mkdirSync(join(directory, 'kept'));
  const argv = ['--group', 'S6', '--epsilon', '1/3', '--jobs', '2', '--out', 'kept'];
  const running = startReynolds(directory, ...certify, ...argv);
  await running.heard('so far');
  running.interrupt();
  const ended = await running.ended;
  expect(ended.code).toBe(0);
  expect(ended.err).toBe('reynolds: interrupted; what was found is certified (interrupt again to stop at once)\n');
  expect(ended.out).toContain('AC_wk(S6, all, ε = 1/3) ≤');
  const [file] = readdirSync(join(directory, 'kept'));
  expect((await reynolds(join(directory, 'kept'), 'check', file!)).code).toBe(0);
});
