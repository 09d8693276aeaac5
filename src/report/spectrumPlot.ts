/** The picture of a spectrum: a stem for each irreducible, and √ε across. */
import { colours, drawing } from './drawing.ts';
import { rootOfBound, type Spectrum } from './spectrum.ts';

const axisTitle: Readonly<Record<Spectrum['called'], string>> = {
  partition: 'irreducibles, by partition',
  frequency: 'irreducibles, by frequency',
  character: 'characters',
  number: 'irreducibles, by dimension',
  module: 'modules of monomials, by one of them',
};

/** More names than this are not written out. */
const nameLimit = 45;

export const spectrumPlot = (spectrum: Spectrum): Promise<string> => {
  const { lines, called } = spectrum;
  const bound = rootOfBound(spectrum);
  const values = lines.map(({ name, dimension, norm, occurs }, index) => ({
    index,
    name: called === 'number' ? `${dimension}` : name,
    norm,
    kind: occurs === false ? 'not in F' : 'in F',
  }));
  const absent = values.some(({ kind }) => kind === 'not in F');
  const wide = lines.length > 24;
  const names = lines.length <= nameLimit;
  return drawing({
    width: wide ? 620 : Math.max(270, 24 * lines.length),
    height: 220,
    background: 'transparent',
    data: { values },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: wide ? 1.2 : 2 },
        encoding: {
          x: {
            field: 'index',
            type: 'ordinal',
            title: `${axisTitle[called]}${called === 'number' ? ' (dimension)' : ''}`,
            axis: names
              ? {
                  grid: false,
                  labelAngle: called === 'partition' || called === 'module' ? -60 : 0,
                  labelExpr: `${JSON.stringify(values.map(({ name }) => name))}[datum.value]`,
                  labelOverlap: lines.length > 16,
                }
              : { grid: false, labels: false, ticks: false },
          },
          y: { field: 'norm', type: 'quantitative', title: '‖ω̂(π)‖, numerical', scale: { domainMin: 0, domainMax: 1 } },
          y2: { datum: 0 },
          color: {
            field: 'kind',
            type: 'nominal',
            title: null,
            scale: { domain: ['in F', 'not in F'], range: [colours.lower, colours.grey] },
            legend: absent ? { orient: 'bottom' } : null,
          },
        },
      },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: wide ? 18 : 50 },
        encoding: {
          x: { field: 'index', type: 'ordinal' },
          y: { field: 'norm', type: 'quantitative' },
          color: { field: 'kind', type: 'nominal' },
        },
      },
      ...(bound === undefined
        ? []
        : [
            {
              data: { values: [{ bound }] },
              mark: { type: 'rule' as const, strokeWidth: 1.5, strokeDash: [6, 3], color: colours.upper },
              encoding: { y: { field: 'bound', type: 'quantitative' as const } },
            },
          ]),
    ],
  });
};
