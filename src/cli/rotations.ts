/**
 * `npm run rotations` makes site/rotations.json again, the data of the first figure: for each n from 1 to 100 a set of n
 * of the 100 rotations of C100, the best that the optimiser finds, with an ε that the checker accepts for it.
 *
 * The class is `all`, so the bound holds for every function on the plane, whatever it looks like.
 */
import { writeFileSync } from 'node:fs';
import { certificateFormat, certificateVersion } from '../certificate/certificate.ts';
import { checkText } from '../check/index.ts';
import { cyclicGroup } from '../group/families.ts';
import { abelianModel } from '../search/characterModel.ts';
import { errorOf } from '../search/errorModel.ts';
import { minimiseError } from '../search/minimiseError.ts';
import { complain, installProcessHandlers } from './console.ts';

const turns = 100;
/** Elementary steps of the optimiser for each size. */
const allowance = 8e8;
/** ε is given in parts of this, rounded up. */
const parts = 10_000;

const group = cyclicGroup(turns);
/** By turn. */
const rotations = [group.empty];
while (rotations.length < turns) rotations.push(group.concat(group.generators[0]!, rotations.at(-1)!));

export interface RotationSet {
  /** Rotations through 2π · turn / 100, ascending; with multiplicity. */
  readonly turns: readonly number[];
  /** Certified: ‖ω̂(π)‖² ≤ ε for every nontrivial π, as parts of 10 000. */
  readonly epsilon: number;
}

/** The certificate AC_wk(C100@plane, all, parts / 10 000) ≤ n with this set. */
export const rotationCertificate = ({ turns: set, epsilon }: RotationSet): string => {
  const elements = set.map((turn) => rotations[turn]!).map(group.show);
  const common = divisor(epsilon, parts);
  return JSON.stringify({
    format: certificateFormat,
    version: certificateVersion,
    group: 'C100@plane',
    functions: 'all',
    claims: [
      {
        quantity: 'AC_wk',
        relation: '<=',
        value: `${set.length}`,
        weights: 'uniform',
        epsilon: epsilon === 0 ? '0' : epsilon === parts ? '1' : `${epsilon / common}/${parts / common}`,
        evidence: { kind: 'plane', scheme: { elements } },
      },
    ],
  });
};

const divisor = (a: number, b: number): number => (a === 0 ? b : divisor(b % a, a));

/** The least ε on the grid that the checker accepts. */
const certified = (set: readonly number[], error: number): RotationSet => {
  for (let epsilon = Math.floor(error * parts - 1e-6); epsilon <= parts; epsilon++) {
    if (epsilon < 0) continue;
    const found = { turns: set, epsilon };
    if (checkText(rotationCertificate(found)).verdict === 'accepted') return found;
  }
  throw new Error(`no ε is accepted for ${set.length} rotations`);
};

const make = (): readonly RotationSet[] => {
  const model = abelianModel<'C100'>([turns], (g) => [g[0]!]);
  const errorOfTurns = (set: readonly number[]): number =>
    errorOf(
      model,
      set.map((turn) => rotations[turn]!),
    );
  const found: RotationSet[] = [];
  for (let size = 1; size <= turns; size++) {
    const { elements } = minimiseError({ group, model, size, target: 0, allowance, seed: `rotations/${size}` });
    let set = elements.map((g) => g[0]!).sort((a, b) => a - b);
    // The complement of a set without repetitions has the same sums up to sign, over fewer or more elements.
    const other = found[turns - size - 1]?.turns;
    if (other !== undefined && new Set(other).size === other.length) {
      const complement = rotations.map((_, turn) => turn).filter((turn) => !other.includes(turn));
      if (errorOfTurns(complement) < errorOfTurns(set)) set = complement;
    }
    found.push(certified(set, errorOfTurns(set)));
    complain(`rotations: ${size} elements, ε = ${found.at(-1)!.epsilon / parts}`);
  }
  return found;
};

if (process.argv[1]?.endsWith('rotations.js') === true) {
  installProcessHandlers();
  const sets = make();
  const lines = sets.map(({ turns: set, epsilon }) => ` {"turns": ${JSON.stringify(set)}, "epsilon": ${epsilon}}`);
  writeFileSync(new URL('../../site/rotations.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`);
}
