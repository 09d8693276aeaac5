/**
 * The journal of a search: one JSON document a line. The first says what is searched; each other says what one instance gave. Lines are only
 * added, each written whole before the next instance counts as done, so that whatever stops a search, all finished lines are there
 * and at most the last is torn. Reading and writing files is not done here.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { showRational } from '../algebra/rational.ts';
import { boundedString, closed, decodeWith, oneOf } from '../certificate/codec.ts';
import { readJson } from '../certificate/json.ts';
import type { Unit } from './units.ts';

/** `S4, k = 2, eps = 1/2`. */
export const nameOf = ({ group, k, eps }: Unit): string =>
  [group, ...(k === undefined ? [] : [`k = ${k}`]), ...(eps === undefined ? [] : [`eps = ${showRational(eps)}`])].join(
    ', ',
  );

/** What identifies a search: two runs with the same header do the same work, whatever the number of jobs. */
const headerCodec = closed({
  format: t.literal('reynolds-search'),
  version: t.literal('1'),
  software: boundedString,
  claim: boundedString,
  groups: boundedString,
  functions: boundedString,
  shard: boundedString,
  seed: boundedString,
  effort: oneOf(['usual', 'minimize']),
  shrink: oneOf(['yes', 'no']),
  /** Whether it goes on after a counterexample. */
  until: oneOf(['first', 'end']),
  /** How many instances, and the SHA-256 of their names. */
  instances: t.number,
  list: boundedString,
});
export type Header = t.TypeOf<typeof headerCodec>;

export const listHash = (units: readonly Unit[]): string =>
  bytesToHex(sha256(utf8ToBytes(units.map(nameOf).join('\n'))));

/** What one instance gave: `at` is its number among the instances of the search, from 0. */
const recordCodec = closed(
  { at: t.number, instance: boundedString, truth: oneOf(['true', 'false', 'undecided', 'inapplicable']) },
  { why: boundedString, file: boundedString, id: boundedString, statement: boundedString },
);
export type Examined = t.TypeOf<typeof recordCodec>;

export const printLine = (line: Header | Examined): string => `${JSON.stringify(line)}\n`;

export interface ReadJournal {
  readonly header: Header | undefined;
  readonly records: readonly Examined[];
  /** UTF-16 units of the lines that are whole; what follows was torn and is to be cut off. */
  readonly whole: number;
}

const decodeLine = <A>(codec: t.Type<A, unknown>, text: string): E.Either<string, A> => {
  const json = readJson(text);
  if (E.isLeft(json)) return E.left(json.left.message);
  const decoded = decodeWith(codec, json.right);
  return E.isLeft(decoded) ? E.left(`${decoded.left.path} ${decoded.left.message}`.trim()) : decoded;
};

/** Reads a journal; left is what is wrong with a line that is whole. */
export const readJournal = (text: string): E.Either<string, ReadJournal> => {
  const whole = text.lastIndexOf('\n') + 1;
  const lines = text.slice(0, whole).split('\n').slice(0, -1);
  if (lines.length === 0) return E.right({ header: undefined, records: [], whole });
  const header = decodeLine(headerCodec, lines[0]!);
  if (E.isLeft(header)) return E.left(`line 1 is not the beginning of a journal: ${header.left}`);
  const records: Examined[] = [];
  for (const [index, line] of lines.slice(1).entries()) {
    const record = decodeLine(recordCodec, line);
    if (E.isLeft(record)) return E.left(`line ${index + 2} is damaged: ${record.left}`);
    records.push(record.right);
  }
  return E.right({ header: header.right, records, whole });
};

const headerInWords: Readonly<{ [K in keyof Header]?: string }> = {
  software: 'version',
  claim: 'claim',
  groups: '--groups',
  functions: '--functions',
  shard: '--shard',
  seed: '--seed',
  effort: '--minimize',
  shrink: '--shrink',
  until: '--all',
  instances: 'number of instances',
  list: 'list of instances',
};

/** The first difference of two headers, in words. */
export const differenceOf = (journal: Header, search: Header): string | undefined => {
  for (const [key, words] of Object.entries(headerInWords)) {
    const [a, b] = [journal[key as keyof Header], search[key as keyof Header]];
    if (a !== b) return `${words} ${String(a).slice(0, 100)}, not ${String(b).slice(0, 100)}`;
  }
  return undefined;
};

/** What is wrong with the records, if they are not of these instances, each once. */
export const problemOfRecords = (records: readonly Examined[], units: readonly Unit[]): string | undefined => {
  const seen = new Set<number>();
  for (const { at, instance } of records) {
    const unit = units[at];
    if (unit === undefined || nameOf(unit) !== instance) return `it has ${instance.slice(0, 60)} as instance ${at}`;
    if (seen.has(at)) return `instance ${at} is there twice`;
    seen.add(at);
  }
  return undefined;
};
