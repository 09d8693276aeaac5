(** * Evidence pigeonhole, by another proof (MATHEMATICS.md, 3.5)             *)
(*                                                                            *)
(* n elements of an abelian group: their quotients t_2, ..., t_n by the first *)
(* make a box of the products of t_i^a_i, 0 <= a_i < m. The function f that   *)
(* adds up phi(a_2) ... phi(a_n) at these products, phi > 0 with              *)
(* phi(a - 1) + phi(a + 1) >= 2 c phi(a), is nonnegative, not 0, and has at   *)
(* most m^(n - 1) values that are not 0; and the average over the t_i, with   *)
(* that over their inverses, is at least 2 c f everywhere. So a scheme within *)
(* eps has c^2 <= eps + (1 - eps) m^(n - 1) / |G|. No characters, no roots of *)
(* unity: R is any ordered field. With phi(a) = sin (pi (a + 1) / (m + 1)),   *)
(* c = cos (pi / (m + 1)) this shows more than boxes of characters do, but    *)
(* for the least groups.                                                      *)
(*                                                                            *)
(*   profile phi a b == the numbers of phi have this property for c = a / b   *)
(*   boxes phi a b o p q v == fewer than v elements are not within p / q in   *)
(*                    abelian groups of at least o elements                   *)

From Coq Require Import ZArith Lia Ring.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds Require averaging welch.
From Reynolds.instances Require Import claims modules numbers listing actions terms orders walks treeBound.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Identities.

Variables (T : Type) (o i : T) (add mul sub : T -> T -> T) (opp : T -> T).
Hypothesis ring_T : ring_theory o i add mul sub opp eq.
Add Ring ring_T : ring_T.
Declare Scope identity_scope.
Local Notation "- x" := (opp x) : identity_scope.
Local Notation "x + y" := (add x y) : identity_scope.
Local Notation "x * y" := (mul x y) : identity_scope.
Local Notation "x - y" := (add x (opp y)) : identity_scope.
Local Open Scope identity_scope.

Lemma far_identity a b c q :
  a - c * c * q - (a + (- c) * b + ((- c) * b + (- c) * ((- c) * q)))
  = c * (b - c * q) + c * (b - c * q).
Proof. ring. Qed.

Lemma last_identity s c e q t : (i - e) * t - (c - e) * q - (e * (q - t) - (s - t)) = s - c * q.
Proof. ring. Qed.

Lemma slope_identity b q x y : b * b * q * (x * x - y) = (x * b) * (x * b) * q - (y * q) * b * b.
Proof. ring. Qed.

Lemma rest_identity b q y : b * b * q * (i - y) = b * b * (q - y * q).
Proof. ring. Qed.

End Identities.

Section Box.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Hypothesis cGG : abelian G.
Local Notation V := {ffun gT -> R^o}.
Implicit Types (f : V) (t : gT).

Variables (m : nat) (phi : nat -> R) (c : R).
Hypothesis phi_ge0 : forall a, 0 <= phi a.
Hypothesis phi_last : phi m = 0.
Hypothesis phi_step : forall a, (a < m)%N ->
  2%:R * c * phi a <= (if a is b.+1 then phi b else 0) + phi a.+1.

(* The sum of phi(a) times the translate by t^a.                              *)
Definition spread t f : V := [ffun y => \sum_(a < m) phi a * f (y * t ^- a)%g].

Definition positive f := forall y, 0 <= (f y : R).

(* The translates by t and by its inverse add up to at least 2 c f.           *)
Definition grows t f := forall y, 2%:R * c * (f y : R) <= f (y * t^-1)%g + f (y * t)%g.

Lemma spread_positive t f : positive f -> positive (spread t f).
Proof. by move=> f_ge0 y; rewrite ffunE sumr_ge0 // => a _; rewrite mulr_ge0. Qed.

Lemma spread_grows t f : positive f -> grows t (spread t f).
Proof.
move=> f_ge0 y; rewrite !ffunE mulr_sumr; pose F a : R := f (y * t ^- a)%g.
have F_ge0 a : 0 <= F a by apply: f_ge0.
have forward a : f (y * t^-1 * t ^- a)%g = F a.+1.
  by rewrite /F -mulgA -invMg -expgSr.
