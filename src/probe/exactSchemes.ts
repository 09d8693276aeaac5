/**
 * Upper bounds on AC_ex: is the scheme exact? By definition E_ω f must be invariant, so for random f in F, h in G and
 * points x the probe compares Σ ω(g) f(g⁻¹x) with Σ ω(g) f(g⁻¹h⁻¹x). A difference falsifies; agreement does not prove.
 */
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { type Scheme, schemeSize, uniformScheme, type Weights } from '../averaging/scheme.ts';
import type { ExactEvidence } from '../certificate/evidence.ts';
import type { Element, FiniteGroup } from '../group/group.ts';
import { pointCount } from '../group/group.ts';
import type { Instance, MonomialAction } from '../representation/action.ts';
import type { FunctionClass } from '../representation/functionClass.ts';
import { closure, elementArbitrary, exactAverageLimit, listedElements, showBriefly } from './elements.ts';
import { briefInteger, type Effort, type Finding, falsified, notProbed, survived } from './outcome.ts';
import { readElementsToProbe, readSchemeToProbe, wrongSize } from './schemes.ts';
import { withWorld } from './worlds.ts';

/** Point evaluations spent on one scheme; large schemes get fewer runs. */
const workLimit = 3e6;

/** Tries to find f, h, x with (E_ω f)(x) ≠ (h·E_ω f)(x). */
export const probeExactness = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  scheme: Scheme<G>,
  effort: Effort,
  named: string,
): Finding => {
  const { group } = instance;
  const cost = schemeSize(scheme) * pointCount(group.shape);
  const numRuns = Math.max(5, Math.min(effort.runs, Math.floor(workLimit / cost)));
  const found = withWorld(instance, functions, (world): Finding => {
    const property = fc.property(world.functions, elementArbitrary(group), world.points, (f, h, x) =>
      world.agree(scheme, f, x, world.back(h, x)),
    );
    const details = fc.check(property, { seed: effort.seedFor('exactness'), numRuns });
    if (!details.failed) return survived(numRuns, `${named} averaged ${numRuns} random functions to invariant ones`);
    if (details.counterexample === null) throw new Error('probing failed', { cause: details.errorInstance });
    const [f, h, x] = details.counterexample;
    return falsified(
      details.numRuns,
      `${named} is not exact: with f = ${world.showFunction(f)}, h = ${showBriefly(group, h)}, x = ${world.showPoint(x)}, ` +
        '(E_ω f)(x) and (E_ω f)(h⁻¹x) differ',
    );
  });
  return found ?? notProbed('this function class has no probe under this action');
};

/** det ρ(g) from the definition: the sign of the permutation of coordinates times the signs. */
const determinant = <G extends string>(action: MonomialAction<G>, g: Element<G>): number => {
  const d = action.dimension;
  const image = action.image(g);
  let sign = 1;
  for (let i = 0; i < d; i++) {
    if (image[i]! >= d) sign = -sign;
    for (let j = i + 1; j < d; j++) if (image[i]! % d > image[j]! % d) sign = -sign;
  }
  return sign;
};

const trace = <G extends string>(action: MonomialAction<G>, g: Element<G>): number => {
  const d = action.dimension;
  const image = action.image(g);
  let sum = 0;
  for (let i = 0; i < d; i++) sum += image[i] === i ? 1 : image[i] === i + d ? -1 : 0;
  return sum;
};

const probeReflections = <G extends string>(
  instance: Instance<G>,
  texts: readonly string[],
): E.Either<Finding, Scheme<G>> => {
  const { group, action } = instance;
  const reflections = readElementsToProbe(group, texts);
  if (E.isLeft(reflections)) return reflections;
  if (action.kind === 'matrix') return E.left(notProbed('reflections given by matrices have no probe'));
  const isReversing = (g: Element<G>): boolean =>
    action.kind === 'plane' ? action.image(g).reflected : determinant(action, g) === -1;
  const isReflection = (g: Element<G>): boolean =>
    isReversing(g) &&
    group.equals(group.concat(g, g), group.empty) &&
    (action.kind === 'plane' || trace(action, g) === action.dimension - 2);
  const bad = reflections.right.find((g) => !isReflection(g));
  if (bad !== undefined)
    return E.left(
      falsified(1, `the evidence is false: ${showBriefly(group, bad)} is not a reflection of ℝ^${action.dimension}`),
    );
  const all = listedElements(group);
  if (all === undefined)
    return E.left(
      notProbed(
        `the kernel of the determinant has ${briefInteger(group.order / 2n)} elements, too many to average over`,
      ),
    );
  return E.right(uniformScheme(all.filter((g) => !isReversing(g))));
};

/** Candidates that evidence *harmonics* implies, without weights: the rotations in D_n. */
const rotations = <G extends string>(instance: Instance<G>): Scheme<G> | undefined => {
  const { action, group } = instance;
  if (action.kind !== 'plane' || group.family.name !== 'D') return undefined;
  const all = listedElements(group);
  return all === undefined ? undefined : uniformScheme(all.filter((g) => !action.image(g).reflected));
};

const wholeGroup = <G extends string>(group: FiniteGroup<G>): E.Either<Finding, Scheme<G>> => {
  const all = listedElements(group);
  return all === undefined
    ? E.left(
        notProbed(
          `that ${briefInteger(group.order)} elements suffice is the average over the whole group, too large to evaluate`,
        ),
      )
    : E.right(uniformScheme(all));
};

const schemeOf = <G extends string>(
  instance: Instance<G>,
  evidence: ExactEvidence,
  value: bigint,
): E.Either<Finding, Scheme<G>> => {
  const { group } = instance;
  if (evidence.kind === 'scheme') return readSchemeToProbe(group, evidence.scheme);
  if (evidence.kind === 'subgroup') {
    const generators = readElementsToProbe(group, evidence.generators);
    if (E.isLeft(generators)) return generators;
    const elements = closure(group, generators.right, exactAverageLimit);
    return elements === undefined
      ? E.left(notProbed(`the subgroup has more than ${exactAverageLimit} elements, too many to average over`))
      : E.right(uniformScheme(elements));
  }
  if (evidence.kind === 'reflections') return probeReflections(instance, evidence.reflections);
  if (value >= group.order) return wholeGroup(group);
  const turning = evidence.kind === 'harmonics' ? rotations(instance) : undefined;
  return turning === undefined
    ? E.left(notProbed(`evidence ${evidence.kind} gives no scheme of ${briefInteger(value)} elements to try`))
    : E.right(turning);
};

const nameOf = (evidence: ExactEvidence, size: number): string =>
  evidence.kind === 'subgroup'
    ? `the average over the subgroup of ${size} elements`
    : evidence.kind === 'reflections'
      ? `the average over the ${size} elements of determinant 1`
      : `the scheme of ${size} elements`;

/** AC_ex ≤ value. */
export const probeExactUpper = <G extends string>(
  instance: Instance<G>,
  functions: FunctionClass,
  evidence: ExactEvidence,
  value: bigint,
  weights: Weights,
  effort: Effort,
): Finding => {
  const scheme = schemeOf(instance, evidence, value);
  if (E.isLeft(scheme)) return scheme.left;
  return (
    wrongSize(scheme.right, value, weights) ??
    probeExactness(instance, functions, scheme.right, effort, nameOf(evidence, schemeSize(scheme.right)))
  );
};
