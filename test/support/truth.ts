/**
 * Whether a claim is true, decided apart from the checker: lower bounds by the rank of the function class, upper bounds by
 * exhibiting a scheme and computing its error numerically. Evidence is used only as a hint where to look.
 */
import type { JsonObject } from './certificates.ts';
import { displacementOf, pseudoRandom, type SmallGroup, smallGroup, uniformOn, type Weighting } from './oracle.ts';

/** Conclusive only beyond this. */
const tolerance = 1e-9;

const fractionOf = (text: string): number => {
  const [p, q = '1'] = text.split('/');
  return Number(p) / Number(q);
};

type Kind = 'uniform' | 'probability' | 'signed';
const generality: Readonly<Record<Kind, number>> = { uniform: 0, probability: 1, signed: 2 };

interface Candidate {
  readonly weights: Weighting;
  readonly size: number;
  readonly kind: Kind;
}

const uniform = (group: SmallGroup, elements: readonly number[]): Candidate => ({
  weights: uniformOn(group, elements),
  size: elements.length,
  kind: 'uniform',
});

/** The scheme listed in some evidence, if it is one. */
const listed = (group: SmallGroup, scheme: JsonObject): readonly Candidate[] => {
  const elements = (scheme['elements'] as string[]).map(group.indexOf);
  if (elements.some((g) => g === undefined)) return [];
  const numbers = elements as number[];
  const texts = scheme['weights'] as string[] | undefined;
  if (texts === undefined) return [uniform(group, numbers)];
  const weights = new Float64Array(group.order);
  numbers.forEach((g, i) => {
    weights[g]! += fractionOf(texts[i]!);
  });
  if (Math.abs(weights.reduce((sum, x) => sum + x, 0) - 1) > tolerance) return [];
  return [{ weights, size: numbers.length, kind: weights.every((x) => x >= 0) ? 'probability' : 'signed' }];
};

/** Schemes on a cyclic group that vanish where a character is least (MATHEMATICS.md 2.2). */
const cyclicCandidates = (group: SmallGroup): readonly Candidate[] => {
  const n = group.order;
  const generator = Array.from({ length: n }, (_, g) => g).find((g) => group.generated([g]).length === n);
  if (generator === undefined) return [];
  const exponents = new Float64Array(n);
  for (let g = generator, i = 1; i < n; g = group.times(g, generator), i++) exponents[g] = i;
  return Array.from({ length: n - 1 }, (_, index) => {
    const c = exponents.map((a) => Math.cos((2 * Math.PI * ((a * (index + 1)) % n)) / n));
    const least = Math.min(...c);
    const weights = c.map((x) => (x - least < 1e-9 ? 0 : (1 - x / least) / n));
    return { weights, size: weights.filter((x) => x > 0).length, kind: 'probability' as const };
  });
};

const candidatesOf = (group: SmallGroup, evidence: JsonObject): readonly Candidate[] => {
  const all = Array.from({ length: group.order }, (_, g) => g);
  const inner = (evidence['weak'] ?? evidence['test']) as JsonObject | undefined;
  const scheme = (evidence['scheme'] ?? inner?.['scheme']) as JsonObject | undefined;
  if (scheme !== undefined) return listed(group, scheme);
  const turning = all.filter((g) => group.determinant(g) > 0);
  if (evidence['kind'] === 'reflections' || evidence['kind'] === 'harmonics')
    return [uniform(group, turning), ...(turning.length === group.order ? cyclicCandidates(group) : [])];
  if (evidence['kind'] === 'subgroup') {
    const generators = (evidence['generators'] as string[]).map(group.indexOf);
    return generators.includes(undefined) ? [] : [uniform(group, group.generated(generators as number[]))];
  }
  return [];
};

