/** Claims about the threshold in Coq: AC_ex = |G| at its degree, and fewer elements one degree below. */
import * as E from 'fp-ts/lib/Either.js';
import type { Claim } from '../../certificate/certificate.ts';
import { exactLower } from './exactLower.ts';
import { fewer } from './exactUpper.ts';
import type { PointGroup } from './listing.ts';
import { kernelMissed } from './reflections.ts';
import type { Proof } from './syntax.ts';
import { sides, type Theorem } from './theorem.ts';
import { classUnder, type Declined, rootText, type Side, type World } from './world.ts';

export const thresholdTheorem = (
  side: Side,
  claim: Extract<Claim, { quantity: 'threshold' }>,
): E.Either<Declined, Theorem> => {
  const { world, functions, value, name, weights } = side;
  const { evidence, relation } = claim;
  if (functions.kind === 'all') return E.left('thresholds are about polynomials');
  const { listed, forms } = world;
  const place = ({ rounds }: PointGroup): string =>
    forms === undefined
      ? `R ${world.points} generators ${functions.dimension} ${rounds} ${weights} ${value}`
      : `R ${rootText(forms)} ${forms.dimension} ${world.points} generators vectors ${rounds} ${weights} ${value}`;
  const [attainedSound, missedSound] =
    forms === undefined
      ? ['exactness.attained_sound', 'exactness.missed_sound']
      : ['traceBounds.full_degree_sound', 'traceBounds.missed_degree_sound'];
  // Where multiplicities or harmonics prove the threshold, every irreducible occurs at it.
  const attained = evidence.kind === 'threshold' ? evidence.attained : evidence;
  const at = { ...side, value: world.order, name: `${name}_attained` };
  const unlisted: World = { ...world, listed: E.left('the group is not listed') };
  const upper = (): E.Either<Declined, Proof> => {
    const whole = forms === undefined ? exactLower({ ...at, world: unlisted }, attained) : E.left('');
    if (E.isRight(whole))
      return E.right({
        ...whole.right,
        term: `@attained_whole_sound R ${functions.dimension} ${world.points} G ${weights} ${value}\n    (${whole.right.term})`,
        theorems: ['reflections.attained_whole_sound', ...whole.right.theorems],
      });
    return E.chain((group: PointGroup) =>
      E.map(
        (proof: Proof): Proof => ({
          ...proof,
          term: `@${attainedSound.split('.')[1]} ${place(group)} ${world.order} _\n    (${proof.term})`,
          theorems: [attainedSound, ...proof.theorems],
        }),
      )(exactLower(at, attained)),
    )(listed);
  };
  const below = { ...functions, degrees: functions.degrees.slice(0, -1) };
  const missed = { ...side, functions: below, name: `${name}_missed` };
  const bySize = (group: PointGroup): E.Either<Declined, Proof> =>
    E.map(
      ({ proof, size }: { proof: Proof; size: bigint }): Proof => ({
        ...proof,
        term: `@${missedSound.split('.')[1]} ${place(group)} ${size} _\n    (${proof.term})`,
        theorems: [missedSound, ...proof.theorems],
      }),
    )(fewer(missed, evidence.kind === 'threshold' ? evidence.missed : undefined));
  const lower = (): E.Either<Declined, Proof> => {
    if (value === 0n) return E.right({ definitions: [], term: 'fun _ _ => isT', theorems: [] });
    const half = forms === undefined ? kernelMissed(missed) : E.left('');
    return E.isRight(half) ? half : E.chain(bySize)(listed);
  };
  const ending = { '=': '', '<=': '_at_most', '>=': '_at_least' }[relation];
  return E.map((proof: Proof) => ({
    statement:
      forms === undefined
        ? `threshold${ending} R ${functions.dimension} G ${weights} ${value}`
        : `least_degree${ending} G (fun j => ${classUnder(world, forms, '(iota 0 j.+1)')}) ${weights} ${value}`,
    proof,
  }))(sides(relation, upper, lower));
};
