/**
 * The ways to an explicit scheme: which model guides the search for a subject, and which evidence then shows that the
 * scheme is within ε. Beyond the limits of one way the next is tried; every search ends after a number of steps.
 */
import * as E from 'fp-ts/lib/Either.js';
import { approximate, type Rational } from '../algebra/rational.ts';
import { welchBound } from '../averaging/bounds.ts';
import { uniformScheme, weightedScheme } from '../averaging/scheme.ts';
import type { SchemeData, WeakEvidence } from '../certificate/evidence.ts';
import { leftTranslations, momentsInFloatingPoint } from '../check/moments.ts';
import type { Subject } from '../check/subject.ts';
import { type CyclicFactors, cyclicFactors } from '../group/cyclicFactors.ts';
import type { Element } from '../group/group.ts';
import { listGroup } from '../group/listing.ts';
import { isMonomialAction } from '../representation/action.ts';
import { greatestDegree, isPolynomialClass } from '../representation/functionClass.ts';
import { monomialCount, monomialModules, regularModule, type TransitiveModule } from '../representation/module.ts';
import { abelianElement } from '../search/abelianElements.ts';
import { ofWeightAtMost, searchAbelian } from '../search/abelianSearch.ts';
import { blockModel, planeBlocks, symmetricBlocks } from '../search/blockModels.ts';
import { abelianModel, signModel } from '../search/characterModel.ts';
import type { ErrorModel } from '../search/errorModel.ts';
import { findScheme } from '../search/findScheme.ts';
import { lighten } from '../search/lighten.ts';
import { type WithModel, withModuleModel, withRegularModel } from '../search/models.ts';
import { searchBySampling } from '../search/sampling.ts';
import { translationModel } from '../search/translationModel.ts';
import { youngModel } from '../search/youngModel.ts';

export type ExplicitEvidence = Exclude<WeakEvidence, { readonly kind: 'existence' }>;

/** A scheme that the search believes to be within ε; without weights the plain average. */
export interface Proposal<G extends string> {
  readonly elements: readonly Element<G>[];
  readonly weights?: readonly Rational[];
}

export interface SearchOptions<G extends string> {
  readonly epsilon: Rational;
  readonly seed: string;
  /** Workers of different numbers search apart. */
  readonly worker: number;
  readonly minimize: boolean;
  /** Sizes above this are not tried. */
  readonly mostElements: number;
  readonly progress: (phase: string) => void;
  /** Called with every proposal of fewer elements than those before. */
  readonly propose: (proposal: Proposal<G>) => void;
}

/** A search, and the kinds of evidence that may show what it proposes, the preferred one first. */
export interface Route<G extends string, Evidence = ExplicitEvidence> {
  readonly search: (options: SearchOptions<G>) => void;
  readonly evidence: (scheme: SchemeData, proposal: Proposal<G>, epsilon: Rational) => readonly Evidence[];
  /** Evidence is made by the very test of the checker, which takes long: it is not tested again before the certificate is. */
  readonly tested?: true;
}

/** Below Welch's bound nothing is within ε where every irreducible counts. */
export const leastElements = <G extends string>({ functions, instance }: Subject<G>, epsilon: Rational): number =>
  functions.kind === 'all' ? Number(welchBound(instance.group.order, epsilon)) : 1;

/** A search by `findScheme` on a model, then for fewer elements with other weights than equal ones. */
export const searchOnModel = <G extends string, Part>(
  subject: Subject<G>,
  model: ErrorModel<G, Part>,
  aim: number,
  options: SearchOptions<G>,
  steps?: number,
): void => {
  const { epsilon, seed, worker, minimize, mostElements, progress, propose } = options;
  const target = approximate(epsilon) * aim;
  const missed: (readonly Element<G>[])[] = [];
  const found = findScheme({
    group: subject.instance.group,
    model,
    epsilon: target,
    mostElements,
    leastElements: leastElements(subject, epsilon),
    seed,
    worker,
    minimize,
    progress,
    onImproved: propose,
    onMissed: (schemes) => missed.push(...schemes.map(({ elements }) => elements)),
    ...(steps === undefined ? {} : { steps }),
  });
  const fewer = missed.filter(({ length }) => length < (found?.elements.length ?? mostElements));
  lighten({ group: subject.instance.group, model, target, minimize, progress, propose }, fewer);
};

