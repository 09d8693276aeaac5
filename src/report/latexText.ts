/** Text as LaTeX: everything special escaped, every character that a plain LaTeX does not know set in mathematics. */
import { piecesOf, type Script } from './scripts.ts';

const special: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\{`,
  '}': String.raw`\}`,
  $: String.raw`\$`,
  '&': String.raw`\&`,
  '#': String.raw`\#`,
  '%': String.raw`\%`,
  _: String.raw`\_`,
  '^': String.raw`\^{}`,
  '~': String.raw`\textasciitilde{}`,
  '<': String.raw`\ensuremath{<}`,
  '>': String.raw`\ensuremath{>}`,
  '|': String.raw`\ensuremath{|}`,
  '"': "''",
  '–': '--',
  '—': '---',
  '…': String.raw`\ldots{}`,
  '“': '``',
  '”': "''",
  '‘': '`',
  '’': "'",
  '\u00a0': '~',
};

/** Characters of mathematics, as LaTeX in mathematics. */
const symbols: Readonly<Record<string, string>> = {
  α: String.raw`\alpha`,
  β: String.raw`\beta`,
  γ: String.raw`\gamma`,
  δ: String.raw`\delta`,
  ε: String.raw`\varepsilon`,
  ζ: String.raw`\zeta`,
  η: String.raw`\eta`,
  θ: String.raw`\theta`,
  λ: String.raw`\lambda`,
  μ: String.raw`\mu`,
  ν: String.raw`\nu`,
  π: String.raw`\pi`,
  ρ: String.raw`\rho`,
  σ: String.raw`\sigma`,
  τ: String.raw`\tau`,
  φ: String.raw`\varphi`,
  χ: String.raw`\chi`,
  ψ: String.raw`\psi`,
  ω: String.raw`\omega`,
  Λ: String.raw`\Lambda`,
  Π: String.raw`\prod`,
  Σ: String.raw`\sum`,
  Φ: String.raw`\Phi`,
  Ω: String.raw`\Omega`,
  ℂ: String.raw`\mathbb{C}`,
  ℚ: String.raw`\mathbb{Q}`,
  ℝ: String.raw`\mathbb{R}`,
  ℤ: String.raw`\mathbb{Z}`,
  ℕ: String.raw`\mathbb{N}`,
  𝔽: String.raw`\mathbb{F}`,
  '≤': String.raw`\le`,
  '≥': String.raw`\ge`,
  '≠': String.raw`\ne`,
  '≈': String.raw`\approx`,
  '≅': String.raw`\cong`,
  '≡': String.raw`\equiv`,
  '≼': String.raw`\preceq`,
  '±': String.raw`\pm`,
  '∓': String.raw`\mp`,
  '−': '-',
  '·': String.raw`\cdot`,
  '⋯': String.raw`\cdots`,
  '×': String.raw`\times`,
  '⊗': String.raw`\otimes`,
  '⊕': String.raw`\oplus`,
  '‖': String.raw`\|`,
  '∈': String.raw`\in`,
  '∉': String.raw`\notin`,
  '⊂': String.raw`\subset`,
  '⊆': String.raw`\subseteq`,
  '∪': String.raw`\cup`,
  '∩': String.raw`\cap`,
  '∞': String.raw`\infty`,
  '√': String.raw`\surd`,
  '→': String.raw`\to`,
  '↦': String.raw`\mapsto`,
  '⇒': String.raw`\Rightarrow`,
  '⟺': String.raw`\Longleftrightarrow`,
  '⟨': String.raw`\langle`,
  '⟩': String.raw`\rangle`,
  '⌈': String.raw`\lceil`,
  '⌉': String.raw`\rceil`,
  '⌊': String.raw`\lfloor`,
  '⌋': String.raw`\rfloor`,
  '∘': String.raw`\circ`,
  '∗': '*',
  '′': "'",
  '½': String.raw`\tfrac12`,
  '⅓': String.raw`\tfrac13`,
  '¼': String.raw`\tfrac14`,
};

