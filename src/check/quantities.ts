/**
 * What is known of an instance, for statements about it: numbers computed from the instance itself, where that is cheap enough, and
 * intervals that claims give. The caller has checked the claims.
 *
 * Averaging complexities pass between claims by AC_wk ≤ AC_st ≤ AC_ex ≤ |G|, AC_wk ≤ AC_same ≤ AC_ex, all non-increasing in ε (MATHEMATICS.md
 * 3.2, 5.7), and between weights: a lower bound to less general ones, an upper bound to more general ones.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { isPrime, lcm } from '../algebra/integer.ts';
import { type Rational, rationals } from '../algebra/rational.ts';
import { eigenvalueBounds, maxMultiplicities, multiplicitiesByFormula } from '../averaging/eigenvalueBounds.ts';
import type { Weights } from '../averaging/scheme.ts';
import { type Claim, epsilonOf } from '../certificate/certificate.ts';
import type { Quantities } from '../conjecture/evaluate.ts';
import type { AveragingName, NumberName, PropertyName } from '../conjecture/expression.ts';
import { between, type Interval, integer, type Known, type Truth } from '../conjecture/interval.ts';
import { abelianisationOrder, isAbelianGroup, isSimpleGroup } from '../group/abelianQuotients.ts';
import { type Element, pointCount } from '../group/group.ts';
import { type ConjugacyClasses, conjugacyClasses, listGroup } from '../group/listing.ts';
import { cyclesOf } from '../group/permutation.ts';
import { isMonomialAction } from '../representation/action.ts';
import { problemOfClass } from '../representation/classCharacter.ts';
import { type FunctionClass, showFunctionClass } from '../representation/functionClass.ts';
import { generality } from './established.ts';
import { involutions } from './existence.ts';
import { afford, affordListing, chainSteps, type Subject, stepsPerSpectrum } from './subject.ts';

/** A checked claim, and the class it is about. */
export interface KnownClaim {
  readonly claim: Claim;
  readonly functions: string;
}

/** The quantity of a claim for each of the language. */
export const quantityOf = { ACex: 'AC_ex', ACwk: 'AC_wk', ACst: 'AC_st', ACsame: 'AC_same' } as const;

/** Which quantities are at most which, at equal ε. */
const atMost: Readonly<Record<AveragingName, readonly Claim['quantity'][]>> = {
  ACwk: ['AC_wk', 'AC_st', 'AC_same', 'AC_ex'],
  ACst: ['AC_st', 'AC_ex'],
  ACsame: ['AC_same', 'AC_ex'],
  ACex: ['AC_ex'],
};
const atLeast: Readonly<Record<AveragingName, readonly Claim['quantity'][]>> = {
  ACwk: ['AC_wk'],
  ACst: ['AC_st', 'AC_wk'],
  ACsame: ['AC_same', 'AC_wk'],
  ACex: ['AC_ex', 'AC_st', 'AC_same', 'AC_wk'],
};

/** Whether a claim at its ε bounds from above at this one; a claim about AC_ex does at each. */
const holdsAbove = (own: Rational | undefined, epsilon: Rational | undefined): boolean =>
  own === undefined || (epsilon !== undefined && rationals.compare(own, epsilon) <= 0);
/** The same from below; AC_ex is at least everything at any ε. */
const holdsBelow = (own: Rational | undefined, epsilon: Rational | undefined): boolean =>
  epsilon === undefined || (own !== undefined && rationals.compare(own, epsilon) >= 0);

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const from = (lower: bigint, upper: bigint): Interval => between(integer(lower).lower, integer(upper).upper);

const averagingInterval = (
  claims: readonly KnownClaim[],
  order: bigint,
  name: AveragingName,
  functions: string,
  weights: Weights,
  epsilon: Rational | undefined,
): Interval => {
  let [lower, upper] = [1n, order];
  for (const { claim, functions: own } of claims) {
    if (own !== functions || claim.quantity === 'threshold') continue;
    const at = epsilonOf(claim);
    if (
      claim.relation !== '>=' &&
      atMost[name].includes(claim.quantity) &&
      generality[claim.weights] <= generality[weights] &&
      holdsAbove(at, epsilon)
    )
      upper = smaller(upper, claim.value);
    if (
      claim.relation !== '<=' &&
      atLeast[name].includes(claim.quantity) &&
      generality[claim.weights] >= generality[weights] &&
      holdsBelow(at, epsilon)
    )
      lower = larger(lower, claim.value);
  }
  return from(lower, upper);
};

/**
 * The threshold for probability and signed weights, at most |G| − 1 by 2.4. For uniform weights it can be less, so that only lower bounds for these
 * count (`whyNotImplied` says the same).
 */
const thresholdInterval = (claims: readonly KnownClaim[], order: bigint): Interval => {
  let [lower, upper] = [0n, order - 1n];
  for (const { claim } of claims) {
    if (claim.quantity !== 'threshold') continue;
    if (claim.relation !== '>=' && claim.weights !== 'uniform') upper = smaller(upper, claim.value);
    if (claim.relation !== '<=') lower = larger(lower, claim.value);
  }
  return from(lower, upper);
};

/** Computed once, at first use. */
const lazily = <A>(compute: () => A): (() => A) => {
  let known: { readonly value: A } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
};

