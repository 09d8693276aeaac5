/**
 * ‖ω̂(π)‖ for each nontrivial irreducible π, against the bound that the certificate proves. Numerical: a picture for the
 * eye, computed in floating point from the elements and weights of the certificate, while the bound is the checker's.
 */
import * as E from 'fp-ts/lib/Either.js';
import { approximate, type Rational } from '../algebra/rational.ts';
import { type Scheme, schemeSize } from '../averaging/scheme.ts';
import type { Claim } from '../certificate/certificate.ts';
import { readScheme, type Subject } from '../check/subject.ts';
import { conjugacyClasses, listGroup } from '../group/listing.ts';
import { isMonomialAction } from '../representation/action.ts';
import { pieceCharacters } from '../representation/classCharacter.ts';
import { monomialModules } from '../representation/module.ts';
import { gram, greatestOfSymmetric } from '../search/dense.ts';
import { moduleModel } from '../search/moduleModel.ts';
import { complexes } from './complexes.ts';
import { boundOfScheme, schemeOfClaim } from './schemesOf.ts';
import { type NamedBlock, type NamedBlocks, namedBlocks } from './spectralBlocks.ts';

export interface SpectralLine {
  readonly name: string;
  readonly dimension: number;
  /** ‖ω̂(π)‖, numerically. */
  readonly norm: number;
  /** Whether π occurs in the class; undefined where that was not computed. */
  readonly occurs: boolean | undefined;
}

export interface Spectrum {
  readonly lines: readonly SpectralLine[];
  /** `module` where the irreducibles were not taken apart: each line is then the greatest norm in a module of monomials. */
  readonly called: NamedBlocks<string>['called'] | 'module';
  readonly size: number;
  /** The proved bound on ‖ω̂(π)‖², for the π of the class. */
  readonly bound: Rational | undefined;
}

/** Multiplications for one picture. */
const workLimit = 3e8;
/** Groups up to this order are listed to see which irreducibles occur in the class. */
const listingLimit = 50_000;
const moduleSizeLimit = 2000;

const normOf = <G extends string>({ block }: NamedBlock<G>, scheme: Scheme<G>): number => {
  const n = block.dimension;
  const sum = new Float64Array(n * n);
  scheme.elements.forEach((g, i) => {
    const weight = Number(scheme.weights[i]!) / Number(scheme.total);
    const matrix = block.matrix(g);
    for (let k = 0; k < n * n; k++) sum[k]! += weight * matrix[k]!;
  });
  const square = new Float64Array(n * n);
  gram(sum, 0, n, 1, square);
  return Math.sqrt(Math.max(0, greatestOfSymmetric(square, n)));
};

/** For each block whether it occurs in the class, by inner products of characters in floating point. */
const occurrences = <G extends string>(
  { instance, functions }: Subject<G>,
  blocks: readonly NamedBlock<G>[],
): readonly (boolean | undefined)[] => {
  if (functions.kind === 'all') return blocks.map(() => true);
  const listing = listGroup(instance.group, listingLimit);
  if (listing === undefined) return blocks.map(() => undefined);
  const { representatives, sizes } = conjugacyClasses(listing);
  const pieces = representatives.map((g) => pieceCharacters(complexes, complexes.root, instance.action, functions, g));
  return blocks.map(({ block }) => {
    const traces = representatives.map((g) => {
      const matrix = block.matrix(g);
      let trace = 0;
      for (let i = 0; i < block.dimension; i++) trace += matrix[i * (block.dimension + 1)]!;
      return trace;
    });
    // The traces are real, so the conjugate of the other character does not matter.
    return pieces[0]!.some((_, piece) => {
      const sum = sizes.reduce((total, size, c) => total + size * traces[c]! * pieces[c]![piece]!.real, 0);
      return sum / listing.size > 0.5;
    });
  });
};

const moduleLines = <G extends string>(
  { instance, functions }: Subject<G>,
  scheme: Scheme<G>,
): readonly SpectralLine[] | undefined => {
  if (!isMonomialAction(instance.action) || functions.kind === 'all') return undefined;
  const modules = monomialModules(instance, functions);
  if (E.isLeft(modules) || modules.right.some(({ size }) => size > moduleSizeLimit)) return undefined;
  return modules.right
    .filter(({ size, invariant }) => size > 1 || invariant === undefined)
    .map((module): SpectralLine => {
      const model = moduleModel([module]);
      const running = model.running(Number(scheme.total));
      scheme.elements.forEach((g, i) => {
        running.add(model.part([g]), Number(scheme.weights[i]!));
      });
      return { name: module.label, dimension: module.size, norm: Math.sqrt(running.error()), occurs: true };
    });
};

/** undefined for claims without a scheme, and where the group is too large. */
export const spectrumOfClaim = <G extends string>(subject: Subject<G>, claim: Claim): Spectrum | undefined => {
  const data = schemeOfClaim(claim);
  const scheme = data === undefined ? undefined : readScheme(subject, data);
  if (scheme === undefined || E.isLeft(scheme)) return undefined;
  const common = { size: schemeSize(scheme.right), bound: boundOfScheme(claim) };
  const found = namedBlocks(subject.instance);
  const work = (found?.blocks ?? []).reduce(
    (sum, { block }) => sum + common.size * (block.cost + block.dimension ** 2) + block.dimension ** 3,
    0,
  );
  if (found === undefined || found.blocks.length === 0 || work > workLimit) {
    const lines = moduleLines(subject, scheme.right);
    return lines === undefined || lines.length === 0 ? undefined : { lines, called: 'module', ...common };
  }
  const occurs = occurrences(subject, found.blocks);
  const lines = found.blocks.map((named, i) => ({
    name: named.name,
    dimension: named.dimension,
    norm: normOf(named, scheme.right),
    occurs: occurs[i],
  }));
  return { lines, called: found.called, ...common };
};

/** √ of the bound. */
export const rootOfBound = ({ bound }: Spectrum): number | undefined =>
  bound === undefined ? undefined : Math.sqrt(approximate(bound));
