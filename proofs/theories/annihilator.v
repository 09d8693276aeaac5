(** * Evidence annihilator (MATHEMATICS.md, 2.3)                              *)
(*                                                                            *)
(* Representations rho j of G, j < k, over any field F (in the certificates:  *)
(* the symmetric powers of one action) and coefficients a j in F.             *)
(*                                                                            *)
(*    annihilator rho a == the sum over j of a j * \tr (rho j g) vanishes for *)
(*                         every g != 1 in G, and does not vanish for g = 1   *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From Reynolds Require Import averaging.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope GRing.Theory.
Local Open Scope ring_scope.

Section Annihilator.

Variables (F : fieldType) (gT : finGroupType) (G : {group gT}).
Variables (k : nat) (n : 'I_k -> nat).
Variable rho : forall j, mx_representation F G (n j).
Implicit Types (w : gT -> F) (a : 'I_k -> F).

Definition annihilator a :=
  {in G, forall g, (\sum_j a j * \tr (rho j g) == 0) = (g != 1%g)}.

Lemma tr_averaging_mx m (rG : mx_representation F G m) w x : x \in G ->
  \tr (rG x *m averaging_mx rG w) = \sum_(g in G) w g * \tr (rG (x * g)%g).
Proof.
move=> Gx; rewrite mulmx_sumr raddf_sum; apply: eq_bigr => g Gg /=.
by rewrite -scalemxAr mxtraceZ repr_mxM.
Qed.

(* Taking traces: a scheme that is exact on every rho j is uniform.           *)
Theorem annihilator_uniform a w : annihilator a ->
    averaging_scheme G w -> (forall j, exact (rho j) w) ->
  {in G, forall g, w g = #|G|%:R^-1}.
Proof.
move=> ann_a sch_w ex_w; pose c := \sum_j a j * \tr (rho j 1%g).
have nzc: c != 0 by rewrite [_ == 0]ann_a ?group1 // eqxx.
have combine x: x \in G ->
    \sum_j a j * \tr (rho j x *m averaging_mx (rho j) w) = w x^-1%g * c.
  move=> Gx; under eq_bigr do rewrite tr_averaging_mx // mulr_sumr.
  rewrite exchange_big (bigD1 x^-1%g) ?groupV //= [X in _ + X]big1 ?addr0.
    by rewrite mulgV mulr_sumr; apply: eq_bigr => j _; rewrite mulrCA.
  move=> g /andP[Gg ne_gx]; under eq_bigr do rewrite mulrCA.
  rewrite -mulr_sumr; apply/eqP; rewrite mulf_eq0 ann_a ?groupM //.
  by rewrite -eq_invg_mul [_^-1%g == g]eq_sym ne_gx orbT.
have w_c: {in G, forall g, w g = w 1%g}.
  move=> g Gg; apply: (mulIf nzc); rewrite -{1}[g]invgK -[in w 1%g]invg1.
  rewrite -!combine ?groupV ?group1 //; apply: eq_bigr => j _.
  by rewrite !(exactP _ _ (ex_w j)) ?groupV ?group1.
by move=> g Gg; have [_ <- _] := constant_scheme sch_w w_c; apply: w_c.
Qed.

(* So the size of such a scheme is |G|.                                       *)
Corollary annihilator_size a w : annihilator a ->
    averaging_scheme G w -> (forall j, exact (rho j) w) ->
  scheme_size G w = #|G|.
Proof.
move=> ann_a sch_w ex_w; have w_c := annihilator_uniform ann_a sch_w ex_w.
by have [] := constant_scheme sch_w w_c.
Qed.

End Annihilator.
