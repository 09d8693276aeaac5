/**
 * The ways to a scheme of which every displacement is tested (MATHEMATICS.md 3.20), for groups small enough to go through
 * again and again.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { DisplacementTest } from '../certificate/evidence.ts';
import type { Subject } from '../check/subject.ts';
import { cyclicFactors } from '../group/cyclicFactors.ts';
import { listGroup } from '../group/listing.ts';
import { isMonomialAction } from '../representation/action.ts';
import { monomialCount, monomialModules } from '../representation/module.ts';
import { type Block, symmetricBlocks } from '../search/blockModels.ts';
import { abelianModel } from '../search/characterModel.ts';
import { displacementModel } from '../search/displacementModel.ts';
import { irreduciblesOf } from '../search/models.ts';
import { attained, nearly, type Route, searchOnModel } from './schemeRoutes.ts';

const limits = {
  characters: 4096,
  order: 1000,
  /** |G| Σ d_π³: what one error costs. */
  work: 2e7,
  /** Modules of this size are gone through |G| times by the checker. */
  moduleSize: 120,
  monomials: 2000,
} as const;
const steps = { quick: 1.5e8, thorough: 4e9 } as const;

const blocksRoute = <G extends string>(
  subject: Subject<G>,
  blocks: readonly Block<G>[] | undefined,
  aim: number,
  evidence: Route<G, DisplacementTest>['evidence'],
): Route<G, DisplacementTest> | undefined => {
  const listing = listGroup(subject.instance.group, limits.order);
  if (listing === undefined || blocks === undefined || blocks.length === 0) return undefined;
  const cubes = blocks.reduce((sum, { dimension }) => sum + dimension ** 3, 0);
  if (listing.size * cubes > limits.work) return undefined;
  return {
    search: (options) => {
      options.progress('preparing displacements');
      const model = displacementModel(blocks, listing);
      searchOnModel(subject, model, aim, options, steps[options.minimize ? 'thorough' : 'quick']);
    },
    evidence,
  };
};

/** The route for the subject; undefined where 3.2 is all there is. */
export const displacementRoute = <G extends string>(subject: Subject<G>): Route<G, DisplacementTest> | undefined => {
  const { instance, functions } = subject;
  const { group, action } = instance;
  const factors = group.order <= BigInt(limits.characters) ? cyclicFactors(group) : undefined;
  if (factors !== undefined) {
    // Characters of even order take the value −1, and then 3.2 loses nothing.
    const gains = group.order % 2n === 1n && group.order > 1n && functions.kind === 'all';
    if (!gains) return undefined;
    return {
      search: (options) =>
        searchOnModel(
          subject,
          abelianModel(factors.orders, factors.coordinates, true),
          attained,
          options,
          steps[options.minimize ? 'thorough' : 'quick'],
        ),
      evidence: (scheme) => [{ kind: 'abelian', scheme }],
    };
  }
  if (action.kind === 'plane' || group.order > BigInt(limits.order)) return undefined;
  if (
    functions.kind !== 'all' &&
    isMonomialAction(action) &&
    monomialCount(action.dimension, functions) <= limits.monomials
  ) {
    const modules = monomialModules(instance, functions);
    if (E.isRight(modules) && modules.right.every(({ size }) => size <= limits.moduleSize))
      return blocksRoute(subject, irreduciblesOf(group, modules.right), attained, (scheme) => [
        { kind: 'gram', module: 'monomials', scheme },
      ]);
  }
  if (group.family.name === 'S')
    return blocksRoute(subject, symmetricBlocks(group.shape.degree), nearly, (scheme) => [{ kind: 'blocks', scheme }]);
  return blocksRoute(subject, irreduciblesOf(group), nearly, (scheme) => [{ kind: 'gram', module: 'regular', scheme }]);
};
