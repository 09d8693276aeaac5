/**
 * Sets of elements with a symmetry: unions of orbits of a map of the group to itself. Difference sets have multipliers,
 * good sets in S_n are often invariant under conjugation, subgroups and cosets under translation; and a set made of
 * orbits is found among far fewer. The maps here preserve or hardly change the errors of a scheme, so nothing is lost
 * by orbits but freedom.
 */
import type { Element, FiniteGroup } from '../group/group.ts';
import { compose, inversePermutation } from '../group/permutation.ts';
import type { RandomBelow } from './random.ts';
import { randomElement } from './randomElement.ts';

export interface Symmetry<G extends string> {
  readonly name: string;
  /** They generate a group of maps; an orbit is taken under all of them. */
  readonly maps: readonly ((g: Element<G>) => Element<G>)[];
  /** Elements in short orbits, which random ones hardly ever are in. */
  readonly special: readonly Element<G>[];
}

export const noSymmetry = <G extends string>(): Symmetry<G> => ({ name: 'none', maps: [], special: [] });

/** The orbit of g, or undefined when it has more than `limit` elements. */
export const orbitOf = <G extends string>(
  group: FiniteGroup<G>,
  { maps }: Symmetry<G>,
  g: Element<G>,
  limit: number,
): readonly Element<G>[] | undefined => {
  const orbit = [g];
  for (let at = 0; at < orbit.length; at++)
    for (const map of maps) {
      const image = map(orbit[at]!);
      if (orbit.some((x) => group.equals(x, image))) continue;
      if (orbit.length === limit) return undefined;
      orbit.push(image);
    }
  return orbit;
};

const powersOf = <G extends string>(group: FiniteGroup<G>, g: Element<G>, limit: number): readonly Element<G>[] => {
  const powers = [group.empty];
  for (let x = g; !group.equals(x, group.empty) && powers.length < limit; x = group.concat(x, g)) powers.push(x);
  return powers;
};

/** An element of order between 2 and `most`, a power of a random one; undefined if there was none. */
const elementOfSmallOrder = <G extends string>(
  group: FiniteGroup<G>,
  most: number,
  below: RandomBelow,
): { readonly element: Element<G>; readonly powers: readonly Element<G>[] } | undefined => {
  const greatestOrder = 100_000;
  for (let attempt = 0; attempt < 8; attempt++) {
    const powers = powersOf(group, randomElement(group, below), greatestOrder);
    const order = powers.length;
    if (order === greatestOrder) continue;
    const divisors = Array.from({ length: Math.min(most, order) }, (_, i) => i + 1).filter(
      (q) => q > 1 && order % q === 0,
    );
    if (divisors.length === 0) continue;
    const q = divisors[below(divisors.length)]!;
    return {
      element: powers[order / q]!,
      powers: Array.from({ length: q }, (_, i) => powers[(i * order) / q]!),
    };
  }
  return undefined;
};

const isAbelian = <G extends string>({ generators, concat, equals }: FiniteGroup<G>): boolean =>
  generators.every((s) => generators.every((t) => equals(concat(s, t), concat(t, s))));

/** Units looked at for their order. */
const unitsTried = 500;

const coprime = (a: number, b: number): boolean => (b === 0 ? a === 1 : coprime(b, a % b));

/** x ↦ x^u for a unit u of small order modulo the exponent. */
const powerMap = <G extends string>(
  group: FiniteGroup<G>,
  most: number,
  below: RandomBelow,
): Symmetry<G> | undefined => {
  const exponent = group.generators.reduce((e, s) => {
    const order = powersOf(group, s, 1_000_000).length;
    let multiple = order;
    while (multiple % e !== 0) multiple += order;
    return multiple;
  }, 1);
  if (exponent <= 2) return undefined;
  const orderOf = (u: number): number => {
    let order = 1;
    for (let x = u; x !== 1 && order <= most; x = (x * u) % exponent) order++;
    return order;
  };
  // First an order, then a unit of that order: few units have the small orders that matter most.
  const tried = Math.min(exponent - 2, unitsTried);
  const units = Array.from({ length: tried }, (_, i) => 2 + (tried < unitsTried ? i : below(exponent - 2)))
    .filter((u) => coprime(u, exponent))
    .map((u) => ({ u, order: orderOf(u) }))
    .filter(({ order }) => order <= most);
  const orders = [...new Set(units.map(({ order }) => order))];
  if (orders.length === 0) return undefined;
  const order = orders[below(orders.length)]!;
  const ofOrder = units.filter((unit) => unit.order === order);
  const { u } = ofOrder[below(ofOrder.length)]!;
  const power = (g: Element<G>): Element<G> => {
    let [result, square] = [group.empty, g];
    for (let rest = u; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = group.concat(result, square);
      square = group.concat(square, square);
    }
    return result;
  };
  return { name: `power ${u}`, maps: [power], special: [] };
};

/** Sign changes, with their coordinates permuted in cycles of one random length. */
const coordinateShift = <G extends string>(
  { shape }: FiniteGroup<G>,
  most: number,
  below: RandomBelow,
): Symmetry<G> | undefined => {
  const n = shape.degree;
  if (n < 2) return undefined;
  const length = 2 + below(Math.min(n, most) - 1);
  const cycled = n - (n % length);
  const move = (i: number): number => (i >= cycled ? i : i % length === length - 1 ? i - length + 1 : i + 1);
  const shift = Uint32Array.from({ length: 2 * n }, (_, i) => (i < n ? move(i) : n + move(i - n)));
  const back = inversePermutation(shift);
  return { name: `cycles of ${length}`, maps: [(g) => compose(compose(shift, g), back) as Element<G>], special: [] };
};

/** A random symmetry with orbits of at most `most` elements. */
export const randomSymmetry = <G extends string>(
  group: FiniteGroup<G>,
  most: number,
  below: RandomBelow,
): Symmetry<G> | undefined => {
  if (most < 2) return undefined;
  const kind = below(8);
  if (isAbelian(group) && kind > 0) {
    const shifted = group.family.name === 'Z2' ? coordinateShift(group, most, below) : powerMap(group, most, below);
    if (shifted !== undefined) return shifted;
  }
  const small = elementOfSmallOrder(group, most, below);
  if (small === undefined) return undefined;
  const { element, powers } = small;
  const inverse = group.inverse(element);
  if (kind === 0)
    return { name: `cosets of order ${powers.length}`, maps: [(g) => group.concat(g, element)], special: [] };
  const conjugate = (g: Element<G>): Element<G> => group.concat(group.concat(element, g), inverse);
  return kind === 1
    ? { name: `conjugation ${powers.length} and inversion`, maps: [conjugate, group.inverse], special: powers }
    : { name: `conjugation ${powers.length}`, maps: [conjugate], special: powers };
};
