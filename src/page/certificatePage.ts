/** A page of one or several certificates. */
import { certificateArticle, type Exhibit } from './certificateArticle.ts';
import { checkerPanel } from './checkerPanel.ts';
import { html, none, text } from './html.ts';
import { page } from './layout.ts';

/** `home` is the way to the front page, for pages of the site. */
export const certificatePage = async (exhibits: readonly Exhibit[], home?: string): Promise<string> => {
  const articles = [];
  for (const [i, exhibit] of exhibits.entries()) articles.push(await certificateArticle(exhibit, `c${i}`));
  const [first] = exhibits;
  const contents =
    exhibits.length === 1
      ? none
      : html`<nav class="contents" aria-label="Certificates on this page"><h2>On this page</h2><ol>
${exhibits.map(({ file }, i) => html`<li><a href="#c${text(i)}">${text(file)}</a></li>\n`)}</ol></nav>`;
  const names = exhibits.map(({ file }) => file).join(', ');
  return page({
    title: exhibits.length === 1 ? `${first!.file} · Reynolds` : `${exhibits.length} certificates · Reynolds`,
    description: `Certificates of averaging complexity: ${names}`.slice(0, 300),
    ...(home === undefined ? {} : { home }),
    scripts: ['page'],
    body: html`${contents}${articles}
<section aria-label="Check a certificate"><h2>Check another certificate</h2>
${checkerPanel}</section>`,
  });
};
