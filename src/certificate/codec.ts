/**
 * Building blocks for the certificate's io-ts codecs: objects that refuse unknown keys, unions told apart by a tag, and
 * numbers as canonical decimal strings. Nothing here knows any mathematics.
 */
import * as E from 'fp-ts/lib/Either.js';
import { isSome } from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { parseRational, type Rational, showRational } from '../algebra/rational.ts';

/** Longest accepted decimal string; BigInt parsing is quadratic, so this bounds its time. */
export const digitLimit = 20_000;
/** Longest accepted rational, which takes part in longer computations. */
export const rationalLimit = 1000;
/** Longest accepted other string (an element of a group on many points can be long). */
const stringLimit = 20_000;

const isRecord = (u: unknown): u is Record<string, unknown> => typeof u === 'object' && u !== null && !Array.isArray(u);

/** An object with exactly these keys, the optional ones possibly absent. Unknown keys are an error, not ignored. */
export const closed = <P extends t.Props, Q extends t.Props = Record<never, never>>(
  required: P,
  optional: Q = {} as Q,
): t.Type<t.TypeOf<t.TypeC<P>> & t.TypeOf<t.PartialC<Q>>, t.OutputOf<t.TypeC<P>> & t.OutputOf<t.PartialC<Q>>> => {
  const fields = t.intersection([t.type(required), t.partial(optional)]);
  return new t.Type(
    'object',
    fields.is,
    (u, context) => {
      if (!isRecord(u)) return t.failure(u, context, 'expected an object');
      for (const key of Object.keys(u)) {
        if (Object.hasOwn(required, key)) continue;
        if (!Object.hasOwn(optional, key)) return t.failure(u, context, `unknown key "${key.slice(0, 40)}"`);
        if (u[key] === undefined) return t.failure(u, context, `key "${key}" is undefined`);
      }
      for (const key of Object.keys(required))
        if (!Object.hasOwn(u, key)) return t.failure(u, context, `missing key "${key}"`);
      return fields.validate(u, context);
    },
    fields.encode,
  );
};

type CodecTable = Readonly<Record<string, t.Any>>;

/** An object whose value at `tag` selects its codec. */
export const tagged = <T extends CodecTable>(
  tag: string,
  table: T,
): t.Type<t.TypeOf<T[keyof T]>, t.OutputOf<T[keyof T]>> => {
  const choose = (u: unknown): t.Any | undefined => {
    const name = isRecord(u) && Object.hasOwn(u, tag) ? u[tag] : undefined;
    return typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;
  };
  return new t.Type(
    tag,
    (u): u is t.TypeOf<T[keyof T]> => choose(u)?.is(u) === true,
    (u, context) =>
      choose(u)?.validate(u, context) ??
      t.failure(u, context, `"${tag}" must be one of ${Object.keys(table).join(', ')}`),
    (a) => choose(a)?.encode(a),
  );
};

/** Text read by one codec, or an object read by another. */
export const either = <A, B extends object>(
  text: t.Type<A, string>,
  object: t.Type<B, unknown>,
): t.Type<A | B, unknown> =>
  new t.Type<A | B, unknown>(
    `${text.name} or ${object.name}`,
    (u): u is A | B => (isRecord(u) ? object.is(u) : text.is(u)),
    (u, context) => (typeof u === 'string' ? text.validate(u, context) : object.validate(u, context)),
    (a) => (isRecord(a) ? object.encode(a as B) : text.encode(a as A)),
  );

const fromText = <A>(
  name: string,
  limit: number,
  decode: (text: string) => A | undefined,
  encode: (a: A) => string,
): t.Type<A, string> =>
  new t.Type<A, string>(
    name,
    (u): u is A => u !== undefined,
    (u, context) => {
      if (typeof u !== 'string') return t.failure(u, context, `expected ${name} as a string`);
      if (u.length > limit) return t.failure(u, context, `a number of ${u.length} characters; the limit is ${limit}`);
      const value = decode(u);
      return value === undefined
        ? t.failure(u, context, `expected ${name}, canonically written; got "${u.slice(0, 40)}"`)
        : t.success(value);
    },
    encode,
  );

/** A rational, reduced: `"7"`, `"-1/10"`. */
export const rationalText: t.Type<Rational, string> = fromText(
  'a reduced rational',
  rationalLimit,
  (text) => {
    const value = parseRational(text);
    return isSome(value) ? value.value : undefined;
  },
  showRational,
);

/** A nonnegative integer of any size. */
export const naturalText: t.Type<bigint, string> = fromText(
  'a nonnegative integer',
  digitLimit,
  (text) => (/^(0|[1-9][0-9]*)$/.test(text) ? BigInt(text) : undefined),
  (n) => `${n}`,
);

/** A nonnegative integer below 2³¹, as a `number`. */
export const smallNaturalText: t.Type<number, string> = fromText(
  'an integer from 0 to 2147483647',
  10,
  (text) => (/^(0|[1-9][0-9]*)$/.test(text) && Number(text) < 2 ** 31 ? Number(text) : undefined),
  (n) => `${n}`,
);

/** A string of bounded length. */
export const boundedString: t.Type<string, string> = new t.Type(
  'string',
  t.string.is,
  (u, context) =>
    typeof u !== 'string'
      ? t.failure(u, context, 'expected a string')
      : u.length > stringLimit
        ? t.failure(u, context, `a string of ${u.length} characters; the limit is ${stringLimit}`)
        : t.success(u),
  t.identity,
);

/** One of a few words. */
export const oneOf = <const W extends readonly [string, ...string[]]>(words: W): t.Type<W[number], string> =>
  new t.Type<W[number], string>(
    words.join('|'),
    (u): u is W[number] => words.some((word) => word === u),
    (u, context) =>
      words.some((word) => word === u)
        ? t.success(u as W[number])
        : t.failure(u, context, `expected one of ${words.join(', ')}`),
    t.identity,
  );

/** The first failure, as a path into the document and a message. */
export const firstFailure = (errors: t.Errors): { readonly path: string; readonly message: string } => {
  // Context entries of intersections and partials repeat the parent with keys '0' and '1'; keep real steps only.
  const error = errors[0]!;
  const steps: string[] = [];
  error.context.forEach((entry, i) => {
    if (i === 0) return;
    const parent = error.context[i - 1]!.actual;
    if (parent === entry.actual && /^[01]$/.test(entry.key)) return;
    steps.push(entry.key);
  });
  return {
    path: steps.join('/'),
    message: error.message ?? `expected ${error.context.at(-1)?.type.name ?? 'another value'}`,
  };
};

export const decodeWith = <A, O>(
  codec: t.Type<A, O>,
  u: unknown,
): E.Either<{ readonly path: string; readonly message: string }, A> => {
  const decoded = codec.decode(u);
  return E.isLeft(decoded) ? E.left(firstFailure(decoded.left)) : decoded;
};
