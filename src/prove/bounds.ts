/**
 * Bounds on AC_ex from both sides, for a chain of classes: every class of the list lies in those after it, so that upper
 * bounds serve all classes before theirs and lower bounds all after. Each becomes a claim with its evidence.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Weights } from '../averaging/scheme.ts';
import type { Claim } from '../certificate/certificate.ts';
import type { ExactEvidence, OneSidedEvidence, TableData } from '../certificate/evidence.ts';
import { unlimited } from '../check/allowance.ts';
import { checkExact } from '../check/exact.ts';
import { type Subject, subjectOf } from '../check/subject.ts';
import type { Instance } from '../representation/action.ts';
import { type FunctionClass, showFunctionClass } from '../representation/functionClass.ts';
import { type Characters, charactersOf } from './characters.ts';
import { proveEveryElement } from './exact.ts';
import { exactUpperBounds, type Upper } from './exactUpper.ts';
import type { LinearSolver } from './linearSolver.ts';
import { byExhaustion, exactLowerBounds, type LowerBound, withTable } from './lowerBounds.ts';

export interface BoundsOptions {
  /** Whether upper bounds are wanted too; searching them takes longest. */
  readonly upper?: boolean;
  readonly solver: LinearSolver;
  readonly seed: string;
  readonly progress: (phase: string, done?: number, of?: number) => void;
}

type ExactClaim = Extract<Claim, { readonly quantity: 'AC_ex' }>;

export interface Bounds {
  /** For each class its claims, probability weights before signed ones; without `functions` of their own. */
  readonly claims: readonly (readonly ExactClaim[])[];
  /** The tables that evidence refers to. */
  readonly tables: readonly TableData[];
}

const weightsOfClaims = ['probability', 'signed'] as const;

/** Whether a lower bound for some weights holds for those: signed bounds hold for all, the others not for signed ones. */
const lowerHolds = (bound: LowerBound, weights: Weights): boolean =>
  weights === 'probability' ? bound.weights !== 'uniform' : bound.weights === 'signed';

const greatest = (bounds: readonly LowerBound[]): LowerBound | undefined =>
  bounds.reduce<LowerBound | undefined>(
    (best, bound) => (best === undefined || bound.value > best.value ? bound : best),
    undefined,
  );

const claim = (
  relation: ExactClaim['relation'],
  value: bigint,
  weights: ExactClaim['weights'],
  evidence: ExactEvidence,
): ExactClaim => ({ quantity: 'AC_ex', relation, value, weights, evidence });

/** The claims for one kind of weights: one with `=` where the bounds meet. */
const claimsFor = (
  weights: (typeof weightsOfClaims)[number],
  lower: LowerBound | undefined,
  upper: Upper | undefined,
): readonly ExactClaim[] => {
  if (lower !== undefined && upper !== undefined && lower.value === upper.size)
    return [
      claim('=', upper.size, weights, {
        kind: 'two-sided',
        lower: lower.evidence,
        upper: upper.evidence as OneSidedEvidence,
      }),
    ];
  return [
    ...(lower === undefined ? [] : [claim('>=', lower.value, weights, lower.evidence)]),
    ...(upper === undefined ? [] : [claim('<=', upper.size, weights, upper.evidence)]),
  ];
};

const usesTable = ({ evidence }: ExactClaim): boolean =>
  JSON.stringify(evidence, (_, value) => (typeof value === 'bigint' ? `${value}` : value)).includes('"table":0');

/** The whole group, by its generators: what is left where nothing smaller is found. */
const wholeGroup = <G extends string>({ group }: Instance<G>): Upper => ({
  size: group.order,
  weights: 'uniform',
  evidence: { kind: 'subgroup', generators: group.generators.map(group.show) },
});

/** Upper bounds for probability weights, which may be irrational, by evidence that gives no scheme. */
const schemelessBounds = <G extends string>(
  subject: Subject<G>,
  characters: Characters<G> | undefined,
): readonly Upper[] => {
  const kinds: readonly OneSidedEvidence[] = [
    { kind: 'harmonics' },
    ...(characters === undefined ? [] : [{ kind: 'dimension', table: 0 } as const]),
  ];
  return kinds.flatMap((evidence) => {
    const checked = checkExact(subject, evidence);
    return E.isLeft(checked) || checked.right.most === undefined
      ? []
      : [{ size: checked.right.most.value, weights: checked.right.most.for, evidence }];
  });
};

/**
 * Evidence that every element is needed, from the first class of the chain for which it is found; undefined before it.
 */
const everyElementFrom = <G extends string>(
  subjects: readonly Subject<G>[],
  characters: Characters<G> | undefined,
): readonly (ExactEvidence | undefined)[] => {
  let found: ExactEvidence | undefined;
  return subjects.map((subject) => {
    const possible =
      characters === undefined ||
      characters.occurs(subject.functions).filter(Boolean).length === characters.table.rows.length - 1;
    if (found === undefined && possible) {
      const every = proveEveryElement(subject);
      if (E.isRight(every)) found = every.right?.evidence;
    }
    return found;
  });
};

/** Claims about AC_ex on each class of a chain, and the tables they refer to. */
export const proveBounds = <G extends string>(
  instance: Instance<G>,
  classes: readonly FunctionClass[],
  { upper = true, solver, seed, progress }: BoundsOptions,
): Bounds => {
  progress('computing the character table');
  const table = charactersOf(instance);
  const characters = E.isLeft(table) ? undefined : table.right;
  const subjects = classes.map((functions) => withTable(subjectOf(instance, functions, unlimited), characters));
  progress('deciding whether every element is needed');
  const every = everyElementFrom(subjects, characters);
  // For small groups an upper bound says how far exhaustion is worth trying.
  const searched = upper || instance.group.order <= 64n;
  const below = searched ? subjects.filter((_, i) => every[i] === undefined) : [];
  const uppers = exactUpperBounds(
    instance,
    below.map(({ functions }) => functions),
    { solver, seed, progress },
  );
  const withoutScheme = subjects.map((subject) => schemelessBounds(subject, characters));
  let carried: readonly LowerBound[] = [];
  const claims = subjects.map((subject, i): readonly ExactClaim[] => {
    progress(`bounding ${showFunctionClass(subject.functions)}`, i, subjects.length);
    const evidence = every[i];
    if (evidence !== undefined)
      return weightsOfClaims.map((weights) => claim('=', instance.group.order, weights, evidence));
    carried = [...exactLowerBounds(subject, characters, solver), ...carried];
    return weightsOfClaims.flatMap((weights) => {
      const upper = [
        uppers[i]?.[weights] ?? uppers[i]?.probability ?? wholeGroup(instance),
        ...withoutScheme[i]!,
      ].reduce((best, bound) => (bound.size < best.size ? bound : best));
      const known = greatest(carried.filter((bound) => lowerHolds(bound, weights)));
      if (known !== undefined && known.value < upper.size)
        carried = [...byExhaustion(subject, upper.size, weights), ...carried];
      return claimsFor(weights, greatest(carried.filter((bound) => lowerHolds(bound, weights))), upper);
    });
  });
  return {
    claims,
    tables: characters !== undefined && claims.some((list) => list.some(usesTable)) ? [characters.data] : [],
  };
};
