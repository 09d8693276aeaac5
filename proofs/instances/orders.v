(** * Groups that need not be listed: lower bounds for the order, commutativity *)
(*                                                                            *)
(*       partly N S n o == at least o elements are products of at most n      *)
(*                    generators                                              *)
(*     cycles N S l cs == in the triples (h, b, m) of cs each h is in S and   *)
(*                    fixes the points of l and the b of earlier triples, and *)
(*                    b has m different images under powers of h: the group   *)
(*                    has at least the product of the m elements              *)
(*       rotation N == the generator that moves 0 to 1, ..., N - 1 to 0       *)
(*   commuting N S == the permutations of S commute                           *)
(*   too_few_order p q m o == fewer than m elements contradict Welch's bound  *)
(*                    for eps = p / q and groups of at least o elements       *)
(* The theorems say o <= #|G| in Z.                                           *)

From Coq Require Import ZArith Lia.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra all_solvable.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms nearness.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.

(** ** Computation *)

Definition partly (N : nat) (S : seq (seq nat)) (n : nat) (o : Z) : bool :=
  all (is_perm N) S && (o <=? Z.of_nat (size (elements N S n)))%BZ.

Fixpoint cycles (N : nat) (S : seq (seq nat)) (l : seq nat) (cs : seq (seq nat * nat * nat)) : bool :=
  if cs is (h, b, m) :: cs' then
    [&& h \in S, all (fun i => nth 0 h i == i) l, (b < N), uniq (traject (nth 0 h) b m)
      & cycles N S (b :: l) cs']
  else true.

Definition cycles_product (cs : seq (seq nat * nat * nat)) : Z :=
  foldr (fun c z => Z.of_nat c.2 * z)%BZ 1%BZ cs.

Definition cycles_exceed (N : nat) (S : seq (seq nat)) (cs : seq (seq nat * nat * nat)) (o : Z) : bool :=
  [&& all (is_perm N) S, cycles N S [::] cs & (o <=? cycles_product cs)%BZ].

Definition rotation (N : nat) : seq nat := rcons (iota 1 N.-1) 0.

Definition commuting (N : nat) (S : seq (seq nat)) : bool :=
  all (is_perm N) S && all (fun s => all (fun t => compose s t == compose t s) S) S.

Definition too_few_order (p q : Z) (m : nat) (o : Z) : bool :=
  [&& (0 <=? p)%BZ, (0 <? q)%BZ &
      if m is l.+1 then
        let slope := (q - Z.of_nat l * p)%BZ in
        (0 <=? slope)%BZ && (Z.of_nat l * (q - p) <? o * slope)%BZ
      else true].

(** ** Orders *)

Section Orders.

Variables (N : nat) (S : seq (seq nat)).
Local Notation G := (group_of N S).

Lemma partly_order n o : partly N S n o -> (o <= Z.of_nat #|G|)%BZ.
Proof.
case/andP=> perm_S /Z.leb_le/Z.le_trans; apply; apply/Nat2Z.inj_le/ssrnat.leP.
have := listing_sound perm_S n; rewrite /elements; case: listing => [[t L] new] [uniq_L _ L_ok _] /=.
rewrite cardE -(size_map (permutation N)); apply: uniq_leq_size.
  rewrite map_inj_in_uniq // => x y /L_ok[perm_x _] /L_ok[perm_y _].
  exact: permutation_inj.
by move=> _ /mapP[x /L_ok[_ Gx] ->]; rewrite mem_enum.
Qed.

Section Cycles.

Hypothesis perm_S : all (is_perm N) S.

Let fixing (l : seq nat) : {group 'S_N} := 'C_G([set i : 'I_N | val i \in l] | 'P)%G.

Lemma orbit_points (H : {group 'S_N}) h (b : 'I_N) m : is_perm N h -> permutation N h \in H ->
  uniq (traject (nth 0 h) b m) -> m <= #|orbit 'P H b|.
Proof.
move=> perm_h Hh uniq_t; rewrite cardE -(size_map val) -{1}(size_traject (nth 0 h) b m).
apply: uniq_leq_size => // _ /trajectP[j _ ->].
apply/mapP; exists ((permutation N h ^+ j)%g b); last first.
  elim: j => [|j IHj]; first by rewrite expg0 perm1.
  by rewrite iterS IHj expgSr permM /= permutationE.
by rewrite mem_enum; apply/orbitP; exists (permutation N h ^+ j)%g; rewrite ?groupX.
Qed.

Lemma cycles_fixing l cs : cycles N S l cs -> (cycles_product cs <= Z.of_nat #|fixing l|)%BZ.
Proof.
elim: cs l => [|[[h b] m] cs IHcs] l.
  move=> _; have /ssrnat.ltP := cardG_gt0 (fixing l); rewrite /cycles_product /=; lia.
case/and5P=> Sh /allP fix_l lt_b uniq_t /IHcs le_cs; pose b' := Ordinal lt_b.
have perm_h := allP perm_S h Sh.
have Hh : permutation N h \in fixing l.
  rewrite inE (permutation_gen N Sh) /=; apply/astabP=> i; rewrite inE => l_i.
  by apply: val_inj; rewrite /= apermE permutationE //; apply/eqP/fix_l.
have le_m := @orbit_points (fixing l) h b' m perm_h Hh uniq_t.
have sub : fixing (b :: l) = ('C_(fixing l)[b' | 'P])%G :> {set 'S_N}.
  rewrite /= setIAC -setIA; congr (_ :&: _); apply/setP=> g; rewrite !inE.
  rewrite (_ : [set i : 'I_N | _] = [set b'] :|: [set i : 'I_N | val i \in l]) ?subUset //.
  by apply/setP=> i; rewrite !inE -val_eqE.
rewrite -(card_orbit_stab 'P (fixing l) b') -sub Nat2Z.inj_mul [cycles_product _]/=.
apply: Z.mul_le_mono_nonneg => //; [lia | apply/Nat2Z.inj_le/ssrnat.leP/le_m |].
elim: (cs) => [|c s IHs] /=; first lia.
by apply: Z.mul_nonneg_nonneg => //; lia.
Qed.

End Cycles.

Lemma cycles_order cs o : cycles_exceed N S cs o -> (o <= Z.of_nat #|G|)%BZ.
Proof.
case/and3P=> perm_S cyc /Z.leb_le/Z.le_trans; apply.
apply: Z.le_trans (cycles_fixing perm_S cyc) _; apply/Nat2Z.inj_le/ssrnat.leP.
by apply/subset_leq_card/subsetIl.
Qed.

Lemma commuting_abelian : commuting N S -> abelian G.
Proof.
case/andP=> /allP perm_S /allP comm; rewrite abelian_gen; apply/centsP=> x + y.
rewrite !inE => /mapP[s Ss ->] /mapP[t St ->]; rewrite /commute -!permutationM ?perm_S //.
by have /allP/(_ t St)/eqP-> := comm s Ss.
Qed.

End Orders.

(** ** The cyclic group *)

Lemma nth_rotation N i : i.+1 < N -> nth 0 (rotation N) i = i.+1.
Proof. by case: N => // M; rewrite ltnS => lt_i; rewrite /rotation nth_rcons size_iota lt_i nth_iota. Qed.

Lemma is_perm_rotation N : 0 < N -> is_perm N (rotation N).
Proof.
case: N => // N _; rewrite /is_perm size_rcons size_iota eqxx rcons_uniq iota_uniq mem_iota /= andbT.
by rewrite all_rcons /=; apply/allP=> i; rewrite mem_iota add1n => /andP[_].
Qed.

Lemma rotation_order N o : (0 <? o)%BZ && (o <=? Z.of_nat N)%BZ ->
  (o <= Z.of_nat #|group_of N [:: rotation N]|)%BZ.
Proof.
case/andP=> /Z.ltb_lt o_gt0 /Z.leb_le/Z.le_trans; apply; apply/Nat2Z.inj_le/ssrnat.leP.
case: (posnP N) => [-> // | N_gt0]; pose b := Ordinal N_gt0.
have perm_r := is_perm_rotation N_gt0; pose G := group_of N [:: rotation N].
apply: leq_trans (_ : #|orbit 'P G b| <= _); last by apply: leq_imset_card.
apply: (orbit_points perm_r); first by apply: permutation_gen; rewrite inE.
rewrite (_ : traject _ _ _ = iota 0 N) ?iota_uniq //; apply: (@eq_from_nth _ 0).
  by rewrite size_traject size_iota.
rewrite size_traject => i lt_i; rewrite nth_traject // nth_iota // add0n.
elim: i lt_i => // i IHi lt_i; rewrite iterS IHi ?nth_rotation //.
exact: ltnW.
Qed.

Lemma rotation_abelian N : abelian (group_of N [:: rotation N]).
Proof.
apply/cyclic_abelian/cyclicP; exists (permutation N (rotation N)).
by congr <<_>>; apply/setP=> x; rewrite !inE.
Qed.

(** ** Welch *)

Section Welch.

Variable R : realFieldType.

Theorem welch_order_sound N S k p q m o (G := group_of N S) :
    (o <= Z.of_nat #|G|)%BZ -> too_few_order p q m o ->
  at_least G k (weak G (all_functions R G) (fraction R p q)) m.
Proof.
move=> le_o /and3P[p_ge0 q_gt0 few]; have EF := functions_euclidean R G.
apply: at_least_support => w sum_w wk.
have : (#|G|%:R <= #|[set g in G | w g != 0]|%:R * (1 + fraction R p q * (#|G|%:R - 1)))%R.
  apply: (welch_pairing EF (us := [:: point R _])) => // [u|g Gg|].
  - by rewrite inE => /eqP->; apply: point_member.
  - by rewrite /= point_pairing => /negPf->.
  by rewrite /= point_pairing eqxx oner_eq0.
case: m few => // l /andP[/Z.leb_le slope_ge0 /Z.ltb_lt few].
apply: (welch_arithmetic p_ge0 q_gt0 (cardG_gt0 G)).
apply/Z.ltb_lt; have := Z.mul_le_mono_nonneg_r _ _ _ slope_ge0 le_o; lia.
Qed.

End Welch.
