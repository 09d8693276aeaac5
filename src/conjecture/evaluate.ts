/**
 * Deciding a statement from what is known of an instance. The answer is `true` or `false` only if the statement is that for all
 * numbers within the intervals that are known, by the rules of `interval.ts` and Kleene's logic: false and unknown is false,
 * true or unknown is true. Undefined numbers (0 as a divisor, a threshold of an action that is not faithful) make comparisons unknown.
 */
import { totient } from '../algebra/integer.ts';
import type { Rational } from '../algebra/rational.ts';
import type { Weights } from '../averaging/scheme.ts';
import { degreeLimit, type FunctionClass, maps, pointwise, polynomials } from '../representation/functionClass.ts';
import type {
  AveragingName,
  ClassExpression,
  NumberExpression,
  NumberName,
  PropertyName,
  Statement,
} from './expression.ts';
import {
  add,
  Beyond,
  ceiling,
  compare,
  divide,
  divides,
  exactly,
  floor,
  type Interval,
  integer,
  type Known,
  logarithm,
  maximum,
  minimum,
  multiply,
  negate,
  onlyValue,
  opposed,
  power,
  type Truth,
} from './interval.ts';

/** What is known of one instance. Numbers are undefined where the instance has none. */
export interface Quantities {
  readonly number: (name: NumberName) => Known;
  readonly property: (name: PropertyName) => Truth;
  /** M_λ for the primitive m-th roots of unity λ, by m; undefined where it is not known. */
  readonly multiplicities: () => ReadonlyMap<number, number> | undefined;
  readonly averaging: (
    name: AveragingName,
    functions: FunctionClass,
    weights: Weights,
    epsilon: Rational | undefined,
  ) => Known;
  /** The class F. */
  readonly own: FunctionClass;
  readonly parameters: { readonly k?: Rational | undefined; readonly eps?: Rational | undefined };
}

const naturalBelow = (x: Known, limit: number): number | undefined => {
  const value = onlyValue(x);
  return value !== undefined && value.denominator === 1n && value.numerator >= 0n && value.numerator <= BigInt(limit)
    ? Number(value.numerator)
    : undefined;
};

const classOf = (functions: ClassExpression, known: Quantities): FunctionClass | undefined => {
  switch (functions.kind) {
    case 'own':
      return known.own;
    case 'poly':
    case 'pointwise': {
      const degree = naturalBelow(numberOf(functions.degree, known), degreeLimit);
      if (degree === undefined) return undefined;
      return functions.kind === 'poly' ? polynomials(degree) : pointwise(degree);
    }
    case 'maps': {
      const from = classOf(functions.from, known);
      return from?.kind === 'linear' || from?.kind === 'polynomials' ? maps(from) : undefined;
    }
    default:
      return { kind: functions.kind };
  }
};

/** Of the multiset of the M_λ, λ an eigenvalue of some ρ(g). */
const ofMultiset = (name: 'sum' | 'count' | 'min' | 'max', known: Quantities): Known => {
  const multiplicities = known.multiplicities();
  if (multiplicities === undefined) return undefined;
  const values = [...multiplicities.values()];
  if (name === 'min') return integer(values.reduce((a, b) => Math.min(a, b), Number.MAX_SAFE_INTEGER));
  if (name === 'max') return integer(values.reduce((a, b) => Math.max(a, b), 0));
  let total = 0;
  for (const [m, value] of multiplicities) total += totient(m) * (name === 'sum' ? value : 1);
  return integer(total);
};

/** Whether the value is an integer whatever it is. */
const isWhole = (x: NumberExpression): boolean => {
  switch (x.kind) {
    case 'parameter':
      return x.name === 'k';
    case 'negative':
      return isWhole(x.of);
    case 'binary':
      return x.operator !== '/' && x.operator !== '^' && isWhole(x.left) && isWhole(x.right);
    case 'call':
      return x.name === 'floor' || x.name === 'ceil' || (x.name !== 'log2' && x.of.every(isWhole));
    default:
      return true;
  }
};

