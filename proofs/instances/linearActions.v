(** * Polynomials under an action by matrices are a module with an inner      *)
(*    product                                                                 *)
(*                                                                            *)
(*   acts_on_forms d N S m V == the permutations of S move the vectors V, of  *)
(*                     which the first d are the coordinates (m as in         *)
(*                     claimsOfMatrices.v)                                    *)
(*   gdot c V G p q == the sum over g in G of the inner products of the       *)
(*                     coefficients of g.p and g.q                            *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims claimsOfMatrices modules numbers listing actions.
From Reynolds.instances Require Import algebraicNumbers exactness.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(** ** Computation *)

Section Computation.

Variables (d N : nat) (S : seq (seq nat)) (m : numeral) (V : seq (seq numeral)).

Definition coefficient (i j : nat) : numeral := nth [::] (nth [::] V i) j.

Definition unit_rows : bool :=
  all (fun i => all (fun j => vanishes (nadd (coefficient i j) [:: if i == j then (-1)%BZ else 0%BZ]))
                    (iota 0 d)) (iota 0 d).

(* The j-th coefficient of the image under s of the i-th vector.              *)
Definition image_coefficient (s : seq nat) (i j : nat) : numeral :=
  nsum [seq nmul m (coefficient i k) (coefficient (nth 0%N s k) j) | k <- iota 0 d].

Definition rows_move : bool :=
  all (fun s => all (fun i => all (fun j =>
    vanishes (nadd (image_coefficient s i j) (nneg (coefficient (nth 0%N s i) j))))
    (iota 0 d)) (iota 0 N)) S.

Definition acts_on_forms : bool :=
  [&& all (is_perm N) S, (d <= N)%N, unit_rows & rows_move].

End Computation.

Section Action.

Variables (R : realFieldType) (c : R) (d N : nat) (S : seq (seq nat)).
Variables (m : numeral) (V : seq (seq numeral)).
Hypothesis root_c : c ^+ size m = number c m.
Hypothesis acts_S : acts_on_forms d N S m V.

Local Notation G := (group_of N S).
Local Notation vector := (vector c d V).
Local Notation moved := (moved c d V).
Local Notation W := {mpoly R[d]}.
Implicit Types (g h : 'S_N) (p q : W).

Let perm_S : all (is_perm N) S. Proof. by case/and4P: acts_S. Qed.
Let le_dN : (d <= N)%N. Proof. by case/and4P: acts_S. Qed.

Lemma vectorE i : vector i = \sum_(j < d) number c (coefficient V i j) *: 'X_j.
Proof. by []. Qed.

Lemma vector_ord (i : 'I_d) : vector i = 'X_i.
Proof.
have /and4P[_ _ /allP/(_ (i : nat))] := acts_S; rewrite mem_iota ltn_ord => /(_ isT)/allP unit_i _.
have coef j : number c (coefficient V i j) = (i == j :> nat)%:R \/ (d <= j)%N.
  case: (ltnP j d) => [lt_j|]; last by right.
  left; have := unit_i j; rewrite mem_iota lt_j => /(_ isT)/(vanishesP c).
  rewrite numberD number_int => /eqP; rewrite addr_eq0 => /eqP->.
  by case: (_ == _); rewrite /= ?opprK ?oppr0.
rewrite vectorE (bigD1 i) //= big1 ?addr0 => [|j ne_j].
  by case: (coef i) => [->|]; rewrite ?eqxx ?scale1r // leqNgt ltn_ord.
case: (coef j) => [->|]; last by rewrite leqNgt ltn_ord.
by rewrite val_eqE eq_sym (negPf ne_j) scale0r.
Qed.

Lemma moved_is_linear g : linear (moved g).
Proof. by move=> a p q; rewrite /claimsOfMatrices.moved linearP. Qed.
Canonical moved_additive g := Additive (moved_is_linear g).
Canonical moved_linear g := Linear (moved_is_linear g).

Lemma movedX g (i : 'I_d) : moved g 'X_i = vector (image g i).
Proof. by rewrite /claimsOfMatrices.moved comp_mpolyXU -tnth_nth tnth_mktuple. Qed.

Lemma moved_vectorE g i :
  moved g (vector i) = \sum_(j < d) number c (coefficient V i j) *: vector (image g j).
Proof.
rewrite vectorE linear_sum; apply: eq_bigr => j _; by rewrite linearZ /= movedX.
Qed.

Lemma generator_moves s i : s \in S -> (i < N)%N ->
  moved (permutation N s) (vector i) = vector (nth 0%N s i).
Proof.
move=> Ss lt_i; have perm_s := allP perm_S s Ss; rewrite moved_vectorE.
have /and4P[_ _ _ /allP/(_ s Ss)/allP/(_ i)] := acts_S; rewrite mem_iota lt_i => /(_ isT)/allP move_i.
rewrite [RHS]vectorE; under eq_bigr do rewrite vectorE scaler_sumr; rewrite exchange_big.
apply: eq_bigr => j _ /=; have := move_i j; rewrite mem_iota ltn_ord => /(_ isT)/(vanishesP c).
rewrite numberD numberN => /eqP; rewrite subr_eq0 => /eqP <-.
rewrite number_sum big_map -[X in iota 0 X]subn0 -/(index_iota 0 d) big_mkord scaler_suml.
apply: eq_bigr => k _; rewrite (numberM root_c) scalerA image_permutation //.
exact: leq_trans (ltn_ord k) le_dN.
Qed.

Lemma group_moves g (i : 'I_N) : g \in G -> moved g (vector i) = vector (g i).
Proof.
pose A := [set h : 'S_N | [forall j : 'I_N, moved h (vector j) == vector (h j)]].
have gA : group_set A.
  apply/group_setP; split=> [|h k].
    rewrite inE; apply/forallP=> j; rewrite perm1 moved_vectorE [X in _ == X]vectorE.
    by apply/eqP/eq_bigr => k _; rewrite image1 vector_ord.
  rewrite !inE => /forallP Ah /forallP Ak; apply/forallP=> j; rewrite permM.
  rewrite -(eqP (Ak (h j))) -(eqP (Ah j)) !moved_vectorE linear_sum; apply/eqP/eq_bigr => l _.
  rewrite linearZ /= imageM; congr (_ *: _).
  have lt_l : (l < N)%N by apply: leq_trans (ltn_ord l) le_dN.
  rewrite (imageE h lt_l) (eqP (Ak (h (Ordinal lt_l)))) (imageE k (ltn_ord _)).
  by congr (vector (k _)); apply: val_inj.
have sGA : G \subset Group gA.
  rewrite gen_subG; apply/subsetP=> h; rewrite inE => /mapP[s Ss ->] /=.
  rewrite inE; apply/forallP=> j; rewrite generator_moves // permutationE //.
  exact: allP perm_S s Ss.
by move=> Gg; have := subsetP sGA g Gg; rewrite inE => /forallP/(_ i)/eqP.
Qed.

Theorem acts_forms_move : forms_move c d N G V.
Proof. by split=> [i | g Gg i]; [apply: vector_ord | apply: group_moves]. Qed.

Lemma movedM g h p : g \in G -> h \in G -> moved (g * h)%g p = moved h (moved g p).
Proof.
move=> Gg Gh; rewrite [p]mpolyE [LHS]linear_sum [moved g _]linear_sum [RHS]linear_sum.
apply: eq_bigr => a _; rewrite !linearZ /=; congr (_ *: _).
rewrite /claimsOfMatrices.moved !comp_mpolyX rmorph_prod; apply: eq_bigr => i _.
rewrite rmorphX /=; congr (_ ^+ _); rewrite !tnth_mktuple imageM -/(moved h _).
have lt_i : (i < N)%N by apply: leq_trans (ltn_ord i) le_dN.
by rewrite (imageE g lt_i) group_moves // (imageE h (ltn_ord _)); congr (vector (h _)); apply: val_inj.
Qed.

Lemma moved1 p : moved (1%g : 'S_N) p = p.
Proof.
rewrite /claimsOfMatrices.moved -[RHS]comp_mpoly_id; congr comp_mpoly; apply: eq_mktuple => i.
by rewrite image1 vector_ord.
Qed.

(** ** Degrees *)

Lemma vector_homog i : vector i \is 1.-homog.
Proof.
by rewrite vectorE; apply: rpred_sum => j _; apply: rpredZ; rewrite dhomogX; apply/eqP/mdeg1.
Qed.

Lemma moved_homog g a : moved g 'X_[a] \is (mdeg a).-homog.
Proof.
rewrite /claimsOfMatrices.moved comp_mpolyX mdegE.
apply: (big_ind2 (fun (x : W) (k : nat) => x \is k.-homog)).
- exact: dhomog1.
- by move=> x1 k1 x2 k2; apply: dhomogM.
move=> i _; rewrite tnth_mktuple.
elim: (a i) => [|e IHe]; first by rewrite expr0 dhomog1.
by rewrite exprS -add1n; apply: dhomogM; first apply: vector_homog.
Qed.

(** ** The inner product *)

Definition gdot p q : R := \sum_(g in G) mdot (moved g p) (moved g q).

Lemma gdot_eq0 p : gdot p p = 0 -> p = 0.
Proof.
have ge0 (q : W) : 0 <= mdot q q by apply: sumr_ge0 => a _; rewrite -expr2 sqr_ge0.
move/eqP; rewrite psumr_eq0 // => /allP/(_ 1%g (mem_index_enum _)).
by rewrite group1 moved1 => /eqP/mdot_eq0.
Qed.

Theorem polynomials_under_euclidean D :
  euclidean G (gdot : space (polynomials_under c d N G V D) -> _).
Proof.
split=> /=.
- exact: moved_is_linear.
- exact: moved1.
- by move=> g h Gg Gh v; apply: movedM.
- move=> u a v v'; rewrite /gdot scaler_sumr -big_split; apply: eq_bigr => g _ /=.
  by rewrite linearP /= linearP.
- by move=> u v; apply: eq_bigr => g _; apply: mdotC.
- move=> g Gg u v; rewrite /gdot [RHS](reindex_inj (mulgI g)) /=.
  by apply: eq_big => [h|h Gh]; rewrite ?groupMl // !movedM.
- by move=> v; apply: eq_bigr => g _; apply: eq_bigr => a _; rewrite expr2.
- by move=> v; apply: sumr_ge0 => g _; apply: sumr_ge0 => a _; rewrite -expr2 sqr_ge0.
- by move=> a; rewrite msupp0.
- move=> a u v Du Dv b; rewrite mcoeff_msupp mcoeffD mcoeffZ.
  have [/Du // | nu] := boolP (b \in msupp u).
  have [/Dv // | nv] := boolP (b \in msupp v).
  by rewrite (memN_msupp_eq0 nu) (memN_msupp_eq0 nv) mulr0 addr0 eqxx.
move=> g Gg v Dv b; rewrite [v]mpolyE linear_sum mcoeff_msupp => nz_b.
have [/hasP[a va /eqP <-] | /hasPn no_a] := boolP (has (fun a => mdeg a == mdeg b) (msupp v)); first exact: Dv.
case/eqP: nz_b; rewrite raddf_sum big_seq big1 // => a va.
rewrite linearZ /= mcoeffZ (dhomog_nemf_coeff (moved_homog g a)) ?mulr0 //.
by rewrite eq_sym no_a.
Qed.

End Action.
