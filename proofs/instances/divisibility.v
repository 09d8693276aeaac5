(** * Evidence divisibility, computed (MATHEMATICS.md, 5.9)                   *)
(*                                                                            *)
(* A plain average of k elements gives a monomial the coefficient z / k in    *)
(* its own average, for an integer z; the average over the group gives it     *)
(* T / |G|. So |G| divides k T.                                               *)
(*                                                                            *)
(*   divisor N S n d a == |G| / gcd (|G|, T) for the monomial with the        *)
(*                    exponents a                                             *)
(*   divisors N S n d D bs v == the monomials in bs have degrees from D, and  *)
(*                    v divides the least common multiple of their divisors   *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness treeBound.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition divisor (N : nat) (S : seq (seq nat)) (n d : nat) (a : seq nat) : nat :=
  let L := elements N S n in
  let T := total a (gather [seq move_term d x (a, 1%BZ) | x <- L]) in
  (size L %/ gcdn (size L) (Z.abs_nat T))%N.

Definition divisors (N : nat) (S : seq (seq nat)) (n d : nat) (D : seq nat) (bs : seq (seq nat)) (v : nat) :
    bool :=
  [&& generated N S n, moves_coordinates d N S, all (fun a => (size a == d) && (sumn a \in D)) bs
    & (v %| foldr lcmn 1 [seq divisor N S n d a | a <- bs])%N].

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n d : nat) (D : seq nat).

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation F := (polynomials R d N D).

Lemma zr_norm z : `|zr R z| = (Z.abs_nat z)%:R.
Proof. by case: z => [|p|p] /=; rewrite ?normr0 ?normrN ?normr_nat. Qed.

Lemma divisor_size (s : seq 'S_N) a :
    generated N S n -> moves_coordinates d N S -> {subset s <= G} -> (0 < size s)%N ->
    exact G F (counted R s) -> size a = d -> sumn a \in D ->
  (divisor N S n d a %| size s)%N.
Proof.
move=> gen_n sign_S sG s_gt0 ex_w sz_a Da; have perm_S := generated_gens gen_n.
have EF := polynomials_euclidean R perm_S sign_S D.
have sum_w := counted_sum R sG s_gt0.
pose X : space F := 'X_[mono d a] : {mpoly R[d]}.
have FX : member X by move=> m'; rewrite msuppX inE => /eqP->; rewrite mdeg_mono.
rewrite /divisor; set ts := [seq _ | x <- L]; set T := total a _; set o := size L.
have EX : average G (counted R s) X = fixed_average G X.
  rewrite -[LHS](fixed_invariant (G := G)) ?(fixed_scheme EF) ?sum_w ?scale1r //.
  by move=> g; apply: ex_w.
have fixed_X : #|G|%:R *: fixed_average G X = poly R d ts.
  rewrite /fixed_average scalerA mulfV ?orderR_neq0 // scale1r (sum_elements gen_n).
  rewrite /poly big_map !big_seq; apply: eq_bigr => x Lx.
  have perm_x := elements_perm gen_n Lx.
  by rewrite -(@move_mono R d N S sign_S x (a, 1%BZ)) // zr1 scale1r.
have wf_ts : well_formed d ts.
  apply/allP=> _ /mapP[x Lx ->]; rewrite (size_move_term R sign_S) //.
  exact: (elements_perm gen_n Lx).
pose z : int := \sum_(i < size s) (-1) ^+ turns (nth 1%g s i) (mono d a)
  * (shift (nth 1%g s i) (mono d a) == mono d a)%:R.
have coefE : (size s)%:R * (average G (counted R s) X : {mpoly R[d]})@_(mono d a) = z%:~R.
  rewrite (counted_average _ sG) raddf_sum mulr_sumr /z rmorph_sum; apply: eq_bigr => i _.
  rewrite /= mcoeffZ mulrA mulfV ?pnatr_eq0 -?lt0n // mul1r (move_monomial R sign_S) mcoeffZ mcoeffX.
  by rewrite rmorphM rmorphX rmorphN1 /= rmorph_nat.
have eq_n : (size s * Z.abs_nat T = o * absz z)%N.
  apply/eqP; rewrite -(eqr_nat R) !natrM -zr_norm natr_absz intr_norm -coefE.
  rewrite EX normrM normr_nat -(mcoeff_poly R sz_a wf_ts) -fixed_X mcoeffZ normrM normr_nat.
  by rewrite (card_elements gen_n) mulrCA.
have o_gt0 : (0 < o)%N by rewrite /o -(card_elements gen_n) cardG_gt0.
set g := gcdn _ _; have g_gt0 : (0 < g)%N by rewrite gcdn_gt0 o_gt0.
rewrite -(dvdn_pmul2r g_gt0) divnK ?dvdn_gcdl // /g muln_gcdr dvdn_gcd dvdn_mull //=.
by rewrite eq_n dvdn_mulr.
Qed.

Theorem divisors_sound bs v : divisors N S n d D bs v ->
  at_least G uniform (exact G F) v.
Proof.
case/and4P=> gen_n sign_S /allP ok dv w l sch ex_w.
have [s [sG s_gt0 -> w_s]] := sch; apply: (dvdn_leq s_gt0); apply: dvdn_trans dv _.
have ex_s : exact G F (counted R s).
  move=> f Ff; have := ex_w f Ff.
  suff -> : average G w f = average G (counted R s) f by [].
  by apply: eq_bigr => g _; rewrite w_s.
elim: bs ok => [|a bs IHbs] ok /=; first exact: dvd1n.
rewrite dvdn_lcm IHbs ?andbT => [|b bs_b]; last by apply: ok; rewrite inE bs_b orbT.
have /andP[/eqP sz_a Da] := ok a (mem_head _ _).
exact: (divisor_size gen_n sign_S sG s_gt0 ex_s sz_a Da).
Qed.

End Soundness.
