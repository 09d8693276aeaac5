(** * The elements of determinant 1 (MATHEMATICS.md, 2.4, 2.8)               *)
(*                                                                            *)
(* Half of a group is exact on polynomials all of whose monomials are fixed   *)
(* by an element of determinant -1. Groups are not listed.                    *)
(*                                                                            *)
(*  on_coordinates d g == the permutation of the d coordinates that g makes,  *)
(*                     up to signs                                            *)
(*        turned d g == g changes an odd number of signs                      *)
(*           det d g == g has determinant -1 on the coordinates               *)
(*    kernel d N S == the elements of the group of determinant 1              *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Determinant.

Variables (d N : nat) (S : seq (seq nat)).
Hypothesis perm_S : all (is_perm N) S.
Hypothesis sign_S : moves_coordinates d N S.
Local Notation G := (group_of N S).
Implicit Types (g h : 'S_N) (i j : 'I_d).

Definition on_coordinates g : 'S_d :=
  odflt 1%g [pick p : 'S_d | [forall i, p i == coordinate_index d (image g i) :> nat]].

Definition turned g : bool := \big[addb/false]_(i < d) (d <= image g i)%N.

Definition det g : bool := odd_perm (on_coordinates g) (+) turned g.

Lemma index_lt p : (p < N)%N -> (coordinate_index d p < d)%N.
Proof.
move=> lt_p; rewrite /coordinate_index; case: (ltnP p d) => // le_p.
by rewrite ltn_subLR // (leq_trans lt_p) // (points_ge sign_S).
Qed.

Lemma ord_N i : (i < N)%N. Proof. exact: ord_lt sign_S i. Qed.

(* The image of a coordinate with its sign.                                   *)
Lemma image_index h p : h \in G -> (p < N)%N ->
  coordinate_index d (image h p) = coordinate_index d (image h (coordinate_index d p))
  /\ (d <= image h p)%N = (d <= p)%N (+) (d <= image h (coordinate_index d p))%N.
Proof.
move=> Gh lt_p; case: (ltnP p d) => [lt_pd | le_p].
  by rewrite [coordinate_index d p]/coordinate_index lt_pd.
have -> : coordinate_index d p = (p - d)%N by rewrite /coordinate_index ltnNge le_p.
have lt_pd : (p - d < d)%N by rewrite ltn_subLR // (leq_trans lt_p) // (points_ge sign_S).
set c := (p - d)%N in lt_pd *.
have eq_p : p = (d + c)%N by rewrite subnKC.
have lt_hc : (image h c < d + d)%N.
  by apply: leq_trans (image_lt h (ord_N (Ordinal lt_pd))) (points_ge sign_S).
rewrite eq_p (image_addd perm_S sign_S Gh lt_pd) -?eq_p //.
rewrite /opposite; case: (ltnP (image h c) d) => [lt_c | le_c].
  by rewrite /coordinate_index ltnNge leq_addr lt_c addKn.
by rewrite /coordinate_index ltn_subLR // lt_hc [(image h c < d)%N]ltnNge le_c leqNgt ltn_subLR // lt_hc.
Qed.

Lemma on_coordinatesE g i : g \in G -> on_coordinates g i = coordinate_index d (image g i) :> nat.
Proof.
move=> Gg; rewrite /on_coordinates; case: pickP => [p /forallP/(_ i)/eqP //|no_p].
pose f j := Ordinal (index_lt (image_lt g (ord_N j))).
have inj_f : injective f.
  move=> j k /(congr1 val) /= eq_f.
  have im_inj a b : (a < N)%N -> (b < N)%N -> image g a = image g b -> a = b.
    by move=> lt_a lt_b; rewrite !imageE => /val_inj/perm_inj[].
  apply: val_inj; have [lt_j lt_k] := (ord_N j, ord_N k); move: eq_f; rewrite /coordinate_index.
  have opp (a b : 'I_d) : (image g a < d)%N -> (d <= image g b)%N ->
      image g a = (image g b - d)%N -> a = b :> nat.
    move=> lt_a le_b eq_ab; have lt_ga : (d + a < N)%N.
      have := sign_S; rewrite /moves_coordinates; case/orP => [/eqP eqN | /andP[/eqP eqN _]].
        by have := leq_trans (image_lt g (ord_N b)) (eq_leq eqN); rewrite ltnNge le_b.
      by apply: leq_trans (eq_leq (esym eqN)); rewrite ltn_add2l.
    have /im_inj : image g (d + a) = image g b.
      by rewrite (image_addd perm_S sign_S Gg) // /opposite lt_a eq_ab subnKC.
    move/(_ lt_ga (ord_N b)) => eq_b; have := ltn_ord b; rewrite -eq_b.
    by rewrite ltnNge leq_addr.
  case: (ltnP (image g j) d) => lt1; case: (ltnP (image g k) d) => lt2 eq_f.
  - exact: im_inj.
  - exact: opp eq_f.
  - by apply/esym/opp.
  by apply: im_inj => //; rewrite -(subnKC lt1) eq_f subnKC.
have /forallP[] := no_p (perm inj_f); move=> j; rewrite permE; exact: eqxx.
Qed.

Lemma on_coordinatesM : {in G &, forall g h, on_coordinates (g * h)%g = (on_coordinates g * on_coordinates h)%g}.
Proof.
move=> g h Gg Gh; apply/permP=> i; apply: val_inj; rewrite /= permM !on_coordinatesE ?groupM // imageM.
by have [-> _] := image_index Gh (image_lt g (ord_N i)).
Qed.

Lemma detM : {in G &, forall g h, det (g * h)%g = det g (+) det h}.
Proof.
move=> g h Gg Gh; rewrite /det on_coordinatesM // odd_permM.
have -> : turned (g * h)%g = turned g (+) turned h.
  rewrite /turned [X in _ = _ (+) X](reindex_inj (@perm_inj _ (on_coordinates g))) -big_split /=.
  apply: eq_bigr => i _; rewrite imageM on_coordinatesE //.
  by have [_ ->] := image_index Gh (image_lt g (ord_N i)).
by rewrite addbACA.
Qed.

Definition kernel := [set g in G | ~~ det g].

(* Half of the group, if it is not all.                                       *)
Lemma card_kernel r : r \in G -> det r -> (#|kernel|.*2 = #|G|)%N.
Proof.
move=> Gr det_r; rewrite -addnn.
have -> : #|G| = (#|kernel| + #|[set g in G | det g]|)%N.
  rewrite -(cardsID [set g | det g] G) addnC; congr (_ + _)%N; apply: eq_card => g.
    by rewrite !inE andbC.
  by rewrite !inE.
congr (_ + _)%N; rewrite -(card_imset _ (mulIg r)); apply: eq_card => g.
rewrite inE; apply/imsetP/andP=> [[h + ->]|[Gg det_g]].
  by rewrite inE => /andP[Gh /negPf det_h]; rewrite groupM // detM // det_h det_r.
exists (g * r^-1)%g; last by rewrite mulgKV.
have GV : r^-1%g \in G by rewrite groupV.
rewrite inE groupM //=; have := detM GV Gr; rewrite mulVg detM // det_g det_r addbT.
have := detM (group1 G) (group1 G); rewrite mulg1; case: (det 1%g) => //= _.
by case: (det r^-1).
Qed.

End Determinant.

Section Exact.

Variables (R : realFieldType) (d N : nat) (S : seq (seq nat)).
Hypothesis perm_S : all (is_perm N) S.
Hypothesis sign_S : moves_coordinates d N S.
Local Notation G := (group_of N S).
Local Notation det := (det d).
Local Notation kernel := (kernel d N S).

Theorem determinant_exact D (w : 'S_N -> R) (c : bool -> R) :
    {in G, forall g, w g = c (det g)} ->
    (forall m : 'X_{1..d}, mdeg m \in D ->
       exists r, [/\ r \in G, det r & move r 'X_[m] = 'X_[m] :> {mpoly R[d]}]) ->
  exact G (polynomials R d N D) w.
Proof.
move=> w_c fixed f Ff h Gh; have EF := polynomials_euclidean R perm_S sign_S D.
pose X m : space (polynomials R d N D) := 'X_[m] : {mpoly R[d]}.
have -> : average G w f = \sum_(m <- msupp f) f@_m *: average G w (X m).
  rewrite /average; under [RHS]eq_bigr do rewrite scaler_sumr; rewrite exchange_big.
  apply: eq_bigr => g _; have def_f : f = \sum_(m <- msupp f) f@_m *: X m by apply: mpolyE.
  rewrite {1}def_f (act_sum EF) scaler_sumr; apply: eq_bigr => m _.
  by rewrite !scalerA mulrC.
rewrite (act_sum EF) !big_seq; apply: eq_bigr => m f_m; congr (_ *: _).
have [r [Gr det_r fix_m]] := fixed m (Ff m f_m).
rewrite (act_average EF) //; have [det_h | det_h] := boolP (det h); last first.
  rewrite /average [RHS](reindex_inj (mulIg h)) /=.
  apply: eq_big => g; first by rewrite groupMr.
  by move=> Gg; rewrite !w_c ?groupM // (detM perm_S sign_S) // (negPf det_h) addbF.
rewrite /average [RHS](reindex_inj (mulgI r)) [RHS](reindex_inj (mulIg h)) /=.
apply: eq_big => g; first by rewrite groupMl ?groupMr.
move=> Gg; have Ggh : (g * h)%g \in G by rewrite groupM.
rewrite !w_c ?groupM // (detM perm_S sign_S) // (detM perm_S sign_S) // det_r det_h addbT /= negbK.
by congr (_ *: _); rewrite /act /= [RHS](moveM perm_S sign_S _ Gr Ggh) fix_m.
Qed.

Lemma kernel_at_most k D :
    (forall m : 'X_{1..d}, mdeg m \in D ->
       exists r, [/\ r \in G, det r & move r 'X_[m] = 'X_[m] :> {mpoly R[d]}]) ->
  at_most G k (exact G (polynomials R d N D)) #|kernel|.
Proof.
move=> fixed; apply: at_most_uniform.
pose s := enum kernel; pose w g : R := (count_mem g s)%:R / (size s)%:R.
exists w, (size s); split; last by rewrite /s -cardE.
  exists s; split=> // [g|]; first by rewrite mem_enum inE => /andP[].
  rewrite -cardE; apply/card_gt0P; exists 1%g; rewrite inE group1 /=.
  by have := detM perm_S sign_S (group1 G) (group1 G); rewrite mulg1; case: (det 1%g).
apply: (determinant_exact (c := fun b => (~~ b)%:R / (size s)%:R)) => // g Gg.
by rewrite /w count_uniq_mem ?enum_uniq // mem_enum inE Gg.
Qed.

End Exact.
