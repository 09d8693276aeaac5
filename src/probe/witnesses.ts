/**
 * Witnesses that every element is needed, tried on their own terms: the translates of a *free orbit* evaluated at
 * random points modulo a prime, and the *annihilator* applied to traces counted monomial by monomial.
 */
import type { Rational } from '../algebra/rational.ts';
import { overCommonDenominator } from '../algebra/rational.ts';
import type { Element } from '../group/group.ts';
import type { Permutation } from '../group/permutation.ts';
import { type Instance, isMonomialAction, type MonomialAction, type PlaneAction } from '../representation/action.ts';
import type { FunctionClass } from '../representation/functionClass.ts';
import { listedElements, showBriefly, uniformElements } from './elements.ts';
import { moveModulo, primeFor, RowSpace } from './necessity.ts';
import { briefInteger, type Effort, type Finding, falsified, notProbed, survived } from './outcome.ts';
import { randomSource } from './random.ts';

const wholeLimit = 750;
const translatesTried = 200;
/** Rows beyond the rank before independence is given up. */
const stagnation = 20;

const powerModulo = (base: number, exponent: number, p: number): number => {
  let result = 1;
  for (let square = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
};

const degreesOf = (factors: readonly (readonly number[])[]): { readonly least: number; readonly most: number } => ({
  least: factors.reduce((sum, factor) => sum + Math.min(...factor), 0),
  most: factors.reduce((sum, factor) => sum + Math.max(...factor), 0),
});

/** All elements of a small group; else random ones and their powers, which fix more. */
const elementsToTry = <G extends string>(instance: Instance<G>, effort: Effort): readonly Element<G>[] | undefined => {
  const { group } = instance;
  const all = listedElements(group, wholeLimit);
  if (all !== undefined) return all;
  const sample = uniformElements(group);
  if (sample === undefined) return undefined;
  const source = randomSource(effort.seedFor('elements'));
  const found = new Map([[group.show(group.empty), group.empty]]);
  for (let i = 0; i < translatesTried && found.size < translatesTried; i++) {
    let g = sample(source);
    for (let step = 0; step < 6; step++) {
      found.set(group.show(g), g);
      g = group.concat(g, g);
    }
  }
  return [...found.values()];
};

/** Elements of a natural action that exchange a few coordinates with equal factors, if the group has such. */
const suspects = <G extends string>(
  instance: Instance<G>,
  factors: readonly (readonly number[])[],
): readonly Element<G>[] => {
  const { action, group } = instance;
  if (action.kind !== 'permutation' || group.shape.kind !== 'permutation' || action.dimension !== group.shape.degree)
    return [];
  const byFactor = new Map<string, number[]>();
  factors.forEach((factor, i) => {
    const key = [...factor].sort((a, b) => a - b).join(',');
    byFactor.set(key, [...(byFactor.get(key) ?? []), i]);
  });
  const found: Element<G>[] = [];
  const consider = (cycle: readonly number[]): void => {
    const image = Uint32Array.from({ length: action.dimension }, (_, i) => i);
    cycle.forEach((i, at) => {
      image[i] = cycle[(at + 1) % cycle.length]!;
    });
    const g: Permutation = image;
    if (group.contains(g)) found.push(g);
  };
  for (const equal of [...byFactor.values()].slice(0, 20))
    for (let i = 0; i + 1 < Math.min(equal.length, 12); i++) {
      consider([equal[i]!, equal[i + 1]!]);
      if (i + 2 < equal.length) consider([equal[i]!, equal[i + 1]!, equal[i + 2]!]);
    }
  return found;
};

/** Π_i Σ_{a ∈ A_i} x_i^a: are its translates independent? */
export const probeFreeOrbit = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  factors: readonly (readonly number[])[],
  effort: Effort,
): Finding => {
  const { action, group } = instance;
  if (!isMonomialAction(action) || factors.length !== action.dimension)
    return falsified(1, `the evidence is false: ${factors.length} factors for ${action.dimension} coordinates`);
  const { least, most } = degreesOf(factors);
  const outside =
    functions.kind === 'pointwise' ||
    functions.kind === 'maps' ||
    (functions.kind === 'polynomials' && most > functions.degree) ||
    (functions.kind === 'linear' && (least !== 1 || most !== 1));
  if (outside) return falsified(1, `the evidence is false: its polynomial has degree ${most}, outside the class`);
  const drawn = elementsToTry(instance, effort);
  if (drawn === undefined) return notProbed(`no uniform elements of ${group.notation} could be drawn`);
  const extra = BigInt(drawn.length) === group.order ? [] : suspects(instance, factors);
  const elements = [...new Map([...drawn, ...extra].map((g) => [group.show(g), g])).values()];
  const p = primeFor(1);
  const move = moveModulo(action, p);
  const source = randomSource(effort.seedFor('free orbit'));
  const value = (y: readonly number[]): number =>
    factors.reduce(
      (product, factor, i) => (product * factor.reduce((sum, a) => sum + powerModulo(y[i]!, a, p), 0)) % p,
      1,
    );
  const point = (): readonly number[] => Array.from({ length: action.dimension }, () => 1 + source.below(p - 1));
  const space = new RowSpace(p);
  let [runs, idle] = [0, 0];
  while (idle < stagnation && space.rows.length < elements.length) {
    const x = point();
    runs++;
    idle = space.add(Float64Array.from(elements, (g) => value(move(g, x)))) ? 0 : idle + 1;
  }
  const whole = BigInt(elements.length) === group.order;
  if (space.rows.length === elements.length)
    return survived(
      runs,
      whole
        ? `the ${elements.length} translates of the given polynomial are independent at ${runs} random points modulo a prime`
        : `${elements.length} translates of the given polynomial, of ${briefInteger(group.order)}, are independent at ${runs} random points`,
    );
  const samples = Array.from({ length: 4 }, point);
  const fixing = elements.find(
    (h) => !group.equals(h, group.empty) && samples.every((x) => value(move(h, x)) === value(x)),
  );
  return falsified(
    runs,
    `the evidence is false: the translates of the given polynomial span ${space.rows.length} dimensions, not ` +
      `${elements.length}${fixing === undefined ? '' : `; h = ${showBriefly(group, fixing)} fixes it`}`,
  );
};

