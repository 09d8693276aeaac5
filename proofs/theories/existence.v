(** * The inequality of evidence existence (MATHEMATICS.md, 3.3)              *)
(*                                                                            *)
(* With t = a / b the concentration bound n KL(t) > ln (2 D) is a strict      *)
(* inequality between natural numbers. Only this arithmetic is proved here;   *)
(* that the inequality gives a scheme of n elements is taken from the         *)
(* literature, see ASSUMPTIONS.md.                                            *)
(*                                                                            *)
(*  existence_inequality a b n D == the inequality between natural numbers    *)
(*                         that the checker decides (FORMAT.md, existence)    *)

From mathcomp Require Import all_ssreflect all_algebra.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import Order.TTheory GRing.Theory Num.Theory.

Definition existence_inequality (a b n D : nat) : bool :=
  (2 * D) ^ (2 * b) * b ^ (2 * b * n)
    < ((b + a) ^ (b + a) * (b - a) ^ (b - a)) ^ n.

Local Open Scope ring_scope.

Section Inequality.

Variable R : realFieldType.

(* (2 D)^2 < ((1 + t)^(1 + t) (1 - t)^(1 - t))^n, both sides to the power b.  *)
Theorem existence_inequalityE a b n D : (0 < b)%N -> (a <= b)%N ->
  let t := a%:R / b%:R : R in
  existence_inequality a b n D
  = ((2 * D)%:R ^+ (2 * b)
      < ((1 + t) ^+ (b + a) * (1 - t) ^+ (b - a)) ^+ n).
Proof.
move=> b_gt0 le_ab t; have b_pos : 0 < b%:R :> R by rewrite ltr0n.
have nzb : b%:R != 0 :> R by rewrite gt_eqF.
have tD : 1 + t = (b + a)%:R / b%:R by rewrite natrD mulrDl divff.
have tB : 1 - t = (b - a)%:R / b%:R by rewrite natrB // mulrBl divff.
rewrite tD tB !expr_div_n mulrACA -invfM -exprD.
have -> : (b + a + (b - a) = 2 * b)%N by rewrite -addnA subnKC // mul2n addnn.
rewrite expr_div_n -exprM ltr_pdivl_mulr ?exprn_gt0 //.
by rewrite -!natrX -!natrM -natrX ltr_nat.
Qed.

End Inequality.

(* A larger bound on the sum of degrees is a weaker certificate.              *)
Lemma existence_inequalityW a b n D1 D2 : (D1 <= D2)%N ->
  existence_inequality a b n D2 -> existence_inequality a b n D1.
Proof.
move=> le_D; apply: leq_ltn_trans; rewrite leq_mul2r; apply/orP; right.
by case: b => [|b]; rewrite ?muln0 // leq_exp2r ?muln_gt0 // leq_mul2l.
Qed.
