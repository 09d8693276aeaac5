/**
 * Citations of accepted certificates: plain text, BibTeX, CSL-JSON, and a LaTeX theorem. All say the same: what is
 * claimed, the identity, the version of the software that checked it, and the command that checks it again.
 */
import { readFileSync } from 'node:fs';
import { type Certificate, type Claim, epsilonOf, functionsOf } from '../certificate/certificate.ts';
import { identityOf } from '../certificate/identity.ts';
import { certificateInWords, claimAsFormula } from '../certificate/statement.ts';
import { version } from '../certificate/version.ts';
import type { CitationFormat } from './citationFormats.ts';
import { claimFormulaInLatex, claimInLatex } from './claimLatex.ts';
import { latexCode, latexLiteral, latexText } from './latexText.ts';
import { openingOf } from './opening.ts';

/** An accepted certificate, and the name of its file. */
export interface Citable {
  readonly certificate: Certificate;
  readonly file: string;
}

const authors = 'The Reynolds developers';

/** The year of the version's release, from CITATION.cff; undefined before it is released. */
const releaseYear = (): string | undefined => {
  try {
    const citation = readFileSync(new URL('../../CITATION.cff', import.meta.url), 'utf8');
    return /^date-released: "?([0-9]{4})-/m.exec(citation)?.[1];
  } catch {
    return undefined;
  }
};

/** The command that checks the certificate again. */
export const checkCommandOf = (file: string): string => `npx reynolds check ${file}`;

/** Formulas in a title. */
const formulaLimit = 4;

const strengthOf = (certificate: Certificate, claim: Claim): string =>
  JSON.stringify([
    claim.quantity,
    functionsOf(certificate, claim),
    claim.relation,
    claim.weights,
    epsilonOf(claim) === undefined ? '' : claimAsFormula(certificate, { ...claim, value: 0n }),
  ]);

/**
 * The claims that a title names: of those which differ in their value alone the sharpest. The full statement has all of
 * them.
 */
export const titleClaims = (certificate: Certificate): readonly Claim[] => {
  const best = new Map<string, Claim>();
  for (const claim of certificate.claims) {
    const key = strengthOf(certificate, claim);
    const before = best.get(key);
    const sharper =
      before === undefined ||
      (claim.relation === '<=' && claim.value < before.value) ||
      (claim.relation === '>=' && claim.value > before.value);
    if (sharper) best.set(key, claim);
  }
  return [...best.values()];
};

/** What is claimed, short: formulas; or what comes before the claims. */
interface Title {
  readonly text: string;
  readonly latex: string;
}

/** Lower bounds for signed weights, and values proved by one piece of evidence for both sides, hold for all weights. */
const weightsInBrief = ({ weights, relation, evidence }: Claim): string =>
  weights === 'signed' && (relation === '>=' || (relation === '=' && evidence.kind !== 'two-sided'))
    ? 'any weights'
    : `${weights} weights`;

export const titleOf = (certificate: Certificate): Title => {
  const opening = openingOf(certificate);
  if (opening !== undefined) return { text: opening, latex: latexText(opening) };
  const claims = titleClaims(certificate);
  // Where there are several kinds of weights, each formula says which it is about.
  const several = new Set(claims.map(({ weights }) => weights)).size > 1;
  const weightsOf = (claim: Claim): string => (several ? ` (${weightsInBrief(claim)})` : '');
  const formulas = claims.map((claim) => `${claimAsFormula(certificate, claim)}${weightsOf(claim)}`);
  const rest = claims.length - formulaLimit;
  const more = rest > 0 ? [`and ${rest} more`] : [];
  const inLatex = claims
    .slice(0, formulaLimit)
    .map((claim) => `$${claimFormulaInLatex(certificate, claim)}$${weightsOf(claim)}`);
  return {
    text: [...formulas.slice(0, formulaLimit), ...more].join(', '),
    latex: [...inLatex, ...more].join(', '),
  };
};

