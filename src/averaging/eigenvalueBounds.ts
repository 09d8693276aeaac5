/**
 * The bounds on the threshold k* by eigenvalue multiplicities (MATHEMATICS.md 2.4): with Λ the eigenvalues of all ρ(g)
 * and M_λ the largest multiplicity of λ in a single ρ(g), the paper's k* ≤ min{|G|, Σ_λ M_λ − 1} and the sharper k* ≤
 * min{|G| − 1, Σ_{λ ≠ 1} M_λ}. They are reported beside k*; no verdict depends on them.
 */
import { totient } from '../algebra/integer.ts';
import type { AnyGroup } from '../group/group.ts';
import { conjugacyClasses, listGroup } from '../group/listing.ts';
import type { Instance } from '../representation/action.ts';
import { type Spectrum, spectrumOf } from '../representation/spectrum.ts';

export interface EigenvalueBounds {
  readonly paper: bigint;
  readonly sharper: bigint;
}

/** For each order m, the largest multiplicity of a primitive m-th root of unity (equal for all of them). */
type MultiplicityByOrder = ReadonlyMap<number, number>;

/**
 * The eigenvalues of a positive cycle of length ℓ are the ℓ-th roots of 1: the primitive m-th roots for m | ℓ. Those
 * of a negative cycle are the ℓ-th roots of −1: the primitive m-th roots for m | 2ℓ, m ∤ ℓ.
 */
const bySpectrum = (spectrum: Spectrum): MultiplicityByOrder => {
  const found = new Map<number, number>();
  if (spectrum.kind !== 'cycles') return found;
  const add = (m: number): void => {
    found.set(m, (found.get(m) ?? 0) + 1);
  };
  for (const length of spectrum.positive) for (let m = 1; m <= length; m++) if (length % m === 0) add(m);
  for (const length of spectrum.negative)
    for (let m = 1; m <= 2 * length; m++) if ((2 * length) % m === 0 && length % m !== 0) add(m);
  return found;
};

/** S_d: as many m-cycles as fit. */
const ofSymmetricGroup = (degree: number): MultiplicityByOrder =>
  new Map(Array.from({ length: degree }, (_, i) => [i + 1, Math.floor(degree / (i + 1))]));

/** A_d: the same, but an odd number of even cycles needs two more points to become even. */
const ofAlternatingGroup = (degree: number): MultiplicityByOrder =>
  new Map(
    [...ofSymmetricGroup(degree)].map(([m, count]) => [
      m,
      m % 2 === 0 && count % 2 === 1 && degree - count * m < 2 ? count - 1 : count,
    ]),
  );

/** B_d: for even m a negative cycle of length m/2 is shorter. */
const ofHyperoctahedralGroup = (degree: number): MultiplicityByOrder =>
  new Map(
    Array.from({ length: 2 * degree }, (_, i) => {
      const m = i + 1;
      return [m, Math.floor(degree / (m % 2 === 0 ? m / 2 : m))];
    }),
  );

const closedForm = (group: AnyGroup): MultiplicityByOrder | undefined => {
  const { family } = group;
  if (family.name === 'S') return ofSymmetricGroup(family.parameter);
  if (family.name === 'A') return ofAlternatingGroup(family.parameter);
  if (family.name === 'B') return ofHyperoctahedralGroup(family.parameter);
  if (family.name === 'Z2') return new Map([1, 2].map((m) => [m, family.parameter]));
  return undefined;
};

const largest = (maps: readonly MultiplicityByOrder[]): MultiplicityByOrder => {
  const most = new Map<number, number>();
  for (const map of maps) for (const [m, count] of map) most.set(m, Math.max(most.get(m) ?? 0, count));
  return most;
};

/** Σ_{λ ≠ 1} M_λ under a plane action: rotations have ζ^{±a}, once each unless real; reflections have 1 and −1. */
const onPlane = (turns: number, dihedral: boolean): number => {
  const minusOne = turns % 2 === 0 ? 2 : dihedral ? 1 : 0;
  const others = turns % 2 === 0 ? turns - 2 : turns - 1;
  return others + minusOne;
};

const sumOverNontrivial = <G extends string>(instance: Instance<G>): number | undefined => {
  const { action, group } = instance;
  if (action.kind === 'plane') return onPlane(action.turns, group.family.name === 'D');
  const natural = action.kind === group.shape.kind && action.dimension === group.shape.degree;
  let most = natural ? closedForm(group) : undefined;
  if (most === undefined) {
    const listing = listGroup(group);
    if (listing === undefined) return undefined;
    most = largest(conjugacyClasses(listing).representatives.map((g) => bySpectrum(spectrumOf(action, g))));
  }
  let sum = 0;
  for (const [m, count] of most) if (m > 1) sum += count * totient(m);
  return sum;
};

/** Both bounds with their minimum with |G| taken; undefined for a group too large to list. */
export const eigenvalueBounds = <G extends string>(instance: Instance<G>): EigenvalueBounds | undefined => {
  const nontrivial = sumOverNontrivial(instance);
  if (nontrivial === undefined) return undefined;
  const { order } = instance.group;
  const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
  // M_1 = d, at the identity.
  const paper = BigInt(nontrivial + instance.action.dimension - 1);
  return { paper: least(order, paper), sharper: least(order - 1n, BigInt(nontrivial)) };
};
