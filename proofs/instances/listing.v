(** * The elements of a group, listed from its generators                     *)
(*                                                                            *)
(* Permutations of 0, ..., N - 1 as the sequences of their images.            *)
(*                                                                            *)
(*     is_perm N s == s is such a sequence                                    *)
(*     compose s t == the images of first s, then t                           *)
(*     inverse N x == the inverse of x                                        *)
(*    listing N S n == the elements that at most n generators from S multiply *)
(*                     to, in a map and in a sequence                         *)
(*   elements N S n == that sequence                                          *)
(*  generated N S n == it is closed under multiplication by generators, so it *)
(*                     lists the group                                        *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds.instances Require Import claims numbers.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope.

Section Permutations.

Variable N : nat.
Implicit Types s t : seq nat.

Definition is_perm s := [&& size s == N, all (fun i => i < N) s & uniq s].

Definition compose s t := [seq nth 0 t i | i <- s].

Definition identity := iota 0 N.

Definition inverse (x : seq nat) : seq nat := [seq index i x | i <- iota 0 N].

Lemma is_perm_size s : is_perm s -> size s = N.
Proof. by case/and3P => /eqP. Qed.

Lemma is_perm_nth s i : is_perm s -> i < N -> nth 0 s i < N.
Proof. by case/and3P => /eqP <- /allP lt_s _ lt_i; apply/lt_s/mem_nth. Qed.

Lemma permutationE s (i : 'I_N) : is_perm s -> permutation N s i = nth 0 s i :> nat.
Proof.
move=> perm_s; rewrite /permutation; case: pickP => [p /forallP/(_ i)/eqP //|no_p].
pose f (j : 'I_N) := Ordinal (is_perm_nth perm_s (ltn_ord j)).
have inj_f : injective f.
  move=> j k /(congr1 val)/eqP /=; case/and3P: (perm_s) => /eqP sz_s _ uniq_s.
  by rewrite nth_uniq ?sz_s // => /eqP/val_inj.
by have /forallP[] := no_p (perm inj_f); move=> j; rewrite permE.
Qed.

Lemma permutation_inj : {in is_perm &, injective (permutation N)}.
Proof.
move=> s t perm_s perm_t eq_st; apply: (@eq_from_nth _ 0).
  by rewrite !is_perm_size.
rewrite is_perm_size // => i lt_i.
by rewrite -(permutationE (Ordinal lt_i) perm_s) eq_st permutationE.
Qed.

Lemma is_perm_identity : is_perm identity.
Proof.
rewrite /is_perm size_iota eqxx iota_uniq andbT /=.
by apply/allP=> i; rewrite mem_iota.
Qed.

Lemma permutation_identity : permutation N identity = 1%g.
Proof.
apply/permP=> i; apply: val_inj; rewrite /= permutationE ?is_perm_identity //.
by rewrite nth_iota // perm1.
Qed.

Lemma is_perm_compose s t : is_perm s -> is_perm t -> is_perm (compose s t).
Proof.
move=> perm_s perm_t; have [/eqP sz_s /allP lt_s uniq_s] := and3P perm_s.
rewrite /is_perm size_map sz_s eqxx /=; apply/andP; split.
  by apply/allP=> _ /mapP[i /lt_s lt_i ->]; apply: is_perm_nth.
rewrite map_inj_in_uniq // => i j /lt_s lt_i /lt_s lt_j /eqP.
by have [/eqP sz_t _ uniq_t] := and3P perm_t; rewrite nth_uniq ?sz_t // => /eqP.
Qed.

Lemma permutationM s t : is_perm s -> is_perm t ->
  permutation N (compose s t) = (permutation N s * permutation N t)%g.
Proof.
move=> perm_s perm_t; apply/permP=> i; apply: val_inj.
rewrite /= permutationE ?is_perm_compose // permM !permutationE //.
by rewrite (nth_map 0) // is_perm_size.
Qed.

Lemma permutation_inverse x : is_perm x ->
  is_perm (inverse x) /\ permutation N (inverse x) = (permutation N x)^-1%g.
Proof.
move=> perm_x; have [/eqP sz_x /allP lt_x uniq_x] := and3P perm_x.
have x_all i : (i < N)%N -> i \in x.
  move=> lt_i; have /(_ i) : x =i iota 0 N; last by rewrite mem_iota add0n lt_i.
  apply: (uniq_min_size uniq_x _ _).2 => [j /lt_x|]; first by rewrite mem_iota.
  by rewrite size_iota sz_x.
have perm_i : is_perm (inverse x).
  rewrite /is_perm size_map size_iota eqxx map_inj_in_uniq ?iota_uniq => [|i j].
    rewrite andbT; apply/allP=> _ /mapP[i + ->]; rewrite mem_iota add0n => lt_i.
    by rewrite -sz_x index_mem x_all.
  rewrite !mem_iota !add0n => lt_i lt_j eq_ij.
  by rewrite -(nth_index 0%N (x_all i lt_i)) eq_ij nth_index ?x_all.
split=> //; apply/eqP; rewrite eq_sym eq_invg_mul -permutationM //; apply/eqP.
rewrite -(permutation_identity); congr permutation; apply: (@eq_from_nth _ 0%N).
  by rewrite size_map size_iota.
rewrite size_map sz_x => i lt_i; rewrite (nth_map 0%N) ?sz_x // nth_iota // add0n.
have lt_xi := is_perm_nth perm_x lt_i.
by rewrite (nth_map 0%N) ?size_iota // nth_iota // add0n index_uniq ?sz_x.
Qed.

End Permutations.

Section Listing.

Variables (N : nat) (S : seq (seq nat)).
Implicit Types (x y s : seq nat).

Definition state : Type := trie unit * seq (seq nat) * seq (seq nat).

Definition visit (st : state) y : state :=
  let: (t, L, new) := st in
  if lookup y t is Some _ then st else (insert y tt t, y :: L, y :: new).

Definition spread (st : state) xs : state :=
  foldl (fun st x => foldl (fun st s => visit st (compose x s)) st S) st xs.

Fixpoint explore n (st : state) : state :=
  let: (t, L, new) := st in
  if (n, new) is (m.+1, _ :: _) then explore m (spread (t, L, [::]) new) else st.

Definition listing n : state :=
  let e := identity N in explore n (insert e tt empty, [:: e], [:: e]).

Definition elements n := (listing n).1.2.

Definition generated n :=
  let: (t, L, _) := listing n in
  all (is_perm N) S && all (fun x => all (fun s => isSome (lookup (compose x s) t)) S) L.

Local Notation G := (group_of N S).
Local Notation reach x := (is_perm N x /\ permutation N x \in G).

Definition sound_state (st : state) :=
  let: (t, L, new) := st in
  [/\ uniq L, forall y, isSome (lookup y t) = (y \in L),
      {in L, forall x, reach x} & {in new, forall x, reach x}].

Hypothesis perm_S : all (is_perm N) S.

Lemma permutation_gen s : s \in S -> permutation N s \in G.
Proof. by move=> Ss; rewrite mem_gen // inE map_f. Qed.

Lemma visit_sound st y : sound_state st -> reach y -> sound_state (visit st y).
Proof.
case: st => [[t L] new] [uniq_L mem_L L_ok new_ok] y_ok /=.
case ty: (lookup y t) => [a|]; first by split.
have notLy : y \notin L by rewrite -mem_L ty.
split; rewrite /= ?notLy //.
- by move=> z; rewrite lookup_insert inE -mem_L; case: eqP.
- by move=> z; rewrite inE => /predU1P[-> | /L_ok].
by move=> z; rewrite inE => /predU1P[-> | /new_ok].
Qed.

Lemma spread_sound st xs : sound_state st -> {in xs, forall x, reach x} ->
  sound_state (spread st xs).
Proof.
rewrite /spread; elim: xs st => [|x xs IHxs] st //= st_ok xs_ok.
apply: IHxs => [|y xs_y]; last by apply: xs_ok; rewrite inE xs_y orbT.
have [perm_x Gx] : reach x by apply: xs_ok; rewrite mem_head.
have : {subset S <= S} by [].
elim: {1 3}S st st_ok => [|s T IHT] st st_ok //= sTS.
have Ss : s \in S by apply: sTS; rewrite mem_head.
apply: IHT => [|u Tu]; last by apply: sTS; rewrite inE Tu orbT.
apply: visit_sound => //; have perm_s := allP perm_S s Ss.
have Gs := permutation_gen Ss.
by rewrite is_perm_compose // permutationM //; split=> //; apply: groupM.
Qed.

Lemma explore_sound n st : sound_state st -> sound_state (explore n st).
Proof.
elim: n st => [|n IHn] [[t L] new] //= st_ok; case: new st_ok => // x new [uL mL Lk nk].
by apply: IHn; apply: spread_sound.
Qed.

Lemma listing_sound n : sound_state (listing n).
Proof.
have e_ok : reach (identity N).
  by split; [apply: is_perm_identity | rewrite permutation_identity group1].
apply: explore_sound; rewrite /sound_state; split=> [//|y|x|x]; try by rewrite inE => /eqP->.
by rewrite lookup_insert inE; case: eqP => // _; rewrite lookup_empty.
Qed.

Lemma identity_listed n : identity N \in elements n.
Proof.
rewrite /elements /listing; set st := (_, _, _).
have: identity N \in st.1.2 by rewrite mem_head.
elim: n st => [|n IHn] [[t L] new] //= Le; case: new => // x new.
apply: IHn; rewrite /spread; set st := (t, L, _); have: identity N \in st.1.2 by [].
elim: (x :: new) st => //= {}x {}new IHnew st st_e; apply: IHnew.
elim: {1}S st st_e => //= s T IHT st st_e; apply: IHT.
by case: st st_e => [[t' L'] new'] /= L'e; case: lookup => [_|] //=; rewrite inE L'e orbT.
Qed.

End Listing.

Section Group.

Variables (N : nat) (S : seq (seq nat)) (n : nat).
Hypothesis gen_n : generated N S n.

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).

Lemma generated_gens : all (is_perm N) S.
Proof. by move: gen_n; rewrite /generated; case: listing => [[t M] new] /andP[]. Qed.

Lemma elements_uniq : uniq L.
Proof.
have := listing_sound generated_gens n.
by rewrite /elements; case: listing => [[t M] new] [].
Qed.

Lemma elements_perm x : x \in L -> is_perm N x.
Proof.
have := listing_sound generated_gens n; rewrite /elements.
by case: listing => [[t M] new] [_ _ L_ok _] /L_ok[].
Qed.

Lemma elements_closed x s : x \in L -> s \in S -> compose x s \in L.
Proof.
have := listing_sound generated_gens n; rewrite /elements; move: gen_n; rewrite /generated.
case: listing => [[t M] new] /andP[_ /allP closed] [_ mem_L _ _] Mx Ss /=.
by rewrite -mem_L; apply: (allP (closed x Mx)).
Qed.

Lemma group_elements g : (g \in G) = (g \in [seq permutation N x | x <- L]).
Proof.
apply/idP/mapP=> [Gg | [x Lx ->]]; last first.
  have := listing_sound generated_gens n; move: Lx; rewrite /elements.
  by case: listing => [[t M] new] /= Mx [_ _ /(_ x Mx)[]].
pose A := [set g in [seq permutation N x | x <- L]].
pose H := [set h | A :* h \subset A].
have gH : group_set H.
  apply/group_setP; split=> [|h k]; first by rewrite inE rcoset1.
  rewrite !inE => Ah Ak; apply: subset_trans Ak; rewrite rcosetM.
  by apply: mulSg.
have sGH : G \subset Group gH.
  rewrite gen_subG; apply/subsetP=> h; rewrite inE => /mapP[s Ss ->] /=.
  rewrite inE; apply/subsetP=> _ /rcosetP[k Ak ->]; move: Ak; rewrite inE => /mapP[x Lx ->].
  have perm_s := allP generated_gens s Ss.
  have perm_x := elements_perm Lx; rewrite inE -permutationM //.
  by apply: (map_f (permutation N)); apply: elements_closed.
have Hg : g \in Group gH by apply: (subsetP sGH).
have /subsetP/(_ g) : A :* g \subset A by move: Hg; rewrite inE.
rewrite inE => imp; apply/mapP; apply: imp; apply/rcosetP; exists 1%g; last by rewrite mul1g.
by rewrite inE -(permutation_identity N) map_f ?identity_listed.
Qed.

Lemma uniq_permutations : uniq [seq permutation N x | x <- L].
Proof.
rewrite map_inj_in_uniq ?elements_uniq // => x y Lx Ly.
by apply: permutation_inj; apply: elements_perm.
Qed.

Lemma card_elements : #|G| = size L.
Proof.
rewrite (eq_card group_elements) -(size_map (permutation N)).
exact/card_uniqP/uniq_permutations.
Qed.

Lemma sum_elements (V : zmodType) (f : 'S_N -> V) :
  (\sum_(g in G) f g = \sum_(x <- L) f (permutation N x))%R.
Proof.
rewrite (eq_bigl _ _ group_elements) -big_uniq ?uniq_permutations //.
by rewrite big_map.
Qed.

Lemma forall_elements (Q : 'S_N -> Prop) :
  {in L, forall x, Q (permutation N x)} -> {in G, forall g, Q g}.
Proof. by move=> QL g; rewrite group_elements => /mapP[x Lx ->]; apply: QL. Qed.

Lemma permutation_in x : x \in L -> permutation N x \in G.
Proof. by move=> Lx; rewrite group_elements map_f. Qed.

Lemma elements_of x : is_perm N x -> permutation N x \in G -> x \in L.
Proof.
move=> perm_x; rewrite group_elements => /mapP[y Ly eq_xy].
by rewrite (permutation_inj perm_x (elements_perm Ly) eq_xy).
Qed.

Lemma elements_compose x y : x \in L -> y \in L -> compose x y \in L.
Proof.
move=> Lx Ly; have [perm_x perm_y] := (elements_perm Lx, elements_perm Ly).
apply: elements_of; rewrite ?is_perm_compose // permutationM //.
by rewrite groupM ?permutation_in.
Qed.

Lemma permutation_eq1 x : x \in L -> (permutation N x == 1%g) = (x == identity N).
Proof.
move=> Lx; rewrite -(permutation_identity N); apply/eqP/eqP=> [|-> //].
by apply: permutation_inj; [apply: elements_perm | apply: is_perm_identity].
Qed.

End Group.