const factsOf = ({ certificate, file }: Citable) => {
  const id = identityOf(certificate);
  return { id, key: `reynolds-${id.slice(0, 8)}`, title: titleOf(certificate), command: checkCommandOf(file) };
};

const citationText = (citable: Citable): string => {
  const { id, title, command } = factsOf(citable);
  const year = releaseYear();
  return `${authors}. ${title.text}. Certificate of averaging complexity, accepted by Reynolds ${version}${
    year === undefined ? '' : ` (${year})`
  }. SHA-256 ${id}. Check: ${command}\n`;
};

/** Braces that do not pair would end the field early. */
const field = (name: string, value: string): string => `  ${name.padEnd(12)} = {${value}}`;

const bibtex = (citable: Citable): string => {
  const { id, key, title, command } = factsOf(citable);
  const grouped = (id.match(/.{16}/g) ?? []).map((part) => `\\texttt{${part}}`).join(' ');
  const year = releaseYear();
  return `@misc{${key},
${[
  field('author', `{${authors}}`),
  field('title', `{${title.latex}}`),
  ...(year === undefined ? [] : [field('year', year)]),
  field('howpublished', `Certificate of averaging complexity, accepted by Reynolds ${version}`),
  field('version', version),
  // In groups, so that lines can be broken between them.
  field('note', `SHA-256 ${grouped}. Check: \\texttt{${latexLiteral(command)}}`),
].join(',\n')}
}
`;
};

/** An item of CSL-JSON 1.0.2. */
export const cslItem = (citable: Citable): Readonly<Record<string, unknown>> => {
  const { id, key, title, command } = factsOf(citable);
  const year = releaseYear();
  return {
    id: key,
    type: 'software',
    title: title.text,
    author: [{ literal: authors }],
    ...(year === undefined ? {} : { issued: { 'date-parts': [[Number(year)]] } }),
    genre: 'Certificate of averaging complexity',
    version,
    number: `SHA-256 ${id}`,
    abstract: certificateInWords(citable.certificate),
    note: `Accepted by Reynolds ${version}. Check: ${command}`,
  };
};

/** Claims of a theorem that are set one by one. */
const theoremLimit = 30;

/** A theorem environment; needs amsmath and amssymb, and `\newtheorem{theorem}{Theorem}`. */
const latexTheorem = (citable: Citable): string => {
  const { certificate, file } = citable;
  const { id, key } = factsOf(citable);
  const { claims } = certificate;
  const given = { group: certificate.group, functions: certificate.functions };
  const listed = claims.slice(0, theoremLimit);
  const opening = openingOf(certificate);
  const items = listed.map((claim) => `  \\item ${claimInLatex(given, claim)}`).join('\n');
  const rest = claims.length > theoremLimit ? `\nThe certificate has ${claims.length - theoremLimit} claims more.` : '';
  return `% needs \\usepackage{amsmath,amssymb,amsthm} and \\newtheorem{theorem}{Theorem}
\\begin{theorem}[${latexLiteral(`Reynolds certificate ${id.slice(0, 16)}`)}]\\label{thm:${key}}
${opening === undefined ? '' : `${latexText(opening)}.\n`}${
  claims.length === 1
    ? claimInLatex(given, claims[0]!)
    : claims.length === 0
      ? ''
      : `\\begin{enumerate}\n${items}\n\\end{enumerate}${rest}`
}
\\end{theorem}
\\begin{proof}
Accepted by the checker of Reynolds ${version}; identity (SHA-256) ${latexCode(id)}. To check it again:
${latexCode(checkCommandOf(file))}.
\\end{proof}
`;
};

/** Some certificates in one of the formats; CSL-JSON is always an array. */
export const cite = (certificates: readonly Citable[], format: CitationFormat): string => {
  switch (format) {
    case 'csl':
      return `${JSON.stringify(certificates.map(cslItem), null, 1)}\n`;
    case 'bibtex':
      return certificates.map(bibtex).join('\n');
    case 'latex':
      return certificates.map(latexTheorem).join('\n');
    case 'text':
      return certificates.map(citationText).join('');
  }
};
