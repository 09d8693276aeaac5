(** * Evidence moments (MATHEMATICS.md, 3.4)                                   *)
(*                                                                            *)
(* Only the multiplication of the group is used: T_m, the value at 1 of the   *)
(* m-th convolution power of adj w * w, bounds the error of w on every        *)
(* representation. No eigenvalues are needed: the moments of a matrix B^T B   *)
(* are log-convex.                                                            *)
(*                                                                            *)
(*               moment B k x == the dot product of x and (B^T B)^k x         *)
(*         return_moment G w m == T_m = (adj w * w)^{*m} (1)                  *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From Reynolds Require Import averaging spectral regular.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Moments.

Variables (R : realFieldType) (p n : nat) (B : 'M[R]_(p, n)).

Local Notation M := (B^T *m B).
Local Notation mxit k := (iter k (mulmx M)).

Definition moment k m (x : 'M[R]_(n, m)) := dotmx x (mxit k x).

Lemma iter_mulmxM k m q (x : 'M_(n, m)) (y : 'M_(m, q)) :
  mxit k (x *m y) = mxit k x *m y.
Proof. by elim: k => //= k ->; rewrite !mulmxA. Qed.

Lemma iter_mulmxD k m (x y : 'M_(n, m)) : mxit k (x + y) = mxit k x + mxit k y.
Proof. by elim: k => //= k ->; rewrite mulmxDr. Qed.

Lemma iter_mulmxZ k m a (x : 'M_(n, m)) : mxit k (a *: x) = a *: mxit k x.
Proof. by elim: k => //= k ->; rewrite -scalemxAr. Qed.

Lemma dotmx_gram m (x y : 'M_(n, m)) : dotmx x (M *m y) = dotmx (M *m x) y.
Proof. by rewrite dotmxMr trmx_mul trmxK. Qed.

Lemma dotmx_iter j m (x y : 'M_(n, m)) : dotmx x (mxit j y) = dotmx (mxit j x) y.
Proof. by elim: j x => //= j IHj x; rewrite dotmx_gram IHj -iterSr. Qed.

Lemma moment_double j m (x : 'M_(n, m)) : moment j.*2 x = sqnorm (mxit j x).
Proof. by rewrite /moment -addnn iterD dotmx_iter. Qed.

Lemma moment_doubleS j m (x : 'M_(n, m)) :
  moment j.*2.+1 x = sqnorm (B *m mxit j x).
Proof.
rewrite /moment iterS -addnn iterD -iterS iterSr dotmx_iter.
by rewrite -mulmxA dotmxMr trmxK.
Qed.

Lemma moment0 m (x : 'M_(n, m)) : moment 0 x = sqnorm x. Proof. by []. Qed.

Lemma moment1 m (x : 'M_(n, m)) : moment 1 x = sqnorm (B *m x).
Proof. exact: (moment_doubleS 0). Qed.

Lemma moment_ge0 k m (x : 'M_(n, m)) : 0 <= moment k x.
Proof.
rewrite -[k]odd_double_half; case: (odd k) => /=; rewrite ?add0n ?add1n.
  by rewrite moment_doubleS sqnorm_ge0.
by rewrite moment_double sqnorm_ge0.
Qed.

Lemma moment_logconvex k m (x : 'M_(n, m)) :
  moment k.+1 x ^+ 2 <= moment k x * moment k.+2 x.
Proof.
apply: discriminant_le => [|t]; first exact: moment_ge0.
have := moment_ge0 k (x + t *: (M *m x)); congr (0 <= _).
rewrite /moment iter_mulmxD iter_mulmxZ -iterSr dotmxDr !dotmxDl !dotmxZl !dotmxZr.
rewrite -!dotmx_gram -!iterS [t * (t * _)]mulrA -expr2 mulr2n.
by rewrite [t * _]mulrC [t ^+ 2 * _]mulrC !addrA.
Qed.

Lemma moment_ratio k m (x : 'M_(n, m)) :
  moment 1 x * moment k x <= moment 0 x * moment k.+1 x.
Proof.
elim: k => [|k IHk]; first by rewrite mulrC.
have := moment_ge0 k x; rewrite le_eqVlt => /predU1P[mu0 | mu_gt0].
  have := moment_logconvex k x; rewrite -mu0 mul0r => mu1.
  have/eqP: moment k.+1 x ^+ 2 == 0 by rewrite eq_le mu1 sqr_ge0.
  by move/eqP; rewrite sqrf_eq0 => /eqP->; rewrite mulr0 mulr_ge0 ?moment_ge0.
rewrite -(ler_pmul2l mu_gt0) mulrA [_ * moment 1 x]mulrC.
apply: le_trans (_ : moment 0 x * moment k.+1 x ^+ 2 <= _).
  by rewrite expr2 mulrA ler_wpmul2r ?moment_ge0.
by rewrite [X in _ <= X]mulrCA ler_wpmul2l ?moment_ge0 ?moment_logconvex.
Qed.

Lemma moment_power k m (x : 'M_(n, m)) :
  moment 1 x ^+ k.+1 <= moment k.+1 x * moment 0 x ^+ k.
Proof.
elim: k => [|k IHk]; first by rewrite expr1 expr0 mulr1.
rewrite exprS; apply: le_trans (_ : moment 1 x * (moment k.+1 x * moment 0 x ^+ k) <= _).
  by rewrite ler_wpmul2l ?moment_ge0.
rewrite mulrA [_ ^+ k.+1]exprS [X in _ <= X]mulrA.
by rewrite ler_wpmul2r ?exprn_ge0 ?moment_ge0 // [X in _ <= X]mulrC moment_ratio.
Qed.

Lemma moment_le_trace k m (x : 'M_(n, m)) :
  moment k x <= moment k (1%:M : 'M_n) * sqnorm x.
Proof.
rewrite -[k]odd_double_half; case: (odd k) => /=; rewrite ?add0n ?add1n.
  by rewrite !moment_doubleS -{1}[x]mul1mx iter_mulmxM mulmxA sqnormM_le.
by rewrite !moment_double -{1}[x]mul1mx iter_mulmxM sqnormM_le.
Qed.

Lemma moment_trace k : moment k (1%:M : 'M_n) = \tr (mxit k 1%:M).
Proof. by rewrite /moment dotmx_tr trmx1 mul1mx. Qed.

(* The trace of a power of B^T B bounds B.                                    *)
Theorem trace_power_bound k eps m (x : 'M_(n, m)) : 0 <= eps ->
  \tr (mxit k.+1 1%:M) <= eps ^+ k.+1 -> sqnorm (B *m x) <= eps * sqnorm x.
Proof.
move=> eps_ge0; rewrite -moment_trace => le_eps; rewrite -moment1.
have pos_eps: 0 <= eps * sqnorm x by rewrite mulr_ge0 ?sqnorm_ge0.
rewrite -(@ler_pexpn2r _ k.+1) ?nnegrE ?moment_ge0 //.
apply: le_trans (moment_power k x) _; rewrite exprMn [sqnorm x ^+ k.+1]exprS mulrA.
rewrite moment0 ler_wpmul2r ?exprn_ge0 ?sqnorm_ge0 //.
apply: le_trans (moment_le_trace _ _) _.
by rewrite ler_wpmul2r ?sqnorm_ge0.
Qed.

End Moments.

Section Scheme.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variable w : gT -> R.
Hypothesis sch_w : averaging_scheme G w.

Local Notation aG := (regular_repr R G).
Local Notation P := (reynolds_mx aG).
Local Notation E := (averaging_mx aG).

Definition return_moment m := conv_pow G m (conv G (adj w) w) 1%g.

Lemma trace_reynolds_regular : \tr P = 1.
Proof.
rewrite reynolds_averaging trace_averaging_regular /uniform_scheme group1.
by rewrite div1r mulfV // order_neq0.
Qed.

Lemma trace_return_moment m :
  \tr (iter m (mulmx ((E w)^T *m E w)) 1%:M) = #|G|%:R * return_moment m.
Proof.
rewrite -trace_averaging_regular averaging_conv_pow averaging_conv.
by rewrite (averaging_mx_tr (@regular_orthogonal R _ G)).
Qed.

Lemma trace_error_power m :
  \tr (iter m.+1 (mulmx ((error_mx aG w)^T *m error_mx aG w)) 1%:M)
  = #|G|%:R * return_moment m.+1 - 1.
Proof.
have ortho := @regular_orthogonal R _ G.
have err0 : error_mx aG w *m P = 0.
  by rewrite mulmxBl averaging_mxMreynolds // reynolds_mx_id ?order_neq0 // subrr.
have err0' : P *m (error_mx aG w)^T = 0.
  by rewrite -[P](reynolds_mx_tr ortho) -trmx_mul err0 trmx0.
rewrite -trace_return_moment -[X in _ = _ - X]trace_reynolds_regular -[RHS]raddfB /=.
congr (\tr _); rewrite -[_^T *m E w](subrK P) -(error_mx_gram ortho sch_w).
set M := (error_mx aG w)^T *m _; apply/eqP; rewrite eq_sym subr_eq eq_sym.
apply/eqP; elim: m => [|m IHm]; first by rewrite /= !mulmx1.
have MP : M *m P = 0 by rewrite /M -mulmxA err0 mulmx0.
have PM : P *m M = 0 by rewrite /M mulmxA err0' mul0mx.
transitivity ((M + P) *m (iter m.+1 (mulmx M) 1%:M + P)); last by rewrite IHm.
rewrite mulmxDr !mulmxDl MP add0r reynolds_mx_id ?order_neq0 //; congr (_ + _).
by rewrite [P *m _]mulmxA PM mul0mx addr0.
Qed.

(* Evidence *moments*: |G| T_m - 1 <= eps^m for one m >= 1 bounds the error   *)
(* of w on every orthogonal representation.                                   *)
Theorem moments_weak m eps : (0 < m)%N -> 0 <= eps ->
    #|G|%:R * return_moment m - 1 <= eps ^+ m ->
  forall n (rG : mx_representation R G n), orthogonal rG -> weak rG w eps.
Proof.
case: m => // m _ eps_ge0; rewrite -trace_error_power => le_eps n rG orthoG.
apply: weak_regular orthoG _ _ sch_w _.
apply/(weak_operator_norm (@regular_orthogonal R _ G) sch_w eps_ge0) => f.
exact: trace_power_bound le_eps.
Qed.

End Scheme.
