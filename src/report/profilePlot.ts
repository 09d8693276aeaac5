/** The staircase of a profile as an SVG picture, drawn by Vega. */
import type { TopLevelSpec } from 'vega-lite';
import type { Certificate } from '../certificate/certificate.ts';
import { bySeries, colours, drawing, type Series } from './drawing.ts';
import { profileOf } from './profile.ts';

interface Point {
  readonly degree: number;
  readonly size: number;
  readonly weights: string;
  readonly bound: string;
}

const degreeOf = (functions: string): number => (functions === 'linear' ? 1 : Number(functions.replace('poly:', '')));

/** A step of the staircase lasts until the next degree. */
const pointsOf = (certificate: Certificate): readonly Point[] =>
  (['probability', 'signed'] as const).flatMap((weights) => {
    const steps = profileOf(certificate, weights);
    const last = steps.at(-1);
    const ends =
      last === undefined ? steps : [...steps, { ...last, functions: `poly:${degreeOf(last.functions) + 1}` }];
    return ends.flatMap(({ functions, lower, upper }) => {
      const degree = degreeOf(functions);
      const point = (bound: string, value: bigint): Point => ({
        degree,
        size: Number(value),
        weights: `${weights} weights`,
        bound,
      });
      return [
        ...(upper === undefined ? [] : [point('at most', upper.value)]),
        ...(lower === undefined ? [] : [point('at least', lower.value)]),
      ];
    });
  });

const series: readonly Series[] = [
  { name: 'at most', colour: colours.upper, dash: [1, 0] },
  { name: 'at least', colour: colours.lower, dash: [6, 3] },
];

const specification = (certificate: Certificate): TopLevelSpec => ({
  data: { values: pointsOf(certificate) as Point[] },
  title: { text: `AC_ex(${certificate.group}, poly:k)`, subtitle: 'certified bounds from both sides', anchor: 'start' },
  facet: { column: { field: 'weights', type: 'nominal', title: null, header: { labelFontSize: 12 } } },
  spec: {
    width: 300,
    height: 240,
    mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
    encoding: {
      x: { field: 'degree', type: 'quantitative', title: 'degree k', axis: { tickMinStep: 1, format: 'd' } },
      y: {
        field: 'size',
        type: 'quantitative',
        title: 'elements',
        scale: { type: 'log', base: 2, nice: false },
        axis: { format: 'd' },
      },
      ...bySeries('bound', series),
    },
  },
});

/** The picture. */
export const profilePlot = (certificate: Certificate): Promise<string> => drawing(specification(certificate));
