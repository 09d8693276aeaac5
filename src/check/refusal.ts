/**
 * Why a certificate is not accepted. Every code belongs to one verdict; scripts may rely on both.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Problem } from '../group/notation.ts';

/** What can be wrong, by verdict. Codes are never renamed or reused. */
export const refusalCodes = {
  malformed: {
    empty: 'the file is empty',
    'too-long': 'the file is longer than the limit',
    'too-deep': 'arrays and objects nest deeper than the limit',
    'json-syntax': 'not strict JSON',
    'duplicate-key': 'an object has a key twice',
    schema: 'a key is missing, unknown, or has a value of the wrong form',
    'group-notation': 'the group is not canonical notation',
    'functions-notation': 'the function class is not canonical notation',
    'element-notation': 'a group element is not written as the format demands',
    'scheme-form': 'a scheme is empty, has weights that do not sum to 1, a zero weight, or a repeated element',
    'epsilon-range': 'ε is negative',
    'table-form': 'a character table is not square, or a residue is not below the prime',
    'statement-syntax': 'the refuted statement is not well formed, or not canonically written',
    'statement-parameters': 'the parameters are not those that the refuted statement leaves open',
    unreadable: 'the file cannot be read',
  },
  rejected: {
    'element-not-in-group': 'an element of the evidence is not in the group',
    'evidence-not-applicable': 'this kind of evidence says nothing about this group, action or function class',
    'claim-not-implied': 'the evidence is right but proves less than the claim',
    'claim-mismatch': 'the certificate does not make the claims of the claim file',
    'degree-exceeded': 'the evidence uses functions outside the function class',
    'orbit-not-free': 'the translates of the given function are not shown to be linearly independent',
    'annihilator-fails': 'the combination of characters does not vanish at some element other than the identity',
    'annihilator-vanishes': 'the combination of characters vanishes at the identity',
    'table-prime': 'the modulus is not a prime that suits the group',
    'table-classes': 'the class representatives are not one for each conjugacy class',
    'table-structure': 'a row is not a central character: class structure constants disagree',
    'table-norm': 'a row does not have norm 1, or its degree is not a positive integer below the square root of |G|',
    'table-repeats': 'two rows are not told apart, so the table is not shown to be complete',
    'table-missing': 'the certificate has no table of the number that evidence refers to',
    'irreducible-absent': 'an irreducible character does not occur in the degree stated for it',
    'degree-not-least': 'no irreducible is shown to occur first in the greatest degree stated',
    'scheme-not-exact': 'the scheme does not average to the projection onto the invariants',
    'subgroup-not-exact': 'the subgroup has more invariants than the group',
    'not-a-reflection': 'a listed element is not a reflection',
    'repeated-reflection': 'a reflection is listed twice',
    'orbit-mismatch': 'the exponents are not one for each coordinate, or the sum of the translates is not invariant',
    'exhaustion-fails': 'there is an exact scheme of fewer elements',
    'rows-mismatch': 'the rows listed are not different rows of the table',
    'product-outside': 'a constituent of a product of the listed irreducibles is not shown to be in the class',
    'multipliers-mismatch': 'there is not one multiplier for each irreducible',
    'multiplier-sign': 'an irreducible not shown to be in the class has a positive multiplier',
    'combination-negative': 'the combination of characters is negative off the identity, or not positive at it',
    'parts-too-few': 'there are fewer than 5 parts, or ε is greater than cos²(2π/m) for m parts',
    'tree-fails': 'a polynomial of the tree bound does not exclude its size',
    'code-fails': 'a polynomial of the code bound does not exclude its size',
    'error-exceeds-epsilon': 'the error of the scheme is greater than ε',
    'error-not-bounded': 'the error of the scheme is not shown to be at most ε',
    'root-too-large': 'the square of the stated root is greater than ε',
    'existence-fails': 'the existence inequality is false for this size',
    'wrong-degree-sum': 'the bound on the sum of degrees does not apply to this group',
    'occurrence-not-shown': 'no earlier accepted claim shows that every irreducible occurs',
    'statement-undecided': 'the claims do not decide the statement that is said to be refuted',
    'statement-true': 'the statement that is said to be refuted is true on this instance',
  },
  declined: {
    'group-limit': 'the group is beyond the limits of this checker',
    'work-limit': 'checking would take more work than this checker allows',
    unsupported: 'not supported by this version',
  },
  'internal-error': {
    'internal-error': 'a bug in the checker; please report it with the file',
  },
} as const;

type Codes = typeof refusalCodes;
export type RefusalCode = { [V in keyof Codes]: keyof Codes[V] }[keyof Codes];

export interface Refusal {
  readonly verdict: keyof Codes;
  readonly code: RefusalCode;
  readonly message: string;
}

const refuseAs =
  <V extends keyof Codes>(verdict: V) =>
  (code: keyof Codes[V] & RefusalCode, message: string): E.Either<Refusal, never> =>
    E.left({ verdict, code, message });

export const malformed = refuseAs('malformed');
export const rejected = refuseAs('rejected');
export const declined = refuseAs('declined');

/** A problem reported by a room to the left: a limit is `declined`, bad notation `malformed` with the given code. */
export const fromProblem = (
  problem: Problem,
  code: keyof Codes['malformed'] & RefusalCode,
  limit: keyof Codes['declined'] & RefusalCode = 'group-limit',
): E.Either<Refusal, never> =>
  problem.kind === 'declined' ? declined(limit, problem.message) : malformed(code, problem.message);
