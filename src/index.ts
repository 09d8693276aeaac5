/**
 * The library: check certificates, make them, and work with typed groups and actions. Everything that decides comes
 * from the rooms up to `check`; `certify`, `examine` and `decide` search and are not to be believed without it.
 */
export { type Rational, rational, showRational } from './algebra/rational.ts';
export { type EigenvalueBounds, eigenvalueBounds } from './averaging/eigenvalueBounds.ts';
export { type Scheme, schemeSize, uniformScheme, type Weights, weightedScheme } from './averaging/scheme.ts';
export type { Certificate, Claim, Quantity, Relation } from './certificate/certificate.ts';
export { fileNameOf, identityOf, printCertificate } from './certificate/identity.ts';
export { certificateInWords, claimInWords } from './certificate/statement.ts';
export { version } from './certificate/version.ts';
export * from './check/index.ts';
export { claim, type NumberLike } from './conjecture/build.ts';
export { type Decision, evaluate, type Quantities } from './conjecture/evaluate.ts';
export { type NumberExpression, type Statement, showStatement } from './conjecture/expression.ts';
export { compare, type Interval, type Known, type Truth } from './conjecture/interval.ts';
export { parseStatement, type SyntaxProblem } from './conjecture/parse.ts';
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
export { type Decided, decide, type Predicate } from './hunt/decide.ts';
export { type ExamineOptions, examine, type Found, type Outcome, type Unit } from './hunt/examine.ts';
export { type Place, parsePlaces } from './hunt/places.ts';
export { certify, type Progress, type Request, type Topic } from './prove/certify.ts';
export { type Action, type Instance, naturalAction, parseInstance, planeAction } from './representation/action.ts';
export { allFunctions, type FunctionClass, parseFunctionClass, polynomials } from './representation/functionClass.ts';
