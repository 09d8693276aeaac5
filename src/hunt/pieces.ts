/**
 * Claims that can be proved about one quantity of an instance, in steps from cheap to dear. Every piece has been accepted by the
 * checker's own functions; the certificate made of them is checked again as a whole.
 */
import * as E from 'fp-ts/lib/Either.js';
import { halved, type Rational } from '../algebra/rational.ts';
import type { Weights } from '../averaging/scheme.ts';
import type { Claim } from '../certificate/certificate.ts';
import type { TableData, WeakEvidence } from '../certificate/evidence.ts';
import { unlimited } from '../check/allowance.ts';
import { checkDivisibility } from '../check/divisibility.ts';
import { type Subject, subjectOf } from '../check/subject.ts';
import { checkSuborbits } from '../check/suborbits.ts';
import type { AveragingName } from '../conjecture/expression.ts';
import { proveExplicit } from '../prove/approximate.ts';
import { charactersOf } from '../prove/characters.ts';
import { proveSmaller } from '../prove/exact.ts';
import { everyElementClaim, exactClaims } from '../prove/exactTopics.ts';
import { proveExistence } from '../prove/existence.ts';
import { exactLowerBounds, withTable } from '../prove/lowerBounds.ts';
import { type Proved, type Request, solverOf } from '../prove/request.ts';
import { proveThreshold } from '../prove/threshold.ts';
import { weakLowerTopic } from '../prove/weakTopics.ts';
import { type Instance, isMonomialAction } from '../representation/action.ts';
import { type FunctionClass, showFunctionClass } from '../representation/functionClass.ts';
import { monomialModules } from '../representation/module.ts';

/** What is wanted: a number of the instance that claims or tables can tell. */
export type Wanted =
  | { readonly kind: 'threshold' }
  | { readonly kind: 'sumDegrees' }
  | {
      readonly kind: 'averaging';
      readonly name: AveragingName;
      readonly functions: FunctionClass;
      readonly weights: Weights;
      readonly epsilon: Rational | undefined;
    };

/** What one step adds; nothing where it finds nothing. */
export type Step = () => Proved;

const nothing: Proved = { claims: [], tables: [] };
const only = (...claims: readonly Claim[]): Proved => ({ claims, tables: [] });
const orNothing = (proved: E.Either<unknown, Proved>): Proved => (E.isLeft(proved) ? nothing : proved.right);

type Averaging = Extract<Wanted, { readonly kind: 'averaging' }>;

/** Monomials with orbits of different lengths, for the bound by divisibility; at most so many are looked at. */
const orbitLimit = 100;

/** Exponents are kept in the labels of modules, as in `prove/lowerBounds.ts`. */
const exponentsOf = (label: string): readonly number[] =>
  (/\(([\d,]+)\)/.exec(label)?.[1] ?? '').split(',').map(Number);

/** AC_ex for uniform weights is a multiple of the lengths of orbits. */
const byDivisibility = <G extends string>(subject: Subject<G>): Proved => {
  const { instance, functions } = subject;
  if (!isMonomialAction(instance.action) || functions.kind === 'all' || functions.kind === 'maps') return nothing;
  const modules = monomialModules(instance, functions);
  if (E.isLeft(modules)) return nothing;
  const chosen = new Map<number, readonly number[]>();
  for (const { size, invariant, label } of modules.right)
    if (invariant !== undefined && !chosen.has(size) && chosen.size < orbitLimit) chosen.set(size, exponentsOf(label));
  // The longest orbits first; one that adds nothing to the least common multiple is left out.
  let monomials: readonly (readonly number[])[] = [];
  let value = 0n;
  for (const [, exponents] of [...chosen].sort(([a], [b]) => b - a)) {
    const shown = checkDivisibility(subject, [...monomials, exponents]);
    if (E.isLeft(shown) || shown.right.least === undefined || shown.right.least.value <= value) continue;
    monomials = [...monomials, exponents];
    value = shown.right.least.value;
  }
  return value <= 1n
    ? nothing
    : only({
        quantity: 'AC_ex',
        relation: '>=',
        value,
        weights: 'uniform',
        evidence: { kind: 'divisibility', monomials },
      });
};

/** A subgroup with no more invariants, as a plain average. */
const bySubgroup = <G extends string>(subject: Subject<G>, seed: string): Proved => {
  const smaller = proveSmaller(subject, seed);
  const most = smaller?.established.most;
  return smaller === undefined || most?.for !== 'uniform'
    ? nothing
    : only({ quantity: 'AC_ex', relation: '<=', value: most.value, weights: 'uniform', evidence: smaller.evidence });
};

