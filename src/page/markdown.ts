/** The explanation as HTML. Of Markdown only what `explain` writes is known; HTML in it is shown as text. */
import { marked, type Token, type Tokens } from 'marked';
import { piecesOf } from '../report/scripts.ts';
import { escaped, type Html, html, none, text, trusted } from './html.ts';

/** Single letters are variables, in italics. */
const letter = (given: string): Html => (/^\p{L}\p{M}*$/u.test(given) ? html`<i>${text(given)}</i>` : escaped(given));

/** Prose with indices and exponents. */
export const prose = (given: string): Html =>
  trusted(
    piecesOf(given)
      .map((piece) => {
        if (piece.kind === 'text') return escaped(piece.text);
        const scripts = piece.scripts.map(({ position, text: script }) =>
          position === 'below' ? html`<sub>${letter(script)}</sub>` : html`<sup>${letter(script)}</sup>`,
        );
        return html`${letter(piece.base)}${scripts}`;
      })
      .join(''),
  );

const inlines = (tokens: readonly Token[] | undefined): Html => trusted((tokens ?? []).map(inline).join(''));

const plain = (token: Token): string => ('text' in token ? String(token.text) : token.raw);

const inline = (token: Token): Html => {
  switch (token.type) {
    case 'strong':
      return html`<strong>${inlines(token.tokens)}</strong>`;
    case 'em':
      return html`<em>${inlines(token.tokens)}</em>`;
    case 'codespan':
      return html`<code>${text(plain(token))}</code>`;
    case 'br':
      return trusted('<br>');
    case 'html':
      return escaped(token.raw);
    default:
      return 'tokens' in token && token.tokens !== undefined ? inlines(token.tokens) : prose(plain(token));
  }
};

const tableOf = ({ header, rows }: Tokens.Table): Html => {
  const cell = (name: 'th' | 'td', { tokens, align }: Tokens.TableCell): Html =>
    trusted(`<${name}${align === 'right' ? ' class="number"' : ''}>${inlines(tokens)}</${name}>`);
  return html`<div class="scroll" tabindex="0" role="group" aria-label="table"><table><thead><tr>${header.map((h) => cell('th', h))}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((c) => cell('td', c))}</tr>\n`)}</tbody></table></div>`;
};

const listOf = (list: Tokens.List): Html => {
  const items = list.items.map(({ tokens }) => html`<li>${blocks(tokens, 0)}</li>\n`);
  const start = typeof list.start === 'number' ? list.start : 1;
  return list.ordered ? html`<ol start="${text(start)}">${items}</ol>` : html`<ul>${items}</ul>`;
};

const block = (token: Token, shift: number): Html => {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const level = Math.min(6, depth + shift);
      return trusted(`<h${level}>${inlines(tokens)}</h${level}>`);
    }
    case 'paragraph':
      return html`<p>${inlines(token.tokens)}</p>`;
    case 'table':
      return tableOf(token as Tokens.Table);
    case 'list':
      return listOf(token as Tokens.List);
    case 'code':
      return html`<pre><code>${text(plain(token))}</code></pre>`;
    case 'space':
      return none;
    case 'html':
      return html`<p>${text(token.raw)}</p>`;
    default:
      return inline(token);
  }
};

const blocks = (tokens: readonly Token[], shift: number): Html =>
  trusted(
    tokens
      .map((token) => block(token, shift))
      .filter((part) => part !== '')
      .join('\n'),
  );

/** Headings are moved down by `shift` levels; the first heading of all, the title, is left out. */
export const markdown = (source: string, shift: number): Html => {
  const tokens = marked.lexer(source);
  const title = tokens.find((token) => token.type === 'heading' && token.depth === 1);
  return blocks(
    tokens.filter((token) => token !== title),
    shift,
  );
};

/** The text under the first heading of that name, and the source without that section. */
export const section = (source: string, heading: string): { readonly body: string; readonly rest: string } => {
  const start = source.indexOf(`\n## ${heading}\n`);
  if (start < 0) return { body: '', rest: source };
  const after = source.indexOf('\n## ', start + 4);
  const end = after < 0 ? source.length : after;
  return {
    body: source.slice(start, end).replace(`\n## ${heading}\n`, ''),
    rest: source.slice(0, start) + source.slice(end),
  };
};
