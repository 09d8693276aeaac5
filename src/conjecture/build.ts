/**
 * Statements built in TypeScript instead of read from text: `atMost(threshold, sum.minus(count))`. They are the same statements, with the
 * same canonical text; the compiler keeps numbers and statements apart.
 */
import { type Rational, rational } from '../algebra/rational.ts';
import type { Weights } from '../averaging/scheme.ts';
import type { FunctionClass } from '../representation/functionClass.ts';
import {
  type AveragingName,
  type BinaryOperator,
  type ClassExpression,
  type NumberExpression,
  type NumberName,
  type ParameterName,
  type PropertyName,
  type Statement,
  usualWeights,
} from './expression.ts';
import type { Relation } from './interval.ts';

/** A number, or an integer or fraction written as one. */
export type NumberLike = NumberExpression | bigint | number | Rational;

/** Throws `RangeError` for a `number` that is not an integer. */
const constant = (value: bigint | number | Rational): NumberExpression => {
  const { numerator, denominator } = typeof value === 'object' ? value : rational(BigInt(value));
  const natural = (n: bigint): NumberExpression => ({ kind: 'natural', value: n });
  const size = numerator < 0n ? -numerator : numerator;
  const positive: NumberExpression =
    denominator === 1n
      ? natural(size)
      : { kind: 'binary', operator: '/', left: natural(size), right: natural(denominator) };
  return numerator < 0n ? { kind: 'negative', of: positive } : positive;
};

const numeric = (x: NumberLike): NumberExpression => (typeof x === 'object' && 'kind' in x ? x : constant(x));

const binary =
  (operator: BinaryOperator) =>
  (left: NumberLike, right: NumberLike): NumberExpression => ({
    kind: 'binary',
    operator,
    left: numeric(left),
    right: numeric(right),
  });

const comparison =
  (relation: Relation) =>
  (left: NumberLike, right: NumberLike): Statement => ({
    kind: 'comparison',
    relation,
    left: numeric(left),
    right: numeric(right),
  });

/** A class with its degree a number; `F` for the class of the instance. */
const classExpression = (functions: FunctionClass | 'F'): ClassExpression => {
  if (functions === 'F') return { kind: 'own' };
  switch (functions.kind) {
    case 'polynomials':
      return { kind: 'poly', degree: constant(functions.degree) };
    case 'pointwise':
      return { kind: 'pointwise', degree: constant(functions.degree) };
    case 'maps':
      return { kind: 'maps', from: classExpression(functions.from) };
    default:
      return functions;
  }
};

type ClassLike = FunctionClass | ClassExpression | 'F';
const isExpression = (functions: FunctionClass | ClassExpression): functions is ClassExpression =>
  functions.kind === 'own' ||
  functions.kind === 'poly' ||
  ('degree' in functions && typeof functions.degree === 'object');
const toClass = (functions: ClassLike): ClassExpression =>
  functions !== 'F' && isExpression(functions) ? functions : classExpression(functions as FunctionClass | 'F');

const approximate =
  (name: AveragingName) =>
  (functions: ClassLike, epsilon: NumberLike, weights: Weights = usualWeights): NumberExpression => ({
    kind: 'averaging',
    name,
    functions: toClass(functions),
    epsilon: numeric(epsilon),
    weights,
  });

/** The words of the language, as functions. */
export const claim = {
  quantity: (name: NumberName): NumberExpression => ({ kind: 'quantity', name }),
  property: (name: PropertyName): Statement => ({ kind: 'property', name }),
  parameter: (name: ParameterName): NumberExpression => ({ kind: 'parameter', name }),
  /** Sum, number, least and greatest of the M_λ. */
  sumM: { kind: 'multiset', name: 'sum' } as NumberExpression,
  countM: { kind: 'multiset', name: 'count' } as NumberExpression,
  minM: { kind: 'multiset', name: 'min' } as NumberExpression,
  maxM: { kind: 'multiset', name: 'max' } as NumberExpression,
  multiplicity: (order: NumberLike): NumberExpression => ({ kind: 'multiplicity', order: numeric(order) }),
  poly: (degree: NumberLike): ClassExpression => ({ kind: 'poly', degree: numeric(degree) }),
  pointwise: (degree: NumberLike): ClassExpression => ({ kind: 'pointwise', degree: numeric(degree) }),
  exact: (functions: ClassLike, weights: Weights = usualWeights): NumberExpression => ({
    kind: 'averaging',
    name: 'ACex',
    functions: toClass(functions),
    weights,
  }),
  weak: approximate('ACwk'),
  strong: approximate('ACst'),
  sameElement: approximate('ACsame'),
  plus: binary('+'),
  minus: binary('-'),
  times: binary('*'),
  over: binary('/'),
  power: binary('^'),
  min: (...of: readonly NumberLike[]): NumberExpression => ({ kind: 'call', name: 'min', of: of.map(numeric) }),
  max: (...of: readonly NumberLike[]): NumberExpression => ({ kind: 'call', name: 'max', of: of.map(numeric) }),
  log2: (of: NumberLike): NumberExpression => ({ kind: 'call', name: 'log2', of: [numeric(of)] }),
  floor: (of: NumberLike): NumberExpression => ({ kind: 'call', name: 'floor', of: [numeric(of)] }),
  ceil: (of: NumberLike): NumberExpression => ({ kind: 'call', name: 'ceil', of: [numeric(of)] }),
  below: comparison('<'),
  atMost: comparison('<='),
  equal: comparison('='),
  different: comparison('!='),
  atLeast: comparison('>='),
  above: comparison('>'),
  divides: (left: NumberLike, right: NumberLike): Statement => ({
    kind: 'divides',
    left: numeric(left),
    right: numeric(right),
  }),
  not: (of: Statement): Statement => ({ kind: 'not', of }),
  and: (left: Statement, right: Statement): Statement => ({ kind: 'and', left, right }),
  or: (left: Statement, right: Statement): Statement => ({ kind: 'or', left, right }),
  implies: (left: Statement, right: Statement): Statement => ({ kind: 'implies', left, right }),
};
