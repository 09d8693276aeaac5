/**
 * Reading statements. Every error says at which column it is, counted from 1, and what would be right. Lengths and nesting are bounded,
 * so that any text is read or refused quickly.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Weights } from '../averaging/scheme.ts';
import {
  type AveragingName,
  averagingNames,
  type BinaryOperator,
  type ClassExpression,
  type FunctionName,
  type NumberExpression,
  numberNames,
  parameterNames,
  propertyNames,
  type Statement,
  usualWeights,
} from './expression.ts';
import type { Relation } from './interval.ts';
import { Misspelt, type SyntaxProblem, statementLimits, type Token, tokensOf } from './tokens.ts';

export type { SyntaxProblem } from './tokens.ts';
export { statementLimits } from './tokens.ts';

/** What an expression can be; arguments of functions can be all of these, a statement is one of them. */
type Parsed = { readonly column: number } & (
  | { readonly type: 'number'; readonly number: NumberExpression }
  | { readonly type: 'statement'; readonly statement: Statement }
  | { readonly type: 'multiset' }
  | { readonly type: 'class'; readonly functions: ClassExpression }
  | { readonly type: 'weights'; readonly weights: Weights }
);

const typeInWords: Readonly<Record<Parsed['type'], string>> = {
  number: 'a number',
  statement: 'a statement',
  multiset: 'the multiset M',
  class: 'a function class',
  weights: 'a kind of weights',
};

const wrongType = (found: Parsed, wanted: Parsed['type']): Misspelt =>
  new Misspelt(
    found.column,
    `${typeInWords[found.type]} where ${typeInWords[wanted]} is needed${found.type === 'multiset' ? '; write sum(M), count(M) or M(1)' : ''}`,
  );

const asNumber = (x: Parsed): NumberExpression => {
  if (x.type !== 'number') throw wrongType(x, 'number');
  return x.number;
};
const asStatement = (x: Parsed): Statement => {
  if (x.type !== 'statement') throw wrongType(x, 'statement');
  return x.statement;
};
/** A function class; a number k is the class poly(k). */
const asClass = (x: Parsed): ClassExpression => {
  if (x.type === 'number') return { kind: 'poly', degree: x.number };
  if (x.type !== 'class') throw wrongType(x, 'class');
  return x.functions;
};

const relations: readonly string[] = ['<', '<=', '=', '!=', '>=', '>'] satisfies readonly Relation[];
const weightNames: readonly string[] = ['uniform', 'probability', 'signed'] satisfies readonly Weights[];
const reserved = ['if', 'then', 'implies', 'and', 'or', 'not'];
const functionNames = [
  'sum',
  'count',
  'min',
  'max',
  'log2',
  'floor',
  'ceil',
  'divides',
  'M',
  'poly',
  'pointwise',
  'maps',
];
const multisetName = 'maxMultiplicities';

const everyWord: readonly string[] = [
  ...numberNames,
  ...propertyNames,
  ...parameterNames,
  ...averagingNames,
  ...weightNames,
  ...functionNames,
  ...['F', 'linear', 'all', multisetName],
];

