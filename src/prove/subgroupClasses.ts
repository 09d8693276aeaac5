/**
 * Subgroups of a listed group up to equal class distribution, c ↦ |H ∩ K_c| over the conjugacy classes K_c: all that
 * exactness of the uniform scheme on H depends on. Conjugate subgroups have equal distributions; the converse can fail
 * (Gassmann), and then one of them is kept.
 *
 * Search by cyclic extension (Neubüser 1960; Holt, Eick and O'Brien, "Handbook of Computational Group Theory", §10.2),
 * with chance in place of completeness: beginning with the trivial subgroup, the smallest not yet extended is joined
 * with elements drawn from the conjugacy classes, with elements of its normaliser and with its derived subgroup's
 * neighbours; besides, point stabilisers, derived subgroups, intersections and classical groups are put in. Limits are
 * counts, not times.
 */
import type { Element } from '../group/group.ts';
import { pointCount } from '../group/group.ts';
import type { ConjugacyClasses } from '../group/listing.ts';
import { identityPermutation, type Permutation } from '../group/permutation.ts';
import { stabiliserChain } from '../group/stabiliserChain.ts';
import type { Instance } from '../representation/action.ts';
import { type RandomBelow, randomFrom } from '../search/random.ts';
import { bySize, namedGenerators, type Subgroup, subgroupPointLimit } from './subgroups.ts';

export interface CountedSubgroup<G extends string> extends Subgroup<G> {
  readonly size: number;
  /** |H ∩ K_c| for each conjugacy class K_c of the group. */
  readonly counts: readonly number[];
}

export interface SubgroupLimits {
  /** Joins with an element tried for each subgroup found. */
  readonly joins: number;
  /** Subgroups extended. */
  readonly subgroups: number;
  /** Elements of subgroups sorted into classes, all together. */
  readonly elements: number;
}

const defaultLimits: SubgroupLimits = { joins: 120, subgroups: 400, elements: 4_000_000 };

/** Commutators and their conjugates until the group closes: the derived subgroup's generators. */
const derivedGenerators = <G extends string>(
  instance: Instance<G>,
  generators: readonly Element<G>[],
): readonly Element<G>[] => {
  const { concat, inverse, shape } = instance.group;
  const points = pointCount(shape);
  const conjugate = (g: Element<G>, by: Element<G>): Element<G> => concat(concat(by, g), inverse(by));
  const found: Element<G>[] = [];
  let chain = stabiliserChain(points, []);
  const add = (g: Element<G>): void => {
    if (chain.contains(g)) return;
    found.push(g);
    chain = stabiliserChain(points, found);
  };
  for (const g of generators) for (const h of generators) add(concat(conjugate(h, g), inverse(h)));
  for (let at = 0; at < found.length; at++) for (const g of generators) add(conjugate(found[at]!, g));
  return found;
};

/** The same subgroup by two or three of its elements, if some tries find such. */
const withFewGenerators = <G extends string>(
  subgroup: CountedSubgroup<G>,
  points: number,
  below: RandomBelow,
): CountedSubgroup<G> => {
  const { chain } = subgroup;
  for (let count = 1; count < subgroup.generators.length; count++)
    for (let tries = 0; tries < 12; tries++) {
      const generators = Array.from({ length: count }, () => chain.sample(below) as Element<G>);
      if (stabiliserChain(points, generators).order === chain.order) return { ...subgroup, generators };
    }
  return subgroup;
};

/** A random element of a random conjugacy class: small classes are as likely as large ones. */
const classElement = <G extends string>(classes: ConjugacyClasses<G>, below: RandomBelow): Element<G> => {
  const { listing, representatives } = classes;
  const { concat, inverse } = listing.group;
  const by = listing.unrank(below(listing.size));
  const g = representatives[1 + below(representatives.length - 1)]!;
  return concat(concat(by, g), inverse(by));
};

/** Groups up to this order have normalisers and set stabilisers found by trying every element. */
const exhaustiveLimit = 6000;
/** Normalisers are found for this many subgroups. */
const normaliserLimit = 60;

