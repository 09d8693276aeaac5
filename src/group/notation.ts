/**
 * Group notation: `S5`, `PSL(2,7)`, `Z2^6xS3`, `perm:(1,2,3);(1,2)`. The action after `@` is read by `representation`.
 * Every group shows a canonical notation, which reads back to itself; certificates must be written in it, so that they
 * compare as strings.
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { isPrime } from '../algebra/integer.ts';
import {
  alternatingGroup,
  cyclicGroup,
  dihedralGroup,
  hyperoctahedralGroup,
  quaternionGroup,
  signGroup,
  symmetricGroup,
} from './families.ts';
import {
  type AnyGroup,
  type FiniteGroup,
  makeGroup,
  parsePermutation,
  pointCount,
  type Shape,
  showPermutation,
} from './group.ts';
import { cycleProblem, type Permutation, shorten, windowProblem } from './permutation.ts';
import { type PolyhedralName, polyhedralGroup } from './polyhedral.ts';
import { directProduct } from './product.ts';
import { type MathieuName, mathieuGroup, projectiveSpecialLinearGroup, rubikGroup } from './sporadic.ts';
import { stabiliserChainWithin } from './stabiliserChain.ts';

/** What is wrong with a piece of input, in one line that says what would be right; or a limit that it exceeds. */
export interface Problem {
  readonly kind: 'malformed' | 'declined';
  readonly message: string;
}

export const malformed = (message: string): E.Either<Problem, never> => E.left({ kind: 'malformed', message });
export const declined = (message: string): E.Either<Problem, never> => E.left({ kind: 'declined', message });

interface ParametricFamily {
  readonly pattern: RegExp;
  readonly least: number;
  readonly most: number;
  readonly build: (n: number) => AnyGroup;
  readonly accepts?: (n: number) => boolean;
  readonly wants: string;
}

/** Every parametric family: how it is written, and the range in which it is built. */
const parametricFamilies: readonly ParametricFamily[] = [
  { pattern: /^S([0-9]+)$/, least: 1, most: 1000, build: symmetricGroup, wants: 'S1 … S1000' },
  { pattern: /^A([0-9]+)$/, least: 1, most: 1000, build: alternatingGroup, wants: 'A1 … A1000' },
  { pattern: /^C([0-9]+)$/, least: 1, most: 100_000, build: cyclicGroup, wants: 'C1 … C100000' },
  {
    pattern: /^D([0-9]+)$/,
    least: 3,
    most: 100_000,
    build: dihedralGroup,
    wants: 'D3 … D100000 (D_n has 2n elements)',
  },
  { pattern: /^Z2\^([0-9]+)$/, least: 1, most: 1000, build: signGroup, wants: 'Z2^1 … Z2^1000' },
  { pattern: /^B([0-9]+)$/, least: 1, most: 500, build: hyperoctahedralGroup, wants: 'B1 … B500' },
  {
    pattern: /^PSL\(2,([0-9]+)\)$/,
    least: 2,
    most: 997,
    build: projectiveSpecialLinearGroup,
    accepts: isPrime,
    wants: 'PSL(2,p) for a prime p below 1000',
  },
];

const namedGroups: Readonly<Record<string, () => AnyGroup>> = {
  Q8: quaternionGroup,
  rubik: rubikGroup,
  ...Object.fromEntries(
    (['M11', 'M12', 'M22', 'M23', 'M24'] as MathieuName[]).map((name) => [name, () => mathieuGroup(name)]),
  ),
  ...Object.fromEntries(
    (['T', 'Th', 'Td', 'O', 'Oh', 'I', 'Ih'] as PolyhedralName[]).map((name) => [name, () => polyhedralGroup(name)]),
  ),
};

/** One line for help texts and error messages. */
export const groupNotationHelp =
  'S5 A7 C12 D4 Z2^6 B3 Q8 T Th Td O Oh I Ih M11 M12 M22 M23 M24 PSL(2,7) S3xC4 rubik perm:(1,2,3)(4,5);(1,2) file:g.json';

/** Longer texts of groups, with or without their actions, are refused. */
export const textLimit = 20_000;

/** Limits on explicit generators: how many, and on how many points. */
export const generatorLimits = { count: 50, degree: 250, steps: 1e9 } as const;

/** Generators times points of a product are at most this many. */
export const productLimit = 10_000_000;

