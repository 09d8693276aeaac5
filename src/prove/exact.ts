/** Evidence about AC_ex on one function class: that every element is needed, or a smaller exact scheme. */
import * as E from 'fp-ts/lib/Either.js';
import type { ExactEvidence } from '../certificate/evidence.ts';
import type { Established } from '../check/established.ts';
import { checkExact } from '../check/exact.ts';
import { invariantDimension } from '../check/exactScheme.ts';
import type { Subject } from '../check/subject.ts';
import type { Element } from '../group/group.ts';
import { listGroup } from '../group/listing.ts';
import { declined, type Problem } from '../group/notation.ts';
import { greatestDegree, isPolynomialClass } from '../representation/functionClass.ts';
import { monomialModules } from '../representation/module.ts';
import { findAnnihilator } from './annihilator.ts';
import { charactersOf } from './characters.ts';
import { schemeOfMissingCharacter } from './classScheme.ts';
import { degreeOfFactors, freeOrbitFactors } from './freeOrbit.ts';
import { reflectionsOf } from './reflections.ts';
import { candidateSubgroups, type Subgroup } from './subgroups.ts';
import { occurrenceOf } from './table.ts';

/** Evidence together with what the checker says it establishes. */
export interface Proved {
  readonly evidence: ExactEvidence;
  readonly established: Established;
}

const proves = <G extends string>(subject: Subject<G>, evidence: ExactEvidence): Proved | undefined => {
  const checked = checkExact(subject, evidence);
  return E.isLeft(checked) ? undefined : { evidence, established: checked.right };
};

/** Groups for which an annihilator is preferred to a character table: it is shorter and needs no representation theory. */
const annihilatorOrderLimit = 50_000n;

/** The variable x_1, whose orbit is free exactly when the coordinates form a regular orbit: the only monomials of `linear`. */
const linearFactors = (dimension: number): readonly (readonly number[])[] =>
  Array.from({ length: dimension }, (_, i) => [i === 0 ? 1 : 0]);

/** Every irreducible together: where all occur, the rank is |G| (MATHEMATICS.md 2.5). */
const byRank = <G extends string>(subject: Subject<G>): Proved | undefined => {
  const characters = charactersOf(subject.instance);
  if (E.isLeft(characters)) return undefined;
  const { data, table } = characters.right;
  const proved = proves(subject, { kind: 'rank', table: data, rows: table.rows.map((_, i) => i) });
  return proved?.established.least?.value === subject.instance.group.order ? proved : undefined;
};

/** Evidence that AC_ex(F) = |G|, or undefined if none was found; `left` where the group is beyond the limits. */
export const proveEveryElement = <G extends string>(subject: Subject<G>): E.Either<Problem, Proved | undefined> => {
  const { instance, functions } = subject;
  if (functions.kind === 'all') return E.right(proves(subject, { kind: 'regular' }));
  if (instance.action.kind === 'plane' && isPolynomialClass(functions)) {
    const proved = proves(subject, { kind: 'harmonics' });
    return E.right(proved?.established.least === undefined ? undefined : proved);
  }
  if (!instance.faithful) return E.right(undefined);
  if (!isPolynomialClass(functions)) return E.right(byRank(subject));
  const k = greatestDegree(functions);
  const factors = functions.kind === 'linear' ? linearFactors(instance.action.dimension) : freeOrbitFactors(instance);
  if (factors !== undefined && degreeOfFactors(factors) <= k) {
    const proved = proves(subject, { kind: 'free-orbit', factors });
    if (proved !== undefined) return E.right(proved);
  }
  if (functions.kind === 'polynomials' && instance.group.order <= annihilatorOrderLimit) {
    const coefficients = findAnnihilator(instance, k);
    const proved = coefficients === undefined ? undefined : proves(subject, { kind: 'annihilator', coefficients });
    if (proved !== undefined) return E.right(proved);
  }
  const occurrence = occurrenceOf(instance);
  if (E.isLeft(occurrence)) return occurrence;
  const { table, degrees } = occurrence.right;
  return E.right(proves(subject, { kind: 'multiplicities', table, degrees }));
};

/** Schemes of up to this many elements are listed; larger ones are described by generators or reflections. */
const listedLimit = 1000n;