/** A route that searches with the model that `choose` hands over, made when the search begins. */
const modelRoute = <G extends string>(
  subject: Subject<G>,
  choose: <R>(use: WithModel<G, R>) => R,
  /** Aim this much below ε, for evidence that is not sharp. */
  aim: number,
  evidence: Route<G>['evidence'],
): Route<G> => ({
  search: (options) => choose((model) => searchOnModel(subject, model, aim, options)),
  evidence,
});

/** The check decides exactly, so an error equal to ε will do; or in floating point, so it needs a little room. */
export const attained = 1;
export const nearly = 1 - 1e-7;
/** Moments show what is somewhat below ε. */
const byMoments = 0.93;

/** Limits up to which each kind is preferred; beyond them the next kind is tried. */
const limits = {
  moduleSize: 2000,
  monomials: 20_000,
  regular: 2000,
  /** Irreducibles as dense matrices, and letter by letter. */
  denseSymmetric: 8,
  symmetric: 10,
  irreducibles: 20_000,
  moments: 2_000_000,
  /** Translates of all elements of a scheme: `imageLimit` of `check/moments.ts`. */
  translates: 5e7,
  /** Characters one by one, and by Fourier transforms. */
  characters: 4096,
  transform: 1 << 20,
  exponent: 100_000,
  /** Modules decided exactly: `exactLimit` of `check/gram.ts`. */
  exact: 120,
} as const;
const greatestMoment = 200;

/** Elementary steps where the error of one scheme takes long. */
const slowSteps = { quick: 1.5e10, thorough: 4e10 } as const;
const transformSteps = { quick: 1e10, thorough: 1e10 } as const;
const stepsOf = (steps: { readonly quick: number; readonly thorough: number }, minimize: boolean): number =>
  steps[minimize ? 'thorough' : 'quick'];

/** The least even moment that floating point shows to bound the error. */
const momentEvidence = <G extends string>(
  subject: Subject<G>,
  data: SchemeData,
  { elements, weights }: Proposal<G>,
  epsilon: Rational,
): readonly ExplicitEvidence[] => {
  const { group } = subject.instance;
  const listing = listGroup(group, limits.moments);
  const scheme = weights === undefined ? E.right(uniformScheme(elements)) : weightedScheme(group, elements, weights);
  if (listing === undefined || E.isLeft(scheme)) return [];
  const translations = leftTranslations(listing, elements);
  const half = momentsInFloatingPoint(scheme.right, translations, epsilon, greatestMoment / 2);
  return half === undefined ? [] : [{ kind: 'moments', power: 2 * half, scheme: data }];
};

export const regularUpTo = <G extends string>(subject: Subject<G>, limit: number): TransitiveModule<G> | undefined => {
  const regular = regularModule(subject.instance.group, limit);
  return E.isLeft(regular) ? undefined : regular.right;
};

