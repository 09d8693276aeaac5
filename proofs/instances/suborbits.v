(** * Evidence suborbits, computed (MATHEMATICS.md, 5.8)                      *)
(*                                                                            *)
(* With the same element on both sides of the condition, E_w x_i is fixed by  *)
(* what fixes x_i: points of one orbit of the stabiliser of i have equal      *)
(* coefficients.                                                              *)
(*                                                                            *)
(*  coefficient G w i j == that of x_j in E_w x_i                             *)
(*   pair_orbits S n seeds == pairs of points that the generators S reach     *)
(*                     from each of the pairs in seeds                        *)
(*      apart S n i j == the orbit of i is listed, and j is not in it         *)
(*  suborbit_length S n bases seeds d m == every point is reached from one i  *)
(*                     in bases, and for j <> i in the orbit of i at least m  *)
(*                     points are where the stabiliser of i moves j           *)
(*   suborbits S n bases seeds d D m p q == the class has linear functions,   *)
(*                     some point is moved, p / q < 1, and the lengths are at *)
(*                     least m                                                *)
(*   doubly_transitive S n seeds d D p q == the same with one base 0 and m =  *)
(*                     d - 1, and p / q < 1 / (d - 1)^2                       *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions reached.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Computation.

Variables (S : seq (seq nat)) (n : nat).

Definition pair_orbits (seeds : seq (nat * nat)) : seq (seq (seq nat)) :=
  [seq reached (moved S) n [:: ij.1; ij.2] | ij <- seeds].

Definition apart (i j : nat) : bool :=
  let os := reached (moved S) n [:: i] in closed (moved S) os && ([:: j] \notin os).

Definition suborbit_length (bases : seq nat) (seeds : seq (nat * nat)) (d m : nat) : bool :=
  let cs := pair_orbits seeds in
  let reach := [seq reached (moved S) n [:: i] | i <- bases] in
  [&& all (fun i => i < d)%N bases, all (fun ij => (ij.1 < d) && (ij.2 < d))%N seeds,
      all (fun i => has (fun os => [:: i] \in os) reach) (iota 0 d)
    & all (fun i => let ds := [seq (c, count (fun ij => head 0%N ij == i) c) | c <- cs] in
             all (fun j => [|| i == j, has (fun cm => (m <= cm.2)%N && ([:: i; j] \in cm.1)) ds | apart i j])
               (iota 0 d)) bases].

Definition suborbits (bases : seq nat) (seeds : seq (nat * nat)) (d : nat) (D : seq nat) (m : nat)
    (p q : Z) : bool :=
  [&& all (is_perm d) S, 1%N \in D, has (fun s => s != identity d) S, (0 <? q)%BZ, (p <? q)%BZ
    & suborbit_length bases seeds d m].

Definition doubly_transitive (seeds : seq (nat * nat)) (d : nat) (D : seq nat) (p q : Z) : bool :=
  [&& (1 < d)%N, suborbits [:: 0%N] seeds d D d.-1 p q
    & (p * (Z.of_nat d.-1 * Z.of_nat d.-1) <? q)%BZ].

End Computation.

Section Coefficients.

Variables (R : realFieldType) (S : seq (seq nat)) (d : nat) (D : seq nat).
Hypothesis perm_S : all (is_perm d) S.
Hypothesis D1 : 1%N \in D.

Local Notation G := (group_of d S).
Local Notation F := (polynomials R d d D).
Variables (w : 'S_d -> R) (eps : R).
Hypothesis sum_w : \sum_(g in G) w g = 1.

Lemma moves_points : moves_coordinates d d S. Proof. by rewrite /moves_coordinates eqxx. Qed.

Local Notation EF := (polynomials_euclidean R perm_S moves_points D).

Definition variable (i : 'I_d) : space F := 'X_i : {mpoly R[d]}.
Local Notation X := variable.

Lemma variable_member i : member (X i).
Proof. by move=> m; rewrite msuppX inE => /eqP->; rewrite mdeg1. Qed.

Lemma move_variable (g : 'S_d) i : g \in G -> move g ('X_i : {mpoly R[d]}) = 'X_(g i).
Proof.
move=> Gg; rewrite -{1}(coord_ord R i) (move_coordinate R perm_S moves_points Gg) //.
by rewrite imageE (_ : Ordinal _ = i) ?coord_ord //; apply: val_inj.
Qed.

Definition coefficient i j : R := (average G w (X i) : {mpoly R[d]})@_(U_(j))%MM.

Lemma coefficientE i j : coefficient i j = \sum_(g in G | g i == j) w g.
Proof.
rewrite /coefficient /average raddf_sum big_mkcondr; apply: eq_bigr => g Gg.
rewrite /= mcoeffZ move_variable // mcoeffX.
rewrite (_ : (U_(g i) == U_(j))%MM = (g i == j)); first by case: eqP; rewrite ?mulr1 ?mulr0.
by apply/eqP/eqP=> [/mnmP/(_ (g i)) | -> //]; rewrite !mnm1E eqxx eq_sym; case: eqP.
Qed.

Lemma average_variable i : average G w (X i) = \sum_j coefficient i j *: 'X_j.
Proof.
rewrite /average /=; under [RHS]eq_bigr do rewrite coefficientE scaler_suml.
rewrite (exchange_big_dep (mem G)) /=; last by move=> ? ? _ /andP[].
apply: eq_bigr => g Gg; rewrite move_variable // (big_pred1 (g i)) // => j.
by rewrite Gg eq_sym.
Qed.

Lemma sum_coefficient i : \sum_j coefficient i j = 1.
Proof.
under eq_bigr do rewrite coefficientE; rewrite (exchange_big_dep (mem G)) /=; last by move=> ? ? _ /andP[].
rewrite -sum_w; apply: eq_bigr => g Gg; rewrite (big_pred1 (g i)) // => j.
by rewrite Gg eq_sym.
Qed.

Lemma sum_coefficient_column j : \sum_i coefficient i j = 1.
Proof.
under eq_bigr do rewrite coefficientE; rewrite (exchange_big_dep (mem G)) /=; last by move=> ? ? _ /andP[].
rewrite -sum_w; apply: eq_bigr => g Gg; rewrite (big_pred1 (g^-1%g j)) // => i.
by rewrite Gg /=; apply/eqP/eqP=> [<- | ->]; rewrite ?permK ?permKV.
Qed.

(* The coefficients that are not 0 need different elements.                   *)
Lemma coefficient_support i (js : seq 'I_d) : uniq js ->
    {in js, forall j, coefficient i j != 0} ->
  (size js <= #|[set g in G | w g != 0%R]|)%N.
Proof.
move=> uniq_js nz_c; rewrite cardE -(size_map (fun g : 'S_d => g i)).
apply: uniq_leq_size => // j /nz_c; apply: contraR => /mapP no_g.
rewrite coefficientE big1 // => g /andP[Gg /eqP gi]; apply/eqP; apply: contraT => nz_w.
by case: no_g; exists g; rewrite // mem_enum inE Gg.
Qed.

Lemma coefficient_orbit i j : coefficient i j != 0 -> exists2 g, g \in G & g i = j.
Proof.
rewrite coefficientE => nz; have [/existsP[g /andP[Gg /eqP gi]] | no_g] :=
  boolP [exists g : 'S_d, (g \in G) && (g i == j)]; first by exists g.
case/eqP: nz; apply: big1 => g /andP[Gg gi]; case/negP: no_g.
by apply/existsP; exists g; rewrite Gg.
Qed.

Hypothesis same_w : same G F eps w.

Lemma same_fixed (f : space F) h : member f -> h \in G -> act h f = f ->
  act h (average G w f) = average G w f.
Proof.
move=> Ff Gh fix_f; have := same_w Ff Gh; rewrite fix_f subrr (square0 EF) mulr0.
set u := _ - _ => le0; apply/eqP; rewrite eq_sym -subr_eq0 -/u; apply/eqP.
have /eqP := le_anti (introT andP (conj le0 (etrans (congr1 _ (dot_square EF u)) (dot_ge0 EF u)))).
move: u {le0} => u; rewrite psumr_eq0 => [/allP u0|m _]; last exact: sqr_ge0.
apply/mpolyP=> m; rewrite mcoeff0; have [u_m | /memN_msupp_eq0 //] := boolP (m \in msupp (u : {mpoly R[d]})).
by have := u0 m u_m; rewrite sqrf_eq0 => /eqP.
Qed.

Lemma coefficient_fixed i j g : g \in G -> g i = i -> coefficient i (g j) = coefficient i j.
Proof.
move=> Gg fix_i; have : act g (X i) = X i by rewrite /act /= move_variable ?fix_i.
move/(same_fixed (@variable_member i) Gg) => fix_E.
rewrite {1}/coefficient -fix_E average_variable (act_sum EF) raddf_sum (bigD1 j) //=.
rewrite mcoeffZ move_variable // mcoeffX eqxx mulr1 big1 ?addr0 // => k ne_kj.
rewrite mcoeffZ move_variable // mcoeffX; case: eqP => [/mnmP/(_ (g j))|]; rewrite ?mulr0 //.
by rewrite !mnm1E eqxx (inj_eq perm_inj) (negPf ne_kj).
Qed.

Lemma squares_differ (i j : 'I_d) : i != j -> 0 < square (X i - X j).
Proof.
move=> ne_ij; rewrite lt_def (dot_square EF) (dot_ge0 EF) andbT; apply/eqP => /eqP.
rewrite psumr_eq0 => [/allP z|m _]; last by rewrite -expr2 sqr_ge0.
have c_i : ('X_i - 'X_j : {mpoly R[d]})@_(U_(i))%MM = 1.
  rewrite mcoeffB !mcoeffX eqxx; case: eqP => [/mnmP/(_ i)|]; rewrite ?subr0 //.
  by rewrite !mnm1E eqxx eq_sym (negPf ne_ij).
have /z : U_(i)%MM \in msupp ('X_i - 'X_j : {mpoly R[d]}) by rewrite mcoeff_msupp c_i oner_eq0.
by rewrite /= c_i mulr1 oner_eq0.
Qed.

(* If all E_w x_i are x_i, the weights change nothing.                        *)
Lemma same_identity s : eps < 1 -> s \in S -> s != identity d ->
  exists i j, i != j /\ coefficient i j != 0.
Proof.
move=> lt_eps Ss ne_s; have perm_s := allP perm_S s Ss; have Gs := permutation_gen d Ss.
set g := permutation d s in Gs.
have [[i ne_i] | fix_g] := @altP (exists i, g i != i) _ (@existsP _ (fun i => g i != i)); last first.
  case/eqP: ne_s; apply: (permutation_inj perm_s (is_perm_identity d)).
  rewrite permutation_identity; apply/permP=> i; rewrite perm1; apply/eqP.
  by have := fix_g; rewrite negb_exists => /forallP/(_ i)/negPn.
have [/existsP[j /existsP[k /andP[ne_jk nz]]] | no_c] := boolP [exists i, exists j, (i != j) && (coefficient i j != 0)].
  by exists j, k.
have E_i : average G w (X i) = X i.
  rewrite average_variable (bigD1 i) //= big1 => [|j ne_j].
    have := sum_coefficient i; rewrite (bigD1 i) //= big1 => [|j ne_j].
      by rewrite !addr0 => ->; rewrite scale1r.
    apply/eqP; apply: contraR no_c => nz; apply/existsP; exists i; apply/existsP; exists j.
    by rewrite eq_sym ne_j.
  apply/eqP; rewrite scaler_eq0; apply/orP; left; apply: contraR no_c => nz.
  by apply/existsP; exists i; apply/existsP; exists j; rewrite eq_sym ne_j.
have := same_w (@variable_member i) Gs; rewrite E_i.
have -> : act g (X i) = X (g i) by exact: move_variable.
by rewrite ler_pmull ?leNgt ?lt_eps // squares_differ // eq_sym.
Qed.

End Coefficients.

Section Soundness.

Variables (R : realFieldType) (S : seq (seq nat)) (n d : nat) (D : seq nat).
Local Notation G := (group_of d S).
Local Notation F := (polynomials R d d D).

Lemma all_lt2 i j : (i < d)%N -> (j < d)%N -> all (fun k => k < d)%N [:: i; j].
Proof. by move=> lt_i lt_j; rewrite /= lt_i lt_j. Qed.

(* In a list of pairs of one orbit, those with the same first point as one    *)
(* are where the stabiliser of that point moves the second.                   *)
Lemma pair_orbit (ij : nat * nat) (i j : 'I_d) : all (is_perm d) S -> (ij.1 < d)%N -> (ij.2 < d)%N ->
    [:: i : nat; j : nat] \in reached (moved S) n [:: ij.1; ij.2] ->
  exists js : seq 'I_d,
    [/\ uniq js, size js = count (fun kl => head 0%N kl == i) (reached (moved S) n [:: ij.1; ij.2])
      & {in js, forall k, exists g, [/\ g \in G, g i = i & g j = k]}].
Proof.
move=> perm_S lt1 lt2; have [] := reached_points perm_S n (all_lt2 lt1 lt2).
set c := reached _ _ _ => uniq_c orb c_ij; pose ks := [seq kl <- c | head 0%N kl == i].
have [g0 Gg0 eq0] := orb _ c_ij.
have shape kl : kl \in ks -> exists2 k : 'I_d, kl = [:: i : nat; k : nat]
    & exists g, [/\ g \in G, g i = i & g j = k].
  rewrite mem_filter => /andP[/eqP eq_h /orb[g Gg eq_kl]].
  case: eq0 => eqi eqj; move: eq_h; rewrite eq_kl /= => eq_h.
  have im (h : 'S_d) (a : 'I_d) b : image h b = a -> (b < d)%N -> exists2 b' : 'I_d, b = b' & h b' = a.
    by move=> + lt_b; rewrite (imageE h lt_b) => /val_inj eq_a; exists (Ordinal lt_b).
  have [i0 def1 g0i] := im g0 i _ (esym eqi) lt1; have [j0 def2 g0j] := im g0 j _ (esym eqj) lt2.
  have eq_gi : g i0 = i by move: eq_h; rewrite def1 /image valK => /val_inj.
  exists (g j0); first by rewrite def1 def2 /image !valK eq_gi.
  exists (g0^-1 * g)%g; rewrite groupM ?groupV //; split=> //; rewrite permM.
    by rewrite -{1}g0i permK.
  by rewrite -g0j permK.
pose second (kl : seq nat) : 'I_d := insubd i (nth 0%N kl 1).
exists (map second ks); split.
- rewrite map_inj_in_uniq ?filter_uniq // => x y /shape[k -> _] /shape[l -> _].
  by rewrite /second /= => /(congr1 val); rewrite !val_insubd !ltn_ord => ->.
- by rewrite size_map size_filter.
move=> k /mapP[kl /shape[l -> [g [Gg gi gj]]] ->]; exists g; split=> //.
by rewrite /second /= gj; apply: val_inj; rewrite val_insubd ltn_ord.
Qed.

Lemma apartP (i j : 'I_d) : all (is_perm d) S -> apart S n i j -> forall g, g \in G -> g i != j.
Proof.
move=> perm_S /andP[]; set os := reached _ _ _ => /closedP cl no_j.
pose A := [set g : 'S_d | [forall k : 'I_d, ([:: k : nat] \in os) ==> ([:: g k : nat] \in os)]].
have gA : group_set A.
  apply/group_setP; split=> [|g h]; first by rewrite inE; apply/forallP=> k; rewrite perm1 implybb.
  rewrite !inE => /forallP Ag /forallP Ah; apply/forallP=> k; rewrite permM; apply/implyP=> os_k.
  exact: (implyP (Ah _) (implyP (Ag k) os_k)).
have sGA : G \subset Group gA.
  rewrite gen_subG; apply/subsetP=> h; rewrite inE => /mapP[s Ss ->].
  rewrite inE; apply/forallP=> k; apply/implyP=> os_k; apply: (cl _ os_k).
  apply/mapP; exists s => //; rewrite /= permutationE //.
  exact: (allP perm_S).
move=> g Gg; apply: contraNneq no_j => <-; have := subsetP sGA g Gg.
by rewrite inE => /forallP/(_ i)/implyP; apply; apply: mem_reached.
Qed.

Theorem suborbit_bound bases seeds m (w : 'S_d -> R) eps (i j : 'I_d) :
    all (is_perm d) S -> 1%N \in D -> suborbit_length S n bases seeds d m ->
    same G F eps w -> i != j -> coefficient S D w i j != 0 ->
  exists js : seq 'I_d, [/\ uniq js, (m <= size js)%N, i \notin js
    & {in js, forall k, coefficient S D w i k = coefficient S D w i j}].
Proof.
move=> perm_S D1 /and4P[/allP lt_b /allP lt_s /allP reach /allP len] same_w ne_ij nz_c.
have [h Gh hi] := coefficient_orbit perm_S nz_c.
have /hasP[os /mapP[b bases_b ->] os_i] := reach (i : nat) ltac:(by rewrite mem_iota /=).
have lt_bd := lt_b b bases_b; set b' : 'I_d := Ordinal lt_bd.
have [_ /(_ _ os_i)[g Gg [eq_i]]] := reached_points perm_S n (x := [:: b]) ltac:(by rewrite /= lt_bd).
have gb : g b' = i by apply: val_inj; rewrite [RHS]eq_i (imageE g lt_bd).
set j' := (g^-1%g j) : 'I_d; have gj : g j' = j by rewrite permKV.
have ne_b : b' != j' by rewrite -(inj_eq (@perm_inj _ g)) gb gj.
have := allP (len b bases_b) (j' : nat) ltac:(by rewrite mem_iota /=).
case/or3P=> [/eqP eq_b | /hasP[cm] | ap]; first by case/eqP: ne_b; apply: val_inj.
  case/mapP=> c /mapP[ij seeds_ij ->] -> /= /andP[le_m c_bj].
  have /andP[lt1 lt2] := lt_s ij seeds_ij.
  have [js [uniq_js sz_js orb]] := @pair_orbit ij b' j' perm_S lt1 lt2 c_bj.
  exists (map g js); split.
  - by rewrite map_inj_uniq //; apply: perm_inj.
  - by rewrite size_map sz_js.
  - apply/mapP=> -[k /orb[x [_ xb xj]] eq_i']; case/eqP: ne_b.
    by apply: (@perm_inj _ x); rewrite xb xj; apply: (@perm_inj _ g); rewrite gb.
  move=> _ /mapP[k /orb[x [Gx xb xj]] ->].
  rewrite -xj; set y := (x ^ g)%g; have Gy : y \in G by rewrite groupJ.
  have -> : g (x j') = y j by rewrite -[in RHS]gj /y permJ.
  by rewrite (coefficient_fixed perm_S D1 same_w) // -gb /y permJ xb.
have /(_ (g * h * g^-1)%g) := apartP perm_S (i := b') (j := j') ap; rewrite !groupM ?groupV // => /(_ isT).
by rewrite !permM gb hi eqxx.
Qed.

Theorem suborbits_sound k bases seeds m p q : suborbits S n bases seeds d D m p q ->
  at_least G k (same G F (fraction R p q)) m.
Proof.
case/and5P=> perm_S D1 /hasP[s Ss ne_s] q_gt0 /andP[lt_pq len].
apply: at_least_support => w sum_w same_w.
have lt1 : fraction R p q < 1 by rewrite ltr_pdivr_mulr ?(zr_lt R q_gt0) // mul1r zr_lt.
have [i [j [ne_ij nz_c]]] := same_identity perm_S D1 sum_w same_w lt1 Ss ne_s.
have [js [uniq_js le_m _ c_js]] := suborbit_bound perm_S D1 len same_w ne_ij nz_c.
apply: leq_trans le_m _; apply: (@coefficient_support _ _ _ D perm_S _ i) => // k' js_k.
by rewrite c_js.
Qed.

Lemma square_scale (a : R) (v : space F) : all (is_perm d) S -> square (a *: v) = a ^+ 2 * square v.
Proof.
move=> perm_S; have EF := polynomials_euclidean R perm_S (moves_points S d) D.
have lin u := dot_linear EF u; have Zr u b : mdot (u : {mpoly R[d]}) (b *: v) = b * mdot u v.
  by rewrite -[mdot u]/(Linear (lin u) : space F -> R^o) linearZ.
by rewrite !(dot_square EF) Zr (dotC EF) Zr mulrA -expr2.
Qed.

Theorem doubly_transitive_sound k seeds p q : doubly_transitive S n seeds d D p q ->
  at_least G k (same G F (fraction R p q)) d.
Proof.
case/and3P=> lt1d /and5P[perm_S D1 /hasP[s Ss ne_s] q_gt0 /andP[lt_pq len]] lt_eps.
have EF := polynomials_euclidean R perm_S (moves_points S d) D.
apply: at_least_support => w sum_w same_w; set eps := fraction R p q in same_w.
have zq_gt0 : 0 < zr R q by apply: (zr_lt R q_gt0).
have lt1 : eps < 1 by rewrite ltr_pdivr_mulr // mul1r zr_lt.
have [// | few] := leqP d _; pose c := coefficient S D w.
have d1_gt0 : 0 < d.-1%:R :> R by rewrite ltr0n -subn1 subn_gt0.
have two i : (forall j, j != i -> c i j = 0) \/ c i i = 0 /\ forall j, j != i -> c i j = d.-1%:R^-1.
  have [/existsP[j /andP[ne_ji nz]] | no_c] := boolP [exists j, (j != i) && (c i j != 0)]; last first.
    left=> j ne_ji; apply/eqP; apply: contraR no_c => nz.
    by apply/existsP; exists j; rewrite ne_ji.
  have ne_ij : i != j by rewrite eq_sym.
  have [js [uniq_js le_js no_i c_js]] := suborbit_bound perm_S D1 len same_w ne_ij nz.
  have js_all l : l != i -> l \in js.
    move=> ne_l; have sub : {subset i :: js <= enum 'I_d} by move=> x; rewrite mem_enum.
    have [|| _ /(_ l)] := uniq_min_size _ sub; rewrite /= ?no_i //; last first.
      by rewrite mem_enum in_cons (negPf ne_l) /= => ->.
    by rewrite size_enum_ord; apply: leq_trans (leqSpred d) _; rewrite ltnS.
  have eq_c l : l != i -> c i l = c i j by move=> ne_l; apply/c_js/js_all.
  have sum_i := sum_coefficient D perm_S sum_w i; rewrite -/c (bigD1 i) //= in sum_i.
  rewrite (eq_bigr (fun=> c i j)) // sumr_const in sum_i.
  have card_i : #|[pred l : 'I_d | l != i]| = d.-1.
    by have := cardC1 i; rewrite card_ord => <-; apply: eq_card.
  rewrite card_i in sum_i; have ii0 : c i i = 0.
    apply/eqP; apply: contraT => nz_i; move: few; rewrite ltnNge.
    rewrite -{1}(size_enum_ord d) (@coefficient_support _ _ _ D perm_S w i) ?enum_uniq // => l _.
    by have [-> // | /eq_c] := eqVneq l i; rewrite /c => ->.
  right; split=> // l /eq_c->; apply: (mulIf (lt0r_neq0 d1_gt0)).
  by rewrite mulVf ?(lt0r_neq0 d1_gt0) // mulr_natr -[RHS]sum_i ii0 add0r.
have [i1 [j1 [ne_1 nz_1]]] := same_identity perm_S D1 sum_w same_w lt1 Ss ne_s.
have other i : c i i = 0 /\ forall j, j != i -> c i j = d.-1%:R^-1.
  have [zero_i | //] := two i.
  have ii1 : c i i = 1.
    have := sum_coefficient D perm_S sum_w i; rewrite (bigD1 i) //= big1 => [|l /zero_i //].
    by rewrite addr0.
  have ge0 l : l != i -> 0 <= c l i.
    move=> ne_l; have [-> // | [_ ->]] := two l; rewrite ?invr_ge0 ?ler0n //.
      by rewrite eq_sym.
    by rewrite eq_sym.
  have ne_i : i1 != i by apply: contraNneq nz_1 => eq_i; rewrite eq_i in ne_1 *; rewrite -/c zero_i // eq_sym.
  have := sum_coefficient_column D perm_S sum_w i; rewrite (bigD1 i) //= -/c ii1.
  move/eqP; rewrite -[X in _ == X]addr0 (inj_eq (addrI _)) psumr_eq0 // => /allP/(_ i1 (mem_index_enum _)).
  rewrite ne_i /= -/c; have [zero_1 | [_ c_1]] := two i1.
    by case/eqP: nz_1; rewrite -/c zero_1 // eq_sym.
  by rewrite c_1 1?(eq_sym i) // invr_eq0 (gt_eqF d1_gt0).
set b := d.-1%:R^-1 in other; pose X (i : 'I_d) : space F := variable R D i.
have E_X i : average G w (X i) = b *: (\sum_j X j - X i).
  rewrite (average_variable D perm_S) (bigD1 i) //= -/c (other i).1 scale0r add0r.
  rewrite [\sum_j X j](bigD1 i) //= addrC addKr scaler_sumr.
  by apply: eq_bigr => j ne_j; rewrite -/c (other i).2.
have perm_s := allP perm_S s Ss; have Gs := permutation_gen d Ss.
set h := permutation d s in Gs.
have [i ne_i] : exists i, h i != i.
  apply/existsP; apply: contraR ne_s => fix_h.
  apply/eqP/(permutation_inj perm_s (is_perm_identity d)).
  rewrite permutation_identity; apply/permP=> i; rewrite perm1; apply/eqP.
  by have := fix_h; rewrite negb_exists => /forallP/(_ i)/negPn.
pose f : space F := X i - X (h i).
have Ff : member f by apply: (member_sub EF); apply: variable_member.
have E_f : average G w f = (- b) *: f.
  rewrite (average_sub EF) !E_X -scalerBr scaleNr -scalerN; congr (_ *: _).
  by rewrite /f !opprB addrC addrA addrNK.
have hf : act h f = X (h i) - X (h (h i)).
  by rewrite (act_sub EF) /act /= !(move_variable R perm_S).
have := same_w f Ff h Gs; rewrite E_f (act_scale EF) -scalerBr square_scale // sqrrN.
have sq_gt0 : 0 < square (f - act h f).
  rewrite lt_def (dot_square EF) (dot_ge0 EF) andbT; apply/eqP => /eqP.
  rewrite psumr_eq0 => [/allP z|m _]; last by rewrite -expr2 sqr_ge0.
  have c_i : ((f - act h f : space F) : {mpoly R[d]})@_(U_(h i))%MM = - 2%:R.
    rewrite hf !mcoeffB !mcoeffX eqxx.
    have [-> ->] : (U_(i) == U_(h i))%MM = false /\ (U_(h (h i)) == U_(h i))%MM = false.
      by split; apply/eqP=> /mnmP/(_ (h i)); rewrite !mnm1E eqxx ?(inj_eq perm_inj) ?(negPf ne_i) // eq_sym (negPf ne_i).
    by rewrite subr0 sub0r -opprD.
  have nz : - 2%:R != 0 :> R by rewrite oppr_eq0 pnatr_eq0.
  have /z : U_(h i)%MM \in msupp ((f - act h f : space F) : {mpoly R[d]}) by rewrite mcoeff_msupp c_i.
  by rewrite /= c_i mulf_eq0 orbb (negPf nz).
rewrite ler_pmul2r // leNgt => /negP; case.
rewrite /eps /fraction ltr_pdivr_mulr // /b exprVn -ltr_pdivr_mull ?invr_gt0 ?exprn_gt0 // invrK.
have /(zr_lt R) := lt_eps; rewrite !zrM zr_nat mulrC expr2; exact.
Qed.

End Soundness.
