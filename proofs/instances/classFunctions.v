(** * Class functions, computed at representatives                            *)
(*                                                                            *)
(*   class_function G f == f is constant on the conjugacy classes of G        *)
(*         conjugate N x y == x^-1 y x                                             *)
(*  class_table N S n rs == the map that gives x^-1 r x the place of r in rs, *)
(*                    for r in rs and all elements x; only x = 1 where r      *)
(*                    commutes with the generators                            *)
(*   classes N S n rs T == T gives every element of the group a place in rs,  *)
(*                    and conjugate elements the same place                   *)
(*   spread N S n T vs == the elements x of the group with the integers at    *)
(*                    their places in vs: a class function                    *)
(*   represents vs f == zr of these integers are the values of f              *)
(*  left_correlate es m z, correlate es m z == the sum over the elements e of *)
(*                    es of its integer times the value of m at e z; at z e   *)
(*   all_monomials d D == the monomials in d variables of a degree from D     *)
(*        character R d D g == the sum of their coefficients in their images  *)
(*                    under g, the trace of g on polynomials of these degrees *)

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

Section Abstract.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).

Definition class_function (f : gT -> R) := {in G &, forall g h, f (g ^ h)%g = f g}.

Lemma class_sum (F : gT -> gT -> R) :
    {in G & &, forall x h k, F (x ^ k)%g (h ^ k)%g = F x h} ->
  class_function (fun h => \sum_(x in G) F x h).
Proof.
move=> inv h k Gh Gk; rewrite (reindex_inj (@conjg_inj _ k)) /=.
by apply: eq_big => [x | x Gx]; rewrite ?groupJr // inv // -(groupJr _ Gk).
Qed.

Lemma class_convolution f g : class_function f -> class_function g ->
  class_function (fun h => \sum_(x in G) f x * g (x * h)%g).
Proof.
by move=> cf cg; apply: class_sum => x h k Gx Gh Gk; rewrite -conjMg cf ?cg ?groupM.
Qed.

Lemma class_correlation f g : class_function f -> class_function g ->
  class_function (fun h => \sum_(x in G) f x * g (h * x)%g).
Proof.
by move=> cf cg; apply: class_sum => x h k Gx Gh Gk; rewrite -conjMg cf ?cg ?groupM.
Qed.

End Abstract.

(** ** Averages of the functions of a class *)

Section Kernel.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Variables (us : seq (space F)) (a : gT -> R).

Local Notation phi := (fun g => \sum_(u <- us) dot (act g u) u).

(* The matrix entry of the averages E_a u.                                    *)
Definition kernel h := \sum_(k in G) correlation G a k * \sum_(u <- us) dot (act (k * h)%g u) u.

Hypothesis (class_phi : class_function G phi) (class_a : class_function G a).

Lemma kernel_entries h : h \in G ->
  entries dot [seq average G a u | u <- us] h = kernel h.
Proof.
move=> Gh; rewrite /entries /kernel big_map.
transitivity (\sum_(x in G) \sum_(y in G) a x * a y * phi (x * h * y^-1)%g).
  under [RHS]eq_bigr do under eq_bigr do rewrite mulr_sumr.
  under [RHS]eq_bigr do rewrite exchange_big; rewrite exchange_big /=.
  apply: eq_bigr => u _; rewrite (dotC EF) (act_average EF) // (dot_suml EF).
  apply: eq_bigr => x Gx; rewrite (dot_sumr EF) mulr_sumr; apply: eq_bigr => y Gy.
  rewrite mulrA; congr (_ * _); rewrite -[RHS](dot_act EF Gy); congr dot.
  by rewrite -(actMv EF) ?groupM ?groupV // mulgKV.
rewrite exchange_big /=; under [RHS]eq_bigr do rewrite /correlation mulr_suml.
rewrite [RHS]exchange_big /=; apply: eq_bigr => y Gy.
rewrite (reindex_inj (mulgI y)) /=; apply: eq_big => [k|k]; rewrite ?groupMl // => Gk.
have Gkh : (k * h)%g \in G by apply: groupM.
have -> : a (y * k)%g = a (k * y)%g.
  by rewrite -(class_a (groupM Gk Gy) (groupVr Gy)) conjgE invgK mulgK.
