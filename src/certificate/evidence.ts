/**
 * The evidence kinds, as data. What each proves, and why, is said in the file of its name under `check/`.
 */
import * as t from 'io-ts';
import { boundedString, closed, either, oneOf, rationalText, smallNaturalText, tagged } from './codec.ts';

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

/** A table, or the number of one in the list `tables` of the certificate. */
export const tableReference = either(smallNaturalText, tableData);
export type TableReference = t.TypeOf<typeof tableReference>;

const kind = <const K extends string>(name: K) => ({ kind: t.literal(name) });

const regular = closed(kind('regular'));
const freeOrbit = closed({ ...kind('free-orbit'), factors: t.readonlyArray(t.readonlyArray(smallNaturalText)) });
const annihilator = closed({ ...kind('annihilator'), coefficients: t.readonlyArray(rationalText) });
const multiplicities = closed({
  ...kind('multiplicities'),
  table: tableReference,
  /** For each row, the least degree of a symmetric power in which that irreducible occurs. */
  degrees: t.readonlyArray(smallNaturalText),
});
const harmonics = closed(kind('harmonics'));
const scheme = closed({ ...kind('scheme'), scheme: schemeData });
const subgroup = closed({ ...kind('subgroup'), generators: t.readonlyArray(boundedString) });
const reflections = closed({ ...kind('reflections'), reflections: t.readonlyArray(boundedString) });
/** The exponents of a monomial. */
const orbit = closed({ ...kind('orbit'), exponents: t.readonlyArray(smallNaturalText) });
/** Rows of the table. */
const rank = closed({ ...kind('rank'), table: tableReference, rows: t.readonlyArray(smallNaturalText) });
/** A multiplier for each row of the table. */
const linearProgramme = closed({
  ...kind('linear-programme'),
  table: tableReference,
  multipliers: t.readonlyArray(rationalText),
});

/** All sets of fewer than `size` elements. */
const exhaustion = closed({
  ...kind('exhaustion'),
  size: smallNaturalText,
  weights: oneOf(['signed', 'probability']),
});

/** The exponents of monomials, one list for each. */
const divisibility = closed({
  ...kind('divisibility'),
  monomials: t.readonlyArray(t.readonlyArray(smallNaturalText)),
});

const dimension = closed({ ...kind('dimension'), table: tableReference });

const exactKinds = {
  regular,
  'free-orbit': freeOrbit,
  annihilator,
  multiplicities,
  harmonics,
  scheme,
  subgroup,
  reflections,
  orbit,
  rank,
  'linear-programme': linearProgramme,
  exhaustion,
  divisibility,
  dimension,
};
const oneSided = tagged('kind', exactKinds);

/** Evidence about AC_ex on one function class; `two-sided` joins a lower and an upper bound. */
export const exactEvidence = tagged('kind', {
  ...exactKinds,
  'two-sided': closed({ ...kind('two-sided'), lower: oneSided, upper: oneSided }),
});
export type ExactEvidence = t.TypeOf<typeof exactEvidence>;
export type OneSidedEvidence = t.TypeOf<typeof oneSided>;

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
  table: closed({ ...kind('table'), table: tableReference }),
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
const everyIrreducible = { exact: smallNaturalText };
const welch = closed(kind('welch'), everyIrreducible);
const generation = closed({ ...kind('generation'), prime: smallNaturalText }, everyIrreducible);
const pigeonhole = closed({ ...kind('pigeonhole'), parts: smallNaturalText }, everyIrreducible);
/** For n = from, from + 1, … elements the coefficients f_1, f_2, … of a polynomial. */
const polynomialsFrom = { from: smallNaturalText, polynomials: t.readonlyArray(t.readonlyArray(rationalText)) };
const tree = closed({ ...kind('tree'), ...polynomialsFrom }, everyIrreducible);
const code = closed({ ...kind('code'), ...polynomialsFrom }, everyIrreducible);
/** A lower bound on AC_wk. */
const weakLowerKinds = { welch, generation, pigeonhole, tree, code, 'linear-programme': linearProgramme };
const weakLower = tagged('kind', weakLowerKinds);
export type WeakLowerEvidence = t.TypeOf<typeof weakLower>;
export const isWeakLower = (evidence: WeakBoundEvidence): evidence is WeakLowerEvidence =>
  Object.hasOwn(weakLowerKinds, evidence.kind);

/** Evidence for a bound on AC_wk from either side. */
export const weakBoundEvidence = tagged('kind', { ...weakKinds, ...weakLowerKinds });
export type WeakBoundEvidence = t.TypeOf<typeof weakBoundEvidence>;

const { gram, blocks, abelian } = weakKinds;
/** A scheme, and where its displacements by all elements of the group are tested. */
export const displacementTest = tagged('kind', { gram, blocks, abelian });
export type DisplacementTest = t.TypeOf<typeof displacementTest>;

/**
 * Evidence about AC_st at ε: for an upper bound, evidence for AC_wk at ε/2 (3.2), or a scheme tested against every
 * element of the group (3.20); for a lower bound, one on AC_wk at ε (3.23).
 */
export const strongEvidence = tagged('kind', {
  'strong-from-weak': closed({ ...kind('strong-from-weak'), weak: weakEvidence }),
  displacement: closed({ ...kind('displacement'), test: displacementTest }),
  'weak-below-strong': closed({ ...kind('weak-below-strong'), weak: weakLower }),
});
export type StrongEvidence = t.TypeOf<typeof strongEvidence>;

/** The evidence inside evidence about AC_st. */
export const insideStrong = (evidence: StrongEvidence): WeakEvidence | WeakLowerEvidence =>
  evidence.kind === 'displacement' ? evidence.test : evidence.weak;

const strongKinds: readonly string[] = ['strong-from-weak', 'displacement', 'weak-below-strong'];
export const isStrongEvidence = (evidence: { readonly kind: string }): evidence is StrongEvidence =>
  strongKinds.includes(evidence.kind);

/** Evidence for a lower bound on AC_same. */
export const sameElementEvidence = tagged('kind', { suborbits: closed(kind('suborbits')) });
export type SameElementEvidence = t.TypeOf<typeof sameElementEvidence>;
