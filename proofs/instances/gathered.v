(** * Exact schemes of many elements, computed (MATHEMATICS.md, 2.10)         *)
(*                                                                            *)
(* As exactness.exact_list, but equal monomials of an average are gathered    *)
(* before the generators move it: for schemes that have more elements than    *)
(* there are monomials of one degree.                                         *)
(*                                                                            *)
(*   gathered d k ts == the terms of degree k that ts adds up to              *)
(*   exact_gathered N S n d D k es W m == es, W is an exact scheme of kind k  *)
(*                     with at most m elements                                *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness classFunctions.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Computation.

Variables (N : nat) (S : seq (seq nat)) (n d : nat) (D : seq nat).

Definition gathered (k : nat) (ts : seq term) : seq term :=
  let m := gather ts in [seq (b, total b m) | b <- monomials d k].

Definition invariant_gathered (es : seq term) (a : seq nat) : bool :=
  let ts := averages d es a in
  of_degrees [:: sumn a] ts && invariant_terms S d (gathered (sumn a) ts).

Definition exact_gathered (k : weights) (es : seq term) (W : Z) (m : nat) : bool :=
  [&& generated N S n, listed N S n es, moves_coordinates d N S,
      all (invariant_gathered es) (flatten [seq monomials d k | k <- D]), kind_ok k es W
    & (size es <= m)%N].

End Computation.

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n d : nat) (D : seq nat).
Hypothesis gen_n : generated N S n.
Hypothesis sign_S : moves_coordinates d N S.

Let perm_S := generated_gens gen_n.
Local Notation poly := (poly R d).

Lemma well_formed_gathered k ts : well_formed d (gathered d k ts).
Proof. by apply/allP=> _ /mapP[b /size_monomials sz_b ->]; apply/eqP. Qed.

Lemma poly_gathered k ts : well_formed d ts -> of_degrees [:: k] ts ->
  poly (gathered d k ts) = poly ts.
Proof.
move=> wf_ts /allP deg_ts; apply/mpolyP=> m; have [a sz_a <-] := mono_onto m.
rewrite !mcoeff_poly // ?well_formed_gathered // total_gather big_map.
rewrite (eq_bigr (fun b => zr R (total b (gather ts)))) //= -big_filter.
have [ka|not_ka] := boolP (a \in monomials d k).
  have -> : [seq b <- monomials d k | b == a] = [:: a]; last by rewrite big_seq1.
  apply/perm_small_eq => //; apply: uniq_perm; rewrite ?filter_uniq ?uniq_monomials //.
  by move=> b; rewrite mem_filter inE; case: eqP => // ->.
rewrite big1_seq => [|b]; last by rewrite mem_filter => /and3P[_ /eqP->]; rewrite (negPf not_ka).
rewrite total_gather big1_seq // => t /andP[/eqP eq_ta /deg_ts]; rewrite inE eq_ta => /eqP ka.
by move: not_ka; rewrite -sz_a -ka mem_monomials.
Qed.

Lemma invariant_gathered_terms es a : {in es, forall e, e.1 \in elements N S n} -> size a = d ->
  invariant_gathered S d es a -> invariant_terms S d (averages d es a).
Proof.
move=> es_L sz_a /andP[deg inv]; set ts := averages d es a in deg inv *.
have wf_ts : well_formed d ts.
  apply/allP=> _ /mapP[e /es_L Le ->].
  by rewrite (size_move_term R sign_S) // (elements_perm gen_n).
apply/allP=> s Ss; have perm_s := allP perm_S s Ss; apply/Z.eqb_eq/(@zr_inj R).
rewrite -!(@mdot_poly R d) ?(well_formed_move R sign_S) // -(move_poly R sign_S) //.
rewrite -(poly_gathered wf_ts deg).
by rewrite (invariant_termsP R perm_S sign_S (well_formed_gathered _ _) inv Ss).
Qed.

End Soundness.

Theorem exact_gathered_sound (R : realFieldType) N S n d D k es W m :
    exact_gathered N S n d D k es W m ->
  at_most (group_of N S) k (exact (group_of N S) (polynomials R d N D)) m.
Proof.
case/and5P=> gen_n listed_es sign_S /allP inv /andP[kind le_m].
apply: (@exact_list_sound R N S n d D k es W m); apply/and5P; split=> //.
rewrite /invariant_averages sign_S; apply/allP=> a Da.
apply: (invariant_gathered_terms R gen_n sign_S (listedP gen_n listed_es) _ (inv a Da)).
by case/flatten_mapP: Da => j _; apply: size_monomials.
Qed.
