/** The table of certificates, with the words and menus that site/gallery.ts makes work. */
import type { GalleryRow } from './galleryRow.ts';
import { type Html, html, none, text } from './html.ts';
import { prose } from './markdown.ts';

const menu = (
  name: string,
  label: string,
  values: readonly string[],
  shown: (value: string) => string,
): Html => html`<label>${text(label)}
<select name="${text(name)}"><option value="">any</option>${values.map((value) => html`<option value="${text(value)}">${text(shown(value))}</option>`)}</select></label>`;

const heading = (name: string, sortable: boolean, numeric: boolean): Html =>
  sortable
    ? html`<th scope="col" data-sort aria-sort="none"${numeric ? html` class="number"` : none}><button type="button">${text(name)}</button></th>`
    : html`<th scope="col">${text(name)}</th>`;

const quantityNames: Readonly<Record<string, string>> = {
  AC_ex: 'exact (AC_ex)',
  AC_wk: 'weak (AC_wk)',
  AC_st: 'strong (AC_st)',
  threshold: 'threshold (k*)',
};

const rowMarkup = (
  row: GalleryRow,
): Html => html`<tr data-quantity="${text(row.quantities.join(' '))}" data-epsilon="${text(row.epsilons.join(' '))}" data-status="${text(row.status.replace(' ', '-'))}">
<th scope="row"><a href="${text(row.href)}">${text(row.group)}</a></th>
<td class="number" data-key="${text(row.order)}">${text(row.shownOrder)}</td>
<td>${text(row.functions)}</td>
<td>${row.quantities.map((quantity) => html`<span class="tag">${prose(quantity)}</span> `)}</td>
<td class="bounds">${row.bounds.map((bound) => html`<span>${prose(bound)}</span>`)}</td>
<td>${text(row.status)}</td>
<td><code title="${text(row.id)}">${text(row.id.slice(0, 8))}</code></td>
</tr>
`;

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

const asNumber = (fraction: string): number => {
  const [p, q] = fraction.split('/');
  return Number(p) / Number(q ?? 1);
};

export const gallery = (rows: readonly GalleryRow[]): Html => html`<div data-gallery>
<form class="filters" role="search" aria-label="Filter the certificates">
<label class="words">Search <input type="search" placeholder="S5, poly, M11, 3f2a …" autocomplete="off" spellcheck="false"></label>
${menu('quantity', 'Quantity', unique(rows.flatMap(({ quantities }) => quantities)), (value) => quantityNames[value] ?? value)}
${menu(
  'epsilon',
  'ε',
  [...unique(rows.flatMap(({ epsilons }) => epsilons))].sort((a, b) => asNumber(b) - asNumber(a)),
  (value) => value,
)}
${menu('status', 'Status', ['known', 'partly-known', 'bounds'], (value) => value.replace('-', ' '))}
<button type="reset">Clear</button>
</form>
<p role="status" aria-live="polite" class="small">${text(rows.length)} certificates</p>
<div class="scroll" tabindex="0" role="group" aria-label="Table of certificates">
<table class="gallery">
<thead><tr>${heading('Group', true, false)}${heading('Order', true, true)}${heading('Functions', true, false)}${heading('Quantities', true, false)}${heading('Bounds', false, false)}${heading('Status', true, false)}${heading('Identity', false, false)}</tr></thead>
<tbody>
${rows.map(rowMarkup)}</tbody>
</table>
</div>
</div>`;
