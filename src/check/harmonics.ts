/**
 * Evidence *harmonics* (MATHEMATICS.md 2.9): exact averaging over C_n and D_n moving the plane ℝ² = ℂ, from the
 * classical decomposition of plane polynomials into |z|^{2i} Re zᵐ and |z|^{2i} Im zᵐ (degree 2i + m). No data is
 * needed.
 *
 * C_n: zᵐ and z̄ᵐ carry the characters ±m of ℤ/n, so the characters in Sym^{≤k} are those with |m| ≤ k. All occur iff
 * k ≥ ⌊n/2⌋, and then AC_ex = |G| (MATHEMATICS.md 2.2). If m is missing, of order e = n/gcd(m, n), then
 * ω = (1 + c/|min c|)/n with c = Re χ_m is exact and vanishes where c is least: at n/e elements for even e (c = −1
 * there) and 2n/e for odd e.
 * D_n, n ≥ 3: for 0 < m < n/2 the span of Re zᵐ and Im zᵐ is a two-dimensional irreducible, these are all of them; for
 * even n, Re z^{n/2} and Im z^{n/2} carry the two linear characters that are −1 on the generating rotation; Im zⁿ
 * carries the determinant, which does not occur in lower degree as it vanishes on n mirrors. All occur iff k ≥ n.
 * Below that the uniform scheme on the n rotations, the kernel of the determinant, is exact.
 */
import * as E from 'fp-ts/lib/Either.js';
import { smallGcd } from '../algebra/integer.ts';
import { atMost, type Established, everyElement } from './established.ts';
import { type Refusal, rejected } from './refusal.ts';
import { degreeOf, type Subject } from './subject.ts';

/** n and whether there are reflections; undefined for other actions. */
export const planeGroup = <G extends string>(
  subject: Subject<G>,
): { readonly turns: number; readonly dihedral: boolean } | undefined => {
  const { action, group } = subject.instance;
  return action.kind === 'plane' ? { turns: action.turns, dihedral: group.family.name === 'D' } : undefined;
};

const notApplicable = (): E.Either<Refusal, never> =>
  rejected('evidence-not-applicable', 'harmonics are evidence for C_n@plane and D_n@plane, on polynomials, only');

export const checkHarmonics = <G extends string>(subject: Subject<G>): E.Either<Refusal, Established> => {
  const plane = planeGroup(subject);
  if (plane === undefined) return notApplicable();
  const { turns, dihedral } = plane;
  const { order } = subject.instance.group;
  const k = degreeOf(subject.functions);
  if (k === undefined) return notApplicable();
  if (dihedral) return E.right(k >= turns ? everyElement(order) : atMost('AC_ex', BigInt(turns), 'uniform'));
  const half = Math.floor(turns / 2);
  if (k >= half) return E.right(everyElement(order));
  let zeros = 0;
  for (let m = k + 1; m <= half; m++) {
    const e = turns / smallGcd(turns, m);
    zeros = Math.max(zeros, e % 2 === 0 ? turns / e : (2 * turns) / e);
  }
  return E.right(atMost('AC_ex', BigInt(turns - zeros), 'probability'));
};

export const checkThresholdByHarmonics = <G extends string>(subject: Subject<G>): E.Either<Refusal, Established> => {
  const plane = planeGroup(subject);
  if (plane === undefined) return notApplicable();
  const value = BigInt(plane.dihedral ? plane.turns : Math.floor(plane.turns / 2));
  // Below it the scheme is uniform for D_n; for C_n it is that of the missing character, a probability.
  const least = { value, for: plane.dihedral || value === 0n ? 'uniform' : 'probability' } as const;
  return E.right({ quantity: 'threshold', least, most: { value, for: 'uniform' } });
};
