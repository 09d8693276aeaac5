/**
 * Why the theorem that large degrees need every element says nothing about some classes and actions: products of
 * functions on a finite set (MATHEMATICS.md 5.2), and actions with a kernel (2.17).
 */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import type { Subject } from '../check/subject.ts';
import type { VerifiedTable } from '../check/verifiedTable.ts';
import { conjugacyClasses, listGroup } from '../group/listing.ts';
import { stabiliserChainWithin } from '../group/stabiliserChain.ts';
import { charactersOf } from '../prove/characters.ts';
import { isMonomialAction } from '../representation/action.ts';
import { pointwise } from '../representation/functionClass.ts';
import { spectrumKey, spectrumOf } from '../representation/spectrum.ts';
import { degreesWhere, occurrenceIn } from './explainTables.ts';
import { listLimit, plural, showDegrees, showElements, showInteger } from './explainText.ts';

/** Groups of at most this many elements are listed, and their character table is computed, for an explanation alone. */
const listingLimit = 10_000n;

/** The certificate's table, else one computed for the explanation, if the group is small. */
const tableAtHand = <G extends string>({ tables, instance }: Subject<G>): VerifiedTable<G> | undefined => {
  if (tables[0] !== undefined) return tables[0];
  const computed = instance.group.order > listingLimit ? undefined : charactersOf(instance);
  return computed === undefined || E.isLeft(computed) ? undefined : computed.right.table;
};

/** What is missing from the functions on the points, so from the class for every degree. */
const missingFromPoints = <G extends string>(subject: Subject<G>): string => {
  const { group } = subject.instance;
  const always =
    'An irreducible that does not occur in ℝ^X occurs in no class pointwise:K, however large K is; the powers do not bring it in.';
  const table = tableAtHand(subject);
  if (table === undefined) return always;
  const whole = { ...subject, functions: pointwise(2) };
  const missing = degreesWhere(table, occurrenceIn(whole, table), (what) => what === 'absent');
  if (missing.length === 0)
    return `(Here every irreducible of the group is in ℝ^X already. So from the least such K on every element is needed, but not because the degree grows.)`;
  return `${always} Here ${missing.length === 1 ? 'one nontrivial irreducible is missing' : `${missing.length} nontrivial irreducibles are missing`} from ℝ^X, of ${missing.length === 1 ? 'degree' : 'degrees'} ${showDegrees(missing)}. So by MATHEMATICS.md 2.2 AC_ex is less than |G| = ${showInteger(group.order)} for every K, and there is no threshold.`;
};

const whyPointwise = <G extends string>(subject: Subject<G>): readonly string[] => {
  const { action } = subject.instance;
  const d = action.dimension;
  const signed = action.kind === 'signed';
  return [
    'The paper’s theorem takes *polynomials on a vector space*: the abstract symmetric powers of a faithful action contain every irreducible once the degree is large enough, and then every element is needed. The class pointwise:K is made of products too, but of functions **on a finite set X**, ' +
      (signed
        ? `the ${2 * d} points ±e_1, …, ±e_${d}, which the group permutes, starting from the coordinates. `
        : `the ${plural(d, 'point')} that the group permutes. `) +
      `A product of functions on X is a function on X, so the class stops growing (MATHEMATICS.md 5.2): it consists of the constants for K = 0, ` +
      (signed
        ? `of constants and odd functions, ${d + 1} dimensions, for K = 1, and of all functions on X, ℝ^X of dimension ${2 * d}, for every K ≥ 2.`
        : `and of all functions on X, ℝ^X of dimension ${d}, for every K ≥ 1.`),
    missingFromPoints(subject),
  ];
};

/** The number of elements of the group that the matrices form; undefined where it is not computed. */
const imageOrder = <G extends string>({ instance }: Subject<G>): bigint | undefined => {
  const { action, group } = instance;
  if (isMonomialAction(action)) {
    const points = action.kind === 'signed' ? 2 * action.dimension : action.dimension;
    const chain = stabiliserChainWithin(1e8, points, group.generators.map(action.image));
    return O.isSome(chain) ? chain.value.order : undefined;
  }
  const kernel = group.order > listingLimit ? undefined : kernelClasses(instance);
  return kernel === undefined ? undefined : group.order / BigInt(kernel.reduce((sum, { size }) => sum + size, 0));
};

/** The conjugacy classes that act as the identity: an element of finite order does if all its eigenvalues are 1. */
const kernelClasses = <G extends string>({ action, group }: Subject<G>['instance']) => {
  const listing = listGroup(group);
  if (listing === undefined) return undefined;
  const { representatives, sizes } = conjugacyClasses(listing);
  const identity = spectrumKey(spectrumOf(action, group.empty));
  return representatives.flatMap((g, i) =>
    spectrumKey(spectrumOf(action, g)) === identity ? [{ element: g, size: sizes[i]! }] : [],
  );
};

const whyUnfaithful = <G extends string>(subject: Subject<G>): readonly string[] => {
  const { group } = subject.instance;
  const image = imageOrder(subject);
  const classes = group.order > listingLimit ? undefined : kernelClasses(subject.instance);
  const examples = (classes ?? []).slice(1).map(({ element }) => group.show(element));
  const elements =
    examples.length === 0
      ? ''
      : ` (besides the identity the conjugates of ${showElements(examples.slice(0, listLimit))})`;
  const kernel =
    image === undefined
      ? 'some elements other than the identity act as the identity; they form a normal subgroup N'
      : `${showInteger(group.order / image)} elements act as the identity${elements}; they form a normal subgroup N`;
  const bound =
    image === undefined
      ? 'AC_ex(F) ≤ |G|/|N|'
      : `AC_ex(F) ≤ |G|/|N| = ${showInteger(group.order)}/${showInteger(group.order / image)} = **${showInteger(image)}**`;
  return [
    `The paper’s theorem is about *faithful* actions. This one is not: ${kernel}. Functions made from the action only see the quotient G/N, and an irreducible that is not trivial on N never occurs in them, whatever the degree. Elements of one coset of N act alike, so their weights can be put on one of them: AC_ex(F) is that of G/N, and ${bound} for every class made from the action (MATHEMATICS.md 2.17). It is never |G| = ${showInteger(group.order)}, and there is no threshold.`,
  ];
};

/** The section on why the theorem does not apply; empty where it does, or where nobody would expect it. */
export const explainLimits = <G extends string>(
  subject: Subject<G>,
  classes: readonly Subject<G>['functions'][],
): readonly string[] => {
  const made = classes.filter(({ kind }) => kind !== 'all');
  const reasons = [
    ...(made.some(({ kind }) => kind === 'pointwise') ? whyPointwise(subject) : []),
    ...(made.length > 0 && !subject.instance.faithful ? whyUnfaithful(subject) : []),
  ];
  return reasons.length === 0 ? [] : ['## Why the theorem does not apply', ...reasons];
};
