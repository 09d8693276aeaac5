/** The first paragraph of an explanation: what is at stake, and what is claimed, for a reader who knows neither. */
import { showRational } from '../algebra/rational.ts';
import type { Weights } from '../averaging/scheme.ts';
import { type Certificate, epsilonOf, functionsOf } from '../certificate/certificate.ts';
import { type Bounds, boundsOf, type SharedBounds, sharedBounds } from './bounds.ts';
import { plural, showInteger } from './explainText.ts';

type Paragraphs = readonly string[];

const countInWords = ({ lower, upper }: Pick<SharedBounds, 'lower' | 'upper'>): string => {
  if (lower !== undefined && lower === upper) return `exactly ${showInteger(lower)}`;
  if (lower !== undefined && upper !== undefined)
    return `at least ${showInteger(lower)} and at most ${showInteger(upper)}`;
  return lower === undefined ? `at most ${showInteger(upper!)}` : `at least ${showInteger(lower)}`;
};

const kindInWords: Readonly<Record<Weights, string>> = {
  uniform: 'plain averages',
  probability: 'averages with weights that are not negative',
  signed: 'averages with weights of any sign',
};

/** Quantities that are not here are called by their names. */
const goals: Readonly<Record<string, string>> = {
  AC_ex: 'Exact symmetry',
  AC_wk: 'Weak symmetry',
  AC_st: 'Strong symmetry',
};

/** A line for each bound, most of them numbers of elements. */
const lineOf = ({ quantity, epsilon, kinds, unlisted, ...bounds }: SharedBounds, order: bigint): string => {
  if (quantity === 'threshold')
    return `- **The threshold** is ${countInWords(bounds)}: from that degree on, polynomials need all ${showInteger(order)} elements for exact symmetry.`;
  const goal = `${goals[quantity] ?? quantity}${epsilon === undefined ? '' : ` within ε = ${showRational(epsilon)}`}`;
  const all = bounds.lower === order && bounds.upper === order;
  const anyWeights = kinds.includes('signed') && (all || bounds.upper === undefined);
  const weights = anyWeights ? 'whatever the weights' : `for ${kinds.map((kind) => kindInWords[kind]).join(' and ')}`;
  const given = unlisted === true ? '; the upper bound is that such a set exists, none is given' : '';
  return `- **${goal}** takes ${countInWords(bounds)} of the ${plural(order, 'element')}${all ? ', that is all of them' : ''}, ${weights}${given}.`;
};

/** Of a profile: where it begins and ends, and how much of it is known. */
const profileLines = (all: readonly Bounds[]): readonly string[] => {
  const groups = new Map<string, Bounds[]>();
  for (const bounds of all) {
    const key = `${bounds.quantity} ${bounds.weights}`;
    groups.set(key, [...(groups.get(key) ?? []), bounds]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1 && group[0]!.quantity === 'AC_ex')
    .map((group) => {
      const [first, last] = [group[0]!, group.at(-1)!];
      const known = group.filter(({ lower, upper }) => lower !== undefined && lower === upper).length;
      return `- **Exact symmetry** takes ${countInWords(first)} on ${first.functions} and ${countInWords(last)} on ${last.functions}, for ${kindInWords[first.weights]}; the number is known for ${known} of ${group.length} classes.`;
    });
};

/** Bounds of one class that are listed; more are better seen in a table. */
const lineLimit = 8;

export const explainShort = (certificate: Certificate, group: string, order: bigint, functions: string): Paragraphs => {
  const { claims } = certificate;
  const classes = new Set(claims.map((claim) => functionsOf(certificate, claim)));
  const bounds = boundsOf(certificate);
  const lines = classes.size > 1 ? profileLines(bounds) : sharedBounds(bounds).map((each) => lineOf(each, order));
  const approximate = claims.some((claim) => epsilonOf(claim) !== undefined);
  return [
    '## In short',
    `A function becomes more symmetric when it is averaged over moved copies of itself: f is replaced by Σ ω(g) g·f, with weights ω(g) that sum to 1. Averaging over the whole group makes it exactly symmetric, but the group is often far too large. How few elements will do? Here the group is ${group}, with ${plural(order, 'element')}, and it is to be done for ${functions}. The same elements and weights must serve all functions of a class.`,
    ...(lines.length > 0 && lines.length <= lineLimit ? [lines.join('\n')] : []),
    ...(approximate
      ? [
          'Within ε means: the mean squared distance between the averaged function and its moved copies is at most ε times what it was before (*weak*), or the squared distance to every single moved copy is at most ε times that mean (*strong*).',
        ]
      : []),
  ];
};
