(** * Integer polynomials in one algebraic number                             *)
(*                                                                            *)
(* A numeral is the sequence of the coefficients at 1, c, c^2, ...; its value *)
(* is number c x, for c with c^n = number c m, n the size of m.               *)
(*                                                                            *)
(*  nadd x y, nneg x, nscale z x, nmul m x y == the sum, - x, z x, the product *)
(*       nsum xs == the sum of a sequence                                     *)
(*   vanishes x == all coefficients are 0, so the value is 0                  *)
(*    bounds n a b q == integers between which q 1, q c, ..., q c^(n - 1) lie, *)
(*                     if 0 <= a / q <= c <= b / q                            *)
(*    range ps x == integers between which q times the value of x lies, for   *)
(*                     such bounds ps, if fits ps x: they are enough of them  *)
(*     large ps x == at least q times the absolute value                      *)

From Coq Require Import ZArith Lia.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds.instances Require Import claims claimsOfMatrices numbers.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Notation numeral := (seq Z).

Fixpoint nadd (x y : numeral) : numeral :=
  match x, y with
  | z :: x', t :: y' => (z + t)%BZ :: nadd x' y'
  | [::], _ => y
  | _, [::] => x
  end.

Definition nneg (x : numeral) : numeral := map Z.opp x.

Definition nscale (z : Z) (x : numeral) : numeral := [seq (z * t)%BZ | t <- x].

(* c times x; a coefficient that comes to c^n is spread over m.               *)
Definition nshift (m x : numeral) : numeral :=
  if x is z :: x' then
    if size x == size m then nadd (0%BZ :: belast z x') (nscale (last z x') m) else 0%BZ :: x
  else [::].

Definition nmul (m x y : numeral) : numeral :=
  foldr (fun z p => if (z =? 0)%BZ then nshift m p else nadd (nscale z y) (nshift m p)) [::] x.

Definition nsum (xs : seq numeral) : numeral := foldr nadd [::] xs.

Definition vanishes (x : numeral) : bool := all (fun z => z =? 0)%BZ x.

Fixpoint bounds_from (n : nat) (a b q lo hi : Z) : seq (Z * Z) :=
  if n is n'.+1 then (lo, hi) :: bounds_from n' a b q (lo * a / q)%BZ (hi * b / q + 1)%BZ else [::].

Definition bounds (n : nat) (a b q : Z) : seq (Z * Z) := bounds_from n a b q q q.

Definition times_range (z : Z) (p : Z * Z) : Z * Z :=
  if (0 <=? z)%BZ then (z * p.1, z * p.2)%BZ else (z * p.2, z * p.1)%BZ.

Fixpoint range (ps : seq (Z * Z)) (x : numeral) : Z * Z :=
  match x, ps with
  | z :: x', p :: ps' =>
    let: (lo, hi) := range ps' x' in let: (lo', hi') := times_range z p in
    (lo + lo', hi + hi')%BZ
  | _, _ => (0, 0)%BZ
  end.

Definition fits (ps : seq (Z * Z)) (x : numeral) : bool := (size x <= size ps)%N.

Definition large (ps : seq (Z * Z)) (x : numeral) : Z :=
  let: (lo, hi) := range ps x in Z.max (Z.abs lo) (Z.abs hi).

Section Values.

Variables (R : realFieldType) (c : R).
Local Notation zr := (zr R).
Local Notation number := (number c).

Lemma number_int z : number [:: z] = zr z.
Proof. by rewrite /= mulr0 addr0. Qed.

Lemma numberD x y : number (nadd x y) = number x + number y.
Proof.
elim: x y => [|z x IHx] [|t y] //=; rewrite ?add0r ?addr0 //.
by rewrite IHx zrD mulrDr addrACA.
Qed.

Lemma numberN x : number (nneg x) = - number x.
Proof. by elim: x => [|z x IHx] /=; rewrite ?oppr0 // IHx zrN mulrN opprD. Qed.

Lemma numberZ z x : number (nscale z x) = zr z * number x.
Proof. by elim: x => [|t x IHx] /=; rewrite ?mulr0 // IHx zrM mulrDr mulrCA. Qed.

Lemma number_sum xs : number (nsum xs) = \sum_(x <- xs) number x.
Proof. by elim: xs => [|x xs IHxs]; rewrite ?big_nil ?big_cons //= numberD IHxs. Qed.

Lemma number_rcons x z : number (rcons x z) = number x + c ^+ size x * zr z.
Proof.
elim: x => [|t x IHx] /=; first by rewrite mulr0 addr0 add0r expr0 mul1r.
by rewrite IHx mulrDr addrA exprS mulrA.
Qed.

Lemma vanishesP x : vanishes x -> number x = 0.
Proof. by elim: x => //= z x IHx /andP[/Z.eqb_eq-> /IHx->]; rewrite mulr0 addr0. Qed.

Variable m : numeral.
Hypothesis root_c : c ^+ size m = number m.

Lemma number_shift x : number (nshift m x) = c * number x.
Proof.
case: x => [|z x]; first by rewrite /= mulr0.
rewrite /nshift; case: eqP => [eq_sz | _]; last by rewrite /= add0r.
rewrite numberD numberZ [z :: x]lastI number_rcons size_belast; set y := belast z x; set t := last z x.
rewrite -[claimsOfMatrices.number c (0%BZ :: y)]/(0 + c * number y) add0r.
by rewrite mulrDr mulrA -exprS -[(size x).+1]/(size (z :: x)) eq_sz root_c [zr _ * _]mulrC.
Qed.

Lemma numberM x y : number (nmul m x y) = number x * number y.
Proof.
elim: x => [|z x IHx] /=; first by rewrite mul0r.
case: Z.eqb_spec => [-> | _]; first by rewrite number_shift IHx zr0 add0r mulrA.
by rewrite numberD numberZ number_shift IHx mulrDl mulrA.
Qed.

