/** The first paragraph of an explanation: what is at stake, and what is claimed, for a reader who knows neither. */
import { showRational } from '../algebra/rational.ts';
import type { Weights } from '../averaging/scheme.ts';
import { type Certificate, epsilonOf, functionsOf } from '../certificate/certificate.ts';
import { boundsOf, type SharedBounds, sharedBounds } from './bounds.ts';
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
const lineOf = ({ quantity, epsilon, kinds, ...bounds }: SharedBounds, order: bigint): string => {
  if (quantity === 'threshold')
    return `- **The threshold** is ${countInWords(bounds)}: from that degree on, polynomials need all ${showInteger(order)} elements for exact symmetry.`;
  const goal = `${goals[quantity] ?? quantity}${epsilon === undefined ? '' : ` within ε = ${showRational(epsilon)}`}`;
  const last = bounds.upper ?? bounds.lower!;
  return `- **${goal}** takes ${countInWords(bounds)} of the ${plural(order, 'element')}${
    last === order && bounds.lower === order ? ', that is all of them' : ''
  }, for ${kinds.map((kind) => kindInWords[kind]).join(' and ')}.`;
};

/** Bounds of one class that are listed; more are better seen in a table. */
const lineLimit = 8;

export const explainShort = (certificate: Certificate, group: string, order: bigint, functions: string): Paragraphs => {
  const { claims } = certificate;
  const classes = new Set(claims.map((claim) => functionsOf(certificate, claim)));
  const lines = classes.size === 1 ? sharedBounds(boundsOf(certificate)) : [];
  const approximate = claims.some((claim) => epsilonOf(claim) !== undefined);
  return [
    '## In short',
    `A function becomes more symmetric when it is averaged over moved copies of itself: f is replaced by Σ ω(g) g·f, with weights ω(g) that sum to 1. Averaging over the whole group makes it exactly symmetric, but the group is often far too large. How few elements will do? Here the group is ${group}, with ${plural(order, 'element')}, and the functions are ${functions}. The same elements and weights must serve all of them.`,
    ...(lines.length > 0 && lines.length <= lineLimit ? [lines.map((bounds) => lineOf(bounds, order)).join('\n')] : []),
    ...(approximate
      ? [
          'Within ε means: the mean squared distance between the averaged function and its moved copies is at most ε times what it was before (*weak*), or the squared distance to every single moved copy is at most ε times that mean (*strong*).',
        ]
      : []),
  ];
};
