(** * Welch's bound where every irreducible occurs (MATHEMATICS.md, 3.5)      *)
(*                                                                            *)
(* The matrix entry phi of the monomials of the class (the sum of its traces) *)
(* is positive definite. If a is nearly its inverse square root, the averages *)
(* u -> E_a u turn the monomials into functions whose matrix entry theta is   *)
(* nearly 1 at 1 and 0 elsewhere, which is what Welch's bound needs.          *)
(*                                                                            *)
(*   welch_dominant N S n d D us a p q m == fewer than m elements contradict  *)
(*                     the bound for eps = p / q                              *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds Require averaging welch.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness classFunctions.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Abstract.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Variables (us : seq (space F)) (a : gT -> R).
Hypothesis Fus : {in us, forall u, member u}.

Let phi g := \sum_(u <- us) dot (act g u) u.
Let theta h := \sum_(x in G) \sum_(y in G) a x * a y * phi (x * h * y^-1)%g.

Lemma average_entry h : h \in G ->
  \sum_(u <- us) dot (act h (average G a u)) (average G a u) = theta h.
Proof.
move=> Gh; rewrite /theta /phi.
under [RHS]eq_bigr do under eq_bigr do rewrite mulr_sumr.
under [RHS]eq_bigr do rewrite exchange_big; rewrite exchange_big /=.
apply: eq_bigr => u _; rewrite (act_average EF) // (dot_suml EF); apply: eq_bigr => x Gx.
rewrite (dot_sumr EF) mulr_sumr; apply: eq_bigr => y Gy; rewrite mulrA; congr (_ * _).
rewrite -[RHS](dot_act EF Gy); congr dot.
by rewrite -(actMv EF) ?groupM ?groupV // mulgKV.
Qed.

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

Theorem welch_dominant_bound (eps : R) (w : gT -> R)
    (t := theta 1%g) (eta := \sum_(h in G | h != 1%g) `|theta h|)
    (tau := #|G|%:R^-1 * \sum_(h in G) theta h) :
    eta <= t -> \sum_(g in G) w g = 1 -> weak G F eps w ->
  t - eta <= #|[set g in G | w g != 0]|%:R * (tau + eps * (t - tau)).
Proof.
move=> le_eta sum_w wk; set s := _%:R.
pose fs := [seq average G a u | u <- us].
have Ffs : {in fs, forall f, member f}.
  by move=> _ /mapP[u /Fus Fu ->]; apply: (member_average EF).
have entry h : h \in G -> entries dot fs h = theta h.
  move=> Gh; rewrite /entries big_map -average_entry //.
  by apply: eq_bigr => u _; rewrite (dotC EF).
pose S := \sum_(g in G) w g ^+ 2.
have low : (t - eta) * S <= \sum_(h in G) correlation G w h * theta h.
  rewrite (bigD1 1%g) //= mulrBl mulrC; apply: ler_add.
    rewrite le_eqVlt; apply/orP; left; apply/eqP; congr (_ * _).
    by apply: eq_bigr => g _; rewrite mul1g.
  rewrite ler_oppl -sumrN /eta mulr_suml; apply: ler_sum => h /andP[Gh _].
  apply: le_trans (ler_norm _) _; rewrite normrN normrM mulrC.
  by rewrite ler_wpmul2l ?correlation_le.
have := weak_entries EF Ffs sum_w wk; rewrite (eq_bigr theta) => [|h Gh]; last exact: entry.
rewrite (entry 1%g (group1 G)) -/t -/tau (eq_bigr (fun h => correlation G w h * theta h)) => [up|h Gh].
have sch_w : averaging.averaging_scheme G w by apply/eqP.
have := welch.sum_squares_size sch_w; rewrite /averaging.scheme_size -/S -/s => le_1.
have pos : 0 <= t - eta by rewrite subr_ge0.
apply: le_trans (_ : s * ((t - eta) * S) <= _); last first.
  by rewrite ler_wpmul2l ?ler0n //; apply: le_trans low up.
by rewrite mulrCA ler_pemulr.
Qed.

End Abstract.

(** ** Computation *)

Definition welch_dominant (N : nat) (S : seq (seq nat)) (n d : nat) (D : seq nat)
    (us : seq (seq term)) (a : seq term) (p q : Z) (m : nat) : bool :=
  [&& generated N S n, moves_coordinates d N S, listed N S n a,
      all (fun u => well_formed d u && of_degrees D u) us,
      (0 <=? p)%BZ, (0 <? q)%BZ
    & let L := elements N S n in
      let gs := [seq (u, gather u) | u <- us] in
      let phi := gather [seq (s, entry d gs s) | s <- L] in
      let ta := gather a in
      let c := gather [seq (z, left_correlate a phi z) | z <- L] in
      let theta := [seq (h, correlate a c h) | h <- L] in
      let t := total (identity N) (gather theta) in
      let eta := zsum [seq Z.abs h.2 | h <- theta & h.1 != identity N] in
      let sum := zsum [seq h.2 | h <- theta] in
      let order := Z.of_nat (size L) in
      let bound := (q * sum + p * (order * t - sum))%BZ in
      [&& all (fun x => total x ta =? total (inverse N x) ta)%BZ L, (eta <=? t)%BZ, (0 <=? bound)%BZ
        & if m is m'.+1 then (Z.of_nat m' * bound <? order * q * (t - eta))%BZ else true]].

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n d : nat) (D : seq nat).

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation F := (polynomials R d N D).
Local Notation zr := (zr R).

Theorem welch_dominant_sound k us a p q m : welch_dominant N S n d D us a p q m ->
  at_least G k (weak G F (fraction R p q)) m.
Proof.
case/and5P=> gen_n sign_S /(listedP gen_n) a_L /allP wf /and3P[p_ge0 q_gt0].
set gs := [seq (u, gather u) | u <- us]; set phi := gather [seq (s, entry d gs s) | s <- L].
set ta := gather a; set c := gather [seq (z, left_correlate a phi z) | z <- L].
set theta := [seq (h, correlate a c h) | h <- L].
set t := total (identity N) (gather theta); set eta := zsum [seq Z.abs h.2 | h <- theta & h.1 != identity N].
set sum := zsum [seq h.2 | h <- theta]; set order := Z.of_nat (size L).
set bound := (q * sum + p * (order * t - sum))%BZ => /= /and4P[/allP sym le_eta bound_ge0 few].
have {}le_eta : (eta <=? t)%BZ := le_eta.
have {}bound_ge0 : (0 <=? bound)%BZ := bound_ge0.
have {}few : if m is m'.+1 then (Z.of_nat m' * bound <? order * q * (t - eta))%BZ else true := few.
have perm_S := generated_gens gen_n; have EF := polynomials_euclidean R perm_S sign_S D.
pose vs := [seq poly R d u | u <- us] : seq (space F).
have Fvs : {in vs, forall u, member u}.
  by move=> _ /mapP[u /wf/andP[wf_u deg_u] ->]; apply: (poly_member perm_S sign_S).
pose aw := @weight R N a 1%BZ; pose f (g : 'S_N) : R := \sum_(u <- vs) mdot (move g u) u.
have fE x : x \in L -> zr (total x phi) = f (permutation N x).
  move=> Lx; rewrite /phi (total_table R _ gen_n) //.
  have -> : gs = [seq (g.1, gather g.2) | g <- diagonal us] by rewrite /diagonal -map_comp.
  rewrite -(@entryE R N S d D (diagonal us) x perm_S sign_S (elements_perm gen_n Lx)).
    by rewrite /pairing /f !big_map.
  by rewrite /diagonal all_map; apply/allP=> u /wf/andP[/= -> _].
have awE x : is_perm N x -> aw (permutation N x) = zr (total x ta).
  by move=> perm_x; rewrite /aw (weightE _ gen_n) // zr1 divr1.
pose C z := \sum_(x in G) aw x * f (x * z)%g.
have CE z : z \in L -> zr (total z c) = C (permutation N z).
  move=> Lz; rewrite /c (total_table R _ gen_n) // /left_correlate zr_zsum big_map /C.
  rewrite (weight_sumr gen_n _ a_L (fun x => f (x * permutation N z)%g)) !big_seq.
  apply: eq_bigr => e /a_L Le; rewrite zrM zr1 divr1; congr (_ * _).
  by rewrite -permutationM ?(elements_perm gen_n) // fE // (elements_compose gen_n).
have aw_sym g : g \in G -> aw g^-1%g = aw g.
  rewrite (group_elements gen_n) => /mapP[x Lx ->].
  have perm_x := elements_perm gen_n Lx; have [perm_i <-] := permutation_inverse perm_x.
  by rewrite (awE _ perm_i) (awE _ perm_x); have /Z.eqb_eq-> := sym x Lx.
pose T h := \sum_(x in G) \sum_(y in G) aw x * aw y * f (x * h * y^-1)%g.
have TE h : h \in L -> zr (correlate a c h) = T (permutation N h).
  move=> Lh; rewrite /T exchange_big (reindex_inj invg_inj) /=.
  transitivity (\sum_(y in G) aw y * C (permutation N h * y)%g).
    rewrite (weight_sumr gen_n _ a_L (fun y => C (permutation N h * y)%g)) zr_zsum big_map !big_seq.
    apply: eq_bigr => e /a_L Le; rewrite zrM zr1 divr1; congr (_ * _).
    by rewrite -permutationM ?(elements_perm gen_n) // CE // (elements_compose gen_n).
  apply: eq_big => [y|y Gy]; first by rewrite groupV.
  rewrite /C mulr_sumr; apply: eq_bigr => x _.
  by rewrite invgK aw_sym // mulrCA mulrA mulgA.
have L1 : identity N \in L by apply: identity_listed.
have tE : zr t = T 1%g.
  by rewrite /t (total_table R _ gen_n) // TE // permutation_identity.
have sumE : zr sum = \sum_(h in G) T h.
  rewrite (sum_elements gen_n) /sum zr_zsum -map_comp big_map !big_seq.
  by apply: eq_bigr => h Lh /=; rewrite TE.
have etaE : zr eta = \sum_(h in G | h != 1%g) `|T h|.
  rewrite big_mkcondr (sum_elements gen_n) /eta zr_zsum big_map big_filter big_map /=.
  rewrite [LHS]big_mkcond !big_seq; apply: eq_bigr => h Lh.
  by rewrite (permutation_eq1 gen_n) //; case: ifP => // _; rewrite zr_abs TE.
have oE : zr order = #|G|%:R by rewrite /order zr_nat (card_elements gen_n).
have [p0 q0] := (zr_ge0 R p_ge0, zr_lt R q_gt0); have nz_q : zr q != 0 by rewrite gt_eqF.
have o_gt0 : 0 < zr order by rewrite oE ltr0n cardG_gt0.
have nz_o : zr order != 0 by rewrite gt_eqF.
apply: at_least_support => w sum_w wk; case: m few => // m few.
have := @welch_dominant_bound _ _ _ _ _ EF vs aw Fvs _ _ _ sum_w wk; rewrite -/f -/(T 1%g).
rewrite -[\sum_(h in G | _) _]etaE -[\sum_(h in G) T h]sumE -[T 1%g]tE -oE => /(_ (zr_le R le_eta)).
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
