/**
 * A certificate as a Coq file: for every claim a theorem in the terms of `proofs/instances/claims.v`, proved by
 * evaluation in the kernel. Nothing is checked here. Where evidence is wrong, either nothing is found or Coq refuses the
 * file.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Rational } from '../../algebra/rational.ts';
import { type Certificate, type Claim, functionsOf } from '../../certificate/certificate.ts';
import type { ExactEvidence, WeakBoundEvidence } from '../../certificate/evidence.ts';
import { claimInWords } from '../../certificate/statement.ts';
import { parseInstance } from '../../representation/action.ts';
import { parseFunctionClass } from '../../representation/functionClass.ts';
import { displacementUpper } from './displacement.ts';
import { exactLower } from './exactLower.ts';
import { exactUpper, fewer } from './exactUpper.ts';
import type { PointGroup } from './listing.ts';
import { type Maps, mapsIn, mapsLower, mapsText, mapsUpper } from './maps.ts';
import { kernelMissed } from './reflections.ts';
import { suborbits } from './suborbits.ts';
import { comment, integer, list, type Proof } from './syntax.ts';
import { actionText, existenceTheorem, premise } from './underForms.ts';
import { strongLower, weakLower } from './weakLower.ts';
import { strongUpper, weakUpper } from './weakUpper.ts';
import {
  classUnder,
  type Declined,
  functionsIn,
  functionsText,
  rootText,
  type Side,
  valueLimit,
  valueText,
  type World,
  worldOf,
} from './world.ts';

export interface CoqFile {
  readonly text: string;
  /** The theorems, one for each claim that is stated. */
  readonly theorems: readonly { readonly name: string; readonly claim: number; readonly statement: string }[];
  /** The claims that are not, and why. */
  readonly declined: readonly { readonly claim: number; readonly reason: Declined }[];
}

interface Theorem {
  readonly statement: string;
  readonly proof: Proof;
}

const relations = { '=': 'least', '<=': 'at_most', '>=': 'at_least' } as const;

/** Both sides of a claim, as far as its relation needs them. */
const sides = (
  relation: Claim['relation'],
  upper: () => E.Either<Declined, Proof>,
  lower: () => E.Either<Declined, Proof>,
): E.Either<Declined, Proof> => {
  if (relation === '<=') return upper();
  if (relation === '>=') return lower();
  return E.chain((above: Proof) =>
    E.map(
      (below: Proof): Proof => ({
        definitions: [...above.definitions, ...below.definitions],
        term: `conj (${above.term})\n    (${below.term})`,
        theorems: [...above.theorems, ...below.theorems],
      }),
    )(lower()),
  )(upper());
};

