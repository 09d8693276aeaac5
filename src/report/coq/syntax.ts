/** Numbers and lists as Coq reads them: `%nat` in sequences of points and exponents, `%BZ` for integers in binary. */
import type { Permutation } from '../../group/permutation.ts';

/** A polynomial with integer coefficients, as exponents and coefficient of each term. */
export type Terms = readonly (readonly [exponents: readonly number[], coefficient: bigint])[];

/** Elements of the group as images of points, with integers. */
export type Weighted = readonly (readonly [element: Permutation, weight: bigint])[];

export const integer = (z: bigint): string => (z < 0n ? `(${z})%BZ` : `${z}%BZ`);

export const numbers = (items: ArrayLike<number>): string => `[:: ${Array.from(items).join('; ')}]`;

/** A list in which all numerals are integers in binary, with one mark for all. */
export const integers = (items: readonly (bigint | string)[]): string =>
  items.length === 0 ? '[::]' : `[:: ${items.join('; ')}]%BZ`;

/** `[:: a; b]`, wrapped at about 100 columns; the empty list is `[::]`. */
export const list = (items: readonly string[], indent = '  '): string => {
  if (items.length === 0) return '[::]';
  const lines: string[] = [];
  let line = '[:: ';
  items.forEach((item, i) => {
    const piece = i === items.length - 1 ? `${item}]` : `${item}; `;
    if (line.length + piece.length > 96 && line.trim() !== '[::') {
      lines.push(line.trimEnd());
      line = `${indent}  `;
    }
    line += piece;
  });
  lines.push(line);
  return lines.join('\n');
};

export const terms = (polynomial: Terms): string =>
  list(polynomial.map(([exponents, coefficient]) => `(${numbers(exponents)}, ${integer(coefficient)})`));

export const weighted = (items: Weighted): string => list(items.map(([g, z]) => `(${numbers(g)}, ${integer(z)})`));

/** A text inside a comment: nothing in it may open, close, or quote. */
export const comment = (text: string): string =>
  text.replaceAll('(*', '( *').replaceAll('*)', '* )').replaceAll('"', '’');

export const definition = (name: string, type: string, value: string): string =>
  `Definition ${name} : ${type} :=\n  ${value}.`;

/** What proves one side of a claim: definitions, and a term in which every `_` is a computation that gives true. */
export interface Proof {
  readonly definitions: readonly string[];
  readonly term: string;
  /** Names of the theorems used. */
  readonly theorems: readonly string[];
}
