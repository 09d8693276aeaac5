/**
 * Evidence *annihilator* (MATHEMATICS.md 2.3): rationals a_0 … a_k with Σ_j a_j χ_{Sym^j}(g) = 0 for every g ≠ e and ≠
 * 0 at e. Then AC_ex = |G|.
 *
 * Characters of symmetric powers come from Molien's formula. Under a plane action only the order m of a rotation
 * matters: rotations of equal order are conjugate over ℚ, and the a_j are rational.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Cyclotomic, cyclotomicField, isZeroCombination } from '../algebra/cyclotomic.ts';
import { sumOf } from '../algebra/field.ts';
import { divisors, integers } from '../algebra/integer.ts';
import { denominatorFits, overCommonDenominator, type Rational } from '../algebra/rational.ts';
import { conjugacyClasses, listGroup, listingLimitInWords } from '../group/listing.ts';
import type { Instance } from '../representation/action.ts';
import { characterConductor } from '../representation/classCharacter.ts';
import { containsSymmetricPower } from '../representation/functionClass.ts';
import { type Spectrum, spectrumKey, spectrumOf, symmetricPowerCharacters } from '../representation/spectrum.ts';
import { type Established, everyElement } from './established.ts';
import { declined, type Refusal, rejected } from './refusal.ts';
import { afford, affordListing, denominatorBits, type Subject, stepsPerSpectrum } from './subject.ts';

const degreeLimit = 2000;

/** The spectra of all elements but the identity, each once; undefined if the group is too large to list. */
const nontrivialSpectra = <G extends string>(instance: Instance<G>): readonly Spectrum[] | undefined => {
  const { action, group } = instance;
  if (action.kind === 'plane') {
    const rotations: Spectrum[] = divisors(action.turns)
      .filter((order) => order > 1)
      .map((order) => ({ kind: 'rotation', turn: 1, of: order }));
    return group.order > BigInt(action.turns) ? [...rotations, { kind: 'reflection' }] : rotations;
  }
  const listing = listGroup(group);
  if (listing === undefined) return undefined;
  const spectra = new Map<string, Spectrum>();
  for (const g of conjugacyClasses(listing).representatives.slice(1)) {
    const spectrum = spectrumOf(action, g);
    spectra.set(spectrumKey(spectrum), spectrum);
  }
  return [...spectra.values()];
};

const noRoots = (): bigint => {
  throw new Error('integer characters need no roots of unity');
};

/** Whether Σ a_j χ_{Sym^j} = 0 at elements with this spectrum; n-th roots of unity for n = `conductor` are needed. */
const vanishesAt = (spectrum: Spectrum, a: readonly bigint[], conductor: number): boolean => {
  if (spectrum.kind === 'polynomial') {
    const field = cyclotomicField(conductor);
    const root = (k: number, n: number): Cyclotomic => field.root((k * conductor) / n);
    const characters = symmetricPowerCharacters(field, root, spectrum, a.length - 1);
    const terms = a.map((coefficient, j) => field.mul(field.fromInteger(coefficient), characters[j]!));
    return field.equals(sumOf(field, terms), field.zero);
  }
  if (spectrum.kind !== 'rotation') {
    const characters = symmetricPowerCharacters(integers, noRoots, spectrum, a.length - 1);
    return a.reduce((sum, coefficient, j) => sum + coefficient * characters[j]!, 0n) === 0n;
  }
  // χ_{Sym^j} of a rotation by ζ is ζ^j + ζ^{j−2} + … + ζ^{−j}: ζ^{±m} occurs for j = m, m + 2, …
  const n = spectrum.of;
  const combination = new Array<bigint>(n).fill(0n);
  const later = [0n, 0n];
  for (let m = a.length - 1; m >= 0; m--) {
    later[m % 2] = later[m % 2]! + a[m]!;
    for (const power of m === 0 ? [0] : [m, -m]) {
      const at = (((power * spectrum.turn) % n) + n) % n;
      combination[at] = combination[at]! + later[m % 2]!;
    }
  }
  return isZeroCombination(combination);
};

export const checkAnnihilator = <G extends string>(
  subject: Subject<G>,
  coefficients: readonly Rational[],
): E.Either<Refusal, Established> => {
  const { instance, functions } = subject;
  const k = coefficients.length - 1;
  if (k > degreeLimit) return declined('work-limit', `an annihilator of degree ${k}; the limit is ${degreeLimit}`);
  if (!denominatorFits(coefficients, denominatorBits))
    return declined('work-limit', `the common denominator of the coefficients has more than ${denominatorBits} bits`);
  const a = overCommonDenominator(coefficients).numerators;
  const outside = a.findIndex((x, j) => x !== 0n && !containsSymmetricPower(functions, j));
  if (outside >= 0)
    return rejected('degree-exceeded', `the annihilator uses degree ${outside}, outside the function class`);
  // At the identity χ_{Sym^j} is C(d + j − 1, j).
  let [dimension, value] = [1n, 0n];
  a.forEach((coefficient, j) => {
    value += coefficient * dimension;
    dimension = (dimension * BigInt(instance.action.dimension + j)) / BigInt(j + 1);
  });
  if (value === 0n) return rejected('annihilator-vanishes', 'the combination of characters is 0 at the identity');
  const listing = instance.action.kind === 'plane' ? E.right(undefined) : affordListing(subject);
  if (E.isLeft(listing)) return listing;
  const group = instance.action.kind === 'plane' ? undefined : listGroup(instance.group);
  const classes = group === undefined ? 0 : conjugacyClasses(group).sizes.length;
  const factoring = afford(subject, classes * stepsPerSpectrum(subject), 'the characteristic polynomials');
  if (E.isLeft(factoring)) return factoring;
  const spectra = nontrivialSpectra(instance);
  if (spectra === undefined) return declined('group-limit', `annihilators need a listed group; ${listingLimitInWords}`);
  const conductor = characterConductor(instance.action);
  const affordable = afford(
    subject,
    spectra.length * (k + 1) * (300 + (100 + 100 * conductor ** 2) * instance.action.dimension),
    'the characters',
  );
  if (E.isLeft(affordable)) return affordable;
  const failing = spectra.find((spectrum) => !vanishesAt(spectrum, a, conductor));
  return failing === undefined
    ? E.right(everyElement(instance.group.order))
    : rejected('annihilator-fails', `the combination of characters is not 0 at ${spectrumKey(failing)}`);
};
