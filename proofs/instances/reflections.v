(** * Evidence reflections, computed (MATHEMATICS.md, 2.4, 2.8)               *)
(*                                                                            *)
(* Groups with all exchanges and mirrors inside blocks of coordinates. They   *)
(* are not listed: the reflections are products of generators.                *)
(*                                                                            *)
(*  products N S ops == the generators S, their inverses, and for each pair   *)
(*                     in ops the product of two earlier members              *)
(*  exchange d N i j == the permutation of points that exchanges x_i and x_j  *)
(*      mirror d N i == the one that changes the sign of x_i                  *)
(*    least_degree b == the least degree in the coordinates of the block b of *)
(*                     a monomial that none of its reflections fixes:         *)
(*                     m(m - 1)/2, or m^2 with mirrors, m its size            *)
(*  reflections d N S ops blocks k == blocks are disjoint lists of            *)
(*                     coordinates; the group has all exchanges inside each   *)
(*                     block, and all mirrors in those that are marked true;  *)
(*                     the least degrees add up to more than k                *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds Require headline.
From Reynolds.instances Require Import claims modules numbers listing actions terms exactness reached.
From Reynolds.instances Require Import determinant.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Computation.

Variables (d N : nat) (S : seq (seq nat)).

Definition products (ops : seq (nat * nat)) : seq (seq nat) :=
  foldl (fun L pq => rcons L (compose (nth (identity N) L pq.1) (nth (identity N) L pq.2)))
    (S ++ map (inverse N) S) ops.

Definition swap (i j k : nat) : nat := if k == i then j else if k == j then i else k.

Definition exchange (i j : nat) : seq nat :=
  [seq swap i j (swap (d + i) (d + j) k) | k <- iota 0 N].

Definition mirror (i : nat) : seq nat := [seq swap i (d + i) k | k <- iota 0 N].

Definition least_degree (b : seq nat * bool) : nat :=
  let m := size b.1 in if b.2 then (m * m)%N else (m * m.-1)./2.

Definition reflections (ops : seq (nat * nat)) (blocks : seq (seq nat * bool)) (k : nat) : bool :=
  let t := set_of (products ops) in
  let has_it s := isSome (lookup s t) in
  [&& all (is_perm N) S, moves_coordinates d N S,
      all (fun b => all (fun i => i < d)%N b.1) blocks, uniq (flatten (map fst blocks)),
      all (fun b => all (fun i => all (fun j => (i == j) || has_it (exchange i j)) b.1
                                  && (~~ b.2 || (N == d + d)%N && has_it (mirror i))) b.1) blocks
    & (k < sumn (map least_degree blocks))%N].

End Computation.

Section Products.

Variables (N : nat) (S : seq (seq nat)).
Hypothesis perm_S : all (is_perm N) S.
Local Notation G := (group_of N S).

Lemma products_in ops s : s \in products N S ops -> is_perm N s /\ permutation N s \in G.
Proof.
rewrite /products; have : {in S ++ map (inverse N) S, forall x, is_perm N x /\ permutation N x \in G}.
  move=> x; rewrite mem_cat => /orP[Sx | /mapP[y Sy ->]].
    by split; [apply: (allP perm_S) | apply: permutation_gen].
  have [perm_y eq_y] := permutation_inverse (allP perm_S y Sy).
  by rewrite eq_y groupV permutation_gen.
elim: ops (_ ++ _) => [L L_ok|[p q] ops IHops L L_ok] /=; first exact: L_ok.
have nth_ok i : is_perm N (nth (identity N) L i) /\ permutation N (nth (identity N) L i) \in G.
  have [lt_i | le_i] := ltnP i (size L); first exact/L_ok/mem_nth.
  by rewrite nth_default // permutation_identity group1 is_perm_identity.
apply: IHops => x; rewrite mem_rcons inE => /predU1P[-> | /L_ok //].
have [[perm_p Gp] [perm_q Gq]] := (nth_ok p, nth_ok q).
by rewrite is_perm_compose // permutationM // groupM.
Qed.

End Products.

(** ** Exchanges and mirrors *)

Section Reflections.

Variables (R : realFieldType) (d N : nat) (S : seq (seq nat)).
Hypothesis perm_S : all (is_perm N) S.
Hypothesis sign_S : moves_coordinates d N S.
Local Notation G := (group_of N S).

Lemma image_map (f : nat -> nat) (i : 'I_d) (s := [seq f k | k <- iota 0 N]) :
  is_perm N s -> image (permutation N s) i = f i.
Proof.
move=> perm_s; have lt_i := ord_lt sign_S i; rewrite image_permutation //.
by rewrite (nth_map 0%N) ?size_iota // nth_iota.
Qed.

Lemma exchange_image (i j l : 'I_d) : is_perm N (exchange d N i j) ->
  image (permutation N (exchange d N i j)) l = tperm i j l.
Proof.
move/image_map=> ->; have nl (k : 'I_d) : (l == d + k :> nat)%N = false.
  by apply/eqP=> eq_l; have := ltn_ord l; rewrite eq_l ltnNge leq_addr.
rewrite /swap !nl; case: tpermP => [->|->|ne_i ne_j]; rewrite ?eqxx //.
  by case: eqP => [->|].
by case: eqP => [/val_inj|_] //; case: eqP => [/val_inj|_].
Qed.

Lemma mirror_image (i l : 'I_d) : is_perm N (mirror d N i) ->
  image (permutation N (mirror d N i)) l = (if l == i then d + i else l)%N.
Proof.
move/image_map=> ->; rewrite /swap -val_eqE /=; case: eqP => //= _.
by case: eqP => // eq_l; have := ltn_ord l; rewrite eq_l ltnNge leq_addr.
Qed.

Lemma move_images (g : 'S_N) (m : 'X_{1..d}) :
  move g 'X_[m] = \prod_(l < d) coordinate R d (image g l) ^+ m l.
Proof. by rewrite /move comp_mpolyX; apply: eq_bigr => l _; rewrite tnth_mktuple. Qed.

Lemma exchange_reflects (i j : 'I_d) (r := permutation N (exchange d N i j)) (m : 'X_{1..d}) :
    is_perm N (exchange d N i j) -> r \in G -> i != j -> m i = m j ->
  det d r /\ move r 'X_[m] = 'X_[m] :> {mpoly R[d]}.
Proof.
move=> perm_r Gr ne_ij eq_m; split.
  have on_r : on_coordinates d r = tperm i j.
    apply/permP=> l; apply: val_inj; rewrite /= (on_coordinatesE perm_S sign_S) //.
    by rewrite exchange_image // /coordinate_index ltn_ord.
  rewrite /det on_r odd_tperm ne_ij /turned big1 // => l _.
  by rewrite exchange_image // leqNgt ltn_ord.
rewrite move_images [RHS]mpolyXE_id [RHS](reindex_inj (@perm_inj _ (tperm i j))).
apply: eq_bigr => l _; rewrite exchange_image // coord_ord; congr (_ ^+ _).
by case: tpermP => [->|->|].
Qed.

Lemma mirror_reflects (i : 'I_d) (r := permutation N (mirror d N i)) (m : 'X_{1..d}) :
    is_perm N (mirror d N i) -> r \in G -> ~~ odd (m i) ->
  det d r /\ move r 'X_[m] = 'X_[m] :> {mpoly R[d]}.
Proof.
move=> perm_r Gr even_i; split.
  have on_r : on_coordinates d r = 1%g.
    apply/permP=> l; apply: val_inj; rewrite /= (on_coordinatesE perm_S sign_S) // perm1.
    rewrite mirror_image // /coordinate_index; case: eqP => [->|_]; last by rewrite ltn_ord.
    by rewrite ltnNge leq_addr addKn.
  rewrite /det on_r odd_perm1 /turned (bigD1 i) //= mirror_image // eqxx leq_addr big1 // => l /negPf ne_l.
  by rewrite mirror_image // ne_l leqNgt ltn_ord.
rewrite move_images [RHS]mpolyXE_id; apply: eq_bigr => l _; rewrite mirror_image //.
case: eqP => [->|_]; last by rewrite coord_ord.
by rewrite coord_addd // coord_ord exprNn -signr_odd (negPf even_i) mul1r.
Qed.

End Reflections.

(** ** Degrees of monomials that no reflection fixes *)

Lemma leq_square_sumn (s : seq nat) : uniq s -> all odd s -> (size s * size s <= sumn s)%N.
Proof.
move=> uniq_s /allP odd_s; pose t := map half s.
have uniq_t : uniq t.
  rewrite map_inj_in_uniq // => x y /odd_s ox /odd_s oy eq_h.
  by rewrite -(odd_double_half x) -(odd_double_half y) ox oy eq_h.
have := headline.leq_bin2_sumn uniq_t; rewrite size_map => le_t.
have -> : sumn s = (sumn t * 2 + size s)%N.
  rewrite /t; elim: (s) odd_s => //= x r IHr odd_r.
  rewrite IHr => [|y ry]; last by apply: odd_r; rewrite inE ry orbT.
  rewrite -{1}(odd_double_half x) odd_r ?mem_head // -muln2 mulnDl.
  by rewrite add1n addSn addnS addnA.
apply: leq_trans (_ : 'C(size s, 2) * 2 + size s <= _)%N; last by rewrite leq_add2r leq_mul2r.
rewrite bin2 muln2; case: (size s) => // l.
have := odd_double_half (l.+1 * l.+1.-1); rewrite oddM /= andNb add0n => ->.
by rewrite mulnSr.
Qed.

Section Blocks.

Variables (R : realFieldType) (d N : nat) (S : seq (seq nat)) (ops : seq (nat * nat)).
Variables (blocks : seq (seq nat * bool)) (k : nat).
Hypothesis refl : reflections d N S ops blocks k.
Local Notation G := (group_of N S).

Lemma reflections_perm : all (is_perm N) S. Proof. by case/and3P: refl. Qed.
Lemma reflections_sign : moves_coordinates d N S. Proof. by case/and3P: refl. Qed.

Definition exponent (m : 'X_{1..d}) (i : nat) : nat := if insub i is Some j then m j else 0%N.

Lemma sum_exponents (m : 'X_{1..d}) (s : seq nat) : uniq s -> all (fun i => i < d)%N s ->
  (sumn (map (exponent m) s) <= mdeg m)%N.
Proof.
move=> uniq_s /allP lt_s; rewrite mdegE sumnE big_map.
have -> : (\sum_(i < d) m i = \sum_(i <- iota 0 d) exponent m i)%N.
  have -> : iota 0 d = index_iota 0 d by rewrite /index_iota subn0.
  rewrite big_mkord; apply: eq_bigr => i _.
  by rewrite /exponent valK.
have perm_s : perm_eq s [seq i <- iota 0 d | i \in s].
  rewrite uniq_perm ?filter_uniq ?iota_uniq // => i.
  by rewrite mem_filter mem_iota /=; case si: (i \in s); rewrite //= lt_s.
rewrite (perm_big _ perm_s) /= big_filter big_mkcond /=.
by apply: leq_sum => i _; case: ifP.
Qed.

Lemma monomial_reflects (m : 'X_{1..d}) : (mdeg m <= k)%N ->
  exists r, [/\ r \in G, det d r & move r 'X_[m] = 'X_[m] :> {mpoly R[d]}].
Proof.
move=> le_m; have [perm_S sign_S] := (reflections_perm, reflections_sign).
case/and5P: refl => _ _ /allP lt_b uniq_b /andP[/allP has_b lt_k].
have [b bb lt_deg] : exists2 b, b \in blocks & (sumn (map (exponent m) b.1) < least_degree b)%N.
  apply/hasP; apply: contraLR lt_k; rewrite -leqNgt -all_predC => /allP le_b.
  apply: leq_trans le_m; apply: leq_trans (_ : sumn (map (exponent m) (flatten (map fst blocks))) <= _)%N.
    elim: (blocks) le_b => //= b bs IHb le_b; rewrite map_cat sumn_cat leq_add //.
      by have := le_b b (mem_head _ _); rewrite /= -leqNgt.
    by apply: IHb => c bs_c; apply: le_b; rewrite inE bs_c orbT.
  apply: sum_exponents => //; apply/allP=> i /flattenP[_ /mapP[b bb ->]].
  exact: (allP (lt_b b bb)).
have in_b i : i \in b.1 -> exists2 j : 'I_d, i = j & exponent m i = m j.
  move=> bi; have lt_i := allP (lt_b b bb) i bi; exists (Ordinal lt_i) => //.
  by rewrite /exponent insubT.
have given s : isSome (lookup s (set_of (products N S ops))) ->
    is_perm N s /\ permutation N s \in G.
  by rewrite mem_set_of => /(products_in perm_S).
have eqs i j : i \in b.1 -> j \in b.1 -> i != j -> exponent m i = exponent m j ->
    exists r, [/\ r \in G, det d r & move r 'X_[m] = 'X_[m] :> {mpoly R[d]}].
  move=> bi bj ne_ij; have /andP[/allP/(_ j bj)] := allP (has_b b bb) i bi.
  rewrite (negPf ne_ij) /= => /given[perm_r Gr] _.
  have [[i' eq_i ->] [j' eq_j ->]] := (in_b i bi, in_b j bj) => eq_m.
  rewrite eq_i eq_j in perm_r Gr ne_ij; rewrite (inj_eq val_inj) in ne_ij.
  have [] := exchange_reflects R perm_S sign_S perm_r Gr ne_ij eq_m.
  by exists (permutation N (exchange d N i' j')).
have [/allP dist | ] := boolP (all (fun i => all (fun j => (i == j) || (exponent m i != exponent m j)) b.1) b.1); last first.
  case/allPn=> i bi /allPn[j bj]; rewrite negb_or negbK => /andP[ne_ij /eqP].
  exact: eqs.
have uniq_e : uniq (map (exponent m) b.1).
  rewrite map_inj_in_uniq => [|i j bi bj eq_ij].
    elim: (blocks) uniq_b bb => //= c bs IHc; rewrite cat_uniq inE => /and3P[uc _ ubs].
    by case/predU1P=> [-> | /IHc]; last exact.
  by have /allP/(_ j bj) := dist i bi; rewrite eq_ij eqxx orbF => /eqP.
move: lt_deg; rewrite /least_degree; case b2: b.2; last first.
  have := headline.leq_bin2_sumn uniq_e; rewrite size_map bin2 => le_e.
  by rewrite ltnNge le_e.
have [odd_e | ] := boolP (all odd (map (exponent m) b.1)).
  by have := leq_square_sumn uniq_e odd_e; rewrite size_map => le_e; rewrite ltnNge le_e.
case/allPn=> _ /mapP[i bi ->] even_i _; have /andP[_] := allP (has_b b bb) i bi.
rewrite b2 /= => /andP[_ /given[perm_r Gr]].
have [i' eq_i eq_e] := in_b i bi; rewrite eq_i in perm_r Gr; rewrite eq_e in even_i.
have [] := mirror_reflects R perm_S sign_S perm_r Gr even_i.
by exists (permutation N (mirror d N i')).
Qed.

Lemma kernel_half : (#|kernel d N S|.*2 = #|G|)%N.
Proof.
have [r [Gr det_r _]] := monomial_reflects (m := 0%MM) ltac:(by rewrite mdeg0).
exact: card_kernel reflections_perm reflections_sign _ Gr det_r.
Qed.

Lemma kernel_exact kd D : all (fun j => j <= k)%N D ->
  at_most G kd (exact G (polynomials R d N D)) #|kernel d N S|.
Proof.
move=> /allP le_D; apply: (kernel_at_most reflections_perm reflections_sign) => m Dm.
exact/monomial_reflects/le_D.
Qed.

Theorem kernel_half_sound kd D : all (fun j => j <= k)%N D ->
  at_most G kd (exact G (polynomials R d N D)) #|G|./2.
Proof. by rewrite -kernel_half doubleK; apply: kernel_exact. Qed.

Theorem kernel_listed_sound n kd D m : all (fun j => j <= k)%N D ->
    generated N S n && (size (elements N S n) <= m.*2)%N ->
  at_most G kd (exact G (polynomials R d N D)) m.
Proof.
move=> le_D /andP[gen_n]; rewrite -(card_elements gen_n) -kernel_half leq_double => le_m.
exact: at_most_leq le_m (kernel_exact kd le_D).
Qed.

(* All schemes of less than |G| elements are exact at some degree below v.    *)
Theorem kernel_missed_sound kd v : (v <= k.+1)%N -> threshold_at_least R d G kd v.
Proof.
move=> le_v j whole; rewrite leqNgt; apply/negP=> lt_j.
have le_D : all (fun i => i <= k)%N (iota 0 j.+1).
  apply/allP=> i; rewrite mem_iota add0n /= ltnS => /leq_trans; apply.
  by rewrite -ltnS (leq_trans lt_j).
have [w [m [sch ex_w le_m]]] := kernel_exact kd le_D.
have := leq_trans (whole w m sch ex_w) le_m; rewrite -kernel_half -addnn.
rewrite -[X in (_ <= X)%N]addn0 leq_add2l leqn0 cards_eq0 => /eqP no_k.
by have := cardG_gt0 G; rewrite -kernel_half no_k cards0.
Qed.

End Blocks.

(* Where every exact scheme has |G| elements, for groups of any size.         *)
Theorem attained_whole_sound (R : realFieldType) (d N : nat) (G : {group 'S_N}) k v :
  at_least G k (exact G (polynomials R d N (iota 0 v.+1))) #|G| -> threshold_at_most R d G k v.
Proof. by exists v. Qed.
