/**
 * HTML as a type of its own: text becomes HTML by being escaped, and by no other way. A certificate is hostile input, and
 * everything on a page goes through here.
 */

declare const safe: unique symbol;
/** Markup that may stand in a page as it is. */
export type Html = string & { readonly [safe]: true };

/** Markup from a library or from this package's own files, which is trusted to be markup. */
export const trusted = (markup: string): Html => markup as Html;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text, for content and for attributes in quotes. Characters that no HTML may have become U+FFFD. */
export const escaped = (text: string): Html =>
  trusted(
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what HTML forbids.
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
      .replaceAll(/[&<>"']/g, (character) => entities[character]!),
  );

/** What may be put into a template: `Text` is escaped, lists are joined, nothing is left out. */
type Part = Html | readonly Html[] | { readonly text: string | number };

/** `{ text }` is escaped; a string must be `Html` already, which the types see to. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  trusted(
    strings.reduce((before, string, i) => {
      const part = parts[i - 1]!;
      const markup =
        typeof part === 'string'
          ? part
          : 'text' in part
            ? escaped(String(part.text))
            : (part as readonly Html[]).join('');
      return `${before}${markup}${string}`;
    }),
  );

export const text = (value: string | number): { readonly text: string | number } => ({ text: value });

export const none = trusted('');