const includes = <W extends string>(words: readonly W[], word: string): word is W => words.some((w) => w === word);

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  private get token(): Token {
    return this.tokens[this.at]!;
  }

  private take(): Token {
    const token = this.token;
    if (token.kind !== 'end') this.at++;
    return token;
  }

  private accept(text: string): boolean {
    if (this.token.text !== text || this.token.kind === 'end') return false;
    this.at++;
    return true;
  }

  private expect(text: string, what: string): void {
    if (!this.accept(text)) throw new Misspelt(this.token.column, `expected ${what}, found ${this.found()}`);
  }

  private found(): string {
    return this.token.kind === 'end' ? 'the end' : `"${this.token.text.slice(0, 40)}"`;
  }

  private deeper<A>(read: () => A): A {
    if (++this.depth > statementLimits.depth)
      throw new Misspelt(this.token.column, `nested more than ${statementLimits.depth} deep`);
    const result = read();
    this.depth--;
    return result;
  }

  whole(): Statement {
    const statement = asStatement(this.implication());
    if (this.token.kind !== 'end')
      throw new Misspelt(
        this.token.column,
        relations.includes(this.token.text)
          ? 'comparisons do not chain; write a <= b and b <= c'
          : `expected the end, found ${this.found()}`,
      );
    return statement;
  }

  /** if A then B; A implies B, to the right. */
  private implication(): Parsed {
    return this.deeper(() => {
      const { column } = this.token;
      if (this.accept('if')) {
        const left = asStatement(this.implication());
        this.expect('then', '"then"');
        const right = asStatement(this.implication());
        return { type: 'statement', column, statement: { kind: 'implies', left, right } };
      }
      const left = this.chain('or', () => this.chain('and', () => this.negation()));
      if (!this.accept('implies')) return left;
      const statement = { kind: 'implies', left: asStatement(left), right: asStatement(this.implication()) } as const;
      return { type: 'statement', column, statement };
    });
  }

  private chain(kind: 'and' | 'or', next: () => Parsed): Parsed {
    let left = next();
    while (this.accept(kind)) {
      const [a, b] = [asStatement(left), asStatement(next())];
      left = { type: 'statement', column: left.column, statement: { kind, left: a, right: b } };
    }
    return left;
  }

  private negation(): Parsed {
    const { column } = this.token;
    if (!this.accept('not')) return this.comparison();
    return this.deeper(() => ({
      type: 'statement',
      column,
      statement: { kind: 'not', of: asStatement(this.negation()) },
    }));
  }

  private comparison(): Parsed {
    const left = this.sum();
    const { text } = this.token;
    if (!includes(relations as readonly Relation[], text)) return left;
    this.take();
    const statement = {
      kind: 'comparison',
      relation: text,
      left: asNumber(left),
      right: asNumber(this.sum()),
    } as const;
    return { type: 'statement', column: left.column, statement };
  }

  private leftToRight(operators: readonly BinaryOperator[], next: () => Parsed): Parsed {
    let left = next();
    for (;;) {
      const { text, kind } = this.token;
      if (kind !== 'sign' || !includes(operators, text)) return left;
      this.take();
      const number = { kind: 'binary', operator: text, left: asNumber(left), right: asNumber(next()) } as const;
      left = { type: 'number', column: left.column, number };
    }
  }

  private sum(): Parsed {
    return this.leftToRight(['+', '-'], () => this.leftToRight(['*', '/'], () => this.signed()));
  }

  private signed(): Parsed {
    const { column } = this.token;
    if (!this.accept('-')) return this.power();
    return this.deeper(() => ({ type: 'number', column, number: { kind: 'negative', of: asNumber(this.signed()) } }));
  }

  private power(): Parsed {
    const left = this.atom();
    if (!this.accept('^')) return left;
    const right = this.deeper(() => (this.token.text === '-' ? this.signed() : this.power()));
    const number = { kind: 'binary', operator: '^', left: asNumber(left), right: asNumber(right) } as const;
    return { type: 'number', column: left.column, number };
  }

  private atom(): Parsed {
    const { column, kind, text } = this.token;
    if (kind === 'number') {
      this.take();
      return { type: 'number', column, number: { kind: 'natural', value: BigInt(text) } };
    }
    if (this.accept('(')) {
      const inside = this.implication();
      this.expect(')', '")"');
      return { ...inside, column };
    }
    if (kind !== 'word' || reserved.includes(text))
      throw new Misspelt(column, `expected a number or a statement, found ${this.found()}`);
    this.take();
    return this.word(text, column);
  }

  private word(text: string, column: number): Parsed {
    const number = (expression: NumberExpression): Parsed => ({ type: 'number', column, number: expression });
    const functions = (expression: ClassExpression): Parsed => ({ type: 'class', column, functions: expression });
    const named = /^(poly|pointwise):([0-9]+)$/.exec(text);
    if (named !== null) {
      const degree = named[2]!;
      if (degree.length > statementLimits.digits)
        throw new Misspelt(column, `a degree of ${degree.length} digits; the limit is ${statementLimits.digits}`);
      return functions({ kind: named[1] as 'poly' | 'pointwise', degree: { kind: 'natural', value: BigInt(degree) } });
    }
    if (includes(numberNames, text)) return number({ kind: 'quantity', name: text });
    if (includes(parameterNames, text)) return number({ kind: 'parameter', name: text });
    if (includes(propertyNames, text))
      return { type: 'statement', column, statement: { kind: 'property', name: text } };
    if (includes(weightNames as readonly Weights[], text)) return { type: 'weights', column, weights: text };
    if (text === 'F') return functions({ kind: 'own' });
    if (text === 'linear' || text === 'all') return functions({ kind: text });
    if (text === multisetName || (text === 'M' && this.token.text !== '(')) return { type: 'multiset', column };
    const multiplicity = /^M_([1-9][0-9]{0,8})$/.exec(text);
    if (multiplicity !== null)
      return number({ kind: 'multiplicity', order: { kind: 'natural', value: BigInt(multiplicity[1]!) } });
    const isFunction = includes(functionNames, text);
    const isAveraging = includes(averagingNames, text);
    if (!isFunction && !isAveraging) throw new Misspelt(column, unknownWord(text));
    const list = this.token.text === '(' ? this.list() : undefined;
    if (list === undefined && !isAveraging)
      throw new Misspelt(this.token.column, `expected "(" after ${text}, found ${this.found()}`);
    return isAveraging ? number(averaging(text, list ?? [], column)) : call(text, list!, column);
  }

  private list(): readonly Parsed[] {
    return this.deeper(() => {
      this.expect('(', '"("');
      const items = [this.implication()];
      while (this.accept(',')) items.push(this.implication());
      this.expect(')', '"," or ")"');
      return items;
    });
  }
}

