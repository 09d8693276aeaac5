/** The frame of every page: head, policy, navigation, scripts. */
import { version } from '../certificate/version.ts';
import { checkProgram, type ScriptName, scripts, style } from './assets.ts';
import { type Html, html, text } from './html.ts';

export interface Frame {
  readonly title: string;
  readonly description: string;
  /** From this page to the front page of the site; undefined for a page by itself. */
  readonly home?: string;
  readonly scripts: readonly ScriptName[];
  readonly body: Html;
}

const navigation = (home: string): Html => html`<nav aria-label="Site"><a href="${text(home)}#figure">Figure</a>
<a href="${text(home)}#gallery">Gallery</a>
<a href="${text(home)}#check">Check</a></nav>`;

/** A whole document. */
export const page = (frame: Frame): string => {
  const { markup, policy } = scripts(frame.scripts);
  const { home } = frame;
  const mark = html`<span class="wordmark">Reynolds</span>`;
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${text(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Reynolds ${text(version)}">
<meta name="description" content="${text(frame.description)}">
<link rel="icon" href="data:,">
<title>${text(frame.title)}</title>
${style()}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
${home === undefined ? mark : html`<a class="home" href="${text(home)}">${mark}</a>`}
${home === undefined ? html`<span></span>` : navigation(home)}
<button type="button" data-theme-button hidden></button>
</header>
<main id="main">
${frame.body}
</main>
<footer>
<p>Made by Reynolds ${text(version)}. Nothing on this page is fetched, and nothing leaves it: the checker runs on your machine.
The theorems are those of B. Tahmasebi and M. Weber, <cite>Achieving Approximate Symmetry Is Exponentially Easier than Exact
Symmetry</cite>, ICLR 2026, arXiv 2512.11855.</p>
</footer>
${checkProgram()}
${markup}
</body>
</html>`}
`;
};
