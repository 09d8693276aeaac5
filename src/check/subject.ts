/**
 * What a certificate is about, rebuilt from its claim: the instance and the function class; and reading elements and
 * schemes of that very group.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Scheme, uniformScheme, weightedScheme } from '../averaging/scheme.ts';
import type { SchemeData } from '../certificate/evidence.ts';
import { type Element, parsePermutation } from '../group/group.ts';
import type { Instance } from '../representation/action.ts';
import { type FunctionClass, greatestDegree } from '../representation/functionClass.ts';
import { declined, malformed, type Refusal, rejected } from './refusal.ts';

export interface Subject<G extends string> {
  readonly instance: Instance<G>;
  readonly functions: FunctionClass;
}

/** Schemes and lists of elements longer than this are declined. */
export const elementLimit = 20_000;

/** An element of the subject's group: well written (else malformed) and a member (else rejected). */
export const readElement = <G extends string>(subject: Subject<G>, text: string): E.Either<Refusal, Element<G>> => {
  const { group } = subject.instance;
  const parsed = parsePermutation(group.shape, text);
  if (E.isLeft(parsed)) return malformed('element-notation', parsed.left);
  return group.contains(parsed.right)
    ? E.right(parsed.right)
    : rejected('element-not-in-group', `an element is not in ${group.notation.slice(0, 40)}: ${text.slice(0, 60)}`);
};

export const readElements = <G extends string>(
  subject: Subject<G>,
  texts: readonly string[],
): E.Either<Refusal, readonly Element<G>[]> => {
  if (texts.length > elementLimit)
    return declined('work-limit', `${texts.length} elements are listed; the limit is ${elementLimit}`);
  const elements: Element<G>[] = [];
  for (const text of texts) {
    const element = readElement(subject, text);
    if (E.isLeft(element)) return element;
    elements.push(element.right);
  }
  return E.right(elements);
};

export const readScheme = <G extends string>(subject: Subject<G>, data: SchemeData): E.Either<Refusal, Scheme<G>> => {
  const elements = readElements(subject, data.elements);
  if (E.isLeft(elements)) return elements;
  if (elements.right.length === 0) return malformed('scheme-form', 'a scheme needs at least one element');
  if (data.weights === undefined) return E.right(uniformScheme(elements.right));
  const scheme = weightedScheme(subject.instance.group, elements.right, data.weights);
  return E.isLeft(scheme) ? malformed('scheme-form', scheme.left) : scheme;
};

/** The greatest degree of the class, or Infinity for `all`. */
export const degreeOf = (functions: FunctionClass): number => greatestDegree(functions) ?? Number.POSITIVE_INFINITY;