const parseFactor = (text: string): E.Either<Problem, AnyGroup> => {
  if (Object.hasOwn(namedGroups, text)) return E.right(namedGroups[text]!());
  for (const family of parametricFamilies) {
    const match = family.pattern.exec(text);
    if (match === null) continue;
    const n = Number(match[1]);
    const canonical = String(n) === match[1];
    if (!canonical || n < family.least || n > family.most || family.accepts?.(n) === false)
      return malformed(`group "${shorten(text)}" is out of range; this family is ${family.wants}`);
    return E.right(family.build(n));
  }
  return malformed(`unknown group "${shorten(text)}"; known are ${groupNotationHelp}`);
};

/** Permutations of one shape, and how they are written after `perm:`. */
export interface WrittenPermutations {
  readonly shape: Shape;
  readonly permutations: readonly Permutation[];
  /** Canonical. */
  readonly text: string;
}

/**
 * Reads a list of permutations as after `perm:` or `@images:` (`label`). All are cycles, or all are windows of one
 * length; with cycles the degree is the largest point that occurs. Refuses more than `generatorLimits` allows.
 */
export const parsePermutations = (
  label: 'perm:' | '@images:',
  texts: readonly string[],
): E.Either<Problem, WrittenPermutations> => {
  if (texts.length > generatorLimits.count)
    return declined(`${label} takes at most ${generatorLimits.count} generators, not ${texts.length}`);
  const signed = texts[0]?.startsWith('[') === true;
  const misspelt = texts.map(signed ? windowProblem : cycleProblem).find((problem) => problem !== undefined);
  if (misspelt !== undefined) return malformed(misspelt);
  const largest = texts.map((text) =>
    signed ? text.split(',').length : Math.max(1, ...(text.match(/[0-9]{1,9}/g) ?? []).map(Number)),
  );
  const shape: Shape = { kind: signed ? 'signed' : 'permutation', degree: Math.max(1, ...largest) };
  if (shape.degree > generatorLimits.degree)
    return declined(`${label} takes permutations of at most ${generatorLimits.degree} points, not ${shape.degree}`);
  const permutations: Permutation[] = [];
  for (const text of texts) {
    const parsed = parsePermutation(shape, text);
    if (E.isLeft(parsed)) return malformed(parsed.left);
    permutations.push(parsed.right);
  }
  return E.right({ shape, permutations, text: permutations.map((g) => showPermutation(shape, g)).join(';') });
};

/** The group generated by explicit permutations, notation `perm:g;h;…`. */
export const generatedGroup = (texts: readonly string[]): E.Either<Problem, FiniteGroup<string>> => {
  const written = parsePermutations('perm:', texts);
  if (E.isLeft(written)) return written;
  const { shape, permutations: generators, text } = written.right;
  const chain = stabiliserChainWithin(generatorLimits.steps, pointCount(shape), generators);
  if (O.isNone(chain)) return declined(`the group generated by ${texts.length} permutations is too large to enumerate`);
  return E.right(
    makeGroup<string>({
      notation: `perm:${text}`,
      shape,
      family: { name: 'generated' },
      generators,
      chain: chain.value,
    }),
  );
};

/**
 * Reads a group (without action) and passes it on. The tag G is fresh for every call, so elements of groups from two
 * texts cannot be confused.
 */
export const parseGroup = <R>(
  text: string,
  use: <G extends string>(group: FiniteGroup<G>) => E.Either<Problem, R>,
): E.Either<Problem, R> => {
  if (text.length > textLimit) return malformed(`the group is longer than ${textLimit} characters`);
  if (text.startsWith('perm:')) {
    const group = generatedGroup(text.slice('perm:'.length).split(';'));
    return E.isLeft(group) ? group : use(group.right);
  }
  if (text === '') return malformed(`no group given; known are ${groupNotationHelp}`);
  const factors: AnyGroup[] = [];
  for (const part of text.split('x')) {
    if (part === '') return malformed(`product "${shorten(text)}" has an empty factor; write it such as S3xC4`);
    const factor = parseFactor(part);
    if (E.isLeft(factor)) return factor;
    factors.push(factor.right);
    if (factors.length > 10) return malformed(`product "${shorten(text)}" has more than 10 factors`);
  }
  const size = factors.reduce((sum, factor) => sum + pointCount(factor.shape), 0);
  const generators = factors.reduce((sum, factor) => sum + factor.generators.length, 0);
  if (factors.length > 1 && size * generators > productLimit)
    return declined(
      `product "${shorten(text)}" has ${generators} generators on ${size} points; at most ${productLimit} images are listed`,
    );
  return use<string>(factors.length === 1 ? factors[0]! : directProduct(text, factors));
};
