/** The final report of a search: how far it looked, what it found, what it could not decide. The same for the same search, however often it was interrupted. */
import type { Examined, Header } from './journal.ts';
import { orderInWords } from './places.ts';

export interface Counterexample {
  readonly instance: string;
  readonly statement: string;
  readonly file: string;
  readonly id: string;
}

export interface Doubt {
  readonly instance: string;
  readonly why: string;
}

export interface Summary {
  readonly claim: string;
  readonly groups: string;
  readonly functions: string;
  readonly shard: string;
  readonly seed: string;
  readonly order: string;
  /** Instances of the list, or of this shard of it. */
  readonly instances: number;
  /** Those examined, from the first on: all, or up to the first counterexample. */
  readonly examined: number;
  readonly complete: boolean;
  readonly true: number;
  readonly counterexamples: readonly Counterexample[];
  readonly undecided: readonly Doubt[];
  readonly inapplicable: readonly Doubt[];
  /** One sentence on what was covered. */
  readonly coverage: string;
}

const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

const coverageOf = (
  header: Header,
  examined: number,
  total: number,
  found: readonly Examined[],
  records: readonly Examined[],
): string => {
  const count = (truth: Examined['truth']): number => records.filter((record) => record.truth === truth).length;
  const where = `${header.groups}${header.shard === '1/1' ? '' : `, shard ${header.shard}`}`;
  const counts = [
    ['true on', count('true')],
    ['false on', found.length],
    ['undecided on', count('undecided')],
    ['not applicable to', count('inapplicable')],
  ] as const;
  const parts = counts.flatMap(([how, n]) => (n === 0 ? [] : [`${how} ${n}`])).join(', ');
  if (examined === 0) return `nothing of ${plural(total, 'instance')} of ${where} was examined`;
  const far =
    examined === total ? `all ${plural(total, 'instance')}` : `the first ${examined} of ${plural(total, 'instance')}`;
  if (found.length === 0) return `no counterexample among ${far} of ${where}: ${parts}`;
  const undecidedBefore = records.filter(({ at, truth }) => truth === 'undecided' && at < found[0]!.at).length;
  const how =
    undecidedBefore === 0
      ? 'the first counterexample is the smallest in the order of the search'
      : `${plural(undecidedBefore, 'smaller instance')} undecided, so a smaller counterexample is not excluded`;
  return `examined ${far} of ${where}: ${parts}; ${how}`;
};

/** `positions` are the numbers of the instances of this shard, in order; records may go beyond the first counterexample. */
export const summarise = (header: Header, positions: readonly number[], records: readonly Examined[]): Summary => {
  const byPosition = new Map(records.map((record) => [record.at, record]));
  const used: Examined[] = [];
  for (const at of positions) {
    const record = byPosition.get(at);
    if (record === undefined) break;
    used.push(record);
    if (record.truth === 'false' && header.until === 'first') break;
  }
  const found = used.filter(({ truth }) => truth === 'false');
  const doubts = (truth: Examined['truth']): readonly Doubt[] =>
    used.filter((record) => record.truth === truth).map(({ instance, why }) => ({ instance, why: why ?? '' }));
  return {
    claim: header.claim,
    groups: header.groups,
    functions: header.functions,
    shard: header.shard,
    seed: header.seed,
    order: orderInWords,
    instances: positions.length,
    examined: used.length,
    complete: used.length === positions.length || (found.length > 0 && header.until === 'first'),
    true: used.filter(({ truth }) => truth === 'true').length,
    counterexamples: found.map(({ instance, statement, file, id }) => ({
      instance,
      statement: statement ?? '',
      file: file ?? '',
      id: id ?? '',
    })),
    undecided: doubts('undecided'),
    inapplicable: doubts('inapplicable'),
    coverage: coverageOf(header, used.length, positions.length, found, used),
  };
};
