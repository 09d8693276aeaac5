(** * Evidence about approximate averaging, computed                          *)
(*                                                                            *)
(* Notation as in exactness.v. The scheme is es, W and eps is p / q.          *)
(*                                                                            *)
(*   remainder es W p q bs B c zs Z h == W^2 q B^2 Z times                     *)
(*                     eps [h = 1] + z(h) - (w~ * w)(h) - (b~ * b)(h), where  *)
(*                     w, b, z are the weights es/W, bs/B and (c + zs)/Z and  *)
(*                     ~ is inversion                                         *)
(*   sum_of_squares N S n es W p q bs B c zs Z == all remainders at h != 1    *)
(*                     together are at most that at 1, in absolute value: so  *)
(*                     eps - (w~ * w) is a sum of squares in the group        *)
(*                     algebra, but for z, which is to be exact (gram,        *)
(*                     moments, blocks, abelian)                              *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Computation.

Variables (N : nat) (S : seq (seq nat)) (n : nat).
Variables (es : seq term) (W p q : Z) (bs : seq term) (B c : Z) (zs : seq term) (Z : Z).

Definition remainder (wm bm zm : trie BinInt.Z) (h : seq nat) : BinInt.Z :=
  ((if h == identity N then p * (W * W) * (B * B) * Z else 0)
   + q * (W * W) * (B * B) * (c + total h zm)
   - q * Z * (B * B) * correlate es wm h - q * Z * (W * W) * correlate bs bm h)%BZ.

Definition sum_of_squares : bool :=
  [&& generated N S n, listed N S n es, listed N S n bs, listed N S n zs,
      (0 <? W)%BZ, (0 <? q)%BZ, (0 <? B)%BZ, (0 <? Z)%BZ
    & let r := remainder (gather es) (gather bs) (gather zs) in
      (zsum [seq Z.abs (r h) | h <- elements N S n & h != identity N]
       <=? r (identity N))%BZ].

Definition near_list (k : weights) (m : nat) : bool :=
  [&& sum_of_squares, kind_ok k es W & (size es <= m)%N].

End Computation.

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat).

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation zr := (zr R).

Lemma zr_gt0 z : (0 <? z)%BZ -> 0 < zr z.
Proof. exact: zr_lt. Qed.

Section Squares.

