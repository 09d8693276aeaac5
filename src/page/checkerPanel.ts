/** The panels in which a reader checks certificates: files of their own, or the certificate of the page. */
import { type Html, html, text } from './html.ts';

const outcome = html`<p class="running"><span role="status" aria-live="polite"></span> <button type="button" data-stop hidden>Stop</button></p>
<ul class="verdicts" data-verdicts></ul>`;

export const checkerPanel: Html = html`<div class="checker" data-checker>
<div class="drop">
<label class="file" for="files">Choose certificates</label>
<input type="file" id="files" multiple accept=".json,application/json">
<p>or drop them anywhere on this page. They are read by this page alone: it cannot send anything anywhere.</p>
</div>
${outcome}
</div>`;

/** For a certificate whose text is in the element of that id. */
export const ownChecker = (textId: string, name: string): Html => html`<div class="checker" data-checker>
<p><button type="button" class="primary" data-check-own="${text(textId)}" data-name="${text(name)}">Check it again, here</button></p>
${outcome}
</div>`;
