/**
 * The nontrivial irreducibles of a group as matrices in floating point, with names, for pictures. Nothing is decided by
 * them.
 */
import { cyclicFactors } from '../group/cyclicFactors.ts';
import type { Element, FiniteGroup } from '../group/group.ts';
import { listGroup } from '../group/listing.ts';
import type { Instance } from '../representation/action.ts';
import { partitions } from '../representation/partition.ts';
import { type Block, planeBlocks, symmetricBlocks } from '../search/blockModels.ts';
import { irreducibleBlocks } from '../search/irreducibles.ts';

export interface NamedBlock<G extends string> {
  readonly name: string;
  readonly block: Block<G>;
  /** The dimension of the complex irreducible, or of the pair that makes a real one. */
  readonly dimension: number;
}

export interface NamedBlocks<G extends string> {
  /** What the names are: `partition`, `frequency`, `character` or `number`. */
  readonly called: 'partition' | 'frequency' | 'character' | 'number';
  readonly blocks: readonly NamedBlock<G>[];
}

/** Symmetric groups up to this degree have a block for each partition. */
const symmetricLimit = 8;
/** Abelian groups up to this order a block for each character. */
const abelianLimit = 1100;
/** Other groups up to this order are taken apart numerically. */
const orderLimit = 2000;

const named = <G extends string>(blocks: readonly Block<G>[], nameOf: (index: number) => string) =>
  blocks.map((block, i): NamedBlock<G> => ({ name: nameOf(i), block, dimension: block.dimension }));

/** One of each conjugate pair of nontrivial characters; a pair is a plane turned by its angle. */
const abelianBlocks = <G extends string>(group: FiniteGroup<G>): readonly NamedBlock<G>[] | undefined => {
  const factors = group.order <= BigInt(abelianLimit) ? cyclicFactors(group) : undefined;
  if (factors === undefined) return undefined;
  const { orders } = factors;
  const places = new WeakMap<Element<G>, readonly number[]>();
  const coordinates = (g: Element<G>): readonly number[] => {
    const known = places.get(g) ?? factors.coordinates(g);
    places.set(g, known);
    return known;
  };
  const blocks: NamedBlock<G>[] = [];
  for (let index = 1; index < Number(group.order); index++) {
    let rest = index;
    const digits = orders.map((n) => {
      const digit = rest % n;
      rest = Math.floor(rest / n);
      return digit;
    });
    const own = digits.findIndex((digit, i) => 2 * digit !== orders[i]! && digit !== 0);
    if (own >= 0 && 2 * digits[own]! > orders[own]!) continue;
    const angle = (g: Element<G>): number =>
      2 * Math.PI * coordinates(g).reduce((sum, x, i) => sum + ((x * digits[i]!) % orders[i]!) / orders[i]!, 0);
    blocks.push({
      name: digits.join(''.padEnd(orders.every((n) => n <= 10) ? 0 : 1, ',')),
      dimension: 1,
      block: {
        dimension: own < 0 ? 1 : 2,
        cost: 1,
        matrix: (g) => {
          const [c, s] = [Math.cos(angle(g)), Math.sin(angle(g))];
          return own < 0 ? [c] : [c, s, -s, c];
        },
      },
    });
  }
  return blocks;
};

/** undefined for groups too large to take apart. */
export const namedBlocks = <G extends string>({ group, action }: Instance<G>): NamedBlocks<G> | undefined => {
  if (action.kind === 'plane') {
    const degree = Math.floor(action.turns / 2);
    const determinant = group.family.name === 'D';
    const blocks = named(planeBlocks(action, degree, determinant), (i) => (i < degree ? `${i + 1}` : 'det'));
    return { called: 'frequency', blocks };
  }
  if (group.family.name === 'S' && group.family.parameter <= symmetricLimit) {
    const d = group.family.parameter;
    const shapes = partitions(d).filter((partition) => partition.length > 1);
    return { called: 'partition', blocks: named(symmetricBlocks(d), (i) => shapes[i]!.join('+')) };
  }
  const abelian = abelianBlocks(group);
  if (abelian !== undefined) return { called: 'character', blocks: abelian };
  const listing = listGroup(group, orderLimit);
  const blocks = listing === undefined ? undefined : irreducibleBlocks(listing);
  return blocks === undefined
    ? undefined
    : {
        called: 'number',
        blocks: named(
          [...blocks].sort((a, b) => a.dimension - b.dimension),
          (i) => `${i + 1}`,
        ),
      };
};
