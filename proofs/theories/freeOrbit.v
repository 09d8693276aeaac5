(** * Evidence free-orbit, regular and rank (MATHEMATICS.md, 2.3)             *)
(*                                                                            *)
(* If the translates of one function, or of several functions jointly, are    *)
(* linearly independent, then an exact averaging scheme gives every element   *)
(* of the group the same weight, over any field.                              *)
(*                                                                            *)
(*       independent G v == the vectors v g, g in G, of an F-module, are      *)
(*                          linearly independent: a combination of them that  *)
(*                          vanishes has only zero coefficients               *)
(*       free_orbit rG f == the joint translates rG g *m f of the r columns   *)
(*                          of the n x r matrix f are independent; for r = 1, *)
(*                          f is one function                                 *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From Reynolds Require Import averaging.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope GRing.Theory.
Local Open Scope ring_scope.

Section Independent.

Variables (F : fieldType) (gT : finGroupType) (G : {group gT}).
Variables (V : lmodType F).
Implicit Types (v : gT -> V) (w c : gT -> F).

Definition independent v :=
  forall c, \sum_(g in G) c g *: v g = 0 -> {in G, forall g, c g = 0}.

Lemma independent_inj v c1 c2 : independent v ->
    \sum_(g in G) c1 g *: v g = \sum_(g in G) c2 g *: v g ->
  {in G, c1 =1 c2}.
Proof.
move=> ind_v /eqP; rewrite -subr_eq0 -sumrB => /eqP sum0 g Gg.
apply/eqP; rewrite -subr_eq0; apply/eqP; apply: (ind_v (fun g => c1 g - c2 g)) => //.
by rewrite -[RHS]sum0; apply: eq_bigr => x _; rewrite scalerBl.
Qed.

(* The heart of the matter: independent translates v g, moved by h from v g   *)
(* to v (h g), and a weighted sum of them that does not move.                 *)
Lemma independent_constant v w : independent v ->
    {in G, forall h, \sum_(g in G) w g *: v (h * g)%g
                     = \sum_(g in G) w g *: v g} ->
  {in G, forall g, w g = w 1%g}.
Proof.
move=> ind_v inv_w g Gg; rewrite -[in RHS](mulVg g).
apply/esym; apply: (independent_inj (c1 := fun x => w (g^-1 * x)%g) ind_v) => //.
rewrite -(inv_w g Gg) [LHS](reindex_inj (mulgI g)) /=.
by apply: eq_big => x; rewrite ?groupMl // mulKg.
Qed.

End Independent.

Section FreeOrbit.

Variables (F : fieldType) (gT : finGroupType) (G : {group gT}) (n : nat).
Variable rG : mx_representation F G n.

Definition free_orbit r (f : 'M[F]_(n, r)) := independent G (fun g => rG g *m f).

(* Evidence *free orbit*, for one function (r = 1) or for several (r).        *)
Theorem free_orbit_only_uniform r (f : 'M_(n, r)) :
  free_orbit f -> only_uniform rG.
Proof.
move=> free_f; apply: only_uniform_constant => w sch_w /exactP ex_w.
apply: independent_constant free_f _ => h Gh /=.
rewrite -mul_averaging_mx -[in RHS](ex_w h Gh) -mulmxA mul_averaging_mx mulmx_sumr.
by apply: eq_bigr => g Gg; rewrite -scalemxAr repr_mxM // mulmxA.
Qed.

(* Evidence *rank*: the |G| vectors of matrix entries have rank |G|.          *)
Theorem rank_only_uniform :
  \rank (enveloping_algebra_mx rG) = #|G| -> only_uniform rG.
Proof.
move=> rkG; apply: (@free_orbit_only_uniform _ 1%:M) => c.
under eq_bigr do rewrite mulmx1.
move=> sum0 g Gg; have: row_free (enveloping_algebra_mx rG) by apply/eqP.
move/row_free_inj => /(_ 1%N); rewrite -[X in X -> _]/(injective _) => inj_G.
have /inj_G/rowP/(_ (enum_rank_in Gg g)) :
    (\row_i c (enum_val i)) *m enveloping_algebra_mx rG = 0 *m enveloping_algebra_mx rG.
  rewrite mul0mx mulmx_sum_row -[RHS](linear0 (mxvec_linear _ _ _)) -sum0.
  rewrite linear_sum /= (reindex_onto enum_val (enum_rank_in Gg)) => [|x Gx] /=.
    apply: eq_big => [i | i _]; first by rewrite enum_valP enum_valK_in eqxx.
    by rewrite !mxE rowK linearZ.
  by rewrite enum_rankK_in.
by rewrite !mxE enum_rankK_in.
Qed.

End FreeOrbit.

(* Evidence *regular*: on all functions on G only the uniform weights work.   *)
Theorem regular_only_uniform (F : fieldType) (gT : finGroupType)
  (G : {group gT}) : only_uniform (regular_repr F G).
Proof.
apply: (@free_orbit_only_uniform _ _ _ _ _ _ (delta_mx (gring_index G 1%g) 0 : 'cV_ _)).
move=> c sum0 g Gg; move/matrixP/(_ (gring_index G g^-1%g) 0): sum0.
rewrite summxE (bigD1 g) //= big1 ?addr0 => [|h /andP[Gh ne_hg]].
  rewrite !mxE (bigD1 (gring_index G 1%g)) //= big1 => [|i /negPf ne_i1].
    rewrite !mxE !eqxx gring_indexK ?groupV // mulVg eqxx addr0 !mulr1 => ->.
    by [].
  by rewrite !mxE ne_i1 mulr0.
rewrite !mxE big1 ?mulr0 // => i _; rewrite !mxE gring_indexK ?groupV //=.
case: eqP => [->|]; last by rewrite mul0r.
case: eqP => [/(congr1 enum_val)|]; last by rewrite mulr0.
rewrite !gring_indexK ?groupM ?groupV // => /eqP.
by rewrite -eq_mulVg1 eq_sym (negPf ne_hg).
Qed.
