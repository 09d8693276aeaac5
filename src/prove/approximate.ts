/** Explicit schemes within ε: proposals, by a search or by workers before, become evidence that the check accepts. */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../algebra/rational.ts';
import type { Weights } from '../averaging/scheme.ts';
import type { DisplacementTest, SchemeData, StrongEvidence } from '../certificate/evidence.ts';
import { checkStrong, checkWeak } from '../check/approximate.ts';
import type { Subject } from '../check/subject.ts';
import type { Element } from '../group/group.ts';
import type { Candidate, Sought } from './candidate.ts';
import { displacementRoute } from './displacementRoutes.ts';
import type { Request } from './request.ts';
import { type ExplicitEvidence, type Route, routesFor } from './schemeRoutes.ts';
import { candidatesFor, searchFor } from './schemeSearch.ts';

export interface Explicit<Evidence> {
  readonly size: bigint;
  readonly weights: Exclude<Weights, 'signed'>;
  readonly evidence: Evidence;
}
export type ExplicitScheme = Explicit<ExplicitEvidence>;
export type ExplicitStrongScheme = Explicit<StrongEvidence>;

/** The elements of a candidate, which the search wrote and so are in the group. */
const elementsOf = <G extends string>({ instance: { group } }: Subject<G>, scheme: SchemeData): readonly Element<G>[] =>
  scheme.elements.flatMap((text) => {
    const element = group.parse(text);
    return E.isRight(element) ? [element.right] : [];
  });

/** What the workers found, or else what is found here and now. */
const proposals = <G extends string>(
  subject: Subject<G>,
  epsilon: Rational,
  sought: Sought,
  request: Request,
): readonly Candidate[] => {
  if (request.candidates !== undefined) return candidatesFor(request.candidates, epsilon, sought.condition);
  const found: Candidate[] = [];
  searchFor(subject, { epsilon, sought, worker: 0 }, request, (candidate) => found.push(candidate));
  return candidatesFor(found, epsilon, sought.condition);
};

/** Candidates of one kind of weights that may fail before it is given up. */
const patience = 6;

/**
 * The smallest plain average that the check accepts, and, if there is one with strictly fewer elements, the smallest
 * scheme with other probability weights.
 */
const accepted = <G extends string, Evidence>(
  subject: Subject<G>,
  route: Route<G, Evidence>,
  candidates: readonly Candidate[],
  epsilon: Rational,
  accepts: (evidence: Evidence, size: bigint) => boolean,
): readonly Explicit<Evidence>[] => {
  const first = (of: readonly Candidate[], weights: Explicit<Evidence>['weights']): Explicit<Evidence> | undefined => {
    for (const { scheme } of of.slice(0, patience)) {
      const size = BigInt(scheme.elements.length);
      const proposal = {
        elements: elementsOf(subject, scheme),
        ...(scheme.weights === undefined ? {} : { weights: scheme.weights }),
      };
      const evidence = route
        .evidence(scheme, proposal, epsilon)
        .find((made) => route.tested === true || accepts(made, size));
      if (evidence !== undefined) return { size, weights, evidence };
    }
    return undefined;
  };
  const uniform = first(
    candidates.filter(({ scheme }) => scheme.weights === undefined),
    'uniform',
  );
  const fewer = candidates.filter(
    ({ scheme }) =>
      scheme.weights !== undefined && (uniform === undefined || BigInt(scheme.elements.length) < uniform.size),
  );
  const weighted = first(fewer, 'probability');
  return [uniform, weighted].filter((scheme) => scheme !== undefined);
};

/**
 * Schemes within ε that `check` accepts, as small as the search finds; none if no route leads to one. Routes are tried in
 * turn until one does.
 */
export const proveExplicit = <G extends string>(
  subject: Subject<G>,
  epsilon: Rational,
  request: Request,
): readonly ExplicitScheme[] => {
  for (const [number, route] of routesFor(subject).entries()) {
    // Workers search the first route only.
    if (number > 0 && request.candidates !== undefined && request.interrupted === true) break;
    const searched = number === 0 ? request : { ...request, candidates: undefined };
    const candidates = proposals(subject, epsilon, { condition: 'weak', route: number }, searched);
    request.progress('verifying the scheme');
    const found = accepted(subject, route, candidates, epsilon, (evidence, size) =>
      E.isRight(checkWeak(subject, evidence, epsilon, size)),
    );
    if (found.length > 0) return found;
  }
  return [];
};

/** The same for the strong condition, with every displacement tested; only schemes smaller than `below`. */
export const proveDisplacement = <G extends string>(
  subject: Subject<G>,
  epsilon: Rational,
  request: Request,
  below: bigint | undefined,
): readonly ExplicitStrongScheme[] => {
  const route = displacementRoute(subject);
  if (route === undefined) return [];
  const candidates = proposals(subject, epsilon, { condition: 'strong' }, request).filter(
    ({ scheme }) => below === undefined || BigInt(scheme.elements.length) < below,
  );
  request.progress('verifying the displacements');
  const evidenceOf = (test: DisplacementTest): StrongEvidence & { readonly kind: 'displacement' } => ({
    kind: 'displacement',
    test,
  });
  return accepted(subject, route, candidates, epsilon, (test, size) =>
    E.isRight(checkStrong(subject, evidenceOf(test), epsilon, size)),
  ).map(({ evidence, ...rest }) => ({ ...rest, evidence: evidenceOf(evidence) }));
};