/** Characters above and below the line. */
const raised: Readonly<Record<string, string>> = {
  ...{ '⁰': '0', '¹': '1', '²': '2', '³': '3', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9' },
  ...{ '⁻': '-', '⁺': '+', ⁿ: 'n', ⁱ: 'i', ʲ: 'j', ᵏ: 'k', ᵐ: 'm', ᵖ: 'p', ʳ: 'r', ᵗ: 't', ᵃ: 'a' },
  ...{ ᵇ: 'b', ᶜ: 'c', ᵈ: 'd', ᵀ: 'T', ᴴ: 'H' },
};
const lowered: Readonly<Record<string, string>> = {
  ...{ '₀': '0', '₁': '1', '₂': '2', '₃': '3', '₄': '4', '₅': '5', '₆': '6', '₇': '7', '₈': '8', '₉': '9' },
  ...{ ᵢ: 'i', ⱼ: 'j', ₙ: 'n', ₖ: 'k', ₚ: 'p' },
};

const accents: Readonly<Record<string, string>> = {
  '\u0302': String.raw`\hat`,
  '\u0303': String.raw`\tilde`,
  '\u0304': String.raw`\bar`,
  '\u0305': String.raw`\bar`,
};

/** One letter or sign with its marks; undefined where mathematics has no such sign. */
const signInMathematics = (sign: string): string | undefined => {
  const [base = '', ...marks] = sign;
  if (marks.length > 0) {
    const inner = signInMathematics(base);
    return inner === undefined || marks.some((mark) => accents[mark] === undefined)
      ? undefined
      : marks.reduce((tex, mark) => `${accents[mark]}{${tex}}`, inner);
  }
  if (base === '*') return '{*}';
  if (/^[A-Za-z0-9()[\]+=/,.:;!'\- <>|]$/.test(base)) return base;
  const symbol = symbols[base];
  if (symbol !== undefined) return /[a-z]$/i.test(symbol) ? `${symbol} ` : symbol;
  if (raised[base] !== undefined) return `{}^{${raised[base]}}`;
  return lowered[base] === undefined ? undefined : `{}_{${lowered[base]}}`;
};

const signsOf = (text: string): readonly string[] => text.match(/\P{M}\p{M}*/gu) ?? [];

/** A short formula, such as an index; what mathematics has no sign for is left out. */
const inMathematics = (text: string): string =>
  signsOf(text)
    .map((sign) => signInMathematics(sign) ?? '')
    .join('');

const roman = (text: string): string =>
  /^[A-Za-z]{2,}$/.test(text) ? `\\mathrm{${text}}` : inMathematics(text).trim();

const scriptsInMathematics = (scripts: readonly Script[]): string => {
  const at = (position: Script['position'], mark: string): string => {
    const texts = scripts.filter((script) => script.position === position).map(({ text }) => roman(text));
    return texts.length === 0 ? '' : `${mark}{${texts.join('')}}`;
  };
  return `${at('below', '_')}${at('above', '^')}`;
};

/** LaTeX in text or in mathematics. */
interface Token {
  readonly mathematics: boolean;
  readonly tex: string;
}

const tokenOf = (sign: string): Token => {
  const known = special[sign];
  if (known !== undefined) return { mathematics: false, tex: known };
  if (/^[\x20-\x7e\n]$/.test(sign)) return { mathematics: false, tex: sign };
  const tex = signInMathematics(sign);
  if (tex !== undefined) return { mathematics: true, tex };
  // Latin letters with accents are known to every LaTeX; of others the number is given.
  return {
    mathematics: false,
    tex:
      /^\p{Script=Latin}$/u.test(sign) && sign.codePointAt(0)! < 0x180
        ? sign
        : `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
  };
};

/** Neighbours in mathematics become one formula, so that an exponent stands at its base: ω and ⁻¹. */
const joined = (tokens: readonly Token[]): string => {
  let tex = '';
  let formula = '';
  const close = (): void => {
    if (formula !== '') tex += `\\ensuremath{${formula.trim()}}`;
    formula = '';
  };
  for (const token of tokens) {
    if (token.mathematics) formula += token.tex;
    else {
      close();
      tex += token.tex;
    }
  }
  close();
  return tex;
};

/** Text without formulas, as it is to be read: `_` is an underscore. */
export const latexLiteral = (text: string): string => joined(signsOf(text).map(tokenOf));

/** Prose: indices and exponents as in `scripts.ts`. */
export const latexText = (text: string): string =>
  joined(
    piecesOf(text).flatMap((piece): readonly Token[] =>
      piece.kind === 'text'
        ? signsOf(piece.text).map(tokenOf)
        : [{ mathematics: true, tex: `${roman(piece.base)}${scriptsInMathematics(piece.scripts)}` }],
    ),
  );

/** In a typewriter face, with places to break long words. */
export const latexCode = (text: string): string =>
  `\\texttt{${(text.match(/[\s\S]{1,12}/gu) ?? []).map(latexLiteral).join('\\allowbreak{}')}}`;
