/** The study as Markdown: verdicts, picture, tables. */
import { renderMarkdownTable } from '../../src/report/table.ts';
import { type Counted, toBeat } from './counted.ts';
import { familyNames } from './families.ts';
import { sequences } from './randomSets.ts';
import { isMeasured, numberOf, paperBoundOf, type Row, ratioOf } from './row.ts';
import type { Verdict } from './verdicts.ts';

const link = (file: string, id: string): string => `[\`${id.slice(0, 16)}\`](certificates/${file})`;

const rowCells = (row: Row): readonly string[] => {
  const { of, answer } = row;
  const start = [of.group, `${of.order}`, answer.epsilon, `${paperBoundOf(row)}`];
  if (!isMeasured(answer)) return [...start, '–', '–', '–', '–', '–', answer.declined];
  const { existence, random, listed, lower, file, id } = answer;
  return [
    ...start,
    `${existence?.value ?? '–'}`,
    `${random ?? '–'}`,
    listed === undefined ? '–' : `${listed.value} ${listed.by}`,
    `${lower.value} ${lower.by}`,
    ratioOf(row)?.toFixed(2) ?? '–',
    link(file, id),
  ];
};

const rowTitles = [
  ...['group', '|G|', 'ε', 'paper', 'existence', 'random', 'our set', 'at least', 'set / at least', 'certificate'],
];

/** Short fractions as they are; others upwards, so that nothing shown is less than what is certified. */
const showEpsilon = (text: string): string =>
  text.length <= 8 ? text : (Math.ceil(numberOf(text) * 10_000 - 1e-9) / 10_000).toFixed(4);

const countedCells = ({ group, size, epsilon, random, welch, file, id }: Counted): readonly string[] => [
  group,
  `${size}`,
  epsilon === welch ? `${showEpsilon(epsilon)}, the least` : showEpsilon(epsilon),
  `${toBeat[group]?.[size] ?? '–'}`,
  random.toFixed(4),
  numberOf(welch).toFixed(4),
  link(file, id),
];

const countedTitles = ['group', 'elements', 'ε certified', 'to beat', 'random', 'Welch', 'certificate'];

export const printVerdict = ({ promise, found, kept }: Verdict): string =>
  `${kept ? 'KEPT ' : 'BROKEN'} ${promise}: ${found}`;

export const studyDocument = (
  rows: readonly Row[],
  counted: readonly Counted[],
  verdicts: readonly Verdict[],
): string => `# The study: sizes against log |G|

Written by \`npm run study\`; [bench/README.md](../README.md) says how.

How many elements of G make the plain average of every function on G symmetric to within ε (weakly, MATHEMATICS.md §1)? Sizes
of five families at ${[...new Set(rows.map(({ answer }) => answer.epsilon))].length} values of ε:

- *paper*: ⌈(8/3) ln(2D)/ε⌉, D the sum of the degrees of the nontrivial irreducibles [3.3]; a formula.
- *existence*: a set so small exists, by the sharper inequality [3.3]; certified.
- *random*: the least n for which n random elements, drawn with multiplicity, are within ε as often as not: the median of
  ${sequences} sequences of fixed seeds, in floating point.
- *our set*: a listed set, with the kind of evidence; certified.
- *at least*: no plain average of fewer elements is within ε, with the kind of evidence; certified.

Certified numbers are claims of the certificate of the row, which \`reynolds check\` accepted; all are in
[certificates/](certificates). The same data is in [study.json](study.json).

${verdicts.map((verdict) => `- **${verdict.kept ? 'Kept' : 'Not kept'}**: ${verdict.promise} — ${verdict.found}.`).join('\n')}

![Sizes against log |G|](study.svg)

${familyNames
  .map((family) => {
    const own = rows.filter(({ of }) => of.family === family);
    return `## ${family}\n\n${renderMarkdownTable(rowTitles, own.map(rowCells))}`;
  })
  .join('\n')}
## The ε that n elements reach

On all functions. *to beat* is what two seconds of plain annealing reach; *random* the median error of n random elements;
*Welch* the ε below which no n elements are, whatever their weights [3.5].

${renderMarkdownTable(countedTitles, counted.map(countedCells))}`;