have -> : (y * k * h * y^-1 = (k * h) ^ y^-1)%g by rewrite conjgE invgK !mulgA.
by rewrite class_phi ?groupV // [a (k * y)%g * _]mulrC.
Qed.

Lemma class_kernel : class_function G kernel.
Proof.
apply: class_convolution class_phi; apply: class_correlation class_a.
exact: class_a.
Qed.

Lemma sum_kernel : \sum_(h in G) kernel h
  = (\sum_(g in G) a g) ^+ 2 * \sum_(g in G) phi g.
Proof.
rewrite exchange_big /= expr2 mulr_suml mulr_suml.
transitivity (\sum_(k in G) correlation G a k * \sum_(g in G) phi g).
  apply: eq_bigr => k Gk; rewrite -mulr_sumr; congr (_ * _).
  by rewrite [RHS](reindex_inj (mulgI k)); apply: eq_bigl => h; rewrite groupMl.
rewrite -mulr_suml /correlation exchange_big /= mulr_suml; apply: eq_bigr => g Gg.
rewrite -mulr_sumr -mulrA -[RHS]mulrA; congr (_ * (_ * _)).
by rewrite [RHS](reindex_inj (mulIg g)); apply: eq_bigl => k; rewrite groupMr.
Qed.

End Kernel.

(** ** Computation *)

Definition left_correlate (es : seq term) (m : trie Z) (z : seq nat) : Z :=
  zsum [seq (e.2 * total (compose e.1 z) m)%BZ | e <- es].

Section Computation.

Variables (N : nat) (S : seq (seq nat)) (n : nat).
Local Notation L := (elements N S n).

Definition conjugate (x y : seq nat) := compose (compose (inverse N x) y) x.

Definition enter_class (ps : seq (seq nat * seq nat)) (t : trie nat) (ir : nat * seq nat) : trie nat :=
  foldl (fun t p => insert (compose (compose p.1 ir.2) p.2) ir.1 t) t ps.

Definition commutes (r : seq nat) : bool := all (fun s => compose r s == compose s r) S.

Definition class_table (rs : seq (seq nat)) : trie nat :=
  let ps := if all commutes rs then [::] else [seq (inverse N x, x) | x <- L] in
  let one := [:: (inverse N (identity N), identity N)] in
  foldl (fun t ir => enter_class (if commutes ir.2 then one else ps) t ir) empty (zip (iota 0 (size rs)) rs).

Definition place (T : trie nat) (x : seq nat) : nat := odflt 0%N (lookup x T).

