/** The theorem for a claim of a certificate: the very claim, or why it is not stated. */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../../algebra/rational.ts';
import { type Certificate, type Claim, functionsOf } from '../../certificate/certificate.ts';
import type { ExactEvidence, WeakBoundEvidence } from '../../certificate/evidence.ts';
import { parseFunctionClass } from '../../representation/functionClass.ts';
import { displacementUpper } from './displacement.ts';
import { exactLower } from './exactLower.ts';
import { exactUpper } from './exactUpper.ts';
import { type Maps, mapsIn, mapsLower, mapsText, mapsUpper } from './maps.ts';
import { suborbits } from './suborbits.ts';
import { integer, type Proof } from './syntax.ts';
import { relations, sides, type Theorem } from './theorem.ts';
import { thresholdTheorem } from './thresholdTheorem.ts';
import { strongLower, weakLower } from './weakLower.ts';
import { strongUpper, weakUpper } from './weakUpper.ts';
import { type Declined, functionsIn, functionsText, type Side, valueLimit, valueText, type World } from './world.ts';

const fractionText = ({ numerator, denominator }: Rational): string =>
  `(fraction R ${integer(numerator)} ${integer(denominator)})`;

/** The evidence of the claim AC_ex = |G| that evidence about AC_wk refers to: its lower side. */
const lowerEvidenceOf = (certificate: Certificate, evidence: WeakBoundEvidence): ExactEvidence | undefined => {
  const referred =
    'exact' in evidence && evidence.exact !== undefined ? certificate.claims[Number(evidence.exact)] : undefined;
  const exact = referred?.quantity === 'AC_ex' ? referred.evidence : undefined;
  return exact?.kind === 'two-sided' ? exact.lower : exact;
};

/** AC_ex = |G| on the functions of the side, if an earlier theorem of the file says so. */
const provedWhole = (
  side: Side,
  evidence: WeakBoundEvidence,
  proved: ReadonlyMap<number, Theorem>,
): string | undefined => {
  if (!('exact' in evidence) || evidence.exact === undefined) return undefined;
  const index = Number(evidence.exact);
  const { world, functions } = side;
  const said = `G signed (exact G ${functionsText(world, functions)}) ${valueText({ ...side, value: world.order })}`;
  const statement = proved.get(index)?.statement;
  const theorem = `@claim_${index} R${world.forms?.field.root === undefined ? '' : ' c root_c'}`;
  if (statement === `at_least ${said}`) return theorem;
  return statement === `least ${said}` ? `proj2 (${theorem})` : undefined;
};

const theoremOf = (
  certificate: Certificate,
  claim: Claim,
  side: Side,
  proved: ReadonlyMap<number, Theorem>,
): E.Either<Declined, Theorem> => {
  const { world, functions } = side;
  const stated = (property: string) => (proof: Proof) => ({
    statement: `${relations[claim.relation]} G ${claim.weights} (${property}) ${valueText(side)}`,
    proof,
  });
  const text = functionsText(world, functions);
  switch (claim.quantity) {
    case 'AC_ex':
      return E.map(stated(`exact G ${text}`))(
        sides(
          claim.relation,
          () => exactUpper({ ...side, name: `${side.name}_upper` }, claim.evidence),
          () => exactLower({ ...side, name: `${side.name}_lower` }, claim.evidence),
        ),
      );
    case 'AC_wk': {
      const { evidence, epsilon } = claim;
      const property = `weak G ${text} ${fractionText(epsilon)}`;
      return E.map(stated(property))(
        sides(
          claim.relation,
          () => weakUpper(side, evidence, epsilon),
          () =>
            weakLower(
              side,
              evidence,
              lowerEvidenceOf(certificate, evidence),
              epsilon,
              provedWhole(side, evidence, proved),
            ),
        ),
      );
    }
    case 'AC_st': {
      const { evidence, epsilon } = claim;
      return E.map(stated(`strong G ${text} ${fractionText(epsilon)}`))(
        sides(
          claim.relation,
          () =>
            evidence.kind === 'strong-from-weak'
              ? strongUpper(side, evidence.weak, epsilon)
              : evidence.kind === 'displacement'
                ? displacementUpper(side, evidence.test, epsilon)
                : E.left(`an upper bound by evidence of the kind "${evidence.kind}" is not proved in Coq`),
          () =>
            evidence.kind === 'weak-below-strong'
              ? strongLower(
                  side,
                  evidence.weak,
                  lowerEvidenceOf(certificate, evidence.weak),
                  epsilon,
                  provedWhole(side, evidence.weak, proved),
                )
              : E.left(`evidence of the kind "${evidence.kind}" proves no lower bound`),
        ),
      );
    }
    case 'AC_same': {
      const { evidence, epsilon } = claim;
      return E.map(stated(`same G ${text} ${fractionText(epsilon)}`))(
        sides(
          claim.relation,
          () => E.left(`an upper bound on AC_same by evidence of the kind "${evidence.kind}" is not proved in Coq`),
          () => suborbits(side, epsilon),
        ),
      );
    }
    case 'threshold':
      return thresholdTheorem(side, claim);
  }
};

