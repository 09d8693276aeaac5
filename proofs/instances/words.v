(** * Elements of groups too large to list                                    *)
(*                                                                            *)
(* A straight-line programme makes elements from the generators: each step is *)
(* a word whose letters are the generators and the elements made before.      *)
(*                                                                            *)
(*      spell N xs w == the product of the letters of the word w: (i, b) is   *)
(*                     the i-th of xs, inverted if b                          *)
(*  programme N S ws == the generators S, and after them what the words ws    *)
(*                     spell one after another                                *)
(* made N S ws es == the permutations of es are among these                   *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds.instances Require Import claims numbers listing terms weights.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope.

Section Computation.

Variable N : nat.

Definition spell (xs : seq (seq nat)) (w : seq (Z * bool)) : seq nat :=
  foldl (fun x l => let y := nth (identity N) xs (Z.to_nat l.1) in
    compose x (if l.2 then inverse N y else y)) (identity N) w.

Definition programme (S : seq (seq nat)) (ws : seq (seq (Z * bool))) : seq (seq nat) :=
  foldl (fun xs w => rcons xs (spell xs w)) S ws.

Definition made S ws (es : seq term) : bool :=
  all (is_perm N) S && let xs := programme S ws in all (fun e => e.1 \in xs) es.

End Computation.

Section Soundness.

Variables (N : nat) (S : seq (seq nat)).
Local Notation G := (group_of N S).
Local Notation reach x := (is_perm N x /\ permutation N x \in G).

Lemma spell_reach xs w : {in xs, forall x, reach x} -> reach (spell N xs w).
Proof.
move=> xs_G; have id_G : reach (identity N).
  by split; [apply: is_perm_identity | rewrite permutation_identity group1].
rewrite /spell; set f := fun x l => _; suff: forall x, reach x -> reach (foldl f x w) by apply.
elim: w => [|[i b] w IHw] x //= [perm_x Gx]; apply: IHw; rewrite /f /=.
have [perm_y Gy] : reach (nth (identity N) xs (Z.to_nat i)).
  have [lt_i | le_i] := ltnP (Z.to_nat i) (size xs); first by apply/xs_G/mem_nth.
  by rewrite nth_default.
have [perm_z eq_z] := permutation_inverse perm_y.
by case: b; rewrite is_perm_compose // permutationM // groupM // eq_z groupV.
Qed.

Lemma programme_reach xs ws : {in xs, forall x, reach x} -> {in programme N xs ws, forall x, reach x}.
Proof.
rewrite /programme; elim: ws xs => [|w ws IHws] xs xs_G //=.
apply: IHws => x; rewrite mem_rcons inE => /predU1P[->|/xs_G //].
exact: spell_reach.
Qed.

Lemma madeP ws es : made N S ws es -> {in es, forall e, reach e.1}.
Proof.
case/andP=> /allP perm_S /allP es_xs e /es_xs; apply: programme_reach => x Sx.
by split; [apply: perm_S | apply: (permutation_gen N Sx)].
Qed.

End Soundness.
