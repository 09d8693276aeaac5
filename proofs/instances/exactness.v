(** * Evidence about exact averaging, computed                                *)
(*                                                                            *)
(* Each kind of evidence has a boolean that the kernel evaluates and one      *)
(* theorem: if it is true, the claim holds. In all of them N, S are the       *)
(* points and generators of the group, n as many rounds of multiplication as  *)
(* list it, d and D the coordinates and the degrees of the polynomials.       *)
(*                                                                            *)
(*   free_pairing N S n d D fs m == the matrix entry that the pairs fs of     *)
(*                     polynomials add up to vanishes at all elements but 1,  *)
(*                     and the group has at least m elements (free-orbit,     *)
(*                     annihilator)                                           *)
(*   diagonal us == the pairs (u, u) for u in us                              *)
(*   traces d js == the pairs that add up to the combination of the traces on *)
(*                     the monomials of degree j with the coefficient a, for  *)
(*                     (j, a) in js                                           *)
(*   invariant_averages N S d D es == every monomial whose degree is in D has *)
(*                     an invariant average (scheme, subgroup, reflections)   *)
(*   exact_list N S n d D k es W m == es, W is an exact scheme of kind k with *)
(*                     at most m elements                                     *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition diagonal (us : seq (seq term)) := [seq (u, u) | u <- us].

Definition traces (d : nat) (js : seq (nat * Z)) : seq (seq term * seq term) :=
  flatten [seq [seq ([:: (a, ja.2)], [:: (a, 1%BZ)]) | a <- monomials d ja.1] | ja <- js].

(* Terms with the same monomial put together.                                 *)
Definition collect_step (tks : trie Z * seq (seq nat)) (e : term) : trie Z * seq (seq nat) :=
  let: (t, ks) := tks in
  (insert e.1 (total e.1 t + e.2)%BZ t, if lookup e.1 t is Some _ then ks else e.1 :: ks).

Definition collect (ts : seq term) : seq term :=
  let: (t, ks) := foldl collect_step (empty, [::]) ts in [seq (k, total k t) | k <- ks].

Section Computation.

Variables (N : nat) (S : seq (seq nat)) (n d : nat) (D : seq nat).

Definition entry (fs : seq (seq term * trie Z)) (s : seq nat) : Z :=
  zsum [seq dotz (map (move_term d s) f.1) f.2 | f <- fs].

Definition free_pairing (fs : seq (seq term * seq term)) (m : nat) : bool :=
  [&& generated N S n, moves_coordinates d N S,
      all (fun f => [&& well_formed d f.1, of_degrees D f.1 & well_formed d f.2]) fs
    & let gs := [seq (f.1, gather f.2) | f <- fs] in
      let L := elements N S n in
      all (fun s => (entry gs s =? 0)%BZ == (s != identity N)) L && (m <= size L)%N].

Definition averages (es : seq term) (a : seq nat) : seq term :=
  [seq move_term d e.1 (a, e.2) | e <- es].

Definition invariant_terms (ts : seq term) : bool :=
  let m := gather ts in let q := dotz ts m in
  all (fun s => dotz (map (move_term d s) ts) m =? q)%BZ S.

Definition invariant_averages (es : seq term) : bool :=
  moves_coordinates d N S
  && all (fun a => invariant_terms (collect (averages es a))) (flatten [seq monomials d k | k <- D]).

Definition exact_list (k : weights) (es : seq term) (W : Z) (m : nat) : bool :=
  [&& generated N S n, listed N S n es, invariant_averages es, kind_ok k es W
    & (size es <= m)%N].

End Computation.

Lemma collect_fold ts us t ks (st := foldl collect_step (t, ks) ts) :
    uniq ks -> ks =i map fst us -> (forall k, isSome (lookup k t) = (k \in ks)) ->
  [/\ uniq st.2, st.2 =i map fst (us ++ ts)
    & st.1 = foldl (fun t kz => insert kz.1 (total kz.1 t + kz.2)%BZ t) t ts].
Proof.
rewrite {}/st; elim: ts us t ks => [|e ts IHts] us t ks uniq_k eq_k look_k /=; first by rewrite cats0.
rewrite -cat_rcons; have [look|look] := boolP (isSome (lookup e.1 t)).
  have k_e : e.1 \in ks by rewrite -look_k.
  have -> : (if lookup e.1 t is Some _ then ks else e.1 :: ks) = ks by case: lookup look.
  apply: IHts => // k; first by rewrite map_rcons mem_rcons inE -eq_k; case: eqP => // ->.
  by rewrite lookup_insert; case: eqP => [->|_]; rewrite ?k_e ?look_k.
have -> : (if lookup e.1 t is Some _ then ks else e.1 :: ks) = e.1 :: ks by case: lookup look.
apply: IHts => [|k|k] /=.
- by rewrite -look_k look.
- by rewrite map_rcons mem_rcons !inE eq_k.
by rewrite lookup_insert inE; case: eqP => //= _; rewrite look_k.
Qed.

Lemma collect_keys ts : exists ks,
  [/\ uniq ks, ks =i map fst ts & collect ts = [seq (k, total k (gather ts)) | k <- ks]].
Proof.
have look0 k : isSome (lookup k (@empty Z)) = (k \in [::]) by rewrite lookup_empty.
have [] := @collect_fold ts [::] empty [::] isT (fun=> erefl) look0.
by rewrite /collect /gather; case: foldl => t ks /= uniq_k eq_k ->; exists ks.
Qed.

Lemma poly_collect (R : realFieldType) d ts : poly R d (collect ts) = poly R d ts.
Proof.
have [ks [uniq_k eq_k ->]] := collect_keys ts; rewrite /poly big_map /=.
under eq_bigr => k _ do rewrite total_gather scaler_suml.
rewrite (exchange_big_dep xpredT) //= [RHS]big_seq [LHS]big_seq; apply: eq_bigr => e ts_e.
under eq_bigl do rewrite eq_sym; rewrite -big_filter (_ : filter _ _ = [:: e.1]) ?big_seq1 //.
apply/perm_small_eq => //; apply: uniq_perm; rewrite ?filter_uniq // => k.
rewrite mem_filter inE; case: eqP => //= ->; by rewrite eq_k map_f.
Qed.

Lemma well_formed_collect d ts : well_formed d ts -> well_formed d (collect ts).
Proof.
have [ks [_ eq_k ->]] := collect_keys ts => /allP wf; apply/allP=> _ /mapP[k + ->] /=.
by rewrite eq_k => /mapP[e /wf + ->].
Qed.

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n d : nat) (D : seq nat).

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation F := (polynomials R d N D).
Local Notation zr := (zr R).
Local Notation poly := (poly R d).

