(** * Evidence orbit and subgroup, for groups that are not listed             *)
(*     (MATHEMATICS.md, 2.5, 2.13, 2.15)                                      *)
(*                                                                            *)
(* The monomials are a basis that the group permutes up to sign.              *)
(*                                                                            *)
(*   move_exponents d s a == the exponents that s moves a to, and whether the *)
(*                     sign changes                                           *)
(*   exponents d D == the exponents of all monomials with degrees in D        *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms signedBasis.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition move_exponents (d : nat) (s a : seq nat) : seq nat * bool :=
  let pes := zip (take d s) a in (shift_points d pes, turn_points d pes).

Definition exponents (d : nat) (D : seq nat) : seq (seq nat) := flatten [seq monomials d k | k <- D].

Lemma sumn_monomials d k a : a \in monomials d k -> sumn a = k.
Proof.
elim: d k a => [|d IHd] k a; first by case: k => //; rewrite inE => /eqP->.
case/flatten_mapP=> i; rewrite mem_iota add0n ltnS /= => le_i /mapP[b /IHd sum_b ->].
by rewrite /= sum_b subnKC.
Qed.

Lemma mem_exponents d D a : (a \in exponents d D) = (size a == d) && (sumn a \in D).
Proof.
apply/flatten_mapP/andP=> [[k Dk mon_a] | [/eqP <- Da]]; last first.
  by exists (sumn a) => //; apply: mem_monomials.
by rewrite (size_monomials mon_a) eqxx (sumn_monomials mon_a).
Qed.

Section Monomials.

Variables (R : realFieldType) (d N : nat) (S : seq (seq nat)) (D : seq nat).
Hypothesis perm_S : all (is_perm N) S.
Hypothesis sign_S : moves_coordinates d N S.
Local Notation G := (group_of N S).
Local Notation F := (polynomials R d N D).

Definition monomial (a : seq nat) : space F := 'X_[mono d a] : {mpoly R[d]}.

Lemma monomial_basis :
  signed_basis S (mdot : space F -> _) (exponents d D) monomial (move_exponents d).
Proof.
have EF := polynomials_euclidean R perm_S sign_S D.
split=> //.
- move=> s a perm_s Gs; rewrite !mem_exponents => /andP[/eqP sz_a Da].
  have sz_m : size (move_exponents d s a).1 = d := size_move_term R sign_S (a, 1%BZ) perm_s.
  have mvE := move_mono R sign_S (t := (a, 1%BZ)) perm_s sz_a.
  rewrite /= scale1r in mvE; have act_s : act (permutation N s) (monomial a)
      = (-1) ^+ (move_exponents d s a).2 *: monomial (move_exponents d s a).1.
    rewrite /act /= /monomial mvE /move_exponents /=.
    by case: turn_points; rewrite ?expr1 ?expr0.
  split=> //; rewrite sz_m eqxx -(mdeg_mono sz_m) /=.
  have := member_act EF Gs (_ : member (monomial a)); rewrite act_s => /(_ _ (mono d (move_exponents d s a).1)).
  apply; first by move=> m; rewrite msuppX inE => /eqP->; rewrite mdeg_mono.
  by rewrite mcoeff_msupp mcoeffZ mcoeffX eqxx mulr1 signr_eq0.
- move=> a b; rewrite !mem_exponents => /andP[/eqP sz_a _] /andP[/eqP sz_b _].
  rewrite mdotX mcoeffX; suff -> : (mono d b == mono d a) = (a == b) by [].
  by apply/eqP/eqP=> [/(mono_inj sz_b sz_a) | ->].
- move=> a; rewrite mem_exponents => /andP[/eqP sz_a Da] m.
  by rewrite msuppX inE => /eqP->; rewrite mdeg_mono.
move=> f Ff; pose a_of (m : 'X_{1..d}) : seq nat := [seq m i | i <- enum 'I_d].
have a_ofE m : size (a_of m) = d /\ mono d (a_of m) = m.
  split; first by rewrite size_map size_enum_ord.
  by apply/mnmP=> i; rewrite mnmE (nth_map i) ?size_enum_ord // nth_ord_enum.
exists [seq (f@_m, a_of m) | m <- msupp (f : {mpoly R[d]})].
  move=> _ /mapP[m f_m ->] /=; have [sz_a eq_m] := a_ofE m.
  by rewrite mem_exponents sz_a eqxx -(mdeg_mono sz_a) eq_m /= Ff.
rewrite big_map {1}(mpolyE (f : {mpoly R[d]})); apply: eq_bigr => m _ /=.
by rewrite /monomial (a_ofE m).2.
Qed.

End Monomials.

Section Soundness.

Variables (R : realFieldType) (d N : nat) (S : seq (seq nat)) (n : nat) (D : seq nat).
Local Notation G := (group_of N S).
Local Notation F := (polynomials R d N D).

Theorem monomial_orbit_sound kd a m :
    [&& all (is_perm N) S, moves_coordinates d N S, size a == d, sumn a \in D
      & long_orbit (move_exponents d) S n a m] ->
  at_least G kd (exact G F) m.
Proof.
case/and5P=> perm_S sign_S sz_a Da long.
apply: (long_orbit_bound (monomial_basis R D perm_S sign_S)) long => //.
by rewrite mem_exponents sz_a.
Qed.

Theorem monomial_subgroup_sound kd T ops l reps m :
    moves_coordinates d N S && subgroup_orbits (move_exponents d) N S T ops n l (exponents d D) reps m ->
  at_most G kd (exact G F) m.
Proof.
case/andP=> sign_S sub; have /and5P[perm_S _ _ _ _] := sub.
exact: (subgroup_orbits_bound (monomial_basis R D perm_S sign_S)) sub.
Qed.

End Soundness.
