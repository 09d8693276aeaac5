/** The options of `reynolds search`, read and checked: nothing is searched before all of them make sense. */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../algebra/rational.ts';
import { version } from '../certificate/version.ts';
import { type Statement, showStatement } from '../conjecture/expression.ts';
import { parseStatement } from '../conjecture/parse.ts';
import { type Header, listHash } from '../hunt/journal.ts';
import { parsePlaces, splitAtCommas, usualPlaces } from '../hunt/places.ts';
import { type Unit, unitsOf } from '../hunt/units.ts';
import { parseFunctionClass, showFunctionClass } from '../representation/functionClass.ts';
import { parseEpsilons } from './epsilon.ts';
import { type Mistake, mistakeOf, wrongInput } from './exit.ts';
import { resolveGroup } from './groupFile.ts';
import { readTextFile } from './readInput.ts';
import { defaultSeed } from './seed.ts';
import { shellQuoted } from './text.ts';

export interface SearchOptions {
  readonly json?: true;
  readonly quiet?: true;
  readonly groups?: string;
  readonly functions?: string;
  readonly degrees?: string;
  readonly epsilon?: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly resume?: string;
  readonly all?: true;
  readonly minimize?: true;
  readonly shrink?: true;
  readonly out?: string;
  readonly seed?: string;
}

/** A search, ready to run. */
export interface Search {
  readonly statement: Statement;
  readonly units: readonly Unit[];
  /** Of this shard. */
  readonly positions: readonly number[];
  readonly header: Header;
  readonly jobs: number;
  /** What makes the same search again. */
  readonly command: string;
}

export const searchDefaults = { functions: 'all', degrees: '1..4', epsilon: '1/2,1/4' } as const;

/** A line under the claim with a mark at the column, for a terminal; one line for errors. */
const readClaim = (text: string): E.Either<Mistake, Statement> => {
  const statement = parseStatement(text);
  if (E.isRight(statement)) return statement;
  const { column, message } = statement.left;
  const from = Math.max(0, column - 31);
  const before = `${from > 0 ? '…' : ''}${text.slice(from, column - 1)}`;
  return wrongInput(
    `the claim, column ${column}: ${message} (here: ${before}⟨${text.slice(column - 1, column + 20)}⟩)`,
  );
};

/** `a..b` or a number. */
const readDegrees = (text: string): E.Either<Mistake, readonly number[]> => {
  const match = /^([0-9]{1,7})(?:\.\.([0-9]{1,7}))?$/.exec(text);
  const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  return match === null || to < from || to > 1_000_000 || to - from > 1000
    ? wrongInput(`--degrees "${text.slice(0, 40)}" is not a range of degrees such as 0..6`)
    : E.right(Array.from({ length: to - from + 1 }, (_, i) => from + i));
};

const readJobs = (text: string): E.Either<Mistake, number> =>
  /^[1-9][0-9]{0,2}$/.test(text) && Number(text) <= 256
    ? E.right(Number(text))
    : wrongInput(`--jobs "${text.slice(0, 40)}" is not a number from 1 to 256`);

const readShard = (text: string): E.Either<Mistake, { readonly index: number; readonly of: number }> => {
  const match = /^([1-9][0-9]{0,5})\/([1-9][0-9]{0,5})$/.exec(text);
  const [index, of] = [Number(match?.[1]), Number(match?.[2])];
  return match === null || index > of
    ? wrongInput(`--shard "${text.slice(0, 40)}" is not i/n with 1 ≤ i ≤ n, such as 3/8`)
    : E.right({ index, of });
};

/** `list:FILE` stands for the lines of the file, `file:g.json` for the group in it. */
const spellOutGroups = async (text: string): Promise<E.Either<Mistake, string>> => {
  const parts: string[] = [];
  for (const part of splitAtCommas(text)) {
    const trimmed = part.trim();
    if (trimmed.startsWith('file:')) {
      const group = await resolveGroup(trimmed);
      if (E.isLeft(group)) return group;
      parts.push(group.right);
      continue;
    }
    if (!trimmed.startsWith('list:')) {
      parts.push(trimmed);
      continue;
    }
    const path = trimmed.slice('list:'.length);
    const content = await readTextFile(path);
    if (E.isLeft(content)) return wrongInput(`--groups list "${path}": ${content.left.message}`);
    const lines = content.right.split('\n').map((line) => line.trim());
    const groups = lines.filter((line) => line !== '' && !line.startsWith('#'));
    if (groups.length === 0) return wrongInput(`--groups list "${path}" has no groups, one a line`);
    parts.push(...groups);
  }
  return E.right(parts.join(','));
};

const commandOf = (claim: string, options: SearchOptions): string =>
  [
    `reynolds search ${shellQuoted(claim)}`,
    ...(['groups', 'functions', 'degrees', 'epsilon'] as const).flatMap((name) =>
      options[name] === undefined ? [] : [`--${name} ${shellQuoted(options[name])}`],
    ),
    ...(options.minimize === true ? ['--minimize'] : []),
    ...(options.shrink === true ? ['--shrink'] : []),
    `--seed ${shellQuoted(options.seed ?? defaultSeed)}`,
  ].join(' ');

/** Longest `--groups` kept in a journal's header and longest command kept in a certificate. */
const textLimit = 2000;

export const readSearch = async (claimText: string, options: SearchOptions): Promise<E.Either<Mistake, Search>> => {
  const statement = readClaim(claimText);
  if (E.isLeft(statement)) return statement;
  const claim = showStatement(statement.right);
  const groupsText = options.groups ?? usualPlaces;
  const functions = parseFunctionClass(options.functions ?? searchDefaults.functions);
  if (E.isLeft(functions)) return E.left(mistakeOf(functions.left));
  const degrees = readDegrees(options.degrees ?? searchDefaults.degrees);
  if (E.isLeft(degrees)) return degrees;
  const epsilons: E.Either<Mistake, readonly Rational[]> = parseEpsilons(options.epsilon ?? searchDefaults.epsilon);
  if (E.isLeft(epsilons)) return epsilons;
  const jobs = readJobs(options.jobs ?? '1');
  if (E.isLeft(jobs)) return jobs;
  const shard = readShard(options.shard ?? '1/1');
  if (E.isLeft(shard)) return shard;
  const spelt = await spellOutGroups(groupsText);
  if (E.isLeft(spelt)) return spelt;
  const seed = options.seed ?? defaultSeed;
  const places = parsePlaces(spelt.right, seed);
  if (E.isLeft(places)) return E.left(mistakeOf(places.left));
  const named = showFunctionClass(functions.right);
  const units = unitsOf(
    places.right.map(({ notation }) => notation),
    named,
    statement.right,
    degrees.right,
    epsilons.right,
  );
  if (E.isLeft(units)) return E.left(mistakeOf(units.left));
  const { index, of } = shard.right;
  const command = commandOf(claim, options);
  return E.right({
    statement: statement.right,
    units: units.right,
    positions: units.right.map((_, at) => at).filter((at) => at % of === index - 1),
    header: {
      format: 'reynolds-search',
      version: '1',
      software: `reynolds ${version}`,
      claim,
      groups: groupsText.slice(0, textLimit),
      functions: named,
      shard: `${index}/${of}`,
      seed,
      effort: options.minimize === true ? 'minimize' : 'usual',
      shrink: options.shrink === true ? 'yes' : 'no',
      until: options.all === true ? 'end' : 'first',
      instances: units.right.length,
      list: listHash(units.right),
    },
    jobs: jobs.right,
    command: command.length <= textLimit ? command : 'reynolds search',
  });
};
