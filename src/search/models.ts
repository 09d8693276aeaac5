/** Which model suits a class: the irreducibles of a small group, found numerically, or the modules themselves. */
import type { FiniteGroup } from '../group/group.ts';
import { listGroup } from '../group/listing.ts';
import type { TransitiveModule } from '../representation/module.ts';
import { type Block, blockModel, moduleBlocks } from './blockModels.ts';
import type { BlockPart } from './blockSum.ts';
import type { ErrorModel } from './errorModel.ts';
import { irreducibleBlocks } from './irreducibles.ts';
import { type ModulePart, moduleModel } from './moduleModel.ts';

/** Groups up to this order are taken apart into irreducibles. */
const orderLimit = 20_000;
/** Modules up to this size may serve as single dense blocks. */
const denseLimit = 40;

/** A model whose parts the caller does not look into, for `use` that works with any. */
export type WithModel<G extends string, R> = <Part>(model: ErrorModel<G, Part>) => R;

const trace = <G extends string>(
  { apply }: TransitiveModule<G>,
  g: Parameters<TransitiveModule<G>['apply']>[0],
): number => {
  const { target, sign } = apply(g);
  let sum = 0;
  for (let i = 0; i < target.length; i++) if (target[i] === i) sum += sign[i]!;
  return sum;
};

const cubes = <G extends string>(blocks: readonly Block<G>[]): number =>
  blocks.reduce((sum, { dimension }) => sum + dimension ** 3, 0);

/** All nontrivial irreducibles, or those that occur in the modules; undefined for large groups. */
export const irreduciblesOf = <G extends string>(
  group: FiniteGroup<G>,
  modules?: readonly TransitiveModule<G>[],
): readonly Block<G>[] | undefined => {
  const listing = listGroup(group, orderLimit);
  if (listing === undefined) return undefined;
  let characters: readonly (readonly number[])[] | undefined;
  return irreducibleBlocks(listing, (multiplicity, { representatives }) => {
    characters ??= modules?.map((module) => representatives.map((g) => trace(module, g)));
    return characters === undefined || characters.some((character) => multiplicity(character) > 0.5);
  });
};

/** ‖E_ω − P‖² on the modules: by their irreducibles, as dense blocks or by permuting vectors, whichever is cheapest. */
export const withModuleModel = <G extends string, R>(
  group: FiniteGroup<G>,
  modules: readonly TransitiveModule<G>[],
  use: WithModel<G, R>,
): R => {
  const whole = moduleBlocks(modules);
  const dense = modules.every(({ size }) => size <= denseLimit) ? whole : undefined;
  const irreducible = dense !== undefined && cubes(dense) < 2000 ? undefined : irreduciblesOf(group, modules);
  const blocks =
    dense === undefined || (irreducible !== undefined && cubes(irreducible) < cubes(dense)) ? irreducible : dense;
  return blocks === undefined ? use<ModulePart>(moduleModel(modules)) : use<BlockPart>(blockModel(blocks));
};

/** All irreducibles of a group that has no better model, from its regular module where they were not found. */
export const withRegularModel = <G extends string, R>(
  group: FiniteGroup<G>,
  regular: TransitiveModule<G>,
  use: WithModel<G, R>,
): R => {
  const blocks = irreduciblesOf(group);
  return blocks === undefined ? use<ModulePart>(moduleModel([regular])) : use<BlockPart>(blockModel(blocks));
};
