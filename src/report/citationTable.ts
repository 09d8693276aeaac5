/**
 * Many certificates in one table, for LaTeX with booktabs: a row for each quantity, class, ε and kind of weights, and one
 * for each statement that is refuted.
 */
import { showRational } from '../algebra/rational.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { identityOf } from '../certificate/identity.ts';
import { version } from '../certificate/version.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import type { Citable } from './citation.ts';
import { functionsInLatex, groupInLatex, quantityInLatex, rationalInLatex } from './claimLatex.ts';
import { latexLiteral } from './latexText.ts';
import { shortInteger } from './table.ts';

/** `20!` for huge ones; a rounded number is marked so. */
const numberInLatex = (n: bigint): string => {
  const short = shortInteger(n);
  const rounded = /^≈([0-9.]+)e([0-9]+)$/.exec(short);
  return rounded === null ? short : `\\approx ${rounded[1]} \\cdot 10^{${rounded[2]}}`;
};

const boundsInLatex = ({ lower, upper }: Bounds): string => {
  if (lower !== undefined && lower === upper) return `$= ${numberInLatex(lower)}$`.replace('= \\approx', '\\approx');
  if (lower !== undefined && upper !== undefined) return `$${numberInLatex(lower)} \\ldots ${numberInLatex(upper)}$`;
  return lower === undefined ? `$\\le ${numberInLatex(upper!)}$` : `$\\ge ${numberInLatex(lower)}$`;
};

const identityInLatex = (certificate: Certificate): string =>
  `\\texttt{${latexLiteral(identityOf(certificate).slice(0, 16))}}`;

/** A refutation opens with what it refutes, over the columns between group and identity. */
const refutedLine = (certificate: Certificate, not: string): string =>
  `$${groupInLatex(certificate.group)}$ & \\multicolumn{5}{l}{refutes \\texttt{${latexLiteral(not)}}} & ${identityInLatex(certificate)} \\\\`;

const lineOf = ({ certificate }: Citable, row: Bounds, first: boolean): string =>
  `${[
    first ? `$${groupInLatex(certificate.group)}$` : '',
    row.quantity === 'threshold' ? '' : `$${functionsInLatex(row.functions)}$`,
    `$${quantityInLatex(row.quantity)}$`,
    row.epsilon === undefined ? '' : `$${rationalInLatex(showRational(row.epsilon))}$`,
    row.weights,
    boundsInLatex(row),
    first ? identityInLatex(certificate) : '',
  ].join(' & ')} \\\\`;

const linesOf = (citable: Citable): readonly string[] => {
  const { certificate } = citable;
  const { not } = certificate;
  return [
    ...(not === undefined ? [] : [refutedLine(certificate, not)]),
    ...boundsOf(certificate).map((row, i) => lineOf(citable, row, i === 0 && not === undefined)),
  ];
};

/** A longtable with booktabs' rules, which breaks over pages. */
export const citationTable = (certificates: readonly Citable[]): string => {
  const groups = certificates.map((citable) => linesOf(citable).join('\n'));
  return `% needs \\usepackage{booktabs,longtable,amsmath,amssymb}
\\begin{longtable}{@{}lllclrl@{}}
\\caption{Certified averaging complexity. Each row is proved by the certificate with that SHA-256 identity (first 16 digits),
accepted by Reynolds ${version}; \\texttt{npx reynolds check FILE} checks it again.}\\\\
\\toprule
group & functions & quantity & $\\varepsilon$ & weights & bounds & certificate \\\\
\\midrule
\\endfirsthead
\\toprule
group & functions & quantity & $\\varepsilon$ & weights & bounds & certificate \\\\
\\midrule
\\endhead
${groups.join('\n\\addlinespace\n')}
\\bottomrule
\\end{longtable}
`;
};