Variables (F : functions R [finGroupType of 'S_N]) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Variables (es : seq term) (W p q : Z) (bs : seq term) (B c : Z) (zs : seq term) (Zd : Z).

Lemma sum_of_squares_weak :
    exact G F (@weight R N zs Zd) -> sum_of_squares N S n es W p q bs B c zs Zd ->
    \sum_(g in G) @weight R N es W g = 1 ->
  weak G F (fraction R p q) (@weight R N es W).
Proof.
move=> ex_z /and5P[gen_n /(listedP gen_n) es_L /(listedP gen_n) bs_L /(listedP gen_n) zs_L].
case/and5P=> /zr_gt0 W_gt0 /zr_gt0 q_gt0 /zr_gt0 B_gt0 /zr_gt0 Z_gt0 le_r sum_w.
pose z g := fraction R c Zd + @weight R N zs Zd g; pose b := @weight R N bs B.
set w := @weight R N es W in sum_w *; set eps := fraction R p q.
pose M := zr q * (zr W * zr W) * (zr B * zr B) * zr Zd.
have M_gt0 : 0 < M by rewrite !mulr_gt0.
pose r h := eps *+ (h == 1%g) + z h - correlation G w h - correlation G b h.
set rz := remainder _ _ _ _ _ _ _ _ _ _ _ _ in le_r.
have [nzq nzW nzB nzZ] : [/\ zr q != 0, zr W != 0, zr B != 0 & zr Zd != 0] by split; rewrite gt_eqF.
have cancel x y t : y != 0 -> M = x * y -> M * (t / y) = x * t.
  by move=> nzy ->; rewrite -mulrA [y * _]mulrC divfK.
have rE x : x \in L -> M * r (permutation N x) = zr (rz x).
  move=> Lx; rewrite /r /z /b /w !(correlateE _ gen_n) // (weightE _ gen_n) ?(elements_perm gen_n) //.
  rewrite (permutation_eq1 gen_n) // /rz /remainder /eps /fraction.
  rewrite -mulrDl -mulrnAl !mulrBr mulrDr !zrB zrD; congr (_ + _ - _ - _).
  - rewrite (cancel (zr W * zr W * (zr B * zr B) * zr Zd)) //; last by rewrite /M (ACl (2*3*4*1))%AC.
    by case: (x == _); rewrite ?mulr1n ?mulr0n ?mulr0 // !zrM mulrC !mulrA.
  - by rewrite (cancel (zr q * (zr W * zr W) * (zr B * zr B))) // !zrM zrD.
  - rewrite (cancel (zr q * zr Zd * (zr B * zr B))) ?mulf_neq0 ?zrM //.
    by rewrite /M (ACl (1*4*3*2))%AC.
  rewrite (cancel (zr q * zr Zd * (zr W * zr W))) ?mulf_neq0 ?zrM //.
  by rewrite /M (ACl (1*4*2*3))%AC.
have ex_w : exact G F z.
  move=> f Ff h Gh; rewrite /average.
  have -> : \sum_(g in G) z g *: act g f
      = average G (fun=> fraction R c Zd) f + average G (@weight R N zs Zd) f.
    by rewrite /average -big_split; apply: eq_bigr => g _; rewrite /z scalerDl.
  have lin := act_linear EF h.
  by rewrite -[@act _ _ F h]/(Linear lin : space F -> space F) linearD /= (constant_exact EF) // ex_z.
apply: (squares_weak EF sum_w ex_w (b := b)).
rewrite -/r -(ler_pmul2l M_gt0) mulr_sumr; have L1 : identity N \in L by apply: identity_listed.
rewrite -[X in _ <= _ * r X](permutation_identity N) rE //.
have -> : \sum_(h in G | h != 1%g) M * `|r h| = zr (zsum [seq Z.abs (rz h) | h <- L & h != identity N]).
  rewrite zr_zsum big_map big_filter big_mkcondr (sum_elements gen_n) /= [RHS]big_mkcond.
  rewrite !big_seq; apply: eq_bigr => x Lx; rewrite (permutation_eq1 gen_n) //.
  by case: ifP => // _; rewrite zr_abs -rE // normrM (ger0_norm (ltW M_gt0)).
exact: zr_le.
Qed.

End Squares.

Local Notation weight := (@weight R N).

(* On polynomials.                                                            *)
Theorem near_sound d D k es W p q bs B c zs Zd m :
    near_list N S n es W p q bs B c zs Zd k m && invariant_averages N S d D zs ->
  at_most G k (weak G (polynomials R d N D) (fraction R p q)) m.
Proof.
case/andP=> /and3P[squares kind le_m] inv_z; have [sign_S _] := andP inv_z.
have [gen_n /(listedP gen_n) es_L _ /(listedP gen_n) zs_L _] := and5P squares.
have EF := polynomials_euclidean R (generated_gens gen_n) sign_S D.
apply: (kind_at_most gen_n es_L kind) => //.
apply: (sum_of_squares_weak EF _ squares); last exact: (kind_total R gen_n es_L kind).
exact: (invariant_exact Zd gen_n zs_L).
Qed.

(* On all functions on G, where z is a constant.                              *)
Theorem near_all_sound k es W p q bs B c Zd m :
    near_list N S n es W p q bs B c [::] Zd k m ->
  at_most G k (weak G (all_functions R G) (fraction R p q)) m.
Proof.
case/and3P=> squares kind le_m.
have [gen_n /(listedP gen_n) es_L _ _ _] := and5P squares.
have EF := functions_euclidean R G.
apply: (kind_at_most gen_n es_L kind) => //.
apply: (sum_of_squares_weak EF _ squares); last exact: (kind_total R gen_n es_L kind).
move=> f Ff h Gh; rewrite /average big1 => [|g _].
  by rewrite -(scale0r (0 : space (all_functions R G))) (act_scale EF) !scale0r.
by rewrite /weight big_nil mul0r scale0r.
Qed.

(* 3.2: strong within eps from weak within eps / 2.                           *)
Theorem strong_sound (F : functions R [finGroupType of 'S_N]) dot k p q m :
    euclidean (F := F) G dot -> (0 <? q)%BZ ->
    at_most G k (weak G F (fraction R p (2 * q))) m ->
  at_most G k (strong G F (fraction R p q)) m.
Proof.
move=> EF q_gt0; apply: at_most_imply => w _ wk.
have -> : fraction R p q = fraction R p (2 * q) *+ 2.
  rewrite /fraction zrM -[zr 2]/(2%:R) -[RHS]mulr_natr -[RHS]mulrA; congr (_ * _).
  by rewrite invfM mulrAC mulVf ?mul1r // pnatr_eq0.
exact: (weak_strong EF).
Qed.

(* 3.23: the mean over h of what is strong is weak, at the same eps.          *)
Theorem below_strong_sound (F : functions R [finGroupType of 'S_N]) k p q m :
    at_least G k (weak G F (fraction R p q)) m ->
  at_least G k (strong G F (fraction R p q)) m.
Proof.
move=> low w l sch st; apply: low sch _ => f Ff; rewrite /mean_square.
rewrite ler_pdivr_mull ?ltr0n ?cardG_gt0 // [X in _ <= X]mulr_natl -sumr_const.
by apply: ler_sum => h Gh; apply: st.
Qed.

(* Exact schemes are within every eps.                                        *)
(** ** Welch *)

Lemma welch_arithmetic p q (o l s : nat) : (0 <=? p)%BZ -> (0 <? q)%BZ -> (0 < o)%N ->
    (Z.of_nat l * (q + p * (Z.of_nat o - 1)) <? Z.of_nat o * q)%BZ ->
    o%:R <= s%:R * (1 + fraction R p q * (o%:R - 1)) ->
  (l < s)%N.
Proof.
move=> /(zr_ge0 R) p_ge0 /zr_gt0 q_gt0 o_gt0 /(zr_lt R); rewrite /fraction.
rewrite !zrM zrD zrM zrB !zr_nat zr1 -[zr p * _]mulrC => few.
rewrite [(l < s)%N]ltnNge => le_o; apply/negP => le_sl.
have o_ge1 : 0 <= o%:R - 1 :> R by rewrite subr_ge0 ler1n.
have le_l : s%:R * (1 + zr p / zr q * (o%:R - 1)) <= l%:R * (1 + zr p / zr q * (o%:R - 1)).
  rewrite ler_wpmul2r ?ler_nat // addr_ge0 ?ler01 // mulr_ge0 //.
  by rewrite divr_ge0 // ltW.
have def_q : (1 + zr p / zr q * (o%:R - 1)) * zr q = zr q + (o%:R - 1) * zr p.
  by rewrite mulrDl mul1r mulrAC divfK ?gt_eqF // [X in _ + X]mulrC.
have := le_trans le_o le_l; rewrite -(ler_pmul2r q_gt0) -[l%:R * _ * _]mulrA def_q.
by rewrite leNgt few.
Qed.

End Soundness.
