(** * From all functions to polynomials under an action by matrices           *)
(*    (MATHEMATICS.md, 2.2, 3.1)                                              *)
(*                                                                            *)
(* The theorem occurring_sound of transport.v for polynomials_under.          *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims claimsOfMatrices modules listing actions terms classFunctions.
From Reynolds.instances Require Import algebraicNumbers linearActions linearTraces transport.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Theorem occurring_under_sound (R : realFieldType) (c : R) d N S m V D kind p q o l
    (G := group_of N S) (F := polynomials_under c d N G V D) :
    c ^+ size m = number c m -> acts_on_forms d N S m V -> (#|G| <= o)%N ->
    at_least G signed (exact G F) o ->
    at_least G kind (weak G (all_functions R G) (fraction R p q)) l ->
  at_least G kind (weak G F (fraction R p q)) l.
Proof.
move=> root_c acts le_o ex; have EF := polynomials_under_euclidean root_c acts D.
pose us : seq (space F) := [seq ('X_[mono d a] : {mpoly R[d]}) | a <- basis d D].
apply: (@lower_all_functions R _ G F _ EF _ us) => [v v0|u|f Ff|w sum_w ex_w].
- by apply: (gdot_eq0 acts); rewrite -v0 (dot_square EF).
- case/mapP=> a; rewrite mem_basis => /andP[/eqP sz_a Da] -> b.
  by rewrite msuppX inE => /eqP->; rewrite mdeg_mono.
- exists [seq (f : {mpoly R[d]})@_(mono d a) | a <- basis d D].
  rewrite {1}(monomial_span Ff) size_map; apply: eq_bigr => i _.
  by rewrite !(nth_map [::]).
by apply: leq_trans le_o _; apply: (ex w).
Qed.