/** The lower bounds that need no search of schemes. */
const fromBelow = <G extends string>(subject: Subject<G>, request: Request): Proved => {
  const found = charactersOf(subject.instance);
  const characters = E.isLeft(found) ? undefined : found.right;
  const bounds = exactLowerBounds(withTable(subject, characters), characters, solverOf(request));
  return {
    claims: bounds.map(
      ({ value, weights, evidence }): Claim => ({
        quantity: 'AC_ex',
        relation: '>=',
        value,
        weights,
        evidence,
      }),
    ),
    tables: characters === undefined ? [] : [characters.data],
  };
};

const boundsKnown = new WeakMap<object, Map<string, Proved>>();

/** Bounds from both sides, for probability and signed weights together; remembered per instance and class. */
const exactBounds = <G extends string>(subject: Subject<G>, request: Request): Proved => {
  const known = boundsKnown.get(subject.instance) ?? new Map<string, Proved>();
  boundsKnown.set(subject.instance, known);
  const key = showFunctionClass(subject.functions);
  const proved = known.get(key) ?? orNothing(exactClaims(subject, request));
  known.set(key, proved);
  return proved;
};

const exactSteps = <G extends string>(subject: Subject<G>, weights: Weights, request: Request): readonly Step[] => [
  () => {
    const every = everyElementClaim(subject, request);
    return every === undefined ? nothing : only(every);
  },
  ...(weights === 'uniform' ? [() => byDivisibility(subject)] : []),
  () => bySubgroup(subject, request.seed),
  () => fromBelow(subject, request),
  () => exactBounds(subject, request),
];

/** AC_wk ≤ n at ε by existence, and by a listed scheme; for AC_st at 2ε the same. */
const upperSteps = <G extends string>(
  subject: Subject<G>,
  epsilon: Rational,
  strong: boolean,
  request: Request,
): readonly Step[] => {
  const at = strong ? halved(epsilon) : epsilon;
  const claimOf = (value: bigint, weights: Weights, evidence: WeakEvidence): Claim => {
    const common = { relation: '<=', value, weights, epsilon } as const;
    return strong
      ? { quantity: 'AC_st', ...common, evidence: { kind: 'strong-from-weak', weak: evidence } }
      : { quantity: 'AC_wk', ...common, evidence };
  };
  return [
    () => {
      const existence = proveExistence(subject, at);
      return existence === undefined ? nothing : only(claimOf(existence.size, 'uniform', existence.evidence));
    },
    () => ({
      claims: proveExplicit(subject, at, request).map(({ size, weights, evidence }) =>
        claimOf(size, weights, evidence),
      ),
      tables: [],
    }),
  ];
};

const averagingSteps = <G extends string>(
  instance: Instance<G>,
  { name, functions, weights, epsilon }: Averaging,
  request: Request,
): readonly Step[] => {
  const subject = subjectOf(instance, functions, unlimited);
  const exact = exactSteps(subject, weights, request);
  if (name === 'ACex' || epsilon === undefined) return exact;
  // One element is within ε ≥ 1; ε = 0 is exactness.
  if (epsilon.numerator === 0n || epsilon.numerator >= epsilon.denominator) return exact;
  if (name === 'ACsame')
    return [
      () => {
        const shown = checkSuborbits(subject, epsilon);
        const least = E.isLeft(shown) ? undefined : shown.right.least;
        return least === undefined
          ? nothing
          : only({
              quantity: 'AC_same',
              relation: '>=',
              value: least.value,
              weights: least.for,
              epsilon,
              evidence: { kind: 'suborbits' },
            });
      },
      // An exact scheme satisfies the condition too; a search for the smallest would seldom decide anything.
      () => bySubgroup(subject, request.seed),
    ];
  const lower: Step = () => orNothing(weakLowerTopic(subject, epsilon, request));
  const [existence, explicit] = upperSteps(subject, epsilon, name === 'ACst', request);
  return [existence!, lower, explicit!];
};

/** What can be tried, cheap steps first. */
export const stepsFor = <G extends string>(
  instance: Instance<G>,
  wanted: Wanted,
  request: Request,
): readonly Step[] => {
  switch (wanted.kind) {
    case 'threshold':
      return [
        () => {
          const threshold = proveThreshold(instance);
          return E.isLeft(threshold)
            ? nothing
            : only({ ...threshold.right, functions: `poly:${threshold.right.value}` });
        },
      ];
    case 'sumDegrees':
      return [
        () => {
          const characters = charactersOf(instance);
          return { claims: [], tables: E.isLeft(characters) ? [] : ([characters.right.data] as readonly TableData[]) };
        },
      ];
    case 'averaging':
      return averagingSteps(instance, wanted, request);
  }
};
