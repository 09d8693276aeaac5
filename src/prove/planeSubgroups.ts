/** Subgroups of C_n and D_n moving the plane, for n too large to list: rotations, with a reflection or without. */
import { divisors } from '../algebra/integer.ts';
import type { Element } from '../group/group.ts';
import { stabiliserChain } from '../group/stabiliserChain.ts';
import type { Instance } from '../representation/action.ts';
import { bySize, type Subgroup } from './subgroups.ts';

/** Larger n would make long lists. */
const turnLimit = 20_000;

/** Smallest first; empty for other actions. */
export const planeSubgroups = <G extends string>({ action, group }: Instance<G>): readonly Subgroup<G>[] => {
  if (action.kind !== 'plane' || action.turns > turnLimit) return [];
  const n = action.turns;
  const motion = (turn: number, reflected: boolean): Element<G> =>
    Uint32Array.from({ length: n }, (_, i) =>
      reflected ? (turn + n - i) % n : (turn + i) % n,
    ) as unknown as Element<G>;
  const dihedral = group.family.name === 'D';
  return divisors(n)
    .flatMap((order) => {
      const rotation = order === 1 ? [] : [motion(n / order, false)];
      return dihedral ? [rotation, [...rotation, motion(0, true)]] : [rotation];
    })
    .map((generators) => ({ generators, chain: stabiliserChain(n, generators) }))
    .filter(({ chain }) => chain.order < group.order)
    .sort(bySize);
};
