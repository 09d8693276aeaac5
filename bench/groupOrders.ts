/** The orders of M24 and of Rubik's cube, from generators by a stabiliser chain: ours against GAP's, inside the process. */
import type { AnyGroup } from '../src/group/group.ts';
import type { Permutation } from '../src/group/permutation.ts';
import { mathieuGroup, rubikGroup } from '../src/group/sporadic.ts';
import { stabiliserChain } from '../src/group/stabiliserChain.ts';
import { findGap, runGap, starts } from './gap.ts';
import { type Comparison, type Measurement, type Report, skipped } from './measurement.ts';
import { median, millisecondsOf, rangeOfRatios } from './timing.ts';

const name = 'group-orders';

/** Turns of the two programs, and orders computed in each turn after an untimed one. */
const turns = 3;
const ordersInTurn = 15;

interface Turn {
  readonly order: string;
  /** The median, in milliseconds. */
  readonly time: number;
}

const oursOf = (degree: number, generators: readonly Permutation[]): Turn => {
  const build = () => millisecondsOf(() => stabiliserChain(degree, generators).order);
  const order = `${build().result}`;
  return { order, time: median(Array.from({ length: ordersInTurn }, () => build().milliseconds)) };
};

const nanosecondsInMillisecond = 1e6;

const gapsOf = (generators: readonly Permutation[]): Turn => {
  const images = generators.map((g) => `[${Array.from(g, (point) => point + 1).join(',')}]`).join(',');
  const asked = runGap(starts.bare, 'order.g', `images := [${images}];; rounds := ${ordersInTurn};;`);
  const [order = '', ...times] = asked.output.trim().split('\n');
  return { order, time: median(times.map(Number)) / nanosecondsInMillisecond };
};

const compare = (label: string, group: AnyGroup, version: string, report: Report): Comparison => {
  const { generators } = group;
  const { degree } = group.shape;
  const ours: Turn[] = [];
  const gaps: Turn[] = [];
  for (let turn = 0; turn < turns; turn++) {
    report(`${label}, turn ${turn + 1} of ${turns}`);
    ours.push(oursOf(degree, generators));
    gaps.push(gapsOf(generators));
  }
  const times = (all: readonly Turn[]): readonly number[] => all.map(({ time }) => time);
  const orders = [...new Set([...ours, ...gaps].map(({ order }) => order))];
  return {
    name: `order-${label}`,
    ours: { what: 'stabiliserChain(…).order: deterministic Schreier–Sims', milliseconds: median(times(ours)) },
    peer: {
      what: `GAP ${version}: Size(Group(…)) of the same generators, as it comes: Schreier–Sims, deterministic at these degrees`,
      milliseconds: median(times(gaps)),
    },
    range: rangeOfRatios(times(ours), times(gaps)),
    statement: (ratio) =>
      `Inside the process, proving |${label}| = ${orders[0]} takes ${ratio} times as long as in GAP.`,
    ...(orders.length === 1 ? {} : { mistake: `the orders differ: ${orders.join(', ')}` }),
  };
};

export const groupOrders: Measurement = {
  name,
  about: 'orders of M24 and rubik against GAP, inside the process',
  measure: async (report) => {
    const gap = findGap();
    if ('missing' in gap) return [skipped(name, gap.missing)];
    return [
      compare('M24', mathieuGroup('M24'), gap.version, report),
      compare('rubik', rubikGroup(), gap.version, report),
    ];
  },
};
