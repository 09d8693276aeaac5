/**
 * The library: check certificates, make them, and work with typed groups and actions. Everything that decides comes
 * from the rooms up to `check`; `certify` searches and is not to be believed without it.
 */
export { type Rational, rational, showRational } from './algebra/rational.ts';
export { type EigenvalueBounds, eigenvalueBounds } from './averaging/eigenvalueBounds.ts';
export { type Scheme, schemeSize, uniformScheme, type Weights, weightedScheme } from './averaging/scheme.ts';
export type { Certificate, Claim, Quantity, Relation } from './certificate/certificate.ts';
export { fileNameOf, identityOf, printCertificate } from './certificate/identity.ts';
export { certificateInWords, claimInWords } from './certificate/statement.ts';
export { version } from './certificate/version.ts';
export * from './check/index.ts';
export {
  alternatingGroup,
  cyclicGroup,
  dihedralGroup,
  hyperoctahedralGroup,
  quaternionGroup,
  signGroup,
  symmetricGroup,
} from './group/families.ts';
export type { Element, FiniteGroup } from './group/group.ts';
export { type Problem, parseGroup } from './group/notation.ts';
export { directProduct } from './group/product.ts';
export { type MathieuName, mathieuGroup, projectiveSpecialLinearGroup, rubikGroup } from './group/sporadic.ts';
export { certify, type Progress, type Request, type Topic } from './prove/certify.ts';
export { type Action, type Instance, naturalAction, parseInstance, planeAction } from './representation/action.ts';
export { allFunctions, type FunctionClass, parseFunctionClass, polynomials } from './representation/functionClass.ts';
