/** `reynolds certify TOPIC`: proves and writes a certificate. */
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import type { Topic } from '../prove/certify.ts';
import { type CommonOptions, firstMistake, stopWith, withWorkshop } from './commands.ts';
import { complain, print, printJson } from './console.ts';
import { parseEpsilons } from './epsilon.ts';
import { type ExitCode, exitCodes, type Mistake, wrongInput } from './exit.ts';
import { minimised, parseJobs } from './minimise.ts';
import { checkSeed, defaultSeed } from './seed.ts';
import { suggestion } from './text.ts';
import { checkDirectory, writeWhole } from './writeOutput.ts';

export interface CertifyOptions extends CommonOptions {
  readonly group?: string;
  readonly functions?: string;
  readonly epsilon?: string;
  readonly out?: string;
  readonly minimize?: true;
  readonly jobs?: string;
  readonly seed?: string;
}

type Need = 'needed' | 'optional' | 'unused';

/** What each topic makes of `--functions` and `--epsilon`. */
const topics: Readonly<Record<Topic, { readonly functions: Need; readonly epsilon: Need }>> = {
  exact: { functions: 'needed', epsilon: 'unused' },
  threshold: { functions: 'unused', epsilon: 'unused' },
  approximate: { functions: 'needed', epsilon: 'needed' },
  lower: { functions: 'needed', epsilon: 'optional' },
  separation: { functions: 'optional', epsilon: 'needed' },
  profile: { functions: 'needed', epsilon: 'optional' },
};

export const topicNames = Object.keys(topics) as readonly Topic[];

const isTopic = (text: string): text is Topic => Object.hasOwn(topics, text);

const parseTopic = (text: string): E.Either<Mistake, Topic> => {
  if (isTopic(text)) return E.right(text);
  return wrongInput(`cannot certify "${text}"${suggestion(text, topicNames)}; it certifies ${topicNames.join(', ')}`);
};

export const needGroup = (command: string, group: string | undefined): E.Either<Mistake, string> =>
  group === undefined ? wrongInput(`${command} needs --group, such as --group S5`) : E.right(group);

const needFunctions = (topic: Topic, functions: string | undefined): E.Either<Mistake, unknown> =>
  functions === undefined && topics[topic].functions === 'needed'
    ? wrongInput(`certify ${topic} needs --functions, such as --functions poly:3`)
    : E.right(functions);

const needEpsilon = (topic: Topic, epsilon: string | undefined): E.Either<Mistake, unknown> =>
  epsilon !== undefined
    ? parseEpsilons(epsilon)
    : topics[topic].epsilon === 'needed'
      ? wrongInput(`certify ${topic} needs --epsilon, such as --epsilon 1/10`)
      : E.right(undefined);

export const certifyCommand = async (topicText: string, options: CertifyOptions): Promise<ExitCode> => {
  const topic = parseTopic(topicText);
  if (E.isLeft(topic)) return stopWith(topic.left);
  const directory = options.out ?? '.';
  const group = needGroup(`certify ${topic.right}`, options.group);
  const jobs = parseJobs(options.jobs);
  const mistake = firstMistake(
    group,
    needFunctions(topic.right, options.functions),
    needEpsilon(topic.right, options.epsilon),
    checkSeed(options.seed),
    jobs,
    checkDirectory(directory),
  );
  if (mistake !== undefined || E.isLeft(group) || E.isLeft(jobs)) return stopWith(mistake!);
  const uses = topics[topic.right];
  for (const option of ['functions', 'epsilon'] as const)
    if (options[option] !== undefined && uses[option] === 'unused' && options.quiet !== true)
      complain(`note: certify ${topic.right} does not use --${option}`);

  const name = `certify ${topic.right} ${group.right}`;
  const request = await minimised(
    {
      topic: topic.right,
      group: group.right,
      ...(options.functions === undefined || uses.functions === 'unused' ? {} : { functions: options.functions }),
      ...(options.epsilon === undefined || uses.epsilon === 'unused' ? {} : { epsilon: options.epsilon }),
      seed: options.seed ?? defaultSeed,
      minimize: options.minimize === true,
    },
    { jobs: jobs.right, quiet: options.quiet === true, name },
  );
  if (E.isLeft(request)) return stopWith(request.left);
  const certified = await withWorkshop(options, (perform) => perform(name, 'certify', request.right));
  if (E.isLeft(certified)) return stopWith(certified.left);
  const { fileName, id, statement, sentences, text, profile } = certified.right;
  const file = join(directory, fileName);
  const written = writeWhole(file, text);
  if (E.isLeft(written)) return stopWith(written.left);
  const plot = profile === undefined ? undefined : file.replace(/\.json$/, '.svg');
  const drawn = plot === undefined ? E.right(undefined) : writeWhole(plot, profile!.plot);
  if (E.isLeft(drawn)) return stopWith(drawn.left);
  if (options.json === true)
    printJson({ file, id, statement, certificate: JSON.parse(text), ...(plot === undefined ? {} : { plot }) });
  else if (options.quiet !== true) {
    const said = profile === undefined ? sentences.join('\n') : profile.table;
    print(`${said}\n${plot === undefined ? '' : `plot ${plot}\n`}file ${file}\nid   ${id}\n`);
  }
  return exitCodes.accepted;
};
