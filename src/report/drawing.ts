/** Pictures: a Vega-Lite specification as SVG text. The library is loaded at first use, since few commands draw. */
import type { TopLevelSpec } from 'vega-lite';

/** The same specification gives the same bytes. */
export const drawing = async (specification: TopLevelSpec): Promise<string> => {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const { spec } = compile({
    ...specification,
    background: 'white',
    config: { font: 'sans-serif', axis: { grid: true, gridOpacity: 0.4 }, view: { stroke: '#999' } },
  } as TopLevelSpec);
  const view = new vega.View(vega.parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg}\n`;
};
