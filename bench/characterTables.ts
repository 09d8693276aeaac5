/** Exact character tables from generators: our whole process against GAP's algorithm of Dixon and Schneider. */
import { fileURLToPath } from 'node:url';
import * as E from 'fp-ts/lib/Either.js';
import { parseGroup } from '../src/group/notation.ts';
import { findGap, remarksOnVersion, runGap, starts } from './gap.ts';
import { type Comparison, type Measurement, type Report, skipped } from './measurement.ts';
import { runNode } from './process.ts';
import { rangeOfRatios, takeTurns } from './timing.ts';

const name = 'character-tables';
const rounds = 3;
const script = fileURLToPath(new URL('./printTable.js', import.meta.url));

/** Label and notation; Z2 wr S6 is the group of signed permutations of six coordinates. */
const groups = [
  ['M11', 'M11'],
  ['M12', 'M12'],
  ['PSL(2,31)', 'PSL(2,31)'],
  ['S10', 'perm:(1,2,3,4,5,6,7,8,9,10);(1,2)'],
  ['Z2wrS6', 'B6'],
] as const;

const target = 1;

/** The generators as GAP takes them: the images of 1, 2, … */
const imagesOf = (notation: string): string => {
  const images = parseGroup(notation, ({ generators }) =>
    E.right(generators.map((g) => `[${Array.from(g, (point) => point + 1).join(',')}]`).join(',')),
  );
  if (E.isLeft(images)) throw new Error(images.left.message);
  return images.right;
};

const contestants = {
  'IrrDixonSchneider, gap -A -q': { options: starts.bare, method: 'dixon' },
  'IrrDixonSchneider, gap -q': { options: starts.plain, method: 'dixon' },
  'Irr, gap -A -q': { options: starts.bare, method: 'plain' },
  'Irr after IsNaturalSymmetricGroup, gap -A -q': { options: starts.bare, method: 'recognised' },
} as const;
type Contestant = keyof typeof contestants;
const dixon = ['IrrDixonSchneider, gap -A -q', 'IrrDixonSchneider, gap -q'] as const;
const others = ['Irr, gap -A -q', 'Irr after IsNaturalSymmetricGroup, gap -A -q'] as const;

const least = (times: readonly number[]): number => Math.min(...times);

const compare = (label: string, notation: string, version: string, report: Report): Comparison => {
  report(`${label}: ${rounds + 1} rounds of five processes`);
  const images = imagesOf(notation);
  const answers = new Set<string>();
  const gap = (contestant: Contestant) => (): number => {
    const { options, method } = contestants[contestant];
    const { milliseconds, output } = runGap(
      options,
      'irreducibles.g',
      `images := [${images}];; method := "${method}";;`,
    );
    answers.add(output.trim());
    return milliseconds;
  };
  const ours = (): number => {
    const { milliseconds, output } = runNode([script, notation]);
    answers.add(output.trim());
    return milliseconds;
  };
  const times = takeTurns(rounds, {
    ours,
    [dixon[0]]: gap(dixon[0]),
    [dixon[1]]: gap(dixon[1]),
    [others[0]]: gap(others[0]),
    [others[1]]: gap(others[1]),
  });
  const fastest = least(times[dixon[0]]) <= least(times[dixon[1]]) ? dixon[0] : dixon[1];
  const ratioTo = (contestant: Contestant): string => (least(times.ours) / least(times[contestant])).toFixed(2);
  return {
    name: `table-${label}`,
    ours: { what: `node printTable.js "${notation}"`, milliseconds: least(times.ours) },
    peer: { what: `GAP ${version}: ${fastest}, bench/gap/irreducibles.g`, milliseconds: least(times[fastest]) },
    range: rangeOfRatios(times.ours, times[fastest]),
    target,
    statement: (ratio) =>
      `From start to end of the process, the exact character table of ${label} from its generators takes ${ratio} of the ` +
      'time of GAP with the algorithm of Dixon and Schneider.',
    ...(answers.size === 1 ? {} : { mistake: `the degrees differ: ${[...answers].join(' | ')}` }),
    remarks: [
      `least of ${rounds} rounds each; the faster of two starts of GAP`,
      ...others.map((contestant) => `ratio to ${contestant}: ${ratioTo(contestant)}`),
      ...remarksOnVersion(version),
    ],
  };
};

export const characterTables: Measurement = {
  name,
  about: 'exact character tables of five groups from generators against GAP, whole processes',
  measure: async (report) => {
    const gap = findGap();
    if ('missing' in gap) return [skipped(name, gap.missing)];
    return groups.map(([label, notation]) => compare(label, notation, gap.version, report));
  },
};
