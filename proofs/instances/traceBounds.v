(** * Lower bounds under an action by matrices, by traces                     *)
(*    (MATHEMATICS.md, 2.5, 3.5)                                              *)
(*                                                                            *)
(* As linearProgramme.v, for polynomials_under. a', b' are                    *)
(* class functions of integers, theta is the matrix entry of the averages     *)
(* with the weights a', eps = p / e.                                          *)
(*                                                                            *)
(*   theta_values N S n rs m phi a' T == the values of theta                  *)
(*   mean_bound N S n p e c0 theta T == order * e times                       *)
(*                     c0 + mean theta + eps (theta (1) - mean theta)         *)
(*   programme_traces N S n rs m phi c0 a' b' p e l T ps ==                   *)
(*                     c0 + theta - b'~ * b' is nonnegative off 1, and fewer  *)
(*                     than l elements contradict the bound                   *)
(*   full_degree_sound, missed_degree_sound: the least degree                 *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims claimsOfMatrices modules numbers listing actions terms weights.
From Reynolds.instances Require Import classFunctions linearProgramme characterSum.
From Reynolds.instances Require Import algebraicNumbers linearActions traceEntries linearTraces numeralFunctions.
From Reynolds.instances Require Import traceExact.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(** ** Computation *)

Section Computation.

Variables (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)) (m : numeral) (phi : seq numeral).
Local Notation L := (elements N S n).
Local Notation order := (order N S n).

Definition theta_values (a' : seq Z) (T : trie nat) : seq numeral :=
  let us := integers (square_values N S n T rs a') in
  [seq convolved N S n m T us phi r | r <- rs].

Definition mean_bound (p e c0 : Z) (theta : seq numeral) (T : trie nat) : numeral :=
  let sum := total_of N S n T theta in
  nadd (nscale e (nadd [:: (order * c0)%BZ] sum))
       (nscale p (nadd (nscale order (value_at T theta (identity N))) (nneg sum))).

Definition contradicts (order e : Z) (ps : seq (Z * Z)) (bound : numeral) (l : nat) (value : Z) : bool :=
  [&& fits ps bound, (0 <=? (range ps bound).1)%BZ
    & if l is l'.+1 then (Z.of_nat l' * (range ps bound).2 <? order * e * value)%BZ else true].

Definition programme_traces (c0 : Z) (a' b' : seq Z) (p e : Z) (l : nat) (T : trie nat) (ps : seq (Z * Z)) : bool :=
  let theta := theta_values a' T in
  let beta := square_values N S n T rs b' in
  let fs := [seq nadd [:: (c0 - at_place T beta r)%BZ] (value_at T theta r) | r <- rs] in
  let low r := (range ps (value_at T fs r)).1 in
  let one := identity N in
  [&& (0 <=? p)%BZ, (0 <? e)%BZ, fit_all ps fs, all (fun r => (r == one) || (0 <=? low r)%BZ) rs,
      (0 <=? low one)%BZ & contradicts order e ps (mean_bound p e c0 theta T) l (low one)].

End Computation.

(** ** Soundness *)

Section Soundness.

Variables (R : realFieldType) (c : R) (d N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)).
Variables (m : numeral) (V : seq (seq numeral)) (a b q : Z) (D : seq nat).
Hypothesis root : is_root c m a b q.

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation T := (class_table N S n rs).
Local Notation F := (polynomials_under c d N G V D).
Local Notation phi := (trace_values d m D V rs).
Local Notation ps := (bounds (size m) a b q).
Local Notation zr := (zr R).
Local Notation number := (number c).
Local Notation tau := (@character_of R c d D N S V).
Local Notation order := (order N S n).

Hypothesis (a0 : (0 <=? a)%BZ) (q0 : (0 <? q)%BZ) (cl : classes N S n rs T).
Let gen_n := classes_generated cl.
Let root_c : c ^+ size m = number m. Proof. by case: root. Qed.
Let between_c : fraction R a q <= c <= fraction R b q. Proof. by case: root. Qed.
Let Q0 : 0 < zr q. Proof. exact: zr_lt q0. Qed.
Let oE : zr order = #|G|%:R. Proof. exact: (orderE R cl). Qed.
Let o_gt0 : 0 < zr order. Proof. by rewrite oE ltr0n cardG_gt0. Qed.

Lemma order_times_ge0 e : (0 <? e)%BZ -> 0 <= zr order * zr e.
Proof. by move=> /(zr_lt R) e_gt0; rewrite mulr_ge0 ?ltW. Qed.

(* A bound on s that fewer than l contradict.                                 *)
Lemma contradicts_size e bound l value (v : R) s : (0 <? e)%BZ ->
    contradicts order e ps bound l value -> zr value <= zr q * v ->
    zr order * zr e * v <= s%:R * number bound ->
  (l <= s)%N.
Proof.
move=> /(zr_lt R) e_gt0 /and3P[fit ge0 few] le_v le_s; case: l few => // l few.
have /andP[lo hi] := rangeP a0 q0 between_c fit.
have B0 : 0 <= number bound.
  by rewrite -(ler_pmul2l Q0) mulr0; apply: le_trans lo; apply: zr_ge0.
rewrite ltnNge; apply/negP=> le_sl; have := zr_lt R few; rewrite !zrM zr_nat ltNge => /negP; apply.
have oe_ge0 : 0 <= zr order * zr e by rewrite mulr_ge0 ?ltW.
apply: le_trans (ler_wpmul2l oe_ge0 le_v) _; rewrite mulrCA.
apply: le_trans (_ : zr q * (s%:R * number bound) <= _); first by rewrite ler_pmul2l.
apply: le_trans (_ : zr q * (l%:R * number bound) <= _).
  by rewrite ler_pmul2l // ler_wpmul2r // ler_nat.
by rewrite mulrCA ler_wpmul2l ?ler0n.
Qed.

Section Entry.

Variables (F' : functions R [finGroupType of 'S_N]) (dot : space F' -> space F' -> R) (v : space F').
Hypothesis (acts : acts_on_forms d N S m V) (ctau : class_function G tau).
Hypothesis TE : trace_entry G F tau dot v.
Let EF := entry_euclidean TE.

Section Theta.

Variables (a' : seq Z) (p e : Z).
Hypothesis e_gt0 : 0 < zr e.
Let av := @values N S n rs R a'.
Let theta := theta_values N S n rs m phi a' T.

Definition averaged : seq (space F') := [seq average G av u | u <- [:: v]].

Lemma averaged_member : {in averaged, forall f, member f}.
Proof.
move=> f; rewrite inE => /eqP->; exact: (member_average EF av (entry_member TE)).
Qed.

Lemma thetaE : stands_for c S n rs theta (entries dot averaged).
Proof.
pose f (g : 'S_N) : R := \sum_(u <- [:: v]) dot (act g u) u.
have fE : {in G, forall g, f g = tau g} by move=> g Gg; rewrite /f big_seq1 (entry_trace TE).
have cf : class_function G f.
  by move=> g h Gg Gh; rewrite !fE ?groupJ // ctau.
have phif : stands_for c S n rs phi f.
  by move=> x Lx; rewrite (trace_values_stand D root acts cl) // fE ?(permutation_in gen_n).
have ca : class_function G av := values_class cl R a'.
have KE : stands_for c S n rs theta (kernel G dot [:: v] av).
  apply: (stands_for_reps cl) => [|r rs_r]; first exact: class_kernel cf ca.
  apply: (convolvedP root_c cl _ phif (rep_listed cl rs_r)).
  exact/integers_stand_for/square_values_represent.
by move=> x Lx; rewrite KE // (kernel_entries EF cf ca) ?(permutation_in gen_n).
Qed.

Lemma mean_boundE c0 :
  number (mean_bound N S n p e c0 theta T)
  = zr order * zr e * (zr c0 + (#|G|%:R^-1 * (\sum_(h in G) entries dot averaged h)
      + fraction R p e * (entries dot averaged 1%g - #|G|%:R^-1 * \sum_(h in G) entries dot averaged h))).
Proof.
rewrite numberD numberZ numberD number_int numberZ numberD numberZ numberN zrM.
rewrite (total_ofP cl thetaE) (stands_eq1 thetaE) -oE /fraction.
set s := \sum_(h in G) _; set t := entries _ _ _; set o := zr order; set x := zr e.
have [nz_o nz_x] : o != 0 /\ x != 0 by rewrite !gt_eqF.
have -> : s = o * (o^-1 * s) by rewrite mulVKf.
rewrite mulKf //; set y := o^-1 * s; rewrite -mulrDr -mulrBr addrA [RHS]mulrDr; congr (_ + _).
  by rewrite mulrA [x * o]mulrC.
by rewrite -[RHS]mulrA [x * (_ * _)]mulrA [x * (_ / _)]mulrC divfK // mulrCA.
Qed.

End Theta.

Lemma programme_traces_size c0 a' b' p e l (w : 'S_N -> R) :
    programme_traces N S n rs m phi c0 a' b' p e l T ps ->
    \sum_(g in G) w g = 1 -> {in G, forall g, 0 <= w g} -> weak G F (fraction R p e) w ->
  (l <= #|[set g in G | w g != 0%R]|)%N.
Proof.
rewrite /programme_traces; cbv beta zeta; case/and5P=> p_ge0 e_gt0 fit /allP fr_ge0 /andP[f1_ge0 few] sum_w w_ge0 wk.
have tE := thetaE a'; set theta := theta_values _ _ _ _ _ _ _ _ in fit fr_ge0 f1_ge0 few tE.
set beta := square_values _ _ _ _ _ _ in fit fr_ge0 f1_ge0 few.
set fs := [seq _ | r <- rs] in fit fr_ge0 f1_ge0 few.
pose bv := @values N S n rs R b'; have cb : class_function G bv := values_class cl R b'.
pose f h := zr c0 + entries dot (averaged a') h - correlation G bv h.
have beE : represents S n rs beta (correlation G bv) := square_values_represent R cl b'.
have ceq : class_function G (entries dot (averaged a')).
  pose g0 (g : 'S_N) : R := \sum_(u <- [:: v]) dot (act g u) u.
  have cg : class_function G g0.
    by move=> g h Gg Gh; rewrite /g0 !big_seq1 !(entry_trace TE) ?groupJ // ctau.
  have ca : class_function G (@values N S n rs R a') := values_class cl R a'.
  move=> g h Gg Gh; rewrite !(kernel_entries EF cg ca) ?groupJ //.
  exact: (class_kernel cg ca).
have cfun : class_function G f.
  move=> g h Gg Gh; rewrite /f ceq //; congr (_ - _).
  exact: (class_correlation cb cb Gg Gh).
have fE : stands_for c S n rs fs f.
  apply: (stands_for_reps cl cfun) => r rs_r; have Lr := rep_listed cl rs_r.
  by rewrite numberD number_int tE // zrB /at_place beE // /f addrAC.
have ge0 x : (0 <=? (range ps (value_at T fs x)).1)%BZ -> 0 <= number (value_at T fs x).
  move=> x_ge0; have fitx : fits ps (value_at T fs x) by apply: fit_all_at.
  have /andP[lo _] := rangeP a0 q0 between_c fitx.
  by rewrite -(ler_pmul2l Q0) mulr0; apply: le_trans lo; apply: zr_ge0.
have f_ge0 : {in G, forall h, h != 1%g -> 0 <= f h}.
  apply: (forall_elements gen_n) => x Lx; rewrite (permutation_eq1 gen_n) // => ne_x.
  have [r rs_r [y Ly def_x]] := rep_place cl Lx; have Lr := rep_listed cl rs_r.
  have [perm_y perm_r] := (elements_perm gen_n Ly, elements_perm gen_n Lr).
  have eq_x : permutation N x = (permutation N r ^ permutation N y)%g.
    by rewrite def_x; have [] := permutation_conj perm_y perm_r.
  rewrite eq_x cfun ?(permutation_in gen_n) // -fE // ge0 //.
  have := fr_ge0 r rs_r; case: eqP => // eq_r _; case/eqP: ne_x.
  apply: (permutation_inj (elements_perm gen_n Lx) (is_perm_identity N)).
  by rewrite eq_x eq_r permutation_identity conj1g.
have f1_0 : 0 <= f 1%g by rewrite -(stands_eq1 fE) ge0.
have low := programme_bound EF (@averaged_member a') sum_w w_ge0 (entry_weak TE sum_w wk) f_ge0 f1_0.
apply: (contradicts_size e_gt0 few (v := f 1%g)).
  have fit1 : fits ps (value_at T fs (identity N)) by apply: fit_all_at.
  by have /andP[+ _] := rangeP a0 q0 between_c fit1; rewrite (stands_eq1 fE).
rewrite (mean_boundE _ _ (zr_lt R e_gt0)) mulrCA ler_wpmul2l //.
  exact: order_times_ge0.
by rewrite addrA.
Qed.

End Entry.

End Soundness.

Section Theorems.

Variables (R : realFieldType) (c : R) (d N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)).
Variables (m : numeral) (V : seq (seq numeral)) (a b q : Z) (D : seq nat).
Hypothesis root : is_root c m a b q.

Local Notation G := (group_of N S).
Local Notation F := (polynomials_under c d N G V D).
Local Notation phi := (trace_values d m D V rs).

Theorem programme_traces_weak_sound k c0 a' b' p e l :
    nonnegative k && in_setting d N S n rs m V a b q (programme_traces N S n rs m phi c0 a' b' p e l) ->
  at_least G k (weak G F (fraction R p e)) l.
Proof.
case/andP=> nk /setting[a0 q0 acts cl few]; have [root_c _] := root.
have [ctau [F' [dot [v TE]]]] := character_entry D root_c acts.
apply: at_least_nonnegative => [|w sum_w w_ge0 wk]; first by move=> ks; rewrite ks in nk.
exact: (programme_traces_size root a0 q0 cl acts ctau TE few sum_w w_ge0 wk).
Qed.

Theorem programme_traces_exact_sound k c0 a' b' l :
    nonnegative k && in_setting d N S n rs m V a b q (programme_traces N S n rs m phi c0 a' b' 0 1 l) ->
  at_least G k (exact G F) l.
Proof.
move=> prog w s sch ex_w; have [sum_w _] := scheme_support sch.
apply: (programme_traces_weak_sound prog sch); have /andP[_ /setting[_ _ acts _ _]] := prog.
have [root_c _] := root; have EF := polynomials_under_euclidean root_c acts D.
by apply: (exact_weak EF) => //; rewrite /fraction zr0 mul0r.
Qed.

End Theorems.

(** ** The least degree *)

Section LeastDegree.

Variables (R : realFieldType) (c : R) (d N : nat) (S : seq (seq nat)) (V : seq (seq numeral)).
Local Notation G := (group_of N S).
Local Notation F j := (polynomials_under c d N G V (iota 0 j)).

Theorem full_degree_sound n k v l :
    generated N S n && (size (elements N S n) <= l)%N ->
    at_least G k (exact G (F v.+1)) l ->
  least_degree_at_most G (fun j => F j.+1) k v.
Proof.
case/andP=> gen_n; rewrite -(card_elements gen_n) => le_l low; exists v => //.
exact: at_least_leq le_l low.
Qed.

(* A scheme of fewer elements, one degree below.                              *)
Theorem missed_degree_sound n k v l :
    generated N S n && (l < size (elements N S n))%N ->
    at_most G k (exact G (F v)) l ->
  least_degree_at_least G (fun j => F j.+1) k v.
Proof.
case/andP=> gen_n; rewrite -(card_elements gen_n) => lt_l [w [s [sch ex_w le_s]]] j whole.
rewrite leqNgt; apply/negP=> lt_j.
have ex_j : exact G (F j.+1) w.
  move=> f Ff; apply: ex_w => m' /Ff; rewrite !mem_iota !add0n => /leq_trans; exact.
by have := whole w s sch ex_j; rewrite leqNgt (leq_ltn_trans le_s lt_l).
Qed.

End LeastDegree.
