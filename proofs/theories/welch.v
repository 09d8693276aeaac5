(** * Evidence welch (MATHEMATICS.md, 3.5 Welch)                              *)
(*                                                                            *)
(* A lower bound on the size of weakly symmetric schemes, signed weights too: *)
(* size >= |G| / (1 + eps (|G| - 1)). On all functions on G (the regular      *)
(* representation) it always holds; on a smaller class, when only the uniform *)
(* weights are exact there (over an archimedean field, such as the rationals  *)
(* and the reals).                                                            *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From Reynolds Require Import averaging spectral regular moments.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Welch.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variable w : gT -> R.
Hypothesis sch_w : averaging_scheme G w.
Implicit Types eps : R.

Local Notation aG := (regular_repr R G).
Local Notation P := (reynolds_mx aG).
Local Notation E := (averaging_mx aG w).

Lemma sqnorm_cols m n (A : 'M[R]_(m, n)) :
  sqnorm A = \sum_j sqnorm (A *m delta_mx j (0 : 'I_1)).
Proof.
rewrite /sqnorm exchange_big; apply: eq_bigr => j _; apply: eq_bigr => i _.
by rewrite big_ord1 -colE mxE.
Qed.

(* Signed weights of sum 1: few nonzero weights have a large sum of squares.  *)
Lemma sum_squares_size : 1 <= (scheme_size G w)%:R * \sum_(g in G) w g ^+ 2.
Proof.
have supp (f : gT -> R) : (forall g, w g = 0 -> f g = 0) ->
    \sum_(g in G) f g = \sum_(g in scheme_support G w) f g.
  move=> f0; rewrite (bigID (fun g => w g != 0)) /= [X in _ + X]big1 ?addr0.
    by apply: eq_bigl => g; rewrite inE.
  by move=> g /andP[_ /negbNE/eqP/f0].
set s := (scheme_size G w)%:R; have sum_w := eqP sch_w.
have s_gt0 : 0 < s.
  rewrite ltr0n lt0n; apply: contra_eqN sum_w; rewrite cards_eq0 => /eqP w0.
  by rewrite supp // w0 big_set0 eq_sym oner_eq0.
have nzs : s != 0 by rewrite gt_eqF.
rewrite -ler_pdivr_mull // mulr1 supp => [|g ->]; last by rewrite expr0n.
rewrite -subr_ge0; have: 0 <= \sum_(g in scheme_support G w) (w g - s^-1) ^+ 2.
  by apply: sumr_ge0 => g _; apply: sqr_ge0.
congr (0 <= _); under eq_bigr do rewrite sqrrB.
rewrite big_split sumrB sumrMnl -mulr_suml -(supp w) // sum_w mul1r sumr_const /=.
rewrite -[_ *+ #|_|]mulr_natl -/s expr2 mulrA divff // mul1r -addrA; congr (_ + _).
by rewrite mulr2n opprD addrNK.
Qed.

Lemma sqnorm_error :
  sqnorm (error_mx aG w) = #|G|%:R * (\sum_(g in G) w g ^+ 2) - 1.
Proof.
have ortho := @regular_orthogonal R _ G.
rewrite sqnorm_tr error_mx_gram // raddfB /= trace_reynolds_regular.
by rewrite averaging_mx_tr // -averaging_conv trace_averaging_regular -conv_adj.
Qed.

(* The Frobenius norm of the error.                                           *)
Theorem sum_squares_weak eps : weak aG w eps ->
  #|G|%:R * (\sum_(g in G) w g ^+ 2) <= 1 + eps * (#|G|%:R - 1).
Proof.
have ortho := @regular_orthogonal R _ G.
move=> /(weak_error ortho sch_w) wk.
rewrite addrC -ler_subl_addr -sqnorm_error sqnorm_cols.
have -> : eps * (#|G|%:R - 1) = eps * sqnorm (1%:M - P *m 1%:M).
  rewrite sqnorm_reynolds // mulmx1 !sqnorm_tr trmx1 mul1mx mxtrace1.
  by rewrite reynolds_mx_tr // reynolds_mx_id ?order_neq0 // trace_reynolds_regular.
rewrite (sqnorm_cols (_ - _)) mulr_sumr; apply: ler_sum => j _.
by rewrite mulmx1 [(1%:M - _) *m _]mulmxBl mul1mx.
Qed.

(* Welch: on all functions on G.                                              *)
Theorem welch_regular eps : weak aG w eps ->
  #|G|%:R <= (scheme_size G w)%:R * (1 + eps * (#|G|%:R - 1)).
Proof.
move=> wk; apply: le_trans (ler_wpmul2l (ler0n _ _) (sum_squares_weak wk)).
by rewrite mulrCA ler_pemulr ?ler0n // sum_squares_size.
Qed.

(* For eps < 1 / (|G| - 1)^2 every element is needed.                         *)
Corollary welch_full eps : 0 <= eps -> eps * (#|G|%:R - 1) ^+ 2 < 1 ->
  weak aG w eps -> scheme_size G w = #|G|.
Proof.
move=> eps_ge0 small /welch_regular le_G; apply/eqP.
rewrite eqn_leq scheme_size_le leqNgt; apply/negP=> lt_w.
have order_ge1 : 0 <= #|G|%:R - 1 :> R by rewrite subr_ge0 ler1n cardG_gt0.
have le_w : (scheme_size G w)%:R <= #|G|%:R - 1 :> R.
  by rewrite ler_subr_addr -mulrSr ler_nat.
have pos : 0 <= 1 + eps * (#|G|%:R - 1) by rewrite addr_ge0 ?ler01 ?mulr_ge0.
have := le_trans le_G (ler_wpmul2r pos le_w); rewrite leNgt => /negP[].
by rewrite [_ * (1 + _)]mulrDr mulr1 [_ * (eps * _)]mulrCA -expr2 -ltr_subr_addl opprB addrCA subrr addr0.
Qed.

End Welch.

Section Archimedean.

Variable R : archiFieldType.

Lemma bernoulli (d : R) m : 0 <= d -> 1 + d *+ m <= (1 + d) ^+ m.
Proof.
move=> d_ge0; elim: m => [|m IHm]; first by rewrite expr0 mulr0n addr0.
rewrite exprS; apply: le_trans (_ : (1 + d) * (1 + d *+ m) <= _); last first.
  by rewrite ler_wpmul2l ?addr_ge0 ?ler01 ?IHm.
rewrite mulrDl mul1r mulrDr mulr1 mulrSr addrA -!addrA ler_add2l ler_add2l.
by rewrite ler_addl mulr_ge0 ?mulrn_wge0.
Qed.

(* Powers that stay within a constant factor.                                 *)
Lemma le_of_powers (a b K : R) : 0 <= b ->
  (forall k, a ^+ k.+1.*2 <= K * b ^+ k.+1.*2) -> a <= b.
Proof.
move=> b_ge0 le_ab; rewrite leNgt; apply/negP=> lt_ba.
have [b0 | nzb] := eqVneq b 0.
  by have := le_ab 0%N; rewrite b0 expr0n mulr0 leNgt exprn_gt0 // -b0.
have b_gt0 : 0 < b by rewrite lt_def nzb.
pose d := a / b - 1; have d_gt0 : 0 < d by rewrite subr_gt0 ltr_pdivl_mulr ?mul1r.
have le_K k : d *+ k.+1.*2 <= K.
  apply: le_trans (_ : (1 + d) ^+ k.+1.*2 <= _).
    by apply: le_trans (bernoulli _ (ltW d_gt0)); rewrite ler_addr ler01.
  by rewrite addrC subrK expr_div_n ler_pdivr_mulr ?exprn_gt0.
pose k := Num.bound (K / d).
have := le_K k; rewrite leNgt -[d *+ _]mulr_natr mulrC -ltr_pdivr_mulr //.
apply/negP; rewrite negbK.
have K_ge0 : 0 <= K by apply: le_trans (le_K 0%N); rewrite mulrn_wge0 // ltW.
apply: lt_le_trans (archi_boundP _) _; first by rewrite divr_ge0 // ltW.
by rewrite ler_nat -addnn (leq_trans (leqnSn _)) ?leq_addr.
Qed.

Variables (gT : finGroupType) (G : {group gT}) (n : nat).
Variable rG : mx_representation R G n.
Hypothesis orthoG : orthogonal rG.
Hypothesis uni : only_uniform rG.
Variable w : gT -> R.
Hypothesis sch_w : averaging_scheme G w.

Local Notation aG := (regular_repr R G).
Local Notation P := (reynolds_mx aG).
Local Notation gram B := (B^T *m B).
Local Notation M := (gram (error_mx aG w)).
Local Notation M' := (gram (error_mx rG w)).

(* Functions x on G act on the other representation.                          *)
Definition act_mx (x : 'cV[R]_#|G|) : 'M[R]_n :=
  \sum_(g in G) x (gring_index G g) 0 *: rG g^-1%g.

Definition act_lin : 'M[R]_(n * n, #|G|) :=
  (\matrix_i mxvec (rG (enum_val i)^-1%g))^T.

Lemma act_linE x : act_lin *m x = (mxvec (act_mx x))^T.
Proof.
apply: trmx_inj; rewrite trmx_mul !trmxK mulmx_sum_row linear_sum /=.
rewrite [RHS](reindex_onto enum_val (gring_index G)) /= => [|g]; last exact: gring_indexK.
apply: eq_big => [i|i _]; first by rewrite enum_valP gring_valK eqxx.
by rewrite rowK mxE linearZ /= gring_valK.
Qed.

Lemma act_mxD a x y : act_mx (a *: x + y) = a *: act_mx x + act_mx y.
Proof.
rewrite scaler_sumr -big_split; apply: eq_bigr => g _ /=.
by rewrite scalerA -scalerDl !mxE.
Qed.

Lemma act_mxM g x : g \in G -> act_mx (aG g *m x) = rG g *m act_mx x.
Proof.
move=> Gg; rewrite mulmx_sumr [RHS](reindex_inj (mulIg g)) /=.
apply: eq_big => h; first by rewrite groupMr.
move=> Gh; rewrite regular_col // -scalemxAr -repr_mxM ?groupV ?groupM //.
by rewrite invMg mulKVg.
Qed.

Lemma act_mx_averaging a x :
  act_mx (averaging_mx aG a *m x) = averaging_mx rG a *m act_mx x.
Proof.
have act_sum (I : finType) (Q : pred I) (y : I -> 'cV_#|G|) (b : I -> R) :
    act_mx (\sum_(i | Q i) b i *: y i) = \sum_(i | Q i) b i *: act_mx (y i).
  have act0: act_mx 0 = 0.
    by rewrite /act_mx big1 // => g _; rewrite mxE scale0r.
  elim/big_rec2: _ => [|i u v _ <-]; first exact: act0.
  exact: act_mxD.
rewrite !mul_averaging_mx act_sum.
by apply: eq_bigr => g Gg; rewrite act_mxM.
Qed.

Lemma act_mx_gram x : act_mx (M *m x) = M' *m act_mx x.
Proof.
pose c g := conv G (adj w) w g - uniform_scheme G g.
have gramE m (r : mx_representation R G m) : orthogonal r ->
    gram (error_mx r w) = averaging_mx r c.
  move=> ortho; rewrite error_mx_gram // averaging_mx_tr // -averaging_conv.
  rewrite reynolds_averaging -sumrB; apply: eq_bigr => g _.
  by rewrite scalerBl.
by rewrite !gramE //; [exact: act_mx_averaging | exact: regular_orthogonal].
Qed.

Lemma reynolds_regular_col (x : 'cV_#|G|) :
  P *m x = 0 -> \sum_(g in G) x (gring_index G g) 0 = 0.
Proof.
move/matrixP/(_ (gring_index G 1%g) 0); rewrite [RHS]mxE.
rewrite /reynolds_mx -scalemxAl [LHS]mxE mulmx_suml summxE => /eqP.
rewrite mulf_eq0 invr_eq0 (negPf (order_neq0 R G)) /= => /eqP sum0.
rewrite -[RHS]sum0; apply: eq_bigr => g Gg.
by rewrite -[regular_mx _ _ _]/(aG g) regular_col ?group1 // mul1g.
Qed.

(* On functions of mean zero nothing is lost.                                 *)
Lemma act_mx_inj x : act_mx x = 0 -> P *m x = 0 -> x = 0.
Proof.
move=> x0 /reynolds_regular_col sum0.
pose c g := x (gring_index G g^-1%g) 0.
have E_c : averaging_mx rG c = 0.
  rewrite -[RHS]x0 /act_mx [RHS](reindex_inj invg_inj) /=.
  by apply: eq_big => g; rewrite ?groupV // invgK.
have sum_c : \sum_(g in G) c g = 0.
  rewrite -[RHS]sum0 [RHS](reindex_inj invg_inj) /=.
  by apply: eq_bigl => g; rewrite groupV.
pose v g := uniform_scheme G g + c g.
have sch_v : averaging_scheme G v.
  rewrite /averaging_scheme big_split /= sum_c addr0.
  by apply: uniform_scheme_sum; apply: order_neq0.
have ex_v : exact rG v.
  apply/(exact_reynolds _ (order_neq0 R G) sch_v).
  rewrite reynolds_averaging -[RHS]addr0 -E_c -big_split.
  by apply: eq_bigr => g _; rewrite scalerDl.
have c0 g : g \in G -> c g = 0.
  move=> Gg; have := uni sch_v ex_v Gg; rewrite /v /uniform_scheme Gg mul1r.
  by move/(canRL (addKr _)); rewrite addNr.
apply/matrixP=> i j; rewrite (ord1 j) [RHS]mxE -(c0 (enum_val i)^-1%g) ?groupV ?enum_valP //.
by rewrite /c invgK gring_valK.
Qed.

Lemma sqnorm_mxvec m p (A : 'M[R]_(m, p)) : sqnorm (mxvec A)^T = sqnorm A.
Proof.
rewrite /sqnorm [RHS]pair_bigA [LHS](reindex _ (curry_mxvec_bij m p)) /=.
apply: eq_big => // -[i j] _ /=.
by rewrite big_ord1 mxE mxvecE.
Qed.

Lemma act_mx_bounds : exists2 K : R, 0 <= K &
  (forall x, P *m x = 0 -> sqnorm x <= K * sqnorm (act_mx x)) /\
  (forall x, sqnorm (act_mx x) <= K * sqnorm x).
Proof.
pose C := col_mx act_lin P; pose D := (pinvmx C^T)^T.
have free_C : row_free C^T.
  apply: inj_row_free => v vC0; apply: trmx_inj; rewrite trmx0.
  have : C *m v^T = 0 by rewrite -[C]trmxK -trmx_mul vC0 trmx0.
  rewrite mul_col_mx -[0]vsubmxK => /eq_col_mx[]; rewrite !linear0 act_linE => A0 P0.
  apply: act_mx_inj => //; apply: (can_inj mxvecK); rewrite linear0.
  by apply: trmx_inj; rewrite A0 trmx0.
have CK x : D *m (C *m x) = x.
  apply: trmx_inj; rewrite !trmx_mul trmxK; exact: mulmxKp.
exists (sqnorm D + sqnorm act_lin); first by rewrite addr_ge0 ?sqnorm_ge0.
split=> x; last first.
  rewrite -[X in X <= _]sqnorm_mxvec -act_linE.
  apply: le_trans (sqnormM_le _ _) _.
  by rewrite ler_wpmul2r ?sqnorm_ge0 // ler_addr sqnorm_ge0.
move=> Px0; rewrite -{1}[x]CK; apply: le_trans (sqnormM_le _ _) _.
rewrite mul_col_mx Px0 act_linE (_ : sqnorm (col_mx _ _) = sqnorm (act_mx x)).
  by rewrite ler_wpmul2r ?sqnorm_ge0 // ler_addl sqnorm_ge0.
rewrite -[RHS]sqnorm_mxvec /sqnorm big_split_ord /= [X in _ + X]big1 ?addr0 => [|i _].
  by apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite col_mxEu.
by rewrite big1 // => j _; rewrite col_mxEd mxE expr0n.
Qed.

(* A scheme that is good on a class where only the uniform weights are exact  *)
(* is equally good on all functions on G.                                     *)
Theorem weak_all eps : 0 <= eps -> weak rG w eps -> weak aG w eps.
Proof.
move=> eps_ge0 /(weak_operator_norm orthoG sch_w eps_ge0) wk.
have wk_mx m (f : 'M_(n, m)) : sqnorm (error_mx rG w *m f) <= eps * sqnorm f.
  rewrite sqnorm_cols [sqnorm f]sqnorm_cols mulr_sumr.
  by apply: ler_sum => j _; rewrite -mulmxA wk.
have step m (f : 'M_(n, m)) : sqnorm (M' *m f) <= eps ^+ 2 * sqnorm f.
  rewrite -[sqnorm (M' *m f)](moment_double (error_mx rG w) 1).
  set mu2 := moment _ _ _; have: 0 <= mu2 by apply: moment_ge0.
  rewrite le_eqVlt => /predU1P[<- | mu2_gt0].
    by rewrite mulr_ge0 ?sqnorm_ge0 ?exprn_ge0.
  apply: le_trans (_ : eps * moment (error_mx rG w) 1 f <= _); last first.
    by rewrite expr2 -mulrA ler_wpmul2l // moment1 wk_mx.
  rewrite -(ler_pmul2r mu2_gt0) -expr2.
  apply: le_trans (moment_logconvex _ _ _) _.
  rewrite mulrAC [X in _ <= X]mulrC ler_wpmul2l ?moment_ge0 //.
  by rewrite (moment_doubleS _ 1) /mu2 moment_double; apply: wk_mx.
have steps m (f : 'M_(n, m)) k :
    sqnorm (iter k (mulmx M') f) <= eps ^+ k.*2 * sqnorm f.
  elim: k => [|k IHk]; first by rewrite expr0 mul1r.
  apply: le_trans (step _ _) _.
  have -> : eps ^+ k.+1.*2 = eps ^+ 2 * eps ^+ k.*2 by rewrite -exprD.
  by rewrite -[X in _ <= X]mulrA ler_wpmul2l ?exprn_ge0.
have act_iter k x : act_mx (iter k (mulmx M) x) = iter k (mulmx M') (act_mx x).
  by elim: k => //= k IHk; rewrite act_mx_gram IHk.
have ortho := @regular_orthogonal R _ G.
have err0 : error_mx aG w *m P = 0.
  by rewrite mulmxBl averaging_mxMreynolds // reynolds_mx_id ?order_neq0 // subrr.
have PM x : P *m (M *m x) = 0.
  by rewrite -[P](reynolds_mx_tr ortho) !mulmxA -trmx_mul err0 trmx0 !mul0mx.
have P_iter k x : P *m x = 0 -> P *m iter k (mulmx M) x = 0.
  by case: k => // k _; apply: PM.
have [K K_ge0 [lo hi]] := act_mx_bounds.
apply/(weak_error ortho sch_w) => f; rewrite -error_mxB //.
set x := f - _; have Px0 : P *m x = 0.
  by rewrite mulmxBr mulmxA reynolds_mx_id ?order_neq0 // subrr.
rewrite -moment1; apply: (@le_of_powers _ _ (K ^+ 2)) => [|k].
  by rewrite mulr_ge0 ?sqnorm_ge0.
apply: le_trans (moment_power _ _ _) _; rewrite -doubleS moment_double moment0.
rewrite exprMn mulrA [sqnorm x ^+ k.+1.*2](exprS _ k.*2.+1) [X in _ <= X]mulrA.
rewrite ler_wpmul2r ?exprn_ge0 ?sqnorm_ge0 //.
apply: le_trans (lo _ (P_iter _ k.+1 _ Px0)) _; rewrite act_iter expr2.
have := steps _ (act_mx x) k.+1; have: 0 <= eps ^+ k.+1.*2 by apply: exprn_ge0.
move: (eps ^+ _) => e e_ge0 le_e; rewrite -!mulrA ler_wpmul2l //.
by apply: le_trans le_e _; rewrite mulrCA ler_wpmul2l.
Qed.

(* Welch on a class where only the uniform weights are exact.                 *)
Theorem welch_only_uniform eps : 0 <= eps -> weak rG w eps ->
  #|G|%:R <= (scheme_size G w)%:R * (1 + eps * (#|G|%:R - 1)).
Proof. by move=> eps_ge0 /(weak_all eps_ge0); apply: welch_regular. Qed.

End Archimedean.
