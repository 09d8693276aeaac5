(** * Groups too large to list                                                *)
(*                                                                            *)
(* What needs every element of G can be said of #|G| without listing G.       *)
(*                                                                            *)
(*  distinct_exponents d S D a == the permutations of S move d coordinates,   *)
(*                    and a monomial with d different exponents a has a       *)
(*                    degree from D: only 1 fixes it (free-orbit)             *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms.
From Reynolds.instances Require Import nearness.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition acts (d N : nat) (S : seq (seq nat)) : bool :=
  all (is_perm N) S && moves_coordinates d N S.

Definition distinct_exponents (d : nat) (S : seq (seq nat)) (D a : seq nat) : bool :=
  [&& all (is_perm d) S, size a == d, uniq a & sumn a \in D].

Section Exact.

Variable R : realFieldType.

Lemma exact_constant (gT : finGroupType) (G : {group gT}) (F : functions R gT)
    (dot : space F -> space F -> R) k :
  euclidean G dot -> at_most G k (exact G F) #|G|.
Proof.
move=> EF; apply: at_most_order => w w_c f Ff h Gh.
have -> : average G w f = average G (fun=> w 1%g) f.
  by apply: eq_bigr => g Gg; rewrite w_c.
exact: (constant_exact EF).
Qed.

Theorem whole_sound N S d D k : acts d N S ->
  at_most (group_of N S) k (exact (group_of N S) (polynomials R d N D)) #|group_of N S|.
Proof. by case/andP=> perm_S sign_S; apply/exact_constant/polynomials_euclidean. Qed.

Theorem all_whole_sound N S k (G := group_of N S) :
  at_most G k (exact G (all_functions R G)) #|G|.
Proof. exact/exact_constant/functions_euclidean. Qed.

Theorem all_free_sound N S k (G := group_of N S) :
  at_least G k (exact G (all_functions R G)) #|G|.
Proof.
have EF := functions_euclidean R G.
apply: at_least_support => w sum_w ex_w; rewrite (@constant_support _ _ G) //.
apply: (pairing_constant EF ex_w (fs := [:: (point R _, point R _)])) => [uv|g Gg|].
- by rewrite inE => /eqP->; apply: point_member.
- by rewrite point_pairing => /negPf->.
by rewrite point_pairing eqxx oner_eq0.
Qed.

Lemma distinct_moves d S D a : distinct_exponents d S D a -> moves_coordinates d d S.
Proof. by rewrite /moves_coordinates eqxx. Qed.

Lemma distinct_pairing d S D a g (F := polynomials R d d D) (X : space F := 'X_[mono d a] : {mpoly R[d]}) :
    distinct_exponents d S D a -> g \in group_of d S ->
  (pairing (F := F) mdot [:: (X, X)] g == 0) = (g != 1%g).
Proof.
move=> dist Gg; have sign_S := distinct_moves dist.
have /and4P[perm_S /eqP sz_a uniq_a _] := dist.
rewrite /pairing big_seq1 /act /= (move_monomial R sign_S) mdotC mdotZr mdotX mcoeffX.
rewrite mulf_eq0 signr_eq0 /= pnatr_eq0 eqb0; congr (~~ _); apply/eqP/eqP=> [fix_a | ->].
  apply/permP=> i; rewrite perm1; apply/val_inj/eqP => /=.
  have := uniq_a; have lt_gi : (g i < size a)%N by rewrite sz_a.
  have lt_i : (i < size a)%N by rewrite sz_a.
  move/(nth_uniq 0%N lt_gi lt_i) => <-; apply/eqP.
  have /(congr1 (fun m : 'X_{1..d} => m (g i))) := fix_a; rewrite [mono d a (g i)]mnmE => <-.
  rewrite /shift mnm_sumE (bigD1 i) //= big1 => [|j ne_ji].
    rewrite addn0 (imageE g (ltn_ord i)) /coordinate_index.
    rewrite (_ : Ordinal _ = i) ?ltn_ord ?valK ?mulmnE ?mnm1E ?eqxx ?mnmE ?muln1 //.
    by apply: val_inj.
  rewrite (imageE g (ltn_ord j)) /coordinate_index.
  rewrite (_ : Ordinal _ = j) ?ltn_ord ?valK ?mulmnE ?mnm1E; last by apply: val_inj.
  by rewrite (inj_eq perm_inj) (negPf ne_ji) muln0.
rewrite /shift; apply/mnmP=> j; rewrite mnm_sumE (bigD1 j) //= big1 => [|i ne_ij].
  by rewrite addn0 image1 /coordinate_index ltn_ord valK mulmnE mnm1E eqxx muln1.
by rewrite image1 /coordinate_index ltn_ord valK mulmnE mnm1E (negPf ne_ij) muln0.
Qed.

Lemma distinct_member d S D a : distinct_exponents d S D a ->
  member (('X_[mono d a] : {mpoly R[d]}) : space (polynomials R d d D)).
Proof.
case/and4P=> _ /eqP sz_a _ Da m; rewrite msuppX inE => /eqP->.
by rewrite mdeg_mono.
Qed.

Theorem distinct_sound d S D k a (G := group_of d S) : distinct_exponents d S D a ->
  at_least G k (exact G (polynomials R d d D)) #|G|.
Proof.
move=> dist; have /and4P[perm_S _ _ _] := dist.
have EF := polynomials_euclidean R perm_S (distinct_moves dist) D.
apply: at_least_support => w sum_w ex_w; rewrite (@constant_support _ _ G) //.
pose X : space (polynomials R d d D) := 'X_[mono d a] : {mpoly R[d]}.
apply: (pairing_constant EF ex_w (fs := [:: (X, X)])) => [uv|g Gg ne_1|].
- by rewrite inE => /eqP->; apply: (distinct_member dist).
- by apply/eqP; rewrite (distinct_pairing dist).
by rewrite (distinct_pairing dist) ?group1 // eqxx.
Qed.

End Exact.
