(** * Schemes as lists                                                        *)
(*                                                                            *)
(* A list es of pairs of a permutation and an integer, with a denominator W,  *)
(* gives the weights                                                          *)
(*                                                                            *)
(*    weight R N es W g == the sum of the integers that come with g, over W   *)
(*     listed N S n es == all permutations of es are in the group             *)
(*  kind_ok k es W == the weights are of kind k and have sum 1                *)
(*  lists_scheme N S n k es W m == es, W is a scheme of at most m elements of *)
(*                     the group, of kind k                                   *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds.instances Require Import claims modules numbers listing terms.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition kind_ok (k : weights) (es : seq term) (W : Z) : bool :=
  match k with
  | uniform => all (fun e => e.2 == 1%BZ) es && (W == Z.of_nat (size es))
  | probability => all (fun e => 0 <=? e.2)%BZ es && (W == zsum (map snd es))
  | signed => W == zsum (map snd es)
  end && ~~ (W =? 0)%BZ.

Definition listed (N : nat) (S : seq (seq nat)) (n : nat) (es : seq term) : bool :=
  let t := (listing N S n).1.1 in all (fun e => isSome (lookup e.1 t)) es.

Definition uniform_weights (xs : seq (seq nat)) : seq term := [seq (x, 1%BZ) | x <- xs].

Lemma total_table (R : realFieldType) N S n (f : seq nat -> Z) x :
    generated N S n -> x \in elements N S n ->
  zr R (total x (gather [seq (s, f s) | s <- elements N S n])) = zr R (f x).
Proof.
move=> gen_n Lx; rewrite total_gather big_map /= -big_filter.
rewrite (_ : filter _ _ = [:: x]) ?big_seq1 //.
apply/perm_small_eq => //; apply: uniq_perm => //.
  by rewrite filter_uniq // (elements_uniq gen_n).
by move=> y; rewrite mem_filter inE; case: eqP => // ->.
Qed.

(** ** Lists of elements of the group, however they were shown to be in it     *)

Section Reached.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)).

Local Notation G := (group_of N S).
Local Notation zr := (zr R).
Implicit Types (es : seq term) (W : Z).

