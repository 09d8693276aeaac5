/** Apart from what cites, so that the command line can read the option without loading that. */
export const citationFormats = ['text', 'bibtex', 'latex', 'csl'] as const;
export type CitationFormat = (typeof citationFormats)[number];
