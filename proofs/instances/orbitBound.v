(** * Evidence orbit, computed (MATHEMATICS.md, 2.5)                          *)
(*                                                                            *)
(* The average of a monomial over the group has so many terms; the average    *)
(* over a scheme has no more terms than the scheme has elements.              *)
(*                                                                            *)
(*     distinct ks == the members of ks, each once                            *)
(*     orbit_terms N S n d D a m == the monomial with the exponents a has a   *)
(*                    degree from D, and its average has at least m terms     *)

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

Definition distinct (ks : seq (seq nat)) : seq (seq nat) :=
  (foldl (fun (st : trie unit * seq (seq nat)) k =>
     if lookup k st.1 is Some _ then st else (insert k tt st.1, k :: st.2))
   (empty, [::]) ks).2.

Lemma distinct_uniq ks : uniq (distinct ks).
Proof.
rewrite /distinct; set f := fun st k => _.
suff: forall st : trie unit * seq (seq nat),
    (forall k, isSome (lookup k st.1) = (k \in st.2)) -> uniq st.2 -> uniq (foldl f st ks).2.
  by apply=> // k; rewrite lookup_empty.
elim: ks => //= k ks IHks [t L] /= mem_L uniq_L; apply: IHks; rewrite /f /=.
  case tk: (lookup k t) => [a|] l //=; rewrite lookup_insert inE -mem_L.
  by case: eqP.
by case tk: (lookup k t) => [a|] //=; rewrite uniq_L andbT -mem_L tk.
Qed.

Definition orbit_terms (N : nat) (S : seq (seq nat)) (n d : nat) (D a : seq nat) (m : nat) : bool :=
  [&& generated N S n, moves_coordinates d N S, size a == d, sumn a \in D
    & let ts := [seq move_term d x (a, 1%BZ) | x <- elements N S n] in
      let t := gather ts in
      let ks := distinct (map fst ts) in
      (m <= count (fun k => (size k == d) && ~~ (total k t =? 0)%BZ) ks)%N].

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n d : nat) (D : seq nat).

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation F := (polynomials R d N D).

Theorem orbit_terms_sound k a m : orbit_terms N S n d D a m ->
  at_least G k (exact G F) m.
Proof.
case/and5P=> gen_n sign_S /eqP sz_a Da; set ts := [seq _ | x <- L].
set t := gather ts => /= le_m; have perm_S := generated_gens gen_n.
have EF := polynomials_euclidean R perm_S sign_S D.
apply: at_least_support => w sum_w ex_w; apply: leq_trans le_m _.
pose X : space F := 'X_[mono d a] : {mpoly R[d]}.
have FX : member X by move=> m'; rewrite msuppX inE => /eqP->; rewrite mdeg_mono.
set supp := [set g in G | _]; pose f (g : 'S_N) := shift g (mono d a).
pose ks := [seq k <- distinct (map fst ts) | (size k == d) && ~~ (total k t =? 0)%BZ].
rewrite -size_filter -/ks.
have EX : average G w X = fixed_average G X.
  rewrite -[LHS](fixed_invariant (G := G)) ?(fixed_scheme EF) ?sum_w ?scale1r //.
  by move=> g; apply: ex_w.
have fixed_X : #|G|%:R *: fixed_average G X = poly R d ts.
  rewrite /fixed_average scalerA mulfV ?orderR_neq0 // scale1r (sum_elements gen_n).
  rewrite /poly big_map !big_seq; apply: eq_bigr => x Lx.
  have perm_x := elements_perm gen_n Lx.
  by rewrite -(@move_mono R d N S sign_S x (a, 1%BZ)) // zr1 scale1r.
have wf_ts : well_formed d ts.
  apply/allP=> _ /mapP[x Lx ->]; rewrite (size_move_term R sign_S) //.
  exact: (elements_perm gen_n Lx).
have sub_k : {subset map (mono d) ks <= [seq f g | g in supp]}.
  move=> _ /mapP[k' ks_k ->]; move: ks_k; rewrite mem_filter => /andP[/andP[/eqP sz_k nz_k] _].
  have nz_c : (average G w X : {mpoly R[d]})@_(mono d k') != 0.
    rewrite EX; apply: contra (zr_neq0 R nz_k) => /eqP c0.
    by rewrite -(mcoeff_poly R sz_k wf_ts) -fixed_X mcoeffZ c0 mulr0.
  apply: contraR nz_c => no_g; rewrite /average raddf_sum big1 // => g Gg.
  have [-> | nzw] := eqVneq (w g) 0; first by rewrite scale0r raddf0.
  rewrite /= mcoeffZ (move_monomial R sign_S) mcoeffZ mcoeffX.
  case: eqP => [eq_k | _]; last by rewrite !mulr0.
  by case/imageP: no_g; exists g; rewrite ?inE ?Gg ?nzw // -eq_k.
have uniq_ks : uniq (map (mono d) ks).
  rewrite map_inj_in_uniq ?filter_uniq ?distinct_uniq // => k1 k2.
  rewrite !mem_filter => /andP[/andP[/eqP sz1 _] _] /andP[/andP[/eqP sz2 _] _].
  exact: mono_inj.
have := uniq_leq_size uniq_ks sub_k; rewrite size_map => /leq_trans; apply.
by rewrite size_map -cardE.
Qed.

End Soundness.