/** Monomials enumerated for one element. */
const monomialLimit = 20_000;

/** The traces on Sym⁰ … Symᵏ: each monomial that g sends to ± itself counts ±1. */
const monomialTraces = <G extends string>(action: MonomialAction<G>, g: Element<G>, k: number): readonly bigint[] => {
  const d = action.dimension;
  const image = action.image(g);
  const traces = new Array<bigint>(k + 1).fill(0n);
  const exponents = new Array<number>(d).fill(0);
  const count = (): void => {
    let sign = 1;
    for (let i = 0; i < d; i++) {
      if (exponents[image[i]! % d] !== exponents[i]) return;
      if (image[i]! >= d && exponents[i]! % 2 === 1) sign = -sign;
    }
    const degree = exponents.reduce((sum, e) => sum + e, 0);
    traces[degree] = traces[degree]! + BigInt(sign);
  };
  const from = (position: number, left: number): void => {
    if (position === d) {
      count();
      return;
    }
    for (let e = 0; e <= left; e++) {
      exponents[position] = e;
      from(position + 1, left - e);
    }
    exponents[position] = 0;
  };
  from(0, k);
  return traces;
};

/** The traces on the span of zᵃ z̄ᵇ with a + b = j: g⁻¹ multiplies it by a root of unity, or exchanges a and b. */
const planeTraces = <G extends string>(action: PlaneAction<G>, g: Element<G>, k: number): readonly number[] => {
  const { turn, reflected } = action.image(g);
  return Array.from({ length: k + 1 }, (_, j) => {
    let sum = 0;
    for (let a = 0; a <= j; a++) {
      const m = 2 * a - j;
      if (!reflected) sum += Math.cos((2 * Math.PI * (((m * turn) % action.turns) + action.turns)) / action.turns);
      else if (m === 0) sum += 1;
    }
    return sum;
  });
};

const countMonomials = (d: number, k: number): number => {
  let count = 1;
  for (let i = 1; i <= Math.min(d, k); i++) count = (count * (d + k - i + 1)) / i;
  return count;
};

/** Σ a_j tr(g on Sym^j) = 0 for g ≠ e, and ≠ 0 at e. */
export const probeAnnihilator = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  coefficients: readonly Rational[],
  effort: Effort,
): Finding => {
  const { action, group } = instance;
  if (action.kind === 'matrix') return notProbed('annihilators under matrices have no probe');
  const k = coefficients.length - 1;
  const a = overCommonDenominator(coefficients).numerators;
  const outside = a.findIndex(
    (x, j) =>
      x !== 0n &&
      (functions.kind === 'pointwise' ||
        functions.kind === 'maps' ||
        (functions.kind === 'polynomials' && j > functions.degree) ||
        (functions.kind === 'linear' && j !== 1)),
  );
  if (outside >= 0)
    return falsified(1, `the evidence is false: the annihilator uses degree ${outside}, outside the class`);
  if (action.kind !== 'plane' && !(countMonomials(action.dimension, k) <= monomialLimit))
    return notProbed(`the annihilator has more than ${monomialLimit} monomials in degrees up to ${k}`);
  const elements = elementsToTry(instance, effort);
  if (elements === undefined) return notProbed(`no uniform elements of ${group.notation} could be drawn`);
  /** 0 exactly, or within rounding on the plane, whose largest sum is below 2⁵⁰ or not tried. */
  const scale = a.reduce((sum, x, j) => sum + (x < 0n ? -Number(x) : Number(x)) * (j + 1), 0);
  const vanishes = (g: Element<G>): boolean => {
    if (action.kind !== 'plane') {
      const traces = monomialTraces(action, g, k);
      return a.reduce((sum, x, j) => sum + x * traces[j]!, 0n) === 0n;
    }
    const traces = planeTraces(action, g, k);
    return Math.abs(a.reduce((sum, x, j) => sum + Number(x) * traces[j]!, 0)) <= 1e-10 * scale;
  };
  if (vanishes(group.empty)) return falsified(1, 'the evidence is false: the annihilator vanishes at the identity');
  const work = action.kind === 'plane' ? k * k : countMonomials(action.dimension, k) * action.dimension;
  const tried = elements
    .filter((g) => !group.equals(g, group.empty))
    .slice(0, Math.max(10, Math.min(elements.length, Math.floor(2e7 / (work + 1)))));
  const bad = tried.find((g) => !vanishes(g));
  return bad === undefined
    ? survived(tried.length + 1, `the annihilator vanishes at ${tried.length} elements other than e, and not at e`)
    : falsified(
        tried.length,
        `the evidence is false: the annihilator does not vanish at g = ${showBriefly(group, bad)}`,
      );
};
