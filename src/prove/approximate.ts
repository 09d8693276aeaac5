/** Explicit schemes within ε: which evidence suits the subject, the search it guides, and the check that decides. */
import * as E from 'fp-ts/lib/Either.js';
import { approximate, type Rational } from '../algebra/rational.ts';
import { welchBound } from '../averaging/bounds.ts';
import { uniformScheme } from '../averaging/scheme.ts';
import type { SchemeData, WeakEvidence } from '../certificate/evidence.ts';
import { checkWeak } from '../check/approximate.ts';
import { momentBounds, scaledMoments } from '../check/moments.ts';
import type { Subject } from '../check/subject.ts';
import { cyclicFactors } from '../group/cyclicFactors.ts';
import type { Element } from '../group/group.ts';
import { listGroup } from '../group/listing.ts';
import { isMonomialAction } from '../representation/action.ts';
import { greatestDegree, isPolynomialClass } from '../representation/functionClass.ts';
import { monomialCount, monomialModules, regularModule, type TransitiveModule } from '../representation/module.ts';
import { blockModel, planeBlocks, symmetricBlocks } from '../search/blockModels.ts';
import { abelianModel, signModel } from '../search/characterModel.ts';
import { findScheme } from '../search/findScheme.ts';
import { type WithModel, withModuleModel, withRegularModel } from '../search/models.ts';

type ExplicitEvidence = Exclude<WeakEvidence, { readonly kind: 'existence' }>;

export interface ExplicitScheme {
  readonly size: bigint;
  readonly evidence: ExplicitEvidence;
}

export interface SearchOptions {
  readonly seed: string;
  readonly minimize: boolean;
  /** Sizes above this are not tried: the size whose existence is proved anyway. */
  readonly mostElements: number;
  readonly progress: (phase: string) => void;
}

/** A model to search with, and how a scheme found becomes evidence (undefined if it cannot). */
interface Route<G extends string> {
  readonly search: (options: SearchOptions, epsilon: Rational) => readonly Element<G>[] | undefined;
  readonly evidence: (scheme: SchemeData, elements: readonly Element<G>[]) => ExplicitEvidence | undefined;
}

/** Below Welch's bound nothing is within ε where every irreducible counts. */
const leastElements = <G extends string>({ functions, instance }: Subject<G>, epsilon: Rational): number =>
  functions.kind === 'all' ? Number(welchBound(instance.group.order, epsilon)) : 1;

/** A route that searches with the model that `choose` hands over, made when the search begins. */
const route = <G extends string>(
  subject: Subject<G>,
  choose: <R>(use: WithModel<G, R>) => R,
  evidence: Route<G>['evidence'],
  /** Aim this much below ε, for evidence that is not sharp. */
  aim: number,
): Route<G> => ({
  search: (options, epsilon) =>
    choose((model) =>
      findScheme({
        ...options,
        group: subject.instance.group,
        model,
        epsilon: approximate(epsilon) * aim,
        leastElements: leastElements(subject, epsilon),
      }),
    )?.elements,
  evidence,
});

/** The check decides exactly, so an error equal to ε will do; or in floating point, so it needs a little room. */
const attained = 1;
const nearly = 1 - 1e-7;

/** Limits up to which each kind is preferred; beyond them the next kind is tried. */
const limits = {
  moduleSize: 2000,
  monomials: 20_000,
  regular: 800,
  symmetric: 9,
  moments: 20_000,
  characters: 4096,
  /** Modules decided exactly: `exactLimit` of `check/gram.ts`. */
  exact: 100,
} as const;
const greatestMoment = 64;

/** The least moment that shows the bound. */
const momentEvidence = <G extends string>(
  subject: Subject<G>,
  scheme: SchemeData,
  elements: readonly Element<G>[],
  epsilon: Rational,
): ExplicitEvidence | undefined => {
  const listing = listGroup(subject.instance.group, limits.moments);
  if (listing === undefined) return undefined;
  const uniform = uniformScheme(elements);
  for (let most = 8; most <= greatestMoment; most *= 2) {
    const power = scaledMoments(listing, uniform, most).findIndex((scaled, i) =>
      momentBounds(uniform, listing.size, scaled, i + 1, epsilon),
    );
    if (power >= 0) return { kind: 'moments', power: power + 1, scheme };
  }
  return undefined;
};