Lemma entryE fs x :
    all (is_perm N) S -> moves_coordinates d N S -> is_perm N x ->
    all (fun f => well_formed d f.1 && well_formed d f.2) fs ->
  pairing (F := F) mdot [seq (poly f.1, poly f.2) | f <- fs] (permutation N x)
  = zr (entry d [seq (f.1, gather f.2) | f <- fs] x).
Proof.
move=> perm_S sign_S perm_x /allP wf; rewrite /pairing /entry zr_zsum !big_map.
rewrite !big_seq; apply: eq_bigr => f /wf/andP[wf1 wf2].
by rewrite /act /= (move_poly _ sign_S) // mdot_poly // (well_formed_move R sign_S).
Qed.

(* Constant weights only: what free_pairing says of exact schemes, and of the *)
(* matrix entry.                                                              *)
Lemma free_pairing_spec fs m (ps := [seq (poly f.1, poly f.2) | f <- fs] : seq (space F * space F)) :
    free_pairing N S n d D fs m ->
  [/\ euclidean G (mdot : space F -> _), {in ps, forall uv, member uv.1},
      {in G, forall g, g != 1%g -> pairing (F := F) mdot ps g = 0}, pairing (F := F) mdot ps 1%g != 0
    & (m <= #|G|)%N].
Proof.
case/and4P=> gen_n sign_S /allP wf /andP[/allP free le_m].
have perm_S := generated_gens gen_n.
have wf2 : all (fun f => well_formed d f.1 && well_formed d f.2) fs.
  by apply/allP=> f /wf/and3P[-> _ ->].
have entry_x x : x \in L -> (pairing (F := F) mdot ps (permutation N x) == 0) = (permutation N x != 1%g).
  move=> Lx; rewrite entryE ?(elements_perm gen_n) // (permutation_eq1 gen_n) //.
  have := free x Lx; case: (x == _) => /=.
    by case E: (_ =? 0)%BZ => // _; apply/negbTE/zr_neq0; rewrite E.
  by case E: (_ =? 0)%BZ => // _; move/Z.eqb_eq: E => ->; rewrite eqxx.
split.
- exact: polynomials_euclidean.
- move=> _ /mapP[f fs_f ->]; have /and3P[wf1 deg1 _] := wf f fs_f.
  exact: (poly_member perm_S sign_S).
- by apply: (forall_elements gen_n) => x Lx ne_1; apply/eqP; rewrite entry_x.
- rewrite -(permutation_identity N) entry_x ?permutation_identity ?eqxx //.
  exact: identity_listed.
by rewrite (card_elements gen_n).
Qed.

Theorem free_pairing_sound k fs m : free_pairing N S n d D fs m ->
  at_least G k (exact G F) m.
Proof.
case/free_pairing_spec=> EF Fps ps0 ps1 le_m; apply: at_least_leq le_m _.
apply: at_least_support => w sum_w ex_w.
rewrite (@constant_support _ _ G) //.
exact: pairing_constant EF _ _ ex_w Fps ps0 ps1.
Qed.

(** ** Exact schemes *)

Lemma mdot_eq0 (p : {mpoly R[d]}) : mdot p p = 0 -> p = 0.
Proof.
move=> p0; apply/mpolyP=> m; rewrite mcoeff0; apply/eqP; apply: contraT => nz_m.
have /eqP := p0; rewrite /mdot psumr_eq0 => [/allP/(_ m)|? _]; last by rewrite -expr2 sqr_ge0.
by rewrite mcoeff_msupp nz_m /= mulf_eq0 orbb (negPf nz_m) => /(_ isT).
Qed.

(* What the generators fix, the group fixes.                                  *)
Lemma generators_fix (F' : functions R [finGroupType of 'S_N])
    (dot : space F' -> space F' -> R) (v : space F') :
    euclidean G dot -> (forall s, s \in S -> act (permutation N s) v = v) ->
  {in G, forall g, act g v = v}.
Proof.
move=> EF fix_S; pose A := [set g in G | act g v == v].
have gA : group_set A.
  apply/group_setP; split=> [|g h]; first by rewrite !inE group1 (act1v EF) eqxx.
  rewrite !inE => /andP[Gg /eqP fix_g] /andP[Gh /eqP fix_h].
  by rewrite groupM //= (actMv EF) // fix_g fix_h.
have sGA : G \subset Group gA.
  rewrite gen_subG; apply/subsetP=> h; rewrite inE => /mapP[s Ss ->].
  by rewrite inE (permutation_gen N Ss) fix_S //=.
by move=> g Gg; have := subsetP sGA g Gg; rewrite inE => /andP[_ /eqP].
Qed.

Lemma invariant_termsP ts : all (is_perm N) S -> moves_coordinates d N S ->
    well_formed d ts -> invariant_terms S d ts ->
  forall s, s \in S -> move (permutation N s) (poly ts) = poly ts.
Proof.
move=> perm_S sign_S wf_ts /allP inv s Ss; have perm_s := allP perm_S s Ss.
have Gs := permutation_gen N Ss; set p := poly ts; set g := permutation N s.
have EF := polynomials_euclidean R perm_S sign_S [::].
have eq_dot : mdot (move g p) p = mdot p p.
  rewrite (move_poly _ sign_S) // !mdot_poly ?(well_formed_move R sign_S) //.
  by have /Z.eqb_eq-> := inv s Ss.
apply/eqP; rewrite -subr_eq0; apply/eqP/mdot_eq0.
have := @squareB R _ G _ _ EF (move g p) p.
rewrite !(dot_square EF) eq_dot (mdot_move perm_S sign_S) // => ->.
by rewrite mulr2n opprD addrA subrr sub0r addNr.
Qed.

Section Scheme.

Variables (es : seq term) (W : Z).
Hypothesis gen_n : generated N S n.
Hypothesis es_L : {in es, forall e, e.1 \in L}.

Lemma average_mono a : moves_coordinates d N S -> size a = d ->
  average G (F := F) (@weight R N es W) ('X_[mono d a] : {mpoly R[d]})
  = (zr W)^-1 *: poly (averages d es a).
Proof.
move=> sign_S sz_a; rewrite (average_weight gen_n) // /poly big_map scaler_sumr.
rewrite !big_seq; apply: eq_bigr => e /es_L Le.
have perm_e := elements_perm gen_n Le.
rewrite -(@move_mono R d N S sign_S e.1 (a, e.2)) // [move _ _]linearZ scalerA.
by rewrite mulrC.
Qed.

Theorem invariant_exact : invariant_averages N S d D es ->
  exact G F (@weight R N es W).
Proof.
case/andP=> sign_S /allP inv f Ff; have perm_S := generated_gens gen_n.
have EF := polynomials_euclidean R perm_S sign_S D.
set w := @weight R N es W; pose X m : space F := 'X_[m] : {mpoly R[d]}.
have def_f : f = \sum_(m <- msupp f) f@_m *: X m by apply: mpolyE.
have -> : average G w f = \sum_(m <- msupp f) f@_m *: average G w (X m).
  rewrite /average; under [RHS]eq_bigr do rewrite scaler_sumr; rewrite exchange_big.
  apply: eq_bigr => g _; rewrite {1}def_f (act_sum EF) scaler_sumr.
  by apply: eq_bigr => m _; rewrite !scalerA mulrC.
move=> h Gh; rewrite (act_sum EF) !big_seq; apply: eq_bigr => m f_m; congr (_ *: _).
have [a D_a eq_m] := mem_all_monomials Ff f_m; rewrite /X -eq_m.
have sz_a : size a = d.
  by case/flatten_mapP: D_a => k _; apply: size_monomials.
move: h Gh; apply: (generators_fix EF) => s Ss; rewrite average_mono //.
rewrite (act_scale EF); congr (_ *: _); rewrite -poly_collect; apply: invariant_termsP => //.
  apply: well_formed_collect; apply/allP=> _ /mapP[e /es_L Le ->].
  by rewrite (size_move_term R sign_S) // (elements_perm gen_n).
exact: inv.
Qed.

End Scheme.

Theorem exact_list_sound k es W m : exact_list N S n d D k es W m ->
  at_most G k (exact G F) m.
Proof.
case/and5P=> gen_n /(listedP gen_n) es_L inv kind le_m.
by apply: (kind_at_most gen_n es_L kind) => //; apply: invariant_exact.
Qed.

(* The average over the whole group.                                          *)
Theorem order_sound k m : generated N S n && (size (elements N S n) <= m)%N ->
    moves_coordinates d N S -> at_most G k (exact G F) m.
Proof.
case/andP=> gen_n; rewrite -(card_elements gen_n) => le_m sign_S.
have EF := polynomials_euclidean R (generated_gens gen_n) sign_S D.
apply: at_most_leq le_m _; apply: at_most_order => w w_c f Ff h Gh.
have -> : average G w f = average G (fun=> w 1%g) f.
  by apply: eq_bigr => g Gg; rewrite w_c.
exact: (constant_exact EF).
Qed.

End Soundness.

(** ** Thresholds *)

Section Thresholds.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (d : nat).
Local Notation G := (group_of N S).

Theorem attained_sound n k v m :
    generated N S n && (size (elements N S n) <= m)%N ->
    at_least G k (exact G (polynomials R d N (iota 0 v.+1))) m ->
  threshold_at_most R d G k v.
Proof.
case/andP=> gen_n; rewrite -(card_elements gen_n) => le_m low; exists v => //.
exact: at_least_leq le_m low.
Qed.

(* A scheme of fewer elements, one degree below.                              *)
Theorem missed_sound n k v m :
    generated N S n && (m < size (elements N S n))%N ->
    at_most G k (exact G (polynomials R d N (iota 0 v))) m ->
  threshold_at_least R d G k v.
Proof.
case/andP=> gen_n; rewrite -(card_elements gen_n) => lt_m [w [l [sch ex_w le_l]]] j whole.
rewrite leqNgt; apply/negP=> lt_j.
have ex_j : exact G (polynomials R d N (iota 0 j.+1)) w.
  move=> f Ff; apply: ex_w => m' /Ff; rewrite !mem_iota !add0n => /leq_trans; exact.
by have := whole w l sch ex_j; rewrite leqNgt (leq_ltn_trans le_l lt_m).
Qed.

End Thresholds.

(** ** All functions on G *)

Section Regular.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat).
Local Notation G := (group_of N S).
Local Notation F := (all_functions R G).

Theorem all_order_sound k m : generated N S n && (size (elements N S n) <= m)%N ->
  at_most G k (exact G F) m.
Proof.
case/andP=> gen_n; rewrite -(card_elements gen_n) => le_m.
have EF := functions_euclidean R G; apply: at_most_leq le_m _.
apply: at_most_order => w w_c f Ff h Gh.
have -> : average G w f = average G (fun=> w 1%g) f.
  by apply: eq_bigr => g Gg; rewrite w_c.
exact: (constant_exact EF).
Qed.

Theorem regular_sound k m : generated N S n && (m <= size (elements N S n))%N ->
  at_least G k (exact G F) m.
Proof.
case/andP=> gen_n; rewrite -(card_elements gen_n) => le_m.
have EF := functions_euclidean R G; apply: at_least_leq le_m _.
apply: at_least_support => w sum_w ex_w; rewrite (@constant_support _ _ G) //.
apply: (pairing_constant EF ex_w (fs := [:: (point R _, point R _)])) => [uv|g Gg|].
- by rewrite inE => /eqP->; apply: point_member.
- by rewrite point_pairing => /negPf->.
by rewrite point_pairing eqxx oner_eq0.
Qed.

End Regular.