const truth = (value: boolean): Truth => (value ? 'true' : 'false');

const orderOf = (g: ArrayLike<number>): bigint =>
  cyclesOf(Uint32Array.from(g)).reduce((order, cycle) => lcm(order, BigInt(cycle.length)), 1n);

/** What follows from the instance alone, computed when it is first asked for; undefined what costs more than is allowed. */
export const factsOf = <G extends string>(subject: Subject<G>) => {
  const { action, faithful, group } = subject.instance;
  const affordable = (steps: number): boolean => E.isRight(afford(subject, steps, 'a quantity of the instance'));
  const classes = lazily((): ConjugacyClasses<G> | undefined => {
    const listing = E.isRight(affordListing(subject)) ? listGroup(group) : undefined;
    return listing === undefined ? undefined : conjugacyClasses(listing);
  });
  const abelian = lazily((): boolean | undefined =>
    affordable(group.generators.length ** 2 * pointCount(group.shape) * 200) ? isAbelianGroup(group) : undefined,
  );
  const spectra = lazily((): boolean => {
    if (multiplicitiesByFormula(subject.instance) !== undefined) return true;
    const listed = classes();
    return listed !== undefined && affordable(listed.representatives.length * stepsPerSpectrum(subject));
  });
  const exponent = (): bigint | undefined => {
    const elements: readonly Element<G>[] | undefined = abelian() ? group.generators : classes()?.representatives;
    return elements?.reduce((all, g) => lcm(all, orderOf(g)), 1n);
  };
  const transitive = (): boolean | undefined => {
    if (!isMonomialAction(action)) return undefined;
    const d = action.dimension;
    if (!affordable(d * (group.generators.length + 1) * 50)) return undefined;
    const images = group.generators.map((g) => action.image(g));
    const reached = new Set([0]);
    for (const point of reached) for (const image of images) reached.add(image[point]! % d);
    return reached.size === d;
  };
  return {
    classes,
    exponent: lazily(exponent),
    bounds: lazily(() => (faithful && spectra() ? eigenvalueBounds(subject.instance) : undefined)),
    multiplicities: lazily(() => (spectra() ? maxMultiplicities(subject.instance) : undefined)),
    abelian,
    transitive: lazily(transitive),
    simple: lazily((): boolean | undefined => {
      if (abelian()) return group.order < 2n ** 31n && isPrime(Number(group.order));
      if (!affordable(chainSteps)) return undefined;
      const quotient = O.toUndefined(abelianisationOrder(group, chainSteps));
      if (quotient !== undefined && quotient > 1n && quotient < group.order) return false;
      const representatives = classes()?.representatives;
      if (representatives === undefined || !affordable((representatives.length + 1) * chainSteps)) return undefined;
      return O.toUndefined(isSimpleGroup(group, representatives, chainSteps));
    }),
  };
};

export type Facts<G extends string> = ReturnType<typeof factsOf<G>>;

/** Between 1 and |G|, where it could not be computed. */
const orUpTo = (value: bigint | undefined, order: bigint): Interval =>
  value === undefined ? from(1n, order) : integer(value);

/** By the first table of the certificate, where G is neither abelian nor S_d or B_d. */
const sumOfDegrees = <G extends string>({ instance: { group }, tables }: Subject<G>): bigint | undefined =>
  involutions(group) ?? tables[0]?.degrees.reduce((sum, degree) => sum + BigInt(degree), 0n);

/** `facts` are those of the same instance, if they have been asked for before. */
export const quantitiesOf = <G extends string>(
  subject: Subject<G>,
  claims: readonly KnownClaim[],
  parameters: Quantities['parameters'],
  facts: Facts<G> = factsOf(subject),
): Quantities => {
  const { instance, functions: own } = subject;
  const { order } = instance.group;
  const number = (name: NumberName): Known => {
    switch (name) {
      case 'order':
        return integer(order);
      case 'dim':
        return integer(instance.action.dimension);
      case 'classes':
        return facts.abelian() ? integer(order) : orUpTo(lengthOf(facts.classes()), order);
      case 'exponent':
        return orUpTo(facts.exponent(), order);
      case 'sumDegrees':
        return orUpTo(facts.abelian() ? order : sumOfDegrees(subject), order);
      case 'threshold':
        return instance.faithful ? thresholdInterval(claims, order) : undefined;
      case 'paperBound':
      case 'sharperBound': {
        const bounds = facts.bounds();
        return bounds === undefined ? undefined : integer(name === 'paperBound' ? bounds.paper : bounds.sharper);
      }
    }
  };
  const property = (name: PropertyName): Truth => {
    const value = name === 'faithful' ? instance.faithful : facts[name]();
    return value === undefined ? 'unknown' : truth(value);
  };
  return {
    number,
    property,
    multiplicities: facts.multiplicities,
    averaging: (name, functions: FunctionClass, weights, epsilon) =>
      problemOfClass(instance.action, functions) === undefined
        ? averagingInterval(claims, order, name, showFunctionClass(functions), weights, epsilon)
        : undefined,
    own,
    parameters,
  };
};

const lengthOf = <G extends string>(classes: ConjugacyClasses<G> | undefined): bigint | undefined =>
  classes === undefined ? undefined : BigInt(classes.representatives.length);
