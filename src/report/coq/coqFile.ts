/**
 * A certificate as a Coq file: for every claim a theorem in the terms of `proofs/instances/claims.v`, proved by
 * evaluation in the kernel. Nothing is checked here. Where evidence is wrong, either nothing is found or Coq refuses the
 * file.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Certificate } from '../../certificate/certificate.ts';
import { claimInWords } from '../../certificate/statement.ts';
import { parseInstance } from '../../representation/action.ts';
import { claimTheorem } from './claimTheorem.ts';
import { comment, list, type Proof } from './syntax.ts';
import type { Theorem } from './theorem.ts';
import { actionText, existenceTheorem, premise } from './underForms.ts';
import { type Declined, rootText, type World, worldOf } from './world.ts';

export interface CoqFile {
  readonly text: string;
  /** The theorems, one for each claim that is stated. */
  readonly theorems: readonly { readonly name: string; readonly claim: number; readonly statement: string }[];
  /** The claims that are not, and why. */
  readonly declined: readonly { readonly claim: number; readonly reason: Declined }[];
}

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
