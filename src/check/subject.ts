/**
 * What a certificate is about, rebuilt from its claim: the instance and the function class; and reading elements and
 * schemes of that very group.
 */
import * as E from 'fp-ts/lib/Either.js';
import { denominatorFits, type Rational } from '../algebra/rational.ts';
import { type Scheme, totalVariation, uniformScheme, weightedScheme } from '../averaging/scheme.ts';
import type { SchemeData } from '../certificate/evidence.ts';
import { type Element, pointCount, showPermutation } from '../group/group.ts';
import { listingLimit } from '../group/listing.ts';
import type { Instance } from '../representation/action.ts';
import { type FunctionClass, greatestDegree, isPolynomialClass } from '../representation/functionClass.ts';
import { stepsPerSpectrum as productsPerSpectrum } from '../representation/matrixAction.ts';
import { type Allowance, allowanceOf, certificateSteps } from './allowance.ts';
import { declined, malformed, type Refusal, rejected } from './refusal.ts';
import type { VerifiedTable } from './verifiedTable.ts';

export interface Subject<G extends string> {
  readonly instance: Instance<G>;
  readonly functions: FunctionClass;
  /** What checking may still cost; shared by all claims of a certificate. */
  readonly allowance: Allowance;
  /** The tables of the certificate, verified. */
  readonly tables: readonly VerifiedTable<G>[];
}

/** A subject with the allowance of one certificate, or another. */
export const subjectOf = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  allowance: Allowance = allowanceOf(certificateSteps),
): Subject<G> => ({ instance, functions, allowance, tables: [] });

/** Spends steps before they are taken; declines when the certificate has used up its allowance. */
export const afford = <G extends string>(
  subject: Subject<G>,
  steps: number,
  what: string,
): E.Either<Refusal, undefined> =>
  subject.allowance.spend(steps)
    ? E.right(undefined)
    : declined('work-limit', `${what} would take more work than this checker allows for one certificate`);

/** Schemes and lists of elements longer than this are declined. */
export const elementLimit = 20_000;
/** Images of points under all elements listed together. */
const imageLimit = 2e7;
/** Bits of the common denominator of a scheme's weights. */
export const denominatorBits = 4096;

/** An element of the subject's group: well written (else malformed) and a member (else rejected). */
export const readElement = <G extends string>(subject: Subject<G>, text: string): E.Either<Refusal, Element<G>> => {
  const { group } = subject.instance;
  const parsed = group.read(text);
  if (E.isLeft(parsed)) return malformed('element-notation', parsed.left);
  const inGroup = group.contains(parsed.right);
  // What is not in the group may still be written wrongly: `show` is for any permutation of the shape.
  const canonical = group.show(parsed.right as Element<G>);
  if (canonical !== text && showPermutation(group.shape, parsed.right) !== text)
    return malformed('element-notation', `write the element ${text.slice(0, 60)} as ${canonical.slice(0, 60)}`);
  return inGroup
    ? E.right(parsed.right as Element<G>)
    : rejected('element-not-in-group', `an element is not in ${group.notation.slice(0, 40)}: ${text.slice(0, 60)}`);
};

export const readElements = <G extends string>(
  subject: Subject<G>,
  texts: readonly string[],
): E.Either<Refusal, readonly Element<G>[]> => {
  if (texts.length > elementLimit)
    return declined('work-limit', `${texts.length} elements are listed; the limit is ${elementLimit}`);
  const images = texts.length * pointCount(subject.instance.group.shape);
  if (images > imageLimit)
    return declined('work-limit', `the elements listed have ${images} images; the limit is ${imageLimit}`);
  const elements: Element<G>[] = [];
  for (const text of texts) {
    const element = readElement(subject, text);
    if (E.isLeft(element)) return element;
    elements.push(element.right);
  }
  return E.right(elements);
};

export const readScheme = <G extends string>(subject: Subject<G>, data: SchemeData): E.Either<Refusal, Scheme<G>> => {
  const elements = readElements(subject, data.elements);
  if (E.isLeft(elements)) return elements;
  if (elements.right.length === 0) return malformed('scheme-form', 'a scheme needs at least one element');
  if (data.weights === undefined) return E.right(uniformScheme(elements.right));
  if (!denominatorFits(data.weights, denominatorBits))
    return declined('work-limit', `the common denominator of the weights has more than ${denominatorBits} bits`);
  const scheme = weightedScheme(subject.instance.group, elements.right, data.weights);
  return E.isLeft(scheme) ? malformed('scheme-form', scheme.left) : scheme;
};

/** Bits of ε and of the squared total weight: comparisons of errors with ε are about numbers of that size. */
export const comparisonBits = <G extends string>(scheme: Scheme<G>, epsilon: Rational): number =>
  [epsilon.numerator, epsilon.denominator, scheme.total * scheme.total, totalVariation(scheme)].reduce(
    (sum, n) => sum + n.toString(2).length,
    0,
  );

/** Steps to find where one element sends one monomial. */
export const stepsPerMonomial = <G extends string>({ instance }: Subject<G>): number =>
  300 + 40 * instance.action.dimension;

/** Steps to find the spectrum of one element, before characters are computed from it. */
export const stepsPerSpectrum = <G extends string>({ instance: { action } }: Subject<G>): number =>
  300 +
  100 * action.dimension +
  (action.kind === 'matrix' ? 300 * productsPerSpectrum(action.dimension, action.field) : 0);

/** Allowed for the stabiliser chain of a subgroup. */
export const chainSteps = 1e9;

/** Spends what listing the group and its conjugacy classes costs. */
export const affordListing = <G extends string>(subject: Subject<G>): E.Either<Refusal, undefined> => {
  const { order, generators, shape } = subject.instance.group;
  if (order > BigInt(listingLimit)) return E.right(undefined);
  const steps = Number(order) * (generators.length + 1) * (200 + 3 * pointCount(shape));
  return afford(subject, steps, 'listing the group');
};

/** The greatest degree of a class of polynomials, Infinity for `all`; undefined for the other classes. */
export const degreeOf = (functions: FunctionClass): number | undefined =>
  isPolynomialClass(functions)
    ? greatestDegree(functions)
    : functions.kind === 'all'
      ? Number.POSITIVE_INFINITY
      : undefined;
