/** Size against log₂|G|, a panel for each family and ε. */
import { bySeries, drawing, type Series } from '../../src/report/drawing.ts';
import { familyNames } from './families.ts';
import { isMeasured, numberOf, paperBoundOf, type Row } from './row.ts';

const series = {
  paper: 'the paper’s bound',
  existence: 'existence, certified',
  random: 'random sampling, median',
  listed: 'our set, certified',
  lower: 'at least, certified',
} as const;

const looks: readonly Series[] = [
  { name: series.paper, colour: '#cc79a7', dash: [8, 3, 2, 3] },
  { name: series.existence, colour: '#999999', dash: [2, 2] },
  { name: series.random, colour: '#009e73', dash: [4, 2] },
  { name: series.listed, colour: '#d55e00', dash: [1, 0] },
  { name: series.lower, colour: '#0072b2', dash: [6, 3] },
];

/** log₂ of a bigint of at most 1000 bits. */
const binaryLogarithm = (n: bigint): number => Math.log2(Number(n));

const pointsOf = (row: Row): readonly object[] => {
  const { of, answer } = row;
  if (!isMeasured(answer)) return [];
  const at = (bound: string, size: number | undefined) =>
    size === undefined
      ? []
      : [{ family: of.family, epsilon: `ε = ${answer.epsilon}`, bits: binaryLogarithm(of.order), bound, size }];
  return [
    ...at(series.paper, paperBoundOf(row)),
    ...at(series.existence, answer.existence?.value),
    ...at(series.random, answer.random),
    ...at(series.listed, answer.listed?.value),
    ...at(series.lower, answer.lower.value),
  ];
};

/** The picture as SVG. */
export const studyPicture = (rows: readonly Row[]): Promise<string> => {
  const epsilons = [...new Set(rows.map(({ answer }) => answer.epsilon))].sort((a, b) => numberOf(b) - numberOf(a));
  return drawing({
    data: { values: rows.flatMap(pointsOf) as object[] },
    title: {
      text: 'How many elements average all functions on G to within ε?',
      subtitle: 'Plain averages; sizes against the number of bits of |G|',
      anchor: 'start',
    },
    facet: {
      row: { field: 'family', type: 'nominal', title: null, sort: [...familyNames], header: { labelFontSize: 12 } },
      column: {
        field: 'epsilon',
        type: 'nominal',
        title: null,
        sort: epsilons.map((epsilon) => `ε = ${epsilon}`),
        header: { labelFontSize: 12 },
      },
    },
    resolve: { scale: { y: 'independent' } },
    spec: {
      width: 230,
      height: 170,
      mark: { type: 'line', point: { size: 25 }, strokeWidth: 1.8 },
      encoding: {
        x: { field: 'bits', type: 'quantitative', title: 'log₂ |G|' },
        y: {
          field: 'size',
          type: 'quantitative',
          title: 'elements',
          scale: { type: 'log', base: 2, nice: false },
          axis: { format: 'd' },
        },
        ...bySeries('bound', looks),
      },
    },
  });
};
