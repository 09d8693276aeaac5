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
import { exactLower } from './exactLower.ts';
import { exactUpper, fewer } from './exactUpper.ts';
import { comment, integer, list, type Proof } from './syntax.ts';
import { strongLower, weakLower } from './weakLower.ts';
import { strongUpper, weakUpper } from './weakUpper.ts';
import { type Declined, functionsIn, functionsText, type Side, valueText, type World, worldOf } from './world.ts';

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
  if (E.isLeft(world.listed)) return world.listed;
  const { rounds } = world.listed.right;
  const place = `R ${world.points} generators ${functions.dimension} ${rounds} ${weights} ${value}`;
  const upper = (): E.Either<Declined, Proof> =>
    E.map(
      (proof: Proof): Proof => ({
        ...proof,
        term: `@attained_sound ${place} ${world.order} _\n    (${proof.term})`,
        theorems: ['exactness.attained_sound', ...proof.theorems],
      }),
    )(
      exactLower(
        { ...side, value: world.order, name: `${name}_attained` },
        // Where multiplicities or harmonics prove the threshold, every irreducible occurs at it.
        evidence.kind === 'threshold' ? evidence.attained : evidence,
      ),
    );
  const below = { ...functions, degrees: functions.degrees.slice(0, -1) };
  const lower = (): E.Either<Declined, Proof> =>
    value === 0n
      ? E.right({ definitions: [], term: 'fun _ _ => isT', theorems: [] })
      : E.map(
          ({ proof, size }: { proof: Proof; size: bigint }): Proof => ({
            ...proof,
            term: `@missed_sound ${place} ${size} _\n    (${proof.term})`,
            theorems: ['exactness.missed_sound', ...proof.theorems],
          }),
        )(
          fewer(
            { ...side, functions: below, name: `${name}_missed` },
            evidence.kind === 'threshold' ? evidence.missed : undefined,
          ),
        );
  const quantity = { '=': 'threshold', '<=': 'threshold_at_most', '>=': 'threshold_at_least' }[relation];
  return E.map((proof: Proof) => ({
    statement: `${quantity} R ${functions.dimension} G ${weights} ${value}`,
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
  if (statement === `at_least ${said}`) return `claim_${index} R`;
  return statement === `least ${said}` ? `proj2 (claim_${index} R)` : undefined;
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
    case 'AC_same':
      return E.left('bounds on AC_same are not proved in Coq');
    case 'threshold':
      return thresholdTheorem(side, claim);
  }
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

/** Greater values are not written in unary. */
const valueLimit = 100_000n;

const claimTheorem = (
  certificate: Certificate,
  world: World,
  index: number,
  proved: ReadonlyMap<number, Theorem>,
): E.Either<Declined, Theorem> => {
  const claim = certificate.claims[index]!;
  const unknown = Object.entries(claim).find(([key, content]) => content !== undefined && !knownKeys.has(key));
  if (unknown !== undefined) return E.left(`claims with "${unknown[0]}" are not stated in Coq`);
  if (claim.value > valueLimit && claim.value !== world.order)
    return E.left(`the value is greater than ${valueLimit}, and not |G|`);
  const parsed = parseFunctionClass(functionsOf(certificate, claim));
  if (E.isLeft(parsed)) return E.left(parsed.left.message);
  const functions = functionsIn(world, parsed.right);
  if (E.isLeft(functions)) return functions;
  return theoremOf(
    certificate,
    claim,
    {
      world,
      functions: functions.right,
      weights: claim.weights,
      value: claim.value,
      name: `claim_${index}`,
    },
    proved,
  );
};

/** A refutation rests on its claims. That they make the statement false is arithmetic, and left to the reader. */
const refuted = ({ not }: Certificate): string =>
  not === undefined
    ? ''
    : `\n\n   ${wrapWords(comment(`The certificate refutes: ${not}. That statement is not stated here, only the claims that it is refuted by.`))}`;

const header = (
  certificate: Certificate,
  id: string,
): string => `(** * ${comment(certificate.group)}, ${comment(certificate.functions)}

   Certificate ${id}
   of Reynolds, stated and proved in Coq. What the words of the statements mean
   is defined in proofs/instances/claims.v. Points, coordinates and variables
   are numbered from 0; R is any ordered field. To check it:

     make -C proofs
     coqc -R proofs/theories Reynolds -R proofs/instances Reynolds.instances FILE

   The proofs are evaluations by the kernel, at Qed.${refuted(certificate)} *)`;

const imports = `From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds.instances Require Import claims numbers listing terms weights actions.
From Reynolds.instances Require Import exactness nearness.
From Reynolds.instances Require Import classFunctions orbitBound wholeGroup orders transport.
From Reynolds.instances Require Import linearProgramme rankBound characterSum generationBound treeBound codeBound boxBound divisibility.

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

const theoremText = (name: string, words: string, { statement, proof }: Theorem): string =>
  [
    `(* ${wrapWords(comment(words))}\n   By ${[...new Set(proof.theorems)].join(', ') || 'definition'}. *)`,
    ...proof.definitions,
    `Theorem ${name} (R : realFieldType) :\n  ${statement}.`,
    `Proof.\nrefine (${proof.term}).\nall: vm_cast_no_check (erefl true).\nQed.`,
  ].join('\n\n');

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
      texts.push(theoremText(name, words, theorem.right));
    });
    if (theorems.length === 0) return E.right(E.left(declined[0]?.reason ?? 'the certificate has no claims'));
    const all = list(theorems.map(({ name }) => `@${name}`))
      .replace('[:: ', '(')
      .replace(/]$/, '; tt)')
      .replaceAll(';', ',');
    const assumptions = `(* What all theorems together rest on. *)\n\nDefinition theorems :=\n  ${all}.\n\nPrint Assumptions theorems.`;
    const text = [header(certificate, id), imports, ...world.definitions, ...texts, assumptions].join('\n\n');
    return E.right(E.right({ text: `${text}\n`, theorems, declined }));
  });
  return E.isLeft(made) ? E.left(made.left.message) : made.right;
};
