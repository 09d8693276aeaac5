(** * Approximate averaging under an action by matrices (MATHEMATICS.md, 3.4) *)
(*                                                                            *)
(* As nearness.v, for polynomials_under: the weight z is a class function     *)
(* whose values are algebraic numbers, and exact by its traces.               *)
(*                                                                            *)
(*   near_remainder N es W p e bs B z Z T h == W^2 e B^2 Z times              *)
(*                     eps [h = 1] + z(h) - (w~ * w)(h) - (b~ * b)(h), where  *)
(*                     w, b, z are es / W, bs / B, z / Z, and eps = p / e     *)
(*   near_traces N S n rs m phi k es W p e bs B z Z l T ps == the scheme es, W *)
(*                     of kind k has at most l elements, z is exact, and all  *)
(*                     remainders at h != 1 together are at most that at 1    *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims claimsOfMatrices modules numbers listing actions terms weights.
From Reynolds.instances Require Import nearness classFunctions linearProgramme.
From Reynolds.instances Require Import algebraicNumbers linearActions traceEntries linearTraces numeralFunctions.
From Reynolds.instances Require Import traceExact.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Computation.

Variables (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)) (m : numeral) (phi : seq numeral).
Variables (k : weights) (es : seq term) (W p e : Z) (bs : seq term) (B : Z) (z : seq numeral) (Zd : Z) (l : nat).

Definition near_remainder (wm bm : trie Z) (T : trie nat) (h : seq nat) : numeral :=
  nadd [:: ((if h == identity N then p * (W * W) * (B * B) * Zd else 0)
            - e * Zd * (B * B) * correlate es wm h - e * Zd * (W * W) * correlate bs bm h)%BZ]
       (nscale (e * (W * W) * (B * B)) (value_at T z h)).

Definition near_traces (T : trie nat) (ps : seq (Z * Z)) : bool :=
  [&& listed N S n es, listed N S n bs, kind_ok k es W, (size es <= l)%N
    & [&& (0 <? W)%BZ, (0 <? e)%BZ, (0 <? B)%BZ, (0 <? Zd)%BZ, weight_traces N S n rs m phi z T
    & let r := near_remainder (gather es) (gather bs) T in
      let one := identity N in
      let xs := [seq r h | h <- elements N S n & h != one] in
      [&& all (fits ps) xs, fits ps (r one)
        & (zsum (map (large ps) xs) <=? (range ps (r one)).1)%BZ]]].

End Computation.

Section Soundness.

Variables (R : realFieldType) (c : R) (d N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)).
Variables (m : numeral) (V : seq (seq numeral)) (a b q : Z) (D : seq nat).
Hypothesis root : is_root c m a b q.

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation T := (class_table N S n rs).
Local Notation F := (polynomials_under c d N G V D).
Local Notation phi := (trace_values d m D V rs).
Local Notation zr := (zr R).
Local Notation number := (number c).

Section Values.

Hypothesis cl : classes N S n rs T.
Let gen_n := classes_generated cl.