const properties = { AC_ex: 'exact', AC_wk: 'weak', AC_st: 'strong', AC_same: 'same' } as const;

/** A claim about pointwise:K, from what is proved of the linear functions. */
const onPoints = (claim: Claim, { world, functions }: Side, theorem: Theorem): E.Either<Declined, Theorem> => {
  if (functions.kind === 'all' || functions.pointwise === undefined) return E.right(theorem);
  if (claim.quantity === 'threshold') return E.left('thresholds are about polynomials');
  const { dimension, pointwise } = functions;
  const isometry = `pointwise_${properties[claim.quantity]}`;
  const epsilon = 'epsilon' in claim ? ` ${fractionText(claim.epsilon)}` : '';
  const { statement, proof } = theorem;
  return E.right({
    statement: statement.replace(functionsText(world, functions), `(pointwise R ${dimension} ${pointwise})`),
    proof: {
      ...proof,
      term: `${relations[claim.relation]}_iff (@${isometry} R ${dimension} generators ${pointwise} _${epsilon})\n    (${proof.term})`,
      theorems: [`pointwise.${isometry}`, ...proof.theorems],
    },
  });
};

/** A claim about maps of the space to itself. */
const onMaps = (claim: Claim, side: Omit<Side, 'functions'>, functions: Maps): E.Either<Declined, Theorem> => {
  if (claim.quantity !== 'AC_ex') return E.left('on maps only claims about AC_ex are stated in Coq');
  const { evidence, relation } = claim;
  return E.map((proof: Proof) => ({
    statement: `${relations[relation]} G ${claim.weights} (exact G ${mapsText(side.world, functions)}) ${valueText(side)}`,
    proof,
  }))(
    sides(
      relation,
      () => mapsUpper({ ...side, functions, name: `${side.name}_upper` }, evidence),
      () => mapsLower({ ...side, functions }),
    ),
  );
};

/** What the theorems are made from. A claim that says more must not be stated as if it did not. */
const knownKeys: ReadonlySet<string> = new Set([
  'quantity',
  'relation',
  'value',
  'weights',
  'epsilon',
  'functions',
  'evidence',
]);

/** `proved` are the theorems of earlier claims of the file, by number. */
export const claimTheorem = (
  certificate: Certificate,
  world: World,
  index: number,
  proved: ReadonlyMap<number, Theorem>,
): E.Either<Declined, Theorem> => {
  const claim = certificate.claims[index]!;
  const unknown = Object.entries(claim).find(([key, content]) => content !== undefined && !knownKeys.has(key));
  if (unknown !== undefined) return E.left(`claims with "${unknown[0]}" are not stated in Coq`);
  if (claim.value > valueLimit && claim.value !== world.order && 2n * claim.value !== world.order)
    return E.left(`the value is greater than ${valueLimit}, and neither |G| nor half of it`);
  const parsed = parseFunctionClass(functionsOf(certificate, claim));
  if (E.isLeft(parsed)) return E.left(parsed.left.message);
  const side = { world, weights: claim.weights, value: claim.value, name: `claim_${index}` };
  const maps = mapsIn(world, parsed.right);
  if (maps !== undefined) return onMaps(claim, side, maps);
  const functions = functionsIn(world, parsed.right);
  if (E.isLeft(functions)) return functions;
  const on: Side = { ...side, functions: functions.right };
  return E.chain((theorem: Theorem) => onPoints(claim, on, theorem))(theoremOf(certificate, claim, on, proved));
};
