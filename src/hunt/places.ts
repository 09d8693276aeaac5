/**
 * Where to look: lists of groups with their actions, written as `transitive:1..7`, `S3..S8`, `D3..D12@plane`, `order:1..31@regular`, … , and
 * the order in which they are looked at.
 */
import * as E from 'fp-ts/lib/Either.js';
import { isPrime } from '../algebra/integer.ts';
import { malformed, type Problem } from '../group/notation.ts';
import { shorten } from '../group/permutation.ts';
import { type Action, parseInstance } from '../representation/action.ts';
import { smallGroups } from './data/smallGroups.ts';
import { transitiveGroups } from './data/transitiveGroups.ts';
import { randomSubgroups } from './randomSubgroups.ts';

/** A group with an action, by its canonical notation, and what it is ordered by. */
export interface Place {
  readonly notation: string;
  readonly kind: Action<string>['kind'];
  readonly order: bigint;
  readonly dimension: number;
}

/** Looked at where nothing else is asked for. */
export const usualPlaces = 'transitive:1..7';

/** Longest list. */
export const placeLimit = 100_000;

const kinds: readonly Place['kind'][] = ['permutation', 'signed', 'plane', 'matrix'];

/** Permutations of points first, then with signs, motions of the plane, matrices; each by order of the group, dimension, notation. */
export const comparePlaces = (a: Place, b: Place): number =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
  (a.order < b.order ? -1 : a.order > b.order ? 1 : 0) ||
  a.dimension - b.dimension ||
  (a.notation < b.notation ? -1 : a.notation > b.notation ? 1 : 0);

export const orderInWords =
  'actions by permutations of points before signs, the plane and matrices; then by order of the group, dimension, notation';

/** Splits at commas outside brackets: those inside belong to permutations and names. */
export const splitAtCommas = (text: string): readonly string[] => {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
};

const wholeNumbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

interface Range {
  readonly from: number;
  readonly to: number;
}

const parseRange = (text: string): Range | undefined => {
  const match = /^([0-9]{1,6})(?:\.\.([0-9]{1,6}))?$/.exec(text);
  return match === null ? undefined : { from: Number(match[1]), to: Number(match[2] ?? match[1]) };
};

const withAction = (notations: readonly string[], action: string): readonly string[] =>
  notations.map((notation) => `${notation}${action}`);

const datasets: Readonly<
  Record<string, { readonly least: number; readonly most: number; readonly of: (n: number) => readonly string[] }>
> = {
  transitive: {
    least: 1,
    most: 7,
    of: (n) => transitiveGroups.filter(([degree]) => degree === n).map(([, , , notation]) => notation),
  },
  order: {
    least: 1,
    most: 31,
    of: (n) => smallGroups.filter(([order]) => order === n).map(([, , notation]) => notation),
  },
};

const fromDataset = (name: string, text: string, action: string): E.Either<Problem, readonly string[]> => {
  const { least, most, of } = datasets[name]!;
  const range = parseRange(text);
  if (range === undefined || range.from < least || range.to > most || range.from > range.to)
    return malformed(
      `${name}: takes a range from ${least} to ${most}, such as ${name}:${least}..${most}, not "${shorten(text)}"`,
    );
  return E.right(withAction(wholeNumbers(range.from, range.to).flatMap(of), action));
};

/** `random:DEGREE:COUNT`, with an action. */
const fromRandom = (text: string, action: string, seed: string): E.Either<Problem, readonly string[]> => {
  const match = /^([0-9]{1,3}):([0-9]{1,6})$/.exec(text);
  const [degree, count] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || degree < 2 || degree > 60 || count < 1 || count > 10_000)
    return malformed(
      `random: takes a degree from 2 to 60 and how many subgroups of S_degree, up to 10000, such as random:7:200, not "${shorten(text)}"`,
    );
  return E.right(withAction(randomSubgroups(degree, count, seed), action));
};

/** A family with its parameter: `S3`, `Z2^4`, `PSL(2,5)`; undefined for groups without one. */
const familyOf = (
  text: string,
): { readonly before: string; readonly n: number; readonly after: string } | undefined => {
  const match = /^(S|A|C|D|B|Z2\^|PSL\(2,)([0-9]{1,6})(\)?)$/.exec(text);
  return match === null ? undefined : { before: match[1]!, n: Number(match[2]), after: match[3]! };
};

/** `S3..S8`, `S3..8`: the groups of the family, primes only for PSL(2,p); undefined if it is no such range. */
const familyRange = (text: string): E.Either<Problem, readonly string[]> | undefined => {
  const at = text.indexOf('..');
  if (at < 0) return undefined;
  const first = familyOf(text.slice(0, at));
  const rest = text.slice(at + 2);
  const last = /^[0-9]+$/.test(rest) ? { ...first!, n: Number(rest) } : familyOf(rest);
  if (first === undefined || last === undefined || first.before !== last.before || first.n > last.n)
    return malformed(
      `"${shorten(text)}" is not a range of one family, the smaller first and numbers below 1000000, such as S3..S8 or PSL(2,5)..PSL(2,31)`,
    );
  const parameters = wholeNumbers(first.n, last.n).filter((n) => first.before !== 'PSL(2,' || isPrime(n));
  return E.right(parameters.map((n) => `${first.before}${n}${first.after}`));
};

/** Products of ranges: `S2..S3xC2..C4`. */
const familyProducts = (text: string): E.Either<Problem, readonly string[]> => {
  let products: readonly string[] = [''];
  for (const factor of text.split('x')) {
    const range = familyRange(factor) ?? E.right([factor]);
    if (E.isLeft(range)) return range;
    const { right } = range;
    products = products.flatMap((before) => right.map((name) => (before === '' ? name : `${before}x${name}`)));
    if (products.length > placeLimit) break;
  }
  return E.right(products);
};

const notationsOf = (part: string, seed: string): E.Either<Problem, readonly string[]> => {
  if (part === '') return malformed('--groups has an empty part between commas');
  // The generators of perm: and their images are written with whatever signs; there is nothing to expand in them.
  if (part.startsWith('perm:')) return E.right([part]);
  const at = part.indexOf('@');
  const [groups, action] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at)];
  const named = /^([a-z]+):(.*)$/s.exec(groups);
  if (named !== null) {
    const [, name, rest] = named;
    if (name === 'random') return fromRandom(rest!, action, seed);
    if (Object.hasOwn(datasets, name!)) return fromDataset(name!, rest!, action);
    return malformed(
      `unknown list "${shorten(part)}" in --groups; lists are transitive:1..7, order:1..31, random:DEGREE:COUNT, list:FILE, families such as S3..S8`,
    );
  }
  return E.map((notations: readonly string[]) => withAction(notations, action))(familyProducts(groups));
};

const placeOf = (text: string): E.Either<Problem, Place> =>
  parseInstance(text, ({ notation, action, group }) =>
    E.right({ notation, kind: action.kind, order: group.order, dimension: action.dimension }),
  );

/** The places of a list, each once, in order. `seed` is for random subgroups. */
export const parsePlaces = (text: string, seed: string): E.Either<Problem, readonly Place[]> => {
  const found = new Map<string, Place>();
  for (const part of splitAtCommas(text)) {
    const notations = notationsOf(part.trim(), seed);
    if (E.isLeft(notations)) return notations;
    if (notations.right.length + found.size > placeLimit)
      return malformed(`--groups lists more than ${placeLimit} groups`);
    for (const notation of notations.right) {
      const place = placeOf(notation);
      if (E.isLeft(place)) return place;
      found.set(place.right.notation, place.right);
    }
  }
  return E.right([...found.values()].sort(comparePlaces));
};
