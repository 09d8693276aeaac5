/** Claims about AC_ex: of one class, of a chain of classes, and lower bounds alone. */
import * as E from 'fp-ts/lib/Either.js';
import type { Claim } from '../certificate/certificate.ts';
import type { Subject } from '../check/subject.ts';
import { declined, malformed } from '../group/notation.ts';
import { shorten } from '../group/permutation.ts';
import { polynomials, showFunctionClass } from '../representation/functionClass.ts';
import { proveBounds } from './bounds.ts';
import { proveEveryElement } from './exact.ts';
import { type Claims, type Request, solverOf } from './request.ts';

/** Degrees in one profile. */
const profileLimit = 200;

/** AC_ex = |G|, if every irreducible is found in the class. */
export const everyElementClaim = <G extends string>(subject: Subject<G>, request: Request): Claim | undefined => {
  request.progress('deciding whether every element is needed');
  const every = proveEveryElement(subject);
  if (E.isLeft(every) || every.right === undefined) return undefined;
  const { evidence } = every.right;
  return { quantity: 'AC_ex', relation: '=', value: subject.instance.group.order, weights: 'signed', evidence };
};

/** AC_ex = |G| if every irreducible is found in the class, else bounds from both sides. */
export const exactClaims = <G extends string>(subject: Subject<G>, request: Request, upper = true): Claims => {
  const every = everyElementClaim(subject, request);
  if (every !== undefined) return E.right({ claims: [every], tables: [] });
  const options = { ...request, solver: solverOf(request), upper };
  const { claims, tables } = proveBounds(subject.instance, [subject.functions], options);
  return E.right({ claims: claims[0]!, tables });
};

/** AC_ex for the polynomials of degree at most 0, 1, …, K; the certificate's own class is the last. */
export const staircaseClaims = <G extends string>(subject: Subject<G>, request: Request): Claims => {
  const { functions, instance } = subject;
  if (functions.kind !== 'polynomials')
    return malformed('a profile without --epsilon is over degrees and needs --functions poly:K, such as poly:6');
  if (functions.degree > profileLimit)
    return declined(`a profile of ${functions.degree} degrees; the limit is ${profileLimit}`);
  const classes = Array.from({ length: functions.degree + 1 }, (_, k) => polynomials(k));
  const { claims, tables } = proveBounds(instance, classes, { ...request, solver: solverOf(request) });
  return E.right({
    claims: claims.flatMap((list, k) =>
      list.map((claim) => (k === functions.degree ? claim : { ...claim, functions: showFunctionClass(classes[k]!) })),
    ),
    tables,
  });
};

/** The lower bounds among the bounds on AC_ex. */
export const exactLowerClaims = <G extends string>(subject: Subject<G>, request: Request): Claims => {
  const proved = exactClaims(subject, request, false);
  if (E.isLeft(proved)) return proved;
  const claims = proved.right.claims.flatMap((claim): Claim[] => {
    if (claim.quantity !== 'AC_ex' || claim.relation === '<=') return [];
    const { evidence } = claim;
    return [{ ...claim, relation: '>=', evidence: evidence.kind === 'two-sided' ? evidence.lower : evidence }];
  });
  return claims.length > 0
    ? E.right({ ...proved.right, claims })
    : declined(`no lower bound was found for ${shorten(subject.instance.notation)} on this class`);
};
