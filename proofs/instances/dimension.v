(** * Evidence dimension, computed (MATHEMATICS.md, 2.14)                     *)
(*                                                                            *)
(* z / |G| is a projection onto irreducibles that do not occur in the class:  *)
(* it is idempotent, acts on the class with trace 0, and has sum 0. The       *)
(* weights that it generates act as 0; they are a space of dimension z(1).    *)
(* Added to a nonnegative exact scheme they remove elements, until at most    *)
(* |G| - z(1) are left (Caratheodory).                                        *)
(*                                                                            *)
(*   translates G z == the matrix z (g^-1 h)                                  *)
(*   dimension_bound N S n rs phi z m == z is as described, phi being the     *)
(*                     traces of the class on rs, and |G| - z(1) <= m         *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds Require pairing.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness nearness classFunctions linearProgramme.
From Reynolds.instances Require Import rankBound characterSum.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Abstract.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Hypothesis square_eq0 : forall v : space F, square v = 0 -> v = 0.
Variable us : seq (space F).
Hypothesis span : forall f : space F, member f -> exists c : seq R, f = \sum_(i < size us) c`_i *: us`_i.
Variable z : gT -> R.
Hypothesis proj_z : projection G z.
Hypothesis trace0 : \sum_(h in G) z h * entries dot us h = 0.
Hypothesis sum0 : \sum_(h in G) z h = 0.
Implicit Types w : gT -> R.

Local Notation support w := [set g in G | w g != 0].
Local Notation n := #|G|.
Local Notation E := (@average R gT G F).

Lemma average_combination (I : Type) (r : seq I) (c : I -> R) (v : I -> space F) (k : gT -> R) :
  E k (\sum_(i <- r) c i *: v i) = \sum_(i <- r) c i *: E k (v i).
Proof.
rewrite /average; under [RHS]eq_bigr do rewrite scaler_sumr; rewrite exchange_big.
apply: eq_bigr => g _; rewrite (act_sum EF) scaler_sumr.
by apply: eq_bigr => i _; rewrite !scalerA mulrC.
Qed.

Lemma absent_acts0 f : member f -> E z f = 0.
Proof.
have us0 u : u \in us -> E z u = 0.
  move=> us_u; apply: square_eq0; apply/eqP.
  have /eqP : \sum_(u <- us) square (E z u) = 0.
    rewrite (sum_square_average EF); transitivity (n%:R * (\sum_(h in G) z h * entries dot us h)).
      by rewrite mulr_sumr; apply: eq_bigr => h Gh; rewrite proj_z // mulrA.
    by rewrite trace0 mulr0.
  rewrite psumr_eq0 => [/allP/(_ u us_u)//|v _].
  by rewrite (dot_square EF) (dot_ge0 EF).
case/span=> c ->; rewrite average_combination big1 // => i _.
by rewrite us0 ?scaler0 // mem_nth.
Qed.

Definition translates : 'M[R]_n := \matrix_(i, j) z ((enum_val i)^-1 * enum_val j)%g.
Local Notation A := translates.

Lemma rank_translates : (\rank A)%:R = z 1%g.
Proof.
have nzG := orderR_neq0 R G; have sym g : g \in G -> z g^-1%g = z g.
  by move=> Gg; apply: (projection_sym proj_z Gg).
have AA : A *m A = n%:R *: A.
  apply/matrixP=> i j; set s := enum_val i; set t := enum_val j.
  have [Gs Gt] : s \in G /\ t \in G by rewrite !enum_valP.
  have AE k l : A k l = z ((enum_val k)^-1 * enum_val l)%g by rewrite mxE.
  transitivity (\sum_(y in G) z (s^-1 * y)%g * z (t^-1 * y)%g).
    rewrite mxE [RHS]big_enum_val; apply: eq_bigr => k _; rewrite !AE -/s -/t; congr (_ * _).
    by rewrite -[RHS]sym ?groupM ?groupV ?enum_valP // invMg invgK.
  rewrite pair_sum ?groupV // invgK mxE AE -/s -/t -[in RHS]sym ?groupM ?groupV //.
  by rewrite invMg invgK.
pose P := n%:R^-1 *: A.
have PP : P *m P = P by rewrite /P -scalemxAl -scalemxAr AA !scalerA -mulrA mulVf // mulr1.
have <- : \rank P = \rank A by rewrite /P mxrank_scale_nz ?invr_eq0.
rewrite -(pairing.trace_idempotent PP) mxtraceZ /mxtrace (eq_bigr (fun=> z 1%g)) => [|i _].
  by rewrite sumr_const card_ord -[z _ *+ _]mulr_natl mulKf.
by rewrite mxE mulVg.
Qed.

(* Combinations of translates of z.                                           *)
Definition combination (x : 'rV[R]_n) (g : gT) : R :=
  \sum_i x 0 i * z ((enum_val i)^-1 * g)%g.

Lemma combinationE x j : combination x (enum_val j) = (x *m A) 0 j.
Proof. by rewrite mxE; apply: eq_bigr => i _; rewrite mxE. Qed.

Lemma combination_sum x : \sum_(g in G) combination x g = 0.
Proof.
rewrite /combination exchange_big big1 // => i _; rewrite -mulr_sumr.
rewrite (reindex_inj (mulgI (enum_val i))) /= (eq_big (mem G) z) => [|g|g _].
- by rewrite sum0 mulr0.
- by rewrite groupMl ?enum_valP.
by rewrite mulKg.
Qed.

Lemma combination_acts0 x f : member f -> E (combination x) f = 0.
Proof.
move=> Ff; rewrite /average /combination; under eq_bigr do rewrite scaler_suml.
rewrite exchange_big big1 // => i _; have Gi := enum_valP i; set s := enum_val i in Gi *.
transitivity (x 0 i *: E z (act s f)); last by rewrite absent_acts0 ?scaler0 //; apply: (member_act EF).
rewrite /average scaler_sumr (reindex_inj (mulgI s)) /=; apply: eq_big => [g|g].
  by rewrite groupMl.
by rewrite groupMl // => Gg; rewrite scalerA mulKg (actMv EF).
Qed.

(* If few elements are not in the support of w, some combination vanishes at  *)
(* all of these, but not everywhere.                                          *)
Lemma combination_inside w : (n < #|support w| + \rank A)%N ->
  exists x, (exists2 g, g \in G & combination x g != 0)
    /\ {in G, forall g, w g = 0 -> combination x g = 0}.
Proof.
move=> large; pose O := [set j : 'I_n | w (enum_val j) == 0].
pose B : 'M[R]_(n, #|O|) := \matrix_(i, l) A i (enum_val l).
have card_O : (#|O| + #|support w| = n)%N.
  have -> : #|support w| = #|~: O|.
    rewrite -!sum1dep_card big_enum_val_cond; apply: eq_bigl => j.
    by rewrite !inE.
  by rewrite cardsC card_ord.
have lt_rank : (\rank B < \rank A)%N.
  apply: leq_ltn_trans (rank_leq_col B) _; rewrite -(ltn_add2r #|support w|) card_O.
  by rewrite addnC [X in (_ < X)%N]addnC in large *.
have : ~~ (kermx B <= kermx A)%MS.
  apply: contraL lt_rank => /mxrankS; rewrite !mxrank_ker -leqNgt => le_ker.
  have le_n := rank_leq_row A; move: le_ker; rewrite leq_subLR addnBA //.
  by rewrite leq_subRL ?leq_add2r // (leq_trans le_n) ?leq_addl.
case/row_subPn=> i not_ker; set x := row i (kermx B) in not_ker.
have xB : x *m B = 0 by rewrite -row_mul mulmx_ker row0.
exists x; split=> [|g Gg w0].
  have : x *m A != 0 by apply: contra not_ker => /eqP/sub_kermxP.
  by case/rV0Pn=> j; rewrite -combinationE => nz; exists (enum_val j); rewrite ?enum_valP.
have [j def_g] : exists j : 'I_n, g = enum_val j by exists (enum_rank_in Gg g); rewrite enum_rankK_in.
have Oj : j \in O by rewrite inE -def_g w0.
have := congr1 (fun M : 'rV_#|O| => M 0 (enum_rank_in Oj j)) xB; rewrite /= [RHS]mxE => xB0.
rewrite def_g combinationE -[RHS]xB0 !mxE; apply: eq_bigr => l _; congr (_ * _).
by rewrite [RHS]mxE enum_rankK_in.
Qed.

Lemma exact_few w : \sum_(g in G) w g = 1 -> {in G, forall g, 0 <= w g} -> exact G F w ->
  exists w', [/\ \sum_(g in G) w' g = 1, {in G, forall g, 0 <= w' g}, exact G F w'
    & (#|support w'| + \rank A <= n)%N].
Proof.
have [m] := ubnP #|support w|; elim: m w => // m IHm w lt_m sum_w w_ge0 ex_w.
have [|large] := leqP (#|support w| + \rank A) n; first by exists w.
have [x [[g Gg nz_g] inside]] := combination_inside large; pose k := combination x.
have [g0 Gg0 k_lt0] : exists2 g0, g0 \in G & k g0 < 0.
  apply/exists_inP; apply: contraNT nz_g => /exists_inPn k_ge0.
  have /eqP := combination_sum x; rewrite psumr_eq0 => [/allP/(_ g (mem_index_enum g))|h /k_ge0].
    by rewrite Gg.
  by rewrite -leNgt.
have: exists2 g1, (g1 \in G) && (k g1 < 0)
    & forall h, (h \in G) && (k h < 0) -> w g1 / - k g1 <= w h / - k h.
  have P0 : (g0 \in G) && (k g0 < 0) by rewrite Gg0.
  pose P h := (h \in G) && (k h < 0).
  by case: (@arg_minP _ _ _ g0 P (fun h => w h / - k h) P0) => g1 P1 min; exists g1.
case=> g1 /andP[Gg1 k1_lt0] least; pose t := w g1 / - k g1.
have t_ge0 : 0 <= t by rewrite divr_ge0 ?w_ge0 // oppr_ge0 ltW.
pose w' h := w h + t * k h.
apply: (IHm w').
- have lt_w' : (#|support w'| < #|support w|)%N.
    apply: proper_card; apply/properP; split.
      apply/subsetP=> h; rewrite !inE => /andP[Gh]; rewrite Gh /=; apply: contra => /eqP w0.
      by rewrite /w' w0 add0r /k inside // mulr0.
    exists g1; rewrite !inE Gg1 /=; first by apply: contraTN k1_lt0 => /eqP/inside-/(_ Gg1); rewrite /k => ->; rewrite ltxx.
    have nz1 : k g1 != 0 by rewrite lt_eqF.
    by rewrite negbK /w' /t invrN mulrN mulNr divfK // subrr.
  by rewrite -ltnS; apply: leq_trans lt_m.
- by rewrite big_split /= -mulr_sumr combination_sum mulr0 addr0.
- move=> h Gh; rewrite /w'; have [k_ge0|kh_lt0] := leP 0 (k h).
    by rewrite addr_ge0 ?w_ge0 // mulr_ge0.
  have := least h; rewrite Gh kh_lt0 -/t ler_pdivl_mulr ?oppr_gt0 // => /(_ isT).
  by rewrite mulrN -subr_ge0 opprK.
move=> f Ff; have -> : E w' f = E w f.
  rewrite /average; under eq_bigr do rewrite scalerDl -scalerA.
  by rewrite big_split /= -scaler_sumr -/(E k f) combination_acts0 // scaler0 addr0.
exact: ex_w.
Qed.

Theorem dimension_at_most k m : k <> uniform -> n%:R - z 1%g <= m%:R ->
  at_most G k (exact G F) m.
Proof.
move=> nk; rewrite -rank_translates ler_subl_addr -natrD ler_nat => le_m.
have sum_w : \sum_(g in G) (fun=> n%:R^-1 : R) g = 1.
  by rewrite sumr_const -[_ *+ _]mulr_natl mulfV ?orderR_neq0.
have [|w [sum_w' w_ge0 ex_w few]] := exact_few sum_w _ (constant_exact EF _).
  by move=> g _; rewrite invr_ge0 ler0n.
have le_w : (#|support w| <= m)%N by rewrite -(leq_add2r (\rank A)); apply: leq_trans le_m.
have: at_most G probability (exact G F) m by exists w, #|support w|.
by case: k nk => // _; apply: at_most_probability.
Qed.

End Abstract.

(** ** Computation *)

Definition dimension_bound (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat))
    (phi z : seq Z) (k : weights) (m : nat) : bool :=
  let T := class_table N S n rs in
  [&& if k is uniform then false else true, classes N S n rs T
    & let L := elements N S n in let order := Z.of_nat (size L) in
      let zz := square_values N S n T rs z in
      [&& all (fun r => at_place T zz r =? order * at_place T z r)%BZ rs,
          (zsum [seq at_place T z x * at_place T phi x | x <- L] =? 0)%BZ,
          (zsum [seq at_place T z x | x <- L] =? 0)%BZ
        & (order - at_place T z (identity N) <=? Z.of_nat m)%BZ]].

Theorem dimension_sound (R : realFieldType) N S n rs d D k z m :
    moves_coordinates d N S && dimension_bound N S n rs (phi_values d D rs) z k m ->
  at_most (group_of N S) k (exact (group_of N S) (polynomials R d N D)) m.
Proof.
case/andP=> sign_S; rewrite /dimension_bound; cbv beta zeta.
case/and3P=> nk cl /and4P[proj /Z.eqb_eq/(congr1 (zr R)) trace0 /Z.eqb_eq/(congr1 (zr R)) sum0 le_m].
have gen_n := classes_generated cl; have [EF _ _ _] := phi_represent R D cl sign_S.
apply: (dimension_at_most EF _ (@polynomials_span R N d D) (projection_values R cl proj)).
- by move=> v v0; apply: mdot_eq0; rewrite -(dot_square EF).
- rewrite (sum_elements gen_n) -[RHS](zr0 R) -trace0 zr_zsum big_map !big_seq.
  by apply: eq_bigr => x Lx; rewrite zrM (phi_entries R D cl sign_S) // (valuesP cl R z Lx).
- rewrite (sum_elements gen_n) -[RHS](zr0 R) -sum0 zr_zsum big_map !big_seq.
  by apply: eq_bigr => x Lx; rewrite /at_place (valuesP cl R z Lx).
- by case: k nk.
have Le : identity N \in elements N S n by apply: identity_listed.
rewrite -(permutation_identity N) -(valuesP cl R z Le) (card_elements gen_n) -!zr_nat -zrB.
exact: zr_le.
Qed.
