(** * Welch's bound where every irreducible occurs (MATHEMATICS.md, 3.5)      *)
(*                                                                            *)
(* The traces phi of the class are positive definite. If a is nearly their    *)
(* inverse square root, the averages u -> E_a u turn the monomials into       *)
(* functions whose matrix entry theta is nearly 1 at 1 and 0 elsewhere, which *)
(* is what Welch's bound needs.                                               *)
(*                                                                            *)
(*   welch_dominant N S n rs phi a p q m == fewer than m elements contradict  *)
(*                    the bound for eps = p / q                               *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds Require averaging welch.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness nearness classFunctions linearProgramme.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Abstract.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.

Lemma correlation_le (w : gT -> R) h : h \in G ->
  `|correlation G w h| <= \sum_(g in G) w g ^+ 2.
Proof.
move=> Gh; apply: le_trans (ler_norm_sum _ _ _) _.
rewrite -(ler_pmuln2r (isT : (0 < 2)%N)) -sumrMnl.
apply: le_trans (_ : \sum_(g in G) (w g ^+ 2 + w (h * g)%g ^+ 2) <= _).
  apply: ler_sum => g _; rewrite normrM -(real_normK (num_real (w g))).
  rewrite -(real_normK (num_real (w (h * g)%g))) -subr_ge0.
  by rewrite addrAC -sqrrB sqr_ge0.
rewrite big_split mulr2n /= ler_add2l [X in _ <= X](reindex_inj (mulgI h)) /= le_eqVlt.
by apply/orP; left; apply/eqP/eq_bigl => g; rewrite groupMl.
Qed.

Theorem welch_dominant_bound (fs : seq (space F)) (eps : R) (w : gT -> R)
    (theta := entries dot fs) (t := theta 1%g) (eta := \sum_(h in G | h != 1%g) `|theta h|)
    (tau := #|G|%:R^-1 * \sum_(h in G) theta h) :
    {in fs, forall f, member f} -> eta <= t -> \sum_(g in G) w g = 1 -> weak G F eps w ->
  t - eta <= #|[set g in G | w g != 0]|%:R * (tau + eps * (t - tau)).
Proof.
move=> Ffs le_eta sum_w wk; set s := _%:R; pose S := \sum_(g in G) w g ^+ 2.
have low : (t - eta) * S <= \sum_(h in G) correlation G w h * theta h.
  rewrite (bigD1 1%g) //= mulrBl mulrC; apply: ler_add.
    rewrite le_eqVlt; apply/orP; left; apply/eqP; congr (_ * _).
    by apply: eq_bigr => g _; rewrite mul1g.
  rewrite ler_oppl -sumrN /eta mulr_suml; apply: ler_sum => h /andP[Gh _].
  apply: le_trans (ler_norm _) _; rewrite normrN normrM mulrC.
  by rewrite ler_wpmul2l ?correlation_le.
have sch_w : averaging.averaging_scheme G w by apply/eqP.
have := welch.sum_squares_size sch_w; rewrite /averaging.scheme_size -/S -/s => le_1.
have pos : 0 <= t - eta by rewrite subr_ge0.
apply: le_trans (_ : s * ((t - eta) * S) <= _); last first.
  rewrite ler_wpmul2l ?ler0n //; apply: le_trans low _.
  exact: (weak_entries EF Ffs sum_w wk).
by rewrite mulrCA ler_pemulr.
Qed.

End Abstract.

(** ** Computation *)

Definition welch_dominant (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat))
    (phi a : seq Z) (p q : Z) (m : nat) : bool :=
  let T := class_table N S n rs in
  [&& classes N S n rs T, (0 <=? p)%BZ, (0 <? q)%BZ
    & let L := elements N S n in
      let theta := kernel_values N S n T rs phi a in
      let t := at_place T theta (identity N) in
      let eta := zsum [seq Z.abs (at_place T theta x) | x <- L & x != identity N] in
      let sum := zsum [seq x.2 | x <- spread N S n T theta] in
      let order := Z.of_nat (size L) in
      let bound := (q * sum + p * (order * t - sum))%BZ in
      [&& (eta <=? t)%BZ, (0 <=? bound)%BZ
        & if m is m'.+1 then (Z.of_nat m' * bound <? order * q * (t - eta))%BZ else true]].

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)).
Variables (d : nat) (D : seq nat).

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation T := (class_table N S n rs).
Local Notation F := (polynomials R d N D).
Local Notation zr := (zr R).