const thresholdTheorem = (
  side: Side,
  claim: Extract<Claim, { quantity: 'threshold' }>,
): E.Either<Declined, Theorem> => {
  const { world, functions, value, name, weights } = side;
  const { evidence, relation } = claim;
  if (functions.kind === 'all') return E.left('thresholds are about polynomials');
  const { listed, forms } = world;
  const place = ({ rounds }: PointGroup): string =>
    forms === undefined
      ? `R ${world.points} generators ${functions.dimension} ${rounds} ${weights} ${value}`
      : `R ${rootText(forms)} ${forms.dimension} ${world.points} generators vectors ${rounds} ${weights} ${value}`;
  const [attainedSound, missedSound] =
    forms === undefined
      ? ['exactness.attained_sound', 'exactness.missed_sound']
      : ['traceBounds.full_degree_sound', 'traceBounds.missed_degree_sound'];
  // Where multiplicities or harmonics prove the threshold, every irreducible occurs at it.
  const attained = evidence.kind === 'threshold' ? evidence.attained : evidence;
  const at = { ...side, value: world.order, name: `${name}_attained` };
  const unlisted: World = { ...world, listed: E.left('the group is not listed') };
  const upper = (): E.Either<Declined, Proof> => {
    const whole = forms === undefined ? exactLower({ ...at, world: unlisted }, attained) : E.left('');
    if (E.isRight(whole))
      return E.right({
        ...whole.right,
        term: `@attained_whole_sound R ${functions.dimension} ${world.points} G ${weights} ${value}\n    (${whole.right.term})`,
        theorems: ['reflections.attained_whole_sound', ...whole.right.theorems],
      });
    return E.chain((group: PointGroup) =>
      E.map(
        (proof: Proof): Proof => ({
          ...proof,
          term: `@${attainedSound.split('.')[1]} ${place(group)} ${world.order} _\n    (${proof.term})`,
          theorems: [attainedSound, ...proof.theorems],
        }),
      )(exactLower(at, attained)),
    )(listed);
  };
  const below = { ...functions, degrees: functions.degrees.slice(0, -1) };
  const missed = { ...side, functions: below, name: `${name}_missed` };
  const bySize = (group: PointGroup): E.Either<Declined, Proof> =>
    E.map(
      ({ proof, size }: { proof: Proof; size: bigint }): Proof => ({
        ...proof,
        term: `@${missedSound.split('.')[1]} ${place(group)} ${size} _\n    (${proof.term})`,
        theorems: [missedSound, ...proof.theorems],
      }),
    )(fewer(missed, evidence.kind === 'threshold' ? evidence.missed : undefined));
  const lower = (): E.Either<Declined, Proof> => {
    if (value === 0n) return E.right({ definitions: [], term: 'fun _ _ => isT', theorems: [] });
    const half = forms === undefined ? kernelMissed(missed) : E.left('');
    return E.isRight(half) ? half : E.chain(bySize)(listed);
  };
  const ending = { '=': '', '<=': '_at_most', '>=': '_at_least' }[relation];
  return E.map((proof: Proof) => ({
    statement:
      forms === undefined
        ? `threshold${ending} R ${functions.dimension} G ${weights} ${value}`
        : `least_degree${ending} G (fun j => ${classUnder(world, forms, '(iota 0 j.+1)')}) ${weights} ${value}`,
    proof,
  }))(sides(relation, upper, lower));
};

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

const claimTheorem = (
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

/** A refutation rests on its claims. That they make the statement false is arithmetic, and left to the reader. */
const refuted = ({ not }: Certificate): string =>
  not === undefined
    ? ''
    : `\n\n   ${wrapWords(comment(`The certificate refutes: ${not}. That statement is not stated here, only the claims that it is refuted by.`))}`;

/** The other files of definitions that the statements need. */
const definitionsIn = ({ functions }: Certificate, forms: World['forms']): string => {
  if (forms !== undefined) return ' and claimsOfMatrices.v';
  return /^(pointwise|maps)/.test(functions) ? ' and classes.v' : '';
};

const header = (
  certificate: Certificate,
  id: string,
  { forms }: World,
): string => `(** * ${comment(certificate.group)}, ${comment(certificate.functions)}

   Certificate ${id}
   of Reynolds, stated and proved in Coq. What the words of the statements mean
   is defined in proofs/instances/claims.v${definitionsIn(certificate, forms)}. Points,
   coordinates and variables are numbered from 0; R is any ordered field. To
   check it:

     make -C proofs
     coqc -R proofs/theories Reynolds -R proofs/instances Reynolds.instances FILE

   The proofs are evaluations by the kernel, at Qed.${refuted(certificate)} *)`;

const imports = `From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds.instances Require Import claims numbers listing terms weights actions.
From Reynolds.instances Require Import exactness nearness momentBound squares words monomialForms signs.
From Reynolds.instances Require Import classFunctions orbitBound wholeGroup linearProgramme rankBound complexRank.
From Reynolds.instances Require Import characterSum classScheme exhaustion dimension divisibility.
From Reynolds.instances Require Import orders transport generationBound treeBound codeBound boxBound.
From Reynolds.instances Require Import reached suborbits determinant reflections freeFactors signedBasis monomialBasis.
From Reynolds.instances Require Import classes pointwise maps.
From Reynolds.instances Require Import claimsOfMatrices algebraicNumbers linearActions linearTraces traceExact traceBounds.
From Reynolds.instances Require Import traceNear traceRank traceWeights traceTransport rootExists.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.`;

const wrapWords = (text: string, width = 76): string =>
  text
    .split(' ')
    .reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
      return lines;
    }, [])
    .join('\n   ');

