(** * The number of claimsOfMatrices.v exists in every real closed field      *)
(*                                                                            *)
(*  scaled m a q k == q^k times the value of the numeral m at a / q, k at     *)
(*                     least the size of m                                    *)
(*   changes_sign m a b q == x^n - number x m, n the size of m, is at most 0  *)
(*                     at one of a / q <= b / q and at least 0 at the other   *)

From Coq Require Import ZArith Lia.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds.instances Require Import claims claimsOfMatrices numbers.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Fixpoint zpower (z : Z) (k : nat) : Z := if k is k'.+1 then (z * zpower z k')%BZ else 1%BZ.

Fixpoint scaled (m : seq Z) (a q : Z) (k : nat) : Z :=
  if m is z :: m' then (z * zpower q k + a * scaled m' a q k.-1)%BZ else 0%BZ.

Definition changes_sign (m : seq Z) (a b q : Z) : bool :=
  let n := size m in
  let value x := (zpower x n - scaled m x q n)%BZ in
  [&& (0 <? q)%BZ, (a <=? b)%BZ
    & (value a <=? 0)%BZ && (0 <=? value b)%BZ || (0 <=? value a)%BZ && (value b <=? 0)%BZ].

Section Exists.

Variable R : rcfType.
Local Notation zr := (zr R).

Lemma zr_power z k : zr (zpower z k) = zr z ^+ k.
Proof. by elim: k => //= k IHk; rewrite zrM IHk exprS. Qed.

Lemma scaledE m a q k : zr q != 0 -> (size m <= k)%N ->
  zr (scaled m a q k) = zr q ^+ k * number (fraction R a q) m.
Proof.
move=> nzq; elim: m k => [|z m IHm] k /=; first by rewrite mulr0.
case: k => // k; rewrite ltnS => le_m; rewrite zrD !zrM /= IHm // mulrDr; congr (_ + _).
  by rewrite zr_power exprS mulrC.
rewrite mulrCA exprSr -!mulrA; congr (_ * _).
by rewrite [RHS]mulrCA mulVKf.
Qed.

Definition minimal (m : seq Z) : {poly R} := 'X^(size m) - \poly_(i < size m) zr (nth 0%BZ m i).

Lemma minimalE m x : (minimal m).[x] = x ^+ size m - number x m.
Proof.
rewrite /minimal hornerD hornerN hornerXn; congr (_ - _); rewrite horner_poly.
elim: m => [|z m IHm] /=; first by rewrite big_ord0.
rewrite big_ord_recl /= expr0 mulr1 -IHm mulr_sumr; congr (_ + _).
by apply: eq_bigr => i _; rewrite exprS mulrCA.
Qed.

Theorem root_exists m a b q : changes_sign m a b q -> exists c : R, is_root c m a b q.
Proof.
case/and3P=> /(zr_lt R) q0 /(zr_le R) le_ab signs; have nzq : zr q != 0 by rewrite gt_eqF.
have q1 : 0 < zr q ^+ size m by rewrite exprn_gt0.
have le_f : fraction R a q <= fraction R b q by rewrite ler_pmul2r ?invr_gt0.
have valueE x : zr (zpower x (size m) - scaled m x q (size m))
    = zr q ^+ size m * (minimal m).[fraction R x q].
  rewrite minimalE mulrBr zrB scaledE // zr_power /fraction exprMn exprVn mulrCA mulfV ?mulr1 //.
  by rewrite gt_eqF.
have le0 x : (zpower x (size m) - scaled m x q (size m) <=? 0)%BZ -> (minimal m).[fraction R x q] <= 0.
  by move=> /(zr_le R); rewrite valueE zr0 pmulr_rle0.
have ge0 x : (0 <=? zpower x (size m) - scaled m x q (size m))%BZ -> 0 <= (minimal m).[fraction R x q].
  by move=> /(zr_le R); rewrite valueE zr0 pmulr_rge0.
have [x in_x root_x] : exists2 x : R, fraction R a q <= x <= fraction R b q & (minimal m).[x] = 0.
  case/orP: signs => /andP[/= A B].
    have [x in_x /eqP root_x] := @poly_ivt R (minimal m) _ _ le_f (introT andP (conj (le0 a A) (ge0 b B))).
    by exists x.
  have N0 : (- minimal m).[fraction R a q] <= 0 <= (- minimal m).[fraction R b q].
    by rewrite !hornerN oppr_le0 oppr_ge0 ge0 ?le0.
  have [x in_x /eqP root_x] := @poly_ivt R (- minimal m) _ _ le_f N0.
  by exists x => //; apply/eqP; rewrite -oppr_eq0 -hornerN root_x.
by exists x; split=> //; apply/eqP; rewrite -subr_eq0 -minimalE root_x.
Qed.

End Exists.