/** Whether some plain average of n elements is within ε: by trying. */
const someAverage = (group: SmallGroup, functions: string, n: number, epsilon: number): boolean => {
  const below = pseudoRandom(n);
  for (let attempt = 0; attempt < 200; attempt++) {
    const elements = Array.from({ length: n }, (_, i) => (i === 0 ? 0 : below(group.order)));
    if (group.error(functions, uniformOn(group, elements)) <= epsilon) return true;
  }
  return false;
};

/** Why the claim is false or not seen to be true; undefined if it is true. */
export const whyFalse = (groupText: string, functions: string, claim: JsonObject): string | undefined => {
  const group = smallGroup(groupText);
  const value = BigInt(claim['value'] as string);
  const order = BigInt(group.order);
  const relation = claim['relation'] as string;
  const quantity = claim['quantity'] as string;
  const wanted = claim['weights'] as Kind;
  const evidence = claim['evidence'] as JsonObject;
  if (quantity === 'threshold') {
    const threshold = BigInt(group.threshold());
    // Plain averages may need as many as |G| elements at a lower degree already: C5@plane needs five at degree 1. So a
    // lower bound for them needs a smaller plain average that is exact one degree below.
    if (wanted === 'uniform' && relation !== '<=' && value > 0n && value <= threshold) {
      const missed = evidence['missed'] as JsonObject | undefined;
      const turning = Array.from({ length: group.order }, (_, g) => g).filter((g) => group.determinant(g) > 0);
      const smaller = [...(missed === undefined ? [] : candidatesOf(group, missed)), uniform(group, turning)].some(
        ({ weights, size, kind }) =>
          kind === 'uniform' && size < group.order && group.error(`poly:${value - 1n}`, weights) <= tolerance,
      );
      if (!smaller) return 'no lower bound for uniform weights is seen';
    }
    const holds = relation === '=' ? value === threshold : relation === '<=' ? value >= threshold : value <= threshold;
    return holds ? undefined : `the threshold is ${threshold}`;
  }
  const everything = group.rank(functions) === group.order;
  const epsilonText = claim['epsilon'] as string | undefined;
  const epsilon = epsilonText === undefined ? 0 : fractionOf(epsilonText);

  const lower = (): string | undefined => {
    if (value <= 1n) return undefined;
    if (!everything) return 'no lower bound: an irreducible is missing';
    if (quantity === 'AC_ex') return value <= order ? undefined : `the group has ${order} elements`;
    if (quantity !== 'AC_wk' && quantity !== 'AC_st') return 'no lower bound is known here';
    // AC_st at ε is at least AC_wk at ε.
    const [p, q = '1'] = epsilonText!.split('/');
    // value ≤ ⌈|G| / (1 + ε(|G| − 1))⌉ iff (value − 1)(q + p(|G| − 1)) < |G| q.
    return (value - 1n) * (BigInt(q) + BigInt(p!) * (order - 1n)) < order * BigInt(q)
      ? undefined
      : 'above the Welch bound';
  };
  const upper = (): string | undefined => {
    if (value >= order) return undefined;
    if (quantity === 'AC_ex' && everything) return `all ${order} elements are needed`;
    const limit = quantity === 'AC_st' ? epsilon / 2 : epsilon;
    const within = (weights: Weighting): boolean =>
      quantity === 'AC_st'
        ? displacementOf(group, functions, weights) <= epsilon + tolerance
        : group.error(functions, weights) <= limit + tolerance;
    const found = candidatesOf(group, evidence).some(
      ({ weights, size, kind }) => BigInt(size) <= value && generality[kind] <= generality[wanted] && within(weights),
    );
    if (found) return undefined;
    return quantity !== 'AC_ex' && value > 0n && someAverage(group, functions, Number(value), limit + tolerance)
      ? undefined
      : 'no scheme of that size is seen to be good enough';
  };
  const parts = [...(relation === '<=' ? [] : [lower()]), ...(relation === '>=' ? [] : [upper()])];
  return parts.find((part) => part !== undefined);
};
