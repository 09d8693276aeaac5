(** * Maps of the space to itself (MATHEMATICS.md, 2.17)                      *)
(*                                                                            *)
(* The maps with one component, a monomial, are a basis that the group        *)
(* permutes up to sign. The name of x^a in component j is j :: a.             *)
(*                                                                            *)
(*  component_map j a == that map                                             *)
(*    move_map d s ja == the name that s moves ja to, and whether the sign    *)
(*                     changes                                                *)
(*    map_names d D == the names of all such maps of degrees in D             *)
(*          mapdot == the sum of the inner products of the components         *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms determinant.
From Reynolds.instances Require Import signedBasis monomialBasis classes.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition move_map (d : nat) (s ja : seq nat) : seq nat * bool :=
  let p := nth 0%N s (head 0%N ja) in
  let ab := move_exponents d s (behead ja) in
  (coordinate_index d p :: ab.1, (d <= p)%N (+) ab.2).

Definition map_names (d : nat) (D : seq nat) : seq (seq nat) :=
  [seq j :: a | j <- iota 0 d, a <- exponents d D].

Section Maps.

Variables (R : realFieldType) (d N : nat) (S : seq (seq nat)) (D : seq nat).
Hypothesis perm_S : all (is_perm N) S.
Hypothesis sign_S : moves_coordinates d N S.
Local Notation G := (group_of N S).
Local Notation F := (maps R d N D).
Local Notation L := (polynomials R d N D).
Local Notation EL := (polynomials_euclidean R perm_S sign_S D).
Implicit Types (f : space F) (g : 'S_N) (i j : 'I_d).

Definition mapdot f f' : R := \sum_j mdot (f j) (f' j).

(* An element moves component i to component j, with a sign.                  *)
Lemma maps_act g f i : g \in G ->
  act g f (on_coordinates d g i) = (-1) ^+ (d <= image g i)%N *: move g (f i) :> {mpoly R[d]}.
Proof.
move=> Gg; rewrite /act /= ffunE (bigD1 i) //= big1 ?addr0 => [|k ne_ki].
  rewrite (on_coordinatesE perm_S sign_S) // /coordinate_index.
  case: (ltnP (image g i) d) => [lt_i | le_i].
    rewrite eqxx expr0; case: eqP => [eq_i | _]; last by rewrite subr0.
    by move: lt_i; rewrite {1}eq_i ltnNge leq_addr.
  rewrite subnKC // eqxx expr1; case: eqP => [eq_i | _]; last by rewrite sub0r.
  have := le_i; rewrite {1}eq_i leqNgt ltn_subLR //.
  by rewrite (leq_trans (image_lt g (ord_N sign_S i))) // (points_ge sign_S).
have ne_c : coordinate_index d (image g k) != on_coordinates d g i.
  rewrite -(on_coordinatesE perm_S sign_S k Gg); apply: contra ne_ki => /eqP/val_inj/perm_inj.
  by move->.
have [ne1 ne2] : (image g k == on_coordinates d g i :> nat) = false
    /\ (image g k == d + on_coordinates d g i)%N = false.
  by split; apply: contraNF ne_c => /eqP->; rewrite /coordinate_index ?ltn_ord // ltnNge leq_addr addKn.
by rewrite ne1 ne2 subrr scale0r.
Qed.

Lemma maps_component g f j : g \in G -> exists i, [/\ j = on_coordinates d g i
  & act g f j = (-1) ^+ (d <= image g i)%N *: move g (f i) :> {mpoly R[d]}].
Proof.
move=> Gg; exists ((on_coordinates d g)^-1%g j).
by rewrite -maps_act // permKV.
Qed.