have back a : f (y * t * t ^- a.+1)%g = F a.
  by rewrite /F expgSr invMg mulgA mulgK.
apply: le_trans (_ : \sum_(a < m) ((if a : nat is b.+1 then phi b else 0) + phi a.+1) * F a <= _).
  by apply: ler_sum => a _; rewrite mulrA ler_wpmul2r ?phi_step.
under eq_bigr do rewrite mulrDl; rewrite big_split; apply: ler_add.
  case: (m) => [|l]; first by rewrite !big_ord0.
  rewrite [X in X <= _]big_ord_recl /= mul0r add0r [X in _ <= X]big_ord_recr /=.
  rewrite [X in _ <= X + _](eq_bigr (fun a : 'I_l => phi a * F a.+1)) => [|a _]; last by rewrite forward.
  by rewrite ler_addl mulr_ge0.
case: (m) phi_last => [|l] phi_l; first by rewrite !big_ord0.
rewrite [X in X <= _]big_ord_recr /= phi_l mul0r addr0 [X in _ <= X]big_ord_recl /=.
rewrite [X in _ <= _ + X](eq_bigr (fun a : 'I_l => phi a.+1 * F a)) => [|a _]; last by rewrite -back.
by rewrite ler_addr mulr_ge0.
Qed.

Lemma spread_keeps t t' f : t \in G -> t' \in G -> grows t' f -> grows t' (spread t f).
Proof.
move=> Gt Gt' gr y; rewrite !ffunE mulr_sumr -big_split; apply: ler_sum => a _ /=.
have comm : commute t' (t ^- a) by apply/commuteV/commuteX/(centsP cGG).
rewrite -mulrDr mulrCA ler_wpmul2l //; apply: le_trans (gr (y * t ^- a)%g) _.
by rewrite -!mulgA -comm (commuteV (commute_sym comm)).
Qed.

Fixpoint box (ts : seq gT) : V := if ts is t :: ts' then spread t (box ts') else point R gT.

Lemma box_positive ts : positive (box ts).
Proof.
elim: ts => [|t ts IHts]; last exact: spread_positive.
by move=> y; rewrite ffunE ler0n.
Qed.

Lemma box_grows ts : {subset ts <= G} -> {in ts, forall t, grows t (box ts)}.
Proof.
elim: ts => [|t ts IHts] // sG; have Gt : t \in G by apply: sG; rewrite mem_head.
have sG' : {subset ts <= G} by move=> u us; apply: sG; rewrite inE us orbT.
move=> u; rewrite inE => /predU1P[-> | ts_u]; first exact/spread_grows/box_positive.
by apply: spread_keeps => //; [apply: sG' | apply: IHts].
Qed.

Lemma box_sum ts : \sum_y (box ts y : R) = (\sum_(a < m) phi a) ^+ size ts.
Proof.
elim: ts => [|t ts IHts] /=.
  by rewrite expr0 (bigD1 1%g) //= ffunE eqxx big1 ?addr0 // => y /negPf ne; rewrite ffunE ne.
under eq_bigr do rewrite ffunE; rewrite exchange_big exprS mulr_suml; apply: eq_bigr => a _.
rewrite -mulr_sumr -IHts; congr (_ * _).
by rewrite [RHS](reindex_inj (mulIg (t ^- a)%g)).
Qed.

Lemma box_support ts : (#|[set y | box ts y != 0%R]| <= m ^ size ts)%N.
Proof.
elim: ts => [|t ts IHts] /=.
  rewrite expn0 -(cards1 (1%g : gT)); apply/subset_leq_card/subsetP=> y; rewrite !inE ffunE.
  by case: (y == 1%g); rewrite ?eqxx.
pose D := [set y | box ts y != 0%R]; pose U (a : 'I_m) := [set (y * t ^+ a)%g | y in D].
apply: leq_trans (_ : #|\bigcup_a U a| <= _)%N.
  apply/subset_leq_card/subsetP=> y; rewrite inE ffunE; apply: contraR => /bigcupP no_y.
  rewrite big1 // => a _; have [-> | nz] := eqVneq (box ts (y * t ^- a)%g) 0; first by rewrite mulr0.
  by case: no_y; exists a => //; apply/imsetP; exists (y * t ^- a)%g; rewrite ?inE ?mulgKV.
apply: leq_trans (_ : \sum_(a < m) #|U a| <= _)%N.
  elim/big_ind2: _ => [|k A l B le_A le_B|a _]; rewrite ?cards0 //.
  by apply: leq_trans (leq_card_setU A B) _; apply: leq_add.
rewrite expnS -[X in (_ <= X * _)%N](card_ord m) -sum_nat_const; apply: leq_sum => a _.
by rewrite card_imset //; apply: mulIg.
Qed.

Lemma box_supported ts : {subset ts <= G} -> forall y, y \notin G -> box ts y = 0.
Proof.
elim: ts => [|t ts IHts] sG y Gy; rewrite ffunE.
  by case: eqP => // eq_y; rewrite eq_y group1 in Gy.
rewrite big1 // => a _; rewrite IHts ?mulr0 // => [u us|]; first by apply: sG; rewrite inE us orbT.
by rewrite groupMr // groupV groupX // sG // mem_head.
Qed.

End Box.

(** ** Schemes of few elements *)

Section Bound.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Hypothesis cGG : abelian G.
Local Notation A := (all_functions R G).
Local Notation V := {ffun gT -> R^o}.
Variables (m : nat) (phi : nat -> R) (c eps : R).
Hypothesis phi_ge0 : forall a, 0 <= phi a.
Hypothesis phi_last : phi m = 0.
Hypothesis phi_step : forall a, (a < m)%N ->
  2%:R * c * phi a <= (if a is b.+1 then phi b else 0) + phi a.+1.
Hypothesis phi_gt0 : 0 < \sum_(a < m) phi a.
Hypothesis c_ge0 : 0 <= c.
Hypothesis c_le1 : c <= 1.
Hypothesis eps_le1 : eps <= 1.

Lemma box_bound w k : \sum_(g in G) w g = 1 -> {in G, forall g, 0 <= w g} -> weak G A eps w ->
    (#|[set g in G | w g != 0%R]| <= k.+1)%N -> (0 < m)%N ->
  (c ^+ 2 - eps) * #|G|%:R <= (1 - eps) * (m ^ k)%:R.
Proof.
move=> sum_w w_ge0 wk le_k m_gt0; have EA := functions_euclidean R G; set S := [set g in G | _] in le_k.
have [s0 Gs0 nz0] : exists2 s, s \in G & w s != 0.
  have /existsP[s /andP[Gs nzs]] : [exists s, (s \in G) && (w s != 0)]; last by exists s.
  apply: contraT => /existsPn no_s; move: sum_w; rewrite big1 => [/eqP|g Gg].
    by rewrite eq_sym oner_eq0.
  by have := no_s g; rewrite Gg negbK => /eqP.
pose ts := [seq (s0^-1 * s)%g | s <- enum (S :\ s0)]; pose f := box m phi ts.
have sG : {subset ts <= G}.
  by move=> _ /mapP[s + ->]; rewrite mem_enum !inE => /and3P[_ Gs _]; rewrite groupM ?groupV.
have sz_ts : (size ts <= k)%N.
  have S0 : s0 \in S by rewrite inE Gs0.
  by rewrite size_map -cardE -ltnS; move: le_k; rewrite (cardsD1 s0) S0.
have f_ge0 : positive f by apply: box_positive.
have f_G : forall y, y \notin G -> f y = 0 by apply: box_supported.
pose Q : R := \sum_y f y * f y; pose T : R := \sum_y f y.
have T_gt0 : 0 < T by rewrite /T box_sum exprn_gt0.
have sum_G (h : V) : (forall y, y \notin G -> h y = 0) -> \sum_(y in G) (h y : R) = \sum_y (h y : R).
  by move=> h0; rewrite [RHS](bigID (mem G)) /= [X in _ = _ + X]big1 ?addr0 // => y /h0.
pose M : R := (m ^ k)%:R.
have T_le : T ^+ 2 <= M * Q.
  have sch : averaging.averaging_scheme G (fun y => (f y : R) / T).
    by apply/eqP; rewrite -mulr_suml sum_G // divff // gt_eqF.
  have := welch.sum_squares_size sch; rewrite /averaging.scheme_size => le_1.
  have le_M : (#|averaging.scheme_support G (fun y => (f y : R) / T)|%:R : R) <= M.
    rewrite ler_nat; apply: leq_trans (_ : #|[set y | f y != 0%R]| <= _)%N.
      apply/subset_leq_card/subsetP=> y; rewrite !inE => /andP[_].
      by apply: contra => /eqP->; rewrite mul0r.
    by apply: leq_trans (box_support _ _ _) _; rewrite leq_pexp2l.
  have sqE : \sum_(y in G) ((f y : R) / T) ^+ 2 = Q / T ^+ 2.
    rewrite /Q mulr_suml [RHS](bigID (mem G)) /= [X in _ = _ + X]big1 ?addr0 => [|y /f_G->].
      by apply: eq_bigr => y _; rewrite expr_div_n expr2.
    by rewrite !mul0r.
  rewrite sqE in le_1; have T2_gt0 : 0 < T ^+ 2 by rewrite exprn_gt0.
  rewrite mulrA ler_pdivl_mulr // mul1r in le_1; apply: le_trans le_1 _.
  by rewrite ler_wpmul2r // sumr_ge0 // => y _; rewrite -expr2 sqr_ge0.
pose u : space A := [ffun y => f (y * s0)%g]; pose e : space A := average G w u.
have Au : member u by move=> y Gy; rewrite ffunE f_G // groupMr.
have uQ : square u = Q.
  rewrite /= [RHS](reindex_inj (mulIg s0)); apply: eq_bigr => y _.
  by rewrite ffunE expr2.
have uT : \sum_y (u y : R) = T.
  by rewrite /T [RHS](reindex_inj (mulIg s0)); apply: eq_bigr => y _; rewrite ffunE.
have Q_gt0 : 0 < Q.
  rewrite lt_def sumr_ge0 ?andbT => [|y _]; last by rewrite -expr2 sqr_ge0.
  apply: contraTneq T_le => ->; rewrite mulr0 -ltNge exprn_gt0 //.
have inner g : g \in G -> w g != 0 -> c * Q <= \sum_y f y * u (y * g^-1)%g.
  move=> Gg nz_g; pose t := (s0^-1 * g)%g.
  have uE y : u (y * g^-1)%g = f (y * t^-1)%g by rewrite ffunE /t invMg invgK mulgA.
  under eq_bigr do rewrite uE; have [eq_g | ne_g] := eqVneq g s0.
    rewrite /t eq_g mulVg; under eq_bigr do rewrite invg1 mulg1.
    exact: (ler_pimull (ltW Q_gt0) c_le1).
  have ts_t : t \in ts.
    by apply/mapP; exists g => //; rewrite mem_enum !inE ne_g Gg.
  have back : \sum_y f y * f (y * t^-1)%g = \sum_y f y * f (y * t)%g.
    rewrite (reindex_inj (mulIg t)); apply: eq_bigr => y _; by rewrite mulgK mulrC.
  rewrite -(ler_pmul2l (ltr0n R 2 : 0 < 2%:R)) mulrA mulr_sumr.
  rewrite [X in _ <= X](_ : _ = \sum_y f y * (f (y * t^-1)%g + f (y * t)%g)); last first.
    by under [RHS]eq_bigr do rewrite mulrDr; rewrite big_split /= -back -mulr2n mulr_natl.
  apply: ler_sum => y _; rewrite mulrCA ler_wpmul2l //.
  exact: (box_grows cGG phi_ge0 phi_last phi_step sG ts_t).
have low : c * Q <= fdot f e.
  have -> : fdot f e = \sum_(g in G) w g * \sum_y f y * u (y * g^-1)%g.
    rewrite /fdot; under [RHS]eq_bigr do rewrite mulr_sumr; rewrite [RHS]exchange_big.
    apply: eq_bigr => y _; rewrite /e /average sum_ffunE mulr_sumr; apply: eq_bigr => g _.
    by rewrite !ffunE -[_ *: _]/(w g * _) mulrCA.
  rewrite -[X in X <= _]mul1r -sum_w mulr_suml; apply: ler_sum => g Gg.
  have [-> | nz_g] := eqVneq (w g) 0; first by rewrite !mul0r.
  by rewrite ler_wpmul2l ?w_ge0 ?inner.
have far : c ^+ 2 * Q <= square e.
  have := fdot_ge0 (e + (- c) *: f); rewrite fdotDl !fdotDr !fdotZl !fdotZr [fdot e f]fdotC.
  have -> : fdot f f = Q by [].
  move=> ge0; rewrite (dot_square EA) -subr_ge0; apply: le_trans ge0 _.
  by rewrite -subr_ge0 expr2 (far_identity (ring_of R)) addr_ge0 // mulr_ge0 // subr_ge0.
have fixed : square (fixed_average G u) = #|G|%:R^-1 * T ^+ 2.
  rewrite -(dot_fixed EA) /fdot; transitivity (\sum_y (u y : R) * (#|G|%:R^-1 * T)).
    apply: eq_bigr => y _; have [Gy | /Au->] := boolP (y \in G); last by rewrite !mul0r.
    congr (_ * _); rewrite /fixed_average ffunE sum_ffunE -[_ *: _]/(_ * _); congr (_ * _).
    rewrite -uT [RHS](bigID (mem G)) /= [X in _ = _ + X]big1 ?addr0 => [|z /Au//].
    rewrite (reindex_inj (inj_comp (mulIg y) invg_inj)) /=; apply: eq_big => [z | z _].
      by rewrite groupMr ?groupV.
    by rewrite !ffunE invMg invgK mulgA mulgV mul1g.
  by rewrite -mulr_suml uT mulrCA expr2.
have := (weakP EA eps sum_w).1 wk u Au; rewrite -/e uQ fixed => le_e.
have G_gt0 := orderR_gt0 R G.
have {}le_e : (c ^+ 2 - eps) * Q <= (1 - eps) * (#|G|%:R^-1 * T ^+ 2).
  rewrite -subr_ge0 in le_e; rewrite -subr_ge0; apply: le_trans le_e _.
  by rewrite -subr_ge0 (last_identity (ring_of R)) subr_ge0.
rewrite -(ler_pmul2r Q_gt0); apply: le_trans (_ : (1 - eps) * T ^+ 2 <= _); last first.
  by rewrite -mulrA ler_wpmul2l // subr_ge0.
move: le_e; rewrite -(ler_pmul2l G_gt0) [X in X <= _ -> _]mulrCA [X in _ <= X -> _]mulrCA.
by rewrite [#|G|%:R * (_ * _)]mulrA mulfV ?gt_eqF // mul1r mulrA.
Qed.

End Bound.

(** ** Computation *)

Definition entry (l : seq Z) (a : nat) : Z := nth 0%BZ l a.

Definition profile (l : seq Z) (a b : Z) : bool :=
  all (Z.leb 0) l &&
  all (fun i => 2 * a * entry l i <=? b * ((if i is j.+1 then entry l j else 0) + entry l i.+1))%BZ
    (iota 0 (size l)).

Definition boxes (l : seq Z) (a b o p q : Z) (v : nat) : bool :=
  [&& profile l a b, (0 <? zsum l)%BZ, (0 <=? a)%BZ && (a <=? b)%BZ && (0 <? b)%BZ, (p <=? q)%BZ && (0 <? q)%BZ
    & (b * b * (q - p) * iter v.-2 (Z.mul (Z.of_nat (size l))) 1 <? (a * a * q - p * b * b) * o)%BZ]
  && (0 <? a * a * q - p * b * b)%BZ.

Theorem box_sound (R : realFieldType) N S k l a b o p q v (G := group_of N S)
    (F := all_functions R G) :
    abelian G -> (o <= Z.of_nat #|G|)%BZ -> boxes l a b o p q v ->
    (if k is signed then false else true) ->
  at_least G k (weak G F (fraction R p q)) v.
Proof.
move=> cGG le_o /andP[/and5P[/andP[/allP l_ge0 /allP steps] sum_gt0]].
case/andP=> /andP[/(zr_ge0 R) a_ge0 /(zr_le R) le_ab] /(zr_lt R) b_gt0.
case/andP=> /(zr_le R) le_pq /(zr_lt R) q_gt0 few slope_gt0 ns.
apply: at_least_nonnegative => [eq_k|w sum_w w_ge0 wk]; first by rewrite eq_k in ns.
rewrite leqNgt; apply/negP=> lt_v.
pose phi i : R := zr R (entry l i); pose m := size l.
have sum_phi : \sum_(i < m) phi i = zr R (zsum l).
  by rewrite zr_zsum (big_nth 0%BZ) big_mkord.
have m_gt0 : (0 < m)%N.
  by rewrite lt0n; apply: contraL sum_gt0 => /nilP->.
have phi_ge0 i : 0 <= phi i.
  rewrite /phi /entry; have [lt_i | /(nth_default 0%BZ)-> //] := ltnP i (size l).
  by apply/zr_ge0/l_ge0/mem_nth.
have phi_last : phi m = 0 by rewrite /phi /entry nth_default.
have phi_step i : (i < m)%N ->
    2%:R * (zr R a / zr R b) * phi i <= (if i is j.+1 then phi j else 0) + phi i.+1.
  move=> lt_i; have /(zr_le R) : (2 * a * entry l i
      <=? b * ((if i is j.+1 then entry l j else 0) + entry l i.+1))%BZ.
    by apply: steps; rewrite mem_iota.
  rewrite !zrM zrD => le_i; rewrite mulrA mulrAC ler_pdivr_mulr // [X in _ <= X]mulrC.
  by apply: le_trans le_i _; case: (i).
have phi_gt0 : 0 < \sum_(i < m) phi i by rewrite sum_phi; apply: (zr_lt R sum_gt0).
have c_ge0 : 0 <= zr R a / zr R b by rewrite divr_ge0 // ltW.
have c_le1 : zr R a / zr R b <= 1 by rewrite ler_pdivr_mulr // mul1r.
have eps_le1 : fraction R p q <= 1 by rewrite ler_pdivr_mulr // mul1r.
have le_k : (#|[set g in G | w g != 0%R]| <= v.-2.+1)%N.
  by case: v lt_v {few} => [|[|v']]; rewrite ?ltnS //= => /leq_trans; apply.
have := box_bound cGG phi_ge0 phi_last phi_step phi_gt0 c_ge0 c_le1 eps_le1 sum_w w_ge0 wk le_k m_gt0.
have [x_b y_q] : (zr R a / zr R b) * zr R b = zr R a /\ fraction R p q * zr R q = zr R p.
  by split; rewrite divfK // gt_eqF.
have bbq_gt0 : 0 < zr R b * zr R b * zr R q by rewrite !mulr_gt0.
rewrite -(ler_pmul2l bbq_gt0) mulrA [X in _ <= X -> _]mulrA expr2.
rewrite (slope_identity (ring_of R)) (rest_identity (ring_of R)) x_b y_q.
have <- : zr R (iter v.-2 (Z.mul (Z.of_nat (size l))) 1%BZ) = (m ^ v.-2)%:R.
  by elim: (v.-2) => // i IHi; rewrite iterS zrM zr_nat IHi expnS natrM.
rewrite leNgt => /negP; apply; have := zr_lt R few; rewrite !zrM !zrB !zrM => /lt_le_trans; apply.
rewrite ler_wpmul2l //; first by have := zr_lt R slope_gt0; rewrite zrB !zrM => /ltW.
by rewrite -[#|G|%:R]zr_nat; apply: zr_le; apply/Z.leb_le.
Qed.
