(** * Evidence free-orbit for groups that are not listed (MATHEMATICS.md, 2.3, *)
(*     2.7)                                                                   *)
(*                                                                            *)
(* The translates of the product over i of x_i^(e_i) + x_i^(o_i) are          *)
(* orthogonal if coordinates of one orbit have different exponents, and if    *)
(* one of e_i, o_i is odd and one even where a sign may change. A factor      *)
(* x_i^(e_i) is the case o_i = e_i.                                           *)
(*                                                                            *)
(*      factor es os c == the monomial of the product with the exponents o_i  *)
(*                     where c i is true, else e_i                            *)
(*  both_parities d cs es os l == coordinates of the class l have them        *)
(*  different_exponents d N S D cs es os == the generators permute the        *)
(*                     classes cs of coordinates, the exponents are such, and *)
(*                     all degrees up to the sum of the greater ones are in D *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions determinant.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Computation.

Variables (d N : nat) (S : seq (seq nat)) (D cs es os : seq nat).

Local Notation class i := (nth 0%N cs i).

Definition both_parities (l : nat) : bool :=
  all (fun i => (class i != l) || (odd (nth 0%N es i) (+) odd (nth 0%N os i))) (iota 0 d).

Definition different_exponents : bool :=
  [&& all (is_perm N) S, moves_coordinates d N S, (size es == d) && (size os == d),
      all (fun s => all (fun i => (class (coordinate_index d (nth 0%N s i)) == class i)
                                  && ((nth 0%N s i < d)%N || both_parities (class i))) (iota 0 d)) S,
      all (fun i => all (fun j => [|| i == j, class i != class j
             | ~~ has (fun e => e \in [:: nth 0%N es j; nth 0%N os j]) [:: nth 0%N es i; nth 0%N os i]])
          (iota 0 d)) (iota 0 d)
    & all (fun j => j \in D) (iota 0 (sumn [seq maxn eo.1 eo.2 | eo <- zip es os]).+1)].

End Computation.

Section Factors.

Variables (R : realFieldType) (d N : nat) (S : seq (seq nat)) (D cs es os : seq nat).
Hypothesis diff : different_exponents d N S D cs es os.
Local Notation G := (group_of N S).
Local Notation F := (polynomials R d N D).
Local Notation class i := (nth 0%N cs i).
Local Notation both := (both_parities d cs es os).
Implicit Types (c : {ffun 'I_d -> bool}) (i : 'I_d).

Definition choice i (b : bool) : nat := if b then nth 0%N os i else nth 0%N es i.

Definition factor c : 'X_{1..d} := [multinom choice i (c i) | i < d].

Definition factors : space F := \sum_c 'X_[factor c] : {mpoly R[d]}.

Lemma factors_perm : all (is_perm N) S. Proof. by case/and3P: diff. Qed.
Lemma factors_sign : moves_coordinates d N S. Proof. by case/and3P: diff. Qed.
Lemma factors_sizes : size es = d /\ size os = d.
Proof. by case/and4P: diff => _ _ /andP[/eqP-> /eqP->]. Qed.

Lemma choice_inj i j b b' : choice i b = choice j b' -> class i = class j -> i = j.
Proof.
case/and5P: diff => _ _ _ _ /andP[/allP apart _] eq_ch eq_c.
have /allP/(_ (j : nat)) := apart (i : nat) ltac:(by rewrite mem_iota /=).
rewrite mem_iota /= => /(_ (ltn_ord j)); rewrite eq_c eqxx /= => /orP[/eqP/val_inj // |].
by rewrite !inE; case/negP; move: eq_ch; rewrite /choice; case: b; case: b' => ->;
  rewrite eqxx ?orbT.
Qed.

Lemma factors_member : member factors.
Proof.
case/and5P: diff => _ _ _ _ /andP[_ /allP D_all].
have EF := polynomials_euclidean R factors_perm factors_sign D.
rewrite /factors (eq_bigr (fun c => 1 *: ('X_[factor c] : {mpoly R[d]}))); last by move=> c _; rewrite scale1r.
apply: (member_sum EF) => c _ m /=; rewrite msuppX inE => /eqP->.
apply: D_all; rewrite mem_iota add0n /= ltnS mdegE sumnE big_map.
have [sz_e sz_o] := factors_sizes; have sz_z : size (zip es os) = d by rewrite size_zip sz_e sz_o minnn.
rewrite [X in (_ <= X)%N](big_nth (0, 0)%N) sz_z big_mkord; apply: leq_sum => i _.
by rewrite nth_zip ?sz_e // mnmE /choice; case: (c i); rewrite ?leq_maxr ?leq_maxl.
Qed.

(* The elements keep the classes, and change signs where they may.            *)
Lemma keep_classes g i : g \in G ->
  class (on_coordinates d g i) = class i /\ ((d <= image g i)%N -> both (class i)).
Proof.
have [perm_S sign_S] := (factors_perm, factors_sign).
case/and5P: diff => _ _ _ /allP gens _.
pose A := [set g in G | [forall i : 'I_d, (class (coordinate_index d (image g i)) == class i)
  && ((d <= image g i)%N ==> both (class i))]].
have gA : group_set A.
  apply/group_setP; split=> [|x y].
    by rewrite inE group1; apply/forallP=> j; rewrite image1 /coordinate_index ltn_ord eqxx leqNgt ltn_ord.
  rewrite !inE => /andP[Gx /forallP Ax] /andP[Gy /forallP Ay]; rewrite groupM //=.
  apply/forallP=> j; rewrite imageM; have lt_xj := image_lt x (ord_N sign_S j).
  have [-> ->] := image_index perm_S sign_S Gy lt_xj.
  have /andP[/eqP cl_x /implyP s_x] := Ax j.
  have := Ay (Ordinal (index_lt sign_S lt_xj)); rewrite /= cl_x => /andP[-> /implyP s_y] /=.
  by apply/implyP; case le_x: (d <= image x j)%N => /= turn_y; [apply: s_x | apply: s_y].
have sGA : G \subset Group gA.
  rewrite gen_subG; apply/subsetP=> h; rewrite inE => /mapP[s Ss ->].
  rewrite inE permutation_gen //=; apply/forallP=> j; have perm_s := allP perm_S s Ss.
  have /allP/(_ (j : nat)) := gens s Ss; rewrite mem_iota /= => /(_ (ltn_ord j)).
  by rewrite (image_permutation perm_s (ord_N sign_S j)) => /andP[-> /orP[lt_s | ->]]; rewrite ?implybT // leqNgt lt_s.
move=> Gg; have := subsetP sGA g Gg; rewrite inE => /andP[_ /forallP/(_ i)/andP[/eqP cl /implyP s]].
by rewrite (on_coordinatesE perm_S sign_S).
Qed.

Lemma shift_at g (m : 'X_{1..d}) i : g \in G -> shift g m (on_coordinates d g i) = m i.
Proof.
move=> Gg; rewrite /shift mnm_sumE (bigD1 i) //= big1 => [|j ne_ji].
  rewrite addn0 -(on_coordinatesE factors_perm factors_sign i Gg) valK.
  by rewrite mulmnE mnm1E eqxx ?muln1 ?mul1n.
rewrite -(on_coordinatesE factors_perm factors_sign j Gg) valK mulmnE mnm1E.
by rewrite (inj_eq perm_inj) (negPf ne_ji) ?muln0 ?mul0n.
Qed.

(* The choices with the same monomial are as many for each.                   *)
Lemma same_factor c :
  \sum_c' (factor c == factor c')%:R = \prod_(i < d) (if nth 0%N es i == nth 0%N os i then 2%:R else 1) :> R.
Proof.
transitivity (\prod_i \sum_b (choice i (c i) == choice i b)%:R : R).
  rewrite bigA_distr_bigA; apply: eq_bigr => c' _.
  have [/eqP/mnmP eq_c | ne_c] := boolP (factor c == factor c').
    by rewrite big1 // => i _; have := eq_c i; rewrite !mnmE => ->; rewrite eqxx.
  have /existsP[i ne_i] : [exists i, choice i (c i) != choice i (c' i)].
    apply: contraR ne_c => /existsPn eq_c; apply/eqP/mnmP=> i; rewrite !mnmE.
    by apply/eqP; have := eq_c i; rewrite negbK.
  by rewrite (bigD1 i) //= (negPf ne_i) mul0r.
apply: eq_bigr => i _; rewrite big_bool /choice /=.
have [-> | ne_eo] := eqVneq (nth 0%N es i) (nth 0%N os i); first by case: (c i); rewrite eqxx.
by case: (c i); rewrite eqxx ?(negPf ne_eo) ?add0r // eq_sym (negPf ne_eo) addr0.
Qed.

Lemma factors_pairing g : g \in G ->
  (pairing (F := F) mdot [:: (factors, factors)] g == 0) = (g != 1%g).
Proof.
move=> Gg; have [perm_S sign_S] := (factors_perm, factors_sign).
have moveE : move g (factors : {mpoly R[d]}) = \sum_c (-1) ^+ turns g (factor c) *: 'X_[shift g (factor c)].
  rewrite /factors /move linear_sum; apply: eq_bigr => c _; exact: (move_monomial R sign_S).
have -> : pairing (F := F) mdot [:: (factors, factors)] g
    = \sum_c (-1) ^+ turns g (factor c) * \sum_c' (shift g (factor c) == factor c')%:R.
  rewrite /pairing big_seq1 /act /= moveE mdotC mdot_sumr; apply: eq_bigr => c _.
  rewrite mdotC mdotX /factors; congr (_ * _).
  rewrite raddf_sum; apply: eq_bigr => c' _; by rewrite /= mcoeffX eq_sym.
have [on_1 | on_n1] := eqVneq (on_coordinates d g) 1%g; last first.
  rewrite big1 => [|c _]; last first.
    rewrite big1 ?mulr0 // => c' _; case: eqP => [eq_m | //].
    case/eqP: on_n1; apply/permP=> i; rewrite perm1; have [eq_cl _] := keep_classes i Gg.
    have := shift_at (factor c) i Gg; rewrite eq_m !mnmE => /choice_inj; exact.
  rewrite eqxx; apply/esym/eqP => g1; case/eqP: on_n1; rewrite g1.
  apply/permP=> i; apply: val_inj; rewrite /= (on_coordinatesE perm_S sign_S) ?group1 //.
  by rewrite image1 perm1 /coordinate_index ltn_ord.
pose K : R := \prod_i (if nth 0%N es (i : 'I_d) == nth 0%N os i then 2%:R else 1).
have nzK : K != 0 by apply/prodf_neq0 => i _; case: ifP; rewrite ?pnatr_eq0 ?oner_eq0.
have -> : \sum_c ((-1) ^+ turns g (factor c) * (\sum_c' (shift g (factor c) == factor c')%:R))
    = K * \prod_i (\sum_b (-1) ^+ ((d <= image g (i : 'I_d)) * choice i b)).
  rewrite bigA_distr_bigA mulr_sumr; apply: eq_bigr => c _.
  have -> : shift g (factor c) = factor c.
    by apply/mnmP=> i; have := shift_at (factor c) i Gg; rewrite on_1 perm1.
  rewrite same_factor mulrC /turns -prodrXr; congr (_ * _).
  by apply: eq_bigr => i _; rewrite mnmE.
rewrite mulf_eq0 (negPf nzK) /=.
have sumE i : \sum_(b : bool) (-1) ^+ ((d <= image g i) * choice i b)
    = (if (d <= image g i)%N then 0 else 2%:R) :> R.
  rewrite big_bool /choice; case: ifP => [le_i | _]; last by rewrite !mul0n expr0.
  have [_ /(_ le_i)/allP/(_ (i : nat))] := keep_classes i Gg.
  rewrite mem_iota /= => /(_ (ltn_ord i)); rewrite eqxx /= !mul1n -signr_odd -[X in _ + X]signr_odd.
  by case: (odd (nth _ es i)) => /=; case: (odd (nth _ os i)) => //= _; rewrite expr0 expr1 ?addrN ?addNr.
rewrite (eq_bigr _ (fun i _ => sumE i)); have [turn | /existsPn no_turn] := boolP [exists i : 'I_d, (d <= image g i)%N].
  have /existsP[i le_i] := turn; rewrite (bigD1 i) //= le_i mul0r eqxx.
  by apply/esym/eqP => g1; move: le_i; rewrite g1 image1 leqNgt ltn_ord.
rewrite (eq_bigr (fun=> 2%:R)) => [|i _]; last by rewrite (negPf (no_turn i)).
rewrite prodr_const expf_eq0 pnatr_eq0 andbF; apply/esym/negbTE; rewrite negbK; apply/eqP.
have fix_i (i : 'I_d) : image g i = i.
  have := on_coordinatesE perm_S sign_S i Gg; rewrite on_1 perm1 /coordinate_index.
  by have := no_turn i; rewrite -ltnNge => ->.
apply/permP=> x; rewrite perm1; apply: val_inj; have lt_x := ltn_ord x.
have -> : val (g x) = image g x by rewrite /image valK.
have [lt_xd | le_x] := ltnP x d; first exact: (fix_i (Ordinal lt_xd)).
have lt_d : (x - d < d)%N by rewrite ltn_subLR // (leq_trans lt_x) // (points_ge sign_S).
rewrite -(subnKC le_x) (image_addd perm_S sign_S Gg lt_d) ?subnKC //.
have -> : image g (x - d) = (x - d)%N := fix_i (Ordinal lt_d).
by rewrite /opposite lt_d subnKC.
Qed.

Theorem factors_sound k : at_least G k (exact G F) #|G|.
Proof.
have EF := polynomials_euclidean R factors_perm factors_sign D.
apply: at_least_support => w sum_w ex_w; rewrite (@constant_support _ _ G) //.
apply: (pairing_constant EF ex_w (fs := [:: (factors, factors)])) => [uv|g Gg ne_1|].
- by rewrite inE => /eqP->; apply: factors_member.
- by apply/eqP; rewrite factors_pairing.
by rewrite factors_pairing ?group1 // eqxx.
Qed.

End Factors.
