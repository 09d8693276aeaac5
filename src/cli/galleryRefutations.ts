/** The refutations of the gallery: found by searching, from the claims of MATHEMATICS.md section 5, never typed in. */
import * as E from 'fp-ts/lib/Either.js';
import type { ProgressLine } from './progress.ts';
import { readSearch, type SearchOptions } from './searchOptions.ts';
import { runSearch } from './searchRun.ts';
import { workshopCount } from './workshop.ts';

export interface SearchRow {
  readonly claim: string;
  readonly options: Pick<SearchOptions, 'groups' | 'functions' | 'degrees' | 'epsilon' | 'all'>;
}

export const refutationRows: readonly SearchRow[] = [
  // 5.1: the threshold is not bounded by Σ (M_λ − 1).
  { claim: 'threshold <= sum(M) - count(M)', options: {} },
  { claim: 'threshold <= sum(M) - count(M)', options: { groups: 'C3..C8@plane' } },
  // 5.2: pointwise powers do not grow.
  { claim: 'if faithful then ACex(pointwise(paperBound)) = order', options: {} },
  // 5.3: with the same element on both sides.
  { claim: 'ACsame(linear, eps) <= ACwk(linear, eps)', options: { epsilon: '1/2' } },
  { claim: 'ACsame(linear, eps) <= ACwk(linear, eps)', options: { groups: 'S3..S8', epsilon: '1/2' } },
  { claim: 'ACsame(linear, 1/2) <= 4 * log2(dim)', options: { groups: 'S3..S20' } },
  // 5.4: Σ M_λ − 1 is not attained by any S_d, d ≥ 2.
  { claim: 'threshold = sum(M) - 1', options: { groups: 'S2..S8', all: true } },
  // 5.5: log|G| is not necessary, with ever smaller constants.
  { claim: 'ACwk(1/2) >= log2(order)', options: {} },
  { claim: 'ACwk(1/2) >= 3/4 * log2(order)', options: { groups: 'S3..S8' } },
  { claim: 'ACwk(1/2) >= 2/3 * log2(order)', options: { groups: 'S3..S8' } },
  { claim: 'ACwk(1/2) >= 2/3 * log2(order)', options: { groups: 'PSL(2,5)..PSL(2,13)' } },
  // 5.9: uniform weights are not optimal for their size, and the smallest size need not divide |G|.
  { claim: 'ACex(k, uniform) <= ACex(k)', options: { degrees: '1..3' } },
  { claim: 'ACex(k, uniform) <= ACex(k)', options: { groups: 'S2..S4', degrees: '1..3' } },
  { claim: 'divides(ACex(k), order)', options: { groups: 'S2..S4', degrees: '1..3' } },
];

export interface FoundFile {
  readonly fileName: string;
  readonly text: string;
}

/** Left is what went wrong, or that nothing was found. */
export const findRefutations = async (
  { claim, options }: SearchRow,
  progress: ProgressLine,
): Promise<E.Either<string, readonly FoundFile[]>> => {
  const search = await readSearch(claim, options);
  if (E.isLeft(search)) return E.left(search.left.message);
  const { header, positions, units, command } = search.right;
  const found: FoundFile[] = [];
  const problems: string[] = [];
  const run = await runSearch({
    units,
    positions,
    known: [],
    jobs: workshopCount,
    untilFirst: header.until === 'first',
    input: { claim: header.claim, seed: header.seed, minimize: false, shrink: false, command },
    progress,
    keep: (fileName, text) => {
      found.push({ fileName, text });
      return fileName;
    },
    add: () => {},
    bug: (name, problem) => problems.push(`${name}: ${String(problem)}`),
  });
  if (E.isLeft(run)) return E.left(run.left.message);
  if (problems.length > 0) return E.left(problems.join('; '));
  // A larger counterexample may have come in before the smallest.
  const first = run.right.records.filter(({ truth }) => truth === 'false').sort((a, b) => a.at - b.at);
  const wanted = new Set((header.until === 'first' ? first.slice(0, 1) : first).map(({ file }) => file));
  return wanted.size === 0
    ? E.left('nothing was found')
    : E.right(found.filter(({ fileName }) => wanted.has(fileName)));
};
