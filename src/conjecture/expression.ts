/**
 * Statements about one instance, a group with an action, a function class F and perhaps a degree k and an ε: the expressions of the
 * language, with their canonical text. `parse.ts` reads them, `evaluate.ts` decides them from what is known of the instance.
 */
import type { Weights } from '../averaging/scheme.ts';
import type { Relation } from './interval.ts';

/** Numbers of the instance: FORMAT.md section 9 says what each is. */
export const numberNames = [
  'order',
  'dim',
  'classes',
  'exponent',
  'sumDegrees',
  'threshold',
  'paperBound',
  'sharperBound',
] as const;
export type NumberName = (typeof numberNames)[number];

export const propertyNames = ['abelian', 'simple', 'faithful', 'transitive'] as const;
export type PropertyName = (typeof propertyNames)[number];

/** What a statement leaves open: a degree, and an ε. */
export const parameterNames = ['k', 'eps'] as const;
export type ParameterName = (typeof parameterNames)[number];

export const averagingNames = ['ACex', 'ACwk', 'ACst', 'ACsame'] as const;
export type AveragingName = (typeof averagingNames)[number];

export type ClassExpression =
  /** F, the function class of the document. */
  | { readonly kind: 'own' }
  | { readonly kind: 'linear' }
  | { readonly kind: 'all' }
  | { readonly kind: 'poly' | 'pointwise'; readonly degree: NumberExpression }
  /** Maps from `linear` or `poly`. */
  | { readonly kind: 'maps'; readonly from: ClassExpression };

export type BinaryOperator = '+' | '-' | '*' | '/' | '^';
export type FunctionName = 'min' | 'max' | 'log2' | 'floor' | 'ceil';

export type NumberExpression =
  | { readonly kind: 'natural'; readonly value: bigint }
  | { readonly kind: 'parameter'; readonly name: ParameterName }
  | { readonly kind: 'quantity'; readonly name: NumberName }
  /** Of the multiset M of the M_λ. */
  | { readonly kind: 'multiset'; readonly name: 'sum' | 'count' | 'min' | 'max' }
  /** M(m): the multiplicity of the primitive m-th roots of unity, 0 if they are no eigenvalues. */
  | { readonly kind: 'multiplicity'; readonly order: NumberExpression }
  | {
      readonly kind: 'averaging';
      readonly name: AveragingName;
      readonly functions: ClassExpression;
      /** Exactly for the approximate ones. */
      readonly epsilon?: NumberExpression;
      readonly weights: Weights;
    }
  | { readonly kind: 'negative'; readonly of: NumberExpression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: NumberExpression;
      readonly right: NumberExpression;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly NumberExpression[] };

export type Statement =
  | { readonly kind: 'property'; readonly name: PropertyName }
  | {
      readonly kind: 'comparison';
      readonly relation: Relation;
      readonly left: NumberExpression;
      readonly right: NumberExpression;
    }
  | { readonly kind: 'divides'; readonly left: NumberExpression; readonly right: NumberExpression }
  | { readonly kind: 'not'; readonly of: Statement }
  | { readonly kind: 'and' | 'or' | 'implies'; readonly left: Statement; readonly right: Statement };

const numberRank = { '+': 1, '-': 1, '*': 2, '/': 2, negative: 3, '^': 4, atom: 5 } as const;

const rankOf = (x: NumberExpression): number =>
  x.kind === 'binary' ? numberRank[x.operator] : x.kind === 'negative' ? numberRank.negative : numberRank.atom;

const bracketed = (text: string, needed: boolean): string => (needed ? `(${text})` : text);

const showClass = (functions: ClassExpression): string => {
  switch (functions.kind) {
    case 'own':
      return 'F';
    case 'poly':
    case 'pointwise':
      return `${functions.kind}(${showNumber(functions.degree)})`;
    case 'maps':
      return `maps(${showClass(functions.from)})`;
    default:
      return functions.kind;
  }
};

/** The weights that are meant where none are named. */
export const usualWeights: Weights = 'probability';

export const showNumber = (x: NumberExpression): string => {
  switch (x.kind) {
    case 'natural':
      return `${x.value}`;
    case 'parameter':
    case 'quantity':
      return x.name;
    case 'multiset':
      return `${x.name}(M)`;
    case 'multiplicity':
      return `M(${showNumber(x.order)})`;
    case 'averaging': {
      const parts = [
        showClass(x.functions),
        ...(x.epsilon === undefined ? [] : [showNumber(x.epsilon)]),
        ...(x.weights === usualWeights ? [] : [x.weights]),
      ];
      return `${x.name}(${parts.join(', ')})`;
    }
    case 'negative':
      return `-${bracketed(showNumber(x.of), rankOf(x.of) < numberRank['^'])}`;
    case 'binary': {
      const rank = numberRank[x.operator];
      // + − * / associate to the left, ^ to the right.
      const [left, right] = x.operator === '^' ? [rank + 1, rank] : [rank, rank + 1];
      const [a, b] = [
        bracketed(showNumber(x.left), rankOf(x.left) < left),
        bracketed(showNumber(x.right), rankOf(x.right) < right),
      ];
      return x.operator === '/' || x.operator === '^' ? `${a}${x.operator}${b}` : `${a} ${x.operator} ${b}`;
    }
    case 'call':
      return `${x.name}(${x.of.map(showNumber).join(', ')})`;
  }
};

const statementRank = { implies: 0, or: 1, and: 2, not: 3, atom: 4 } as const;

const statementRankOf = (p: Statement): number =>
  p.kind === 'implies' || p.kind === 'or' || p.kind === 'and' || p.kind === 'not'
    ? statementRank[p.kind]
    : statementRank.atom;

/** The canonical text: `parseStatement` reads it back. */
export const showStatement = (p: Statement): string => {
  const shown = (q: Statement, least: number): string => bracketed(showStatement(q), statementRankOf(q) < least);
  switch (p.kind) {
    case 'property':
      return p.name;
    case 'comparison':
      return `${showNumber(p.left)} ${p.relation} ${showNumber(p.right)}`;
    case 'divides':
      return `divides(${showNumber(p.left)}, ${showNumber(p.right)})`;
    case 'not':
      return `not ${shown(p.of, statementRank.not)}`;
    case 'implies':
      return `if ${shown(p.left, statementRank.or)} then ${shown(p.right, statementRank.implies)}`;
    default: {
      const rank = statementRank[p.kind];
      return `${shown(p.left, rank)} ${p.kind} ${shown(p.right, rank + 1)}`;
    }
  }
};

/** Which parts a statement has that the instance alone does not give. */
export interface Uses {
  readonly parameters: ReadonlySet<ParameterName>;
  /** Whether F occurs. */
  readonly own: boolean;
  /** Whether an averaging complexity occurs. */
  readonly averaging: boolean;
}

/** Every object inside, whatever its kind: the tree is plain data. */
const walk = (node: unknown, visit: (node: { readonly kind: string; readonly name?: unknown }) => void): void => {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  else if (typeof node === 'object' && node !== null) {
    if ('kind' in node && typeof node.kind === 'string') visit(node as { readonly kind: string });
    for (const part of Object.values(node)) walk(part, visit);
  }
};

export const usesOf = (p: Statement): Uses => {
  const parameters = new Set<ParameterName>();
  let [own, averaging] = [false, false];
  walk(p, ({ kind, name }) => {
    if (kind === 'parameter') parameters.add(name as ParameterName);
    if (kind === 'own') own = true;
    if (kind === 'averaging') averaging = true;
  });
  return { parameters, own, averaging };
};