const ofBinary = (x: Extract<NumberExpression, { readonly kind: 'binary' }>, a: Interval, b: Interval): Known => {
  switch (x.operator) {
    case '+':
      return add(a, b);
    case '-':
      return add(a, negate(b));
    case '*':
      return multiply(a, b);
    case '/':
      return divide(a, b);
    case '^':
      return power(a, b, isWhole(x.right));
  }
};

const ofCall = (name: 'min' | 'max' | 'log2' | 'floor' | 'ceil', values: readonly Interval[]): Known => {
  switch (name) {
    case 'min':
      return values.reduce(minimum);
    case 'max':
      return values.reduce(maximum);
    case 'log2':
      return logarithm(values[0]!);
    case 'floor':
      return floor(values[0]!);
    case 'ceil':
      return ceiling(values[0]!);
  }
};

const fromParameter = (value: Rational | undefined): Known => (value === undefined ? undefined : exactly(value));

/** Throws `Beyond`. */
export const numberOf = (x: NumberExpression, known: Quantities): Known => {
  switch (x.kind) {
    case 'natural':
      return integer(x.value);
    case 'parameter':
      return fromParameter(known.parameters[x.name]);
    case 'quantity':
      return known.number(x.name);
    case 'multiset':
      return ofMultiset(x.name, known);
    case 'multiplicity': {
      const order = naturalBelow(numberOf(x.order, known), Number.MAX_SAFE_INTEGER);
      const multiplicities = order === undefined || order === 0 ? undefined : known.multiplicities();
      return multiplicities === undefined ? undefined : integer(multiplicities.get(order!) ?? 0);
    }
    case 'averaging': {
      const functions = classOf(x.functions, known);
      if (functions === undefined) return undefined;
      if (x.epsilon === undefined) return known.averaging(x.name, functions, x.weights, undefined);
      const epsilon = onlyValue(numberOf(x.epsilon, known));
      return epsilon === undefined || epsilon.numerator < 0n
        ? undefined
        : known.averaging(x.name, functions, x.weights, epsilon);
    }
    case 'negative': {
      const value = numberOf(x.of, known);
      return value === undefined ? undefined : negate(value);
    }
    case 'binary': {
      const [a, b] = [numberOf(x.left, known), numberOf(x.right, known)];
      return a === undefined || b === undefined ? undefined : ofBinary(x, a, b);
    }
    case 'call': {
      const values = x.of.map((part) => numberOf(part, known));
      return values.some((value) => value === undefined) ? undefined : ofCall(x.name, values as readonly Interval[]);
    }
  }
};

const truthOf = (p: Statement, known: Quantities): Truth => {
  switch (p.kind) {
    case 'property':
      return known.property(p.name);
    case 'comparison':
      return compare(p.relation, numberOf(p.left, known), numberOf(p.right, known));
    case 'divides':
      return divides(numberOf(p.left, known), numberOf(p.right, known));
    case 'not':
      return opposed(truthOf(p.of, known));
    case 'implies':
      return either(opposed(truthOf(p.left, known)), () => truthOf(p.right, known));
    case 'or':
      return either(truthOf(p.left, known), () => truthOf(p.right, known));
    case 'and':
      return opposed(either(opposed(truthOf(p.left, known)), () => opposed(truthOf(p.right, known))));
  }
};

/** The second is not looked at if the first is true. */
const either = (first: Truth, second: () => Truth): Truth => {
  if (first === 'true') return first;
  const other = second();
  return other === 'true' || first === 'false' ? other : 'unknown';
};

export interface Decision {
  readonly truth: Truth;
  /** That a number was too long to compute with; the truth is then unknown. */
  readonly beyond?: string;
}

/** Decides a statement as far as it can be. */
export const evaluate = (statement: Statement, known: Quantities): Decision => {
  try {
    return { truth: truthOf(statement, known) };
  } catch (problem) {
    if (problem instanceof Beyond) return { truth: 'unknown', beyond: problem.message };
    throw problem;
  }
};
