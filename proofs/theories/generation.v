(** * Evidence generation (MATHEMATICS.md, 3.5 Generation)                    *)
(*                                                                            *)
(* If a scheme, signed weights too, is weakly symmetric to within some eps    *)
(* below 1, the quotients of its elements leave nothing invariant that G      *)
(* does not. On all functions on G they generate G, so the size is at least   *)
(* 1 + 'm(G), where 'm(G) is the least number of generators of G, and         *)
(* exponent (G / G') to the power size - 1 is at least |G / G'|.              *)
(*                                                                            *)
(*       quotients G w s == the elements s^-1 * t, t in the support of w      *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From Reynolds Require Import averaging spectral regular welch.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* A product of cyclic groups whose elements have orders dividing e.          *)
Lemma card_bigdprod_cycles (gT : finGroupType) (e : nat) (b : seq gT) (G : {group gT}) :
    (0 < e)%N -> (\big[dprod/1]_(x <- b) <[x]> = G)%g ->
    {in G, forall x, x ^+ e = 1}%g ->
  (#|G| <= e ^ size b)%N.
Proof.
move=> e_gt0; elim: b G => [|x b IHb] G; first by rewrite big_nil => <-; rewrite cards1.
rewrite big_cons => defG exG; have [[_ K _ defK] _ _ _] := dprodP defG.
have [sxG sKG] : <[x]> \subset G /\ K \subset G.
  by apply: mulG_sub; rewrite -defK; apply: dprodW.
rewrite -(dprod_card defG) /= expnS leq_mul //.
  rewrite -orderE dvdn_leq // order_dvdn; apply/eqP/exG.
  by rewrite -cycle_subG.
by rewrite defK; apply: IHb => // y Ky; apply: exG; apply: (subsetP sKG).
Qed.

Lemma abelian_card_exponent (gT : finGroupType) (A : {group gT}) : abelian A ->
  (#|A| <= exponent A ^ 'm(A))%N.
Proof.
move=> cAA; rewrite grank_abelian // -size_abelian_type //.
have [b defA <-] := abelian_structure cAA; rewrite size_map.
by apply: (card_bigdprod_cycles (exponent_gt0 A) defA) => x; apply: expg_exponent.
Qed.

Section Quotients.

Variables (F : fieldType) (gT : finGroupType) (G : {group gT}).
Variable w : gT -> F.
Hypothesis sch_w : averaging_scheme G w.

Definition quotients s := [set s^-1 * t | t in scheme_support G w]%g.

Lemma scheme_support_neq0 : exists s, s \in scheme_support G w.
Proof.
apply/set0Pn; apply: contra_eq_neq (eqP sch_w) => supp0.
rewrite big1 ?(eq_sym 0) ?oner_eq0 // => g Gg; apply/eqP; apply: contraT => nzw.
by have := in_set0 g; rewrite -supp0 inE Gg nzw.
Qed.

Lemma quotients_sub s : s \in scheme_support G w -> quotients s \subset G.
Proof.
rewrite inE => /andP[Gs _]; apply/subsetP=> _ /imsetP[t + ->].
by rewrite inE => /andP[Gt _]; rewrite groupM ?groupV.
Qed.

(* The average of what the quotients fix is one translate of it.              *)
Lemma averaging_quotients n (rG : mx_representation F G n) s m (f : 'M_(n, m)) :
    s \in scheme_support G w -> {in quotients s, forall h, rG h *m f = f} ->
  averaging_mx rG w *m f = rG s *m f.
Proof.
move=> supp_s fix_f; rewrite mul_averaging_mx -[RHS]scale1r -(eqP sch_w) scaler_suml.
apply: eq_bigr => t Gt; have [-> | nzw] := eqVneq (w t) 0; first by rewrite !scale0r.
have [Gs _] : s \in G /\ w s != 0 by move: supp_s; rewrite inE => /andP.
rewrite -[t](mulKVg s) repr_mxM ?groupM ?groupV // -mulmxA fix_f //.
by apply: imset_f; rewrite inE Gt.
Qed.

(* Exact schemes, over any field.                                             *)
Theorem exact_quotients_invariant n (rG : mx_representation F G n) s (f : 'cV_n) :
    exact rG w -> s \in scheme_support G w ->
    {in quotients s, forall h, rG h *m f = f} ->
  {in G, forall g, rG g *m f = f}.
Proof.
move=> /exact_invariantP ex_w supp_s fix_f g Gg.
have Gs : s \in G by move: supp_s; rewrite inE => /andP[].
have Es := averaging_quotients supp_s fix_f.
have fix_sf h : h \in G -> rG h *m (rG s *m f) = rG s *m f.
  by move=> Gh; rewrite -Es ex_w.
have := fix_sf s^-1%g; rewrite groupV => /(_ Gs).
by rewrite mulmxA -repr_mxM ?groupV // mulVg repr_mx1 mul1mx => ->; apply: fix_sf.
Qed.

End Quotients.

Section Weak.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variable w : gT -> R.
Hypothesis sch_w : averaging_scheme G w.
Variable eps : R.
Hypothesis eps_lt1 : eps < 1.

(* What the quotients fix is invariant.                                       *)
Theorem weak_quotients_invariant n (rG : mx_representation R G n) s (f : 'cV_n) :
    orthogonal rG -> weak rG w eps -> s \in scheme_support G w ->
    {in quotients G w s, forall h, rG h *m f = f} ->
  {in G, forall g, rG g *m f = f}.
Proof.
move=> orthoG /(weak_error orthoG sch_w)/(_ f) wk supp_s fix_f.
have Gs : s \in G by move: supp_s; rewrite inE => /andP[].
apply/(reynolds_mx_fixP rG (order_neq0 R G)); apply/eqP.
rewrite eq_sym -subr_eq0 -sqnorm_eq0 eq_le sqnorm_ge0 andbT.
move: wk; rewrite mulmxBl (averaging_quotients sch_w supp_s fix_f).
rewrite -[X in rG s *m f - X *m f](reynolds_mxMl rG Gs) -mulmxA -mulmxBr.
rewrite sqnorm_orthogonal // -subr_ge0 -{2}[sqnorm _]mul1r -mulrBl.
by rewrite nmulr_rge0 // subr_lt0.
Qed.

Local Notation aG := (regular_repr R G).

(* On all functions on G: the quotients generate G.                           *)
Theorem weak_generates s : weak aG w eps -> s \in scheme_support G w ->
  <<quotients G w s>> = G.
Proof.
move=> wk supp_s; apply/eqP; rewrite eqEsubset gen_subG quotients_sub //=.
pose H := <<quotients G w s>>%G; pose f : 'cV[R]_#|G| := \col_i (enum_val i \in H)%:R.
have fE h : h \in G -> f (gring_index G h) 0 = (h \in H)%:R.
  by move=> Gh; rewrite mxE gring_indexK.
have fix_f : {in quotients G w s, forall h, aG h *m f = f}.
  move=> h Qh; have Gh := subsetP (quotients_sub supp_s) h Qh.
  apply/matrixP=> i j; rewrite (ord1 j) -[i]gring_valK; have := enum_valP i.
  move: (enum_val i) => x Gx; have Gxh : (x * h)%g \in G by apply: groupM.
  by rewrite regular_col // !fE // groupMr // mem_gen.
have inv_f := weak_quotients_invariant (@regular_orthogonal R _ G) wk supp_s fix_f.
apply/subsetP=> g Gg; have /matrixP/(_ (gring_index G 1%g) 0) := inv_f g Gg.
rewrite regular_col // mul1g !fE // group1; case: (g \in H) => // /eqP.
by rewrite eq_sym oner_eq0.
Qed.

(* Evidence *generation*: one element more than the least number of           *)
(* generators.                                                                *)
Theorem generation_size : weak aG w eps -> ('m(G) < scheme_size G w)%N.
Proof.
move=> wk; have [s supp_s] := scheme_support_neq0 sch_w.
pose Q := (quotients G w s :\ 1)%g.
have genQ : <<Q>> = G.
  apply/eqP; rewrite eqEsubset gen_subG; apply/andP; split.
    by apply: subset_trans (quotients_sub supp_s); apply: subD1set.
  rewrite -{1}(weak_generates wk supp_s) gen_subG; apply/subsetP=> h Qh.
  by have [-> | ne_h1] := eqVneq h 1%g; rewrite ?group1 // mem_gen // !inE ne_h1.
have Q1 : (1%g : gT) \in quotients G w s by apply/imsetP; exists s; rewrite ?mulVg.
rewrite /scheme_size -(card_imset _ (mulgI s^-1%g)) -/(quotients G w s).
rewrite (cardsD1 1%g) Q1 add1n ltnS -/Q -{1}genQ; exact: grank_min.
Qed.

(* In terms of the largest abelian quotient.                                  *)
Theorem generation_abelian : weak aG w eps ->
  (#|(G / G^`(1))%g| <= exponent (G / G^`(1))%g ^ (scheme_size G w).-1)%N.
Proof.
move=> wk; have lt_size := generation_size wk.
have nG'G : (G \subset 'N(G^`(1)))%g by apply: normal_norm; apply: der_normal.
apply: leq_trans (abelian_card_exponent _) _; first exact: sub_der1_abelian.
rewrite leq_pexp2l ?exponent_gt0 //; apply: leq_trans (quotient_grank nG'G) _.
by rewrite -ltnS (ltn_predK lt_size).
Qed.

(* A group with a quotient (Z/p)^r needs r + 1 elements.                      *)
Theorem generation_quotient (N : {group gT}) p r : (N <| G)%g ->
    (p.-abelem (G / N))%g -> #|(G / N)%g| = (p ^ r)%N -> prime p ->
  weak aG w eps -> (r < scheme_size G w)%N.
Proof.
move=> nNG abelG oG p_pr wk; apply: leq_ltn_trans (generation_size wk).
apply: leq_trans (quotient_grank (normal_norm nNG)).
rewrite (grank_abelian (abelem_abelian abelG)) (rank_abelem abelG).
by rewrite oG pfactorK.
Qed.

Corollary generation_elementary p r : (p.-abelem G)%g -> #|G| = (p ^ r)%N ->
  prime p -> weak aG w eps -> (r < scheme_size G w)%N.
Proof.
move=> abelG oG p_pr wk; apply: leq_ltn_trans (generation_size wk).
by rewrite (grank_abelian (abelem_abelian abelG)) (rank_abelem abelG) oG pfactorK.
Qed.

(* A group that is not cyclic needs three elements.                           *)
Corollary generation_noncyclic : ~~ cyclic G -> weak aG w eps ->
  (2 < scheme_size G w)%N.
Proof.
move=> ncG wk; apply: leq_ltn_trans (generation_size wk).
rewrite ltnNge; apply: contra ncG; have [B defG <-] := grank_witness G.
rewrite -defG; case: (set_0Vmem B) => [-> _ | [x Bx] le_B1].
  by rewrite gen0 cyclic1.
suffices -> : B = [set x] by apply: cycle_cyclic.
by apply/eqP; rewrite eq_sym eqEcard sub1set Bx cards1.
Qed.

End Weak.

(* The same on a class where only the uniform weights are exact, that is, in  *)
(* which every irreducible occurs.                                            *)
Theorem generation_only_uniform (R : archiFieldType) (gT : finGroupType)
    (G : {group gT}) (n : nat) (rG : mx_representation R G n) (w : gT -> R) eps :
    averaging_scheme G w -> orthogonal rG -> only_uniform rG ->
    0 <= eps -> eps < 1 -> weak rG w eps ->
  ('m(G) < scheme_size G w)%N.
Proof.
move=> sch_w orthoG uni eps_ge0 eps_lt1 wk.
by apply: (generation_size sch_w eps_lt1); apply: weak_all wk.
Qed.
