(** * Class functions with algebraic values, computed at representatives      *)
(*                                                                            *)
(* As classFunctions.v, but the values are numerals (algebraicNumbers.v).     *)
(*                                                                            *)
(*    value_at T vs x == the value at x of the list vs of values at the       *)
(*                     representatives, T the table of the classes            *)
(*   integers vs == integers as numerals                                      *)
(*   stands_for c vs f == the values of vs are those of f                     *)
(*   convolved vs us r == the sum over x of vs(x) us(x r)                     *)
(*  correlated vs us r == the sum over x of vs(x) us(r x)                     *)
(*       total_of vs == the sum of all values                                 *)
(*  total_large ps vs == at least q times the sum of the absolute values at   *)
(*                     all elements but 1, if fit_all ps vs (ps as in         *)
(*                     algebraicNumbers.v)                                    *)

From Coq Require Import ZArith Lia.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds.instances Require Import claims claimsOfMatrices modules numbers listing terms weights.
From Reynolds.instances Require Import classFunctions linearProgramme algebraicNumbers.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Computation.

Variables (N : nat) (S : seq (seq nat)) (n : nat) (m : numeral) (T : trie nat).
Local Notation L := (elements N S n).

Definition value_at (vs : seq numeral) (x : seq nat) : numeral := nth [::] vs (place T x).

Definition integers (vs : seq Z) : seq numeral := [seq [:: z] | z <- vs].

Definition convolved (vs us : seq numeral) (r : seq nat) : numeral :=
  nsum [seq nmul m (value_at vs x) (value_at us (compose x r)) | x <- L].

Definition correlated (vs us : seq numeral) (r : seq nat) : numeral :=
  nsum [seq nmul m (value_at vs x) (value_at us (compose r x)) | x <- L].

Definition total_of (vs : seq numeral) : numeral := nsum [seq value_at vs x | x <- L].

Definition fit_all (ps : seq (Z * Z)) (vs : seq numeral) : bool := all (fits ps) ([::] :: vs).

Definition total_large (ps : seq (Z * Z)) (vs : seq numeral) : Z :=
  let ls := map (large ps) vs in
  zsum [seq nth 0%BZ ls (place T x) | x <- L & x != identity N].

End Computation.

Section Values.

Variables (R : realFieldType) (c : R) (m : numeral).
Hypothesis root_c : c ^+ size m = number c m.
Variables (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)).
Local Notation L := (elements N S n).
Local Notation G := (group_of N S).
Local Notation T := (class_table N S n rs).
Local Notation number := (number c).
Local Notation zr := (zr R).

Hypothesis cl : classes N S n rs T.
Let gen_n := classes_generated cl.

Definition stands_for (vs : seq numeral) (f : 'S_N -> R) :=
  {in L, forall x, number (value_at T vs x) = f (permutation N x)}.

Lemma stands_for_reps (v : seq nat -> numeral) f : class_function G f ->
    {in rs, forall r, number (v r) = f (permutation N r)} ->
  stands_for [seq v r | r <- rs] f.
Proof.
move=> cf vE x Lx; have [y Ly [lt_i def_x]] := place_conj cl Lx.
have rs_r := mem_nth [::] lt_i; set r := nth _ _ _ in def_x rs_r.
rewrite /value_at (nth_map [::]) // -/r vE // def_x; have Lr := rep_listed cl rs_r.
have [_ ->] := permutation_conj (elements_perm gen_n Ly) (elements_perm gen_n Lr).
by rewrite cf ?(permutation_in gen_n).
Qed.

Lemma integers_stand_for vs f : represents S n rs vs f -> stands_for (integers vs) f.
Proof.
move=> vsf x Lx; rewrite -vsf // /value_at.
case: (ltnP (place T x) (size vs)) => [lt_x | le_x]; first by rewrite (nth_map 0%BZ) // number_int.
by rewrite !nth_default ?size_map.
Qed.

Lemma convolvedP vs us f g r : stands_for vs f -> stands_for us g -> r \in L ->
  number (convolved N S n m T vs us r) = \sum_(x in G) f x * g (x * permutation N r)%g.
Proof.
move=> fE gE Lr; rewrite number_sum big_map (sum_elements gen_n) !big_seq.
apply: eq_bigr => x Lx; rewrite (numberM root_c) fE // gE ?(elements_compose gen_n) //.
by rewrite permutationM ?(elements_perm gen_n).
Qed.

Lemma correlatedP vs us f g r : stands_for vs f -> stands_for us g -> r \in L ->
  number (correlated N S n m T vs us r) = \sum_(x in G) f x * g (permutation N r * x)%g.
Proof.
move=> fE gE Lr; rewrite number_sum big_map (sum_elements gen_n) !big_seq.
apply: eq_bigr => x Lx; rewrite (numberM root_c) fE // gE ?(elements_compose gen_n) //.
by rewrite permutationM ?(elements_perm gen_n).
Qed.

Lemma total_ofP vs f : stands_for vs f -> number (total_of N S n T vs) = \sum_(g in G) f g.
Proof.
move=> fE; rewrite number_sum big_map (sum_elements gen_n) !big_seq.
by apply: eq_bigr => x Lx; rewrite fE.
Qed.

Lemma correlated_stands_for vs f : class_function G f -> stands_for vs f ->
  stands_for [seq correlated N S n m T vs vs r | r <- rs] (correlation G f).
Proof.
move=> cf vsf; apply: stands_for_reps => [|r rs_r]; first exact: class_correlation.
exact: (correlatedP vsf vsf (rep_listed cl rs_r)).
Qed.

Lemma stands_eq1 vs f : stands_for vs f -> number (value_at T vs (identity N)) = f 1%g.
Proof. by move=> vsf; rewrite vsf ?identity_listed // permutation_identity. Qed.

Section Inequalities.

Variables (a b q : Z).
Hypothesis (a_ge0 : (0 <=? a)%BZ) (q_gt0 : (0 <? q)%BZ).
Hypothesis between_c : fraction R a q <= c <= fraction R b q.
Local Notation ps := (bounds (size m) a b q).

Lemma fit_all_at vs x : fit_all ps vs -> fits ps (value_at T vs x).
Proof.
move=> /allP fit; apply: fit; rewrite /value_at.
case: (ltnP (place T x) (size vs)) => [lt_x | le_x]; last by rewrite nth_default // mem_head.
by rewrite inE mem_nth ?orbT.
Qed.

Lemma total_largeP vs f : fit_all ps vs -> stands_for vs f ->
  zr q * (\sum_(h in G | h != 1%g) `|f h|) <= zr (total_large N S n T ps vs).
Proof.
move=> fit vsf; rewrite big_mkcondr (sum_elements gen_n) /total_large zr_zsum big_map big_filter.
rewrite [X in _ <= X]big_mkcond mulr_sumr !big_seq; apply: ler_sum => x Lx.
rewrite (permutation_eq1 gen_n) //; case: ifP => _; last by rewrite mulr0.
rewrite -vsf //; apply: le_trans (largeP a_ge0 q_gt0 between_c (fit_all_at x fit)) _.
rewrite /value_at; case: (ltnP (place T x) (size vs)) => [lt_x | le_x]; first by rewrite (nth_map [::]).
by rewrite !nth_default ?size_map // /large; case: (bounds _ _ _ _).
Qed.

End Inequalities.

End Values.
