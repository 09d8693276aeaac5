/** Function classes (MATHEMATICS.md §1): `linear`, `poly:k`, `all`, `pointwise:k`, `maps:F→V`. */
import * as E from 'fp-ts/lib/Either.js';
import { declined, malformed, type Problem } from '../group/notation.ts';
import { shorten } from '../group/permutation.ts';

/** Classes of polynomials on ℝ^d: sums of symmetric powers of the action. */
export type PolynomialClass =
  /** The linear functions on ℝ^d: the given action itself. */
  | { readonly kind: 'linear' }
  /** Polynomials of degree at most k in d variables, as the sum of the abstract symmetric powers Sym⁰ … Symᵏ. */
  | { readonly kind: 'polynomials'; readonly degree: number };

export type FunctionClass =
  | PolynomialClass
  /** Every function on the group: every irreducible occurs. */
  | { readonly kind: 'all' }
  /**
   * The span of products of at most k given functions, as functions on the finite set X that the action permutes (for
   * permutation and signed actions only).
   *
   * A permutation action: X is the set of the d coordinates, all functions on X are given. So the class is the
   * constants for k = 0 (the empty product) and ℝ^X for k ≥ 1: a product of functions on X is a function on X.
   *
   * A signed action: X = {±e_1, …, ±e_d}, and the linear functions restricted to X are given. These are the odd
   * functions, those with f(−x) = −f(x): the value at each e_i is free. The products x_i x_j vanish on X for i ≠ j, and
   * x_i² is the indicator of {e_i, −e_i}; these span the even functions. ℝ^X is the sum of the even and the odd
   * functions, so the class is the constants for k = 0, constants plus odd functions for k = 1, and ℝ^X for k ≥ 2.
   */
  | { readonly kind: 'pointwise'; readonly degree: number }
  /**
   * Maps with components in `from` and values in V = ℝ^d: F ⊗ V, on which (g·f)(x) = ρ(g) f(g⁻¹x). Its invariants are
   * the equivariant maps.
   */
  | { readonly kind: 'maps'; readonly from: PolynomialClass; readonly to: { readonly kind: 'linear' } };

/** The classes made from the action on ℝ^d: all but `all`. */
export type ActionClass = Exclude<FunctionClass, { readonly kind: 'all' }>;

/** Degrees above this are refused. */
export const degreeLimit = 1_000_000;

export const linearFunctions: PolynomialClass = { kind: 'linear' };
export const polynomials = (degree: number): PolynomialClass => ({ kind: 'polynomials', degree });
export const allFunctions: FunctionClass = { kind: 'all' };
export const pointwise = (degree: number): ActionClass => ({ kind: 'pointwise', degree });
export const maps = (from: PolynomialClass): ActionClass => ({ kind: 'maps', from, to: { kind: 'linear' } });

export const isPolynomialClass = (functions: FunctionClass): functions is PolynomialClass =>
  functions.kind === 'linear' || functions.kind === 'polynomials';

/** The canonical text: `parseFunctionClass` reads it back. */
export const showFunctionClass = (functions: FunctionClass): string => {
  switch (functions.kind) {
    case 'polynomials':
      return `poly:${functions.degree}`;
    case 'pointwise':
      return `pointwise:${functions.degree}`;
    case 'maps':
      return `maps:${showFunctionClass(functions.from)}→${functions.to.kind}`;
    default:
      return functions.kind;
  }
};

const spellings = 'use linear, poly:K (such as poly:3) or all; or pointwise:K, maps:linear→linear, maps:poly:K→linear';

/** A degree as it is written after `poly:` or `pointwise:`. */
const parseDegree = (digits: string): E.Either<Problem, number> =>
  Number(digits) <= degreeLimit
    ? E.right(Number(digits))
    : declined(`degree ${shorten(digits)} is above the limit ${degreeLimit}`);

const parsePolynomials = (text: string): E.Either<Problem, PolynomialClass> | undefined => {
  if (text === 'linear') return E.right(linearFunctions);
  const match = /^poly:(0|[1-9][0-9]*)$/.exec(text);
  return match === null ? undefined : E.map(polynomials)(parseDegree(match[1]!));
};

/** Reads a class; besides the canonical text, `->` is read for `→`. */
export const parseFunctionClass = (text: string): E.Either<Problem, FunctionClass> => {
  const unknown = malformed(`unknown function class "${shorten(text)}"; ${spellings}`);
  if (text === 'all') return E.right(allFunctions);
  const onPoints = /^pointwise:(0|[1-9][0-9]*)$/.exec(text);
  if (onPoints !== null) return E.map(pointwise)(parseDegree(onPoints[1]!));
  const arrow = /^maps:([a-z0-9:]*)(?:→|->)linear$/.exec(text);
  if (arrow === null) return parsePolynomials(text) ?? unknown;
  const from = parsePolynomials(arrow[1]!);
  return from === undefined ? unknown : E.map(maps)(from);
};

/** In words, for statements. */
export const describeFunctionClass = (functions: FunctionClass): string => {
  switch (functions.kind) {
    case 'linear':
      return 'linear functions';
    case 'polynomials':
      return `polynomials of degree at most ${functions.degree}`;
    case 'all':
      return 'all functions on the group';
    case 'pointwise':
      return functions.degree === 0
        ? 'constants'
        : `pointwise products of at most ${functions.degree} function${functions.degree === 1 ? '' : 's'} on the points permuted`;
    case 'maps':
      return functions.from.kind === 'linear'
        ? 'linear maps to the space itself'
        : `polynomial maps of degree at most ${functions.from.degree} to the space itself`;
  }
};

/**
 * The greatest degree of the polynomials in the class. Other classes have no symmetric powers as parts, so the types
 * ask to tell them apart (`isPolynomialClass`) before a degree is compared with anything.
 */
export const greatestDegree = (functions: PolynomialClass): number =>
  functions.kind === 'linear' ? 1 : functions.degree;

/**
 * Whether every irreducible of the symmetric power Sym^j of the action occurs in the class because Sym^j is part of it:
 * j ≤ k for `poly:k`, j = 1 for `linear`, every j for `all`. False for `pointwise` and `maps`, whatever occurs there.
 */
export const containsSymmetricPower = (functions: FunctionClass, j: number): boolean =>
  functions.kind === 'all' ||
  (functions.kind === 'polynomials' && j <= functions.degree) ||
  (functions.kind === 'linear' && j === 1);
