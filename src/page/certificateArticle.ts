/** One accepted certificate as part of a page: statement, pictures, proof, citation, data. */
import * as E from 'fp-ts/lib/Either.js';
import { type Certificate, type Claim, epsilonOf, functionsOf } from '../certificate/certificate.ts';
import { identityOf } from '../certificate/identity.ts';
import { version } from '../certificate/version.ts';
import { cite } from '../report/citation.ts';
import type { CitationFormat } from '../report/citationFormats.ts';
import { claimFormulaInLatex, claimSentence } from '../report/claimLatex.ts';
import { evidenceKindsOf } from '../report/evidenceKinds.ts';
import { explainCertificate } from '../report/explain.ts';
import { plural } from '../report/explainText.ts';
import { openingOf } from '../report/opening.ts';
import { type Picture, picturesOf } from '../report/pictures.ts';
import { schemeOfClaim } from '../report/schemesOf.ts';
import { ownChecker } from './checkerPanel.ts';
import { galleryRow } from './galleryRow.ts';
import { type Html, html, none, text } from './html.ts';
import { markdown, prose, section } from './markdown.ts';
import { formula } from './mathematics.ts';
import { pictureMarkup } from './picture.ts';

/** A certificate that the checker has just accepted. */
export interface Exhibit {
  readonly certificate: Certificate;
  /** The name of the file. */
  readonly file: string;
  /** Its text, as it was read. */
  readonly text: string;
}

/** Claims that are set as formulas; certificates with more show the others in the table of the proof. */
const claimLimit = 24;

const evidenceOf = (claim: Claim, index: number): Html => {
  const kinds = evidenceKindsOf(claim).map((kind) => html`<code>${text(kind)}</code>`);
  const scheme = schemeOfClaim(claim);
  const size = scheme === undefined ? '' : `, ${plural(scheme.elements.length, 'element')} listed`;
  return html`<p class="evidence">Claim ${text(index)}, proved by evidence of kind ${kinds.flatMap((kind, i) => (i === 0 ? [kind] : [html`, `, kind]))}${text(size)}.</p>`;
};

const claimItem = (certificate: Certificate, claim: Claim, index: number): Html => html`<li value="${text(index)}">
<div class="formula scroll">${formula(claimFormulaInLatex(certificate, claim), true)}</div>
<p>${prose(claimSentence(certificate, claim))}</p>
${evidenceOf(claim, index)}
</li>
`;

const citationNames: readonly (readonly [CitationFormat, string])[] = [
  ['text', 'Text'],
  ['bibtex', 'BibTeX'],
  ['latex', 'LaTeX theorem'],
  ['csl', 'CSL-JSON'],
];

const citeBox = (exhibit: Exhibit, id: string): Html => html`<div class="cite">
<div role="tablist" aria-label="Formats of the citation" data-tabs>
${citationNames.map(([format, name]) => html`<button type="button" role="tab" id="${text(`${id}-tab-${format}`)}" aria-controls="${text(`${id}-cite-${format}`)}">${text(name)}</button>\n`)}
</div>
${citationNames.map(
  ([
    format,
  ]) => html`<div role="tabpanel" id="${text(`${id}-cite-${format}`)}" aria-labelledby="${text(`${id}-tab-${format}`)}">
<pre tabindex="0"><code id="${text(`${id}-citation-${format}`)}">${text(cite([exhibit], format).trimEnd())}</code></pre>
<button type="button" data-copy="${text(`${id}-citation-${format}`)}">Copy</button>
</div>
`,
)}
</div>`;

/** Of the explanation, what the page does not show by itself. */
const proofOf = (explanation: string): { readonly short: Html; readonly proof: Html } => {
  const { body, rest } = section(explanation, 'In short');
  const claimed = section(rest, 'What is claimed');
  // The definitions come after the list of claims, which the page sets itself.
  const definitions = claimed.body
    .split('\n\n')
    .filter((paragraph) => /^(\*\*|The \*\*)/.test(paragraph.trim()))
    .join('\n\n');
  const start = claimed.rest.indexOf('\n## ');
  const proof = `${claimed.rest.slice(0, start)}\n\n## The quantities\n\n${definitions}\n${claimed.rest.slice(start)}`;
  return { short: markdown(body, 1), proof: markdown(proof.replace(/^\*\*Checked now[^\n]*\n/m, ''), 1) };
};

const figures = (pictures: readonly Picture[], id: string): Html =>
  pictures.length === 0
    ? none
    : html`<section id="${text(`${id}-pictures`)}" aria-label="Pictures"><h2>Pictures</h2>
<div class="pictures">${pictures.map(pictureMarkup)}</div></section>`;

