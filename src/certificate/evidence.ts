/**
 * The evidence kinds, as data. What each proves, and why, is said in the file of its name under `check/`.
 */
import * as t from 'io-ts';
import { boundedString, closed, oneOf, rationalText, smallNaturalText, tagged } from './codec.ts';

/** Elements with rational weights; without weights, the plain average, elements counted with multiplicity. */
export const schemeData = closed(
  { elements: t.readonlyArray(boundedString) },
  { weights: t.readonlyArray(rationalText) },
);
export type SchemeData = t.TypeOf<typeof schemeData>;

/** The character table modulo a prime: one column per class representative, one row per irreducible character. */
export const tableData = closed({
  prime: smallNaturalText,
  classes: t.readonlyArray(boundedString),
  rows: t.readonlyArray(t.readonlyArray(smallNaturalText)),
});
export type TableData = t.TypeOf<typeof tableData>;

const kind = <const K extends string>(name: K) => ({ kind: t.literal(name) });

const regular = closed(kind('regular'));
const freeOrbit = closed({ ...kind('free-orbit'), factors: t.readonlyArray(t.readonlyArray(smallNaturalText)) });
const annihilator = closed({ ...kind('annihilator'), coefficients: t.readonlyArray(rationalText) });
const multiplicities = closed({
  ...kind('multiplicities'),
  table: tableData,
  /** For each row, the least degree of a symmetric power in which that irreducible occurs. */
  degrees: t.readonlyArray(smallNaturalText),
});
const harmonics = closed(kind('harmonics'));
const scheme = closed({ ...kind('scheme'), scheme: schemeData });
const subgroup = closed({ ...kind('subgroup'), generators: t.readonlyArray(boundedString) });
const reflections = closed({ ...kind('reflections'), reflections: t.readonlyArray(boundedString) });

/** Evidence about AC_ex on one function class. */
export const exactEvidence = tagged('kind', {
  regular,
  'free-orbit': freeOrbit,
  annihilator,
  multiplicities,
  harmonics,
  scheme,
  subgroup,
  reflections,
});
export type ExactEvidence = t.TypeOf<typeof exactEvidence>;

/** Evidence about the threshold: what holds at its degree, and what fails one degree below. */
export const thresholdEvidence = tagged('kind', {
  multiplicities,
  harmonics,
  threshold: closed({ ...kind('threshold'), attained: exactEvidence }, { missed: exactEvidence }),
});
export type ThresholdEvidence = t.TypeOf<typeof thresholdEvidence>;

/** Why the dimensions of the nontrivial irreducibles of the class sum to at most D (MATHEMATICS.md 3.3). */
export const degreeSumEvidence = tagged('kind', {
  order: closed(kind('order')),
  involutions: closed(kind('involutions')),
  monomials: closed(kind('monomials')),
  table: closed({ ...kind('table'), table: tableData }),
});
export type DegreeSumEvidence = t.TypeOf<typeof degreeSumEvidence>;

const weakKinds = {
  existence: closed({ ...kind('existence'), root: rationalText, degrees: degreeSumEvidence }),
  gram: closed({ ...kind('gram'), module: oneOf(['monomials', 'regular']), scheme: schemeData }),
  blocks: closed({ ...kind('blocks'), scheme: schemeData }),
  abelian: closed({ ...kind('abelian'), scheme: schemeData }),
  plane: closed({ ...kind('plane'), scheme: schemeData }),
  moments: closed({ ...kind('moments'), power: smallNaturalText, scheme: schemeData }),
};
/** Evidence for an upper bound on AC_wk. */
export const weakEvidence = tagged('kind', weakKinds);
export type WeakEvidence = t.TypeOf<typeof weakEvidence>;

/** Evidence for a lower bound on AC_wk; `exact` is the number of an earlier claim of the file, AC_ex = |G|. */
const welch = closed(kind('welch'), { exact: smallNaturalText });
/** Evidence for a bound on AC_wk from either side. */
export const weakBoundEvidence = tagged('kind', { ...weakKinds, welch });

/** Evidence for an upper bound on AC_st at ε: evidence for AC_wk at ε/2 (3.2). */
export const strongEvidence = tagged('kind', {
  'strong-from-weak': closed({ ...kind('strong-from-weak'), weak: weakEvidence }),
});
export type StrongEvidence = t.TypeOf<typeof strongEvidence>;
