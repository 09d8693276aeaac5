/** Pictures in pages: the colours of `drawing.ts` become those of the page, light or dark. */
import { colours } from '../report/drawing.ts';
import type { Picture } from '../report/pictures.ts';
import { type Html, html, text, trusted } from './html.ts';
import { prose } from './markdown.ts';

const themed = (svg: string): string =>
  Object.entries(colours)
    .reduce((markup, [name, colour]) => markup.replaceAll(colour, `var(--plot-${name}, ${colour})`), svg)
    // The background is the page's.
    .replace(/<rect width="[0-9.]+" height="[0-9.]+" fill="white"\/>/, '')
    // Sizes give way to the width there is.
    .replace(/ class="marks" width="([0-9.]+)" height="[0-9.]+"/, ' class="marks" style="max-width:$1px"');

/** Pictures wider than this take a row of their own. */
const wide = 430;

const widthOf = (svg: string): number => Number(/ width="([0-9.]+)"/.exec(svg)?.[1] ?? 0);

export const pictureMarkup = (
  picture: Picture,
): Html => html`<figure class="${text(widthOf(picture.svg) > wide ? 'wide' : 'narrow')}">
<div class="scroll" role="img" aria-label="${text(`${picture.title}. ${picture.caption}`)}">${trusted(themed(picture.svg))}</div>
<figcaption><strong>${prose(picture.title)}.</strong> ${prose(picture.caption)}</figcaption>
</figure>
`;
