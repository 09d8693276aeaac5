/**
 * The bounds on the threshold k* by eigenvalue multiplicities (MATHEMATICS.md 2.4): with Λ the eigenvalues of all ρ(g)
 * and M_λ the largest multiplicity of λ in a single ρ(g), the paper's k* ≤ min{|G|, Σ_λ M_λ − 1} and the sharper k* ≤
 * min{|G| − 1, Σ_{λ ≠ 1} M_λ}, for faithful actions. They are reported beside k*; a refutation may speak of them, and then a verdict depends on this file.
 */
import * as O from 'fp-ts/lib/Option.js';
import { divisors, isPrime, lcm, smallGcd, totient } from '../algebra/integer.ts';
import { type PrimeField, primeField, primeFieldLimit, type Residue, rootOfUnityModulo } from '../algebra/residue.ts';
import type { AnyGroup } from '../group/group.ts';
import { conjugacyClasses, listGroup } from '../group/listing.ts';
import { cyclesOf, type Permutation } from '../group/permutation.ts';
import { type Instance, isNaturalAction } from '../representation/action.ts';
import { type Spectrum, spectrumOf } from '../representation/spectrum.ts';

export interface EigenvalueBounds {
  readonly paper: bigint;
  readonly sharper: bigint;
}

/** For each order m, the largest multiplicity of a primitive m-th root of unity (equal for all of them). */
export type MultiplicityByOrder = ReadonlyMap<number, number>;

/**
 * The eigenvalues of a positive cycle of length ℓ are the ℓ-th roots of 1: the primitive m-th roots for m | ℓ. Those
 * of a negative cycle are the ℓ-th roots of −1: the primitive m-th roots for m | 2ℓ, m ∤ ℓ.
 */
const ofCycles = (spectrum: Extract<Spectrum, { readonly kind: 'cycles' }>): MultiplicityByOrder => {
  const found = new Map<number, number>();
  const add = (m: number): void => {
    found.set(m, (found.get(m) ?? 0) + 1);
  };
  for (const length of spectrum.positive) for (let m = 1; m <= length; m++) if (length % m === 0) add(m);
  for (const length of spectrum.negative)
    for (let m = 1; m <= 2 * length; m++) if ((2 * length) % m === 0 && length % m !== 0) add(m);
  return found;
};

/** A prime field with roots of unity of order e; undefined if its prime would be beyond the limit. */
const fieldWithRoots = (e: number): PrimeField | undefined => {
  for (let p = e + 1; p < primeFieldLimit; p += e) if (isPrime(p)) return O.toUndefined(primeField(p));
  return undefined;
};

/** How often x is a root of Σ c_i t^{d−i} (leading coefficient first), by Horner's scheme. */
const multiplicityOf = (field: PrimeField, polynomial: readonly Residue[], x: Residue): number => {
  const values: Residue[] = [];
  let value = field.zero;
  for (const c of polynomial) {
    value = field.add(field.mul(value, x), c);
    values.push(value);
  }
  return polynomial.length <= 1 || value !== 0 ? 0 : 1 + multiplicityOf(field, values.slice(0, -1), x);
};

/**
 * The eigenvalues of a matrix are s-th roots of unity, s the order of the element. The polynomial Π (t − λ) is taken
 * modulo a prime p = 1 mod e, e a multiple of s and of the conductor: different e-th roots of unity stay different (t^e
 * − 1 is separable modulo p), so multiplicities are those in the field with p elements. In one element primitive m-th
 * roots can differ in multiplicity; the greatest counts, as the powers g^j, j prime to s, permute them.
 */
const ofPolynomial = (
  { coefficients, conductor }: Extract<Spectrum, { readonly kind: 'polynomial' }>,
  order: number,
): MultiplicityByOrder | undefined => {
  const e = Number(lcm(BigInt(conductor), BigInt(order)));
  const field = fieldWithRoots(e);
  const root = field === undefined ? O.none : rootOfUnityModulo(field, e);
  if (field === undefined || O.isNone(root)) return undefined;
  const zeta = field.power(root.value, e / conductor);
  const polynomial = coefficients.map((c) =>
    c.reduce((sum, x, j) => field.add(sum, field.mul(field.fromInteger(x), field.power(zeta, j))), field.zero),
  );
  const found = new Map<number, number>();
  for (let a = 0; a < order; a++) {
    const m = order / smallGcd(order, a);
    const count = multiplicityOf(field, polynomial, field.power(root.value, (e / order) * a));
    found.set(m, Math.max(found.get(m) ?? 0, count));
  }
  return found;
};

const orderOf = (g: Permutation): number =>
  cyclesOf(g).reduce((order, cycle) => (order / smallGcd(order, cycle.length)) * cycle.length, 1);

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

/** Under a plane action: rotations have ζ^{±a}, once each unless real; reflections have 1 and −1. */
const onPlane = (turns: number, dihedral: boolean): MultiplicityByOrder =>
  new Map([
    ...(dihedral ? [[2, 1] as const] : []),
    ...divisors(turns).map((m): readonly [number, number] => [m, m <= 2 ? 2 : 1]),
  ]);

/** The multiplicities below where they need no listing of the group: S, A, B, Z2 as they are, and plane actions. */
export const multiplicitiesByFormula = <G extends string>(instance: Instance<G>): MultiplicityByOrder | undefined => {
  const { action, group } = instance;
  if (action.kind === 'plane') return onPlane(action.turns, group.family.name === 'D');
  const formula = isNaturalAction(instance) ? closedForm(group) : undefined;
  return formula === undefined ? undefined : new Map([...formula].filter(([, count]) => count > 0));
};

/**
 * For each m such that primitive m-th roots of unity are eigenvalues of some ρ(g), the largest multiplicity M_λ of one of them in a
 * single ρ(g); it is the same for all φ(m) of them, as powers of g prime to its order permute them. Undefined for a group too
 * large to list and without a formula.
 */
export const maxMultiplicities = <G extends string>(instance: Instance<G>): MultiplicityByOrder | undefined => {
  const { action, group } = instance;
  const formula = multiplicitiesByFormula(instance);
  if (formula !== undefined) return formula;
  const listing = listGroup(group);
  if (listing === undefined) return undefined;
  const found: MultiplicityByOrder[] = [];
  for (const g of conjugacyClasses(listing).representatives) {
    const spectrum = spectrumOf(action, g);
    const multiplicities =
      spectrum.kind === 'cycles'
        ? ofCycles(spectrum)
        : spectrum.kind === 'polynomial'
          ? ofPolynomial(spectrum, orderOf(g))
          : undefined;
    if (multiplicities === undefined) return undefined;
    found.push(multiplicities);
  }
  return new Map([...largest(found)].filter(([, count]) => count > 0));
};

const sumOverNontrivial = <G extends string>(instance: Instance<G>): number | undefined => {
  const most = maxMultiplicities(instance);
  if (most === undefined) return undefined;
  let sum = 0;
  for (const [m, count] of most) if (m > 1) sum += count * totient(m);
  return sum;
};

/** Both bounds with their minimum with |G| taken; undefined for a group too large to list, or if ρ is not faithful. */
export const eigenvalueBounds = <G extends string>(instance: Instance<G>): EigenvalueBounds | undefined => {
  const nontrivial = instance.faithful ? sumOverNontrivial(instance) : undefined;
  if (nontrivial === undefined) return undefined;
  const { order } = instance.group;
  const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
  // M_1 = d, at the identity.
  const paper = BigInt(nontrivial + instance.action.dimension - 1);
  return { paper: least(order, paper), sharper: least(order - 1n, BigInt(nontrivial)) };
};
