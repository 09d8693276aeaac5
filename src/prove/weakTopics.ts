/** Claims about AC_wk and AC_st: explicit schemes, existence, lower bounds; one ε, many, or a separation. */
import * as E from 'fp-ts/lib/Either.js';
import { halved, type Rational, rationals, showRational } from '../algebra/rational.ts';
import type { Claim } from '../certificate/certificate.ts';
import { isWeakLower, type StrongEvidence, type WeakEvidence } from '../certificate/evidence.ts';
import type { Subject } from '../check/subject.ts';
import { declined } from '../group/notation.ts';
import { shorten } from '../group/permutation.ts';
import { showFunctionClass } from '../representation/functionClass.ts';
import { proveDisplacement, proveExplicit } from './approximate.ts';
import { charactersOf } from './characters.ts';
import { everyElementClaim } from './exactTopics.ts';
import { proveExistence } from './existence.ts';
import { withTable } from './lowerBounds.ts';
import { type Claims, type Proved, type Request, solverOf } from './request.ts';
import { weakLowerClaims } from './weakLowerBounds.ts';

interface UpperBound<Evidence> {
  readonly size: bigint;
  readonly weights: 'uniform' | 'probability';
  readonly evidence: Evidence;
}

/** AC_wk(F, ε) ≤ n: by explicit schemes and by existence, those that could be made. */
const weakUpperBounds = <G extends string>(
  subject: Subject<G>,
  epsilon: Rational,
  request: Request,
): readonly UpperBound<WeakEvidence>[] => {
  request.progress('counting by concentration');
  const existence = proveExistence(subject, epsilon);
  const explicit = proveExplicit(subject, epsilon, request);
  return [...explicit, ...(existence === undefined ? [] : [{ ...existence, weights: 'uniform' as const }])];
};

const weakClaim =
  (epsilon: Rational) =>
  ({ size, weights, evidence }: UpperBound<WeakEvidence>): Claim => ({
    quantity: 'AC_wk',
    relation: '<=',
    weights,
    epsilon,
    value: size,
    evidence,
  });

const upperClaims = <G extends string>(subject: Subject<G>, epsilon: Rational, request: Request): readonly Claim[] => {
  const weak = weakUpperBounds(subject, epsilon, request);
  if (request.strong === false) return weak.map(weakClaim(epsilon));
  // 3.2: weak within ε/2 is strong within ε.
  const fromWeak = weakUpperBounds(subject, halved(epsilon), request).map(
    ({ evidence, ...bound }): UpperBound<StrongEvidence> => ({
      ...bound,
      evidence: { kind: 'strong-from-weak', weak: evidence },
    }),
  );
  const listed = fromWeak.filter(({ evidence }) => !isExistence(evidence));
  const least = listed.reduce<bigint | undefined>(
    (best, { size }) => (best === undefined || size < best ? size : best),
    undefined,
  );
  const direct = proveDisplacement(subject, epsilon, request, least);
  // Every direct bound is smaller than the listed ones from 3.2; it replaces those for the same or more general weights.
  const replaced = ({ weights }: UpperBound<StrongEvidence>): boolean =>
    direct.some((bound) => bound.weights === 'uniform' || weights === 'probability');
  const strong = [...direct, ...fromWeak.filter((bound) => isExistence(bound.evidence) || !replaced(bound))];
  return [
    ...weak.map(weakClaim(epsilon)),
    ...strong.map(
      ({ size, weights, evidence }): Claim => ({
        quantity: 'AC_st',
        relation: '<=',
        weights,
        epsilon,
        value: size,
        evidence,
      }),
    ),
  ];
};

const isExistence = (evidence: StrongEvidence): boolean =>
  evidence.kind === 'strong-from-weak' && evidence.weak.kind === 'existence';

/** AC_st ≥ what AC_wk at the same ε is (3.23). */
const strongLowerClaims = (claims: readonly Claim[]): readonly Claim[] =>
  claims.flatMap((claim): readonly Claim[] => {
    if (claim.quantity !== 'AC_wk' || !isWeakLower(claim.evidence)) return [];
    return [{ ...claim, quantity: 'AC_st', evidence: { kind: 'weak-below-strong', weak: claim.evidence } }];
  });

export const approximateClaims = <G extends string>(
  subject: Subject<G>,
  epsilon: Rational,
  request: Request,
): Claims => {
  const claims = upperClaims(subject, epsilon, request);
  return claims.length > 0
    ? E.right({ claims, tables: [] })
    : declined(`no scheme within ${showRational(epsilon)} could be certified for this group and class`);
};

/** Lower bounds on AC_wk for each ε, after the claim AC_ex = |G| where that is needed and can be made. */
const lowerBounds = <G extends string>(
  subject: Subject<G>,
  epsilons: readonly Rational[],
  request: Request,
  every: Claim | undefined,
): Proved => {
  request.progress('bounding from below');
  const found = charactersOf(subject.instance);
  const characters = E.isLeft(found) ? undefined : found.right;
  const claims = epsilons.flatMap((epsilon) =>
    weakLowerClaims(withTable(subject, characters), {
      epsilon,
      solver: solverOf(request),
      characters,
      ...(every === undefined ? {} : { exact: 0 }),
    }),
  );
  const uses = claims.some(({ evidence }) => evidence.kind === 'linear-programme');
  return {
    claims: [...(every === undefined ? [] : [every]), ...claims],
    tables: characters !== undefined && uses ? [characters.data] : [],
  };
};

const everyUnlessAll = <G extends string>(subject: Subject<G>, request: Request): Claim | undefined =>
  subject.functions.kind === 'all' ? undefined : everyElementClaim(subject, request);

export const weakLowerTopic = <G extends string>(subject: Subject<G>, epsilon: Rational, request: Request): Claims => {
  const proved = lowerBounds(subject, [epsilon], request, everyUnlessAll(subject, request));
  return proved.claims.some(({ quantity }) => quantity === 'AC_wk')
    ? E.right({ ...proved, claims: [...proved.claims, ...strongLowerClaims(proved.claims)] })
    : declined(`no lower bound was found for ${shorten(subject.instance.notation)} on this class`);
};

/** Sizes against ε, from both sides, largest ε first. */
export const curveClaims = <G extends string>(
  subject: Subject<G>,
  epsilons: readonly Rational[],
  request: Request,
): Claims => {
  const descending = [...epsilons].sort((a, b) => rationals.compare(b, a));
  const upper = descending.map((epsilon, i) => {
    request.progress(`searching schemes within ${showRational(epsilon)}`, i, descending.length);
    return weakUpperBounds(subject, epsilon, request).map(weakClaim(epsilon));
  });
  if (upper.every((claims) => claims.length === 0))
    return declined('no scheme could be certified for this group and class');
  const lower = lowerBounds(subject, descending, request, everyUnlessAll(subject, request));
  return E.right({ ...lower, claims: [...lower.claims, ...upper.flat()] });
};

export const separationClaims = <G extends string>(
  subject: Subject<G>,
  epsilon: Rational,
  request: Request,
): Claims => {
  const every = everyElementClaim(subject, request);
  if (every === undefined)
    return declined(
      `${shorten(subject.instance.notation)} on ${showFunctionClass(subject.functions)} is not shown to need every element, ` +
        'so there is no separation; leave --functions out to take the threshold',
    );
  const upper = upperClaims(subject, epsilon, request);
  const lower = lowerBounds(subject, [epsilon], request, every);
  const below = lower.claims.slice(1);
  return E.right({ ...lower, claims: [every, ...upper, ...below, ...strongLowerClaims(below)] });
};
