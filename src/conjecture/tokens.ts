/** The words, numbers and signs of a statement, each with its column. */

/** Longest statement, in characters; deepest nesting; longest number, in digits. */
export const statementLimits = { length: 1000, depth: 60, digits: 100 } as const;

export interface SyntaxProblem {
  /** From 1. */
  readonly column: number;
  readonly message: string;
}

/** Thrown here and by the parser, and caught there. */
export class Misspelt extends Error {
  readonly column: number;
  constructor(column: number, message: string) {
    super(message);
    this.column = column;
  }
}

export interface Token {
  readonly kind: 'number' | 'word' | 'sign' | 'end';
  readonly text: string;
  readonly column: number;
}

/** Other ways to write a sign. */
const synonyms: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=', '≠': '!=', '==': '=', '−': '-', '·': '*' };

const pattern = /\s+|([0-9]+)|((?:poly|pointwise):[0-9]+|[A-Za-z][A-Za-z0-9_]*)|(<=|>=|!=|==|[-+*/^()<>=,≤≥≠−·])/gy;

/** The tokens of a statement, the end as the last. */
export const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const column = pattern.lastIndex + 1;
    const match = pattern.exec(text);
    if (match === null) {
      const character = String.fromCodePoint(text.codePointAt(column - 1)!);
      throw new Misspelt(
        column,
        character === '.'
          ? 'numbers are integers and fractions: write 1/2, not 0.5'
          : `"${character}" has no meaning here`,
      );
    }
    const [, digits, word, sign] = match;
    if (digits !== undefined) {
      if (digits.length > statementLimits.digits)
        throw new Misspelt(column, `a number of ${digits.length} digits; the limit is ${statementLimits.digits}`);
      tokens.push({ kind: 'number', text: digits, column });
    } else if (word !== undefined) tokens.push({ kind: 'word', text: word, column });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: synonyms[sign] ?? sign, column });
  }
  tokens.push({ kind: 'end', text: '', column: text.length + 1 });
  return tokens;
};