const normaliserElements = <G extends string>(
  classes: ConjugacyClasses<G>,
  { generators, chain }: Subgroup<G>,
): readonly Element<G>[] => {
  const { listing } = classes;
  const { concat, inverse } = listing.group;
  const normalising: Element<G>[] = [];
  for (let i = 0; i < listing.size; i++) {
    const g = listing.unrank(i);
    if (chain.contains(g)) continue;
    const back = inverse(g);
    if (generators.every((h) => chain.contains(concat(concat(g, h), back)))) normalising.push(g);
  }
  return normalising;
};

/** Proper subgroups, the trivial one among them, one for each class distribution found; ascending, reproducible. */
export const subgroupClasses = <G extends string>(
  instance: Instance<G>,
  classes: ConjugacyClasses<G>,
  seed: string,
  limits: SubgroupLimits = defaultLimits,
): readonly CountedSubgroup<G>[] => {
  const { group } = instance;
  const points = pointCount(group.shape);
  if (points > subgroupPointLimit || group.order === 1n) return [];
  const below = randomFrom(`${seed}/subgroup classes/${group.notation}`);
  const found = new Map<string, CountedSubgroup<G>>();
  const waiting: CountedSubgroup<G>[] = [];
  const drawsOfOrder = new Map<bigint, number>();
  let elements = 0;
  const add = (generators: readonly Element<G>[]): CountedSubgroup<G> | undefined => {
    const chain = stabiliserChain(points, generators);
    if (chain.order >= group.order) return undefined;
    const size = Number(chain.order);
    // Large subgroups are few and met again and again: not all of them are looked at.
    const draws = drawsOfOrder.get(chain.order) ?? 0;
    drawsOfOrder.set(chain.order, draws + 1);
    if (elements + size > limits.elements || draws * size > limits.elements / 40) return undefined;
    elements += size;
    const counts = classes.sizes.map(() => 0);
    for (const g of chain.elements()) {
      const c = classes.classOf(g as Element<G>);
      counts[c] = counts[c]! + 1;
    }
    const key = counts.join(',');
    if (found.has(key)) return undefined;
    const subgroup = { generators, chain, size, counts };
    found.set(key, subgroup);
    waiting.push(subgroup);
    return subgroup;
  };
  add([]);
  for (const g of classes.representatives) add([g]);
  for (const generators of namedGenerators(instance)) add(generators);
  for (let point = 0; point < Math.min(points, 30); point++) {
    const chain = stabiliserChain(points, group.generators as readonly Permutation[], [point]);
    const fixing = Array.from(
      { length: 6 },
      () => sampleStabiliser(chain.elements(1), Number(chain.stabiliserOrder(1)), below) as Element<G>,
    );
    add(fixing);
  }
  add(derivedGenerators(instance, group.generators));
  let normalisers = 0;
  for (let extended = 0; extended < limits.subgroups && waiting.length > 0 && elements < limits.elements; extended++) {
    waiting.sort((a, b) => a.size - b.size);
    const next = waiting.shift()!;
    for (let i = 0; i < limits.joins; i++) add([...next.generators, classElement(classes, below)]);
    if (next.size > 1) add(derivedGenerators(instance, next.generators));
    if (classes.listing.size <= exhaustiveLimit && next.size > 1 && normalisers < normaliserLimit) {
      normalisers++;
      const normalising = normaliserElements(classes, next);
      add([...next.generators, ...normalising.slice(0, 3)]);
      for (let i = 0; i < Math.min(normalising.length, 20); i++)
        add([...next.generators, normalising[below(normalising.length)]!]);
    }
  }
  return [...found.values()].sort(bySize).map((subgroup) => withFewGenerators(subgroup, points, below));
};

/** An element of a stabiliser, by its place among at most some thousands. */
const sampleStabiliser = (elements: Generator<Permutation>, order: number, below: RandomBelow): Permutation => {
  let skip = below(Math.min(order, 3000));
  let last: Permutation = identityPermutation(0);
  for (const g of elements) {
    last = g;
    if (skip-- === 0) break;
  }
  return last;
};
