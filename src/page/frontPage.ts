/** The front page of the site: what it is about, the figure, the gallery, the checker. */
import { checkerPanel } from './checkerPanel.ts';
import { liveFigure } from './figure.ts';
import { gallery } from './gallery.ts';
import type { GalleryRow } from './galleryRow.ts';
import { html, text } from './html.ts';
import { page } from './layout.ts';
import { formula } from './mathematics.ts';

export const frontPage = (rows: readonly GalleryRow[]): string =>
  page({
    title: 'Reynolds: certificates of averaging complexity',
    description:
      'How many elements of a group must you average over to make a function symmetric? Certificates, and a checker that runs in your browser.',
    home: '',
    scripts: ['figure', 'page'],
    body: html`<section class="hero">
<h1>How many elements of a group must you average over to make a function symmetric?</h1>
<p class="lead"><em>Exactly</em> symmetric: often all of them, 120 for the permutations of five things, 43 quintillion for Rubik’s cube. <em>Approximately</em> symmetric: about log |G|, a dozen.</p>
<p>That is a theorem of Behrooz Tahmasebi and Melanie Weber (ICLR 2026). Here are ${text(rows.length)} certificates of it: statements about one group and one class of functions, each with a proof that a small program checks exactly. The program is in this page.</p>
</section>
<section id="figure" aria-labelledby="figure-title"><h2 id="figure-title">See it</h2>
<p>Average a function over rotations of the plane, and it becomes rounder. With all 100 rotations by multiples of 3.6° nothing is left of its directions, ${formula('\\varepsilon = 0')}. Far fewer nearly do: move the slider. The marks around each disc are the rotations that are averaged.</p>
${liveFigure}
<p class="small">The error ε is the mean squared distance between the average and its rotated copies, over what it was before: ${formula('\\varepsilon = \\mathbb{E}_g\\|E_\\omega f - g\\cdot E_\\omega f\\|^2 \\,/\\, \\mathbb{E}_g\\|f - g\\cdot f\\|^2')}. The chosen sets come from Reynolds’ optimiser, one for each number; for each, the checker has proved the bound in the table for every function on the plane at once. The best set for a number need not contain that for a smaller number. Random rotations are drawn one after the other, with repetitions.</p>
</section>
<section id="gallery" aria-labelledby="gallery-title"><h2 id="gallery-title">The gallery</h2>
<p>Each page has the statement, the proof in prose, pictures, citations, and the certificate to download. <em>Known</em> means that certified bounds from both sides meet.</p>
${gallery(rows)}
</section>
<section id="check" aria-labelledby="check-title"><h2 id="check-title">Check a certificate</h2>
<p>The checker of Reynolds, the same code as on the command line, runs here in a worker of your browser. It rebuilds group, action and functions from the claim and takes the evidence for a hint.</p>
${checkerPanel}
</section>`,
  });