const abelianRoute = <G extends string>(
  subject: Subject<G>,
  { orders, coordinates }: CyclicFactors<G>,
  degree: number | undefined,
): Route<G> => {
  const { instance } = subject;
  const { group } = instance;
  const signs = orders.every((n) => n === 2);
  const natural = group.family.name === 'Z2' && instance.action.kind === 'signed';
  const greatest = natural ? (degree ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const large = group.order > BigInt(limits.characters);
  const byTransform = (options: SearchOptions<G>, steps: number, codesOnly: boolean): number | undefined =>
    searchAbelian({
      orders,
      occurs: greatest === Number.POSITIVE_INFINITY ? () => true : ofWeightAtMost(greatest),
      epsilon: approximate(options.epsilon),
      leastElements: leastElements(subject, options.epsilon),
      mostElements: options.mostElements,
      seed: `${options.seed}/${options.worker}`,
      steps,
      persistent: options.minimize,
      codesOnly,
      progress: options.progress,
      onImproved: (indices) => options.propose({ elements: indices.map((index) => abelianElement(group, index)) }),
    })?.length;
  return {
    search: (options) => {
      const { minimize } = options;
      if (large) {
        byTransform(options, stepsOf(transformSteps, minimize), false);
        return;
      }
      const byCode = signs && orders.length >= 5 ? byTransform(options, 5e8, true) : undefined;
      const mostElements = byCode === undefined ? options.mostElements : byCode - 1;
      if (mostElements < 1) return;
      const model = signs
        ? signModel(orders.length, coordinates, (weight) => weight <= greatest)
        : abelianModel(orders, coordinates);
      searchOnModel(subject, model, attained, { ...options, mostElements });
    },
    evidence: (scheme) => [{ kind: 'abelian', scheme }],
  };
};

const symmetricRoute = <G extends string>(subject: Subject<G>, d: number): Route<G> => {
  const small = subject.instance.group.order <= BigInt(limits.exact);
  const evidence = (scheme: SchemeData): readonly ExplicitEvidence[] => [
    { kind: 'blocks', scheme },
    // Where ε is attained only the exact test can tell.
    ...(small ? [{ kind: 'gram', module: 'regular', scheme } as const] : []),
  ];
  if (d <= limits.denseSymmetric)
    return modelRoute(subject, (use) => use(blockModel(symmetricBlocks(d))), small ? attained : nearly, evidence);
  return {
    search: (options) => {
      const found = searchBySampling({
        ...options,
        group: subject.instance.group,
        model: youngModel<G>(d),
        epsilon: approximate(options.epsilon) * 0.999,
        leastElements: leastElements(subject, options.epsilon),
        steps: stepsOf(slowSteps, options.minimize),
      });
      if (found !== undefined) options.propose(found);
    },
    evidence,
  };
};

/** Any group whose elements can be numbered, without its irreducibles. */
const translationRoute = <G extends string>(subject: Subject<G>): Route<G> | undefined => {
  const { group } = subject.instance;
  const listing = listGroup(group, limits.moments);
  if (listing === undefined) return undefined;
  return {
    search: (options) => {
      const found = searchBySampling({
        ...options,
        group,
        model: translationModel(listing),
        epsilon: approximate(options.epsilon) * byMoments,
        leastElements: leastElements(subject, options.epsilon),
        mostElements: Math.min(options.mostElements, Math.floor(limits.translates / listing.size)),
        steps: stepsOf(slowSteps, options.minimize),
      });
      if (found !== undefined) options.propose(found);
    },
    evidence: (scheme, proposal, epsilon) => momentEvidence(subject, scheme, proposal, epsilon),
    tested: true,
  };
};

/** The kinds of evidence that suit the subject, the preferred one first. */
export const routesFor = <G extends string>(subject: Subject<G>): readonly Route<G>[] => {
  const { instance, functions } = subject;
  const { group, action } = instance;
  const routes: Route<G>[] = [];
  const k = isPolynomialClass(functions) ? greatestDegree(functions) : undefined;
  if (action.kind === 'plane' && (functions.kind === 'all' || isPolynomialClass(functions))) {
    const half = Math.floor(action.turns / 2);
    const dihedral = group.family.name === 'D';
    const determinant = dihedral && (k ?? action.turns) >= action.turns;
    const model = blockModel(planeBlocks(action, Math.min(k ?? half, half), determinant));
    return [
      modelRoute(
        subject,
        (use) => use(model),
        attained,
        (scheme) => [{ kind: 'plane', scheme }],
      ),
    ];
  }
  const factors = group.order <= BigInt(limits.transform) ? cyclicFactors(group) : undefined;
  if (factors?.orders.every((n) => n <= limits.exponent) === true) return [abelianRoute(subject, factors, k)];
  const { family } = group;
  const symmetric = family.name === 'S' && family.parameter <= limits.symmetric;
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
          modelRoute(
            subject,
            (use) => withModuleModel(group, modules.right, use),
            modules.right.every(({ size }) => size <= limits.exact) ? attained : nearly,
            (scheme) => [{ kind: 'gram', module: 'monomials', scheme }],
          ),
        );
    }
  }
  if (symmetric) return [...routes, symmetricRoute(subject, family.parameter)];
  const regular = regularUpTo(subject, limits.irreducibles);
  if (regular === undefined) {
    const translations = translationRoute(subject);
    return translations === undefined ? routes : [...routes, translations];
  }
  const choose = <R>(use: WithModel<G, R>): R => withRegularModel(group, regular, use);
  const byGram = regular.size <= limits.regular;
  return [
    ...routes,
    byGram
      ? modelRoute(subject, choose, regular.size <= limits.exact ? attained : nearly, (scheme) => [
          { kind: 'gram', module: 'regular', scheme },
        ])
      : modelRoute(subject, choose, byMoments, (scheme, proposal, epsilon) =>
          momentEvidence(subject, scheme, proposal, epsilon),
        ),
  ];
};