const unknownWord = (text: string): string => {
  const start = text.toLowerCase();
  const close =
    everyWord.find((word) => word.toLowerCase() === start) ??
    everyWord.find((word) => word.toLowerCase().startsWith(start.slice(0, 3)));
  return `"${text.slice(0, 40)}" is not known${close === undefined ? `; known are ${everyWord.join(' ')}` : ` (did you mean ${close}?)`}`;
};

const needCount = (name: string, list: readonly Parsed[], count: number, column: number): void => {
  if (list.length !== count)
    throw new Misspelt(
      column,
      `${name} takes ${count === 1 ? 'one argument' : `${count} arguments`}, not ${list.length}`,
    );
};

const call = (name: string, list: readonly Parsed[], column: number): Parsed => {
  const number = (expression: NumberExpression): Parsed => ({ type: 'number', column, number: expression });
  const [first] = list;
  switch (name) {
    case 'sum':
    case 'count':
      needCount(name, list, 1, column);
      if (first!.type !== 'multiset') throw wrongType(first!, 'multiset');
      return number({ kind: 'multiset', name });
    case 'min':
    case 'max':
      if (list.length === 1 && first!.type === 'multiset') return number({ kind: 'multiset', name });
      if (list.length < 2) throw new Misspelt(column, `${name} takes M, or two numbers or more`);
      return number({ kind: 'call', name, of: list.map(asNumber) });
    case 'M':
      needCount(name, list, 1, column);
      return number({ kind: 'multiplicity', order: asNumber(first!) });
    case 'divides':
      needCount(name, list, 2, column);
      return {
        type: 'statement',
        column,
        statement: { kind: 'divides', left: asNumber(first!), right: asNumber(list[1]!) },
      };
    case 'poly':
    case 'pointwise':
      needCount(name, list, 1, column);
      return { type: 'class', column, functions: { kind: name, degree: asNumber(first!) } };
    case 'maps': {
      needCount(name, list, 1, column);
      const from = asClass(first!);
      if (from.kind !== 'linear' && from.kind !== 'poly')
        throw new Misspelt(first!.column, 'maps are from linear or poly(k)');
      return { type: 'class', column, functions: { kind: 'maps', from } };
    }
    default:
      needCount(name, list, 1, column);
      return number({ kind: 'call', name: name as FunctionName, of: [asNumber(first!)] });
  }
};

/** ACex(class, weights), ACwk(class, ε, weights); the class F and probability weights may be left out. */
const averaging = (name: AveragingName, list: readonly Parsed[], column: number): NumberExpression => {
  const rest = [...list];
  const last = rest.at(-1);
  const weights = last?.type === 'weights' ? last.weights : usualWeights;
  if (last?.type === 'weights') rest.pop();
  const usage =
    name === 'ACex'
      ? `${name}, ${name}(class) or ${name}(class, weights)`
      : `${name}(ε), ${name}(class, ε) or ${name}(class, ε, weights)`;
  if (name === 'ACex') {
    if (rest.length > 1) throw new Misspelt(column, `write ${usage}`);
    return { kind: 'averaging', name, functions: rest[0] === undefined ? { kind: 'own' } : asClass(rest[0]), weights };
  }
  const epsilon = rest.pop();
  if (epsilon === undefined || rest.length > 1) throw new Misspelt(column, `write ${usage}`);
  const functions: ClassExpression = rest[0] === undefined ? { kind: 'own' } : asClass(rest[0]);
  return { kind: 'averaging', name, functions, epsilon: asNumber(epsilon), weights };
};

/** Reads a statement. */
export const parseStatement = (text: string): E.Either<SyntaxProblem, Statement> => {
  if (text.length > statementLimits.length)
    return E.left({
      column: statementLimits.length + 1,
      message: `a statement of ${text.length} characters; the limit is ${statementLimits.length}`,
    });
  try {
    return E.right(new Reader(tokensOf(text)).whole());
  } catch (problem) {
    if (problem instanceof Misspelt) return E.left({ column: problem.column, message: problem.message });
    throw problem;
  }
};