Theorem welch_dominant_sound k a p q m :
    moves_coordinates d N S && welch_dominant N S n rs (phi_values d D rs) a p q m ->
  at_least G k (weak G F (fraction R p q)) m.
Proof.
case/andP=> sign_S; rewrite /welch_dominant; cbv beta zeta; case/and4P=> cl p_ge0 q_gt0.
set theta := kernel_values _ _ _ _ _ _ _; set order := Z.of_nat _; set e := identity N.
set t := at_place _ theta e; set eta := zsum [seq Z.abs _ | x <- _ & _]; set sum := zsum _.
set bound := (_ + _)%BZ => /and3P[le_eta bound_ge0 few].
have gen_n := classes_generated cl; have [EF Fus class_f phi_f] := phi_represent R D cl sign_S.
pose us : seq (space F) := map (poly R d) (all_monomials d D); pose av := @values N S n rs R a.
pose fs : seq (space F) := [seq @average R _ G F av u | u <- us].
have Ffs : {in fs, forall v, member v}.
  by move=> _ /mapP[u /Fus Fu ->]; apply: (member_average EF).
have class_a := values_class cl R a.
have thE : represents S n rs theta (@kernel R _ G F mdot us av) by apply: kernel_values_represent.
have entE h : h \in G -> @entries R _ F mdot fs h = @kernel R _ G F mdot us av h.
  exact: (kernel_entries EF class_f class_a).
have thetaE x : x \in L -> zr (at_place T theta x) = @entries R _ F mdot fs (permutation N x).
  by move=> Lx; rewrite /at_place thE // entE ?(permutation_in gen_n).
have Le : e \in L by apply: identity_listed.
have tE : zr t = @entries R _ F mdot fs 1%g by rewrite /t thetaE // permutation_identity.
have sumE : zr sum = \sum_(h in G) @entries R _ F mdot fs h.
  by rewrite /sum (sum_value cl thE); apply: eq_bigr => h Gh; rewrite entE.
have etaE : zr eta = \sum_(h in G | h != 1%g) `|@entries R _ F mdot fs h|.
  rewrite big_mkcondr (sum_elements gen_n) /eta zr_zsum big_map big_filter.
  rewrite [LHS]big_mkcond !big_seq; apply: eq_bigr => h Lh.
  by rewrite (permutation_eq1 gen_n) //; case: ifP => // _; rewrite zr_abs thetaE.
have oE : zr order = #|G|%:R by rewrite /order zr_nat (card_elements gen_n).
have [p0 q0] := (zr_ge0 R p_ge0, zr_lt R q_gt0); have nz_q : zr q != 0 by rewrite gt_eqF.
have o_gt0 : 0 < zr order by rewrite oE ltr0n cardG_gt0.
have nz_o : zr order != 0 by rewrite gt_eqF.
apply: at_least_support => w sum_w wk; case: m few => // m few.
have := @welch_dominant_bound _ _ _ _ _ EF fs _ w Ffs.
rewrite -etaE -sumE -tE -oE => /(_ _ (zr_le R le_eta) sum_w wk).
set s := #|_|; rewrite /fraction -(ler_pmul2r (mulr_gt0 o_gt0 q0)).
have -> : s%:R * ((zr order)^-1 * zr sum + zr p / zr q * (zr t - (zr order)^-1 * zr sum)) * (zr order * zr q)
    = s%:R * zr bound.
  rewrite -mulrA; congr (_ * _); rewrite /bound zrD !zrM zrB zrM mulrDl; congr (_ + _).
    by rewrite mulrCA mulrAC -!mulrA mulVKf // mulrC.
  rewrite [zr order * _]mulrC mulrA [zr p / _ * _ * _]mulrAC divfK // -mulrA; congr (_ * _).
  by rewrite mulrBl mulrAC mulVf // mul1r mulrC.
move=> le_s; rewrite ltnNge; apply/negP=> le_sm.
have := le_trans le_s (ler_wpmul2r (zr_ge0 R bound_ge0) (_ : s%:R <= m%:R)).
rewrite ler_nat => /(_ le_sm); rewrite leNgt => /negP; apply.
have := zr_lt R few; rewrite !zrM zr_nat zrB; congr (_ < _).
by rewrite [RHS]mulrC.
Qed.

End Soundness.
