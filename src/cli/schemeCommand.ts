/** `reynolds scheme`: the elements and weights of a scheme within ε, to use elsewhere. */
import * as E from 'fp-ts/lib/Either.js';
import { needGroup } from './certifyCommand.ts';
import { type CommonOptions, firstMistake, stopWith, withWorkshop } from './commands.ts';
import { print, printJson } from './console.ts';
import { parseEpsilon } from './epsilon.ts';
import { type ExitCode, exitCodes, type Mistake, wrongInput } from './exit.ts';
import { minimised, parseJobs } from './minimise.ts';
import type { SchemeFormat } from './schemeTask.ts';
import { checkSeed, defaultSeed } from './seed.ts';
import { suggestion } from './text.ts';
import { checkFile, writeWhole } from './writeOutput.ts';

export interface SchemeOptions extends CommonOptions {
  readonly group?: string;
  readonly functions?: string;
  readonly epsilon?: string;
  readonly format?: string;
  readonly out?: string;
  readonly matrices?: true;
  readonly minimize?: true;
  readonly jobs?: string;
  readonly seed?: string;
}

const formats: readonly SchemeFormat[] = ['json', 'csv', 'npy'];

const parseFormat = (text: string): E.Either<Mistake, SchemeFormat> => {
  const format = formats.find((name) => name === text);
  return format === undefined
    ? wrongInput(`--format "${text}"${suggestion(text, formats)} must be one of ${formats.join(', ')}`)
    : E.right(format);
};

const checkOut = (format: string, { out, json, matrices }: SchemeOptions): E.Either<Mistake, unknown> => {
  if (format === 'npy' && out?.endsWith('.npy') !== true)
    return wrongInput('--format npy writes FILE.npy (matrices) and FILE-weights.npy; give --out FILE.npy');
  if (format === 'csv' && json === true && out === undefined)
    return wrongInput('--json and --format csv both want standard output; give --out FILE for the CSV');
  if (matrices === true && format !== 'json')
    return wrongInput(`--matrices is for --format json${format === 'npy' ? ', and npy always has matrices' : ''}`);
  return out === undefined ? E.right(undefined) : checkFile(out);
};

const required = (name: string, value: string | undefined, example: string): E.Either<Mistake, string> =>
  value === undefined ? wrongInput(`scheme needs --${name}, such as --${name} ${example}`) : E.right(value);

export const schemeCommand = async (options: SchemeOptions): Promise<ExitCode> => {
  const group = needGroup('scheme', options.group);
  const functions = required('functions', options.functions, 'poly:2');
  const epsilon = required('epsilon', options.epsilon, '1/10');
  const format = parseFormat(options.format ?? 'json');
  const jobs = parseJobs(options.jobs);
  const mistake = firstMistake(
    group,
    functions,
    epsilon,
    E.isRight(epsilon) ? parseEpsilon(epsilon.right) : epsilon,
    format,
    E.isRight(format) ? checkOut(format.right, options) : format,
    checkSeed(options.seed),
    jobs,
  );
  if (
    E.isLeft(jobs) ||
    E.isLeft(group) ||
    E.isLeft(functions) ||
    E.isLeft(epsilon) ||
    E.isLeft(format) ||
    mistake !== undefined
  )
    return stopWith(mistake!);
  const name = `scheme ${group.right}`;
  const request = await minimised(
    {
      topic: 'approximate',
      group: group.right,
      functions: functions.right,
      epsilon: epsilon.right,
      seed: options.seed ?? defaultSeed,
      minimize: options.minimize === true,
      strong: false,
    },
    { jobs: jobs.right, quiet: options.quiet === true, name },
  );
  if (E.isLeft(request)) return stopWith(request.left);
  const found = await withWorkshop(options, (perform) =>
    perform(name, 'scheme', {
      request: request.right,
      format: format.right,
      matrices: options.matrices === true,
    }),
  );
  if (E.isLeft(found)) return stopWith(found.left);
  const { id, statement, size, content, weights } = found.right;
  const { out } = options;
  if (out === undefined) {
    if (options.json === true || options.quiet !== true) print(String(content));
    return exitCodes.accepted;
  }
  const files = [out];
  const written = [writeWhole(out, content)];
  if (weights !== undefined) {
    files.push(out.replace(/\.npy$/, '-weights.npy'));
    written.push(writeWhole(files[1]!, weights));
  }
  const failure = firstMistake(...written);
  if (failure !== undefined) return stopWith(failure);
  if (options.json === true) printJson({ files, id, statement, size });
  else if (options.quiet !== true) print(`${statement}\n${files.map((file) => `file ${file}\n`).join('')}`);
  return exitCodes.accepted;
};
