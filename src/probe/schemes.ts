/** Reading the scheme that evidence gives or implies, with the reason where there is none to try. */
import * as E from 'fp-ts/lib/Either.js';
import { type Scheme, schemeSize, uniformScheme, type Weights, weightedScheme } from '../averaging/scheme.ts';
import type { SchemeData } from '../certificate/evidence.ts';
import type { Element, FiniteGroup } from '../group/group.ts';
import { shorten } from '../group/permutation.ts';
import { type Finding, falsified } from './outcome.ts';

/** The elements, or a finding that one of them is no element of the group. */
export const readElementsToProbe = <G extends string>(
  group: FiniteGroup<G>,
  texts: readonly string[],
): E.Either<Finding, readonly Element<G>[]> => {
  const elements: Element<G>[] = [];
  for (const text of texts) {
    const parsed = group.parse(text);
    if (E.isLeft(parsed)) return E.left(falsified(1, `the evidence is false: ${parsed.left}`));
    elements.push(parsed.right);
  }
  return E.right(elements);
};

export const readSchemeToProbe = <G extends string>(
  group: FiniteGroup<G>,
  data: SchemeData,
): E.Either<Finding, Scheme<G>> => {
  const elements = readElementsToProbe(group, data.elements);
  if (E.isLeft(elements)) return elements;
  if (elements.right.length === 0) return E.left(falsified(1, 'the evidence is false: the scheme is empty'));
  if (data.weights === undefined) return E.right(uniformScheme(elements.right));
  const scheme = weightedScheme(group, elements.right, data.weights);
  return E.isLeft(scheme) ? E.left(falsified(1, `the evidence is false: ${scheme.left}`)) : scheme;
};

const generality: Readonly<Record<Weights, number>> = { uniform: 0, probability: 1, signed: 2 };

/** Whether a claim about these weights is about this scheme: uniform schemes are probabilities, these are signed. */
export const isOfKind = <G extends string>(scheme: Scheme<G>, weights: Weights): boolean =>
  generality[scheme.kind] <= generality[weights];

/** Whether the scheme is of the size and kind that the claim speaks of; a finding if not. */
export const wrongSize = <G extends string>(
  scheme: Scheme<G>,
  value: bigint,
  weights: Weights,
): Finding | undefined => {
  if (BigInt(schemeSize(scheme)) > value)
    return falsified(1, `the evidence is false: its scheme has ${schemeSize(scheme)} elements, not ${value}`);
  if (!isOfKind(scheme, weights))
    return falsified(1, `the evidence is false: its weights are ${scheme.kind}, the claim is about ${weights} ones`);
  return undefined;
};

/** `(1,2,3), (1,2), …`, cut after a few. */
export const showScheme = <G extends string>(group: FiniteGroup<G>, scheme: Scheme<G>): string => {
  const shown = scheme.elements.slice(0, 8).map((g) => shorten(group.show(g)));
  return `{${shown.join(', ')}${scheme.elements.length > 8 ? `, … ${scheme.elements.length} elements` : ''}}`;
};
