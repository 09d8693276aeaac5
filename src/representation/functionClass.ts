/** Function classes (MATHEMATICS.md §1): `linear`, `poly:k`, `all`. */
import * as E from 'fp-ts/lib/Either.js';
import { declined, malformed, type Problem } from '../group/notation.ts';
import { shorten } from '../group/permutation.ts';

export type FunctionClass =
  /** The linear functions on ℝ^d: the given action itself. */
  | { readonly kind: 'linear' }
  /** Polynomials of degree at most k in d variables, as the sum of the abstract symmetric powers Sym⁰ … Symᵏ. */
  | { readonly kind: 'polynomials'; readonly degree: number }
  /** Every function on the group: every irreducible occurs. */
  | { readonly kind: 'all' };

/** Degrees above this are refused. */
export const degreeLimit = 1_000_000;

export const polynomials = (degree: number): FunctionClass => ({ kind: 'polynomials', degree });
export const allFunctions: FunctionClass = { kind: 'all' };

export const showFunctionClass = (functions: FunctionClass): string =>
  functions.kind === 'polynomials' ? `poly:${functions.degree}` : functions.kind;

export const parseFunctionClass = (text: string): E.Either<Problem, FunctionClass> => {
  if (text === 'linear') return E.right({ kind: 'linear' });
  if (text === 'all') return E.right(allFunctions);
  const match = /^poly:(0|[1-9][0-9]*)$/.exec(text);
  if (match !== null) {
    const degree = Number(match[1]);
    return degree <= degreeLimit
      ? E.right(polynomials(degree))
      : declined(`degree ${shorten(match[1]!)} is above the limit ${degreeLimit}`);
  }
  if (/^(pointwise:|maps:)/.test(text))
    return declined(`function class "${shorten(text)}" is not supported yet; use linear, poly:K or all`);
  return malformed(`unknown function class "${shorten(text)}"; use linear, poly:K (such as poly:3) or all`);
};

/** In words, for statements. */
export const describeFunctionClass = (functions: FunctionClass): string =>
  functions.kind === 'linear'
    ? 'linear functions'
    : functions.kind === 'all'
      ? 'all functions on the group'
      : `polynomials of degree at most ${functions.degree}`;

/** The greatest degree of the functions in the class, or undefined for `all`. */
export const greatestDegree = (functions: FunctionClass): number | undefined =>
  functions.kind === 'linear' ? 1 : functions.kind === 'polynomials' ? functions.degree : undefined;
