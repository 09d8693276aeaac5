(** * Evidence generation, computed (MATHEMATICS.md, 3.5)                     *)
(*                                                                            *)
(* Within eps < 1 on all functions the quotients of the elements of a scheme  *)
(* generate the group.                                                        *)
(*                                                                            *)
(*   noncommuting N S == two of the permutations of S do not commute: the     *)
(*                    group is not cyclic                                     *)
(*   elementary N S e m o == the permutations of S commute and have orders    *)
(*                    dividing e, and o is more than e ^ m: groups of at      *)
(*                    least o elements need more than m generators            *)

From Coq Require Import ZArith Lia.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra all_solvable.
From SsrMultinomials Require Import mpoly.
From Reynolds Require generation.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness nearness orders.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Abstract.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (w : gT -> R) (eps : R).
Hypothesis sum_w : \sum_(g in G) w g = 1.
Hypothesis eps_lt1 : eps < 1.
Hypothesis wk : weak G (all_functions R G) eps w.

Local Notation support := [set g in G | w g != 0].

Lemma weak_quotients (K : {group gT}) s0 : s0 \in G -> K \subset G ->
    {in support, forall s, (s0^-1 * s)%g \in K} ->
  G \subset K.
Proof.
move=> Gs0 sKG quotK; have EF := functions_euclidean R G.
pose f : space (all_functions R G) := [ffun y => (((y * s0)%g \in K)%:R : R^o)].
have Ff : member f.
  move=> y Gy; rewrite ffunE; case: ((y * s0)%g \in K) / idP => // /(subsetP sKG).
  by rewrite groupMr // => Gy'; rewrite Gy' in Gy.
have Ef : average G w f = [ffun x => ((x \in K)%:R : R^o)].
  apply/ffunP=> x; rewrite [RHS]ffunE /average sum_ffunE.
  transitivity (\sum_(g in G) w g * (x \in K)%:R); last by rewrite -mulr_suml sum_w mul1r.
  apply: eq_bigr => g Gg; rewrite !ffunE; have [-> | nzw] := eqVneq (w g) 0.
    by rewrite scale0r mul0r.
  have Kg : (s0^-1 * g)%g \in K by apply: quotK; rewrite inE Gg.
  have -> : (x * g^-1 * s0 = x * (s0^-1 * g)^-1)%g by rewrite invMg invgK mulgA.
  have KgV : (s0^-1 * g)^-1%g \in K by rewrite groupV.
  by rewrite (groupMr _ KgV).
have sqE : square (average G w f) = square f.
  rewrite Ef /= [RHS](reindex_inj (mulIg s0^-1%g)); apply: eq_bigr => x _.
  by rewrite !ffunE mulgKV.
have := (weakP EF eps sum_w).1 wk f Ff; rewrite sqE -(square_sub_fixed EF).
set v := f - _ => le_v.
have v0 : square v = 0.
  apply/eqP; rewrite eq_le (dot_square EF) (dot_ge0 EF) andbT -(dot_square EF) leNgt.
  apply/negP=> v_gt0; move: le_v; rewrite leNgt -{2}[square v]mul1r ltr_pmul2r //.
  by rewrite eps_lt1.
have fP : f = fixed_average G f.
  apply/eqP; rewrite -subr_eq0; apply/eqP/ffunP=> x; rewrite [RHS]ffunE; apply/eqP.
  move/eqP: v0; rewrite psumr_eq0 => [/allP/(_ x (mem_index_enum _))|y _]; last exact: sqr_ge0.
  by rewrite /= sqrf_eq0.
apply/subsetP=> g Gg; pose h := (s0 * g * s0^-1)^-1%g.
have Gh : h \in G by rewrite groupV !groupM ?groupV.
have : act h f = f :> space (all_functions R G) by rewrite fP (act_fixed EF).
move/ffunP/(_ s0^-1%g); rewrite !ffunE /h invgK !mulgA mulVg mul1g mulgKV group1.
by case: (g \in K) => // /eqP; rewrite eq_sym oner_eq0.
Qed.

Lemma support_neq0 : exists2 s, s \in G & w s != 0.
Proof.
have /existsP[s /andP[Gs nzs]] : [exists s, (s \in G) && (w s != 0)]; last by exists s.
apply: contraT => /existsPn no_s; move: sum_w; rewrite big1 => [/eqP|g Gg].
  by rewrite eq_sym oner_eq0.
by have := no_s g; rewrite Gg negbK => /eqP.
Qed.

