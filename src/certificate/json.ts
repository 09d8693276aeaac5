/**
 * Reading JSON that may be hostile: bounded length and depth, no duplicate keys, strict syntax. The result is plain
 * data made of null-prototype objects, so `__proto__` is a key like any other.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Node, type ParseError, parseTree } from 'jsonc-parser';

/** Longest accepted document, in UTF-16 units. */
export const documentLimit = 16 * 1024 * 1024;
/** Most commas, that is items and members, in a document. */
export const valueLimit = 500_000;
/** Deepest accepted nesting of arrays and objects. */
export const depthLimit = 32;

export type JsonErrorCode = 'empty' | 'too-long' | 'too-deep' | 'json-syntax' | 'duplicate-key';

export interface JsonError {
  readonly code: JsonErrorCode;
  readonly message: string;
}

const refuse = (code: JsonErrorCode, message: string): E.Either<JsonError, never> => E.left({ code, message });

/** The deepest nesting of brackets outside strings, and the number of commas outside strings; no recursion, so any input is safe. */
const shapeOf = (text: string): { readonly deepest: number; readonly separators: number } => {
  let depth = 0;
  let separators = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i++;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x2c) separators++;
    else if (c === 0x5b || c === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (c === 0x5d || c === 0x7d) depth--;
  }
  return { deepest, separators };
};

/** Thrown and caught in this file only. */
class Refused extends Error {
  readonly code: JsonErrorCode;
  constructor(code: JsonErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const unicode = (text: string): string => {
  if (/\p{Cs}/u.test(text)) throw new Refused('json-syntax', 'a string is not Unicode text: it has a lone surrogate');
  return text;
};

const toData = (node: Node): unknown => {
  if (node.type === 'array') return (node.children ?? []).map(toData);
  if (node.type === 'string') return unicode(node.value as string);
  if (node.type !== 'object') return node.value;
  const result: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const property of node.children ?? []) {
    const [name, value] = property.children!;
    const key = unicode(name!.value as string);
    if (key in result) throw new Refused('duplicate-key', `the key "${key.slice(0, 40)}" occurs twice`);
    result[key] = toData(value!);
  }
  return result;
};

/** Strict JSON (RFC 8259) with the limits above. A leading byte order mark is a syntax error. */
export const readJson = (text: string): E.Either<JsonError, unknown> => {
  if (text.length > documentLimit)
    return refuse('too-long', `the file has ${text.length} characters; the limit is ${documentLimit}`);
  if (text.charCodeAt(0) === 0xfeff) return refuse('json-syntax', 'not JSON: the file starts with a byte order mark');
  if (text.trim() === '') return refuse('empty', 'the file is empty');
  const { deepest, separators } = shapeOf(text);
  if (deepest > depthLimit)
    return refuse('too-deep', `the file nests ${deepest} levels deep; the limit is ${depthLimit}`);
  if (separators >= valueLimit) return refuse('too-long', `the file has more than ${valueLimit} values`);
  try {
    JSON.parse(text);
  } catch (problem) {
    return refuse('json-syntax', `not JSON: ${(problem as Error).message.replaceAll(/\s+/g, ' ').slice(0, 120)}`);
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (tree === undefined || errors.length > 0) return refuse('json-syntax', 'not JSON');
  try {
    return E.right(toData(tree));
  } catch (problem) {
    if (problem instanceof Refused) return refuse(problem.code, problem.message);
    throw problem;
  }
};
