/** The first figure: canvases and a slider that site/figure.ts brings to life. */
import { type Html, html, text } from './html.ts';

const panel = (name: string, title: string, description: string): Html => html`<figure>
<canvas data-panel="${text(name)}" width="360" height="360" role="img" aria-label="${text(description)}"></canvas>
<figcaption>${text(title)}</figcaption>
</figure>
`;

export const liveFigure: Html = html`<div class="live" data-figure>
<div class="panels">
${[
  panel('original', 'The function', 'A function on the plane that prefers some directions, before averaging'),
  panel('random', 'Random rotations', 'The average over random rotations'),
  panel('chosen', 'Chosen rotations', 'The average over rotations chosen by the optimiser'),
  panel('exact', 'All 100 rotations', 'The average over all rotations, which is round'),
]}
</div>
<div class="slide"><label for="rotations">Rotations averaged</label>
<input type="range" id="rotations" min="1" max="100" value="12" step="1">
<output for="rotations">12</output>
<button type="button" data-again>Draw other random ones</button></div>
<div class="scroll"><table class="errors">
<thead><tr><th scope="col">ε, the weak error</th><th scope="col">random</th><th scope="col">chosen</th></tr></thead>
<tbody>
<tr><th scope="row">seen: of this function <span class="small">(numerical)</span></th><td data-value="random-seen"></td><td data-value="chosen-seen"></td></tr>
<tr><th scope="row">worst of all functions on the plane</th><td><span data-value="random-worst"></span> <span class="small">numerical</span></td><td><span data-value="chosen-certified"></span> <span class="small">certified</span></td></tr>
</tbody></table></div>
<div class="scroll"><svg data-chart role="img" aria-label="The weak error against the number of rotations, on a logarithmic scale: chosen sets below random ones, both below the bound of the theorem"></svg></div>
<p class="legend small"><span class="key chosen"></span> chosen, certified <span class="key random"></span> these random ones, numerical <span class="key theory"></span> the theorem: so many exist (D = 99)</p>
<noscript><p>The figure needs JavaScript; everything else on this page is readable without.</p></noscript>
</div>`;
