(** * Numbers and finite maps that the kernel computes with                   *)
(*                                                                            *)
(*      trie A == a finite map from sequences of numbers to A                 *)
(*  lookup k t == the value at k, if any; insert k a t gives k the value a    *)
(*   total k t == the value at k of a map to integers, else 0                 *)
(*  gather kzs == the map of the sums of the integers that come with one key  *)
(*                in a list of keys and integers                              *)

From Coq Require Import ZArith Lia.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds.instances Require Import claims.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import Order.TTheory GRing.Theory Num.Theory.
Delimit Scope Z_scope with BZ.
Local Open Scope ring_scope.

Lemma Z_eqP : Equality.axiom Z.eqb.
Proof. by move=> x y; apply: (iffP idP) => [/Z.eqb_eq|->]; rewrite ?Z.eqb_refl. Qed.
Canonical Z_eqType := EqType Z (EqMixin Z_eqP).

Section Integers.

Variable R : realFieldType.

Local Notation zr := (zr R).

Lemma zr_nat n : zr (Z.of_nat n) = n%:R.
Proof. by case: n => //= n; rewrite SuccNat2Pos.id_succ. Qed.

Lemma zrN z : zr (- z) = - zr z.
Proof. by case: z => [|p|p] /=; rewrite ?oppr0 ?opprK. Qed.

Lemma zr_sub a b : zr (Z.of_nat a - Z.of_nat b) = a%:R - b%:R.
Proof.
case: (leqP b a) => [le_ba | /ltnW le_ab].
  by rewrite -Nat2Z.inj_sub; [rewrite zr_nat minusE natrB | apply/ssrnat.leP].
rewrite -[X in zr X]Z.opp_involutive zrN Z.opp_sub_distr Z.add_comm Z.add_opp_r.
by rewrite -Nat2Z.inj_sub; [rewrite zr_nat minusE natrB // opprB | apply/ssrnat.leP].
Qed.

Lemma z_split z : z = (Z.of_nat (Z.to_nat z) - Z.of_nat (Z.to_nat (- z)))%BZ.
Proof. lia. Qed.

Lemma zrD x y : zr (x + y) = zr x + zr y.
Proof.
rewrite [x in LHS]z_split [y in LHS]z_split [x in RHS]z_split [y in RHS]z_split.
set a := Z.to_nat x; set b := Z.to_nat _; set c := Z.to_nat y; set d := Z.to_nat _.
have -> : (Z.of_nat a - Z.of_nat b + (Z.of_nat c - Z.of_nat d)
    = Z.of_nat (Nat.add a c) - Z.of_nat (Nat.add b d))%BZ by lia.
by rewrite !zr_sub !plusE !natrD opprD addrACA.
Qed.

Lemma zrB x y : zr (x - y) = zr x - zr y.
Proof. by rewrite -Z.add_opp_r zrD zrN. Qed.

Lemma zrM x y : zr (x * y) = zr x * zr y.
Proof.
rewrite [x in LHS]z_split [y in LHS]z_split [x in RHS]z_split [y in RHS]z_split.
set a := Z.to_nat x; set b := Z.to_nat _; set c := Z.to_nat y; set d := Z.to_nat _.
have -> : ((Z.of_nat a - Z.of_nat b) * (Z.of_nat c - Z.of_nat d)
    = Z.of_nat (Nat.add (Nat.mul a c) (Nat.mul b d))
      - Z.of_nat (Nat.add (Nat.mul a d) (Nat.mul b c)))%BZ by lia.
rewrite !zr_sub !plusE !multE !natrD !natrM mulrBl !mulrBr opprB opprD.
by rewrite [RHS]addrACA.
Qed.

Lemma zr0 : zr 0 = 0. Proof. by []. Qed.
Lemma zr1 : zr 1 = 1. Proof. by []. Qed.

Lemma zr_ge0 z : (0 <=? z)%BZ -> 0 <= zr z.
Proof. by case: z => //= p _; apply: ler0n. Qed.

Lemma zr_le x y : (x <=? y)%BZ -> zr x <= zr y.
Proof.
move=> le_xy; rewrite -subr_ge0 -zrB; apply: zr_ge0; apply/Z.leb_le.
by move/Z.leb_le: le_xy; lia.
Qed.

Lemma zr_lt x y : (x <? y)%BZ -> zr x < zr y.
Proof.
move=> lt_xy; rewrite -subr_gt0 -zrB; move: lt_xy => /Z.ltb_lt.
case Dz: (y - x)%BZ => [|p|p] lt_xy; rewrite /= ?ltr0n; try lia.
by have := Pos2Nat.is_pos p => /ssrnat.ltP.
Qed.

Lemma zr_neq0 z : ~~ (z =? 0)%BZ -> zr z != 0.
Proof.
case: z => //= p _; rewrite ?oppr_eq0 pnatr_eq0 -lt0n;
  by have := Pos2Nat.is_pos p => /ssrnat.ltP.
Qed.

Lemma zr_abs z : zr (Z.abs z) = `|zr z|.
Proof. by case: z => [|p|p] /=; rewrite ?normr0 ?normrN ?normr_nat. Qed.

Lemma zr_inj : injective zr.
Proof.
move=> x y eq_xy; case: (Z.eqb_spec (x - y) 0) => [|ne_xy]; first lia.
have /zr_neq0 : ~~ (x - y =? 0)%BZ by apply/negP=> /Z.eqb_eq.
by rewrite zrB eq_xy subrr eqxx.
Qed.

End Integers.

Section Tries.

Variable A : Type.

Inductive trie := Trie of option A & seq trie.

Definition empty := Trie None [::].

Fixpoint lookup (k : seq nat) (t : trie) {struct k} : option A :=
  let: Trie v c := t in if k is i :: k' then lookup k' (nth empty c i) else v.

Fixpoint insert (k : seq nat) (a : A) (t : trie) {struct k} : trie :=
  let: Trie v c := t in
  if k is i :: k' then Trie v (set_nth empty c i (insert k' a (nth empty c i)))
  else Trie (Some a) c.

Lemma lookup_empty k : lookup k empty = None.
Proof. by elim: k => //= i k IHk; rewrite nth_nil. Qed.

Lemma lookup_insert k l a t :
  lookup k (insert l a t) = if k == l then Some a else lookup k t.
Proof.
elim: l k t => [|j l IHl] [|i k] [v c] //=.
rewrite nth_set_nth /= eqseq_cons; have [-> | ne_ij] := eqVneq i j; last by [].
by rewrite IHl.
Qed.

End Tries.

Arguments empty {A}.

Definition total (k : seq nat) (t : trie Z) : Z := odflt 0%BZ (lookup k t).

Definition gather (kzs : seq (seq nat * Z)) : trie Z :=
  foldl (fun t kz => insert kz.1 (total kz.1 t + kz.2)%BZ t) empty kzs.

Lemma total_gather (R : realFieldType) k kzs :
  zr R (total k (gather kzs)) = \sum_(kz <- kzs | kz.1 == k) zr R kz.2.
Proof.
rewrite /gather; set f := fun t kz => insert _ _ t.
suff sum_f t : zr R (total k (foldl f t kzs))
    = zr R (total k t) + \sum_(kz <- kzs | kz.1 == k) zr R kz.2.
  by rewrite sum_f /total lookup_empty add0r.
elim: kzs t => [|kz kzs IHk] t /=; first by rewrite big_nil addr0.
rewrite IHk big_cons {1}/total lookup_insert eq_sym.
by case: eqP => [-> | _] /=; rewrite ?zrD ?addrA.
Qed.
