/**
 * What must not compile. Nothing here runs: `tsc` reads it with the rest, and an `@ts-expect-error` above a line that
 * compiles is itself an error. Beside each refusal stands its correct twin, so that the refusal is for the reason given.
 */

import * as E from 'fp-ts/lib/Either.js';
import type { Eq } from 'fp-ts/lib/Eq.js';
import type { Group } from 'fp-ts/lib/Group.js';
import type { PrimeField } from '../../src/algebra/residue.ts';
import { type Scheme, uniformScheme, weightedScheme } from '../../src/averaging/scheme.ts';
import { cyclicGroup, dihedralGroup, signGroup, symmetricGroup } from '../../src/group/families.ts';
import type { AnyGroup, Element, FiniteGroup } from '../../src/group/group.ts';
import { conjugacyClasses, type Listing } from '../../src/group/listing.ts';
import { generatedGroup, parseGroup } from '../../src/group/notation.ts';
import type { Permutation } from '../../src/group/permutation.ts';
import { type Action, type Instance, naturalAction, parseInstance } from '../../src/representation/action.ts';
import type { TransitiveModule } from '../../src/representation/module.ts';
import { spectrumOf } from '../../src/representation/spectrum.ts';

/** Says that a value is used. */
const use = (..._values: readonly unknown[]): void => undefined;

const s3 = symmetricGroup(3);
const s4 = symmetricGroup(4);
const c4 = cyclicGroup(4);
const inS3: Element<'S3'> = s3.empty;
const inS4: Element<'S4'> = s4.empty;

export const elementsBelongToTheirGroup = (): void => {
  use(s4.concat(inS4, inS4), s4.inverse(inS4), s4.equals(inS4, inS4), s4.show(inS4));
  // @ts-expect-error an element of S3 is not multiplied in S4
  s4.concat(inS4, inS3);
  // @ts-expect-error nor from the left
  s4.concat(inS3, inS4);
  // @ts-expect-error nor inverted there
  s4.inverse(inS3);
  // @ts-expect-error nor compared with an element of S4
  s4.equals(inS4, inS3);
  // @ts-expect-error nor shown as one
  s4.show(inS3);
  // @ts-expect-error an element of C4 is a permutation of four points too, but not an element of S4
  s4.concat(inS4, c4.empty);
  // @ts-expect-error families with equal parameters are different groups
  cyclicGroup(4).concat(dihedralGroup(4).empty, c4.empty);
  // @ts-expect-error the product of elements of S3 is in S3
  const product: Element<'S4'> = s3.concat(inS3, inS3);
  use(product);
  // The same groups built twice are the same group.
  use(symmetricGroup(4).concat(inS4, s4.generators[0]!));
};

export const groupsAreNotExchanged = (): void => {
  const asGroup: Group<Element<'S4'>> & Eq<Element<'S4'>> = s4;
  use(asGroup);
  // @ts-expect-error S3 is not a group structure on elements of S4
  const wrong: Group<Element<'S4'>> = s3;
  // @ts-expect-error nor is it the group S4
  const wrongGroup: FiniteGroup<'S4'> = s3;
  // @ts-expect-error nor a group of unknown tag, into which elements of any group could be put
  const untagged: FiniteGroup<string> = s3;
  use(wrong, wrongGroup, untagged);
};

export const permutationsAreNotElements = (bare: Permutation): void => {
  // @ts-expect-error nothing shows that a bare permutation is in the group
  const assumed: Element<'S4'> = bare;
  // @ts-expect-error so it is not multiplied
  s4.concat(bare, inS4);
  // @ts-expect-error an array of images is not an element
  s4.inverse([0, 1, 2, 3]);
  // @ts-expect-error nor is a typed array
  s4.inverse(Uint32Array.of(0, 1, 2, 3));
  // An element is a permutation, and a permutation that is found to be in the group is an element.
  const forgotten: Permutation = inS4;
  if (s4.contains(bare)) use(s4.concat(bare, inS4), forgotten);
  // @ts-expect-error what is found in S3 is not thereby in S4
  if (s3.contains(bare)) s4.inverse(bare);
  const read = s4.parse('(1,2)');
  // @ts-expect-error what is read may not be in the group
  s4.inverse(read);
  if (E.isRight(read)) use(s4.inverse(read.right), assumed);
};

export const textsAreNotConfused = (): unknown =>
  parseGroup('S3', (one) =>
    parseGroup('S3', (other) => {
      use(one.concat(one.empty, one.empty), other.concat(other.empty, other.empty));
      // @ts-expect-error even from equal texts: an element of the first is not one of the second
      other.concat(other.empty, one.empty);
      // @ts-expect-error nor the other way
      one.inverse(other.empty);
      // @ts-expect-error nor may it be taken for a group built in code
      s3.inverse(one.empty);
      // @ts-expect-error nor an element built in code for one of it
      one.inverse(inS3);
      // @ts-expect-error the groups are not exchanged either
      const same: typeof one = other;
      return E.right(use(same));
    }),
  );

