/** The experiment as a table and as a picture. */
import { drawing } from '../../src/report/drawing.ts';
import { renderTable } from '../../src/report/table.ts';
import type { Experiment, Measured } from './experiment.ts';

const digits = (x: number): string => x.toFixed(4);

const cells = ({ ratio, worst, predictionError }: Measured): readonly string[] => [
  digits(ratio),
  digits(worst),
  digits(predictionError),
];

export const table = ({ orbits, sortedError, shuffledError, certified, all }: Experiment): string =>
  [
    `The network's error (root mean square): ${digits(sortedError)} on sorted inputs, ${digits(shuffledError)} on shuffled ones.`,
    `Averages over elements of S6, on the orbits of ${orbits} fresh points:`,
    '',
    renderTable(
      [
        { title: 'elements', align: 'right' },
        { title: 'certified ε', align: 'right' },
        { title: 'worst function', align: 'right' },
        { title: 'this network', align: 'right' },
        { title: 'its worst orbit', align: 'right' },
        { title: 'its error, shuffled', align: 'right' },
      ],
      [
        ['1', '–', '1', digits(1), digits(1), digits(shuffledError)],
        ...certified.map(({ of, measured, worstFunction }) => [
          `${of.file.size}`,
          of.file.epsilon,
          digits(worstFunction),
          ...cells(measured),
        ]),
        ['720', '0', '0', ...cells(all)],
      ],
    ),
    'As many random elements instead:',
    '',
    renderTable(
      [
        { title: 'elements', align: 'right' },
        { title: 'worst function (median)', align: 'right' },
        { title: 'this network (median)', align: 'right' },
        { title: '5 % … 95 %', align: 'right' },
      ],
      certified.map(({ of, random }) => [
        `${of.file.size}`,
        digits(random.worstFunction),
        digits(random.median),
        `${digits(random.low)} … ${digits(random.high)}`,
      ]),
    ),
    ...certified.map(
      ({ of }) => `${of.file.size} elements within ${of.file.epsilon}: accepted, certificate ${of.id.slice(0, 16)}`,
    ),
    '',
  ].join('\n');

const names = {
  worst: 'random sets, worst function',
  certified: 'our sets, certified for every function',
  random: 'random sets, this network (5 % … 95 %)',
  measured: 'our sets, this network',
} as const;

/** Symmetry error against the number of elements. */
export const picture = ({ certified }: Experiment): Promise<string> => {
  const values = certified.flatMap(({ of, measured, random }) => [
    { size: of.file.size, error: of.epsilon, what: names.certified },
    { size: of.file.size, error: measured.ratio, what: names.measured },
    { size: of.file.size, error: random.worstFunction, what: names.worst },
    { size: of.file.size, error: random.median, low: random.low, high: random.high, what: names.random },
  ]);
  const x = {
    field: 'size',
    type: 'quantitative',
    title: 'elements of S6 averaged over (of 720)',
    scale: { zero: true },
  } as const;
  const color = {
    field: 'what',
    type: 'nominal',
    title: null,
    scale: { domain: Object.values(names), range: ['#999999', '#0072b2', '#009e73', '#d55e00'] },
  } as const;
  const scale = { type: 'log' as const, domain: [0.02, 1] };
  const title = 'symmetry error';
  return drawing({
    data: { values },
    title: {
      text: 'Symmetry left in an averaged network',
      subtitle: 'What remains of E‖f − g·f‖² after averaging over few elements of S6',
      anchor: 'start',
    },
    width: 420,
    height: 280,
    layer: [
      {
        transform: [{ filter: `datum.what === '${names.random}'` }],
        mark: { type: 'rule', strokeWidth: 3 },
        encoding: {
          x,
          y: { field: 'low', type: 'quantitative', title, scale },
          y2: { field: 'high' },
          color,
        },
      },
      {
        mark: { type: 'line', point: { size: 50 }, strokeWidth: 2 },
        encoding: { x, y: { field: 'error', type: 'quantitative', title, scale }, color },
      },
    ],
  });
};
