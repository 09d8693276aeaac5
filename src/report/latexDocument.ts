/** Explanations in LaTeX: the Markdown that `explain` writes, set for print. */
import { marked, type Token, type Tokens } from 'marked';
import { latexCode, latexText } from './latexText.ts';

/** The packages that everything made here compiles with; all are in Debian's texlive-latex-recommended. */
export const preamble = String.raw`\documentclass[11pt]{article}
\usepackage[utf8]{inputenc}
\usepackage[a4paper,margin=28mm]{geometry}
\usepackage{amsmath,amssymb,amsthm,textcomp}
\usepackage{array,booktabs,longtable}
\usepackage[hidelinks]{hyperref}
\newtheorem{theorem}{Theorem}
\setlength{\parindent}{0pt}
\setlength{\parskip}{5pt plus 2pt}
\emergencystretch=3em
`;

const inline = (tokens: readonly Token[] | undefined): string => (tokens ?? []).map(inlineToken).join('');

/** The text behind Markdown's escapes and entities, which `marked` leaves as they are written in `raw`. */
const plain = (token: Token): string =>
  token.type === 'escape' ? (token as Tokens.Escape).text : 'text' in token ? String(token.text) : token.raw;

const inlineToken = (token: Token): string => {
  switch (token.type) {
    case 'strong':
      return `\\textbf{${inline(token.tokens)}}`;
    case 'em':
      return `\\emph{${inline(token.tokens)}}`;
    case 'codespan':
      return latexCode(plain(token));
    case 'br':
      return '\\\\\n';
    default:
      return 'tokens' in token && token.tokens !== undefined ? inline(token.tokens) : latexText(plain(token));
  }
};

const headings = ['section*', 'section*', 'subsection*', 'subsubsection*', 'paragraph*'];

const tableOf = ({ header, rows }: Tokens.Table): string => {
  const line = (cells: readonly Tokens.TableCell[]): string =>
    `${cells.map(({ tokens }) => inline(tokens)).join(' & ')} \\\\`;
  const width = (1 / header.length).toFixed(3);
  const columns = header.map(({ align }) =>
    align === 'right' ? 'r' : `>{\\raggedright\\arraybackslash}p{\\dimexpr${width}\\linewidth-2\\tabcolsep}`,
  );
  return [
    `\\begin{longtable}{@{}${columns.join('')}@{}}`,
    `\\toprule\n${line(header)}\n\\midrule\n\\endhead`,
    ...rows.map(line),
    '\\bottomrule\n\\end{longtable}',
  ].join('\n');
};

const listOf = (list: Tokens.List): string => {
  const kind = list.ordered ? 'enumerate' : 'itemize';
  const first = list.ordered && typeof list.start === 'number' ? list.start : 1;
  const items = list.items.map(
    (item, i) => `\\item${list.ordered ? `[${first + i}.]` : ''} ${blocks(item.tokens).trim()}`,
  );
  return `\\begin{${kind}}\n${items.join('\n')}\n\\end{${kind}}`;
};

const block = (token: Token): string => {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return `\\${headings[Math.min(depth, headings.length) - 1]}{${inline(tokens)}}`;
    }
    case 'table':
      return tableOf(token as Tokens.Table);
    case 'list':
      return listOf(token as Tokens.List);
    case 'code':
      return `\\begin{quote}${latexCode(plain(token))}\\end{quote}`;
    case 'space':
      return '';
    default:
      return inlineToken(token);
  }
};

const blocks = (tokens: readonly Token[]): string =>
  tokens
    .map(block)
    .filter((text) => text !== '')
    .join('\n\n');

/** A whole document. The first heading is the title. */
export const latexDocument = (markdown: string): string => {
  const tokens = marked.lexer(markdown);
  const title = tokens.find((token) => token.type === 'heading' && token.depth === 1) as Tokens.Heading | undefined;
  const body = tokens.filter((token) => token !== title);
  return `${preamble}\\title{${inline(title?.tokens)}}
\\author{}
\\date{}
\\begin{document}
\\maketitle
${blocks(body)}
\\end{document}
`;
};
