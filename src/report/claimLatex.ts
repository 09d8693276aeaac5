/** Claims in LaTeX: the formula set in mathematics, the sentence as prose. */
import { showRational } from '../algebra/rational.ts';
import { type Certificate, type Claim, epsilonOf, functionsOf } from '../certificate/certificate.ts';
import { claimAsFormula, claimInWords } from '../certificate/statement.ts';
import { printable } from '../group/permutation.ts';
import { latexLiteral, latexText } from './latexText.ts';

type Setting = Pick<Certificate, 'group' | 'functions'>;

const relations: Readonly<Record<Claim['relation'], string>> = {
  '=': '=',
  '<=': String.raw`\le`,
  '>=': String.raw`\ge`,
};

const roman = (text: string): string => `\\mathrm{${text}}`;

/** Families with a usual symbol; undefined for the others. */
const familyInLatex = (name: string): string | undefined => {
  const indexed = /^([SACDBM])([0-9]+)$/.exec(name);
  if (indexed !== null) return `${indexed[1]}_{${indexed[2]}}`;
  const signs = /^Z2\^([0-9]+)$/.exec(name);
  if (signs !== null) return `(\\mathbb{Z}/2)^{${signs[1]}}`;
  if (name === 'Q8') return 'Q_8';
  const linear = /^PSL\(2,([0-9]+)\)$/.exec(name);
  if (linear !== null) return `\\mathrm{PSL}(2,${linear[1]})`;
  const solid = /^([TOI])([hd]?)$/.exec(name);
  if (solid !== null) return solid[2] === '' ? solid[1] : `${solid[1]}_{${solid[2]}}`;
  return name === 'rubik' ? roman('Rubik') : undefined;
};

/** A group with its action, such as `S_{5}` or `C_{100}\text{ on plane}`. */
export const groupInLatex = (notation: string): string => {
  const at = notation.startsWith('perm:') ? -1 : notation.indexOf('@');
  const group = at < 0 ? notation : notation.slice(0, at);
  const factors = group.split('x').map(familyInLatex);
  const action = at < 0 ? '' : `\\text{@${latexLiteral(printable(notation.slice(at + 1), 60))}}`;
  return factors.every((factor) => factor !== undefined)
    ? `${factors.join(' \\times ')}${action}`
    : `\\text{${latexLiteral(printable(notation, 60))}}`;
};

/** A function class, such as `\mathrm{poly}_{\le 10}`. */
export const functionsInLatex = (functions: string): string => {
  const degree = /^(poly|pointwise):([0-9]+)$/.exec(functions);
  if (degree !== null) return `\\mathrm{${degree[1]}}_{\\le ${degree[2]}}`;
  if (/^[a-z]+$/.test(functions)) return roman(functions);
  return `\\text{${latexLiteral(printable(functions, 60))}}`;
};

export const rationalInLatex = (text: string): string => {
  const [numerator, denominator] = text.split('/');
  return denominator === undefined ? text : `\\tfrac{${numerator}}{${denominator}}`;
};

/** `AC_ex` as `\mathrm{AC}_{\mathrm{ex}}`, `threshold` as `k^{*}`. */
export const quantityInLatex = (quantity: string): string => {
  const [base, index] = quantity.split('_');
  if (quantity === 'threshold') return 'k^{*}';
  return index === undefined ? roman(base!) : `\\mathrm{${base}}_{\\mathrm{${index}}}`;
};

/** Long numbers with places to break. */
const integerInLatex = (digits: string): string =>
  digits.length <= 12 ? digits : digits.replaceAll(/\B(?=(?:[0-9]{3})+$)/g, '\\,\\allowbreak ');

/** The value, with n! where the sentence says so. */
const valueInLatex = (given: Setting, claim: Claim): string => {
  const factorial = / = ([0-9]+)!$/.exec(claimAsFormula(given, claim));
  const digits = integerInLatex(`${claim.value}`);
  return factorial === null ? digits : `${digits} = ${factorial[1]}!`;
};

/** Where the quantity is taken: the group, and the class and ε where it has them. */
export const placeInLatex = (given: Setting, claim: Claim): string => {
  const epsilon = epsilonOf(claim);
  const group = groupInLatex(given.group);
  if (claim.quantity === 'threshold') return group;
  return [
    group,
    functionsInLatex(functionsOf(given, claim)),
    ...(epsilon === undefined ? [] : [`\\varepsilon = ${rationalInLatex(showRational(epsilon))}`]),
  ].join(',\\, ');
};

/** The claim as a formula, to be set in mathematics. */
export const claimFormulaInLatex = (given: Setting, claim: Claim): string =>
  `${quantityInLatex(claim.quantity)}(${placeInLatex(given, claim)}) ${relations[claim.relation]} ${valueInLatex(given, claim)}`;

/** The sentence of `claimInWords` without the formula before it, capitalised. */
export const claimSentence = (given: Setting, claim: Claim): string => {
  const words = claimInWords(given, claim);
  const formula = `${claimAsFormula(given, claim)}: `;
  const sentence = words.startsWith(formula) ? words.slice(formula.length) : words;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
};

/** Formula and sentence, as text. */
export const claimInLatex = (given: Setting, claim: Claim): string =>
  `$${claimFormulaInLatex(given, claim)}$. ${latexText(claimSentence(given, claim))}`;
