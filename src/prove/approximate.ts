/** Explicit schemes within ε: which evidence suits the subject, the search it guides, and the check that decides. */
import * as E from 'fp-ts/lib/Either.js';
import { approximate, type Rational } from '../algebra/rational.ts';
import { uniformScheme } from '../averaging/scheme.ts';
import type { SchemeData, WeakEvidence } from '../certificate/evidence.ts';
import { checkWeak } from '../check/approximate.ts';
import { momentBounds, scaledMoments } from '../check/moments.ts';
import type { Subject } from '../check/subject.ts';
import { cyclicFactors } from '../group/cyclicFactors.ts';
import type { Element } from '../group/group.ts';
import { listGroup } from '../group/listing.ts';
import { greatestDegree } from '../representation/functionClass.ts';
import { monomialCount, monomialModules, regularModule, type TransitiveModule } from '../representation/module.ts';
import { abelianModel, blockModel, type ErrorModel, moduleModel, planeModel, signModel } from '../search/errorModel.ts';
import { findScheme } from '../search/schemeSearch.ts';

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
  readonly search: (options: SearchOptions, epsilon: number) => readonly Element<G>[] | undefined;
  readonly evidence: (scheme: SchemeData, elements: readonly Element<G>[]) => ExplicitEvidence | undefined;
}

const route = <G extends string, Prepared>(
  subject: Subject<G>,
  model: ErrorModel<G, Prepared>,
  evidence: Route<G>['evidence'],
  /** Aim this much below ε, for evidence that is not sharp. */
  aim = 1,
): Route<G> => ({
  search: (options, epsilon) =>
    findScheme({ ...options, group: subject.instance.group, model, epsilon: epsilon * aim })?.elements,
  evidence,
});

/** Limits up to which each kind is preferred; beyond them the next kind is tried. */
const limits = {
  moduleSize: 600,
  monomials: 20_000,
  regular: 800,
  symmetric: 9,
  moments: 20_000,
  characters: 4096,
} as const;
const greatestMoment = 64;
const typicalSize = 20;

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
  let power = 0;
  for (const scaled of scaledMoments(listing, uniform)) {
    power++;
    if (momentBounds(uniform, listing.size, scaled, power, epsilon)) return { kind: 'moments', power, scheme };
    if (power >= greatestMoment) return undefined;
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
  const k = greatestDegree(functions);
  if (action.kind === 'plane') {
    const half = Math.floor(action.turns / 2);
    const dihedral = group.family.name === 'D';
    const model = planeModel(action, Math.min(k ?? half, half), dihedral && (k ?? action.turns) >= action.turns);
    routes.push(route(subject, model, (scheme) => ({ kind: 'plane', scheme })));
    return routes;
  }
  const factors = group.order <= BigInt(limits.characters) ? cyclicFactors(group) : undefined;
  if (factors !== undefined) {
    const { orders, coordinates } = factors;
    const natural = group.family.name === 'Z2' && action.kind === 'signed';
    const evidence = (scheme: SchemeData): ExplicitEvidence => ({ kind: 'abelian', scheme });
    return orders.every((n) => n === 2)
      ? [
          route(
            subject,
            signModel(orders.length, coordinates, (weight) => !natural || weight <= (k ?? weight)),
            evidence,
          ),
        ]
      : [route(subject, abelianModel(orders, coordinates), evidence)];
  }
  const young =
    group.family.name === 'S' && group.family.parameter <= limits.symmetric
      ? blockModel<G>(group.family.parameter)
      : undefined;
  if (functions.kind !== 'all' && monomialCount(action.dimension, functions) <= limits.monomials) {
    const modules = monomialModules(instance, functions);
    if (E.isRight(modules) && modules.right.every(({ size }) => size <= limits.moduleSize)) {
      const model = moduleModel(modules.right);
      // For small S_d the blocks of all irreducibles can be cheaper than the monomials of high degree.
      if (young === undefined || model.cost(typicalSize) < young.cost(typicalSize))
        routes.push(route(subject, model, (scheme) => ({ kind: 'gram', module: 'monomials', scheme })));
    }
  }
  if (young !== undefined) routes.push(route(subject, young, (scheme) => ({ kind: 'blocks', scheme })));
  else {
    const regular = regularUpTo(subject, limits.regular);
    if (regular !== undefined)
      routes.push(route(subject, moduleModel([regular]), (scheme) => ({ kind: 'gram', module: 'regular', scheme })));
    else {
      const large = regularUpTo(subject, limits.moments);
      if (large !== undefined)
        routes.push(
          route(
            subject,
            moduleModel([large]),
            (scheme, elements) => momentEvidence(subject, scheme, elements, epsilon),
            0.8,
          ),
        );
    }
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
    const elements = search(options, approximate(epsilon));
    if (elements === undefined) continue;
    options.progress('verifying the scheme');
    const made = evidence({ elements: elements.map(show) }, elements);
    if (made === undefined) continue;
    const size = BigInt(elements.length);
    if (E.isRight(checkWeak(subject, made, epsilon, size))) return { size, evidence: made };
  }
  return undefined;
};