const theoremText = ({ forms }: World, name: string, words: string, { statement, proof }: Theorem): string => {
  const irrational = forms?.field.root !== undefined;
  return [
    `(* ${wrapWords(comment(words))}\n   By ${[...new Set(proof.theorems)].join(', ') || 'definition'}. *)`,
    ...proof.definitions,
    `Theorem ${name} (R : realFieldType)${irrational ? ' (c : R)' : ''} :\n  ${forms === undefined ? '' : premise(forms)}${statement}.`,
    `Proof.\n${irrational ? 'move=> root_c.\n' : ''}refine (${proof.term}).\nall: vm_cast_no_check (erefl true).\nQed.`,
  ].join('\n\n');
};

/** What statements about linear forms rest on, as theorems of their own: the action, and the number in it. */
const foundations = (world: World): readonly { readonly name: string; readonly text: string }[] => {
  const { forms } = world;
  if (forms === undefined) return [];
  const { root, conductor } = forms.field;
  const statement = `forms_move ${rootText(forms)} ${forms.dimension} ${world.points} G vectors`;
  const proof: Proof = {
    definitions: [],
    term: actionText(world, forms),
    theorems: ['linearActions.acts_forms_move'],
  };
  const words = 'The generators permute the forms of the points, of which the first are the coordinates.';
  const action = { name: 'action', text: theoremText(world, 'action', words, { statement, proof }) };
  if (root === undefined) return [action];
  const meaning = `The number c is 2cos(2 pi / ${conductor}), about ${root.toFixed(9)}.`;
  return [{ name: 'number_exists', text: `(* ${wrapWords(meaning)} *)\n\n${existenceTheorem(forms)}` }, action];
};

/** Left is why no claim of the certificate is stated. */
export const coqFile = (certificate: Certificate, id: string): E.Either<Declined, CoqFile> => {
  const made = parseInstance<E.Either<Declined, CoqFile>>(certificate.group, (instance) => {
    const world = worldOf(instance, certificate.tables);
    const theorems: { name: string; claim: number; statement: string }[] = [];
    const declined: { claim: number; reason: Declined }[] = [];
    const texts: string[] = [];
    const proved = new Map<number, Theorem>();
    certificate.claims.forEach((claim, index) => {
      const theorem = claimTheorem(certificate, world, index, proved);
      const words = `Claim ${index}: ${claimInWords(certificate, claim)}`;
      if (E.isLeft(theorem)) {
        declined.push({ claim: index, reason: theorem.left });
        texts.push(`(* ${wrapWords(comment(`${words} Not stated here: ${theorem.left}.`))} *)`);
        return;
      }
      proved.set(index, theorem.right);
      const name = `claim_${index}`;
      theorems.push({ name, claim: index, statement: theorem.right.statement });
      texts.push(theoremText(world, name, words, theorem.right));
    });
    if (theorems.length === 0) return E.right(E.left(declined[0]?.reason ?? 'the certificate has no claims'));
    const first = theorems.some(({ statement }) => statement.includes('polynomials_under')) ? foundations(world) : [];
    const all = list([...first, ...theorems].map(({ name }) => `@${name}`))
      .replace('[:: ', '(')
      .replace(/]$/, '; tt)')
      .replaceAll(';', ',');
    const assumptions = `(* What all theorems together rest on. *)\n\nDefinition theorems :=\n  ${all}.\n\nPrint Assumptions theorems.`;
    const text = [
      header(certificate, id, world),
      imports,
      ...world.definitions,
      ...first.map(({ text }) => text),
      ...texts,
      assumptions,
    ].join('\n\n');
    return E.right(E.right({ text: `${text}\n`, theorems, declined }));
  });
  return E.isLeft(made) ? E.left(made.left.message) : made.right;
};
