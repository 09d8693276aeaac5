/** Pieces of prose: numbers that may be huge, lists that may be long. No list here has more than twelve members. */
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

/** A Markdown table; columns are aligned to the right, or to the left where `left` says so. */
export const showTable = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  left: readonly number[] = [],
): string =>
  [heads, heads.map((_, i) => (left.includes(i) ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const power = (variable: string, e: number): string => (e === 0 ? '' : e === 1 ? variable : `${variable}^${e}`);

/** Π_i Σ_{a ∈ A_i} x_i^a for the sets A_i: `x_2 x_3^2 x_4^3`, or a product of sums. */
export const showFactors = (factors: readonly (readonly number[])[]): string => {
  const shown = factors.flatMap((factor, i) => {
    const variable = `x_${i + 1}`;
    if (factor.length === 1) return factor[0] === 0 ? [] : [power(variable, factor[0]!)];
    return [`(${factor.map((e) => power(variable, e) || '1').join(' + ')})`];
  });
  if (shown.length === 0) return '1';
  return shown.length <= listLimit
    ? shown.join(' ')
    : `${shown.slice(0, listLimit).join(' ')} ⋯ (${shown.length} factors)`;
};

/** x_1^a_1 ⋯ x_d^a_d. */
export const showMonomial = (exponents: ArrayLike<number>): string => showFactors(Array.from(exponents, (e) => [e]));

/** Equal numbers gathered, ascending: `1, 1, 2` as `1 (twice), 2`. */
export const showDegrees = (degrees: readonly number[]): string => {
  const count = new Map<number, number>();
  for (const degree of [...degrees].sort((a, b) => a - b)) count.set(degree, (count.get(degree) ?? 0) + 1);
  return showList(
    [...count].map(([degree, n]) => (n === 1 ? `${degree}` : `${degree} (${n === 2 ? 'twice' : `${n} times`})`)),
  );
};

/** log₁₀ of a positive integer, as a double. */
export const logarithm = (n: bigint): number => {
  const text = n.toString(16);
  const head = Number(`0x${text.slice(0, 14)}`);
  return Math.log10(head) + Math.max(0, text.length - 14) * Math.log10(16);
};

const relationSigns: Readonly<Record<Relation, string>> = { '=': '=', '<=': '≤', '>=': '≥' };
export const showRelation = (relation: Relation): string => relationSigns[relation];

const upperReach: Readonly<Record<Weights, string>> = {
  uniform:
    'The claim is about uniform weights, a plain average; as an upper bound it holds for probability and signed weights too.',
  probability:
    'The claim is about probability weights, ω ≥ 0; as an upper bound it holds for signed weights too, but not for plain averages.',
  signed: 'The claim is about signed weights; it promises nothing for weights that must be nonnegative or equal.',
};

/** The same of the upper side of a value. */
const attainedWith: Readonly<Record<Weights, string>> = {
  uniform: 'The value is attained with uniform weights, a plain average, so with probability and signed weights too.',
  probability: 'The upper bound is for probability weights, so for signed ones too, but not for plain averages.',
  signed: 'The upper bound is for signed weights, not for weights that must be nonnegative or equal.',
};

const lowerReach: Readonly<Record<Weights, string>> = {
  signed: 'even with signed weights, so with probability and uniform weights too',
  probability: 'with probability weights, so with uniform weights too; the claim does not speak of signed ones',
  uniform: 'with uniform weights; the claim does not speak of others',
};

/**
 * Which weights an accepted claim holds for. `wholeGroup` says that the value is |G|: where AC_ex = |G| for one kind of
 * weights, it is for all.
 */
export const reach = (relation: Relation, weights: Weights, wholeGroup: boolean): string => {
  if (relation === '<=') return upperReach[weights];
  const lower = `The lower bound holds ${lowerReach[weights]}.`;
  if (relation === '>=') return lower;
  return wholeGroup
    ? 'The value is the same for uniform, probability and signed weights: the average over the whole group is a plain one, and even signed weights need every element.'
    : `${attainedWith[weights]} ${lower}`;
};
