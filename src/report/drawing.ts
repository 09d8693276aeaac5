/** Pictures: a Vega-Lite specification as SVG text. The library is loaded at first use, since few commands draw. */
import type { TopLevelSpec } from 'vega-lite';

/** The colours of every picture; pages replace them by their own, for light and dark. Told apart by any colour vision. */
export const colours = {
  ink: '#24211d',
  faint: '#6f6a62',
  grid: '#dedad3',
  upper: '#d55e00',
  lower: '#0072b2',
  grey: '#999999',
} as const;

/** The same specification gives the same bytes. */
export const drawing = async (specification: TopLevelSpec): Promise<string> => {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const { spec } = compile({
    background: 'white',
    ...specification,
    config: {
      font: 'sans-serif',
      axis: {
        grid: true,
        gridColor: colours.grid,
        domainColor: colours.faint,
        tickColor: colours.faint,
        labelColor: colours.ink,
        titleColor: colours.ink,
        titleFontWeight: 'normal',
      },
      legend: { labelLimit: 400, labelColor: colours.ink, titleColor: colours.ink, titleFontWeight: 'normal' },
      header: { labelColor: colours.ink },
      title: { color: colours.ink, subtitleColor: colours.faint, fontWeight: 'bold' },
      view: { stroke: colours.grid },
    },
  } as TopLevelSpec);
  const view = new vega.View(vega.parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg}\n`;
};

export interface Series {
  readonly name: string;
  readonly colour: string;
  /** Lengths drawn and left out, in turn. */
  readonly dash: readonly number[];
}

/** Encodings by the field that names the series: told apart by colour, for people with any colour vision, and by dashes. */
export const bySeries = (field: string, series: readonly Series[]) => {
  const shared = { field, type: 'nominal', title: null } as const;
  const domain = series.map(({ name }) => name);
  return {
    color: { ...shared, scale: { domain, range: series.map(({ colour }) => colour) } },
    strokeDash: { ...shared, scale: { domain, range: series.map(({ dash }) => [...dash]) } },
  };
};