Definition classes (rs : seq (seq nat)) (T : trie nat) : bool :=
  [&& generated N S n, listed N S n [seq (r, 0%BZ) | r <- rs],
      all (fun x => isSome (lookup x T)) L
    & all (fun s => let s' := inverse N s in
                    all (fun x => place T (compose (compose s' x) s) == place T x) L) S].

Definition spread (T : trie nat) (vs : seq Z) : seq term :=
  [seq (x, nth 0%BZ vs (place T x)) | x <- L].

End Computation.

Definition all_monomials (d : nat) (D : seq nat) : seq (seq term) :=
  [seq [:: (a, 1%BZ)] | a <- flatten [seq monomials d k | k <- D]].

Lemma enter_classP ps t ir k i : lookup k (enter_class ps t ir) = Some i ->
  lookup k t = Some i \/
  i = ir.1 /\ exists2 p, p \in ps & k = compose (compose p.1 ir.2) p.2.
Proof.
rewrite /enter_class; elim: ps t => [|p ps IHps] t /=; first by left.
case/IHps=> [|[-> [q ps_q ->]]]; last by right; split=> //; exists q; rewrite ?inE ?ps_q ?orbT.
rewrite lookup_insert; case: eqP => [-> [<-]|_]; last by left.
by right; split=> //; exists p; rewrite ?mem_head.
Qed.

Section Table.

Variables (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)).
Local Notation L := (elements N S n).
Local Notation G := (group_of N S).
Local Notation T := (class_table N S n rs).

Lemma class_tableP k i : lookup k T = Some i ->
  (i < size rs)%N /\ exists2 x, x \in L & k = conjugate N x (nth [::] rs i).
Proof.
rewrite /class_table; set ps := if _ then _ else _; set one := [:: _].
pose all_ps := [seq (inverse N x, x) | x <- L].
have one_ps : {subset one <= all_ps}.
  move=> p; rewrite inE => /eqP->; exact: (map_f (fun x => (inverse N x, x)) (identity_listed N S n)).
have ps_ps : {subset ps <= all_ps} by move=> p; rewrite /ps; case: ifP.
suff: forall irs t, (forall ir, ir \in irs -> (ir.1 < size rs)%N /\ ir.2 = nth [::] rs ir.1) ->
    (lookup k t = Some i -> (i < size rs)%N /\ exists2 x, x \in L & k = conjugate N x (nth [::] rs i)) ->
    lookup k (foldl (fun t ir => enter_class (if commutes S ir.2 then one else ps) t ir) t irs) = Some i ->
  (i < size rs)%N /\ exists2 x, x \in L & k = conjugate N x (nth [::] rs i).
  apply=> [ir ir_in|]; last by rewrite lookup_empty.
  have /(nthP (0%N, [::]))[j] := ir_in; rewrite size_zip size_iota minnn => lt_j <-.
  by rewrite nth_zip ?size_iota // nth_iota.
elim=> //= ir irs IHirs t irs_ok t_ok; apply: IHirs => [ir' irs_ir'|].
  by apply: irs_ok; rewrite inE irs_ir' orbT.
case/enter_classP=> [/t_ok //|[-> [p ps_p ->]]].
have {ps_p} /mapP[x Lx ->] : p \in all_ps by move: ps_p; case: ifP => _; [apply: one_ps | apply: ps_ps].
have [lt_i ->] := irs_ok ir (mem_head _ _).
by split=> //; exists x.
Qed.

Hypothesis classes_rs : classes N S n rs T.

Lemma classes_generated : generated N S n.
Proof. by case/and4P: classes_rs => gen _ _ _. Qed.
Local Notation gen_n := classes_generated.

Lemma permutation_conj x y : is_perm N x -> is_perm N y ->
  is_perm N (conjugate N x y) /\ permutation N (conjugate N x y) = (permutation N y ^ permutation N x)%g.
Proof.
move=> perm_x perm_y; have [perm_i eq_i] := permutation_inverse perm_x.
have perm_iy : is_perm N (compose (inverse N x) y) by apply: is_perm_compose.
split; first exact: is_perm_compose.
by rewrite /conjugate !permutationM // eq_i conjgE mulgA.
Qed.

Lemma rep_listed r : r \in rs -> r \in L.
Proof.
case/and4P: classes_rs => gen /(listedP gen) rs_L _ _ rs_r.
by have /rs_L := map_f (fun r => (r, 0%BZ)) rs_r.
Qed.

Lemma place_conj x : x \in L -> exists2 y, y \in L &
  (place T x < size rs)%N /\ x = conjugate N y (nth [::] rs (place T x)).
Proof.
case/and4P: classes_rs => _ _ /allP all_T _ Lx; have := all_T x Lx.
rewrite /place; case Tx: (lookup x T) => [i|] //= _.
by have [lt_i [y Ly ->]] := class_tableP Tx; exists y.
Qed.

Lemma place_class x y : x \in L -> y \in L -> place T (conjugate N y x) = place T x.
Proof.
case/and4P: classes_rs => _ _ _ /allP inv Lx Ly.
pose pl (g : 'S_N) := place T [seq nth 0%N (map val (map g (enum 'I_N))) i | i <- iota 0 N].
have plE z : is_perm N z -> pl (permutation N z) = place T z.
  move=> perm_z; congr place; have sz := is_perm_size perm_z.
  apply: (@eq_from_nth _ 0%N); first by rewrite size_map size_iota sz.
  rewrite size_map size_iota => i lt_i; rewrite (nth_map 0%N) ?size_iota // nth_iota // add0n.
  rewrite -map_comp (nth_map (Ordinal lt_i)) ?size_enum_ord //=.
  rewrite (_ : nth _ _ i = Ordinal lt_i) ?permutationE //.
  by apply: val_inj; rewrite /= nth_enum_ord.
pose A := [set h in G | [forall g in G, pl (g ^ h)%g == pl g]].
have gA : group_set A.
  apply/group_setP; split=> [|h k].
    by rewrite inE group1; apply/forall_inP=> g _; rewrite conjg1.
  rewrite !inE => /andP[Gh /forall_inP Ah] /andP[Gk /forall_inP Ak].
  rewrite groupM //=; apply/forall_inP=> g Gg.
  by rewrite conjgM (eqP (Ak _ _)) ?groupJ // (eqP (Ah g Gg)).
have sGA : G \subset Group gA.
  rewrite gen_subG; apply/subsetP=> h; rewrite inE => /mapP[s Ss ->] /=.
  rewrite inE (permutation_gen N Ss); apply/forall_inP=> g.
  rewrite (group_elements gen_n) => /mapP[z Lz ->]; have perm_z := elements_perm gen_n Lz.
  have perm_s := allP (generated_gens gen_n) s Ss.
  have [perm_c <-] := permutation_conj perm_s perm_z.
  by rewrite !plE //; apply: (allP (inv s Ss)).
have [perm_x perm_y] := (elements_perm gen_n Lx, elements_perm gen_n Ly).
have [perm_c eq_c] := permutation_conj perm_y perm_x.
rewrite -!plE // eq_c; have /(subsetP sGA) := permutation_in gen_n Ly.
by rewrite inE => /andP[_ /forall_inP/(_ _ (permutation_in gen_n Lx))/eqP].
Qed.

Section Values.

Variable R : realFieldType.
Local Notation zr := (zr R).
Local Notation spread vs := (spread N S n T vs).
Local Notation "z .[ x ]" := (nth 0%BZ z (place T x)) (at level 2, left associativity, format "z .[ x ]").

Definition represents (vs : seq Z) (f : 'S_N -> R) :=
  {in L, forall x, zr vs.[x] = f (permutation N x)}.

Lemma represents_reps (v : seq nat -> Z) f : class_function G f ->
    {in rs, forall r, zr (v r) = f (permutation N r)} ->
  represents [seq v r | r <- rs] f.
Proof.
move=> cf vE x Lx; have [y Ly [lt_i def_x]] := place_conj Lx.
have rs_r := mem_nth [::] lt_i; set r := nth _ _ _ in def_x rs_r.
rewrite (nth_map [::]) // -/r vE // def_x; have Lr := rep_listed rs_r.
have [_ ->] := permutation_conj (elements_perm gen_n Ly) (elements_perm gen_n Lr).
by rewrite cf ?(permutation_in gen_n).
Qed.

Lemma spread_listed vs : {in spread vs, forall e, e.1 \in L}.
Proof. by move=> _ /mapP[x Lx ->]. Qed.

Lemma total_spread vs x : x \in L -> zr (total x (gather (spread vs))) = zr vs.[x].
Proof.
exact: (total_table R (fun x => vs.[x]) classes_generated).
Qed.

(* Any list of values gives a class function.                                 *)
Definition values vs : 'S_N -> R := @weight R N (spread vs) 1%BZ.

Lemma valuesP vs : represents vs (values vs).
Proof.
move=> x Lx; rewrite /values (weightE _ gen_n _ (@spread_listed vs)) ?(elements_perm gen_n) //.
by rewrite total_spread // zr1 divr1.
Qed.

Lemma values_class vs : class_function G (values vs).
Proof.
move=> g h; rewrite !(group_elements gen_n) => /mapP[x Lx ->] /mapP[y Ly ->].
have [perm_x perm_y] := (elements_perm gen_n Lx, elements_perm gen_n Ly).
have [perm_c <-] := permutation_conj perm_y perm_x.
have Lc : conjugate N y x \in L.
  by apply: (elements_of gen_n) => //; have [_ ->] := permutation_conj perm_y perm_x;
     rewrite groupJ ?(permutation_in gen_n).
by rewrite -!valuesP // place_class.
Qed.

Lemma conv_value vs us f g r : represents vs f -> represents us g -> r \in L ->
  zr (left_correlate (spread vs) (gather (spread us)) r)
  = \sum_(x in G) f x * g (x * permutation N r)%g.
Proof.
move=> fE gE Lr; rewrite /left_correlate zr_zsum !big_map (sum_elements gen_n) !big_seq.
apply: eq_bigr => x Lx; rewrite zrM /= fE // total_spread ?(elements_compose gen_n) // gE ?(elements_compose gen_n) //.
by rewrite permutationM ?(elements_perm gen_n).
Qed.

Lemma corr_value vs us f g r : represents vs f -> represents us g -> r \in L ->
  zr (correlate (spread vs) (gather (spread us)) r)
  = \sum_(x in G) f x * g (permutation N r * x)%g.
Proof.
move=> fE gE Lr; rewrite /correlate zr_zsum !big_map (sum_elements gen_n) !big_seq.
apply: eq_bigr => x Lx; rewrite zrM /= fE // total_spread ?(elements_compose gen_n) // gE ?(elements_compose gen_n) //.
by rewrite permutationM ?(elements_perm gen_n).
Qed.

Lemma sum_value vs f : represents vs f ->
  zr (zsum [seq e.2 | e <- spread vs]) = \sum_(g in G) f g.
Proof.
move=> fE; rewrite zr_zsum !big_map (sum_elements gen_n) !big_seq.
by apply: eq_bigr => x Lx; rewrite /= fE.
Qed.

End Values.

End Table.

(** ** The trace on polynomials *)

Lemma uniq_monomials d k : uniq (monomials d k).
Proof.
elim: d k => [|d IHd] k; first by case: k.
rewrite -[monomials _ _]/(flatten [seq [seq i :: a | a <- monomials d (k - i)] | i <- iota 0 k.+1]).
move: (iota_uniq 0 k.+1); move: (iota 0 k.+1) => I.
elim: I => //= i I IHI /andP[Ii /IHI uniq_I]; rewrite cat_uniq uniq_I map_inj_uniq ?IHd; last by move=> ? ? [].
rewrite andbT /=; apply/hasPn=> _ /flatten_mapP[j Ij /mapP[b _ ->]].
apply/mapP=> -[c _ [eq_ji _]]; by rewrite -eq_ji Ij in Ii.
Qed.

Lemma sumn_monomials d k a : a \in monomials d k -> sumn a = k.
Proof.
elim: d k a => [|d IHd] k a; first by case: k => [|k] //=; rewrite inE => /eqP->.
case/flatten_mapP=> i; rewrite mem_iota ltnS => /andP[_ le_i] /mapP[b /IHd eq_b ->] /=.
by rewrite eq_b addnC subnK.
Qed.

Section Character.

Variables (R : realFieldType) (d N : nat) (S : seq (seq nat)).
Hypothesis perm_S : all (is_perm N) S.
Hypothesis sign_S : moves_coordinates d N S.

Local Notation G := (group_of N S).
Local Notation V := {mpoly R[d]}.
Local Notation zr := (zr R).

Definition character (D : seq nat) (g : 'S_N) : R :=
  \sum_(u <- all_monomials d D) mdot (move g (poly R d u)) (poly R d u).

Lemma characterE D g : character D g
  = \sum_(k <- D) \sum_(a <- monomials d k) mdot (move g 'X_[mono d a]) ('X_[mono d a] : V).
Proof.
rewrite /character big_map big_flatten big_map; apply: eq_bigr => k _.
by apply: eq_bigr => a _; rewrite /poly big_seq1 zr1 scale1r.
Qed.

Lemma character_class D : class_function G (character D).
Proof.
move=> g h Gg Gh; rewrite !characterE; apply: eq_bigr => k _.
have GV : h^-1%g \in G by rewrite groupV.
pose M := [seq mono d a | a <- monomials d k]; pose s := @shift d N h^-1%g.
have uniq_M : uniq M.
  rewrite map_inj_in_uniq ?uniq_monomials // => a b /size_monomials sz_a /size_monomials sz_b.
  exact: mono_inj.
have memM m : (m \in M) = (mdeg m == k).
  apply/mapP/eqP=> [[a ka ->] | <-].
    by rewrite mdeg_mono ?(size_monomials ka) // (sumn_monomials ka).
  by have [a sz_a <-] := mono_onto m; exists a; rewrite // mdeg_mono // -{1}sz_a mem_monomials.
have perm_M : perm_eq (map s M) M.
  have uniq_s : uniq (map s M).
    by rewrite map_inj_uniq //; apply: (shift_inj R perm_S sign_S).
  have sub_s : {subset map s M <= M}.
    move=> _ /mapP[m + ->]; rewrite !memM => /eqP <-; apply/eqP.
    exact: (mdeg_shift sign_S _ GV).
  have [|eq_sz eq_mem] := uniq_min_size uniq_s sub_s; first by rewrite (size_map s M).
  exact: uniq_perm.
rewrite -[LHS](big_map (mono d) predT (fun m => mdot (move (g ^ h)%g 'X_[m]) ('X_[m] : V))).
rewrite -[RHS](big_map (mono d) predT (fun m => mdot (move g 'X_[m]) ('X_[m] : V))) -/M.
rewrite -[RHS](perm_big _ perm_M) [RHS](big_map s predT); apply: eq_bigr => m _.
rewrite conjgE !(moveM perm_S sign_S) ?groupM //.
have moveK : move h (move h^-1%g 'X_[m]) = 'X_[m] :> V.
  by rewrite -(moveM perm_S sign_S) // mulVg move1.
rewrite -[X in mdot _ X]moveK (mdot_move perm_S sign_S) //.
rewrite (move_monomial R sign_S) -/(s m); set e := turns _ _.
rewrite [move g (_ *: _)]linearZ /= mdotZr mdotC mdotZr.
by rewrite mulrA -expr2 sqrr_sign mul1r mdotC.
Qed.

Lemma character_value D x : is_perm N x ->
  zr (entry d [seq (u, gather u) | u <- all_monomials d D] x) = character D (permutation N x).
Proof.
move=> perm_x; have -> : [seq (u, gather u) | u <- all_monomials d D]
    = [seq (g.1, gather g.2) | g <- diagonal (all_monomials d D)].
  by rewrite /diagonal -map_comp.
rewrite -(@entryE R N S d D (diagonal (all_monomials d D)) x perm_S sign_S perm_x).
  by rewrite /pairing /character !big_map.
rewrite /diagonal all_map; apply/allP=> u /mapP[a /flatten_mapP[k _ ka] ->] /=.
by rewrite /well_formed /= (size_monomials ka) eqxx.
Qed.

Lemma all_monomials_member D :
  {in map (poly R d) (all_monomials d D), forall u : space (polynomials R d N D), member u}.
Proof.
move=> _ /mapP[u /mapP[a /flatten_mapP[k Dk ka] ->] ->].
apply: (poly_member perm_S sign_S); rewrite /well_formed /of_degrees /=.
  by rewrite (size_monomials ka) eqxx.
by rewrite (sumn_monomials ka) Dk.
Qed.

End Character.