Lemma maps_ext g (f f' : space F) :
  (forall i, f (on_coordinates d g i) = f' (on_coordinates d g i)) -> f = f'.
Proof.
move=> eq_f; apply/ffunP=> j; rewrite -(permKV (on_coordinates d g) j); exact: eq_f.
Qed.

Lemma maps_euclidean : euclidean G mapdot.
Proof.
split.
- move=> g a u v; apply/ffunP=> j; rewrite !ffunE scaler_sumr -big_split; apply: eq_bigr => i _.
  by rewrite /= !ffunE /move linearP scalerDr !scalerA mulrC.
- move=> v; apply: (@maps_ext 1%g) => i; rewrite maps_act ?group1 // image1 leqNgt ltn_ord expr0 scale1r.
  rewrite move1; congr (v _ : {mpoly R[d]}); apply: val_inj.
  by rewrite /= (on_coordinatesE perm_S sign_S) ?group1 // image1 /coordinate_index ltn_ord.
- move=> g h Gg Gh v; apply: (@maps_ext (g * h)%g) => i; rewrite maps_act ?groupM //.
  rewrite (on_coordinatesM perm_S sign_S) // permM maps_act // maps_act //.
  rewrite /move linearZ /= scalerA -/(move h _) -(moveM perm_S sign_S _ Gg Gh); congr (_ *: _).
  rewrite imageM (on_coordinatesE perm_S sign_S) //.
  have [_ ->] := image_index perm_S sign_S Gh (image_lt g (ord_N sign_S i)).
  by rewrite -signr_addb addbC.
- move=> u a v v'; rewrite /mapdot scaler_sumr -big_split; apply: eq_bigr => j _ /=.
  by rewrite !ffunE (dot_linear EL).
- by move=> u v; apply: eq_bigr => j _; apply: mdotC.
- move=> g Gg u v; rewrite /mapdot (reindex_inj (@perm_inj _ (on_coordinates d g))).
  apply: eq_bigr => i _; rewrite !maps_act // mdotZr mdotC mdotZr mdotC mulrA -signr_addb addbb expr0 mul1r.
  exact: (dot_act EL).
- by move=> v; apply: eq_bigr => j _; apply: (dot_square EL).
- by move=> v; apply: sumr_ge0 => j _; apply: (dot_ge0 EL).
- by move=> j; rewrite ffunE; apply: (member0 EL).
- by move=> a u v Fu Fv j; rewrite !ffunE; apply: (member_linear EL); [apply: Fu | apply: Fv].
move=> g Gg v Fv j; have [i [_ ->]] := maps_component v j Gg.
have Fg : member (move g (v i) : space L) by apply: (member_act EL) => //; apply: Fv.
have := member_linear EL ((-1) ^+ (d <= image g i)%N) Fg (member0 EL).
by rewrite addr0.
Qed.

Definition component_map (ja : seq nat) : space F :=
  [ffun j : 'I_d => if j == head 0%N ja :> nat then 'X_[mono d (behead ja)] else 0].

Lemma mem_map_names ja : ja \in map_names d D ->
  exists j : 'I_d, exists2 a, a \in exponents d D & ja = (j : nat) :: a.
Proof.
case/allpairsP=> -[j a] /= [j_d Da ->]; move: j_d; rewrite mem_iota add0n /= => lt_j.
by exists (Ordinal lt_j), a.
Qed.

Lemma map_name (j : 'I_d) a : a \in exponents d D -> (j : nat) :: a \in map_names d D.
Proof. by move=> Da; apply/allpairsP; exists (j : nat, a); rewrite mem_iota /=. Qed.

Lemma maps_basis : signed_basis S mapdot (map_names d D) component_map (move_map d).
Proof.
have EM := monomial_basis R D perm_S sign_S.
split; first exact: maps_euclidean.
- move=> s ja perm_s Gs /mem_map_names[j [a Da ->]].
  have [Db act_s] := basis_step EM perm_s Gs Da; set g := permutation N s in Gs act_s *.
  have im_j : nth 0%N s j = image g j by rewrite image_permutation // (ord_N sign_S).
  have on_j : coordinate_index d (nth 0%N s j) = on_coordinates d g j.
    by rewrite im_j (on_coordinatesE perm_S sign_S).
  rewrite /move_map /= on_j; split; first exact: map_name.
  apply: (@maps_ext g) => i; rewrite maps_act // [RHS]ffunE !ffunE /= !(inj_eq val_inj) (inj_eq perm_inj).
  case: eqP => [-> | _]; last by rewrite /move linear0 !scaler0.
  have -> : move g 'X_[mono d a] = (-1) ^+ (move_exponents d s a).2 *: 'X_[mono d (move_exponents d s a).1] := act_s.
  by rewrite im_j scalerA signr_addb.
- move=> ja kb /mem_map_names[j [a Da ->]] /mem_map_names[k [b Db ->]].
  rewrite /mapdot (bigD1 j) //= big1 ?addr0 => [|l ne_lj]; last first.
    by rewrite ffunE /= (inj_eq val_inj) (negPf ne_lj) mdotC; apply: (dotv0 EL).
  rewrite !ffunE /= eqxx eqseq_cons (inj_eq val_inj); case: eqP => [_|_] /=; last exact: (dotv0 EL).
  exact: (basis_dot EM Da Db).
- move=> ja /mem_map_names[j [a Da ->]] l; rewrite ffunE /=.
  by case: eqP => _; [apply: (basis_member EM Da) | apply: (member0 EL)].
move=> f Ff; pose part (j : 'I_d) : space F := [ffun i : 'I_d => if i == j then (f j : {mpoly R[d]}) else 0].
have -> : f = \sum_(j <- enum 'I_d) part j.
  apply/ffunP=> i; rewrite big_enum sum_ffunE (bigD1 i) //= ffunE eqxx big1 ?addr0 // => j ne_ji.
  by rewrite ffunE eq_sym (negPf ne_ji).
elim: (enum 'I_d) => [|j js [cs cs_B eq_js]]; first by exists [::]; rewrite ?big_nil.
have [bs bs_B eq_j] := basis_span EM (Ff j).
exists ([seq (c.1, (j : nat) :: c.2) | c <- bs] ++ cs).
  by move=> c; rewrite mem_cat => /orP[/mapP[b /bs_B Db ->] | /cs_B //]; apply: map_name.
rewrite big_cons eq_js big_cat big_map; congr (_ + _); apply/ffunP=> i; rewrite sum_ffunE ffunE.
case: eqP => [-> | ne_ij].
  rewrite eq_j; apply: eq_bigr => c _; by rewrite !ffunE /= eqxx.
rewrite big1 // => c _; rewrite !ffunE /= (inj_eq val_inj); case: eqP => // _; exact: scaler0.
Qed.

End Maps.

Section Soundness.

Variables (R : realFieldType) (d N : nat) (S : seq (seq nat)) (n : nat) (D : seq nat).
Local Notation G := (group_of N S).
Local Notation F := (maps R d N D).

Theorem map_orbit_sound kd ja m :
    [&& all (is_perm N) S, moves_coordinates d N S, ja \in map_names d D & long_orbit (move_map d) S n ja m] ->
  at_least G kd (exact G F) m.
Proof.
case/and4P=> perm_S sign_S Ba long.
exact: (long_orbit_bound (maps_basis R D perm_S sign_S)) Ba long.
Qed.

Theorem map_subgroup_sound kd T ops l reps m :
    moves_coordinates d N S && subgroup_orbits (move_map d) N S T ops n l (map_names d D) reps m ->
  at_most G kd (exact G F) m.
Proof.
case/andP=> sign_S sub; have /and5P[perm_S _ _ _ _] := sub.
exact: (subgroup_orbits_bound (maps_basis R D perm_S sign_S)) sub.
Qed.

End Soundness.
