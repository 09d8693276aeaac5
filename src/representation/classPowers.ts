/**
 * Power maps: in which conjugacy class the powers of an element lie, and the fields the characters of that class
 * generate.
 */
import { lcm, primeFactors, smallGcd } from '../algebra/integer.ts';
import type { Element } from '../group/group.ts';
import type { ConjugacyClasses } from '../group/listing.ts';
import { cyclesOf, type Permutation } from '../group/permutation.ts';

/** A class as the class of a power of the representative of another (or the same) class. */
export interface PowerOf {
  readonly source: number;
  readonly exponent: number;
}

export interface ClassPowers {
  /** The order of the elements of each class. */
  readonly orders: readonly number[];
  /** The exponent of the group: the least common multiple of the orders. */
  readonly exponent: number;
  /** The class of x^n for x in class k and any integer n ≥ 0. */
  readonly power: (k: number, n: number) => number;
  /** Every class as powers of the representatives of few classes; a source is the first power of itself. */
  readonly sources: readonly PowerOf[];
}

const elementOrder = (g: Permutation): number =>
  Number(cyclesOf(g).reduce((order, cycle) => lcm(order, BigInt(cycle.length)), 1n));

/**
 * The power maps of all classes. Only representatives that are not conjugate to a power of one met before are raised to
 * powers, greatest orders first. Growth: O(Σ orders of those) products, and as much memory.
 */
export const classPowers = <G extends string>(classes: ConjugacyClasses<G>): ClassPowers => {
  const { representatives, classOf } = classes;
  const { concat, empty } = classes.listing.group;
  const orders = representatives.map(elementOrder);
  const sources = new Array<PowerOf | undefined>(orders.length).fill(undefined);
  const cycles = new Map<number, Int32Array>();
  const byOrder = orders.map((_, k) => k).sort((a, b) => orders[b]! - orders[a]! || a - b);
  for (const k of byOrder) {
    if (sources[k] !== undefined) continue;
    const cycle = new Int32Array(orders[k]!);
    let x: Element<G> = empty;
    for (let n = 0; n < cycle.length; n++, x = concat(x, representatives[k]!)) cycle[n] = classOf(x);
    cycles.set(k, cycle);
    sources[k] = { source: k, exponent: 1 };
    cycle.forEach((at, n) => {
      sources[at] ??= { source: k, exponent: n };
    });
  }
  const power = (k: number, n: number): number => {
    const { source, exponent } = sources[k]!;
    const cycle = cycles.get(source)!;
    return cycle[(exponent * (n % orders[k]!)) % cycle.length]!;
  };
  return {
    orders,
    exponent: orders.reduce((all, order) => (all / smallGcd(all, order)) * order, 1),
    power,
    sources: sources.map((at) => at!),
  };
};

/** The classes of the x^n with n prime to the order of x in class k: the Galois conjugates of the class. Ascending. */
export const galoisOrbit = (powers: ClassPowers, k: number): readonly number[] => {
  const order = powers.orders[k]!;
  const orbit = new Set<number>();
  for (let n = 1; n <= order; n++) if (smallGcd(n, order) === 1) orbit.add(powers.power(k, n));
  return [...orbit].sort((a, b) => a - b);
};

/**
 * The least N such that every character takes values in ℚ(ζ_N) on class k. By Galois theory (χ(x^n) = σ_n χ(x)) and
 * because characters separate classes, it is the least divisor N of the order for which x^n is conjugate to x for all
 * units n ≡ 1 modulo N. Divisors with that property are closed under gcd, so descending prime by prime finds it.
 */
export const classConductor = (powers: ClassPowers, k: number): number => {
  const order = powers.orders[k]!;
  const suffices = (modulus: number): boolean => {
    for (let n = 1; n < order; n += modulus) if (smallGcd(n, order) === 1 && powers.power(k, n) !== k) return false;
    return true;
  };
  let conductor = order;
  for (const q of primeFactors(order)) while (conductor % q === 0 && suffices(conductor / q)) conductor /= q;
  return conductor;
};

/** The `classConductor` of every class. */
export const classConductors = (powers: ClassPowers): readonly number[] =>
  powers.orders.map((_, k) => classConductor(powers, k));

/** The least N such that all characters take values in ℚ(ζ_N). */
export const commonConductor = (powers: ClassPowers): number =>
  classConductors(powers).reduce((all, n) => (all / smallGcd(all, n)) * n, 1);
