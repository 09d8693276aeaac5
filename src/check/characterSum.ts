/**
 * Exactness by characters (MATHEMATICS.md 2.16), for every action with computed characters and any weights: for a
 * unitary action, Σ_{s,t} ω(s) ω(t) χ_F(s⁻¹t) = ‖E_ω‖_F² = ‖E_ω − P‖_F² + dim F^G, since E_ω − P and P have orthogonal
 * images and kernels; so ω is exact iff the sum is dim F^G. For the uniform scheme on a subgroup H this says that the
 * mean of χ_F over H, dim F^H, is the mean over G.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type Cyclotomic, cyclotomicField } from '../algebra/cyclotomic.ts';
import type { ExactRing } from '../algebra/field.ts';
import { integers } from '../algebra/integer.ts';
import type { Scheme } from '../averaging/scheme.ts';
import type { Element } from '../group/group.ts';
import { pointCount } from '../group/group.ts';
import { conjugacyClasses, listGroup, listingLimit, listingLimitInWords } from '../group/listing.ts';
import type { StabiliserChain } from '../group/stabiliserChain.ts';
import { characterConductor, pieceCharacters, pieceCount } from '../representation/classCharacter.ts';
import type { ActionClass } from '../representation/functionClass.ts';
import { declined, type Refusal } from './refusal.ts';
import { afford, affordListing, type Subject, stepsPerSpectrum } from './subject.ts';

/** In one exact ring. */
interface Comparison<G extends string> {
  /** Whether Σ_i weight_i χ_F(g_i) is total · dim F^G. */
  readonly agrees: (
    terms: Iterable<{ readonly element: Element<G>; readonly weight: bigint }>,
    total: bigint,
  ) => boolean;
}

const comparisonIn = <G extends string, A>(
  subject: Subject<G>,
  functions: ActionClass,
  ring: ExactRing<A>,
  root: (a: number, n: number) => A,
): Comparison<G> | undefined => {
  const { action, group } = subject.instance;
  const listing = listGroup(group);
  if (listing === undefined) return undefined;
  const classes = conjugacyClasses(listing);
  const values = classes.representatives.map((g) =>
    pieceCharacters(ring, root, action, functions, g).reduce(ring.add, ring.zero),
  );
  const times = (n: bigint, a: A): A => ring.mul(ring.fromInteger(n), a);
  /** |G| dim F^G. */
  const invariants = values.reduce(
    (sum, value, c) => ring.add(sum, times(BigInt(classes.sizes[c]!), value)),
    ring.zero,
  );
  return {
    agrees: (terms, total) => {
      const weights = new Array<bigint>(values.length).fill(0n);
      for (const { element, weight } of terms) {
        const at = classes.classOf(element);
        weights[at] = weights[at]! + weight;
      }
      const sum = values.reduce((all, value, c) => ring.add(all, times(weights[c]!, value)), ring.zero);
      return ring.equals(times(group.order, sum), times(total, invariants));
    },
  };
};

const comparison = <G extends string>(
  subject: Subject<G>,
  functions: ActionClass,
  terms: number,
): E.Either<Refusal, Comparison<G>> => {
  const { instance } = subject;
  const points = pointCount(instance.group.shape);
  const listing = affordListing(subject);
  if (E.isLeft(listing)) return listing;
  const listed = listGroup(instance.group);
  const classCount = listed === undefined ? 0 : conjugacyClasses(listed).sizes.length;
  const conductor = characterConductor(instance.action);
  const perCharacter =
    stepsPerSpectrum(subject) + pieceCount(functions) * (300 + 100 * instance.action.dimension + 200 * conductor ** 2);
  const affordable = afford(subject, classCount * perCharacter + terms * (400 + 10 * points), 'the characters');
  if (E.isLeft(affordable)) return affordable;
  const field = cyclotomicField(conductor);
  const found =
    conductor === 1
      ? comparisonIn<G, bigint>(subject, functions, integers, () => 1n)
      : comparisonIn<G, Cyclotomic>(subject, functions, field, (a, n) => field.root((a * conductor) / n));
  return found === undefined
    ? declined('group-limit', `exactness by characters needs a listed group; ${listingLimitInWords}`)
    : E.right(found);
};

/** Whether the scheme is exact on the class. Growth: size² products, and the characters of the classes. */
export const isExactByCharacters = <G extends string>(
  subject: Subject<G>,
  functions: ActionClass,
  scheme: Scheme<G>,
): E.Either<Refusal, boolean> => {
  const { group } = subject.instance;
  const compared = comparison(subject, functions, scheme.elements.length ** 2);
  if (E.isLeft(compared)) return compared;
  function* pairs(): Generator<{ readonly element: Element<G>; readonly weight: bigint }> {
    for (const [i, s] of scheme.elements.entries()) {
      const inverse = group.inverse(s);
      for (const [j, t] of scheme.elements.entries())
        yield { element: group.concat(inverse, t), weight: scheme.weights[i]! * scheme.weights[j]! };
    }
  }
  return E.right(compared.right.agrees(pairs(), scheme.total * scheme.total));
};

/** Whether a subgroup has no more invariants on the class than the group. Growth: |H| elements. */
export const subgroupIsExactByCharacters = <G extends string>(
  subject: Subject<G>,
  functions: ActionClass,
  subgroup: StabiliserChain,
): E.Either<Refusal, boolean> => {
  if (subgroup.order > BigInt(listingLimit))
    return declined('group-limit', `a subgroup of ${subgroup.order} elements; the limit is ${listingLimit}`);
  const compared = comparison(subject, functions, Number(subgroup.order));
  if (E.isLeft(compared)) return compared;
  function* members(): Generator<{ readonly element: Element<G>; readonly weight: bigint }> {
    for (const element of subgroup.elements()) yield { element: element as Element<G>, weight: 1n };
  }
  return E.right(compared.right.agrees(members(), subgroup.order));
};