export const tagsDoNotEscape = (): unknown => {
  let kept: Permutation | undefined;
  return parseGroup('S3', (group) => {
    kept = group.empty;
    // @ts-expect-error what was kept has lost its group
    group.inverse(kept);
    return E.right(kept);
  });
};

export const actionsBelongToTheirGroup = (onS4: Action<'S4'>, instance: Instance<'S4'>): void => {
  use(onS4.image(inS4), spectrumOf(onS4, inS4), instance.action.image(instance.group.empty));
  // @ts-expect-error an action of S4 is not applied to an element of S3
  onS4.image(inS3);
  // @ts-expect-error nor its spectrum taken
  spectrumOf(onS4, inS3);
  // @ts-expect-error nor through an instance
  instance.action.image(inS3);
  // @ts-expect-error the natural action of S3 is no action of S4
  const wrong: Action<'S4'> = naturalAction(s3);
  // @ts-expect-error an instance has one group for both its parts
  const mixed: Instance<'S4'> = { notation: 'S4', group: s4, action: naturalAction(s3) };
  use(wrong, mixed);
};

export const instancesAreNotConfused = (): unknown =>
  parseInstance('D4@plane', (one) =>
    parseInstance('D4@vertices', (other) => {
      use(one.action.image(one.group.empty), spectrumOf(other.action, other.group.generators[0]!));
      // @ts-expect-error the plane action of one is not applied to an element of the other
      one.action.image(other.group.empty);
      // @ts-expect-error nor its spectrum taken
      spectrumOf(other.action, one.group.empty);
      return E.right(undefined);
    }),
  );

export const listingsAndClassesBelongToTheirGroup = (listing: Listing<'S4'>): void => {
  use(listing.rank(inS4), conjugacyClasses(listing).classOf(listing.unrank(0)));
  // @ts-expect-error an element of S3 has no rank in S4
  listing.rank(inS3);
  // @ts-expect-error nor a class
  conjugacyClasses(listing).classOf(inS3);
};

export const residuesAreNotIntegers = (field: PrimeField): void => {
  use(field.mul(2, 3), field.fromInteger(5n));
  // @ts-expect-error a residue is a number, not a bigint
  field.mul(2n, 3n);
  // @ts-expect-error in either place
  field.add(2, 3n);
  // @ts-expect-error an exponent is a number
  field.power(2, 3n);
  // @ts-expect-error an integer becomes a residue from a bigint only
  field.fromInteger(5);
};

/** The average of a module's basis vector: a scheme and a module of one group. */
const averageOver = <G extends string>(scheme: Scheme<G>, module: TransitiveModule<G>): readonly number[] =>
  scheme.elements.map((g) => module.apply(g).target[0]!);

export const schemesBelongToTheirGroup = (ofS4: TransitiveModule<'S4'>, bare: readonly Permutation[]): void => {
  const scheme = uniformScheme([inS4]);
  const other = uniformScheme([inS3]);
  use(averageOver(scheme, ofS4), scheme.elements.map(ofS4.apply));
  // @ts-expect-error a scheme of S3 does not average under a module of S4
  averageOver(other, ofS4);
  // @ts-expect-error nor do its elements, one by one
  other.elements.map(ofS4.apply);
  // @ts-expect-error nor is it a scheme of S4
  const wrong: Scheme<'S4'> = other;
  // @ts-expect-error a scheme of S4 has elements of S4
  weightedScheme(s4, [inS3], []);
  // @ts-expect-error elements of two groups make no scheme
  const mixed: Scheme<'S4'> = uniformScheme([inS4, inS3]);
  // @ts-expect-error nor do bare permutations
  const unproved: Scheme<'S4'> = uniformScheme(bare);
  use(wrong, mixed, unproved);
};

export const whatIsGivenIsNotChanged = (g: Element<'S4'>, scheme: Scheme<'S4'>): void => {
  // @ts-expect-error the images of an element are read-only
  g[0] = 1;
  // @ts-expect-error and so are the elements of a scheme
  scheme.elements.push(g);
  // @ts-expect-error and the weights
  scheme.weights[0] = 2n;
  // @ts-expect-error and the generators of a group
  s4.generators[0] = g;
};

/** Tags that are only known to be strings: the group was built with a number known at run time only. */
export const unknownParametersDoNotLoosen = (n: number): void => {
  const ofUnknownDegree = symmetricGroup(n);
  const signs = signGroup(n);
  // @ts-expect-error an element of S3 is not one of S_n for an unknown n
  ofUnknownDegree.inverse(inS3);
  // @ts-expect-error nor an element of Z2^n
  ofUnknownDegree.inverse(signs.empty);
  const generated = generatedGroup(['(1,2)']);
  // @ts-expect-error nor one of a group generated by permutations read at run time
  if (E.isRight(generated)) generated.right.inverse(inS3);
  const erased: AnyGroup = s4;
  use(erased.order);
};
