/** Pieces of prose: numbers that may be huge, lists that may be long. Nothing here lists more than twelve things. */
import { type Rational, showRational } from '../algebra/rational.ts';
import type { Weights } from '../averaging/scheme.ts';
import type { Relation } from '../certificate/certificate.ts';
import type { SchemeData } from '../certificate/evidence.ts';

/** How many members of a list are shown. */
export const listLimit = 12;

/** A whole number in full up to 40 digits, else its first digits and their number. */
export const showInteger = (n: bigint): string => {
  const text = `${n}`;
  return text.length <= 40 ? text : `${text.slice(0, 12)}… (${text.length} digits)`;
};

/** A rational in full, or the sizes of its parts. */
export const showFraction = (x: Rational): string => {
  const text = showRational(x);
  return text.length <= 60 ? text : `${showInteger(x.numerator)} / ${showInteger(x.denominator)}`;
};

/** `text` cut to a readable length. */
export const cut = (text: string, length = 60): string => (text.length <= length ? text : `${text.slice(0, length)}…`);

/** All members, or `a, b, … (the first 12 of 40)`. */
export const showList = (items: readonly string[]): string =>
  items.length <= listLimit
    ? items.join(', ')
    : `${items.slice(0, listLimit).join(', ')}, … (the first ${listLimit} of ${items.length})`;

const code = (text: string): string => `\`${cut(text)}\``;

export const showElements = (elements: readonly string[]): string => showList(elements.map(code));

/** A scheme's elements, with weights where it has them. */
export const showSchemeData = ({ elements, weights }: SchemeData): string =>
  weights === undefined
    ? showElements(elements)
    : showList(elements.map((g, i) => `${code(g)} with weight ${showFraction(weights[i]!)}`));

export const plural = (n: number | bigint, one: string, many = `${one}s`): string =>
  `${typeof n === 'bigint' ? showInteger(n) : n} ${n === 1 || n === 1n ? one : many}`;

/** A Markdown table. */
export const showTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---:'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** log₁₀ of a positive integer, as a double. */
export const logarithm = (n: bigint): number => {
  const text = n.toString(16);
  const head = Number(`0x${text.slice(0, 14)}`);
  return Math.log10(head) + Math.max(0, text.length - 14) * Math.log10(16);
};

const relationSigns: Readonly<Record<Relation, string>> = { '=': '=', '<=': '≤', '>=': '≥' };
export const showRelation = (relation: Relation): string => relationSigns[relation];

/** Which weights an accepted bound holds for; the only values that evidence gives from both sides are AC_ex = |G|. */
export const reach = (relation: Relation, weights: Weights): string => {
  if (relation === '<=')
    return weights === 'uniform'
      ? 'The claim is about uniform weights, a plain average; as an upper bound it holds for probability and signed weights too.'
      : weights === 'probability'
        ? 'The claim is about probability weights, ω ≥ 0; as an upper bound it holds for signed weights too, but not for plain averages.'
        : 'The claim is about signed weights; it promises nothing for weights that must be nonnegative or equal.';
  if (relation === '=')
    return 'The value is the same for uniform, probability and signed weights: the average over the whole group is a plain one, and even signed weights need every element.';
  const lower =
    weights === 'signed'
      ? 'even with signed weights, so with probability and uniform weights too'
      : weights === 'probability'
        ? 'with probability weights, so with uniform weights too; the claim does not speak of signed ones'
        : 'with uniform weights; the claim does not speak of others';
  return `The lower bound holds ${lower}.`;
};