const contents: readonly (readonly [id: string, words: string])[] = [
  ['short', 'In short'],
  ['proved', 'What is proved'],
  ['pictures', 'Pictures'],
  ['proof', 'The proof'],
  ['citation', 'Cite it'],
  ['data', 'The certificate itself'],
];

/** `id` is put before the ids of the elements, so that several articles fit on a page. */
export const certificateArticle = async (exhibit: Exhibit, id: string): Promise<Html> => {
  const { certificate, file } = exhibit;
  const explanation = explainCertificate(certificate, E.right(undefined));
  const title = /^# (.*)$/m.exec(explanation)?.[1] ?? file;
  const { short, proof } = proofOf(explanation);
  const { claims, provenance } = certificate;
  const shown = claims.slice(0, claimLimit);
  const identity = identityOf(certificate);
  const pictures = await picturesOf(certificate);
  const row = galleryRow(certificate, file);
  const opening = openingOf(certificate);
  return html`<article class="certificate" id="${text(id)}">
<aside aria-label="The certificate in brief">
<dl>
<dt>Group</dt><dd>${text(row.group)}, order ${text(row.shownOrder)}</dd>
<dt>Functions</dt><dd>${text(row.functions)}</dd>
<dt>Bounds</dt>${row.bounds.map((bound) => html`<dd>${prose(bound)}</dd>\n`)}
</dl>
<ul>
${contents
  .filter(([name]) => name !== 'pictures' || pictures.length > 0)
  .map(([name, words]) => html`<li><a href="${text(`#${id}-${name}`)}">${text(words)}</a></li>\n`)}</ul>
</aside>
<div class="column">
<p class="kicker">Certificate <code>${text(identity.slice(0, 8))}</code></p>
<h1>${prose(title)}</h1>
<div class="banner accepted"><p><span class="mark" aria-hidden="true">✓</span> <strong>Accepted.</strong> When this page was made, the checker of Reynolds ${text(version)} found that every claim below follows from its evidence. You need not take our word for it:</p>
${ownChecker(`${id}-text`, file)}
</div>
<section id="${text(`${id}-short`)}" aria-label="In short"><h2>In short</h2>
${short}
</section>
<section id="${text(`${id}-proved`)}" aria-label="What is proved"><h2>What is proved</h2>
${opening === undefined ? none : html`<p class="lead">${prose(opening)}.</p>`}
<ol class="claims" start="0">
${shown.map((claim, i) => claimItem(certificate, claim, i))}</ol>
${claims.length > claimLimit ? html`<p>These are the first ${text(claimLimit)} of ${text(claims.length)} claims; the table below has the bounds of all.</p>` : none}
<p class="small">Claim 0 is the first member of <code>claims</code> in the certificate, and so on: quantity, value, ε and weights are copied from there, and all else on this page is computed from it.</p>
</section>
${figures(pictures, id)}
<section class="proof" id="${text(`${id}-proof`)}" aria-label="The proof"><h2>The proof</h2>
${proof}
</section>
<section id="${text(`${id}-citation`)}" aria-label="Cite it"><h2>Cite it</h2>
${citeBox(exhibit, id)}
</section>
<section id="${text(`${id}-data`)}" aria-label="The certificate itself"><h2>The certificate itself</h2>
<dl class="facts">
<dt>Identity (SHA-256)</dt><dd><code class="id">${text(identity)}</code></dd>
<dt>Group</dt><dd><code>${text(certificate.group)}</code></dd>
<dt>Functions</dt><dd><code>${text([...new Set(claims.map((claim) => functionsOf(certificate, claim)))].join(', '))}</code></dd>
<dt>Claims</dt><dd>${text(claims.length)}${text(claims.some((claim) => epsilonOf(claim) !== undefined) ? ', some about ε' : '')}</dd>
${
  provenance === undefined
    ? none
    : html`<dt>Says it was made by</dt><dd>${text([provenance.software, provenance.seed === undefined ? '' : `seed ${provenance.seed}`].filter(Boolean).join(', '))}${provenance.command === undefined ? none : html`<br><code>${text(provenance.command)}</code>`}</dd>`
}
<dt>Check it by</dt><dd><code>npx reynolds check ${text(file)}</code></dd>
</dl>
<p><button type="button" data-download="${text(`${id}-text`)}" data-name="${text(file)}">Download ${text(file)}</button></p>
<details><summary>Show it</summary>
<pre class="source" tabindex="0" id="${text(`${id}-text`)}">
${text(exhibit.text)}</pre></details>
</section>
</div>
</article>`;
};