Theorem generators_size : ('m(G) < #|support|)%N.
Proof.
have [s0 Gs0 nz0] := support_neq0; pose Q := [set (s0^-1 * s)%g | s in support :\ s0].
have sQG : Q \subset G.
  by apply/subsetP=> _ /imsetP[s + ->]; rewrite !inE => /and3P[_ Gs _]; rewrite groupM ?groupV.
have genQ : <<Q>>%g = G.
  apply/eqP; rewrite eqEsubset gen_subG sQG; apply: (@weak_quotients <<Q>>%G s0) => //.
    by rewrite gen_subG.
  move=> s; rewrite inE => /andP[Gs nzs]; have [-> | ne_s] := eqVneq s s0.
    by rewrite mulVg group1.
  by apply/mem_gen/imset_f; rewrite !inE ne_s Gs.
have supp0 : s0 \in support by rewrite inE Gs0.
rewrite (cardsD1 s0) supp0 add1n ltnS -{1}genQ; apply: leq_trans (grank_min _) _.
exact: leq_imset_card.
Qed.

Lemma noncyclic_size : ~~ cyclic G -> (2 < #|support|)%N.
Proof.
move=> ncG; apply: leq_trans generators_size; rewrite ltnS ltnNge; apply: contra ncG.
have [B defG <-] := grank_witness G; rewrite -defG.
case: (set_0Vmem B) => [-> _ | [x Bx] le_B1]; first by rewrite gen0 cyclic1.
suff -> : B = [set x] by apply: cycle_cyclic.
by apply/eqP; rewrite eq_sym eqEcard sub1set Bx cards1.
Qed.

Lemma elementary_size e m : (0 < e)%N -> abelian G -> {in G, forall x, (x ^+ e = 1)%g} ->
  (e ^ m < #|G|)%N -> (m.+1 < #|support|)%N.
Proof.
move=> e_gt0 cGG exG lt_G; apply: leq_trans generators_size; rewrite ltnS ltnNge.
apply/negP=> le_m; move: lt_G; rewrite ltnNge => /negP; apply.
apply: leq_trans (generation.abelian_card_exponent cGG) _.
have le_e : (exponent G <= e)%N by apply/dvdn_leq/exponentP.
apply: leq_trans (_ : e ^ 'm(G) <= _)%N; last by rewrite leq_pexp2l.
by case: 'm(G) => // k; rewrite leq_exp2r.
Qed.

End Abstract.

(** ** Computation *)

Definition noncommuting (N : nat) (S : seq (seq nat)) : bool :=
  all (is_perm N) S && ~~ all (fun s => all (fun t => compose s t == compose t s) S) S.

Definition elementary (N : nat) (S : seq (seq nat)) (e m : nat) (o : Z) : bool :=
  [&& commuting N S, all (fun s => iter e (compose s) (identity N) == identity N) S, (0 < e)%N
    & (iter m (Z.mul (Z.of_nat e)) 1 <? o)%BZ].

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)).
Local Notation G := (group_of N S).
Local Notation zr := (zr R).

Lemma fraction_lt1 p q : (p <? q)%BZ && (0 <? q)%BZ -> fraction R p q < 1.
Proof.
by case/andP=> /(zr_lt R) lt_pq /(zr_lt R) q_gt0; rewrite /fraction ltr_pdivr_mulr // mul1r.
Qed.

Theorem noncommuting_sound k p q : [&& noncommuting N S, (p <? q)%BZ & (0 <? q)%BZ] ->
  at_least G k (weak G (all_functions R G) (fraction R p q)) 3.
Proof.
case/andP=> /andP[/allP perm_S ncS] /fraction_lt1 lt1; apply: at_least_support => w sum_w wk.
apply: (noncyclic_size sum_w lt1 wk); apply: contra ncS => /cyclic_abelian/centsP cGG.
apply/allP=> s Ss; apply/allP=> t St; apply/eqP.
have [perm_s perm_t] := (perm_S s Ss, perm_S t St).
apply: (permutation_inj (is_perm_compose perm_s perm_t) (is_perm_compose perm_t perm_s)).
by rewrite !permutationM //; apply: cGG; apply: permutation_gen.
Qed.

Theorem elementary_sound k e m o p q : (o <= Z.of_nat #|G|)%BZ ->
    [&& elementary N S e m o, (p <? q)%BZ & (0 <? q)%BZ] ->
  at_least G k (weak G (all_functions R G) (fraction R p q)) m.+2.
Proof.
move=> le_o /andP[/and4P[comm /allP ord e_gt0 /Z.ltb_lt lt_o] /fraction_lt1 lt1].
have [/allP perm_S _] := andP comm; apply: at_least_support => w sum_w wk.
have cGG := commuting_abelian comm.
have lt_G : (e ^ m < #|G|)%N.
  apply/ssrnat.ltP/Nat2Z.inj_lt; apply: Z.lt_le_trans le_o.
  suff <- : iter m (Z.mul (Z.of_nat e)) 1%BZ = Z.of_nat (e ^ m)%N by [].
  by elim: (m) => // i IHi; rewrite expnS Nat2Z.inj_mul -IHi.
have iterE s i : is_perm N s ->
    is_perm N (iter i (compose s) (identity N))
    /\ permutation N (iter i (compose s) (identity N)) = (permutation N s ^+ i)%g.
  move=> perm_s; elim: i => [|i [perm_i eq_i]] /=.
    by rewrite is_perm_identity permutation_identity.
  by rewrite is_perm_compose // permutationM // eq_i expgS.
apply: (elementary_size sum_w lt1 wk e_gt0 cGG _ lt_G) => x Gx.
apply: (exponentP _ x Gx); rewrite abelian_exponent_gen; last by rewrite -abelian_gen.
apply/exponentP=> y; rewrite inE => /mapP[s Ss ->].
have [_ <-] := iterE s e (perm_S s Ss); have /eqP-> := ord s Ss.
exact: permutation_identity.
Qed.

End Soundness.
