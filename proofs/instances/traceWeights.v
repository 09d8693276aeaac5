(** * Exact schemes whose weights are algebraic numbers (MATHEMATICS.md, 2.6) *)
(*                                                                            *)
(* Where irreducibles do not occur, but none of their sums that has rational  *)
(* values, no scheme of fewer elements than the group need have rational      *)
(* weights. Here they are a class function z over its sum.                    *)
(*                                                                            *)
(*   weight_scheme N S n rs m phi k z l T ps == z is exact by its traces, its *)
(*                     sum is positive, and at most l elements are not at 0;  *)
(*                     it is nonnegative, if the weights are to be            *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims claimsOfMatrices modules numbers listing actions terms weights.
From Reynolds.instances Require Import nearness classFunctions linearProgramme.
From Reynolds.instances Require Import algebraicNumbers linearActions traceEntries linearTraces numeralFunctions.
From Reynolds.instances Require Import traceExact traceNear.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition weight_scheme (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)) (m : numeral)
    (phi : seq numeral) (k : weights) (z : seq numeral) (l : nat) (T : trie nat) (ps : seq (Z * Z)) : bool :=
  let nonzero := [seq x <- elements N S n | ~~ vanishes (value_at T z x)] in
  let sum := total_of N S n T z in
  [&& fits ps sum, (0 <? (range ps sum).1)%BZ, weight_traces N S n rs m phi z T, (size nonzero <= l)%N
    & match k with
      | uniform => false
      | probability => fit_all ps z && all (fun x => 0 <=? (range ps (value_at T z x)).1)%BZ nonzero
      | signed => true
      end].

Theorem weight_scheme_sound (R : realFieldType) (c : R) d N S n rs m V a b q D :
    is_root c m a b q -> forall k z l,
    in_setting d N S n rs m V a b q
      (weight_scheme N S n rs m (trace_values d m D V rs) k z l) ->
  at_most (group_of N S) k (exact (group_of N S) (polynomials_under c d N (group_of N S) V D)) l.
Proof.
move=> root k z l /setting[a0 q0 acts cl]; rewrite /weight_scheme; cbv zeta.
set nonzero := [seq x <- _ | _] => /and5P[fit_s s_gt0 ex_z le_l kind].
have gen_n := classes_generated cl; have [root_c between_c] := root; set G := group_of N S.
have zE := numeral_valuesP c cl z; set zv := numeral_values _ _ _ _ z in zE.
have EF := polynomials_under_euclidean root_c acts D.
have s0 : 0 < \sum_(g in G) zv g.
  rewrite -(total_ofP cl zE) -(ltr_pmul2l (zr_lt R q0)) mulr0.
  have /andP[+ _] := rangeP a0 q0 between_c fit_s; apply: lt_le_trans.
  exact: (zr_lt R s_gt0).
pose w g := (\sum_(h in G) zv h)^-1 * zv g.
have ex_w : exact G (polynomials_under c d N G V D) w.
  apply: (exact_scale _ EF).
  exact: (weight_traces_sound root acts cl (numeral_values_class c cl z) zE ex_z).
have sum_w : \sum_(g in G) w g = 1.
  by rewrite -mulr_sumr mulVf // gt_eqF.
have support_w : (#|[set g in G | w g != 0%R]| <= l)%N.
  apply: leq_trans le_l; rewrite -(size_map (permutation N)); apply: leq_trans (card_size _).
  apply/subset_leq_card/subsetP=> g; rewrite inE (group_elements gen_n) => /andP[/mapP[x Lx ->]].
  rewrite mulf_eq0 negb_or => /andP[_ nz_x]; apply: map_f; rewrite mem_filter Lx andbT.
  by apply: contra nz_x => /(vanishesP c); rewrite zE // => ->.
exists w, #|[set g in G | w g != 0%R]|; split=> //.
case: k kind => // /andP[fit /allP nonneg]; split=> //.
move=> g; rewrite (group_elements gen_n) => /mapP[x Lx ->].
apply: mulr_ge0; first by rewrite invr_ge0 ltW.
rewrite -zE //.
case: (boolP (vanishes (value_at (class_table N S n rs) z x))) => [/(vanishesP c)-> // | nz_x].
have x_nonzero : x \in nonzero by rewrite mem_filter nz_x.
have fitx : fits (bounds (size m) a b q) (value_at (class_table N S n rs) z x) by apply: fit_all_at.
have /andP[lo _] := rangeP a0 q0 between_c fitx.
rewrite -(ler_pmul2l (zr_lt R q0)) mulr0; apply: le_trans lo.
exact: (zr_ge0 R (nonneg x x_nonzero)).
Qed.