const everyElementOf = <G extends string>(subgroup: Subgroup<G>): readonly Element<G>[] =>
  [...subgroup.chain.elements()] as unknown as readonly Element<G>[];

const subgroupEvidence = <G extends string>(subject: Subject<G>, subgroup: Subgroup<G>): ExactEvidence => {
  const { show } = subject.instance.group;
  return subgroup.chain.order <= listedLimit
    ? { kind: 'scheme', scheme: { elements: everyElementOf(subgroup).map(show) } }
    : { kind: 'subgroup', generators: subgroup.generators.map(show) };
};

/** The rotations by multiples of n/m, for the least divisor m of n above the degree. */
const cyclicScheme = <G extends string>(subject: Subject<G>): ExactEvidence | undefined => {
  const { action, group } = subject.instance;
  const k = isPolynomialClass(subject.functions) ? greatestDegree(subject.functions) : undefined;
  if (action.kind !== 'plane' || k === undefined) return undefined;
  const n = action.turns;
  let m = k + 1;
  while (m < n && n % m !== 0) m++;
  if (m >= n && group.family.name === 'C') return undefined;
  const rotation = (turn: number): Element<G> =>
    Uint32Array.from({ length: n }, (_, i) => (i + turn) % n) as unknown as Element<G>;
  const size = Math.min(m, n);
  return {
    kind: 'scheme',
    scheme: { elements: Array.from({ length: size }, (_, i) => group.show(rotation((i * n) / size))) },
  };
};

/** The first of the subgroups with no more invariants than the group on any module of monomials; small modules first. */
const smallestExact = <G extends string>(
  subject: Subject<G>,
  subgroups: readonly Subgroup<G>[],
): Subgroup<G> | undefined => {
  if (subgroups.length === 0) return undefined;
  const modules = monomialModules(subject.instance, subject.functions);
  if (E.isLeft(modules)) return undefined;
  const ascending = [...modules.right].sort((a, b) => a.size - b.size);
  return subgroups.find(({ generators }) =>
    ascending.every((module) => invariantDimension(module, generators) === (module.invariant === undefined ? 0 : 1)),
  );
};

const better = (a: Proved | undefined, b: Proved | undefined): Proved | undefined => {
  if (a?.established.most === undefined) return b;
  if (b?.established.most === undefined) return a;
  return b.established.most.value < a.established.most.value ? b : a;
};

/**
 * Evidence of the smallest exact scheme found, of fewer than |G| elements; undefined if none was found. For classes in
 * which not every irreducible occurs.
 */
export const proveSmaller = <G extends string>(subject: Subject<G>, seed: string): Proved | undefined => {
  const { instance } = subject;
  const order = instance.group.order;
  const smaller = (proved: Proved | undefined): Proved | undefined =>
    proved?.established.most !== undefined && proved.established.most.value < order ? proved : undefined;
  let best: Proved | undefined;
  if (instance.action.kind === 'plane') {
    const scheme = cyclicScheme(subject);
    best = scheme === undefined ? undefined : smaller(proves(subject, scheme));
    return better(best, smaller(proves(subject, { kind: 'harmonics' })));
  }
  const subgroup = smallestExact(subject, candidateSubgroups(instance, seed));
  if (subgroup !== undefined) best = smaller(proves(subject, subgroupEvidence(subject, subgroup)));
  if (best !== undefined) return best;
  const reflections = reflectionsOf(instance);
  if (reflections !== undefined)
    best = smaller(proves(subject, { kind: 'reflections', reflections: reflections.map(instance.group.show) }));
  if (best !== undefined) return best;
  const scheme = schemeOfMissingCharacter(subject);
  return scheme === undefined ? undefined : smaller(proves(subject, { kind: 'scheme', scheme }));
};

/** Why nothing could be proved, with what would still work. */
export const nothingProved = <G extends string>(subject: Subject<G>): E.Either<Problem, never> => {
  const { group } = subject.instance;
  const listed = listGroup(group) !== undefined;
  return declined(
    `no exact scheme of fewer than ${group.order} elements was found for ${group.notation.slice(0, 40)} on this class, ` +
      (listed
        ? 'and it does not need every element'
        : 'and the group is too large to decide whether every element is needed'),
  );
};