Definition numeral_values (z : seq numeral) (g : 'S_N) : R :=
  \sum_(x <- L | permutation N x == g) number (value_at T z x).

Lemma numeral_valuesP z : stands_for c S n rs z (numeral_values z).
Proof.
move=> x Lx; rewrite /numeral_values -big_filter (_ : filter _ _ = [:: x]) ?big_seq1 //.
apply/perm_small_eq => //; apply: uniq_perm => // [|y].
  by rewrite filter_uniq // (elements_uniq gen_n).
rewrite mem_filter inE; apply/andP/eqP=> [[/eqP eq_y Ly] | ->]; last by rewrite eqxx.
exact: (permutation_inj (elements_perm gen_n Ly) (elements_perm gen_n Lx) eq_y).
Qed.

Lemma numeral_values_class z : class_function G (numeral_values z).
Proof.
move=> g h; rewrite !(group_elements gen_n) => /mapP[x Lx ->] /mapP[y Ly ->].
have [perm_x perm_y] := (elements_perm gen_n Lx, elements_perm gen_n Ly).
have [perm_c <-] := permutation_conj perm_y perm_x.
have Lc : conjugate N y x \in L.
  by apply: (elements_of gen_n) => //; have [_ ->] := permutation_conj perm_y perm_x;
     rewrite groupJ ?(permutation_in gen_n).
by rewrite -!numeral_valuesP // /value_at place_class.
Qed.

End Values.

Lemma exact_scale (F0 : functions R [finGroupType of 'S_N]) dot (x : R) (f : 'S_N -> R) :
  euclidean (F := F0) G dot -> exact G F0 f -> exact G F0 (fun g => x * f g).
Proof.
move=> EF ex_f v Fv h Gh.
have -> : average G (fun g => x * f g) v = x *: average G f v.
  by rewrite /average scaler_sumr; apply: eq_bigr => g _; rewrite scalerA.
by rewrite (act_scale EF) ex_f.
Qed.

Theorem near_traces_sound k es W p e bs B z Zd l :
    in_setting d N S n rs m V a b q (near_traces N S n rs m phi k es W p e bs B z Zd l) ->
  at_most G k (weak G F (fraction R p e)) l.
Proof.
case/setting=> a0 q0 acts cl /and5P[listed_es listed_bs kind le_l].
case/and5P=> /(zr_gt0 R) W_gt0 /(zr_gt0 R) e_gt0 /(zr_gt0 R) B_gt0 /(zr_gt0 R) Z_gt0 /andP[ex_z].
cbv zeta; set rz := near_remainder _ _ _ _ _ _ _ _ _ _ _ _ => /and3P[/allP fit fit1 le_r].
have gen_n := classes_generated cl; have es_L := listedP gen_n listed_es.
have bs_L := listedP gen_n listed_bs; have [root_c between_c] := root.
have EF := polynomials_under_euclidean root_c acts D; have Q0 : 0 < zr q := zr_lt R q0.
have zE := numeral_valuesP cl z; set zv := numeral_values z in zE.
have ex_zv : exact G F zv.
  exact: (weight_traces_sound root acts cl (numeral_values_class cl z) zE ex_z).
set w := @weight R N es W; set bw := @weight R N bs B; set eps := fraction R p e.
apply: (kind_at_most gen_n es_L kind) => //.
pose M := zr e * (zr W * zr W) * (zr B * zr B) * zr Zd.
have M_gt0 : 0 < M by rewrite !mulr_gt0.
pose zf g := (zr Zd)^-1 * zv g; have ex_zf : exact G F zf by apply: (exact_scale _ EF).
pose r h := eps *+ (h == 1%g) + zf h - correlation G w h - correlation G bw h.
have [nze nzW nzB nzZ] : [/\ zr e != 0, zr W != 0, zr B != 0 & zr Zd != 0] by split; rewrite gt_eqF.
have cancel x y t : y != 0 -> M = x * y -> M * (t / y) = x * t.
  by move=> nzy ->; rewrite -mulrA [y * _]mulrC divfK.
have rE x : x \in L -> M * r (permutation N x) = number (rz x).
  move=> Lx; rewrite /r /zf /bw /w !(correlateE _ gen_n) //.
  rewrite (permutation_eq1 gen_n) // /rz /near_remainder numberD number_int numberZ zE //.
  rewrite /eps /fraction [_^-1 * zv _]mulrC -mulrnAl !mulrBr mulrDr !zrB.
  rewrite [RHS]addrAC [X in _ = X - _]addrAC; congr (_ + _ - _ - _).
  - rewrite (cancel (zr W * zr W * (zr B * zr B) * zr Zd)) //; last by rewrite /M (ACl (2*3*4*1))%AC.
    by case: (x == _); rewrite ?mulr1n ?mulr0n ?mulr0 // !zrM mulrC !mulrA.
  - by rewrite (cancel (zr e * (zr W * zr W) * (zr B * zr B))) // !zrM.
  - rewrite (cancel (zr e * zr Zd * (zr B * zr B))) ?mulf_neq0 ?zrM //.
    by rewrite /M (ACl (1*4*3*2))%AC.
  rewrite (cancel (zr e * zr Zd * (zr W * zr W))) ?mulf_neq0 ?zrM //.
  by rewrite /M (ACl (1*4*2*3))%AC.
apply: (squares_weak EF (kind_total R gen_n es_L kind) ex_zf (b := bw)).
rewrite -/r -(ler_pmul2l M_gt0) mulr_sumr -(ler_pmul2l Q0) mulr_sumr.
have L1 : identity N \in L by apply: identity_listed.
rewrite -[X in _ <= _ * (_ * r X)](permutation_identity N) rE //.
have /andP[lo _] := rangeP a0 q0 between_c fit1; apply: le_trans lo; apply: le_trans (zr_le R le_r).
rewrite zr_zsum !big_map big_filter big_mkcondr (sum_elements gen_n) /= [X in _ <= X]big_mkcond.
rewrite !big_seq; apply: ler_sum => x Lx; rewrite -(permutation_eq1 gen_n Lx); case: ifP => // ne_x.
have -> : M * `|r (permutation N x)| = `|number (rz x)| by rewrite -rE // normrM (ger0_norm (ltW M_gt0)).
apply: largeP => //; apply: fit; apply: map_f; rewrite mem_filter Lx andbT.
by rewrite -(permutation_eq1 gen_n Lx).
Qed.


(* Where the weight z is constant no traces are needed.                       *)
Theorem near_everywhere_sound k es W p e bs B c0 Zd l :
    acts_on_forms d N S m V && near_list N S n es W p e bs B c0 [::] Zd k l ->
  at_most G k (weak G F (fraction R p e)) l.
Proof.
case/andP=> acts /and3P[squares kind le_l]; have [root_c _] := root.
have [gen_n /(listedP gen_n) es_L _ _ _] := and5P squares.
have EF := polynomials_under_euclidean root_c acts D.
apply: (kind_at_most gen_n es_L kind) => //.
apply: (sum_of_squares_weak EF _ squares); last exact: (kind_total R gen_n es_L kind).
move=> f Ff h Gh; rewrite /average big1 => [|g _].
  by rewrite -(scale0r (0 : space F)) (act_scale EF) !scale0r.
by rewrite /weight big_nil mul0r scale0r.
Qed.

End Soundness.