Variables (a b q : Z).
Hypothesis (a_ge0 : (0 <=? a)%BZ) (q_gt0 : (0 <? q)%BZ).
Hypothesis between_c : fraction R a q <= c <= fraction R b q.

Let q0 : 0 < zr q. Proof. exact: zr_lt q_gt0. Qed.

Let c0 : 0 <= c.
Proof.
by case/andP: between_c => le_c _; apply: le_trans le_c; apply: divr_ge0; [apply: zr_ge0 | apply: ltW].
Qed.

Let le_ac : zr a <= zr q * c.
Proof. by case/andP: between_c => + _; rewrite /fraction ler_pdivr_mulr // mulrC. Qed.

Let le_cb : zr q * c <= zr b.
Proof. by case/andP: between_c => _; rewrite /fraction ler_pdivl_mulr // mulrC. Qed.

Definition bounding (i : nat) (ps : seq (Z * Z)) :=
  forall j, (j < size ps)%N ->
    zr (nth (0, 0)%BZ ps j).1 <= zr q * c ^+ (i + j) <= zr (nth (0, 0)%BZ ps j).2.

Lemma bounds_from_bounding n i lo hi : zr lo <= zr q * c ^+ i <= zr hi ->
  bounding i (bounds_from n a b q lo hi).
Proof.
elim: n i lo hi => // n IHn i lo hi le_i [|j] /= lt_j; first by rewrite addn0.
rewrite addnS -addSn; apply: IHn => //; have [lo_i hi_i] := andP le_i.
have ci0 : 0 <= zr q * c ^+ i by apply: mulr_ge0; [apply: ltW | apply: exprn_ge0].
have qP : (0 < q)%BZ by apply/Z.ltb_lt.
apply/andP; split; rewrite -(ler_pmul2r q0).
  apply: le_trans (_ : zr (lo * a) <= _).
    by rewrite -zrM; apply/zr_le/Z.leb_le; rewrite Z.mul_comm; apply: Z.mul_div_le.
  rewrite zrM exprSr mulrA -[X in _ <= X]mulrA [c * _]mulrC.
  by apply: le_trans (ler_wpmul2r (zr_ge0 R a_ge0) lo_i) _; rewrite ler_wpmul2l.
apply: le_trans (_ : zr (hi * b) <= _); last first.
  rewrite -zrM; apply/zr_le/Z.leb_le; have := Z.mul_succ_div_gt (hi * b) q qP.
  by set k := (_ / q)%BZ; lia.
rewrite zrM exprSr mulrA -[X in X <= _]mulrA [c * _]mulrC.
apply: le_trans (ler_wpmul2l ci0 le_cb) _; apply: ler_wpmul2r hi_i.
by apply: le_trans le_cb; apply: mulr_ge0; [apply: ltW | apply: c0].
Qed.

Lemma bounds_bounding n : bounding 0 (bounds n a b q).
Proof. by apply: bounds_from_bounding; rewrite expr0 mulr1 lexx. Qed.

Lemma times_rangeP z p x : zr p.1 <= x <= zr p.2 ->
  zr (times_range z p).1 <= zr z * x <= zr (times_range z p).2.
Proof.
rewrite /times_range; case: (Z.leb_spec 0 z) => [z_ge0 | z_lt0] /andP[lo hi] /=.
  have z0 : 0 <= zr z by apply/zr_ge0/Z.leb_le.
  by rewrite !zrM !ler_wpmul2l.
have z0 : zr z <= 0 by rewrite -zr0; apply/zr_le/Z.leb_le; lia.
by rewrite !zrM !ler_wnmul2l.
Qed.

Lemma range_from i ps x : bounding i ps -> fits ps x ->
  zr (range ps x).1 <= zr q * (c ^+ i * number x) <= zr (range ps x).2.
Proof.
elim: x i ps => [|z x IHx] i [|p ps] bd //= fx; try by rewrite !mulr0 lexx.
have /= := bd 0%N isT; rewrite addn0 => /(times_rangeP z).
have {}bd : bounding i.+1 ps by move=> j; have := bd j.+1; rewrite addSnnS.
have := IHx _ _ bd fx; case: (range ps x) => lo hi; case: (times_range z p) => lo' hi' /=.
have -> : zr q * (c ^+ i * (zr z + c * number x))
    = zr q * (c ^+ i.+1 * number x) + zr z * (zr q * c ^+ i).
  by rewrite exprSr mulrDr mulrDr addrC -!mulrA; congr (_ + _); rewrite [RHS]mulrC mulrA.
by rewrite !zrD => /andP[l1 h1] /andP[l2 h2]; rewrite !ler_add.
Qed.

Local Notation ps n := (bounds n a b q).

Lemma rangeP n x : fits (ps n) x ->
  zr (range (ps n) x).1 <= zr q * number x <= zr (range (ps n) x).2.
Proof. by move/(range_from (@bounds_bounding n)); rewrite expr0 mul1r. Qed.

Lemma largeP n x : fits (ps n) x -> zr q * `|number x| <= zr (large (ps n) x).
Proof.
move/rangeP; rewrite /large; case: (range _ x) => lo hi /= /andP[le_lo le_hi].
rewrite -(ger0_norm (ltW q0)) -normrM ler_norml.
have le_max z t : zr z <= zr (Z.max z t) by apply/zr_le/Z.leb_le; lia.
apply/andP; split.
  apply: le_trans le_lo; rewrite -zrN; apply/zr_le/Z.leb_le; lia.
apply: le_trans le_hi _; apply/zr_le/Z.leb_le; lia.
Qed.

End Values.
