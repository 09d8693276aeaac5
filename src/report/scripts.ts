/**
 * Prose with formulas in it, as `explain` writes them: `E_ω f`, `x_2^3`, `Σ_{λ≠1} M_λ`. Taken apart here, so that pages and
 * LaTeX can set the indices and exponents.
 */

export interface Script {
  readonly position: 'below' | 'above';
  readonly text: string;
}

/** Plain text, or a letter or sign of a formula with what stands below and above it. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'scripted'; readonly base: string; readonly scripts: readonly Script[] };

const script = String.raw`[_^](?:\{[^{}]{1,60}\}|[0-9]+|\p{L}\p{M}*)`;
/** A variable by itself: any letter but those that are English words; not an initial of a name. */
const variable = String.raw`(?<![\p{Script=Latin}\p{M}@:'’.-])[b-zB-HJ-Z](?![\p{L}\p{M}\p{N}'’:-]|\. \p{Lu})`;
const scripted = new RegExp(
  String.raw`(AC)(_[a-z]+)|(Sym|\p{L}\p{M}*|[0-9]+|[)\]!‖|ΣΠℝℤ])((?:${script})+)|(${variable})`,
  'gu',
);

const scriptsOf = (text: string): readonly Script[] =>
  [...text.matchAll(/[_^](?:\{[^{}]+\}|[a-z]+|[0-9]+|\p{L}\p{M}*)/gu)].map(([found]) => ({
    position: found[0] === '_' ? 'below' : 'above',
    text: found.slice(1).replace(/^\{|\}$/g, ''),
  }));

/**
 * The pieces in order; their texts are the whole text but for `_`, `^` and braces around scripts. No line is broken in
 * `ε = 1/4`.
 */
export const piecesOf = (given: string): readonly Piece[] => {
  const text = given.replaceAll('ε = ', 'ε\u00a0=\u00a0');
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(scripted)) {
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) });
    const [, quantity, index, base, scripts, alone] = match;
    pieces.push({
      kind: 'scripted',
      base: quantity ?? base ?? alone!,
      scripts: scriptsOf(index ?? scripts ?? ''),
    });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
};