const regularUpTo = <G extends string>(subject: Subject<G>, limit: number): TransitiveModule<G> | undefined => {
  const regular = regularModule(subject.instance.group, limit);
  return E.isLeft(regular) ? undefined : regular.right;
};

/** The kinds of evidence that suit the subject, the preferred one first. */
const routesFor = <G extends string>(subject: Subject<G>, epsilon: Rational): readonly Route<G>[] => {
  const { instance, functions } = subject;
  const { group, action } = instance;
  const routes: Route<G>[] = [];
  const k = isPolynomialClass(functions) ? greatestDegree(functions) : undefined;
  if (action.kind === 'plane' && (functions.kind === 'all' || isPolynomialClass(functions))) {
    const half = Math.floor(action.turns / 2);
    const dihedral = group.family.name === 'D';
    const determinant = dihedral && (k ?? action.turns) >= action.turns;
    const model = blockModel(planeBlocks(action, Math.min(k ?? half, half), determinant));
    routes.push(
      route(
        subject,
        (use) => use(model),
        (scheme) => ({ kind: 'plane', scheme }),
        attained,
      ),
    );
    return routes;
  }
  const factors = group.order <= BigInt(limits.characters) ? cyclicFactors(group) : undefined;
  if (factors !== undefined) {
    const { orders, coordinates } = factors;
    const natural = group.family.name === 'Z2' && action.kind === 'signed';
    const evidence = (scheme: SchemeData): ExplicitEvidence => ({ kind: 'abelian', scheme });
    const occurs = (weight: number): boolean => !natural || weight <= (k ?? weight);
    return [
      route(
        subject,
        (use) =>
          orders.every((n) => n === 2)
            ? use(signModel(orders.length, coordinates, occurs))
            : use(abelianModel(orders, coordinates)),
        evidence,
        attained,
      ),
    ];
  }
  const symmetric = group.family.name === 'S' && group.family.parameter <= limits.symmetric;
  if (
    functions.kind !== 'all' &&
    isMonomialAction(action) &&
    monomialCount(action.dimension, functions) <= limits.monomials
  ) {
    const modules = monomialModules(instance, functions);
    if (E.isRight(modules) && modules.right.every(({ size }) => size <= limits.moduleSize)) {
      const dimension = modules.right.reduce((sum, { size }) => sum + size, 0);
      // For small S_d the blocks of all irreducibles are fewer than the monomials of high degree.
      if (!symmetric || BigInt(dimension) < group.order)
        routes.push(
          route(
            subject,
            (use) => withModuleModel(group, modules.right, use),
            (scheme) => ({ kind: 'gram', module: 'monomials', scheme }),
            modules.right.every(({ size }) => size <= limits.exact) ? attained : nearly,
          ),
        );
    }
  }
  if (symmetric)
    routes.push(
      route(
        subject,
        (use) => use(blockModel(symmetricBlocks(group.shape.degree))),
        (scheme) => ({ kind: 'blocks', scheme }),
        nearly,
      ),
    );
  else {
    const regular = regularUpTo(subject, limits.moments);
    if (regular !== undefined)
      routes.push(
        regular.size <= limits.regular
          ? route(
              subject,
              (use) => withRegularModel(group, regular, use),
              (scheme) => ({ kind: 'gram', module: 'regular', scheme }),
              regular.size <= limits.exact ? attained : nearly,
            )
          : route(
              subject,
              (use) => withRegularModel(group, regular, use),
              (scheme, elements) => momentEvidence(subject, scheme, elements, epsilon),
              0.8,
            ),
      );
  }
  return routes;
};

/**
 * A uniform scheme within ε that `check` accepts, as small as the search finds; undefined if no route leads to one.
 * ε ≥ 1 needs no search: one element serves, since ‖ω̂(π)‖ ≤ 1.
 */
export const proveExplicit = <G extends string>(
  subject: Subject<G>,
  epsilon: Rational,
  options: SearchOptions,
): ExplicitScheme | undefined => {
  const { show } = subject.instance.group;
  for (const { search, evidence } of routesFor(subject, epsilon)) {
    const elements = search(options, epsilon);
    if (elements === undefined) continue;
    options.progress('verifying the scheme');
    const made = evidence({ elements: elements.map(show) }, elements);
    if (made === undefined) continue;
    const size = BigInt(elements.length);
    if (E.isRight(checkWeak(subject, made, epsilon, size))) return { size, evidence: made };
  }
  return undefined;
};
