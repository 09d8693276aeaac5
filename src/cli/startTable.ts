/** The table of `npm start`: every cell is read from the claims of certificates, except the bounds on k*. */
import { type Column, renderTable, shortInteger } from '../report/table.ts';
import { type ExitCode, exitCodes, worst } from './exit.ts';
import type { ClaimFacts, RowFacts, ThresholdFacts } from './rowTask.ts';
import type { StartRow } from './startRows.ts';

/** What came of one row; where proving failed, why. */
export interface StartResult {
  readonly row: StartRow;
  readonly facts?: RowFacts;
  readonly group?: ThresholdFacts;
  readonly problem?: string;
}

const right = (title: string): Column => ({ title, align: 'right' });
const left = (title: string): Column => ({ title, align: 'left' });

const columns: readonly Column[] = [
  left('group'),
  right('|G|'),
  left('functions'),
  right('k*'),
  right("paper's"),
  right('sharper'),
  right('AC_ex'),
  right('ε'),
  right('explicit'),
  right('existence'),
  right('lower'),
  left('verdict'),
];

const none = '–';

const relations: Readonly<Record<ClaimFacts['relation'], string>> = { '=': '', '<=': '≤ ', '>=': '≥ ' };

const numberOf = (claim: Pick<ClaimFacts, 'relation' | 'value'> | undefined): string =>
  claim === undefined ? none : `${relations[claim.relation]}${shortInteger(BigInt(claim.value))}`;

const plain = (claim: ClaimFacts | undefined): string =>
  claim === undefined ? none : shortInteger(BigInt(claim.value));

const cellsOf = ({ row, facts, group, problem }: StartResult): readonly string[] => {
  const claims = facts?.claims ?? [];
  const weak = claims.filter(({ quantity }) => quantity === 'AC_wk');
  const upper = weak.filter(({ relation }) => relation === '<=');
  return [
    row.group,
    group === undefined ? none : shortInteger(BigInt(group.order)),
    facts?.functions ?? row.functions ?? none,
    numberOf(group?.threshold),
    group?.bounds === undefined ? none : shortInteger(BigInt(group.bounds.paper)),
    group?.bounds === undefined ? none : shortInteger(BigInt(group.bounds.sharper)),
    numberOf(claims.find(({ quantity }) => quantity === 'AC_ex')),
    row.epsilon,
    plain(upper.find(({ evidence }) => evidence !== 'existence')),
    plain(upper.find(({ evidence }) => evidence === 'existence')),
    // Each later lower bound is for less general weights and is greater; the explicit sets are plain averages.
    plain(weak.filter(({ relation }) => relation === '>=').at(-1)),
    problem ?? verdictOf({ row, ...(facts && { facts }), ...(group && { group }) }),
  ];
};

/** The worse of the two verdicts of a row: that on its certificate and that on its threshold's. */
const verdictOf = ({ facts, group }: StartResult): keyof typeof exitCodes => {
  const verdicts = [facts?.verdict ?? 'internal-error', group?.threshold?.verdict ?? 'accepted'] as const;
  return exitCodes[verdicts[0]] >= exitCodes[verdicts[1]] ? verdicts[0] : verdicts[1];
};

export const startTable = (results: readonly StartResult[]): string => renderTable(columns, results.map(cellsOf));

/** 0 only if every verdict is accepted and every forgery was refused. */
export const startExit = (results: readonly StartResult[]): ExitCode =>
  results
    .map((result): ExitCode => {
      if (result.problem !== undefined) return exitCodes.declined;
      const { made, refused } = result.facts?.forgeries ?? { made: 0, refused: 0 };
      return made === refused ? exitCodes[verdictOf(result)] : exitCodes['internal-error'];
    })
    .reduce<ExitCode>(worst, exitCodes.accepted);

/** The separation of the last row in full digits, as a sentence. */
const inDigits = (results: readonly StartResult[]): string => {
  for (const { row, facts } of results.toReversed()) {
    const exact = facts?.claims.find(({ quantity, relation }) => quantity === 'AC_ex' && relation === '=');
    const weak = facts?.claims.find(({ quantity, relation }) => quantity === 'AC_wk' && relation === '<=');
    if (exact !== undefined && weak !== undefined)
      return ` For ${row.group}, exact symmetry needs all ${exact.value}\nelements; within ε = ${weak.epsilon}, ${weak.value} are enough.`;
  }
  return '';
};

/** The legend, what was shown, and what to try next. */
export const startClosing = (results: readonly StartResult[]): string => {
  const forgeries = results.map(({ facts }) => facts?.forgeries ?? { made: 0, refused: 0 });
  const made = forgeries.reduce((sum, forgery) => sum + forgery.made, 0);
  const refused = forgeries.reduce((sum, forgery) => sum + forgery.refused, 0);
  const accepted = results.filter((result) => result.problem === undefined && verdictOf(result) === 'accepted').length;
  return `
k*: the least degree at which exact symmetry needs every element; "paper's" and "sharper" bound it above.
AC_ex: elements that exact symmetry needs. explicit, existence: elements proved enough for weak symmetry within ε, listed
or only known to exist. lower: elements proved necessary for that. – : nothing is claimed. ≈ : rounded; --json has all digits.

k*, AC_ex, explicit, existence and lower are claims of certificates: the checker, which imports nothing that searches,
accepted ${accepted} of ${results.length} rows and refused ${refused} of ${made} forgeries of them.${inDigits(results)}

Next:
  npx reynolds certify separation --group S5 --functions poly:10 --epsilon 1/4 --out mine
  npx reynolds check mine/*.json
  npx reynolds explain mine/S5-poly10-separation-*.json
`;
};
