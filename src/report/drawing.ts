/** Pictures: a Vega-Lite specification as SVG text. The library is loaded at first use, since few commands draw. */
import type { TopLevelSpec } from 'vega-lite';

/** The same specification gives the same bytes. */
export const drawing = async (specification: TopLevelSpec): Promise<string> => {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const { spec } = compile({
    ...specification,
    background: 'white',
    config: {
      font: 'sans-serif',
      axis: { grid: true, gridOpacity: 0.4 },
      legend: { labelLimit: 400 },
      view: { stroke: '#999' },
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
