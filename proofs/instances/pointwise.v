(** * Functions on points, where the group permutes them (MATHEMATICS.md, 2.17) *)
(*                                                                            *)
(* A product of functions on the points is a function on the points: for K    *)
(* >= 1 the class pointwise:K is, up to isometry, that of linear functions.   *)
(*                                                                            *)
(*           linear_form f == the sum over the points x of f x *: 'X_x        *)
(*  permutes d S K == the generators permute d points, and K >= 1             *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions classes.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition permutes (d : nat) (S : seq (seq nat)) (K : nat) : bool := all (is_perm d) S && (0 < K)%N.

Section Iff.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}) (k : weights).
Variables P Q : (gT -> R) -> Prop.
Hypothesis PQ : forall w, P w <-> Q w.

Lemma at_most_iff m : at_most G k Q m -> at_most G k P m.
Proof. by case=> w [l [sch /PQ Pw le_l]]; exists w, l. Qed.

Lemma at_least_iff m : at_least G k Q m -> at_least G k P m.
Proof. by move=> low w l sch /PQ; apply: low. Qed.

Lemma least_iff m : least G k Q m -> least G k P m.
Proof. by case=> most low; split; [apply: at_most_iff | apply: at_least_iff]. Qed.

End Iff.

Section Pointwise.

Variables (R : realFieldType) (d : nat) (S : seq (seq nat)) (K : nat).
Hypothesis perm_SK : permutes d S K.
Local Notation G := (group_of d S).
Local Notation F := (pointwise R d K).
Local Notation L := (polynomials R d d [:: 1%N]).
Implicit Types (f : space F) (w : 'S_d -> R).

Definition linear_form f : space L := \sum_x f x *: ('X_x : {mpoly R[d]}).

Lemma points_perm : all (is_perm d) S. Proof. by case/andP: perm_SK. Qed.
Lemma points_sign : moves_coordinates d d S. Proof. by rewrite /moves_coordinates eqxx. Qed.

Lemma coefficient_form f x : (linear_form f : {mpoly R[d]})@_(U_(x))%MM = f x.
Proof.
rewrite /linear_form raddf_sum (bigD1 x) //= mcoeffZ mcoeffX eqxx mulr1 big1 ?addr0 // => y ne_yx.
rewrite mcoeffZ mcoeffX; case: eqP => [/mnmP/(_ y) | _]; last by rewrite mulr0.
by rewrite !mnm1E eqxx eq_sym (negPf ne_yx).
Qed.

Lemma form_linear a f f' : linear_form (a *: f + f') = a *: linear_form f + linear_form f'.
Proof.
rewrite /linear_form scaler_sumr -big_split; apply: eq_bigr => x _ /=.
by rewrite !ffunE scalerDl scalerA.
Qed.

Lemma form_act g f : g \in G -> linear_form (act g f) = act g (linear_form f).
Proof.
move=> Gg; have EL := polynomials_euclidean R points_perm points_sign [:: 1%N].
rewrite (act_sum EL) /linear_form (reindex_inj (@perm_inj _ g)); apply: eq_bigr => x _ /=.
rewrite ffunE permK; congr (_ *: _); rewrite -(coord_ord R x).
rewrite (move_coordinate R points_perm points_sign Gg) // (imageE g (ltn_ord x)).
by rewrite (_ : Ordinal _ = x) ?coord_ord //; apply: val_inj.
Qed.

Lemma form_member f : member (linear_form f).
Proof.
have EL := polynomials_euclidean R points_perm points_sign [:: 1%N].
apply: (member_sum EL) => x _ m /=; rewrite msuppX inE => /eqP->.
by rewrite mdeg1.
Qed.

Lemma form_square f : square (linear_form f) = square f.
Proof.
have EL := polynomials_euclidean R points_perm points_sign [:: 1%N].
rewrite (dot_square EL) /linear_form (dot_suml EL); apply: eq_bigr => x _ /=.
by rewrite mdotX -/(linear_form f) coefficient_form.
Qed.

Lemma form_onto (p : space L) : member p -> exists f, linear_form f = p.
Proof.
move=> Lp; exists [ffun x => (p : {mpoly R[d]})@_(U_(x))%MM]; apply/mpolyP=> m.
have [/Lp | no_m] := boolP (m \in msupp (p : {mpoly R[d]})).
  by rewrite inE mdeg_eq1 => /existsP[x /eqP->]; rewrite coefficient_form ffunE.
rewrite (memN_msupp_eq0 no_m) /linear_form raddf_sum big1 // => x _.
rewrite /= mcoeffZ mcoeffX ffunE; case: eqP => [eq_m | _]; last by rewrite mulr0.
by rewrite eq_m (memN_msupp_eq0 no_m) mul0r.
Qed.

(* A function is one product of one function.                                 *)
Lemma point_member f : member f.
Proof.
have [_ K_gt0] := andP perm_SK; exists [:: (1, [:: (f : {ffun 'I_d -> R})])] => [p | x].
  by rewrite inE => /eqP->.
by rewrite big_seq1 mul1r big_seq1.
Qed.

Lemma form_sub f f' : linear_form (f - f') = linear_form f - linear_form f'.
Proof. by rewrite addrC -scaleN1r form_linear scaleN1r addrC. Qed.

Lemma form_average w f : linear_form (average G w f) = average G w (linear_form f).
Proof.
have form0 : linear_form 0 = 0 by rewrite -(subrr 0) form_sub subrr.
rewrite /average; elim/big_rec2: _ => [//|g u v Gg <-].
by rewrite form_linear form_act.
Qed.

Lemma form_inj : injective linear_form.
Proof. by move=> f f' eq_f; apply/ffunP=> x; rewrite -!coefficient_form eq_f. Qed.

Lemma form_mean_square f : mean_square G f = mean_square G (linear_form f).
Proof.
congr (_ * _); apply: eq_bigr => g Gg.
by rewrite -form_square form_sub form_act.
Qed.

Theorem pointwise_exact w : exact G F w <-> exact G L w.
Proof.
split=> ex_w p Fp g Gg.
  have [f <-] := form_onto Fp; rewrite -form_average -form_act //; congr linear_form.
  exact: (ex_w _ (point_member f) _ Gg).
by apply: form_inj; rewrite form_act // form_average; apply: (ex_w _ (@form_member p) _ Gg).
Qed.

Theorem pointwise_weak eps w : weak G F eps w <-> weak G L eps w.
Proof.
split=> wk p Fp.
  have [f <-] := form_onto Fp; rewrite -form_average -!form_mean_square.
  exact: (wk _ (point_member f)).
by rewrite !form_mean_square form_average; apply: (wk _ (@form_member p)).
Qed.

Theorem pointwise_strong eps w : strong G F eps w <-> strong G L eps w.
Proof.
split=> st p Fp g Gg.
  have [f <-] := form_onto Fp; rewrite -form_average -form_mean_square -form_act // -form_sub form_square.
  exact: (st _ (point_member f) _ Gg).
rewrite form_mean_square -form_square form_sub form_act // form_average.
exact: (st _ (@form_member p) _ Gg).
Qed.

Theorem pointwise_same eps w : same G F eps w <-> same G L eps w.
Proof.
split=> sm p Fp g Gg.
  have [f <-] := form_onto Fp; rewrite -form_average -!form_act // -!form_sub !form_square.
  exact: (sm _ (point_member f) _ Gg).
rewrite -!form_square !form_sub !form_act // form_average.
exact: (sm _ (@form_member p) _ Gg).
Qed.

End Pointwise.
