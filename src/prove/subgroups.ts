/**
 * Proper subgroups of a group of any order, by chance and by name: candidates H with F^H = F^G, whose uniform schemes
 * are exact on F. Groups that can be listed are searched thoroughly in `subgroupClasses.ts`.
 */
import type { Element } from '../group/group.ts';
import { pointCount } from '../group/group.ts';
import { conjugacyClasses, listGroup } from '../group/listing.ts';
import { isEven, type Permutation } from '../group/permutation.ts';
import { type StabiliserChain, stabiliserChain } from '../group/stabiliserChain.ts';
import type { Instance } from '../representation/action.ts';
import { randomFrom } from '../search/random.ts';
import { randomElement } from '../search/randomElement.ts';
import { classicalGroups } from './classicalGroups.ts';

export interface Subgroup<G extends string> {
  readonly generators: readonly Element<G>[];
  readonly chain: StabiliserChain;
}

const listedOrderLimit = 200_000;
const randomSets = 60;
/** Random subgroups of groups on more points than this are not tried: they are nearly always too large. */
const randomDegreeLimit = 30;
/** Groups on more points than this have no candidates here. */
export const subgroupPointLimit = 200;

/** Generators of the even elements, where the group has odd ones: squares and products of pairs of odd generators. */
const evenGenerators = <G extends string>({ group }: Instance<G>): readonly (readonly Element<G>[])[] => {
  if (group.shape.kind !== 'permutation') return [];
  const odd = group.generators.filter((g) => !isEven(g));
  const even = group.generators.filter((g) => isEven(g));
  const first = odd[0];
  if (first === undefined) return [];
  return [
    [
      ...even,
      ...even.map((g) => group.concat(group.concat(first, g), group.inverse(first))),
      ...odd.map((g) => group.concat(first, g)),
      ...odd.map((g) => group.concat(g, first)),
    ],
  ];
};

/** Sets of generators worth trying whatever the group: its even elements, and classical groups that it contains. */
export const namedGenerators = <G extends string>(instance: Instance<G>): readonly (readonly Element<G>[])[] => {
  const { shape, contains } = instance.group;
  const inside = (g: Permutation): g is Element<G> => contains(g);
  return [
    ...evenGenerators(instance),
    ...(shape.kind !== 'permutation' || shape.degree > subgroupPointLimit
      ? []
      : classicalGroups(shape.degree).filter((set): set is readonly Element<G>[] => set.every(inside))),
  ];
};

/** By order, ascending. */
export const bySize = (a: { readonly chain: StabiliserChain }, b: { readonly chain: StabiliserChain }): number =>
  a.chain.order < b.chain.order ? -1 : a.chain.order > b.chain.order ? 1 : 0;

/** Candidate proper subgroups, smallest first, the same for the same seed. */
export const candidateSubgroups = <G extends string>(instance: Instance<G>, seed: string): readonly Subgroup<G>[] => {
  const { group } = instance;
  const points = pointCount(group.shape);
  if (points > subgroupPointLimit) return [];
  const below = randomFrom(`${seed}/subgroups/${group.notation}`);
  const listing = listGroup(group, listedOrderLimit);
  const representatives = listing === undefined ? [] : conjugacyClasses(listing).representatives.slice(1, 40);
  const random = Array.from({ length: points <= randomDegreeLimit ? randomSets : 0 });
  const sets: (readonly Element<G>[])[] = [
    ...group.generators.map((g) => [g]),
    ...group.generators.flatMap((g, i) => group.generators.slice(i + 1).map((h) => [g, h])),
    ...representatives.map((g) => [g]),
    ...representatives.flatMap((g) => [0, 1].map(() => [g, randomElement(group, below)])),
    ...random.map(() => [randomElement(group, below)]),
    ...random.map(() => [randomElement(group, below), randomElement(group, below)]),
    ...namedGenerators(instance),
  ];
  const found = new Map<string, Subgroup<G>>();
  for (const generators of sets) {
    const chain = stabiliserChain(points, generators);
    if (chain.order >= group.order) continue;
    found.set(`${chain.order}/${generators.map(group.show).join(';')}`, { generators, chain });
  }
  return [...found.values()].sort(bySize);
};