Definition weight es W (g : 'S_N) : R :=
  (\sum_(e <- es | permutation N e.1 == g) zr e.2) / zr W.

Local Notation support w := [set g in G | w g != 0].

Variables (es : seq term) (W : Z).
Hypothesis es_G : {in es, forall e, permutation N e.1 \in G}.

Lemma reached_sum (V : lmodType R) (f : 'S_N -> V) :
  \sum_(g in G) weight es W g *: f g
  = \sum_(e <- es) (zr e.2 / zr W) *: f (permutation N e.1).
Proof.
transitivity (\sum_(g in G) \sum_(e <- es)
    (if permutation N e.1 == g then zr e.2 / zr W else 0) *: f g).
  apply: eq_bigr => g _; rewrite /weight mulr_suml scaler_suml big_mkcond.
  by apply: eq_bigr => e _; case: eqP; rewrite ?scale0r.
rewrite exchange_big !big_seq; apply: eq_bigr => e /es_G Ge.
rewrite (bigD1 (permutation N e.1)) //= eqxx.
rewrite big1 ?addr0 // => g /andP[_ ne_g]; rewrite eq_sym (negPf ne_g).
by rewrite scale0r.
Qed.

Lemma reached_total : W = zsum (map snd es) -> ~~ (W =? 0)%BZ ->
  \sum_(g in G) weight es W g = 1.
Proof.
move=> sum_W nzW; have := @reached_sum [lmodType R of R^o] (fun=> 1).
under eq_bigr do rewrite [_ *: _]mulr1; move=> ->; under eq_bigr do rewrite [_ *: _]mulr1.
rewrite -mulr_suml; have -> : \sum_(e <- es) zr e.2 = zr W by rewrite sum_W zr_zsum big_map.
by rewrite divff // zr_neq0.
Qed.

Lemma reached_support : (#|support (weight es W)| <= size es)%N.
Proof.
rewrite -(size_map (fun e => permutation N e.1)); apply: leq_trans (card_size _).
apply/subset_leq_card/subsetP=> g; rewrite inE => /andP[_].
apply: contraR => /mapP no_g; rewrite /weight big1_seq ?mul0r // => e /andP[/eqP eq_g es_e].
by case: no_g; exists e.
Qed.

Lemma reached_scheme k : kind_ok k es W ->
  exists2 m, scheme G k (weight es W) m & (m <= size es)%N.
Proof.
case/andP=> + nzW; case: k => [/andP[/allP es1 /eqP defW]|/andP[/allP es_ge0 /eqP defW]|/eqP defW].
- exists (size es) => //; exists [seq permutation N e.1 | e <- es]; split.
  + by move=> _ /mapP[e /es_G Ge ->].
  + by rewrite size_map; case: (es) defW nzW => // ->.
  + by rewrite size_map.
  move=> g; rewrite size_map /weight defW zr_nat; congr (_ / _).
  rewrite count_map -sum1_count natr_sum big_seq_cond [RHS]big_seq_cond.
  by apply: eq_bigr => e /andP[/es1/eqP-> _].
- have sum_w := reached_total defW nzW.
  exists #|support (weight es W)|; last exact: reached_support.
  split=> // g _; rewrite divr_ge0 //.
    by rewrite big_seq_cond; apply: sumr_ge0 => e /andP[/es_ge0/zr_ge0].
  rewrite defW zr_zsum big_map big_seq; apply: sumr_ge0 => e /es_ge0; exact: zr_ge0.
exists #|support (weight es W)|; last exact: reached_support.
by split=> //; apply: reached_total.
Qed.

Lemma reached_kind_total k : kind_ok k es W -> \sum_(g in G) weight es W g = 1.
Proof. by case/reached_scheme=> m sch _; have [] := scheme_support sch. Qed.

Lemma reached_at_most k (P : ('S_N -> R) -> Prop) m :
  kind_ok k es W -> P (weight es W) -> (size es <= m)%N -> at_most G k P m.
Proof.
move=> /reached_scheme[l sch le_l] Pw le_m; exists (weight es W), l; split=> //.
exact: leq_trans le_l le_m.
Qed.

End Reached.

(** ** Lists of elements of a listed group                                     *)

Section Weights.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat).
Hypothesis gen_n : generated N S n.

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation zr := (zr R).
Local Notation weight := (@weight R N).
Implicit Types (es : seq term) (W : Z).

Lemma listedP es : listed N S n es -> {in es, forall e, e.1 \in L}.
Proof.
move=> /allP es_L e /es_L; have := listing_sound (generated_gens gen_n) n.
by rewrite /elements; case: listing => [[t M] new] [_ -> _ _].
Qed.

Section Listed.

Variables (es : seq term) (W : Z).
Hypothesis es_L : {in es, forall e, e.1 \in L}.

Lemma listed_reached : {in es, forall e, permutation N e.1 \in G}.
Proof. by move=> e /es_L; apply: permutation_in. Qed.

Lemma weight_sumr (f : 'S_N -> R) :
  \sum_(g in G) weight es W g * f g
  = \sum_(e <- es) zr e.2 / zr W * f (permutation N e.1).
Proof. exact: (@reached_sum R N S es W listed_reached [lmodType R of R^o]). Qed.

Lemma weightE x : is_perm N x ->
  weight es W (permutation N x) = zr (total x (gather es)) / zr W.
Proof.
move=> perm_x; rewrite total_gather /weight; congr (_ / _).
rewrite big_mkcond [RHS]big_mkcond !big_seq; apply: eq_bigr => e /es_L Le.
have perm_e := elements_perm gen_n Le.
suff -> : (permutation N e.1 == permutation N x) = (e.1 == x) by [].
by apply/eqP/eqP=> [|->] //; apply: permutation_inj.
Qed.

Lemma kind_total k : kind_ok k es W -> \sum_(g in G) weight es W g = 1.
Proof. exact: reached_kind_total listed_reached k. Qed.

Lemma kind_at_most k (P : ('S_N -> R) -> Prop) m : kind_ok k es W -> P (weight es W) -> (size es <= m)%N ->
  at_most G k P m.
Proof. exact: reached_at_most listed_reached k P m. Qed.

Lemma average_weight (F : functions R [finGroupType of 'S_N]) (f : space F) :
  average G (weight es W) f
  = \sum_(e <- es) (zr e.2 / zr W) *: act (permutation N e.1) f.
Proof. exact: (reached_sum W listed_reached). Qed.

(* Correlations.                                                              *)
Definition correlate (m : trie Z) (x : seq nat) : Z :=
  zsum [seq (e.2 * total (compose x e.1) m)%BZ | e <- es].

Lemma correlateE x : x \in L ->
  correlation G (weight es W) (permutation N x)
  = zr (correlate (gather es) x) / (zr W * zr W).
Proof.
move=> Lx; rewrite /correlation (weight_sumr (fun g => weight es W (permutation N x * g))).
rewrite zr_zsum big_map mulr_suml !big_seq; apply: eq_bigr => e /es_L Le.
have [perm_x perm_e] := (elements_perm gen_n Lx, elements_perm gen_n Le).
rewrite -permutationM // weightE ?is_perm_compose // zrM invfM.
by rewrite -!mulrA; congr (_ * _); rewrite mulrCA.
Qed.

End Listed.

End Weights.
